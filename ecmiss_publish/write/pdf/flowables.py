"""The pieces that pages are filled with: text, boxes, tables, pictures. All lengths are points.

A flowable knows how to measure itself for a width, to split at a height, and to draw itself with its structure
elements. `direction` turns start and end: a start indent is on the right in right-to-left text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.typeset.wrap import Line, Setting
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, colour_operator, disc, draw_line, filled_box, number

_ORPHANS = 2  # at least so many lines on each side of a page break
_BASELINE = 0.36  # how far below a line's middle its baseline lies, in sizes


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: size, leading, indent from the start edge, space around, and whether it holds on.

    `direction` is the page's: it says on which side the indent is. The words may run the other way.
    """

    size: float
    leading: float
    direction: Direction = "ltr"
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker in the indent before a paragraph; in a filled circle if `disc` has a colour."""

    setting: Setting
    inks: Inks
    disc: RGB | None = None
    room: float = 18.0


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

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits into `height` and the rest; nothing where too little fits."""
        return []

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

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        if self._given is None and width != self._broken_at:
            self._broken_at = width
            self._lines = self.setting.lines((width - self.style.indent) * 1000 / self.style.size)
        self.height = len(self._lines) * self.style.leading
        return self.height

    def split(self, width: float, height: float) -> list[Flowable]:
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

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the lines from the top."""
        size, leading = self.style.size, self.style.leading
        left = x if self.style.direction == "rtl" else x + self.style.indent
        inks = self.inks if canvas.first_time(self) else replace(self.inks, element=None)
        baseline = y + self.height - leading / 2 - size * _BASELINE
        if self.marker is not None:
            self._draw_marker(canvas, self.marker, x, baseline)
        for line in self._lines:
            draw_line(canvas, self.setting, line, left, baseline, self.width - self.style.indent, size, inks)
            baseline -= leading

    def _draw_marker(self, canvas: TaggedCanvas, marker: Marker, x: float, y: float) -> None:
        size = self.style.size
        rtl = self.style.direction == "rtl"
        line = marker.setting.lines(1e9)[0]
        wide = marker.setting.natural_width(line) * size / 1000
        start = self.style.indent - marker.room
        if marker.disc is not None:
            radius = size * 0.82
            centre = x + (self.width - start - radius if rtl else start + radius)
            with canvas.inside(None):
                canvas.operators(disc(marker.disc, centre, y + size * _BASELINE, radius))
            left = centre - wide / 2
        else:
            left = x + (self.width - start - wide if rtl else start)
        draw_line(canvas, marker.setting, line, left, y, wide, size, marker.inks)


class Box(Flowable):
    """Flowables in a panel: a fill, an edge line at the start, padding; it may go on over pages."""

    called = "a panel"

    def __init__(
        self,
        content: Sequence[Flowable],
        *,
        direction: Direction,
        fill: RGB | None = None,
        edge: RGB | None = None,
        padding: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
        bleed: float = 0.0,
    ) -> None:
        self.content = list(content)
        self.direction, self.fill, self.edge, self.padding, self.bleed = direction, fill, edge, padding, bleed
        self.before, self.after = before, after
        self.at_least = 0.0  # the height of the tallest box beside it
        self._ends: list[float] = []  # how far down each flowable ends, from the padding's edge

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self._ends = stacked_ends(self.content, width - 2 * self.padding)
        content = self._ends[-1] + 2 * self.padding if self.content else 0.0
        self.height = max(content, self.at_least)
        return self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits into `height` and the rest; nothing where too little fits."""
        if self.bleed:
            return []
        self.wrap(width)
        ends = self._ends
        room = height - 2 * self.padding
        kept = sum(end <= room for end in ends)
        if kept == len(self.content):
            return [self]
        start = ends[kept - 1] + self.content[kept - 1].after if kept else 0.0
        pieces = self.content[kept].split(width - 2 * self.padding, room - start) if room > start else []
        first, rest = self.content[:kept], self.content[kept:]
        if len(pieces) >= 2:
            first, rest = [*first, pieces[0]], [*pieces[1:], *rest[1:]]
        while first and len(pieces) < 2 and first[-1].keep_next:
            rest.insert(0, first.pop())
        return [self._part(first), self._part(rest)] if first else []

    def _part(self, content: Sequence[Flowable]) -> Box:
        return Box(
            content,
            direction=self.direction,
            fill=self.fill,
            edge=self.edge,
            padding=self.padding,
            before=self.before,
            after=self.after,
        )

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the panel, then what is in it from the top."""
        if self.fill is not None or self.edge is not None:
            self._draw_panel(canvas, x, y)
        top = y + self.height - self.padding
        for flowable, end in zip(self.content, self._ends, strict=True):
            flowable.draw(canvas, x + self.padding, top - end)

    def _draw_panel(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        with canvas.inside(None):
            if self.fill is not None:
                wide, tall = self.width + 2 * self.bleed, self.height + self.bleed
                canvas.operators(filled_box(self.fill, x - self.bleed, y, wide, tall))
            if self.edge is not None:
                left = x + self.width - 3 if self.direction == "rtl" else x
                canvas.operators(filled_box(self.edge, left, y, 3, self.height))


class Columns(Flowable):
    """Boxes side by side, as wide and as tall as each other; never split. `count` is how many would fit."""

    called = "a row of cards"

    def __init__(
        self, boxes: Sequence[Box], *, count: int, direction: Direction, gap: float, keep_next: bool = False
    ) -> None:
        self.boxes, self.count, self.direction, self.gap = list(boxes), count, direction, gap
        self.after, self.keep_next = gap, keep_next

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        count = len(self.boxes) if len(self.boxes) == 1 else self.count
        self._wide = (width - self.gap * (count - 1)) / count
        self.height = max(box.wrap(self._wide) for box in self.boxes)
        return self.height

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the boxes in reading order."""
        for at, box in enumerate(self.boxes):
            box.at_least = self.height
            box.wrap(self._wide)
            left = at * (self._wide + self.gap)
            box.draw(canvas, x + (self.width - left - self._wide if self.direction == "rtl" else left), y)


