"""The pieces that pages are filled with: what every piece can do, and paragraphs. All lengths are points.

A flowable knows how to measure itself for a width, to split at a height, and to draw itself with its structure
elements. `direction` turns start and end: a start indent is on the right in right-to-left text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.typeset.wrap import Line, Setting
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, disc, draw_line, filled_box

_ORPHANS = 2  # at least so many lines on each side of a page break
_BASELINE = 0.36  # how far below a line's middle its baseline lies, in sizes
_WRITING = 40 * 72 / 25.4  # points that a telephone number in large handwriting takes
DISC = 0.82  # the radius of the circle around a step's number, in sizes


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: size, leading, indent from the start edge, space around, and whether it holds on.

    `direction` says on which side the indent is; the words may run the other way. Lines are no longer than `measure`.
    A `rule` goes on from the last line's end, to write on. `balanced` lines, those of titles, are about equally long.
    """

    size: float
    leading: float
    direction: Direction = "ltr"
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    measure: float = math.inf
    rule: RGB | None = None
    balanced: bool = False


class Marker(Protocol):
    """What stands in the indent before a paragraph."""

    @property
    def tall(self) -> float:
        """The height that the paragraph must have at least."""
        ...

    def draw(
        self, canvas: TaggedCanvas, style: TextStyle, left: float, right: float, top: float, baseline: float
    ) -> None:
        """Draw beside a paragraph that begins at `top`, its first line on `baseline`, from `left` to `right`."""
        ...


@dataclass(frozen=True, slots=True)
class LabelMarker:
    """A bullet or number; in a filled circle if `disc` has a colour."""

    setting: Setting
    inks: Inks
    disc: RGB | None = None
    room: float = 18.0
    tall: float = 0.0

    def draw(
        self, canvas: TaggedCanvas, style: TextStyle, left: float, right: float, top: float, baseline: float
    ) -> None:
        """Draw the label in its element."""
        size = style.size
        line = self.setting.lines(1e9)[0]
        wide = self.setting.natural_width(line) * size / 1000
        start = style.indent - self.room
        if self.disc is not None:
            radius = size * DISC
            centre = right - start - radius if style.direction == "rtl" else left + start + radius
            with canvas.inside(None):
                canvas.operators(disc(self.disc, centre, baseline + size * _BASELINE, radius))
            x = centre - wide / 2
        else:
            x = right - start - wide if style.direction == "rtl" else left + start
        draw_line(canvas, self.setting, line, x, baseline, wide, size, self.inks)


