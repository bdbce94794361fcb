"""What a print shop gets: every page in its place, room and marks around it, and no claim that is not true."""

import hashlib
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any

import pikepdf
import pypdfium2
import pytest

from ecmiss_publish.model.block import Block, Break
from ecmiss_publish.write.impose import Booklet, Imposition, Sheets, booklet_order, impose
from tests.write.pdf_documents import a_document, a_leaflet, page_words, paragraph, written

MM = 72 / 25.4
A4 = (210, 297)
MARGIN, BLEED = 10, 3  # millimetres
COUNTS = range(1, 21)
COLOUR, WHITE = (0, 128, 128), (255, 255, 255)


# --- files to impose and how sheets are looked at ---


def a_pdf(pages: int) -> bytes:
    """Return A4 pages that say “Page 1 of 4” at the foot."""
    blocks: list[Block] = [paragraph("Words.")]
    for _ in range(pages - 1):
        blocks += [Break(), paragraph("Words.")]
    return written(a_document(*blocks))


def coloured(data: bytes, number: int) -> bytes:
    """Return the PDF with one page full of colour, which goes on far beyond the page's edges."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[number - 1].contents_add(b"q 0 0.5 0.5 rg -100 -100 2000 2000 re f Q")
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def boxes(data: bytes, name: str) -> list[list[float]]:
    """Return the box of this name of each page, in millimetres."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [[float(value) / MM for value in page.obj[f"/{name}"]] for page in pdf.pages]


def around(width: float, height: float, beyond: float) -> list[float]:
    """Return the box that goes `beyond` the trim of a sheet, in millimetres."""
    return [MARGIN - beyond, MARGIN - beyond, MARGIN + width + beyond, MARGIN + height + beyond]


def close(values: Sequence[float]) -> Any:
    return pytest.approx(values, abs=0.1)


def numbers_shown(data: bytes) -> tuple[tuple[int | None, int | None], ...]:
    """Return the page numbers that PDFium reads in the left and the right half of each side."""

    def number(words: str) -> int | None:
        found = re.findall(r"Page (\d+) of", words)
        assert len(found) < 2
        return int(found[0]) if found else None

    document = pypdfium2.PdfDocument(data)
    try:
        shown = []
        for page in document:
            text, (wide, high) = page.get_textpage(), page.get_size()
            left, right = text.get_text_bounded(0, 0, wide / 2, high), text.get_text_bounded(wide / 2, 0, wide, high)
            shown.append((number(left), number(right)))
        return tuple(shown)
    finally:
        document.close()


class Side:
    """A side of a sheet as PDFium paints it."""

    scale = 2  # pixels of a point

    def __init__(self, data: bytes, at: int = 0) -> None:
        document = pypdfium2.PdfDocument(data)
        self.image = document[at].render(scale=self.scale).to_pil()
        document.close()

    def colour(self, x: float, y: float) -> tuple[int, ...]:
        """Return the colour at a place: millimetres from the trim's lower left corner."""
        across, up = (int((MARGIN + way) * MM * self.scale) for way in (x, y))
        place = (across, self.image.height - 1 - up)
        found = self.image.getpixel(place)
        assert isinstance(found, tuple)
        return found


def strokes(data: bytes, at: int = 0) -> tuple[list[list[float]], list[list[float]]]:
    """Return the crop marks and the fold marks of a side: both ends, in millimetres from its lower left corner."""
    whole: list[list[float]] = []
    dashed: list[list[float]] = []
    now, start = whole, [0.0, 0.0]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for instruction in pikepdf.parse_content_stream(pdf.pages[at]):
            operands: Any = list(instruction.operands)
            match str(instruction.operator):
                case "d":
                    now = dashed if len(operands[0]) else whole
                case "m":
                    start = [float(value) / MM for value in operands]
                case "l":
                    now.append(start + [float(value) / MM for value in operands])
                case "w":
                    assert float(operands[0]) == 0.25
                case "RG":
                    assert [float(value) for value in operands] == [0, 0, 0]
    return whole, dashed


