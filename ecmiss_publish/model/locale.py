"""A locale: its tags, names, direction, script and number forms, as CLDR has them (through Babel)."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import babel
from babel.core import UnknownLocaleError, get_global
from babel.dates import format_date
from babel.numbers import format_decimal

Direction = Literal["ltr", "rtl"]

# CLDR's compound identifiers of the units that content may name, and the length that reads well in a table.
_UNITS = {
    "centimeter": ("length-centimeter", "short"),
    "millimeter": ("length-millimeter", "short"),
    "day": ("duration-day", "long"),
    "week": ("duration-week", "long"),
    "month": ("duration-month", "long"),
}

# Pseudo-locales and the language whose CLDR data each borrows. Babel has no data for them; the regions are CLDR's own.
_PSEUDO = {"en_XA": "en", "ar_XB": "ar"}

# GB/T 15834-2011 (浪纹线), JIS X 4051 (波ダッシュ, as U+FF5E) and the Korean orthography of 2014 (물결표).
_RANGE_MARKS = {"ja": "～", "ko": "~", "yue": "～", "zh": "～"}

# The zeros of numbering systems that are a language's default (UTS #35, numberingSystems); the other digits follow.
_ZEROS = {
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "deva": 0x0966,
    "mymr": 0x1040,
    "cakm": 0x11136,
    "olck": 0x1C50,
    "tibt": 0x0F20,
    "adlm": 0x1E950,
    "nkoo": 0x07C0,
}


@dataclass(frozen=True, slots=True)
class Locale:
    """A locale by its gettext name (`zh_Hans`, `pt_BR`); everything else follows from CLDR."""

    name: str

    @classmethod
    def parse(cls, name: str) -> Locale:
        """Return the locale named `name` (`pt_BR` or `pt-BR`); raise ValueError where CLDR has none."""
        locale = cls.of_tag(name)
        if locale.pseudo:
            raise ValueError(f"{name} is a pseudo-locale, which is made of the source and has no words of its own")
        try:
            babel.Locale.parse(locale.name)
        except (UnknownLocaleError, ValueError) as error:
            raise ValueError(f"{name} is not a locale that CLDR knows") from error
        return locale

    @classmethod
    def of_tag(cls, tag: str) -> Locale:
        """Return the locale of a language tag that is known to be good: `zh-Hans`."""
        return cls(tag.replace("-", "_"))

    @property
    def tag(self) -> str:
        """The BCP 47 language tag: `zh-Hans`."""
        return self.name.replace("_", "-")

    @property
    def pseudo(self) -> bool:
        """Whether this is a pseudo-locale: the source in disguise, to try out forms and templates."""
        return self.name in _PSEUDO

    @property
    def cldr_name(self) -> str:
        """The name under which CLDR has the locale's data; a pseudo-locale borrows a language's."""
        return _PSEUDO.get(self.name, self.name)

    @property
    def language(self) -> str:
        """The primary language subtag: `zh`."""
        return self._cldr.language

    @property
    def direction(self) -> Direction:
        """The direction of the script's lines."""
        return _direction(self.name)

    @property
    def script(self) -> str:
        """The ISO 15924 code of the script: `Latn`, `Arab`, `Deva`, `Hans` ..."""
        return self._cldr.script or _likely_script(self.cldr_name)

    @property
    def endonym(self) -> str:
        """The language's own name for itself, with the capital that a list of names wants."""
        name = self._cldr.languages.get(self.cldr_name) or self._cldr.get_display_name() or self.name
        return name[:1].upper() + name[1:] + self._disguise(self._cldr)

    @property
    def english_name(self) -> str:
        """The English name, for staff who sort leaflets."""
        return (self._cldr.get_display_name("en") or self.name) + self._disguise(_parsed("en"))

    def _disguise(self, told_in: babel.Locale) -> str:
        """Return what CLDR calls the region of a pseudo-locale: ` (Pseudo-Accents)`."""
        return f" ({told_in.territories[self.name[3:]]})" if self.pseudo else ""

    @property
    def _cldr(self) -> babel.Locale:
        return _parsed(self.name)

    def number(self, value: Decimal) -> str:
        """Return `value` in the locale's own digits, decimal mark and grouping."""
        # Babel takes marks and grouping from the numbering system, and leaves the digits as they are.
        return self.in_digits(format_decimal(value, locale=self._cldr, numbering_system="default"))

    def date(self, day: datetime.date) -> str:
        """Return `day` as a long date: `22 নভেম্বর, ২০২৬`."""
        return self.in_digits(format_date(day, "long", locale=self._cldr))

    def in_digits(self, words: str) -> str:
        """Return `words` with European digits replaced by those that the locale's readers use."""
        zero = _ZEROS.get(self._cldr.default_numbering_system)
        return words.translate({ord("0") + digit: zero + digit for digit in range(10)}) if zero else words

    @property
    def decimal_mark(self) -> str:
        """The mark before the decimals where digits are European: `.` or `,`."""
        return str(self._cldr.number_symbols.get("latn", {}).get("decimal", "."))

    @property
    def number_words(self) -> tuple[tuple[str, Decimal], ...]:
        """The words that multiply the number before them, longest first: `millones` 1000000, `亿` 100000000."""
        return _number_words(self.name)

    def number_range(self, low: Decimal, high: Decimal) -> str:
        """Return `low`–`high` with the locale's mark between, or one number where they are equal."""
        return self.number(low) if low == high else f"{self.number(low)}{self.range_mark}{self.number(high)}"

    @property
    def range_mark(self) -> str:
        """The mark between the ends of a range: an en dash, or the wave that East Asian orthographies ask for."""
        return _RANGE_MARKS.get(self.language, "–")

    def measurement(self, low: Decimal, high: Decimal, unit: str) -> tuple[str, str, str]:
        """Return a measured range as (before, numbers, after); `before` or `after` holds the unit's word.

        The plural form is that of the upper end, which is what CLDR's plural ranges ask for in all our languages.
        """
        before, _, after = self._unit_pattern(high, unit).partition("{0}")
        return before, self.number_range(low, high), after

    def unit_words(self, identifier: str) -> tuple[str, ...]:
        """Return what CLDR writes beside a number for a unit, `duration-day`: Tage, Tag, Tg. No narrow forms."""
        patterns = self._cldr._data["unit_patterns"].get(identifier, {})
        forms = (
            pattern
            for length in ("long", "short")
            for category, pattern in dict(patterns.get(length, {})).items()
            if category != "per"
        )
        return tuple(dict.fromkeys(form.replace("{0}", "").strip("\u200e\u200f \u00a0\u202f") for form in forms))

    def _unit_pattern(self, value: Decimal, unit: str) -> str:
        identifier, length = _UNITS[unit]
        # Babel's own format_unit prints "3 duration-week" where CLDR leaves the long form to be taken from the
        # short one (UTS #35, lateral inheritance: hi, zh), so the patterns are read from Babel's data.
        patterns = self._cldr._data["unit_patterns"][identifier]
        forms = {**dict(patterns.get("short", {})), **dict(patterns.get(length, {}))}
        # 12.0 has another form than 12 where visible decimals count (UTS #35, operand v); numbers show none that are 0.
        shown = Decimal(int(value)) if value == int(value) else value.normalize()
        pattern: str = forms.get(self._cldr.plural_form(shown), "")
        return pattern if "{0}" in pattern else forms["other"]


