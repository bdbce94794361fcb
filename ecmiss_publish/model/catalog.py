"""Messages: the source texts of a project and one locale's words for them, keyed by unit id."""

from __future__ import annotations

import datetime
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """One locale's messages by unit id. `reviewed_by` names the qualified person who reviewed them, if anybody.

    `revised` is when a translator last saved them, if the file says so.
    """

    locale: Locale
    messages: Mapping[str, Message] = field(default_factory=dict)
    reviewed_by: str | None = None
    revised: datetime.datetime | None = None
    origin: Origin | None = field(default=None, compare=False)

    @property
    def draft(self) -> bool:
        """Whether this is a translation that no qualified person has reviewed yet."""
        return bool(self.messages) and self.reviewed_by is None
