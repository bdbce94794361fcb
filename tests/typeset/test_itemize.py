"""Characters find their font, script and direction, and keep together where they must."""

import pytest

from ecmiss_publish.typeset.bidi import LRI, PDI, levels
from ecmiss_publish.typeset.fonts import BOLD, font_stack
from ecmiss_publish.typeset.itemize import Item, itemize, script_of
from ecmiss_publish.typeset.spans import Span


def items_of(*words: str | Span, script: str = "Latn", base: int = 0, missing: set[str] | None = None) -> list[Item]:
    spans = [word if isinstance(word, Span) else Span(word, "en") for word in words]
    text = "".join(span.text for span in spans)
    owners = [span for span in spans for _ in span.text]
    lost: set[str] = set() if missing is None else missing
    return itemize(text, owners, levels(text, base), font_stack(script, {}), lost)


def families(items: list[Item]) -> list[tuple[int, int, str]]:
    return [(item.start, item.end, item.font.file.family) for item in items]


def test_latin_words_in_arabic_text_take_a_latin_font():
    items = items_of("جراحة ECMISS للظهر", script="Arab", base=1)

    assert families(items) == [
        (0, 6, "Noto Sans Arabic"),
        (6, 12, "Noto Sans"),
        (12, 13, "Noto Sans"),  # the space, of the script before it and of the line's direction
        (13, 18, "Noto Sans Arabic"),
    ]
    assert [item.script for item in items] == ["Arab", "Latn", "Latn", "Arab"]
    assert [item.level for item in items] == [1, 2, 1, 1]


@pytest.mark.parametrize(
    ("words", "script"),
    [
        ("บ้านนี้ไม่มี", "Thai"),
        ("कर्मियों", "Deva"),
        ("क्\u200dष", "Deva"),
        ("می\u200cخواهم", "Arab"),
        ("مُحَمَّد", "Arab"),
        ("e\u0301le\u0300ve", "Latn"),
        ("x\u20d7", "Latn"),
    ],
)
def test_marks_and_joiners_stay_in_the_item_of_their_base(words, script):
    base = int(script == "Arab")

    assert [(item.start, item.end) for item in items_of(words, script=script, base=base)] == [(0, len(words))]


def test_an_items_characters_have_one_owner_each():
    items = items_of("bold", Span(" and ", "en", BOLD), "plain")

    assert [(item.start, item.end, item.font.weight) for item in items] == [(0, 4, 400), (4, 9, 700), (9, 14, 400)]


def test_a_sloped_span_takes_the_italic_of_its_family():
    (item,) = items_of(Span("stress", "en", slope=True))

    assert item.font.file.name == "NotoSans-Italic[wght].ttf"


def test_a_script_that_the_stack_lacks_is_found_among_all_fonts():
    missing: set[str] = set()

    assert families(items_of("ไทย", missing=missing)) == [(0, 3, "Noto Sans Thai")]
    assert not missing


def test_a_character_that_no_font_has_is_reported_and_a_control_is_not():
    missing: set[str] = set()
    items_of(f"a\U00013000b{LRI}c{PDI}\u2028\u200d", missing=missing)

    assert missing == {"\U00013000"}


def test_items_cover_the_text_without_gap():
    text = "Ärzte 医生 الطبيب (1,5 cm) แพทย์"
    items = items_of(text)

    assert "".join(text[item.start : item.end] for item in items) == text


@pytest.mark.parametrize(("char", "script"), [("a", "Latn"), ("ا", "Arab"), ("中", "Hani"), ("1", None), (" ", None)])
def test_script_of(char, script):
    assert script_of(char) == script
