"""Block markup <-> blocks: the small XML vocabulary that editions are written in.

Elements carry HTML's own names wherever HTML has one. Words stand only inside `<text>`, which Jinja makes of a
`Text`: letters that a template writes itself would never reach a translator, and are a Problem.
"""

from __future__ import annotations

import contextlib
import difflib
import functools
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from markupsafe import Markup, escape

from ecmiss_publish.model.block import (
    Attrs,
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
from ecmiss_publish.model.inline import (
    Emphasis,
    Foreign,
    Inline,
    Isolate,
    LineBreak,
    Link,
    Run,
    Strong,
    Text,
    plain_text,
)
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Scene

FigureMaker = Callable[[str], Figure | None]
IconMaker = Callable[[str], Scene | None]

_HINT_WORDS = 'write {{ _("ui.some_name", "the English words") }}, or show a text of the article'


@dataclass(slots=True)
class Markings:
    """What an edition's markup holds besides blocks."""

    writer: str = ""
    page: str = ""
    beside: bool = False
    title: Text | None = None
    labels: dict[str, Text] = field(default_factory=dict)
    omitted: dict[str, Origin | None] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    origin: Origin | None = None


# --- a Text as markup, and back ---------------------------------------------------------------------------------


def text_markup(text: Text) -> Markup:
    """Return `text` as a `<text>` element; every character of it stays a character."""
    return _text_markup(text, text.origin)


@functools.lru_cache(maxsize=4096)  # every edition shows the same texts; origins are no part of a Text's equality
def _text_markup(text: Text, origin: Origin | None) -> Markup:
    attributes = [("lang", text.lang)]
    if text.unit:
        attributes.append(("unit", text.unit))
    if origin:
        attributes.append(("from", str(origin)))
    inner = Markup("").join(_inline_markup(inline) for inline in text.inlines)
    opening = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes)
    return Markup("<text{}>{}</text>").format(opening, inner)


def _inline_markup(inline: Inline) -> Markup:
    match inline:
        case Run(words):
            return escape(words)
        case LineBreak():
            return Markup("<br/>")
        case Strong(inner):
            return Markup("<strong>{}</strong>").format(_joined(inner))
        case Emphasis(inner):
            return Markup("<em>{}</em>").format(_joined(inner))
        case Isolate(inner):
            return Markup("<bdi>{}</bdi>").format(_joined(inner))
        case Foreign(inner, lang):
            return Markup('<span lang="{}">{}</span>').format(lang, _joined(inner))
        case Link(inner, href):
            return Markup('<a href="{}">{}</a>').format(href, _joined(inner))
        case _:
            assert_never(inline)


def _joined(inlines: tuple[Inline, ...]) -> Markup:
    return Markup("").join(_inline_markup(inline) for inline in inlines)


def _text(element: ET.Element) -> Text:
    source, _, line = element.get("from", "").rpartition(":")
    return Text(
        _inlines(element),
        element.get("lang", "und"),
        element.get("unit"),
        "",
        Origin(source, int(line)) if source else None,
    )


def _inlines(element: ET.Element) -> tuple[Inline, ...]:
    made: list[Inline] = [Run(element.text)] if element.text else []
    for child in element:
        inner = _inlines(child)
        match child.tag:
            case "br":
                made.append(LineBreak())
            case "strong":
                made.append(Strong(inner))
            case "em":
                made.append(Emphasis(inner))
            case "bdi":
                made.append(Isolate(inner))
            case "span":
                made.append(Foreign(inner, child.get("lang", "und")))
            case "a":
                made.append(Link(inner, child.get("href", "")))
            case other:
                raise AssertionError(f"text_markup writes no <{other}>")
        if child.tail:
            made.append(Run(child.tail))
    return tuple(made)


# --- an edition's markup -> blocks ------------------------------------------------------------------------------


def parse_edition(markup: str, path: str, figures: FigureMaker, icons: IconMaker, report: Report) -> Markings:
    """Return what the rendered edition says, or raise PublishError once every mistake is reported."""
    try:
        root = ET.fromstring(markup)
    except ET.ParseError as error:
        report.error(
            "template-syntax",
            f"the markup is not well-formed XML: {error.msg.split(':')[0]}",
            at=_innermost_open(markup) or Origin(path),
            hint="every element that is opened must be closed, in reverse order",
        )
        raise PublishError(path) from None
    mistakes = Report()  # apart from the caller's, to which pictures may add findings about translations
    markings = _EditionParser(figures, icons, mistakes).document(root)
    report.extend(mistakes)
    if mistakes.errors:
        raise PublishError(path)
    return markings


