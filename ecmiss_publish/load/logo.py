"""A clinic's logo, PNG or SVG -> a `Scene` that looks the same on every page."""

from __future__ import annotations

import functools
import io
from dataclasses import replace

import PIL.Image
from PIL import UnidentifiedImageError

from ecmiss_publish.markup.svg import read_svg
from ecmiss_publish.markup.svg_path import moved
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Image, Scene, Shape
from ecmiss_publish.model.sources import Sources

LOGO_MM = 30  # how wide leaflets print a logo
_DPI = 300  # what a print shop asks of pictures
_LEAST = round(LOGO_MM / 25.4 * _DPI)
_MOST = 6000  # pixels of a side; more is a mistake and would make every file heavy
_SIDE = 480.0  # of the scene, in its units: writers round to hundredths of them
_SIZES_HINT = "ask the clinic for its SVG, or for a larger PNG"


def load_logo(path: str, named: Origin, sources: Sources, report: Report) -> Scene:
    """Return the logo at `path`, which the brand names at `named`, or raise PublishError once all is reported."""
    try:
        data = sources.read(path)
    except FileNotFoundError:
        report.error("missing-file", "the logo is not there", at=named, hint=f"it is looked for at {path}")
        raise PublishError(path) from None
    if path.lower().endswith(".svg"):
        return _drawn(path, data, report)
    return _bitmap(path, data, report)


def _drawn(path: str, data: bytes, report: Report) -> Scene:
    drawing = read_svg(path, data, own_colours=True)
    report.extend(drawing.problems)
    if drawing.problems:
        raise PublishError(path)
    if not drawing.shapes:
        report.error("drawing", "the logo shows nothing", at=Origin(path), hint="save its shapes as paths")
        raise PublishError(path)
    scale = _SIDE / max(drawing.width, drawing.height)
    return Scene(
        name="logo",
        width=drawing.width * scale,
        height=drawing.height * scale,
        shapes=tuple(_scaled(shape, scale) for shape in drawing.shapes),
        labels=(),
        fixed=True,
    )


def _scaled(shape: Shape, scale: float) -> Shape:
    matrix = (scale, 0.0, 0.0, scale, 0.0, 0.0)
    return replace(
        shape, commands=tuple(moved(command, matrix) for command in shape.commands), width=shape.width * scale
    )


def _bitmap(path: str, data: bytes, report: Report) -> Scene:
    try:
        wide, tall, png = _flattened(data)
    except _UnfitError as unfit:
        report.error(unfit.code, str(unfit), at=Origin(path), hint=unfit.hint)
        raise PublishError(path) from None
    scale = _SIDE / max(wide, tall)
    width, height = wide * scale, tall * scale
    image = Image(data=png, x=0, y=0, width=width, height=height)
    return Scene(name="logo", width=width, height=height, shapes=(), labels=(), images=(image,), fixed=True)


class _UnfitError(Exception):
    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint


@functools.lru_cache(maxsize=8)
def _flattened(data: bytes) -> tuple[int, int, bytes]:
    """Return width and height in pixels, and the PNG on white paper, without what cameras and programs noted in it.

    PDF/A readers and old printers draw transparency each in its own way.
    """
    try:
        image = PIL.Image.open(io.BytesIO(data), formats=["PNG"])
        _check_size(*image.size)
        if image.mode.startswith("I"):  # 16 bits a pixel, which Pillow would clip
            raise _UnfitError("wrong-value", "the logo has 16 bits a colour", "save it as a PNG with 8 bits")
        coloured = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _UnfitError("wrong-value", "the logo is no whole PNG", "save it again as PNG or SVG") from error
    except PIL.Image.DecompressionBombError:
        raise _UnfitError("logo-too-large", "the logo is far too large", "save it smaller") from None
    paper = PIL.Image.new("RGBA", coloured.size, "white")
    paper.alpha_composite(coloured)
    file = io.BytesIO()
    paper.convert("RGB").save(file, "PNG", optimize=False, compress_level=9)
    return *coloured.size, file.getvalue()


def _check_size(wide: int, tall: int) -> None:
    if wide < _LEAST:
        message = f"the logo is {wide} pixels wide; printed {LOGO_MM} mm wide it needs {_LEAST}"
        raise _UnfitError("logo-too-small", message, _SIZES_HINT)
    if max(wide, tall) > _MOST:
        message = f"the logo is {wide} by {tall} pixels; the most is {_MOST} a side"
        raise _UnfitError("logo-too-large", message, "save it smaller")
