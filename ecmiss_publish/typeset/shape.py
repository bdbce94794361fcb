"""Items -> clusters of positioned glyphs, through HarfBuzz."""

from __future__ import annotations

import re
from typing import NamedTuple

import uharfbuzz as hb

from ecmiss_publish.typeset.fonts import Font


class Glyph(NamedTuple):
    """A glyph of the font, its advance and its offset, in thousandths of an em."""

    number: int
    advance: float
    dx: float
    dy: float


class Cluster(NamedTuple):
    """The glyphs, from left to right, that stand for text[start:end] and cannot be taken apart."""

    start: int
    end: int
    advance: float
    glyphs: tuple[Glyph, ...]


# A base and its marks are one cluster, or pdftotext puts a mark behind the bracket that follows. In right-to-left text
# each is its own: readers turn every stretch of characters around there, and would turn the two within one code.
_CLUSTER_LEVELS = {False: hb.BufferClusterLevel.MONOTONE_GRAPHEMES, True: hb.BufferClusterLevel.MONOTONE_CHARACTERS}
# Full-width punctuation is half blank. Where two stand side by side the blank between them is taken out, as JLREQ and
# CLREQ ask and as browsers do: a closing one before any other, an opening one behind another opening one.
_CJK = frozenset(("Hani", "Hira", "Kana", "Bopo", "Hang"))
_OPENING = "（〔［｛〈《「『【〖〘〚“‘"
_CLOSING = "）〕］｝〉》」』】〗〙〛”’、。，．：；！？"
_SIDE_BY_SIDE = re.compile(f"[{_CLOSING}](?=[{_OPENING}{_CLOSING}])|(?<=[{_OPENING}])[{_OPENING}]")
_cache: dict[tuple[Font, str, bool, str | None, str], tuple[Cluster, ...]] = {}
_CACHED = 20_000


def shape(font: Font, text: str, start: int, end: int, rtl: bool, script: str | None, lang: str) -> list[Cluster]:
    """Return the clusters of text[start:end] in logical order, shaped on their own."""
    key = (font, text[start:end], rtl, script, lang)
    shaped = _cache.get(key)
    if shaped is None:
        if len(_cache) > _CACHED:
            _cache.clear()
        shaped = _cache[key] = tuple(_shape(*key))
    if start == 0:
        return list(shaped)
    return [Cluster(first + start, last + start, advance, glyphs) for first, last, advance, glyphs in shaped]


def _shape(font: Font, text: str, rtl: bool, script: str | None, lang: str) -> list[Cluster]:
    buffer = hb.Buffer()
    buffer.cluster_level = _CLUSTER_LEVELS[rtl]
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    if script:
        buffer.script = script
    buffer.language = lang
    trimmed = [(found.start(), found.end(), True) for found in _SIDE_BY_SIDE.finditer(text)] if script in _CJK else []
    hb.shape(font.hb, buffer, {"halt": trimmed} if trimmed else None)
    starts, glyphs = _groups(buffer, font.scale)
    if rtl:
        starts.reverse()
        glyphs.reverse()
    ends = [*starts[1:], len(text)]
    return [
        Cluster(start, end, group[0].advance if len(group) == 1 else sum(glyph.advance for glyph in group), group)
        for start, end, group in zip(starts, ends, glyphs, strict=True)
    ]


def _groups(buffer: hb.Buffer, scale: float) -> tuple[list[int], list[tuple[Glyph, ...]]]:
    """Return where each cluster begins and its glyphs, in visual order."""
    starts: list[int] = []
    groups: list[tuple[Glyph, ...]] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyph = Glyph(info.codepoint, position.x_advance * scale, position.x_offset * scale, position.y_offset * scale)
        start = info.cluster
        if starts and starts[-1] == start:
            groups[-1] += (glyph,)
        else:
            starts.append(start)
            groups.append((glyph,))
    return starts, groups
