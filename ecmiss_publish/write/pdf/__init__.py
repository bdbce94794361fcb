"""Document -> PDF leaflet: ReportLab's pages and objects, our own text layer and structure tree.

flow makes flowables of the blocks, ReportLab's frames fill the pages, canvas and tags write what a screen reader
needs, font embeds what was used.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Run, Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.typeset.fonts import REGULAR, FontMissing
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, draw_line
from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.flowables import TextBlock
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.theme import Page, Theme, document_theme

WRITER = "pdf"
SUFFIX = ".pdf"

_FOOT = 26.0  # points from the sheet's edge to the page number's baseline


def write(document: Document, sources: Sources, report: Report) -> bytes:
    """Return the document as a PDF, or raise PublishError where it cannot be set."""
    theme = document_theme(document, sources, report)
    try:
        return _write(document, theme, theme.pages[document.edition.page], report)
    except FontMissing as error:
        report.error("missing-font", str(error), at=Origin(document.edition.path))
        raise PublishError(document.edition.path) from None


def _write(document: Document, theme: Theme, page: Page, report: Report) -> bytes:
    root = Element("Document")
    story = Story(document, theme, root)
    flowables = story.flowables()
    for char, origin in story.origins():
        report.error(
            "missing-glyph",
            f"no font has U+{ord(char):04X} “{char}”",
            at=origin,
            hint="write another character, or name a font that has it in [fonts] of templates/theme.toml",
        )
    if story.missing:
        raise PublishError(document.edition.path)
    canvases: list[TaggedCanvas] = []

    def make_canvas(*_: object, **__: object) -> TaggedCanvas:
        canvases.append(TaggedCanvas(document, Structure(root), (page.width, page.height)))
        return canvases[-1]

    _Pages(page).build(flowables, canvasmaker=make_canvas)
    (canvas,) = canvases
    _draw_page_numbers(canvas, document, story, page)
    return canvas.finish()


class _Pages(BaseDocTemplate):
    """Sheets with one frame; headings become the outline."""

    def __init__(self, page: Page) -> None:
        super().__init__("", pagesize=(page.width, page.height))
        self._headings = 0
        self._doSave = 0  # the canvas is finished by us, page numbers and tags included
        frame = Frame(
            page.margin,
            page.foot,
            page.width - 2 * page.margin,
            page.height - page.margin - page.foot,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame]))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        element = flowable.inks.element if isinstance(flowable, TextBlock) else None
        if element is not None and element.tag in ("H1", "H2") and isinstance(flowable, TextBlock):
            canvas: Any = self.canv
            self._headings += 1
            key = f"heading {self._headings}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(flowable.setting.text, key, 0)


def _draw_page_numbers(canvas: TaggedCanvas, document: Document, story: Story, page: Page) -> None:
    """Add “Page 1 of 4” and the reference to every page, now that their number is known."""
    for at, sheet in enumerate(canvas.pages, 1):
        label = document.labels["page"]
        number = Locale.of_tag(label.lang).number
        words = label.plain.replace("{page}", number(Decimal(at)))
        words = words.replace("{pages}", number(Decimal(len(canvas.pages))))
        text = Text((Run(f"{document.reference} · {words}"),), label.lang)
        setting = story.set(text, REGULAR)
        size = story.style("furniture").size
        inks = Inks(story.theme.rgb("muted"), story.theme.rgb("muted"), None, label.lang)
        canvas._code = []
        wide = page.width - 2 * page.margin
        draw_line(canvas, setting, setting.lines(1e9)[0], page.margin, _FOOT, wide, size, inks)
        sheet.stream += "\n".join(canvas._code) + "\n"
    canvas._code = []
