"""`ecmiss-publish review`: what has changed since a translation was reviewed, and that it has been reviewed again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from ecmiss_publish.cli.options import chosen_locales, json_option, project_option, project_root
from ecmiss_publish.cli.report import print_json, print_problems
from ecmiss_publish.model.catalog import Catalog, Message, Review
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.pipeline.project import Project, load_project
from ecmiss_publish.pipeline.review import checked_catalog, record_review
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.catalog import catalog_path


@click.command("review")
@click.argument("code", metavar="LOCALE")
@click.option(
    "--by",
    metavar="NAME",
    help="Record the review by this person: the name and what qualifies, like “Dr Ana Ruiz, orthopaedic surgeon”.",
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day of the review. Default: today.")
@project_option
@json_option
def review_command(
    code: str, by: str | None, date: datetime.datetime | None, folder: Path | None, as_json: bool
) -> int:
    """Record that a qualified person has reviewed the translation into LOCALE, so that it is no longer a draft.

    Without --by nothing is written: the command shows which texts no review covers, and what stands against one.

    With --by, name, day and a digest of each text go into the header of the catalog, and the draft notice is gone from
    the next build. The reviewer knows both languages and the subject, has read every text that no review covers, and
    answers for the whole translation. The review holds for these very words: a text that changes, or a new one, brings
    the notice back to all files of the language, until a reviewer has read it and this command is run again.

    Nothing is recorded while texts are untranslated or fuzzy, or while a check finds an error. Warnings are shown: the
    reviewer decides.

    \b
    Examples:
      ecmiss-publish build --edition bilingual --locale es        to read both languages line by line
      ecmiss-publish review es                                    what is to be read?
      ecmiss-publish review es --by "Dr Ana Ruiz, orthopaedic surgeon"
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string
    name = " ".join((by or "").split())
    if by is not None and not name:
        raise click.UsageError('--by needs a name and a qualification: --by "Dr Ana Ruiz, orthopaedic surgeon"')
    root = project_root(folder, writing=by is not None)
    sources = FolderSources(root)
    report = Report()
    catalog: Catalog | None = None
    review: Review | None = None
    try:
        project = load_project(sources, report)
        catalog = checked_catalog(project, _translation(project, code), sources, report)
        if name:
            day = (date or datetime.datetime.now()).date().isoformat()
            review = record_review(project, catalog, name, day, sources, root, report)
    except PublishError:
        pass  # the reasons are in the report
    except OSError as error:
        report.error("cannot-write", error.strerror or str(error), at=Origin(str(error.filename)))
    if as_json:
        print_json(_json(catalog, review), report)
    else:
        print_problems(report)
        for line in _lines(project.source, catalog, review, name) if catalog else ():
            click.echo(line)
    return 1 if report.errors else 0


def _translation(project: Project, code: str) -> Locale:
    (locale,) = chosen_locales(project, (code,))
    if locale == project.source:
        raise click.UsageError(f"the article is written in {locale.tag}: there is no translation to review")
    return locale


def _lines(source: Locale, catalog: Catalog, review: Review | None, name: str) -> Iterator[str]:
    changed = _changed(catalog)
    yield f"{catalog.locale.tag}: {_state(catalog, len(changed))}"
    if catalog.review and catalog.review.texts:  # else it is all of them: too much for a terminal
        for message in changed:
            yield f"{message.unit}\n  {source.tag}: {message.source}\n  {catalog.locale.tag}: {message.translation}"
    if review:
        yield f"recorded: {catalog_path(catalog.locale)} ({len(catalog.messages)} texts, {review.by}, {review.on})"
    elif name:
        yield "nothing was recorded: first mend the errors above"
    elif changed:
        yield 'nothing was recorded: --by "Name, qualification" does'


def _changed(catalog: Catalog) -> Sequence[Message]:
    return [catalog.messages[unit] for unit in catalog.unreviewed]


def _state(catalog: Catalog, changed: int) -> str:
    before, all_texts = catalog.review, len(catalog.messages)
    if before is None or not before.texts:
        return f"no review yet, {all_texts} texts to read"
    said = f"review {before.on and f'of {before.on} '}by {before.by}"
    if not changed:
        return f"the {said} covers all {all_texts} texts"
    return f"{changed} of {all_texts} texts to read, changed or new since the {said}:"


def _json(catalog: Catalog | None, review: Review | None) -> dict[str, object]:
    now = review or (catalog.review if catalog else None)
    return {
        "locale": catalog.locale.tag if catalog else None,
        "path": catalog_path(catalog.locale) if catalog else None,
        "recorded": review is not None,
        "texts": len(catalog.messages) if catalog else 0,
        "unreviewed": list(catalog.unreviewed) if catalog else [],
        "by": now.by if now else None,
        "on": now.on or None if now else None,
    }
