"""A finished PDF -> sheets for a print shop: room around the trim for bleed and marks, pages in printer's order.

The pages keep their fonts and colours. What only a screen has is gone: tags, links, outline. So the file claims
PDF/A-2b, and neither PDF/A-2a nor PDF/UA.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name

from ecmiss_publish.write.theme import BLEED

_MM = 72 / 25.4  # points
MARGIN = 10 * _MM  # of a sheet around its trim
_MARK_GAP = 4 * _MM  # from the trim to a mark: more than the bleed, for no mark may be left on what is cut
_MARK_END = 9 * _MM  # from the trim to a mark's far end: no mark touches the sheet's edge

# Black and thin, crop marks whole and fold marks dashed. RGB, because the output intent tells what that is (sRGB).
_CROP_PEN = "0 0 0 RG 0.25 w [] 0 d"
_FOLD_PEN = "0 0 0 RG 0.25 w [3 2] 0 d"

_MARKED_CONTENT = {"BMC", "BDC", "EMC", "MP", "DP"}
_OF_A_PRINTED_FILE = {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents"}

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
_PDFA_EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
_PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"


@dataclass(frozen=True, slots=True)
class Sheets:
    """Every page is a side of a sheet, with marks where it is cut and folded.

    `folds` has an entry for each page: how far its folds are from the left edge of the trim, in points. With no
    entries nothing is folded.
    """

    folds: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Booklet:
    """Two pages lie on each side of a sheet; the sheets are laid one on the other, folded and stitched at the fold.

    `rtl` says that the booklet is read from right to left and so has its spine on the right.
    """

    rtl: bool = False


Imposition = Sheets | Booklet


def impose(data: bytes, imposition: Imposition) -> bytes:
    """Return the sheets for the pages of `data`, a PDF of ours; the same bytes for the same pages.

    A page's TrimBox or, where it has none, its MediaBox is where the paper will be cut. Its artwork goes on BLEED
    points beyond. The file's pages are the sides of the sheets: front, back, front ...
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sheets = [_sheet(pdf, side) for side in _sides(pdf, imposition)]
        del pdf.pages[:]
        pdf.pages.extend(sheets)
        _keep_what_is_printed(pdf)
        file = io.BytesIO()
        # No object streams: few objects are left to pack, and a print shop's old RIP reads the file too.
        without = pikepdf.ObjectStreamMode.disable
        # The metadata have no PDF version to be corrected; looking for one would write them in another way.
        pdf.save(file, deterministic_id=True, object_stream_mode=without, fix_metadata_version=False)
        return file.getvalue()


def booklet_order(pages: int, rtl: bool) -> tuple[tuple[int | None, int | None], ...]:
    """Return what lies left and right on each side of the sheets: page numbers from 1, or None for a blank.

    The outermost sheet is the first, its front before its back. Pages are filled up to a multiple of four before the
    last, which is the back cover; a single page is the front cover.
    """
    covers = min(pages, 1)  # where the blanks go in a booklet of one page; else before the last
    cut = max(pages - 1, covers)
    numbers = range(1, pages + 1)
    book = [*numbers[:cut], *[None] * (-pages % 4), *numbers[cut:]]
    sides: list[tuple[int | None, int | None]] = []
    for leaf in range(0, len(book) // 2, 2):
        sides += [(book[-1 - leaf], book[leaf]), (book[leaf + 1], book[-2 - leaf])]
    return tuple((right, left) if rtl else (left, right) for left, right in sides)


# --- where everything lies ---


@dataclass(frozen=True, slots=True)
class _Placed:
    """A page on a side: how far its trim is from the side's, and on which sides its bleed is kept. Points."""

    page: pikepdf.Page
    left: float = 0.0
    bleed_left: float = BLEED
    bleed_right: float = BLEED


@dataclass(frozen=True, slots=True)
class _Side:
    """A side of a sheet: the size of its trim, the pages in it, the folds. Points from the trim's lower left corner."""

    width: float
    height: float
    pages: tuple[_Placed, ...]
    folds: tuple[float, ...]


def _sides(pdf: pikepdf.Pdf, imposition: Imposition) -> Iterator[_Side]:
    match imposition:
        case Sheets(folds):
            yield from _single(pdf, folds or ((),) * len(pdf.pages))
        case Booklet(rtl):
            yield from _two_up(pdf, rtl)
        case _:
            assert_never(imposition)


def _single(pdf: pikepdf.Pdf, folds: Sequence[tuple[float, ...]]) -> Iterator[_Side]:
    for page, at in zip(pdf.pages, folds, strict=True):
        _, _, width, height = _trim(page)
        yield _Side(width, height, (_Placed(page),), at)


def _two_up(pdf: pikepdf.Pdf, rtl: bool) -> Iterator[_Side]:
    _, _, width, height = _trim(pdf.pages[0])
    for left, right in booklet_order(len(pdf.pages), rtl):
        placed: list[_Placed] = []
        # Bleed beyond the spine would be printed on the other page.
        if left is not None:
            placed.append(_Placed(pdf.pages[left - 1], bleed_right=0.0))
        if right is not None:
            placed.append(_Placed(pdf.pages[right - 1], left=width, bleed_left=0.0))
        yield _Side(2 * width, height, tuple(placed), (width,))


def _trim(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Return the left and lower edge, the width and the height of what is left of the page when it is cut."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    return left, bottom, right - left, top - bottom


# --- how it is drawn ---


def _sheet(pdf: pikepdf.Pdf, side: _Side) -> pikepdf.Page:
    """Return a side of a sheet as a page of the file."""
    names = [f"/Page{at}" for at in range(1, len(side.pages) + 1)]
    forms = {name: _form(pdf, placed) for name, placed in zip(names, side.pages, strict=True)}
    painted = [_paint(name, placed) for name, placed in zip(names, side.pages, strict=True)]
    whole = _box(side, MARGIN)
    sheet = Dictionary(
        Type=Name.Page,
        MediaBox=whole,
        CropBox=whole,
        BleedBox=_box(side, BLEED),
        TrimBox=_box(side, 0),
        Resources=Dictionary(XObject=Dictionary(forms)),
        Contents=pdf.make_stream("\n".join([*painted, *_marks(side)]).encode()),
    )
    return pikepdf.Page(pdf.make_indirect(sheet))


def _box(side: _Side, beyond: float) -> Array:
    """Return the rectangle that goes `beyond` the trim on all four sides, on a sheet whose corner is at 0, 0."""
    low = MARGIN - beyond
    high = MARGIN + beyond
    return Array([round(value, 4) for value in (low, low, side.width + high, side.height + high)])


def _form(pdf: pikepdf.Pdf, placed: _Placed) -> pikepdf.Stream:
    """Return a page as a Form XObject, whose box clips it: at the trim towards a spine, elsewhere at the bleed."""
    left, bottom, width, height = _trim(placed.page)
    box = (left - placed.bleed_left, bottom - BLEED, left + width + placed.bleed_right, bottom + height + BLEED)
    return pdf.make_stream(
        _unmarked(placed.page),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(value, 4) for value in box]),
        Resources=placed.page.resources,
    )


