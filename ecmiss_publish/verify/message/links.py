"""A translation has the links of its source, to the same addresses, and each shows words."""

from __future__ import annotations

from collections import Counter

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.inline import links as links_of
from ecmiss_publish.model.inline import plain
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.reading import inlines_of


def links(message: Message, context: Context, report: Report) -> None:
    """Report addresses that the translation lost, added or changed, by as little as http for https; and empty links."""
    before, after = (tuple(links_of(inlines_of(text))) for text in (message.source, message.translation))
    wanted, found = (Counter(link.href for link in side) for side in (before, after))
    if wanted != found:
        report.error(
            "link-differs",
            f"the source links to {_listed(wanted - found, wanted)}, "
            f"the translation to {_listed(found - wanted, found)}",
            at=message.origin,
            hint="copy the address of every link from the source; the words in [brackets] are translated",
            unit=message.unit,
        )
    for link in after:
        if not plain(link.inlines).strip():
            report.error(
                "link-text-empty",
                f"the source has words in its links, the translation none in that to {link.href}",
                at=message.origin,
                hint="write between [ and ] what the source has there, translated",
                unit=message.unit,
            )


def _listed(different: Counter[str], all_of_them: Counter[str]) -> str:
    if different:
        return ", ".join(sorted(different.elements()))
    return "nothing else" if all_of_them else "nothing"
