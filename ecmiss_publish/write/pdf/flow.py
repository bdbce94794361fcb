"""Blocks -> flowables with their structure elements: the story of a leaflet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import takewhile
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFName

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
)
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin
from ecmiss_publish.typeset.fonts import BOLD, REGULAR, FontFile, font_stack
from ecmiss_publish.typeset.labels import set_label
from ecmiss_publish.typeset.spans import Span, spans
from ecmiss_publish.typeset.wrap import Setting, set_text
from ecmiss_publish.write.pdf.canvas import RGB
from ecmiss_publish.write.pdf.draw import Inks
from ecmiss_publish.write.pdf.flowables import (
    Box,
    CellBox,
    Columns,
    Flowable,
    Gap,
    Marker,
    PageEnd,
    TableBlock,
    TextBlock,
    TextStyle,
)
from ecmiss_publish.write.pdf.scene import Picture, SceneDrawing
from ecmiss_publish.write.pdf.tags import Element
from ecmiss_publish.write.theme import ScriptStyle, Theme

_BULLET = "•"
_INDENT = 20.0
_TIGHT = 0.82  # line height of headings, as a share of the body's


@dataclass(frozen=True, slots=True)
class Look:
    """How the text around a block is set: where it is indented, how large, in what ink, below which element."""

    element: Element
    depth: int = 1
    indent: float = 0.0
    colour: str = "ink"
    size: str = "body"
    weight: int = REGULAR


@dataclass(slots=True)
class Story:
    """Makes the flowables of one document. `missing` collects characters that no font has, by text."""

    document: Document
    theme: Theme
    root: Element
    missing: dict[str, Text] = field(default_factory=dict)

    # --- text ---

    def script(self, lang: str) -> ScriptStyle:
        """Return how the script of `lang` is set."""
        return self.theme.script(Locale.of_tag(lang).script)

    def set(self, text: Text, weight: int, run_in: Text | None = None) -> Setting:
        """Return `text` shaped in its own direction, with the bold `run_in` on the same line before it."""
        heading: tuple[Span, ...] = ()
        if run_in is not None:
            heading = (*self.spans(run_in, BOLD), *self.spans(plain_text(run_in.joint, text.lang), weight))
        setting = set_text(
            (*heading, *self.spans(text, weight)),
            text.lang,
            Locale.of_tag(text.lang).direction,
            self.stack(text.lang),
        )
        for char in setting.missing:
            self.missing.setdefault(char, text)
        return setting

    def spans(self, text: Text, weight: int) -> tuple[Span, ...]:
        """Return the spans of `text`, stress shown as its script shows it."""
        return spans(text, weight=weight, slope=self.script(text.lang).slope)

    def stack(self, lang: str) -> tuple[FontFile, ...]:
        """Return the fonts for a text in `lang`."""
        return font_stack(Locale.of_tag(lang).script, self.theme.fonts)

    def style(
        self, size: str, *, tight: bool = False, before: float = 0.0, after: float = 0.0, keep_next: bool = False
    ) -> TextStyle:
        """Return a style of the theme's size `size`, in the proportions of the document's script."""
        script = self.script(self.document.locale.tag)
        points = self.theme.sizes[size] * script.scale
        leading = points * script.line * (_TIGHT if tight else 1)
        return TextStyle(
            points,
            leading,
            self.document.locale.direction,
            before=before,
            after=after,
            keep_next=keep_next,
        )

    def inks(self, text: Text, element: Element | None, colour: str) -> Inks:
        """Return the colours and elements of a paragraph; `element` learns the text's language and unit."""
        lang = self.document.locale.tag
        if element is not None:
            element.lang = element.lang or (text.lang if text.lang != lang else None)
            element.id = element.id or text.unit
        return Inks(self.theme.rgb(colour), self.theme.rgb("primary"), element, text.lang)

    def text(
        self,
        text: Text,
        look: Look,
        tag: str,
        style: TextStyle,
        marker: Marker | None = None,
        run_in: Text | None = None,
    ) -> TextBlock:
        """Return a paragraph with an element of its own below the look's."""
        element = Element(tag, look.element)
        indented = replace(style, indent=style.indent + look.indent)
        setting = self.set(text, look.weight, run_in)
        return TextBlock(setting, indented, self.inks(text, element, look.colour), marker)

    # --- blocks ---

    def flowables(self) -> list[Flowable]:
        """Return the whole story: the title band, then the blocks."""
        look = Look(self.root)
        imprint = list(takewhile(_is_imprint, self.document.blocks))
        return [self._band(imprint, look), *self._blocks(self.document.blocks[len(imprint) :], look)]

    def _band(self, imprint: Sequence[Block], look: Look) -> Flowable:
        white = replace(look, colour="paper")
        content: list[Flowable] = [
            self.text(self.document.title, replace(white, weight=BOLD), "H1", self.style("h1", tight=True, after=10.0))
        ]
        small = self.style("small")
        content += [self.text(line.text, white, "P", small) for line in imprint if isinstance(line, Paragraph)]
        content.append(Gap(10.0))
        return Box(
            content,
            direction=self.document.locale.direction,
            fill=self.theme.rgb("primary"),
            padding=0.0,
            after=self.theme.spaces["section"],
            bleed=self.theme.pages[self.document.edition.page].margin,
        )

    def _blocks(self, blocks: Sequence[Block], look: Look) -> list[Flowable]:
        return [flowable for block in blocks for flowable in self._block(block, look)]

    def _block(self, block: Block, look: Look) -> Iterator[Flowable]:
        match block:
            case Section():
                yield from self._section(block, look)
            case Paragraph():
                yield self._paragraph(block, look)
            case List():
                yield from self._list(block, look)
            case Definitions():
                yield from self._definitions(block, look)
            case Table():
                yield self._table(block, look)
            case Figure():
                yield from self._figure(block, look)
            case Quote():
                quote = replace(look, element=Element("BlockQuote", look.element), colour="primary", size="h3")
                yield self._box(self._blocks(block.blocks, quote), edge="primary", padding=10.0)
            case Panel():
                yield from self._panel(block, look)
            case Group():
                yield from self._blocks(block.blocks, replace(look, element=Element("Div", look.element)))
            case Break():
                yield PageEnd()
            case _:
                assert_never(block)

    def _section(self, section: Section, look: Look) -> Iterator[Flowable]:
        depth = look.depth + 1
        inner = replace(look, element=Element("Sect", look.element), depth=depth)
        heading = replace(inner, weight=BOLD, colour="primary")
        style = self.style(
            f"h{min(depth, 3)}",
            tight=True,
            before=self.theme.spaces["section"] if depth == 2 else self.theme.spaces["paragraph"],
            after=self.theme.spaces["heading"],
            keep_next=True,
        )
        yield self.text(section.title, heading, f"H{min(depth, 6)}", style)
        yield from self._blocks(section.blocks, inner)

    def _paragraph(self, paragraph: Paragraph, look: Look) -> TextBlock:
        after = self.theme.spaces["paragraph"]
        match paragraph.attrs.role:
            case "lead":
                style = self.style(look.size, after=after * 0.75, keep_next=True)
            case "notice" | "imprint":
                style = self.style("small", after=2.0)
                look = replace(look, colour="muted")
            case _:
                style = self.style(look.size, after=after)
        return self.text(paragraph.text, look, "P", style)

    def _list(self, block: List, look: Look) -> Iterator[Flowable]:
        numbering = "Decimal" if block.ordered else "Disc"
        parent = Element("L", look.element, attributes={"O": PDFName("List"), "ListNumbering": PDFName(numbering)})
        inner = replace(look, element=parent)
        if block.attrs.role == "benefits":
            yield from self._cards(block, inner)
            return
        for number, item in enumerate(block.items, 1):
            label = self.document.locale.number(Decimal(number)) if block.ordered else _BULLET
            yield from self._item(item, label, block, inner)

    def _cards(self, block: List, look: Look) -> Iterator[Flowable]:
        """Yield the items as cards, two in a row."""
        for start in range(0, len(block.items), 2):
            boxes = []
            for item in block.items[start : start + 2]:
                inner = replace(look, element=Element("LBody", Element("LI", look.element)))
                content: list[Flowable] = []
                if item.title is not None:
                    title = replace(inner, weight=BOLD, colour="teal")
                    content.append(self.text(item.title, title, "P", self.style("body")))
                content += self._blocks(item.blocks, inner)
                boxes.append(self._box(content, fill="teal-tint", edge="teal", padding=10.0))
            yield Columns(boxes, count=2, direction=self.document.locale.direction, gap=10.0)

    def _item(self, item: ListItem, label: str, block: List, look: Look) -> Iterator[Flowable]:
        element = Element("LI", look.element)
        label_element = Element("Lbl", element)
        body = Element("LBody", element)
        circled = block.ordered
        marker_text = plain_text(label, self.document.locale.tag)
        marker = Marker(
            self.set(marker_text, BOLD),
            self.inks(marker_text, label_element, "paper" if circled else "primary"),
            self.theme.rgb("primary") if circled else None,
            _INDENT + (6 if circled else -6),
        )
        inner = replace(look, element=body, indent=look.indent + marker.room)
        after = self.theme.spaces["item"] if not item.title else self.theme.spaces["paragraph"] * 0.75
        blocks = list(item.blocks)
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
        if item.title is not None:
            if circled or first is None:
                style = self.style(look.size, keep_next=bool(blocks))
                yield self.text(item.title, replace(inner, weight=BOLD), "P", style, marker)
            else:
                blocks = blocks[1:]
                yield self.text(first.text, inner, "P", self.style(look.size, after=after), marker, item.title)
        elif first is not None:
            blocks = blocks[1:]
            yield self.text(first.text, inner, "P", self.style(look.size, after=after), marker)
        else:  # a box or a list: the label stands on a line of its own
            nothing = plain_text("", self.document.locale.tag)
            style = replace(self.style(look.size, keep_next=True), indent=inner.indent)
            yield TextBlock(self.set(nothing, REGULAR), style, self.inks(nothing, None, look.colour), marker)
        yield from self._blocks(blocks, inner)

    def _definitions(self, block: Definitions, look: Look) -> Iterator[Flowable]:
        for entry in block.entries:
            yield from self._definition(entry, block.attrs.role, look)

    def _definition(self, entry: Definition, role: str | None, look: Look) -> Iterator[Flowable]:
        blocks = list(entry.blocks)
        after = self.theme.spaces["item"]
        if role == "facts" and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            yield self.text(blocks[0].text, look, "P", self.style(look.size, after=after), run_in=entry.term)
            return
        style = self.style(look.size, before=after, keep_next=True)
        yield self.text(entry.term, replace(look, weight=BOLD), "P", style)
        yield from self._blocks(blocks, look)

    def _table(self, table: Table, look: Look) -> Flowable:
        element = Element("Table", look.element)
        head = Element("TR", Element("THead", element))
        body = Element("TBody", element)
        heads = [self._cell(cell, head, "Column", look) for cell in table.head.cells]
        rows = []
        for row in table.rows:
            parent = Element("TR", body)
            rows.append([self._cell(cell, parent, "Row", look) for cell in row.cells])
        return TableBlock(
            heads,
            rows,
            shares=[1.0] * len(heads),
            direction=self.document.locale.direction,
            rule=self.theme.rgb("rule"),
            strong_rule=self.theme.rgb("primary"),
            after=self.theme.spaces["section"],
        )

    def _cell(self, cell: Cell, row: Element, scope: str, look: Look) -> CellBox:
        tag = "TH" if cell.header else "TD"
        attributes: dict[str, object] | None = None
        if cell.header:
            attributes = {"O": PDFName("Table"), "Scope": PDFName(scope)}
        element = Element(tag, row, attributes=attributes)
        weight = BOLD if cell.header else REGULAR
        role = cell.attrs.role
        colour = role if cell.header and role in ("ecmiss", "open") else "ink"
        style = self.style("body")
        inks = self.inks(cell.text, element, colour)
        tint = self.theme.rgb(f"{role}-tint") if role in ("ecmiss", "open") else None
        return CellBox(TextBlock(self.set(cell.text, weight), style, inks), tint)

    def _figure(self, figure: Figure, look: Look) -> Iterator[Flowable]:
        element = Element("Figure", look.element, alt=figure.alt.plain, id=figure.alt.unit)
        lang = self.document.locale.tag
        if figure.alt.lang != lang:
            element.lang = figure.alt.lang
        for label in figure.scene.labels:
            for char in set_label(label.text, label.strong, self.theme.fonts).missing:
                self.missing.setdefault(char, label.text)
        drawing = SceneDrawing(figure.scene, self.theme, lang, self.document.locale.direction)
        space = self.theme.spaces["paragraph"]
        yield Picture(drawing, element, keep_next=figure.caption is not None, after=space)
        if figure.caption is not None:
            style = self.style("small", before=space / 2, after=space)
            yield self.text(figure.caption, replace(look, colour="muted"), "Caption", style)

    def _panel(self, panel: Panel, look: Look) -> Iterator[Flowable]:
        inner = replace(look, element=Element("Div", look.element))
        content: list[Flowable] = []
        if panel.title is not None:
            title = replace(inner, weight=BOLD, colour="primary")
            content.append(self.text(panel.title, title, "P", self.style("h3", keep_next=True)))
        if panel.attrs.role == "notice":
            small = replace(inner, size="small")
            content += self._blocks(panel.blocks, small)
            yield self._box(content, fill="amber-tint", edge="amber", padding=8.0)
        else:
            content += self._blocks(panel.blocks, inner)
            yield self._box(content, fill="primary-tint", padding=self.theme.spaces["panel"])

    def _box(
        self, content: Sequence[Flowable], *, fill: str | None = None, edge: str | None = None, padding: float
    ) -> Box:
        return Box(
            content,
            direction=self.document.locale.direction,
            fill=self._rgb(fill),
            edge=self._rgb(edge),
            padding=padding,
            before=self.theme.spaces["paragraph"],
            after=self.theme.spaces["paragraph"],
        )

    def _rgb(self, name: str | None) -> RGB | None:
        return None if name is None else self.theme.rgb(name)

    def origins(self) -> Iterator[tuple[str, Origin | None]]:
        """Yield each character that no font has, with a place where it is used."""
        for char, text in sorted(self.missing.items()):
            yield char, text.origin


def _is_imprint(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.attrs.role == "imprint"
