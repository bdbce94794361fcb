"""A translation is translated: it is not the source again, and no words of the source were left standing in it.

What stands in brackets behind a translation, “cuidado habitual (standard of care)”, is what experts say, and stays.
"""

from __future__ import annotations

import functools
import re

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.wording import UNITS, masked

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:-[\w'’]+)*")
_LATIN_RUN = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]*(?:[ \u00a0][A-Za-zÀ-ɏ][\w'’-]*){2,}")
_GLOSS = re.compile(r"[(（][^()（）]*[)）]")
_ASIDE = re.compile(r"\(\w+\)")  # Brochure (Word)
_NO_MARKS = str.maketrans("", "", "*[\ufffc")
_SENTENCE = re.compile(r"[^\s.!?:;…][^.!?:;…]*(?:[^\W\d_]{2}|\|)[.!?:]")  # an initial, “M.”, ends none
_LATIN_PAIR = re.compile(r"[A-Za-z][ \u00a0][A-Za-z]")
# One word in a text of another script: small letters only, for what begins with a capital may be a name.
_LATIN_WORD = re.compile(r"(?<![A-Za-zÀ-ɏ\d'’.-])[a-z]{4,}(?![A-Za-zÀ-ɏ\d'’])")
_SMALL_WORD = re.compile(r"(?<!\w)[a-z]{4,}")  # in headings that have none, names look as other words do
# Languages of one script share words: “Conclusion” is French too, “Radius” German. Two in a row are no accident, and
# a stretch of six words is no quotation of a product.
_SHARED = 1
_STRETCH = 6
_CODE = "untranslated-residue"
_REMEDY = "translate it; where it is a name, add it to `names` in content/glossary.yaml"


def untranslated(message: Message, context: Context, report: Report) -> None:
    """Report a translation that is its source, or has words of it that are no names."""
    if context.locale.pseudo or context.locale.language == context.source.language:
        return  # en_GB may say what en says
    left = _left_over(message, context)
    if left:
        report.warning(_CODE, _said(left, context), at=message.origin, hint=_REMEDY, unit=message.unit)
        return
    word = _word(message, context)
    if word:
        report.hint(_CODE, _said(word, context), at=message.origin, hint=_REMEDY, unit=message.unit)


def _said(left: str, context: Context) -> str:
    expected = context.locale.english_name
    return f"“{left}” stands in the translation as in the source; {expected} was expected"


def _left_over(message: Message, context: Context) -> str:
    latin = _is_latin(context.locale.name)
    names = context.glossary.names
    if message.translation.strip() == message.source.strip():
        words = _translatable(message.source, names)
        return _short(message.source.strip()) if len(words) > (_SHARED if latin else 0) else ""
    if not _may_share(message.source, message.translation, latin):
        return ""
    source, translation = _prose(message.source, names), _prose(message.translation, names)
    left = (_stretch if latin else _run)(source, translation) or _sentence(source, translation)
    return left or _aside(message, names)


def _translatable(text: str, names: tuple[str, ...]) -> list[str]:
    """Return the words that have a translation: no names, acronyms, units, initials and numbers."""
    words = _WORD.findall(_nameless(_ASIDE.sub("|", _unmarked(text)), names))
    return [word for word in words if len(word) > 2 and not word.isupper() and word.lower() not in UNITS]


def _run(source: str, translation: str) -> str:
    """Return three or more words of the source that stand in a text of another script."""
    for match in _LATIN_RUN.finditer(translation):
        if match[0].casefold() in source.casefold():
            return match[0]
    return ""


def _stretch(source: str, translation: str) -> str:
    """Return six words in a row that source and translation share, with at least three that have a translation."""
    before, found = _WORD.findall(source), _WORD.findall(translation)
    if len(set(before) & set(found)) < _STRETCH - 1:  # one word may stand twice in the stretch
        return ""
    after = f" {' '.join(found)} "
    for at in range(len(before) - _STRETCH + 1):
        words = " ".join(before[at : at + _STRETCH])
        if f" {words} " in after and len(_translatable(words, ())) > 2:
            return words
    return ""


def _may_share(source: str, translation: str, latin: bool) -> bool:
    """Whether a look is worth its time: there must be two words in a row, or two that both have."""
    if latin:
        return len({*source.split()} & {*translation.split()}) > 1
    return _LATIN_PAIR.search(translation) is not None


def _sentence(source: str, translation: str) -> str:
    """Return a sentence of the source, however short, that stands in the translation with its full stop."""
    for sentence in _SENTENCE.findall(source):
        if len(_WORD.findall(sentence)) > 1 and _translatable(sentence, ()) and sentence in translation:
            return str(sentence)
    return ""


def _aside(message: Message, names: tuple[str, ...]) -> str:
    """Return what both have in brackets; a translator's own gloss stands where the source has none."""
    source, kept = _unmarked(message.source), set(_GLOSS.findall(_unmarked(message.translation)))
    for match in _GLOSS.finditer(source) if kept else ():
        if match[0] in kept and _is_prose(match[0], source[: match.start()], names):
            return match[0][1:-1]
    return ""


def _is_prose(aside: str, before: str, names: tuple[str, ...]) -> bool:
    """Whether the words in brackets are neither names nor what an abbreviation before them stands for."""
    words = _translatable(aside, names)
    as_names = all(word[0].isupper() for word in words) and _SMALL_WORD.search(before)
    return len(words) > _SHARED and not as_names and not _spells_out(aside, before.split()[-1:])


def _spells_out(aside: str, before: list[str]) -> bool:
    """Whether the words stand for the letters before the brackets: MRI (magnetic resonance imaging)."""
    letters = iter(before[0] if before else "")
    return all(word[0].upper() in letters for word in _WORD.findall(aside) if len(word) > 3)


def _word(message: Message, context: Context) -> str:
    """Return one word of the source that stands outside of brackets in a text of another script."""
    if _is_latin(context.locale.name) or not _LATIN_WORD.search(message.translation):
        return ""
    source, translation = (_prose(text, context.glossary.names) for text in (message.source, message.translation))
    known = set(_LATIN_WORD.findall(source)) - UNITS
    return next((word for word in _LATIN_WORD.findall(translation) if word in known), "")


def _prose(text: str, names: tuple[str, ...]) -> str:
    """Return what of `text` has a translation: no names, no addresses, nothing in brackets."""
    return _nameless(_GLOSS.sub("|", _unmarked(text)), names)


def _unmarked(text: str) -> str:
    """Return `text` without emphasis, links, addresses and placeholders."""
    return masked(text)[0].translate(_NO_MARKS)


def _nameless(text: str, names: tuple[str, ...]) -> str:
    return _names_pattern(names).sub("|", text) if names else text


@functools.cache
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in longest_first))


@functools.cache
def _is_latin(name: str) -> bool:
    return Locale(name).script == "Latn"


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
