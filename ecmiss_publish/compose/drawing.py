"""An SVG drawing of the article's folder -> a `Scene`, labels in the locale's words.

A small part of SVG is understood, so that every writer can draw all of it: path (absolute M L H V C Z), rect,
circle, ellipse, line, polygon, polyline, g, and text as a place for a label. Colours are the theme's, written as
CSS variables (`fill="var(--bone)"`), so that a drawing program still shows them.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ecmiss_publish.model.article import Figure
from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.problem import Origin, Problem, PublishError, Report
from ecmiss_publish.model.scene import Anchor, Command, Label, Scene, Shape
from ecmiss_publish.model.sources import Sources

_SVG = "{http://www.w3.org/2000/svg}"
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_COLOUR = re.compile(r"var\(--([a-z-]+)(?:,[^)]*)?\)")
_CIRCLE = 0.5523  # a quarter circle as a cubic curve: the control points' distance, in radii
# What would be lost without a word: on every element, and on <g>, whose colours its shapes do not inherit here.
_NOT_DRAWN = (
    frozenset({"transform", "style", "opacity", "clip-path", "mask"}),
    frozenset({"transform", "style", "opacity", "clip-path", "mask", "fill", "stroke", "stroke-width"}),
)
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A drawing as it was read: the same for every locale. `places` are labels whose Text is still to come."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    places: tuple[tuple[str, Label], ...]
    problems: tuple[Problem, ...]


def drawing_scene(name: str, path: str, figure: Figure, sources: Sources, report: Report) -> Scene:
    """Return the drawing at `path` with `figure`'s labels, or raise PublishError once its mistakes are reported."""
    try:
        data = sources.read(path)
    except FileNotFoundError:
        report.error(
            "missing-file",
            f"the drawing “{figure.drawing}” is not there",
            at=figure.alt.origin,
            hint=f"it is looked for at {path}",
        )
        raise PublishError(path) from None
    drawing = _read_drawing(path, data)
    mistakes = Report()
    mistakes.extend(drawing.problems)
    _check_labels(path, figure, [key for key, _ in drawing.places], mistakes)
    report.extend(mistakes)
    if mistakes.errors:
        raise PublishError(path)
    return Scene(
        name=name,
        width=drawing.width,
        height=drawing.height,
        shapes=drawing.shapes,
        labels=tuple(replace(label, text=figure.labels[key]) for key, label in drawing.places),
    )


def _check_labels(path: str, figure: Figure, places: list[str], report: Report) -> None:
    for key in places:
        if key not in figure.labels.names:
            report.error(
                "drawing",
                f"the drawing has a place for the label “{key}”, which article.yaml does not have",
                at=Origin(path),
                hint=f"its labels are {', '.join(figure.labels.names)}",
            )
    for key, text in figure.labels.pairs:
        if key not in places:
            report.error(
                "drawing",
                f"the label “{key}” has no place in the drawing {path}",
                at=text.origin,
                hint='add <text data-label="..."> there, or delete the label',
            )


@functools.lru_cache(maxsize=32)
def _read_drawing(path: str, data: bytes) -> _Drawing:
    report = Report()
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        report.error("svg-syntax", error.msg.split(":")[0], at=Origin(path, error.position[0]))
        return _Drawing(1, 1, (), (), tuple(report))
    return _Reader(path, report).drawing(root)


