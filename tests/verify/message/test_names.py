"""Names of the glossary stay as they are in every translation."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.names import names
from tests.support import a_catalog, a_message

SOCIETY = "Society for Spines"
GLOSSARY = Glossary(names=("ECMISS", SOCIETY, "ISMISS", "Joimax®", "Richard Wolf"), translatable=(SOCIETY,))


def found(source: str, translation: str, locale: str = "es", glossary: Glossary = GLOSSARY) -> list[Problem]:
    message, report = a_message(source, translation), Report()
    names(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), glossary, {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("ECMISS works", "La **ECMISS** funciona", "es"),
        ("It works", "La ECMISS funciona", "es"),  # a name for a pronoun
        ("ECMISS with Joimax®", "Joimax® en ECMISS", "es"),
        ("ECMISS procedures", "ECMISS-Eingriffe", "de"),
        ("ECMISS", "L’ECMISS", "fr"),
        ("ECMISS", "ECMISS’in", "tr"),
        ("ECMISS", "ECMISS'in", "tr"),
        ("ISMISS", "ISMISS-ul", "ro"),
        ("ECMISS", "ECMISS는 무엇인가요?", "ko"),
        ("ECMISS", "什么是ECMISS？", "zh_Hans"),
        ("ECMISS", "وECMISS", "ar"),
        ("ECMISS", "ECMISSを", "ja"),
        ("Richard Wolf", "Richard\nWolf", "es"),
        (f"the {SOCIETY} (ISMISS)", "la Sociedad de Columnas (ISMISS)", "es"),
        ("no name", "sin nombre", "es"),
    ],
)
def test_a_name_may_be_declined_and_stand_anywhere(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)


@pytest.mark.parametrize(
    ("source", "translation", "locale", "message"),
    [
        ("ECMISS works", "Funciona", "es", "the source has 1 × ECMISS, the translation no such name"),
        ("ECMISS works", "La ECMIS funciona", "es", "the source has 1 × ECMISS, the translation no such name"),
        ("ECMISS works", "ECMISSS funciona", "es", "the source has 1 × ECMISS, the translation no such name"),
        ("ECMISS works", "एकमिस काम करता है", "hi", "the source has 1 × ECMISS, the translation no such name"),
        ("ECMISS is ECMISS", "ECMISS es eso", "es", "the source has 2 × ECMISS, the translation 1 × ECMISS"),
        ("ECMISS, ISMISS", "ISMISS, ISMISS", "es", "the source has 1 × ECMISS, the translation no such name"),
        ("Joimax® here", "Joimax aquí", "es", "the source has 1 × Joimax®, the translation no such name"),
        ("Richard Wolf", "Ricardo Wolf", "es", "the source has 1 × Richard Wolf, the translation no such name"),
        ("ECMISS", "Ecmiss: la ECMISS", "es", "the source has 1 × ECMISS, the translation 1 × Ecmiss, 1 × ECMISS"),
    ],
)
def test_a_name_that_was_lost_or_respelt_is_an_error(source: str, translation: str, locale: str, message: str) -> None:
    (problem,) = found(source, translation, locale)

    assert (problem.code, problem.severity, problem.message) == ("name-changed", Severity.ERROR, message)


def test_the_longer_name_is_not_a_shorter_one() -> None:
    glossary = Glossary(names=("Clinic", "North Clinic"))

    assert not found("North Clinic", "la North Clinic", glossary=glossary)
    assert found("North Clinic", "la Clinic del norte", glossary=glossary)


def test_a_word_that_only_looks_like_a_name_is_none() -> None:
    glossary = Glossary(names=("Clinic",))

    assert not found("the clinic", "el centro", glossary=glossary)
    assert not found("the place", "la clinic", glossary=glossary)


def test_without_a_glossary_there_is_nothing_to_say() -> None:
    assert not found("ECMISS", "x", glossary=Glossary())
