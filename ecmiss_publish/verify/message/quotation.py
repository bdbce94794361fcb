"""Quotation marks: which pairs a language has, and the pairs that a text has.

The pairs are those of CLDR 48 (`delimiters`), which Babel does not carry, and what style guides of the language allow
besides. Single curly marks are not looked at, for ’ is the apostrophe of half the world.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ecmiss_publish.model.locale import Locale

# “Outer pairs | inner pairs”; the first of each is the one to write, the others are fine too.
_PAIRS = {
    "am": "«» “” | ‹›",
    "ar": "«» “” ”“",  # CLDR has ”“; «» is turned round with the line and cannot point the wrong way
    "ast": "«» “”",
    "az": "“” «» „”",
    "ba": "«» | „“",
    "be": "«» “” | „“",
    "bg": "„“ | «» “”",
    "br": "«» | “”",
    "bs": "„” “” »«",
    "ca": "«» | “”",
    "ckb": "«» “” ”“",
    "cs": "„“ »«",
    "cv": "«» | “”",
    "da": "“” »« ”” „“ «»",
    "de": "„“ »« | ‚‘",
    "de_CH": "«» „“ | ‹›",
    "de_LI": "«» „“ | ‹›",
    "dsb": "„“ | ‚‘",
    "el": "«» | “”",
    "eo": "“” «» „“",
    "es": "«» “”",
    "et": "„“ „” «»",
    "eu": "«» “”",
    "fa": "«» | ‹› “”",
    "fi": "”” »»",
    "fr": "«» | “”",
    "gl": "«» “”",
    "he": "”” “” „”",
    "hr": "„“ „” »«",
    "hsb": "„“ | ‚‘",
    "hu": "„” | »«",
    "hy": "«»",
    "is": "„“ | ‚‘",
    "it": "«» “”",
    "ja": "「」 | 『』 “”",
    "ka": "„“ «» “”",
    "kk": "«» “” | „“",
    "ko": "“” 「」 『』 《》 | ‘’",
    "ky": "«» “” | „“",
    "lb": "„“ «» | ‚‘",
    "lt": "„“",
    "lv": "„“ „” “” «»",
    "mk": "„“",
    "mn": "«» “”",
    "nb": "«» | “”",
    "nl": "“” „”",
    "nn": "«» | “”",
    "no": "«» | “”",
    "os": "«» | „“",
    "pl": "„” | «» »«",
    "ps": "«» “” ”“",
    "pt": "“” «»",
    "pt_PT": "«» “”",
    "ro": "„” | «»",
    "ru": "«» | „“ “”",
    "rw": "«» “”",
    "sah": "«» | „“",
    "sd": "“” ”“ «»",
    "sk": "„“ »« | ‚‘",
    "sl": "„“ »« | ‚‘",
    "sq": "“” «» „“",
    "sr": "„“ „” »« “”",
    "sv": "”” »» »«",
    "ti": "«» “”",
    "tk": "“” «»",
    "tr": "“” | «»",
    "tt": "«» | „“",
    "ug": "«» »« “” ”“",
    "uk": "«» “” | „“",
    "ur": "“” ”“",
    "uz": "“” «» „“",
    "vi": "“” | «»",
    "yi": "”” „“ “”",
    "yue": "「」 | 『』",
    "zh_Hant": "「」 | 『』",
}
_OTHERS = "“” | ‘’"

# What may close what. Marks that open in one language close in another, so the one still open decides.
_CLOSES = {
    '"': '"',
    "“": '”"',
    "”": "”“„",
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    "＂": "＂",
}
_EVEN_BEHIND_SPACE = frozenset({"«»", "“”", "‹›", "「」", "『』", "《》"})
_QUOTE = re.compile("[" + "".join(sorted(set("".join((*_CLOSES, *_CLOSES.values()))))) + "]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks in a text, where they stand, and inside how many other pairs."""

    start: int
    end: int
    pair: str
    depth: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a language: around a text, and inside another quotation."""

    outer: tuple[str, ...]
    inner: tuple[str, ...]

    def allows(self, quotation: Quotation) -> bool:
        """Return whether the language writes this pair in this place."""
        return quotation.pair in self.outer or (quotation.depth > 0 and quotation.pair in self.inner)

    def instead_of(self, quotation: Quotation) -> str:
        """Return the pair to write in this place."""
        return (self.inner or self.outer)[0] if quotation.depth % 2 else self.outer[0]


def pairs_of(locale: Locale) -> Pairs:
    """Return the pairs of a locale."""
    return _pairs(locale.name)


@functools.cache
def _pairs(name: str) -> Pairs:
    locale = Locale(name)
    names = (locale.name, f"{locale.language}_{locale.script}", locale.language)
    found = next((_PAIRS[name] for name in names if name in _PAIRS), _OTHERS)
    outer, _, inner = found.partition("|")
    return Pairs(tuple(outer.split()), tuple(inner.split()))


def quotations(text: str) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    """Return the pairs of quotation marks of `text`, and where straight marks stand that have no partner."""
    pairs: list[Quotation] = []
    opened: list[int] = []
    for at in _places(text):
        if opened and _closes(text, opened[-1], at):
            start = opened.pop()
            pairs.append(Quotation(start, at, text[start] + text[at], len(opened)))
        elif text[at] in _CLOSES and not (text[at] == '"' and text[at - 1 : at].isdecimal()):  # 5" are inches
            opened.append(at)
    return tuple(pairs), tuple(at for at in opened if text[at] == '"')


def _places(text: str) -> Iterator[int]:
    for match in _QUOTE.finditer(text):
        at = match.start()
        if not (match[0] in '"”' and _is_hebrew(text[at - 1 : at]) and _is_hebrew(text[at + 1 : at + 2])):
            yield at


def _is_hebrew(char: str) -> bool:
    """Whether this is a Hebrew letter: between two of them the mark makes an abbreviation."""
    return "\u05d0" <= char <= "\u05ea"


def _closes(text: str, start: int, at: int) -> bool:
    pair = text[start] + text[at]
    return pair[1] in _CLOSES[pair[0]] and (pair in _EVEN_BEHIND_SPACE or not text[at - 1].isspace())
