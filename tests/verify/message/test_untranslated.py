"""What was left in the source's language, and what may be the same in both."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.untranslated import untranslated
from tests.support import a_catalog, a_message, codes

NAMES = ("ECMISS", "Richard Wolf", "North American Spine Society", "Joimax®")


def report_on(source: str, translation: str, locale: str) -> Report:
    """Return what the check says of a message."""
    message, report = a_message(source, translation), Report()
    context = Context.of(a_catalog(message, locale=locale), Locale.parse("en"), Glossary(names=NAMES), {})
    untranslated(message, context, report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return report


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("ECMISS", "ECMISS", "es"),
        ("ECMISS", "ECMISS", "ar"),
        ("Richard Wolf", "Richard Wolf", "hi"),
        ("North American Spine Society (ECMISS)", "North American Spine Society (ECMISS)", "de"),
        ("5 mg – 10 ml", "5 mg – 10 ml", "ru"),
        ("{page} / {pages}", "{page} / {pages}", "zh_Hans"),
        ("MRI, CT (PDF)", "MRI, CT (PDF)", "ur"),
        ("L4-L5", "L4-L5", "ko"),
        ("Conclusion", "Conclusion", "fr"),  # French too
        ("Brochure (Word)", "Brochure (Word)", "fr"),
        ("Version {version}", "Version {version}", "de"),
        ("https://a.org/some/words", "https://a.org/some/words", "bn"),
        ("Slender tube", "Slender tube", "en_GB"),
        ("the standard of care", "मानक इलाज (standard of care)", "hi"),  # what experts say, in brackets
        ("as the North American Spine Society says", "كما تقول North American Spine Society", "ar"),
        ("Sarah M., 42, Executive", "Sarah M., 42 ans, responsable", "fr"),
        ("**Brochure** ([Word](https://a.org))", "**Brochure** ([Word](https://a.org))", "fr"),
        ("the North American Spine [Society](https://a.org)", "с North American Spine **Society**", "ru"),
        ("Real-world case study of the new method", "Estudio de un caso real", "es"),
        ("Ask the North American Spine Society first", "Pregunte a la North American Spine Society", "es"),
        ("Get an MRI (magnetic resonance imaging)", "MRT (magnetic resonance imaging) machen", "de"),
        ("It helps many people (Sarah Miller, London)", "Es hilft vielen (Sarah Miller, London)", "de"),
        ("It is known (WHO, 2024)", "यह मालूम है (WHO, 2024)", "hi"),
        ("Take it with you", "इसे iPad पर ले जाएँ", "hi"),
    ],
)
def test_names_numbers_shared_words_and_glosses_are_fine(source: str, translation: str, locale: str) -> None:
    assert not list(report_on(source, translation, locale))


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Slender tube", "Slender tube", "es"),
        ("Large incision", "Large incision ", "de"),
        ("Low", "Low", "ar"),
        ("Outcome:", "Outcome:", "zh_Hans"),
        ("ECMISS is safe and quick", "ECMISS is safe and quick", "fr"),
        ("What Is it? (Medical Background)", "What Is it? (Medical Background)", "pl"),
        ("It depends. Some do.", "It depends. Algunos sí.", "es"),
        ("It depends. Some do.", "It depends. 有些可以。", "zh_Hans"),
        ("Not true. It can treat:", "Falso. It can treat:", "pt_BR"),
        ("**Slender** [tube](https://a.org)", "**Slender** [tube](https://a.org)", "ro"),
        ("Ask your care team about it.", "اسأل your care team عن ذلك.", "ar"),
        ("Ask your care team about it.", "请问your care team。", "zh_Hans"),
        ("Ask your care team about it.", "अपनी your care team से पूछें।", "hi"),
        ("What Is It? (Medical Background)", "यह क्या है? (Medical Background)", "hi"),
        ("What Is It? (Definition + Medical Background)", "Was ist das? (Definition + Medical Background)", "de"),
        ("It is safe (in most cases).", "이것은 안전합니다(in most cases).", "ko"),
        ("Yes. Ask your care team about your own situation.", "Sí. Ask your care team about your own situation.", "es"),
    ],
)
def test_what_was_left_in_the_source_language_is_a_warning(source: str, translation: str, locale: str) -> None:
    report = report_on(source, translation, locale)

    assert codes(report) == ["untranslated-residue"]
    assert report.warnings == 1


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Minimal tissue disruption", "न्यूनतम disruption", "hi"),
        ("A tubular retractor is inserted.", "একটি retractor-এর মাধ্যমে", "bn"),
        ("A tubular retractor is inserted.", "插入一个tubular牵开器。", "zh_Hans"),
        ("A tubular retractor is inserted.", "retractor를 넣습니다.", "ko"),
        ("The surgeon decides.", "يقرر surgeon ذلك.", "ar"),
        ("The surgeon decides.", "Решает surgeon.", "ru"),
    ],
)
def test_one_word_in_a_text_of_another_script_is_a_hint(source: str, translation: str, locale: str) -> None:
    report = report_on(source, translation, locale)

    assert codes(report) == ["untranslated-residue"]
    assert (report.warnings, report.errors) == (0, 0)


def test_the_words_and_the_language_are_named() -> None:
    (problem,) = report_on("Ask your care team about it.", "اسأل your care team عن ذلك.", "ar")

    assert problem.message == "“your care team” stands in the translation as in the source; Arabic was expected"
