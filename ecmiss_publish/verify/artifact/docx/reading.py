"""A Word file beside the Document that it was made from, and where faults between them are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ecmiss_publish.model.block import Figure, own_texts, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.verify.artifact.docx.file import CORE, NAMES, File, normal

_Wanted = TypeVar("_Wanted")
_Each = TypeVar("_Each")


@dataclass(frozen=True, slots=True)
class Reading:
    """The two sides of a comparison."""

    document: Document
    file: File
    report: Report

    @property
    def origin(self) -> Origin:
        """Where a fault belongs that no text is to blame for: the edition."""
        return Origin(self.document.edition.path)

    @property
    def rtl(self) -> bool:
        """Whether the document's language runs from the right."""
        return self.document.locale.direction == "rtl"

    def fact(self, name: str) -> str:
        """Return what the file says of itself."""
        return normal(self.file.trees[CORE].findtext(f"dc:{name}", "", NAMES))

    def once(self, what: str, names: Sequence[str]) -> None:
        """Report names that are given twice."""
        for name, times in Counter(names).items():
            if times > 1:
                self.report.error("duplicate-id", f"{times} {what}s are called “{name}”", at=self.origin)

    def wrong(self, text: Text, code: str, message: str) -> None:
        """Report a fault of one text."""
        self.report.error(code, message, at=text.origin or self.origin, unit=text.unit)


def body_texts(document: Document) -> Iterator[Text]:
    """Yield the Texts that stand in the file's body; a drawing's labels stand in the drawing."""
    yield document.title
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            if block.caption:
                yield block.caption
        else:
            yield from own_texts(block)


def pairs(wanted: Iterable[_Wanted], found: Iterable[_Each]) -> Iterator[tuple[_Wanted, _Each | None]]:
    """Yield each of `wanted` with what was found in its place."""
    places = iter(found)
    return ((each, next(places, None)) for each in wanted)
