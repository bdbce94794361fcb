"""Every figure says in words what it shows."""

from __future__ import annotations

from ecmiss_publish.model.article import Article
from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Report


def alternative_texts(document: Document, article: Article, report: Report) -> None:
    """Report figures whose alternative text is empty or only repeats the caption."""
    for block in walk(document.blocks):
        if not isinstance(block, Figure):
            continue
        alt = block.alt.plain.strip()
        if not alt or (block.caption is not None and alt == block.caption.plain.strip()):
            report.error(
                "missing-alt",
                f"the figure “{block.scene.name}” has no alternative text of its own",
                at=block.alt.origin or block.attrs.origin,
                hint="say in `alt` what a person who cannot see the picture needs to know",
                unit=block.alt.unit,
            )
