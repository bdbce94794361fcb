"""Document -> PDF leaflet: ReportLab's pages and objects, our own text layer and structure tree.

flow makes flowables of the blocks; pages fills pages with them, or panels fits them on a sheet with fixed room; canvas
and tags write what a screen reader needs; font embeds what was used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Run, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.typeset.fonts import REGULAR, FontMissing
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.draw import Inks, draw_line, filled_box
from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.pages import TooTall, fill_pages
from ecmiss_publish.write.pdf.panels import draw_panels, fit
from ecmiss_publish.write.pdf.preflight import preflight
from ecmiss_publish.write.pdf.spacing import Filling, best_pages
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.theme import Page, Theme, document_theme

SUFFIX = ".pdf"

_FOOT = 26.0  # points from the sheet's edge to the page number's baseline
_NOTE = 27.0  # points from line to line where a reader may write


def write(document: Document, sources: Sources, report: Report) -> bytes:
    """Return the document as a PDF, or raise PublishError where it cannot be set."""
    theme = document_theme(document, sources, report)
    try:
        return _write(document, theme, theme.pages[document.edition.page], report)
    except FontMissing as error:
        report.error("missing-font", str(error), at=Origin(document.edition.path))
        raise PublishError(document.edition.path) from None


def _write(document: Document, theme: Theme, page: Page, report: Report) -> bytes:
    def story_of(look: Theme) -> Story:
        return Story(document=document, theme=look, page=page, root=Element("Document"))

    if page.panels:
        story = _fit(document, theme, page, story_of, report)
        canvas = _canvas(document, story, page)
        draw_panels(story, page, canvas)
    else:
        filling = best_pages(theme, page, story_of)
        story = filling.story
        canvas = _canvas(document, story, page)
        blanks = _fill_pages(filling, page, canvas, report)
        _draw_furniture(canvas, story, page, blanks)
    preflight(story, page, report)
    return canvas.finish()


def _fit(document: Document, theme: Theme, page: Page, make: Callable[[Theme], Story], report: Report) -> Story:
    story = fit(document, theme, page, make, report)
    if story is None:
        raise PublishError(document.edition.path)
    return story


def _canvas(document: Document, story: Story, page: Page) -> TaggedCanvas:
    return TaggedCanvas(document, Structure(story.root), (page.width, page.height))


def _fill_pages(filling: Filling, page: Page, canvas: TaggedCanvas, report: Report) -> tuple[int, ...]:
    edition = filling.story.document.edition
    try:
        return fill_pages(filling.flowables, page, canvas, filling.white)
    except TooTall as error:
        report.error(
            "too-tall",
            f"{error} is taller than the page “{edition.page}” and cannot be split",
            at=Origin(edition.path),
            hint="use a larger page, or less in one piece",
        )
        raise PublishError(edition.path) from None


def _draw_furniture(canvas: TaggedCanvas, story: Story, page: Page, blanks: Sequence[int]) -> None:
    """Add “Page 1 of 4” and the reference to every page, now that their number is known, and lines to empty ones."""
    document = story.document
    label = document.labels.get("page") or plain_text("{page}", document.locale.tag)
    number = Locale.of_tag(label.lang).number
    for at, sheet in enumerate(canvas.pages):
        words = label.plain.replace("{page}", number(Decimal(at + 1)))
        words = words.replace("{pages}", number(Decimal(len(canvas.pages))))
        canvas._code = []
        _draw_words(
            canvas, story, page, Text((Run(f"{document.reference} · {words}"),), label.lang), "furniture", _FOOT
        )
        if at in blanks:
            _draw_lines_for_notes(canvas, story, page)
        sheet.stream += "\n".join(canvas._code) + "\n"
    canvas._code = []


def _draw_words(canvas: TaggedCanvas, story: Story, page: Page, text: Text, size: str, baseline: float) -> None:
    """Draw a line of furniture that begins where the lines of the page do."""
    setting = story.set(text, REGULAR)
    points = story.theme.sizes[size] * story.script(story.document.locale.tag).scale
    inks = Inks(story.theme.rgb("muted"), story.theme.rgb("muted"), None, text.lang)
    wide = page.width - 2 * page.margin
    draw_line(canvas, setting, setting.lines(1e9)[0], page.margin, baseline, wide, points, inks)


def _draw_lines_for_notes(canvas: TaggedCanvas, story: Story, page: Page) -> None:
    label = story.document.labels.get("notes")
    top = page.height - page.margin - story.theme.sizes["h3"]
    if label is not None:
        _draw_words(canvas, story, page, label, "h3", top)
    with canvas.inside(None):
        baseline = top - 2 * _NOTE
        while baseline > page.foot:
            rule = filled_box(story.theme.rgb("rule"), page.margin, baseline, page.width - 2 * page.margin, 0.75)
            canvas.operators(rule)
            baseline -= _NOTE
