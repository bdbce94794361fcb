"""A range keeps its order: 1–2 weeks may become “1 to 2”, but not 2–1."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.numbers import places_of
from ecmiss_publish.verify.message.reading import plain_of

_DASH = re.compile(r"\s*[-‐‑–—−~～〜]\s*")
_WORDS = re.compile(r"[^\d.!?;:。；।؟]{0,24}")  # what may stand between the ends: “à”, “bis zu”, “ से ”

Range = tuple[Decimal, Decimal]


def ranges(message: Message, context: Context, report: Report) -> None:
    """Report a range of the source whose ends changed places.

    One of the two must have a dash: of “2 out of 10” other languages say “of 10 people, 2”.
    """
    source, translation = _pairs(message.source, context.source), _pairs(message.translation, context.locale)
    for (low, high), dash in source.items():
        turned = (high, low)
        if low < high and turned in translation and (low, high) not in translation and (dash or translation[turned]):
            report.error(
                "range-reversed",
                f"the source has {low:f}–{high:f}, the translation {high:f}–{low:f}",
                at=message.origin,
                hint="write the smaller number first; no language turns ranges round, not even from right to left",
                unit=message.unit,
            )


def _pairs(markdown: str, locale: Locale) -> dict[Range, bool]:
    """Return the numbers that follow each other with few words in between, and whether a dash joins them."""
    return dict(_neighbours(plain_of(markdown), locale))


def _neighbours(text: str, locale: Locale) -> Iterator[tuple[Range, bool]]:
    for (_, end, low), (start, _, high) in itertools.pairwise(places_of(text, locale)):
        between = text[end:start]
        if _WORDS.fullmatch(between):
            yield (low, high), _DASH.fullmatch(between) is not None
