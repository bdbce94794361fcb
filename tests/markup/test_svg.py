"""An SVG file -> a Drawing: what is understood, what is refused, and what a logo may that a figure may not."""

import pytest

from ecmiss_publish.markup.svg import Drawing, read_svg
from ecmiss_publish.model.scene import Shape
from tests.support import DRAWING, codes, found


def svg(inside: str, root: str = 'viewBox="0 0 200 100"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="x" {root}>{inside}</svg>'.encode()


def read(data: bytes, *, logo: bool = False) -> Drawing:
    return read_svg(DRAWING, data, own_colours=logo)


def shape(inside: str, *, logo: bool = False) -> Shape:
    drawing = read(svg(inside), logo=logo)
    assert not drawing.problems
    (only,) = drawing.shapes
    return only


def refused(data: bytes, *, logo: bool = False) -> tuple[object, ...]:
    problems = read(data, logo=logo).problems
    assert problems
    return problems


def rounded(one: Shape) -> list[tuple[str, tuple[float, ...]]]:
    return [(name, tuple(round(value, 2) for value in points)) for name, points in one.commands]


# --- paths and shapes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "commands"),
    [
        ("M 1 2 L 3 4", (("M", (1, 2)), ("L", (3, 4)))),
        ("M1,2L3,4Z", (("M", (1, 2)), ("L", (3, 4)), ("Z", ()))),
        ("M 1 2 3 4 5 6", (("M", (1, 2)), ("L", (3, 4)), ("L", (5, 6)))),
        ("M 1 2 H 5 V 7", (("M", (1, 2)), ("L", (5, 2)), ("L", (5, 7)))),
        ("M 0 0 C 1 2 3 4 5 6 H 9", (("M", (0, 0)), ("C", (1, 2, 3, 4, 5, 6)), ("L", (9, 6)))),
        ("M -1.5 .5 L -.5-2", (("M", (-1.5, 0.5)), ("L", (-0.5, -2)))),
        ("M1.5.5+2e1-1E-1", (("M", (1.5, 0.5)), ("L", (20, -0.1)))),
        # relative ones count from where the pen is, and Z puts it back to the start
        ("m 1 2 3 4 h 1 v 1", (("M", (1, 2)), ("L", (4, 6)), ("L", (5, 6)), ("L", (5, 7)))),
        ("M5 5 L9 9 z l1 0", (("M", (5, 5)), ("L", (9, 9)), ("Z", ()), ("L", (6, 5)))),
        ("M1 1 c 1 2 3 4 5 6", (("M", (1, 1)), ("C", (2, 3, 4, 5, 6, 7)))),
        # smooth ones go on where the last one was heading
        ("M0 0 C0 1 2 3 4 4 S 8 8 9 9", (("M", (0, 0)), ("C", (0, 1, 2, 3, 4, 4)), ("C", (6, 5, 8, 8, 9, 9)))),
        ("M1 1 S 8 8 9 9", (("M", (1, 1)), ("C", (1, 1, 8, 8, 9, 9)))),
        ("M0 0 Q3 0 3 3", (("M", (0, 0)), ("C", (2, 0, 3, 1, 3, 3)))),
        ("M0 0 Q3 0 3 3 T 6 6", (("M", (0, 0)), ("C", (2, 0, 3, 1, 3, 3)), ("C", (3, 5, 4, 6, 6, 6)))),
        ("M0 0 A 0 5 0 0 0 9 9", (("M", (0, 0)), ("L", (9, 9)))),
        ("M0 0 A 5 5 0 0 0 0 0 L 1 1", (("M", (0, 0)), ("L", (1, 1)))),
    ],
)
def test_a_path_is_moves_lines_and_curves(data, commands):
    assert shape(f'<path d="{data}"/>').commands == commands


def test_an_arc_is_curves_along_its_circle():
    k = 10 * 0.55228
    quarter = rounded(shape('<path d="M 0 0 A 10 10 0 0 1 10 10"/>'))
    half = rounded(shape('<path d="m0 0a10 10 0 1120 0"/>'))  # flags without a space behind them
    assert quarter == [("M", (0, 0)), ("C", (round(k, 2), 0, 10, round(10 - k, 2), 10, 10))]
    assert [points[-2:] for _, points in half] == [(0, 0), (10, -10), (20, 0)]


