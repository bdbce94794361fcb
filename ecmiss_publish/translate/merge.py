"""Messages and an old catalog -> the new catalog file, by unit id; and the template file.

Babel's merge goes by similarity of the English text and may give one unit's translation to another; a unit id
cannot. A changed source marks its entry fuzzy and keeps the previous source (`#| msgid`). Running it twice changes
nothing.

An edit that is taken back takes its mark back, so that a slip of the author costs the translators nothing. That is
right only while nobody has touched the translation; `marks.py` is how an entry knows. Where it does not, it stays fuzzy
until a translator looks at it. What was allowed for the old source is not allowed for the new one.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import polib
from babel.messages.plurals import get_plural

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.translate.marks import (
    foreign_mark,
    is_foreign,
    is_marked,
    is_only_unflagged,
    is_untouched,
    lapsed,
    mark,
    renewed,
    unmarked,
)
from ecmiss_publish.translate.migrate import migrated

# What says who wrote the file last and when it was extracted, not what is in it: each tool writes another.
_TOOLS_OWN = frozenset({"POT-Creation-Date", "Generated-By", "X-Generator"})


def template_file(messages: Iterable[Message], project: str) -> polib.POFile:
    """Return `messages.pot`."""
    file = polib.POFile()
    file.header = f"Messages of {project}, made by `ecmiss-publish extract`."
    file.metadata = _metadata(project, "")
    file.extend(_entry(message) for message in messages)
    return file


def merged_file(
    messages: Iterable[Message],
    old: polib.POFile | None,
    locale: Locale,
    project: str,
    migrations: Sequence[Migration] = (),
) -> polib.POFile:
    """Return the locale's catalog for `messages` with everything kept that `old` knows.

    Translations, flags and comments stay with their unit, or go with it where a migration says so; a unit that has
    gone becomes obsolete, and comes back with its translation when the unit does.
    """
    file = polib.POFile()
    begun = old is not None and (old.header or old.metadata)  # a new language may begin as an empty file
    file.header = old.header if old is not None and begun else _draft_header(locale)
    kept = {name: value for name, value in old.metadata.items() if value} if old is not None else {}
    kept = {name: value for name, value in kept.items() if name not in _TOOLS_OWN}
    file.metadata = {**_metadata(project, locale.name), **kept}
    messages = tuple(messages)
    _without_context(old or (), messages)
    left = {id(entry): entry for entry in migrated(old or (), migrations)}
    known: dict[str | None, list[polib.POEntry]] = {}
    for entry in left.values():
        if not entry.msgid_plural:  # no unit has plural forms
            known.setdefault(entry.msgctxt, []).append(entry)
    for message in messages:
        entry = _entry(message)
        if message.unit in known:
            # Other tools leave an obsolete entry beside the living one of the same unit: the living one counts.
            before = min(known[message.unit], key=functools.partial(_rank, message))
            del left[id(before)]
            _keep(before, entry)
        file.append(entry)
    for entry in _obsolete(left.values(), file):
        file.insert(_place(entry, file), entry)
    return file


def likely_renames(file: polib.POFile) -> Iterator[tuple[str, str]]:
    """Yield (old unit, new unit) where a unit has gone and an untranslated one has its very words."""
    waiting = {entry.msgid: entry.msgctxt for entry in reversed(file.untranslated_entries())}
    for entry in file:
        if entry.obsolete and entry.msgstr and entry.msgctxt and entry.msgid in waiting:
            yield entry.msgctxt, waiting.pop(entry.msgid)


def _rank(message: Message, entry: polib.POEntry) -> tuple[bool, bool, bool]:
    """Return what comes first of several entries of a unit: a living one, one with words, one of the same source."""
    return bool(entry.obsolete), not entry.msgstr, entry.msgid != message.source


def _without_context(entries: Iterable[polib.POEntry], messages: Sequence[Message]) -> None:
    """Give entries whose unit id another program has dropped the id back, where only one unit has their source."""
    sources = Counter(message.source for message in messages)
    units = {message.source: message.unit for message in messages if sources[message.source] == 1}
    for entry in entries:
        if entry.msgctxt is None and not entry.msgid_plural:
            entry.msgctxt = units.get(entry.msgid)


# --- one entry --------------------------------------------------------------------------------------------------


def _keep(before: polib.POEntry, entry: polib.POEntry) -> None:
    """Give `entry`, made of the newest source, all that people put into `before`."""
    entry.msgstr = before.msgstr
    entry.tcomment = before.tcomment
    entry.flags = list(before.flags)
    changed = before.msgid != entry.msgid
    if changed:
        entry.tcomment = renewed(lapsed(entry.tcomment, before.msgid), entry.msgid)
    if not entry.msgstr:
        unmarked(entry)  # where there are no words there is nothing to doubt, and gettext's programs drop the flag
        return
    untouched = is_untouched(before)
    # A translation that was in doubt, or has lost its mark, when its source changed: nobody knows its own source.
    lost = changed and not untouched and (before.fuzzy or is_marked(before))
    foreign = is_foreign(before) or lost
    if before.fuzzy:  # without the flag, what was before is what a text editor forgot to delete
        entry.previous_msgctxt, entry.previous_msgid = before.previous_msgctxt, before.previous_msgid
    guessed = before.fuzzy and before.obsolete  # the source that stands there may be none of its own
    if changed and not entry.previous_msgid and not guessed:
        entry.previous_msgid = before.msgid
        if not before.fuzzy:
            entry.flags.insert(0, "fuzzy")
    if entry.previous_msgid == entry.msgid:  # the edit was taken back
        entry.previous_msgctxt = entry.previous_msgid = None
        if untouched and not foreign:
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            return
    if changed or is_marked(before):
        marked = foreign_mark(entry) if foreign else mark(entry)
        entry.comment = "\n".join(filter(None, (entry.comment, marked)))


def _obsolete(entries: Iterable[polib.POEntry], living: Iterable[polib.POEntry]) -> list[polib.POEntry]:
    """Return the entries that no unit claims, in the order of their ids."""
    taken = {(entry.msgctxt, entry.msgid) for entry in living}
    found = sorted(entries, key=_by_id)
    for entry in found:
        entry.comment = foreign_mark(entry) if is_foreign(entry) else mark(entry) if is_marked(entry) else ""
        if is_only_unflagged(entry):
            entry.flags.insert(0, "fuzzy")  # some programs drop the comments of obsolete entries, and none the flag
        entry.obsolete, entry.occurrences = True, []
        if not entry.msgstr:
            unmarked(entry)
        elif not entry.fuzzy:
            entry.previous_msgctxt = entry.previous_msgid = None
        # gettext's own programs refuse a file in which the same words of the same unit stand twice.
        unit, number = entry.msgctxt, 2
        while (entry.msgctxt, entry.msgid) in taken:
            entry.msgctxt, number = f"{unit or ''} ({number})".strip(), number + 1
        taken.add((entry.msgctxt, entry.msgid))
    return sorted(found, key=_by_id)  # some have another id now


def _by_id(entry: polib.POEntry) -> tuple[bool, str, str, str]:
    return entry.msgctxt is None, entry.msgctxt or "", entry.msgid, entry.msgstr


def _place(entry: polib.POEntry, file: Sequence[polib.POEntry]) -> int:
    """Return where an obsolete entry stands: at the end of its part, or of the file where that has gone too.

    All of them in one place would be where two branches that take out different units always conflict.
    """
    part = _part(entry)
    return next((index for index in range(len(file), 0, -1) if part and _part(file[index - 1]) == part), len(file))


def _part(entry: polib.POEntry) -> str | None:
    part, dot, _ = (entry.msgctxt or "").partition(".")
    return part if dot else None


def _entry(message: Message) -> polib.POEntry:
    path, _, unit = message.reference.rpartition(":")
    return polib.POEntry(
        msgctxt=message.unit,
        msgid=message.source,
        comment="\n".join(message.notes),
        occurrences=[(path, unit)],
    )


def _metadata(project: str, language: str) -> dict[str, str]:
    fields = {
        "Project-Id-Version": project,
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": language or "LANGUAGE",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        fields["Plural-Forms"] = plural_forms(language)
    return fields


def plural_forms(language: str) -> str:
    """Return the Plural-Forms field that gettext tools expect for the language."""
    return get_plural(language).plural_forms.rstrip(";") + ";"


def _draft_header(locale: Locale) -> str:
    return (
        f"{locale.english_name} translation.\n"
        "Each text is a draft until a qualified person has reviewed it as it is. That person is recorded below by\n"
        f'ecmiss-publish review {locale.tag} --by "Name, qualification"'
    )
