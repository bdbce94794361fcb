"""Whose leaflet it is: the words, the logo and the colours of a clinic. They are copied, never translated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ecmiss_publish.model.problem import Origin
from ecmiss_publish.model.scene import Scene

# The colours of the theme that a clinic may have as its own. Text, paper and the two colours that mean the two
# treatments stay, so that every clinic's leaflet can be read and says the same.
BRAND_COLOURS = ("primary", "primary-tint", "teal", "teal-tint", "amber", "amber-tint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """A clinic as its leaflets show it. Every word may be empty, and what is empty is not shown.

    `name` is that of its file, `language` the BCP 47 tag of its words. `reference` begins the numbers of its
    leaflets: `EX-` makes EX-ECMISS-01 of ECMISS-01. `colours` are `#RRGGBB` by the names of BRAND_COLOURS.
    """

    name: str = "default"
    language: str = "en"
    clinic: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    after_hours: str = ""
    web: str = ""
    logo: Scene | None = None
    reference: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False)
