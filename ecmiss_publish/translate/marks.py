"""How an entry remembers that its source has changed under its translation.

`update` marks such an entry fuzzy, keeps the source that was translated (`#| msgid`), and writes a comment with a
digest of the translation. It tells what a PO file does not: whether somebody has changed the translation since. While
it fits, an edit that the author takes back takes its mark back. And where the fuzzy flag has gone, but no letter has
changed, a person can be asked: Poedit's Ctrl+Enter, “done and next”, removes flag and previous source of all it passes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

import polib

_MARK = re.compile(r"The source has changed since this was translated \([0-9a-f]{8}\)\.")


def mark(entry: polib.POEntry) -> str:
    """Return the comment that says so of an entry with this translation."""
    digest = hashlib.sha256(entry.msgstr.encode()).hexdigest()[:8]
    return f"The source has changed since this was translated ({digest})."


def is_untouched(entry: polib.POEntry) -> bool:
    """Return whether an entry is fuzzy for no other reason than that its source has changed under its translation."""
    return entry.fuzzy and bool(entry.previous_msgid) and _is_marked(entry)


def is_only_unflagged(entry: polib.POEntry) -> bool:
    """Return whether an entry was fuzzy because its source had changed, and has lost the flag but not a letter."""
    return bool(entry.msgstr) and not entry.fuzzy and _is_marked(entry)


def unmarked(entry: polib.POEntry) -> None:
    """Take off what says that the source has changed: the flag, the previous source, the comment."""
    entry.comment = "\n".join(line for line in entry.comment.split("\n") if line != mark(entry))
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgctxt = entry.previous_msgid = None


def without_mark(notes: Iterable[str]) -> str:
    """Return the notes of an entry as one line, however another program has wrapped them, without the mark."""
    return " ".join(_MARK.sub("", " ".join(notes)).split())


def _is_marked(entry: polib.POEntry) -> bool:
    return _MARK.search(entry.comment) is not None and mark(entry) in entry.comment.split("\n")
