"""A catalog in which edits of the source are accepted: translations that need no change are good again.

Only entries are touched that are fuzzy because their source changed, and whose translation nobody has changed since.
A comment says when and why, so that translators and reviewers can follow it.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

import polib

from ecmiss_publish.model.catalog import digest
from ecmiss_publish.translate.marks import is_untouched, renewed, unmarked
from ecmiss_publish.translate.review import put_accepted


def acceptable(file: polib.POFile, units: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (unit, old source, new source) of the entries that may be accepted."""
    for entry in file:
        if not entry.obsolete and entry.msgctxt in units and is_untouched(entry):
            yield entry.msgctxt or "", entry.previous_msgid or "", entry.msgid


def others_fuzzy(file: polib.POFile, units: Collection[str]) -> tuple[str, ...]:
    """Return the units that are fuzzy for another reason, or whose translation somebody has changed since."""
    return tuple(
        entry.msgctxt or ""
        for entry in file
        if not entry.obsolete and entry.msgctxt in units and entry.fuzzy and not is_untouched(entry)
    )


def accept(file: polib.POFile, units: Collection[str], reason: str, date: datetime.date) -> None:
    """Accept the edits of `units` in the catalog, where they may be, and say so in a comment.

    A review that held before the edit holds for it too.
    """
    mended = []
    for entry in file:
        if not entry.obsolete and entry.msgctxt in units and is_untouched(entry):
            mended.append((digest(entry.previous_msgid or "", entry.msgstr), digest(entry.msgid, entry.msgstr)))
            comment = renewed(entry.tcomment, entry.previous_msgid or "")
            unmarked(entry)
            logged = f"accepted {date.isoformat()}: {reason}"
            entry.tcomment = "\n".join(filter(None, (comment, logged)))
    put_accepted(file, mended)
