"""Words that stand twice in a row, by accident or because the language means it."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.repetition import repetition
from ecmiss_publish.verify.message.words import word_lists
from tests.support import a_catalog, a_message


def found(translation: str, locale: str, source: str = "It hurts.") -> list[tuple[Severity, str]]:
    """Return how severe the findings are, and their words."""
    message, report = a_message(source, translation), Report()
    repetition(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    assert all(problem.code == "word-repeated" for problem in report)
    return [(problem.severity, problem.message) for problem in report]


MEANT = [
    ("Sehen Sie sie morgens?", "de"),
    ("die Muskeln, die die Wirbelsäule stützen", "de"),
    ("ein Schnitt, bei dem dem Muskel nichts geschieht", "de"),
    ("Es wird mehr und mehr und mehr.", "de"),
    ("Schritt für Schritt für Schritt", "de"),
    ("Quand vous vous sentez mieux", "fr"),
    ("si nous nous voyons", "fr"),
    ("se se sentir mal", "pt_BR"),
    ("încet încet", "ro"),
    ("Он лишает их их прав.", "ru"),
    ("yavaş yavaş yürüyün", "tr"),
    ("Adım adım", "tr"),
    ("luôn luôn", "vi"),
    ("धीरे धीरे चलें", "hi"),
    ("धीरे-धीरे चलें", "hi"),
    ("उस दिन से कम से कम दो हफ़्ते", "hi"),  # from then, at least
    ("मरीज़ की की गई सर्जरी", "hi"),  # of the patient, done
    ("বমি বমি ভাব", "bn"),  # nausea
    ("ਵੱਖ ਵੱਖ", "pa"),
    ("ਮੇਜ਼ ’ਤੇ ਤੇ ਕੁਰਸੀ ’ਤੇ", "pa"),
    ("ساتھ ساتھ", "ur"),
    ("اس سال میں میں نے سرجری کرائی۔", "ur"),  # in this year I
    ("خطوة خطوة", "ar"),
    ("하나 하나", "ko"),
    ("一步一步来", "zh_Hans"),
    ("以治疗为目的的手术", "zh_Hans"),
    ("的的确确", "zh_Hans"),
    ("往往慢慢恢复", "zh_Hans"),
    ("Ja. Ja, so ist es.", "de"),
    ("Schmerzen, Schmerzen", "de"),
    ("(oft) oft", "de"),
    ("10 10", "de"),
    ("J. J. Abrams", "es"),
]
SLIPS = [
    ("nach nach der Operation", "de", "nach"),
    ("Die die Operation", "de", "die"),
    ("nach der der Operation.", "de", "der"),
    ("in der in der Klinik", "de", "in der"),
    ("después después de la operación", "es", "después"),
    ("(de de la columna)", "es", "de"),
    ("pour pour l’opération", "fr", "pour"),
    ("l’homme l’homme", "fr", "l’homme"),
    ("para para a cirurgia", "pt_BR", "para"),
    ("la la operație", "ro", "la"),
    ("się się", "pl", "się"),
    ("для для операции", "ru", "для"),
    ("ameliyat ve ve bakım", "tr", "ve"),
    ("của của bệnh nhân", "vi", "của"),
    ("सर्जरी के के बाद", "hi", "के"),
    ("समस्याओं में से में से", "hi", "में से"),
    ("এবং এবং", "bn", "এবং"),
    ("ਸਰਜਰੀ ਤੋਂ ਤੋਂ ਬਾਅਦ", "pa", "ਤੋਂ"),
    ("سرجری کے کے بعد", "ur", "کے"),
    ("في في العمود", "ar", "في"),
    ("手术的的时间", "zh_Hans", "的"),
]
DOUBTFUL = [
    ("hasta hasta geldi", "tr", "hasta"),
    ("मरीज़ मरीज़ आया", "hi", "मरीज़"),
    ("phẫu thuật thuật nội soi", "vi", "thuật"),
    ("수술 수술 후", "ko", "수술"),
    ("需要手术手术治疗", "zh_Hans", "手术"),
    ("upasuaji upasuaji", "sw", "upasuaji"),  # no list
    ("kabla ya upasuaji kabla ya upasuaji", "sw", "kabla ya upasuaji"),
]


@pytest.mark.parametrize(("translation", "locale"), MEANT)
def test_what_a_language_doubles_on_purpose_is_fine(translation: str, locale: str) -> None:
    assert found(translation, locale) == []


@pytest.mark.parametrize(("translation", "locale", "words"), SLIPS)
def test_a_word_that_nobody_doubles_is_a_warning(translation: str, locale: str, words: str) -> None:
    assert found(translation, locale) == [(Severity.WARNING, f"“{words}” stands twice in a row")]


@pytest.mark.parametrize(("translation", "locale", "words"), DOUBTFUL)
def test_a_word_that_may_be_doubled_is_a_hint(translation: str, locale: str, words: str) -> None:
    assert found(translation, locale) == [(Severity.HINT, f"“{words}” stands twice in a row")]


def test_a_translation_may_double_where_its_source_does() -> None:
    assert found("Es tut arg arg weh.", "de", source="It hurts very very much.") == []


@pytest.mark.parametrize("locale", ["en", *dict.fromkeys(locale for _, locale, _ in SLIPS)])
def test_every_language_has_its_list(locale: str) -> None:
    assert word_lists("repetition", Locale(locale))
