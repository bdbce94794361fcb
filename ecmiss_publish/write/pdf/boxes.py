"""Flowables that hold others: panels and cards, rows of them side by side. All lengths are points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import filled_box
from ecmiss_publish.write.pdf.flowables import Flowable, Marker, TextBlock, TextStyle, held_groups, stacked_ends

_EDGE = 3.0  # the thickness of the line at a panel's start
_COMPANY = 3  # things in a panel from which on none is left alone on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxStyle:
    """How a box looks: a fill, a line at its start edge, padding, space around.

    `rail` is a line that leads down from a circle of the radius `rail_from`, at the box's start, to the next box.
    `start` is an indent at the start, in which a marker stands beside the first line. `bleed` is how far the fill goes
    beyond the box at both sides and at the top. `together` keeps it on one page, `hold` on that of what follows.
    """

    direction: Direction
    fill: RGB | None = None
    edge: RGB | None = None
    padding: float = 0.0
    before: float = 0.0
    after: float = 0.0
    start: float = 0.0
    bleed: float = 0.0
    rail: RGB | None = None
    rail_from: float = 0.0
    together: bool = False
    hold: bool = False


class Box(Flowable):
    """Flowables in a panel; it may go on over pages."""

    called = "a panel"

    def __init__(
        self, content: Sequence[Flowable], style: BoxStyle, marker: tuple[Marker, TextStyle] | None = None
    ) -> None:
        self.content, self.style, self.marker = list(content), style, marker
        self.before, self.after, self.keep_next = style.before, style.after, style.hold
        self.at_least = 0.0  # the height of the tallest box beside it
        self.drop = 0.0  # room above the content, so that first lines stand level with those of the box beside it
        self._ends: list[float] = []  # how far down each flowable ends, from the padding's edge

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self._ends = stacked_ends(self.content, self._inner(width))
        content = self._ends[-1] + 2 * self.style.padding + self.drop if self.content else 0.0
        self.height = max(content, self.at_least)
        return self.height

    def _inner(self, width: float) -> float:
        return width - 2 * self.style.padding - self.style.start

    def split(self, width: float, height: float, *, need: bool = False) -> list[Flowable]:
        """Return the part that fits into `height` and the rest; nothing where too little fits.

        Of three things or more, no single one stands on a page of its own.
        """
        if self.style.together:
            return []
        self.wrap(width)
        padding, ends = self.style.padding, self._ends
        room = height - 2 * padding - self.drop
        kept = sum(end <= room for end in ends)
        if kept == len(self.content):
            return [self]
        start = ends[kept - 1] + self.content[kept - 1].after if kept else 0.0
        cut = self.content[kept]
        pieces = cut.split(self._inner(width), room - start, need=need and not kept) if room > start else []
        first, rest = self.content[:kept], self.content[kept:]
        if len(pieces) >= 2:
            first, rest = [*first, pieces[0]], [*pieces[1:], *rest[1:]]
        while first and len(pieces) < 2 and first[-1].keep_next:
            rest.insert(0, first.pop())
        if not need and len(pieces) < 2:
            first, rest = _in_company(first, rest)
        if not first:
            return []
        return [Box(first, self.style, self.marker), Box(rest, replace(self.style, rail=None))]

    def first_baseline(self) -> float | None:
        """Return how far down the first line of its first flowable stands."""
        inner = self.content[0].first_baseline() if self.content else None
        return None if inner is None else self.style.padding + self.drop + inner

    @property
    def heading(self) -> TextBlock | None:
        """The words at its beginning that stand above others, if it begins so."""
        first = self.content[0] if self.content else None
        return first if isinstance(first, TextBlock) and first.keep_next else None

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the panel, then what is in it from the top."""
        if self.style.fill or self.style.edge or self.style.rail:
            with canvas.inside(None):
                self._draw_panel(canvas, x, y)
        if self.marker is not None:
            marker, style = self.marker
            top = y + self.height
            marker.draw(canvas, style, x, x + self.width, top, top - (self.first_baseline() or style.leading))
        left = x + self.style.padding + (self.style.start if self.style.direction == "ltr" else 0.0)
        top = y + self.height - self.style.padding - self.drop
        for flowable, end in zip(self.content, self._ends, strict=True):
            flowable.draw(canvas, left, top - end)

    def _draw_panel(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        style = self.style
        rtl = style.direction == "rtl"
        if style.fill is not None:
            wide, tall = self.width + 2 * style.bleed, self.height + style.bleed
            canvas.operators(filled_box(style.fill, x - style.bleed, y, wide, tall))
        if style.edge is not None:
            canvas.operators(filled_box(style.edge, x + self.width - _EDGE if rtl else x, y, _EDGE, self.height))
        if style.rail is not None:
            middle = x + self.width - style.rail_from if rtl else x + style.rail_from
            tall = self.height + style.after - style.rail_from
            canvas.operators(filled_box(style.rail, middle - 0.75, y - style.after, 1.5, tall))


def _in_company(first: list[Flowable], rest: list[Flowable]) -> tuple[list[Flowable], list[Flowable]]:
    """Return both parts of a box so cut that neither has a single thing; nothing first where that cannot be."""
    groups = held_groups([*first, *rest])
    if len(groups) < _COMPANY:
        return first, rest
    kept = min(len(held_groups(first)), len(groups) - 2)
    if kept < 2:
        return [], [*first, *rest]
    count = sum(map(len, groups[:kept]))
    return [*first, *rest][:count], [*first, *rest][count:]


class Row(Flowable):
    """Boxes side by side, never split; where a column would be narrower than `least`, one below the other."""

    called = "a row of cards"

    def __init__(
        self,
        boxes: Sequence[Box],
        *,
        shares: Sequence[float],
        direction: Direction,
        gap: float,
        least: float,
        after: float,
        level: bool = False,
        together: bool = False,
    ) -> None:
        self.boxes, self.shares, self.direction, self.gap, self.least = list(boxes), shares, direction, gap, least
        self.after = after
        self.level = level  # whether first lines stand on one baseline
        self.together = together  # not split either where the boxes stand one below the other
        self.keep_next = all(box.content and box.content[-1].keep_next for box in boxes)
        self._widths: list[float] = []

    @property
    def stacked(self) -> bool:
        """Whether the boxes stand one below the other at the width that was asked for last."""
        return not self._widths

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self._widths = self._columns(width)
        if self.stacked:
            self._reset()
            self._ends = stacked_ends(self.boxes, width)
            self.height = self._ends[-1]
            return self.height
        self._reset()
        self._wrap_boxes()
        if self.level:
            baselines = [box.first_baseline() or 0.0 for box in self.boxes]
            for box, baseline in zip(self.boxes, baselines, strict=True):
                box.drop = max(baselines) - baseline
        self._share_lines()
        self.height = max(self._wrap_boxes())
        return self.height

    def _wrap_boxes(self) -> list[float]:
        return [box.wrap(wide) for box, wide in zip(self.boxes, self._widths, strict=False)]

    def _share_lines(self) -> None:
        """Give headings beside each other the height of the tallest, so that what stands below them begins level.

        In a row that is not `level` a heading without an icon stays close to its words, as a question to its answer.
        """
        begun = ((box, box.heading) for box in self.boxes)
        headed = [(box, heading) for box, heading in begun if heading and (self.level or heading.marker)]
        tallest = max((box.drop + heading.tall for box, heading in headed), default=0.0)
        for box, heading in headed:
            heading.beside = tallest - box.drop

    def _columns(self, width: float) -> list[float]:
        """Return the columns' widths, nothing where the boxes are stacked; a box alone takes the whole width."""
        if len(self.boxes) == 1:
            return [width]
        room = width - self.gap * (len(self.shares) - 1)
        widths = [room * share / sum(self.shares) for share in self.shares]
        return widths if min(widths) >= self.least else []

    def _reset(self) -> None:
        for box in self.boxes:
            box.at_least = box.drop = 0.0
            if box.heading is not None:
                box.heading.beside = 0.0

    def split(self, width: float, height: float, *, need: bool = False) -> list[Flowable]:
        """Return the boxes that fit and the rest, where they stand one below the other; none is left alone."""
        self.wrap(width)
        if not self.stacked or self.together:
            return []
        kept = sum(end <= height for end in self._ends)
        if kept == len(self.boxes):
            return [self]
        cut = self.boxes[kept]
        start = self._ends[kept] - cut.height
        pieces = (
            [piece for piece in cut.split(width, height - start, need=need) if isinstance(piece, Box)]
            if height > start
            else []
        )
        if not need and len(pieces) < 2 and 1 in (kept, len(self.boxes) - kept):
            return []
        first, rest = self.boxes[:kept], self.boxes[kept:]
        if len(pieces) >= 2:
            first, rest = [*first, pieces[0]], [*pieces[1:], *rest[1:]]
        return [self._part(first), self._part(rest)] if first else []

    def _part(self, boxes: Sequence[Box]) -> Row:
        return Row(
            boxes,
            shares=self.shares,
            direction=self.direction,
            gap=self.gap,
            least=self.least,
            after=self.after,
            level=self.level,
        )

    def first_baseline(self) -> float | None:
        """Return how far down the first box's first line stands."""
        return self.boxes[0].first_baseline()

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the boxes in reading order."""
        if self.stacked:
            for box, end in zip(self.boxes, self._ends, strict=True):
                box.draw(canvas, x, y + self.height - end)
            return
        at = 0.0
        for box, wide in zip(self.boxes, self._widths, strict=False):
            box.at_least = self.height
            box.wrap(wide)
            box.draw(canvas, x + (self.width - at - wide if self.direction == "rtl" else at), y)
            at += wide + self.gap
