"""A translation has all sentences of its source.

Translators join sentences, and rightly so. What was joined is as long as before; what was left out is missing. So
sentences are counted, and where the translation has fewer, its length is compared with what is usual between the two
languages. A sentence of two or three words can be lost unseen: lengths differ by more than that.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.punctuation import is_abbreviation, marks
from ecmiss_publish.verify.message.reading import plain_of

# A mark that ends a sentence inside a text, with what closes behind it, and the character that follows.
_END = re.compile(r"([.!?؟۔।॥։።။។]+)[”\"»’“)\]]*\s+[“„«\"'(\[¿¡]*(\S)|[。！？]+[”’」』）]*(?=\s*\S)")

# How long terse translations are, counted in letters and vowel signs, where English has 1. A catalog that is large
# enough tells by itself.
_LENGTHS = {
    "ar": 0.8, "bn": 0.95, "de": 1.2, "en": 1.0, "es": 1.12, "fr": 1.15, "hi": 0.98, "ko": 0.45, "pa": 1.0, "pl": 1.1,
    "pt": 1.08, "ro": 1.1, "ru": 1.08, "tr": 1.02, "ur": 0.95, "vi": 0.95, "zh": 0.34,
}  # fmt: skip
_LONG, _ENOUGH = 40, 20  # letters of a source that tells something about lengths, and how many of those
# The longer a text, the less its translation's length strays from the usual, in proportion: in our catalogs by 1.7
# times the root of its letters. Of sentences that were joined, one in twenty would be reported.
_STRAYS = 2.5


def sentences(message: Message, context: Context, report: Report) -> None:
    """Report, as a hint, a translation that has fewer sentences and is shorter than can be by joining them."""
    if context.locale.pseudo or not (marks(context.locale).stop and marks(context.source).stop):
        return
    source, text = plain_of(message.source), plain_of(message.translation)
    wanted = _count(source)
    found = _count(text) if wanted > 1 else wanted
    if found >= wanted:
        return
    length = _usual_length(context)
    if length is None or not _is_short(_letters(source), _letters(text) / length):
        return
    missing = 100 - 100 * _letters(text) / length / _letters(source)
    report.hint(
        "sentences-differ",
        f"the source has {wanted} sentences, the translation {found}, and it is {missing:.0f} % shorter than usual",
        at=message.origin,
        hint="look whether a sentence was left out",
        unit=message.unit,
    )


@functools.lru_cache(maxsize=8192)
def _count(text: str) -> int:
    """Return how many sentences the text has; abbreviations, initials, steps and ellipses end none."""
    return 1 + sum(map(_is_end, _END.finditer(text)))


def _is_end(match: re.Match[str]) -> bool:
    mark, following = match[1], match[2]
    if mark is None:  # Chinese and Japanese marks have no other use
        return True
    if following.islower() or (len(mark) > 1 and set(mark) == {"."}):
        return False
    word = match.string[: match.start()].rsplit(maxsplit=1)[-1:]
    # “No. 5” has a number, “No. You may not.” an answer.
    return mark != "." or not word or not is_abbreviation(word[0]) or (word == ["No"] and not following.isdigit())


def _is_short(letters: int, found: float) -> bool:
    return letters - found > _STRAYS * math.sqrt(letters)


def _usual_length(context: Context) -> float | None:
    """Return how many letters a translation has for one of the source, None where nobody knows."""
    long = (message for message in context.catalog.messages.values() if message.usable and len(message.source) > _LONG)
    sample = list(itertools.islice(long, 3 * _ENOUGH))
    if len(sample) >= _ENOUGH:
        return sum(_letters(one.translation) for one in sample) / sum(_letters(one.source) for one in sample)
    target, source = (_LENGTHS.get(locale.language) for locale in (context.locale, context.source))
    return target / source if target and source else None


def _letters(text: str) -> int:
    """Return how many letters, vowel signs and digits the text has."""
    return sum(unicodedata.category(char)[0] in "LMN" for char in text)
