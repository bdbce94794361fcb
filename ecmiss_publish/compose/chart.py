"""A comparison's typed values -> a chart: ranges as bars on a scale, outcomes as steps, every mark named.

ECMISS is always solid and open surgery always hatched, so that the chart reads in grey and to colour-blind eyes;
the value stands in words at every bar. The chart is laid out for the width of a page, rows' names beside their bars,
and for that of a narrow column, with letters of the same size in both. It is no taller than it must be, so that it can
share a page with the table that it draws: scales that follow each other have their ends named once, below the last.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Literal, assert_never

from ecmiss_publish.compose.values import value_text
from ecmiss_publish.model.article import Columns, Comparison, Outcome, Quantity, Row, Value
from ecmiss_publish.model.inline import Run, Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import LABEL_LEADING, Anchor, Command, Label, Scene, Shape

Say = Callable[[str, str], Text]

# Units of the drawing; the picture is about as many points wide.
WIDE, NARROW = 480.0, 255.0
_SIZE = 12.0  # of every label: smaller letters are too small for many of our readers
_LINE = _SIZE * LABEL_LEADING
_EDGE = 3.0  # letters that begin at the very edge lose a stroke in some viewers
_NAME = 160.0  # where the name of a row stands beside its bars
_BAR, _GAP, _AIR = 13.0, 5.0, 6.0
_BASE = 10.8  # from a bar's upper edge down to the baseline of the words beside it
_TICK = 4.0


@dataclass(slots=True)
class _Chart:
    """A chart as it grows downwards: `y` is where the next thing goes."""

    width: float
    locale: Locale
    say: Say
    y: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    @property
    def plot(self) -> float:
        """How long the longest bar may be; the rest of the width is for the words at a bar."""
        return 204.0 if self.beside else 143.0

    @property
    def beside(self) -> bool:
        """Whether names stand beside bars; else they stand above, and the axis begins below their first letter."""
        return self.width >= WIDE

    def at(self, share: float) -> float:
        """Return the place of a share of the axis."""
        return (_NAME if self.beside else _EDGE) + share * self.plot

    def write(
        self,
        text: Text,
        x: float,
        y: float,
        room: float,
        *,
        colour: str = "ink",
        strong: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Add words that begin, or end, at (x, y)."""
        self.labels.append(
            Label(text=text, x=x, y=y, anchor=anchor, room=room, size=_SIZE, colour=colour, strong=strong)
        )

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = "muted") -> None:
        """Add a thin line."""
        self.shapes.append(Shape(commands=(("M", (x1, y1)), ("L", (x2, y2))), stroke=colour, width=0.75))


def chart_scene(name: str, comparison: Comparison, locale: Locale, say: Say, width: float = WIDE) -> Scene:
    """Return the chart of `comparison`, drawn from left to right, `width` units wide."""
    chart = _Chart(width, locale, say)
    _draw_key(chart, comparison.columns)
    rows = list(comparison.rows)
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        _draw_row(chart, row, last=following is None or _top(following) is not None)
    return Scene(name=name, width=width, height=chart.y, shapes=tuple(chart.shapes), labels=tuple(chart.labels))


def _draw_key(chart: _Chart, columns: Columns) -> None:
    """Draw a bar of either kind with its column's name: beside each other on a page, else below each other."""
    beside = chart.beside
    for column, text in (("ecmiss", columns.ecmiss), ("open", columns.open)):
        x = 160.0 if beside and column == "open" else _EDGE
        y = chart.y + 2
        chart.shapes.append(_bar(x, y, 26, column))
        room = chart.width - x - 34 - _EDGE if column == "open" or not beside else 120.0
        chart.write(text, x + 34, y + _BASE, room, colour=column, strong=True)
        if not beside or column == "open":
            chart.y = y + _BAR + (_lines(text, room) - 1) * _LINE + _AIR


# --- a row ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    """A value of a row: its column, its bar from `start` to `end`, its words beside it from `x` on."""

    column: str
    value: Value
    start: float
    end: float
    text: Text
    x: float
    more: float  # how much lower than one line the words reach


def _draw_row(chart: _Chart, row: Row, *, last: bool) -> None:
    """Draw a row: a rule, its name, a bar for each column with its value in words, the axis.

    A scale of steps has its ends named where it is the `last` before another kind of row.
    """
    chart.line(0, chart.y, chart.width, chart.y, "rule")
    y, below = _draw_name(chart, row.label)
    upper, lower = (_mark(chart, row, column) for column in ("ecmiss", "open"))
    _draw_mark(chart, upper, y)
    y += _BAR + _GAP + upper.more
    _draw_mark(chart, lower, y)
    y += _BAR + 3

    top = _top(row)
    if top is not None:
        _draw_axis(chart, top, y, y + _TICK + _SIZE + lower.more)
        y += _TICK + _SIZE + lower.more + 3
    elif last:
        # The words of an outcome stand behind the end of the scale, so that they may run on beside its ends' names.
        _draw_ends_of_scale(chart, y + _SIZE + 2)
        y += _SIZE + max(2, lower.more - _SIZE) + 4
    else:
        y += lower.more
    chart.y = max(y, below) + _AIR


def _draw_name(chart: _Chart, name: Text) -> tuple[float, float]:
    """Write the name of the row that begins at `chart.y`; return where its bars begin, and how far the name reaches."""
    room = (_NAME - _GAP if chart.beside else chart.width - _EDGE) - _EDGE
    base = chart.y + (_AIR + _BASE if chart.beside else 15)
    chart.write(name, _EDGE, base, room, strong=True)
    more = (_lines(name, room) - 1) * _LINE
    if chart.beside:
        return chart.y + _AIR, base + more + _GAP
    return base + more + 7, 0.0


