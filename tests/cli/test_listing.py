"""Problems in the order and the number in which people read them."""

import json
from pathlib import Path

import pytest

from ecmiss_publish.cli.listing import in_reading_order, summarized
from ecmiss_publish.model.problem import Origin, Problem, Severity
from tests.support import run_cli


def a_problem(path: str | None, line: int = 0, code: str = "numbers-differ", unit: str | None = None) -> Problem:
    origin = None if path is None else Origin(path, line)
    return Problem(severity=Severity.ERROR, code=code, message="m", origin=origin, hint="do it", unit=unit)


def waiting(count: int, path: str = "a.po", code: str = "untranslated") -> list[Problem]:
    return [a_problem(path, line, code, f"unit{line}") for line in range(1, count + 1)]


def test_files_stay_in_their_order_and_lines_rise() -> None:
    places = (("b.po", 9), (None, 0), ("a.po", 5), ("b.po", 0), ("a.po", 2), ("b.po", 1))
    problems = [a_problem(*place) for place in places]

    assert [str(problem.origin) for problem in in_reading_order(problems)] == [
        "b.po", "b.po:1", "b.po:9", "None", "a.po:2", "a.po:5",
    ]  # fmt: skip


def test_many_messages_that_wait_for_a_translator_are_one_line_a_file() -> None:
    real = a_problem("a.po", 3)

    shown = summarized([*waiting(2), real, *waiting(148)[2:], *waiting(7, "b.po", "fuzzy")])

    untranslated, kept, fuzzy = map(str, shown)
    assert untranslated == (
        "a.po:1: error[untranslated]: 148 messages have no translation; readers get the source of unit1, unit2, unit3 "
        "and 145 more; do it; `check --verbose` lists each"
    )
    assert kept == str(real)
    assert fuzzy.startswith("b.po:1: error[fuzzy]: 7 messages are marked fuzzy; readers get the source of unit1, ")


def test_a_few_are_a_line_each_and_so_is_all_that_is_not_waiting() -> None:
    problems = [*waiting(5), *waiting(9, "b.po", "numbers-differ")]

    assert summarized(problems) == tuple(problems)


@pytest.fixture
def new_language(project: Path) -> Path:
    """The small project with one more language, which nobody has translated."""
    assert run_cli("new-locale", "it", "--project", project).code == 0
    return project


def test_a_new_language_is_one_line_and_the_count_stays(new_language: Path) -> None:
    options = ("-l", "it", "-e", "web", "-j", 1, "--project", new_language)
    short, full = run_cli("check", *options), run_cli("check", *options, "--verbose")
    exported = json.loads(run_cli("check", *options, "--json").out)

    assert (short.code, full.code) == (1, 1)
    assert len(short.out.splitlines()) == 1
    assert len(full.out.splitlines()) == exported["errors"] == len(exported["problems"]) > 50
    assert short.err.splitlines()[-1] == full.err.splitlines()[-1]
    lines = [problem["line"] for problem in exported["problems"]]
    assert lines == sorted(lines)


def test_build_tells_the_same(new_language: Path) -> None:
    options = ("-l", "it", "-e", "web", "-j", 1, "--project", new_language, "--out", new_language / "dist")

    assert run_cli("build", *options).err.count("error[untranslated]") == 1
    assert run_cli("build", *options, "-v").err.count("error[untranslated]") > 50
