"""Checks of one message: its source against its translation. One file a check, listed here in reading order.

A check reports what it finds to the Report that it is given. Where a translator has looked at a finding and it is
right as it is, a comment in the entry says so, and the finding is not reported: `# allow: numbers-differ, spelt out`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.markup import markup
from ecmiss_publish.verify.message.numbers import numbers
from ecmiss_publish.verify.message.placeholders import placeholders

Check: TypeAlias = Callable[[Message, Context, Report], None]

CHECKS: tuple[Check, ...] = (numbers, placeholders, markup)


def check_messages(catalog: Catalog, source: Locale, glossary: Glossary, report: Report) -> None:
    """Run every check on every message that may be printed; `source` is the locale that was translated from."""
    context = Context(catalog.locale, source, glossary, catalog)
    for message in catalog.messages.values():
        if message.usable:
            found = Report()
            for check in CHECKS:
                check(message, context, found)
            report.extend(problem for problem in found if problem.code not in message.allowed)
