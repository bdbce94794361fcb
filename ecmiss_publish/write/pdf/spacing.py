"""A form that fills page after page: of several ways to fill them the one with the best pages.

A little more or less space between paragraphs decides whether a last page holds a notice alone, whether a panel or a
table is torn, whether half a page stays white before a picture. So all are tried; type is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.pages import cost
from ecmiss_publish.write.theme import Page, Theme

# As shares of the theme's spaces, the theme's own first. Below three quarters headings stand too near to what precedes.
_SPACES = (1.0, 0.95, 1.05, 0.9, 1.1, 0.85, 1.15, 0.8, 0.75)
_WHITES = (0.3, 0.6)  # rather than leave so much of a page white, what follows a heading is split


def best_pages(theme: Theme, page: Page, make: Callable[[Theme], Story]) -> tuple[Story, float]:
    """Return the story whose pages cost least, and how much white they leave rather than split something.

    A spacing far from the theme's own is a cost too.
    """

    def total(way: tuple[float, float]) -> float:
        white, space = way
        return cost(make(_spaced(theme, page, space)).flowables(), page, white) + abs(1 - space)

    white, space = min(product(_WHITES, _SPACES), key=total)
    return make(_spaced(theme, page, space)), white


def _spaced(theme: Theme, page: Page, share: float) -> Theme:
    return theme.scaled(1.0, share, page.least)
