"""Small Documents for the Word writer and its check, and a way to read and to spoil what was written."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable

from lxml import etree

from ecmiss_publish.model.block import (
    Attrs,
    Block,
    Cell,
    Figure,
    Group,
    List,
    ListItem,
    Paragraph,
    Table,
    TableRow,
)
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.scene import Label, Scene, Shape
from ecmiss_publish.write import docx
from tests.support import ROOT, THEME, DictSources

FILES = DictSources({THEME: (ROOT / THEME).read_bytes()})
BODY = "word/document.xml"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W = f"{{{NAMES['w']}}}"


def a_document(
    *blocks: Block, locale: str = "en", title: str = "Knee", page: str = "Page {page} of {pages}"
) -> Document:
    here = Locale.parse(locale)
    return Document(
        edition=Edition(name="brochure", writer="docx", page="a4", path="templates/editions/brochure.xml"),
        locale=here,
        article="knee",
        title=plain_text(title, here.tag, "title"),
        source_title=plain_text("Knee", "en", "title"),
        reference="KNEE-01",
        version="1.0",
        date=datetime.date(2026, 3, 1),
        draft=False,
        labels={"page": plain_text(page, here.tag, "ui.page")},
        alternates=(here,),
        blocks=blocks,
    )


def words(text: str, unit: str | None = None, lang: str = "en") -> Text:
    return plain_text(text, lang, unit)


def a_paragraph(text: str, unit: str | None = None, lang: str = "en") -> Paragraph:
    return Paragraph(words(text, unit, lang))


def a_list(*items: str, ordered: bool = False) -> List:
    return List(tuple(ListItem((a_paragraph(item),)) for item in items), ordered)


def a_table(*rows: tuple[str, ...]) -> Table:
    head, *others = (
        TableRow(tuple(Cell(words(cell, f"table.r{index}.c{place}")) for place, cell in enumerate(row)))
        for index, row in enumerate(rows)
    )
    return Table(words("A table", "table.caption"), head, tuple(others))


def a_myth(claim: str, fact: str, *points: str) -> List:
    """Return what people say and what is so, as the editions have it."""

    def side(role: str, tag: str, *blocks: Block) -> Group:
        return Group((Paragraph(words(tag), Attrs(role="tag")), *blocks), Attrs(role=role))

    said, so = side("claim", "People say", a_paragraph(claim)), side("fact", "In fact", a_paragraph(fact))
    if points:
        so = side("fact", "In fact", a_paragraph(fact), a_list(*points))
    return List((ListItem((Group((said, so), Attrs(role="myth")),)),), attrs=Attrs(role="myths"))


def a_figure(*labels: str, lang: str = "en") -> Figure:
    shape = Shape(commands=(("M", (0, 0)), ("L", (100, 0)), ("L", (100, 50)), ("Z", ())), fill="primary")
    made = tuple(
        Label(text=words(label, f"figure.l{index}", lang), x=5, y=20 + 15 * index, anchor="start", room=90, size=10)
        for index, label in enumerate(labels)
    )
    scene = Scene(name="knee", width=100, height=50, shapes=(shape,), labels=made)
    return Figure(scene, words("A knee, drawn", "figure.alt", lang), words("The knee", "figure.caption", lang))


def written(document: Document) -> bytes:
    report = Report()
    data = docx.write(document, FILES, report)
    assert not list(report)
    return data


def part(data: bytes, name: str = BODY) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(document: Document) -> etree._Element:
    return part(written(document))


def found(element: etree._Element, path: str) -> list[etree._Element]:
    return element.findall(path, NAMES)


def shown(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def paragraph_of(root: etree._Element, text: str) -> etree._Element:
    return next(paragraph for paragraph in root.iter(f"{W}p") if text in shown(paragraph))


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find("w:pPr/w:pStyle", NAMES)
    return "" if style is None else style.get(f"{W}val", "")


def styles_and_words(root: etree._Element) -> list[tuple[str, str]]:
    """Return style and words of each paragraph below the title."""
    return [(style_of(paragraph), shown(paragraph)) for paragraph in root.iter(f"{W}p")][1:]


def style_named(data: bytes, name: str) -> etree._Element:
    """Return the style with this id."""
    styles = found(part(data, "word/styles.xml"), "w:style")
    return next(style for style in styles if style.get(f"{W}styleId") == name)


def runs_of(document: Document, text: str) -> list[tuple[str, bool]]:
    """Return the runs of the paragraph that holds `text`, each with whether it runs from the right."""
    paragraph = paragraph_of(body(document), text)
    return [(shown(run), run.find("w:rPr/w:rtl", NAMES) is not None) for run in paragraph.iter(f"{W}r")]


def spoilt(data: bytes, change: Callable[[etree._Element], object], name: str = BODY) -> bytes:
    """Return the file with one part changed."""
    root = part(data, name)
    change(root)
    return with_part(data, name, etree.tostring(root))


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as after:
        for entry in before.infolist():
            after.writestr(entry, content if entry.filename == name else before.read(entry))
    return file.getvalue()
