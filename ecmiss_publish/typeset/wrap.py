"""A paragraph's spans -> lines of positioned segments: bidi, itemise, shape, break, reorder.

A `Setting` is shaped once and may be broken at several widths. Everything is in thousandths of an em until the
writer multiplies by its size. Lines are start-aligned: that is what accessible print asks for.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ecmiss_publish.model.locale import Direction
from ecmiss_publish.typeset.bidi import levels, visual_order
from ecmiss_publish.typeset.breaks import breaks_in_need, characters, line_breaks
from ecmiss_publish.typeset.fonts import Font, FontFile
from ecmiss_publish.typeset.itemize import Item, itemize
from ecmiss_publish.typeset.shape import Cluster, shape
from ecmiss_publish.typeset.spans import LINE_SEPARATOR, Span

_HANGING = frozenset(f" \u3000\u200b{LINE_SEPARATOR}")  # what may stand past the edge of a line
HYPHEN = "\u2010"
_SHORTESTHYPHENATED = 6
_FEW_LINES = 3  # a longer text may end with a lone word
_SHORT = 0.22  # of a line: what is shorter looks left over
_NARROWER = tuple(share / 100 for share in range(96, 60, -4))
_CACHED = 2048  # settings that are kept: some 25 MB, and a leaflet in another edition or locale finds its own again


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] on one line; `hyphen` is whether a hyphen is shown that the text does not hold."""

    start: int
    end: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Clusters of one item on a line, in logical order, and the segment's left edge."""

    item: Item
    level: int
    clusters: tuple[Cluster, ...]
    x: float
    width: float
    hyphen: bool = False


