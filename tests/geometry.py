"""Where things stand in a finished PDF, as PDFium finds them and as its structure tree names them; and folded paper.

Lengths are points, y upwards from the lower edge, as the file has them. Nothing here is shared with the writer.
"""

from __future__ import annotations

import ctypes
import functools
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4  # points


class Area(NamedTuple):
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def inset(self, by: float) -> Area:
        return Area(self.left + by, self.bottom + by, self.right - by, self.top - by)

    def holds(self, other: Area, fuzz: float = 0.05) -> bool:
        """Return whether `other` lies in it, as far as a file's rounding tells."""
        return (
            self.left - fuzz <= other.left
            and self.bottom - fuzz <= other.bottom
            and other.right <= self.right + fuzz
            and other.top <= self.top + fuzz
        )

    def joined(self, other: Area) -> Area:
        """Return the least area that holds both."""
        low = (min(self.left, other.left), min(self.bottom, other.bottom))
        return Area(*low, max(self.right, other.right), max(self.top, other.top))

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


@dataclass(slots=True, eq=False)
class Element:
    """A structure element: its tag, the unit that its words are, what is below it; a figure's place."""

    tag: str
    id: str | None = None
    lang: str | None = None
    box: Area | None = None
    parent: Element | None = None
    kids: list[Element] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    page: int | None = None  # where its own content begins

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    @property
    def named(self) -> Element:
        """The nearest element around it, or itself, that has a unit's name; the document's where none has."""
        return self if self.id is not None or self.parent is None else self.parent.named

    def all_pieces(self) -> list[Piece]:
        """Return the words of this element and of all below it."""
        return [piece for element in self.walk() for piece in element.pieces]

    def lines(self) -> list[Line]:
        """Return the lines of the words below it, from the first page's top to the last one's bottom."""
        found: dict[tuple[int, float], list[Piece]] = {}
        for piece in self.all_pieces():
            found.setdefault((piece.page, -round(piece.baseline, 1)), []).append(piece)
        return [Line(tuple(pieces)) for _, pieces in sorted(found.items(), key=lambda item: item[0])]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one font on one line: where their ink is, the line they stand on, how large they are."""

    page: int
    words: str
    area: Area
    baseline: float
    size: float
    element: Element | None  # None is furniture

    @property
    def left(self) -> float:
        return self.area.left

    @property
    def right(self) -> float:
        return self.area.right


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of an element on one line."""

    pieces: tuple[Piece, ...]

    @property
    def page(self) -> int:
        return self.pieces[0].page

    @property
    def baseline(self) -> float:
        return self.pieces[0].baseline

    @property
    def size(self) -> float:
        return self.pieces[0].size

    @property
    def left(self) -> float:
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @property
    def words(self) -> str:
        return "".join(piece.words for piece in self.pieces).strip()


@dataclass(frozen=True, slots=True)
class Path:
    """A painted path: where it is, its colours from 0 to 255, where it is painted with them."""

    page: int
    area: Area
    fill: tuple[int, ...] | None
    stroke: tuple[int, ...] | None
    dashed: bool
    marked: bool  # the content of an element, and not furniture


