"""Catalogs -> how far each translation is: what a coordinator asks before ordering work, and a clinic before printing.

Only catalogs are read; no document is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.model.status import Status
from ecmiss_publish.pipeline.messages import project_messages
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.verify.message import check_messages


def project_status(project: Project, locales: Iterable[Locale], sources: Sources, report: Report) -> tuple[Status, ...]:
    """Return how far each of `locales` is; what is wrong in their catalogs goes to the report."""
    messages = project_messages(project, sources, report)
    return tuple(_status(project, messages, locale, sources, report) for locale in locales if locale != project.source)


def _status(project: Project, messages: Sequence[Message], locale: Locale, sources: Sources, report: Report) -> Status:
    found = Report()
    try:
        catalog = load_catalog(locale, sources, found)
        if not catalog.trusted:
            raise PublishError(str(catalog.origin))
    except PublishError:
        report.extend(found)
        return Status(locale=locale, messages=len(messages), readable=False)
    except OSError as error:
        report.error("cannot-read", error.strerror or str(error), at=Origin(str(error.filename)))
        return Status(locale=locale, messages=len(messages), readable=False)
    check_messages(catalog, project.source, project.glossary, label_rooms(project.article, sources), found)
    report.extend(found)
    states = {message.unit: _state(message, catalog) for message in messages}
    counts = Counter(states.values())
    return Status(
        locale=locale,
        messages=len(messages),
        translated=counts["translated"],
        fuzzy=counts["fuzzy"],
        missing=counts["missing"],
        words_left=sum(len(message.source.split()) for message in messages if states[message.unit] != "translated"),
        problems=dict(sorted(Counter(problem.code for problem in found).items())),
        revised=catalog.revised,
        reviewer=catalog.review.by if catalog.review else None,
        unreviewed=len(catalog.unreviewed),
    )


def _state(message: Message, catalog: Catalog) -> str:
    """Return what readers get of a message, as `translate` decides it: only words for this very source are used."""
    there = catalog.messages.get(message.unit)
    if there is None or not there.translation.strip():
        return "missing"
    return "translated" if there.usable and there.source == message.source else "fuzzy"
