"""A picture as data: shapes, bitmaps and translated labels, drawn the same by every writer.

Units are the drawing's own; x grows to the right, y grows downwards, as in SVG. Colours are roles of the theme, so
that all pictures change with it. Only what is not ours to colour has values: a logo, and a QR code's black and white.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from ecmiss_publish.model.inline import Text

LABEL_LEADING = 1.25  # from baseline to baseline of a label's lines, in sizes
HATCH_STEP, HATCH_WIDTH = 2.83, 1.4  # across a hatch: from line to line, and a line's width

Anchor = Literal["start", "middle", "end"]
Command: TypeAlias = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]


def is_literal(colour: str) -> bool:
    """Return whether `colour` is a value, `#RRGGBB`, and not a role of the theme."""
    return colour.startswith("#")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A path of absolute moves, lines and curves. `fill` and `stroke` name colours of the theme, or are `#RRGGBB`.

    Where the path crosses itself, `even_odd` leaves every second area empty.
    """

    commands: tuple[Command, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    hatch: str | None = None
    even_odd: bool = False

    def mirrored(self, width: float) -> Shape:
        """Return the shape as seen in a mirror of the whole picture."""
        return replace(
            self,
            commands=tuple(
                (name, tuple(width - value if index % 2 == 0 else value for index, value in enumerate(points)))
                for name, points in self.commands
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words in the picture. (x, y) is the first line's baseline; lines longer than `room` are broken.

    `lines` is how many lines there is room for, where the drawing says so.
    """

    text: Text
    x: float
    y: float
    anchor: Anchor
    room: float
    size: float
    colour: str = "ink"
    strong: bool = False
    lines: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The place that a drawing has for a label's words: `lines` lines, `width` wide, in letters of `size`."""

    drawing: str
    width: float
    lines: int
    size: float
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A bitmap in the picture: a PNG without transparency. (x, y) is its upper left corner."""

    data: bytes = field(repr=False)
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A picture `width` by `height`: images lowest, then shapes, then labels.

    One that is `fixed` looks the same on every page: a mirrored logo is another logo, and a mirrored QR code is none.
    """

    name: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    images: tuple[Image, ...] = ()
    fixed: bool = False

    @property
    def colours(self) -> frozenset[str]:
        """The roles of colours that the picture uses; values are no roles."""
        used = {colour for shape in self.shapes for colour in (shape.fill, shape.stroke, shape.hatch) if colour}
        used |= {label.colour for label in self.labels}
        return frozenset(colour for colour in used if not is_literal(colour))

    def mirrored(self) -> Scene:
        """Return the picture for a right-to-left page: mirrored shapes, labels at mirrored places.

        A label that starts at x in one direction starts at the mirrored x in the other, so anchors stay. A bitmap
        changes its place and not its sides.
        """
        if self.fixed:
            return self
        return replace(
            self,
            images=tuple(replace(image, x=self.width - image.x - image.width) for image in self.images),
            shapes=tuple(shape.mirrored(self.width) for shape in self.shapes),
            labels=tuple(replace(label, x=self.width - label.x) for label in self.labels),
        )
