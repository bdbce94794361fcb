"""A scene -> PDF drawing operators."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.model.scene import HATCH_STEP, HATCH_WIDTH, LABEL_LEADING, Image, Label, Scene, Shape
from ecmiss_publish.typeset.labels import set_label
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, colour_operator, draw_line, number
from ecmiss_publish.write.pdf.tags import Element
from ecmiss_publish.write.theme import Theme

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@dataclass(frozen=True, slots=True)
class SceneDrawing:
    """Draws a scene."""

    scene: Scene
    theme: Theme
    lang: str
    direction: Direction

    def draw(self, canvas: TaggedCanvas, x: float, y: float, width: float, element: Element | None) -> None:
        """Draw the scene `width` points wide, its lower left corner at (x, y), inside `element`."""
        scale = width / self.scene.width
        with canvas.inside(element):
            # Five places, since a hundredth of a scale is half a point at the picture's other end.
            canvas.operators(f"q {scale:.5f} 0 0 {scale:.5f} {number(x)} {number(y)} cm")
            for image in self.scene.images:
                canvas.operators(_placed(image, self.scene.height, canvas.picture(image.data)))
            for shape in self.scene.shapes:
                canvas.operators(self._shape(shape))
            canvas.operators("Q")
        for label in self.scene.labels:
            self._label(canvas, label, x, y, scale, element)

    def _shape(self, shape: Shape) -> str:
        fill, hatch, stroke = (self._rgb(name) for name in (shape.fill, shape.hatch, shape.stroke))
        return _painted(shape, self.scene.height, fill, hatch, stroke)

    def _rgb(self, name: str | None) -> RGB | None:
        return self.theme.rgb(name) if name else None

    def _label(
        self, canvas: TaggedCanvas, label: Label, x: float, y: float, scale: float, element: Element | None
    ) -> None:
        setting = set_label(label.text, label.strong, self.theme.fonts)
        colour = self.theme.rgb(label.colour)
        inks = Inks(colour, colour, element, (element and element.lang) or self.lang)
        size = label.size * scale
        baseline = y + (self.scene.height - label.y) * scale
        for line in setting.lines(label.room * 1000 / label.size):
            wide = setting.natural_width(line) * size / 1000
            draw_line(canvas, setting, line, self._left(label, x + label.x * scale, wide), baseline, wide, size, inks)
            baseline -= size * LABEL_LEADING

    def _left(self, label: Label, x: float, wide: float) -> float:
        if label.anchor == "middle":
            return x - wide / 2
        # Start is where the page's own lines start, whatever the language of the label.
        at_left = (label.anchor == "start") == (self.direction == "ltr")
        return x if at_left else x - wide


def _placed(image: Image, height: float, name: str) -> str:
    """Return the operators that stretch the unit square of an image to its place."""
    sides = f"{number(image.width)} 0 0 {number(image.height)}"
    return f"q {sides} {number(image.x)} {number(height - image.y - image.height)} cm /{name} Do Q"


@functools.lru_cache(maxsize=4096)  # every language has the same drawings
def _painted(shape: Shape, height: float, fill: RGB | None, hatch: RGB | None, stroke: RGB | None) -> str:
    """Return the operators of a shape in its colours; y grows upwards in a PDF."""
    path = _path(shape, height)
    code = ["q"]
    if fill:
        code += [colour_operator(fill, "rg"), path, "f*" if shape.even_odd else "f"]
    if hatch:
        code += ["q", path, "W* n" if shape.even_odd else "W n", _hatching(shape, height, hatch), "Q"]
    if stroke:
        code += [colour_operator(stroke, "RG"), f"{number(shape.width)} w 1 J 1 j", path, "S"]
    code.append("Q")
    return " ".join(code)


def _path(shape: Shape, height: float) -> str:
    code = []
    for name, points in shape.commands:
        numbers = (number(height - value if at % 2 else value) for at, value in enumerate(points))
        code.append(" ".join((*numbers, _OPERATORS[name])))
    return " ".join(code)


def _hatching(shape: Shape, height: float, colour: RGB) -> str:
    """Return lines at 45 degrees over the box of `shape`, to be clipped to it."""
    xs = [value for _, points in shape.commands for value in points[::2]]
    ys = [height - value for _, points in shape.commands for value in points[1::2]]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    code = [colour_operator(colour, "RG"), f"{number(HATCH_WIDTH)} w"]
    tall = top - bottom
    step = HATCH_STEP * math.sqrt(2)  # along the horizontal
    at = left - tall - (left - tall) % step
    while at < right:
        code.append(f"{number(at)} {number(bottom)} m {number(at + tall)} {number(top)} l S")
        at += step
    return " ".join(code)
