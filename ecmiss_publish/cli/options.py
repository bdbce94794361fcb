"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from ecmiss_publish.model.document import Edition
from ecmiss_publish.model.locale import PSEUDO_LOCALES, Locale
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.build import all_targets
from ecmiss_publish.pipeline.project import Project, find_root, is_project

Command = TypeVar("Command", bound=Callable[..., Any])


def project_option(command: Command) -> Command:
    """Add `--project`."""
    return click.option(
        "--project",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        help="The project folder. Default: this folder if it is a project, else the one that comes with the tool.",
    )(command)


def locale_option(command: Command) -> Command:
    """Add `--locale`."""
    return click.option(
        "--locale",
        "-l",
        "locale_names",
        multiple=True,
        metavar="CODE",
        help="Only this locale, like ar or zh-Hans. May be given several times. Default: all.",
    )(command)


def edition_option(command: Command) -> Command:
    """Add `--edition`."""
    return click.option(
        "--edition",
        "-e",
        "edition_names",
        multiple=True,
        metavar="NAME",
        help="Only this edition, like leaflet. May be given several times. Default: all.",
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")(command)


def verbose_option(command: Command) -> Command:
    """Add `--verbose`."""
    return click.option(
        "--verbose", "-v", is_flag=True, help="Print a line for each message that waits for its translator."
    )(command)


def jobs_option(command: Command) -> Command:
    """Add `--jobs`."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        metavar="N",
        help="How many processes work at once. Default: one for each processor. The files are the same.",
    )(command)


def project_root(folder: Path | None, *, writing: bool = False) -> Path:
    """Return the project's folder; a folder that is none is wrong usage, and so is writing into the shipped one."""
    root = find_root(folder)
    if writing and folder is None and not is_project(Path.cwd()):
        raise click.UsageError(
            "this folder is no project, and the one that comes with the tool is not changed. "
            "Go to your project, name it with --project, or start one with `ecmiss-publish init`."
        )
    if not is_project(root):
        raise click.UsageError(
            f"{root} is not a project: it needs content/ and templates/editions/. "
            f"`ecmiss-publish init {root}` starts one."
        )
    return root


def chosen_locales(project: Project, names: Sequence[str], *, pseudo: bool = False) -> tuple[Locale, ...]:
    """Return the locales that were asked for, all without `names`; an unknown one is wrong usage.

    With `pseudo` pseudo-locales may be asked for too. They are never among “all”.
    """
    known = {locale.tag.lower(): locale for locale in (*project.locales, *(PSEUDO_LOCALES if pseudo else ()))}
    chosen = []
    for name in names:
        locale = known.get(name.replace("_", "-").lower())
        if locale is None:
            tags = ", ".join(locale.tag for locale in project.locales)
            raise click.UsageError(f"the project has no locale “{name}”; it has {tags}")
        chosen.append(locale)
    return tuple(dict.fromkeys(chosen)) or project.locales


def chosen_editions(project: Project, names: Sequence[str]) -> tuple[Edition, ...]:
    """Return the editions that were asked for, all without `names`; an unknown one is wrong usage."""
    known = {edition.name: edition for edition in project.editions}
    for name in names:
        if name not in known:
            raise click.UsageError(f"the project has no edition “{name}”; it has {', '.join(known)}")
    return tuple(known[name] for name in dict.fromkeys(names)) or project.editions


def chosen_targets(
    project: Project,
    locales: Sequence[Locale],
    editions: Sequence[Edition],
    *,
    brand: str = "default",
    beside: Locale | None = None,
    print_shop: bool = False,
) -> tuple[Target, ...]:
    """Return the files that were asked for; where none is left to make, that is wrong usage, and it is said why."""
    targets = all_targets(project, locales, editions, brand=brand, beside=beside, print_shop=print_shop)
    if targets:
        return targets
    reasons = []
    if print_shop and any(edition.writer != "pdf" for edition in editions):
        others = ", ".join(edition.name for edition in editions if edition.writer != "pdf")
        reasons.append(f"--print-shop makes PDFs, and {others} is none")
    bilingual = ", ".join(edition.name for edition in editions if edition.beside)
    if bilingual:
        second = (beside or project.source).tag
        reasons.append(
            f"the edition {bilingual} shows another language beside {second}, and {second} alone was asked for; "
            "name another one with --locale" + (", or with --beside" if beside else "")
        )
    raise click.UsageError(f"nothing is left to make: {'; '.join(reasons)}")


def chosen_brand(project: Project, name: str) -> str:
    """Return the brand that was asked for; an unknown one is wrong usage. The default one need not have a file."""
    known = project.brands
    if name not in known and name != "default":
        raise click.UsageError(f"the project has no brand “{name}” in content/brands; it has {', '.join(known)}")
    return name
