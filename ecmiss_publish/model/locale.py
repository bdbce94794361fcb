"""A locale: its tags, names, direction, script and number forms, as CLDR has them (through Babel)."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import babel
from babel.core import UnknownLocaleError, get_global
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


@dataclass(frozen=True, slots=True)
class Locale:
    """A locale by its gettext name (`zh_Hans`, `pt_BR`); everything else follows from CLDR."""

    name: str

    @classmethod
    def parse(cls, name: str) -> Locale:
        """Return the locale named `name` (`pt_BR` or `pt-BR`); raise ValueError where CLDR has none."""
        locale = cls.of_tag(name)
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
        return self._cldr.script or _likely_script(self.name)

    @property
    def endonym(self) -> str:
        """The language's own name for itself, with the capital that a list of names wants."""
        name = self._cldr.languages.get(self.name) or self._cldr.get_display_name() or self.name
        return name[:1].upper() + name[1:]

    @property
    def english_name(self) -> str:
        """The English name, for staff who sort leaflets."""
        return self._cldr.get_display_name("en") or self.name

    @property
    def _cldr(self) -> babel.Locale:
        return _parsed(self.name)

    def number(self, value: Decimal) -> str:
        """Return `value` in the locale's own digits, decimal mark and grouping."""
        return format_decimal(value, locale=self._cldr, numbering_system="default")

    @property
    def decimal_mark(self) -> str:
        """The mark before the decimals where digits are European: `.` or `,`."""
        return str(self._cldr.number_symbols.get("latn", {}).get("decimal", "."))

    @property
    def number_words(self) -> tuple[tuple[str, Decimal], ...]:
        """The words that multiply the number before them, longest first: `millones` 1000000, `亿` 100000000."""
        return _number_words(self.name)

    def number_range(self, low: Decimal, high: Decimal) -> str:
        """Return `low`–`high`, or one number where they are equal."""
        return self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"

    def measurement(self, low: Decimal, high: Decimal, unit: str) -> tuple[str, str, str]:
        """Return a measured range as (before, numbers, after); `before` or `after` holds the unit's word.

        The plural form is that of the upper end, which is what CLDR's plural ranges ask for in all our languages.
        """
        before, _, after = self._unit_pattern(high, unit).partition("{0}")
        return before, self.number_range(low, high), after

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


@functools.cache
def _parsed(name: str) -> babel.Locale:
    return babel.Locale.parse(name)


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
