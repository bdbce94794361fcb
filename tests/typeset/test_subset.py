"""Subset fonts are sound TrueType, judged by fontTools."""

import io

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import calcChecksum

from ecmiss_publish.typeset.fonts import BOLD, REGULAR, Font, font_stack
from ecmiss_publish.typeset.subset import Composite, Subset, subset


def glyphs_of(font: Font, words: str) -> dict[str, int]:
    return {char: font.hb.get_nominal_glyph(ord(char)) for char in words}


def opened(made: Subset) -> TTFont:
    return TTFont(io.BytesIO(made.data), lazy=False, checkChecksums=2)


@pytest.fixture(params=[("Latn", REGULAR), ("Latn", BOLD), ("Hans", REGULAR)], ids=str)
def font(request) -> Font:
    script, weight = request.param
    return font_stack(script, {})[0].at(weight)


def test_the_glyphs_asked_for_are_there_with_their_widths(font):
    wanted = glyphs_of(font, "amé")
    made = subset(font, frozenset(wanted.values()), [])
    read = opened(made)
    order = read.getGlyphOrder()

    for glyph in wanted.values():
        advance, _ = read["hmtx"][order[made.glyphs[glyph]]]
        assert advance == pytest.approx(font.advance(glyph) / font.scale, abs=1)
    assert len(order) < 12
    assert read["glyf"][order[0]].numberOfContours, ".notdef keeps its outline"


def test_nothing_is_left_of_the_axis_and_of_tables_that_a_pdf_does_not_need(font):
    made = subset(font, frozenset(glyphs_of(font, "a").values()), [])

    assert set(opened(made).reader.keys()) <= {"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}


def test_a_composite_is_its_parts_moved(font):
    wanted = glyphs_of(font, "ao")
    parts = ((wanted["a"], 0, 0), (wanted["o"], 600, -50))
    made = subset(font, frozenset(), [Composite(1234, parts), Composite(500, ((wanted["o"], -20, 300),))])
    read = opened(made)
    order, glyf, shapes = read.getGlyphOrder(), read["glyf"], read.getGlyphSet()

    first, second = order[made.first_composite : made.first_composite + 2]
    assert [(part.glyphName, part.x, part.y) for part in glyf[first].components] == [
        (order[made.glyphs[wanted["a"]]], 0, 0),
        (order[made.glyphs[wanted["o"]]], 600, -50),
    ]
    assert [(part.x, part.y) for part in glyf[second].components] == [(-20, 300)]
    assert read["hmtx"][first][0] == 1234
    assert read["hmtx"][second][0] == 500
    for name in (first, second):
        pen = BoundsPen(shapes)
        shapes[name].draw(pen)
        glyph = glyf[name]
        assert pen.bounds == pytest.approx((glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax), abs=1)
        assert read["hmtx"][name][1] == glyph.xMin, "the left side bearing is where the outline begins"


def test_limits_say_what_the_font_holds(font):
    wanted = glyphs_of(font, "aé")
    composite = Composite(900, ((wanted["a"], 0, 0), (wanted["é"], 400, 0), (wanted["a"], 800, 0)))
    read = opened(subset(font, frozenset(), [composite]))
    said = read["maxp"]
    limits = {name: getattr(said, name) for name in ("maxComponentElements", "maxComponentDepth")}
    points, contours = said.maxCompositePoints, said.maxCompositeContours
    read["maxp"].recalc(read)

    assert said.numGlyphs == len(read.getGlyphOrder())
    assert limits["maxComponentElements"] >= said.maxComponentElements >= 3
    assert limits["maxComponentDepth"] >= said.maxComponentDepth >= 1
    assert points >= said.maxCompositePoints
    assert contours >= said.maxCompositeContours


def test_parts_without_an_outline_make_a_blank_glyph(font):
    space = glyphs_of(font, " ")[" "]
    made = subset(font, frozenset(), [Composite(300, ((space, 0, 0), (space, 100, 0)))])
    read = opened(made)
    name = read.getGlyphOrder()[made.first_composite]

    assert read["glyf"][name].numberOfContours == 0
    assert read["hmtx"][name] == (300, 0)


def test_checksums_are_right(font):
    wanted = glyphs_of(font, "abc")
    data = subset(font, frozenset(wanted.values()), [Composite(10, ((wanted["a"], 1, 1),))]).data
    read = TTFont(io.BytesIO(data))

    for tag, entry in read.reader.tables.items():
        if tag != "head":  # whose checksum is taken without its own adjustment
            assert entry.checkSum == calcChecksum(entry.loadData(read.reader.file))
    assert calcChecksum(data) == 0xB1B0AFBA
    assert all(entry.offset % 4 == 0 for entry in read.reader.tables.values())


def test_the_box_holds_every_glyph(font):
    wanted = glyphs_of(font, "gÅ")
    made = subset(font, frozenset(wanted.values()), [Composite(10, ((wanted["g"], 5000, 5000),))])
    read = opened(made)
    head = read["head"]

    assert made.box == (head.xMin, head.yMin, head.xMax, head.yMax)
    assert made.box[2] >= 5000
    assert made.box[3] >= 5000


def test_the_same_wish_gives_the_same_bytes(font):
    glyphs = frozenset(glyphs_of(font, "Hello").values())

    assert subset(font, glyphs, []).data == subset(font, glyphs, []).data
