"""A scene -> a sharp PNG, for formats that cannot draw: its own small PDF page, rasterised by PDFium."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.scene import SceneDrawing
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.theme import Theme

_COLOURS = 64
_STEP = 4  # of so many pixels across and down one is asked for its colour
_ALIKE = 8  # of 256


def scene_png(scene: Scene, document: Document, theme: Theme, width_px: int) -> bytes:
    """Return the scene as a PNG that is `width_px` pixels wide."""
    canvas = TaggedCanvas(document, Structure(Element("Document")), (scene.width, scene.height))
    SceneDrawing(scene, theme, document.locale.tag, document.locale.direction).draw(canvas, 0, 0, scene.width, None)
    canvas.showPage()
    pdf = pypdfium2.PdfDocument(canvas.finish())
    image = pdf[0].render(scale=width_px / scene.width).to_pil()
    pdf.close()
    # Flat colours and a few shades of their edges: a palette keeps the file small. Bitmaps may have any colours.
    drawn = image if scene.images else image.quantize(palette=_palette(image), dither=Image.Dither.NONE)
    file = io.BytesIO()
    drawn.save(file, "PNG", compress_level=3)  # level 6 takes twice as long and saves an eighth
    return file.getvalue()


def _palette(image: Image.Image) -> Image.Image:
    """Return the colours that most of `image` has, as they are: one of Pillow's own making takes ten times as long.

    Colours that look alike are there once, as Pillow would take one for the other.
    """
    few = image.resize((-(-image.width // _STEP), -(-image.height // _STEP)), Image.Resampling.NEAREST)
    counted = few.getcolors(few.width * few.height) or []
    chosen: dict[tuple[int, ...], tuple[int, ...]] = {}
    for _, colour in sorted(counted, reverse=True):
        assert isinstance(colour, tuple)
        chosen.setdefault(tuple(part // _ALIKE for part in colour), colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in list(chosen.values())[:_COLOURS] for part in colour])
    return palette
