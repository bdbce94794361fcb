"""Every unit of the article is shown by the edition, or its part is named in `<omit>`: nothing is lost by silence."""

from __future__ import annotations

from collections.abc import Iterator

from ecmiss_publish.model.article import Article, Comparison, Quantity, texts
from ecmiss_publish.model.block import Figure, Table, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, Report


def accounted_for(document: Document, article: Article, report: Report) -> None:
    """Report units of `article` that the document neither shows nor omits, and omitted parts that it shows in full."""
    shown = {text.unit for text in document.shown_texts()}
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            shown.add(block.alt.unit)
        elif isinstance(block, Table):
            shown.add(block.caption.unit)
    lost = [unit for unit in _units(article) if unit not in shown]
    for unit in lost:
        part = _part(unit)
        if part not in document.omitted:
            report.error(
                "not-shown",
                f"the edition “{document.edition.name}” does not show {unit}",
                at=Origin(document.edition.path),
                hint=f'show it, or write <omit part="{part}"/>',
                unit=unit,
            )
    for part in sorted(document.omitted - {_part(unit) for unit in lost}):
        report.error(
            "omitted-and-shown",
            f"the edition “{document.edition.name}” omits “{part}”, and shows all of it",
            at=Origin(document.edition.path),
            hint=f'delete <omit part="{part}"/>',
        )


def _units(article: Article) -> Iterator[str]:
    """Yield the ids of every Text and, by the ids that composing gives them, of every measured value."""
    for text in texts(article):
        yield text.unit or ""
    for name, part in article.parts.pairs:
        if isinstance(part, Comparison):
            for row, values in part.rows.pairs:
                for column in ("ecmiss", "open"):
                    if isinstance(getattr(values, column), Quantity):
                        yield f"{name}.{row}.{column}"


def _part(unit: str) -> str:
    return unit.partition(".")[0]
