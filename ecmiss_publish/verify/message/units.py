"""A translation keeps the units of its source: 5 days are not 5 weeks, and mg are not μg.

Units are compared number by number; where no number stands, “within a few days”, one that is gone counts only if
another has come in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.measures import KIND_OF, Measures, measures_in
from ecmiss_publish.verify.message.words import words_of


def units(message: Message, context: Context, report: Report) -> None:
    """Report a unit that became another one, and one that is missing beside its number."""
    source = measures_in(message.source, context.source)
    if not source.named or context.locale.pseudo:
        return
    translation = measures_in(message.translation, context.locale)
    exchanged = _exchanged(source, translation) or _exchanged_words(source.named, translation.named)
    if exchanged:
        _say(report.error, exchanged, message)
    elif words_of("units", context.locale):  # what CLDR alone tells of a language is not enough for these
        if missing := _missing(source, translation):
            _say(report.warning, missing, message)
        elif added := _added(source.named, translation.named):
            _say(report.hint, added, message)


def _say(report: Callable[..., None], found: str, message: Message) -> None:
    remedy = "keep the unit of the source beside its number, and convert nothing"
    report("units-differ", found, at=message.origin, hint=remedy, unit=message.unit)


def _exchanged(source: Measures, translation: Measures) -> str:
    """Return in words which number has another unit."""
    for measure in source.numbers:
        ours = [other for other in source.numbers if other.value == measure.value]
        theirs = [other for other in translation.numbers if other.value == measure.value and other.units]
        if any(measure.units & other.units for other in theirs):
            continue
        for other in theirs:
            if measure.units and not any(other.units & one.units for one in ours):
                number = f"{measure.value:f}"
                return f"the source has {number} “{measure.word}”, the translation {number} “{other.word}”"
    return ""


def _exchanged_words(source: Counter[str], translation: Counter[str]) -> str:
    """Return in words which unit is named less often, where another one that measures the same is named more often."""
    for lost in source - translation:
        for added in translation - source:
            if KIND_OF[lost] == KIND_OF[added]:
                return f"the source says “{lost}”, the translation “{added}”"
    return ""


def _missing(source: Measures, translation: Measures) -> str:
    """Return in words which number has lost its unit."""
    kept = {other.value for other in translation.numbers}
    for measure in source.numbers:
        if measure.units and measure.value in kept and not any(translation.named[unit] for unit in measure.units):
            return f"the source has {measure.value:f} “{measure.word}”, the translation no such unit"
    return ""


def _added(source: Counter[str], translation: Counter[str]) -> str:
    """Return in words which unit the source does not name, where it names another one that measures the same."""
    for added in translation.keys() - source.keys():
        for named in source:
            if KIND_OF[added] == KIND_OF[named]:
                return f"the source says “{named}”, the translation “{added}” too"
    return ""