def is_outside(stroke: list[float], box: list[float]) -> bool:
    x1, y1, x2, y2 = stroke
    left, bottom, right, top = box
    return max(x1, x2) < left or min(x1, x2) > right or max(y1, y2) < bottom or min(y1, y2) > top


def folded(sides: Sequence[tuple[int | None, int | None]], rtl: bool) -> list[int | None]:
    """Return the pages of a booklet in the order in which they are turned, as paper would have it.

    Sheets are nested with their fronts outside and folded once. Each half is a leaf with two faces: behind the right
    half of a front lies the left half of its back. A reader meets one row of halves from the outermost sheet to the
    innermost, face up first, and comes back through the other row.
    """
    sheets = [(sides[at], sides[at + 1]) for at in range(0, len(sides), 2)]
    right = [(front[1], back[0]) for front, back in sheets]
    left = [(front[0], back[1]) for front, back in sheets]
    going, coming = (left, right) if rtl else (right, left)
    read: list[int | None] = []
    for outer, inner in going:
        read += [outer, inner]
    for outer, inner in reversed(coming):
        read += [inner, outer]
    return read


# --- the printer's order ---


def test_the_outermost_sheet_comes_first_and_has_both_covers_outside():
    assert booklet_order(8, rtl=False) == ((8, 1), (2, 7), (6, 3), (4, 5))


def test_read_from_right_to_left_the_halves_change_places():
    assert booklet_order(8, rtl=True) == ((1, 8), (7, 2), (3, 6), (5, 4))


def test_blanks_stand_before_the_last_page_which_is_the_back_cover():
    assert booklet_order(6, rtl=False) == ((6, 1), (2, None), (None, 3), (4, 5))
    assert booklet_order(5, rtl=False) == ((5, 1), (2, None), (None, 3), (4, None))


def test_a_single_page_is_the_front_cover():
    assert booklet_order(1, rtl=False) == ((None, 1), (None, None))
    assert booklet_order(1, rtl=True) == ((1, None), (None, None))


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("pages", COUNTS)
def test_a_folded_booklet_has_its_pages_in_order(pages, rtl):
    read = folded(booklet_order(pages, rtl), rtl)

    assert [page for page in read if page] == list(range(1, pages + 1))
    assert len(read) % 4 == 0
    assert len(read) - pages < 4, "no more blanks than it takes"
    assert read[0] == 1
    assert pages == 1 or read[-1] == pages


def test_folding_notices_a_wrong_order():
    assert folded(booklet_order(8, rtl=True), rtl=False) != list(range(1, 9))
    assert folded(((8, 1), (7, 2), (6, 3), (4, 5)), rtl=False) != list(range(1, 9))
    assert folded(((6, 3), (4, 5), (8, 1), (2, 7)), rtl=False) != list(range(1, 9)), "the innermost sheet outside"


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("pages", [1, 2, 3, 4, 5, 8, 11])
def test_every_page_lies_where_the_order_says(pages, rtl):
    sheets = impose(a_pdf(pages), Booklet(rtl))

    assert numbers_shown(sheets) == booklet_order(pages, rtl)


# --- the boxes ---


def test_a_sheet_has_room_for_bleed_and_marks_around_the_page():
    sheets = impose(a_pdf(3), Sheets())

    assert boxes(sheets, "MediaBox") == [close([0, 0, 230, 317])] * 3
    assert boxes(sheets, "CropBox") == boxes(sheets, "MediaBox")
    assert boxes(sheets, "TrimBox") == [close(around(*A4, 0))] * 3
    assert boxes(sheets, "BleedBox") == [close(around(*A4, BLEED))] * 3


def test_a_booklets_sheet_is_two_pages_wide():
    sheets = impose(a_pdf(6), Booklet())

    assert boxes(sheets, "MediaBox") == [close([0, 0, 440, 317])] * 4
    assert boxes(sheets, "CropBox") == boxes(sheets, "MediaBox")
    assert boxes(sheets, "TrimBox") == [close(around(420, 297, 0))] * 4
    assert boxes(sheets, "BleedBox") == [close(around(420, 297, BLEED))] * 4


