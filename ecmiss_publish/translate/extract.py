"""Article and templates -> the messages that translators get, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError
from jinja2.ext import extract_from_ast

from ecmiss_publish.model.article import Article, texts
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.inline import links
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.sources import Sources

_TEMPLATE_FOLDERS = ("templates/editions", "templates/parts", "templates/html")

# What the last name in a unit id says about the text, for the translator's comment.
_FIELDS = {
    "title": "Heading",
    "question": "Question",
    "answer": "Answer",
    "claim": "What people say, in quotation marks",
    "label": "Label",
    "alt": "Alternative text: read aloud by screen readers in place of the picture",
    "caption": "Caption under a picture",
}


def extract(article: Article, sources: Sources, report: Report) -> tuple[Message, ...]:
    """Return every message of the project: the article's units first, then the templates' words."""
    return (*_from_article(article), *_from_templates(sources, report))


def _from_article(article: Article) -> Iterator[Message]:
    path = article.origin.path if article.origin else ""
    authors_notes = dict(article.notes.pairs)
    answered: str | None = None
    for text in texts(article):
        assert text.unit is not None
        notes = [_description(text.unit)]
        if text.unit.endswith(".question"):
            answered = text.source
        elif text.unit.endswith(".answer") and answered and text.unit.startswith("faq"):
            notes.append(f"Answers: {answered}")
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


def _description(unit: str) -> str:
    part, *inner = unit.split(".")
    field = inner[-1] if inner else part
    what = _FIELDS.get(field, "Label in a drawing" if part == "diagram" else "Text")
    return f"{what} · {' › '.join((part, *inner)).replace('_', ' ')}"


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
                        notes=_template_notes(source),
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


def _template_notes(source: str) -> tuple[str, ...]:
    note = "Words that the product adds around the article"
    return (note, "Keep the words in {braces} as they are; they may change places.") if "{" in source else (note,)


def _template_paths(sources: Sources) -> Iterable[str]:
    for folder in _TEMPLATE_FOLDERS:
        for name in sources.list(folder):
            if name.endswith((".xml", ".html")):
                yield f"{folder}/{name}"
