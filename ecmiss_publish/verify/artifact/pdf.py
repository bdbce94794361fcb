"""A finished PDF, read back by PDFium through its structure tree, against its Document.

What a screen reader would say is compared: the text of each structure element in the tree's order, its language and
its alternative text. Page numbers are artifacts and are not in the tree.
"""

from __future__ import annotations

import ctypes
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.verify.artifact.comparison import Piece, compare_shown, in_order, leftovers, squeezed

# PDFium hands out every hyphen at a line's end as one code, be it the text's own or one that the line break put in,
# mirrors brackets and quotation marks in right-to-left lines and makes “®” an “R” there: what cannot be told apart is
# not compared.
_HYPHENS = re.compile("[-\u2010\x02\ufffe]")
_BRACKETS = str.maketrans(")]}»›’”®", "([{«‹‘“R")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def check(document: Document, data: bytes, report: Report) -> None:
    """Report everything of `document` that the PDF does not say, or says in another order or language."""
    origin = Origin(document.edition.path)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        report.error("unreadable", f"PDFium cannot open the file: {error}", at=origin)
        return
    try:
        places = [place for page in range(len(pdf)) for place in _page_pieces(pdf[page], page, document.locale.tag)]
    finally:
        pdf.close()
    found = [piece for _, piece in places]
    spoken = [piece for piece in found if piece.alt is None]
    if not in_order(document, spoken, _readable):  # a folded sheet is read from page to page and back
        found = _in_tree_order(places, data)
        spoken = [piece for piece in found if piece.alt is None]
    compare_shown(document, list(document.shown_texts()), spoken, report, _readable)
    leftovers(document, spoken, report)
    _check_alternatives(document, [piece.alt for piece in found if piece.alt is not None], report)
    for piece in spoken:
        if "\ufffd" in piece.text or "\0" in piece.text:
            report.error("missing-glyph", f"“{piece.text}” holds a character without a glyph", at=origin)


def _readable(words: str) -> str:
    return _HYPHENS.sub("", squeezed(words)).translate(_BRACKETS)


def _check_alternatives(document: Document, found: list[str], report: Report) -> None:
    wanted = [block.alt for block in walk(document.blocks) if isinstance(block, Figure)]
    for alt in wanted:
        if squeezed(alt.plain) not in map(squeezed, found):
            report.error(
                "missing-alt", f"the alternative text of {alt.unit} is not in the file", at=alt.origin, unit=alt.unit
            )


# Where a piece was marked: the page, from 0, and the number of the marked-content sequence on it.
_Place: TypeAlias = tuple[int, int]


def _in_tree_order(places: list[tuple[_Place, Piece]], data: bytes) -> list[Piece]:
    """Return the pieces in the order of the whole tree, of which PDFium shows what is on one page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        order = {place: at for at, place in enumerate(_marks(pdf.Root.StructTreeRoot.K, None, numbers))}
    return [piece for place, piece in sorted(places, key=lambda item: order.get(item[0], len(order)))]


def _marks(kid: Any, page: int | None, numbers: Mapping[Any, int]) -> Iterator[_Place]:
    """Yield the marked-content sequences below an element of the tree (ISO 32000-1, 14.7.2)."""
    if isinstance(kid, pikepdf.Array):
        for item in kid:
            yield from _marks(item, page, numbers)
    elif isinstance(kid, pikepdf.Dictionary):
        page = numbers[kid.Pg.objgen] if "/Pg" in kid else page
        if "/MCID" in kid:
            yield page or 0, int(kid.MCID)
        elif "/K" in kid:
            yield from _marks(kid.K, page, numbers)
    else:
        yield page or 0, int(kid)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with the text of each of its marked-content sequences."""

    number: int
    marked: dict[int, str]

    def pieces(self, element: pdfium.FPDF_STRUCTELEMENT, lang: str) -> Iterator[tuple[_Place, Piece]]:
        lang = _string(pdfium.FPDF_StructElement_GetLang, element) or lang
        alt = _string(pdfium.FPDF_StructElement_GetAltText, element)
        if alt:
            yield (self.number, -1), Piece("", lang, alt)
        for index in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                yield from self.pieces(child, lang)
            else:
                mcid = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
                if mcid in self.marked:
                    yield (self.number, mcid), Piece(self.marked[mcid], lang)


def _page_pieces(page: pypdfium2.PdfPage, number: int, lang: str) -> Iterator[tuple[_Place, Piece]]:
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        reader = _Page(number, _marked_text(page, Locale.of_tag(lang).direction == "rtl"))
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            if element:
                yield from reader.pieces(element, lang)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _marked_text(page: pypdfium2.PdfPage, rtl: bool) -> dict[int, str]:
    """Return the text of each marked-content sequence of the page."""
    text_page = page.get_textpage()
    marked: dict[int, str] = {}
    for item, words in _objects(text_page, rtl):
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
        if mcid >= 0:
            marked[mcid] = marked.get(mcid, "") + words
    text_page.close()
    return marked


def _objects(text_page: pypdfium2.PdfTextPage, rtl: bool) -> Iterator[tuple[ctypes.c_void_p, str]]:
    """Yield the text objects of a page in the order of its content, each with its words in reading order."""
    page = text_page.page.raw
    items = [pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page))]
    items = [item for item in items if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT]
    if rtl or _RIGHT_TO_LEFT.search(text_page.get_text_range()):
        places = _characters(text_page)
        for item in items:
            yield item, _logical(places.get(ctypes.addressof(item.contents), []), rtl)
    else:
        for item in items:
            yield item, _string(pdfium.FPDFTextObj_GetText, item, text_page.raw)


def _characters(text_page: pypdfium2.PdfTextPage) -> dict[int, list[tuple[float, str]]]:
    """Return the characters of each text object, by its address, and where they stand."""
    objects: dict[int, list[tuple[float, str]]] = {}
    page = text_page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(page)):
        item = pdfium.FPDFText_GetTextObject(page, index)
        if item:
            pdfium.FPDFText_GetCharOrigin(page, index, x, y)
            char = chr(pdfium.FPDFText_GetUnicode(page, index))
            objects.setdefault(ctypes.addressof(item.contents), []).append((x.value, char))
    return objects


def _logical(chars: list[tuple[float, str]], rtl: bool) -> str:
    """Return one text object's characters in reading order: from the right where its first letter is right-to-left.

    PDFium's own order is a guess for the whole line; within an object, which has one direction, the places tell.
    """
    kinds = [unicodedata.bidirectional(char) for _, char in chars]
    # Punctuation alone, as in “).”, follows the page; numbers run from left to right everywhere.
    weak = "L" if "EN" in kinds or "AN" in kinds or not rtl else "R"
    if next((kind for kind in kinds if kind in ("L", "R", "AL")), weak) == "L":
        return "".join(char for _, char in sorted(chars, key=lambda item: item[0]))
    ordered = sorted(chars, key=lambda item: (-item[0], unicodedata.category(item[1]).startswith("M")))
    return "".join(char for _, char in ordered)


def _string(call: Callable[..., int], *things: object) -> str:
    size = call(*things, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    call(*things, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
