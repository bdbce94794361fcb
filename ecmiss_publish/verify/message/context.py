"""What a check of a message may want to know besides the message."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Room

Rooms = Mapping[str, tuple[Room, ...]]
Groups = Mapping[str, list[Message]]


@dataclass(frozen=True, slots=True)
class Context:
    """The locale of the translation and that of the source, the project's glossary, the catalog with all messages.

    `rooms` are the places that drawings have for the words of a unit. The messages that may be printed are grouped
    by their source and by their translation, in the catalog's order.
    """

    locale: Locale
    source: Locale
    glossary: Glossary
    catalog: Catalog
    rooms: Rooms
    by_source: Groups
    by_translation: Groups

    @classmethod
    def of(cls, catalog: Catalog, source: Locale, glossary: Glossary, rooms: Rooms) -> Context:
        """Return what checks of `catalog` may want to know."""
        printed = [message for message in catalog.messages.values() if message.usable]
        return cls(
            catalog.locale,
            source,
            glossary,
            catalog,
            rooms,
            by_source=_grouped(printed, lambda message: message.source),
            by_translation=_grouped(printed, lambda message: message.translation),
        )


def _grouped(messages: Iterable[Message], key: Callable[[Message], str]) -> Groups:
    groups: dict[str, list[Message]] = defaultdict(list)
    for message in messages:
        groups[key(message)].append(message)
    return groups
