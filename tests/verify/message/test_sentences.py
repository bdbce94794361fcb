"""Sentences that were left out are hinted at, sentences that were joined are not."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.sentences import sentences
from tests.support import a_catalog, a_message

SOURCE = "This is general information for patients. Ask your care team about your own situation before the operation."
LANGUAGES = {
    "ar": "هذه معلومات عامة للمرضى. اسأل فريق رعايتك عن حالتك الخاصة قبل العملية.",
    "bn": "এটি রোগীদের জন্য সাধারণ তথ্য। অপারেশনের আগে নিজের অবস্থা সম্পর্কে আপনার চিকিৎসা দলকে জিজ্ঞাসা করুন।",
    "de": "Dies sind allgemeine Informationen für Patienten. Fragen Sie vor der Operation Ihr Team nach Ihrer Lage.",
    "es": "Esta es información general para pacientes. Antes de la operación, pregunte por su situación a su equipo.",
    "fr": "Ces informations s’adressent à tous les patients. Avant l’opération, parlez de votre cas avec l’équipe.",
    "hi": "यह मरीज़ों के लिए सामान्य जानकारी है। ऑपरेशन से पहले अपनी स्थिति के बारे में अपनी टीम से पूछें।",
    "ko": "환자를 위한 일반적인 정보입니다. 수술 전에 자신의 상황에 대해 의료진에게 문의하십시오.",
    "ru": "Это общая информация для пациентов. Перед операцией спросите о своей ситуации тех, кто вас лечит.",
    "ur": "یہ مریضوں کے لیے عام معلومات ہیں۔ آپریشن سے پہلے اپنی صورت حال کے بارے میں اپنی ٹیم سے پوچھیں۔",
    "vi": "Đây là thông tin chung cho người bệnh. Trước khi mổ, hãy hỏi nhóm điều trị về tình trạng của mình.",
    "zh_Hans": "以上是面向患者的一般信息。手术前，请就您自己的情况咨询您的医疗团队。",
}


def parted(locale: str) -> tuple[str, str, str]:
    """Return the first sentence, its full stop, and the second."""
    return next(parts for stop in ".۔।。" if (parts := LANGUAGES[locale].partition(stop))[1])


def found(source: str, translation: str, locale: str = "es") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    sentences(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_as_many_sentences_are_fine(locale: str) -> None:
    assert not found(SOURCE, LANGUAGES[locale], locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_joined_sentences_are_fine(locale: str) -> None:
    first, _, second = parted(locale)

    assert not found(SOURCE, f"{first}; {second.strip().lower()}", locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_sentence_that_was_left_out_is_a_hint(locale: str) -> None:
    first, stop, _ = parted(locale)

    (problem,) = found(SOURCE, first + stop, locale)

    assert (problem.code, problem.severity) == ("sentences-differ", Severity.HINT)
    assert problem.message.startswith("the source has 2 sentences, the translation 1, and it is ")


def test_how_much_is_missing_is_said() -> None:
    (problem,) = found("It hurts. " * 10, "Duele. Duele. Duele. Duele.")

    assert problem.message == ("the source has 10 sentences, the translation 4, and it is 74 % shorter than usual")


@pytest.mark.parametrize(
    "source",
    [
        "Doctors such as Dr. Smith or Sarah M. Jones have used it, e.g. in Berlin, vs. older ways of doing this thing",
        "Wait for it... and then go on reading all of these many words that nobody needs to translate in this place",
        "See No. 5 of this list of steps, which is long and has many words that nobody needs to translate any more",
        "He asked “Why?” and left the room, which had many words in it that nobody needs to translate in this place",
        "It takes approx. 5 min. of your time and many words that nobody needs to translate in this place any more",
    ],
)
def test_abbreviations_initials_and_ellipses_end_no_sentence(source: str) -> None:
    assert not found(source, "Corto")


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("No. You should never do that with a back that hurts as much as yours.", "No."),
        ("1. Eat what you like before noon. 2. Drink nothing at all after noon.", "1. Coma lo que quiera."),
        ("It was done in 2024. Nobody has heard of it since, and nobody will.", "Se hizo en 2024."),
        ("Does it hurt? Tell the people who look after you as soon as you can.", "¿Duele?"),
        ("(It hurts a lot.) Tell the people who look after you as soon as you can.", "(Duele mucho)."),
    ],
)
def test_what_ends_a_sentence_is_known(source: str, translation: str) -> None:
    assert found(source, translation)


def test_a_short_sentence_can_be_lost_unseen() -> None:
    assert not found(f"Yes. {SOURCE}", LANGUAGES["es"])


def test_a_large_catalog_tells_itself_how_long_its_translations_are() -> None:
    other = [a_message(f"{SOURCE} {n}", f"{SOURCE} {SOURCE} {n}", unit=f"unit.{n}") for n in range(30)]
    message, report = a_message(SOURCE, SOURCE.replace("patients. Ask", "patients, ask")), Report()
    catalog = a_catalog(message, *other, locale="sw")  # which has no length of its own in the list

    sentences(message, Context.of(catalog, Locale.parse("en"), Glossary(), {}), report)

    assert [problem.code for problem in report] == ["sentences-differ"]


def test_nothing_is_said_where_nobody_knows_how_long_translations_are() -> None:
    assert not found(SOURCE, "Fupi.", "sw")


def test_languages_without_a_full_stop_are_left_alone() -> None:
    assert not found(SOURCE, "ข้อมูลทั่วไป", "th")
