"""Checks of one message: its source against its translation. One file a check, listed here in reading order."""

from __future__ import annotations

from collections.abc import Callable

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.markup import markup
from ecmiss_publish.verify.message.numbers import numbers
from ecmiss_publish.verify.message.placeholders import placeholders

CHECKS: tuple[Callable[[Message, Catalog, Locale, Report], None], ...] = (numbers, placeholders, markup)


def check_messages(catalog: Catalog, source: Locale, report: Report) -> None:
    """Run every check on every message that may be printed; `source` is the locale that was translated from."""
    for message in catalog.messages.values():
        if message.usable:
            for check in CHECKS:
                check(message, catalog, source, report)
