"""A table on paper: its head repeats on every page, and no row is split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import colour_operator, filled_box, number
from ecmiss_publish.write.pdf.flowables import Flowable, TextBlock

_RULE, _HEAD_RULE = 0.75, 1.5  # points: a pixel and two of a screen at 96 to the inch


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
        direction: Direction,
        rule: RGB,
        strong_rule: RGB,
        padding: float = 6.0,
        after: float = 0.0,
    ) -> None:
        self.head, self.rows = head, list(rows)
        self.direction, self.rule, self.strong_rule, self.padding = direction, rule, strong_rule, padding
        self.after = after
        self._side = padding  # the room at the start and end of a cell

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self._widths = self._columns(width)
        self._heights = [self._row_height(row) for row in (self.head, *self.rows)]
        self.height = sum(self._heights)
        return self.height

    def _columns(self, width: float) -> list[float]:
        """Return the columns' widths: equal, unless one needs more for its longest word and others can spare it.

        Where words want more than there is, cells give half of the room at their sides, and then only the longest
        words are broken.
        """
        columns = zip(*(self.head, *self.rows), strict=True)
        words = [max(cell.text.narrowest() for cell in column) + 0.1 for column in columns]
        for share in (1.0, 0.5):
            self._side = self.padding * share
            least = [word + 2 * self._side for word in words]
            if sum(least) <= width:
                return _evened(least, width)
        return _capped(least, width)

    def _row_height(self, row: Sequence[CellBox]) -> float:
        heights = (cell.text.wrap(width - 2 * self._side) for cell, width in zip(row, self._widths, strict=True))
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
        if kept == len(self.rows) - 1 and kept > 2:
            kept -= 1  # a row alone below its head looks lost
        if kept in (0, len(self.rows)):
            return [self] if kept else []
        return [self._part(self.rows[:kept]), self._part(self.rows[kept:])]

    def _part(self, rows: Sequence[Sequence[CellBox]]) -> TableBlock:
        return TableBlock(
            self.head,
            rows,
            direction=self.direction,
            rule=self.rule,
            strong_rule=self.strong_rule,
            padding=self.padding,
            after=self.after,
        )

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the tints, the words cell by cell in reading order, and the rules over both."""
        with canvas.inside(None):
            canvas.operators(" ".join(self._tints(x, y)))
        top = y + self.height
        for row, tall in zip((self.head, *self.rows), self._heights, strict=True):
            for cell, left in zip(row, self._lefts(x), strict=True):
                cell.text.draw(canvas, left + self._side, top - self.padding - cell.text.height)
            top -= tall
        with canvas.inside(None):
            canvas.operators(" ".join(self._rules(x, y)))

    def _lefts(self, x: float) -> list[float]:
        """Return where each column's left edge is."""
        ends = list(accumulate(self._widths))
        if self.direction == "rtl":
            return [x + self.width - end for end in ends]
        return [x + end - wide for end, wide in zip(ends, self._widths, strict=True)]

    def _tints(self, x: float, y: float) -> Iterator[str]:
        """Yield the fills of cells; those of one colour below each other are one, as screens show seams between two."""
        columns = zip(*(self.head, *self.rows), strict=True)
        for cells, left, wide in zip(columns, self._lefts(x), self._widths, strict=True):
            top = y + self.height
            for tint, run in groupby(zip(cells, self._heights, strict=True), key=lambda pair: pair[0].tint):
                tall = sum(height for _, height in run)
                top -= tall
                if tint is not None:
                    yield filled_box(tint, left, top, wide, tall)

    def _rules(self, x: float, y: float) -> Iterator[str]:
        """Yield the rule below each row. They are strokes: viewers keep those one thickness at any zoom."""
        top = y + self.height
        for index, tall in enumerate(self._heights):
            top -= tall
            colour, thick = (self.rule, _RULE) if index else (self.strong_rule, _HEAD_RULE)
            line = f"{number(x)} {number(top)} m {number(x + self.width)} {number(top)} l S"
            yield f"{colour_operator(colour, 'RG')} {number(thick)} w {line}"


def _evened(least: Sequence[float], width: float) -> list[float]:
    """Return equal parts of `width`; those that need more have it from the others, as far as each can spare it."""
    equal = width / len(least)
    lacking = sum(max(0.0, need - equal) for need in least)
    spare = sum(max(0.0, equal - need) for need in least)
    given = lacking / spare if spare else 0.0
    return [need if need > equal else equal - (equal - need) * given for need in least]


def _capped(least: Sequence[float], width: float) -> list[float]:
    """Return parts of `width` that are as large as they need, or as the largest may be if the others are."""
    rest, waiting = width, len(least)
    for need in sorted(least):
        if need > rest / waiting:
            break
        rest, waiting = rest - need, waiting - 1
    return [min(need, rest / waiting) for need in least]
