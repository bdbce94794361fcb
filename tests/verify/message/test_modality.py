"""What may be so, what must be so: a translation is as sure as its source."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.modality import modality
from tests.support import a_catalog, a_message

SOURCE = "Surgery may help you."
# As it may be, and as if it always were.
LANGUAGES = {
    "ar": ("قد تساعدك الجراحة.", "الجراحة تساعدك دائمًا."),
    "bn": ("সার্জারি আপনাকে সাহায্য করতে পারে।", "সার্জারি আপনাকে সবসময় সাহায্য করে।"),
    "de": ("Eine Operation kann Ihnen helfen.", "Eine Operation hilft Ihnen immer."),
    "es": ("La cirugía puede ayudarle.", "La cirugía siempre le ayuda."),
    "fr": ("L’opération peut vous aider.", "L’opération vous aide toujours."),
    "hi": ("सर्जरी आपकी मदद कर सकती है।", "सर्जरी हमेशा आपकी मदद करती है।"),
    "ko": ("수술이 도움이 될 수 있습니다.", "수술은 항상 도움이 됩니다."),
    "pa": ("ਸਰਜਰੀ ਤੁਹਾਡੀ ਮਦਦ ਕਰ ਸਕਦੀ ਹੈ।", "ਸਰਜਰੀ ਹਮੇਸ਼ਾ ਤੁਹਾਡੀ ਮਦਦ ਕਰਦੀ ਹੈ।"),
    "pl": ("Operacja może pomóc.", "Operacja zawsze pomaga."),
    "pt_BR": ("A cirurgia pode ajudar.", "A cirurgia sempre ajuda."),
    "ro": ("Operația vă poate ajuta.", "Operația vă ajută întotdeauna."),
    "ru": ("Операция может вам помочь.", "Операция всегда вам помогает."),
    "tr": ("Ameliyat size yardımcı olabilir.", "Ameliyat size her zaman yardımcı olur."),
    "ur": ("سرجری آپ کی مدد کر سکتی ہے۔", "سرجری ہمیشہ آپ کی مدد کرتی ہے۔"),
    "vi": ("Phẫu thuật có thể giúp quý vị.", "Phẫu thuật luôn luôn giúp quý vị."),
    "zh_Hans": ("手术可能对您有帮助。", "手术总是对您有帮助。"),
}


def found(source: str, translation: str, locale: str = "es") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    modality(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_possibility_in_the_languages_own_words_is_fine(locale: str) -> None:
    assert not found(SOURCE, LANGUAGES[locale][0], locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_possibility_that_became_a_certainty_is_a_hint(locale: str) -> None:
    (problem,) = found(SOURCE, LANGUAGES[locale][1], locale)

    assert (problem.code, problem.severity) == ("modality-differs", Severity.HINT)
    assert problem.message.startswith("the source says “may”, the translation “")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_certainty_that_became_a_possibility_is_a_hint(locale: str) -> None:
    (problem,) = found("Surgery always helps you.", LANGUAGES[locale][0], locale)

    assert problem.message.startswith("the source says “always”, the translation “")


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("It may help.", "Ayuda.", "the source says “may”, the translation has no word for what is possible"),
        ("Always ask.", "Pregunte.", "the source says “always”, the translation has no word for what is certain"),
        ("It can help.", "Debe ayudar.", "the source says “can”, the translation “debe”"),
        ("It helps.", "Siempre ayuda.", "the source has no word for what is certain, the translation says “siempre”"),
        (
            "It may help if you can walk.",
            "Ayuda con seguridad si puede caminar.",
            "the source has no word for what is certain, the translation says “con seguridad”",
        ),
        (
            "It may hurt, and it may bleed.",
            "Puede doler, y sangrar es obligatorio.",
            "the source says “may”, “may”, the translation “obligat”",
        ),
    ],
)
def test_other_shifts_are_hints_too(source: str, translation: str, message: str) -> None:
    assert [problem.message for problem in found(source, translation)] == [message]


@pytest.mark.parametrize(
    ("translation", "locale"),
    [
        ("কি আবার অপারেশন করতে হয়?", "bn"),
        ("कोई भी सर्जन को करना होगा", "hi"),
        ("ਕੋਈ ਵੀ ਸਰਜਨ ਨੂੰ ਕਰਨਾ ਪਵੇਗਾ", "pa"),
        ("کوئی بھی سرجن کو کرنا ہوگا", "ur"),
        ("فيجب أن يجريها أي جراح", "ar"),
        ("Mọi bác sĩ đều phải làm", "vi"),
        ("任何外科医生都必须做", "zh_Hans"),
    ],
)
def test_what_one_can_do_is_nothing_that_one_must(translation: str, locale: str) -> None:
    (problem,) = found("Any surgeon can do it", translation, locale)

    assert problem.message.startswith("the source says “can”, the translation “")


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("It may help and can be repeated.", "Puede ayudar y se repite siempre que haga falta."),
        ("It can help.", "Ayuda."),  # “can” is often left out
        ("It helps.", "Puede ayudar."),
        ("You may eat.", "Puede comer."),
        ("You should ask.", "Debería preguntar."),
        ("It may help, but always ask.", "Puede ayudar, pero pregunte siempre."),
        ("Reviewed in May 2026", "Revisado en mayo de 2026"),
        ("*May* it help?", "¿*Podría* ayudar?"),
    ],
)
def test_what_is_as_sure_is_fine(source: str, translation: str) -> None:
    assert not found(source, translation)


def test_a_language_without_a_list_is_left_alone() -> None:
    assert not found(SOURCE, "Upasuaji husaidia kila wakati.", "sw")