def test_an_arc_that_cannot_reach_is_grown_until_it_does():
    assert rounded(shape('<path d="M 0 0 A 1 1 0 0 1 20 0"/>'))[-1][1][-2:] == (20, 0)


def test_simple_shapes_become_paths():
    assert shape('<line x1="1" y1="2" x2="3" y2="4"/>').commands == (("M", (1, 2)), ("L", (3, 4)))
    assert shape('<polyline points="1,2 3,4"/>').commands == (("M", (1, 2)), ("L", (3, 4)))
    assert shape('<polygon points="1 2 3 4"/>').commands == (("M", (1, 2)), ("L", (3, 4)), ("Z", ()))
    corners = [points for _, points in shape('<rect x="1" y="2" width="3" height="4"/>').commands if points]
    assert corners == [(1, 2), (4, 2), (4, 6), (1, 6), (1, 2)]


@pytest.mark.parametrize("inside", ['<circle cx="50" cy="40" r="10"/>', '<ellipse cx="50" cy="40" rx="10" ry="10"/>'])
def test_a_circle_is_round(inside):
    ends = [points[-2:] for _, points in shape(inside).commands if points]
    assert ends == [(60, 40), (50, 50), (40, 40), (50, 30), (60, 40)]


def test_both_radii_of_a_corner_are_the_one_that_is_given():
    assert shape('<rect width="9" height="9" ry="2"/>') == shape('<rect width="9" height="9" rx="2" ry="2"/>')


# --- where things stand -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("transform", "place"),
    [
        ("translate(10)", (11, 2)),
        ("translate(10, 20)", (11, 22)),
        ("scale(2)", (2, 4)),
        ("scale(2 -1)", (2, -2)),
        ("rotate(90)", (-2, 1)),
        ("rotate(180, 1, 0)", (1, -2)),
        ("matrix(1 0 0 1 5 6)", (6, 8)),
        ("translate(10) scale(2)", (12, 4)),
        ("none", (1, 2)),
    ],
)
def test_a_transform_moves_points(transform, place):
    (_, points), *_ = rounded(shape(f'<path d="M 1 2" transform="{transform}"/>'))
    assert points == place


def test_transforms_of_groups_apply_from_the_inside_out():
    one = shape('<g transform="translate(10 0)"><g transform="scale(2)"><path d="M 1 2" stroke-width="3"/></g></g>')
    assert (one.commands, one.width) == ((("M", (12, 4)),), 6)


def test_a_view_box_may_begin_anywhere():
    drawing = read(svg('<path d="M 6 9"/>', 'viewBox="5 -1, 20 10"'))
    assert (drawing.width, drawing.height, drawing.shapes[0].commands) == (20, 10, (("M", (1, 10)),))


def test_width_and_height_stand_in_for_a_view_box():
    drawing = read(svg("", 'width="30" height="20px"'))
    assert (drawing.width, drawing.height, drawing.problems) == (30, 20, ())


# --- colours ----------------------------------------------------------------------------------------------------


def test_a_figure_has_the_themes_colours():
    one = shape('<path d="M 0 0" fill="var(--bone, #fff)" stroke="none" stroke-width="2.5" data-hatch="var(--open)"/>')
    assert (one.fill, one.stroke, one.width, one.hatch) == ("bone", None, 2.5, "open")


def test_a_figure_without_a_fill_has_none_and_a_logo_is_black():
    assert shape('<path d="M 0 0"/>').fill is None
    assert shape('<path d="M 0 0"/>', logo=True).fill == "#000000"


@pytest.mark.parametrize(
    ("written", "colour"), [("#0b4f6c", "#0B4F6C"), ("#AbC", "#AABBCC"), ("white", "#FFFFFF"), ("Black", "#000000"),
                            ("none", None), ("transparent", None)]
)  # fmt: skip
def test_a_logo_has_its_own_colours(written, colour):
    one = shape(f'<path d="M 0 0" fill="{written}" stroke="{written}"/>', logo=True)
    assert (one.fill, one.stroke) == (colour, colour)


