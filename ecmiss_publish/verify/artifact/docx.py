"""A finished Word file, read back from its parts, against its Document: every word, its order, language and structure.

The file is opened as the zip of XML that it is, and not by the library that wrote it.
"""

from __future__ import annotations

import functools
import io
import posixpath
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, TypeAlias, TypeVar

from lxml import etree

from ecmiss_publish.markup.bookmark import bookmark_name
from ecmiss_publish.model.block import Branch, Figure, List, Section, Table, children, own_texts, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text, links
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.verify.artifact.comparison import Piece, leftovers

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMES = {
    "w": _W[1:-1],
    "r": _R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "svg": "http://www.w3.org/2000/svg",
}
_BODY, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
# A label's lines end where its place does, a long word with a hyphen.
_BREAKS_IN_LABELS = re.compile("[\\s\u00ad\u2010]")
_PLACEHOLDER = re.compile(r"\{(pages?)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_EXCERPT = 60

Letters: TypeAlias = Literal["western", "east_asian", "complex", "rtl"]
_LANGUAGE_OF: dict[Letters, str] = {"western": "val", "east_asian": "eastAsia", "complex": "bidi", "rtl": "bidi"}


def check(document: Document, data: bytes, report: Report) -> None:
    """Report what the file does not show as the Document says it."""
    origin = Origin(document.edition.path)
    try:
        file = _File.read(data)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        report.error("unreadable", f"the file cannot be opened: {error}", at=origin)
        return
    _Check(document, file, origin, report).all()


# --- what is read -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters with their marks: whether they run from the right, and their language by kind of letters."""

    text: str
    rtl: bool
    languages: tuple[tuple[str, str], ...]

    def language(self, letters: Letters) -> str:
        return dict(self.languages).get(_LANGUAGE_OF[letters], "")


@dataclass(frozen=True, slots=True)
class _Word:
    """Characters without a space among them, and the runs that they stand in."""

    text: str
    runs: tuple[_Run, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """The parts of the file; XML is parsed."""

    entries: tuple[zipfile.ZipInfo, ...]
    parts: dict[str, bytes]
    trees: dict[str, etree._Element]

    @classmethod
    def read(cls, data: bytes) -> _File:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
            entries = tuple(archive.infolist())
        parser = etree.XMLParser(resolve_entities=False)
        trees = {
            name: etree.fromstring(part, parser)
            for name, part in parts.items()
            if name.endswith((".xml", ".rels", ".svg"))
        }
        for needed in (_BODY, _STYLES, _CORE):
            if needed not in trees:
                raise KeyError(f"there is no {needed}")
        return cls(entries, parts, trees)

    @property
    def body(self) -> etree._Element:
        return self.trees[_BODY]

    def furniture(self, kind: str) -> list[etree._Element]:
        """Return the headers or the footers."""
        return [tree for name, tree in self.trees.items() if re.fullmatch(rf"word/{kind}\d*\.xml", name)]

    def relations(self, part: str = _BODY) -> dict[str, str]:
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


def _found(element: etree._Element, path: str) -> list[etree._Element]:
    return element.findall(path, _NAMES)


def _value(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(_W + name, "")


def _switched_on(properties: etree._Element | None, name: str) -> bool:
    found = None if properties is None else properties.find(_W + name)
    return found is not None and _value(found) not in ("0", "false")


def _characters(run: etree._Element) -> str:
    return "".join(
        child.text or "" if child.tag == f"{_W}t" else " "
        for child in run
        if child.tag in (f"{_W}t", f"{_W}br", f"{_W}tab")
    )


def _text(element: etree._Element) -> str:
    """Return what is shown in `element`, paragraphs apart."""
    runs = ("".join(map(_characters, paragraph.iter(f"{_W}r"))) for paragraph in element.iter(f"{_W}p"))
    return _normal(" ".join(runs))


def _words(runs: Iterable[_Run]) -> Iterator[_Word]:
    """Yield the words of one paragraph."""
    text, within = "", []
    for run in runs:
        for part in re.split(r"(\s+)", run.text):
            if part and not part.isspace():
                text += part
                within.append(run)
            elif part and text:
                yield _Word(unicodedata.normalize("NFC", text), tuple(within))
                text, within = "", []
    if text:
        yield _Word(unicodedata.normalize("NFC", text), tuple(within))


# --- what is compared -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Check:
    document: Document
    file: _File
    origin: Origin
    report: Report

    def all(self) -> None:
        self.texts()
        self.pictures()
        self.leftovers()
        self.headings()
        self.tables()
        self.lists()
        self.bookmarks()
        self.links()
        self.furniture()
        self.directions()
        self.package()

    # --- words ---

    def texts(self) -> None:
        """The body's words are the Document's, all of them, in their order and language, and no others."""
        wanted = list(_body_texts(self.document))
        words = [(word, text) for text in wanted for word in _normal(text.plain).split()]
        found = list(self.words())
        said, shown = [word for word, _ in words], [word.text for word in found]
        matching = list(range(len(said))) if said == shown else self.differences(words, said, shown)
        runs: dict[int, tuple[Text, list[_Run]]] = {}
        for (_, text), place in zip(words, matching, strict=True):
            if place >= 0:
                runs.setdefault(id(text), (text, []))[1].extend(found[place].runs)
        for text, its_runs in runs.values():
            self.language(text, dict.fromkeys(its_runs))

    def words(self) -> Iterator[_Word]:
        defaults = self.file.trees[_STYLES].find(".//w:rPrDefault/w:rPr/w:lang", _NAMES)
        common = _languages(defaults)
        for paragraph in self.file.body.iter(f"{_W}p"):
            yield from _words(_run(run, common) for run in paragraph.iter(f"{_W}r"))

    def differences(self, words: list[tuple[str, Text]], said: list[str], shown: list[str]) -> list[int]:
        """Report where `said` and `shown` differ; return the place of each word that both have, -1 for the others."""
        matching = [-1] * len(said)
        faults: list[tuple[Text, str, str]] = []
        chunks: list[tuple[str, bool]] = []
        for kind, first, last, start, end in SequenceMatcher(None, said, shown, autojunk=False).get_opcodes():
            if kind == "equal":
                matching[first:last] = range(start, end)
                continue
            instead = " ".join(shown[start:end])
            chunks.append((instead, kind == "insert"))
            for _, each in groupby(words[first:last], key=lambda word: id(word[1])):
                lost = list(each)
                faults.append((lost[0][1], " ".join(word for word, _ in lost), instead))
        moved = [self.fault(text, lost, instead, [chunk for chunk, _ in chunks]) for text, lost, instead in faults]
        for chunk, inserted in chunks:
            if inserted and not any(words and _holds(chunk, words) for words in moved):
                message = f"the file shows “{_excerpt(chunk)}”, which the document does not say"
                self.report.error("surplus-text", message, at=self.origin)
        return matching

    def fault(self, text: Text, lost: str, instead: str, chunks: list[str]) -> str:
        """Report words of a text that are not in their place; return them where they are in another."""
        if lost == _normal(text.plain) and any(_holds(chunk, lost) for chunk in chunks):
            message = f"“{_excerpt(lost)}” ({text.unit}) stands in another place of the file than of the document"
            self.wrong(text, "wrong-order", message)
            return lost
        if instead:
            message = f"the file shows “{_excerpt(instead)}” where the document says “{_excerpt(lost)}” ({text.unit})"
        else:
            message = f"the file does not show “{_excerpt(lost)}” ({text.unit})"
        self.wrong(text, "missing-unit", message)
        return ""

    def language(self, text: Text, runs: Iterable[_Run]) -> None:
        """The runs of `text` say the language and the direction of their letters."""
        own = _letters_of(text.lang)
        for run in runs:
            letters = {_letters(character) for character in run.text} - {None}
            if run.rtl != ("rtl" in letters) and letters:
                marked, is_so = ("rtl", "ltr") if run.rtl else ("ltr", "rtl")
                message = f"“{_excerpt(run.text)}” ({text.unit}) is marked as {marked} and is {is_so}"
                return self.wrong(text, "wrong-language", message)
            if own in letters and not _same_language(run.language(own), text.lang):
                marked = run.language(own) or "no language"
                message = f"“{_excerpt(run.text)}” ({text.unit}) is marked as {marked} and is in {text.lang}"
                return self.wrong(text, "wrong-language", message)
        return None

    def leftovers(self) -> None:
        """No markup and no placeholder stands where words should be."""
        said = [_text(paragraph) for paragraph in self.file.body.iter(f"{_W}p")]
        said += [_text(tree) for kind in ("header", "footer") for tree in self.file.furniture(kind)]
        said += [picture.get("descr", "") for picture in _found(self.file.body, ".//wp:docPr")]
        said += [_normal("".join(map(str, tree.itertext()))) for tree in self.drawings() if tree is not None]
        said.append(self.fact("title"))
        leftovers(self.document, [Piece(words, self.document.locale.tag) for words in said], self.report)

    # --- pictures ---

    def drawings(self) -> list[etree._Element | None]:
        """Return the drawing beside each picture, None where there is none."""
        relations = self.file.relations()
        made = []
        for picture in _found(self.file.body, ".//wp:inline"):
            blip = picture.find(".//asvg:svgBlip", _NAMES)
            made.append(None if blip is None else self.file.trees.get(relations.get(blip.get(f"{_R}embed", ""), "")))
        return made

    def pictures(self) -> None:
        """Every figure has its alternative text, and a drawing that says its labels."""
        figures = [block for block in walk(self.document.blocks) if isinstance(block, Figure)]
        pictures, drawings = _found(self.file.body, ".//wp:docPr"), self.drawings()
        for index, figure in enumerate(figures):
            alt = _normal(pictures[index].get("descr", "")) if index < len(pictures) else ""
            if alt != _normal(figure.alt.plain):
                message = f"the picture's alternative text is “{_excerpt(alt)}”, not “{_excerpt(figure.alt.plain)}”"
                self.wrong(figure.alt, "missing-alt", message)
            drawing = drawings[index] if index < len(drawings) else None
            if drawing is None:
                self.wrong(figure.alt, "missing-picture", f"there is no drawing beside the picture {figure.scene.name}")
            else:
                self.labels(figure, drawing)
        if len(pictures) > len(figures):
            message = f"the file has {len(pictures)} pictures and the document {len(figures)}"
            self.report.error("surplus-picture", message, at=self.origin)
        self.once("picture", [picture.get("id", "") for picture in pictures])

    def labels(self, figure: Figure, drawing: etree._Element) -> None:
        found = [(_squeezed("".join(map(str, text.itertext()))), text) for text in _found(drawing, ".//svg:text")]
        spare = Counter(words for words, _ in found)
        wanted = [(label.text, _squeezed(label.text.plain)) for label in figure.scene.labels]
        for text, words in wanted:
            if not spare[words]:
                message = f"the drawing {figure.scene.name} does not say “{_excerpt(text.plain)}” ({text.unit})"
                self.wrong(text, "missing-unit", message)
            spare[words] -= 1
        if [words for words, _ in found] != [words for _, words in wanted]:
            return
        for (text, _), (_, element) in zip(wanted, found, strict=True):
            lang = next(filter(None, (each.get(_XML_LANG) for each in (element, drawing))), "no language")
            if lang != text.lang:
                message = f"the label “{_excerpt(text.plain)}” is marked as {lang} and is in {text.lang}"
                self.wrong(text, "wrong-language", message)

    # --- structure ---

    def headings(self) -> None:
        """Every section has a real heading of its level."""
        levels = self.style_values("outlineLvl")
        found = [
            (int(level) + 1, _text(paragraph))
            for paragraph in self.file.body.iter(f"{_W}p")
            if (level := levels.get(_style(paragraph), "")).isdigit()
        ]
        wanted = list(_headings(self.document.blocks, 1))
        for (depth, text), each in _pairs(wanted, found):
            if each != (depth, _normal(text.plain)):
                said = f"“{_excerpt(each[1])}” on level {each[0]}" if each else "none"
                message = f"the heading is {said}, not “{_excerpt(text.plain)}” on level {depth}"
                return self.wrong(text, "wrong-heading", message)
        return None

    def tables(self) -> None:
        """Every table has a head that repeats and a name for screen readers, and begins where lines begin."""
        found = _found(self.file.body, ".//w:tbl")
        wanted = [block for block in walk(self.document.blocks) if isinstance(block, Table)]
        for table, element in _pairs(wanted, found):
            if element is None:
                self.wrong(table.caption, "missing-table", f"there is no table “{_excerpt(table.caption.plain)}”")
                continue
            caption = _normal(_value(element.find("w:tblPr/w:tblCaption", _NAMES)))
            if caption != _normal(table.caption.plain):
                message = f"the table is named “{_excerpt(caption)}”, not “{_excerpt(table.caption.plain)}”"
                self.wrong(table.caption, "missing-alt", message)
            if not _switched_on(element.find("w:tr/w:trPr", _NAMES), "tblHeader"):
                self.wrong(table.caption, "missing-head", f"the head of “{_excerpt(caption)}” would not repeat")
            if _switched_on(element.find("w:tblPr", _NAMES), "bidiVisual") != self.rtl:
                self.wrong(table.caption, "wrong-direction", "the table's columns stand in the other direction")

    def lists(self) -> None:
        """Every ordered list counts from one by itself."""
        root = self.file.trees.get("word/numbering.xml")
        numbers = [_value(number) for number in _found(self.file.body, ".//w:pPr/w:numPr/w:numId")]
        counted = list(Counter(numbers).values())
        lists = (block for block in walk(self.document.blocks) if isinstance(block, List) and block.ordered)
        items = [len(block.items) for block in lists]
        if counted != items:
            message = f"the file's lists count to {counted or 'nothing'}, the document's to {items or 'nothing'}"
            self.report.error("wrong-numbering", message, at=self.origin)
        for number in dict.fromkeys(numbers):
            start = None if root is None else root.find(f"w:num[@w:numId='{number}']//w:startOverride", _NAMES)
            if _value(start) != "1":
                self.report.error("wrong-numbering", f"list {number} does not begin with 1", at=self.origin)

    def bookmarks(self) -> None:
        """Every unit stands in a bookmark of its name; names and ids are given once."""
        starts, ends = (list(self.file.body.iter(f"{_W}bookmark{kind}")) for kind in ("Start", "End"))
        names = {_value(start, "name") for start in starts}
        self.once("bookmark", [_value(start, "name").casefold() for start in starts])
        self.once("bookmark", [_value(start, "id") for start in starts])
        if sorted(_value(start, "id") for start in starts) != sorted(_value(end, "id") for end in ends):
            self.report.error("broken-anchor", "a bookmark has no end, or an end has no bookmark", at=self.origin)
        times: Counter[str] = Counter()
        for text in _body_texts(self.document):
            if text.unit:
                times[text.unit] += 1
                name = bookmark_name(text.unit, times[text.unit])
                if name not in names:
                    self.wrong(text, "missing-bookmark", f"there is no bookmark {name} around {text.unit}")

    def links(self) -> None:
        """Links lead where the Document says, and none leads nowhere."""
        relations = self.file.relations()
        elements = list(self.file.body.iter(f"{_W}hyperlink"))
        addresses = (relations.get(element.get(f"{_R}id", "")) for element in elements if f"{_R}id" in element.attrib)
        hrefs = (link.href for text in _body_texts(self.document) for link in links(text.inlines))
        # Two links side by side to one place may have become one.
        found, wanted = ([address for address, _ in groupby(each)] for each in (addresses, hrefs))
        if found != wanted:
            message = f"the file links to {found or 'nothing'}, the document to {wanted or 'nothing'}"
            self.report.error("wrong-link", message, at=self.origin)
        names = {_value(start, "name") for start in self.file.body.iter(f"{_W}bookmarkStart")}
        for element in elements:
            anchor = _value(element, "anchor")
            if anchor and anchor not in names:
                self.report.error("broken-anchor", f"there is no bookmark {anchor} to go to", at=self.origin)

    def furniture(self) -> None:
        """Every footer says the page's number in the words of the label, and fields are whole."""
        label = self.document.labels.get("page")
        for footer in self.file.furniture("footer") if label else []:
            assert label is not None
            words = _normal(_PLACEHOLDER.sub("1", label.plain))
            if _text(footer) != words:
                self.wrong(label, "missing-unit", f"the footer says “{_text(footer)}”, not “{words}”")
            fields = [_value(field, "instr").strip() for field in footer.iter(f"{_W}fldSimple")]
            if fields != [_FIELDS[name] for name in _PLACEHOLDER.findall(label.plain)]:
                self.wrong(label, "missing-field", f"the footer counts {fields or 'nothing'} for “{label.plain}”")
        for name, tree in self.file.trees.items():
            kinds = Counter(_value(field, "fldCharType") for field in tree.iter(f"{_W}fldChar"))
            if kinds["begin"] != kinds["end"]:
                self.report.error("broken-field", f"a field of {name} has no end", at=self.origin)

    # --- direction ---

    @property
    def rtl(self) -> bool:
        return self.document.locale.direction == "rtl"

    def directions(self) -> None:
        """Pages and paragraphs run as the document's language does; prose of another runs as its own does."""
        if _switched_on(self.file.body.find("w:body/w:sectPr", _NAMES), "bidi") != self.rtl:
            self.report.error("wrong-direction", "the pages run in the other direction", at=self.origin)
        on = {style for style, value in self.style_values("bidi").items() if value not in ("0", "false")}
        directions = {(_normal(text.plain), Locale.of_tag(text.lang).direction) for text in _body_texts(self.document)}
        for paragraph in self.file.body.iter(f"{_W}p"):
            own = paragraph.find("w:pPr/w:bidi", _NAMES)
            rtl = _style(paragraph) in on if own is None else _value(own) not in ("0", "false")
            if rtl != self.rtl and (_text(paragraph), "rtl" if rtl else "ltr") not in directions:
                message = f"“{_excerpt(_text(paragraph))}” runs {'rtl' if rtl else 'ltr'}"
                self.report.error("wrong-direction", message, at=self.origin)

    def style_values(self, name: str) -> dict[str, str]:
        """Return a property of paragraphs by style, taken from the style below where a style has none."""
        own: dict[str, str] = {}
        below: dict[str, str] = {}
        for style in self.file.trees[_STYLES].iter(f"{_W}style"):
            key = _value(style, "styleId")
            below[key] = _value(style.find("w:basedOn", _NAMES))
            found = style.find(f"w:pPr/w:{name}", _NAMES)
            if found is not None:
                own[key] = _value(found) or "1"
        values = {}
        for key in below:
            at = key
            while at and at not in own:
                at = below.get(at, "")
            if at:
                values[key] = own[at]
        return values

    # --- the file as a whole ---

    def package(self) -> None:
        """The file says its title and language, holds all that it names, and asks its reader nothing."""
        for name, wanted in (("title", self.document.title.plain), ("language", self.document.locale.tag)):
            if self.fact(name) != _normal(wanted):
                message = f"the file's {name} is “{_excerpt(self.fact(name))}”, not “{_excerpt(wanted)}”"
                self.report.error(f"missing-{name}", message, at=self.origin)
        if any(tree.find("w:updateFields", _NAMES) is not None for tree in self.file.trees.values()):
            self.report.error("asks-reader", "Word would ask whether to update fields", at=self.origin)
        for entry in self.file.entries:
            if entry.date_time != _EARLIEST:
                self.report.error("zip-date", f"{entry.filename} carries the time of its making", at=self.origin)
        for part, tree in self.file.trees.items():
            relations = self.file.relations(part)
            for element in tree.iter():
                for attribute in (f"{_R}id", f"{_R}embed"):
                    key = element.get(attribute)
                    target = relations.get(key, "") if key else None
                    if target is not None and ":" not in target and target not in self.file.parts:
                        self.report.error("broken-anchor", f"{part} names {key}, which is not there", at=self.origin)

    def fact(self, name: str) -> str:
        return _normal(self.file.trees[_CORE].findtext(f"dc:{name}", "", _NAMES))

    def once(self, what: str, names: Sequence[str]) -> None:
        for name, times in Counter(names).items():
            if times > 1:
                self.report.error("duplicate-id", f"{times} {what}s are called “{name}”", at=self.origin)

    def wrong(self, text: Text, code: str, message: str) -> None:
        self.report.error(code, message, at=text.origin or self.origin, unit=text.unit)


# --- the document -----------------------------------------------------------------------------------------------


def _body_texts(document: Document) -> Iterator[Text]:
    """Yield the Texts that stand in the file's body; a drawing's labels stand in the drawing."""
    yield document.title
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            if block.caption:
                yield block.caption
        else:
            yield from own_texts(block)


def _headings(blocks: Iterable[Branch], level: int) -> Iterator[tuple[int, Text]]:
    for block in blocks:
        if isinstance(block, Section):
            yield min(level, 6), block.title
        yield from _headings(children(block), level + isinstance(block, Section))


_Wanted = TypeVar("_Wanted")
_Each = TypeVar("_Each")


def _pairs(wanted: Iterable[_Wanted], found: Iterable[_Each]) -> Iterator[tuple[_Wanted, _Each | None]]:
    """Yield each of `wanted` with what was found in its place."""
    places = iter(found)
    return ((each, next(places, None)) for each in wanted)


# --- runs and languages -----------------------------------------------------------------------------------------


def _style(paragraph: etree._Element) -> str:
    return _value(paragraph.find("w:pPr/w:pStyle", _NAMES))


def _run(run: etree._Element, common: Mapping[str, str]) -> _Run:
    properties = run.find(f"{_W}rPr")
    own = {} if properties is None else _languages(properties.find(f"{_W}lang"))
    return _Run(
        _characters(run).translate(_ISOLATES), _switched_on(properties, "rtl"), tuple({**common, **own}.items())
    )


def _languages(element: etree._Element | None) -> dict[str, str]:
    marked = {name: _value(element, name) for name in ("val", "eastAsia", "bidi")}
    return {name: tag for name, tag in marked.items() if tag}


@functools.cache
def _letters(character: str) -> Letters | None:
    """Return the kind of letter that `character` is, None where it is none."""
    if unicodedata.bidirectional(character) in ("R", "AL"):
        return "rtl"
    if not character.isalpha():
        return None
    script = unicodedata.name(character, "").partition(" ")[0]
    if script in ("LATIN", "GREEK", "CYRILLIC", "FEMININE", "MASCULINE", "MICRO"):
        return "western"
    return "east_asian" if unicodedata.east_asian_width(character) in ("W", "F", "H") else "complex"


@functools.cache
def _letters_of(lang: str) -> Letters:
    """Return the kind of letters that a language is written in."""
    locale = Locale.of_tag(lang)
    if locale.direction == "rtl":
        return "rtl"
    if locale.script in ("Hans", "Hant", "Hani", "Jpan", "Kore"):
        return "east_asian"
    return "western" if locale.script in ("Latn", "Grek", "Cyrl") else "complex"


@functools.cache
def _same_language(tag: str, lang: str) -> bool:
    """Return whether Word's `tag`, which has a region, names the language and the script of `lang`."""
    if not tag:
        return False
    marked, said = Locale.of_tag(tag), Locale.of_tag(lang)
    return (marked.language, marked.script) == (said.language, said.script)


# --- words ------------------------------------------------------------------------------------------------------


def _normal(words: str) -> str:
    """Return `words` in the form in which two texts that look alike are alike."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_ISOLATES).split())


def _squeezed(words: str) -> str:
    return _BREAKS_IN_LABELS.sub("", _normal(words))


def _holds(chunk: str, words: str) -> bool:
    return f" {words} " in f" {chunk} "


def _excerpt(words: str) -> str:
    words = _normal(words)
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
