"""The pieces that ReportLab's frames fill pages with: text, boxes, tables, pictures. All lengths are points.

A flowable knows how to measure itself for a width, to split at a height, and to draw itself with its structure
elements. `direction` turns start and end: a start indent is on the right in right-to-left text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.typeset.wrap import Line, Setting
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, colour_operator, draw_line, number

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


class TextBlock(Flowable):
    """A paragraph, or the rest of one after a page break."""

    def __init__(
        self,
        setting: Setting,
        style: TextStyle,
        inks: Inks,
        marker: Marker | None = None,
        lines: list[Line] | None = None,
    ) -> None:
        super().__init__()
        self.setting, self.style, self.inks, self.marker = setting, style, inks, marker
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.keepWithNext = style.keep_next
        self._given = lines
        self._lines: list[Line] = lines or []
        self._broken_at = 0.0  # the width that the lines are for: frames and boxes ask several times

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at `width`."""
        self.width = width
        if self._given is None and width != self._broken_at:
            self._broken_at = width
            self._lines = self.setting.lines((width - self.style.indent) * 1000 / self.style.size)
        self.height = len(self._lines) * self.style.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the lines that fit into `height` and the rest, at least two on each side."""
        self.wrap(width, height)
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

    def draw(self) -> None:
        """Draw the lines from the top."""
        canvas: TaggedCanvas = self.canv
        size, leading = self.style.size, self.style.leading
        rtl = self.style.direction == "rtl"
        left = 0.0 if rtl else self.style.indent
        inks = self.inks if canvas.first_time(self) else replace(self.inks, element=None)
        y = self.height - leading / 2 - size * _BASELINE
        if self.marker is not None:
            self._draw_marker(canvas, self.marker, y, rtl)
        for line in self._lines:
            draw_line(canvas, self.setting, line, left, y, self.width - self.style.indent, size, inks)
            y -= leading

    def _draw_marker(self, canvas: TaggedCanvas, marker: Marker, y: float, rtl: bool) -> None:
        size = self.style.size
        line = marker.setting.lines(1e9)[0]
        wide = marker.setting.natural_width(line) * size / 1000
        start = self.style.indent - marker.room
        if marker.disc is not None:
            radius = size * 0.82
            centre = start + radius
            x = self.width - centre if rtl else centre
            with canvas.inside(None):
                canvas.operators(colour_operator(marker.disc, "rg"))
                canvas.circle(x, y + size * _BASELINE, radius, stroke=0, fill=1)
            left = x - wide / 2
        else:
            left = self.width - start - wide if rtl else start
        draw_line(canvas, marker.setting, line, left, y, wide, size, marker.inks)


class Box(Flowable):
    """Flowables in a panel: a fill, an edge line at the start, padding; it may go on over pages."""

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
        super().__init__()
        self.content = list(content)
        self.direction, self.fill, self.edge, self.padding, self.bleed = direction, fill, edge, padding, bleed
        self.spaceBefore, self.spaceAfter = before, after
        self.at_least = 0.0  # the height of the tallest box beside it

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at `width`."""
        self.width = width
        content = self._stack(width)[-1] + 2 * self.padding if self.content else 0.0
        self.height = max(content, self.at_least)
        return width, self.height

    def _stack(self, width: float) -> list[float]:
        """Return how far down each flowable ends, from the padding's edge."""
        ends: list[float] = []
        at = after = 0.0
        for index, flowable in enumerate(self.content):
            _, tall = flowable.wrap(width - 2 * self.padding, 1e9)
            at += tall + (max(after, flowable.getSpaceBefore()) if index else 0.0)
            after = flowable.getSpaceAfter()
            ends.append(at)
        return ends

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits into `height` and the rest; nothing where too little fits."""
        if self.bleed:
            return []
        ends = self._stack(width)
        room = height - 2 * self.padding
        kept = sum(end <= room for end in ends)
        if kept == len(self.content):
            return [self]
        start = ends[kept - 1] + self.content[kept - 1].getSpaceAfter() if kept else 0.0
        pieces = self.content[kept].splitOn(self.canv, width - 2 * self.padding, room - start) if room > start else []
        first, rest = self.content[:kept], self.content[kept:]
        if len(pieces) >= 2:
            first, rest = [*first, pieces[0]], [*pieces[1:], *rest[1:]]
        while first and len(pieces) < 2 and first[-1].getKeepWithNext():
            rest.insert(0, first.pop())
        return [self._part(first), self._part(rest)] if first else []

    def _part(self, content: Sequence[Flowable]) -> Box:
        return Box(
            content,
            direction=self.direction,
            fill=self.fill,
            edge=self.edge,
            padding=self.padding,
            before=self.spaceBefore,
            after=self.spaceAfter,
        )

    def draw(self) -> None:
        """Draw the panel, then what is in it from the top."""
        canvas: TaggedCanvas = self.canv
        if self.fill is not None or self.edge is not None:
            self._draw_panel(canvas)
        y = self.height - self.padding
        for flowable, end in zip(self.content, self._stack(self.width), strict=True):
            flowable.drawOn(canvas, self.padding, y - end)

    def _draw_panel(self, canvas: TaggedCanvas) -> None:
        with canvas.inside(None):
            if self.fill is not None:
                canvas.operators(colour_operator(self.fill, "rg"))
                canvas.rect(-self.bleed, 0, self.width + 2 * self.bleed, self.height + self.bleed, stroke=0, fill=1)
            if self.edge is not None:
                canvas.operators(colour_operator(self.edge, "rg"))
                x = self.width - 3 if self.direction == "rtl" else 0
                canvas.rect(x, 0, 3, self.height, stroke=0, fill=1)


class Columns(Flowable):
    """Boxes side by side, as wide and as tall as each other; never split. `count` is how many would fit."""

    def __init__(
        self, boxes: Sequence[Box], *, count: int, direction: Direction, gap: float, keep_next: bool = False
    ) -> None:
        super().__init__()
        self.boxes, self.count, self.direction, self.gap = list(boxes), count, direction, gap
        self.spaceAfter = gap
        self.keepWithNext = keep_next

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at `width`."""
        self.width = width
        count = len(self.boxes) if len(self.boxes) == 1 else self.count
        self._wide = (width - self.gap * (count - 1)) / count
        self.height = max(box.wrap(self._wide, height)[1] for box in self.boxes)
        return width, self.height

    def draw(self) -> None:
        """Draw the boxes in reading order."""
        for at, box in enumerate(self.boxes):
            box.at_least = self.height
            box.wrap(self._wide, self.height)
            left = at * (self._wide + self.gap)
            x = self.width - left - self._wide if self.direction == "rtl" else left
            box.drawOn(self.canv, x, 0)


