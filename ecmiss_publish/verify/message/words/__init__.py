"""Lists of words by language, from the tables beside this file: what denies, what says that something may be so.

In a list, `*` stands for the rest of a word: `kein*`, `*siz`; with one at both ends the letters are looked for
anywhere. `…` stands for up to four words. In languages that are written without spaces between words, and in Korean,
every entry is looked for anywhere. Words are folded before they are compared (`reading.folded`): no capitals, hyphens,
apostrophes, nor vowel signs that may be left out.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.message.reading import folded

_ANYWHERE = frozenset({"Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr"})
NOTHING = re.compile(r"(?!)")  # what a list finds that a language does not have

Lists = Mapping[str, re.Pattern[str]]


@functools.cache
def word_lists(table: str, locale: Locale) -> Lists | None:
    """Return the lists that a table has for `locale`, or else for its language; None where it has none."""
    if locale.pseudo:
        return None
    tables = _tables(table)
    lists = tables.get(locale.name) or tables.get(locale.language)
    if lists is None:
        return None
    anywhere = locale.script in _ANYWHERE
    known = {name for language in tables.values() for name in language}
    return {name: _any_of(tuple(lists.get(name, ())), anywhere) for name in known}


@functools.cache
def _tables(table: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__name__).joinpath(f"{table}.toml").read_text("utf-8"))


def _any_of(entries: tuple[str, ...], anywhere: bool) -> re.Pattern[str]:
    inside = [entry for entry in entries if anywhere or (entry.startswith("*") and entry.endswith("*"))]
    words = [_word(entry) for entry in entries if entry not in inside]
    # All begin with the space before a word, and nothing else is compared: a text has many letters and few spaces.
    choices = ([f" (?:{'|'.join(words)})"] if words else []) + [_letters(entry) for entry in inside]
    return re.compile("|".join(choices)) if choices else NOTHING


def _word(entry: str) -> str:
    before = "[^ ]+" if entry.startswith("*") else ""
    after = "" if entry.endswith("*") else "(?= )"
    return before + _letters(entry) + after


def _letters(entry: str) -> str:
    parts = entry.strip("*").split("…")
    return " (?:[^ ]+ ){0,4}?".join(re.escape(folded(part).strip()) for part in parts)
