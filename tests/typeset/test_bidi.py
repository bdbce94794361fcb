"""The Unicode Bidirectional Algorithm, rule by rule. Capitals stand for Hebrew letters, as in UAX #9 itself."""

import bidi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.typeset.bidi import (
    FSI,
    LRI,
    MAX_DEPTH,
    PDI,
    RLI,
    base_level,
    levels,
    line_levels,
    visual_order,
)

ALEF = "\u0627"  # a letter of Arabic (AL): numbers behind it are not those behind Hebrew (R)
MARK = "\u0301"
RLE, PDF, RLO = "\u202b", "\u202c", "\u202e"
HEBREW = {ord("A") + index: chr(0x5D0 + index) for index in range(26)}
LATIN = {hebrew: capital for capital, hebrew in HEBREW.items()}

LEVELS = [
    # plain paragraphs
    ("car means CAR.", 0, "00000000001110"),
    ("CAR MEANS car.", 1, "11111111112221"),
    ("", 1, ""),
    ("12", 1, "22"),
    # W1: a mark is what it stands on
    (f"A{MARK}b", 0, "110"),
    # W2, W4: after Hebrew a dose stays together, after Arabic the minus parts it and the comma does not
    ("A 12-34", 1, "1122222"),
    (f"{ALEF} 12-34", 1, "1122122"),
    (f"{ALEF} 12,34", 1, "1122222"),
    ("A 1,,2", 1, "112112"),
    # W5, W6: a sign of money or percent belongs to a European number
    ("A $10%", 1, "112222"),
    (f"{ALEF} $10%", 1, "111221"),
    # W7: a number after Latin letters is Latin
    ("a 12 B", 1, "222211"),
    # N0: a pair of brackets goes with what it holds, or with what is before it
    ("car (CAR) end", 0, "0000011100000"),
    ("a(B)c", 1, "21112"),
    ("a(b)C", 1, "22221"),
    ("A(b)c", 1, "11212"),
    ("A(b[C]d)e", 0, "100010000"),
    (f"a(b){MARK}C", 1, "222221"),
    ("a)b(C", 1, "22211"),
    # N1, N2: between two of a kind, and between two that differ
    ("A - B", 0, "11111"),
    ("A - b", 0, "10000"),
    ("A - b", 1, "11112"),
    # L1: white space at the end, and separators anywhere, are the paragraph's own
    ("AB  ", 0, "1100"),
    ("ab  ", 1, "2211"),
    ("A\tB", 0, "101"),
    ("A \tB", 0, "1001"),
    # isolates
    (f"x {RLI}car MEANS CAR{PDI}.", 0, "00022211111111110" + "0"),
    (f"A {LRI}0.5-1.5 cm{PDI} B", 1, "111222222222" + "2111"),
    (f"{FSI}AB{PDI}", 0, "0110"),
    (f"{FSI}ab{PDI}A", 1, "12211"),
    (f"a{RLI}B", 0, "001"),
    (f"a{PDI}B", 0, "001"),
    (f"A{LRI}b{PDI}C", 0, "11211"),
    # embeddings and overrides: a control is shown nowhere and takes the level before it
    (f"a{RLE}bC{PDF}d", 0, "002110"),
    (f"a{RLO}bc{PDF}d", 0, "001110"),
]


@pytest.mark.parametrize(("text", "base", "expected"), LEVELS)
def test_levels(text, base, expected):
    assert "".join(map(str, levels(text.translate(HEBREW), base))) == expected


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("abc", 0),
        ("ABC", 1),
        ("12 A", 1),
        ("12", 0),
        ("", 0),
        (f"{RLI}AB{PDI} a", 0),
        (f"{LRI}ab{PDI} A", 1),
        (ALEF, 1),
    ],
)
def test_the_first_strong_character_outside_isolates_gives_the_paragraph_its_level(text, level):
    assert base_level(text.translate(HEBREW)) == level


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ([], []),
        ([0, 0, 1, 1, 0], [0, 1, 3, 2, 4]),
        ([1, 1, 1], [2, 1, 0]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([2, 2], [0, 1]),
        ([0, 1, 2, 2, 1, 0], [0, 4, 2, 3, 1, 5]),
        ([1, 2, 3, 2, 1], [4, 1, 2, 3, 0]),
        ([1, 2, 4, 3, 2, 1], [5, 1, 3, 2, 4, 0]),
    ],
)
def test_visual_order_turns_the_deepest_first(line, order):
    assert visual_order(line) == order


def test_white_space_at_a_lines_end_returns_to_the_paragraphs_level():
    text = "AB CD".translate(HEBREW)
    whole = levels(text, 0)

    assert whole == [1, 1, 1, 1, 1]
    assert line_levels(text, whole, 0, 3, 0) == [1, 1, 0]
    assert line_levels(text, whole, 3, 5, 0) == [1, 1]


def test_a_dose_in_isolates_keeps_its_order_in_an_arabic_line():
    loose, isolated = f"{ALEF} 0.5-1.5 cm", f"{ALEF} {LRI}0.5-1.5 cm{PDI}"

    assert shown(loose, 1) == f"cm 1.5-0.5 {ALEF}"
    assert shown(isolated, 1) == f"0.5-1.5 cm {ALEF}"


def test_embeddings_nest_as_deep_as_the_standard_says_and_no_deeper():
    assert max(levels(RLE * 300 + "a", 0)) == MAX_DEPTH + 1
    assert max(levels(RLI * 300 + "a", 0)) == MAX_DEPTH + 1


words = st.text(
    alphabet="ab AB\u05d2\u0627\u0628\u0661\u066212.,:;-+$%/()[]{}<>!?\u0301\u064b\u3008\u300b\u00a0\u4e2d",
    max_size=24,
)


def test_a_tab_parts_a_line_as_the_standard_says():
    # UAX #9, L1; python-bidi's Python says so too, its Rust forgets it before a number.
    assert shown("A\t1", 1) == "1\tA"
    assert shown("A\tB", 1) == "B\tA"


@given(words, st.sampled_from("LR"))
def test_unicode_bidi_of_rust_shows_the_same(text, base):
    assert shown(text, int(base == "R")) == bidi.get_display(text, base_dir=base)


@given(st.text(max_size=30), st.sampled_from((0, 1)))
def test_every_character_of_any_text_is_shown_once(text, base):
    found = levels(text, base)

    assert len(found) == len(text)
    assert all(base <= level <= MAX_DEPTH + 1 for level in found)
    assert sorted(visual_order(found)) == list(range(len(text)))


def shown(text: str, base: int) -> str:
    """Return the text as a line shows it, without controls."""
    found = levels(text, base)
    return "".join(text[index] for index in visual_order(found) if text[index] not in {LRI, RLI, FSI, PDI})
