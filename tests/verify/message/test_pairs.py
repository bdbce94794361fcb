"""Brackets and quotation marks without their other half, in the marks of many languages."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.pairs import pairs
from tests.support import a_catalog, a_message, codes


def report_on(source: str, translation: str, locale: str) -> Report:
    """Return what the check says of a message."""
    message, report = a_message(source, translation), Report()
    pairs(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return report


WHOLE = [
    ("It hurts.", "Es tut weh (oft).", "de"),
    ("It hurts.", "会痛（经常）。", "zh_Hans"),
    ("It hurts.", "会痛（经常)。", "zh_Hans"),  # a wide and a narrow one: a matter of typography
    ("It hurts.", "【注意】痛みます〔腰〕。", "ja"),
    ("a [link](https://a.org/b_(c)) here", "ein [Verweis](https://a.org/b_(c)) hier", "de"),
    ("page {page}", "Seite {page}", "de"),
    (r"2 \( 3", r"2 \( 3", "de"),
    ("1) Eat", "1) Essen", "de"),
    ("1. Eat", "1) Essen", "de"),
    ("Eat and drink.", "Sie sollen a) essen und b) trinken.", "de"),
    ("Get well :-)", "Gute Besserung :-)", "de"),
    ("from 0 to 5 [0, 5)", "von 0 bis 5 [0, 5)", "de"),
    ("“It hurts.”", "„Es tut weh.“", "de"),
    ("“It hurts.”", "»Es tut weh.«", "de"),
    ("“He says ‘it hurts’.”", "„Er sagt ‚es schmerzt‘.“", "de"),
    ("“It hurts.”", "„To boli.”", "pl"),
    ("“It hurts.”", "« Ça fait mal. »", "fr"),
    ("“He says ‘no’.”", "« Il dit « non ». »", "fr"),
    ("“It hurts.”", "”Det gör ont.”", "sv"),
    ("“It hurts.”", "»Det gör ont.»", "sv"),
    ("“It hurts.”", "«Больно „очень“.»", "ru"),
    ("“It hurts.”", "“एक ‘दर्द’ है।”", "hi"),
    ("“It hurts.”", "“درد ہے۔”", "ur"),
    ("“It hurts.”", "«يؤلم»", "ar"),
    ("“It hurts.”", "「痛い『とても』」", "ja"),
    ("The book", "《书》", "zh_Hans"),
    ("“It hurts.”", "“아프다” 하고 ‘끙’ 했다.", "ko"),
    ("the patients’ pain", "l’homme, les patients’", "fr"),
    ("in the hospital", "ਹਸਪਤਾਲ ’ਤੇ", "pa"),
    ("of ECMISS", "ECMISS’in", "tr"),
    ("Oʻzbek", "o‘zbekcha", "uz"),
    ("aloha", "‘okina", "haw"),  # a letter
    ('a 5" disc', 'eine 5" große Scheibe', "de"),
    ("a 5” disc", "eine 5” große Scheibe", "de"),
    ("the IDF", 'צה"ל וצה״ל', "he"),
    ("“ The first of two paragraphs", "„ Der erste von zwei Absätzen", "de"),
    ("Next »", "Weiter »", "de"),
]
BROKEN = [
    ("Es tut weh (oft.", "de", "brackets-differ", "“Es tut weh (oft.” has ( without its other half", ") (U+0029"),
    ("Es tut weh oft).", "de", "brackets-differ", "has ) without its other half", "( (U+0028"),
    ("Es tut (sehr [oft) weh.", "de", "brackets-differ", "has [ without", "] (U+005D"),
    ("Um 5) oder später.", "de", "brackets-differ", "has ) without", "( (U+0028"),
    ("会痛（经常。", "zh_Hans", "brackets-differ", "has （ without", "） (U+FF09"),
    ("会痛经常）。", "zh_Hans", "brackets-differ", "has ） without", "（ (U+FF08"),
    ("注意】痛みます。", "ja", "brackets-differ", "has 】 without", "【 (U+3010"),
    ("„Es tut weh.", "de", "quotes-differ", "has „ without", "“ (U+201C LEFT DOUBLE QUOTATION MARK) where it ends"),
    ("Es tut weh.“", "de", "quotes-differ", "has “ without", "„ (U+201E DOUBLE LOW-9 QUOTATION MARK) where it begins"),
    ("Ja“ und „nein“.", "de", "quotes-differ", "“Ja“ und „nein“.” has “ without", "„ (U+201E"),
    ("„Er sagt ‚ja.“", "de", "quotes-differ", "has ‚ without", "‘ (U+2018"),
    ("„To boli.", "pl", "quotes-differ", "has „ without", "” (U+201D"),
    ("To boli.”", "pl", "quotes-differ", "has ” without", "„ (U+201E"),
    ("« Ça fait mal.", "fr", "quotes-differ", "has « without", "» (U+00BB"),
    ("Ça fait mal »", "fr", "quotes-differ", "has » without", "« (U+00AB"),
    ("«Больно „очень.»", "ru", "quotes-differ", "has „ without", "“ (U+201C"),
    ("Da» и «нет».", "ru", "quotes-differ", "has » without", "« (U+00AB"),
    ("”Det gör ont.", "sv", "quotes-differ", "has ” without", "” (U+201D RIGHT DOUBLE QUOTATION MARK) where it ends"),
    ("Det gör ont.”", "sv", "quotes-differ", "has ” without", "where it begins"),
    ("“दर्द है।", "hi", "quotes-differ", "has “ without", "” (U+201D"),
    ("درد ہے۔”", "ur", "quotes-differ", "has ” without", "“ (U+201C"),
    ("«يؤلم", "ar", "quotes-differ", "has « without", "» (U+00BB"),
    ("「痛い", "ja", "quotes-differ", "has 「 without", "」 (U+300D"),
    ("书》", "zh_Hans", "quotes-differ", "has 》 without", "《 (U+300A"),
    ("‘끙 했다.", "ko", "quotes-differ", "has ‘ without", "’ (U+2019"),
    ("Il dit „non", "fr", "quotes-differ", "has „ without", "« (U+00AB"),
]


@pytest.mark.parametrize(("source", "translation", "locale"), WHOLE)
def test_what_is_opened_and_closed_is_fine(source: str, translation: str, locale: str) -> None:
    assert not list(report_on(source, translation, locale))


@pytest.mark.parametrize(("translation", "locale", "code", "message", "remedy"), BROKEN)
def test_a_mark_that_stands_alone_is_a_warning(
    translation: str, locale: str, code: str, message: str, remedy: str
) -> None:
    report = report_on("It hurts.", translation, locale)

    (problem,) = report
    assert problem.code == code
    assert report.warnings == 1
    assert message in problem.message
    assert remedy in (problem.hint or "")


def test_a_translator_may_explain_in_brackets_that_the_source_has_not() -> None:
    assert not list(report_on("It hurts.", "Es tut weh (Schmerzen), oft (täglich).", "de"))


def test_only_as_many_may_stand_alone_as_in_the_source() -> None:
    assert not list(report_on("fine :-)", "gut :-)", "de"))
    assert codes(report_on("fine :-)", "gut :-) oder so)", "de")) == ["brackets-differ"]
    assert codes(report_on("fine :-)", "gut (so", "de")) == ["brackets-differ"]


def test_a_straight_mark_is_left_to_typography() -> None:
    assert not list(report_on("“It hurts.”", 'Es tut weh."', "de"))
