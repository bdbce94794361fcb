"""How an entry remembers that its source has changed under its translation.

`update` marks such an entry fuzzy, keeps the source that was translated (`#| msgid`), and writes a comment with a
digest of the translation. It tells what a PO file does not: whether somebody has changed the translation since. While
it fits, an edit that the author takes back takes its mark back. And where the fuzzy flag has gone, but no letter has
changed, a person can be asked: Poedit's Ctrl+Enter, “done and next”, removes flag and previous source of all it passes.

A translation whose own source nobody can tell any more says so in other words: the parts of a split or joined unit, one
whose source changed again after the flag had gone, and one that was in doubt when it changed. Nothing but a
translator's eye makes these good.

What a translator has allowed was allowed for a source. When that changes, the waiver stays as a comment that allows
nothing and has a digest of that source, and counts again if the edit is taken back or accepted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

import polib

UNCHANGED = "unchanged-translation"  # the finding that asks whether it is stale
_CHANGED, _FOREIGN = "The source has changed since this was translated", "This was translated from another text"
_MARK = re.compile(rf"(?:{_CHANGED}|{_FOREIGN}) \([0-9a-f]{{8}}\)\.")
_WAIVER = re.compile(r"^(\s*#*\s*)allow:", re.MULTILINE | re.IGNORECASE)
_LAPSED = "allowed for another source ({}):"


def mark(entry: polib.POEntry) -> str:
    """Return the comment that says so of an entry with this translation."""
    return f"{_CHANGED} ({_digest(entry)})."


def foreign_mark(entry: polib.POEntry) -> str:
    """Return the comment of an entry whose translation was made for a source that is not known any more."""
    return f"{_FOREIGN} ({_digest(entry)})."


def is_untouched(entry: polib.POEntry) -> bool:
    """Return whether an entry is fuzzy for no other reason than that its source has changed under its translation."""
    return entry.fuzzy and bool(entry.previous_msgid) and mark(entry) in _comments(entry)


def is_foreign(entry: polib.POEntry) -> bool:
    """Return whether the translation was made for another text, and nobody has changed a letter of it."""
    return bool(entry.msgstr) and foreign_mark(entry) in _comments(entry)


def is_only_unflagged(entry: polib.POEntry) -> bool:
    """Return whether an entry was fuzzy because its source had changed, and has lost the flag but not a letter."""
    return bool(entry.msgstr) and not entry.fuzzy and is_marked(entry)


def unmarked(entry: polib.POEntry) -> None:
    """Take off what says that the source has changed: the flag, the previous source, the comment."""
    ours = (mark(entry), foreign_mark(entry))
    entry.comment = "\n".join(line for line in _comments(entry) if line not in ours)
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgctxt = entry.previous_msgid = None


def without_mark(notes: Iterable[str]) -> str:
    """Return the notes of an entry as one line, however another program has wrapped them, without the mark."""
    return " ".join(_MARK.sub("", " ".join(notes)).split())


def is_marked(entry: polib.POEntry) -> bool:
    """Return whether an entry says that its source has changed, and nobody has changed a letter of its translation."""
    return not {mark(entry), foreign_mark(entry)}.isdisjoint(_comments(entry))


def lapsed(comment: str, source: str) -> str:
    """Return a translator's comment whose waivers, which are for `source`, allow nothing any more."""
    return _WAIVER.sub(rf"\g<1>{_LAPSED.format(_digest_of(source))}", comment)


def renewed(comment: str, source: str) -> str:
    """Return a translator's comment in which the waivers that were for `source` count again.

    Not the answer to whether a translation is stale: that is asked anew.
    """
    prefix = re.escape(_LAPSED.format(_digest_of(source)))
    return re.sub(rf"{prefix}(?!\s*{UNCHANGED}\b)", "allow:", comment)


def _digest(entry: polib.POEntry) -> str:
    return _digest_of(entry.msgstr)


def _digest_of(words: str) -> str:
    """Return a digest of letters and marks; other spaces are no other words."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]


def _comments(entry: polib.POEntry) -> list[str]:
    return entry.comment.split("\n")
