"""A set paragraph's lines -> content-stream operators, each run of glyphs inside its structure element."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from ecmiss_publish.model.inline import plain
from ecmiss_publish.typeset.bidi import CONTROLS
from ecmiss_publish.typeset.spans import Span
from ecmiss_publish.typeset.wrap import Line, Segment, Setting, hyphen_glyph
from ecmiss_publish.write.pdf.canvas import RGB, TaggedCanvas
from ecmiss_publish.write.pdf.font import Code, EmbeddedFont, cluster_code, hyphen_code
from ecmiss_publish.write.pdf.tags import Element

_CONTROLS = "".join(CONTROLS)
_STEP = 0.05  # thousandths of an em that a glyph may stand beside its place
_CIRCLE = 0.5523  # where the controls of a quarter circle's Bézier curve lie, in radii
_SLOPE = 0.2  # tan of the slant of an emphasis where a family has no italic of its own


def number(value: float) -> str:
    """Return `value` as PDF writes numbers, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


@lru_cache(maxsize=256)  # a theme has some thirty colours
def colour_operator(rgb: RGB, operator: str) -> str:
    """Return the operator that sets a fill (`rg`) or stroke (`RG`) colour."""
    return f"{number(rgb[0])} {number(rgb[1])} {number(rgb[2])} {operator}"


def filled_box(rgb: RGB, x: float, y: float, width: float, height: float) -> str:
    """Return the operators of a rectangle with its lower left corner at (x, y)."""
    return f"{colour_operator(rgb, 'rg')} {number(x)} {number(y)} {number(width)} {number(height)} re f"


def disc(rgb: RGB, x: float, y: float, radius: float) -> str:
    """Return the operators of a filled circle around (x, y), as four Bézier curves."""
    arm = radius * _CIRCLE
    curves = (
        (x + radius, y + arm, x + arm, y + radius, x, y + radius),
        (x - arm, y + radius, x - radius, y + arm, x - radius, y),
        (x - radius, y - arm, x - arm, y - radius, x, y - radius),
        (x + arm, y - radius, x + radius, y - arm, x + radius, y),
    )
    path = " ".join(f"{' '.join(map(number, curve))} c" for curve in curves)
    return f"{colour_operator(rgb, 'rg')} {number(x + radius)} {number(y)} m {path} f"


@dataclass(slots=True)
class Inks:
    """What belongs to each span of one paragraph: colours, and elements for links and other languages."""

    colour: RGB
    link_colour: RGB
    element: Element | None
    lang: str
    _elements: dict[int, Element] = field(default_factory=dict)

    def element_of(self, span: Span) -> Element | None:
        """Return the element that the span's characters belong to; made when first asked for."""
        if self.element is None or (span.link is None and span.lang == self.lang):
            return self.element
        key = id(span.link) if span.link else id(span)  # the second name of a paragraph comes after the words between
        if key not in self._elements:
            lang = span.lang if span.lang != self.lang else None
            tag = "Link" if span.link else "Span"
            self._elements[key] = Element(tag, self.element, lang=lang, late=True)
        return self._elements[key]


def draw_line(
    canvas: TaggedCanvas, setting: Setting, line: Line, x: float, y: float, width: float, size: float, inks: Inks
) -> None:
    """Draw one line with its baseline at `y`, in a column from `x` that is `width` wide; points."""
    segments = [each for each in setting.segments(line, width * 1000 / size) if _strokes(setting.text, each)]
    # The content stream follows the reading order of elements, and the visual order within each.
    for element, group in groupby(segments, key=lambda segment: inks.element_of(segment.item.span)):
        members = list(group)
        with canvas.inside(element):
            canvas.operators(_text_object(canvas, setting, members, x, y, size, inks))
        if element is not None and element.tag == "Link":
            _link(canvas, element, members, x, y, size)


def _text_object(
    canvas: TaggedCanvas, setting: Setting, segments: Sequence[Segment], x: float, y: float, size: float, inks: Inks
) -> str:
    code = ["BT"]
    font: EmbeddedFont | None = None
    colour: RGB | None = None
    for segment in segments:
        embedded = canvas.embedded(segment.item.font)
        if embedded is not font:
            font = embedded
            code.append(f"/{font.name} {number(size)} Tf")
        wanted = inks.link_colour if segment.item.span.link else inks.colour
        if wanted != colour:
            colour = wanted
            code.append(colour_operator(colour, "rg"))
        slanted = segment.item.span.slope and "Italic" not in segment.item.font.file.name
        left = x + segment.x * size / 1000
        code.append(f"1 0 {_SLOPE if slanted else 0} 1 {number(left)} {number(y)} Tm")
        code.append(_glyphs(embedded, setting.text, segment))
    code.append("ET")
    return " ".join(code)


def _glyphs(font: EmbeddedFont, text: str, segment: Segment) -> str:
    """Return the TJ operator of a segment."""
    parts = [part if isinstance(part, str) else f"<{font.hex(part)}>" for part in _strokes(text, segment)]
    return f"[{''.join(parts)}] TJ"


# Codes that are painted one after the other, and moves, as the file writes them, between such strings.
_Strokes: TypeAlias = tuple[tuple[Code, ...] | str, ...]


@lru_cache(maxsize=20_000)  # a setting keeps its segments, so that the same words are taken apart once in a process
def _strokes(text: str, segment: Segment) -> _Strokes:
    """Return what a segment paints, in visual order from the left; nothing where it has only an isolate's characters.

    Numbers between strings are added up first: some readers take two in a row for one.
    """
    parts: list[tuple[Code, ...] | str] = []
    codes: list[Code] = []
    move = 0.0
    font = segment.item.font
    clusters = reversed(segment.clusters) if segment.level % 2 else iter(segment.clusters)
    for cluster in clusters:
        words = text[cluster.start : cluster.end]
        if words[0] in CONTROLS and not words.strip(_CONTROLS):
            continue
        if move > _STEP or move < -_STEP:
            if codes:
                parts.append(tuple(codes))
                codes.clear()
            parts.append(number(move))
            move = 0.0
        code = cluster_code(font, cluster.glyphs, words)
        codes.append(code)
        move += code.width - cluster.advance
    if segment.hyphen:
        codes.append(hyphen_code(font, hyphen_glyph(font)))
    if codes:
        parts.append(tuple(codes))
    return tuple(parts)


def _link(canvas: TaggedCanvas, element: Element, segments: Sequence[Segment], x: float, y: float, size: float) -> None:
    left = min(segment.x for segment in segments) * size / 1000
    right = max(segment.x + segment.width for segment in segments) * size / 1000
    box = (x + left, y - size * 0.25, x + right, y + size * 0.9)
    link = segments[0].item.span.link
    assert link is not None
    canvas.link(link.href, box, element, plain(link.inlines))
