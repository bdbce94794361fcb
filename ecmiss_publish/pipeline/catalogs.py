"""Messages -> `messages.pot` and the catalogs: what `extract` and `update` do to a project folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.load.migrations import load_migrations, migrations_path
from ecmiss_publish.model.article import texts
from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.messages import project_messages
from ecmiss_publish.pipeline.outputs import write_over, write_whole
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.catalog import TEMPLATE_PATH, catalog_path, is_language_right, load_catalog, parse_po
from ecmiss_publish.translate.context import Surroundings, in_context, in_locale
from ecmiss_publish.translate.marks import without_mark
from ecmiss_publish.translate.merge import likely_renames, merged_file, template_file
from ecmiss_publish.translate.po_file import POFile, po_bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A catalog file after the work: how many messages it has, lacks, and has marked fuzzy; whether it changed."""

    path: str
    messages: int
    untranslated: int
    fuzzy: int
    obsolete: int
    changed: bool


@dataclass(frozen=True, slots=True)
class Material:
    """What catalogs are made of: every message with all that translators are told, and what has moved."""

    messages: tuple[Message, ...]
    migrations: tuple[Migration, ...]


def load_material(project: Project, sources: Sources, report: Report) -> Material:
    """Return what the project's catalogs are made of.

    Raise PublishError where an edition or the migrations have mistakes: a template that cannot be read would seem to
    have no words, and a migration that is wrong would move a translation to a unit that says something else.
    """
    messages = project_messages(project, sources, report)
    migrations = load_migrations(project.article.article, {message.unit for message in messages}, sources, report)
    around = Surroundings(
        editions=tuple(edition.name for edition in project.editions),
        shown=_shown(project, sources, report),
        rooms=label_rooms(project.article, sources),
    )
    return Material(in_context(messages, around, project.glossary), migrations)


def _shown(project: Project, sources: Sources, report: Report) -> dict[str, frozenset[str]]:
    """Return which editions show a unit of the article, alternative texts included."""
    units = {text.unit for text in texts(project.article)}
    workshop = Workshop(project, sources)
    shown: dict[str | None, set[str]] = {}
    for edition in project.editions:
        target = Target(article=project.article.article, locale=project.source, edition=edition.name)
        found = Report()
        try:
            document = workshop.document(target, found)
        except PublishError:
            report.extend(found)
            raise
        for text in _texts(document):
            if text.unit in units:
                shown.setdefault(text.unit, set()).add(edition.name)
    return {unit: frozenset(names) for unit, names in shown.items() if unit}


def _texts(document: Document) -> Iterator[Text]:
    yield from document.shown_texts()
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            yield block.alt
            yield from (label.text for scene in (block.scene, block.narrow) if scene for label in scene.labels)


def template_bytes(project: Project, material: Material) -> bytes:
    """Return `messages.pot` as it should be."""
    return po_bytes(template_file(material.messages, project_name(project)))


def new_catalog_bytes(project: Project, locale: Locale, sources: Sources, report: Report) -> bytes:
    """Return a catalog with every message and no translation."""
    messages = in_locale(load_material(project, sources, report).messages, project.glossary, locale)
    return po_bytes(merged_file(messages, None, locale, project_name(project)))


def write_template(project: Project, material: Material, root: Path) -> Written:
    """Write `messages.pot`."""
    changed = write_whole(root / TEMPLATE_PATH, template_bytes(project, material))
    count = len(material.messages)
    return Written(TEMPLATE_PATH, count, count, 0, 0, changed)


def update_catalog(
    project: Project, material: Material, locale: Locale, sources: Sources, root: Path, report: Report
) -> Written:
    """Bring one locale's catalog up to date with the messages, or raise PublishError where it cannot be read."""
    path = catalog_path(locale)
    read = sources.read(path)
    merged = merged_catalog(project, material, locale, sources, report)
    for gone, unit in likely_renames(merged):
        report.hint(
            "renamed-unit",
            f"“{gone}” has gone and “{unit}” has its very words",
            at=Origin(migrations_path(project.article.article)),
            hint=f"to keep its translations write there: - {{from: {gone}, to: {unit}}}",
            unit=unit,
        )
    changed = write_over(root / path, po_bytes(merged), read)
    return Written(
        path,
        len(material.messages),
        len(merged.untranslated_entries()),
        len(merged.fuzzy_entries()),
        len(merged.obsolete_entries()),
        changed,
    )


def merged_catalog(project: Project, material: Material, locale: Locale, sources: Sources, report: Report) -> POFile:
    """Return one locale's catalog as it should be, or raise PublishError where it cannot be read or trusted."""
    old = parse_po(catalog_path(locale), sources, report)
    if not is_language_right(old, locale, sources, report):
        raise PublishError(catalog_path(locale))
    messages = in_locale(material.messages, project.glossary, locale)
    return merged_file(messages, old, locale, project_name(project), material.migrations)


def check_catalogs(project: Project, locales: Iterable[Locale], sources: Sources, report: Report) -> None:
    """Report files that say less than content and templates do now, and mistakes in the migrations.

    A template that is behind stands for the catalogs, for they are brought up to date together.
    """
    try:
        material = load_material(project, sources, report)
    except PublishError:
        return  # the reasons are in the report
    try:
        found = sources.read(TEMPLATE_PATH)
    except FileNotFoundError:
        found = b""
    if found != template_bytes(project, material):
        report.error(
            "stale-template",
            "content or templates have changed since the messages were extracted",
            at=Origin(TEMPLATE_PATH),
            hint="run `ecmiss-publish update`",
        )
        return
    for locale in locales:
        _check_notes(project, material, locale, sources, report)


def _check_notes(project: Project, material: Material, locale: Locale, sources: Sources, report: Report) -> None:
    """Report a catalog that tells its translators other things than content does; its words are others' matter."""
    try:
        messages = load_catalog(locale, sources, Report()).messages
    except (PublishError, OSError):
        return  # the build that follows tells the reasons
    stale = [
        message.unit
        for message in in_locale(material.messages, project.glossary, locale)
        if (there := messages.get(message.unit))
        and there.source == message.source
        and there.notes != message.notes
        and without_mark(there.notes) != without_mark(message.notes)
    ]
    if stale:
        more = f" and {len(stale) - 1} more" if stale[1:] else ""
        report.warning(
            "catalog-stale",
            f"comments for translators (glossary, room, editions) are older than the content: {stale[0]}{more}",
            at=Origin(catalog_path(locale)),
            hint="run `ecmiss-publish update`",
        )


def project_name(project: Project) -> str:
    """Return what the headers of catalogs call the project: its article and version."""
    return f"{project.article.article} {project.article.version}"
