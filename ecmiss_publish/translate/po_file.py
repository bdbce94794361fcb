"""A catalog -> its bytes, in one form, whichever program wrote it last.

Comments stand in gettext's order and are never wrapped: `#` translators', `#.` ours, `#:` place, `#,` flags, `#|` what
was before. Strings are wrapped at the same width everywhere. So a file that Poedit, Weblate or msgcat saved comes back
as it was, and a diff shows what somebody changed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import polib

_WIDTH = 100
POFile = polib.POFile  # so that a pipeline can hand one on without knowing the library


def po_bytes(file: polib.POFile) -> bytes:
    """Return the file's bytes: UTF-8, line feeds, one blank line between entries."""
    return ("\n\n".join("\n".join(lines) for lines in (_header(file), *map(_entry, file))) + "\n").encode()


def _header(file: polib.POFile) -> Iterator[str]:
    yield from _comment("#", file.header)
    yield from ('msgid ""', 'msgstr ""')
    for name, value in file.ordered_metadata():
        for line in _wrapped(polib.escape(f"{name}: {value}\n")):
            yield f'"{line}"'


def _entry(entry: polib.POEntry) -> Iterator[str]:
    gone = "#~ " if entry.obsolete else ""
    yield from _comment("#", entry.tcomment)
    yield from _comment("#.", entry.comment)
    for path, place in entry.occurrences:
        yield f"#: {path}:{place}" if place else f"#: {path}"
    if entry.flags:
        yield f"#, {', '.join(_flags(entry))}"
    before = "#~| " if entry.obsolete else "#| "
    if entry.previous_msgctxt:
        yield from _string("msgctxt", entry.previous_msgctxt, before)
    if entry.previous_msgid:
        yield from _string("msgid", entry.previous_msgid, before)
    if entry.previous_msgid_plural:
        yield from _string("msgid_plural", entry.previous_msgid_plural, before)
    if entry.msgctxt is not None:
        yield from _string("msgctxt", entry.msgctxt, gone)
    yield from _string("msgid", entry.msgid, gone)
    if entry.msgid_plural:
        yield from _string("msgid_plural", entry.msgid_plural, gone)
        for form, words in sorted(entry.msgstr_plural.items()):
            yield from _string(f"msgstr[{form}]", words, gone)
    else:
        yield from _string("msgstr", entry.msgstr, gone)


def _comment(mark: str, words: str) -> Iterator[str]:
    for line in words.split("\n") if words else ():
        yield f"{mark} {line}".rstrip()


def _flags(entry: polib.POEntry) -> list[str]:
    """Return the flags once each, `fuzzy` first as gettext's own programs write them."""
    return sorted(dict.fromkeys(entry.flags), key=lambda flag: flag != "fuzzy")


def _string(keyword: str, words: str, mark: str) -> Iterator[str]:
    escaped = polib.escape(words)
    if "\n" in words[:-1]:
        lines = ["", *(polib.escape(line) for line in words.splitlines(keepends=True))]
    elif len(keyword) + len(escaped) + 3 > _WIDTH:  # a space and two quotation marks
        lines = ["", *_wrapped(escaped)]
    else:
        lines = [escaped]
    yield f'{mark}{keyword} "{lines[0]}"'
    for line in lines[1:]:
        yield f'{mark}"{line}"'


def _wrapped(escaped: str) -> list[str]:
    return textwrap.wrap(escaped, _WIDTH - 2, drop_whitespace=False, break_long_words=False)
