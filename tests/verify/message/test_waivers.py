"""Waivers: what they may name, and that a slip in one is seen."""

import ast
from dataclasses import replace

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report
from ecmiss_publish.verify.message import check_messages
from ecmiss_publish.verify.message.waivers import ALLOWABLE
from tests.support import ROOT, a_catalog, a_message

FOLDER = ROOT / "ecmiss_publish/verify/message"


def found(*codes: str) -> list[Problem]:
    message, report = replace(a_message("Wait 5 days.", "Espere 6 días."), allowed=frozenset(codes)), Report()
    check_messages(a_catalog(message), Locale("en"), Glossary(), {}, report)
    return list(report)


def test_a_finding_that_is_allowed_is_not_reported() -> None:
    assert [problem.code for problem in found()] == ["numbers-differ"]
    assert not found("numbers-differ")


@pytest.mark.parametrize(
    ("code", "hint"),
    [("numbers-difer", "did you mean “numbers-differ”?"), ("xyz", "copy the code from the finding")],
)
def test_a_waiver_of_nothing_is_reported_beside_the_finding(code: str, hint: str) -> None:
    first, second = found(code)

    assert (first.code, second.code) == ("numbers-differ", "unknown-waiver")
    assert f"“{code}”" in second.message
    assert hint in (second.hint or "")


def test_every_finding_of_a_check_can_be_allowed() -> None:
    words = (
        node.value
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    explained = (ROOT / "docs/translating.md").read_text("utf-8")
    codes = {word for word in words if f"`{word}`" in explained and len(word) > 8} - {"unknown-waiver"}

    assert codes - ALLOWABLE == set()  # “too-long” is as short as a unit's name
    assert ALLOWABLE - codes == {"unchanged-translation", "too-long"}  # which is reported where catalogs are read
