"""Checks of a message: numbers, placeholders and markup of the source against those of the translation."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message import check_messages
from ecmiss_publish.verify.message.numbers import numbers_in
from tests.support import SPANISH, a_catalog, a_message, codes, found

EN = Locale.parse("en")


def checked(source: str, translation: str, locale: str = "es") -> list[str]:
    """Return the codes of what the checks say of a message."""
    report = Report()
    check_messages(a_catalog(a_message(source, translation), locale=locale), EN, Glossary(), {}, report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    assert {place for place, _ in found(report)} <= {f"{SPANISH}:7"}
    return codes(report)


# --- numbers ----------------------------------------------------------------------------------------------------

SAME = [
    ("5 days", "5 días", "es"),
    ("0.5–1.5 cm", "0,5–1,5 cm", "es"),
    ("0.5–1.5 cm", "0.5–1.5 cm", "es"),  # half of the Spanish-speaking world writes a point
    ("0.125 mg", "0,125 mg", "de"),
    ("0.125 mg", "0.125 mg", "es"),
    ("1.125 mg", "1,125 mg", "de"),
    ("1,000 people", "1.000 personas", "es"),
    ("1,000 people", "1000 personas", "es"),
    ("1,000 people", "1\u202f000 personnes", "fr"),
    ("12,500 people", "12\u00a0500 personnes", "fr"),
    ("1,234,567.5 g", "1.234.567,5 g", "de"),
    ("100,000 people", "1,00,000 लोग", "hi"),
    ("5 days", "५ दिन", "hi"),
    ("37 years", "٣٧ عامًا", "ar"),
    ("0.5 cm", "٠٫٥ سم", "ar"),
    ("1,000 people", "١٬٠٠٠ شخص", "ar"),
    ("619 million people", "6.19亿人", "zh_Hans"),
    ("619 million people", "61900万人", "zh_Hans"),
    ("50,000 people", "5万人", "zh_Hans"),
    ("619 million people", "61.9 करोड़ लोग", "hi"),
    ("619 million people", "619 Millionen Menschen", "de"),
    ("619 million people", "619 millones de personas", "es"),
    ("619 million people", "619 مليون شخص", "ar"),
    ("619 million people", "619000000 personas", "es"),
    ("619 million people", "619 milionoj da homoj", "es"),  # a word that CLDR does not list
    ("L4-L5 in 2024", "2024: L4-L5", "de"),
    ("on 22/11/2026", "am 22.11.2026", "de"),
    ("no numbers", "sin números", "es"),
    ("twice 5 and 5", "5 y 5, dos veces", "es"),
]
DIFFERENT = [
    ("5 days", "6 días", "es"),
    ("5 days", "cinco días", "es"),
    ("some days", "5 días", "es"),
    ("0.5 cm", "5 cm", "es"),
    ("0.5 cm", "0,05 cm", "es"),
    ("0.125 mg", "125 mg", "es"),  # a thousandfold dose
    ("1.125 mg", "1.125 mg", "de"),  # a German reads 1125 here
    ("1,125 mg", "1,125 mg", "de"),  # and a thousandth of it here
    ("1,000 people", "100 personas", "es"),
    ("5 and 5", "5", "es"),
    ("1–2 weeks", "1–3 Wochen", "de"),
    ("619 million people", "6.19万人", "zh_Hans"),
    ("619 million people", "61.9亿人", "zh_Hans"),
    ("619 million people", "619亿人", "zh_Hans"),
    ("500 people", "5亿人", "zh_Hans"),
    ("619 people", "619 Millionen Menschen", "de"),
    ("5 million people", "5 mil personas", "es"),
    ("5 million people", "5 mil millones de personas", "es"),
]


@pytest.mark.parametrize(("source", "translation", "locale"), SAME)
def test_the_same_numbers_may_be_written_as_the_language_does(source: str, translation: str, locale: str) -> None:
    assert checked(source, translation, locale) == []


@pytest.mark.parametrize(("source", "translation", "locale"), DIFFERENT)
def test_other_numbers_are_an_error(source: str, translation: str, locale: str) -> None:
    assert checked(source, translation, locale) == ["numbers-differ"]


def test_both_sides_are_shown() -> None:
    report = Report()
    check_messages(a_catalog(a_message("0.5–1.5 cm", "0,5–15 cm")), EN, Glossary(), {}, report)

    assert "the source has 0.5, 1.5, the translation 0.5, 15" in next(iter(report)).message


def test_a_source_that_is_not_english_is_read_in_its_own_language() -> None:
    report = Report()
    catalog = a_catalog(a_message("1.000 Menschen, 1,125 mg", "1,000 people, 1.125 mg"), locale="en")

    check_messages(catalog, Locale.parse("de"), Glossary(), {}, report)

    assert not list(report)


@given(st.decimals(0, 999999999, places=3), st.sampled_from(["en", "es", "de", "fr", "hi", "ar", "zh_Hans", "sw"]))
def test_a_number_as_cldr_writes_it_is_that_number(value: Decimal, name: str) -> None:
    locale = Locale.parse(name)

    assert numbers_in(f"x {locale.number(value)} x", locale)[0] == Counter([value.normalize()])


# --- placeholders -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("translation", ["Página {page} de {pages}", "{pages} páginas, esta es la {page}"])
def test_placeholders_may_change_places(translation: str) -> None:
    assert checked("Page {page} of {pages}", translation) == []


@pytest.mark.parametrize(
    "translation",
    ["Página {page}", "Página {page} de {pages} {page}", "Página {página} de {pages}", "Página { page } de {pages}"],
)
def test_placeholders_are_not_lost_added_or_translated(translation: str) -> None:
    assert checked("Page {page} of {pages}", translation) == ["placeholders-differ"]


# --- markup -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Do *not* eat", "*No* coma"),
        ("a **b** [c](https://a.org) *d*", "*d* [c](https://a.org) **b** a"),
        ("plain", "llano"),
        (r"2 \* 3", r"2 \* 3"),
    ],
)
def test_the_same_markup_in_any_order_is_fine(source: str, translation: str) -> None:
    assert checked(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Do *not* eat", "No coma"),
        ("Do not eat", "*No* coma"),
        ("Do *not* eat", "**No** coma"),
    ],
)
def test_markup_that_was_lost_or_changed_is_an_error(source: str, translation: str) -> None:
    assert checked(source, translation) == ["markup-differs"]


def test_markup_that_is_not_allowed_is_an_error() -> None:
    assert "markup-not-allowed" in checked("Knee", "<script>x</script>")
    assert "control-character" in checked("Knee", "Rod\u202eilla")
    assert "link-scheme" in checked("[Knee](https://a.org)", "[Rodilla](javascript:x)")


# --- which messages ---------------------------------------------------------------------------------------------


def test_messages_that_are_not_printed_are_not_checked() -> None:
    report = Report()
    catalog = a_catalog(a_message("5 days", ""), a_message("5 days", "6 días", unit="other", fuzzy=True))

    check_messages(catalog, EN, Glossary(), {}, report)

    assert not list(report)


def test_a_number_in_two_steps_is_one_number() -> None:
    assert checked("619 million people", "6억 1,900만 명", "ko") == []
    assert checked("619 million people", "6억 1,800만 명", "ko") == ["numbers-differ"]
    assert checked("2 of 3 million", "300만 중 2", "ko") == []


def test_a_translators_comment_lets_a_finding_stand():
    message = replace(a_message("Wait 6 hours.", "Espere seis horas."), allowed=frozenset({"numbers-differ"}))
    report = Report()

    check_messages(a_catalog(message), EN, Glossary(), {}, report)

    assert not list(report)


def test_a_comment_for_one_check_lets_no_other_finding_stand():
    message = replace(a_message("Wait **6** hours.", "Espere seis horas."), allowed=frozenset({"numbers-differ"}))
    report = Report()

    check_messages(a_catalog(message), EN, Glossary(), {}, report)

    assert codes(report) == ["markup-differs"]