def test_pages_stay_in_order_and_keep_their_words():
    data = a_pdf(3)

    assert page_words(impose(data, Sheets())) == page_words(data)


def test_a_page_is_cut_at_its_trim_box_where_it_has_one():
    with pikepdf.open(io.BytesIO(coloured(a_pdf(1), 1))) as pdf:
        pdf.pages[0].trimbox = pikepdf.Array([10 * MM, 20 * MM, 110 * MM, 170 * MM])
        file = io.BytesIO()
        pdf.save(file)
    sheets = impose(file.getvalue(), Sheets())

    assert boxes(sheets, "TrimBox") == [close(around(100, 150, 0))]
    assert Side(sheets).colour(-2, 50) == Side(sheets).colour(102, 152) == COLOUR
    assert Side(sheets).colour(-4, 50) == Side(sheets).colour(102, 154) == WHITE


# --- what is painted ---


def test_artwork_goes_on_to_the_end_of_the_bleed():
    side = Side(impose(coloured(a_pdf(1), 1), Sheets()))

    printed = [(105, 150), (-2.7, 150), (212.7, 150), (105, -2.7), (105, 299.7), (-2.7, -2.7), (212.7, 299.7)]
    assert [side.colour(*place) for place in printed] == [COLOUR] * 7
    assert [side.colour(*place) for place in [(-3.4, 150), (213.4, 150), (105, -3.4), (105, 300.4)]] == [WHITE] * 4


@pytest.mark.parametrize(("rtl", "inside", "outside"), [(False, 211, 422.7), (True, 209, -2.7)])
def test_artwork_ends_at_the_spine_and_goes_on_beyond_the_other_edges(rtl, inside, outside):
    side = Side(impose(coloured(a_pdf(2), 1), Booklet(rtl)))
    over_the_spine = 420 - inside

    assert side.colour(inside, 150) == side.colour(outside, 150) == side.colour(inside, 299.7) == COLOUR
    assert side.colour(over_the_spine, 150) == side.colour(over_the_spine, -2.7) == WHITE


@pytest.mark.parametrize("imposition", [Sheets(((210.0, 400.0),)), Booklet()])
def test_marks_lie_outside_the_bleed_and_within_the_sheet(imposition):
    sheets = impose(a_pdf(1), imposition)
    crop, fold = strokes(sheets)
    (whole, *_), (bleed, *_) = boxes(sheets, "MediaBox"), boxes(sheets, "BleedBox")

    assert crop
    assert fold
    for stroke in crop + fold:
        assert is_outside(stroke, bleed)
        assert all(0 < value < most for value, most in zip(stroke, whole[2:] * 2, strict=True))


def test_a_sheet_is_cut_where_two_marks_at_each_corner_say():
    crop, fold = strokes(impose(a_pdf(1), Sheets()))
    left, bottom, right, top = around(*A4, 0)

    upright = [mark for x in (left, right) for mark in ([x, bottom - 4, x, bottom - 9], [x, top + 4, x, top + 9])]
    level = [mark for y in (bottom, top) for mark in ([left - 4, y, left - 9, y], [right + 4, y, right + 9, y])]
    assert crop == [close(mark) for mark in upright + level]
    assert fold == []


def test_each_side_has_its_own_folds_above_and_below():
    sheets = impose(a_pdf(2), Sheets(((97 * MM,), (100 * MM, 200 * MM))))

    for at, places in enumerate([[97], [100, 200]]):
        _, fold = strokes(sheets, at)
        expected = [[MARGIN + x, y, MARGIN + x, y + way] for x in places for y, way in [(6, -5), (311, 5)]]
        assert fold == [close(mark) for mark in expected]


def test_folds_are_told_for_every_page_or_for_none():
    with pytest.raises(ValueError, match="shorter"):
        impose(a_pdf(2), Sheets(((100.0,),)))


def test_a_booklet_is_folded_at_its_spine():
    sheets = impose(a_pdf(4), Booklet())

    for at in (0, 1):
        _, fold = strokes(sheets, at)
        assert fold == [close([220, 6, 220, 1]), close([220, 311, 220, 316])]


