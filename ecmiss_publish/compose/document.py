"""Article x edition template -> `Document`: what appears, in which order, in one locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment, TemplateRuntimeError

from ecmiss_publish.compose.brand import brand_words
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
from ecmiss_publish.model.article import Article, Outcome, Row, Value, texts
from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.catalog import Catalog
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources

Translate = Callable[[Text], Text]

_NO_BREAK_SPACE = "\u00a0"
_ROOT = re.compile(r"<document\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


def edition_names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the project's editions."""
    return tuple(name[:-4] for name in sources.list(f"{TEMPLATES}/editions") if name.endswith(".xml"))


def edition_root(name: str, sources: Sources) -> Edition:
    """Return what the edition's file says of itself, without rendering it; what it does not say is empty."""
    path = f"{TEMPLATES}/editions/{name}.xml"
    found = _ROOT.search(sources.read(path).decode("utf-8", "replace"))
    said = dict(_ATTRIBUTE.findall(found[1])) if found else {}
    return Edition(
        name=name, writer=said.get("writer", ""), page=said.get("page", ""), path=path, beside="beside" in said
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """What an edition is made of, besides its template.

    `article` is in the language of `catalog`; `original` is the same article in its source language, for the words
    that staff look for; `beside` is it in the second language of a bilingual edition. `translate` and
    `translate_beside` are asked for the templates' own words.
    """

    article: Article
    original: Article
    beside: Article
    catalog: Catalog
    brand: Brand
    alternates: tuple[Locale, ...]
    translate: Translate
    translate_beside: Translate


@dataclass(slots=True)
class Composer:
    """Composes documents of one project; keeps Jinja's compiled templates between them."""

    sources: Sources
    environment: Environment = field(init=False)

    def __post_init__(self) -> None:
        self.environment = edition_environment(self.sources)

    def compose(self, edition: str, given: Ingredients, report: Report) -> Document:
        """Return the edition of the article, or raise PublishError once every mistake of the template is reported."""
        path = f"{TEMPLATES}/editions/{edition}.xml"
        article, locale, brand = given.article, given.catalog.locale, given.brand
        words = _Words(given)
        markup = self._render(f"editions/{edition}.xml", path, given, words, report)
        figures = FigureMaker(article, brand, locale, words.say, self.sources, report)
        marks = parse_edition(markup, path, figures.make, figures.icon, report)
        _check_edition(marks, article, path, report)
        assert marks.title is not None
        return Document(
            edition=Edition(name=edition, writer=marks.writer, page=marks.page, path=path, beside=marks.beside),
            locale=locale,
            article=article.article,
            title=marks.title,
            source_title=given.original.title,
            reference=brand.reference + article.reference,
            version=article.version,
            date=article.date,
            draft=given.catalog.draft,
            brand=brand,
            labels=marks.labels,
            alternates=given.alternates,
            blocks=marks.blocks,
            omitted=frozenset(marks.omitted),
        )

    def _render(self, name: str, path: str, given: Ingredients, words: _Words, report: Report) -> str:
        article, locale = given.article, given.catalog.locale
        names = {
            "article": article,
            "brand": brand_words(given.brand, locale),
            "draft": given.catalog.draft,
            "translated": locale.tag != given.original.language,
            "language_name": plain_text(f"{locale.endonym} · {locale.english_name}", given.original.language),
            "reference": given.brand.reference + article.reference,
            "date": locale.date(article.date).replace(" ", _NO_BREAK_SPACE),  # a year alone on a line dates nothing
            "_": words.say,
            "in_source": words.in_source,
            "beside": words.beside,
            "value": lambda row, column: _row_value(row, column, locale),
            "value_beside": words.value_beside,
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


@dataclass
class _Words:
    """The templates' own words, translated as the article's are, and texts in another language than the page's."""

    given: Ingredients

    @cached_property
    def _originals(self) -> Mapping[str | None, Text]:
        return {text.unit: text for text in texts(self.given.original)}

    @cached_property
    def _besides(self) -> Mapping[str | None, Text]:
        return {text.unit: text for text in texts(self.given.beside)}

    def say(self, unit: str, source: str, **values: object) -> Text:
        """Return the message `unit` in the catalog's language, {placeholders} filled with `values`."""
        text = self.given.translate(plain_text(source, self.given.original.language, unit))
        if not values:
            return text
        rtl = Locale.of_tag(text.lang).direction == "rtl"
        return text.map_runs(lambda words: set_apart(_filled(words, values), rtl=rtl))

    def in_source(self, text: Text) -> Text:
        """Return the same unit in the article's source language."""
        if not isinstance(text, Text):
            raise TemplateRuntimeError("in_source() takes a text")
        return self._originals.get(text.unit) or self._source(text)

    def beside(self, text: Text) -> Text:
        """Return the same unit in the second language of a bilingual edition."""
        if not isinstance(text, Text):
            raise TemplateRuntimeError("beside() takes a text")
        return self._besides.get(text.unit) or self.given.translate_beside(self._source(text))

    def value_beside(self, row: Row, column: str) -> Text:
        """Return a value of the comparison in the second language."""
        text = _row_value(row, column, Locale.of_tag(self.given.beside.language))
        return self.beside(text) if isinstance(getattr(row, column), Outcome) else text

    def _source(self, text: Text) -> Text:
        return plain_text(text.source, self.given.original.language, text.unit)


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
