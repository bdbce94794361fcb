"""Ranges: their ends keep their order, whatever joins them."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.ranges import ranges
from tests.support import a_catalog, a_message


def found(source: str, translation: str, locale: str = "es") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    ranges(message, Context.of(a_catalog(message, locale=locale), Locale("en"), Glossary(), {}), report)
    return list(report)


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("1–2 weeks", "2–1 semanas", "es"),
        ("1–2 weeks", "de 2 a 1 semanas", "es"),
        ("1 to 2 weeks", "2-1 semanas", "es"),
        ("0.5–1.5 cm", "1,5–0,5 cm", "de"),
        ("1–2 weeks", "خلال ٢–١ أسبوع", "ar"),
        ("1–2 weeks", "2至1周", "zh_Hans"),
        ("1–2 weeks, later 4–6 weeks", "1–2 недели, затем 6–4 недели", "ru"),
    ],
)
def test_a_range_that_is_turned_round_is_an_error(source: str, translation: str, locale: str) -> None:
    (problem,) = found(source, translation, locale)

    assert (problem.code, problem.severity) == ("range-reversed", Severity.ERROR)
    assert problem.hint
    assert problem.unit == "title"


def test_both_sides_are_named() -> None:
    (problem,) = found("0.5–1.5 cm", "1,5–0,5 cm", "de")

    assert problem.message == "the source has 0.5–1.5, the translation 1.5–0.5"


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("1–2 weeks", "1–2 semanas", "es"),
        ("1–2 weeks", "de 1 a 2 semanas", "es"),
        ("1–2 weeks", "من ١ إلى ٢ أسبوع", "ar"),
        ("1–2 weeks, later 4–6", "Später 4–6, zuerst 1–2 Wochen", "de"),  # ranges may change places
        ("in 2 of 10 people", "10 kişiden 2’sinde", "tr"),
        ("in 2 of 10 people", "10名中的2名", "zh_Hans"),
        ("the L4-L5 disc", "disque L5-L4", "fr"),  # a name, which has a check of its own
        ("from 10–2 o’clock", "de 10–2 h", "es"),
        ("5 days. 3 weeks.", "3 semanas. 5 días.", "es"),
        ("1–2 weeks", "2–3 semanas", "es"),  # other numbers: `numbers` says so
    ],
)
def test_other_orders_are_none_of_its_business(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)
