"""What was read from a finished file against what its Document shows: presence, completeness, order, language."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin, Report

# White space, soft hyphens, joiners that shaping may swallow, and direction controls carry no words.
_WORDLESS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff\ufffe]+")
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z_]+\}|</?(?:text|strong|em|bdi|br|p|h)\b[^>]*>|\*\*\S|&(?:lt|gt|amp);")


# The weight of a chain of texts, its last text and where that begins, the chain before it.
_Chain: TypeAlias = "tuple[int, int, int, _Chain | None]"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words read from a file in reading order, with their language; or an alternative text."""

    text: str
    lang: str
    alt: str | None = None


def squeezed(words: str) -> str:
    """Return `words` as they are compared: NFC, compatibility forms of Arabic letters resolved, no white space."""
    return _WORDLESS.sub("", unicodedata.normalize("NFC", words))


def compare_shown(
    document: Document,
    wanted: Sequence[Text],
    found: Sequence[Piece],
    report: Report,
    readable: Callable[[str], str] = squeezed,
) -> None:
    """Report each of `wanted` that is not among `found`, or not in its order, or in another language.

    Words are compared as `readable` makes them. One fault is one Problem: where a text is lost or moved, the others
    are still found in their order.
    """
    pieces = [readable(piece.text) for piece in found]
    starts = list(accumulate(map(len, pieces), initial=0))
    everything = "".join(pieces)
    shown = [(text, words) for text in wanted if (words := readable(text.plain))]
    places = _side_by_side([words for _, words in shown], everything)
    if places is None:
        places = _heaviest_chain([words for _, words in shown], everything)
    rest = _without(everything, [(place, len(words)) for (_, words), place in zip(shown, places, strict=True)])
    for (text, words), place in zip(shown, places, strict=True):
        if place is None:
            _report_lost(document, text, words in rest, report)
        else:
            _check_language(document, text, found[bisect_right(starts, place) - 1].lang, report)


def in_order(document: Document, found: Sequence[Piece], readable: Callable[[str], str]) -> bool:
    """Return whether the document's texts follow each other among `found`, with no other words between them."""
    shown = [words for text in document.shown_texts() if (words := readable(text.plain))]
    return _side_by_side(shown, "".join(readable(piece.text) for piece in found)) is not None


def _side_by_side(texts: Sequence[str], everything: str) -> list[int | None] | None:
    """Return where each text begins if they follow each other with only numbers and bullets between, else nothing."""
    places: list[int | None] = []
    at = 0
    for words in texts:
        place = everything.find(words, at)
        if place < 0 or any(map(str.isalpha, everything[at:place])):
            return None
        places.append(place)
        at = place + len(words)
    return places


def _heaviest_chain(texts: Sequence[str], everything: str) -> list[int | None]:
    """Return where each text begins in the order that keeps the most of them; None for one that is not in it."""
    # Both rise together: where chains end, and the heaviest chain that has ended by then.
    ends: list[int] = [0]
    best: list[_Chain] = [(0, -1, 0, None)]
    for index, words in enumerate(texts):
        grown: list[tuple[int, _Chain]] = []
        for place in _occurrences(words, everything):
            before = best[bisect_right(ends, place) - 1]
            grown.append((place + len(words), (before[0] + len(words) + 1, index, place, before)))
        for end, chain in grown:
            if best[bisect_right(ends, end) - 1][0] < chain[0]:
                first = last = bisect_left(ends, end)
                while last < len(ends) and best[last][0] <= chain[0]:
                    last += 1
                ends[first:last], best[first:last] = [end], [chain]
    places: list[int | None] = [None] * len(texts)
    link: _Chain | None = best[-1]
    while link is not None:
        _, index, place, link = link
        if index >= 0:
            places[index] = place
    return places


def _occurrences(words: str, everything: str) -> Iterator[int]:
    place = everything.find(words)
    while place >= 0:
        yield place
        place = everything.find(words, place + 1)


def _without(everything: str, taken: Sequence[tuple[int | None, int]]) -> str:
    """Return what is left of `everything` when the texts that were found are taken out."""
    left: list[str] = []
    at = 0
    for place, length in taken:
        if place is not None:
            left.append(everything[at:place])
            at = place + length
    return "\n".join((*left, everything[at:]))


def _check_language(document: Document, text: Text, lang: str, report: Report) -> None:
    if lang != text.opening_lang:
        report.error(
            "wrong-language",
            f"{text.unit or text.plain} is marked as {lang} and is in {text.opening_lang}",
            at=text.origin or Origin(document.edition.path),
            unit=text.unit,
        )


def _report_lost(document: Document, text: Text, elsewhere: bool, report: Report) -> None:
    code = "wrong-order" if elsewhere else "missing-unit"
    what = "stands before what it should follow" if elsewhere else "is not, or not completely, in the finished file"
    report.error(
        code,
        f"“{_short(text.plain)}” ({text.unit}) {what}",
        at=text.origin or Origin(document.edition.path),
        unit=text.unit,
    )


def leftovers(document: Document, found: Sequence[Piece], report: Report) -> None:
    """Report markup and placeholders that reached the reader."""
    for piece in found:
        left = _LEFTOVER.findall(piece.text)
        if left:
            report.error(
                "leftover-placeholder",
                f"“{' '.join(left)}” is left in “{_short(piece.text)}”",
                at=Origin(document.edition.path),
                hint="a placeholder was not filled, or markup was taken for words",
            )


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
