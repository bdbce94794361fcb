"""A form that fills page after page: of several ways to fill them the one with the best pages.

A little more or less space between paragraphs decides whether a last page holds a notice alone, whether a panel or a
table is torn, whether half a page stays white before a picture. So all are tried; type is left as it is. Lines come
closer only where that saves the last sheet of a booklet, which would have up to three pages for notes.
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
_LINES = (1.0, 0.97, 0.94)  # as shares of the theme's line heights
_CLOSER = 50.0  # what a line nearer by its whole height costs: so a sheet is worth it, and nothing less


def best_pages(theme: Theme, page: Page, make: Callable[[Theme], Story]) -> tuple[Story, float]:
    """Return the story whose pages cost least, and how much white they leave rather than split something.

    A spacing far from the theme's own is a cost too.
    """

    def look(space: float, line: float) -> Theme:
        return theme.scaled(1.0, space, page.least).closer(line)

    def total(way: tuple[float, float, float]) -> float:
        line, white, space = way
        return cost(make(look(space, line)).flowables(), page, white) + abs(1 - space) + _CLOSER * (1 - line)

    lines = _LINES if page.multiple > 1 else _LINES[:1]
    line, white, space = min(product(lines, _WHITES, _SPACES), key=total)
    return make(look(space, line)), white
