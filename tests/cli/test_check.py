"""`check`: what is found is what was asked for, so it goes to standard output, and nothing else does."""

from pathlib import Path

import pytest

from ecmiss_publish.model.problem import Origin, Problem, Severity
from tests.support import SPANISH, Ran, edited, run_cli, written

BROKEN = edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar 5"')
UNIT = "myths.sport.swimming"


def run(project: Path, command: str, *options: object) -> Ran:
    return run_cli(command, "--project", project, *options)


def check(project: Path, *options: object) -> Ran:
    return run(project, "check", "-e", "web", "-j", 1, *options)


# --- streams ----------------------------------------------------------------------------------------------------


def test_findings_go_to_standard_output_progress_and_the_count_to_standard_error(project: Path) -> None:
    ran = check(written(project, BROKEN))

    assert ran.code == 1
    (line,) = [line for line in ran.out.splitlines() if "hint[" not in line]
    assert line.startswith(f"{SPANISH}:")
    assert "error[numbers-differ]" in line
    assert ran.err == "done: en web\ndone: ar web\ndone: es web\n3 documents checked: 1 error, 0 warnings\n"


def test_a_check_without_findings_prints_nothing_to_standard_output(project: Path) -> None:
    ran = check(project, "-l", "es")

    assert (ran.code, ran.out, ran.err) == (0, "", "done: es web\n1 document checked: no problems\n")


@pytest.mark.parametrize("output", ["json", "sarif", "junit"])
def test_other_formats_leave_standard_error_empty(project: Path, output: str) -> None:
    ran = check(written(project, BROKEN), "--format", output)

    assert (ran.code, ran.err) == (1, "")
    assert "numbers-differ" in ran.out


@pytest.mark.parametrize(
    ("command", "result"),
    [
        (("build", "-e", "web", "-j", 1), "locale  edition  file"),
        (("update",), "unchanged: locales/messages.pot"),
        (("review", "es"), "es: no review yet"),
    ],
)
def test_where_something_else_was_asked_for_findings_go_to_standard_error(
    project: Path, command: tuple[str, ...], result: str
) -> None:
    moved = edited(SPANISH, 'msgctxt "myths.sport.swimming"', 'msgctxt "myths.sport.swim"')

    ran = run(written(project, moved), *command, *(("--out", project / "dist") if "build" in command else ()))

    assert result in ran.out
    assert "error[" not in ran.out
    assert "hint[" not in ran.out
    assert "error[untranslated]" in ran.err or "hint[renamed-unit]" in ran.err


# --- the unit ---------------------------------------------------------------------------------------------------


def test_a_finding_names_the_unit_between_what_was_found_and_what_to_do(project: Path) -> None:
    ran = check(written(project, BROKEN))

    assert f"the translation 5 (unit {UNIT}); " in ran.out


def test_the_unit_of_a_finding_stands_in_the_entry_as_context_and_in_the_note(project: Path) -> None:
    catalog = (project / SPANISH).read_text("utf-8")

    (entry,) = [block for block in catalog.split("\n\n") if f'msgctxt "{UNIT}"' in block]

    assert entry.startswith(f"#. List item · {UNIT}\n")  # Poedit's search looks into notes, not into contexts


@pytest.mark.parametrize(
    ("message", "unit", "said"),
    [
        ("one is lost", "faq.cost", "a.po:7: error[code]: one is lost (unit faq.cost); write it"),
        ("“faq.cost” has no translation", "faq.cost", "a.po:7: error[code]: “faq.cost” has no translation; write it"),
        ("the file is torn", None, "a.po:7: error[code]: the file is torn; write it"),
    ],
)
def test_a_problem_says_its_unit_once(message: str, unit: str | None, said: str) -> None:
    problem = Problem(
        severity=Severity.ERROR, code="code", message=message, origin=Origin("a.po", 7), hint="write it", unit=unit
    )

    assert str(problem) == said


def test_the_help_teaches() -> None:
    assert "  ecmiss-publish check > findings.txt\n" in run_cli("check", "--help").out
