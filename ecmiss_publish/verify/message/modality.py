"""A translation is as sure as its source: what may help does not become what always helps, and must is not may."""

from __future__ import annotations

from dataclasses import dataclass

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import side_by_side
from ecmiss_publish.verify.message.words import Lists, word_lists


def modality(message: Message, context: Context, report: Report) -> None:
    """Report, as a hint, a sentence that says “may” or “must” in the source and nothing alike in the translation."""
    lists, others = word_lists("modality", context.source), word_lists("modality", context.locale)
    if lists is None or others is None:
        return
    for words, other_words in side_by_side(message.source, message.translation):
        source, translation = _Said(words, lists), _Said(other_words, others)
        difference = (
            _difference(source, translation, "certain", "possible")
            or _difference(source, translation, "possible", "certain")
            or _added(source, translation)
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
    """A sentence and the lists of its language."""

    sentence: str
    lists: Lists

    def first(self, *names: str) -> str:
        """Return the first word of the sentence that is in one of the lists, empty where there is none."""
        for name in names:
            if self.lists[name].search(self.sentence):
                found = self.lists[name].search(self.lists["not_counted"].sub(" ", self.sentence))
                if found:
                    return found[0].strip()
        return ""


def _difference(source: _Said, translation: _Said, sure: str, unsure: str) -> str | None:
    """Return in words how the translation differs from a source that is `sure`, one of “certain” and “possible”."""
    said = source.first(sure, f"also_{sure}")
    if not said or translation.first(sure, f"also_{sure}"):
        return None
    instead = translation.first(unsure, f"also_{unsure}")
    if instead and not source.first(unsure, f"also_{unsure}"):
        return f"the source says “{said}”, the translation “{instead}”"
    if source.first(sure):
        return f"the source says “{source.first(sure)}”, the translation has no word for what is {sure}"
    return None


def _added(source: _Said, translation: _Said) -> str | None:
    """Return in words what the translation is certain of, where the source just tells."""
    sure = translation.first("certain")
    if not sure or source.first("certain", "also_certain", "possible", "also_possible"):
        return None
    return f"the source has no word for what is certain, the translation says “{sure}”"
