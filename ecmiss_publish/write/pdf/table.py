"""A table on paper: its head repeats on every page, and no row is split.

Where a column has no room for its longest word, as in the panel of a folded leaflet, each row's name stands above its
values, across the table: so nothing is hyphenated that a reader looks up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import colour_operator, filled_box, number
from ecmiss_publish.write.pdf.flowables import Flowable, TextBlock

_NEAR = 0.6  # of a cell's padding, around values that stand below their row's name


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
        least: Sequence[float] = (),
    ) -> None:
        self.head, self.rows = head, list(rows)
        self.direction, self.rule, self.strong_rule, self.padding = direction, rule, strong_rule, padding
        self.after = after
        # What columns need for their longest words: of the whole table, whose parts look alike.
        self.least = least or [
            max(cell.text.narrowest() for cell in column) + 2 * padding + 0.1
            for column in zip(*(head, *rows), strict=True)
        ]

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self._widths = self._columns(width)
        self._heights = [self._row_height(row) for row in (self.head, *self.rows)]
        self.height = sum(self._heights)
        return self.height

    @property
    def _named_above(self) -> bool:
        """Whether a row's name stands above its values."""
        return len(self._widths) < len(self.head)

    @property
    def _value_padding(self) -> float:
        """The space above and below values: less where it only parts them from their row's name."""
        return self.padding * (_NEAR if self._named_above else 1)

    def _columns(self, width: float) -> list[float]:
        """Return the columns' widths: equal, unless one needs more for its longest word and others can spare it.

        Where they cannot, there are only those of the values.
        """
        least = self.least
        if sum(least) > width and len(least) > 2:
            least = least[1:]
        equal = width / len(least)
        lacking = sum(max(0.0, need - equal) for need in least)
        spare = sum(max(0.0, equal - need) for need in least)
        if not lacking or spare < lacking:
            return [equal] * len(least)
        return [need if need > equal else equal - (equal - need) * lacking / spare for need in least]

    def _row_height(self, row: Sequence[CellBox]) -> float:
        name, padding = self._name_height(row), self._value_padding
        cells = row[1:] if self._named_above else row
        heights = (cell.text.wrap(width - 2 * self.padding) for cell, width in zip(cells, self._widths, strict=True))
        return name + max(heights) + 2 * padding

    def _name_height(self, row: Sequence[CellBox]) -> float:
        """Return the height of a row's name above its values, with the space that parts them."""
        return row[0].text.wrap(self.width - 2 * self.padding) + self.padding if self._named_above else 0.0

    def split(self, width: float, height: float, *, need: bool = False) -> list[Flowable]:
        """Return the rows that fit below the head, and the rest below the same head; no row is left alone."""
        self.wrap(width)
        room = height - self._heights[0]
        kept = 0
        for tall in self._heights[1:]:
            if tall > room:
                break
            room -= tall
            kept += 1
        if not need and kept < len(self.rows):
            kept = self._in_company(kept)
        if kept in (0, len(self.rows)):
            return [self] if kept else []
        return [self._part(self.rows[:kept]), self._part(self.rows[kept:])]

    def _in_company(self, kept: int) -> int:
        """Return how many rows stay so that none is alone, nor without the same row in the language beside it."""
        kept = min(kept, len(self.rows) - 2)
        while kept > 0 and _lang(self.rows[kept]) != _lang(self.head):
            kept -= 1
        return kept if kept > 1 else 0

    def _part(self, rows: Sequence[Sequence[CellBox]]) -> TableBlock:
        return TableBlock(
            self.head,
            rows,
            direction=self.direction,
            rule=self.rule,
            strong_rule=self.strong_rule,
            padding=self.padding,
            after=self.after,
            least=self.least,
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
        if self._named_above:
            above = self._name_height(row)
            self._draw_cell(canvas, row[0], x, top, self.width, above, self.padding)
            row, top, tall = row[1:], top - above, tall - above
        at = 0.0
        for cell, wide in zip(row, self._widths, strict=True):
            left = x + (self.width - at - wide if self.direction == "rtl" else at)
            self._draw_cell(canvas, cell, left, top, wide, tall, self._value_padding)
            at += wide

    def _draw_cell(
        self, canvas: TaggedCanvas, cell: CellBox, left: float, top: float, wide: float, tall: float, above: float
    ) -> None:
        if cell.tint is not None:
            with canvas.inside(None):
                canvas.operators(filled_box(cell.tint, left, top - tall, wide, tall))
        cell.text.draw(canvas, left + self.padding, top - above - cell.text.height)


def _lang(row: Sequence[CellBox]) -> str:
    return row[0].text.setting.lang
