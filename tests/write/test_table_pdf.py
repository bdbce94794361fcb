"""Columns of a table: as wide as their words need, and together as wide as the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.typeset.labels import set_label
from ecmiss_publish.write.pdf.draw import Inks
from ecmiss_publish.write.pdf.flowables import TextBlock, TextStyle
from ecmiss_publish.write.pdf.table import CellBox, TableBlock

PADDING, SIZE = 6.0, 10.0
BLACK = (0.0, 0.0, 0.0)


def a_table(*words: str) -> TableBlock:
    """Return a table with a row of words below an empty head."""

    def cell(word: str) -> CellBox:
        setting = set_label(plain_text(word, "de"), False, {})
        return CellBox(TextBlock(setting, TextStyle(SIZE, 14), Inks(BLACK, BLACK, None, "de")))

    head, row = ([cell(word) for word in line] for line in ([""] * len(words), words))
    return TableBlock(head, [row], direction="ltr", rule=BLACK, strong_rule=BLACK, padding=PADDING)


def columns(width: float, *words: str) -> list[float]:
    table = a_table(*words)
    table.wrap(width)
    return table._widths


def broken(width: float, *words: str) -> list[str]:
    """Return the words that take more than one line."""
    table = a_table(*words)
    table.wrap(width)
    return [word for word, cell in zip(words, table.rows[0], strict=True) if cell.text.height > 14]


def wide(word: str) -> float:
    return a_table(word).rows[0][0].text.narrowest()


def test_columns_are_equal_where_words_have_room():
    assert columns(300, "a", "longer", "b") == [100, 100, 100]


def test_a_long_word_has_room_from_its_neighbours():
    assert broken(190, "Schmerzmittelverbrauch", "kurz", "kurz") == []


def test_cells_give_room_at_their_sides_before_a_word_is_broken():
    words = ("Schmerzmittel", "Wochen", "Operation")
    least = sum(map(wide, words))

    assert broken(least + 6 * PADDING - 10, *words) == []
    assert broken(least + 3 * PADDING + 1, *words) == []


def test_where_that_is_too_little_the_first_stands_above_the_others_unbroken():
    words = ("Schmerzmittelverbrauch", "Wochen", "Operation")
    width = sum(map(wide, words)) + 3 * PADDING - 20

    assert columns(width, *words) == pytest.approx([width / 2] * 2)
    assert broken(width, *words) == []


def test_where_there_are_two_columns_the_longest_words_alone_are_broken():
    words = ("Schmerzmittelverbrauch", "Wochen")

    assert broken(sum(map(wide, words)) + 2 * PADDING - 20, *words) == [words[0]]


@given(
    st.lists(st.sampled_from(["a", "Wochen", "Operation", "Schmerzmittelverbrauch"]), min_size=1, max_size=4),
    st.floats(120, 600),
)
def test_columns_are_together_as_wide_as_the_table(words, width):
    assert sum(columns(width, *words)) == pytest.approx(width)
