"""An address -> its QR code (ISO/IEC 18004) as a scene, one unit a module."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import groupby

import segno

from ecmiss_publish.model.scene import Command, Scene, Shape

_QUIET = 4  # modules of white around the code, without which readers do not find it
_DARK, _LIGHT = "#000000", "#FFFFFF"  # never the theme's: readers need all the contrast there is


@functools.lru_cache(maxsize=32)
def qr_scene(address: str) -> Scene:
    """Return the QR code of `address`, its quiet zone included. Up to 15 % of it may be damaged: level M."""
    # Never a Micro QR code, which phones do not read.
    rows = segno.make(address, error="m", boost_error=False, micro=False).matrix
    size = len(rows) + 2 * _QUIET
    dark = tuple(command for y, row in enumerate(rows, _QUIET) for command in _row(row, y))
    return Scene(
        name="qr",
        width=size,
        height=size,
        # One path for all that is dark, so that no hairlines show between neighbours.
        shapes=(Shape(commands=_box(0, 0, size, size), fill=_LIGHT), Shape(commands=dark, fill=_DARK)),
        labels=(),
        fixed=True,
    )


def _row(row: Sequence[int], y: int) -> Iterator[Command]:
    """Yield a box for each run of dark modules."""
    x = _QUIET
    for dark, run in groupby(row):
        end = x + len(list(run))
        if dark:
            yield from _box(x, y, end, y + 1)
        x = end


def _box(left: float, top: float, right: float, bottom: float) -> tuple[Command, ...]:
    return (("M", (left, top)), ("L", (right, top)), ("L", (right, bottom)), ("L", (left, bottom)), ("Z", ()))