def test_the_nearest_word_on_a_colour_counts():
    inside = (
        '<style>.a, .b { fill: #00F } /* c */ .b{stroke:#111}</style><g fill="#f00" stroke="#0F0" stroke-width="3">'
        '<path d="M 1 1"/><path d="M 2 2" fill="#222" class="a"/>'
        '<path d="M 3 3" class="b" style="fill:#333;color:red"/>'
        "</g>"
    )
    drawing = read(svg(inside), logo=True)
    assert not drawing.problems
    assert [(one.fill, one.stroke, one.width) for one in drawing.shapes] == [
        ("#FF0000", "#00FF00", 3),
        ("#0000FF", "#00FF00", 3),
        ("#333333", "#111111", 3),
    ]


def test_areas_that_the_even_odd_rule_leaves_empty_stay_empty():
    assert shape('<g fill-rule="evenodd"><path d="M 0 0"/></g>').even_odd
    assert not shape('<path d="M 0 0"/>').even_odd


def test_what_is_hidden_and_what_a_drawing_program_adds_is_left_out():
    inside = (
        '<title>t</title><desc>d</desc><metadata/><defs><path d="M 9 9"/></defs><!-- c -->'
        '<p:namedview xmlns:p="http://example.org/p"/><path d="M 8 8" display="none"/>'
        '<g style="visibility:hidden"><path d="M 7 7"/></g><path d="M 1 1"/>'
    )
    assert shape(inside).commands == (("M", (1, 1)),)


# --- places for labels ------------------------------------------------------------------------------------------


def test_a_text_is_a_place_for_a_label():
    text = (
        '<text data-label="tube" x="5" y="6" text-anchor="end" data-room="40" font-size="8" font-weight="700">?</text>'
    )
    ((name, label),) = read(svg(text)).places
    assert name == "tube"
    assert (label.x, label.y, label.anchor, label.room, label.size, label.strong) == (5, 6, "end", 40, 8, True)
    assert label.colour == "ink"


def test_a_label_moves_and_grows_with_its_group():
    ((_, label),) = read(svg('<g transform="translate(10 0) scale(2)"><text x="5" y="6"/></g>')).places
    assert (label.x, label.y, label.size, label.room) == (20, 12, 20, 200)


@pytest.mark.parametrize("transform", ["rotate(90)", "scale(-1 1)", "scale(1 2)"])
def test_a_label_is_never_turned_or_stretched(transform):
    (problem,) = refused(svg(f'<text x="5" y="6" transform="{transform}"/>'))
    assert "a label is turned, mirrored or stretched" in str(problem)


def test_a_logo_has_no_words_but_outlines():
    (problem,) = refused(svg("<text>Clinic</text>"), logo=True)
    assert "save words as outlines" in str(problem)


# --- what is not drawn ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<use href="#a"/>', "<use> is more SVG"),
        ('<image width="1"/>', "<image> is more SVG"),
        ('<path d="M 0 0 K 1 1"/>', "“K” is not understood"),
        ('<path d="1 2 3 4"/>', "is not understood"),
        ('<path d="L 1 2"/>', "does not begin with M"),
        ('<path d="M 1"/>', "M takes 2 numbers"),
        ('<path d="M 1 Z"/>', "M takes 2 numbers"),
        ('<path d="M 0 0 C 1 2 3 4"/>', "C takes 6 numbers"),
        ('<path d="M 0 0 A 1 1 0 2 0 9 9"/>', "A takes 7 numbers"),
        ('<path d="M 0 0 L 9e9 1"/>', "lies far outside"),
        ('<path d="M 0 0 L 1e999 1"/>', "lies far outside"),
        ('<polygon points="1,2 3"/>', "an x without its y"),
        ('<polygon points="a,b"/>', "no list of numbers"),
        ('<path d="M 0 0" stroke-width="2mm"/>', "stroke-width=“2mm” is no plain number"),
        ('<circle cx="50%" cy="1" r="1"/>', "cx=“50%” is no plain number"),
        ('<circle cx="1e999" cy="1" r="1"/>', "no plain number"),
        ('<rect width="" height="1"/>', "no plain number"),
        ('<path d="M 0 0" transform="skewX(9)"/>', "the transform skewX(9) is not understood"),
        ('<path d="M 0 0" transform="scale"/>', "the transform “scale” is not understood"),
        ('<path d="M 0 0" opacity="0.5"/>', "opacity on <path> is not drawn"),
        ('<g style="clip-path: url(#a)"><path d="M 0 0"/></g>', "clip-path on <g> is not drawn"),
        ('<path d="M 0 0" filter="url(#a)"/>', "filter on <path> is not drawn"),
        ('<path d="M 0 0" stroke-dasharray="2 1"/>', "stroke-dasharray on <path> is not drawn"),
        ("<style>g > path { fill: red }</style>", "the style of “g &gt; path” is not understood"),
    ],
)
@pytest.mark.parametrize("logo", [False, True])
def test_what_is_not_drawn_is_said(inside, said, logo):
    problems = refused(svg(inside), logo=logo)
    assert set(found(problems)) == {(DRAWING, "drawing")}
    assert any(said.replace("&gt;", ">") in str(problem) for problem in problems)