@dataclass(slots=True)
class Setting:
    """A shaped paragraph. `missing` are the characters that no font has.

    The same words have the same setting in every document, so it keeps its lines and their segments.
    """

    text: str
    lang: str
    direction: Direction
    items: list[Item]
    levels: list[int]
    clusters: list[list[Cluster]]
    missing: frozenset[str]
    _offsets: list[float]
    _breaks: list[int] = field(default_factory=list)
    _lines: dict[float, tuple[Line, ...]] = field(default_factory=dict)
    _balanced: dict[float, tuple[Line, ...]] = field(default_factory=dict)
    _segments: dict[tuple[Line, float], tuple[Segment, ...]] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """The width of the whole text on one line."""
        return self._offsets[-1]

    @property
    def base(self) -> int:
        """The paragraph level."""
        return 1 if self.direction == "rtl" else 0

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines at `width`; a text without characters has one empty line."""
        if width not in self._lines:
            self._lines[width] = tuple(self._broken(width))
        return self._lines[width]

    def even_lines(self, width: float) -> tuple[Line, ...]:
        """Return as many lines as at `width`, the last of two or three not left with a lone word where others can give.

        Lines are tried in less and less width. Nothing is broken in need for it.
        """
        lines = self.lines(width)
        if not 1 < len(lines) <= _FEW_LINES or self.natural_width(lines[-1]) >= _SHORT * width:
            return lines
        for share in _NARROWER:
            narrower = self.lines(width * share)
            if len(narrower) != len(lines) or self.narrowest() > width * share:
                break
            if self.natural_width(narrower[-1]) >= _SHORT * width:
                return narrower
        return lines

    def _broken(self, width: float) -> list[Line]:
        made: list[Line] = []
        start = 0
        while start < len(self.text):
            line = self._line(start, width)
            made.append(line)
            start = line.end
        return made or [Line(0, 0)]

    def balanced(self, width: float) -> tuple[Line, ...]:
        """Return as few lines as at `width`, as even as they can be: no title ends in a lonely word.

        What is broken in need, or by its author, is left as it is.
        """
        lines = self.lines(width)
        if len(lines) == 1 or self.narrowest() > width or LINE_SEPARATOR in self.text:
            return lines
        if width not in self._balanced:
            self._balanced[width] = self._evenly(len(lines), width)
        return self._balanced[width]

    def _evenly(self, count: int, width: float) -> tuple[Line, ...]:
        """Return the `count` lines whose squared widths have the smallest sum."""
        best: dict[int, tuple[float, tuple[Line, ...]]] = {0: (0.0, ())}  # by the end of the last line
        for _ in range(count):
            grown: dict[int, tuple[float, tuple[Line, ...]]] = {}
            for start, (cost, made) in best.items():
                for cut in self._breaks_after(start):
                    wide = self._measure(start, cut)
                    if wide > width:
                        break
                    if cut not in grown or cost + wide**2 < grown[cut][0]:
                        grown[cut] = cost + wide**2, (*made, Line(start, cut))
            best = grown
        return best[len(self.text)][1]

    def natural_width(self, line: Line) -> float:
        """Return the width of a line's visible characters."""
        return self._measure(line.start, line.end) + (self._hyphen_advance() if line.hyphen else 0)

    def narrowest(self) -> float:
        """Return the width of the longest piece that is only broken in need."""
        return max((self._measure(a, b) for a, b in itertools.pairwise([0, *self._breaks])), default=0.0)

    def segments(self, line: Line, width: float) -> tuple[Segment, ...]:
        """Return a line's segments in logical order, placed in a column of `width` from its start edge.

        The space at a line's end is among them, past the other edge: without it, who reads by ear hears two words
        as one (ISO 32000-1, 14.8.2.5).
        """
        if (line, width) not in self._segments:
            self._segments[line, width] = tuple(self._placed(line, width))
        return self._segments[line, width]

    def _placed(self, line: Line, width: float) -> list[Segment]:
        last = line.end - 1 if self.text[line.end - 1 : line.end] == LINE_SEPARATOR else line.end
        pieces = list(self._pieces(line.start, last))
        order = visual_order([level for _, level, _ in pieces])
        widths = [sum(cluster.advance for cluster in clusters) for _, _, clusters in pieces]
        if line.hyphen and pieces:
            widths[-1] += self._hyphen_advance()
        x = width - sum(widths) if self.direction == "rtl" else 0.0
        lefts = [0.0] * len(pieces)
        for index in order:
            lefts[index] = x
            x += widths[index]
        return [
            Segment(item, level, clusters, lefts[index], widths[index], line.hyphen and index == len(pieces) - 1)
            for index, (item, level, clusters) in enumerate(pieces)
        ]

    def _pieces(self, start: int, end: int) -> Iterator[tuple[Item, int, tuple[Cluster, ...]]]:
        """Yield what each item has of text[start:end]; the space at its end runs in the line's direction (L1)."""
        hanging = self._visible_end(start, end)
        for item, clusters in zip(self.items, self.clusters, strict=True):
            first, last = max(start, item.start), min(end, item.end)
            if first >= last:
                continue
            if first < hanging < last and item.level != self.base:
                yield item, item.level, self._cut(item, clusters, first, hanging)
                first = hanging
            yield item, item.level if first < hanging else self.base, self._cut(item, clusters, first, last)

    def _cut(self, item: Item, clusters: list[Cluster], first: int, last: int) -> tuple[Cluster, ...]:
        if first == item.start and last == item.end:
            return tuple(clusters)
        # A cut at a space changes no shape; any other may (ligatures, joined letters), so the rest is shaped again.
        clean = (first == item.start or self.text[first - 1] == " ") and (
            last == item.end or self.text[last] == " " or self.text[last - 1] == " "
        )
        if clean:
            return tuple(cluster for cluster in clusters if first <= cluster.start < last)
        return tuple(shape(item.font, self.text, first, last, item.level % 2 == 1, item.script, item.span.lang))

    def _line(self, start: int, width: float) -> Line:
        best = None
        overflow = len(self.text)
        for cut in self._breaks_after(start):
            if self._measure(start, cut) > width:
                overflow = cut
                break
            best = cut
            if self.text[cut - 1] == LINE_SEPARATOR:
                break
        if best is not None:
            return Line(start, best)
        return self._broken_word(start, overflow, width)

    def _broken_word(self, start: int, end: int, width: float) -> Line:
        """Return a line for what is wider than the column: broken where only we would not, else hyphenated."""
        spaces = [start + cut for cut in breaks_in_need(self.text[start:end], self.lang) if start + cut < end]
        fitting = [cut for cut in spaces if self._measure(start, cut) <= width]
        if fitting:  # a number and its unit, which stand on one line where there is room
            return Line(start, max(fitting))
        word = self.text[start:end].rstrip(" ,.;:!?)»”")
        if len(word) >= _SHORTESTHYPHENATED and word.replace("-", "").isalpha():
            for position in sorted(_hyphen_positions(self.lang, word), reverse=True):
                if self._measure(start, start + position) + self._hyphen_advance() <= width:
                    return Line(start, start + position, hyphen=True)
        # A cluster may be less than a reader's character: HarfBuzz gives a mark one of its own where it can.
        whole = {start + cut for cut in characters(self.text[start:end], self.lang)}
        ends = [cluster.end for clusters in self.clusters for cluster in clusters if cluster.end in whole]
        fitting = [cut for cut in ends if self._measure(start, cut) <= width]
        return Line(start, max(fitting) if fitting else min(ends, default=end))

    def _breaks_after(self, start: int) -> list[int]:
        return self._breaks[bisect.bisect_right(self._breaks, start) :]

    def _measure(self, start: int, end: int) -> float:
        return self._offsets[self._visible_end(start, end)] - self._offsets[start]

    def _visible_end(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in _HANGING:
            end -= 1
        return end

    def _hyphen_font(self) -> Font | None:
        return self.items[0].font if self.items else None

    def _hyphen_advance(self) -> float:
        font = self._hyphen_font()
        return font.advance(hyphen_glyph(font)) if font else 0.0


def hyphen_glyph(font: Font) -> int:
    """Return the glyph that shows a hyphen."""
    glyph = font.hb.get_nominal_glyph(ord(HYPHEN)) or font.hb.get_nominal_glyph(ord("-"))
    return int(glyph or 0)


def set_text(spans: Sequence[Span], lang: str, direction: Direction, stack: Sequence[FontFile]) -> Setting:
    """Return the shaped paragraph of `spans` in a line of `direction`."""
    return _set_text(tuple(spans), lang, direction, tuple(stack))


@functools.lru_cache(maxsize=_CACHED)
def _set_text(spans: tuple[Span, ...], lang: str, direction: Direction, stack: tuple[FontFile, ...]) -> Setting:
    text = "".join(span.text for span in spans)
    owners = [span for span in spans for _ in span.text]
    bidi = levels(text, 1 if direction == "rtl" else 0)
    missing: set[str] = set()
    items = itemize(text, owners, bidi, stack, missing) if text else []
    clusters = [
        shape(item.font, text, item.start, item.end, item.level % 2 == 1, item.script, item.span.lang) for item in items
    ]
    advances = [0.0] * len(text)
    for cluster in itertools.chain.from_iterable(clusters):
        advances[cluster.start] = cluster.advance
    return Setting(
        text=text,
        lang=lang,
        direction=direction,
        items=items,
        levels=bidi,
        clusters=clusters,
        missing=frozenset(missing),
        _offsets=[0.0, *itertools.accumulate(advances)],
        _breaks=line_breaks(text, lang),
    )


@functools.cache
def _hyphen_positions(lang: str, word: str) -> tuple[int, ...]:
    import pyphen  # dictionaries take up to half a second: loaded only for a word that fits no line

    known = pyphen.language_fallback(lang.replace("-", "_"))
    return tuple(pyphen.Pyphen(lang=known, left=3, right=3).positions(word)) if known else ()