# What only looks like a language: no project has a catalog of it, and nothing leads to its files.
PSEUDO_LOCALES = tuple(map(Locale, _PSEUDO))


def canonical_name(code: str) -> str:
    """Return how the folder of a language code in any spelling is named: `pt_BR` for PT-br, `zh_Hans` for zh-hans."""
    # CLDR's own normal form would add what a folder's name does not need: zh_Hans_CN for zh_CN.
    language, *rest = code.replace("-", "_").split("_")
    spelt = (part.title() if len(part) == 4 else part.upper() for part in rest)
    return "_".join((language.lower(), *spelt))


def language_of(tag: str) -> str:
    """Return the primary language subtag of a tag however it is spelt: `pt` of PT-br, `no` of nb."""
    language = re.split(r"[-_@.]", tag.strip().lower())[0]
    language = str(get_global("language_aliases").get(language, language)).partition("_")[0]
    return "no" if language == "nb" else language  # CLDR has both, and means the same by them


@functools.cache
def _parsed(name: str) -> babel.Locale:
    return babel.Locale.parse(_PSEUDO.get(name, name))


@functools.cache  # asked for with every text, and Babel looks it up each time
def _direction(name: str) -> Direction:
    return "rtl" if _parsed(name).text_direction == "rtl" else "ltr"


@functools.cache
def _number_words(name: str) -> tuple[tuple[str, Decimal], ...]:
    formats = _parsed(name).compact_decimal_formats
    words: dict[str, Decimal] = {}
    # CLDR gives the long form where it differs from the short one; Chinese and Japanese have one form for both.
    for patterns in (formats["long"] if "long" in formats else formats["short"]).values():
        for size, pattern in patterns.items():
            positive = pattern.pattern.partition(";")[0]
            zeros = positive.count("0")
            word = re.sub(r"[0'\s\u200e\u200f]+", " ", positive).strip()
            if zeros and word:
                words[word] = Decimal(size).scaleb(1 - zeros)
    return tuple(sorted(words.items(), key=lambda item: -len(item[0])))


@functools.cache
def _likely_script(name: str) -> str:
    likely: str = get_global("likely_subtags").get(name) or get_global("likely_subtags").get(name.split("_")[0], "")
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")
