"""Document -> PDF leaflet: ReportLab's pages and objects, our own text layer and structure tree.

flow makes flowables of the blocks, pages fills pages with them, canvas and tags write what a screen reader
needs, font embeds what was used.
"""

from __future__ import annotations

from decimal import Decimal

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Run, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.typeset.fonts import REGULAR, FontMissing
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, draw_line
from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.pages import TooTall, fill_pages
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.theme import Page, Theme, document_theme

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
    canvas = TaggedCanvas(document, Structure(root), (page.width, page.height))
    try:
        fill_pages(flowables, page, canvas)
    except TooTall as error:
        report.error(
            "too-tall",
            f"{error} is taller than the page “{document.edition.page}” and cannot be split",
            at=Origin(document.edition.path),
            hint="use a larger page, or less in one piece",
        )
        raise PublishError(document.edition.path) from None
    _draw_page_numbers(canvas, document, story, page)
    return canvas.finish()


def _draw_page_numbers(canvas: TaggedCanvas, document: Document, story: Story, page: Page) -> None:
    """Add “Page 1 of 4” and the reference to every page, now that their number is known."""
    label = document.labels.get("page") or plain_text("{page}", document.locale.tag)
    for at, sheet in enumerate(canvas.pages, 1):
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
