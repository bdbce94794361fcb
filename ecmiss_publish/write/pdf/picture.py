"""Pictures on paper: a figure in its element, and what only decorates. All lengths are points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.flowables import Flowable, TextStyle
from ecmiss_publish.write.pdf.scene import SceneDrawing
from ecmiss_publish.write.pdf.tags import Element

_FUZZ = 0.05  # points that rounding may take from a label's size


class Picture(Flowable):
    """A figure: the widest of its drawings whose labels are `least` tall, the labels no larger than `most`.

    A drawing without labels is as wide as the column, or `wide` where that is less.
    """

    called = "a picture"

    def __init__(
        self,
        drawings: tuple[SceneDrawing, ...],
        element: Element,
        *,
        least: float,
        most: float,
        wide: float,
        keep_next: bool,
        after: float,
    ) -> None:
        self.drawings, self.element = drawings, element
        self.least, self.most, self.largest, self.wide = least, most, most, wide
        self.keep_next = keep_next
        self.before = self.after = after
        self.drawing = drawings[0]
        self.label_size = least

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        for drawing in self.drawings:
            smallest = min((label.size for label in drawing.scene.labels), default=0.0)
            scale = min(width, self.wide) / drawing.scene.width
            if smallest:
                scale = min(scale, self.most / smallest)
            self.drawing, self.scale, self.label_size = drawing, scale, smallest * scale or self.least
            if self.label_size >= self.least - _FUZZ:
                break
        self.height = self.drawing.scene.height * self.scale
        return self.height

    def lower(self, points: float) -> None:
        """Be lower by so many points, if its labels stay large enough; it gives way to what must stand beside it."""
        label = self.label_size * (1 - points / self.height)
        if self.drawing.scene.labels and label >= self.least - _FUZZ:
            self.most = label

    def as_made(self) -> None:
        """Be as large as the room allows again."""
        self.most = self.largest

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the scene in the middle of the column and tell the structure tree where it stands."""
        wide = self.drawing.scene.width * self.scale
        left = x + (self.width - wide) / 2
        self.element.attributes = {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray([round(value, 2) for value in (left, y, left + wide, y + self.height)]),
        }
        self.drawing.draw(canvas, left, y, wide, self.element)


class Ornament(Flowable):
    """A drawing that says nothing: an artifact, `share` of the column wide, in its middle."""

    called = "an ornament"

    def __init__(self, drawing: SceneDrawing, *, share: float, space: float) -> None:
        self.drawing, self.share = drawing, share
        self.before = self.after = space

    def wrap(self, width: float) -> float:
        """Return the height at `width`."""
        self.width = width
        self.height = width * self.share * self.drawing.scene.height / self.drawing.scene.width
        return self.height

    def draw(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw it as an artifact."""
        wide = self.width * self.share
        self.drawing.draw(canvas, x + (self.width - wide) / 2, y, wide, None)


@dataclass(frozen=True, slots=True)
class IconMarker:
    """An icon in the indent before a paragraph, `size` wide and tall.

    One that is no taller than a line is level with the first; a taller one begins where the paragraph does, so that
    icons beside each other stand level however many lines their paragraphs have.
    """

    drawing: SceneDrawing
    size: float
    room: float

    @property
    def tall(self) -> float:
        """The height of the icon."""
        return self.size

    def draw(
        self, canvas: TaggedCanvas, style: TextStyle, left: float, right: float, top: float, baseline: float
    ) -> None:
        """Draw the icon as an artifact."""
        start = style.indent - self.room
        x = right - start - self.size if style.direction == "rtl" else left + start
        middle = min(baseline + style.size * 0.36, top - self.size / 2)
        self.drawing.draw(canvas, x, middle - self.size / 2, self.size, None)
