"""A translation denies where its source does: a “not” that was lost turns advice into its opposite.

Sentences are compared one by one, or as wholes where they were joined or parted, and denials are counted in each.
What English says in a word of its own, “outpatient”, “untouched”, “unless”, other languages deny: “without staying”.
For those words there are lists of what says them without a denial.
"""

from __future__ import annotations

import re

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import side_by_side
from ecmiss_publish.verify.message.words import NOTHING, Lists, word_lists

# The names of those lists.
_IN_A_WORD = ("conservative", "fails", "more_than", "outpatient", "painless", "unless", "untouched")


def negation(message: Message, context: Context, report: Report) -> None:
    """Report, as a hint, a sentence that denies less in the translation, or what the source does not deny at all."""
    lists, others = word_lists("negation", context.source), word_lists("negation", context.locale)
    if lists is None or others is None:
        return
    for source, translation in side_by_side(message.source, message.translation):
        found = _difference(source, translation, lists, others)
        if found:
            report.hint(
                "negation-differs",
                found,
                at=message.origin,
                hint="compare the two: languages deny in different words, but a lost or added “not” must not stand",
                unit=message.unit,
            )


def _difference(source: str, translation: str, lists: Lists, others: Lists) -> str:
    """Return in words what the translation denies less than the source, or more; empty where there is nothing."""
    twice = _independent(source, lists) if lists["without"].search(source) else []
    if len(twice) == 2:  # not without limits: it has limits
        once = _independent(translation, others)
        return f"the source says {_listed(twice)}, the translation {_listed(once)}" if len(once) % 2 else ""
    in_a_word, rest = _in_a_word(source, translation, lists, others)
    wanted, kept = _denials(source, lists) + in_a_word, _denials(translation, others)
    if len(wanted) > len(_denials(rest, others)) + _in_other_words(rest, others):
        return f"the source says {_listed(wanted)}, the translation {_listed(kept)}"
    if kept and not (wanted or _in_other_words(source, lists)):
        return f"the translation says {_listed(kept)}, the source has no word that denies"
    return ""


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


def _in_a_word(source: str, translation: str, lists: Lists, others: Lists) -> tuple[list[str], str]:
    """Return words of the source that the translation can only have denied, and it without the words for others."""
    found: list[str] = []
    if not lists["may_deny"].search(source):
        return found, translation
    for name in _IN_A_WORD:
        word = lists[name].search(source)
        if word and others[name].search(translation):
            translation = others[name].sub(" ", translation)
        elif word and others[name] is not NOTHING:
            found.append(word[0].strip())
    return found, translation


def _independent(sentence: str, lists: Lists) -> list[str]:
    """Return the words that deny each other: not … without. Of “no … nada … ni” the first only."""
    rest = lists["not_counted"].sub(" ", sentence)
    denied, without, along, nor = (_places(rest, lists[name]) for name in ("denies", "without", "denies_along", "nor"))
    alone = denied.keys() - without.keys() - along.keys() - nor.keys()
    first = sorted(along)[:1] if not alone else []
    found = {**denied, **without}
    return [found[at] for at in sorted({*alone, *without, *first})]


def _places(sentence: str, words: re.Pattern[str]) -> dict[int, str]:
    return {match.start(): match[0].strip() for match in words.finditer(sentence)}


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "no word that denies"