@dataclass(slots=True)
class CellBox:
    """A table cell: its text, its tint, and a hatch at its start edge where the column is the hatched one."""

    text: TextBlock
    tint: RGB | None = None


class TableBlock(Flowable):
    """A table with a head that repeats on every page, and rules between rows. Rows are never split."""

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
        super().__init__()
        self.head, self.rows, self.shares = head, list(rows), shares
        self.direction, self.rule, self.strong_rule, self.padding = direction, rule, strong_rule, padding
        self.spaceAfter = after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at `width`."""
        self.width = width
        total = sum(self.shares)
        self._widths = [width * share / total for share in self.shares]
        self._heights = [self._row_height(row) for row in (self.head, *self.rows)]
        self.height = sum(self._heights)
        return width, self.height

    def _row_height(self, row: Sequence[CellBox]) -> float:
        heights = (
            cell.text.wrap(width - 2 * self.padding, 1e9)[1] for cell, width in zip(row, self._widths, strict=True)
        )
        return max(heights) + 2 * self.padding

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the rows that fit below the head, and the rest below the same head."""
        self.wrap(width, height)
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
            after=self.spaceAfter,
        )

    def draw(self) -> None:
        """Draw row by row, cell by cell in reading order."""
        canvas: TaggedCanvas = self.canv
        y = self.height
        for index, (row, tall) in enumerate(zip((self.head, *self.rows), self._heights, strict=True)):
            self._draw_row(canvas, row, y, tall)
            y -= tall
            with canvas.inside(None):
                canvas.operators(colour_operator(self.rule if index else self.strong_rule, "RG"))
                canvas.operators(f"{'0.6' if index else '1.2'} w 0 {number(y)} m {number(self.width)} {number(y)} l S")

    def _draw_row(self, canvas: TaggedCanvas, row: Sequence[CellBox], top: float, tall: float) -> None:
        at = 0.0
        for cell, wide in zip(row, self._widths, strict=True):
            left = self.width - at - wide if self.direction == "rtl" else at
            if cell.tint is not None:
                with canvas.inside(None):
                    canvas.operators(colour_operator(cell.tint, "rg"))
                    canvas.rect(left, top - tall, wide, tall, stroke=0, fill=1)
            cell.text.drawOn(canvas, left + self.padding, top - self.padding - cell.text.height)
            at += wide


class Gap(Flowable):
    """Room that is taken whatever stands around it."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at `width`."""
        return width, self.height

    def draw(self) -> None:
        """Draw nothing."""


def element_box(canvas: TaggedCanvas, width: float, height: float) -> tuple[float, float, float, float]:
    """Return the page coordinates of a flowable's own box."""
    left, bottom = canvas.absolutePosition(0, 0)
    right, top = canvas.absolutePosition(width, height)
    return left, bottom, right, top
