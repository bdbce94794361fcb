"""The closed set of core blocks that editions are made of and that every writer draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin
from ecmiss_publish.model.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Attrs:
    """What every block may carry: a name, a role for the theme, an icon, its origin.

    An icon says nothing that the words do not say, so it has no alternative text.
    """

    id: str | None = None
    role: str | None = None
    icon: Scene | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. The heading's level is the depth of nesting."""

    title: Text
    blocks: tuple[Block, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: Text
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class ListItem:
    """What stands behind one bullet or number. Without a title the blocks stand alone."""

    blocks: tuple[Block, ...]
    title: Text | None = None
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class List:
    """A list with bullets, or with numbers from 1 where it is ordered."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: Text
    blocks: tuple[Block, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what is said of them: facts, questions and answers, claims and facts."""

    entries: tuple[Definition, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `header` makes it the head of its column (first row) or of its row."""

    text: Text
    header: bool = False
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells from the line's start to its end."""

    cells: tuple[Cell, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head row that repeats on every page. `caption` names it to screen readers and is not printed."""

    caption: Text
    head: TableRow
    rows: tuple[TableRow, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, what it shows in words, its caption, and the same picture for narrow columns."""

    scene: Scene
    alt: Text
    caption: Text | None = None
    attrs: Attrs = Attrs()
    narrow: Scene | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    blocks: tuple[Block, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Panel:
    """Blocks set apart from the main text."""

    blocks: tuple[Block, ...]
    title: Text | None = None
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together, with no meaning of their own: cards, columns."""

    blocks: tuple[Block, ...]
    attrs: Attrs = Attrs()


@dataclass(frozen=True, slots=True)
class Break:
    """A new page, where the format has pages; with the role `last`, the last one that the form has."""

    attrs: Attrs = Attrs()


Block: TypeAlias = Section | Paragraph | List | Definitions | Table | Figure | Quote | Panel | Group | Break
Branch: TypeAlias = Block | ListItem | Definition | TableRow | Cell


def children(block: Branch) -> tuple[Branch, ...]:
    """Return the blocks directly below `block`, in reading order."""
    match block:
        case Section() | Quote() | Panel() | Group() | ListItem() | Definition():
            return block.blocks
        case List():
            return block.items
        case Definitions():
            return block.entries
        case Table():
            return (block.head, *block.rows)
        case TableRow():
            return block.cells
        case Paragraph() | Cell() | Figure() | Break():
            return ()


def own_texts(block: Branch) -> tuple[Text, ...]:
    """Return the Texts that `block` shows itself, before its children; a figure's caption and labels included.

    Labels are those that both drawings of a figure have: a narrow one may do with fewer numbers at its axes.
    """
    match block:
        case Section():
            return (block.title,)
        case ListItem() | Panel():
            return (block.title,) if block.title else ()
        case Definition():
            return (block.term,)
        case Paragraph() | Cell():
            return (block.text,)
        case Figure():
            labels = tuple(
                label.text for label in block.scene.labels if not block.narrow or _is_in(label.text, block.narrow)
            )
            return (*labels, block.caption) if block.caption else labels
        case _:
            return ()


def _is_in(text: Text, scene: Scene) -> bool:
    return any(label.text == text for label in scene.labels)


def walk(blocks: tuple[Branch, ...]) -> Iterator[Branch]:
    """Yield every block below `blocks` in reading order, parents first."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def shown_texts(blocks: tuple[Branch, ...]) -> Iterator[Text]:
    """Yield every Text that a reader sees, in reading order; alternative texts are not among them."""
    for block in walk(blocks):
        yield from own_texts(block)
