"""What other readers take out of a leaflet, against its Document: the structure tree, PDFium and poppler's pdftotext.

Read are the shipped leaflets in every locale, and `tests/cases/scripts/*.txt`: a title and a few paragraphs on a visit
to a clinic, each with a range of numbers, names in Latin letters, brackets and quotation marks.

The tree says exactly what the Document says, in every script; white space is compared in the scripts' texts and left
out in the leaflets (a title that runs in brings its own). A segment of right-to-left glyphs is turned round first:
glyphs are painted from left to right, as by every other program.

PDFium and pdftotext do not read the tree. They see glyphs in places and guess. What is compared is NFC without white
space, direction controls and hyphens, for both put in or leave out hyphens at a line's end. From left to right both
then find every text of every leaflet. pdftotext reads in the order of painting there (`-raw`): of cards beside each
other, as the leaflet has them, it would else read line by line across.

From right to left, what is counted is whole words; brackets count as the same whichever way they open, since PDFium
turns them. A word is letters with their marks, or a number, a range, a name such as L4-L5. Reached, in per cent:

                            he     fa     ar, ur (the leaflets, 1376 and 2121 words)
    tree                   100    100    100    100
    PDFium                98.4   98.5   98.8   99.3
    pdftotext              100    100    100    100
    pdftotext, as it is   93.8   91.2   90.9   92.8

- PDFium sorts a line by pieces: it takes the “–” of “0.5–1.5” for the line's own and hands out “1.5–0.5”, and so with
  L4-L5. Only another character in /ToUnicode (“-” for “–”) would help, and would be a lie to everybody else.
- pdftotext keeps a stretch of Latin letters, numbers and points in visual order between LRE and PDF, the space before
  it included: it is shown right, and `in_reading_order` undoes it. As it is, controls alone taken out, the space
  stands on the wrong side and the word sticks to its neighbour.
- What /ToUnicode says of a bracket makes no difference to either reader. A right-to-left mark behind each point would
  win 0 to 6 per cent in the last line, and put characters into the text that nobody wrote.
"""

import functools
import io
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest

from ecmiss_publish.markup.apart import set_apart
from ecmiss_publish.model.block import Figure, Paragraph, own_texts, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Foreign, Inline, LineBreak, Run, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources
from tests.write.pdf_documents import a_document, page_words, written

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(path.stem for path in ROOT.glob("tests/cases/scripts/*.txt"))
SHIPPED = ["en", *sorted(path.parent.name for path in ROOT.glob("locales/*/LC_MESSAGES"))]
RIGHT_TO_LEFT = {name for name in (*SCRIPTS, *SHIPPED) if Locale(name).direction == "rtl"}

Leaflet = tuple[Document, bytes]


@functools.cache
def script_leaflet(name: str) -> Leaflet:
    """Return the text of tests/cases/scripts/ with its PDF, isolates set as in the product."""
    locale = Locale(name)
    lines = (ROOT / f"tests/cases/scripts/{name}.txt").read_text("utf-8").splitlines()
    texts = [plain_text(line, locale.tag, f"line.{number}") for number, line in enumerate(lines)]
    if locale.direction == "rtl":
        texts = [text.map_runs(lambda words: set_apart(words, rtl=True)) for text in texts]
    document = a_document(*map(Paragraph, texts[1:]), locale=name, title=texts[0], pages="{page}/{pages}")
    return document, written(document)


@functools.cache
def workshop() -> Workshop:
    sources = FolderSources(ROOT)
    return Workshop(load_project(sources, Report()), sources)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """Return a folder with the shipped leaflets."""
    out: Path = tmp_path_factory.mktemp("built")
    build(ROOT, out)
    return out


@pytest.fixture(scope="session")
def leaflets(built) -> dict[str, Leaflet]:
    """Return every leaflet by name: those of the scripts and the shipped ones."""
    found = {name: script_leaflet(name) for name in SCRIPTS}
    for name in SHIPPED:
        target = Target(article=workshop().project.article.article, locale=Locale(name), edition="leaflet")
        document = workshop().document(target, Report())
        found[name] = document, (built / document.locale.tag / "ecmiss-leaflet.pdf").read_bytes()
    return found


def build(project: Path, out: Path, *arguments: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "ecmiss_publish", "build", "--edition", "leaflet", "--out", out, *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
    )


# --- the structure tree --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_tree_of_a_text_in_any_script_is_the_text(name, leaflets):
    document, data = leaflets[name]

    assert spoken(data) == [text.plain for text in document.shown_texts()]


@pytest.mark.parametrize("name", SHIPPED)
def test_the_tree_of_a_leaflet_says_what_its_document_says_each_in_its_language(name, leaflets):
    document, data = leaflets[name]
    wanted = [piece for text in drawn_texts(document) for piece in in_languages(text.inlines, text.lang)]
    found = [(piece.lang, piece.words) for piece in said(data) if piece.tag not in ("Lbl", "Alt")]

    assert by_language(found) == by_language(wanted)