@dataclass(frozen=True, slots=True)
class Form:
    """A finished PDF: the trim of each page, its words, its paths and its structure."""

    data: bytes
    pages: tuple[Area, ...]
    pieces: tuple[Piece, ...]
    paths: tuple[Path, ...]
    root: Element

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with one of `tags`, in reading order."""
        return [element for element in self.root.walk() if element.tag in tags]

    def on(self, page: int) -> list[Piece]:
        """Return the words of a page, from 0, in the order of its content."""
        return [piece for piece in self.pieces if piece.page == page]


@functools.lru_cache(maxsize=64)
def read_form(data: bytes) -> Form:
    """Return what is in a tagged PDF and where."""
    root, owners = _structure(data)
    document = pypdfium2.PdfDocument(data)
    try:
        pages = tuple(Area(*page.get_trimbox()) for page in document)
        pieces: list[Piece] = []
        paths: list[Path] = []
        for number, page in enumerate(document):
            _read_page(page, number, owners, pieces, paths)
    finally:
        document.close()
    for piece in pieces:
        if piece.element is not None:
            piece.element.pieces.append(piece)
    return Form(data, pages, tuple(pieces), tuple(paths), root)


def _read_page(
    page: Any, number: int, owners: Mapping[tuple[int, int], Element], pieces: list[Piece], paths: list[Path]
) -> None:
    text_page = page.get_textpage()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH]):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item)
        area = Area(*item.get_bounds())
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths.append(_path(item, number, area, mark >= 0))
        elif words := _words(item, text_page):
            size = ctypes.c_float()
            pdfium.FPDFTextObj_GetFontSize(item, size)
            _, _, _, scale, _, baseline = item.get_matrix().get()
            pieces.append(Piece(number, words, area, baseline, size.value * scale, owners.get((number, mark))))
    text_page.close()


def _words(item: Any, text_page: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(item, text_page, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _path(item: Any, number: int, area: Area, marked: bool) -> Path:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
    fill = _colour(pdfium.FPDFPageObj_GetFillColor, item) if mode.value else None
    stroke = _colour(pdfium.FPDFPageObj_GetStrokeColor, item) if stroked.value else None
    return Path(number, area, fill, stroke, pdfium.FPDFPageObj_GetDashCount(item) > 0, marked)


def _colour(call: Any, item: Any) -> tuple[int, ...]:
    values = [ctypes.c_uint() for _ in range(4)]
    call(item, *values)
    return tuple(value.value for value in values[:3])


def _structure(data: bytes) -> tuple[Element, dict[tuple[int, int], Element]]:
    """Return the structure tree, and the element of each marked-content sequence by page and number."""
    owners: dict[tuple[int, int], Element] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(pdf.pages)}
        return _element(pdf.Root.StructTreeRoot.K, None, numbers, owners), owners


def _element(
    node: Any, parent: Element | None, numbers: Mapping[Any, int], owners: dict[tuple[int, int], Element]
) -> Element:
    name, lang = (str(node[key]) if key in node else None for key in ("/ID", "/Lang"))
    box = node.A.get("/BBox") if "/A" in node else None
    made = Element(str(node.S)[1:], name, lang, Area(*(float(value) for value in box)) if box else None, parent)
    if "/Pg" in node:
        made.page = numbers[node.Pg.objgen]
    for kid in node.get("/K", ()):
        if isinstance(kid, int):
            assert made.page is not None
            owners[made.page, kid] = made
        elif "/MCID" in kid:
            owners[numbers[kid.Pg.objgen], int(kid.MCID)] = made
        elif "/S" in kid:
            made.kids.append(_element(kid, made, numbers, owners))
    return made


# --- paper --------------------------------------------------------------------------------------------------------


class Face(NamedTuple):
    """What is printed on one side of a piece of paper between two folds, and how wide that is."""

    width: float
    shows: Any


@dataclass(frozen=True, slots=True)
class Leaf:
    """A flat piece of paper on a table: its two edges, what can be read on it, what its lower face has."""

    left: float
    right: float
    up: Any
    down: Any


Pile = tuple[Leaf, ...]  # from the table upwards


def sheet(upper: Sequence[Face], lower: Sequence[Face]) -> Pile:
    """Return an unfolded sheet; the faces of either side stand as who looks at that side has them, from the left.

    To look at the other side, the sheet is turned over like a page of a book: its left edge comes to the right.
    """
    at, leaves = 0.0, []
    for above, below in zip(upper, reversed(lower), strict=True):
        assert abs(above.width - below.width) < 0.1 * MM, "a fold on one side is a fold on the other"
        leaves.append(Leaf(at, at + above.width, above.shows, below.shows))
        at += above.width
    return tuple(leaves)


def turned(pile: Pile, moving: Sequence[Leaf], fold: float) -> Pile:
    """Return the pile once the leaves `moving` are turned over a fold and lie on the others, face down."""
    for leaf in moving:
        assert min(abs(leaf.left - fold), abs(leaf.right - fold)) < 0.1 * MM, "paper bends at folds only"
    over = tuple(
        Leaf(2 * fold - leaf.right, 2 * fold - leaf.left, leaf.down, leaf.up) for leaf in pile[::-1] if leaf in moving
    )
    return (*(leaf for leaf in pile if leaf not in moving), *over)


def turned_over(pile: Pile) -> Pile:
    """Return the whole pile turned over like a page."""
    return tuple(replace(leaf, left=-leaf.right, right=-leaf.left, up=leaf.down, down=leaf.up) for leaf in pile[::-1])


def in_sight(pile: Pile) -> list[Any]:
    """Return the faces that who looks at the pile can read, from the left: nothing lies on their middle."""
    seen = []
    for at, leaf in enumerate(pile):
        middle = (leaf.left + leaf.right) / 2
        if not any(above.left < middle < above.right for above in pile[at + 1 :]):
            seen.append((leaf.left, leaf.up))
    return [shows for _, shows in sorted(seen, key=lambda item: item[0])]
