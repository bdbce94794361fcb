"""Article x edition template -> `Document`: what appears, in which order, in one locale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from babel.dates import format_date
from jinja2 import Environment, TemplateRuntimeError

from ecmiss_publish.compose.environment import (
    TEMPLATES,
    edition_environment,
    is_template_mistake,
    report_template_error,
)
from ecmiss_publish.compose.figures import FigureMaker
from ecmiss_publish.compose.values import value_text
from ecmiss_publish.markup.apart import set_apart
from ecmiss_publish.markup.block import Markings, parse_edition
from ecmiss_publish.model.article import Article, Row, Value, texts
from ecmiss_publish.model.catalog import Catalog
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources

Translate = Callable[[Text], Text]


def edition_names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the project's editions."""
    return tuple(name[:-4] for name in sources.list(f"{TEMPLATES}/editions") if name.endswith(".xml"))


@dataclass(slots=True)
class Composer:
    """Composes documents of one project; keeps Jinja's compiled templates between them."""

    sources: Sources
    environment: Environment = field(init=False)

    def __post_init__(self) -> None:
        self.environment = edition_environment(self.sources)

    def compose(
        self,
        article: Article,
        original: Article,
        catalog: Catalog,
        edition: str,
        alternates: tuple[Locale, ...],
        translate: Translate,
        report: Report,
    ) -> Document:
        """Return the edition of `article`, or raise PublishError once every mistake of the template is reported.

        `original` is the same article in its source language, for the words that staff look for. `translate` is asked
        for the templates' own words.
        """
        path = f"{TEMPLATES}/editions/{edition}.xml"
        words = _Words(original, translate)
        markup = self._render(f"editions/{edition}.xml", path, article, catalog, words, report)
        figures = FigureMaker(article, catalog.locale, words.say, self.sources, report)
        marks = parse_edition(markup, path, figures.make, report)
        _check_edition(marks, article, path, report)
        assert marks.title is not None
        return Document(
            edition=Edition(name=edition, writer=marks.writer, page=marks.page, path=path),
            locale=catalog.locale,
            article=article.article,
            title=marks.title,
            source_title=original.title,
            reference=article.reference,
            version=article.version,
            date=article.date,
            draft=catalog.draft,
            labels=marks.labels,
            alternates=alternates,
            blocks=marks.blocks,
            omitted=frozenset(marks.omitted),
        )

    def _render(self, name: str, path: str, article: Article, catalog: Catalog, words: _Words, report: Report) -> str:
        locale = catalog.locale
        names = {
            "article": article,
            "draft": catalog.draft,
            "translated": locale.tag != words.original.language,
            "language_name": plain_text(f"{locale.endonym} · {locale.english_name}", words.original.language),
            "date": format_date(article.date, "long", locale=locale.name),
            "_": words.say,
            "in_source": words.in_source,
            "value": lambda row, column: _row_value(row, column, locale),
        }
        # Names of one rendering, not globals: a macro that is imported without its context finds none of them,
        # where globals would show it those of the locale before (Jinja keeps imported modules).
        try:
            return self.environment.get_template(name).render(names)
        except Exception as error:
            if not is_template_mistake(error):
                raise  # our own mistake, which keeps its traceback
            report_template_error(error, path, report)
            raise PublishError(path) from None


@dataclass(slots=True)
class _Words:
    """The templates' own words, translated as the article's are."""

    original: Article
    translate: Translate

    def say(self, unit: str, source: str, **values: object) -> Text:
        """Return the message `unit` in the catalog's language, {placeholders} filled with `values`."""
        text = self.translate(plain_text(source, self.original.language, unit))
        if not values:
            return text
        rtl = Locale.of_tag(text.lang).direction == "rtl"
        return text.map_runs(lambda words: set_apart(_filled(words, values), rtl=rtl))

    def in_source(self, text: Text) -> Text:
        """Return the same unit in the article's source language."""
        if not isinstance(text, Text):
            raise TemplateRuntimeError("in_source() takes a text")
        for candidate in texts(self.original):
            if candidate.unit == text.unit:
                return candidate
        return plain_text(text.source, self.original.language, text.unit)


def _filled(words: str, values: Mapping[str, object]) -> str:
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def _row_value(row: Row, column: str, locale: Locale) -> Text:
    value: Value | None = getattr(row, column, None)
    if not isinstance(value, Value):
        raise TemplateRuntimeError("value() takes a row of a comparison, and “ecmiss” or “open”")
    unit = (row.label.unit or "").removesuffix(".label")
    return value_text(value, locale, f"{unit}.{column}")


def _check_edition(marks: Markings, article: Article, path: str, report: Report) -> None:
    for part, origin in marks.omitted.items():
        if part not in article.parts.names:
            report.error(
                "unknown-reference",
                f"the edition omits “{part}”, which is no part of the article",
                at=origin or Origin(path),
                hint=f"its parts are {', '.join(article.parts.names)}",
            )
            raise PublishError(path)
