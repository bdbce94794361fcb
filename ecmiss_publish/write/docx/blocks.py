"""Blocks -> the paragraphs, tables and pictures of a Word file."""

from __future__ import annotations

from collections import Counter
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
from ecmiss_publish.write.docx.inlines import Inliner
from ecmiss_publish.write.docx.languages import language_of
from ecmiss_publish.write.docx.looks import CASE, NOTICE, PANEL, level_name, style_id
from ecmiss_publish.write.docx.numbering import BOX_NUMBERS, NUMBERS, Numbering
from ecmiss_publish.write.docx.pictures import drawing, embed
from ecmiss_publish.write.docx.styles import TABLE_STYLE, Typography, cell_rule, cell_shading
from ecmiss_publish.write.docx.xml import Xml, parsed, twips, w, words
from ecmiss_publish.write.pictures import scene_png
from ecmiss_publish.write.svg import scene_svg

_DEEPEST_HEADING = 6
# Prose in another language, such as a text that is not translated yet, runs in its own direction. All else keeps to
# the side of the page where bullets, bars and headings are.
_RUNS_AS_ITS_WORDS = frozenset(("Normal", "AfterTable", "Lead", "Answer", "Quote"))
_PANELS = {"case": CASE, "notice": NOTICE}
_PARAGRAPHS = {"lead": "Lead", "imprint": "Imprint", "notice": "Notice"}
_SHARPNESS = 160  # pixels to the inch, where the drawing itself cannot be shown
_KEPT_ROWS = 12  # a longer table may go on over the page, with its head again
_TALLEST = 0.8  # of the page, so that a caption finds room below


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: below how many headings, in how many lists, in which panel, in a quotation or not."""

    level: int = 0
    depth: int = 0
    box: str = ""
    quoted: bool = False

    def style(self, kind: str) -> str:
        """Return the id of the paragraph style for words of `kind` in this place; the plain kind is "".

        Panels have few styles, as each would end the box that changes its indent; lists have one for each level.
        """
        item = kind in ("Bullet", "Number")
        if self.depth and (item or not self.box):
            return style_id(level_name(f"{self.box or 'List'} {kind if item else 'Continue'}", self.depth))
        if self.box:
            own = "Quote" if self.quoted else "Lead" if kind == "Lead" else ""
            return style_id(f"{self.box} {own}".strip())
        return "Quote" if self.quoted else style_id(kind or "Normal")


class Body:
    """The body of a file as it grows, block after block."""

    def __init__(self, document: Document, typography: Typography, part: Part, numbering: Numbering) -> None:
        self._made: list[Xml] = []
        self._document = document
        self._typography = typography
        self._part = part
        self._numbering = numbering
        self._inliner = Inliner(typography.language, self._address)
        self._shown: Counter[str] = Counter()
        self._bookmarks = 0
        self._pictures = 0
        self._page_break = False

    def elements(self) -> list[etree._Element]:
        """Return the title and every block, drawn."""
        self._paragraph("Title", (self._document.title,))
        self._blocks(self._document.blocks, Place())
        if self._after_table:
            self._paragraph("Normal", ())  # Word wants a paragraph behind the last table
        return parsed(*self._made)

    # --- blocks ---

    def _blocks(self, blocks: tuple[Block, ...], place: Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: Place) -> None:
        match block:
            case Section():
                inner = replace(place, level=place.level + 1)
                self._paragraph(f"Heading{min(inner.level, _DEEPEST_HEADING)}", (block.title,))
                self._blocks(block.blocks, inner)
            case Paragraph():
                self._paragraph(place.style(_PARAGRAPHS.get(block.attrs.role or "", "")), (block.text,))
            case List():
                self._list(block, place)
            case Definitions():
                for entry in block.entries:
                    self._definition(entry, block.attrs.role == "faq", place)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Quote():
                self._blocks(block.blocks, replace(place, depth=0, quoted=True))
            case Panel():
                self._panel(block, place)
            case Group():
                self._blocks(block.blocks, place)
            case Break():
                self._page_break = True
            case _:
                assert_never(block)

    def _list(self, block: List, place: Place) -> None:
        inner = replace(place, depth=place.depth + 1)
        kind = "Number" if block.ordered else "Bullet"
        numbers = None
        if block.ordered:
            number = self._numbering.restarted(BOX_NUMBERS if place.box else NUMBERS, place.depth)
            numbers = w("numPr", w("ilvl", val=place.depth), w("numId", val=number))
        for item in block.items:
            self._item(item, inner, kind, numbers)

    def _item(self, item: ListItem, place: Place, kind: str, numbers: Xml | None) -> None:
        opening, rest = _opening(item.blocks)
        self._paragraph(place.style(kind), opening, title=item.title, numbers=numbers)
        self._blocks(rest, place)

    def _definition(self, entry: Definition, question: bool, place: Place) -> None:
        if question:
            self._paragraph(place.style("Question"), (entry.term,))
            for block in entry.blocks:
                if isinstance(block, Paragraph):
                    self._paragraph(place.style("Answer"), (block.text,))
                else:
                    self._block(block, place)
        else:
            opening, rest = _opening(entry.blocks)
            # A term without words of its own stands above its list, and is not left alone at a page's foot.
            self._paragraph(place.style("Fact" if opening else "Lead"), opening, title=entry.term)
            self._blocks(rest, place)

    def _panel(self, block: Panel, place: Place) -> None:
        box = _PANELS.get(block.attrs.role or "", PANEL)
        inner = Place(level=place.level, box=box)
        if block.title:
            self._paragraph(style_id(f"{box} Title"), (block.title,))
        self._blocks(block.blocks, inner)

    # --- paragraphs ---

    def _paragraph(
        self, style: str, texts: tuple[Text, ...], *, title: Text | None = None, numbers: Xml | None = None
    ) -> None:
        if style == "Normal" and self._after_table:
            style = "AfterTable"
        self._made.append(self._made_paragraph(style, texts, title, numbers))

    @property
    def _after_table(self) -> bool:
        return bool(self._made) and self._made[-1].startswith("<w:tbl>")

    def _made_paragraph(
        self,
        style: str,
        texts: tuple[Text, ...],
        title: Text | None = None,
        numbers: Xml | None = None,
        kept: bool = False,
    ) -> Xml:
        """Return a paragraph of `texts`, behind `title` where it has one."""
        said = (title, *texts) if title else texts
        rtl = self._typography.language.rtl
        if said and style in _RUNS_AS_ITS_WORDS:
            rtl = language_of(said[0].lang).rtl
        content: list[Xml] = []
        for text in said:
            if content:
                content.append(w("r", words(" ")))
            content.append(self._bookmarked(text, rtl, strong=text is title))
        return w("p", self._properties(style, rtl, numbers, kept), *content)

    def _properties(self, style: str, rtl: bool, numbers: Xml | None = None, kept: bool = False) -> Xml:
        against = rtl != self._typography.language.rtl
        made = w(
            "pPr",
            w("pStyle", val=style),
            w("keepNext") if kept else None,
            w("pageBreakBefore") if self._page_break else None,
            numbers,
            w("bidi", val=int(rtl)) if against else None,
        )
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
        columns = len(table.head.cells)
        width = twips((page.width - 2 * page.margin) / columns)
        properties = w(
            "tblPr",
            w("tblStyle", val=TABLE_STYLE),
            w("bidiVisual") if self._typography.language.rtl else None,
            w("tblW", w=width * columns, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=" ".join(table.caption.plain.split())),
        )
        grid = w("tblGrid", *(w("gridCol", w=width) for _ in range(columns)))
        kept = len(table.rows) <= _KEPT_ROWS
        rows = [
            self._row(table.head, width, kept, head=True),
            *(self._row(row, width, kept and row is not table.rows[-1]) for row in table.rows),
        ]
        if self._after_table:
            self._paragraph("Normal", ())  # Word makes one table of two that touch
        self._made.append(w("tbl", properties, grid, *rows))

    def _row(self, row: TableRow, width: int, kept: bool, head: bool = False) -> Xml:
        properties = w("trPr", w("cantSplit"), w("tblHeader") if head else None)
        return w("tr", properties, *(self._cell(cell, width, kept, head) for cell in row.cells))

    def _cell(self, cell: Cell, width: int, kept: bool, head: bool) -> Xml:
        style = "TableHead" if head else "TableRowHead" if cell.header else "TableText"
        role, theme = cell.attrs.role, self._typography.theme
        tinted = cell_shading(role, theme) if role else None
        rule = cell_rule(role, theme) if role and head and tinted is not None else None
        properties = w("tcPr", w("tcW", w=width, type="dxa"), rule, tinted, w("vAlign", val="bottom") if head else None)
        return w("tc", properties, self._made_paragraph(style, (cell.text,), kept=kept))

    # --- pictures ---

    def _figure(self, figure: Figure) -> None:
        page, theme, scene = self._typography.page, self._typography.theme, figure.scene
        width = page.width - 2 * page.margin
        tallest = _TALLEST * (page.height - page.margin - page.foot)
        width = min(width, tallest * scene.width / scene.height)
        png = scene_png(scene, self._document, theme, round(width / 72 * _SHARPNESS))
        svg = scene_svg(scene, self._document, theme, figure.alt)
        self._pictures += 1
        files = embed(self._part, self._pictures, png, svg)
        shown = drawing(self._pictures, scene.name, figure.alt.plain, files, width, width * scene.height / scene.width)
        self._made.append(w("p", self._properties("Picture", self._typography.language.rtl), w("r", shown)))
        if figure.caption:
            self._paragraph("Caption", (figure.caption,))


def _opening(blocks: tuple[Block, ...]) -> tuple[tuple[Text, ...], tuple[Block, ...]]:
    """Return the words that stand in one paragraph with a marker or a term, and the blocks below them."""
    if blocks and isinstance(blocks[0], Paragraph):
        return (blocks[0].text,), blocks[1:]
    return (), blocks
