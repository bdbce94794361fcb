"""A unit id -> the name of its bookmark in a Word file, for the writer that sets it and the check that looks for it."""

from __future__ import annotations

import hashlib
import re

_LONGEST = 40  # characters that Word keeps of a bookmark's name
_REFUSED = re.compile(r"[^0-9A-Za-z_]")


def bookmark_name(unit: str, time: int = 1) -> str:
    """Return the name of the bookmark around `unit` where it is shown for the first, second ... `time`."""
    ending = "" if time == 1 else f"_{time}"
    name = "u_" + unit.replace(".", "__")
    if _REFUSED.search(name) or len(name) + len(ending) > _LONGEST:
        digest = hashlib.sha256(unit.encode()).hexdigest()[:8]
        ending = f"_{digest}{ending}"
        name = _REFUSED.sub("_", name)[: _LONGEST - len(ending)]
    return name + ending
