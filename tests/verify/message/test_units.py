"""Units: exchanged ones are errors, in seventeen languages, and other ways to say the same are not."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.units import units
from tests.support import a_catalog, a_message


def found(source: str, translation: str, locale: str = "es") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    units(message, Context.of(a_catalog(message, locale=locale), Locale("en"), Glossary(), {}), report)
    assert all(problem.code == "units-differ" and problem.hint and problem.unit == "title" for problem in report)
    return list(report)


def severities(source: str, translation: str, locale: str = "es") -> list[Severity]:
    return [problem.severity for problem in found(source, translation, locale)]


SOURCE = "Rest for 5 days, then walk for 1–2 weeks."
# As it should be, and with weeks for days.
LANGUAGES = {
    "ar": ("استرح ٥ أيام، ثم امشِ لمدة ١–٢ أسبوع.", "استرح ٥ أسابيع، ثم امشِ لمدة ١–٢ أسبوع."),
    "bn": ("৫ দিন বিশ্রাম নিন, তারপর ১–২ সপ্তাহ হাঁটুন।", "৫ সপ্তাহ বিশ্রাম নিন, তারপর ১–২ সপ্তাহ হাঁটুন।"),
    "de": ("Ruhen Sie nach 5 Tagen, dann 1–2-wöchiges Gehen.", "Ruhen Sie nach 5 Wochen, dann 1–2-wöchiges Gehen."),
    "es": ("Repose 5 días y camine de 1 a 2 semanas.", "Repose 5 semanas y camine de 1 a 2 semanas."),
    "fr": ("Reposez-vous 5 jours, marchez 1 à 2 semaines.", "Reposez-vous 5 semaines, marchez 1 à 2 semaines."),
    "hi": ("5 दिनों तक आराम करें, फिर 1–2 हफ़्तों तक चलें।", "5 हफ़्तों तक आराम करें, फिर 1–2 हफ़्तों तक चलें।"),
    "ko": ("5일 동안 쉬고 1~2주 동안 걸으십시오.", "5주 동안 쉬고 1~2주 동안 걸으십시오."),
    "pa": ("5 ਦਿਨ ਆਰਾਮ ਕਰੋ, ਫਿਰ 1–2 ਹਫ਼ਤੇ ਚੱਲੋ।", "5 ਹਫ਼ਤੇ ਆਰਾਮ ਕਰੋ, ਫਿਰ 1–2 ਹਫ਼ਤੇ ਚੱਲੋ।"),
    "pl": (
        "Przez 5 dni odpoczynek, potem 1–2 tygodnie marszu.",
        "Przez 5 tygodni odpoczynek, potem 1–2 tygodnie marszu.",
    ),
    "pt_BR": ("Repouse 5 dias e caminhe por 1 a 2 semanas.", "Repouse 5 semanas e caminhe por 1 a 2 semanas."),
    "ro": ("Odihnă 5 zile, apoi mers 1–2 săptămâni.", "Odihnă 5 săptămâni, apoi mers 1–2 săptămâni."),
    "ru": ("Отдых 5 дней, затем ходьба 1–2 недели.", "Отдых 5 недель, затем ходьба 1–2 недели."),
    "tr": ("5 gün dinlenin, sonra 1–2 hafta yürüyün.", "5 hafta dinlenin, sonra 1–2 hafta yürüyün."),
    "ur": ("5 دنوں تک آرام کریں، پھر 1–2 ہفتے چلیں۔", "5 ہفتوں تک آرام کریں، پھر 1–2 ہفتے چلیں۔"),
    "vi": ("Nghỉ 5 ngày, rồi đi bộ 1–2 tuần.", "Nghỉ 5 tuần, rồi đi bộ 1–2 tuần."),
    "zh_Hans": ("休息5天，然后步行1–2周。", "休息5周，然后步行1–2周。"),
}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_units_in_the_languages_own_words_are_fine(locale: str) -> None:
    assert not found(SOURCE, LANGUAGES[locale][0], locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_exchanged_unit_is_an_error(locale: str) -> None:
    assert severities(SOURCE, LANGUAGES[locale][1], locale) == [Severity.ERROR]


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("12.5 mg", "12,5 μg", "es"),
        ("12.5 mg", "12,5 мкг", "ru"),
        ("12.5 mg", "12.5毫升", "zh_Hans"),
        ("0.5–1.5 cm", "0,5–1,5 mm", "de"),
        ("5 %", "5 mg", "fr"),
        ("37 °C", "37 °F", "es"),
        ("5 days and 3 weeks", "5 semanas y 3 días", "es"),
        ("within a few days", "en unas semanas", "es"),
        ("a few days to weeks", "unas semanas o unas semanas", "es"),
        ("only a few millimeters", "nur wenige Zentimeter", "de"),
        ("5 mg", "5 µg", "fi"),  # no list of ours, CLDR's symbols
    ],
)
def test_every_kind_of_unit_is_compared(source: str, translation: str, locale: str) -> None:
    assert severities(source, translation, locale) == [Severity.ERROR]


def test_both_sides_are_named() -> None:
    (problem,) = found("in 5 days", "en 5 semanas")

    assert problem.message == "the source has 5 “days”, the translation 5 “semanas”"


def test_a_unit_that_is_gone_is_a_warning() -> None:
    assert severities("5 mg", "5") == [Severity.WARNING]


def test_a_unit_that_was_added_beside_another_is_a_hint() -> None:
    assert severities("within days, the same day", "en días o semanas, el mismo día") == [Severity.HINT]


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Sarah, 42, executive", "Sarah, 42 años, ejecutiva", "es"),  # an age
        ("Sarah, 42, executive", "莎拉，42岁，主管", "zh_Hans"),
        ("50 %", "yüzde 50", "tr"),
        ("50 percent", "%50", "tr"),
        ("5 full working days", "5 ngày làm việc", "vi"),
        ("in 5 days", "nach 5-tägiger Pause", "de"),
        ("day 5", "am 5. Tag", "de"),
        ("2 weeks", "أسبوعين 2", "ar"),
        ("between 1 and 2 weeks", "1 ile 2 hafta arasında", "tr"),
        ("daily activities within weeks", "atividades do dia a dia em semanas", "pt_BR"),
        ("a same-day operation", "外来手術、当日", "ja"),
        ("12.5 mg", "12.5mg的剂量", "zh_Hans"),
        ("Drink 1.5 litres of water a day.", "Trinken Sie 1,5 Liter Wasser am Tag.", "de"),
        ("Walk 100 metres the first day.", "Camine 100 metros el primer día.", "es"),
        ("1 in 10 need a second operation.", "1 sur 10 a besoin d’une seconde opération.", "fr"),
        ("Come at 7:30 a.m.", "Kommen Sie um 7:30 Uhr.", "de"),
        ("Come at 9 a.m.", "Venez à 9 h.", "fr"),
        ("1 in 2 weeks", "1–2 semanas", "es"),  # “in” is no inch
        ("the L4-L5 disc in 3 weeks", "el disco L4-L5 a las 3 semanas", "es"),
        ("5 days", "5 päivässä", "fi"),  # a case that CLDR does not list, in a language without a table
    ],
)
def test_other_ways_to_say_it_are_fine(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)
