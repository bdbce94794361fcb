"""A comparison's typed values -> a chart: ranges as bars on a scale, outcomes as steps, every mark named.

ECMISS is always solid and open surgery always hatched, so that the chart reads in grey and to colour-blind eyes;
the value stands in words at every bar.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal

from ecmiss_publish.compose.values import value_text
from ecmiss_publish.model.article import Comparison, Outcome, Quantity, Row, Value
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Anchor, Command, Label, Scene, Shape

# Units of the drawing; the picture is about as many points wide.
WIDTH = 480.0
_EDGE = 3.0  # letters that begin at the very edge lose a stroke in some viewers
_PLOT = (0.0, 330.0)  # where bars may lie; the rest is for the words at a bar
_BAR, _GAP = 13.0, 4.0
_NAME, _AXIS = 19.0, 19.0  # room above the bars for the row's name, below them for the axis
_ROW = _NAME + 2 * _BAR + _GAP + _AXIS + 6
_TOP = 34.0


def chart_scene(name: str, comparison: Comparison, locale: Locale, say: Callable[[str, str], Text]) -> Scene:
    """Return the chart of `comparison`, drawn from left to right."""
    shapes: list[Shape] = []
    labels: list[Label] = []
    columns = comparison.columns
    for column, x, text in (("ecmiss", 0.0, columns.ecmiss), ("open", 150.0, columns.open)):
        shapes.append(_bar(x, 4, 26, column))
        labels.append(Label(text=text, x=x + 34, y=15, anchor="start", room=280, size=11, strong=True))
    for index, row in enumerate(comparison.rows):
        top = _TOP + index * _ROW
        bars = top + _NAME
        shapes.append(_line(0, top - 4, WIDTH, top - 4))
        labels.append(
            Label(text=row.label, x=_EDGE, y=top + 12, anchor="start", room=WIDTH - 2 * _EDGE, size=11, strong=True)
        )
        axis_shapes, axis_labels, scale = _axis(row, bars + 2 * _BAR + _GAP + 3, locale, say)
        shapes.extend(axis_shapes)
        for column, value, y in (("ecmiss", row.ecmiss, bars), ("open", row.open, bars + _BAR + _GAP)):
            start, end = scale(value)
            shapes.append(_bar(start, y, end - start, column))
            text = value_text(value, locale, f"{(row.label.unit or '').removesuffix('.label')}.{column}")
            labels.append(
                Label(text=text, x=end + 6, y=y + 10.5, anchor="start", room=WIDTH - end - 6, size=10.5, colour=column)
            )
        labels.extend(axis_labels)
    return Scene(
        name=name,
        width=WIDTH,
        height=_TOP + len(comparison.rows) * _ROW,
        shapes=tuple(shapes),
        labels=tuple(labels),
    )


Scale = Callable[[Value], tuple[float, float]]


def _axis(
    row: Row, y: float, locale: Locale, say: Callable[[str, str], Text]
) -> tuple[list[Shape], list[Label], Scale]:
    """Return a row's axis below its bars, and the function from a value to the bar's two ends."""
    first, last = _PLOT
    shapes = [_line(first, y, last, y)]
    labels: list[Label] = []

    def tick(x: float, text: Text | None) -> None:
        shapes.append(_line(x, y, x, y + 3))
        if text is not None:
            anchor: Anchor = "start" if x == first else "middle"
            labels.append(Label(text=text, x=max(x, _EDGE), y=y + 12, anchor=anchor, room=80, size=9, colour="muted"))

    if isinstance(row.ecmiss, Quantity) and isinstance(row.open, Quantity):
        top = _nice(max(row.ecmiss.range[1], row.open.range[1]))
        unit = row.ecmiss.unit
        for step in range(5):
            at = top * step / 4
            words = value_text(Quantity(range=(at, at), unit=unit), locale)
            tick(first + (last - first) * step / 4, words)

        def along(value: Value) -> tuple[float, float]:
            assert isinstance(value, Quantity)
            low, high = (first + (last - first) * float(number / top) for number in value.range)
            return low, high

        return shapes, labels, along

    def steps(value: Value) -> tuple[float, float]:
        assert isinstance(value, Outcome)
        width = (last - first) / value.of
        return first + (value.level[0] - 1) * width, first + value.level[1] * width

    count = row.ecmiss.of if isinstance(row.ecmiss, Outcome) else 3
    for step in range(count + 1):
        tick(first + (last - first) * step / count, None)
    labels.append(
        Label(text=say("ui.lower", "Lower"), x=first + _EDGE, y=y + 12, anchor="start", room=90, size=9, colour="muted")
    )
    labels.append(
        Label(text=say("ui.higher", "Higher"), x=last, y=y + 12, anchor="end", room=90, size=9, colour="muted")
    )
    return shapes, labels, steps


def _nice(value: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 4, 6, 8, 12, 20 times a power of ten that is not below `value`."""
    if not value:
        return Decimal(1)
    power = Decimal(10) ** math.floor(value.log10())
    return next(step * power for step in map(Decimal, ("1", "1.2", "2", "4", "6", "8", "10")) if step * power >= value)


def _bar(x: float, y: float, width: float, column: str) -> Shape:
    box: tuple[Command, ...] = (
        ("M", (x, y)),
        ("L", (x + width, y)),
        ("L", (x + width, y + _BAR)),
        ("L", (x, y + _BAR)),
        ("Z", ()),
    )
    if column == "ecmiss":
        return Shape(commands=box, fill="ecmiss", stroke="ecmiss", width=1)
    return Shape(commands=box, fill="paper", stroke="open", width=1, hatch="open")


def _line(x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape(commands=(("M", (x1, y1)), ("L", (x2, y2))), stroke="rule", width=0.75)
