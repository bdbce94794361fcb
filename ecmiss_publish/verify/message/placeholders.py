"""A translation keeps every {placeholder} of its source, in any order."""

from __future__ import annotations

import re
from collections import Counter

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def placeholders(message: Message, context: Context, report: Report) -> None:
    """Report placeholders that the translation lost, added or misspelt."""
    wanted, found = (Counter(_PLACEHOLDER.findall(text)) for text in (message.source, message.translation))
    if wanted != found:
        report.error(
            "placeholders-differ",
            f"the source has {_listed(wanted)}, the translation {_listed(found)}",
            at=message.origin,
            hint="copy the words in braces as they are; they may change places",
            unit=message.unit,
        )


def _listed(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "no placeholder"
