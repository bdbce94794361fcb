"""A message's words as checks compare them: without markup, in small letters, one space where a mark stood."""

from __future__ import annotations

import functools
import re
import unicodedata

from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.inline import Inline, plain
from ecmiss_publish.model.problem import Report

# The end of a sentence, with the quotation marks and brackets that close behind it.
_SENTENCE = re.compile(r".+?(?:[.!?…؟۔।॥]+[”\"»’)\]]*(?=\s)|[。！？]+[”’」』）]*|$)", re.DOTALL)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")

# What writers of a language leave out or write either way; a list of words need not have both.
_EITHER_WAY = {
    "ё": "е",  # Russian
    "ı": "i",  # Turkish: small letters of I and İ are told apart in no other language
    "ş": "ș",  # Romanian: cedilla for comma, from old keyboards (Turkish has the cedilla, and is folded alike)
    "ţ": "ț",
    **dict.fromkeys("أإآٱ", "ا"),  # Arabic: hamza on alef
    **dict.fromkeys("ىیې", "ي"),  # and the dots of its last letter; Persian and Urdu have one without
    "ک": "ك",
    "ة": "ه",
    **dict.fromkeys("?？؟", " ? "),  # a question, for languages that ask with the word for “not”
}
_LEFT_OUT = (
    "\u0307"  # the dot that Python's casefold leaves of İ
    "\u093c\u09bc\u0a3c"  # Devanagari, Bengali, Gurmukhi: the dot below
    "\u0640\u0670" + "".join(map(chr, range(0x064B, 0x0660)))  # Arabic: tatweel and short vowels
)
# Conjunctions and prepositions of one letter, then the article: والتعافي, بالمنظار, للعضلات. And those alone: بشق.
_ARTICLE = re.compile(r" [وف]?(?:[بك]?ال|لل)(?=\w\w)")
_PROCLITIC = re.compile(r" (?:[وف][بكل]|[وفبكل])(?=\w\w)")


@functools.lru_cache(maxsize=8192)
def inlines_of(markdown: str) -> tuple[Inline, ...]:
    """Return the tree of a text that has been, or will be, reported on elsewhere."""
    return parse_text(markdown, "und", unit=None, origin=None, report=Report()).inlines


@functools.lru_cache(maxsize=8192)
def plain_of(markdown: str) -> str:
    """Return the words of a text without their markup."""
    return plain(inlines_of(markdown))


@functools.lru_cache(maxsize=16384)
def folded(words: str) -> str:
    """Return the words, each between two spaces: ` the patient s l4 l5 `. What a reader takes for the same is."""
    return f" {' '.join(unicodedata.normalize('NFC', words).casefold().translate(_FOLD).split())} "


def without_articles(words: str) -> str:
    """Return folded Arabic words without their articles."""
    return _ARTICLE.sub(" ", words)


def without_proclitics(words: str) -> str:
    """Return folded Arabic words without the conjunctions and prepositions that are written in one with them."""
    return _PROCLITIC.sub(" ", words)


@functools.lru_cache(maxsize=16384)
def sentences(words: str) -> tuple[str, ...]:
    """Return the folded sentences of a text without markup."""
    return tuple(folded(sentence) for sentence in _SENTENCE.findall(words) if sentence.strip())


def side_by_side(source: str, translation: str) -> tuple[tuple[str, str], ...]:
    """Return the sentences of both beside each other; the whole texts where one has more sentences than the other.

    What a translator explained in brackets is left out.
    """
    before, after = plain_of(source), plain_of(translation)
    if not _BRACKETS.search(before):
        after = _BRACKETS.sub(" ", after)
    these, those = sentences(before), sentences(after)
    if len(these) == len(those):
        return tuple(zip(these, those, strict=True))
    return ((" ".join(these), " ".join(those)),)


class _Fold(dict[int, str]):
    """What each character becomes: letters, marks and digits stay, all else is a space between words."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        # Joiners and directional marks stand inside words.
        self[code] = "" if category == "Cf" else chr(code) if category[0] in "LMN" else " "
        return self[code]


_FOLD = _Fold({ord(char): other for char, other in _EITHER_WAY.items()} | {ord(char): "" for char in _LEFT_OUT})
