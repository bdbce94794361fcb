"""`check --format`: SARIF 2.1.0 and JUnit XML say what the text says, in the shape that other programs read."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from ecmiss_publish.cli.findings import junit, sarif
from ecmiss_publish.model.problem import Origin, Report
from tests.support import ARTICLE, SPANISH, Ran, edited, files_in, line_of, run_cli, written

BROKEN = edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar 5"')


def check(project: Path, *options: object) -> Ran:
    return run_cli("check", "--project", project, "-e", "web", "-j", 1, *options)


def a_report() -> Report:
    report = Report()
    report.error("numbers-differ", "2 here, 3 there", at=Origin("locales/pt BR/a.po", 7), hint="write 2", unit="title")
    report.error("numbers-differ", "4 here, 5 there", at=Origin("locales/pt BR/a.po", 9), hint="write 4")
    report.warning("no-label", "a label \x02 & more is <missing>", at=Origin("templates/editions/web.xml"))
    report.hint("long", "this is long")
    return report


# --- SARIF ------------------------------------------------------------------------------------------------------

# The part of the schema of SARIF 2.1.0 that these logs use: for each object its properties, the required ones with “!”.
SHAPES: dict[str, dict[str, Any]] = {
    "log": {"$schema": str, "version!": ["2.1.0"], "runs!": ["run"]},
    "run": {"tool!": "tool", "invocations": ["invocation"], "columnKind": ["utf16CodeUnits", "unicodeCodePoints"],
            "results": ["result"]},
    "tool": {"driver!": "driver"},
    "driver": {"name!": str, "version": str, "rules": ["rule"]},
    "rule": {"id!": str, "name": str, "shortDescription": "message", "help": "message",
             "defaultConfiguration": "configuration"},
    "configuration": {"level": ["none", "note", "warning", "error"]},
    "invocation": {"executionSuccessful!": bool, "exitCode": int},
    "result": {"ruleId": str, "ruleIndex": int, "level": ["none", "note", "warning", "error"], "message!": "message",
               "locations": ["location"], "partialFingerprints": "strings"},
    "message": {"text!": str},
    "location": {"physicalLocation": "physical", "logicalLocations": ["logical"]},
    "physical": {"artifactLocation!": "artifact", "region": "region"},
    "artifact": {"uri": str, "uriBaseId": str},
    "region": {"startLine": int},
    "logical": {"fullyQualifiedName": str, "kind": str},
}  # fmt: skip


def conforms(value: Any, shape: Any, place: str = "log") -> None:
    """Assert that `value` has the shape that the schema asks for."""
    if shape == "strings":
        assert all(isinstance(text, str) for pair in value.items() for text in pair), place
    elif isinstance(shape, str):
        names = {name.rstrip("!"): inner for name, inner in SHAPES[shape].items()}
        assert value.keys() <= names.keys(), place
        assert {name[:-1] for name in SHAPES[shape] if name.endswith("!")} <= value.keys(), place
        for name, inner in value.items():
            conforms(inner, names[name], f"{place}.{name}")
    elif isinstance(shape, list) and shape[0] in SHAPES:
        assert isinstance(value, list), place
        for index, item in enumerate(value):
            conforms(item, shape[0], f"{place}[{index}]")
    elif isinstance(shape, list):
        assert value in shape, place
    else:
        assert type(value) is shape, place


def test_sarif_has_the_shape_of_its_schema() -> None:
    log = json.loads(sarif(a_report(), 1))

    conforms(log, "log")
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result.get("locations", ()):
            assert location["physicalLocation"].get("region", {"startLine": 1})["startLine"] >= 1
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["numbers-differ", "no-label", "long"]  # each code once


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    log = json.loads(sarif(Report(), 0))

    conforms(log, "log")
    assert log["runs"][0]["results"] == []  # without the list, nothing would have been looked for


def test_sarif_tells_place_level_and_remedy() -> None:
    run = json.loads(sarif(a_report(), 1))["runs"][0]

    first, _, warning, hint = run["results"]
    place = first["locations"][0]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]
    assert first["message"]["text"] == "2 here, 3 there; write 2"
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "locales/pt%20BR/a.po", "uriBaseId": "%SRCROOT%"}
    assert place["physicalLocation"]["region"] == {"startLine": 7}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "title"
    assert "region" not in warning["locations"][0]["physicalLocation"]
    assert "locations" not in hint
    assert run["tool"]["driver"]["rules"][0]["help"]["text"] == "write 2"


def test_a_finding_that_moved_to_another_line_is_the_same_finding() -> None:
    def prints(line: int) -> list[str]:
        report = Report()
        report.error("stale", "old", at=Origin("a.po", line))
        results = json.loads(sarif(report, 1))["runs"][0]["results"]
        return [result["partialFingerprints"]["ecmissPublish/v1"] for result in results]

    assert prints(3) == prints(30)


def test_check_prints_sarif_alone_on_standard_output(project: Path) -> None:
    written(project, BROKEN)

    ran = check(project, "--format", "sarif")

    log = json.loads(ran.out)
    conforms(log, "log")
    (result,) = (each for each in log["runs"][0]["results"] if each["ruleId"] == "numbers-differ")
    line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
    assert (ran.code, ran.err) == (1, "")
    assert 0 <= line_of(BROKEN, SPANISH, "Nadar 5") - line <= 5


# --- JUnit ------------------------------------------------------------------------------------------------------


def test_junit_has_a_case_for_each_document_and_each_code(project: Path) -> None:
    written(project, BROKEN)

    ran = check(project, "--format", "junit")

    root = ET.fromstring(ran.out)
    cases = [
        (case.get("classname"), case.get("name"), case.find("failure") is not None) for case in root.iter("testcase")
    ]
    assert (ran.code, ran.err) == (1, "")
    assert cases[:3] == [("en", "web", False), ("ar", "web", False), ("es", "web", True)]
    assert (SPANISH, "numbers-differ", True) in cases[3:]
    assert [suite.get("failures") for suite in root][:3] == ["0", "0", "1"]
    assert [suite.get("name") for suite in root if suite.get("failures") != "0"] == ["es", SPANISH]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == (str(len(cases)), "2", "0")
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "numbers-differ"
    assert f"{SPANISH}:" in (failure.text or "")


def test_junit_counts_only_errors_as_failures() -> None:
    root = ET.fromstring(junit((), a_report()))

    cases = {case.get("name"): case for case in root.iter("testcase")}
    failure = cases["numbers-differ"].find("failure")
    assert failure is not None
    assert failure.get("message") == "2 here, 3 there"
    assert (failure.text or "").count("\n") == 2  # a line for each place
    assert cases["no-label"].find("failure") is None
    assert "a label \ufffd & more is <missing>" in (cases["no-label"].findtext("system-out") or "")
    assert (root.get("tests"), root.get("failures")) == ("3", "1")


def test_a_document_that_is_not_made_is_a_failure(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'))

    root = ET.fromstring(check(project, "--format", "junit", "-l", "es").out)

    failure = root.find("./testsuite[@name='es']/testcase/failure")
    assert failure is not None
    assert failure.get("type") == "po-syntax"


# --- the option -------------------------------------------------------------------------------------------------


def test_json_is_short_for_its_format(project: Path) -> None:
    assert check(project, "--json") == check(project, "--format", "json")
    assert json.loads(check(project, "--json").out)["errors"] == 0


def test_an_unknown_format_is_wrong_usage(project: Path) -> None:
    assert check(project, "--format", "xml").code == 2


@pytest.mark.parametrize("output", ["json", "sarif", "junit"])
def test_every_format_tells_of_a_project_that_cannot_be_read(project: Path, output: str) -> None:
    written(project, {ARTICLE: b"a: b: c"})
    before = files_in(project)

    ran = check(project, "--format", output)

    assert ran.code == 1
    assert ARTICLE in ran.out
    assert json.loads(ran.out) if output != "junit" else ET.fromstring(ran.out) is not None
    assert files_in(project) == before


@pytest.mark.parametrize("command", ["build", "check", "status", "new-locale"])
def test_examples_stand_on_lines_of_their_own(command: str) -> None:
    lines = run_cli(command, "--help").out.splitlines()

    assert f"ecmiss-publish {command}" in " ".join(lines)
    assert not any(line.count(f"ecmiss-publish {command} ") > 1 or "\b" in line or r"\b" in line for line in lines)
