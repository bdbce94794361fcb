"""`ecmiss-publish status`: how far each translation is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ecmiss_publish.cli.options import chosen_locales, json_option, locale_option, project_option, project_root
from ecmiss_publish.cli.report import print_json, print_problems, print_rows
from ecmiss_publish.model.problem import Origin, Problem, PublishError, Report
from ecmiss_publish.model.status import Status
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import Project, load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.pipeline.status import project_status
from ecmiss_publish.write.html import write_status


@click.command("status")
@locale_option
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the same as a web page. `build` writes it too, as status.html beside its index.",
)
@project_option
@json_option
def status_command(locale_names: tuple[str, ...], page: Path | None, folder: Path | None, as_json: bool) -> int:
    """Say how far each translation is. Only catalogs are read, so this takes a second.

    \b
    Columns:
      translated   messages that readers see in their language
      fuzzy        marked so, or made from an older source; readers see the source instead
      missing      not translated yet
      words left   words of the source in what is fuzzy or missing
      problems     findings in translations by code; `check` shows each with its place
      changed      the last change by a translator (PO-Revision-Date)
      review       who stands behind it as it is now (`review` records it), or draft

    \b
    Examples:
      ecmiss-publish status
      ecmiss-publish status --locale ar --json
      ecmiss-publish status --html status.html

    The exit code is 0 however much is left to do, and 1 if a catalog cannot be read.
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string
    sources = FolderSources(project_root(folder))
    report = Report()
    statuses: tuple[Status, ...] = ()
    loading: tuple[Problem, ...] = ()
    try:
        project = load_project(sources, report)
        loading = tuple(report)
        statuses = project_status(project, chosen_locales(project, locale_names), sources, report)
        failed = not all(status.readable for status in statuses)
        if page is not None:
            failed = not _write_page(page, project, statuses, sources, report) or failed
    except PublishError:
        failed = True  # the reasons are in the report
    if as_json:
        print_json({"locales": [_json(status) for status in statuses]}, report)
    else:
        print_problems(report if failed else loading)
        _print(statuses)
    return 1 if failed else 0


def _write_page(
    page: Path, project: Project, statuses: Sequence[Status], sources: FolderSources, report: Report
) -> bool:
    try:
        write_whole(page, write_status(project.article.title, statuses, sources, report))
    except OSError as error:
        report.error("cannot-write", error.strerror or str(error), at=Origin(str(error.filename)))
        return False
    return True


def _print(statuses: Sequence[Status]) -> None:
    heads = ("locale", "translated", "fuzzy", "missing", "words left", "problems", "changed", "review")
    rows = [heads, *map(_row, statuses)]
    print_rows(rows, numbers=(1, 2, 3, 4))


def _row(status: Status) -> tuple[str, ...]:
    if not status.readable:
        return (status.locale.tag, "cannot be read", *[""] * 6)
    problems = ", ".join(f"{count} {code}" for code, count in status.problems.items())
    return (
        status.locale.tag,
        f"{status.translated} of {status.messages}",
        str(status.fuzzy),
        str(status.missing),
        str(status.words_left),
        problems or "none",
        status.last_change or "-",
        status.review,
    )


def _json(status: Status) -> dict[str, Any]:
    return {
        "locale": status.locale.tag,
        "name": status.locale.english_name,
        "readable": status.readable,
        "messages": status.messages,
        "translated": status.translated,
        "fuzzy": status.fuzzy,
        "missing": status.missing,
        "words_left": status.words_left,
        "problems_by_code": dict(status.problems),
        "revised": status.revised.isoformat() if status.revised else None,
        "reviewed_by": status.reviewed_by,
        "unreviewed": status.unreviewed,
    }
