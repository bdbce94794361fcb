"""Problems for other programs: SARIF 2.1.0 for code review and editors, JUnit XML for continuous integration."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import PurePath
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ecmiss_publish.model.problem import Problem, Severity
from ecmiss_publish.pipeline.build import Outcome

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
# XML 1.0 has no place for these, and a message may quote what a file holds.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# --- SARIF ------------------------------------------------------------------------------------------------------


def sarif(problems: Iterable[Problem], exit_code: int) -> str:
    """Return the Problems as a SARIF 2.1.0 log: a rule for each code, a result for each Problem."""
    found = tuple(problems)
    rules: dict[str, dict[str, Any]] = {}
    for problem in found:
        rules.setdefault(problem.code, _rule(problem))
    places = {code: index for index, code in enumerate(rules)}
    driver = {"name": "ecmiss-publish", **_version(), "rules": list(rules.values())}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True, "exitCode": exit_code}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places[problem.code]) for problem in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _version() -> dict[str, str]:
    try:
        return {"version": version("ecmiss-publish")}
    except PackageNotFoundError:  # run from a checkout that is not installed
        return {}


def _rule(problem: Problem) -> dict[str, Any]:
    words = problem.code.replace("-", " ")
    rule: dict[str, Any] = {
        "id": problem.code,
        "name": words.title().replace(" ", ""),
        "shortDescription": {"text": f"{words.capitalize()}."},
        "defaultConfiguration": {"level": _LEVELS[problem.severity]},
    }
    if problem.hint:
        rule["help"] = {"text": problem.hint}
    return rule


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {}
    if problem.origin:
        place["physicalLocation"] = {"artifactLocation": _artifact(problem.origin.path)}
        if problem.origin.line:
            place["physicalLocation"]["region"] = {"startLine": problem.origin.line}
    if problem.unit:
        place["logicalLocations"] = [{"fullyQualifiedName": problem.unit, "kind": "resource"}]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        # Many viewers show no rule's help, and a hint may name what only this finding has: “did you mean …?”
        "message": {"text": f"{problem.message}; {problem.hint}" if problem.hint else problem.message},
        "partialFingerprints": {"ecmissPublish/v1": _fingerprint(problem)},
    }
    if place:
        result["locations"] = [place]
    return result


def _artifact(path: str) -> dict[str, str]:
    if PurePath(path).is_absolute():  # a file that is not the project's, such as one that could not be written
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}


def _fingerprint(problem: Problem) -> str:
    """Return what stays the same when lines move, so that a finding is not new after every edit above it."""
    path = problem.origin.path if problem.origin else ""
    said = "\0".join((problem.code, path, problem.unit or "", problem.message))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


# --- JUnit ------------------------------------------------------------------------------------------------------


def junit(outcomes: Sequence[Outcome], problems: Iterable[Problem]) -> str:
    """Return documents and Problems as JUnit XML.

    A suite for each locale has a case for each document. A suite for each file with findings has a case for each
    code. Only errors are failures: JUnit knows no warnings, so these and hints are the output of a case that passed.
    """
    root = ET.Element("testsuites", name="ecmiss-publish check")
    for tag, group in groupby(outcomes, key=lambda outcome: outcome.target.locale.tag):
        suite = ET.SubElement(root, "testsuite", name=tag)
        for outcome in group:
            _case(suite, tag, outcome.target.edition, outcome.problems, not_made=outcome.failed)
    by_path: dict[str, dict[str, list[Problem]]] = {}
    for problem in problems:
        path = problem.origin.path if problem.origin else "ecmiss-publish"
        by_path.setdefault(path, {}).setdefault(problem.code, []).append(problem)
    for path, by_code in by_path.items():
        suite = ET.SubElement(root, "testsuite", name=_xml(path))
        for code, found in by_code.items():
            _case(suite, path, code, found)
    for element in (*root, root):
        cases = list(element.iter("testcase"))
        element.set("tests", str(len(cases)))
        element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
        element.set("errors", "0")
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode")


def _case(suite: ET.Element, owner: str, name: str, problems: Sequence[Problem], not_made: bool = False) -> None:
    case = ET.SubElement(suite, "testcase", classname=_xml(owner), name=name)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    others = [problem for problem in problems if problem.severity is not Severity.ERROR]
    if errors or not_made:
        first = errors[0].message if errors else "the document could not be made"
        failure = ET.SubElement(case, "failure", type=errors[0].code if errors else "not-made", message=_xml(first))
        failure.text = _lines(errors)
    if others:
        ET.SubElement(case, "system-out").text = _lines(others)


def _lines(problems: Iterable[Problem]) -> str:
    return "".join(f"{_xml(str(problem))}\n" for problem in problems)


def _xml(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)
