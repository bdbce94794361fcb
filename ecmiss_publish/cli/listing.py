"""Problems in the order and the number in which people read them.

Stages report as they find. A reader goes through a file from its top, and a new language has one finding many times.
"""

from __future__ import annotations

from collections.abc import Iterable

from ecmiss_publish.model.problem import Problem

# What a translator has still to do. A list of more of these than a glance holds hides all else.
_WAITING = {
    "untranslated": "have no translation",
    "fuzzy": "are marked fuzzy",
    "stale": "translate an older source text",
}
_FEW = 5
_NAMED = 3


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the Problems file by file as they come, those of one file by their lines."""
    by_path: dict[str | None, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.origin.path if problem.origin else None, []).append(problem)
    return tuple(problem for found in by_path.values() for problem in sorted(found, key=_line))


def _line(problem: Problem) -> int:
    return problem.origin.line if problem.origin else 0


def summarized(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the Problems with one for all messages of a file that wait for a translator, where these are many."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        path = problem.origin.path if problem.origin else None
        key = (path, problem.code, problem.hint) if problem.code in _WAITING and problem.unit else problem
        groups.setdefault(key, []).append(problem)
    return tuple(
        problem for found in groups.values() for problem in (found if len(found) <= _FEW else [_summary(found)])
    )


def _summary(found: list[Problem]) -> Problem:
    first = found[0]
    named = ", ".join(problem.unit or "" for problem in found[:_NAMED])
    return Problem(
        severity=first.severity,
        code=first.code,
        message=f"{len(found)} messages {_WAITING[first.code]}; readers get the source of "
        f"{named} and {len(found) - _NAMED} more",
        origin=first.origin,
        hint=f"{first.hint or ''}; `check --verbose` lists each".lstrip("; "),
    )
