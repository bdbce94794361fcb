"""A scene -> a sharp PNG, for formats that cannot draw: its own small PDF page, rasterised by PDFium."""

from __future__ import annotations

import io

import pypdfium2

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.scene import SceneDrawing
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.theme import Theme


def scene_png(scene: Scene, document: Document, theme: Theme, width_px: int) -> bytes:
    """Return the scene as a PNG that is `width_px` pixels wide."""
    canvas = TaggedCanvas(document, Structure(Element("Document")), (scene.width, scene.height))
    SceneDrawing(scene, theme, document.locale.tag, document.locale.direction).draw(canvas, scene.width, None)
    canvas.showPage()
    pdf = pypdfium2.PdfDocument(canvas.finish())
    image = pdf[0].render(scale=width_px / scene.width).to_pil()
    # Flat colours and a few shades of their edges: a palette keeps the file small and the edges smooth.
    file = io.BytesIO()
    image.convert("RGB").quantize(64, method=2).save(file, "PNG", optimize=False)
    pdf.close()
    return file.getvalue()
