"""Equal sources are said alike, different ones are not."""

from dataclasses import replace

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message import check_messages
from tests.support import a_catalog, a_message

CODES = {"inconsistent", "same-translation"}


def found(*messages: Message) -> list[Problem]:
    report = Report()
    check_messages(a_catalog(*messages), Locale.parse("en"), Glossary(), {}, report)
    problems = [problem for problem in report if problem.code in CODES]
    assert all(problem.hint for problem in problems)
    return problems


def waived(message: Message, code: str) -> Message:
    return replace(message, allowed=frozenset({code}))


ONE = a_message("Blood loss", "Pérdida de sangre", unit="one")
TWO = a_message("Blood loss", "Hemorragia", unit="two")


def test_equal_sources_with_different_translations_are_a_warning_that_names_both() -> None:
    (problem,) = found(ONE, TWO)

    assert (problem.code, problem.severity, problem.unit) == ("inconsistent", Severity.WARNING, "two")
    assert problem.message == "“Blood loss” is “Pérdida de sangre” in one, here it is “Hemorragia”"


def test_equal_sources_with_equal_translations_are_fine() -> None:
    assert not found(ONE, replace(TWO, translation=ONE.translation))


def test_a_source_in_other_capitals_is_another_source() -> None:
    assert not found(ONE, replace(TWO, source="Blood Loss"))


def test_a_waiver_on_either_of_them_is_enough() -> None:
    assert not found(waived(ONE, "inconsistent"), TWO)
    assert not found(ONE, waived(TWO, "inconsistent"))


def test_a_waiver_on_one_of_three_leaves_the_other_two() -> None:
    three = a_message("Blood loss", "Sangrado", unit="three")

    assert [problem.unit for problem in found(waived(ONE, "inconsistent"), TWO, three)] == ["three"]


def test_a_translation_that_is_not_printed_is_not_compared() -> None:
    assert not found(replace(ONE, fuzzy=True), TWO)


LONG = a_message("The incision is closed.", "La incisión se cierra.", unit="one")


def test_different_sources_with_the_same_translation_are_a_hint() -> None:
    (problem,) = found(LONG, a_message("Recovery begins that day.", "La incisión se cierra.", unit="two"))

    assert (problem.code, problem.severity, problem.unit) == ("same-translation", Severity.HINT, "two")
    assert "one" in problem.message
    assert "“The incision is closed.”" in problem.message
    assert "“Recovery begins that day.”" in problem.message


def test_short_texts_may_well_be_translated_alike() -> None:
    assert not found(a_message("Lower", "Menor", unit="one"), a_message("Less", "Menor", unit="two"))
    assert not found(LONG, a_message("Is it closed?", "La incisión se cierra.", unit="two"))
