"""The theme file: every mistake is named with its line, and a project's own fonts come first."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from ecmiss_publish.model.problem import Problem, PublishError, Report
from ecmiss_publish.typeset.fonts import font_stack
from ecmiss_publish.write.theme import ScriptStyle, Theme, document_theme, load_theme
from tests.support import ROOT
from tests.write.pdf_documents import THEME, Files, a_document, a_figure, paragraph, written


def loaded(*lines: str, files: dict[str, bytes] | None = None) -> Theme:
    """Return the small theme with `lines` below it."""
    report = Report()
    theme = load_theme(Files({"templates/theme.toml": with_lines(*lines), **(files or {})}), report)
    assert not list(report)
    return theme


def mistakes(text: bytes, files: dict[str, bytes] | None = None) -> list[Problem]:
    """Return what is reported of a theme that must not be used."""
    report = Report()
    with pytest.raises(PublishError):
        load_theme(Files({"templates/theme.toml": text, **(files or {})}), report)
    return list(report)


def with_lines(*lines: str) -> bytes:
    return THEME + "\n".join(lines).encode()


def line_of(words: str, text: bytes) -> int:
    (line,) = [number for number, line in enumerate(text.decode().split("\n"), 1) if words in line]
    return line


def test_lengths_are_points_or_millimetres():
    page = loaded("[page.card]", "width = 100", 'height = "25.4mm"', 'margin = "10 mm"').pages["card"]

    assert (page.width, page.height) == (100, 72)
    assert page.margin == pytest.approx(28.346, abs=0.001)
    assert page.measure == 68


def test_a_script_is_set_as_the_theme_says_and_plainly_where_it_says_nothing():
    theme = loaded("[script.Thai]", "line = 1.65", "scale = 1.1")

    assert theme.script("Thai") == ScriptStyle(1.65, 1.1, slope=False)
    assert theme.script("Latn").slope
    assert theme.script("Ethi") == ScriptStyle()


def test_a_colour_is_red_green_and_blue():
    assert loaded().rgb("teal") == pytest.approx((15 / 255, 110 / 255, 102 / 255))


def test_the_shipped_theme_has_no_mistake():
    report = Report()
    theme = load_theme(Files({"templates/theme.toml": (ROOT / "templates/theme.toml").read_bytes()}), report)

    assert not list(report)
    assert {"a4", "screen"} <= theme.pages.keys()


# --- mistakes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('ink = "#1B2530"', 'ink = "dark blue"', "ink is 'dark blue'"),
        ('ink = "#1B2530"', 'ink = "#1B253"', "ink is '#1B253'"),
        ('ink = "#1B2530"', "ink = 3", "ink is 3"),
        ("body = 11", 'body = "11pt"', "body is '11pt'"),
        ("body = 11", "body = -1", "body is -1"),
        ("panel = 12", 'panel = "wide"', "panel is 'wide'"),
        ('margin = "18mm"', 'margin = "18cm"', "margin is '18cm'"),
        ('margin = "18mm"', 'gutter = "18mm"', "[page.a4] has no gutter"),
        ('emphasis = "slope"', "weight = 3", "a script has no weight"),
    ],
)
def test_a_mistake_is_named_with_its_line(before, after, message):
    text = THEME.replace(before.encode(), after.encode())
    (problem,) = mistakes(text)

    assert message in problem.message
    assert problem.code == "theme"
    assert problem.origin is not None
    assert (problem.origin.path, problem.origin.line) == ("templates/theme.toml", line_of(after, text))
    assert problem.hint


@pytest.mark.parametrize(("table", "line"), [("size", "body = 11\n"), ("space", "item = 4\n")])
def test_what_every_writer_needs_must_be_there(table, line):
    text = THEME.replace(line.encode(), b"")
    (problem,) = mistakes(text)

    assert problem.message == f"[{table}] has no {line.split()[0]}"
    assert problem.origin is not None
    assert problem.origin.line == line_of(f"[{table}]", text)


def test_an_unknown_table_is_named_with_those_that_there_are():
    text = with_lines("[color]", 'ink = "#000000"')
    (problem,) = mistakes(text)

    assert "[color]" in problem.message
    assert "colour" in (problem.hint or "")
    assert problem.origin is not None
    assert problem.origin.line == line_of("[color]", text)


def test_every_mistake_is_named_at_once():
    text = THEME.replace(b"body = 11", b'body = "11pt"').replace(b'teal = "#0F6E66"', b'teal = "teal"')

    assert len(mistakes(text)) == 2


@pytest.mark.parametrize("broken", ["ink = #1B2530", "[colour", 'ink = "#1B2530', "= 3"])
def test_what_is_no_toml_is_named_with_its_line(broken):
    text = with_lines("[space2]", broken, "")
    (problem,) = mistakes(text)

    assert problem.code == "toml-syntax"
    assert problem.origin is not None
    assert problem.origin.line == text.count(b"\n"), "the last line but the empty one"
    assert " (at" not in problem.message, "the place is told once"


def test_a_theme_that_is_not_there_or_not_text():
    report = Report()
    with pytest.raises(PublishError):
        load_theme(Files(), report)

    assert [problem.code for problem in report] == ["missing-file"]
    assert [problem.code for problem in mistakes(b'[colour]\nink = "\xff"')] == ["wrong-encoding"]


def test_a_picture_in_a_colour_that_the_theme_lacks_is_named():
    report = Report()
    figure = a_figure("A square")
    gold = replace(figure.scene, shapes=tuple(replace(shape, fill="gold") for shape in figure.scene.shapes))
    with pytest.raises(PublishError):
        document_theme(a_document(replace(figure, scene=gold)), Files({"templates/theme.toml": THEME}), report)

    (problem,) = report
    assert problem.code == "unknown-colour"
    assert "“gold”" in problem.message


@pytest.mark.parametrize(
    "lines",
    [
        "[page]\na5 = 3",
        "[script]\nThai = 3",
        '[script.Thai]\nline = "wide"',
        '[script.Thai]\nemphasis = "bold"',
        '[page.a5]\nmeasure = "wide"',
        "[page.a5]\nmargin = -5",
        '[fonts]\nThai = "fonts/x.ttf"',
        "[size]\nbody = inf",
        "[size]\nbody = true",
        "[size]\nbody = 0",
    ],
)
def test_a_value_that_cannot_be_is_a_problem_and_no_crash(lines):
    table = lines.split("\n")[0].encode()
    kept = b"".join(part for part in re.split(rb"(?m)^(?=\[)", THEME) if not part.startswith(table))

    assert "theme" in [problem.code for problem in mistakes(kept + lines.encode())]


def test_a_page_without_room_is_named():
    report = Report()
    text = THEME.replace(b'width = "210mm"\n', b"")
    with pytest.raises(PublishError):
        document_theme(a_document(), Files({"templates/theme.toml": text}), report)

    assert [problem.code for problem in report] == ["unknown-page"]


# --- fonts ---------------------------------------------------------------------------------------------------------


def thai_font() -> bytes:
    return bytes(font_stack("Thai", {})[0].face.blob.data)


def static_thai_font() -> bytes:
    font = instantiateVariableFont(TTFont(io.BytesIO(thai_font())), {"wght": 400})
    font["name"].setName("House Thai", 1, 3, 1, 0x409)
    font["name"].setName("House Thai", 16, 3, 1, 0x409)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def test_a_projects_own_font_is_the_first_of_its_script():
    theme = loaded("[fonts]", 'Thai = ["fonts/House.ttf"]', files={"fonts/House.ttf": thai_font()})

    assert [file.name for file in theme.fonts["Thai"]] == ["fonts/House.ttf"]
    assert font_stack("Thai", theme.fonts)[0] is theme.fonts["Thai"][0]


def test_a_leaflet_is_set_in_the_projects_own_static_font():
    files = {
        "templates/theme.toml": with_lines("[fonts]", 'Thai = ["fonts/House.ttf"]'),
        "fonts/House.ttf": static_thai_font(),
    }
    data = written(a_document(paragraph("ไทย", "th"), locale="th", title="ไทย"), files)

    with pikepdf.open(io.BytesIO(data)) as read:
        names = [str(font.BaseFont).partition("+")[2] for font in read.pages[0].Resources.Font.values()]
    assert "HouseThai-Regular" in names
    assert not [name for name in names if name.startswith("NotoSansThai")]


@pytest.mark.parametrize(
    ("data", "message"),
    [(None, "the font fonts/House.ttf is not there"), (b"OTTO", "fonts/House.ttf is not a TrueType font")],
)
def test_a_font_that_cannot_be_used_is_named_with_its_line(data, message):
    text = with_lines("[fonts]", 'Thai = ["fonts/House.ttf"]')
    (problem,) = mistakes(text, {} if data is None else {"fonts/House.ttf": data})

    assert problem.message == message
    assert problem.origin is not None
    assert problem.origin.line == line_of("fonts/House.ttf", text)
