"""Blocks -> the paragraphs, tables and pictures of a Word file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from ecmiss_publish.markup.bookmark import bookmark_name
from ecmiss_publish.model.block import (
    Block,
    Break,
    Cell,
    Definition,
    Definitions,
    Figure,
    Group,
    List,
    ListItem,
    Panel,
    Paragraph,
    Quote,
    Section,
    Table,
    TableRow,
)
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.write.docx.inlines import Inliner
from ecmiss_publish.write.docx.languages import language_of
from ecmiss_publish.write.docx.looks import box_start, level_name, style_id
from ecmiss_publish.write.docx.numbering import BOX_NUMBERS, NUMBERS, Numbering
from ecmiss_publish.write.docx.pictures import drawing, embed
from ecmiss_publish.write.docx.roles import box_of, paragraph_name, role_name
from ecmiss_publish.write.docx.styles import CELL_PADDING, TABLE_STYLE, Typography, cell_rule, cell_shading
from ecmiss_publish.write.docx.xml import Xml, parsed, twips, w, words
from ecmiss_publish.write.pictures import scene_png
from ecmiss_publish.write.svg import scene_svg

_DEEPEST_HEADING = 6
# Prose in another language, such as a text that is not translated yet, runs in its own direction. All else keeps to
# the side of the page where bullets, bars and headings are.
_RUNS_AS_ITS_WORDS = frozenset(("Normal", "AfterPanel", "Lead", "Answer", "Quote"))
_SHARPNESS = 160  # pixels to the inch, where the drawing itself cannot be shown
_KEPT_ROWS = 12  # a longer table may go on over the page, with its head again
_TALLEST = 0.8  # of the page, so that a caption finds room below
_LETTER = 0.62  # the average width of a bold letter, in sizes
_SMALL = 9.0  # the width of a logo or a QR code, in sizes of the body, as in the leaflet


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: below how many headings, in how many lists, in which box, in a quotation or not."""

    level: int = 0
    depth: int = 0
    box: str = ""
    quoted: bool = False

    def style(self, kind: str = "") -> str:
        """Return the id of the paragraph style for words of `kind` in this place; the plain kind is "".

        Every kind of a box has a style of the box, as another indent would end it; lists have one for each level.
        """
        item = kind in ("Bullet", "Number", "Number Title")
        if self.depth and (item or not self.box):
            return style_id(level_name(f"{self.box or 'List'} {kind if item else 'Continue'}", self.depth))
        if self.quoted:
            return style_id(f"{self.box} Quote".strip())
        if self.box:
            return style_id(f"{self.box} {kind}".strip())
        return style_id(kind or "Normal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A paragraph of the file. `bidi` is said where it is not its style's; `kept` is with the next one on a page."""

    style: str
    content: tuple[Xml, ...]
    numbers: Xml | None = None
    bidi: bool | None = None
    new_page: bool = False
    kept: bool = False

    def xml(self) -> Xml:
        """Return the paragraph, properties in the order of the schema."""
        properties = w(
            "pPr",
            w("pStyle", val=self.style),
            w("keepNext") if self.kept else None,
            w("pageBreakBefore") if self.new_page else None,
            self.numbers,
            None if self.bidi is None else w("bidi", val=int(self.bidi)),
        )
        return w("p", properties, *self.content)


class Body:
    """The body of a file as it grows, block after block. `styles` are the ids of those that its paragraphs have."""

    def __init__(self, document: Document, typography: Typography, part: Part, numbering: Numbering) -> None:
        self.styles: set[str] = set()
        self._made: list[Lines | Xml] = []
        self._document = document
        self._typography = typography
        self._theme = typography.theme
        self._part = part
        self._numbering = numbering
        self._inliner = Inliner(typography.language, self._address)
        self._shown: Counter[str] = Counter()
        self._bookmarks = 0
        self._pictures = 0
        self._box_end = 0  # how many paragraphs there were when the last box ended
        self._page_break = False

    def elements(self) -> list[etree._Element]:
        """Return the title and every block, drawn."""
        self._paragraph("Title", (self._document.title,))
        self._blocks(self._document.blocks, Place())
        if self._after_table:
            self._paragraph("Normal", ())  # Word wants a paragraph behind the last table
        return parsed(*(made.xml() if isinstance(made, Lines) else made for made in self._made))

    # --- blocks ---

    def _blocks(self, blocks: tuple[Block, ...], place: Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: Place) -> None:
        start = len(self._made)
        box = box_of(block, self._theme)
        if box:
            place = Place(level=place.level, box=box[0])
        match block:
            case Section():
                inner = replace(place, level=place.level + 1)
                self._paragraph(f"Heading{min(inner.level, _DEEPEST_HEADING)}", (block.title,))
                self._blocks(block.blocks, inner)
            case Paragraph():
                self._words(block, place)
            case List():
                self._list(block, place)
            case Definitions():
                self._definitions(block, place)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block, place)
            case Quote():
                self._blocks(block.blocks, replace(place, depth=0, quoted=True))
            case Panel():
                if block.title:
                    self._paragraph(place.style("Title"), (block.title,))
                self._blocks(block.blocks, place)
            case Group():
                self._blocks(block.blocks, place)
            case Break():
                self._page_break = True
            case _:
                assert_never(block)
        if box:
            self._box_end = len(self._made)
        if self._theme.role(block.attrs.role).together:
            self._keep(start)

    def _keep(self, start: int) -> None:
        """Keep what was made since `start` on one page."""
        for index, made in enumerate(self._made[start:-1], start):
            if isinstance(made, Lines):
                self._made[index] = replace(made, kept=True)

    def _words(self, block: Paragraph, place: Place) -> None:
        role = self._theme.role(block.attrs.role)
        style = place.style(paragraph_name(block.attrs.role, role))
        self._paragraph(style, (block.text,), line=role.rule)

    def _list(self, block: List, place: Place) -> None:
        role = self._theme.role(block.attrs.role)
        inner = replace(place, depth=place.depth + 1)
        numbers = None
        if block.ordered:
            number = self._numbering.restarted(BOX_NUMBERS if place.box else NUMBERS, place.depth)
            numbers = w("numPr", w("ilvl", val=place.depth), w("numId", val=number))
        for item in block.items:
            if block.ordered and item.title:  # a step: what to do, and below it how
                self._paragraph(inner.style("Number Title"), (item.title,), numbers=numbers)
                self._blocks(item.blocks, inner)
            elif block.ordered or role.marker:
                self._item(item, inner, "Number" if block.ordered else "Bullet", numbers)
            else:
                self._item(item, place, "", None)

    def _item(self, item: ListItem, place: Place, kind: str, numbers: Xml | None) -> None:
        opening, rest = _opening(item.blocks)
        if kind or opening or item.title:
            self._paragraph(place.style(kind), opening, title=item.title, numbers=numbers)
        self._blocks(rest, place)

    def _definitions(self, block: Definitions, place: Place) -> None:
        run_in = self._theme.role(block.attrs.role).run_in
        for entry in block.entries:
            if run_in:
                opening, rest = _opening(entry.blocks)
                # A term without words of its own stands above its list, and is not left alone at a page's foot.
                self._paragraph(place.style("" if opening else "Lead"), opening, title=entry.term)
                self._blocks(rest, place)
            else:
                self._question(entry, place)

    def _question(self, entry: Definition, place: Place) -> None:
        self._paragraph(place.style("Term" if place.box else "Question"), (entry.term,))
        for block in entry.blocks:
            if isinstance(block, Paragraph) and not place.box:
                self._paragraph(place.style("Answer"), (block.text,))
            else:
                self._block(block, place)

    # --- paragraphs ---

    def _paragraph(
        self,
        style: str,
        texts: tuple[Text, ...],
        *,
        title: Text | None = None,
        numbers: Xml | None = None,
        line: bool = False,
    ) -> None:
        """Add a paragraph; behind its words is a `line` to write on."""
        if style == "Normal" and (self._after_table or 0 < self._box_end == len(self._made)):
            style = "AfterPanel"
        made = self._lines(style, texts, title, numbers)
        self._made.append(replace(made, content=(*made.content, w("r", w("tab")))) if line else made)

    @property
    def _after_table(self) -> bool:
        return bool(self._made) and not isinstance(self._made[-1], Lines)

    def _lines(
        self, style: str, texts: tuple[Text, ...], title: Text | None = None, numbers: Xml | None = None
    ) -> Lines:
        """Return a paragraph of `texts`, behind `title` where it has one."""
        said = (title, *texts) if title else texts
        rtl = self._typography.language.rtl
        if said and style in _RUNS_AS_ITS_WORDS:
            rtl = language_of(said[0].lang).rtl
        content: list[Xml] = []
        for index, text in enumerate(said):
            if index and said[index - 1].joint:
                content.append(w("r", words(" ")))
            content.append(self._bookmarked(text, rtl, strong=text is title))
        return self._styled(style, tuple(content), rtl, numbers)

    def _styled(self, style: str, content: tuple[Xml, ...], rtl: bool, numbers: Xml | None = None) -> Lines:
        self.styles.add(style)
        bidi = rtl if rtl != self._typography.language.rtl else None
        made = Lines(style=style, content=content, numbers=numbers, bidi=bidi, new_page=self._page_break)
        self._page_break = False
        return made

    def _bookmarked(self, text: Text, rtl: bool, strong: bool) -> Xml:
        """Return the runs of `text` in a bookmark that is named for its unit."""
        runs = self._inliner.runs(text, rtl, strong)
        if not text.unit:
            return runs
        self._shown[text.unit] += 1
        self._bookmarks += 1
        name = bookmark_name(text.unit, self._shown[text.unit])
        start = w("bookmarkStart", id=self._bookmarks, name=name)
        return Xml(start + runs + w("bookmarkEnd", id=self._bookmarks))

    def _address(self, href: str) -> str:
        return self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    # --- tables ---

    def _table(self, table: Table) -> None:
        page = self._typography.page
        room = page.width - 2 * page.margin
        widths = [twips(width) for width in _column_widths(table, room, self._theme.sizes["body"])]
        properties = w(
            "tblPr",
            w("tblStyle", val=TABLE_STYLE),
            w("bidiVisual") if self._typography.language.rtl else None,
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=" ".join(table.caption.plain.split())),
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        kept = len(table.rows) <= _KEPT_ROWS
        rows = [
            self._row(table.head, widths, kept, head=True),
            *(self._row(row, widths, kept and row is not table.rows[-1]) for row in table.rows),
        ]
        if self._after_table:
            self._paragraph("Normal", ())  # Word makes one table of two that touch
        self._made.append(w("tbl", properties, grid, *rows))

    def _row(self, row: TableRow, widths: Sequence[int], kept: bool, head: bool = False) -> Xml:
        properties = w("trPr", w("cantSplit"), w("tblHeader") if head else None)
        return w(
            "tr",
            properties,
            *(self._cell(cell, width, kept, head) for cell, width in zip(row.cells, widths, strict=True)),
        )

    def _cell(self, cell: Cell, width: int, kept: bool, head: bool) -> Xml:
        style = "TableHead" if head else "TableRowHead" if cell.header else "TableText"
        role, theme = cell.attrs.role, self._theme
        tinted = cell_shading(role, theme) if role else None
        if role and head and tinted is not None:
            style += style_id(role_name(role))
        rule = cell_rule(role, theme) if role and head and tinted is not None else None
        properties = w("tcPr", w("tcW", w=width, type="dxa"), rule, tinted, w("vAlign", val="bottom") if head else None)
        return w("tc", properties, replace(self._lines(style, (cell.text,)), kept=kept).xml())

    # --- pictures ---

    def _figure(self, figure: Figure, place: Place) -> None:
        width, height = self._extent(figure.scene, place)
        png = scene_png(figure.scene, self._document, self._theme, round(width / 72 * _SHARPNESS))
        svg = scene_svg(figure.scene, self._document, self._theme, figure.alt)
        self._pictures += 1
        files = embed(self._part, self._pictures, png, svg)
        shown = drawing(self._pictures, figure.scene.name, figure.alt.plain, files, width, height)
        style = place.style("Picture") if place.box else "Picture"
        self._made.append(self._styled(style, (w("r", shown),), self._typography.language.rtl))
        if figure.caption:
            self._paragraph(place.style("Caption") if place.box else "Caption", (figure.caption,))

    def _extent(self, scene: Scene, place: Place) -> tuple[float, float]:
        """Return the width and the height of a picture; without words in it, it is a logo or a code, and small."""
        page, theme = self._typography.page, self._theme
        width = page.width - 2 * page.margin
        if place.box:
            width -= box_start(theme) + theme.spaces["panel"]
        if not scene.labels:
            width = min(width, _SMALL * theme.sizes["body"])
        tallest = _TALLEST * (page.height - page.margin - page.foot)
        width = min(width, tallest * scene.width / scene.height)
        return width, width * scene.height / scene.width


def _column_widths(table: Table, room: float, size: float) -> list[float]:
    """Return widths of `room` in all: equal ones, but for a column whose longest word would not fit on a line."""
    columns = zip(*(row.cells for row in (table.head, *table.rows)), strict=True)
    longest = [max(len(word) for cell in column for word in (cell.text.plain.split() or [""])) for column in columns]
    equal = room / len(longest)
    needed = [min(letters * size * _LETTER + 2 * CELL_PADDING, room / 2) for letters in longest]
    wide = {index: width for index, width in enumerate(needed) if width > equal}
    if len(wide) != 1:  # where two columns want more, none gets it
        return [equal] * len(longest)
    rest = (room - sum(wide.values())) / max(1, len(longest) - 1)
    return [wide.get(index, rest) for index in range(len(longest))]


def _opening(blocks: tuple[Block, ...]) -> tuple[tuple[Text, ...], tuple[Block, ...]]:
    """Return the words that stand in one paragraph with a marker or a term, and the blocks below them."""
    if blocks and isinstance(blocks[0], Paragraph):
        return (blocks[0].text,), blocks[1:]
    return (), blocks
