"""Small Documents for the PDF writer and its check, and a reader of tagged PDF that shares no code with either."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
import pypdfium2

from ecmiss_publish.model.block import (
    Block,
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
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Inline, Link, Run, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.scene import Command, Label, Scene, Shape
from ecmiss_publish.write import pdf

THEME = b"""
[colour]
paper = "#FFFFFF"
ink = "#1B2530"
muted = "#4A5763"
rule = "#C3CDD6"
primary = "#0B4F6C"
primary-tint = "#E6F1F5"
teal = "#0F6E66"
teal-tint = "#E3F3F1"
amber = "#8A4B00"
amber-tint = "#FBF0E1"
ecmiss = "#0B5FA5"
ecmiss-tint = "#E8F1F9"
open = "#A84300"
open-tint = "#FCEFE6"

[size]
furniture = 9
small = 10
body = 11
lead = 12
h3 = 13
h2 = 16
h1 = 24

[space]
paragraph = 8
item = 4
section = 16
heading = 6
panel = 12

[page.a4]
width = "210mm"
height = "297mm"
margin = "18mm"
foot = "20mm"

[script.Latn]
emphasis = "slope"
"""

# The same small leaflet in every script that the checks must read back without a false alarm.
WORDS = {
    "en": (
        "Spine surgery",
        "What it is",
        "Surgery through a cut of 8 mm spares the muscles of the back (mostly); ask your doctor about the risks.",
        "Day 1",
        "Stand up and walk with help.",
    ),
    "de": (
        "Wirbelsäulenoperation",
        "Was das ist",
        "Die Operation durch einen 8-mm-Schnitt schont die Rückenmuskulatur (meistens); fragen Sie nach den Risiken.",
        "1. Tag",
        "Stehen Sie mit Hilfe auf.",
    ),
    "ar": (
        "جراحة العمود الفقري",
        "ما هي",
        "تُجرى الجراحة بالمنظار ECMISS عبر شق طوله 8 mm، وتحافظ على عضلات الظهر (غالبًا)؛ اسأل طبيبك عن المخاطر.",
        "اليوم 1",
        "قف وامشِ بمساعدة شخص آخر.",
    ),
    "hi": (
        "रीढ़ की सर्जरी",
        "यह क्या है",
        "8 mm के चीरे से की गई सर्जरी पीठ की मांसपेशियों को बचाती है (अधिकतर); जोखिमों के बारे में डॉक्टर से पूछें।",
        "दिन 1",
        "सहायता लेकर खड़े हों और चलें।",
    ),
    "zh_Hans": (
        "脊柱微创手术",
        "这是什么",
        "手术通过约8毫米的切口进行，可保护背部肌肉（通常如此）；请向医生询问风险。",
        "第1天",
        "在帮助下站立和行走。",
    ),
    "th": (
        "การผ่าตัดกระดูกสันหลัง",
        "คืออะไร",
        "การผ่าตัดผ่านแผลขนาด 8 มม. ช่วยรักษากล้ามเนื้อหลัง (ส่วนใหญ่) โปรดสอบถามแพทย์เกี่ยวกับความเสี่ยง",
        "วันที่ 1",
        "ลุกขึ้นยืนและเดินโดยมีคนช่วย",
    ),
}


class Files(dict[str, bytes]):
    """A project's files as a dict."""

    def read(self, path: str) -> bytes:
        """Return the file's bytes."""
        try:
            return self[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def list(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`."""
        return tuple(sorted(path.removeprefix(f"{folder}/") for path in self if path.startswith(f"{folder}/")))


FILES = Files({"templates/theme.toml": THEME})


def a_document(*blocks: Block, locale: str = "en", title: str | Text = "A leaflet", pages: str = "") -> Document:
    """Return a leaflet of `blocks`."""
    tag = Locale(locale).tag
    words = plain_text(title, tag, "title") if isinstance(title, str) else title
    return Document(
        edition=Edition(name="leaflet", writer="pdf", page="a4", path="templates/editions/leaflet.xml"),
        locale=Locale(locale),
        article="spine",
        title=words,
        source_title=plain_text("A leaflet", "en", "title"),
        reference="SP-1",
        version="1.0",
        date=datetime.date(2026, 1, 2),
        draft=False,
        labels={"page": plain_text(pages or "Page {page} of {pages}", tag)},
        alternates=(Locale(locale),),
        blocks=blocks,
    )


def paragraph(words: str | Text, lang: str = "en", unit: str | None = None) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(plain_text(words, lang, unit) if isinstance(words, str) else words)


def section(title: str, *blocks: Block, lang: str = "en") -> Section:
    """Return a section of plain words."""
    return Section(plain_text(title, lang), blocks)


def a_list(*items: str | Block, ordered: bool = False, lang: str = "en") -> List:
    """Return a list; a block that follows an item's words stands in the same item."""
    made: list[ListItem] = []
    for item in items:
        if isinstance(item, str):
            made.append(ListItem((paragraph(item, lang),)))
        else:
            made[-1] = replace(made[-1], blocks=(*made[-1].blocks, item))
    return List(tuple(made), ordered)


def a_table(head: tuple[str, ...], *rows: tuple[str, ...], lang: str = "en") -> Table:
    """Return a table whose first column heads the rows."""

    def row(words: tuple[str, ...], heads: int) -> TableRow:
        return TableRow(tuple(Cell(plain_text(word, lang), at < heads) for at, word in enumerate(words)))

    return Table(plain_text("Caption", lang), row(head, len(head)), tuple(row(words, 1) for words in rows))


def a_figure(alt: str, *labels: str, caption: str | None = None, lang: str = "en") -> Figure:
    """Return a picture of one square with labels."""
    square: tuple[Command, ...] = (("M", (10.0, 10.0)), ("L", (90.0, 10.0)), ("L", (90.0, 40.0)), ("Z", ()))
    scene = Scene(
        name="square",
        width=200,
        height=60,
        shapes=(Shape(commands=square, fill="teal", stroke="ink", hatch="open"),),
        labels=tuple(
            Label(text=plain_text(label, lang), x=100, y=20 + 12 * at, anchor="start", room=100, size=9)
            for at, label in enumerate(labels)
        ),
    )
    return Figure(scene, plain_text(alt, lang, "figure.alt"), plain_text(caption, lang) if caption else None)


def a_link(words: str, href: str, before: str = "", after: str = "", lang: str = "en") -> Paragraph:
    """Return a paragraph with a link in it."""
    inlines: tuple[Inline, ...] = (Run(before), Link((Run(words),), href), Run(after))
    return Paragraph(Text(inlines, lang))


def a_leaflet(locale: str) -> Document:
    """Return a leaflet with every kind of block, in the words of `locale`."""
    title, heading, prose, term, said = WORDS[locale]
    tag = Locale(locale).tag
    units = iter(range(1, 100))

    def text(words: str) -> Text:
        return plain_text(words, tag, f"unit.{next(units)}")

    cells = [[Cell(text(f"{term} {a}{b}"), a == 0 or b == 0) for b in range(3)] for a in range(3)]
    rows = [TableRow(tuple(row)) for row in cells]
    label = Label(text=text(term), x=60, y=20, anchor="start", room=100, size=9)
    scene = Scene(name="scene", width=200, height=50, shapes=(), labels=(label,))
    blocks = (
        Paragraph(text(prose)),
        Panel((Paragraph(text(said)),), text(heading)),
        List((ListItem((Paragraph(text(prose)),)), ListItem((Paragraph(text(said)),), text(term)))),
        List((ListItem((Paragraph(text(said)),), text(term)),), ordered=True),
        Definitions((Definition(text(term), (Paragraph(text(said)),)),)),
        Table(text("not printed"), rows[0], tuple(rows[1:])),
        Figure(scene, text(prose), text(said)),
        Quote((Paragraph(text(said)),)),
        Group((Paragraph(Text((Link((Run("example.org"),), "https://example.org"),), tag, "unit.link")),)),
    )
    return a_document(Section(text(heading), blocks), locale=locale, title=title)


def written(document: Document, files: Mapping[str, bytes] = FILES) -> bytes:
    """Return the document as a PDF; there must be nothing to report."""
    report = Report()
    data = pdf.write(document, Files(files), report)
    assert not list(report)
    return data


# --- reading back ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Node:
    """A structure element as the file has it; `kids` are Nodes and the words between them, in order."""

    tag: str
    lang: str | None = None
    alt: str | None = None
    id: str | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Node | str] = field(default_factory=list)
    annotations: list[pikepdf.Object] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All words below, in the tree's order."""
        return "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def all(self, tag: str) -> list[Node]:
        """Return the elements below that have this tag."""
        return [node for node in self.walk() if node.tag == tag]

    def outline(self) -> str:
        """Return the tree as text: a tag, its elements in brackets."""
        kids = " ".join(kid.outline() for kid in self.kids if isinstance(kid, Node))
        return f"{self.tag}({kids})" if kids else self.tag


@dataclass(slots=True)
class Tagged:
    """A PDF read back: its tree, and of each page the words that are furniture."""

    root: Node
    artifacts: list[str]
    pages: int


def tagged(data: bytes) -> Tagged:
    """Return the structure tree of a PDF, read by pikepdf and nothing of ours."""
    with pikepdf.open(io.BytesIO(data)) as pdf_file:
        marked = [_marked(page) for page in pdf_file.pages]
        numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(pdf_file.pages)}
        (top,) = [pdf_file.Root.StructTreeRoot.K]
        root = _node(top, marked, numbers)
        return Tagged(root, [content.get(-1, "") for content in marked], len(marked))


def page_words(data: bytes) -> list[str]:
    """Return the words of each page as PDFium extracts them."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def _node(element: pikepdf.Object, marked: list[dict[int, str]], numbers: dict[Any, int]) -> Node:
    attributes = element.get("/A", pikepdf.Dictionary())
    lang, alt, name = (str(element[key]) if key in element else None for key in ("/Lang", "/Alt", "/ID"))
    node = Node(str(element.S)[1:], lang, alt, name, {key[1:]: value for key, value in attributes.items()})
    own_page = numbers[element.Pg.objgen] if "/Pg" in element else -1
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            node.kids.append(marked[own_page][kid])
            node.pages.append(own_page)
        elif kid.get("/Type") == "/MCR":
            page = numbers[kid.Pg.objgen]
            node.kids.append(marked[page][int(kid.MCID)])
            node.pages.append(page)
        elif kid.get("/Type") == "/OBJR":
            node.annotations.append(kid.Obj)
        else:
            node.kids.append(_node(kid, marked, numbers))
    return node


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the words of each marked-content sequence of a page, in the order of its glyphs; -1 has the artifacts'."""
    fonts = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_marks: list[int] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                open_marks.append(int(operands[1].MCID))
                found.setdefault(open_marks[-1], "")
            case "BMC":
                assert str(operands[0]) == "/Artifact"
                open_marks.append(-1)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ":
                (mark,) = open_marks  # marked content neither overlaps nor is text outside it
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                words = "".join(font[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))
                found[mark] = found.get(mark, "") + words
            case "f" | "S" | "f*" | "B":
                assert open_marks, "what is painted is content or artifact"
    assert not open_marks
    return found


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(words.decode()).decode("utf-16-be") for code, words in rows if code != b"0000"}
