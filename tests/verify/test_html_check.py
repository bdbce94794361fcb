"""The check of a finished page: what is cut out, swapped or mislabelled is found, with both sides named."""

import base64
import datetime
import re
from dataclasses import replace

import pytest

from ecmiss_publish.model.block import Attrs, Cell, Figure, Paragraph, Section, Table, TableRow
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Isolate, LineBreak, Run, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.scene import Label, Scene
from ecmiss_publish.typeset.webfont import web_fonts
from ecmiss_publish.verify.artifact.html import check

DIRECTIONS = {"en": "ltr", "ar": "rtl"}
LABEL = Label(text=plain_text("Disc bone", "ar", "d.disc"), x=1, y=1, anchor="start", room=9, size=9)
SCENE = Scene(name="drawing", width=10, height=10, shapes=(), labels=(LABEL,))
DOCUMENT = Document(
    edition=Edition(name="web", writer="html", page="screen", path="templates/editions/web.xml"),
    locale=Locale("ar"),
    article="spine",
    title=plain_text("Title", "ar", "title"),
    source_title=plain_text("Title", "en", "title"),
    reference="", version="", date=datetime.date(2026, 1, 2), draft=False, labels={}, alternates=(),
    blocks=(
        Section(
            plain_text("Section", "ar", "s"),
            (
                Paragraph(Text((Run("One "), Isolate((Run("0.5–1.5"),)), LineBreak(), Run("cm")), "ar", "one")),
                Paragraph(Text((Run("Two"),), "en", "two", "", Origin("locales/ar.po", 7))),
                Figure(SCENE, plain_text("A drawing", "ar", "alt"), plain_text("Caption", "ar", "cap")),
                Table(
                    plain_text("Comparison", "ar", "table"),
                    TableRow((Cell(plain_text("Head", "ar", "head"), True),)),
                    (TableRow((Cell(plain_text("Cell", "ar", "cell")),)),),
                ),
            ),
            Attrs(id="s"),
        ),
    ),
)  # fmt: skip
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><title>Title</title><style>FONT</style></head><body>
<a href="#main">Skip</a><main id="main"><h1 data-unit="title">Title</h1>
<section id="s" aria-labelledby="s-title"><h2 id="s-title" data-unit="s">Section</h2>
<p data-unit="one">One <bdi dir="ltr">0.5–1.5</bdi><br>cm</p>
<p data-unit="two" lang="en" dir="ltr">Two</p>
<figure><svg role="img" aria-label="A drawing">
<text data-unit="d.disc" direction="rtl"><tspan>Disc</tspan><tspan>bone</tspan></text></svg>
<figcaption data-unit="cap">Caption</figcaption></figure>
<table><caption data-unit="table">Comparison</caption><tr><th data-unit="head">Head</th></tr>
<tr><td data-unit="cell">Cell</td></tr></table></section></main></body></html>"""


LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.–é\u0301")


@pytest.fixture(scope="module")
def font():
    (made,) = web_fonts({"Latn": LETTERS}, {}).fonts
    return f'@font-face{{src:url(data:font/woff;base64,{base64.b64encode(made.data).decode()}) format("woff")}}'


@pytest.fixture
def found(font):
    def problems(page: str) -> list[tuple[str, str | None]]:
        report = Report()
        check(DOCUMENT, page.replace("FONT", font).encode("utf-8"), report)
        return [(problem.code, problem.unit) for problem in report]

    return problems


def test_a_page_that_says_it_all_has_no_problems(found):
    assert found(PAGE) == []


@pytest.mark.parametrize(
    ("cut", "instead", "problems"),
    [
        ('<p data-unit="two" lang="en" dir="ltr">Two</p>', "", [("missing-unit", "two")]),
        (">Caption<", "><", [("missing-unit", "cap")]),
        ("<br>cm", "<br>", [("missing-unit", "one")]),
        ("<tspan>bone</tspan>", "", [("missing-unit", "d.disc")]),
        (">Comparison<", ">Other<", [("missing-unit", "table")]),
        ('aria-label="A drawing"', "", [("missing-alt", "alt")]),
        ("</section>", '<p data-unit="three">Three</p></section>', [("surplus-text", "three")]),
        (' lang="en" dir="ltr"', "", [("wrong-language", "two"), ("wrong-language", "two")]),
        (' lang="en"', "", [("wrong-language", "two")]),
        (' direction="rtl"', ' direction="ltr"', [("wrong-language", "d.disc")]),
        ('<html lang="ar" dir="rtl">', '<html lang="ar">', [("wrong-language", None), ("wrong-language", "title")]),
        ("<h2 ", "<h3 ", [("heading-order", "s")]),
        ("<main ", "<h1>Again</h1><main ", [("heading-order", None)]),
        ('id="main"', 'id="s"', [("duplicate-id", None), ("broken-link", None)]),
        ("<main ", '<img src="https://example.org/x.png"><main ', [("outside-request", None)]),
        ("FONT", "FONT @import 'https://example.org/x.css'", [("outside-request", None)]),
        ("FONT", "", [("missing-glyph", "title")]),
        ("</section>", "<p>{{ article.title }}</p></section>", [("leftover-placeholder", None)]),
        ("</section>", "<p>Page {page}</p></section>", [("leftover-placeholder", None)]),
        ("</section>", "<p>&lt;strong&gt;x</p></section>", [("leftover-placeholder", None)]),
    ],
)
def test_what_is_wrong_is_found(found, cut, instead, problems):
    assert cut in PAGE

    assert found(PAGE.replace(cut, instead))[: len(problems)] == problems


NARROW = replace(SCENE, labels=(replace(LABEL, text=plain_text("Disc", "ar", "d.disc")),))
COPY = """<div data-copy><svg role="img" aria-label="A drawing">
<text data-unit="d.disc" direction="rtl">Disc</text></svg></div><figcaption"""


@pytest.mark.parametrize(
    ("cut", "instead", "problems"),
    [
        ("", "", []),
        (">Disc</text>", ">Dsic</text>", [("missing-unit", "d.disc")]),
        ('<text data-unit="d.disc" direction="rtl">Disc</text>', "", [("missing-unit", "d.disc")]),
        (' aria-label="A drawing"', "", [("missing-alt", "alt")]),
        (' direction="rtl"', ' direction="ltr"', [("wrong-language", "d.disc")]),
        (" data-copy", "", [("surplus-text", "d.disc"), ("missing-unit", "d.disc"), ("missing-alt", "alt")]),
        ("<text", '<text data-unit="d.bone">Bone</text><text', [("surplus-text", "d.bone")]),
    ],
)
def test_the_picture_for_narrow_columns_is_read_beside_the_page(font, cut, instead, problems):
    section = DOCUMENT.blocks[0]
    assert isinstance(section, Section)
    blocks = tuple(replace(block, narrow=NARROW) if isinstance(block, Figure) else block for block in section.blocks)
    document = replace(DOCUMENT, blocks=(replace(section, blocks=blocks),))
    report = Report()
    assert cut in COPY

    check(document, PAGE.replace("<figcaption", COPY.replace(cut, instead)).replace("FONT", font).encode(), report)

    assert [(problem.code, problem.unit) for problem in report] == problems


def test_an_icon_is_no_picture(found):
    icon = '<svg aria-hidden="true" focusable="false"><path d="M0 0"/></svg>'

    assert found(PAGE.replace("<figure>", f"{icon}<figure>")) == []


def test_a_bitmap_from_elsewhere_is_found(found):
    image = '<svg aria-hidden="true"><image xlink:href="ADDRESS"/></svg><figure>'

    assert found(PAGE.replace("<figure>", image.replace("ADDRESS", "data:image/png;base64,AA=="))) == []
    assert found(PAGE.replace("<figure>", image.replace("ADDRESS", "https://example.org/x.png"))) == [
        ("outside-request", None)
    ]


def test_swapped_paragraphs_are_found(found):
    one, two = re.findall(r'<p data-unit="(?:one|two)".*</p>', PAGE)

    swapped = PAGE.replace(one, "HERE").replace(two, one).replace("HERE", two)

    assert found(swapped) == [("wrong-order", "two")]


def test_swapped_words_are_found(found):
    swapped = PAGE.replace(">Head<", ">HERE<").replace(">Cell<", ">Head<").replace(">HERE<", ">Cell<")

    assert found(swapped) == [("missing-unit", "head"), ("missing-unit", "cell")]


def test_a_problem_names_both_sides_and_the_place_of_the_words(font):
    report = Report()

    check(DOCUMENT, PAGE.replace(">Two<", ">Tow<").replace("FONT", font).encode(), report)

    assert [str(problem) for problem in report] == [
        "locales/ar.po:7: error[missing-unit]: the page shows “Tow” where the document says “Two” (unit two)"
    ]


def test_composed_and_decomposed_letters_are_the_same_words(font):
    report = Report()
    document = replace(DOCUMENT, title=plain_text("cafe\u0301", "ar", "title"), blocks=())
    page = '<html lang="ar" dir="rtl"><style>FONT</style><h1 data-unit="title">caf\u00e9</h1></html>'

    check(document, page.replace("FONT", font).encode(), report)

    assert not list(report)
