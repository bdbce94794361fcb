"""`ecmiss-publish new-locale`: a catalog for one more language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ecmiss_publish.cli.options import json_option, project_option, project_root
from ecmiss_publish.cli.report import print_json, print_problems
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.pipeline.new_locale import Readiness, canonical_locale, readiness, write_new_catalog
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources


@click.command("new-locale")
@click.argument("code")
@project_option
@json_option
def new_locale_command(code: str, folder: Path | None, as_json: bool) -> int:
    """Start a translation into the language CODE, and say what there is for it.

    CODE is a language, with a script or region where it matters: fr, pt-BR, zh-Hant, sr-Latn. The catalog
    locales/CODE/LC_MESSAGES/messages.po gets every message and a header that gettext tools understand. It is a draft
    until `ecmiss-publish review` records that a qualified person has reviewed it. What is there already is not touched.

    \b
    Examples:
      ecmiss-publish new-locale it
      ecmiss-publish new-locale pt-BR --project my-leaflet
    Then:
      translate the file with any gettext tool, such as Poedit
      ecmiss-publish check --locale it
      ecmiss-publish build --locale it
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string
    root = project_root(folder, writing=True)
    sources = FolderSources(root)
    report = Report()
    try:
        locale = canonical_locale(code)
    except ValueError as error:
        raise click.UsageError(f"{error}; codes are like fr, pt-BR or zh-Hant") from None
    path, found = None, None
    try:
        project = load_project(sources, report)
        if locale == project.source:
            raise click.UsageError(f"the article is written in {locale.tag}: it needs no translation into it")
        found = readiness(locale, sources, report)
        path = write_new_catalog(project, locale, sources, root, report)
    except FileExistsError as error:
        raise click.UsageError(f"{error} is there already; `ecmiss-publish update -l {locale.tag}` renews it") from None
    except PublishError:
        pass  # the reasons are in the report
    except OSError as error:
        report.error("cannot-write", error.strerror or str(error), at=Origin(str(error.filename)))
    if as_json:
        print_json({"path": path, "readiness": _json(found) if found else None}, report)
    else:
        print_problems(report)
        for line in _lines(path, locale, found) if path and found else ():
            click.echo(line)
    return 1 if report.errors else 0


def _lines(path: str, locale: Locale, found: Readiness) -> Iterator[str]:
    yield f"made {path}"
    yield f"{locale.english_name} ({locale.endonym}), read {_DIRECTIONS[found.direction]}, script {found.script}"
    if found.missing:
        letters = " ".join(found.missing[:20])
        yield f"fonts: {len(found.missing)} of {found.sample} letters have no glyph: {letters}"
        yield f"       add a font that has them below [fonts] in templates/theme.toml, as {found.script}"
    else:
        yield f"fonts: {found.font} and its fallbacks have all {found.sample} letters that were tried"
    there = (
        "a dictionary is there" if found.hyphenation else "no dictionary; a word too long for its line breaks anywhere"
    )
    yield f"hyphens: {there}"
    yield f"numbers: {found.digits}"
    yield f"plural forms: {', '.join(found.plural_categories)}; header: {found.plural_forms}"
    if found.no_words:
        yield f"checks: no words of {locale.english_name} are known for {', '.join(map(_check, found.no_words))}"
        yield "        the checks miss there what they find in other languages: a reviewer has to look for it"
    else:
        yield f"checks: words are known for {', '.join(map(_check, found.checked_by_words))}"
    yield f"next: translate the file, then `ecmiss-publish check --locale {locale.tag}`"


def _check(table: str) -> str:
    return f"{table} ({_WORDS[table]})" if table in _WORDS else table


# What the tables of words are for, by the name of the check.
_WORDS = {
    "modality": "may, must, always",
    "negation": "not, no, without",
    "quantity": "all, most, often, less, more",
    "repetition": "a word twice",
    "units": "days, weeks",
}
_DIRECTIONS = {"ltr": "from left to right", "rtl": "from right to left"}


def _json(found: Readiness) -> dict[str, Any]:
    return {
        "locale": found.locale.tag,
        "name": found.locale.english_name,
        "endonym": found.locale.endonym,
        "direction": found.direction,
        "script": found.script,
        "digits": found.digits,
        "font": found.font,
        "letters_tried": found.sample,
        "letters_missing": list(found.missing),
        "hyphenation": found.hyphenation,
        "plural_forms": found.plural_forms,
        "plural_categories": list(found.plural_categories),
        "checks_with_words": list(found.checked_by_words),
        "checks_without_words": list(found.no_words),
    }
