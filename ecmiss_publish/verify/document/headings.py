"""What screen readers steer by has words: the title, every heading, and the heads of tables."""

from __future__ import annotations

from ecmiss_publish.model.article import Article
from ecmiss_publish.model.block import Section, Table, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin, Report


def headings(document: Document, article: Article, report: Report) -> None:
    """Report a title or heading without words, and a table that heads no column.

    A level cannot be skipped: it is the depth of nesting.
    """
    _check_words(document.title, "the title", Origin(document.edition.path), report)
    for block in walk(document.blocks):
        if isinstance(block, Section):
            _check_words(block.title, "a heading", block.attrs.origin, report)
        elif isinstance(block, Table) and not all(cell.header for cell in block.head.cells):
            report.error(
                "missing-heading",
                "the first row of a table heads its columns, and not every cell of it is a <th>",
                at=block.attrs.origin,
                hint="write <th> for each cell in <thead>",
            )


def _check_words(text: Text, what: str, origin: Origin | None, report: Report) -> None:
    if not text.plain.strip():
        report.error(
            "missing-heading",
            f"{what} has no words",
            at=text.origin or origin,
            hint="write what stands below it in a few words",
            unit=text.unit,
        )
