"""A qualified person's word for a translation -> the header of its catalog: what `review` does to a project.

Only what may be printed as it is can be reviewed: while a message waits for its translator, or a check finds an error,
nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.catalog import Catalog, Message, Review
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.catalogs import load_material, merged_catalog
from ecmiss_publish.pipeline.messages import project_messages
from ecmiss_publish.pipeline.outputs import write_over
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.apply import translate_text
from ecmiss_publish.translate.catalog import catalog_path, load_catalog
from ecmiss_publish.translate.po_file import po_bytes
from ecmiss_publish.translate.review import put_review
from ecmiss_publish.verify.message import check_messages


def checked_catalog(project: Project, locale: Locale, sources: Sources, report: Report) -> Catalog:
    """Return a locale's catalog with the project's messages alone, and report all that stands against a review."""
    messages = project_messages(project, sources, report)
    catalog = load_catalog(locale, sources, report)
    check_messages(catalog, project.source, project.glossary, label_rooms(project.article, sources), report)
    _check_printable(messages, catalog, project, report)
    own = {message.unit: catalog.messages[message.unit] for message in messages if message.unit in catalog.messages}
    return Catalog(locale=locale, messages=own, review=catalog.review, revised=catalog.revised, origin=catalog.origin)


def _check_printable(messages: Iterable[Message], catalog: Catalog, project: Project, report: Report) -> None:
    """Report every message that readers would get in the source language, in the words in which a build says it."""
    for message in messages:
        text = parse_text(message.source, project.source.tag, unit=message.unit, origin=message.origin, report=Report())
        translate_text(text, catalog, project.glossary, report)


def record_review(
    project: Project, catalog: Catalog, by: str, on: str, sources: Sources, root: Path, report: Report
) -> Review:
    """Write into the catalog that `by` has reviewed it, bring it up to date, and return the review.

    Raise PublishError, and write nothing, where the report has errors.
    """
    if report.errors:
        raise PublishError(catalog_path(catalog.locale))
    read = sources.read(catalog_path(catalog.locale))
    file = merged_catalog(project, load_material(project, sources, report), catalog.locale, sources, report)
    review = Review(by=by, on=on, texts=frozenset(message.digest for message in catalog.messages.values()))
    put_review(file, review)
    write_over(root / catalog_path(catalog.locale), po_bytes(file), read)
    return review
