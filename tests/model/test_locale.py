"""A locale's numbers and units, as CLDR has them."""

import datetime
from decimal import Decimal

import pytest

from ecmiss_publish.model.locale import Locale, language_of


@pytest.mark.parametrize("value", ["12", "12.0", "1.2E+1"])
def test_the_form_of_a_unit_is_that_of_the_number_that_is_shown(value):
    low = Decimal("12")

    assert Locale.parse("pl").measurement(low, Decimal(value), "week") == ("", "12", " tygodni")


def test_a_fraction_has_the_form_of_a_fraction():
    assert Locale.parse("pl").measurement(Decimal("0.5"), Decimal("0.5"), "week") == ("", "0,5", " tygodnia")


@pytest.mark.parametrize(
    ("tag", "number", "date"),
    [
        ("bn", "১,২৩৪.৫", "২২ নভেম্বর, ২০২৬"),
        ("fa", "۱٬۲۳۴٫۵", "۲۲ نوامبر ۲۰۲۶"),
        ("ar", "1,234.5", "22 نوفمبر 2026"),
        ("hi", "1,234.5", "22 नवंबर 2026"),
    ],
)
def test_digits_are_those_of_the_locales_readers(tag, number, date):
    locale = Locale.parse(tag)

    assert locale.number(Decimal("1234.5")) == number
    assert locale.date(datetime.date(2026, 11, 22)) == date


@pytest.mark.parametrize(
    ("name", "written"),
    [("en", "1–2"), ("ar", "1–2"), ("bn", "১–২"), ("ko", "1~2"), ("zh_Hans", "1～2"), ("ja", "1～2")],
)
def test_a_range_has_the_mark_of_its_language(name: str, written: str) -> None:
    assert Locale.parse(name).number_range(Decimal(1), Decimal(2)) == written


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de", "de"), ("PT-br", "pt"), ("zh_CN", "zh"), ("sr@latin", "sr"), ("nb", "no")],
)
def test_a_language_has_one_name_however_a_tag_is_spelt(tag, language):
    assert language_of(tag) == language