def _mark(chart: _Chart, row: Row, column: Literal["ecmiss", "open"]) -> _Mark:
    value = row.ecmiss if column == "ecmiss" else row.open
    text = value_text(value, chart.locale, f"{(row.label.unit or '').removesuffix('.label')}.{column}")
    start, end = (chart.at(share) for share in _shares(value, _top(row)))
    # The words of an outcome stand behind all the steps of its scale, those of a range behind its bar.
    x = (chart.at(1) if isinstance(value, Outcome) else end) + 7
    return _Mark(column, value, start, end, text, x, (_lines(text, chart.width - x - 1) - 1) * _LINE)


def _shares(value: Value, top: Quantity | None) -> tuple[float, float]:
    """Return where a value begins and ends, as shares of the axis that ends at `top`."""
    match value:
        case Outcome():
            return (value.level[0] - 1) / value.of, value.level[1] / value.of
        case Quantity():
            end = (top or value).range[1]
            low, high = (float(number / end) for number in value.range)
            return low, high
        case _:
            assert_never(value)


def _draw_mark(chart: _Chart, mark: _Mark, y: float) -> None:
    if isinstance(mark.value, Outcome):
        _draw_steps(chart, mark, mark.value.of, y)
    else:
        chart.shapes.append(_bar(mark.start, y, mark.end - mark.start, mark.column))
    chart.write(mark.text, mark.x, y + _BASE, chart.width - mark.x - 1, colour=mark.column)


def _draw_steps(chart: _Chart, mark: _Mark, count: int, y: float) -> None:
    """Draw a scale of `count` steps as a row of boxes, those of the outcome filled."""
    edges = [chart.at(step / count) for step in range(count + 1)]
    for left, right in pairwise(edges):
        chart.shapes.append(Shape(commands=_box(left, y, right - left), stroke="muted", width=0.75))
    chart.shapes.append(_bar(mark.start, y, mark.end - mark.start, mark.column))
    for edge in edges:
        if mark.start < edge < mark.end:
            chart.shapes.append(Shape(commands=_box(edge - 1, y - 1, 2, _BAR + 2), fill="paper"))


# --- the axis ---------------------------------------------------------------------------------------------------


def _draw_ends_of_scale(chart: _Chart, base: float) -> None:
    """Name the two ends of a scale of steps."""
    lower, higher = chart.say("ui.lower", "Lower"), chart.say("ui.higher", "Higher")
    room = chart.plot / 2 - 2
    chart.write(lower, chart.at(0), base, room, colour="muted")
    chart.write(higher, chart.at(1), base, room, colour="muted", anchor="end")


def _draw_axis(chart: _Chart, top: Quantity, y: float, base: float) -> None:
    """Draw an axis from nought to `top` at the height `y`, its numbers on the baseline `base`."""
    end = top.range[1]
    chart.line(chart.at(0), y, chart.at(1), y)
    steps = 4 if chart.beside else 2
    for step in range(steps + 1):
        number, x = end * step / steps, chart.at(step / steps)
        chart.line(x, y, x, y + _TICK)
        numbers = Text((Run(chart.locale.measurement(number, number, top.unit.value)[1]),), chart.locale.tag)
        # The last number has the unit behind it, and stands under its tick like the others.
        text = value_text(top, chart.locale) if step == steps else numbers
        left = max(_EDGE, x - _breadth(numbers.plain) / 2)
        chart.write(text, left, base, chart.width - left - 1, colour="muted")


def _top(row: Row) -> Quantity | None:
    """Return what stands at the end of a row's axis, or None where the row has no numbers."""
    if not (isinstance(row.ecmiss, Quantity) and isinstance(row.open, Quantity)):
        return None
    end = _nice(max(row.ecmiss.range[1], row.open.range[1]))
    return Quantity(range=(end, end), unit=row.ecmiss.unit)


def _nice(value: Decimal) -> Decimal:
    """Return the smallest of 1, 1.2, 2, 4, 6, 8 times a power of ten that is not below `value`."""
    if not value:
        return Decimal(1)
    power = Decimal(10) ** math.floor(value.log10())
    return next(step * power for step in map(Decimal, ("1", "1.2", "2", "4", "6", "8", "10")) if step * power >= value)


# --- words and boxes --------------------------------------------------------------------------------------------


def _lines(text: Text, room: float) -> int:
    """Return how many lines the words may need, rather one too many than one too few."""
    lines, used = 1, 0.0
    for word in text.plain.split():
        wide = _breadth(word)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        lines += max(0, math.ceil(wide / room) - 1)  # Chinese has no spaces
        used += wide + _breadth(" ")
    return lines


def _breadth(words: str) -> float:
    """Return about how wide the words are. Letters are measured once there are fonts, which a writer has."""
    return _SIZE * sum(_em(letter) for letter in words)


def _em(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return 0.0  # stands above or below its letter
    if letter in " .,:;":
        return 0.3
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.58


def _box(x: float, y: float, width: float, height: float = _BAR) -> tuple[Command, ...]:
    corners = ((x + width, y), (x + width, y + height), (x, y + height))
    return ("M", (x, y)), *(("L", corner) for corner in corners), ("Z", ())


def _bar(x: float, y: float, width: float, column: str) -> Shape:
    if column == "ecmiss":
        return Shape(commands=_box(x, y, width), fill="ecmiss", stroke="ecmiss", width=1)
    return Shape(commands=_box(x, y, width), fill="paper", stroke="open", width=1, hatch="open")
