"""How far a translation is, in numbers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ecmiss_publish.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far one locale's catalog is.

    Every message of the project counts once: translated, fuzzy (also where the source has changed since) or missing.
    `words_left` are the words of the sources of the fuzzy and the missing. `problems` are the findings in translations,
    by code. `reviewer` is who reviewed it last, `unreviewed` how many translations are not as they were then. Of a
    catalog that is not `readable`, or not of this language, nothing else is known.
    """

    locale: Locale
    messages: int
    translated: int = 0
    fuzzy: int = 0
    missing: int = 0
    words_left: int = 0
    problems: Mapping[str, int] = field(default_factory=dict)
    revised: datetime.datetime | None = None
    reviewer: str | None = None
    unreviewed: int = 0
    readable: bool = True

    @property
    def reviewed_by(self) -> str | None:
        """Who stands behind the translation as it is now, if anybody."""
        return None if self.unreviewed else self.reviewer

    @property
    def review(self) -> str:
        """Who stands behind the translation, in words."""
        if self.reviewed_by:
            return f"reviewed by {self.reviewed_by}"
        return f"draft: {self.unreviewed} not reviewed" if self.reviewer else "draft"

    @property
    def last_change(self) -> str:
        """The day of the last change as the catalog's header has it, or nothing where it does not say."""
        return self.revised.date().isoformat() if self.revised else ""
