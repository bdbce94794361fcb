"""The glossary: words that every translation treats alike. `content/glossary.yaml` is read against these types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ecmiss_publish.model.article import Named
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """How one language says a term. Each is a word or the beginning of one, so that its endings may change.

    `use` are the words that our translations have, the first of them as a translator is told it; `allow` are those
    that are right as well, `avoid` those that are not to stand for this term.
    """

    use: tuple[str, ...]
    allow: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the source language with its other forms, what it means, and how other languages say it."""

    term: str
    forms: tuple[str, ...] = ()
    definition: str
    renderings: Mapping[Locale, Rendering] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False)

    def rendering(self, locale: Locale) -> Rendering | None:
        """Return how `locale` says the term: what is written of it, else of its language without a region."""
        if locale.pseudo:
            return None
        return self.renderings.get(locale) or self.renderings.get(Locale(locale.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """`names` are not translated: a translation keeps them as they are, in the article's language.

    `translatable` are those of them that a translation may say in its own words. `terms` are translated, each
    language's way.
    """

    names: tuple[str, ...] = ()
    translatable: tuple[str, ...] = ()
    terms: Named[Term] = field(default_factory=Named)
