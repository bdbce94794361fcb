"""Isolates and language marks, put in by us so that neither author nor translator need to."""

from __future__ import annotations

import re

from ecmiss_publish.model.inline import Foreign, Inline, Isolate, Run

# Read from left to right as a whole, whatever the direction around it: a number range or a phone number, with a Latin
# unit behind it; a name in Latin letters with what belongs to it (Joimax®, L4-L5). {Placeholders} stay as they are.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_LEFT_TO_RIGHT = re.compile(
    r"\+?\d[\d.,٫٬]*(?:\s?[–‑-]\s?\d[\d.,٫٬]*)+(?:\s(?:[A-Za-z]{1,3}\b|%))?"
    rf"|(?<![{{{_LATIN}0-9])[{_LATIN}][{_LATIN}0-9]*(?:[-&’'. /+–]{{1,2}}[{_LATIN}0-9]+)*[®™©]?(?![}}{_LATIN}0-9])"
)


def set_apart(words: str, *, rtl: bool, names: str | None = None) -> tuple[Inline, ...]:
    """Return `words` with what reads from left to right isolated, and Latin names marked as being in `names`.

    In right-to-left text “0.5–1.5” would otherwise be shown as “1.5–0.5”, and “Joimax®” as “®Joimax” (UAX #9: a dash
    between numbers and a sign behind a name take the line's direction). The mark lets a screen reader change its voice
    for a name in text of another script; `names` is None where the text's own language is written in Latin letters.
    """
    made: list[Inline] = []
    end = 0
    for found in _LEFT_TO_RIGHT.finditer(words):
        inner: Inline = Run(found[0])
        if names is not None and found[0][0].isalpha():
            inner = Foreign((inner,), names)
        if rtl:
            inner = Isolate((inner,))
        if inner == Run(found[0]):
            continue
        if found.start() > end:
            made.append(Run(words[end : found.start()]))
        made.append(inner)
        end = found.end()
    if end < len(words):
        made.append(Run(words[end:]))
    return tuple(made)
