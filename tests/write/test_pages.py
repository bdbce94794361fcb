"""Pages: nothing is left alone on one, and of several ways to fill them the best is taken."""

from dataclasses import dataclass
from typing import Any

import pytest

from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.scene import Label, Scene
from ecmiss_publish.typeset.fonts import font_stack
from ecmiss_publish.typeset.spans import Span
from ecmiss_publish.typeset.wrap import set_text
from ecmiss_publish.write.pdf.boxes import Box, BoxStyle, Row
from ecmiss_publish.write.pdf.draw import Inks
from ecmiss_publish.write.pdf.flowables import Flowable, PageEnd, TextBlock, TextStyle
from ecmiss_publish.write.pdf.pages import cost
from ecmiss_publish.write.pdf.picture import Picture
from ecmiss_publish.write.pdf.scene import SceneDrawing
from ecmiss_publish.write.pdf.spacing import best_pages
from ecmiss_publish.write.pdf.table import CellBox, TableBlock
from ecmiss_publish.write.pdf.tags import Element
from ecmiss_publish.write.theme import Theme, load_theme
from tests.write.pdf_documents import FILES

THEME = load_theme(FILES, Report())
A4 = THEME.pages["a4"]
TALL = A4.height - A4.margin - A4.foot  # of the text area
WIDE = A4.width - 2 * A4.margin


class Thing(Flowable):
    """Something of a height that is never split."""

    def __init__(self, height: float, *, keep_next: bool = False) -> None:
        self.height, self.keep_next = height, keep_next


def box(*things: Flowable, together: bool = False) -> Box:
    return Box(things, BoxStyle(direction="ltr", together=together))


def heights(parts: list[Flowable]) -> list[list[float]]:
    return [[thing.height for thing in part.content] for part in parts if isinstance(part, Box)]


def page_cost(*story: Flowable, white: float = 0.3) -> float:
    return cost(story, A4, white)


# --- in company -------------------------------------------------------------------------------------------------


def test_a_panel_leaves_no_single_thing_on_the_next_page():
    panel = box(*(Thing(10) for _ in range(5)))

    assert heights(panel.split(WIDE, 45)) == [[10] * 3, [10] * 2]
    assert heights(panel.split(WIDE, 35)) == [[10] * 3, [10] * 2]


def test_a_panel_begins_with_no_single_thing():
    assert box(*(Thing(10) for _ in range(5))).split(WIDE, 15) == []


def test_what_holds_on_to_its_successor_is_one_thing_with_it():
    panel = box(Thing(10), Thing(10), Thing(10), Thing(5, keep_next=True), Thing(30))

    assert heights(panel.split(WIDE, 40)) == [[10, 10], [10, 5, 30]]


def test_in_need_a_panel_is_split_anywhere():
    assert heights(box(*(Thing(10) for _ in range(3))).split(WIDE, 15, need=True)) == [[10], [10, 10]]


def test_of_stacked_cards_none_is_left_alone_but_in_need():
    row = Row(
        [box(Thing(10)) for _ in range(4)], shares=(1, 1), direction="ltr", gap=0, least=WIDE, after=0
    )  # too narrow for two beside each other

    assert [len(part.boxes) for part in row.split(WIDE, 25) if isinstance(part, Row)] == [2, 2]
    assert row.split(WIDE, 35) == []
    assert [len(part.boxes) for part in row.split(WIDE, 35, need=True) if isinstance(part, Row)] == [3, 1]


def test_the_rest_of_a_panel_begins_a_page_though_there_is_room_for_a_part_of_it():
    panel = box(Thing(100), Thing(100), Thing(TALL - 350), Thing(100), Thing(TALL - 100))

    assert page_cost(panel) >= 2
    assert [len(part) for part in heights(panel.split(WIDE, TALL))] == [3, 2]


def table(*langs: str) -> TableBlock:
    """Return a table with a row in each language, and a head in the first."""

    def cell(lang: str) -> CellBox:
        setting = set_text((Span("word", lang),), lang, "ltr", font_stack("Latn", {}))
        return CellBox(TextBlock(setting, TextStyle(10, 10), Inks((0, 0, 0), (0, 0, 0), None, lang)))

    rows = [[cell(lang)] for lang in (langs[0], *langs)]
    return TableBlock(rows[0], rows[1:], direction="ltr", rule=(0, 0, 0), strong_rule=(0, 0, 0), padding=0)


