"""A `Text` -> runs of one direction, script, language and character style each.

Word does not look at letters to find their direction or font: each run says what it is. So a Text is cut where the
bidi algorithm changes direction, and where Latin words stand among letters of another script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from lxml import etree

from ecmiss_publish.model.inline import Text
from ecmiss_publish.typeset.bidi import LRI, PDI, levels
from ecmiss_publish.typeset.fonts import BOLD, REGULAR
from ecmiss_publish.typeset.spans import LINE_SEPARATOR, Span, spans
from ecmiss_publish.write.docx.languages import Language, Slot, language_of
from ecmiss_publish.write.docx.xml import R, w, words

_RLI = "\u2067"
_MAY_BE_RTL = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_RTL_OR_NEUTRAL = frozenset(("R", "AL", "NSM", "WS", "ON", "CS", "ES", "ET", "BN", "B"))
_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u02af\u0370-\u052f\u1e00-\u1fff"
# A Latin, Greek or Cyrillic word, or several with what stands between them.
_WESTERN = re.compile(rf"[{_LETTER}](?:[{_LETTER}\d .,:;'’&/+®™-]*[{_LETTER}\d®™])?")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a run says of its letters."""

    slot: Slot
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Inliner:
    """Makes runs for one part of the file. `relate` returns the relationship id of an address."""

    language: Language
    relate: Callable[[str], str]

    def runs(self, text: Text, rtl: bool, strong: bool = False) -> Iterator[etree._Element]:
        """Yield the runs and hyperlinks of `text` in a paragraph that runs from the right (`rtl`) or the left."""
        language = language_of(text.lang)
        pieces = spans(text, weight=BOLD if strong else REGULAR, slope=True)
        if language.rtl != rtl:
            pieces = _set_apart(pieces, language)
        kinds = _kinds("".join(piece.text for piece in pieces), language, rtl)
        for link, linked in groupby(_cut(pieces, kinds), key=lambda cut: cut[0].link):
            made = [self._run(piece, kind, language) for piece, kind in linked]
            if link is None:
                yield from made
            else:
                hyperlink = w("hyperlink", *made, history=1)
                hyperlink.set(f"{{{R}}}id", self.relate(link.href))
                yield hyperlink

    def _run(self, piece: Span, kind: Kind, language: Language) -> etree._Element:
        run = w("r", self._properties(piece, kind, language))
        for index, line in enumerate(piece.text.split(LINE_SEPARATOR)):
            if index:
                run.append(w("br"))
            if line:
                run.append(words("t", line))
        return run

    def _properties(self, piece: Span, kind: Kind, language: Language) -> etree._Element | None:
        style = character_style(piece.weight == BOLD, piece.slope, piece.link is not None)
        made = [w("rStyle", val=style)] if style else []
        if kind.slot == "east_asian":
            made.append(w("rFonts", hint="eastAsia"))  # quotation marks and dashes are drawn as wide as Han
        elif kind.slot == "complex":
            made.append(w("rFonts", hint="cs"))
            made.append(w("rtl") if kind.rtl else w("cs"))
        if language != self.language and kind.slot == language.slot:
            attribute = {"western": "val", "east_asian": "eastAsia", "complex": "bidi"}[kind.slot]
            made.append(w("lang", **{attribute: language.tag}))
        return w("rPr", *made) if made else None


def character_style(strong: bool, emphasis: bool, link: bool) -> str:
    """Return the id of the character style; a run has room for one, so that each mixture has its own."""
    return "Hyperlink" * link + "Strong" * strong + "Emphasis" * emphasis


def _set_apart(pieces: tuple[Span, ...], language: Language) -> tuple[Span, ...]:
    """Return `pieces` between isolates: their full stop stays at their own end in a paragraph of other direction."""
    if not pieces:
        return pieces
    opened = replace(pieces[0], text=(_RLI if language.rtl else LRI) + pieces[0].text)
    pieces = (opened, *pieces[1:])
    return (*pieces[:-1], replace(pieces[-1], text=pieces[-1].text + PDI))


def _kinds(characters: str, language: Language, rtl: bool) -> list[Kind]:
    """Return the kind of each character."""
    kinds = [Kind("western" if language.rtl else language.slot)] * len(characters)
    if language.slot != "western" and not language.rtl:
        for match in _WESTERN.finditer(characters):
            kinds[slice(*match.span())] = [Kind("western")] * len(match[0])
    if rtl or _MAY_BE_RTL.search(characters):
        right_to_left = Kind("complex", rtl=True)
        for index, from_right in enumerate(_from_right(characters, rtl)):
            if from_right:
                kinds[index] = right_to_left
    return kinds


def _from_right(characters: str, rtl: bool) -> list[bool]:
    """Return for each character whether it belongs to a right-to-left run (UAX #9)."""
    if rtl and _RTL_OR_NEUTRAL.issuperset(map(unicodedata.bidirectional, set(characters))):
        return [True] * len(characters)
    result = [level % 2 == 1 for level in levels(characters, int(rtl))]
    # An isolate's two ends go with what is inside: the run then holds all that belongs together.
    for index in range(len(characters) - 2, -1, -1):
        if characters[index] in (LRI, _RLI):
            result[index] = result[index + 1]
    for index in range(1, len(characters)):
        if characters[index] == PDI:
            result[index] = result[index - 1]
    return result


def _cut(pieces: tuple[Span, ...], kinds: list[Kind]) -> Iterator[tuple[Span, Kind]]:
    """Yield `pieces` cut where the kind changes, pieces that are set alike joined."""
    for key, alike in groupby(_cut_by_kind(pieces, kinds), key=lambda cut: (replace(cut[0], text=""), cut[1])):
        yield replace(key[0], text="".join(piece.text for piece, _ in alike)), key[1]


def _cut_by_kind(pieces: tuple[Span, ...], kinds: list[Kind]) -> Iterator[tuple[Span, Kind]]:
    start = 0
    for piece in pieces:
        own = kinds[start : start + len(piece.text)]
        start += len(piece.text)
        edges = [0, *(index for index in range(1, len(own)) if own[index] != own[index - 1]), len(own)]
        for first, last in pairwise(edges):
            if first < last:
                yield replace(piece, text=piece.text[first:last]), own[first]
