"""A scene -> PDF drawing operators, and the flowable that places it as a Figure."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName
from reportlab.platypus.flowables import Flowable

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.model.scene import HATCH_STEP, HATCH_WIDTH, LABEL_LEADING, Label, Scene, Shape
from ecmiss_publish.typeset.labels import set_label
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, colour_operator, draw_line, number
from ecmiss_publish.write.pdf.flowables import element_box
from ecmiss_publish.write.pdf.tags import Element
from ecmiss_publish.write.theme import Theme

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@dataclass(frozen=True, slots=True)
class SceneDrawing:
    """Draws a scene with its top left corner at (0, height) of the canvas's own coordinates."""

    scene: Scene
    theme: Theme
    lang: str
    direction: Direction

    def draw(self, canvas: TaggedCanvas, width: float, element: Element | None) -> None:
        """Draw the scene `width` points wide, inside `element`."""
        scale = width / self.scene.width
        canvas.saveState()
        canvas.scale(scale, scale)
        with canvas.inside(element):
            for shape in self.scene.shapes:
                canvas.operators(self._shape(shape))
        for label in self.scene.labels:
            self._label(canvas, label, element)
        canvas.restoreState()

    def _shape(self, shape: Shape) -> str:
        path = _path(shape, self.scene.height)
        code = ["q"]
        if shape.fill:
            code += [colour_operator(self.theme.rgb(shape.fill), "rg"), path, "f"]
        if shape.hatch:
            code += ["q", path, "W n", self._hatching(shape), "Q"]
        if shape.stroke:
            code += [colour_operator(self.theme.rgb(shape.stroke), "RG"), f"{number(shape.width)} w 1 J 1 j", path, "S"]
        code.append("Q")
        return " ".join(code)

    def _hatching(self, shape: Shape) -> str:
        """Return lines at 45 degrees over the box of `shape`, to be clipped to it."""
        assert shape.hatch is not None
        xs = [value for _, points in shape.commands for value in points[::2]]
        ys = [self.scene.height - value for _, points in shape.commands for value in points[1::2]]
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
        code = [colour_operator(self.theme.rgb(shape.hatch), "RG"), f"{number(HATCH_WIDTH)} w"]
        tall = top - bottom
        step = HATCH_STEP * math.sqrt(2)  # along the horizontal
        at = left - tall - (left - tall) % step
        while at < right:
            code.append(f"{number(at)} {number(bottom)} m {number(at + tall)} {number(top)} l S")
            at += step
        return " ".join(code)

    def _label(self, canvas: TaggedCanvas, label: Label, element: Element | None) -> None:
        setting = set_label(label.text, label.strong, self.theme.fonts)
        colour = self.theme.rgb(label.colour)
        inks = Inks(colour, colour, element, (element and element.lang) or self.lang)
        y = self.scene.height - label.y
        for line in setting.lines(label.room * 1000 / label.size):
            wide = setting.natural_width(line) * label.size / 1000
            draw_line(canvas, setting, line, self._left(label, wide), y, wide, label.size, inks)
            y -= label.size * LABEL_LEADING

    def _left(self, label: Label, wide: float) -> float:
        if label.anchor == "middle":
            return label.x - wide / 2
        # Start is where the page's own lines start, whatever the language of the label.
        at_left = (label.anchor == "start") == (self.direction == "ltr")
        return label.x if at_left else label.x - wide


@functools.lru_cache(maxsize=4096)  # every language has the same drawings
def _path(shape: Shape, height: float) -> str:
    """Return the operators of a shape's outline; y grows upwards in a PDF."""
    code = []
    for name, points in shape.commands:
        numbers = (number(height - value if at % 2 else value) for at, value in enumerate(points))
        code.append(" ".join((*numbers, _OPERATORS[name])))
    return " ".join(code)


class Picture(Flowable):
    """A scene on the page, as the Figure element that it belongs to."""

    def __init__(self, drawing: SceneDrawing, element: Element, *, keep_next: bool, after: float) -> None:
        super().__init__()
        self.drawing, self.element = drawing, element
        self.keepWithNext = keep_next
        self.spaceAfter, self.spaceBefore = after, after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size at `width`."""
        self.width = width
        self.height = width * self.drawing.scene.height / self.drawing.scene.width
        return width, self.height

    def draw(self) -> None:
        """Draw the scene and tell the structure tree where it stands."""
        canvas: TaggedCanvas = self.canv
        box = element_box(canvas, self.width, self.height)
        self.element.attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray([round(value, 2) for value in box]),
        }
        self.drawing.draw(canvas, self.width, self.element)