def rows_of(parts: list[Flowable]) -> list[int]:
    return [len(part.rows) for part in parts if isinstance(part, TableBlock)]


def test_no_row_of_a_table_is_alone_but_in_need():
    assert rows_of(table(*["en"] * 5).split(WIDE, 55)) == [3, 2]
    assert rows_of(table(*["en"] * 5).split(WIDE, 25)) == []
    assert rows_of(table(*["en"] * 5).split(WIDE, 25, need=True)) == [1, 4]


def test_the_same_row_in_two_languages_stands_on_one_page():
    assert rows_of(table("ar", "en", "ar", "en", "ar", "en").split(WIDE, 45)) == [2, 4]


# --- pictures ---------------------------------------------------------------------------------------------------


def picture(size: float = 12.0) -> Picture:
    label = Label(text=plain_text("Label", "en"), x=0, y=20, anchor="start", room=100, size=12)
    scene = Scene(name="scene", width=WIDE, height=TALL - 100, shapes=(), labels=(label,))
    drawing = SceneDrawing(scene, THEME, "en", "ltr")
    return Picture((drawing,), Element("Figure"), least=size, most=12, wide=WIDE, keep_next=True, after=0)


def test_a_picture_is_lowered_so_that_its_caption_stands_below_it_as_long_as_labels_can_be_read():
    assert page_cost(picture(12.0), Thing(110)) > 2
    assert page_cost(picture(11.0), Thing(110)) == 1


def test_a_story_that_is_placed_again_is_as_it_was_made():
    story = (picture(9.0), Thing(110))

    assert page_cost(*story) == 1
    assert page_cost(story[0], Thing(20)) == 1
    assert story[0].wrap(WIDE) == pytest.approx(TALL - 100)  # which needed no lowering


def test_a_picture_gives_no_more_than_it_must():
    lowered = picture(9.0)
    lowered.wrap(WIDE)
    lowered.lower(30)

    assert lowered.wrap(WIDE) == pytest.approx(TALL - 130)


# --- what pages cost --------------------------------------------------------------------------------------------


def test_a_page_more_costs_most_then_white_then_tears():
    full = Thing(TALL)
    torn = [Thing(TALL - 100), box(*(Thing(40) for _ in range(8)))]
    whole = [Thing(TALL - 100), box(*(Thing(40) for _ in range(8)), together=True)]

    assert page_cost(full, full) == 2
    assert page_cost(*torn) - page_cost(*whole) == pytest.approx(0.1 - (100 / TALL) ** 2 + (20 / TALL) ** 2, abs=0.001)


def test_a_last_page_with_next_to_nothing_is_as_bad_as_a_page_more():
    assert page_cost(Thing(TALL), Thing(20)) == 3
    assert page_cost(Thing(TALL), Thing(TALL / 2)) == 2
    assert page_cost(Thing(20)) == 1


def test_so_is_a_page_with_next_to_nothing_before_a_break():
    assert page_cost(Thing(TALL), Thing(20), PageEnd(), Thing(TALL)) == 4
    assert page_cost(Thing(TALL), Thing(TALL / 2), PageEnd(), Thing(TALL)) == 3


def test_what_no_page_can_hold_costs_more_than_anything():
    assert page_cost(Thing(TALL + 1)) == float("inf")


@dataclass
class Told:
    """A story of things with the theme's space between them; twenty are a page if the space is a little less."""

    space: float
    count: int

    def flowables(self) -> list[Flowable]:
        things = [Thing(TALL / 20 - 7) for _ in range(self.count)]
        for thing in things:
            thing.after = self.space
        return list(things)


@pytest.mark.parametrize(("count", "share"), [(10, 1.0), (19, 1.0), (20, 0.9), (30, 1.0)])
def test_the_themes_own_spaces_stay_unless_others_save_a_page(count, share):
    def told(theme: Theme) -> Any:
        return Told(theme.spaces["paragraph"], count)

    story: Any = best_pages(THEME, A4, told).story
    assert story.space == pytest.approx(THEME.spaces["paragraph"] * share)
