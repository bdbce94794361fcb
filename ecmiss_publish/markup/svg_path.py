"""SVG's path data, simple shapes and transforms -> moves, lines and cubic curves at absolute places.

Every function raises ValueError with a sentence for the author where it cannot read what is written.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from ecmiss_publish.model.scene import Command

Matrix: TypeAlias = tuple[float, float, float, float, float, float]  # a b c d e f, as SVG's matrix() has them

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FARTHEST = 1e6  # no drawing has anything beyond; what has is broken, and larger numbers break readers of PDF
_CIRCLE = 0.5523  # a quarter circle as a cubic curve: the control points' distance, in radii
_SEPARATOR = r"\s*,?\s*"
_LETTER = re.compile(rf"{_SEPARATOR}([A-Za-z])")
_NUMBER = re.compile(rf"{_SEPARATOR}([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_FLAG = re.compile(rf"{_SEPARATOR}([01])")  # an arc's flags may stand without a space behind them: a1 1 0 01.5.5
_TRANSFORM = re.compile(rf"{_SEPARATOR}([A-Za-z]+)\s*\(([^()]*)\)")
# What each path command takes: n a number, f a flag.
_ARGUMENTS = {"M": "nn", "L": "nn", "H": "n", "V": "n", "C": "nnnnnn", "S": "nnnn", "Q": "nnnn", "T": "nn"} | {
    "A": "nnnffnn",
    "Z": "",
}

Point: TypeAlias = tuple[float, float]


# --- numbers ----------------------------------------------------------------------------------------------------


def plain_number(value: str) -> float | None:
    """Return the number that `value` is, in the drawing's units or in px, which are the same; None where it is none."""
    words = value.strip().removesuffix("px")
    if words.startswith(",") or not _NUMBER.fullmatch(words) or abs(float(words)) > FARTHEST:
        return None
    return float(words)


def numbers_in(data: str) -> tuple[float, ...]:
    """Return the numbers of a list that commas or spaces divide."""
    numbers, at = [], 0
    data = data.strip()
    while at < len(data):
        found = _NUMBER.match(data, at)
        if found is None:
            raise ValueError(f"“{data}” is no list of numbers")
        numbers.append(float(found[1]))
        at = found.end()
    return tuple(numbers)


# --- path data --------------------------------------------------------------------------------------------------


def path_commands(data: str) -> Iterator[Command]:
    """Yield the commands of a path's `d`, whatever letters they are written with."""
    here = start = control = (0.0, 0.0)
    before = ""
    for name, numbers in _segments(data):
        if not before and name not in "Mm":
            raise ValueError("the path does not begin with M")
        kind, values = name.upper(), _absolute(name, numbers, here)
        # A smooth curve goes on where the one before it, of the same family, was heading.
        smooth = {"S": "CS", "T": "QT"}.get(kind, "")
        mirrored = _reflected(control, here) if before and before in smooth else here
        end = _end(kind, values, here, start)
        control = end
        match kind:
            case "M":
                start = end
                yield ("M", end)
            case "L" | "H" | "V":
                yield ("L", end)
            case "Z":
                yield ("Z", ())
            case "C":
                control = (values[2], values[3])
                yield ("C", values)
            case "S":
                control = (values[0], values[1])
                yield ("C", (*mirrored, *values))
            case "Q" | "T":
                control = (values[0], values[1]) if kind == "Q" else mirrored
                yield ("C", _raised(here, control, end))
            case "A":
                yield from _arc(here, values, end)
        here, before = end, kind


