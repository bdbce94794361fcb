"""Bullets and numbers. Every ordered list has a numbering of its own, so that it starts at 1."""

from __future__ import annotations

from lxml import etree

from ecmiss_publish.write.docx.xml import twips, w
from ecmiss_publish.write.theme import Theme

INDENT = 18.0  # points from a marker to its words
LEVELS = 3  # styles for lists in lists; a list that is deeper looks like the deepest of them

# Numberings that the styles refer to; those of single lists come after them.
BULLETS, NUMBERS, BOX_BULLETS, BOX_NUMBERS = 1, 2, 3, 4
_STYLES = {BULLETS: "ListBullet", NUMBERS: "ListNumber"}
_MARKS = ("•", "–", "•")


class Numbering:
    """The part of the file that holds the lists' numberings."""

    def __init__(self, root: etree._Element, theme: Theme, box_start: float) -> None:
        """Fill `root`. Lists in a box are indented by `box_start` points, like all words of the box."""
        self._root = root
        for number in (BULLETS, NUMBERS, BOX_BULLETS, BOX_NUMBERS):
            root.append(_abstract(number, theme, INDENT if number in _STYLES else box_start))
        self._last = 0
        for number in (BULLETS, NUMBERS, BOX_BULLETS, BOX_NUMBERS):
            self._add(number)

    def restarted(self, number: int, level: int) -> int:
        """Return a new numbering that looks like `number` and starts at 1 on `level`."""
        return self._add(number, w("lvlOverride", w("startOverride", val=1), ilvl=level))

    def _add(self, number: int, override: etree._Element | None = None) -> int:
        self._last += 1
        self._root.append(w("num", w("abstractNumId", val=number), override, numId=self._last))
        return self._last


def _abstract(number: int, theme: Theme, start: float) -> etree._Element:
    levels = [_level(number, level, theme, start + INDENT * level) for level in range(9)]
    # Word tells lists apart by this number; the same one every time keeps the bytes the same.
    return w(
        "abstractNum",
        w("nsid", val=f"{0xEC000000 + number:08X}"),
        w("multiLevelType", val="multilevel"),
        w("tmpl", val=f"{0xEC100000 + number:08X}"),
        *levels,
        abstractNumId=number,
    )


def _level(number: int, level: int, theme: Theme, start: float) -> etree._Element:
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
        w("pPr", w("ind", left=twips(start), hanging=twips(INDENT))),
        w("rPr", w("b"), w("bCs"), colour) if ordered else w("rPr", colour),
        ilvl=level,
    )
