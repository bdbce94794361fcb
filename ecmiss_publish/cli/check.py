"""`ecmiss-publish check`: everything that is wrong, nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ecmiss_publish.cli.options import (
    chosen_editions,
    chosen_locales,
    edition_option,
    jobs_option,
    json_option,
    locale_option,
    project_option,
    project_root,
)
from ecmiss_publish.cli.progress import progress
from ecmiss_publish.cli.report import count_line, files_json, print_json, print_problems
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.pipeline.build import Outcome, all_targets, build
from ecmiss_publish.pipeline.catalogs import check_template
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources


@click.command("check")
@locale_option
@edition_option
@jobs_option
@project_option
@json_option
def check_command(
    locale_names: tuple[str, ...],
    edition_names: tuple[str, ...],
    jobs: int | None,
    folder: Path | None,
    as_json: bool,
) -> int:
    r"""Look for everything that is wrong in content, translations, templates and finished files; write nothing.

    \b
    Each finding is one line:
      locales/ar/LC_MESSAGES/messages.po:412: error[numbers-differ]: the source has 5, 20, ...; what to do
    """
    root = project_root(folder)
    sources = FolderSources(root)
    report = Report()
    outcomes: tuple[Outcome, ...] = ()
    try:
        project = load_project(sources, report)
        check_template(project, sources, report)
        targets = all_targets(project, chosen_locales(project, locale_names), chosen_editions(project, edition_names))
        with progress(len(targets), as_json) as done:
            outcomes = build(targets, project, root, None, jobs or os.cpu_count() or 1, done)
    except PublishError:
        pass  # the reasons are in the report
    for outcome in outcomes:
        report.extend(outcome.problems)
    if as_json:
        print_json({"files": files_json(outcomes)}, report)
    else:
        print_problems(report)
        click.echo(f"{len(outcomes)} documents checked: {count_line(report)}")
    return 1 if report.errors else 0
