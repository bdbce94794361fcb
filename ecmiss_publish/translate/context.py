"""Messages -> the same, with what a translator cannot see from the words alone, as comments in the catalog.

Where they print, which names in them stay, how much room a drawing has for them, and how the language says the terms of
the glossary. Comments are in the order in which they are asked for, short, and the same for the same project.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Room

# A letter of Noto Sans is some 0.55 of its size wide, over the length of a label.
_LETTER = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What editions and drawings say of messages: the editions' names in order, who shows a unit, labels' room."""

    editions: tuple[str, ...]
    shown: Mapping[str, frozenset[str]]
    rooms: Mapping[str, tuple[Room, ...]]


def in_context(messages: Iterable[Message], around: Surroundings, glossary: Glossary) -> tuple[Message, ...]:
    """Return the messages with the notes that are the same for every language."""
    return tuple(replace(message, notes=(*message.notes, *_notes(message, around, glossary))) for message in messages)


def in_locale(messages: Iterable[Message], glossary: Glossary, locale: Locale) -> tuple[Message, ...]:
    """Return the messages with the notes for one language: how it says the terms of the glossary."""
    terms = [
        ((term.term, *term.forms), f"{term.term} = {rendering.use[0].strip()}")
        for term in glossary.terms
        if (rendering := term.rendering(locale))
    ]
    return tuple(_with_terms(message, terms, glossary.names) for message in messages)


def _notes(message: Message, around: Surroundings, glossary: Glossary) -> Iterator[str]:
    stay = tuple(name for name in glossary.names if name not in glossary.translatable)
    names = _found(message.source, stay)
    if names:
        yield f"Not translated: {', '.join(names)}."
    if message.unit in around.rooms:
        yield _room(around.rooms[message.unit])
    if message.unit in around.shown:
        yield _editions(around.shown[message.unit], around.editions)


def _room(rooms: tuple[Room, ...]) -> str:
    """Return the room of every drawing that has the label: a drawing for narrow columns often has another."""
    places = dict.fromkeys(
        f"{room.lines} line{'s' if room.lines != 1 else ''} of about {int(room.width / room.size / _LETTER)} letters"
        f" ({room.width:g} points at size {room.size:g})"
        for room in rooms
    )
    return f"Room in the drawing: {', elsewhere '.join(places)}."


def _editions(shown: frozenset[str], editions: tuple[str, ...]) -> str:
    inside = [name for name in editions if name in shown]
    outside = [name for name in editions if name not in shown]
    if not outside:
        return "In all editions."
    if len(outside) < len(inside):
        return f"In all editions but {_listed(outside)}."
    return f"Only in {_listed(inside)}."


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _with_terms(message: Message, terms: Iterable[tuple[tuple[str, ...], str]], names: tuple[str, ...]) -> Message:
    words = message.source
    for name in names:  # a name that has a term in it is a name
        words = words.replace(name, " ")
    said = [rendered for forms, rendered in terms if _found(words, forms)]
    return replace(message, notes=(*message.notes, f"Glossary: {', '.join(said)}.")) if said else message


@functools.lru_cache(maxsize=65536)  # asked again for every language
def _found(words: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of `known` stand in `words`, each once, in the order in which they stand there."""
    return tuple(dict.fromkeys(_any_of(known).findall(words))) if known else ()


@functools.lru_cache(maxsize=1024)
def _any_of(known: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
