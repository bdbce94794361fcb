"""`ecmiss-publish build`: every edition in every locale, and the page that leads to them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from ecmiss_publish.cli.options import (
    chosen_brand,
    chosen_editions,
    chosen_locales,
    chosen_targets,
    edition_option,
    jobs_option,
    json_option,
    locale_option,
    project_option,
    project_root,
    verbose_option,
)
from ecmiss_publish.cli.progress import progress
from ecmiss_publish.cli.report import count_line, files_json, print_json, print_problems, print_table
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.pipeline.build import Outcome, build
from ecmiss_publish.pipeline.index import INDEX, write_index_page, write_status_page
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources


@click.command("build")
@locale_option
@edition_option
@click.option(
    "--out",
    default="dist",
    type=click.Path(file_okay=False, path_type=Path),
    show_default=True,
    help="The folder for the finished files.",
)
@click.option(
    "--brand",
    default="default",
    show_default=True,
    metavar="NAME",
    help="The clinic whose name, numbers, logo and colours are shown: content/brands/NAME.toml.",
)
@click.option(
    "--beside", metavar="CODE", help="The second language of a bilingual edition. Default: that of the article."
)
@click.option(
    "--print-shop",
    is_flag=True,
    help="PDFs for a print shop: 3 mm bleed, crop and fold marks, booklets in printer's order.",
)
@jobs_option
@project_option
@verbose_option
@json_option
def build_command(
    locale_names: tuple[str, ...],
    edition_names: tuple[str, ...],
    out: Path,
    brand: str,
    beside: str | None,
    print_shop: bool,
    jobs: int | None,
    folder: Path | None,
    verbose: bool,
    as_json: bool,
) -> int:
    """Make the finished files, read each one back, and say what is wrong.

    A message without a trustworthy translation appears in English, is marked as English in the file, and is reported.
    A file that cannot be made leaves the old one as it was, and the others are made all the same.

    \b
    Examples:
      ecmiss-publish build
      ecmiss-publish build --locale ar --edition leaflet
      ecmiss-publish build --edition trifold --brand example --print-shop
      ecmiss-publish build --edition bilingual --locale ar --beside de
      ecmiss-publish build --out /srv/leaflets --json
    Try out forms and templates, with words that are no translation (never among “all”, never in the index):
      ecmiss-publish build --locale en-XA --out /tmp/try      accents, 40 % longer, in brackets
      ecmiss-publish build --locale ar-XB --out /tmp/try      English words in Arabic letters, right to left
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string
    root = project_root(folder)
    sources = FolderSources(root)
    report = Report()
    try:
        project = load_project(sources, report)
    except PublishError:
        return _finish([], out, report, as_json, verbose)
    targets = chosen_targets(
        project,
        chosen_locales(project, locale_names, pseudo=True),
        chosen_editions(project, edition_names),
        brand=chosen_brand(project, brand),
        beside=chosen_locales(project, (beside,))[0] if beside else None,
        print_shop=print_shop,
    )
    with progress(len(targets), as_json) as done:
        outcomes = build(targets, project, root, out, jobs or os.cpu_count() or 1, done)
    for outcome in outcomes:
        report.extend(outcome.problems)
    write_index_page(project, outcomes, sources, out, report)
    write_status_page(project, sources, out, report)
    return _finish(outcomes, out, report, as_json, verbose)


def _finish(outcomes: Sequence[Outcome], out: Path, report: Report, as_json: bool, verbose: bool) -> int:
    if as_json:
        print_json({"out": str(out), "files": files_json(outcomes)}, report)
    else:
        print_problems(report, verbose=verbose)
        if outcomes:
            print_table(outcomes, str(out))
            index = out / INDEX  # pseudo-locales alone have none
            click.echo(f"{count_line(report)}; begin at {index}" if index.is_file() else count_line(report))
        else:
            click.echo(f"nothing was made: {count_line(report)}", err=True)
    return 1 if report.errors else 0
