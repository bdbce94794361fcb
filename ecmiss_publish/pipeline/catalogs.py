"""Messages -> `messages.pot` and the catalogs: what `extract` and `update` do to a project folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.catalog import TEMPLATE_PATH, catalog_path, parse_po
from ecmiss_publish.translate.extract import extract
from ecmiss_publish.translate.merge import merged_file, po_bytes, template_file


@dataclass(frozen=True, slots=True)
class Written:
    """A catalog file after the work: how many messages it has, lacks, and has marked fuzzy; whether it changed."""

    path: str
    messages: int
    untranslated: int
    fuzzy: int
    obsolete: int
    changed: bool


def project_messages(project: Project, sources: Sources, report: Report) -> tuple[Message, ...]:
    """Return every message of the project, in order."""
    return extract(project.article, sources, report)


def template_bytes(project: Project, messages: Sequence[Message]) -> bytes:
    """Return `messages.pot` as it should be."""
    return po_bytes(template_file(messages, project_name(project)))


def write_template(project: Project, messages: Sequence[Message], root: Path) -> Written:
    """Write `messages.pot`."""
    changed = write_whole(root / TEMPLATE_PATH, template_bytes(project, messages))
    return Written(TEMPLATE_PATH, len(messages), len(messages), 0, 0, changed)


def update_catalog(
    project: Project, messages: Sequence[Message], locale: Locale, sources: Sources, root: Path, report: Report
) -> Written:
    """Bring one locale's catalog up to date with the messages, or raise PublishError where it cannot be read."""
    path = catalog_path(locale)
    old = parse_po(path, sources, report)
    merged = merged_file(messages, old, locale, project_name(project))
    changed = write_whole(root / path, po_bytes(merged))
    return Written(
        path,
        len(messages),
        len(merged.untranslated_entries()),
        len(merged.fuzzy_entries()),
        len(merged.obsolete_entries()),
        changed,
    )


def check_template(project: Project, sources: Sources, report: Report) -> None:
    """Report a `messages.pot` that does not say what content and templates say."""
    wanted = template_bytes(project, project_messages(project, sources, report))
    try:
        found = sources.read(TEMPLATE_PATH)
    except FileNotFoundError:
        found = b""
    if found != wanted:
        report.error(
            "stale-template",
            "content or templates have changed since the messages were extracted",
            at=Origin(TEMPLATE_PATH),
            hint="run `ecmiss-publish update`",
        )


def project_name(project: Project) -> str:
    """Return what the headers of catalogs call the project: its article and version."""
    return f"{project.article.article} {project.article.version}"
