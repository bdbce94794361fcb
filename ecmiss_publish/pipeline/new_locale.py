"""A language tag -> a catalog to be translated, and what this machine has for the language.

All that a language needs besides its words comes from CLDR and from fonts. What is not there is told before anybody
begins to translate.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import babel

from ecmiss_publish.model.locale import Direction, Locale, canonical_name
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.catalogs import new_catalog_bytes
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.catalog import catalog_path
from ecmiss_publish.translate.merge import plural_forms
from ecmiss_publish.typeset.fonts import FontMissing, fallback_fonts, font_stack
from ecmiss_publish.typeset.hyphens import hyphenates
from ecmiss_publish.verify.message import words as word_tables
from ecmiss_publish.verify.message.words import words_of
from ecmiss_publish.write.theme import load_theme

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # of plural forms, in CLDR's order


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What there is for a language. `missing` are letters of it that no font has, `sample` is how many were tried.

    `plural_categories` are CLDR's, `plural_forms` is the field for gettext tools. Some checks need lists of words:
    `checked_by_words` are those that have them for the language, `no_words` those that have none and look for less.
    """

    locale: Locale
    direction: Direction
    script: str
    digits: str
    font: str | None
    sample: int
    missing: tuple[str, ...]
    hyphenation: bool
    plural_forms: str
    plural_categories: tuple[str, ...]
    checked_by_words: tuple[str, ...]
    no_words: tuple[str, ...]


def canonical_locale(code: str) -> Locale:
    """Return the locale of a code in any spelling, `PT-br`; raise ValueError where CLDR has none."""
    return Locale.parse(canonical_name(code))


def write_new_catalog(project: Project, locale: Locale, sources: Sources, root: Path, report: Report) -> str:
    """Write a catalog with every message and no translation, and return its path; raise FileExistsError at an old one.

    It is a draft from its first line on, until a reviewer puts a name into its header.
    """
    path = catalog_path(locale)
    if (root / path).exists():
        raise FileExistsError(path)
    write_whole(root / path, new_catalog_bytes(project, locale, sources, report))
    return path


def readiness(locale: Locale, sources: Sources, report: Report) -> Readiness:
    """Return what there is for the language of `locale`, with the fonts of the project's theme."""
    data = babel.Locale.parse(locale.name)
    try:
        stack = font_stack(locale.script, load_theme(sources, report).fonts)
        fonts = (*stack, *fallback_fonts())
    except FontMissing as error:
        report.warning("missing-font", str(error))
        stack = fonts = ()
    letters = sorted(set(_letters(locale, data)))
    lists = {table: bool(words_of(table, locale)) for table in _word_tables()}
    return Readiness(
        locale=locale,
        direction=locale.direction,
        script=locale.script,
        digits="".join(locale.number(Decimal(digit)) for digit in range(10)),
        font=stack[0].family if stack else None,
        sample=len(letters),
        missing=tuple(char for char in letters if not any(font.covers(ord(char)) for font in fonts)),
        hyphenation=hyphenates(locale.tag),
        plural_forms=plural_forms(locale.name),
        plural_categories=tuple(sorted({*data.plural_form.tags, "other"}, key=_CATEGORIES.index)),
        checked_by_words=tuple(table for table, there in lists.items() if there),
        no_words=tuple(table for table, there in lists.items() if not there),
    )


def _word_tables() -> tuple[str, ...]:
    """Return the checks that look for words of a language, by the names of their tables."""
    tables = files(word_tables.__name__).iterdir()
    return tuple(sorted(table.name.removesuffix(".toml") for table in tables if table.name.endswith(".toml")))


def _letters(locale: Locale, data: babel.Locale) -> Iterator[str]:
    """Yield letters and marks of the words that CLDR has in the language: its own name, calendar, languages, countries.

    Babel lacks CLDR's list of exemplar characters. These words hold nearly all of an alphabet.
    """
    words = [locale.endonym, *data.languages.values(), *data.territories.values()]
    for names in (data.months, data.days):
        words += [name for widths in names.values() for forms in widths.values() for name in forms.values()]
    for char in unicodedata.normalize("NFC", "".join(map(str, words))):
        if unicodedata.category(char)[0] in "LM":
            yield char
