"""Isolates and language marks, put in by us so that neither author nor translator need to."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TypeAlias

from ecmiss_publish.model.inline import Foreign, Inline, Isolate, Run

# Read from left to right as a whole, whatever the direction around it: a number range or a phone number, with a Latin
# unit behind it; a name in Latin letters with what belongs to it (Joimax®, L4-L5). {Placeholders} stay as they are.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_LEFT_TO_RIGHT = re.compile(
    r"\+?\d[\d.,٫٬]*(?:\s?[–‑-]\s?\d[\d.,٫٬]*)+(?:\s(?:[A-Za-z]{1,3}\b|%))?"
    rf"|(?<![{{{_LATIN}0-9])[{_LATIN}][{_LATIN}0-9]*(?:[-&’'. /+–]{{1,2}}[{_LATIN}0-9]+)*[®™©]?(?![}}{_LATIN}0-9])"
)

Pattern: TypeAlias = re.Pattern[str]


def set_apart(words: str, *, rtl: bool, names: str | None = None) -> tuple[Inline, ...]:
    """Return `words` with what reads from left to right isolated, and Latin names marked as being in `names`.

    In right-to-left text “0.5–1.5” would otherwise be shown as “1.5–0.5”, and “Joimax®” as “®Joimax” (UAX #9: a dash
    between numbers and a sign behind a name take the line's direction). The mark lets a screen reader change its voice
    for a name in text of another script; `names` is None where the text's own language is written in Latin letters.
    """

    def marked(found: str) -> Inline:
        inner: Inline = Run(found)
        if names is not None and found[0].isalpha():
            inner = Foreign((inner,), names)
        return Isolate((inner,)) if rtl else inner

    return _replaced(words, _LEFT_TO_RIGHT, marked)


def mark_names(words: str, names: tuple[str, ...], lang: str) -> tuple[Inline, ...]:
    """Return `words` with each of `names` in them marked as being in `lang`.

    Where the text around them is in the same letters, only a list can tell a name from a word.
    """
    return _replaced(words, _any_of(names), lambda found: Foreign((Run(found),), lang)) if names else (Run(words),)


@functools.cache
def _any_of(names: tuple[str, ...]) -> Pattern:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _replaced(words: str, pattern: Pattern, change: Callable[[str], Inline]) -> tuple[Inline, ...]:
    """Return `words` as a Run, what `pattern` finds in them replaced by `change`."""
    made: list[Inline] = []
    end = 0
    for found in pattern.finditer(words):
        inner = change(found[0])
        if inner == Run(found[0]):
            continue
        if found.start() > end:
            made.append(Run(words[end : found.start()]))
        made.append(inner)
        end = found.end()
    if end < len(words):
        made.append(Run(words[end:]))
    return tuple(made)
