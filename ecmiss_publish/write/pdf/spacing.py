"""A form that fills page after page: of several ways to fill them the one with the best pages.

A little more or less space between paragraphs decides whether a last page holds a notice alone, whether a panel or a
table is torn, whether half a page stays white before a picture. So all are tried; type is left as it is. Lines come
closer only where that saves the last sheet of a booklet, which would have up to three pages for notes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.flowables import Flowable
from ecmiss_publish.write.pdf.pages import cost
from ecmiss_publish.write.theme import Page, Theme

# As shares of the theme's spaces, the theme's own first. Below three quarters headings stand too near to what precedes.
# Steps half as wide save no page of our leaflets in any language, and take twice the time.
_SPACES = (1.0, 0.9, 1.1, 0.8, 0.75)
_WHITES = (0.3, 0.6)  # rather than leave so much of a page white, what follows a heading is split
_LINES = (1.0, 0.97, 0.94)  # as shares of the theme's line heights
_CLOSER = 50.0  # what a line nearer by its whole height costs: so a sheet is worth it, and nothing less


@dataclass(frozen=True, slots=True)
class Filling:
    """A story, what it is made of, and how much of a page it leaves white rather than split something."""

    story: Story
    flowables: Sequence[Flowable]
    white: float


def best_pages(theme: Theme, page: Page, make: Callable[[Theme], Story]) -> Filling:
    """Return the filling whose pages cost least. A spacing far from the theme's own is a cost too."""
    lines = _LINES if page.multiple > 1 else _LINES[:1]
    ways: list[tuple[float, Filling]] = []
    for line, space in product(lines, _SPACES):
        story = make(theme.scaled(1.0, space, page.least).closer(line))
        flowables = story.flowables()
        strange = abs(1 - space) + _CLOSER * (1 - line)
        ways += [(cost(flowables, page, white) + strange, Filling(story, flowables, white)) for white in _WHITES]
    return min(ways, key=lambda way: way[0])[1]