def _innermost_open(markup: str) -> Origin | None:
    """Return where the element was opened that the parser was in when it gave up."""
    inside: list[ET.Element] = []
    with contextlib.suppress(ET.ParseError):
        for event, element in ET.iterparse(io.StringIO(markup), ("start", "end")):
            if event == "start":
                inside.append(element)
            else:
                inside.pop()
    stamped = [element for element in inside if element.get("at")]
    return _origin(stamped[-1]) if stamped else None


def _origin(element: ET.Element) -> Origin | None:
    path, _, line = element.get("at", "").rpartition(":")
    return Origin(path, int(line)) if path else None


_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "document": frozenset({"writer", "page"}),
    "label": frozenset({"name"}),
    "omit": frozenset({"part"}),
    "figure": frozenset({"part"}),
}
_OPTIONAL: Mapping[str, frozenset[str]] = {
    "document": frozenset({"beside"}),
    "figure": frozenset({"caption"}),
    **dict.fromkeys(("li", "dt", "div", "aside"), frozenset({"icon"})),
}
_COMMON = frozenset({"id", "role", "at"})


@dataclass(slots=True)
class _EditionParser:
    """Walks the elements once; every mistake goes to the report and the walk goes on."""

    figures: FigureMaker
    icons: IconMaker
    report: Report
    marks: Markings = field(default_factory=Markings)

    def document(self, root: ET.Element) -> Markings:
        if root.tag != "document":
            self.wrong(root, "unknown-element", f"an edition begins with <document>, not <{root.tag}>")
            return self.marks
        self.check_attributes(root)
        self.marks.origin = _origin(root)
        self.marks.writer, self.marks.page = root.get("writer", ""), root.get("page", "")
        self.marks.beside = "beside" in root.attrib
        self.marks.title = self.heading(root)
        self.marks.blocks = self.blocks(root)
        return self.marks

    def blocks(self, parent: ET.Element) -> tuple[Block, ...]:
        """Return the blocks directly below `parent`; headings are read by the parent itself."""
        self.no_loose_words(parent)
        made = []
        for element in parent:
            if element.tag == "h":
                continue
            block = self.block(element)
            if block is not None:
                made.append(block)
        return tuple(made)

    def block(self, element: ET.Element) -> Block | None:
        self.check_attributes(element)
        attrs = self.attrs(element)
        match element.tag:
            case "section":
                return Section(self.heading(element) or plain_text("", "und"), self.blocks(element), attrs)
            case "p":
                return Paragraph(self.text(element), attrs)
            case "ul" | "ol":
                items = tuple(self.item(item) for item in self.only(element, "li"))
                return List(items, element.tag == "ol", attrs)
            case "dl":
                return Definitions(tuple(self.definitions(element)), attrs)
            case "table":
                return self.table(element, attrs)
            case "figure":
                return self.figure(element, attrs)
            case "blockquote":
                return Quote(self.blocks(element), attrs)
            case "aside":
                return Panel(self.blocks(element), self.heading(element, required=False), attrs)
            case "div":
                return Group(self.blocks(element), attrs)
            case "break":
                return Break(attrs)
            case "label":
                self.marks.labels[element.get("name", "")] = self.text(element)
            case "omit":
                self.marks.omitted[element.get("part", "")] = attrs.origin
            case other:
                near = difflib.get_close_matches(other, _BLOCKS, 1)
                self.wrong(
                    element,
                    "unknown-element",
                    f"<{other}> is not an element of editions",
                    f"did you mean <{near[0]}>?" if near else f"there are {', '.join(_BLOCKS)}",
                )
        return None

    def item(self, element: ET.Element) -> ListItem:
        return ListItem(self.blocks(element), self.heading(element, required=False), self.attrs(element))

    def definitions(self, element: ET.Element) -> Iterator[Definition]:
        term: ET.Element | None = None
        for child in self.only(element, "dt", "dd"):
            if child.tag == "dt":
                term = child
            elif term is None:
                self.wrong(child, "unknown-element", "<dd> stands before any <dt>", "write the <dt> first")
            else:
                yield Definition(self.text(term), self.blocks(child), self.attrs(term))
                term = None

    def table(self, element: ET.Element, attrs: Attrs) -> Table | None:
        parts = {child.tag: child for child in self.only(element, "caption", "thead", "tbody")}
        if parts.keys() != {"caption", "thead", "tbody"}:
            self.wrong(element, "incomplete-table", "a table needs <caption>, <thead> and <tbody>")
            return None
        heads = [self.row(row) for row in self.only(parts["thead"], "tr")]
        rows = tuple(self.row(row) for row in self.only(parts["tbody"], "tr"))
        if len(heads) != 1 or not rows or any(len(row.cells) != len(heads[0].cells) for row in rows):
            self.wrong(element, "incomplete-table", "a table needs one head row, and rows with as many cells")
            return None
        return Table(self.text(parts["caption"]), heads[0], rows, attrs)

    def row(self, element: ET.Element) -> TableRow:
        cells = (Cell(self.text(cell), cell.tag == "th", self.attrs(cell)) for cell in self.only(element, "th", "td"))
        return TableRow(tuple(cells), self.attrs(element))

    def figure(self, element: ET.Element, attrs: Attrs) -> Figure | None:
        part = element.get("part", "")
        made = self.figures(part)
        if made is None:
            self.wrong(element, "unknown-reference", f"“{part}” is no figure or chart of the article")
            return None
        made = replace(made, attrs=attrs)
        return replace(made, caption=None) if element.get("caption") == "no" else made

    def heading(self, element: ET.Element, required: bool = True) -> Text | None:
        found = element.findall("h")
        if len(found) == 1:
            return self.text(found[0])
        if len(found) > 1:
            self.wrong(found[1], "duplicate-heading", f"<{element.tag}> has two <h>", "keep one")
        elif required:
            self.wrong(element, "missing-heading", f"<{element.tag}> has no <h>", "give it a heading in <h>")
        return None

    def text(self, element: ET.Element) -> Text:
        """Return the one Text that stands in `element`."""
        found = list(element)
        self.no_loose_words(element)
        if len(found) == 1 and found[0].tag == "text":
            return _text(found[0])
        what = "nothing" if not found else " ".join(f"<{child.tag}>" for child in found)
        self.wrong(element, "missing-text", f"<{element.tag}> must hold one text, and holds {what}", _HINT_WORDS)
        return plain_text("", "und")

    def only(self, element: ET.Element, *tags: str) -> Iterator[ET.Element]:
        self.no_loose_words(element)
        for child in element:
            if child.tag in tags:
                self.check_attributes(child)
                yield child
            else:
                allowed = " and ".join(f"<{tag}>" for tag in tags)
                self.wrong(child, "unknown-element", f"<{child.tag}> stands in <{element.tag}>", f"only {allowed} may")

    def no_loose_words(self, element: ET.Element) -> None:
        for words, at in ((element.text, element), *((child.tail, child) for child in element)):
            if words and words.strip():
                self.wrong(at, "literal-text", f"“{words.strip()}” would not reach a translator", _HINT_WORDS)

    def attrs(self, element: ET.Element) -> Attrs:
        return Attrs(id=element.get("id"), role=element.get("role"), icon=self.icon(element), origin=_origin(element))

    def icon(self, element: ET.Element) -> Scene | None:
        name = element.get("icon")
        made = self.icons(name) if name else None
        if name and made is None:
            self.wrong(
                element, "unknown-reference", f"there is no icon “{name}”", "icons are the files of templates/icons"
            )
        return made

    def check_attributes(self, element: ET.Element) -> None:
        required = _ATTRIBUTES.get(element.tag, frozenset())
        allowed = _COMMON | required | _OPTIONAL.get(element.tag, frozenset())
        for name in sorted(element.attrib.keys() - allowed):
            self.wrong(
                element,
                "unknown-attribute",
                f"<{element.tag}> has no attribute “{name}”",
                f"it may have {', '.join(sorted(allowed - {'at'}))}",
            )
        for name in sorted(required - element.attrib.keys()):
            self.wrong(element, "missing-attribute", f"<{element.tag}> needs the attribute “{name}”")

    def wrong(self, element: ET.Element, code: str, message: str, hint: str | None = None) -> None:
        self.report.error(code, message, at=_origin(element), hint=hint)


_BLOCKS = ("section", "p", "ul", "ol", "dl", "table", "figure", "blockquote", "aside", "div", "break", "label", "omit")
