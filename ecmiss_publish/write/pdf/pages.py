"""Flowables -> pages: filled from the top, a new one begun where the next flowable neither fits nor splits.

ReportLab's document templates and frames did this before; importing them took half of a fresh process's time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.flowables import Flowable, PageEnd, stacked_ends
from ecmiss_publish.write.pdf.outline import Outline
from ecmiss_publish.write.theme import Page, Theme

_MUCH_WHITE = 0.3  # of a page's height: rather than leave so much of it white, what follows a heading is split
# Shares of the theme's spaces and line heights, tried one after the other.
_SPACES = ((1.0, 1.0), (0.9, 1.0), (0.8, 1.0))
_CLOSER_LINES = ((0.8, 0.97), (0.8, 0.94))
_FUZZ = 1e-6  # points that rounding may add to a height


class TooTall(Exception):
    """Something is taller than a page and cannot be split. The message says what."""


def spare(document: Document, theme: Theme, page: Page, make: Callable[[Theme], Story], report: Report) -> Story | None:
    """Return the story in the theme's spaces, or in somewhat smaller ones where they save a page; None, reported.

    Lines come closer only where that saves a whole sheet, as in a booklet, which would end with three pages for notes.
    """
    counted: list[int] = []
    for space, line in (*_SPACES, *(_CLOSER_LINES if page.multiple > 1 else ())):
        look = theme.closer(space, line)
        try:
            counted.append(_count(make(look).flowables(), page))
        except TooTall as error:
            if not counted:
                _report_too_tall(error, document, report)
                return None
            break
        if counted[-1] < counted[0]:
            return make(look)
    return make(theme)


def _report_too_tall(error: TooTall, document: Document, report: Report) -> None:
    edition = document.edition
    report.error(
        "too-tall",
        f"{error} is taller than the page “{edition.page}” and cannot be split",
        at=Origin(edition.path),
        hint="use a larger page, or less in one piece",
    )


def fill_pages(story: Sequence[Flowable], page: Page, canvas: TaggedCanvas) -> tuple[int, ...]:
    """Draw `story` on as many pages as it takes; headings become the outline.

    Return the numbers, from 0, of pages that are empty, since the form has a multiple of so many.
    """
    outline = Outline(canvas)
    sheet = _Sheet(canvas, page, outline)
    sheet.place(story)
    outline.write(story)
    return tuple(sheet.blanks)


def _count(story: Sequence[Flowable], page: Page) -> int:
    """Return how many pages `story` takes, with those that fill the form's last sheet; or raise TooTall."""
    sheet = _Sheet(None, page, None)
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
    pages: int = 0
    top: float = 0.0
    after: float = 0.0
    begun: bool = False  # something stands on the page
    ended: bool = False  # the page before this one was ended on purpose
    blanks: list[int] = field(default_factory=list)
    ending: Sequence[Flowable] = ()  # what follows the break to the last page

    def __post_init__(self) -> None:
        self.top = self.page.height - self.page.margin

    @property
    def width(self) -> float:
        """The width of the text area."""
        return self.page.width - 2 * self.page.margin

    def place(self, story: Sequence[Flowable]) -> None:
        """Draw the whole story."""
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
            if stacked_ends(group, self.width)[-1] > room and not self._begins_here(group, room):
                self._next_page()
        for flowable in group:
            self._place(flowable)

    def _begins_here(self, group: Sequence[Flowable], room: float) -> bool:
        """Return whether all but the last fit into much of a page's height, and with them a part of the last."""
        if room < _MUCH_WHITE * (self.page.height - self.page.margin - self.page.foot):
            return False
        *before, last = group
        left = room - stacked_ends(before, self.width)[-1] - max(before[-1].after, last.before)
        return left > 0 and bool(last.split(self.width, left))

    def finish(self) -> None:
        """End the last page, unless a break in the text has just done so, and add what the form lacks of its pages."""
        if self.begun or not self.ended:
            self._next_page()
        self._add_blanks(0)

    def _add_blanks(self, still: int) -> None:
        """End empty pages until, with `still` more, the form has as many as it may have."""
        while (self.pages + still) % self.page.multiple:
            self.blanks.append(self.pages)
            self._next_page()

    def _place(self, flowable: Flowable) -> None:
        if isinstance(flowable, PageEnd):
            self._next_page()
            self.ended = True
            if flowable.last:
                self._add_blanks(max(1, _count(self.ending, replace(self.page, multiple=1))))
            return
        waiting = [flowable]
        while waiting:
            room = self._room(waiting[0])
            if room > 0 and waiting[0].wrap(self.width) <= room + _FUZZ:
                self._draw(waiting.pop(0))
            elif pieces := waiting[0].split(self.width, room) if room > 0 else []:
                self._draw(pieces[0])
                waiting[:1] = pieces[1:]
            elif self.begun:
                self._next_page()
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

    def _next_page(self) -> None:
        if self.canvas is not None:
            self.canvas.showPage()
        self.pages += 1
        self.top, self.after = self.page.height - self.page.margin, 0.0
        self.begun = self.ended = False
