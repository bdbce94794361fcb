"""Right-to-left words: what is set apart in them without anybody's doing."""

import pytest

from ecmiss_publish.markup.isolate import isolate
from ecmiss_publish.model.inline import Isolate, Run, plain


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
    inlines = isolate(words)

    assert [plain(one.inlines) for one in inlines if isinstance(one, Isolate)] == apart
    assert plain(inlines) == words


def test_words_of_one_direction_stay_one_run() -> None:
    assert isolate("بعد يوم") == (Run("بعد يوم"),)
