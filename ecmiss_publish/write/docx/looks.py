"""The theme -> named styles: every look that a brochure has, and that marketing finds in Word's gallery of styles.

Nothing in the text is formatted by hand: who changes a style changes all of its kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from ecmiss_publish.write.docx.numbering import BOX_BULLETS, BOX_INDENT, BOX_NUMBERS, BULLETS, INDENT, LEVELS, NUMBERS
from ecmiss_publish.write.docx.roles import BoxRole, paragraph_name, role_name
from ecmiss_publish.write.theme import Page, Theme

_TIGHT = 0.85  # the line height of headings, as a share of the body's
BAR = 3.0  # the width of a panel's bar on the side where lines start
_TITLE_PADDING = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A fill, a bar where lines start, or both. Word draws neighbours of one box and one indent as a single one."""

    fill: str | None
    bar: str | None = None
    side: float
    padding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style of paragraphs. Lengths are points, colours names of the theme; None is as in the style below it.

    `close` is whether neighbours of the style stand without a space between them, `leader` whether the tab is a line
    to write on. One in the `gallery` is offered though the text does not use it.
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
    leader: bool = False
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


def box_start(theme: Theme) -> float:
    """Return the indent of words in a box: padding and bar."""
    return theme.spaces["panel"] + BAR


def looks(theme: Theme, page: Page, line: float, boxes: Mapping[str, BoxRole], used: Collection[str]) -> Iterator[Look]:
    """Yield the paragraph styles; `line` is the line height of the document's script, as a factor of the size.

    `boxes` are those that the document has, by name. Of what roles look like, only styles that are `used` are made.
    """
    yield from _text(theme, line)
    yield from _lists(theme.spaces["item"], theme.spaces["paragraph"])
    width = page.width - 2 * page.margin
    for name, role in theme.roles.items():
        if style_id(paragraph_name(name, role)) in used:
            yield _of_role(name, theme, width)
    for name, box in boxes.items():
        yield from _boxed(name, box, theme, width, used)
    yield from _tables(theme)
    furniture = Look(name="", built_in=True, size=theme.sizes["furniture"], colour="muted", after=0, gallery=False)
    yield replace(furniture, name="header", tab=width, after=theme.spaces["paragraph"], rule="rule")
    yield replace(furniture, name="footer", centred=True)


