"""Quotation marks: which pairs a language has, the pairs that a text has, and the marks without their other half.

The pairs are those of CLDR 48 (`delimiters`), which Babel does not carry, and what style guides of the language allow
besides. Of single curly marks only those that open are looked at, and only for their other half: ’ is the apostrophe
of half the world.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
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
    **dict.fromkeys(("haw", "sm", "to", "ty"), "“”"),  # ‘ stands for their letter ʻ
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
    "ur": "”“ “”",  # not mirrored with the line: these face the words
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
# All marks that are looked at.
MARKS = frozenset("".join((*_CLOSES, *_CLOSES.values()))) | frozenset("‘‚")
_SINGLE = re.compile(r"(?<![\w’])[‘‚](?=\w)")  # o‘zbek has a letter, ‘So’ a quotation
_OF_SCRIPTS = ("「」", "『』", "《》")  # titles and quotations of East Asia, wherever they stand
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


def pair_with(mark: str, locale: Locale) -> str | None:
    """Return the locale's first pair that has this mark; None where it is another language's."""
    own = pairs_of(locale)
    return next((pair for pair in (*own.outer, *own.inner, *_OF_SCRIPTS) if mark in pair), None)


def quotations(text: str) -> tuple[tuple[Quotation, ...], tuple[int, ...]]:
    """Return the pairs of quotation marks of `text`, and where straight marks stand that have no partner."""
    pairs, alone = _read(text)
    found = (Quotation(start, end, text[start] + text[end], depth) for start, end, depth in pairs)
    return tuple(found), tuple(at for at in alone if text[at] == '"')


def unpaired(text: str, locale: Locale) -> tuple[int, ...]:
    """Return where curly and angled marks stand that have no partner; straight ones are no language's own."""
    double = (at for at in _read(text)[1] if text[at] not in '"＂')
    return tuple(sorted([*double, *_single(text, pairs_of(locale))]))


def matched(
    places: Iterable[int], opens: Callable[[int], bool], closes: Callable[[int, int], bool]
) -> tuple[list[tuple[int, int, int]], list[int]]:
    """Return the pairs of marks at `places` as start, end and depth, in the order of their ends, and those left over.

    A mark closes the nearest one still open that it can close; what was opened in between is left over.
    """
    pairs: list[tuple[int, int, int]] = []
    opened: list[int] = []
    alone: list[int] = []
    for at in places:
        depth = next((depth for depth in reversed(range(len(opened))) if closes(opened[depth], at)), None)
        if depth is not None:
            pairs.append((opened[depth], at, depth))
            alone += opened[depth + 1 :]
            del opened[depth:]
        else:
            (opened if opens(at) else alone).append(at)
    return pairs, sorted(alone + opened)


def _read(text: str) -> tuple[list[tuple[int, int, int]], list[int]]:
    def opens(at: int) -> bool:
        return text[at] in _CLOSES and not (text[at] == '"' and _is_inch(text, at))

    pairs, alone = matched(_places(text), opens, lambda start, at: _closes(text, start, at))
    return pairs, [at for at in alone if not _is_inch(text, at)]


def _is_inch(text: str, at: int) -> bool:
    """Whether the mark stands behind a digit, as in 5": if it closes nothing, it says inches."""
    return text[at] in '"”' and text[at - 1 : at].isdecimal()


def _single(text: str, pairs: Pairs) -> Iterator[int]:
    """Yield where single marks open what none closes, in languages that have them."""
    own = {pair[0]: "’‘" if pair[0] == "‚" else pair[1] for pair in (*pairs.outer, *pairs.inner) if pair[0] in "‘‚"}
    for match in _SINGLE.finditer(text):
        closing = own.get(match[0])
        if closing and not any(mark in text[match.end() :] for mark in closing):
            yield match.start()


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
