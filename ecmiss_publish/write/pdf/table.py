"""A table on paper: its head repeats on every page, and no row is split.

Where columns have no room for their longest words, as in the panel of a folded leaflet, cells give some at their sides;
where that is too little, each row's name stands above its values, across the table: so nothing is hyphenated that a
reader looks up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, product

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import colour_operator, filled_box, number
from ecmiss_publish.write.pdf.flowables import Flowable, TextBlock

_NEAR = 0.6  # of a cell's padding, around values that stand below their row's name
_SIDES = (1.0, 0.5)  # of a cell's padding, at its start and end
_RULE, _HEAD_RULE = 0.75, 1.5  # points: a pixel and two of a screen at 96 to the inch


@dataclass(slots=True)
class CellBox:
    """A table cell: its text and its tint."""

    text: TextBlock
    tint: RGB | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell is drawn: its left and upper edge, its size, and how far below the upper edge its words begin."""

    cell: CellBox
    left: float
    top: float
    wide: float
    tall: float
    above: float


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
        words: Sequence[float] = (),
    ) -> None:
        self.head, self.rows = head, list(rows)
        self.direction, self.rule, self.strong_rule, self.padding = direction, rule, strong_rule, padding
        self.after = after
        # What columns need for their longest words: of the whole table, whose parts look alike.
        self.words = words or [
            max(cell.text.narrowest() for cell in column) + 0.1 for column in zip(*(head, *rows), strict=True)
        ]
        self._side = padding  # the room at the start and end of a cell

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

        Where words want more than there is, cells give half of the room at their sides; then there are only the columns
        of the values; and at last the longest words are broken.
        """
        values = self.words[1:] if len(self.words) > 2 else self.words
        for words, share in product((self.words, values), _SIDES):
            self._side = self.padding * share
            least = [word + 2 * self._side for word in words]
            if sum(least) <= width:
                return _evened(least, width)
        return _capped(least, width)

    def _row_height(self, row: Sequence[CellBox]) -> float:
        cells = row[1:] if self._named_above else row
        heights = (cell.text.wrap(width - 2 * self._side) for cell, width in zip(cells, self._widths, strict=True))
        return self._name_height(row) + max(heights) + 2 * self._value_padding

    def _name_height(self, row: Sequence[CellBox]) -> float:
        """Return the height of a row's name above its values, with the space that parts them."""
        return row[0].text.wrap(self.width - 2 * self._side) + self.padding if self._named_above else 0.0

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
            words=self.words,
        )

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the tints, the words cell by cell in reading order, and the rules over both."""
        rows = list(self._places(x, y))
        with canvas.inside(None):
            canvas.operators(" ".join(_tints(rows)))
        for place in chain.from_iterable(rows):
            words = place.cell.text
            words.draw(canvas, place.left + self._side, place.top - place.above - words.height)
        with canvas.inside(None):
            canvas.operators(" ".join(self._rules(x, y)))

    def _places(self, x: float, y: float) -> Iterator[list[_Place]]:
        """Yield where the cells of each row are."""
        top = y + self.height
        for row, tall in zip((self.head, *self.rows), self._heights, strict=True):
            name, padding = self._name_height(row), self._value_padding
            places = [_Place(row[0], x, top, self.width, name, self.padding)] if self._named_above else []
            for cell, left, wide in zip(row[len(places) :], self._lefts(x), self._widths, strict=True):
                places.append(_Place(cell, left, top - name, wide, tall - name, padding))
            yield places
            top -= tall

    def _lefts(self, x: float) -> list[float]:
        """Return where each column's left edge is."""
        ends = list(accumulate(self._widths))
        if self.direction == "rtl":
            return [x + self.width - end for end in ends]
        return [x + end - wide for end, wide in zip(ends, self._widths, strict=True)]

    def _rules(self, x: float, y: float) -> Iterator[str]:
        """Yield the rule below each row. They are strokes: viewers keep those one thickness at any zoom."""
        top = y + self.height
        for index, tall in enumerate(self._heights):
            top -= tall
            colour, thick = (self.rule, _RULE) if index else (self.strong_rule, _HEAD_RULE)
            line = f"{number(x)} {number(top)} m {number(x + self.width)} {number(top)} l S"
            yield f"{colour_operator(colour, 'RG')} {number(thick)} w {line}"


def _lang(row: Sequence[CellBox]) -> str:
    return row[0].text.setting.lang


def _tints(rows: Sequence[Sequence[_Place]]) -> Iterator[str]:
    """Yield the fills of cells; where two of a colour touch in a column they are one, as screens show seams."""
    for column in zip(*rows, strict=True):
        runs: list[_Place] = []
        for place in column:
            last = runs[-1] if runs else place
            if runs and last.cell.tint == place.cell.tint and math.isclose(last.top - last.tall, place.top):
                runs[-1] = replace(last, tall=last.tall + place.tall)
            else:
                runs.append(place)
        for run in runs:
            if run.cell.tint is not None:
                yield filled_box(run.cell.tint, run.left, run.top - run.tall, run.wide, run.tall)


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
