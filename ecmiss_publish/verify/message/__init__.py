"""Checks of one message: its source against its translation. One file a check, listed here in reading order.

A check reports what it finds to the Report that it is given. Where a translator has looked at a finding and it is
right as it is, a comment in the entry says so, and the finding is not reported: `# allow: numbers-differ, spelt out`.
A waiver is for the source that it was written for: `update` takes its force when that changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.characters import characters
from ecmiss_publish.verify.message.consistency import consistency
from ecmiss_publish.verify.message.context import Context, Rooms
from ecmiss_publish.verify.message.links import links
from ecmiss_publish.verify.message.markup import markup
from ecmiss_publish.verify.message.modality import modality
from ecmiss_publish.verify.message.names import names
from ecmiss_publish.verify.message.negation import negation
from ecmiss_publish.verify.message.numbers import numbers
from ecmiss_publish.verify.message.pairs import pairs
from ecmiss_publish.verify.message.placeholders import placeholders
from ecmiss_publish.verify.message.punctuation import punctuation
from ecmiss_publish.verify.message.quantity import quantity
from ecmiss_publish.verify.message.ranges import ranges
from ecmiss_publish.verify.message.repetition import repetition
from ecmiss_publish.verify.message.room import room
from ecmiss_publish.verify.message.sentences import sentences
from ecmiss_publish.verify.message.terms import terms
from ecmiss_publish.verify.message.typography import typography
from ecmiss_publish.verify.message.units import units
from ecmiss_publish.verify.message.untranslated import untranslated
from ecmiss_publish.verify.message.waivers import waivers

Check: TypeAlias = Callable[[Message, Context, Report], None]

CHECKS: tuple[Check, ...] = (
    numbers,
    ranges,
    units,
    placeholders,
    markup,
    links,
    names,
    terms,
    negation,
    modality,
    quantity,
    consistency,
    room,
    untranslated,
    sentences,
    repetition,
    characters,
    pairs,
    punctuation,
    typography,
    waivers,
)


def check_messages(catalog: Catalog, source: Locale, glossary: Glossary, rooms: Rooms, report: Report) -> None:
    """Run every check on every message that may be printed; `source` is the locale that was translated from.

    `rooms` are the places that drawings have for the words of a unit.
    """
    context = Context.of(catalog, source, glossary, rooms)
    for message in catalog.messages.values():
        if message.usable:
            found = Report()
            for check in CHECKS:
                check(message, context, found)
            report.extend(problem for problem in found if problem.code not in message.allowed)
