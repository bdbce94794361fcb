"""`ecmiss-publish extract` and `update`: the way of messages to translators and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from ecmiss_publish.cli.options import chosen_locales, json_option, locale_option, project_option, project_root
from ecmiss_publish.cli.report import print_json, print_problems
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.pipeline.catalogs import Written, load_material, update_catalog, write_template
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources


@click.command("extract")
@project_option
@json_option
def extract_command(folder: Path | None, as_json: bool) -> int:
    """Collect the words of article and templates in locales/messages.pot.

    Translation tools start a new language from this file. `update` does the same and brings the catalogs up to date.
    """

    def work(root: Path, written: list[Written], report: Report) -> None:
        sources = FolderSources(root)
        project = load_project(sources, report)
        written.append(write_template(project, load_material(project, sources, report), root))

    return _run(folder, as_json, work)


@click.command("update")
@locale_option
@project_option
@json_option
def update_command(locale_names: tuple[str, ...], folder: Path | None, as_json: bool) -> int:
    """Bring locales/messages.pot and every catalog up to date with article and templates.

    A message whose source has changed is marked fuzzy and keeps its previous source; one that has gone becomes
    obsolete, and comes back with its translation. One that has got another id keeps its translation where
    content/ARTICLE/migrations.yaml says so. Translations, comments and flags are never lost.
    """

    def work(root: Path, written: list[Written], report: Report) -> None:
        sources = FolderSources(root)
        project = load_project(sources, report)
        material = load_material(project, sources, report)
        written.append(write_template(project, material, root))
        chosen = (locale for locale in chosen_locales(project, locale_names) if locale != project.source)
        for locale in chosen:
            with suppress(PublishError):  # its reasons are in the report; the others are brought up to date
                written.append(update_catalog(project, material, locale, sources, root, report))

    return _run(folder, as_json, work)


def _run(folder: Path | None, as_json: bool, work: Callable[[Path, list[Written], Report], None]) -> int:
    report = Report()
    written: list[Written] = []
    try:
        work(project_root(folder, writing=True), written, report)
    except PublishError:
        pass  # the reasons are in the report
    except OSError as error:
        report.error("cannot-write", error.strerror or str(error), at=Origin(str(error.filename)))
    _print(written, report, as_json)
    return 1 if report.errors else 0


def _print(written: Sequence[Written], report: Report, as_json: bool) -> None:
    if as_json:
        files = [
            {
                "path": file.path,
                "messages": file.messages,
                "untranslated": file.untranslated,
                "fuzzy": file.fuzzy,
                "obsolete": file.obsolete,
                "changed": file.changed,
            }
            for file in written
        ]
        print_json({"files": files}, report)
        return
    print_problems(report)
    for file in written:
        state = "written" if file.changed else "unchanged"
        counts = f"{file.messages} messages"
        if not file.path.endswith(".pot"):
            counts += f", {file.untranslated} untranslated, {file.fuzzy} fuzzy, {file.obsolete} obsolete"
        click.echo(f"{state}: {file.path} ({counts})")
