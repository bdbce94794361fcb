"""Checks of one composed document, before it is drawn. One file a check, listed here in reading order."""

from __future__ import annotations

from collections.abc import Callable

from ecmiss_publish.model.article import Article
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.document.accounted_for import accounted_for
from ecmiss_publish.verify.document.alternative_texts import alternative_texts
from ecmiss_publish.verify.document.headings import headings

CHECKS: tuple[Callable[[Document, Article, Report], None], ...] = (
    accounted_for,
    alternative_texts,
    headings,
)


def check_document(document: Document, article: Article, report: Report) -> None:
    """Run every check."""
    for check in CHECKS:
        check(document, article, report)
