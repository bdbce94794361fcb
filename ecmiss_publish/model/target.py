"""What is to be made, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from ecmiss_publish.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One file to make: an article in a locale and an edition, for a clinic.

    `beside` is the second language of a bilingual edition. With `print_shop` the pages come as sheets to be cut.
    """

    article: str
    locale: Locale
    edition: str
    brand: str = "default"
    beside: Locale | None = None
    print_shop: bool = False

    def __str__(self) -> str:
        return f"{self.article} {self.locale.tag} {self.edition}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A finished file: where it goes below the output folder, and its bytes."""

    target: Target
    path: str
    data: bytes
