"""An author's edit that changes no meaning -> accepted in all catalogs at once: what `accept` does to a project."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.catalogs import Material, load_material, merged_catalog, write_template
from ecmiss_publish.pipeline.outputs import write_over
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.accept import accept, acceptable, others_fuzzy
from ecmiss_publish.translate.catalog import catalog_path
from ecmiss_publish.translate.po_file import po_bytes
from ecmiss_publish.verify.edit import meant_changes, shown_edit


@dataclass(frozen=True, slots=True)
class Accepted:
    """One catalog after the work: the units accepted, and those that wait for a translator all the same."""

    locale: Locale
    path: str
    units: tuple[str, ...]
    left: tuple[str, ...]


def accept_edits(
    project: Project,
    units: Sequence[str],
    reason: str,
    date: datetime.date,
    locales: Iterable[Locale],
    sources: Sources,
    root: Path,
    report: Report,
) -> tuple[Accepted, ...]:
    """Bring the catalogs up to date and accept the edits of `units` in them.

    Raise PublishError, and leave all as it was, where one of the edits changes what a text says.
    """
    before = report.errors
    material = load_material(project, sources, report)
    _check_units(units, material, report)
    locales = tuple(locales)
    read = {locale: sources.read(catalog_path(locale)) for locale in locales}
    catalogs = {locale: merged_catalog(project, material, locale, sources, report) for locale in locales}
    edits = {edit: None for file in catalogs.values() for edit in acceptable(file, units)}
    for unit, old, new in edits:
        _check_edit(unit, old, new, project, material, report)
    if not edits and report.errors == before:
        report.error(
            "nothing-to-accept",
            "in no catalog is one of these messages fuzzy because its source changed",
            hint="`accept` is for edits that no translator has looked at yet",
        )
    if report.errors > before:
        raise PublishError("accept")
    write_template(project, material, root)
    done = []
    for locale, file in catalogs.items():
        accepted = tuple(unit for unit, _, _ in acceptable(file, units))
        left = others_fuzzy(file, units)
        accept(file, units, reason, date)
        write_over(root / catalog_path(locale), po_bytes(file), read[locale])
        done.append(Accepted(locale, catalog_path(locale), accepted, left))
    return tuple(done)


def _check_units(units: Sequence[str], material: Material, report: Report) -> None:
    known = [message.unit for message in material.messages]
    for unit in units:
        if unit not in known:
            close = difflib.get_close_matches(unit, known, 1)
            report.error(
                "unknown-reference",
                f"there is no message “{unit}”",
                hint=f"did you mean “{close[0]}”?" if close else "the ids are in locales/messages.pot",
                unit=unit,
            )


def _check_edit(unit: str, old: str, new: str, project: Project, material: Material, report: Report) -> None:
    changed = meant_changes(old, new, project.source, project.glossary)
    if changed:
        origin = next((message.origin for message in material.messages if message.unit == unit), None)
        report.error(
            "edit-changes-meaning",
            f"the edit of “{unit}” changes {' and '.join(changed)}: {shown_edit(old, new)}",
            at=origin or Origin(project.article.article),
            hint="every translator has to look at it; leave it fuzzy",
            unit=unit,
        )
