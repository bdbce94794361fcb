"""Blocks -> flowables with their structure elements: the story of a leaflet."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
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
    shown_texts,
)
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Command, Scene, Shape
from ecmiss_publish.typeset.fonts import BOLD, REGULAR
from ecmiss_publish.typeset.labels import set_label
from ecmiss_publish.write.pdf.boxes import Box, BoxStyle, Row
from ecmiss_publish.write.pdf.flowables import (
    DISC,
    Flowable,
    Gap,
    LabelMarker,
    Marker,
    PageEnd,
    TextBlock,
)
from ecmiss_publish.write.pdf.picture import IconMarker, Ornament, Picture
from ecmiss_publish.write.pdf.scene import SceneDrawing
from ecmiss_publish.write.pdf.table import CellBox, TableBlock
from ecmiss_publish.write.pdf.tags import Element
from ecmiss_publish.write.pdf.texts import Look, Texts
from ecmiss_publish.write.theme import BLEED, RoleStyle

_BULLET = "•"
# Prose in another language, such as a text that is not translated yet, is set at its own side. All else keeps the side
# of the page where headings, bullets and edges are.
_PROSE = frozenset(("Document", "Sect"))
# In sizes of the body:
_INDENT = 1.15  # of what stands behind a bullet
_STEP = 2.15  # of what stands behind a number in its circle
_ICON, _ICON_ROOM = 2.2, 2.85  # an icon's side, and with the space behind it
_CARD = 0.85  # a card's padding
_GUTTER = 0.9  # between columns
_MARK = 0.8  # the side of the mark that names a column of the comparison


@dataclass(slots=True, kw_only=True)
class Story(Texts):
    """Makes the flowables of one document below the structure element `root`."""

    root: Element
    pictures: list[Picture] = field(default_factory=list)

    # --- blocks ---

    def flowables(self) -> list[Flowable]:
        """Return the whole story: the title band, then the blocks."""
        imprint = self._imprint()
        look = self._look()
        title = self.title_area(self.page.margin + BLEED)
        return [title, *self._blocks(self.document.blocks[len(imprint) :], look)]

    def panels(self) -> list[list[Flowable]]:
        """Return what each panel of a form with panels holds; the title stands in the first."""
        groups = self.document.blocks[len(self._imprint()) :]
        framed = bool(groups) and self.theme.role(groups[0].attrs.role).fill is not None
        first = self.title_area(0.0 if framed else self.page.margin + BLEED)
        made = [self._blocks((group,), self._look()) for group in groups]
        return [[first, *content] if index == 0 else content for index, content in enumerate(made)]

    def _look(self) -> Look:
        return Look(self.root, self.document.locale.tag)

    def _imprint(self) -> tuple[Paragraph, ...]:
        blocks = takewhile(lambda block: block.attrs.role == "imprint", self.document.blocks)
        return tuple(block for block in blocks if isinstance(block, Paragraph))

    def title_area(self, bleed: float) -> Flowable:
        """Return the title on its band, and below it what staff need to find the sheet."""
        look = replace(self._look(), colour="paper")
        title = self.style(look, "h1", tight=True, title=True, after=self.theme.spaces["item"] * 2)
        content: list[Flowable] = [self.text(self.document.title, replace(look, weight=BOLD), "H1", title)]
        content += [
            self.text(line.text, replace(look, weight=REGULAR if index else BOLD), "P", self.style(look, "small"))
            for index, line in enumerate(self._imprint())
        ]
        content.append(Gap(self.theme.spaces["panel"]))
        style = BoxStyle(
            direction=look.direction,
            fill=self.theme.rgb("primary"),
            bleed=bleed,
            after=self.theme.spaces["section"],
            together=True,
        )
        return Box(content, style)

    def _blocks(self, blocks: Iterable[Block], look: Look) -> list[Flowable]:
        made = [flowable for block in blocks for flowable in self._block(block, look)]
        writing = tuple(each for each in made if isinstance(each, TextBlock) and each.style.rule is not None)
        for each in writing:  # their lines stand alike
            each.writing = writing
        return made

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
                quote = replace(look.below("BlockQuote"), colour="primary", size="h3")
                yield self._box(self._blocks(block.blocks, quote), look, RoleStyle(edge="primary"))
            case Panel():
                yield from self._panel(block, look)
            case Group():
                yield from self._group(block, look)
            case Break():
                yield PageEnd(last=block.attrs.role == "last")
            case _:
                assert_never(block)

    def _section(self, section: Section, look: Look) -> Iterator[Flowable]:
        depth = look.depth + 1
        inner = replace(look.below("Sect"), depth=depth)
        heading = replace(inner, weight=BOLD, colour=look.title)
        style = self.style(
            look,
            f"h{min(depth, 3)}",
            tight=True,
            title=True,
            before=self.theme.spaces["section"] if depth == 2 else self.theme.spaces["paragraph"],
            after=self.theme.spaces["heading"],
            keep_next=True,
        )
        yield self.text(section.title, heading, f"H{min(depth, 6)}", style)
        yield from self._blocks(section.blocks, inner)

    def _paragraph(self, paragraph: Paragraph, look: Look) -> TextBlock:
        role = self.theme.role(paragraph.attrs.role)
        look = look.of(role)
        after = self.theme.spaces[role.after or "paragraph"]
        style = self.style(look, look.size, after=after, keep_next=role.hold)
        if paragraph.attrs.role is None and look.element.tag in _PROSE:
            style = replace(style, direction=Locale.of_tag(paragraph.text.lang).direction)
        if role.rule:
            style = replace(style, leading=style.leading * 1.6, rule=self.theme.rgb("muted"))
        return self.text(paragraph.text, look, "P", style)

    # --- lists ---

    def _list(self, block: List, look: Look) -> Iterator[Flowable]:
        role = self.theme.role(block.attrs.role)
        marked = role.marker and not role.columns
        numbering = ("Decimal" if block.ordered else "Disc") if marked else "None"
        parent = Element("L", look.element, attributes={"O": PDFName("List"), "ListNumbering": PDFName(numbering)})
        inner = replace(look, element=parent).of(role)
        if role.columns:
            yield from self._rows([self._card(item, inner, role) for item in block.items], look, role)
            return
        for number, item in enumerate(block.items, 1):
            content = list(self._item(item, number if marked else None, block.ordered, inner))
            if number == len(block.items) and content:
                content[-1].after = max(content[-1].after, self.theme.spaces["paragraph"])
            if role.line:
                yield self._step(content, look, last=number == len(block.items))
            else:
                yield from content

    def _card(self, item: ListItem, look: Look, role: RoleStyle) -> Box:
        """Return a list's item as a card: its title, beside an icon where it has one, and what it says."""
        inner = replace(look, element=Element("LBody", Element("LI", look.element)))
        content: list[Flowable] = []
        if item.title is not None:
            content.append(self._titled(item.title, inner, item.attrs.icon))
        return self._box([*content, *self._blocks(item.blocks, inner)], look, role)

    def _titled(self, title: Text, look: Look, icon: Scene | None) -> TextBlock:
        """Return the title of a card."""
        after = self.theme.spaces["item"]
        style = self.style(look, look.size, tight=icon is not None, title=True, after=after, keep_next=True)
        marker = None
        if icon is not None:
            marker = IconMarker(self.drawing(icon), self.em(_ICON), self.em(_ICON_ROOM))
            style = replace(style, indent=marker.room)
        return self.text(title, replace(look, weight=BOLD, colour=look.title), "P", style, marker)

    def _rows(self, boxes: Sequence[Box], look: Look, role: RoleStyle) -> Iterator[Flowable]:
        """Yield boxes side by side, as many in a row as the role has columns."""
        count = len(role.columns)
        for start in range(0, len(boxes), count):
            gap = self.em(_GUTTER)
            yield Row(
                boxes[start : start + count],
                shares=role.columns,
                direction=look.direction,
                gap=gap,
                least=self.em(role.narrowest),
                after=gap if role.fill or role.edge else self.theme.spaces["paragraph"],
                level=role.level,
                together=role.together,
            )

    def _step(self, content: Sequence[Flowable], look: Look, *, last: bool) -> Box:
        """Return a step whose number is joined with the next one by a line."""
        size = self.style(look, look.size).size
        style = BoxStyle(
            direction=look.direction,
            rail=None if last else self.theme.rgb("primary"),
            rail_from=look.indent + size * DISC,
            after=self.theme.spaces["paragraph"],
        )
        return Box(content, style)

    def _item(self, item: ListItem, number: int | None, circled: bool, look: Look) -> Iterator[Flowable]:
        element = Element("LI", look.element)
        marker = self._label(number, circled, look, element) if number else None
        body = Element("LBody", element)
        inner = replace(look, element=body, indent=look.indent + marker.room if marker else look.indent)
        after = self.theme.spaces["item" if item.title is None else "paragraph"]
        blocks = list(item.blocks)
        first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
        if item.title is not None and (circled or first is None):
            style = self.style(look, look.size, title=True, after=0.0 if blocks else after, keep_next=bool(blocks))
            yield self.text(item.title, replace(inner, weight=BOLD), "P", style, marker)
        elif first is not None and (marker or item.title is not None):
            blocks = blocks[1:]
            yield self.text(first.text, inner, "P", self.style(look, look.size, after=after), marker, item.title)
        elif marker is not None:  # a panel, a row of columns, a list: the label stands beside its first line
            content = self._blocks(blocks, replace(inner, indent=0.0))
            if number and isinstance(content[0], Row) and content[0].level:
                self._label_pair(content[0], blocks[0], marker, number, circled, look)
                yield from content
                return
            style = replace(self.style(look, look.size), indent=inner.indent)
            box = BoxStyle(direction=look.direction, start=inner.indent, after=after)
            yield Box(content, box, (marker, style))
            return
        yield from self._blocks(blocks, inner)

    def _label_pair(self, pair: Row, group: Block, marker: LabelMarker, number: int, circled: bool, look: Look) -> None:
        """Let each column of a pair have the item's label, as its language writes it.

        A screen reader hears it once: all but the first are for the eye only.
        """
        columns = group.blocks if isinstance(group, Group) else ()
        for at, (box, block) in enumerate(zip(pair.boxes, columns, strict=True)):
            column = replace(look, lang=_lang_of(block) or look.lang)
            own = self._label(number, circled, column, None) if at else marker
            indent = look.indent + own.room
            box.style = replace(box.style, start=indent)
            box.marker = own, replace(self.style(column, look.size), indent=indent)

    def _label(self, number: int, circled: bool, look: Look, item: Element | None) -> LabelMarker:
        """Return the label of an item, a number if it is `circled`; an artifact where no item is given."""
        words = plain_text(Locale.of_tag(look.lang).number(Decimal(number)) if circled else _BULLET, look.lang)
        return LabelMarker(
            self.set(words, BOLD),
            self.inks(words, Element("Lbl", item) if item else None, "paper" if circled else look.title),
            self.theme.rgb("primary") if circled else None,
            self.em(_STEP if circled else _INDENT),
        )

    def _definitions(self, block: Definitions, look: Look) -> Iterator[Flowable]:
        role = self.theme.role(block.attrs.role)
        inner = look.of(role)
        if role.columns:
            boxes = [self._box(list(self._definition(entry, role, inner)), look, role) for entry in block.entries]
            yield from self._rows(boxes, look, role)
            return
        for entry in block.entries:
            yield from self._definition(entry, role, inner)

    def _definition(self, entry: Definition, role: RoleStyle, look: Look) -> Iterator[Flowable]:
        blocks = list(entry.blocks)
        after = self.theme.spaces["item"]
        if role.run_in and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            yield self.text(blocks[0].text, look, "P", self.style(look, look.size, after=after), run_in=entry.term)
            return
        if entry.attrs.icon is not None or role.columns:
            yield self._titled(entry.term, replace(look, title=role.title or "ink"), entry.attrs.icon)
        else:
            style = self.style(look, look.size, title=True, before=after, keep_next=True)
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
            direction=look.direction,
            padding=self.em(0.5),
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
        side = cell.attrs.role if cell.attrs.role in ("ecmiss", "open") else None
        look = replace(look, lang=cell.text.lang)
        style = self.style(look, "body")
        marker: Marker | None = None
        if side and cell.header:
            marker = IconMarker(self.drawing(column_mark(side)), self.em(_MARK), self.em(1.4 * _MARK))
            style = replace(style, indent=marker.room)
        inks = self.inks(cell.text, element, side if side and cell.header else "ink")
        block = TextBlock(self.set(cell.text, BOLD if cell.header else REGULAR), style, inks, marker)
        return CellBox(block, self.theme.rgb(f"{side}-tint") if side else None)

    def drawing(self, scene: Scene) -> SceneDrawing:
        """Return what draws a scene in the document's language."""
        return SceneDrawing(scene, self.theme, self.document.locale.tag, self.document.locale.direction)

    def _figure(self, figure: Figure, look: Look) -> Iterator[Flowable]:
        element = Element("Figure", look.element, alt=figure.alt.plain, id=figure.alt.unit)
        if figure.alt.lang != self.document.locale.tag:
            element.lang = figure.alt.lang
        for label in figure.scene.labels:
            for char in set_label(label.text, label.strong, self.theme.fonts).missing:
                self.missing.setdefault(char, label.text)
        space = self.theme.spaces["paragraph"]
        scenes = (figure.scene, figure.narrow) if figure.narrow else (figure.scene,)
        picture = Picture(
            tuple(self.drawing(scene) for scene in scenes),
            element,
            least=self.page.least,
            most=max(self.theme.sizes["body"], self.page.least),
            wide=math.inf if figure.scene.labels else self.em(9),
            keep_next=figure.caption is not None,
            after=space,
        )
        self.pictures.append(picture)
        yield picture
        if figure.caption is not None:
            style = self.style(look, "small", before=space / 2, after=space)
            yield self.text(figure.caption, replace(look, colour="muted"), "Caption", style)

    # --- panels ---

    def _panel(self, panel: Panel, look: Look) -> Iterator[Flowable]:
        role = self.theme.role(panel.attrs.role)
        inner = look.below("Div").of(role)
        content: list[Flowable] = []
        if panel.title is not None:
            title = replace(inner, weight=BOLD, colour=inner.title)
            style = self.style(look, "h3", title=True, after=self.theme.spaces["heading"], keep_next=True)
            content.append(self.text(panel.title, title, "P", style))
        content += self._blocks(panel.blocks, inner)
        plain = panel.attrs.role is None or panel.attrs.role not in self.theme.roles
        yield self._box(content, look, replace(role, fill="primary-tint") if plain else role)

    def _group(self, group: Group, look: Look) -> Iterator[Flowable]:
        role = self.theme.role(group.attrs.role)
        inner = look.below("Div").of(role)
        if role.columns:
            boxes = [self._column(child, inner) for child in group.blocks]
            yield from self._rows(boxes, look, role)
            return
        content = self._blocks(group.blocks, inner)
        if group.attrs.icon is not None:
            content.append(Ornament(self.drawing(group.attrs.icon), share=0.8, space=self.theme.spaces["section"]))
        if role.fill or role.edge or role.together:
            yield self._box(content, look, role)
        else:
            yield from content

    def _column(self, block: Block, look: Look) -> Box:
        """Return a block as a column, set in its own language's way: in a bilingual pair that is not the page's."""
        look = replace(look, lang=_lang_of(block) or look.lang)
        role = self.theme.role(block.attrs.role) if isinstance(block, Group) else RoleStyle()
        if isinstance(block, Group) and (role.fill or role.edge):  # the fill is as tall as the column beside it
            return self._box(self._blocks(block.blocks, look.below("Div").of(role)), look, role)
        return self._box(self._blocks((block,), look), look, RoleStyle())

    def _box(self, content: Sequence[Flowable], look: Look, role: RoleStyle) -> Box:
        space = self.theme.spaces["paragraph"]
        style = BoxStyle(
            direction=look.direction,
            fill=self.theme.rgb(role.fill) if role.fill else None,
            edge=self.theme.rgb(role.edge) if role.edge else None,
            padding=self.em(_CARD) if role.fill or role.edge else 0.0,
            before=space,
            after=space,
            together=role.together,
            hold=role.hold,
        )
        return Box(content, style)


def _lang_of(block: Block) -> str | None:
    """Return the language of the first words in `block`."""
    return next((text.lang for text in shown_texts((block,))), None)


@functools.cache
def column_mark(side: str) -> Scene:
    """Return the mark of a column of the comparison: solid for ECMISS, hatched for open surgery."""
    box: tuple[Command, ...] = (("M", (1, 1)), ("L", (11, 1)), ("L", (11, 11)), ("L", (1, 11)), ("Z", ()))
    if side == "open":
        shape = Shape(commands=box, fill="paper", stroke=side, hatch=side)
    else:
        shape = Shape(commands=box, fill=side, stroke=side)
    return Scene(name=f"{side} mark", width=12, height=12, shapes=(shape,), labels=())
