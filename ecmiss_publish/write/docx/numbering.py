"""Bullets and numbers. Every ordered list has a numbering of its own, so that it starts at 1."""

from __future__ import annotations

from lxml import etree

from ecmiss_publish.write.docx.xml import Xml, parsed, twips, w
from ecmiss_publish.write.theme import Theme

INDENT, BOX_INDENT = 18.0, 14.0  # points from a marker to its words; less in a panel
LEVELS = 3  # styles for lists in lists; a list that is deeper looks like the deepest of them

# Numberings that the styles refer to; those of single lists come after them.
BULLETS, NUMBERS, BOX_BULLETS, BOX_NUMBERS = 1, 2, 3, 4
_STYLES = {BULLETS: "ListBullet", NUMBERS: "ListNumber"}
_MARKS = ("•", "–", "•")


class Numbering:
    """The numberings of a file, as they are asked for."""

    def __init__(self, theme: Theme, box_start: float) -> None:
        """Begin with those of the styles. Lists in a box are indented by `box_start`, like all words of the box."""
        shared = (BULLETS, NUMBERS, BOX_BULLETS, BOX_NUMBERS)
        starts = {BULLETS: INDENT, NUMBERS: INDENT, BOX_BULLETS: box_start, BOX_NUMBERS: box_start}
        self._abstract = [_abstract(number, theme, starts[number]) for number in shared]
        self._made: list[Xml] = []
        for number in shared:
            self._add(number)

    def restarted(self, number: int, level: int) -> int:
        """Return a new numbering that looks like `number` and starts at 1 on `level`."""
        return self._add(number, w("lvlOverride", w("startOverride", val=1), ilvl=level))

    def fill(self, root: etree._Element) -> None:
        """Put all numberings into `root`, the empty element `w:numbering`."""
        root.extend(parsed(*self._abstract, *self._made))

    def _add(self, number: int, override: Xml | None = None) -> int:
        made = len(self._made) + 1
        self._made.append(w("num", w("abstractNumId", val=number), override, numId=made))
        return made


def _abstract(number: int, theme: Theme, start: float) -> Xml:
    levels = [_level(number, level, theme, start) for level in range(9)]
    # Word tells lists apart by this number; the same one every time keeps the bytes the same.
    return w(
        "abstractNum",
        w("nsid", val=f"{0xEC000000 + number:08X}"),
        w("multiLevelType", val="multilevel"),
        w("tmpl", val=f"{0xEC100000 + number:08X}"),
        *levels,
        abstractNumId=number,
    )


def _level(number: int, level: int, theme: Theme, start: float) -> Xml:
    if number in _STYLES:
        place = [w("ind", left=twips(start + INDENT * level), hanging=twips(INDENT))]
    else:
        # Words of a box share one indent, so that the box stays one; those behind a mark stand at a tab.
        start += BOX_INDENT * level
        tab = w("tab", val="num", pos=twips(start + BOX_INDENT))
        place = [w("tabs", tab), w("ind", left=twips(start), firstLine=0)]
    ordered = number in (NUMBERS, BOX_NUMBERS)
    style = _STYLES.get(number) if level < LEVELS else None
    colour = w("color", val=theme.colours["primary"][1:])
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if ordered else "bullet"),
        w("pStyle", val=style + (str(level + 1) if level else "")) if style else None,
        w("lvlText", val=f"%{level + 1}." if ordered else _MARKS[level % len(_MARKS)]),
        w("lvlJc", val="left"),
        w("pPr", *place),
        w("rPr", w("b"), w("bCs"), colour) if ordered else w("rPr", colour),
        ilvl=level,
    )
