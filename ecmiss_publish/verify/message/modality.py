"""A translation is as sure as its source: what may help does not become what always helps, and must is not may."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import side_by_side
from ecmiss_publish.verify.message.words import word_lists

_POSSIBLE, _CERTAIN = ("possible", "also_possible"), ("certain", "also_certain")


def modality(message: Message, context: Context, report: Report) -> None:
    """Report, as a hint, a sentence that says “may” or “must” in the source and nothing alike in the translation."""
    if word_lists("modality", context.source) is None or word_lists("modality", context.locale) is None:
        return
    for words, other_words in side_by_side(message.source, message.translation):
        source, translation = _Said(words, context.source), _Said(other_words, context.locale)
        if not (source.all(*_POSSIBLE, *_CERTAIN) or translation.all("certain")):
            continue
        difference = (
            _difference(source, translation, _CERTAIN, _POSSIBLE)
            or _difference(source, translation, _POSSIBLE, _CERTAIN)
            or _added(source, translation)
            or _one_of_several(source, translation)
        )
        if difference:
            report.hint(
                "modality-differs",
                difference,
                at=message.origin,
                hint="say it as surely as the source does, neither more nor less",
                unit=message.unit,
            )


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence and its language."""

    sentence: str
    locale: Locale

    def all(self, *names: str) -> tuple[str, ...]:
        """Return the words of the sentence that are in the lists, in their order."""
        return _listed(self.sentence, self.locale, names)

    def first(self, *names: str) -> str:
        """Return the first word of the sentence that is in the first of the lists that has one, empty without any."""
        return next((words[0] for name in names if (words := self.all(name))), "")


@functools.lru_cache(maxsize=16384)  # one source has many translations
def _listed(sentence: str, locale: Locale, names: tuple[str, ...]) -> tuple[str, ...]:
    lists = word_lists("modality", locale)
    if lists is None or not any(lists[name].search(sentence) for name in names):
        return ()
    rest = lists["not_counted"].sub(" ", sentence)
    # A word may be in both lists, alone and in a phrase: it is one word.
    found = {match.start(): match[0].strip() for name in names for match in lists[name].finditer(rest)}
    return tuple(found[at] for at in sorted(found))


def _difference(source: _Said, translation: _Said, sure: tuple[str, str], unsure: tuple[str, str]) -> str | None:
    """Return in words how the translation differs from a source that is `sure`, certain or possible."""
    said = source.first(*sure)
    if not said or translation.first(*sure):
        return None
    instead = translation.first(*unsure)
    if instead and not source.first(*unsure):
        return f"the source says “{said}”, the translation “{instead}”"
    if source.first(sure[0]):
        return f"the source says “{source.first(sure[0])}”, the translation has no word for what is {sure[0]}"
    return None


def _added(source: _Said, translation: _Said) -> str | None:
    """Return in words what the translation is certain of and the source is not, whatever else may be possible."""
    sure = translation.first("certain")
    if not sure or source.first(*_CERTAIN):
        return None
    return f"the source has no word for what is certain, the translation says “{sure}”"


def _one_of_several(source: _Said, translation: _Said) -> str | None:
    """Return in words what became certain beside something that stayed possible."""
    possible, sure = source.all(*_POSSIBLE), translation.first(*_CERTAIN)
    if len(possible) < 2 or not sure or source.first(*_CERTAIN):
        return None
    if len(translation.all(*_POSSIBLE)) >= len(possible):
        return None
    return f"the source says {', '.join(map('“{}”'.format, possible))}, the translation “{sure}”"
