"""Migrations: where the translations of a unit go whose id has changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from ecmiss_publish.model.problem import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """Old unit ids and new ones: one to one is a rename, one to several a split, several to one a join.

    One of the parts of a split may keep the old id. A rename also moves all that stands below it: `faq.cost` to
    `faq.price` moves `faq.cost.answer`.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    origin: Origin | None = field(default=None, compare=False)

    @property
    def made(self) -> tuple[str, ...]:
        """The targets that get words from elsewhere: all but the part of a split that keeps its id."""
        split = len(self.targets) > 1
        return tuple(target for target in self.targets if not (split and target in self.sources))
