"""Denials: lost and added ones are hinted at, in seventeen languages, and paraphrases are not."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.negation import negation
from ecmiss_publish.verify.message.words import word_lists
from tests.support import a_catalog, a_message

SOURCE = "Do not eat before the operation."
# As it should be, and with the denial taken out.
LANGUAGES = {
    "ar": ("لا تأكل قبل العملية.", "كُل قبل العملية."),
    "bn": ("অপারেশনের আগে খাবেন না।", "অপারেশনের আগে খাবেন।"),
    "de": ("Essen Sie vor der Operation nichts.", "Essen Sie vor der Operation etwas."),
    "es": ("No coma antes de la operación.", "Coma antes de la operación."),
    "fr": ("Ne mangez pas avant l’opération.", "Mangez avant l’opération."),
    "hi": ("ऑपरेशन से पहले कुछ न खाएँ।", "ऑपरेशन से पहले कुछ खाएँ।"),
    "ko": ("수술 전에는 먹지 마십시오.", "수술 전에는 드십시오."),
    "pa": ("ਆਪਰੇਸ਼ਨ ਤੋਂ ਪਹਿਲਾਂ ਨਾ ਖਾਓ।", "ਆਪਰੇਸ਼ਨ ਤੋਂ ਪਹਿਲਾਂ ਖਾਓ।"),
    "pl": ("Przed operacją proszę nie jeść.", "Przed operacją proszę jeść."),
    "pt_BR": ("Não coma antes da cirurgia.", "Coma antes da cirurgia."),
    "ro": ("Nu mâncați înainte de operație.", "Mâncați înainte de operație."),
    "ru": ("Не ешьте перед операцией.", "Ешьте перед операцией."),
    "tr": ("Ameliyattan önce yemek yemeyin.", "Ameliyattan önce yemek yiyin."),
    "ur": ("آپریشن سے پہلے کچھ نہ کھائیں۔", "آپریشن سے پہلے کچھ کھائیں۔"),
    "vi": ("Đừng ăn trước khi mổ.", "Hãy ăn trước khi mổ."),
    "zh_Hans": ("手术前请不要进食。", "手术前请进食。"),
}


def found(source: str, translation: str, locale: str = "es", original: str = "en") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    negation(message, Context.of(a_catalog(message, locale=locale), Locale.parse(original), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_denial_in_the_languages_own_words_is_fine(locale: str) -> None:
    assert not found(SOURCE, LANGUAGES[locale][0], locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_lost_denial_is_a_hint(locale: str) -> None:
    (problem,) = found(SOURCE, LANGUAGES[locale][1], locale)

    assert (problem.code, problem.severity) == ("negation-differs", Severity.HINT)
    assert problem.message == "the source says “not”, the translation no word that denies"


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_added_denial_is_a_hint(locale: str) -> None:
    (problem,) = found("Eat before the operation.", LANGUAGES[locale][0], locale)

    assert problem.code == "negation-differs"
    assert "the source has no word that denies" in problem.message


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("It isn’t painful.", "No duele.", "es"),
        ("You can't feel it.", "No se nota.", "es"),
        ("Walk pain-free.", "Camine sin dolor.", "es"),
        ("This is false.", "No es cierto.", "es"),
        ("Not true.", "Falso.", "es"),
        ("Only one cut is needed.", "Il ne faut qu’une incision.", "fr"),
        ("However, it helps.", "Sin embargo, ayuda.", "es"),
        ("It is more than that.", "ECMISS không chỉ là thế.", "vi"),
        ("Is it suitable?", "Có phù hợp không?", "vi"),
        ("Slightly different.", "略有不同。", "zh_Hans"),
        ("It is not without limits.", "Tiene límites.", "es"),
        ("It is not without limits.", "No carece de límites.", "es"),
        ("Not all need it.", "No todos **(sin excepción)** lo necesitan.", "es"),
    ],
)
def test_other_ways_to_say_it_are_fine(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)


def test_sentences_are_compared_one_by_one() -> None:
    assert found("Do not eat. Do not drink.", "Coma. No beba.")


def test_where_sentences_were_joined_denials_are_counted() -> None:
    assert found("Do not eat. Do not drink.", "Coma y no beba.")
    assert not found("Do not eat. Do not drink.", "No coma y no beba.")
    assert not found("Do not eat. Do not drink.", "No coma ni beba.")


def test_what_a_translator_explains_in_brackets_does_not_count() -> None:
    assert found("Do not eat.", "Coma (sin prisa).")


def test_a_region_has_the_words_of_its_language() -> None:
    assert found(SOURCE, "Coma antes de la operación.", "es_MX")


@pytest.mark.parametrize(("locale", "original"), [("sw", "en"), ("es", "sw"), ("ar_XB", "en")])
def test_a_language_without_a_list_is_left_alone(locale: str, original: str) -> None:
    message, report = a_message(SOURCE, "x"), Report()
    catalog = a_catalog(message)
    context = Context(Locale(locale), Locale(original), Glossary(), catalog, {}, {}, {})

    negation(message, context, report)

    assert not list(report)


@pytest.mark.parametrize("table", ["negation", "modality"])
@pytest.mark.parametrize("locale", ["en", *LANGUAGES])
def test_every_language_has_its_lists(locale: str, table: str) -> None:
    assert word_lists(table, Locale(locale))