def _unmarked(page: pikepdf.Page) -> bytes:
    """Return the page's operators without marked content, for there is no tree of which it could be the content."""
    instructions = pikepdf.parse_content_stream(page)
    return pikepdf.unparse_content_stream([one for one in instructions if str(one.operator) not in _MARKED_CONTENT])


def _paint(name: str, placed: _Placed) -> str:
    left, bottom, _, _ = _trim(placed.page)
    return f"q 1 0 0 1 {_number(MARGIN + placed.left - left)} {_number(MARGIN - bottom)} cm {name} Do Q"


def _marks(side: _Side) -> Iterator[str]:
    """Yield the operators of the marks: at each corner where to cut, above and below each fold where to fold."""
    right, top = MARGIN + side.width, MARGIN + side.height
    yield _CROP_PEN
    for x in (MARGIN, right):
        yield from _upright_marks(x, top)
    for y in (MARGIN, top):
        yield _line(MARGIN - _MARK_GAP, y, MARGIN - _MARK_END, y)
        yield _line(right + _MARK_GAP, y, right + _MARK_END, y)
    if side.folds:
        yield _FOLD_PEN
    for fold in side.folds:
        yield from _upright_marks(MARGIN + fold, top)


def _upright_marks(x: float, top: float) -> Iterator[str]:
    yield _line(x, MARGIN - _MARK_GAP, x, MARGIN - _MARK_END)
    yield _line(x, top + _MARK_GAP, x, top + _MARK_END)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{_number(x1)} {_number(y1)} m {_number(x2)} {_number(y2)} l S"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


# --- what the file says of itself ---


def _keep_what_is_printed(pdf: pikepdf.Pdf) -> None:
    """Take the tree, the outline, the page labels and all else from the file that paper does not have."""
    for key in set(pdf.Root.keys()) - _OF_A_PRINTED_FILE:
        del pdf.Root[key]
    # Shrunk to a printer's paper, folds and trim would be in the wrong place.
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
    metadata = pdf.Root.Metadata
    assert isinstance(metadata, pikepdf.Stream)
    metadata.write(_claiming_2b(metadata.read_bytes()))


def _claiming_2b(packet: bytes) -> bytes:
    """Return the XMP packet with its claims reduced to PDF/A-2b, which promises looks and not structure."""
    root = etree.fromstring(packet)
    for level in root.iter(f"{_PDFA}conformance"):
        level.text = "B"
    _remove(root.findall(f".//{_PDFUA}part"))
    # The extension schema describes the property just removed, and nothing else.
    _remove(root.findall(f".//{_RDF}Description[{_PDFA_EXTENSION}schemas]"))
    etree.cleanup_namespaces(root)
    # The tree and not its root, because <?xpacket?> stands before and behind that.
    return etree.tostring(root.getroottree(), encoding="utf-8")


def _remove(elements: Sequence[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