@pytest.mark.parametrize("name", SHIPPED)
def test_alternative_texts_are_the_documents_in_its_order(name, leaflets):
    document, data = leaflets[name]
    figures = [block for block in walk(document.blocks) if isinstance(block, Figure)]

    assert figures
    assert [(piece.lang, piece.words) for piece in said(data) if piece.tag == "Alt"] == [
        (figure.alt.lang, figure.alt.plain) for figure in figures
    ]


# --- PDFium and pdftotext ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in (*SCRIPTS, *SHIPPED) if name not in RIGHT_TO_LEFT])
def test_from_left_to_right_both_readers_find_every_text(name, leaflets):
    document, data = leaflets[name]

    for read in (pdfium(data), pdftotext(data, "-raw")):
        page = without_furniture(letters(read), document)
        assert [text.plain for text in document.shown_texts() if letters(text.plain) not in page] == []


@pytest.mark.parametrize("name", sorted(RIGHT_TO_LEFT))
def test_from_right_to_left_both_readers_find_98_of_100_words(name, leaflets):
    document, data = leaflets[name]
    wanted = words(" ".join(text.plain for text in document.shown_texts()))
    read = pdftotext(data)

    assert share(wanted, words(pdfium(data))) >= 0.98
    assert share(wanted, words(in_reading_order(read))) >= 0.995
    assert share(wanted, words(read)) >= 0.88


@pytest.mark.parametrize(
    ("name", "by_pdfium", "by_pdftotext"), [("ar", 0.88, 0.94), ("fa", 0.66, 1), ("he", 0.66, 1), ("ur", 0.88, 0.87)]
)
def test_from_right_to_left_most_texts_are_found_whole(name, by_pdfium, by_pdftotext, leaflets):
    document, data = leaflets[name]
    wanted = [letters(text.plain) for text in document.shown_texts()]
    read = letters(pdfium(data)), letters(in_reading_order(pdftotext(data)))
    pages = tuple(without_furniture(page, document) for page in read)

    # pdftotext misses up to five cards, whose lines stand level beside each other, and a line in two directions;
    # PDFium what the docstring says and the point behind a number, which is one or two of the six paragraphs
    # in fa, he and ur.
    found = [sum(text in page for text in wanted) / len(wanted) for page in pages]
    assert found[0] >= by_pdfium
    assert found[1] >= by_pdftotext


def test_words_that_are_not_there_are_not_found(leaflets):
    document, data = leaflets["he"]
    other, _ = leaflets["fa"]

    assert share(words(document.title.plain[::-1]), words(pdfium(data))) == 0
    assert letters(other.title.plain) not in letters(pdfium(data))


# --- the same every time -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ar", "zh_Hans"])
def test_another_process_and_folder_and_hash_seed_write_the_same_bytes(name, leaflets, tmp_path):
    document, data = leaflets[name]
    tag = document.locale.tag
    project = tmp_path / "another project"
    for folder in ("content", "locales", "templates"):
        shutil.copytree(ROOT / folder, project / folder)

    build(project, tmp_path / "out", "--locale", tag, "--jobs", "1", PYTHONHASHSEED="2718")

    assert (tmp_path / "out" / tag / "ecmiss-leaflet.pdf").read_bytes() == data


# --- what is compared ----------------------------------------------------------------------------------------------