@pytest.mark.parametrize("written", ["#ff0000", "red", "url(#a)", "currentColor"])
def test_a_figure_has_no_colours_but_the_themes(written):
    (problem,) = refused(svg(f'<path d="M 0 0" fill="{written}"/>'))
    assert f"fill=“{written}” is no colour of the theme" in str(problem)


@pytest.mark.parametrize(
    ("written", "said"), [("url(#a)", "is a gradient or pattern"), ("currentColor", "is no plain colour"),
                          ("var(--bone)", "is no plain colour"), ("#12345", "is no plain colour")]
)  # fmt: skip
def test_a_logo_has_flat_colours(written, said):
    (problem,) = refused(svg(f'<path d="M 0 0" fill="{written}"/>'), logo=True)
    assert f"fill=“{written}” {said}" in str(problem)


@pytest.mark.parametrize(
    "root", ["", 'viewBox="0 0 10"', 'viewBox="0 0 a b"', 'viewBox="0 0 10px 5"', 'viewBox="0 0 0 5"', 'width="9"']
)
def test_a_drawing_says_how_large_it_is(root):
    (problem,) = refused(svg("", root))
    assert "does not say how large it is" in str(problem)


# --- what could act or fetch ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        "<defs><script/></defs>",
        "<foreignObject/>",
        '<path d="M 0 0" onclick="alert(1)"/>',
        '<g ONLOAD="alert(1)"/>',
        '<image href="x.png"/>',
        '<image xlink:href="https://example.org/x.png"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="other.svg#a"/>',
        '<a href="javascript:alert(1)"><path d="M 0 0"/></a>',
        '<path d="M 0 0" fill="url(https://example.org/a.svg#b)"/>',
        '<path d="M 0 0" style="fill: url( \'//example.org/a\' )"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>.a { fill: URL(a.svg) }</style>",
    ],
)
@pytest.mark.parametrize("logo", [False, True])
def test_what_could_act_or_fetch_is_refused(inside, logo):
    assert "unsafe-svg" in codes(refused(svg(inside), logo=logo))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_at_its_line_in_any_encoding(encoding):
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    data = f"<!-- c -->\n<!DOCTYPE svg [{entities}]><svg>&i;</svg>".encode(encoding)
    assert found(refused(data)) == [(f"{DRAWING}:2", "unsafe-svg")]


def test_words_about_a_document_type_are_none():
    assert read(svg("<!-- <!DOCTYPE svg> -->")).problems == ()


def test_elements_without_end_are_refused_and_break_nothing():
    assert codes(refused(svg("<g>" * 5000 + "</g>" * 5000))) == ["drawing"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"<svg>\n<path>\n</svg>", f"{DRAWING}:3"),
        (b"\x89PNG\r\n", f"{DRAWING}:1"),
        (b"", f"{DRAWING}:1"),
        (b'<?xml version="1.0" encoding="klingon"?>\n<svg/>', DRAWING),
    ],
)
def test_what_is_no_xml_has_its_line(data, place):
    assert found(refused(data)) == [(place, "svg-syntax")]


def test_another_kind_of_xml_is_no_drawing():
    (problem,) = refused(b"<html><body/></html>", logo=True)
    assert "it begins with <html>" in str(problem)
