"""A `Text` -> runs of one direction, script, language and character style each.

Word does not look at letters to find their direction or font: each run says what it is. So a Text is cut where the
bidi algorithm changes direction, and where Latin words stand among letters of another script.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from ecmiss_publish.model.inline import Text
from ecmiss_publish.typeset.bidi import LRI, PDI, levels
from ecmiss_publish.typeset.breaks import held_together
from ecmiss_publish.typeset.fonts import BOLD, REGULAR
from ecmiss_publish.typeset.spans import LINE_SEPARATOR, Span, spans
from ecmiss_publish.write.docx.languages import Language, language_of
from ecmiss_publish.write.docx.xml import Xml, w, words

_RLI = "\u2067"
_MAY_BE_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENS = re.compile("[\u2066-\u2068](?=.)", re.DOTALL)
_CLOSES = re.compile("(?<=.)\u2069", re.DOTALL)
_PARAGRAPH_ENDS = re.compile("[\n\r\x1c-\x1e\x85\u2029]")
_LETTER = "A-Za-z\u00aa\u00ba\u00c0-\u02af\u0370-\u052f\u1e00-\u1fff"
# A Latin, Greek or Cyrillic word, or several with what stands between them.
_WESTERN = re.compile(rf"[{_LETTER}](?:[{_LETTER}\d .,:;'’&/+®™-]*[{_LETTER}\d®™])?")


class Kind(Enum):
    """What a run says of its letters: which of a style's fonts they take, and that they run from the right."""

    WESTERN = "western"
    EAST_ASIAN = "east_asian"
    COMPLEX = "complex"
    RIGHT_TO_LEFT = "right_to_left"


_FONT_HINTS = {
    Kind.WESTERN: None,
    Kind.EAST_ASIAN: w("rFonts", hint="eastAsia"),  # quotation marks and dashes are drawn as wide as Han
    Kind.COMPLEX: Xml(w("rFonts", hint="cs") + w("cs")),
    Kind.RIGHT_TO_LEFT: Xml(w("rFonts", hint="cs") + w("rtl")),
}
_LANGUAGE_OF = {
    Kind.WESTERN: "val",
    Kind.EAST_ASIAN: "eastAsia",
    Kind.COMPLEX: "bidi",
    Kind.RIGHT_TO_LEFT: "bidi",
}


@dataclass(frozen=True, slots=True)
class Inliner:
    """Makes runs for one part of the file. `relate` returns the relationship id of an address."""

    language: Language
    relate: Callable[[str], str]

    def runs(self, text: Text, rtl: bool, strong: bool = False) -> Xml:
        """Return the runs and hyperlinks of `text` in a paragraph that runs from the right (`rtl`) or the left."""
        language = language_of(text.lang)
        pieces = _joined(spans(text, weight=BOLD if strong else REGULAR, slope=True))
        if language.rtl != rtl:
            pieces = _set_apart(pieces, language)
        kinds = _kinds("".join([piece.text for piece in pieces]), language, rtl)
        made = []
        start = 0
        for _, linked in groupby(pieces, key=lambda piece: id(piece.link)):
            runs, link = "", None
            for piece in linked:
                end = start + len(piece.text)
                runs += self._piece(piece, kinds[start:end])
                link, start = piece.link, end
            made.append(self._linked(Xml(runs), link.href) if link else runs)
        return Xml("".join(made))

    def _linked(self, runs: Xml, href: str) -> Xml:
        return Xml(f'<w:hyperlink r:id="{self.relate(href)}" w:history="1">{runs}</w:hyperlink>')

    def _piece(self, piece: Span, kinds: list[Kind]) -> Xml:
        language = language_of(piece.lang)
        style = character_style(piece.weight == BOLD, piece.slope, piece.link is not None)
        shown = held_together(piece.text, piece.lang)
        made = []
        start = 0
        for kind, alike in groupby(kinds):
            end = start + len(list(alike))
            made.append(w("r", self._properties(style, kind, language), _lines(shown[start:end])))
            start = end
        return Xml("".join(made))

    def _properties(self, style: str, kind: Kind, language: Language) -> Xml | None:
        own = Kind.RIGHT_TO_LEFT if language.rtl else Kind(language.slot)
        told = kind is own and language != self.language
        if not style and not told and kind is Kind.WESTERN:
            return None
        return w(
            "rPr",
            w("rStyle", val=style) if style else None,
            _FONT_HINTS[kind],
            w("lang", **{_LANGUAGE_OF[kind]: language.tag}) if told else None,
        )


def character_style(strong: bool, emphasis: bool, link: bool) -> str:
    """Return the id of the character style; a run has room for one, so that each mixture has its own."""
    return "Hyperlink" * link + "Strong" * strong + "Emphasis" * emphasis


def _lines(characters: str) -> Xml:
    lines = characters.split(LINE_SEPARATOR)
    return Xml(w("br").join(words(line) if line else "" for line in lines))


def _joined(pieces: tuple[Span, ...]) -> list[Span]:
    """Return `pieces` with those joined that look alike, such as the words in an isolate and its two ends."""
    if len(pieces) < 2:
        return list(pieces)
    around = list(pieces)
    for index, piece in enumerate(pieces):  # the ends of an isolate have no language of their own
        if piece.text == LRI and index + 1 < len(pieces):
            around[index] = replace(piece, lang=pieces[index + 1].lang)
        elif piece.text == PDI and index:
            around[index] = replace(piece, lang=pieces[index - 1].lang)
    return [
        replace(alike, text="".join([piece.text for piece in run]))
        for alike, run in groupby(around, key=lambda piece: replace(piece, text=""))
    ]


def _set_apart(pieces: list[Span], language: Language) -> list[Span]:
    """Return `pieces` between isolates: their full stop stays at their own end in a paragraph of other direction."""
    if pieces:
        pieces[0] = replace(pieces[0], text=(_RLI if language.rtl else LRI) + pieces[0].text)
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text + PDI)
    return pieces


def _kinds(characters: str, language: Language, rtl: bool) -> list[Kind]:
    """Return the kind of each character."""
    kinds = [Kind.WESTERN if language.rtl else Kind(language.slot)] * len(characters)
    if not rtl and not _MAY_BE_RTL.search(characters):
        if language.slot != "western":
            for match in _WESTERN.finditer(characters):
                kinds[slice(*match.span())] = [Kind.WESTERN] * len(match[0])
        return kinds
    return [
        Kind.RIGHT_TO_LEFT if from_right else kind
        for kind, from_right in zip(kinds, _from_right(characters, rtl), strict=True)
    ]


def _from_right(characters: str, rtl: bool) -> list[bool]:
    """Return for each character whether it belongs to a right-to-left run (UAX #9)."""
    # What ends a paragraph for the bidi algorithm is white space to Word, and an isolate may hold it.
    result = [level % 2 == 1 for level in levels(_PARAGRAPH_ENDS.sub(" ", characters), int(rtl))]
    # An isolate's two ends go with what is inside: the run then holds all that belongs together.
    for match in reversed([*_OPENS.finditer(characters)]):
        result[match.start()] = result[match.end()]
    for match in _CLOSES.finditer(characters):
        result[match.start()] = result[match.start() - 1]
    return result