class Flowable:
    """A piece of the story: the space it asks for around itself, and whether the next one must stand on its page."""

    called = "a paragraph"  # in messages
    before = after = 0.0
    keep_next = False
    width = height = 0.0

    def wrap(self, width: float) -> float:
        """Return the height at `width`. What is drawn or split has been wrapped before."""
        self.width = width
        return self.height

    def split(self, width: float, height: float, *, need: bool = False) -> list[Flowable]:
        """Return the part that fits into `height` and the rest; nothing where too little fits.

        Where a page that is still empty does not hold it, there is `need`, and any part will do.
        """
        return []

    def lower(self, points: float) -> None:
        """Be lower by so many points at the width that was asked for last, if that is possible at all."""

    def as_made(self) -> None:
        """Take back what `lower` has done, so that the story can be placed once more."""

    def first_baseline(self) -> float | None:
        """Return how far below the upper edge the first line of words stands, if there is one."""
        return None

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw with the lower left corner at (x, y) of the page."""
        raise NotImplementedError


class TextBlock(Flowable):
    """A paragraph, or the rest of one after a page break."""

    def __init__(
        self,
        setting: Setting,
        style: TextStyle,
        inks: Inks,
        marker: Marker | None = None,
        lines: tuple[Line, ...] | None = None,
    ) -> None:
        self.setting, self.style, self.inks, self.marker = setting, style, inks, marker
        self.before, self.after, self.keep_next = style.before, style.after, style.keep_next
        self._given = lines
        self._lines: tuple[Line, ...] = lines or ()
        self._broken_at = 0.0  # the width that the lines are for: pages and boxes ask several times
        self.writing: tuple[TextBlock, ...] = (self,)  # it and those around it that have a line to write on
        self.beside = 0.0  # the height of the tallest lines of the headings beside it, with which it shares its lines

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self._break(width)
        self.height = max(self._shared, self.marker.tall if self.marker else 0.0)
        if self.style.rule is not None and self._rule_below():
            self.height += self.style.leading
        return self.height

    def _break(self, width: float) -> None:
        self._room = min(width - self.style.indent, self.style.measure)
        if self._given is None and width != self._broken_at:
            self._broken_at = width
            broken = self.setting.balanced if self.style.balanced else self.setting.even_lines
            self._lines = broken(self._room * 1000 / self.style.size)

    @property
    def tall(self) -> float:
        """The height of its own lines."""
        return len(self._lines) * self.style.leading

    @property
    def _shared(self) -> float:
        return max(self.tall, self.beside)

    def _rule_start(self) -> float:
        """Return how far from the start the words before a line to write on end."""
        return self.setting.natural_width(self._lines[-1]) * self.style.size / 1000 + self.style.size * 0.5

    def _rule_below(self) -> bool:
        """Whether too little of a line to write on would be left behind the words, these or those around them."""
        for block in self.writing:
            block._break(self.width)
        return any(block._rule_start() > self.width - _WRITING for block in self.writing)

    def narrowest(self) -> float:
        """Return the width below which words would be broken."""
        return self.setting.narrowest() * self.style.size / 1000 + self.style.indent

    def split(self, width: float, height: float, *, need: bool = False) -> list[Flowable]:
        """Return the lines that fit into `height` and the rest, at least two on each side."""
        self.wrap(width)
        fitting = int((height + 0.01) // self.style.leading)
        if fitting >= len(self._lines):
            return [self]
        fitting = min(fitting, len(self._lines) - _ORPHANS)
        if fitting < _ORPHANS:
            return []
        first = replace(self.style, after=0.0, keep_next=False)
        rest = replace(self.style, before=0.0)
        return [
            TextBlock(self.setting, first, self.inks, self.marker, self._lines[:fitting]),
            TextBlock(self.setting, rest, self.inks, None, self._lines[fitting:]),
        ]

    def first_baseline(self) -> float:
        """Return how far down the first line stands; lines stand in the middle of the height that a marker takes.

        Of headings beside each other the first lines stand where those of the tallest do.
        """
        spare = max(0.0, self.marker.tall - self._shared) if self.marker else 0.0
        return spare / 2 + self.style.leading / 2 + self.style.size * _BASELINE

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the lines from the top."""
        style = self.style
        inks = self.inks if canvas.first_time(self) else replace(self.inks, element=None)
        baseline = y + self.height - self.first_baseline()
        if self.marker is not None:
            self.marker.draw(canvas, style, x, x + self.width, y + self.height, baseline)
        for line in self._lines:
            wide = self._line_width(line)
            left = x + self.width - style.indent - wide if style.direction == "rtl" else x + style.indent
            draw_line(canvas, self.setting, line, left, baseline, wide, style.size, inks)
            baseline -= style.leading
        if style.rule is not None:
            self._draw_rule(canvas, x, baseline + style.leading, style.rule)

    def _line_width(self, line: Line) -> float:
        """Return the width in which a line is set.

        Lines of the other direction, like an English title on an Arabic page, are as wide as their words: so they stand
        at the side where the page's own lines begin, one like several.
        """
        if self.setting.direction == self.style.direction:
            return self._room
        return self.setting.natural_width(line) * self.style.size / 1000

    def _draw_rule(self, canvas: TaggedCanvas, x: float, baseline: float, colour: RGB) -> None:
        """Draw the line to write on, below the words where too little of it would be left behind them."""
        start = self._rule_start()
        if self._rule_below():
            start, baseline = 0.0, baseline - self.style.leading
        left = x if self.style.direction == "rtl" else x + start
        with canvas.inside(None):
            canvas.operators(filled_box(colour, left, baseline - 2, self.width - start, 0.75))


class Gap(Flowable):
    """Room that is taken whatever stands around it."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw nothing."""


class PageEnd(Gap):
    """The end of a page; in a box, which is not broken for it, nothing.

    What follows a `last` one stands on the last page of a form whose number of pages is given.
    """

    def __init__(self, *, last: bool = False) -> None:
        super().__init__(0.0)
        self.last = last


def held_groups(flowables: Sequence[Flowable]) -> list[list[Flowable]]:
    """Return `flowables` in groups: what holds on to its successor is in one with it."""
    groups: list[list[Flowable]] = []
    held = False
    for flowable in flowables:
        if held:
            groups[-1].append(flowable)
        else:
            groups.append([flowable])
        held = flowable.keep_next
    return groups


def stacked_ends(flowables: Sequence[Flowable], width: float, stretch: float = 1.0) -> list[float]:
    """Return how far down each of `flowables` ends, one below the other; of two spaces between the larger counts.

    Spaces are `stretch` times as large as they ask.
    """
    ends: list[float] = []
    at = after = 0.0
    for index, flowable in enumerate(flowables):
        at += flowable.wrap(width) + (max(after, flowable.before) * stretch if index else 0.0)
        after = flowable.after
        ends.append(at)
    return ends
