"""`ecmiss-publish check`: everything that is wrong; nothing is written, unless what is certain shall be mended."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from ecmiss_publish.cli.findings import junit, sarif
from ecmiss_publish.cli.listing import in_reading_order
from ecmiss_publish.cli.options import (
    chosen_editions,
    chosen_locales,
    chosen_targets,
    edition_option,
    jobs_option,
    locale_option,
    project_option,
    project_root,
    verbose_option,
)
from ecmiss_publish.cli.progress import progress
from ecmiss_publish.cli.report import count_line, counted, files_json, print_json, print_problems
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.pipeline.build import Outcome, build
from ecmiss_publish.pipeline.catalogs import check_catalogs
from ecmiss_publish.pipeline.fixes import Fixed, fix_catalog
from ecmiss_publish.pipeline.project import Project, load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.catalog import catalog_path


@click.command("check")
@locale_option
@edition_option
@jobs_option
@project_option
@verbose_option
@click.option(
    "--format",
    "output",
    type=click.Choice(("text", "json", "sarif", "junit")),
    default="text",
    show_default=True,
    help="How findings are printed, on standard output.",
)
@click.option("--json", "output", flag_value="json", help="The same as --format json.")
@click.option(
    "--fix",
    is_flag=True,
    help="First mend what is certain in the characters and typography of translations, such as quotation marks. "
    "Nothing else in a catalog changes.",
)
def check_command(
    locale_names: tuple[str, ...],
    edition_names: tuple[str, ...],
    jobs: int | None,
    folder: Path | None,
    verbose: bool,
    output: str,
    fix: bool,
) -> int:
    """Look for everything that is wrong in content, translations, templates and finished files.

    Nothing is written, but for catalogs with --fix. What a translator has allowed (`# allow: CODE`) stays.

    \b
    Each finding is one line on standard output; progress and the count at the end go to standard error:
      locales/ar/LC_MESSAGES/messages.po:412: error[numbers-differ]: the source has 5, ... (unit title); what to do

    \b
    Examples:
      ecmiss-publish check
      ecmiss-publish check --locale ar --edition leaflet
      ecmiss-publish check --locale fr --fix
      ecmiss-publish check > findings.txt
      ecmiss-publish check --format sarif > findings.sarif    for code review and editors
      ecmiss-publish check --format junit > findings.xml      for continuous integration
      ecmiss-publish check --locale en-XA    is there room for longer words, were all words given to translators?
      ecmiss-publish check --locale ar-XB    does everything run from right to left?
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string
    root = project_root(folder, writing=fix)
    sources = FolderSources(root)
    report = Report()
    outcomes: tuple[Outcome, ...] = ()
    fixed: list[tuple[Locale, Fixed]] = []
    try:
        project = load_project(sources, report)
        chosen = chosen_locales(project, locale_names, pseudo=True)
        targets = chosen_targets(project, chosen, chosen_editions(project, edition_names))
        check_catalogs(project, [locale for locale in chosen if locale in project.translations], sources, report)
        if fix:
            fixed.extend(_fixed(project, chosen, root, report))
        with progress(len(targets), output != "text") as done:
            outcomes = build(targets, project, root, None, jobs or os.cpu_count() or 1, done)
    except PublishError:
        pass  # the reasons are in the report
    for outcome in outcomes:
        report.extend(outcome.problems)
    code = 1 if report.errors else 0
    _print(output, outcomes, fixed, report, code, verbose=verbose)
    return code


def _fixed(project: Project, locales: Iterable[Locale], root: Path, report: Report) -> Iterator[tuple[Locale, Fixed]]:
    for locale in locales:
        if locale not in project.translations:
            continue
        try:
            for change in fix_catalog(locale, FolderSources(root), root, Report()):
                yield locale, change
        except PublishError:
            pass  # the check that follows tells the reasons
        except OSError as error:
            report.error("cannot-write", error.strerror or str(error), at=Origin(str(error.filename)))


def _print(
    output: str,
    outcomes: Sequence[Outcome],
    fixed: Sequence[tuple[Locale, Fixed]],
    report: Report,
    code: int,
    *,
    verbose: bool,
) -> None:
    match output:
        case "json":
            mended = [
                {"locale": locale.tag, "unit": change.unit, "before": change.before, "after": change.after}
                for locale, change in fixed
            ]
            print_json({"files": files_json(outcomes), "fixed": mended}, report)
        case "sarif":
            click.echo(sarif(in_reading_order(report), code))
        case "junit":
            click.echo(junit(outcomes, in_reading_order(report)))
        case _:
            for locale, change in fixed:
                click.echo(f"mended: {catalog_path(locale)}: {change.unit}", err=True)
            print_problems(report, asked=True, verbose=verbose)
            click.echo(f"{counted(len(outcomes), 'document')} checked: {count_line(report)}", err=True)
