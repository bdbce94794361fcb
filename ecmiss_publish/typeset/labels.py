"""A picture's label -> its lines, broken where the page's own text would be."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Direction, Locale
from ecmiss_publish.typeset.fonts import BOLD, REGULAR, FontFile, font_stack
from ecmiss_publish.typeset.spans import spans
from ecmiss_publish.typeset.wrap import HYPHEN, Setting, set_text


def set_label(text: Text, strong: bool, own: Mapping[str, tuple[FontFile, ...]]) -> Setting:
    """Return `text` shaped as a label. The same label in another format is the same setting."""
    return _set_label(text, strong, font_stack(Locale.of_tag(text.lang).script, own))


@functools.lru_cache(maxsize=4096)
def _set_label(text: Text, strong: bool, stack: tuple[FontFile, ...]) -> Setting:
    direction: Direction = Locale.of_tag(text.lang).direction
    return set_text(spans(text, weight=BOLD if strong else REGULAR), text.lang, direction, stack)


def label_lines(
    text: Text, size: float, room: float, strong: bool, own: Mapping[str, tuple[FontFile, ...]]
) -> tuple[str, ...]:
    """Return the label's words line by line, none wider than `room` at `size` (both in units of the drawing)."""
    setting = set_label(text, strong, own)
    return tuple(
        setting.text[line.start : line.end].rstrip() + (HYPHEN if line.hyphen else "")
        for line in setting.lines(room * 1000 / size)
    )
