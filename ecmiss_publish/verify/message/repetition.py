"""A word stands twice in a row only where the language means it: “the the” is a slip, yavaş yavaş is “slowly”.

Slips are made where words of grammar meet, at the end of a line or where a sentence was mended. Languages that double
words on purpose double adverbs, adjectives and numbers, and hardly ever words of grammar: `words/repetition.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import folded, plain_of
from ecmiss_publish.verify.message.wording import CLOSING
from ecmiss_publish.verify.message.words import Lists, word_lists

_LONGEST = 4  # in words, of a stretch that was pasted twice
_MARKS = CLOSING + "([{«‹“„‚‘「『（【［〔〈《¿¡.,;:!?…–—-/·।॥۔،؛؟。，；：！？、"
# In Chinese, two characters or more; 一步一步 is step by step. Signs of one character are in the lists.
_WITHOUT_SPACES = frozenset({"Hans", "Hant", "Jpan"})
_HAN_TWICE = re.compile(r"(?=([\u4e00-\u9fff]{2,6})\1)(?!一)")


def repetition(message: Message, context: Context, report: Report) -> None:
    """Report words that stand twice in a row in the translation, unless the source doubles words too.

    A warning where the language does so by accident only, a hint where it may be meant.
    """
    if context.locale.pseudo:
        return
    found = dict(_doubled(plain_of(message.translation), context.locale))
    if found and any(_repeats(plain_of(message.source).split())):
        return
    for words, surely in found.items():
        (report.warning if surely else report.hint)(
            "word-repeated",
            f"“{words}” stands twice in a row",
            at=message.origin,
            hint="take one out" if surely else "take one out, unless the language doubles it on purpose",
            unit=message.unit,
        )


def _doubled(text: str, locale: Locale) -> Iterator[tuple[str, bool]]:
    """Yield the words that stand twice in a row, and whether that can only be a slip."""
    lists = word_lists("repetition", locale)
    tokens = text.split()
    for place, length in _repeats(tokens):
        words = tokens[place + length : place + 2 * length]
        words[-1] = words[-1].rstrip(_MARKS)
        before = tokens[max(0, place - 3) : place]
        if not _is_meant(words, before, tokens[place + 2 * length :], lists):
            yield " ".join(words), any(_never(word, lists) for word in words)
    if locale.script in _WITHOUT_SPACES:
        yield from _doubled_signs(text, lists)


def _repeats(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where a stretch of words is followed by itself, with no mark in between, and its length."""
    words = [token.strip(_MARKS).casefold() for token in tokens]
    if len(set(words)) == len(words):
        return
    for length in range(1, _LONGEST + 1):
        run = 0
        for place in range(len(words) - length):
            run = run + 1 if words[place] == words[place + length] else 0
            if run == length:
                start, run = place - length + 1, 0
                if _is_unmarked(tokens[start : start + 2 * length]) and any(map(str.isalpha, words[start])):
                    yield start, length


def _is_unmarked(tokens: list[str]) -> bool:
    """Whether no mark stands between the words; one may stand before the first and behind the last."""
    first, *_, last = tokens
    inner = [first.lstrip(_MARKS), *tokens[1:-1], last.rstrip(_MARKS)]
    return all(word == word.strip(_MARKS) for word in inner)


def _is_meant(words: list[str], before: list[str], after: list[str], lists: Lists | None) -> bool:
    """Whether the words are doubled on purpose, or what stands twice is no whole phrase."""
    if len(words) > 2:
        return False
    if len(words) == 2:  # more and more and more; Hindi से कम से कम is “from”, then “at least”
        endless = words[1:] == before[-1:] or words[:1] == [word.rstrip(_MARKS) for word in after[:1]]
        return endless or not all(_never(word, lists) for word in words)
    if lists is None:
        return False
    word, behind_comma = folded(words[0]), any(token.endswith(",") for token in before)
    return bool(lists["fine"].search(word) or (behind_comma and lists["behind_comma"].search(word)))


def _never(word: str, lists: Lists | None) -> bool:
    return lists is not None and lists["never"].search(folded(word)) is not None


def _doubled_signs(text: str, lists: Lists | None) -> Iterator[tuple[str, bool]]:
    if lists is not None:
        text = lists["fine"].sub(" ", text)
        yield from ((found[: len(found) // 2], True) for found in lists["never"].findall(text))
    yield from ((match[1], False) for match in _HAN_TWICE.finditer(text))
