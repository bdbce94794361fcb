"""An SVG of the article's folder -> a Scene with the article's labels. tests/markup/test_svg.py reads the SVG."""

import pytest

from ecmiss_publish.compose.drawing import drawing_scene
from ecmiss_publish.model.article import Figure, Named
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.model.scene import Scene
from tests.support import DRAWING, DictSources, a_text, codes, found

FIGURE = Figure(drawing="figures/knee.svg", alt=a_text("A knee", "drawing.alt"))
LABELLED = Figure(
    drawing="figures/knee.svg",
    alt=a_text("A knee", "drawing.alt"),
    labels=Named((("tube", a_text("Thin tube", "drawing.tube")),)),
)


def svg(inside: str, box: str = 'viewBox="0 0 200 100"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{inside}</svg>'


def draw(data: str | bytes, figure: Figure = FIGURE, report: Report | None = None) -> Scene:
    files = {DRAWING: data.encode() if isinstance(data, str) else data}
    return drawing_scene("drawing", DRAWING, figure, DictSources(files), Report() if report is None else report)


def refused(data: str | bytes, figure: Figure = FIGURE) -> Report:
    report = Report()
    with pytest.raises(PublishError):
        draw(data, figure, report)
    return report


def test_groups_keep_the_order_and_a_drawing_programs_own_is_left_out() -> None:
    scene = draw(
        svg(
            '<title>t</title><defs><path d="M 9 9"/></defs><!-- c -->'
            '<path d="M 1 1"/><g id="a"><g><path d="M 2 2"/></g></g><path d="M 3 3"/>'
        )
    )

    assert [one.commands[0][1] for one in scene.shapes] == [(1, 1), (2, 2), (3, 3)]


def test_a_label_has_the_articles_words_and_not_the_drawings() -> None:
    text = (
        '<text data-label="tube" x="5" y="6" text-anchor="end" data-room="40" font-size="8" font-weight="700">?</text>'
    )

    (label,) = draw(svg(text), LABELLED).labels

    assert label.text == a_text("Thin tube", "drawing.tube")
    assert (label.x, label.y, label.anchor, label.room, label.size, label.strong) == (5, 6, "end", 40, 8, True)


def test_the_same_drawing_serves_two_locales() -> None:
    data = svg('<text data-label="tube" x="5" y="6"/>')
    spanish = Figure(
        drawing="figures/knee.svg",
        alt=a_text("Una rodilla", "drawing.alt", "es"),
        labels=Named((("tube", a_text("Tubo fino", "drawing.tube", "es")),)),
    )

    words = [draw(data, figure).labels[0].text.plain for figure in (LABELLED, spanish, LABELLED)]

    assert words == ["Thin tube", "Tubo fino", "Thin tube"]


def test_a_mirrored_picture_mirrored_again_is_the_picture() -> None:
    scene = draw(svg('<path d="M 10 20 C 1 2 3 4 5 6 Z"/><text data-label="tube" x="5" y="6"/>'), LABELLED)

    assert scene.mirrored().shapes[0].commands[0] == ("M", (190, 20))
    assert scene.mirrored().labels[0].x == 195
    assert scene.mirrored().mirrored() == scene


# --- mistakes ---------------------------------------------------------------------------------------------------


def test_a_drawings_own_mistakes_are_said():
    assert found(refused(svg('<path d="M 0 0" fill="red"/>'))) == [(DRAWING, "drawing")]
    assert found(refused(svg("<script/>")))[0] == (DRAWING, "unsafe-svg")
    assert found(refused("<svg>\n<path>\n</svg>")) == [(f"{DRAWING}:3", "svg-syntax")]


def test_a_place_without_a_label_and_a_label_without_a_place_are_both_said() -> None:
    report = refused(svg('<text data-label="bone" x="1" y="1"/>'), LABELLED)

    messages = [problem.message for problem in report]
    assert len(messages) == 2
    assert "“bone”, which article.yaml does not have" in messages[0]
    assert "“tube” has no place in the drawing" in messages[1]


def test_a_missing_drawing_says_where_it_was_looked_for() -> None:
    report = Report()
    with pytest.raises(PublishError):
        drawing_scene("drawing", DRAWING, FIGURE, DictSources(), report)

    assert codes(report) == ["missing-file"]
    assert DRAWING in (next(iter(report)).hint or "")
