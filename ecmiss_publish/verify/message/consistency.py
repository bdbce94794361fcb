"""What is said alike in the source is said alike in the translation, and what is not is not."""

from __future__ import annotations

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context

_SHORT = 3  # words: two buttons may well say the same


def consistency(message: Message, context: Context, report: Report) -> None:
    """Report a message that says the same source in other words than one before it, or another source in the same."""
    _same_source(message, context, report)
    _same_translation(message, context, report)


def _same_source(message: Message, context: Context, report: Report) -> None:
    alike = [other for other in context.by_source[message.source] if "inconsistent" not in other.allowed]
    first = alike[0] if alike else message
    if message in alike and message.translation != first.translation:
        report.warning(
            "inconsistent",
            f"“{message.source}” is “{first.translation}” in {first.unit}, here it is “{message.translation}”",
            at=message.origin,
            hint="say it alike; where both are right, write “# allow: inconsistent” and why above one of them",
            unit=message.unit,
        )


def _same_translation(message: Message, context: Context, report: Report) -> None:
    first = context.by_translation[message.translation][0]
    if first.source != message.source and min(len(one.source.split()) for one in (first, message)) > _SHORT:
        report.hint(
            "same-translation",
            f"this is the translation of {first.unit} too, whose source is “{first.source}”, here “{message.source}”",
            at=message.origin,
            hint="look whether one of them was copied to the wrong place",
            unit=message.unit,
        )