_NOT_LETTERS = re.compile("[\\s\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\x02\u2010-]+")
_CONTROLS = re.compile("[\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_ONE_WAY = str.maketrans(")]}»›”", "([{«‹“")
_MARKS = "\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c"
_WORD = re.compile(f"[^\\W_][\\w{_MARKS}]*(?:[.,٫٬:'’״׳/–-][^\\W_][\\w{_MARKS}]*)*")
_LEFT_TO_RIGHT = re.compile("\u202a([^\u202a-\u202e]*)\u202c")


def letters(read: str) -> str:
    """Return what is compared of a whole text."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", read)).translate(_ONE_WAY)


def drawn_texts(document: Document) -> Iterator[Text]:
    """Yield every Text of a leaflet that is wide enough for the wide drawings: all numbers of their axes too."""
    yield document.title
    for block in walk(document.blocks):
        yield from own_texts(replace(block, narrow=None) if isinstance(block, Figure) else block)


def without_furniture(read: str, document: Document) -> str:
    """Return what was read without “Page 1 of 4”, which stands between the halves of a text that a page break cuts."""
    label, number = document.labels["page"], Locale.of_tag(document.labels["page"].lang).number
    for pages in range(20, 0, -1):  # “1 of 1” is the beginning of “1 of 12”
        for page in range(1, pages + 1):
            words = label.plain.replace("{pages}", number(Decimal(pages))).replace("{page}", number(Decimal(page)))
            read = read.replace(letters(f"{document.reference} · {words}"), "")
    return read


def words(read: str) -> list[str]:
    """Return the words of a right-to-left text: punctuation around them does not count."""
    return _WORD.findall(_CONTROLS.sub("", unicodedata.normalize("NFC", read)))


def share(wanted: Iterable[str], found: Iterable[str]) -> float:
    """Return how many of the words wanted are there, each as often as it is wanted."""
    count = Counter(wanted)
    return (count & Counter(found)).total() / count.total()


def in_reading_order(read: str) -> str:
    """Return pdftotext's right-to-left text with both ends of its left-to-right stretches on the other side."""

    def turned(found: re.Match[str]) -> str:
        inner = re.search(r"\w.*\w|\w|$", found[1])
        assert inner is not None
        return found[1][inner.end() :][::-1] + inner[0] + found[1][: inner.start()][::-1]

    return _LEFT_TO_RIGHT.sub(turned, read)


def by_language(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pieces in their order, neighbours of one language joined, without white space."""
    return [
        (lang, re.sub("[\\s\u00ad]", "", "".join(words for _, words in group)))
        for lang, group in groupby(pieces, lambda piece: piece[0])
    ]


def pdfium(data: bytes) -> str:
    return "\n".join(page_words(data))


def pdftotext(data: bytes, *options: str) -> str:
    command = ["pdftotext", "-enc", "UTF-8", "-nopgbrk", *options, "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def in_languages(inlines: tuple[Inline, ...], lang: str) -> Iterator[tuple[str, str]]:
    """Yield the words of `inlines` with their language: names in text of another script have one of their own."""
    for inline in inlines:
        match inline:
            case Run(words):
                yield lang, words
            case Foreign(inner, other):
                yield from in_languages(inner, other)
            case LineBreak():
                yield lang, "\n"
            case _:
                yield from in_languages(inline.inlines, lang)


# --- reading the tree ----------------------------------------------------------------------------------------------

_INLINE = ("Link", "Span")
Marked = dict[int, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a structure element (`Alt`: its alternative text), their language, and the block they stand in."""

    tag: str
    lang: str
    words: str
    block: tuple[int, int]


def spoken(data: bytes) -> list[str]:
    """Return the words of each block of a PDF's tree but list labels, which the writer makes."""
    pieces = (piece for piece in said(data) if piece.tag not in ("Lbl", "Alt"))
    return ["".join(piece.words for piece in group) for _, group in groupby(pieces, lambda piece: piece.block)]


def said(data: bytes) -> list[Said]:
    """Return what the tree of a PDF says, in its order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marked = {page.obj.objgen: marked_content(page) for page in pdf.pages}
        return list(_said(pdf.Root.StructTreeRoot.K, str(pdf.Root.Lang), "", (0, 0), marked))


def _said(
    element: pikepdf.Object, lang: str, tag: str, block: tuple[int, int], marked: Mapping[tuple[int, int], Marked]
) -> Iterator[Said]:
    lang = str(element.get("/Lang", lang))
    if str(element.S)[1:] not in _INLINE:
        tag, block = str(element.S)[1:], element.objgen
    if "/Alt" in element:
        yield Said("Alt", lang, str(element.Alt), block)
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield Said(tag, lang, logical(marked[element.Pg.objgen][kid], lang), block)
        elif kid.get("/Type") == "/MCR":
            yield Said(tag, lang, logical(marked[kid.Pg.objgen][int(kid.MCID)], lang), block)
        elif kid.get("/Type") != "/OBJR":
            yield from _said(kid, lang, tag, block, marked)


def marked_content(page: pikepdf.Page) -> Marked:
    """Return the words of each marked-content sequence: a list for each stretch of glyphs, painted left to right."""
    fonts = {name: to_unicode(font) for name, font in page.Resources.Font.items()}
    found: Marked = {}
    mark, font = -1, dict[int, str]()
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC":
                mark = int(operands[1].MCID)
                found[mark] = []
            case "BMC":
                mark = -1  # an artifact
                found[mark] = []
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ":
                codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                found[mark].append([font[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2)])
    return found


def logical(stretches: list[list[str]], lang: str) -> str:
    """Return stretches of glyphs in reading order; what has no direction of its own runs in that of the language."""
    return "".join("".join(clusters if runs_right(clusters, lang) else clusters[::-1]) for clusters in stretches)


def runs_right(clusters: list[str], lang: str) -> bool:
    kinds = [unicodedata.bidirectional(char) for cluster in clusters for char in cluster]
    strong = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    if strong is None:  # numbers run from left to right everywhere
        return "EN" in kinds or "AN" in kinds or Locale.of_tag(lang).direction == "ltr"
    return strong == "L"


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    rows = re.findall(rb"<(\w{4})> <(\w+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in rows if len(code) == 4}
