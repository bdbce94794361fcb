"""A finished web page, read back, against its Document: every word is there, in its order and its language."""

from __future__ import annotations

import base64
import collections
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ecmiss_publish.model.block import Figure, Table, own_texts, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.typeset.webfont import characters_in

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z_]+\}|</?(?:text|strong|em|bdi|br)\b|&(?:lt|gt|amp|#\d+);")
_LOADED = dict.fromkeys(("img", "script", "iframe", "source", "embed", "audio", "video"), "src")
_LOADED |= dict.fromkeys(("link", "use", "image"), "href")
_FONT = re.compile(r'url\(data:font/woff;base64,([^)]*)\) format\("woff"\)')
_ADDRESS = re.compile(r"""(?:url\(|@import\s)\s*["']?([^"')]{1,200})""")
_WORDLESS = " \n\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"
_EXCERPT = 60


def check(document: Document, data: bytes, report: Report) -> None:
    """Report what the page does not show as the Document says it."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", remove_comments=True))
    for line_break in root.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    _Check(document, root, tuple(_shown(root, "", "", "", False)), Origin(document.edition.path), report).all()


@dataclass(frozen=True, slots=True)
class Shown:
    """An element of the page, its words, and the unit, language and direction that it stands in.

    In a `copy` stands what the page has shown already: a picture for narrow columns.
    """

    element: etree._Element
    unit: str
    lang: str
    direction: str
    copy: bool

    @property
    def words(self) -> str:
        """All that is shown in the element, a line break as a line feed."""
        return "".join(map(str, self.element.itertext()))


def _shown(element: etree._Element, unit: str, lang: str, direction: str, copy: bool) -> Iterator[Shown]:
    """Yield `element` and all below it, as the page has them."""
    unit, lang = element.get("data-unit", unit), element.get("lang", element.get("xml:lang", lang))
    # SVG has no dir; a label's direction is the drawing's own.
    direction = element.get("direction" if element.tag == "text" else "dir", direction)
    copy = copy or "data-copy" in element.attrib
    yield Shown(element, unit, lang, direction, copy)
    for child in element:
        yield from _shown(child, unit, lang, direction, copy)


@dataclass(frozen=True, slots=True)
class _Check:
    document: Document
    root: etree._Element
    shown: tuple[Shown, ...]
    origin: Origin
    report: Report

    def all(self) -> None:
        self.language_of_the_page()
        self.texts(tuple(_said(self.document)), copy=False)
        self.texts(tuple(_said_in_copies(self.document)), copy=True)
        self.alternatives()
        self.leftovers()
        self.headings()
        self.links()
        self.requests()
        self.glyphs()

    # --- words ---

    def texts(self, texts: tuple[Text, ...], *, copy: bool) -> None:
        """Each of `texts` has its element, in order, with its words and in its language; no element is left."""
        units = (each for each in self.shown if "data-unit" in each.element.attrib and each.copy == copy)
        found = [each for each in units if each.element.tag != "caption"]
        waiting: dict[str, collections.deque[int]] = collections.defaultdict(collections.deque)
        for index, each in enumerate(found):
            waiting[each.unit].append(index)
        last, last_text = -1, self.document.title
        for text in texts:
            places = waiting[text.unit or ""]
            if not places:
                self.wrong(text, "missing-unit", f"the page does not show “{_excerpt(text.plain)}”")
                continue
            index = places.popleft()
            if index < last:
                message = f"“{_excerpt(text.plain)}” stands before “{_excerpt(last_text.plain)}”, and belongs after it"
                self.wrong(text, "wrong-order", message)
            last, last_text = index, text
            self.text(text, found[index])
        for index in itertools.chain.from_iterable(waiting.values()):
            message = f"the page shows “{_excerpt(found[index].words)}”, which the document does not say"
            self.report.error("surplus-text", message, at=self.origin, unit=found[index].unit or None)

    def text(self, text: Text, found: Shown) -> None:
        """`found` shows the words of `text`, all of them, in its language and direction."""
        expected, words = _normal(text.plain), _normal(found.words)
        if found.element.tag == "text":  # a label's lines end where its place does, a long word with a hyphen
            expected, words = (re.sub(r"[\s\u2010]", "", either) for either in (expected, words))
        if expected != words:
            there, here = _excerpt(words, expected), _excerpt(expected, words)
            self.wrong(text, "missing-unit", f"the page shows “{there}” where the document says “{here}”")
        self.language(text, found.lang, found.direction)

    def language(self, text: Text, lang: str, direction: str) -> None:
        if lang != text.lang:
            message = f"“{_excerpt(text.plain)}” is marked as {lang or 'no language'} and is in {text.lang}"
            self.wrong(text, "wrong-language", message)
        expected = Locale.of_tag(text.lang).direction
        if direction != expected:
            message = f"“{_excerpt(text.plain)}” runs {direction or 'nowhere'} and should run {expected}"
            self.wrong(text, "wrong-language", message)

    def alternatives(self) -> None:
        """Every figure has its alternative text, its narrow copy the same, every table its caption, all in order."""
        drawn = [each for each in self.shown if each.element.tag == "svg" and each.element.get("aria-hidden") != "true"]
        pictures, copies = (iter([each for each in drawn if each.copy == copy]) for copy in (False, True))
        captions = (each for each in self.shown if each.element.tag == "caption")
        for block in walk(self.document.blocks):
            if isinstance(block, Figure):
                self.alternative(block.alt, next(pictures, None))
                if block.narrow:
                    self.alternative(block.alt, next(copies, None))
            elif isinstance(block, Table):
                caption = next(captions, None)
                if caption is None:
                    message = f"the table has no caption; it should be “{_excerpt(block.caption.plain)}”"
                    self.wrong(block.caption, "missing-unit", message)
                else:
                    self.text(block.caption, caption)

    def alternative(self, alt: Text, picture: Shown | None) -> None:
        found = picture.element.get("aria-label", "") if picture else ""
        if _normal(found) != _normal(alt.plain):
            message = f"the picture's alternative text is “{_excerpt(found)}” and should be “{_excerpt(alt.plain)}”"
            self.wrong(alt, "missing-alt", message)
        elif picture and picture.lang != alt.lang:
            message = f"the alternative text is marked as {picture.lang} and is in {alt.lang}"
            self.wrong(alt, "wrong-language", message)

    def leftovers(self) -> None:
        """No markup and no placeholder stands where words should be."""
        for each in self.shown:
            for words in _own_words(each.element):
                found = _LEFTOVER.search(words)
                if found:
                    shown = _excerpt(words[max(0, found.start() - 20) :])
                    message = f"“{found[0]}” is left over in “{shown}”"
                    self.report.error("leftover-placeholder", message, at=self.origin, unit=each.unit or None)

    # --- structure ---

    def language_of_the_page(self) -> None:
        locale = self.document.locale
        expected, found = (locale.tag, locale.direction), (self.root.get("lang"), self.root.get("dir"))
        if expected != found:
            message = f"the page is marked as {found[0]} {found[1]} and is {expected[0]} {expected[1]}"
            self.report.error("wrong-language", message, at=self.origin)

    def headings(self) -> None:
        """There is one h1, and no level is skipped on the way down."""
        headings = [each for each in self.shown if re.fullmatch("h[1-6]", each.element.tag)]
        levels = [int(heading.element.tag[1]) for heading in headings]
        if levels.count(1) != 1:
            self.report.error("heading-order", f"the page has {levels.count(1)} headings h1, not one", at=self.origin)
        for before, after, heading in zip(levels, levels[1:], headings[1:], strict=False):
            if after > before + 1:
                message = f"h{after} “{_excerpt(heading.words)}” follows an h{before}"
                self.report.error("heading-order", message, at=self.origin, unit=heading.unit or None)

    def links(self) -> None:
        """Every name is given once, and every link within the page has its target."""
        names = collections.Counter(self.values("id"))
        for name, count in names.items():
            if count > 1:
                self.report.error("duplicate-id", f"{count} elements are named “{name}”", at=self.origin)
        targets = [href[1:] for href in self.values("href") if href.startswith("#")]
        targets += [name for value in self.values("aria-labelledby") for name in value.split()]
        targets += [fill[5:-1] for fill in self.values("fill") if fill.startswith("url(#")]
        for target in dict.fromkeys(targets):
            if target not in names:
                self.report.error("broken-link", f"nothing on the page is named “{target}”", at=self.origin)

    def requests(self) -> None:
        """Nothing on the page is loaded from another place."""
        loading = [(each.element, _LOADED[each.element.tag]) for each in self.shown if each.element.tag in _LOADED]
        found = [element.get(f"{prefix}{name}", "") for element, name in loading for prefix in ("", "xlink:")]
        found += _ADDRESS.findall(self.style())
        for address in found:
            if address and not address.startswith(("data:", "#")):
                message = f"the page loads {_excerpt(address)}; a page must hold all it shows"
                self.report.error("outside-request", message, at=self.origin)

    def glyphs(self) -> None:
        """The page carries a glyph for each of its characters."""
        covered: set[str] = set(_WORDLESS)
        for data in _FONT.findall(self.style()):
            covered |= characters_in(base64.b64decode(data))
        for text in (*_said(self.document), *_said_in_copies(self.document)):
            for character in sorted(set(text.plain) - covered):
                self.wrong(text, "missing-glyph", f"the page's fonts have no {character} (U+{ord(character):04X})")
                covered.add(character)

    # --- parts of the page ---

    def values(self, attribute: str) -> Iterator[str]:
        """Yield what the page's elements have as `attribute`."""
        return (each.element.get(attribute, "") for each in self.shown if attribute in each.element.attrib)

    def style(self) -> str:
        """Return the page's style sheets."""
        return "\n".join(each.words for each in self.shown if each.element.tag == "style")

    def wrong(self, text: Text, code: str, message: str) -> None:
        self.report.error(code, message, at=text.origin or self.origin, unit=text.unit)


# --- words ------------------------------------------------------------------------------------------------------


def _said(document: Document) -> Iterator[Text]:
    """Yield what the page says, in reading order: a picture that has a narrow one says all of its own labels."""
    yield document.title
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            yield from (label.text for label in block.scene.labels)
            yield from (block.caption,) if block.caption else ()
        else:
            yield from own_texts(block)


def _said_in_copies(document: Document) -> Iterator[Text]:
    """Yield what the pictures for narrow columns say."""
    for block in walk(document.blocks):
        if isinstance(block, Figure) and block.narrow:
            yield from (label.text for label in block.narrow.labels)


def _own_words(element: etree._Element) -> Iterator[str]:
    """Yield what is shown or read out for `element` itself."""
    if element.tag not in ("style", "script"):
        yield element.text or ""
        yield from (child.tail or "" for child in element)
    yield from (element.get(name, "") for name in ("aria-label", "alt", "title", "content"))


def _normal(words: str) -> str:
    """Return `words` in the form in which two texts that look alike are alike."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_ISOLATES).split())


def _excerpt(words: str, other: str = "") -> str:
    """Return the beginning of `words`, or where there is an `other`, what lies around the first difference."""
    words = " ".join(words.split())
    pairs = zip(words, other, strict=False)
    same = next((index for index, (mine, yours) in enumerate(pairs) if mine != yours), min(len(words), len(other)))
    start = max(0, same - _EXCERPT // 3) if other else 0
    end = start + _EXCERPT
    return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words) else ''}"
