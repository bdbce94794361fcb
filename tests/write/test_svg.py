"""A scene as SVG: shapes as the theme colours them, labels as text in their own direction."""

import datetime
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest

from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Isolate, Run, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Command, Image, Label, Scene, Shape
from ecmiss_publish.write.svg import scene_svg
from ecmiss_publish.write.theme import ScriptStyle, Theme

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SVG = "{http://www.w3.org/2000/svg}"
COLOURS = {"ink": "#111111", "bone": "#EEDDCC", "open": "#A84300"}
THEME = Theme(COLOURS, {}, {}, {}, {"Latn": ScriptStyle()}, {})
SQUARE: tuple[Command, ...] = (("M", (0.0, 0.0)), ("L", (10.0, 0.0)), ("L", (10.0, 10.126)), ("Z", ()))


def a_document(locale: str) -> Document:
    title = plain_text("Title", "en", "title")
    return Document(
        edition=Edition(name="web", writer="html", page="screen", path="templates/editions/web.xml"),
        locale=Locale(locale), article="spine", title=title, source_title=title, reference="", version="",
        date=datetime.date(2026, 1, 2), draft=False, labels={}, alternates=(), blocks=(),
    )  # fmt: skip


def a_label(text: Text, **changes: Any) -> Label:
    return replace(Label(text=text, x=5, y=6, anchor="start", room=200, size=10), **changes)


def drawn(*things: Shape | Label, locale: str = "en", alt: Text | None = None) -> ET.Element:
    shapes = tuple(thing for thing in things if isinstance(thing, Shape))
    labels = tuple(thing for thing in things if isinstance(thing, Label))
    scene = Scene(name="chart", width=100, height=50, shapes=shapes, labels=labels)
    return ET.fromstring(scene_svg(scene, a_document(locale), THEME, alt))


def drawn_label(label: Label, locale: str = "en") -> ET.Element:
    (text,) = drawn(label, locale=locale).iter(f"{SVG}text")
    return text


def test_a_picture_stands_on_its_own_and_says_what_it_shows():
    svg = drawn(alt=plain_text("Two <bars>\nside by side", "en"))

    assert svg.tag == f"{SVG}svg"
    assert (svg.get("viewBox"), svg.get("width"), svg.get("height")) == ("0 0 100 50", "100", "50")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "Two <bars> side by side")
    assert svg.get("font-family") == "'Noto Sans', sans-serif"


def test_colours_are_values_of_the_theme():
    (path,) = drawn(Shape(commands=SQUARE, fill="bone", stroke="ink", width=0.75)).iter(f"{SVG}path")

    assert path.get("d") == "M0 0L10 0L10 10.13Z"
    assert (path.get("fill"), path.get("stroke"), path.get("stroke-width")) == ("#EEDDCC", "#111111", "0.75")


def test_a_logos_colours_are_its_own():
    (path,) = drawn(Shape(commands=SQUARE, fill="#0B4F6C", even_odd=True)).iter(f"{SVG}path")

    assert (path.get("fill"), path.get("fill-rule")) == ("#0B4F6C", "evenodd")


def test_a_bitmap_is_inside_the_picture():
    image = Image(data=b"PNG", x=1, y=2, width=30, height=15)
    scene = Scene(name="logo", width=100, height=50, shapes=(), labels=(), images=(image,))

    (shown,) = ET.fromstring(scene_svg(scene, a_document("en"), THEME)).iter(f"{SVG}image")

    assert [shown.get(name) for name in ("x", "y", "width", "height")] == ["1", "2", "30", "15"]
    assert shown.get("{http://www.w3.org/1999/xlink}href") == "data:image/png;base64,UE5H"


def test_a_hatch_is_a_pattern_named_for_its_picture():
    svg = drawn(Shape(commands=SQUARE, hatch="open"), Shape(commands=SQUARE, hatch="open"))

    assert [pattern.get("id") for pattern in svg.iter(f"{SVG}pattern")] == ["chart-hatch-open"]
    assert [path.get("fill") for path in svg.iter(f"{SVG}path")] == ["none", "url(#chart-hatch-open)"] * 2


def test_a_label_is_text_with_its_unit():
    text = drawn_label(a_label(plain_text("Disc & bone", "en", "d.disc"), colour="open", strong=True))

    assert (text.get("data-unit"), text.text, text.get("direction")) == ("d.disc", "Disc & bone", "ltr")
    assert (text.get("fill"), text.get("font-weight"), text.get("text-anchor")) == ("#A84300", "700", None)


def test_a_long_label_is_broken_into_lines_that_fit():
    text = drawn_label(a_label(plain_text("Minimal tissue disruption", "en"), room=60))

    lines = list(text)
    assert [line.text for line in lines] == ["Minimal", "tissue", "disruption"]
    assert [(line.get("x"), line.get("y")) for line in lines] == [("5", "6"), ("5", "18.5"), ("5", "31")]


@pytest.mark.parametrize(("anchor", "shown"), [("start", "end"), ("middle", "middle"), ("end", None)])
def test_an_english_label_on_an_arabic_page_keeps_its_side(anchor, shown):
    text = drawn_label(a_label(plain_text("Disc", "en"), anchor=anchor), "ar")

    assert (text.get("direction"), text.get(LANG), text.get("text-anchor")) == ("ltr", "en", shown)


def test_an_arabic_label_runs_from_the_right_and_keeps_its_measurement_together():
    size = Text((Isolate((Run("0.5–1.5"),)), Run(" سم")), "ar", "c.size")
    text = drawn_label(a_label(size), "ar")

    assert (text.get("direction"), text.get(LANG), text.get("text-anchor")) == ("rtl", None, None)
    assert text.text == "\u20660.5–1.5\u2069 سم"
