"""Lines: nothing is lost, nothing sticks out, and nothing is torn apart that a reader sees as one."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from ecmiss_publish.model.inline import Emphasis, Isolate, LineBreak, Run, Strong, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.typeset.breaks import line_breaks
from ecmiss_publish.typeset.fonts import BOLD, font_stack
from ecmiss_publish.typeset.labels import label_lines
from ecmiss_publish.typeset.spans import spans
from ecmiss_publish.typeset.wrap import Line, Setting, set_text

EM = 1000
PROSE = {
    "en": "Endoscopic surgery of the spine, done through a cut of 8 mm, spares the muscles of the back (and time).",
    "de": "Die endoskopische Wirbelsäulenoperation schont die Rückenmuskulatur und verkürzt den Krankenhausaufenthalt.",
    "ar": "جراحة العمود الفقري بالمنظار ECMISS تحافظ على عضلات الظهر، ويبلغ طول الشق 0.8 cm فقط (تقريبًا).",
    "he": "ניתוח עמוד שדרה אנדוסקופי ECMISS שומר על שרירי הגב, והחתך הוא 8 mm בלבד (בערך).",
    "hi": "रीढ़ की एंडोस्कोपिक सर्जरी पीठ की मांसपेशियों को बचाती है और अस्पताल में रुकने का समय घटाती है।",
    "th": "การผ่าตัดกระดูกสันหลังผ่านกล้องช่วยรักษากล้ามเนื้อหลังและทำให้ผู้ป่วยฟื้นตัวได้เร็วขึ้น",
    "zh-Hans": "脊柱内镜手术通过约8毫米的切口进行，可保护背部肌肉，并缩短住院时间（通常为1至2天）。",
    "km": "ការវះកាត់ឆ្អឹងខ្នងតាមរយៈកាមេរ៉ាជួយការពារសាច់ដុំខ្នង",
}
# Too narrow for its words: every line is broken in need.
NARROW = 2.6 * EM


def setting_of(words: str | Text, lang: str = "en") -> Setting:
    text = plain_text(words, lang) if isinstance(words, str) else words
    locale = Locale.of_tag(text.lang)
    return set_text(spans(text), text.lang, locale.direction, font_stack(locale.script, {}))


def shown(setting: Setting, width: float) -> list[str]:
    return [setting.text[line.start : line.end] for line in setting.lines(width)]


def drawn_width(setting: Setting, line: Line, width: float) -> float:
    """Return the width of what is seen of a line."""
    segments = setting.segments(line, width)
    wide = sum(segment.width for segment in segments)
    for segment in reversed(segments):
        for cluster in reversed(segment.clusters):
            if not setting.text[cluster.start : cluster.end].isspace():
                return wide
            wide -= cluster.advance
    return wide


@pytest.mark.parametrize("width", [6 * EM, 9.3 * EM, 20 * EM, 200 * EM])
@pytest.mark.parametrize("lang", PROSE)
def test_no_line_is_wider_than_its_column(lang, width):
    setting = setting_of(PROSE[lang], lang)
    for line in setting.lines(width):
        assert drawn_width(setting, line, width) <= width + 1e-6, setting.text[line.start : line.end]


@pytest.mark.parametrize("width", [1, NARROW, 6 * EM, 20 * EM, 1e9])
@pytest.mark.parametrize("lang", PROSE)
def test_the_lines_joined_are_the_text(lang, width):
    setting = setting_of(PROSE[lang], lang)
    lines = setting.lines(width)

    assert "".join(shown(setting, width)) == PROSE[lang]
    assert lines[0].start == 0
    assert all(before.end == after.start for before, after in itertools.pairwise(lines))


@pytest.mark.parametrize("width", [1, NARROW, 4 * EM, 7 * EM])
@pytest.mark.parametrize("lang", PROSE)
def test_what_a_reader_takes_for_one_character_is_on_one_line(lang, width):
    setting = setting_of(PROSE[lang], lang)
    whole = {end for _, end in CharacterBreaker(PROSE[lang], lang).segments()}
    for line in setting.lines(width):
        assert line.end in whole, setting.text[line.start : line.end]


@pytest.mark.parametrize("lang", PROSE)
def test_a_line_has_the_clusters_of_its_characters_and_no_others(lang):
    setting = setting_of(PROSE[lang], lang)
    for line in setting.lines(7 * EM):
        clusters = [cluster for segment in setting.segments(line, 7 * EM) for cluster in segment.clusters]
        words = setting.text[line.start : line.end]
        assert "".join(setting.text[cluster.start : cluster.end] for cluster in clusters) == words


def test_chinese_closes_no_line_with_an_opening_and_opens_none_with_a_stop():
    for line in shown(setting_of(PROSE["zh-Hans"], "zh-Hans"), 6 * EM):
        assert line[0] not in "，。）"
        assert line[-1] not in "（"


def test_thai_is_broken_between_words():
    assert "กล้าม" not in [line[-5:] for line in shown(setting_of(PROSE["th"], "th"), 9 * EM)]
    assert {len(PROSE["th"])} < set(line_breaks(PROSE["th"], "th"))


def test_a_german_word_that_fits_no_line_is_hyphenated():
    setting = setting_of("Die Wirbelsäulenoperation", "de")
    lines = setting.lines(7 * EM)

    assert [setting.text[line.start : line.end] for line in lines] == ["Die ", "Wirbelsäulen", "operation"]
    assert [line.hyphen for line in lines] == [False, True, False]
    assert [segment.hyphen for segment in setting.segments(lines[1], 7 * EM)] == [True]
    assert all(setting.natural_width(line) <= 7 * EM for line in lines)


def test_a_word_that_fits_a_line_is_not_hyphenated():
    setting = setting_of("Die Wirbelsäulenoperation", "de")

    assert not any(line.hyphen for line in setting.lines(13 * EM))


@pytest.mark.parametrize("words", ["Wort1234567890123456789", "https://example.org/guidelines/spine"])
def test_what_is_not_a_word_is_broken_without_a_hyphen(words):
    setting = setting_of(words, "de")
    lines = setting.lines(6 * EM)

    assert len(lines) > 1
    assert not any(line.hyphen for line in lines)
    assert all(setting.natural_width(line) <= 6 * EM for line in lines)


def test_a_no_break_space_keeps_number_and_unit_together():
    assert shown(setting_of("about 8\u00a0mm"), 3.6 * EM) == ["about ", "8\u00a0mm"]


@pytest.mark.parametrize(("text", "lang"), [("1–2", "de"), ("0.5～1.5", "ja"), ("\u20660.5–1.5\u2069 ס״מ", "he")])
def test_the_ends_of_a_range_and_its_unit_stay_together(text, lang):
    assert line_breaks(text, lang) == [len(text)]


def test_a_line_break_of_the_text_ends_a_line_and_takes_no_room():
    setting = setting_of(Text((Run("one"), LineBreak(), Run("two")), "en"))
    first, second = setting.lines(1e9)

    assert shown(setting, 1e9) == ["one\u2028", "two"]
    assert setting.natural_width(first) == pytest.approx(setting_of("one").width)
    assert (first.end, second.start) == (4, 4)


def test_white_space_hangs_over_the_edge():
    setting = setting_of("word next")
    width = setting_of("word").width

    assert shown(setting, width + 1) == ["word ", "next"]


def test_the_space_at_a_lines_end_is_drawn_past_the_edge():
    for words, lang in (("a word", "en"), ("ניתוח גב", "he")):
        setting = setting_of(words, lang)
        width = setting.narrowest() + 1
        first, _ = setting.lines(width)
        (segment,) = setting.segments(first, width)
        assert setting.text[segment.clusters[-1].start] == " "
        assert (segment.x < 0) == (lang == "he")


def test_the_space_after_a_phrase_that_runs_the_other_way_is_at_the_lines_end():
    setting = setting_of("see שלום ok")
    width = setting_of("see שלום").width + 1
    first, _ = setting.lines(width)
    placed = sorted(setting.segments(first, width), key=lambda segment: segment.x)

    assert ["".join(setting.text[c.start : c.end] for c in segment.clusters) for segment in placed] == [
        "see ",
        "שלום",
        " ",
    ]


TITLE = "Endoscopic and minimally invasive spine surgery"


def test_a_short_text_is_not_left_with_a_lone_word():
    setting = setting_of(TITLE)
    width = setting.width - 1  # all but its last letter

    assert shown(setting, width) == ["Endoscopic and minimally invasive spine ", "surgery"]
    lines = setting.even_lines(width)
    assert [setting.text[line.start : line.end] for line in lines] == [
        "Endoscopic and minimally invasive ",
        "spine surgery",
    ]


@pytest.mark.parametrize("lang", PROSE)
def test_even_lines_are_as_many_and_lose_nothing(lang):
    setting = setting_of(PROSE[lang], lang)
    for width in range(5000, 60_000, 700):
        lines = setting.even_lines(width)
        assert len(lines) == len(setting.lines(width))
        assert "".join(setting.text[line.start : line.end] for line in lines) == setting.text
        assert all(drawn_width(setting, line, width) <= width + 1e-6 for line in lines)
        assert [line.hyphen for line in lines] == [line.hyphen for line in setting.lines(width)]


def test_no_words_make_one_empty_line():
    setting = setting_of("")

    assert setting.lines(100) == (Line(0, 0),)
    assert setting.segments(Line(0, 0), 100) == ()
    assert (setting.width, setting.narrowest()) == (0.0, 0.0)


def test_the_narrowest_column_is_the_longest_word():
    setting = setting_of("a longest word")

    assert setting.narrowest() == pytest.approx(setting_of("longest").width)


@pytest.mark.parametrize("lang", PROSE)
def test_balanced_lines_are_as_few_none_too_wide_and_all_more_even(lang):
    setting = setting_of(PROSE[lang], lang)
    for width in (12 * EM, 16 * EM, 22 * EM):
        plain, even = setting.lines(width), setting.balanced(width)
        spread = [[setting.natural_width(line) for line in lines] for lines in (plain, even)]
        assert len(even) == len(plain)
        assert "".join(setting.text[line.start : line.end] for line in even) == setting.text
        assert max(spread[1]) <= width + 1e-6
        assert sum(wide**2 for wide in spread[1]) <= sum(wide**2 for wide in spread[0]) + 1e-6


def test_a_balanced_title_ends_in_no_word_alone():
    setting = setting_of("Endoscopic and minimally invasive surgery of the spine")
    width = setting_of("Endoscopic and minimally invasive surgery of the").width

    assert shown(setting, width)[-1] == "spine"
    *_, last = setting.balanced(width)
    assert setting.text[last.start : last.end] == "invasive surgery of the spine"


def test_what_is_broken_in_need_is_not_balanced():
    setting = setting_of("Die Wirbelsäulenoperation", "de")

    assert setting.balanced(7 * EM) == setting.lines(7 * EM)


def test_lines_start_at_their_own_edge():
    for lang, edge in (("en", 0.0), ("ar", 20 * EM)):
        setting = setting_of(PROSE[lang][:10], lang)
        (line,) = setting.lines(20 * EM)
        segments = setting.segments(line, 20 * EM)
        ends = [segment.x + segment.width if edge else segment.x for segment in segments]
        assert (max(ends) if edge else min(ends)) == pytest.approx(edge)


def test_segments_stand_side_by_side():
    setting = setting_of(PROSE["ar"], "ar")
    for line in setting.lines(12 * EM):
        placed = sorted(setting.segments(line, 12 * EM), key=lambda segment: segment.x)
        for left, right in itertools.pairwise(placed):
            assert left.x + left.width == pytest.approx(right.x)


def test_breaks_are_counted_in_characters_beyond_the_basic_plane_too():
    assert line_breaks("𝒂 b 𝒄 d", "en") == [2, 4, 6, 7]


@given(
    st.text(alphabet="ab Ä-\u00a0\u200b\n,.)(/مرحبا \u064bאב中文。กี่กำ\u0301\U0001d482ि", max_size=40),
    st.floats(1, 12 * EM),
)
def test_any_text_is_covered_by_its_lines(words, width):
    setting = setting_of(words)
    lines = setting.lines(width)

    assert "".join(setting.text[line.start : line.end] for line in lines) == words
    assert all(line.start < line.end for line in lines) or not words
    for line in lines:
        assert len(setting.segments(line, width)) <= len(words)


# --- spans and labels ---


def test_stress_is_shown_by_slope_or_by_weight():
    text = Text((Run("a"), Emphasis((Run("b"),)), Strong((Run("c"),))), "en")

    assert [(span.weight, span.slope) for span in spans(text, slope=True)] == [(400, False), (400, True), (BOLD, False)]
    assert [(span.weight, span.slope) for span in spans(text)] == [(400, False), (BOLD, False), (BOLD, False)]


def test_an_isolate_becomes_the_characters_of_the_standard():
    text = Text((Run("x"), Isolate((Run("1-2"),))), "ar")

    assert [span.text for span in spans(text)] == ["x", "\u2066", "1-2", "\u2069"]
    assert all(span.lang == "ar" for span in spans(text))


def test_a_label_is_broken_at_its_room():
    text = plain_text("Muscles of the back", "en")

    assert label_lines(text, 10, 60, False, {}) == ("Muscles of", "the back")
    assert label_lines(text, 10, 600, False, {}) == ("Muscles of the back",)
    assert len(label_lines(text, 20, 60, False, {})) > 2


def test_a_strong_label_needs_more_room():
    text = plain_text("Muscles of the back", "en")
    room = setting_of("Muscles of the back").width / 100 + 0.5

    assert len(label_lines(text, 10, room, False, {})) == 1
    assert len(label_lines(text, 10, room, True, {})) == 2


def test_a_label_in_arabic_loses_no_character():
    assert "".join(label_lines(plain_text(PROSE["ar"], "ar"), 10, 80, False, {})).replace(" ", "") == "".join(
        char for char in PROSE["ar"] if unicodedata.category(char) != "Zs"
    )


def test_a_number_parts_from_its_unit_before_the_unit_is_broken():
    setting = setting_of("6–12 semanas", "es")
    narrow = setting.narrowest() * 0.7

    assert shown(setting, narrow) == ["6–12 ", "semanas"]


def test_korean_words_are_broken_at_spaces_and_elsewhere_only_in_need():
    words = "최소침습 척추 수술"

    assert line_breaks(words, "ko") == [5, 8, 10]
    assert "".join(shown(setting_of(words, "ko"), 2500)) == words
