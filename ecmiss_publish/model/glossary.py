"""The glossary: words that every translation treats alike. `content/glossary.yaml` is read against this type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """`names` are not translated: a translation keeps them as they are, in the article's language."""

    names: tuple[str, ...] = ()
