"""A locale's catalog -> the same catalog with its typography mended, nothing else in the file touched.

What is mended is what the checks of messages are sure of (`fixed` in `verify/message/characters.py` and
`typography.py`). Entries that are fuzzy wait for a translator first, and so do those that have only lost their flag: a
comma that we mend would pass for the answer to a changed source. A finding that a translator allowed stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.outputs import write_over
from ecmiss_publish.translate.catalog import catalog_path, load_catalog, parse_po
from ecmiss_publish.translate.marks import is_only_unflagged
from ecmiss_publish.translate.po_file import po_bytes
from ecmiss_publish.verify.message.characters import fixed as with_own_characters
from ecmiss_publish.verify.message.typography import fixed as with_own_typography

# Letters first: a mark may be right or wrong by the letter beside it.
_FIXES = (with_own_characters, with_own_typography)


@dataclass(frozen=True, slots=True)
class Fixed:
    """One translation that was mended."""

    unit: str
    before: str
    after: str


def fix_catalog(locale: Locale, sources: Sources, root: Path, report: Report) -> tuple[Fixed, ...]:
    """Mend one locale's catalog and return what changed, or raise PublishError where it cannot be read."""
    path = catalog_path(locale)
    read = sources.read(path)
    data, changes = fixed_catalog(locale, sources, report)
    if changes:
        write_over(root / path, data, read)
    return changes


def fixed_catalog(locale: Locale, sources: Sources, report: Report) -> tuple[bytes, tuple[Fixed, ...]]:
    """Return the bytes of the mended catalog, and what differs from the one that is there."""
    path = catalog_path(locale)
    catalog = load_catalog(locale, sources, report)
    file = parse_po(path, sources, report)
    lines = sources.read(path).decode().splitlines(keepends=True)
    changes = []
    for entry in reversed(file):  # from the end, so that the lines before stay where they are
        message = catalog.messages.get(entry.msgctxt or "")
        if entry.obsolete or message is None or not message.usable or message.translation != entry.msgstr:
            continue
        if is_only_unflagged(entry):
            continue
        after = fixed_translation(message.translation, locale, message.allowed)
        if after != message.translation:
            changes.append(Fixed(message.unit, message.translation, after))
            alone = type(file)()
            entry.msgstr = after
            alone.append(entry)
            written = po_bytes(alone).decode().rpartition("\nmsgstr ")[2]
            _replace(lines, entry.linenum or 1, f"msgstr {written}".splitlines())
    return "".join(lines).encode(), tuple(reversed(changes))


def fixed_translation(translation: str, locale: Locale, allowed: frozenset[str] = frozenset()) -> str:
    """Return a translation with everything mended that is certain."""
    for fix in _FIXES:
        translation = fix(translation, locale, allowed)
    return translation


def _replace(lines: list[str], number: int, written: list[str]) -> None:
    """Put other lines in the place of the msgstr of the entry that begins at line `number`; its line ends stay."""
    start = next(at for at in range(number - 1, len(lines)) if lines[at].lstrip().startswith("msgstr"))
    end = start + 1
    while end < len(lines) and lines[end].lstrip().startswith('"'):
        end += 1
    newline = lines[start][len(lines[start].rstrip("\r\n")) :] or "\n"
    lines[start:end] = [line + newline for line in written]