@dataclass(slots=True)
class _Reader:
    path: str
    report: Report
    shapes: list[Shape] = field(default_factory=list)
    places: list[tuple[str, Label]] = field(default_factory=list)

    def drawing(self, root: ET.Element) -> _Drawing:
        box = [float(value) for value in root.get("viewBox", "").split() if _is_number(value)]
        if len(box) != 4 or box[:2] != [0, 0]:
            self.wrong("the drawing needs a viewBox that begins with 0 0", 'write viewBox="0 0 480 300"')
            box = [0, 0, 1, 1]
        for element in root:
            self.element(element)
        return _Drawing(box[2], box[3], tuple(self.shapes), tuple(self.places), tuple(self.report))

    def element(self, element: ET.Element) -> None:
        tag = element.tag.removeprefix(_SVG)
        for name in sorted(_NOT_DRAWN[tag == "g"] & element.attrib.keys()):
            self.wrong(f"{name} on <{tag}> is not drawn", "let the drawing program apply it to the shapes themselves")
        match tag:
            case "g":
                for child in element:
                    self.element(child)
            case "text":
                self.label(element)
            case "style" | "title" | "desc" | "defs":
                pass  # a drawing program's own
            case _:
                commands = tuple(self.commands(tag, element))
                if commands:
                    self.shapes.append(
                        Shape(
                            commands=commands,
                            fill=self.colour(element, "fill"),
                            stroke=self.colour(element, "stroke"),
                            width=self.number(element, "stroke-width", "1"),
                            hatch=self.colour(element, "data-hatch"),
                        )
                    )

    def label(self, element: ET.Element) -> None:
        anchors: dict[str, Anchor] = {"start": "start", "middle": "middle", "end": "end"}
        label = Label(
            text=plain_text("", "und"),
            x=self.number(element, "x"),
            y=self.number(element, "y"),
            anchor=anchors.get(element.get("text-anchor", "start"), "start"),
            room=self.number(element, "data-room", "100"),
            size=self.number(element, "font-size", "10"),
            colour=self.colour(element, "fill") or "ink",
            strong=element.get("font-weight") == "700",
        )
        self.places.append((element.get("data-label", ""), label))

    def number(self, element: ET.Element, name: str, default: str = "0") -> float:
        value = element.get(name, default)
        if _is_number(value):
            return float(value)
        self.wrong(f"{name}=“{value}” is no plain number", "write lengths without units and without percent signs")
        return 1.0

    def colour(self, element: ET.Element, attribute: str) -> str | None:
        value = element.get(attribute)
        if value is None or value == "none":
            return None
        found = _COLOUR.fullmatch(value.strip())
        if found is None:
            self.wrong(f"{attribute}=“{value}” is no colour of the theme", 'write it as "var(--bone)"')
            return None
        return found[1]

    def commands(self, tag: str, element: ET.Element) -> Iterator[Command]:
        def number(name: str) -> float:
            return self.number(element, name)

        match tag:
            case "path":
                yield from self.path_commands(element.get("d", ""))
            case "rect":
                x, y, width, height = (number(name) for name in ("x", "y", "width", "height"))
                yield from _rounded(x, y, width, height, min(number("rx"), width / 2, height / 2))
            case "circle":
                yield from _ellipse(number("cx"), number("cy"), number("r"), number("r"))
            case "ellipse":
                yield from _ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
            case "line":
                yield ("M", (number("x1"), number("y1")))
                yield ("L", (number("x2"), number("y2")))
            case "polygon" | "polyline":
                numbers = self.points(element.get("points", ""))
                for index in range(0, len(numbers) - 1, 2):
                    yield ("L" if index else "M", (numbers[index], numbers[index + 1]))
                if tag == "polygon":
                    yield ("Z", ())
            case other:
                self.wrong(f"<{other}> is more SVG than this tool draws", "use paths, rectangles, circles and lines")

    def points(self, data: str) -> list[float]:
        tokens = _TOKEN.findall(data)
        if len(tokens) % 2 or any(value.isalpha() for value in tokens):
            self.wrong(f"points=“{data}” is no list of places", "write x,y x,y x,y")
            return []
        return [float(value) for value in tokens]

    def path_commands(self, data: str) -> Iterator[Command]:
        tokens = _TOKEN.findall(data)
        at, here, name = 0, (0.0, 0.0), ""
        while at < len(tokens):
            if tokens[at].isalpha():
                name, at = tokens[at], at + 1
            if name not in _ARGUMENTS:
                self.wrong(f"the path command “{name}” is not understood", "save paths with absolute M L H V C Z")
                return
            arguments = tokens[at : at + _ARGUMENTS[name]]
            if len(arguments) < _ARGUMENTS[name] or any(value.isalpha() for value in arguments):
                self.wrong(f"the path command {name} takes {_ARGUMENTS[name]} numbers", "save the drawing again")
                return
            numbers = tuple(float(value) for value in arguments)
            at += _ARGUMENTS[name]
            match name:
                case "Z":
                    yield ("Z", ())
                    name = ""
                case "H":
                    here = (numbers[0], here[1])
                    yield ("L", here)
                case "V":
                    here = (here[0], numbers[0])
                    yield ("L", here)
                case "C":
                    here = (numbers[4], numbers[5])
                    yield ("C", numbers)
                case _:
                    here = (numbers[0], numbers[1])
                    yield ("M" if name == "M" else "L", here)
                    name = "L" if name == "M" else name

    def wrong(self, message: str, hint: str | None = None) -> None:
        self.report.error("drawing", message, at=Origin(self.path), hint=hint)


def _is_number(value: str) -> bool:
    return not value.isalpha() and _TOKEN.fullmatch(value) is not None


def _rounded(x: float, y: float, width: float, height: float, r: float) -> Iterator[Command]:
    right, bottom, k = x + width, y + height, r * (1 - _CIRCLE)
    yield ("M", (x + r, y))
    yield ("L", (right - r, y))
    if r:
        yield ("C", (right - k, y, right, y + k, right, y + r))
    yield ("L", (right, bottom - r))
    if r:
        yield ("C", (right, bottom - k, right - k, bottom, right - r, bottom))
    yield ("L", (x + r, bottom))
    if r:
        yield ("C", (x + k, bottom, x, bottom - k, x, bottom - r))
    yield ("L", (x, y + r))
    if r:
        yield ("C", (x, y + k, x + k, y, x + r, y))
    yield ("Z", ())


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> Iterator[Command]:
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    yield ("M", (cx + rx, cy))
    yield ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry))
    yield ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy))
    yield ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry))
    yield ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy))
    yield ("Z", ())
