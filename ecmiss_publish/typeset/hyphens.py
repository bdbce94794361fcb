"""Whether a language's words can be hyphenated: there is a dictionary of its patterns, or there is none."""

from __future__ import annotations

import pyphen


def hyphenates(lang: str) -> bool:
    """Return whether there are hyphenation patterns for the language of the tag."""
    return pyphen.language_fallback(lang.replace("-", "_")) is not None
