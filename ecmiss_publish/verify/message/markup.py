"""A translation keeps the markup of its source: as many strong, stressed and linked words, to the same addresses."""

from __future__ import annotations

from collections import Counter

from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.inline import Inline, LineBreak, Link, Run
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context


def markup(message: Message, context: Context, report: Report) -> None:
    """Report markup that the translation lost or added; what is not allowed at all is reported by the parser."""
    found = parse_text(message.translation, context.locale.tag, unit=message.unit, origin=message.origin, report=report)
    wanted = parse_text(message.source, context.source.tag, unit=message.unit, origin=message.origin, report=Report())
    before, after = _kinds(wanted.inlines), _kinds(found.inlines)
    if before != after:
        report.error(
            "markup-differs",
            f"the source has {_listed(before)}, the translation {_listed(after)}",
            at=message.origin,
            hint="mark the same words with *...*, **...** and [...](address) as in the source",
            unit=message.unit,
        )


def _kinds(inlines: tuple[Inline, ...]) -> Counter[str]:
    kinds: Counter[str] = Counter()
    for inline in inlines:
        if isinstance(inline, Run):
            continue
        kinds[f"a link to {inline.href}" if isinstance(inline, Link) else type(inline).__name__.lower()] += 1
        if not isinstance(inline, LineBreak):
            kinds += _kinds(inline.inlines)
    return kinds


def _listed(kinds: Counter[str]) -> str:
    return ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items())) or "no markup"
