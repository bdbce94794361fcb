"""A translation keeps the markup of its source: as many strong and stressed words and breaks. `links` sees to links."""

from __future__ import annotations

from collections import Counter

from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.inline import Inline, LineBreak, Link, Run
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import inlines_of


def markup(message: Message, context: Context, report: Report) -> None:
    """Report markup that the translation lost or added; what is not allowed at all is reported by the parser."""
    found = parse_text(message.translation, context.locale.tag, unit=message.unit, origin=message.origin, report=report)
    before, after = _kinds(inlines_of(message.source)), _kinds(found.inlines)
    if before != after:
        report.error(
            "markup-differs",
            f"the source has {_listed(before)}, the translation {_listed(after)}",
            at=message.origin,
            hint="mark the same words with *...* and **...** as in the source",
            unit=message.unit,
        )


def _kinds(inlines: tuple[Inline, ...]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for inline in inlines:
        if isinstance(inline, Run):
            continue
        if not isinstance(inline, Link):
            kinds[type(inline).__name__.lower()] += 1
        if not isinstance(inline, LineBreak):
            kinds += _kinds(inline.inlines)
    return kinds


def _listed(kinds: Counter[str]) -> str:
    return ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items())) or "no markup"