# --- what the file says of itself ---


@pytest.fixture(scope="module", params=[Sheets(), Booklet()])
def imposed(request) -> bytes:
    """Return the leaflet, imposed."""
    imposition: Imposition = request.param
    return impose(a_tagged_leaflet(), imposition)


def a_tagged_leaflet() -> bytes:
    """Return a leaflet with headings, a link, a picture and all else that has a tag."""
    return written(a_leaflet("ar"))


def test_the_file_claims_pdf_a_2b_and_nothing_more(imposed):
    with pikepdf.open(io.BytesIO(imposed)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    root = ET.fromstring(packet)

    pdfa = "{http://www.aiim.org/pdfa/ns/id/}"
    assert [root.findtext(f".//{pdfa}{name}") for name in ("part", "conformance")] == ["2", "B"]
    assert b"pdfua" not in packet
    assert b"extension" not in packet
    assert packet.startswith('<?xpacket begin="\ufeff"'.encode())
    assert packet.endswith(b'<?xpacket end="w"?>')


def test_all_else_is_said_as_before(imposed):
    with pikepdf.open(io.BytesIO(a_tagged_leaflet())) as before, pikepdf.open(io.BytesIO(imposed)) as after:
        assert dict(after.docinfo.items()) == dict(before.docinfo.items())
        assert after.Root.Lang == before.Root.Lang == "ar"
        (intent,) = after.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == before.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        title, keywords = (
            [ET.fromstring(pdf.Root.Metadata.read_bytes()).findtext(path) for pdf in (before, after)]
            for path in (".//{*}title//{*}li", ".//{*}Keywords")
        )
    assert title[0] == title[1] != ""
    assert keywords[0] == keywords[1] != ""


def test_nothing_is_left_that_paper_does_not_have(imposed):
    with pikepdf.open(io.BytesIO(imposed)) as pdf:
        keys = {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/ViewerPreferences"}
        assert set(pdf.Root.keys()) == keys
        for page in pdf.pages:
            assert not {"/Annots", "/StructParents", "/Tabs"} & set(page.obj.keys())
        everything: list[Any] = list(pdf.objects)
    kinds = {str(thing.get("/Type")) for thing in everything if isinstance(thing, pikepdf.Dictionary)}
    assert not kinds & {"/StructTreeRoot", "/StructElem", "/Annot", "/Outlines"}


def test_no_content_is_marked(imposed):
    with pikepdf.open(io.BytesIO(imposed)) as pdf:
        forms = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"
        ]
        operators = {str(one.operator) for form in forms for one in pikepdf.parse_content_stream(form)}

    assert "TJ" in operators
    assert not operators & {"BMC", "BDC", "EMC"}


def test_fonts_are_the_same_bytes():
    def fonts(data: bytes) -> set[bytes]:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
            return {thing.FontFile2.read_raw_bytes() for thing in things if "/FontFile2" in thing}

    data = a_tagged_leaflet()
    assert fonts(impose(data, Booklet())) == fonts(data) != set()


def test_sheets_are_no_larger_than_the_pages():
    data = a_pdf(8)

    assert len(impose(data, Booklet())) < len(data)


# --- the same bytes ---


@pytest.mark.parametrize("imposition", [Sheets(), Booklet(), Booklet(rtl=True)])
def test_the_same_pages_make_the_same_bytes_in_every_process(imposition):
    data = a_pdf(3)
    once = impose(data, imposition)
    program = (
        "import sys, hashlib; from ecmiss_publish.write.impose import *; "
        f"print(hashlib.sha256(impose(sys.stdin.buffer.read(), {imposition!r})).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        input=data,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )

    assert impose(data, imposition) == once
    assert run.stdout.decode().strip() == hashlib.sha256(once).hexdigest()


def test_other_pages_make_another_file():
    def identifier(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return bytes(pdf.trailer.ID[1])

    assert identifier(impose(a_pdf(2), Booklet())) != identifier(impose(a_pdf(3), Booklet()))
