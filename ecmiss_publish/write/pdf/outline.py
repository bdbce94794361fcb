"""The outline: headings that lead to their places, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.flowables import Flowable, TextBlock


@dataclass(slots=True)
class Outline:
    """Marks headings as they are drawn, in any order, and lists them at the end."""

    canvas: TaggedCanvas
    _keys: dict[int, str] = field(default_factory=dict)

    def mark(self, flowable: Flowable) -> None:
        """Remember the page that is being drawn as the place of `flowable`, if that is a heading."""
        if _is_heading(flowable) and id(flowable) not in self._keys:
            key = self._keys[id(flowable)] = f"heading {len(self._keys) + 1}"
            self.canvas.bookmarkPage(key)

    def write(self, flowables: Iterable[Flowable]) -> None:
        """List the headings among `flowables`, in their order."""
        for flowable in flowables:
            if isinstance(flowable, TextBlock) and id(flowable) in self._keys:
                self.canvas.addOutlineEntry(flowable.setting.text, self._keys[id(flowable)], 0)


def _is_heading(flowable: Flowable) -> bool:
    element = flowable.inks.element if isinstance(flowable, TextBlock) else None
    return element is not None and element.tag in ("H1", "H2")
