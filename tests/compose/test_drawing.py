"""An SVG of the article's folder -> a Scene: the part of SVG that is understood, and what is said of the rest."""

import pytest

from ecmiss_publish.compose.drawing import drawing_scene
from ecmiss_publish.model.article import Figure, Named
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.model.scene import Scene, Shape
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


def shape(inside: str) -> Shape:
    (only,) = draw(svg(inside)).shapes
    return only


# --- what is understood -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "commands"),
    [
        ("M 1 2 L 3 4", (("M", (1, 2)), ("L", (3, 4)))),
        ("M1,2L3,4Z", (("M", (1, 2)), ("L", (3, 4)), ("Z", ()))),
        ("M 1 2 3 4 5 6", (("M", (1, 2)), ("L", (3, 4)), ("L", (5, 6)))),
        ("M 1 2 H 5 V 7", (("M", (1, 2)), ("L", (5, 2)), ("L", (5, 7)))),
        ("M 0 0 C 1 2 3 4 5 6 H 9", (("M", (0, 0)), ("C", (1, 2, 3, 4, 5, 6)), ("L", (9, 6)))),
        ("M -1.5 .5 L -.5-2", (("M", (-1.5, 0.5)), ("L", (-0.5, -2)))),
    ],
)
def test_a_path_is_moves_lines_and_curves(data: str, commands: object) -> None:
    assert shape(f'<path d="{data}"/>').commands == commands


def test_simple_shapes_become_paths() -> None:
    assert shape('<line x1="1" y1="2" x2="3" y2="4"/>').commands == (("M", (1, 2)), ("L", (3, 4)))
    assert shape('<polyline points="1,2 3,4"/>').commands == (("M", (1, 2)), ("L", (3, 4)))
    assert shape('<polygon points="1 2 3 4"/>').commands == (("M", (1, 2)), ("L", (3, 4)), ("Z", ()))
    corners = [points for _, points in shape('<rect x="1" y="2" width="3" height="4"/>').commands if points]
    assert corners == [(1, 2), (4, 2), (4, 6), (1, 6), (1, 2)]


@pytest.mark.parametrize("inside", ['<circle cx="50" cy="40" r="10"/>', '<ellipse cx="50" cy="40" rx="10" ry="10"/>'])
def test_a_circle_is_round(inside: str) -> None:
    commands = shape(inside).commands

    ends = [points[-2:] for _, points in commands if points]
    assert ends == [(60, 40), (50, 50), (40, 40), (50, 30), (60, 40)]


def test_colours_are_roles_of_the_theme() -> None:
    one = shape('<path d="M 0 0" fill="var(--bone, #fff)" stroke="none" stroke-width="2.5" data-hatch="var(--open)"/>')

    assert (one.fill, one.stroke, one.width, one.hatch) == ("bone", None, 2.5, "open")


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


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<image href="x.png"/>', "<image> is more SVG than this tool draws"),
        ('<use href="#a"/>', "<use> is more SVG"),
        ("<script>alert(1)</script>", "<script> is more SVG"),
        ("<foreignObject/>", "<foreignObject> is more SVG"),
        ('<path d="M 0 0 Q 1 1 2 2"/>', "“Q” is not understood"),
        ('<path d="m 0 0 l 1 1"/>', "absolute M L H V C Z"),
        ('<path d="M 0 0 A 1 1 0 0 0 2 2"/>', "“A” is not understood"),
        ('<path d="1 2 3 4"/>', "is not understood"),
        ('<path d="M 1"/>', "M takes 2 numbers"),
        ('<path d="M 1 Z"/>', "M takes 2 numbers"),
        ('<path d="M 0 0 C 1 2 3 4"/>', "C takes 6 numbers"),
        ('<polygon points="1,2 3"/>', "no list of places"),
        ('<polygon points="a,b"/>', "no list of places"),
        ('<path d="M 0 0" fill="#ff0000"/>', "fill=“#ff0000” is no colour of the theme"),
        ('<path d="M 0 0" stroke="red"/>', "stroke=“red” is no colour"),
        ('<path d="M 0 0" stroke-width="2px"/>', "stroke-width=“2px” is no plain number"),
        ('<circle cx="50%" cy="1" r="1"/>', "cx=“50%” is no plain number"),
        ('<rect width="" height="1"/>', "no plain number"),
        # what would be lost without a word
        ('<g transform="translate(1 1)"><path d="M 0 0"/></g>', "transform on <g> is not drawn"),
        ('<path d="M 0 0" transform="scale(2)"/>', "transform on <path> is not drawn"),
        ('<path d="M 0 0" style="fill:red"/>', "style on <path> is not drawn"),
        ('<g fill="var(--bone)"><path d="M 0 0"/></g>', "fill on <g> is not drawn"),
    ],
)
def test_what_is_not_drawn_is_said(inside: str, said: str) -> None:
    report = refused(svg(inside))

    assert set(found(report)) == {(DRAWING, "drawing")}
    assert any(said in str(problem) for problem in report)
    assert all(problem.hint for problem in report)


@pytest.mark.parametrize(
    "box", ["", 'viewBox="0 0 10"', 'viewBox="5 0 10 10"', 'viewBox="0 0 a b"', 'viewBox="0 0 10px 5"']
)
def test_a_drawing_has_a_view_box(box: str) -> None:
    report = refused(svg("", box))

    assert codes(report) == ["drawing"]
    assert "viewBox" in next(iter(report)).message


def test_a_place_without_a_label_and_a_label_without_a_place_are_both_said() -> None:
    report = refused(svg('<text data-label="bone" x="1" y="1"/>'), LABELLED)

    messages = [problem.message for problem in report]
    assert len(messages) == 2
    assert "“bone”, which article.yaml does not have" in messages[0]
    assert "“tube” has no place in the drawing" in messages[1]


def test_a_drawing_that_is_no_xml_has_its_line() -> None:
    assert found(refused("<svg>\n<path>\n</svg>")) == [(f"{DRAWING}:3", "svg-syntax")]
    assert codes(refused(b"\x89PNG\r\n")) == ["svg-syntax"]


def test_an_entity_bomb_is_refused() -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert codes(refused(f"<!DOCTYPE svg [{entities}]><svg>&i;</svg>")) == ["svg-syntax"]


def test_a_missing_drawing_says_where_it_was_looked_for() -> None:
    report = Report()
    with pytest.raises(PublishError):
        drawing_scene("drawing", DRAWING, FIGURE, DictSources(), report)

    assert codes(report) == ["missing-file"]
    assert DRAWING in (next(iter(report)).hint or "")
