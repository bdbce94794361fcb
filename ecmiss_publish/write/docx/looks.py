"""The theme -> named styles: every look that a brochure has, and that marketing finds in Word's gallery of styles.

Nothing in the text is formatted by hand: who changes a style changes all of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ecmiss_publish.write.docx.numbering import BOX_BULLETS, BOX_INDENT, BOX_NUMBERS, BULLETS, INDENT, LEVELS, NUMBERS
from ecmiss_publish.write.theme import Page, Theme

_TIGHT = 0.85  # the line height of headings, as a share of the body's
BAR = 3.0  # the width of a panel's bar on the side where lines start
_TITLE_PADDING = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled box around paragraphs. Word draws neighbours of one box and one indent as a single one."""

    fill: str
    bar: str | None = None
    side: float
    padding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style of paragraphs. Lengths are points, colours names of the theme; None is as in the style below it.

    `close` is whether neighbours of the style stand without a space between them.
    """

    name: str
    base: str | None = "Normal"
    following: str | None = None
    size: float | None = None
    line: float | None = None
    strong: bool | None = None
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    start: float | None = None
    end: float | None = None
    hanging: float | None = None
    close: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    picture: bool = False
    box: Box | None = None
    rule: str | None = None
    numbering: tuple[int, int] | None = None
    outline: int | None = None
    centred: bool = False
    tab: float | None = None
    gallery: bool = True
    built_in: bool = False

    @property
    def id(self) -> str:
        """The name that paragraphs call the style by."""
        return style_id(self.name)


def style_id(name: str) -> str:
    """Return the id of the style `name`: `Heading1` for `heading 1`, as Word has it."""
    return "".join(part[:1].upper() + part[1:] for part in name.split(" "))


def level_name(name: str, depth: int) -> str:
    """Return the name of a list's style: `List Bullet` for a list, `List Bullet 2` for a list in a list."""
    level = min(depth, LEVELS)
    return name if level == 1 else f"{name} {level}"


# The kinds of panels: colour of the fill, and of the bar.
PANEL, CASE, NOTICE = "Panel", "Case", "Notice Panel"
BOXES = {
    PANEL: ("primary-tint", None),
    CASE: ("primary-tint", "primary"),
    NOTICE: ("amber-tint", "amber"),
}


def box_start(theme: Theme) -> float:
    """Return the indent of words in a panel: padding, bar and the room for a marker."""
    return theme.spaces["panel"] + BAR + BOX_INDENT


def looks(theme: Theme, page: Page, line: float) -> Iterator[Look]:
    """Yield every paragraph style; `line` is the line height of the document's script, as a factor of the size."""
    size, space = theme.sizes, theme.spaces
    paragraph, item = space["paragraph"], space["item"]
    yield Look(name="Normal", base=None, built_in=True)
    yield Look(name="After Table", following="Normal", before=paragraph, gallery=False)
    yield Look(
        name="Title",
        built_in=True,
        following="Imprint",
        size=size["h1"],
        line=line * _TIGHT,
        strong=True,
        colour="paper",
        after=2 * paragraph,
        start=_TITLE_PADDING,
        end=_TITLE_PADDING,
        keep_next=True,
        keep_lines=True,
        box=Box(fill="primary", side=_TITLE_PADDING, padding=_TITLE_PADDING),
    )
    heading = Look(
        name="",
        built_in=True,
        following="Normal",
        line=line * _TIGHT,
        strong=True,
        colour="primary",
        before=paragraph + item,
        after=space["heading"],
        keep_next=True,
        keep_lines=True,
    )
    yield replace(heading, name="heading 1", size=size["h2"], before=space["section"], outline=0)
    yield replace(heading, name="heading 2", size=size["h3"], outline=1)
    for level in range(3, 7):
        yield replace(heading, name=f"heading {level}", size=size["body"], outline=level - 1, gallery=level == 3)
    yield Look(name="Imprint", size=size["furniture"], colour="muted", after=paragraph + item, close=True)
    yield Look(name="Lead", size=size["lead"], keep_next=True)
    yield Look(name="Fact")
    yield Look(
        name="Question",
        following="Answer",
        strong=True,
        colour="primary",
        before=item,
        after=item / 2,
        keep_next=True,
        keep_lines=True,
    )
    yield Look(name="Answer", after=paragraph)
    yield Look(name="Picture", before=paragraph + item, after=item, keep_next=True, picture=True)
    caption = Look(name="caption", built_in=True, size=size["small"], colour="muted", keep_lines=True)
    yield replace(caption, after=paragraph + item)
    yield Look(name="Quote", built_in=True, size=size["lead"] + 1, colour="primary", start=INDENT, end=INDENT)
    yield from _lists(item, paragraph)
    for name, (fill, bar) in BOXES.items():
        box = Box(fill=fill, bar=bar, side=space["panel"], padding=paragraph)
        # Notices stand at the end, and are not left to a page of their own one by one.
        yield from _boxed(name, box, theme, kept=name == NOTICE)
    yield Look(
        name="Notice",
        size=size["small"],
        before=paragraph,
        start=space["panel"],
        end=space["panel"],
        keep_lines=True,
        box=Box(fill="primary-tint", side=space["panel"], padding=paragraph),
    )
    cell = Look(name="Table Text", before=item, after=item)
    yield cell
    yield replace(cell, name="Table Head", base="Table Text", strong=True, keep_next=True)
    yield replace(cell, name="Table Row Head", base="Table Text", strong=True)
    width = page.width - 2 * page.margin
    furniture = Look(name="", built_in=True, size=size["furniture"], colour="muted", after=0, gallery=False)
    yield replace(furniture, name="header", tab=width, after=paragraph, rule="rule")
    yield replace(furniture, name="footer", centred=True)


def _lists(item: float, paragraph: float) -> Iterator[Look]:
    for level in range(LEVELS):
        after = item + 1 if level else (item + paragraph) / 2
        entry = Look(
            name="", built_in=True, after=after, start=INDENT * (level + 1), hanging=INDENT, gallery=level == 0
        )
        yield replace(entry, name=level_name("List Bullet", level + 1), numbering=(BULLETS, level))
        yield replace(entry, name=level_name("List Number", level + 1), numbering=(NUMBERS, level))
        yield replace(entry, name=level_name("List Continue", level + 1), hanging=None)


def _boxed(name: str, box: Box, theme: Theme, kept: bool) -> Iterator[Look]:
    """Yield the styles of one kind of panel. They share an indent: another one would end the box."""
    item = theme.spaces["item"]
    body = Look(
        name=name,
        after=item + 2,
        start=box_start(theme),
        end=theme.spaces["panel"],
        hanging=BOX_INDENT,
        keep_next=kept,
        keep_lines=True,
        box=box,
    )
    within = replace(body, base=name, start=None, end=None, hanging=None, box=None, gallery=False)
    yield body
    yield replace(within, name=f"{name} Title", strong=True, colour="primary", keep_next=True)
    yield replace(within, name=f"{name} Lead", before=item + 2, keep_next=True)
    for level in range(LEVELS):
        # A list in a list has an indent of its own, and so a piece of the box.
        start = box_start(theme) + BOX_INDENT * level if level else None
        entry = replace(within, after=item, start=start, hanging=BOX_INDENT if level else None)
        yield replace(entry, name=level_name(f"{name} Bullet", level + 1), numbering=(BOX_BULLETS, level))
        yield replace(entry, name=level_name(f"{name} Number", level + 1), numbering=(BOX_NUMBERS, level))
    yield replace(within, name=f"{name} Quote", size=theme.sizes["lead"] + 2, strong=True, colour="primary")
