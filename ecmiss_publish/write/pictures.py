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


def scene_png(scene: Scene, document: Document, theme: Theme, width_px: int) -> bytes:
    """Return the scene as a PNG that is `width_px` pixels wide."""
    canvas = TaggedCanvas(document, Structure(Element("Document")), (scene.width, scene.height))
    SceneDrawing(scene, theme, document.locale.tag, document.locale.direction).draw(canvas, 0, 0, scene.width, None)
    canvas.showPage()
    pdf = pypdfium2.PdfDocument(canvas.finish())
    image = pdf[0].render(scale=width_px / scene.width).to_pil()
    pdf.close()
    # Flat colours and a few shades of their edges: a palette keeps the file small and the edges smooth.
    palette = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE)
    _set_exact(palette, image)
    file = io.BytesIO()
    palette.save(file, "PNG", compress_level=3)  # level 6 takes twice as long and saves an eighth
    return file.getvalue()


def _set_exact(palette: Image.Image, image: Image.Image) -> None:
    """Give the paper, which the corner shows, its own colour back: quantizing made it a little grey."""
    colours = palette.getpalette() or []
    index = palette.getpixel((0, 0))
    assert isinstance(index, int)
    colours[3 * index : 3 * index + 3] = image.getpixel((0, 0))
    palette.putpalette(colours)
