"""A translation says the terms of the glossary as the project's other texts in its language do."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.glossary import Glossary, Rendering, Term
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import folded, plain_of, without_articles, without_proclitics

# Scripts whose words begin where no space tells: a term is looked for anywhere. So it is in Indic scripts and Korean,
# where words are joined to others.
_ANYWHERE = frozenset({"Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr", "Deva", "Beng", "Guru"})


def terms(message: Message, context: Context, report: Report) -> None:
    """Report terms of the source that the translation says with a word to be avoided, or with none that is known."""
    for term in _terms_in(message.source, context.glossary):
        rendering = term.rendering(context.locale)
        if rendering is None:
            continue
        words = _words_of(message.translation, context.locale)
        good = [_pieces(word, context.locale) for word in (*rendering.use, *rendering.allow)]
        # What is avoided may be a piece of what is used: only “minimal” in “minimalinvasiv”.
        rest = functools.reduce(lambda words, piece: words.replace(piece, " "), itertools.chain(*good), words)
        avoided = [word for word in rendering.avoid if _has(rest, _pieces(word, context.locale))]
        if avoided:
            report.warning(
                "term-avoided",
                f"the source has “{term.term}”, the translation “{avoided[0]}”, which the glossary says to avoid",
                at=message.origin,
                hint=_hint(rendering),
                unit=message.unit,
            )
        elif not any(_has(words, pieces) for pieces in good):
            report.warning(
                "term-missing",
                f"the source has “{term.term}”, the translation none of {_quoted((*rendering.use, *rendering.allow))}",
                at=message.origin,
                hint=_hint(rendering),
                unit=message.unit,
            )


def _terms_in(markdown: str, glossary: Glossary) -> Iterator[Term]:
    words = plain_of(markdown)
    for name in glossary.names:  # a name that has a term in it is a name
        words = words.replace(name, " ")
    source = folded(words)
    for term in glossary.terms:
        if any(folded(form) in source for form in (term.term, *term.forms)):
            yield term


def _words_of(markdown: str, locale: Locale) -> str:
    words = folded(plain_of(markdown))
    if locale.script == "Arab":
        return words + without_articles(words) + without_proclitics(words)
    return words


@functools.lru_cache(maxsize=4096)
def _pieces(word: str, locale: Locale) -> tuple[str, ...]:
    """Return what to look for, all of it: beginnings of words, or in some scripts letters anywhere."""
    pieces = tuple(folded(piece) for piece in word.split("…"))
    if locale.script in _ANYWHERE:
        return tuple(piece.strip() for piece in pieces)
    if locale.script == "Arab":
        pieces = tuple(map(without_articles, pieces))
    return tuple(piece.rstrip() for piece in pieces)


def _has(words: str, pieces: tuple[str, ...]) -> bool:
    return all(piece in words for piece in pieces)


def _hint(rendering: Rendering) -> str:
    place = f" ({rendering.origin})" if rendering.origin else ""
    return f"the glossary says {_quoted(rendering.use)}{place}; where another word is right, add it there below `allow`"


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
