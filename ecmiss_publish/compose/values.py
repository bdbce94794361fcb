"""A typed value of a comparison -> words in a locale, by CLDR's number and unit forms."""

from __future__ import annotations

from typing import assert_never

from ecmiss_publish.model.article import Outcome, Quantity, Value
from ecmiss_publish.model.inline import Inline, Isolate, Run, Text
from ecmiss_publish.model.locale import Locale


def value_text(value: Value, locale: Locale, unit: str | None = None) -> Text:
    """Return `value` as a reader of `locale` expects to see it: “0,5–1,5 cm”.

    A quantity is no message: its Text gets `unit` as its id, where an outcome's words have their own.
    """
    match value:
        case Outcome():
            return value.text
        case Quantity():
            before, numbers, after = locale.measurement(*value.range, value.unit.value)
            rtl = locale.direction == "rtl"
            # Without the isolate a range is shown with its ends swapped in right-to-left text (UAX #9).
            middle: Inline = Isolate((Run(numbers),)) if rtl else Run(numbers)
            parts = (Run(before), middle, Run(after)) if rtl else (Run(f"{before}{numbers}{after}"),)
            return Text(tuple(part for part in parts if part != Run("")), locale.tag, unit)
        case _:
            assert_never(value)