def _text(theme: Theme, line: float) -> Iterator[Look]:
    """Yield the styles of the title, headings, running text and pictures."""
    size, space = theme.sizes, theme.spaces
    paragraph, item = space["paragraph"], space["item"]
    imprint = replace(_of_role("imprint", theme, 0), after=paragraph + item, close=True, gallery=True)
    yield Look(name="Normal", base=None, built_in=True)
    yield Look(name="After Panel", following="Normal", before=paragraph + item, gallery=False)
    yield Look(
        name="Title",
        built_in=True,
        following=imprint.name,
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
    yield imprint
    yield replace(_of_role("lead", theme, 0), name="Lead", keep_next=True, gallery=True)
    question = Look(name="Question", following="Answer", strong=True, colour=theme.role("faq").title or "primary")
    yield replace(question, before=item, after=item / 2, keep_next=True, keep_lines=True)
    yield Look(name="Answer", after=paragraph)
    yield Look(name="Picture", before=paragraph + item, after=item, keep_next=True, picture=True)
    caption = Look(name="caption", built_in=True, size=size["small"], colour="muted", keep_lines=True)
    yield replace(caption, after=paragraph + item)
    yield Look(name="Quote", built_in=True, size=size["h3"], colour="primary", start=INDENT, end=INDENT)


def _lists(item: float, paragraph: float) -> Iterator[Look]:
    for level in range(LEVELS):
        after = item + 1 if level else (item + paragraph) / 2
        entry = Look(
            name="", built_in=True, after=after, start=INDENT * (level + 1), hanging=INDENT, gallery=level == 0
        )
        yield replace(entry, name=level_name("List Bullet", level + 1), numbering=(BULLETS, level))
        number = replace(entry, name=level_name("List Number", level + 1), numbering=(NUMBERS, level))
        yield number
        following = level_name("List Continue", level + 1)
        yield replace(entry, name=following, hanging=None)
        title = Look(name=level_name("List Number Title", level + 1), base=number.name, following=following)
        yield replace(title, after=item / 2, strong=True, keep_next=True, keep_lines=True, gallery=level == 0)


def _of_role(name: str, theme: Theme, width: float) -> Look:
    """Return the style of paragraphs with a role; `width` is where a line to write on ends."""
    role = theme.role(name)
    return Look(
        name=paragraph_name(name, role) or role_name(name),
        size=theme.sizes[role.size] if role.size else None,
        strong=role.bold or None,
        colour=role.colour,
        after=theme.spaces[role.after] if role.after else None,
        keep_next=role.hold,
        tab=width if role.rule else None,
        leader=role.rule,
        gallery=False,
    )


# --- boxes ------------------------------------------------------------------------------------------------------


def _boxed(name: str, role: BoxRole, theme: Theme, width: float, used: Collection[str]) -> Iterator[Look]:
    """Yield the styles of one kind of box. They share an indent: another one would end the box.

    So words begin where bullets do, but in a box that is a list, where all but bullets is rare.
    """
    look, sizes = role.style, theme.sizes
    item, panel = theme.spaces["item"], theme.spaces["panel"]
    hanging = BOX_INDENT if role.listed else 0.0
    yield Look(
        name=name,
        size=sizes[look.size] if look.size else None,
        strong=look.bold or None,
        colour=look.colour,
        after=item + 2,
        start=box_start(theme) + hanging,
        end=panel,
        hanging=hanging or None,
        keep_lines=True,
        box=Box(fill=look.fill, bar=look.edge, side=panel, padding=theme.spaces["paragraph"] if look.fill else 0),
    )
    within = Look(name="", base=name, after=item + 2, keep_lines=True, gallery=False)
    # What opens the box, or a part of it. Without a fill it is space that sets a box apart.
    opening = replace(within, before=item + 2 if look.fill else theme.spaces["section"], keep_next=True)
    title = replace(opening, strong=True, colour=look.title or "primary")
    yield replace(title, name=f"{name} Title", size=sizes["h3"], before=theme.spaces["panel"])
    yield replace(title, name=f"{name} Term", before=item + 2, after=item / 2)
    yield replace(opening, name=f"{name} Lead")
    for own, style in theme.roles.items():
        kind = paragraph_name(own, style)
        if kind and style_id(f"{name} {kind}") in used:
            made = replace(_of_role(own, theme, width - panel), name=f"{name} {kind}", base=name, keep_lines=True)
            yield replace(made, before=opening.before if style.hold else None, after=made.after or within.after)
    yield replace(within, name=f"{name} Quote", size=sizes["h3"], strong=True, colour=look.title or "primary")
    yield replace(within, name=f"{name} Picture", picture=True)
    yield replace(within, name=f"{name} Caption", size=sizes["small"], colour="muted")
    yield from _boxed_lists(replace(within, after=item), name, box_start(theme), hanging)


def _boxed_lists(entry: Look, name: str, start: float, hanging: float) -> Iterator[Look]:
    for level in range(LEVELS):
        if level or hanging:  # a list in a list has an indent of its own, and so a piece of the box
            entry = replace(entry, start=start + BOX_INDENT * (level + 1), hanging=BOX_INDENT)
        yield replace(entry, name=level_name(f"{name} Bullet", level + 1), numbering=(BOX_BULLETS, level))
        number = replace(entry, name=level_name(f"{name} Number", level + 1), numbering=(BOX_NUMBERS, level))
        yield number
        yield replace(number, name=level_name(f"{name} Number Title", level + 1), strong=True, keep_next=True)


# --- tables -----------------------------------------------------------------------------------------------------


def _tables(theme: Theme) -> Iterator[Look]:
    item = theme.spaces["item"]
    yield Look(name="Table Text", before=item, after=item)
    yield Look(name="Table Head", base="Table Text", strong=True, keep_next=True)
    for colour in theme.colours:
        if f"{colour}-tint" in theme.colours:
            yield Look(name=f"Table Head {role_name(colour)}", base="Table Head", colour=colour, gallery=False)
    yield Look(name="Table Row Head", base="Table Text", strong=True)
