"""A `Text` -> spans: stretches of characters with one weight, slope, language and link.

Isolates become the characters of UAX #9, which the bidi algorithm reads and the page never shows.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import assert_never

from ecmiss_publish.model.inline import Emphasis, Foreign, Inline, Isolate, LineBreak, Link, Run, Strong, Text
from ecmiss_publish.typeset.bidi import LRI, PDI
from ecmiss_publish.typeset.fonts import BOLD, REGULAR

LINE_SEPARATOR = "\u2028"  # white space to UAX #9, where a line feed would end the paragraph and its isolates


@dataclass(frozen=True, slots=True)
class Span:
    """Characters that are set alike. `text` may be empty only in an empty paragraph."""

    text: str
    lang: str
    weight: int = REGULAR
    slope: bool = False
    link: Link | None = None


@functools.lru_cache(maxsize=4096)  # every edition sets the same texts
def spans(text: Text, *, weight: int = REGULAR, slope: bool = False) -> tuple[Span, ...]:
    """Return the spans of `text`. `slope` says whether the script shows emphasis by slope, or else by weight."""
    return tuple(_spans(text.inlines, Span("", text.lang, weight), slope))


def _spans(inlines: tuple[Inline, ...], style: Span, slope: bool) -> list[Span]:
    made: list[Span] = []
    for inline in inlines:
        match inline:
            case Run(words):
                made.append(replace(style, text=words))
            case LineBreak():
                made.append(replace(style, text=LINE_SEPARATOR))
            case Strong(inner):
                made.extend(_spans(inner, replace(style, weight=BOLD), slope))
            case Emphasis(inner):
                shown = replace(style, slope=True) if slope else replace(style, weight=BOLD)
                made.extend(_spans(inner, shown, slope))
            case Link(inner, _):
                made.extend(_spans(inner, replace(style, link=inline), slope))
            case Foreign(inner, lang):
                made.extend(_spans(inner, replace(style, lang=lang), slope))
            case Isolate(inner):
                made.append(replace(style, text=LRI))
                made.extend(_spans(inner, style, slope))
                made.append(replace(style, text=PDI))
            case _:
                assert_never(inline)
    return made