@dataclass(slots=True)
class CellBox:
    """A table cell: its text, its tint, and a hatch at its start edge where the column is the hatched one."""

    text: TextBlock
    tint: RGB | None = None


class TableBlock(Flowable):
    """A table with a head that repeats on every page, and rules between rows. Rows are never split."""

    called = "a table's row"

    def __init__(
        self,
        head: Sequence[CellBox],
        rows: Sequence[Sequence[CellBox]],
        *,
        shares: Sequence[float],
        direction: Direction,
        rule: RGB,
        strong_rule: RGB,
        padding: float = 6.0,
        after: float = 0.0,
    ) -> None:
        self.head, self.rows, self.shares = head, list(rows), shares
        self.direction, self.rule, self.strong_rule, self.padding = direction, rule, strong_rule, padding
        self.after = after

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        total = sum(self.shares)
        self._widths = [width * share / total for share in self.shares]
        self._heights = [self._row_height(row) for row in (self.head, *self.rows)]
        self.height = sum(self._heights)
        return self.height

    def _row_height(self, row: Sequence[CellBox]) -> float:
        heights = (cell.text.wrap(width - 2 * self.padding) for cell, width in zip(row, self._widths, strict=True))
        return max(heights) + 2 * self.padding

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the rows that fit below the head, and the rest below the same head."""
        self.wrap(width)
        room = height - self._heights[0]
        kept = 0
        for tall in self._heights[1:]:
            if tall > room:
                break
            room -= tall
            kept += 1
        if kept in (0, len(self.rows)):
            return [self] if kept else []
        return [self._part(self.rows[:kept]), self._part(self.rows[kept:])]

    def _part(self, rows: Sequence[Sequence[CellBox]]) -> TableBlock:
        return TableBlock(
            self.head,
            rows,
            shares=self.shares,
            direction=self.direction,
            rule=self.rule,
            strong_rule=self.strong_rule,
            padding=self.padding,
            after=self.after,
        )

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw row by row, cell by cell in reading order."""
        top = y + self.height
        for index, (row, tall) in enumerate(zip((self.head, *self.rows), self._heights, strict=True)):
            self._draw_row(canvas, row, x, top, tall)
            top -= tall
            rule, thick = (self.rule, "0.6") if index else (self.strong_rule, "1.2")
            line = f"{thick} w {number(x)} {number(top)} m {number(x + self.width)} {number(top)} l S"
            with canvas.inside(None):
                canvas.operators(f"{colour_operator(rule, 'RG')} {line}")

    def _draw_row(self, canvas: TaggedCanvas, row: Sequence[CellBox], x: float, top: float, tall: float) -> None:
        at = 0.0
        for cell, wide in zip(row, self._widths, strict=True):
            left = x + (self.width - at - wide if self.direction == "rtl" else at)
            if cell.tint is not None:
                with canvas.inside(None):
                    canvas.operators(filled_box(cell.tint, left, top - tall, wide, tall))
            cell.text.draw(canvas, left + self.padding, top - self.padding - cell.text.height)
            at += wide


class Gap(Flowable):
    """Room that is taken whatever stands around it."""

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw nothing."""


class PageEnd(Gap):
    """The end of a page; in a box, which is not broken for it, nothing."""

    def __init__(self) -> None:
        super().__init__(0.0)


def stacked_ends(flowables: Sequence[Flowable], width: float) -> list[float]:
    """Return how far down each of `flowables` ends, one below the other; of two spaces between the larger counts."""
    ends: list[float] = []
    at = after = 0.0
    for index, flowable in enumerate(flowables):
        at += flowable.wrap(width) + (max(after, flowable.before) if index else 0.0)
        after = flowable.after
        ends.append(at)
    return ends
