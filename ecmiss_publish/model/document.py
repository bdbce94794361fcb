"""The document: one edition in one locale, all that a writer ever sees."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ecmiss_publish.model.block import Block, shown_texts
from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What an edition's root element says: its name, the writer that draws it, the page of the theme it uses.

    `beside` is whether it shows a second language beside the first.
    """

    name: str
    writer: str
    page: str
    path: str
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An edition in a locale.

    `labels` are the furniture's words by name (`page`, `contents` ...): writers place them, none writes its own.
    `alternates` are the locales in which this edition exists, this one included. `omitted` names the parts of the
    article that the edition leaves out on purpose. `reference` has the brand's prefix.
    """

    edition: Edition
    locale: Locale
    article: str
    title: Text
    source_title: Text
    reference: str
    version: str
    date: datetime.date
    draft: bool
    labels: Mapping[str, Text]
    alternates: tuple[Locale, ...]
    blocks: tuple[Block, ...]
    omitted: frozenset[str] = frozenset()
    brand: Brand = field(default_factory=Brand)

    def shown_texts(self) -> Iterator[Text]:
        """Yield the title and every Text below it, in reading order."""
        yield self.title
        yield from shown_texts(self.blocks)
