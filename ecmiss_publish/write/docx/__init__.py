"""Document -> a Word file that marketing can carry on with: real headings, lists and tables, named styles only.

Each unit stands in a bookmark that is named for it, so that whoever reads the file back can say which one is missing.
"""

from __future__ import annotations

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.typeset.fonts import FontMissing
from ecmiss_publish.write.docx.base import open_base, to_bytes
from ecmiss_publish.write.docx.blocks import Body
from ecmiss_publish.write.docx.furniture import fill_furniture
from ecmiss_publish.write.docx.looks import box_start
from ecmiss_publish.write.docx.numbering import Numbering
from ecmiss_publish.write.docx.roles import boxes_of
from ecmiss_publish.write.docx.styles import Typography, fill_styles
from ecmiss_publish.write.theme import document_theme

SUFFIX = ".docx"


def write(document: Document, sources: Sources, report: Report) -> bytes:
    """Return the brochure, or raise PublishError once every reason why there is none is reported."""
    theme = document_theme(document, sources, report)
    typography = Typography(theme, theme.pages[document.edition.page], document.locale)
    try:
        return _brochure(document, typography)
    except FontMissing as error:
        report.error("missing-font", str(error), at=Origin(document.edition.path))
        raise PublishError(document.edition.path) from None


def _brochure(document: Document, typography: Typography) -> bytes:
    word = open_base(document, typography)
    numbering = Numbering(typography.theme, box_start(typography.theme))
    body = Body(document, typography, word.part, numbering)
    section = word.sections[0]._sectPr
    for element in body.elements():
        section.addprevious(element)
    fill_styles(word.styles.element, typography, boxes_of(document.blocks, typography.theme), body.styles)
    numbering.fill(word.part.numbering_part.element)
    fill_furniture(word, document, typography.language)
    return to_bytes(word)