def _segments(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield each command's letter with its numbers; a letter that is left out is the one before it."""
    data = data.strip()
    at, name = 0, ""
    while at < len(data):
        letter = _LETTER.match(data, at)
        if letter:
            name, at = letter[1], letter.end()
        if name.upper() not in _ARGUMENTS:
            raise ValueError(f"the path command “{name}” is not understood")
        wanted = _ARGUMENTS[name.upper()]
        numbers = []
        for kind in wanted:
            found = (_FLAG if kind == "f" else _NUMBER).match(data, at)
            if found is None:
                raise ValueError(f"the path command {name} takes {len(wanted)} numbers")
            numbers.append(float(found[1]))
            at = found.end()
        yield name, tuple(numbers)
        name = {"M": "L", "m": "l", "Z": "", "z": ""}.get(name, name)


def _absolute(name: str, numbers: tuple[float, ...], here: Point) -> tuple[float, ...]:
    """Return the numbers of a command as if it had been written with its capital letter."""
    if name.isupper():
        return numbers
    match name:
        case "h":
            return (numbers[0] + here[0],)
        case "v":
            return (numbers[0] + here[1],)
        case "a":
            return (*numbers[:5], numbers[5] + here[0], numbers[6] + here[1])
        case _:
            return tuple(value + here[index % 2] for index, value in enumerate(numbers))


def _end(kind: str, values: tuple[float, ...], here: Point, start: Point) -> Point:
    match kind:
        case "H":
            return (values[0], here[1])
        case "V":
            return (here[0], values[0])
        case "Z":
            return start
        case _:
            return (values[-2], values[-1])


def _reflected(control: Point, here: Point) -> Point:
    return (2 * here[0] - control[0], 2 * here[1] - control[1])


def _raised(start: Point, control: tuple[float, ...], end: Point) -> tuple[float, ...]:
    """Return a quadratic curve's three numbers as those of the same cubic curve."""
    x, y = control
    return (
        *(start[0] + 2 / 3 * (x - start[0]), start[1] + 2 / 3 * (y - start[1])),
        *(end[0] + 2 / 3 * (x - end[0]), end[1] + 2 / 3 * (y - end[1])),
        *end,
    )


def _arc(start: Point, values: tuple[float, ...], end: Point) -> Iterator[Command]:
    """Yield an elliptical arc as curves of a quarter turn at most (SVG 2, appendix B.2)."""
    rx, ry, turned, large, sweep = abs(values[0]), abs(values[1]), math.radians(values[2]), values[3], values[4]
    if start == end:
        return
    if not rx or not ry:
        yield ("L", end)
        return
    cos, sin = math.cos(turned), math.sin(turned)
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grown = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))  # radii too small to reach are made to reach
    rx, ry = rx * grown, ry * grown
    off = (rx * y) ** 2 + (ry * x) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 / off - 1)) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    turn = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    # From the unit circle to the ellipse where it lies: scaled, turned, moved.
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    place = (rx * cos, rx * sin, -ry * sin, ry * cos, cos * cx - sin * cy + middle[0], sin * cx + cos * cy + middle[1])
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(pieces):
        a, b = first + index * step, first + (index + 1) * step
        points = (
            *(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            *(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            *(math.cos(b), math.sin(b)),
        )
        placed = _moved_points(points, place)
        # The last one ends where the path says, to the last decimal.
        yield ("C", (*placed[:4], *end) if index == pieces - 1 else placed)


# --- simple shapes ----------------------------------------------------------------------------------------------


def rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Iterator[Command]:
    """Yield a rectangle whose corners are quarters of an ellipse of these radii, or sharp."""
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        rx = ry = 0.0
    right, bottom, kx, ky = x + width, y + height, rx * (1 - _CIRCLE), ry * (1 - _CIRCLE)
    yield ("M", (x + rx, y))
    yield ("L", (right - rx, y))
    if rx:
        yield ("C", (right - kx, y, right, y + ky, right, y + ry))
    yield ("L", (right, bottom - ry))
    if rx:
        yield ("C", (right, bottom - ky, right - kx, bottom, right - rx, bottom))
    yield ("L", (x + rx, bottom))
    if rx:
        yield ("C", (x + kx, bottom, x, bottom - ky, x, bottom - ry))
    yield ("L", (x, y + ry))
    if rx:
        yield ("C", (x, y + ky, x + kx, y, x + rx, y))
    yield ("Z", ())


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Iterator[Command]:
    """Yield an ellipse as four curves."""
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    yield ("M", (cx + rx, cy))
    yield ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry))
    yield ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy))
    yield ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry))
    yield ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy))
    yield ("Z", ())


def polygon(points: str, *, closed: bool) -> Iterator[Command]:
    """Yield lines through the places of a `points` list."""
    numbers = numbers_in(points)
    if len(numbers) % 2:
        raise ValueError(f"“{points}” has an x without its y")
    for index in range(0, len(numbers), 2):
        yield ("L" if index else "M", numbers[index : index + 2])
    if closed and numbers:
        yield ("Z", ())


# --- transforms -------------------------------------------------------------------------------------------------


def transform_matrix(value: str) -> Matrix:
    """Return what a `transform` does, as one matrix."""
    made, at, value = IDENTITY, 0, value.strip()
    while at < len(value):
        found = _TRANSFORM.match(value, at)
        if found is None:
            raise ValueError(f"the transform “{value}” is not understood")
        made = multiplied(made, _one_transform(found[1], numbers_in(found[2])))
        at = found.end()
    return made


def _one_transform(name: str, numbers: tuple[float, ...]) -> Matrix:
    match name, numbers:
        case "translate", (x,):
            return (1, 0, 0, 1, x, 0)
        case "translate", (x, y):
            return (1, 0, 0, 1, x, y)
        case "scale", (x,):
            return (x, 0, 0, x, 0, 0)
        case "scale", (x, y):
            return (x, 0, 0, y, 0, 0)
        case "rotate", (degrees,):
            cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            return (cos, sin, -sin, cos, 0, 0)
        case "rotate", (degrees, x, y):
            turned = multiplied((1, 0, 0, 1, x, y), _one_transform("rotate", (degrees,)))
            return multiplied(turned, (1, 0, 0, 1, -x, -y))
        case "matrix", (a, b, c, d, e, f):
            return (a, b, c, d, e, f)
        case _:
            raise ValueError(f"the transform {name}({' '.join(f'{number:g}' for number in numbers)}) is not understood")


def multiplied(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the matrix that does `inner` and then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def moved(command: Command, matrix: Matrix) -> Command:
    """Return the command with its points where `matrix` puts them."""
    name, points = command
    return command if matrix == IDENTITY else (name, _moved_points(points, matrix))


def _moved_points(points: tuple[float, ...], matrix: Matrix) -> tuple[float, ...]:
    a, b, c, d, e, f = matrix
    return tuple(
        value
        for x, y in zip(points[::2], points[1::2], strict=True)
        for value in (a * x + c * y + e, b * x + d * y + f)
    )


def scale_of(matrix: Matrix) -> float:
    """Return by how much `matrix` makes a line's width grow, on the whole."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
