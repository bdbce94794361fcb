"""Problems and outcomes, printed for people (a line each) or for machines (one JSON object).

What a command was asked for goes to standard output, all else to standard error. So `check > findings.txt` has findings
and no progress, and the list of files that `build` made has no findings in it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import click

from ecmiss_publish.cli.listing import in_reading_order, summarized
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.pipeline.build import Outcome

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def print_problems(problems: Iterable[Problem], *, asked: bool = False, verbose: bool = False) -> None:
    """Print each Problem as `path:line: error[code]: what; hint`; they are what was `asked` for, or come besides.

    Many messages of a file that wait for a translator are one line, unless `verbose`.
    """
    ordered = in_reading_order(problems)
    for problem in ordered if verbose else summarized(ordered):
        line = str(problem)
        word = f"{problem.severity.value}[{problem.code}]"
        click.echo(line.replace(word, click.style(word, fg=_COLOURS[problem.severity], bold=True), 1), err=not asked)


def print_table(outcomes: Sequence[Outcome], out: str) -> None:
    """Print what was made: locale, edition, file, size, and how much of it is in its language."""
    rows = [("locale", "edition", "file", "size", "translated")]
    for outcome in outcomes:
        target = outcome.target
        if outcome.path is None:
            rows.append((target.locale.tag, target.edition, "not made", "", ""))
        else:
            share = f"{outcome.translated} of {outcome.units}"
            rows.append((target.locale.tag, target.edition, f"{out}/{outcome.path}", kilobytes(outcome.size), share))
    print_rows(rows, numbers=(3, 4))


def print_rows(rows: Sequence[Sequence[str]], numbers: Collection[int]) -> None:
    """Print the rows of a table in columns, those at the places `numbers` flush right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell.rjust(width) if column in numbers else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        click.echo("  ".join(cells).rstrip())


def kilobytes(size: int) -> str:
    """Return `size` bytes in kB of a thousand bytes, as file managers show it."""
    return f"{size / 1000:.0f} kB"


def count_line(report: Report) -> str:
    """Return how many Problems there are, in words."""
    if not report.errors and not report.warnings:
        return "no problems"
    return f"{counted(report.errors, 'error')}, {counted(report.warnings, 'warning')}"


def counted(count: int, word: str) -> str:
    """Return a number of things in words: 1 error, 2 errors."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def print_json(data: dict[str, Any], report: Report) -> None:
    """Print `data` and the Problems as one JSON object on standard output."""
    problems = [
        {
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message,
            "path": problem.origin.path if problem.origin else None,
            "line": problem.origin.line or None if problem.origin else None,
            "hint": problem.hint,
            "unit": problem.unit,
        }
        for problem in in_reading_order(report)
    ]
    counts = {"errors": report.errors, "warnings": report.warnings}
    click.echo(json.dumps({**data, **counts, "problems": problems}, ensure_ascii=False, indent=2))


def files_json(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Return the outcomes as JSON values."""
    return [
        {
            "locale": outcome.target.locale.tag,
            "edition": outcome.target.edition,
            "path": outcome.path,
            "bytes": outcome.size,
            "units": outcome.units,
            "translated": outcome.translated,
        }
        for outcome in outcomes
    ]
