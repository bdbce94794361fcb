"""Where a line may end: what ICU allows, less what a careful typesetter of the language would not do.

ICU knows UAX #14 and the dictionaries of scripts without spaces. It knows no grammar: to it every space is as good as
the next. What is held together here is parted again where no line has room for it.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable

from icu4py.breakers import CharacterBreaker, LineBreaker

from ecmiss_publish.typeset.bidi import CONTROLS

NO_BREAK_SPACE = "\u00a0"

# Words that lean on the next one, by language; readers of these languages take one at a line's end for an error.
# Polish, Czech and Slovak orthographies ask it of words of one letter, Russian and Ukrainian books of all short ones.
_LEANING = {
    "pl": "a i o u w z",
    "cs": "a i k o s u v z",
    "sk": "a i k o s u v z",
    "ru": "а без в во да для до за и из к ко на не ни но о об обо от по с со у",
    "uk": "а без в від для до з за зі із й і на не ні о об по та у",
    "be": "а без для да з за і й на не ні о па са у",
    "bg": "а без в във до за и из към на не ни но о от по с със у",
}
_DASHES = ("– ", "— ", "· ", "+ ")  # between words; they stand at a line's end, where they say that it goes on
_RANGE_SIGNS = frozenset("–-~～〜")
_UNITS = frozenset("%‰°€$£")  # that are no letters
_SUFFIX = 2  # letters beside a hyphen that are too few to stand alone: `ISMISS-এর`, `X-ray`
_PAIR = 16  # letters of two words with a slash between that are one name: `Pana/Pani`
_CONTROLS = "".join(sorted(CONTROLS))
_LAST_WORD = re.compile(r"[^\s/]+\Z")
_OPENING = "([„“”«‹‚‘¿¡\"'" + _CONTROLS
_JOINED = re.compile(
    rf"\d[{_CONTROLS}]*\s[{_CONTROLS}]*[^\W\d_]\S{{0,3}}\Z"
)  # `1 a`, `5 bis`, `1 đến`, before a number
_NEAR = 40  # characters before a break that are looked at


def line_breaks(text: str, lang: str) -> list[int]:
    """Return where a line may end, the text's end included.

    A number and the word behind it stay together, and so do the ends of a range: “5 | cm” and “5– | 7” are read twice.
    Korean words are broken at spaces, as Koreans read most easily and as `word-break: keep-all` does.
    """
    language = lang.partition("-")[0]
    leaning = _leaning(language)
    return [cut for cut in _cuts(LineBreaker, text, lang) if not _held(text, cut, language, leaning)]


@functools.lru_cache(maxsize=4096)  # every edition has the same texts
def held_together(text: str, lang: str) -> str:
    """Return `text` with no-break spaces where a line should not end, for browsers and Word, which break lines.

    Not between numbers: to the bidi algorithm a no-break space may be a part of a number (UAX #9, class CS).
    """
    held = set(_cuts(LineBreaker, text, lang)).difference(line_breaks(text, lang))
    chars = list(text)
    for at in range(1, len(text) - 1):
        between_numbers = text[at - 1].isdigit() and text[at + 1].isdigit()
        if text[at] == " " and at + 1 in held and not between_numbers:
            chars[at] = NO_BREAK_SPACE
    return "".join(chars)


def breaks_in_need(text: str, lang: str) -> list[int]:
    """Return where a line may end that holds nothing else; there a no-break space is better than half a word."""
    return _cuts(LineBreaker, text.replace(NO_BREAK_SPACE, " "), lang)


def characters(text: str, lang: str) -> list[int]:
    """Return the ends of what a reader takes for characters."""
    return _cuts(CharacterBreaker, text, lang)


def _cuts(breaker: type[CharacterBreaker | LineBreaker], text: str, lang: str) -> list[int]:
    """Return the ends of ICU's segments; ICU counts in UTF-16."""
    cuts = [end for _, end in breaker(text, lang).segments()]
    if text.isascii() or max(text, default="") < "\U00010000":
        return cuts
    units = [0, *itertools.accumulate(1 + (char > "\uffff") for char in text)]
    position = {unit: index for index, unit in enumerate(units)}
    return [position[cut] for cut in cuts]


# --- what is held together --------------------------------------------------------------------------------------


@functools.cache
def _leaning(language: str) -> frozenset[str]:
    return frozenset(_LEANING.get(language, "").split())


def _held(text: str, cut: int, language: str, leaning: frozenset[str]) -> bool:
    """Return whether what stands before and behind `cut` belongs on one line."""
    if not 0 < cut < len(text):
        return False
    before = text[max(0, cut - 1 - _NEAR) : cut - 1].rstrip(_CONTROLS)
    behind = text[cut : cut + _NEAR].lstrip(_CONTROLS)
    match text[cut - 1]:
        case " ":
            return _leans(before, leaning) or _parts_numbers(before, behind) or behind.startswith(_DASHES)
        case "-" | "\u2010" if not _parts_range(text, cut):
            return _parts_name(before, behind)
        case "/":
            return _parts_pair(before, behind)
        case last:
            return (
                _parts_range(text, cut)
                or text[cut] == "—"
                or (last.isdigit() and text[cut].isalpha())  # `2026年`
                or (language == "ko" and last.isalpha() and text[cut].isalpha())
            )


def _leans(before: str, leaning: frozenset[str]) -> bool:
    """Return whether the word before is a short one that belongs to the next."""
    word = _LAST_WORD.search(before) if leaning else None
    return word is not None and word[0].lstrip(_OPENING).casefold() in leaning


def _parts_numbers(before: str, behind: str) -> bool:
    """Return whether a number would part from the word behind it, or that word from the number it leads to."""
    if before[-1:].isdigit():
        return behind[:1].isalnum() or behind[:1] in _UNITS
    return behind[:1].isdigit() and _JOINED.search(before) is not None


def _parts_range(text: str, cut: int) -> bool:
    sign = cut - 1 if text[cut - 1] in _RANGE_SIGNS else cut
    return text[sign] in _RANGE_SIGNS and text[sign - 1 : sign].isdigit() and text[sign + 1 : sign + 2].isdigit()


def _parts_name(before: str, behind: str) -> bool:
    """Return whether a hyphen joins what is read as one: `L4-L5`, `X-ray`, a name and its suffix in another script."""
    first, second = _letters(reversed(before)), _letters(behind)
    if not first or not second:
        return False
    few = min(len(first), len(second)) <= _SUFFIX
    return few or any(map(str.isdigit, second)) or _is_latin(first[0]) != _is_latin(second[0])


def _parts_pair(before: str, behind: str) -> bool:
    """Return whether a slash joins two short words."""
    first, second = _letters(reversed(before)), _letters(behind)
    return bool(first and second) and len(first) + len(second) <= _PAIR


def _letters(chars: Iterable[str]) -> str:
    """Return the letters and digits up to the first other character; marks of Indic scripts are no letters."""
    word = itertools.takewhile(lambda char: unicodedata.category(char)[0] in "LNM", chars)
    return "".join(char for char in word if char.isalnum())


def _is_latin(char: str) -> bool:
    return char.isdigit() or unicodedata.name(char, "").startswith("LATIN")
