"""Labels fit the places that drawings have for them, measured with the font that they are drawn with."""

from unittest import mock

import pytest

from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.model.article import Figure, Named
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.model.scene import Room
from ecmiss_publish.typeset import labels
from ecmiss_publish.typeset.fonts import FontMissing
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.room import room
from tests.support import DictSources, a_catalog, a_message, a_text, an_article

PLACE = Room(drawing="content/knee/figures/knee.svg", width=60, lines=2, size=12)


def found(translation: str, *places: Room, locale: str = "es", source: str = "Tube") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    catalog = a_catalog(message, locale="es")
    context = Context.of(catalog, Locale.parse("en"), Glossary(), {"title": places})
    context = Context(Locale(locale), context.source, context.glossary, catalog, context.rooms, {}, {})
    room(message, context, report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize(
    ("translation", "locale"),
    [("Tubo fino", "es"), ("Tubo fino y largo", "es"), ("أنبوب رفيع", "ar"), ("细管", "zh_Hans"), ("पतली ट्यूब", "hi")],
)
def test_what_fits_is_fine(translation: str, locale: str) -> None:
    assert not found(translation, PLACE, locale=locale)


def test_a_label_of_too_many_lines_is_a_warning_in_units_and_lines() -> None:
    (problem,) = found("Tubo delgado y muy largo", PLACE)

    assert (problem.code, problem.severity) == ("too-long", Severity.WARNING)
    assert problem.message == (
        "the source is 28 points long, the translation 147: 3 lines in content/knee/figures/knee.svg, which has room "
        "for 2 lines of 60 points"
    )
    assert problem.hint == "say it in fewer or shorter words; a line holds about 9 letters"


def test_the_letters_of_a_line_are_counted_in_the_translations_own_script() -> None:
    (problem,) = found("管" * 20, PLACE, locale="zh_Hans")

    assert problem.hint == "say it in fewer or shorter words; a line holds about 5 letters"


def test_one_line_is_one() -> None:
    (problem,) = found("Tubo fino", Room(drawing="a.svg", width=40, lines=1, size=12))

    assert problem.message.endswith("2 lines in a.svg, which has room for 1 line of 40 points")


@pytest.mark.parametrize("locale", ["zh_Hans", "ko", "hi", "ar"])
def test_every_script_is_measured(locale: str) -> None:
    words = {"zh_Hans": "管" * 20, "ko": "가느다란 관 " * 5, "hi": "पतली ट्यूब " * 5, "ar": "أنبوب رفيع " * 5}

    assert found(words[locale], PLACE, locale=locale)


def test_a_translation_may_have_as_many_lines_as_its_source() -> None:
    place = Room(drawing="a.svg", width=40, lines=1, size=12)

    assert found("Tubo fino", place)
    assert not found("Tubo fino", place, source="Slender tube")  # which needs two itself


def test_every_place_of_a_unit_counts() -> None:
    narrow = Room(drawing="content/knee/figures/knee-narrow.svg", width=30, lines=1, size=12)

    assert ["knee-narrow" in problem.message for problem in found("Tubo fino", PLACE, narrow)] == [True]


def test_strong_letters_are_wider() -> None:
    exact = Room(drawing="a.svg", width=54, lines=1, size=12)
    strong = Room(drawing="a.svg", width=54, lines=1, size=12, strong=True)

    assert not found("Tubo fino", exact)
    assert found("Tubo fino", strong)


def test_words_of_a_pseudo_locale_want_more_room_in_the_drawing() -> None:
    (problem,) = found("Ŝļéñđéŕŕŕ ţûûûƀé ŝļéñđéŕŕŕ", PLACE, locale="en_XA")

    assert problem.hint
    assert problem.hint.startswith("give the label more room in the drawing")


def test_a_font_that_is_not_installed_is_reported_by_those_who_draw() -> None:
    with mock.patch.object(labels, "font_stack", side_effect=FontMissing("no font")):
        assert not found("Tubo delgado y muy largo", PLACE)


# --- the rooms of an article's drawings ---------------------------------------------------------------------------

FIGURE = Figure(
    drawing="figures/knee.svg",
    alt=a_text("A knee", "drawing.alt"),
    labels=Named((("tube", a_text("Thin tube", "drawing.tube")), ("title", a_text("Open", "drawing.title")))),
)
WIDE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<text data-label="tube" x="5" y="6" data-room="40" font-size="8"/>
<text data-label="title" x="5" y="6" data-room="90" font-size="10" font-weight="700"/>
<text data-label="elsewhere" x="5" y="6"/></svg>"""
NARROW = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<g transform="scale(2)"><text data-label="tube" x="5" y="6" data-room="30" data-lines="3" font-size="8"/></g></svg>"""


def rooms(files: dict[str, str]) -> dict[str, tuple[Room, ...]]:
    sources = DictSources({f"content/knee/figures/{name}": data.encode() for name, data in files.items()})
    return label_rooms(an_article(parts={"drawing": FIGURE}), sources)


def test_a_room_is_what_the_drawing_says_of_it() -> None:
    wide, narrow = "content/knee/figures/knee.svg", "content/knee/figures/knee-narrow.svg"

    assert rooms({"knee.svg": WIDE, "knee-narrow.svg": NARROW}) == {
        "drawing.tube": (
            Room(drawing=wide, width=40, lines=2, size=8),
            Room(drawing=narrow, width=60, lines=3, size=16),
        ),
        "drawing.title": (Room(drawing=wide, width=90, lines=1, size=10, strong=True),),
    }


def test_a_drawing_that_is_not_there_has_no_rooms() -> None:
    assert rooms({}) == {}


def test_an_article_without_drawings_has_no_rooms() -> None:
    assert label_rooms(an_article(), DictSources()) == {}
