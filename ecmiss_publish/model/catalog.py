"""Messages: the source texts of a project and one locale's words for them, keyed by unit id."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One unit in source and translation. `reference` is where the source stands: a path, then the unit id.

    `allowed` are the codes of findings that the translator has looked at and lets stand.
    """

    unit: str
    source: str
    translation: str = ""
    fuzzy: bool = False
    notes: tuple[str, ...] = ()
    allowed: frozenset[str] = frozenset()
    reference: str = ""
    origin: Origin | None = field(default=None, compare=False)

    @property
    def usable(self) -> bool:
        """Whether the translation may be printed: it is there and nobody marked it fuzzy."""
        return bool(self.translation.strip()) and not self.fuzzy

    @property
    def digest(self) -> str:
        """Six letters for this very translation of this very source; one more or less, and they are others."""
        return digest(self.source, self.translation)


def digest(source: str, translation: str) -> str:
    """Return six letters that stand for a translation and the source that it was made for, wherever they appear."""
    pair = hashlib.sha256(f"{source}\0{translation}".encode()).digest()
    return base64.b64encode(pair)[:6].decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A qualified person's word for translations: whose, since when, and for which (their digests)."""

    by: str
    on: str = ""
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """One locale's messages by unit id, and the review by a qualified person, if there was one.

    `revised` is when a translator last saved them, if the file says so. Of a catalog that is not `trusted` nothing is
    used: readers get the source, and one Problem has said why.
    """

    locale: Locale
    messages: Mapping[str, Message] = field(default_factory=dict)
    review: Review | None = None
    revised: datetime.datetime | None = None
    trusted: bool = True
    origin: Origin | None = field(default=None, compare=False)

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """The units that may be printed though no qualified person has reviewed them as they are now."""
        seen = self.review.texts if self.review else frozenset[str]()
        return tuple(unit for unit, message in self.messages.items() if message.usable and message.digest not in seen)

    @property
    def draft(self) -> bool:
        """Whether this is a translation that no qualified person has reviewed, or not as it is now."""
        return not self.trusted or (bool(self.messages) and (self.review is None or bool(self.unreviewed)))
