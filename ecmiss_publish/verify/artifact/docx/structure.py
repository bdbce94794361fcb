"""The file's structure: headings, tables, lists, bookmarks, links, and the direction of paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from ecmiss_publish.markup.bookmark import bookmark_name
from ecmiss_publish.model.block import Branch, List, Section, Table, children, walk
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.inline import links as links_in
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.artifact.docx.file import (
    NAMES,
    STYLES,
    R,
    W,
    all_of,
    excerpt,
    normal,
    style_of,
    switched_on,
    text_of,
    value,
)
from ecmiss_publish.verify.artifact.docx.reading import Reading, body_texts, pairs


def headings(reading: Reading) -> None:
    """Every section has a real heading of its level."""
    levels = _style_values(reading, "outlineLvl")
    found = [
        (int(level) + 1, text_of(paragraph))
        for paragraph in reading.file.body.iter(f"{W}p")
        if (level := levels.get(style_of(paragraph), "")).isdigit()
    ]
    wanted = list(_headings(reading.document.blocks, 1))
    for (depth, text), each in pairs(wanted, found):
        if each != (depth, normal(text.plain)):
            said = f"“{excerpt(each[1])}” on level {each[0]}" if each else "none"
            message = f"the heading is {said}, not “{excerpt(text.plain)}” on level {depth}"
            return reading.wrong(text, "wrong-heading", message)
    return None


def _headings(blocks: Iterable[Branch], level: int) -> Iterator[tuple[int, Text]]:
    for block in blocks:
        if isinstance(block, Section):
            yield min(level, 6), block.title
        yield from _headings(children(block), level + isinstance(block, Section))


def tables(reading: Reading) -> None:
    """Every table has a head that repeats and a name for screen readers, and begins where lines begin."""
    found = all_of(reading.file.body, ".//w:tbl")
    wanted = [block for block in walk(reading.document.blocks) if isinstance(block, Table)]
    for table, element in pairs(wanted, found):
        if element is None:
            reading.wrong(table.caption, "missing-table", f"there is no table “{excerpt(table.caption.plain)}”")
            continue
        caption = normal(value(element.find("w:tblPr/w:tblCaption", NAMES)))
        if caption != normal(table.caption.plain):
            message = f"the table is named “{excerpt(caption)}”, not “{excerpt(table.caption.plain)}”"
            reading.wrong(table.caption, "missing-alt", message)
        if not switched_on(element.find("w:tr/w:trPr", NAMES), "tblHeader"):
            reading.wrong(table.caption, "missing-head", f"the head of “{excerpt(caption)}” would not repeat")
        if switched_on(element.find("w:tblPr", NAMES), "bidiVisual") != reading.rtl:
            reading.wrong(table.caption, "wrong-direction", "the table's columns stand in the other direction")


def lists(reading: Reading) -> None:
    """Every ordered list counts from one by itself."""
    root = reading.file.trees.get("word/numbering.xml")
    numbers = [value(number) for number in all_of(reading.file.body, ".//w:pPr/w:numPr/w:numId")]
    counted = list(Counter(numbers).values())
    lists = (block for block in walk(reading.document.blocks) if isinstance(block, List) and block.ordered)
    items = [len(block.items) for block in lists]
    if counted != items:
        message = f"the file's lists count to {counted or 'nothing'}, the document's to {items or 'nothing'}"
        reading.report.error("wrong-numbering", message, at=reading.origin)
    for number in dict.fromkeys(numbers):
        start = None if root is None else root.find(f"w:num[@w:numId='{number}']//w:startOverride", NAMES)
        if value(start) != "1":
            reading.report.error("wrong-numbering", f"list {number} does not begin with 1", at=reading.origin)


def bookmarks(reading: Reading) -> None:
    """Every unit stands in a bookmark of its name; names and ids are given once."""
    starts, ends = (list(reading.file.body.iter(f"{W}bookmark{kind}")) for kind in ("Start", "End"))
    names = {value(start, "name") for start in starts}
    reading.once("bookmark", [value(start, "name").casefold() for start in starts])
    reading.once("bookmark", [value(start, "id") for start in starts])
    if sorted(value(start, "id") for start in starts) != sorted(value(end, "id") for end in ends):
        reading.report.error("broken-anchor", "a bookmark has no end, or an end has no bookmark", at=reading.origin)
    times: Counter[str] = Counter()
    for text in body_texts(reading.document):
        if text.unit:
            times[text.unit] += 1
            name = bookmark_name(text.unit, times[text.unit])
            if name not in names:
                reading.wrong(text, "missing-bookmark", f"there is no bookmark {name} around {text.unit}")


def links(reading: Reading) -> None:
    """Links lead where the Document says, and none leads nowhere."""
    relations = reading.file.relations()
    elements = list(reading.file.body.iter(f"{W}hyperlink"))
    addresses = (relations.get(element.get(f"{R}id", "")) for element in elements if f"{R}id" in element.attrib)
    hrefs = (link.href for text in body_texts(reading.document) for link in links_in(text.inlines))
    # Two links side by side to one place may have become one.
    found, wanted = ([address for address, _ in groupby(each)] for each in (addresses, hrefs))
    if found != wanted:
        message = f"the file links to {found or 'nothing'}, the document to {wanted or 'nothing'}"
        reading.report.error("wrong-link", message, at=reading.origin)
    names = {value(start, "name") for start in reading.file.body.iter(f"{W}bookmarkStart")}
    for element in elements:
        anchor = value(element, "anchor")
        if anchor and anchor not in names:
            reading.report.error("broken-anchor", f"there is no bookmark {anchor} to go to", at=reading.origin)


def directions(reading: Reading) -> None:
    """Pages and paragraphs run as the document's language does; prose of another runs as its own does."""
    if switched_on(reading.file.body.find("w:body/w:sectPr", NAMES), "bidi") != reading.rtl:
        reading.report.error("wrong-direction", "the pages run in the other direction", at=reading.origin)
    on = {style for style, value in _style_values(reading, "bidi").items() if value not in ("0", "false")}
    directions = {(normal(text.plain), Locale.of_tag(text.lang).direction) for text in body_texts(reading.document)}
    for paragraph in reading.file.body.iter(f"{W}p"):
        own = paragraph.find("w:pPr/w:bidi", NAMES)
        rtl = style_of(paragraph) in on if own is None else value(own) not in ("0", "false")
        if rtl != reading.rtl and (text_of(paragraph), "rtl" if rtl else "ltr") not in directions:
            message = f"“{excerpt(text_of(paragraph))}” runs {'rtl' if rtl else 'ltr'}"
            reading.report.error("wrong-direction", message, at=reading.origin)


def _style_values(reading: Reading, name: str) -> dict[str, str]:
    """Return a property of paragraphs by style, taken from the style below where a style has none."""
    own: dict[str, str] = {}
    below: dict[str, str] = {}
    for style in reading.file.trees[STYLES].iter(f"{W}style"):
        key = value(style, "styleId")
        below[key] = value(style.find("w:basedOn", NAMES))
        found = style.find(f"w:pPr/w:{name}", NAMES)
        if found is not None:
            own[key] = value(found) or "1"
    values = {}
    for key in below:
        at = key
        while at and at not in own:
            at = below.get(at, "")
        if at:
            values[key] = own[at]
    return values
