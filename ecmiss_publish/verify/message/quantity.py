"""A translation says as many, as often and as much as its source: most are not all, less is not more, “if” stays.

Sentences are compared one by one, or as wholes where they were joined or parted. Languages compare and count in many
ways, so a word is missed only where none is left that may stand for it, and it is turned round only where the opposite
stands in the translation and the source has nothing like it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import side_by_side, without_articles, without_proclitics
from ecmiss_publish.verify.message.words import Needles, needles, words_of


@dataclass(frozen=True, slots=True)
class _Degree:
    """How many, how often, or on what condition: the list `name`, by which others it may be said, and by which not.

    `kept` says whether the translation needs it; if not, it only must not become another. `loosely` says whether that
    holds for the list `also_…` too.
    """

    name: str
    said_by: tuple[str, ...] = ()
    not_by: tuple[str, ...] = ()
    kept: bool = True
    loosely: bool = False


_DEGREES = (
    _Degree("most", said_by=("usually",), not_by=("all", "always", "many", "some", "few")),
    _Degree("many", said_by=("often", "also_often"), not_by=("all", "most", "some", "few")),
    _Degree("some", not_by=("all", "most", "many", "always"), loosely=True),
    _Degree("all", said_by=("always",), not_by=("most", "many", "some", "few"), kept=False),
    _Degree("often", said_by=("usually", "also_usually"), not_by=("always", "most", "all")),
    _Degree("usually", said_by=("often", "also_often", "most"), not_by=("always", "all")),
    _Degree("nearly", said_by=("most",)),
    _Degree("if"),
)
_OPPOSITES = {
    "less": "more",
    "more": "less",
    "faster": "slower",
    "slower": "faster",
    "better": "worse",
    "worse": "better",
}
# What gets better or worse improves, heals, grows: in too many ways for one to be missed.
_MISSED = frozenset({"less", "more", "faster"})


def quantity(message: Message, context: Context, report: Report) -> None:
    """Report, as a hint, a sentence that says another degree than the source does, or none at all."""
    if context.locale.pseudo or not (words_of("quantity", context.source) and words_of("quantity", context.locale)):
        return
    for source, translation in side_by_side(message.source, message.translation):
        said = _said(source, context.source)
        if not said:
            continue
        there = _counted(translation, context.locale)
        for words, instead in (*_degrees(said, there), *_comparisons(said, there)):
            report.hint(
                "quantity-differs",
                f"the source says “{words}”, the translation {f'“{instead}”' if instead else 'nothing alike'}",
                at=message.origin,
                hint="say how many, how often and how much as the source does, and keep its “if”",
                unit=message.unit,
            )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence and its language, without what is not counted."""

    words: str
    locale: Locale

    def first(self, *names: str) -> str:
        """Return the first word that one of the lists has, empty where there is none."""
        return next((word for name in names if (word := self._list(name).first(self.words))), "")

    def without(self, *names: str) -> _Sentence:
        """Return the sentence without the words of the lists."""
        words = self.words
        for name in names:
            words = self._list(name).removed_from(words)
        return _Sentence(words, self.locale)

    def _list(self, name: str) -> Needles:
        return needles("quantity", name, self.locale)


def _counted(sentence: str, locale: Locale) -> _Sentence:
    if locale.language == "ar":  # the lists have words as they are, with an article, or with a conjunction
        sentence = f"{sentence}{without_articles(sentence)}{without_proclitics(sentence)}"
    return _Sentence(sentence, locale).without("not_counted")


@functools.lru_cache(maxsize=4096)  # one source has many translations
def _said(source: str, locale: Locale) -> Mapping[str, str]:
    """Return the first word of each list that the source has a word of."""
    sentence = _counted(source, locale)
    said = {name: word for name in words_of("quantity", locale) if (word := sentence.first(name))}
    if "not_often" in said and not sentence.without("not_often").first("often"):
        said.pop("often", None)
    return said


def _degrees(said: Mapping[str, str], there: _Sentence) -> Iterator[tuple[str, str]]:
    """Yield what the source says of number, time and condition and the translation does not, and what that says."""
    for degree in _DEGREES:
        name, also = degree.name, f"also_{degree.name}"
        word = said.get(name) or (said.get(also) if degree.loosely else None)
        if word and not there.first(name, also, *degree.said_by):
            others = (other for other in degree.not_by if not (other in said or f"also_{other}" in said))
            instead = there.first(*others)
            if instead or (degree.kept and name in said):
                yield word, instead


def _comparisons(said: Mapping[str, str], there: _Sentence) -> Iterator[tuple[str, str]]:
    """Yield what the source compares and the translation does not, or the other way round, and what that says."""
    for name, opposite in _OPPOSITES.items():
        also = f"also_{name}"
        if not (name in said or also in said):
            continue
        kept = there.first(name, also)
        instead = there.without("most", name).first(opposite)
        both = any(f"{prefix}{opposite}" in said for prefix in ("", "also_", "with_"))
        if instead and not both and (name in said or not kept):
            yield said.get(name) or said[also], instead
        elif name in said and name in _MISSED and not kept:
            yield said[name], instead
