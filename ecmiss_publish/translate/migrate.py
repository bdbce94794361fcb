"""The entries of a catalog, moved to the units that took the place of theirs.

A renamed unit keeps its translation as it is. The parts of a split unit all get its translation, and a joined unit gets
those of its parts in a row, marked fuzzy and with the old source beside them. A unit that has a translation of its own
keeps that. What a split or join started from stays and becomes obsolete: if the author takes it back, so does it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence

import polib

from ecmiss_publish.model.migration import Migration
from ecmiss_publish.translate.marks import foreign_mark, lapsed


def migrated(entries: Iterable[polib.POEntry], migrations: Sequence[Migration]) -> list[polib.POEntry]:
    """Return the entries after the migrations, one after the other. Doing it again changes nothing."""
    found = list(entries)
    for index, migration in enumerate(migrations):
        later = migrations[index + 1 :]
        if len(migration.sources) == len(migration.targets) == 1:
            found = _renamed(found, migration.sources[0], migration.targets[0], later)
        else:
            for target in migration.made:
                found = _copied(found, migration.sources, target, later)
    return found


def _renamed(entries: list[polib.POEntry], source: str, target: str, later: Sequence[Migration]) -> list[polib.POEntry]:
    for unit in dict.fromkeys(entry.msgctxt or "" for entry in entries):
        new = _new_id(unit, source, target)
        entry = _counting(entries, unit)
        if new and entry and not _has_words(entries, new, later):
            moved = copy.copy(entry)
            moved.msgctxt, moved.obsolete = new, False
            entries = _given([other for other in entries if other is not entry], moved)
    return entries


def _copied(
    entries: list[polib.POEntry], sources: Sequence[str], target: str, later: Sequence[Migration]
) -> list[polib.POEntry]:
    parts = [entry for source in sources if (entry := _counting(entries, source)) and entry.msgstr]
    if not parts or _has_words(entries, target, later):
        return entries
    made = polib.POEntry(
        msgctxt=target,
        msgid=" ".join(part.msgid for part in parts),
        msgstr=" ".join(part.msgstr for part in parts),
        tcomment=_together(lapsed(part.tcomment, part.msgid) for part in parts),
        flags=["fuzzy", *(flag for part in parts for flag in part.flags)],
        # A part that was fuzzy translates the source before its own.
        previous_msgid=" ".join(part.previous_msgid or part.msgid for part in parts),
        previous_msgctxt=", ".join(part.msgctxt or "" for part in parts),
    )
    made.comment = foreign_mark(made)
    return _given(entries, made)


def _new_id(unit: str, source: str, target: str) -> str | None:
    below = unit == source or unit.startswith(f"{source}.")
    return target + unit.removeprefix(source) if below else None


def _has_words(entries: Iterable[polib.POEntry], unit: str, later: Sequence[Migration]) -> bool:
    """Return whether a unit has a translation already, under this id or one that later migrations give it."""
    units = {unit}
    for migration in later:
        for source in migration.sources:
            new = {_new_id(old, source, target) for old in units for target in migration.targets}
            units |= {each for each in new if each}
    return any(entry.msgctxt in units and (entry.msgstr or entry.msgid_plural) for entry in entries)


def _given(entries: Iterable[polib.POEntry], made: polib.POEntry) -> list[polib.POEntry]:
    """Return `entries` with `made` in the place of the empty ones of its unit."""
    there = [entry for entry in entries if entry.msgctxt == made.msgctxt]
    made.tcomment = _together((made.tcomment, *(entry.tcomment for entry in there)))
    return [*(entry for entry in entries if entry.msgctxt != made.msgctxt), made]


def _counting(entries: Iterable[polib.POEntry], unit: str) -> polib.POEntry | None:
    """Return the entry that counts for a unit: a living one, else the first obsolete one with words."""
    own = [entry for entry in entries if entry.msgctxt == unit and not entry.msgid_plural]
    return min(own, key=lambda entry: (bool(entry.obsolete), not entry.msgstr), default=None)


def _together(comments: Iterable[str]) -> str:
    """Return the comments one below the other, a line that several have once."""
    first, *others = [comment for comment in comments if comment] or [""]
    lines = first.split("\n")
    for comment in others:
        lines += [line for line in comment.split("\n") if line not in lines]
    return "\n".join(lines)
