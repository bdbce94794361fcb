"""A translation keeps the names of the glossary as they are: neither translated nor respelt nor left out."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Set

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import plain_of

# A name ends before an apostrophe, a hyphen or a letter of another script, so that a language may decline it:
# ECMISS’in, ISMISS-ul, ECMISS는. Another Latin letter or a digit would make it another name.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ0-9"


def names(message: Message, context: Context, report: Report) -> None:
    """Report names that the translation has less often than its source, or in other letters.

    It may have them more often, where the source has a pronoun.
    """
    known = context.glossary.names
    if not known:
        return
    before, after = _names_in(message.source, known), _names_in(message.translation, known)
    wanted = Counter({name: count for name, count in before.items() if name in known})
    lost = {name for name in wanted - after if name not in context.glossary.translatable}
    meant = {name.casefold() for name in wanted}
    misspelt = {name for name in after.keys() - before.keys() - set(known) if name.casefold() in meant}
    if lost or misspelt:
        concerned = {name.casefold() for name in lost | misspelt}
        report.error(
            "name-changed",
            f"the source has {_listed(wanted, concerned)}, the translation {_listed(after, concerned)}",
            at=message.origin,
            hint="write the name letter for letter as in the glossary; an ending may follow an apostrophe or a hyphen",
            unit=message.unit,
        )


def _names_in(markdown: str, known: tuple[str, ...]) -> Counter[str]:
    """Return the names as they are spelt there, in capitals or not."""
    return Counter(" ".join(found.split()) for found in _any_of(known).findall(plain_of(markdown)))


@functools.cache
def _any_of(known: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(known, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"(?<![{_LATIN}])(?:{words})(?![{_LATIN}])", re.IGNORECASE)


def _listed(found: Counter[str], concerned: Set[str]) -> str:
    return ", ".join(f"{found[name]} × {name}" for name in found if name.casefold() in concerned) or "no such name"
