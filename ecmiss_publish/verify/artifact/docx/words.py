"""Words of the file, their order, and the language and direction that they are marked with."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, TypeAlias

from ecmiss_publish.model.inline import Foreign, Inline, LineBreak, Run, Text, leaves, plain
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.artifact.comparison import Piece
from ecmiss_publish.verify.artifact.comparison import leftovers as left_over
from ecmiss_publish.verify.artifact.docx.file import (
    NAMES,
    STYLES,
    Marked,
    W,
    Word,
    all_of,
    excerpt,
    languages_of,
    normal,
    run_of,
    stretches,
    text_of,
    words_of,
)
from ecmiss_publish.verify.artifact.docx.pictures import drawings_of
from ecmiss_publish.verify.artifact.docx.reading import Reading, body_texts

Letters: TypeAlias = Literal["western", "east_asian", "complex", "rtl"]
_LANGUAGE_OF: dict[Letters, str] = {"western": "val", "east_asian": "eastAsia", "complex": "bidi", "rtl": "bidi"}


def texts(reading: Reading) -> None:
    """The body's words are the Document's, all of them, in their order and language, and no others."""
    wanted = list(body_texts(reading.document))
    words = [(word, text) for text in wanted for word in normal(text.plain).split()]
    found = list(_words_shown(reading))
    said, shown = [word for word, _ in words], [word.text for word in found]
    matching = list(range(len(said))) if said == shown else _differences(reading, words, said, shown)
    runs: dict[int, tuple[Text, list[Marked]]] = {}
    for (_, text), place in zip(words, matching, strict=True):
        if place >= 0:
            runs.setdefault(id(text), (text, []))[1].extend(found[place].runs)
    for text, its_runs in runs.values():
        _language(reading, text, dict.fromkeys(its_runs))


def _words_shown(reading: Reading) -> Iterator[Word]:
    defaults = reading.file.trees[STYLES].find(".//w:rPrDefault/w:rPr/w:lang", NAMES)
    common = languages_of(defaults)
    for paragraph in reading.file.body.iter(f"{W}p"):
        for runs in stretches(paragraph):
            yield from words_of(run_of(run, common) for run in runs)


def _differences(reading: Reading, words: list[tuple[str, Text]], said: list[str], shown: list[str]) -> list[int]:
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
    moved = [_fault(reading, text, lost, instead, [chunk for chunk, _ in chunks]) for text, lost, instead in faults]
    for chunk, inserted in chunks:
        if inserted and not any(words and _holds(chunk, words) for words in moved):
            message = f"the file shows “{excerpt(chunk)}”, which the document does not say"
            reading.report.error("surplus-text", message, at=reading.origin)
    return matching


def _fault(reading: Reading, text: Text, lost: str, instead: str, chunks: list[str]) -> str:
    """Report words of a text that are not in their place; return them where they are in another."""
    if lost == normal(text.plain) and any(_holds(chunk, lost) for chunk in chunks):
        message = f"“{excerpt(lost)}” ({text.unit}) stands in another place of the file than of the document"
        reading.wrong(text, "wrong-order", message)
        return lost
    if instead:
        message = f"the file shows “{excerpt(instead)}” where the document says “{excerpt(lost)}” ({text.unit})"
    else:
        message = f"the file does not show “{excerpt(lost)}” ({text.unit})"
    reading.wrong(text, "missing-unit", message)
    return ""


def _holds(chunk: str, words: str) -> bool:
    return f" {words} " in f" {chunk} "


# --- languages --------------------------------------------------------------------------------------------------------


def _language(reading: Reading, text: Text, runs: Iterable[Marked]) -> None:
    """The runs of `text` say the language and the direction of their letters."""
    foreign = dict(_foreign(text.inlines))
    for run in runs:
        letters = {_letters(character) for character in run.text} - {None}
        if run.rtl != ("rtl" in letters) and letters:
            marked, is_so = ("rtl", "ltr") if run.rtl else ("ltr", "rtl")
            message = f"“{excerpt(run.text)}” ({text.unit}) is marked as {marked} and is {is_so}"
            return reading.wrong(text, "wrong-language", message)
        lang = foreign.get(normal(run.text), text.lang)
        own = _letters_of(lang)
        if own in letters and not _same_language(_marked(run, own), lang):
            marked = _marked(run, own) or "no language"
            message = f"“{excerpt(run.text)}” ({text.unit}) is marked as {marked} and is in {lang}"
            return reading.wrong(text, "wrong-language", message)
    return None


def _foreign(inlines: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    """Yield words in a language of their own, as runs may have them, and the language."""
    for inline in inlines:
        if isinstance(inline, Foreign):
            yield normal(plain(inline.inlines)), inline.lang
            yield from ((normal(leaf.text), inline.lang) for leaf in leaves(inline.inlines) if isinstance(leaf, Run))
        elif not isinstance(inline, Run | LineBreak):
            yield from _foreign(inline.inlines)


def _marked(run: Marked, letters: Letters) -> str:
    """Return the language that the run says its letters are in."""
    return dict(run.languages).get(_LANGUAGE_OF[letters], "")


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


# --- what a template left ---------------------------------------------------------------------------------------------


def leftovers(reading: Reading) -> None:
    """No markup and no placeholder stands where words should be."""
    said = [text_of(paragraph) for paragraph in reading.file.body.iter(f"{W}p")]
    said += [text_of(tree) for kind in ("header", "footer") for tree in reading.file.furniture(kind)]
    said += [picture.get("descr", "") for picture in all_of(reading.file.body, ".//wp:docPr")]
    said += [normal("".join(map(str, tree.itertext()))) for tree in drawings_of(reading) if tree is not None]
    said.append(reading.fact("title"))
    left_over(reading.document, [Piece(words, reading.document.locale.tag) for words in said], reading.report)
