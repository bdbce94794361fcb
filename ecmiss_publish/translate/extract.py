"""Article and templates -> the messages that translators get, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from jinja2.ext import extract_from_ast

from ecmiss_publish.model.article import (
    Article,
    CaseOutcome,
    Columns,
    Fact,
    Figure,
    Myth,
    Named,
    Outcome,
    Quotation,
    Row,
)
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.inline import Text, links
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.sources import Sources

_TEMPLATE_FOLDERS = ("templates/editions", "templates/parts", "templates/html")

# What a text is, for the translator's comment: by the name of its field; where that says too little, by its type too.
_FIELDS = {
    "title": "Heading",
    "question": "Question",
    "answer": "Answer",
    "label": "Label",
    "alt": "Alternative text: read aloud by screen readers in place of the picture",
    "caption": "Caption under a picture",
}
_FIELDS_OF: dict[tuple[type, str], str] = {
    (Myth, "claim"): "What people say, in quotation marks",
    (Myth, "answer"): "What is so, in answer to what people say",
    (Myth, "points"): "List item",
    (Fact, "text"): "What stands behind a label",
    (CaseOutcome, "items"): "List item",
    (Quotation, "lead"): "Words that lead to a quotation",
    (Quotation, "text"): "Quotation: the patient speaks",
    (Columns, "feature"): "Head of a table's column",
    (Columns, "ecmiss"): "Head of a table's column",
    (Columns, "open"): "Head of a table's column",
    (Row, "label"): "Head of a table's row",
    (Outcome, "text"): "Cell of a table",
    (Figure, "labels"): "Label in a drawing",
}
_ASKED, _ANSWERED = (_FIELDS["question"], _FIELDS_OF[Myth, "claim"]), (_FIELDS["answer"], _FIELDS_OF[Myth, "answer"])


def extract(article: Article, sources: Sources, report: Report) -> tuple[Message, ...]:
    """Return every message of the project: the article's units first, then the templates' words."""
    return (*_from_article(article), *_from_templates(sources, report))


def _from_article(article: Article) -> Iterator[Message]:
    path = article.origin.path if article.origin else ""
    authors_notes = dict(article.notes.pairs)
    asked = ""
    for text, what in _described(article):
        assert text.unit is not None
        notes = [f"{what} · {text.unit}"]  # Poedit finds what stands in notes, but not msgctxt
        if what in _ASKED:
            asked = text.source
        elif what in _ANSWERED:
            notes.append(f"Answers: {asked}")
        if next(links(text.inlines), None):
            notes.append("Keep the addresses of links as they are.")
        if text.unit in authors_notes:
            notes.append(authors_notes[text.unit])
        yield Message(
            unit=text.unit,
            source=text.source,
            notes=tuple(notes),
            reference=f"{path}:{text.unit}",
            origin=text.origin,
        )


def _described(thing: Any, what: str = "Text") -> Iterator[tuple[Text, str]]:
    """Yield every Text of an article or of a piece of it, in the author's order, and what kind of text it is."""
    if isinstance(thing, Text):
        yield thing, what
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _described(item, what)
    elif is_dataclass(thing):
        for item in fields(thing):
            field = what if isinstance(thing, Named) else _field(type(thing), item.name)
            yield from _described(getattr(thing, item.name), field)


def _field(owner: type, name: str) -> str:
    return _FIELDS_OF.get((owner, name)) or _FIELDS.get(name, "Text")


def _from_templates(sources: Sources, report: Report) -> Iterator[Message]:
    environment = Environment(autoescape=True)
    seen: dict[str, Message] = {}
    for path in _template_paths(sources):
        try:
            tree = environment.parse(sources.read(path).decode("utf-8"))
        except (TemplateSyntaxError, UnicodeDecodeError):
            continue  # composing reports it, with its line
        for line, _, arguments in extract_from_ast(tree, ("_",), babel_style=False):
            match [word for word in arguments or () if word is not None]:
                case [str(unit), str(source)]:
                    message = Message(
                        unit=unit,
                        source=source,
                        notes=_template_notes(unit, source),
                        reference=f"{path}:{unit}",
                        origin=Origin(path, line),
                    )
                    first = seen.setdefault(unit, message)
                    if first.source != source:
                        report.error(
                            "duplicate-id",
                            f"“{unit}” means “{first.source}” at {first.origin} and “{source}” here",
                            at=message.origin,
                            hint="give one of the two another id",
                        )
                case _:
                    report.error(
                        "bad-message",
                        "_() takes a unit id and the English words, both as quoted strings",
                        at=Origin(path, line),
                        hint='write _("ui.page", "Page {page} of {pages}")',
                    )
    yield from seen.values()


def _template_notes(unit: str, source: str) -> tuple[str, ...]:
    note = f"Words that the product adds around the article · {unit}"
    return (note, "Keep the words in {braces} as they are; they may change places.") if "{" in source else (note,)


def _template_paths(sources: Sources) -> Iterable[str]:
    for folder in _TEMPLATE_FOLDERS:
        for name in sources.list(folder):
            if name.endswith((".xml", ".html")):
                yield f"{folder}/{name}"
