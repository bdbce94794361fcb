"""Terms of the glossary: said as the language's other texts say them, in any inflection."""

import pytest

from ecmiss_publish.model.article import Named
from ecmiss_publish.model.glossary import Glossary, Rendering, Term
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.terms import terms
from tests.support import a_catalog, a_message

RENDERINGS = {
    "ar": Rendering(use=("شق", "العمود الفقري")),
    "de": Rendering(use=("Schnitt",), allow=("Hautschnitt",), avoid=("Inzision",)),
    "es": Rendering(use=("incisi",), avoid=("corte",), origin=Origin("content/glossary.yaml", 9)),
    "fr": Rendering(use=("mini-incision",), avoid=("incision",)),
    "hi": Rendering(use=("चीरा", "चीरे")),
    "ko": Rendering(use=("절개",)),
    "pl": Rendering(use=("nacięci … skór",)),
    "ru": Rendering(use=("разрез",)),
    "tr": Rendering(use=("kesi", "ince kesik")),
    "ur": Rendering(use=("چیرا",)),
    "zh_Hans": Rendering(use=("切口",)),
}
INCISION = Term(
    term="incision",
    forms=("incisions",),
    definition="A cut.",
    renderings={Locale(name): rendering for name, rendering in RENDERINGS.items()},
)
GLOSSARY = Glossary(names=("Incision Society",), terms=Named((("incision", INCISION),)))


def found(source: str, translation: str, locale: str = "es") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    terms(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), GLOSSARY, {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize(
    ("locale", "translation"),
    [
        ("ar", "الشق صغير"),
        ("ar", "وبشقٍّ صغير"),
        ("ar", "للعمود الفقري"),
        ("de", "Ein kleiner **Schnitt**"),
        ("de", "Kleine Hautschnitte"),
        ("es", "INCISIÓN"),
        ("es", "las inci\u00adsiones"),  # a soft hyphen
        ("es_MX", "una incisión"),
        ("fr", "une mini-incision"),  # what is avoided is a piece of what is used
        ("hi", "छोटे चीरे से"),
        ("ko", "작은 절개를 통해"),
        ("pl", "małe nacięcie na skórze"),
        ("pl", "na skórze małe nacięcia"),
        ("ru", "через небольшие разрезы"),
        ("tr", "Kesiden"),
        ("tr", "İnce kesik"),
        ("ur", "چيرا"),  # with the Arabic letter for Urdu's own
        ("zh_Hans", "小切口手术"),
        ("it", "un taglio"),  # the glossary does not know how to say it
    ],
)
def test_a_known_word_in_any_form_is_fine(locale: str, translation: str) -> None:
    assert not found("A small incision", translation, locale)


@pytest.mark.parametrize(
    ("locale", "translation"),
    [
        ("es", "Un agujero"),
        ("es", "precisión"),
        ("de", "Ein Loch"),
        ("pl", "nacięcie"),
        ("zh_Hans", "小口"),
        ("ar", "ثقب"),
    ],
)
def test_a_term_in_no_known_word_is_a_warning(locale: str, translation: str) -> None:
    (problem,) = found("Small incisions", translation, locale)

    assert (problem.code, problem.severity) == ("term-missing", Severity.WARNING)
    assert "“incision”" in problem.message
    assert all(f"“{word}”" in problem.message for word in RENDERINGS[locale].use)


def test_a_word_to_avoid_is_a_warning_that_says_what_to_write_and_where_that_stands() -> None:
    (problem,) = found("An incision", "Un corte")

    assert (problem.code, problem.severity) == ("term-avoided", Severity.WARNING)
    assert problem.message == "the source has “incision”, the translation “corte”, which the glossary says to avoid"
    assert "“incisi” (content/glossary.yaml:9)" in (problem.hint or "")


def test_a_word_to_avoid_is_reported_beside_a_right_one_too() -> None:
    assert [problem.code for problem in found("An incision", "Una incisión (corte)")] == ["term-avoided"]


@pytest.mark.parametrize(
    "source", ["A precision", "The Incision Society", "[Read](https://a.org/incision)", "Inciting"]
)
def test_a_source_without_the_term_asks_for_nothing(source: str) -> None:
    assert not found(source, "Un corte")


def test_a_pseudo_locale_is_no_language() -> None:
    assert INCISION.rendering(Locale("ar_XB")) is None
