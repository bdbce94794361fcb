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
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.message.reading import folded

_ANYWHERE = frozenset({"Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr"})
NOTHING = re.compile(r"(?!)")  # what a list finds that a language does not have

Lists = Mapping[str, re.Pattern[str]]
Words = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Needles:
    """What a list finds, looked for without regular expressions but for entries with `…`.

    Compiling takes longer than many lists are worth that few sentences ask for. Words are told from their spaces alone.
    """

    letters: tuple[str, ...]
    gaps: tuple[re.Pattern[str], ...]

    def first(self, sentence: str) -> str:
        """Return the word of a folded sentence in which the first entry is found, empty where none is."""
        for letters in self.letters:
            if (at := sentence.find(letters)) >= 0:
                start, end = sentence.rfind(" ", 0, at + 1), sentence.find(" ", at + len(letters) - 1)
                return sentence[start:end].strip()
        return next((match[0].strip() for gap in self.gaps if (match := gap.search(sentence))), "")

    def removed_from(self, sentence: str) -> str:
        """Return a folded sentence without what the list has."""
        for gap in self.gaps:
            sentence = gap.sub(" ", sentence)
        for letters in self.letters:
            if letters in sentence:
                sentence = sentence.replace(letters, " ")
        return sentence


@functools.cache
def needles(table: str, name: str, locale: Locale) -> Needles:
    """Return one list that a table has for `locale`, or else for its language."""
    entries, anywhere = words_of(table, locale).get(name, ()), written_unspaced(locale)
    return Needles(
        tuple(_needle(entry, anywhere) for entry in entries if "…" not in entry),
        tuple(any_of([entry], anywhere) for entry in entries if "…" in entry),
    )


def _needle(entry: str, anywhere: bool) -> str:
    letters = folded(entry.strip("*")).strip()
    if anywhere:
        return letters
    return f"{'' if entry.startswith('*') else ' '}{letters}{'' if entry.endswith('*') else ' '}"


@functools.cache
def word_lists(table: str, locale: Locale) -> Lists | None:
    """Return the lists that a table has for `locale`, or else for its language; None where it has none."""
    if locale.pseudo:
        return None
    lists = words_of(table, locale)
    if not lists:
        return None
    known = {name for language in _tables(table).values() for name in language}
    return {name: any_of(lists.get(name, ()), written_unspaced(locale)) for name in known}


def words_of(table: str, locale: Locale) -> Words:
    """Return the words that a table has for `locale`, or else for its language, by the name of their list."""
    tables = _tables(table)
    return tables.get(locale.name) or tables.get(locale.language) or {}


def words_of_all(table: str) -> Words:
    """Return the words that a table has for every language."""
    return _tables(table)["any"]


def written_unspaced(locale: Locale) -> bool:
    """Whether words are looked for anywhere, since the language puts no spaces between them, or endings behind them."""
    return locale.script in _ANYWHERE


def pattern_of(entry: str, anywhere: bool) -> str:
    """Return the regular expression that finds one entry of a list in folded words."""
    return _letters(entry) if _is_inside(entry, anywhere) else f" {_word(entry)}"


def _is_inside(entry: str, anywhere: bool) -> bool:
    return anywhere or (entry.startswith("*") and entry.endswith("*"))


@functools.cache
def _tables(table: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__name__).joinpath(f"{table}.toml").read_text("utf-8"))


def any_of(entries: Collection[str], anywhere: bool) -> re.Pattern[str]:
    """Return the regular expression that finds any entry of a list in folded words."""
    inside = [entry for entry in entries if _is_inside(entry, anywhere)]
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
