"""Messages and an old catalog -> the new catalog file, by unit id; and the template file.

Babel's merge goes by similarity of the English text and may give one unit's translation to another; a unit id
cannot. A changed source marks its entry fuzzy and keeps the previous source (`#| msgid`). Running it twice changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import polib
from babel.messages.plurals import get_plural

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale

_WRAP = 100


def template_file(messages: Iterable[Message], project: str) -> polib.POFile:
    """Return `messages.pot`."""
    file = polib.POFile(wrapwidth=_WRAP)
    file.header = f"Messages of {project}, made by `ecmiss-publish extract`."
    file.metadata = _metadata(project, "")
    file.extend(_entry(message) for message in messages)
    return file


def merged_file(messages: Iterable[Message], old: polib.POFile | None, locale: Locale, project: str) -> polib.POFile:
    """Return the locale's catalog for `messages` with everything kept that `old` knows.

    Translations, flags and comments stay with their unit; a unit that has gone becomes obsolete, and comes back
    with its translation when the unit does.
    """
    file = polib.POFile(wrapwidth=_WRAP)
    begun = old is not None and (old.header or old.metadata)  # a new language may begin as an empty file
    file.header = old.header if old is not None and begun else _draft_header(locale)
    kept = {name: value for name, value in old.metadata.items() if value} if old is not None else {}
    file.metadata = {**_metadata(project, locale.name), **kept}
    left = {id(entry): entry for entry in old or ()}
    known: dict[str | None, list[polib.POEntry]] = {}
    for entry in left.values():
        known.setdefault(entry.msgctxt, []).append(entry)
    for message in messages:
        entry = _entry(message)
        if message.unit in known:
            # Other tools leave an obsolete entry beside the living one of the same unit: the living one counts.
            before = min(known[message.unit], key=lambda entry: (entry.obsolete, entry.msgid != message.source))
            del left[id(before)]
            _keep(before, entry)
        file.append(entry)
    for entry in left.values():
        entry.obsolete = True
        entry.occurrences = []
        entry.previous_msgid = None  # polib cannot read it back from an obsolete entry; the flag stays
        file.append(entry)
    return file


def po_bytes(file: polib.POFile) -> bytes:
    """Return the file's bytes: UTF-8, line feeds."""
    return f"{file}".encode().rstrip(b"\n") + b"\n"


def _keep(before: polib.POEntry, entry: polib.POEntry) -> None:
    entry.msgstr = before.msgstr
    entry.tcomment = before.tcomment
    entry.flags = list(before.flags)
    entry.previous_msgid = before.previous_msgid
    entry.previous_msgctxt = before.previous_msgctxt
    if before.msgid == entry.msgid:
        return
    if before.previous_msgid == entry.msgid and before.fuzzy:  # the edit was taken back
        entry.flags.remove("fuzzy")
        entry.previous_msgid = None
    elif before.msgstr and not before.fuzzy:  # a flag of the translator's own stays, whatever the source does
        entry.previous_msgid = before.msgid
        entry.flags.append("fuzzy")


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
        "Draft translation, not yet reviewed by a qualified person.\n"
        "A qualified person who has reviewed it adds the field X-Reviewed-By to the header below."
    )
