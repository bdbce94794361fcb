"""`ecmiss-publish accept`: an edit that changes no meaning, accepted in every language at once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import click

from ecmiss_publish.cli.options import chosen_locales, json_option, locale_option, project_option, project_root
from ecmiss_publish.cli.report import print_json, print_problems
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.pipeline.accept import Accepted, accept_edits
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources


@click.command("accept")
@click.argument("units", nargs=-1, required=True, metavar="UNIT...")
@click.option("--reason", required=True, help="Why no translation has to change, like “typo”. It is kept beside them.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date that is kept beside the translations. Default: today.",
)
@locale_option
@project_option
@json_option
def accept_command(
    units: tuple[str, ...],
    reason: str,
    date: datetime.datetime | None,
    locale_names: tuple[str, ...],
    folder: Path | None,
    as_json: bool,
) -> int:
    """Let translations stand although the author has mended a slip in UNIT, such as faq.recovery.answer.

    Brings the catalogs up to date, takes the fuzzy mark off these messages and leaves a comment with date and reason.
    An edit that changes numbers, names, placeholders, markup or a word like “not” is refused, for no translation may
    miss it. What a translator has marked or changed stays as it is.

    \b
    Example, after a typo was mended in article.yaml:
      ecmiss-publish accept faq.recovery.answer --reason "typo"
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string
    reason = " ".join(reason.split())
    if not reason:
        raise click.UsageError("--reason needs words: why does no translation have to change?")
    root = project_root(folder, writing=True)
    sources = FolderSources(root)
    report = Report()
    done: tuple[Accepted, ...] = ()
    try:
        project = load_project(sources, report)
        chosen = [locale for locale in chosen_locales(project, locale_names) if locale != project.source]
        day = (date or datetime.datetime.now()).date()
        done = accept_edits(project, units, reason, day, chosen, sources, root, report)
    except PublishError:
        pass  # the reasons are in the report
    except OSError as error:
        report.error("cannot-write", error.strerror or str(error), at=Origin(str(error.filename)))
    _print(done, report, as_json)
    return 1 if report.errors else 0


def _print(done: Sequence[Accepted], report: Report, as_json: bool) -> None:
    if as_json:
        files = [
            {"locale": each.locale.tag, "path": each.path, "accepted": list(each.units), "left": list(each.left)}
            for each in done
        ]
        print_json({"files": files}, report)
        return
    print_problems(report)
    for each in done:
        line = f"{each.locale.tag}: accepted {', '.join(each.units) or 'nothing'}"
        if each.left:
            line += f"; left for a translator: {', '.join(each.left)}"
        click.echo(line)
