"""What is in a Word file: its parts, and from them paragraphs, words, and the marks that words carry.

The file is opened as the zip of XML that it is, and not by the library that wrote it.
"""

from __future__ import annotations

import io
import posixpath
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "svg": "http://www.w3.org/2000/svg",
}
BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_FULL_WIDTH = ("：", "。", "，")
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class File:
    """The parts of the file; XML is parsed."""

    entries: tuple[zipfile.ZipInfo, ...]
    parts: dict[str, bytes]
    trees: dict[str, etree._Element]

    @classmethod
    def read(cls, data: bytes) -> File:
        """Return what is in `data`; raise KeyError where a part is lacking that every Word file has."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
            entries = tuple(archive.infolist())
        parser = etree.XMLParser(resolve_entities=False)
        trees = {
            name: etree.fromstring(part, parser)
            for name, part in parts.items()
            if name.endswith((".xml", ".rels", ".svg"))
        }
        for needed in (BODY, STYLES, CORE):
            if needed not in trees:
                raise KeyError(f"there is no {needed}")
        return cls(entries, parts, trees)

    @property
    def body(self) -> etree._Element:
        """The words between headers and footers."""
        return self.trees[BODY]

    def furniture(self, kind: str) -> list[etree._Element]:
        """Return the headers or the footers."""
        return [tree for name, tree in self.trees.items() if re.fullmatch(rf"word/{kind}\d*\.xml", name)]

    def relations(self, part: str = BODY) -> dict[str, str]:
        """Return the targets of a part's relationships by their ids; a part of the file by its full name."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(f"{folder}/_rels/{name}.rels")
        if tree is None:
            return {}
        return {
            relation.get("Id", ""): relation.get("Target", "")
            if relation.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
            for relation in tree
        }


# --- elements ---------------------------------------------------------------------------------------------------------


def all_of(element: etree._Element, path: str) -> list[etree._Element]:
    """Return every element at `path`, with our prefixes of namespaces."""
    return element.findall(path, NAMES)


def value(element: etree._Element | None, name: str = "val") -> str:
    """Return an attribute of `element`, "" where either is not there."""
    return "" if element is None else element.get(W + name, "")


def switched_on(properties: etree._Element | None, name: str) -> bool:
    """Return whether the properties have `name`, and not to say that it is off."""
    found = None if properties is None else properties.find(W + name)
    return found is not None and value(found) not in ("0", "false")


def style_of(paragraph: etree._Element) -> str:
    """Return the id of the paragraph's style."""
    return value(paragraph.find("w:pPr/w:pStyle", NAMES))


def text_of(element: etree._Element) -> str:
    """Return what is shown in `element`, paragraphs apart."""
    runs = ("".join(map(characters, paragraph.iter(f"{W}r"))) for paragraph in element.iter(f"{W}p"))
    return normal(" ".join(runs))


def characters(run: etree._Element) -> str:
    """Return what a run shows; line breaks and tabs are spaces."""
    return "".join(
        child.text or "" if child.tag == f"{W}t" else " "
        for child in run
        if child.tag in (f"{W}t", f"{W}br", f"{W}tab")
    )


# --- words ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters with their marks: whether they run from the right, and their language by kind of letters."""

    text: str
    rtl: bool
    languages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space among them, and the runs that they stand in."""

    text: str
    runs: tuple[Marked, ...]


def stretches(paragraph: etree._Element) -> Iterator[list[etree._Element]]:
    """Yield the runs of `paragraph`, apart where a unit ends with full-width punctuation: no space follows it."""
    runs: list[etree._Element] = []
    for element in paragraph.iter(f"{W}r", f"{W}bookmarkStart"):
        if element.tag == f"{W}r":
            runs.append(element)
        elif runs and characters(runs[-1]).endswith(_FULL_WIDTH):
            yield runs
            runs = []
    yield runs


def words_of(runs: Iterable[Marked]) -> Iterator[Word]:
    """Yield the words of one stretch of a paragraph."""
    text, within = "", []
    for run in runs:
        for part in re.split(r"(\s+)", run.text):
            if part and not part.isspace():
                text += part
                within.append(run)
            elif part and text:
                yield Word(unicodedata.normalize("NFC", text), tuple(within))
                text, within = "", []
    if text:
        yield Word(unicodedata.normalize("NFC", text), tuple(within))


def run_of(run: etree._Element, common: Mapping[str, str]) -> Marked:
    """Return a run with its marks, those of the document where it has none."""
    properties = run.find(f"{W}rPr")
    own = {} if properties is None else languages_of(properties.find(f"{W}lang"))
    return Marked(
        characters(run).translate(_ISOLATES), switched_on(properties, "rtl"), tuple({**common, **own}.items())
    )


def languages_of(element: etree._Element | None) -> dict[str, str]:
    """Return the languages that a `w:lang` names, by kind of letters."""
    marked = {name: value(element, name) for name in ("val", "eastAsia", "bidi")}
    return {name: tag for name, tag in marked.items() if tag}


def normal(words: str) -> str:
    """Return `words` in the form in which two texts that look alike are alike."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_ISOLATES).split())


def excerpt(words: str) -> str:
    """Return as much of `words` as a message has room for."""
    words = normal(words)
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
