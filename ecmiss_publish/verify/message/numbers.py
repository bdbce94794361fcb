"""A translation keeps every number of its source: digits of any script, decimal marks of any language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.problem import Report

_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)*")
# Some languages write large numbers in other steps: 619 million is 6.19 times a hundred million in Chinese.
_MYRIADS = {"亿": Decimal(100), "億": Decimal(100), "억": Decimal(100), "万": Decimal("0.01"), "करोड़": Decimal(10)}


def numbers(message: Message, catalog: Catalog, report: Report) -> None:
    """Report numbers that the translation lost or added, both sides shown."""
    source, translation = numbers_in(message.source), numbers_in(message.translation)
    lost, added = source - translation, translation - source
    if lost or added:
        report.error(
            "numbers-differ",
            f"the source has {_listed(source)}, the translation {_listed(translation)}",
            at=message.origin,
            hint="write every number of the source, and no other",
            unit=message.unit,
        )


def numbers_in(text: str) -> Counter[Decimal]:
    """Return the numbers of `text` as exact values; a number with “million” behind it in millions."""
    found: Counter[Decimal] = Counter()
    for match in _NUMBER.finditer(text):
        value = _value(match[0])
        after = text[match.end() :].lstrip()
        factor = next((factor for word, factor in _MYRIADS.items() if after.startswith(word)), Decimal(1))
        found[(value * factor).normalize()] += 1
    return found


def _value(words: str) -> Decimal:
    digits = "".join(str(unicodedata.digit(char)) if char.isdigit() else "." for char in words)
    whole, _, rest = digits.rpartition(".")
    if not whole:
        return Decimal(digits)
    # Three digits behind every mark are groups of thousands (1,000); anything else is a decimal mark.
    groups = digits.split(".")
    if len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
        return Decimal("".join(groups))
    return Decimal(whole.replace(".", "") + "." + rest)


def _listed(found: Counter[Decimal]) -> str:
    return ", ".join(str(number) for number in sorted(found.elements())) or "no number"
