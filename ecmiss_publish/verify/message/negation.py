"""A translation denies where its source does: a “not” that was lost turns advice into its opposite."""

from __future__ import annotations

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import side_by_side
from ecmiss_publish.verify.message.words import Lists, word_lists


def negation(message: Message, context: Context, report: Report) -> None:
    """Report, as a hint, a sentence that denies something in one of the two languages and nothing in the other."""
    lists, others = word_lists("negation", context.source), word_lists("negation", context.locale)
    if lists is None or others is None:
        return
    pairs = side_by_side(message.source, message.translation)
    # Where sentences were joined or parted, one that still denies would hide another: there, all of them are counted.
    whole = len(pairs) == 1
    for source, translation in pairs:
        denied, kept = _denials(source, lists), _denials(translation, others)
        perhaps_denied, perhaps_kept = _in_other_words(source, lists), _in_other_words(translation, others)
        if denied and len(kept) + perhaps_kept < (len(denied) if whole else 1):
            found = f"the source says {_listed(denied)}, the translation {_listed(kept)}"
        elif kept and not (denied or perhaps_denied):
            found = f"the translation says {_listed(kept)}, the source has no word that denies"
        else:
            continue
        report.hint(
            "negation-differs",
            found,
            at=message.origin,
            hint="compare the two: languages deny in different words, but a lost or added “not” must not stand",
            unit=message.unit,
        )


def _denials(sentence: str, lists: Lists) -> list[str]:
    """Return the words of the sentence that deny."""
    if not lists["denies"].search(sentence):
        return []
    rest = lists["may_deny"].sub(" ", lists["not_counted"].sub(" ", sentence))
    return [word.strip() for word in lists["denies"].findall(rest)]


def _in_other_words(sentence: str, lists: Lists) -> int:
    """Return how many words of the sentence may stand for one that denies."""
    if not lists["may_deny"].search(sentence):
        return 0
    return len(lists["may_deny"].findall(lists["not_counted"].sub(" ", sentence)))


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "no word that denies"
