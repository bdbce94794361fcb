"""Characters -> items: stretches with one span, bidi level, script and font, ready for HarfBuzz."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import uharfbuzz as hb

from ecmiss_publish.typeset.bidi import CONTROLS
from ecmiss_publish.typeset.fonts import Font, FontFile, fallback_fonts
from ecmiss_publish.typeset.spans import LINE_SEPARATOR, Span

_INVISIBLE = CONTROLS | frozenset(f"\u200c\u200d{LINE_SEPARATOR}")  # joiners, and what is never drawn


@dataclass(frozen=True, slots=True)
class Item:
    """text[start:end] in one font, script and direction."""

    start: int
    end: int
    level: int
    span: Span
    font: Font
    script: str | None


def itemize(
    text: str, owners: Sequence[Span], levels: Sequence[int], stack: Sequence[FontFile], missing: set[str]
) -> list[Item]:
    """Return the items of a paragraph in logical order; characters that no font has are added to `missing`."""
    scripts, files = _scripts_and_files(text, stack, missing)
    items: list[Item] = []
    start = 0
    for at in range(1, len(text) + 1):
        if (
            at < len(text)
            and files[at] is files[start]
            and levels[at] == levels[start]
            and scripts[at] == scripts[start]
            and owners[at] is owners[start]
        ):
            continue
        span, file = owners[start], files[start]
        if span.slope and file.sloped is not None:
            file = file.sloped
        items.append(Item(start, at, levels[start], span, file.at(span.weight), scripts[start]))
        start = at
    return items


def _scripts_and_files(
    text: str, stack: Sequence[FontFile], missing: set[str]
) -> tuple[Sequence[str | None], Sequence[FontFile]]:
    characters = set(text)
    scripts = {script_of(char) for char in characters} - {None}
    if len(scripts) <= 1 and all(char in _INVISIBLE or stack[0].covers(ord(char)) for char in characters):
        # Most texts need not be looked at letter by letter.
        return [next(iter(scripts), None)] * len(text), [stack[0]] * len(text)
    found = _scripts(text)
    return found, _files(text, found, stack, missing)


def _scripts(text: str) -> list[str | None]:
    """Return each character's script; common characters and marks take the one before them (UAX #24)."""
    scripts = [script_of(char) for char in text]
    current = next((script for script in scripts if script), None)
    for at, script in enumerate(scripts):
        current = script or current
        scripts[at] = current
    return scripts


@functools.cache
def script_of(char: str) -> str | None:
    """Return the character's ISO 15924 script, or None where it is common to several."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return script


def _files(text: str, scripts: Sequence[str | None], stack: Sequence[FontFile], missing: set[str]) -> list[FontFile]:
    """Return each character's font: the one before it where that has the character too, else the first that has."""
    files: list[FontFile] = []
    previous: FontFile | None = None
    previous_script: str | None = None
    for at, char in enumerate(text):
        codepoint = ord(char)
        stays = previous is not None and (
            (scripts[at] == previous_script and previous.covers(codepoint))
            or char in _INVISIBLE
            or unicodedata.category(char).startswith("M")
        )
        if not stays:
            previous = _first_covering(codepoint, stack)
            if previous is None:
                if char not in _INVISIBLE:
                    missing.add(char)
                previous = stack[0]
        assert previous is not None
        files.append(previous)
        previous_script = scripts[at]
    return files


def _first_covering(codepoint: int, stack: Sequence[FontFile]) -> FontFile | None:
    for file in stack:
        if file.covers(codepoint):
            return file
    return next((file for file in fallback_fonts() if file.covers(codepoint)), None)
