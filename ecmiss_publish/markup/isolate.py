"""Directional isolates for right-to-left words, put in by us so that neither author nor translator need to."""

from __future__ import annotations

import re

from ecmiss_publish.model.inline import Inline, Isolate, Run

# Read from left to right as a whole, whatever the direction around it: a number range or a phone number, with a Latin
# unit behind it; a name in Latin letters with what belongs to it (Joimax®, L4-L5). {Placeholders} stay as they are.
_LEFT_TO_RIGHT = re.compile(
    r"\+?\d[\d.,٫٬]*(?:\s?[–‑-]\s?\d[\d.,٫٬]*)+(?:\s(?:[A-Za-z]{1,3}\b|%))?"
    r"|(?<![{\w])[A-Za-zÀ-ɏ][\wÀ-ɏ]*(?:[-&’'. /+–]{1,2}[A-Za-zÀ-ɏ0-9][\wÀ-ɏ]*)*[®™©]?(?![}\w])"
)


def isolate(words: str) -> tuple[Inline, ...]:
    """Return `words` with every number range and Latin name set apart, for right-to-left text.

    “0.5–1.5” would otherwise be shown as “1.5–0.5” there, and “Joimax®” as “®Joimax” (UAX #9: a dash between numbers
    and a sign behind a name take the line's direction).
    """
    made: list[Inline] = []
    end = 0
    for found in _LEFT_TO_RIGHT.finditer(words):
        if found.start() > end:
            made.append(Run(words[end : found.start()]))
        made.append(Isolate((Run(found[0]),)))
        end = found.end()
    if end < len(words):
        made.append(Run(words[end:]))
    return tuple(made)
