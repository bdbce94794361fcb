"""Flowables -> pages: filled from the top, a new one begun where the next flowable neither fits nor splits.

ReportLab's document templates and frames did this before; importing them took half of a fresh process's time.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.flowables import Flowable, PageEnd, TextBlock, stacked_ends
from ecmiss_publish.write.pdf.outline import Outline
from ecmiss_publish.write.theme import Page

_TEAR = 0.1  # of a page: rather than tear a panel, a row or a table, so much is left white
_LONELY = 1 / 6  # of a page's height: a last page, and one before a break, should hold more
_FUZZ = 1e-6  # points that rounding may add to a height


class TooTall(Exception):
    """Something is taller than a page and cannot be split. The message says what."""


def fill_pages(story: Sequence[Flowable], page: Page, canvas: TaggedCanvas, white: float) -> tuple[int, ...]:
    """Draw `story` on as many pages as it takes, or raise TooTall; headings become the outline.

    Rather than leave so much of a page `white`, as a share of its height, what follows a heading is split.
    Return the numbers, from 0, of pages that are empty, since the form has a multiple of so many.
    """
    outline = Outline(canvas)
    sheet = _Sheet(canvas, page, outline, white)
    sheet.place(story)
    outline.write(story)
    return tuple(sheet.blanks)


def cost(story: Sequence[Flowable], page: Page, white: float) -> float:
    """Return how bad the pages of `story` are: how many, how much of them is white, how often a panel is torn.

    A page more is one. A large white counts more than two small ones, and most of all a last page with next to nothing.
    """
    sheet = _Sheet(None, page, None, white)
    try:
        sheet.place(story)
    except TooTall:
        return math.inf
    return sheet.pages + sum(share**2 for share in sheet.whites) + _TEAR * sheet.tears + sheet.lonely


def _pages_of(story: Sequence[Flowable], page: Page, white: float) -> int:
    """Return how many pages `story` takes."""
    sheet = _Sheet(None, replace(page, multiple=1), None, white)
    sheet.place(story)
    return sheet.pages


def _next_group(waiting: deque[Flowable]) -> list[Flowable]:
    """Take the next flowable, and while one holds on to its successor that one too."""
    group = [waiting.popleft()]
    while group[-1].keep_next and waiting and not isinstance(waiting[0], PageEnd):
        group.append(waiting.popleft())
    return group


@dataclass(slots=True)
class _Sheet:
    """The page that is being filled: `top` is the upper edge of the room that is left, `after` the space above it.

    Without a canvas pages are counted and not drawn.
    """

    canvas: TaggedCanvas | None
    page: Page
    outline: Outline | None
    much_white: float
    pages: int = 0
    top: float = 0.0
    after: float = 0.0
    begun: bool = False  # something stands on the page
    ended: bool = False  # the page before this one was ended on purpose
    blanks: list[int] = field(default_factory=list)
    ending: Sequence[Flowable] = ()  # what follows the break to the last page
    whites: list[float] = field(default_factory=list)  # of full pages, the shares that stayed white
    tears: int = 0  # how often something else than a paragraph went on over a page
    lonely: int = 0  # how many pages end with next to nothing though others are full

    def __post_init__(self) -> None:
        self.top = self.page.height - self.page.margin

    @property
    def width(self) -> float:
        """The width of the text area."""
        return self.page.width - 2 * self.page.margin

    @property
    def _tall(self) -> float:
        """The height of the text area."""
        return self.page.height - self.page.margin - self.page.foot

    @property
    def _white(self) -> float:
        """The share of the page that is white as yet."""
        return max(0.0, self.top - self.page.foot) / self._tall

    def place(self, story: Sequence[Flowable]) -> None:
        """Draw the whole story, which may have been placed before."""
        for flowable in story:
            flowable.as_made()
        waiting = deque(story)
        while waiting:
            if isinstance(waiting[0], PageEnd) and waiting[0].last:
                self.ending = [*waiting][1:]
            self.place_together(_next_group(waiting))
        self.finish()

    def place_together(self, group: Sequence[Flowable]) -> None:
        """Draw flowables that hold on to each other, on one page if a page can hold them.

        The last one is split rather than much of a page left white.
        """
        if group[0].keep_next and self.begun:
            room = self._room(group[0])
            if not self._fits(group, room) and not self._begins_here(group, room):
                self._turn()
        if group[0].keep_next and not self.begun:
            self._fits(group, self._room(group[0]))
        for flowable in group:
            self._place(flowable)

    def _fits(self, group: Sequence[Flowable], room: float) -> bool:
        """Return whether flowables stand one below the other in `room`; what can be lower gives way."""
        over = stacked_ends(group, self.width)[-1] - room
        if over > _FUZZ:
            for flowable in group:
                flowable.lower(over)
        return over <= _FUZZ or stacked_ends(group, self.width)[-1] <= room + _FUZZ

    def _begins_here(self, group: Sequence[Flowable], room: float) -> bool:
        """Return whether all but the last fit into much of a page's height, and with them a part of the last."""
        if room < self.much_white * self._tall:
            return False
        *before, last = group
        left = room - stacked_ends(before, self.width)[-1] - max(before[-1].after, last.before)
        return left > 0 and bool(last.split(self.width, left))

    def finish(self) -> None:
        """End the last page, unless a break in the text has just done so, and add what the form lacks of its pages."""
        if self.begun or not self.ended:
            self._end_page()
        self._add_blanks(0)

    def _add_blanks(self, still: int) -> None:
        """End empty pages until, with `still` more, the form has as many as it may have."""
        while (self.pages + still) % self.page.multiple:
            self.blanks.append(self.pages)
            self._next_page()

    def _place(self, flowable: Flowable) -> None:
        if isinstance(flowable, PageEnd):
            self._end_page()
            self.ended = True
            if flowable.last:
                self._add_blanks(max(1, _pages_of(self.ending, self.page, self.much_white)))
            return
        waiting = [flowable]
        while waiting:
            room = self._room(waiting[0])
            if room > 0 and waiting[0].wrap(self.width) <= room + _FUZZ:
                self._draw(waiting.pop(0))
            elif pieces := waiting[0].split(self.width, room, need=not self.begun) if room > 0 else []:
                self.tears += not isinstance(waiting[0], TextBlock)
                self._draw(pieces[0])
                waiting[:1] = pieces[1:]
                if waiting:
                    self._turn()
            elif self.begun:
                self._turn()
            else:
                raise TooTall(waiting[0].called)

    def _room(self, flowable: Flowable) -> float:
        """Return the height that is left for `flowable`; of two spaces between flowables the larger counts."""
        return self.top - self._space_before(flowable) - self.page.foot

    def _space_before(self, flowable: Flowable) -> float:
        return max(flowable.before - self.after, 0.0) if self.begun else 0.0

    def _draw(self, flowable: Flowable) -> None:
        bottom = self.top - self._space_before(flowable) - flowable.wrap(self.width)
        if self.canvas is not None and self.outline is not None:
            self.outline.mark(flowable)
            flowable.draw(self.canvas, self.page.margin, bottom)
        self.top, self.after = bottom - flowable.after, flowable.after
        self.begun = True

    def _turn(self) -> None:
        """Begin a page because this one is full."""
        self.whites.append(self._white)
        self._next_page()

    def _end_page(self) -> None:
        """Begin a page because what stands on this one is at its end."""
        self.lonely += self.pages > 0 and 1 - self._white < _LONELY
        self._next_page()

    def _next_page(self) -> None:
        if self.canvas is not None:
            self.canvas.showPage()
        self.pages += 1
        self.top, self.after = self.page.height - self.page.margin, 0.0
        self.begun = self.ended = False
