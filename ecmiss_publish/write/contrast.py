"""Can it be read? The contrast of the colours that meet on a page, as WCAG 2.2 measures it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ecmiss_publish.model.problem import Origin, Report

_BODY = 7.0  # success criterion 1.4.6: many who read leaflets are old, tired or in pain
_LARGE = 4.5  # 1.4.6 for large or bold words, 1.4.3 for all words
_TINTS = ("primary-tint", "teal-tint", "amber-tint", "ecmiss-tint", "open-tint")
_ACCENTS = ("primary", "teal", "amber", "ecmiss", "open")
_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722  # how bright each looks at full strength


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet on a page: `ink` on `ground`, the `least` ratio between them, and what it is for."""

    ink: str
    ground: str
    least: float
    use: str


PAIRS = (
    Pair("ink", "paper", _BODY, "body text"),
    *(Pair("ink", tint, _BODY, "text in panels") for tint in _TINTS),
    Pair("muted", "paper", _BODY, "captions and page numbers"),
    *(Pair("muted", tint, _LARGE, "small print in panels") for tint in _TINTS),
    # The title on its band is large and bold, so it needs less than body text.
    Pair("paper", "primary", _LARGE, "the title on its band"),
    *(Pair(accent, "paper", _LARGE, "headings, links and bars") for accent in _ACCENTS),
    *(Pair("primary", tint, _LARGE, "headings and links in panels") for tint in _TINTS),
    *(Pair(accent, f"{accent}-tint", _LARGE, "headings in panels") for accent in _ACCENTS[1:]),
)


def check_contrast(colours: Mapping[str, str], origin: Origin, report: Report, pairs: Iterable[Pair] = PAIRS) -> None:
    """Report each pair of `colours` (`#RRGGBB` by name) that is too much alike for what it is used for."""
    for pair in pairs:
        ink, ground = colours.get(pair.ink), colours.get(pair.ground)
        if ink is None or ground is None:
            continue
        reached = contrast(ink, ground)
        if reached < pair.least:
            dark, light = (pair.ink, pair.ground) if luminance(ink) < luminance(ground) else (pair.ground, pair.ink)
            report.error(
                "low-contrast",
                f"the contrast of {pair.ink} ({ink}) on {pair.ground} ({ground}) is {_shown(reached)} : 1; "
                f"it must be {pair.least:g} : 1 for {pair.use}",
                at=origin,
                hint=f"make {dark} darker or {light} lighter",
            )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#RRGGBB`: 1 for equal colours, 21 for black and white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how bright `#RRGGBB` looks, from 0 for black to 1 for white."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return _RED * red + _GREEN * green + _BLUE * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _shown(ratio: float) -> str:
    # Rounded down, so that no one reads “4.5 is less than 4.5”.
    return f"{math.floor(ratio * 100) / 100:g}"
