"""Right-to-left words: what is set apart in them without anybody's doing."""

import pytest

from ecmiss_publish.markup.apart import set_apart
from ecmiss_publish.model.inline import Foreign, Isolate, Run, plain


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("بعد 1–2 يوم", ["1–2"]),
        ("0.5–1.5 cm أو 5-20", ["0.5–1.5 cm", "5-20"]),
        ("١٫٥–٢ سم", ["١٫٥–٢"]),
        ("نحو 10 – 20 %", ["10 – 20 %"]),
        ("هاتف +1 555-01-23", ["555-01-23"]),
        ("بعد 30 دقيقة", []),
        ("انزلاق L4-L5 القطني", ["L4-L5"]),
        ("أنظمة Joimax® للتنظير", ["Joimax®"]),
        ("جمعية North American Spine Society هنا", ["North American Spine Society"]),
        ("صفحة {page} من {pages}", []),
        ("", []),
    ],
)
def test_number_ranges_and_latin_names_are_set_apart(words: str, apart: list[str]) -> None:
    inlines = set_apart(words, rtl=True)

    assert [plain(one.inlines) for one in inlines if isinstance(one, Isolate)] == apart
    assert plain(inlines) == words


def test_words_of_one_direction_stay_one_run() -> None:
    assert set_apart("بعد يوم", rtl=True) == (Run("بعد يوم"),)


def test_a_latin_name_in_text_of_another_script_says_its_language():
    assert set_apart("请问ECMISS多少钱？", rtl=False, names="en") == (
        Run("请问"),
        Foreign((Run("ECMISS"),), "en"),
        Run("多少钱？"),
    )
    assert set_apart("عبر ECMISS", rtl=True, names="en") == (Run("عبر "), Isolate((Foreign((Run("ECMISS"),), "en"),)))


def test_numbers_belong_to_the_language_around_them():
    assert set_apart("恢复需要1–3周", rtl=False, names="en") == (Run("恢复需要1–3周"),)
