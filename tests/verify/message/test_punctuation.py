"""The end of a translation: the kind of punctuation that the source has, in any script, and what languages do else."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.punctuation import punctuation
from tests.support import a_catalog, a_message, codes


def report_on(source: str, translation: str, locale: str, language: str = "en") -> Report:
    """Return what the check says of a message."""
    message, report = a_message(source, translation), Report()
    context = Context.of(a_catalog(message, locale=locale), Locale.parse(language), Glossary(), {})
    punctuation(message, context, report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return report


ALIKE = [
    ("It hurts.", "Duele.", "es"),
    ("It hurts.", "Es tut weh.", "de"),
    ("It hurts.", "دردناک ہے۔", "ur"),
    ("It hurts.", "إنه مؤلم.", "ar"),
    ("It hurts.", "दर्द होता है।", "hi"),
    ("It hurts.", "ব্যথা হয়।", "bn"),
    ("It hurts.", "ਦਰਦ ਹੁੰਦਾ ਹੈ।", "pa"),
    ("It hurts.", "दुखते.", "mr"),
    ("It hurts.", "会痛。", "zh_Hans"),
    ("It hurts.", "会痛．", "zh_Hant"),
    ("It hurts.", "痛いです。", "ja"),
    ("It hurts.", "아픕니다.", "ko"),
    ("It hurts.", "ဝေဒနာရှိသည်။", "my"),
    ("It hurts.", "ឈឺ។", "km"),
    ("It hurts.", "ያማል።", "am"),
    ("It hurts.", "Ցավում է։", "hy"),
    ("It hurts.", "Ցավում է:", "hy"),  # the colon of the keyboard, which looks the same
    ("It hurts.", "เจ็บ", "th"),
    ("Does it hurt?", "¿Duele?", "es"),
    ("Does it hurt?", "هل يؤلم؟", "ar"),
    ("Does it hurt?", "کیا درد ہوتا ہے؟", "ur"),
    ("Does it hurt?", "Πονάει;", "el"),
    ("Does it hurt?", "痛吗？", "zh_Hans"),
    ("Does it hurt?", "痛みますか。", "ja"),
    ("Does it hurt?", "アップ？", "ja"),
    ("Does it hurt?", "เจ็บไหม", "th"),
    ("Does it hurt?", "Ցավո՞ւմ է։", "hy"),
    ("Stop!", "停止！", "zh_Hans"),
    ("Wait…", "Espere…", "es"),
    ("Wait...", "请等待……", "zh_Hans"),
    ("Steps:", "步骤：", "zh_Hans"),
    ("Steps:", "Étapes\u00a0:", "fr"),
    ("It follows these steps:", "다음과 같습니다.", "ko"),
    ("Low", "Niedrig", "de"),
    ("Systems –", "Системы —", "ru"),
    ("Systems –", "系统：", "zh_Hans"),
    ("“It hurts.”", "„Es tut weh.“", "de"),
    ("“It hurts.”", "»يؤلم«.", "ar"),
    ("It hurts (often).", "Duele (a menudo).", "es"),
    ("**It hurts.**", "**Fa male.**", "it"),
    ("See [us](https://a.org/x?).", "Véa[nos](https://a.org/x?).", "es"),
    ("How it is done", "Nasıl yapılır?", "tr"),  # a heading that asks
    ("Step by step: How to choose", "Adım adım: Nasıl seçilir?", "tr"),
    ("5 min", "5 мин.", "ru"),
    ("Time (2 h)", "Zeit (2 Std.)", "de"),
    ("Sarah M.", "莎拉", "zh_Hans"),
    ("fever, cough, etc.", "fiebre, tos", "es"),
    ("nausea,", "Übelkeit", "de"),  # whether items of a list end with commas is a matter of style
]
DIFFERENT = [
    ("It hurts.", "Duele", "es", "“.”", "no punctuation", "“.” (U+002E"),
    ("It hurts.", "दर्द होता है", "hi", "“.”", "no punctuation", "“।” (U+0964"),
    ("It hurts.", "درد ہے", "ur", "“.”", "no punctuation", "“۔” (U+06D4"),
    ("It hurts.", "会痛", "zh_Hans", "“.”", "no punctuation", "“。” (U+3002"),
    ("It hurts.", "¿Duele?", "es", "“.”", "“?”", "“.”"),
    ("Does it hurt?", "هل يؤلم.", "ar", "“?”", "“.”", "“؟” (U+061F"),
    ("Does it hurt?", "Πονάει.", "el", "“?”", "“.”", "“;” (U+003B"),
    ("Does it hurt?", "会痛。", "zh_Hans", "“?”", "“。”", "“？” (U+FF1F"),
    ("Does it hurt?", "아픕니다.", "ko", "“?”", "“.”", "“?”"),
    ("Steps:", "Schritte", "de", "“:”", "no punctuation", "“:”"),
    ("Steps:", "步骤。", "zh_Hans", "“:”", "“。”", "“：” (U+FF1A"),
    ("Steps:", "Kroki.", "pl", "“:”", "“.”", "“:”"),
    ("Low", "Niedrig.", "de", "no punctuation", "“.”", "without “.”"),
    ("Low", "कम।", "hi", "no punctuation", "“।”", "without “।”"),
    ("Low", "เจ็บ?", "th", "no punctuation", "“?”", "without “?”"),
    ("Wait…", "Espere.", "es", "“…”", "“.”", "“…” (U+2026"),
    ("Stop!", "Pare.", "pt_BR", "“!”", "“.”", "“!”"),
    ("“It hurts.”", "„Es tut weh“", "de", "“.”", "no punctuation", "“.”"),
    ("Systems –", "Systeme.", "de", "“–”", "“.”", "“–” (U+2013"),
]


@pytest.mark.parametrize(("source", "translation", "locale"), ALIKE)
def test_a_translation_may_end_in_its_own_characters(source: str, translation: str, locale: str) -> None:
    assert not list(report_on(source, translation, locale))


@pytest.mark.parametrize(("source", "translation", "locale", "one", "other", "remedy"), DIFFERENT)
def test_another_kind_of_end_is_reported_with_both_sides(
    source: str, translation: str, locale: str, one: str, other: str, remedy: str
) -> None:
    report = report_on(source, translation, locale)

    assert codes(report) == ["end-punctuation"]
    problem = next(iter(report))
    assert problem.message == f"the source ends with {one}, the translation with {other}"
    assert remedy in (problem.hint or "")


def test_the_source_is_read_in_its_own_language() -> None:
    assert not list(report_on("Πονάει;", "Does it hurt?", "en", language="el"))
    assert codes(report_on("Πονάει;", "It hurts.", "en", language="el")) == ["end-punctuation"]
