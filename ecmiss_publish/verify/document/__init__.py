"""Checks of one composed document, before it is drawn. One file a check, listed here in reading order."""

from __future__ import annotations

from collections.abc import Callable

from ecmiss_publish.model.article import Article
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.verify.document.accounted_for import accounted_for
from ecmiss_publish.verify.document.alternative_texts import alternative_texts
from ecmiss_publish.verify.document.headings import headings

CHECKS: tuple[Callable[[Document, Article, Report], None], ...] = (accounted_for,)
# What breaks one of these no reader could use with eyes closed: it is not drawn at all.
BARRIERS: tuple[Callable[[Document, Article, Report], None], ...] = (alternative_texts, headings)


def check_document(document: Document, article: Article, report: Report) -> None:
    """Run every check; raise PublishError where the document would be no accessible file (PDF/UA-1, WCAG 2.2)."""
    for check in CHECKS:
        check(document, article, report)
    found = Report()
    for check in BARRIERS:
        check(document, article, found)
    report.extend(found)
    if found.errors:
        raise PublishError(document.edition.path)
