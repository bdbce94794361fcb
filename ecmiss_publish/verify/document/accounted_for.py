"""Every unit of the article is shown by the edition, or its part is named in `<omit>`: nothing is lost by silence."""

from __future__ import annotations

from ecmiss_publish.model.article import Article, texts
from ecmiss_publish.model.block import Figure, Table, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, Report


def accounted_for(document: Document, article: Article, report: Report) -> None:
    """Report units of `article` that the document neither shows nor omits, and omitted parts that it does show."""
    shown = {text.unit for text in document.shown_texts()}
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            shown.add(block.alt.unit)
        elif isinstance(block, Table):
            shown.add(block.caption.unit)
    for text in texts(article):
        part = (text.unit or "").partition(".")[0]
        if text.unit not in shown and part not in document.omitted:
            report.error(
                "not-shown",
                f"the edition “{document.edition.name}” does not show {text.unit}",
                at=Origin(document.edition.path),
                hint=f'show it, or write <omit part="{part}"/>',
                unit=text.unit,
            )
