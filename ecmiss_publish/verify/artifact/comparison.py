"""What was read from a finished file against what its Document shows: presence, completeness, order, language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin, Report

# White space, soft hyphens, joiners that shaping may swallow, and direction controls carry no words.
_WORDLESS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff\ufffe]+")
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z_]+\}|</?(?:text|strong|em|bdi|br|p|h)\b[^>]*>|\*\*\S|&(?:lt|gt|amp);")


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

    Words are compared as `readable` makes them.
    """
    pieces = [readable(piece.text) for piece in found]
    starts = [0, *accumulate(len(piece) for piece in pieces)]
    everything = "".join(pieces)
    at = 0
    for text in wanted:
        words = readable(text.plain)
        place = everything.find(words, at)
        if place >= 0:
            _check_language(document, text, _lang_at(place, starts, found), report)
            at = place + len(words)
        else:
            _report_lost(document, text, words in everything, report)


def _check_language(document: Document, text: Text, lang: str, report: Report) -> None:
    if lang != text.lang:
        report.error(
            "wrong-language",
            f"{text.unit or text.plain} is marked as {lang} and is in {text.lang}",
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
        for left in _LEFTOVER.findall(piece.text):
            report.error(
                "leftover-placeholder",
                f"“{left}” is left in “{_short(piece.text)}”",
                at=Origin(document.edition.path),
                hint="a placeholder was not filled, or markup was taken for words",
            )


def _lang_at(place: int, starts: Sequence[int], found: Sequence[Piece]) -> str:
    for index, piece in enumerate(found):
        if starts[index] <= place < starts[index + 1]:
            return piece.lang
    return found[-1].lang if found else ""


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
