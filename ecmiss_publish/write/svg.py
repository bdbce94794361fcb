"""A `Scene` -> SVG: inside a web page, and as a file of its own beside the bitmap of a Word document."""

from __future__ import annotations

import base64
import functools
from collections.abc import Iterator, Mapping
from html import escape

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Direction, Locale
from ecmiss_publish.model.scene import (
    HATCH_STEP,
    HATCH_WIDTH,
    LABEL_LEADING,
    Anchor,
    Command,
    Image,
    Label,
    Scene,
    Shape,
    is_literal,
)
from ecmiss_publish.typeset.fonts import font_stack
from ecmiss_publish.typeset.labels import label_lines
from ecmiss_publish.write.theme import Theme

_OTHER_END: Mapping[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def scene_svg(scene: Scene, document: Document, theme: Theme, alt: Text | None = None) -> str:
    """Return `scene` as one `<svg>` element that needs nothing around it; `alt` says in words what it shows.

    Colours are values and not CSS variables, because Word and mail programs know none. A label is real text, so
    that it can be found, copied and read back.
    """
    lang = alt.lang if alt else document.locale.tag
    names = dict.fromkeys(file.family for file in font_stack(document.locale.script, theme.fonts))
    root = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {_number(scene.width)} {_number(scene.height)}",
        "width": _number(scene.width),
        "height": _number(scene.height),
        "xml:lang": lang,
        "font-family": ", ".join([*(f"'{name}'" for name in names), "sans-serif"]),
    }
    if alt is not None:
        root |= {"role": "img", "aria-label": " ".join(alt.plain.split())}
    if scene.images:
        root["xmlns:xlink"] = "http://www.w3.org/1999/xlink"
    parts = [f"<svg{_attributes(root)}>", *_patterns(scene, theme)]
    parts.extend(map(_image, scene.images))
    parts.extend(_path(shape, scene, theme) for shape in scene.shapes)
    parts.extend(_label(label, lang, document, theme) for label in scene.labels)
    return "\n".join([*parts, "</svg>"])


# --- shapes -----------------------------------------------------------------------------------------------------


def _patterns(scene: Scene, theme: Theme) -> Iterator[str]:
    colours = list(dict.fromkeys(shape.hatch for shape in scene.shapes if shape.hatch))
    if not colours:
        return
    yield "<defs>"
    for colour in colours:
        pattern = {
            "id": _pattern_id(scene, colour),
            "patternUnits": "userSpaceOnUse",
            "width": _number(HATCH_STEP),
            "height": _number(HATCH_STEP),
            "patternTransform": "rotate(45)",
        }
        line = {"width": _number(HATCH_WIDTH), "height": _number(HATCH_STEP), "fill": _colour(colour, theme)}
        yield f"<pattern{_attributes(pattern)}><rect{_attributes(line)}/></pattern>"
    yield "</defs>"


def _pattern_id(scene: Scene, colour: str) -> str:
    # Several pictures share a page, and an id must be the only one of its name there.
    return f"{scene.name}-hatch-{colour.removeprefix('#')}"


def _path(shape: Shape, scene: Scene, theme: Theme) -> str:
    data = _data(shape.commands)
    outline = {"fill": _colour(shape.fill, theme) if shape.fill else "none"}
    if shape.even_odd:
        outline["fill-rule"] = "evenodd"
    if shape.stroke:
        outline |= {"stroke": _colour(shape.stroke, theme), "stroke-linejoin": "round", "stroke-linecap": "round"}
        if shape.width != 1:
            outline["stroke-width"] = _number(shape.width)
    drawn = f"<path{_attributes({'d': data, **outline})}/>"
    if shape.hatch:
        hatched = {"d": data, "fill": f"url(#{_pattern_id(scene, shape.hatch)})"}
        drawn += f"<path{_attributes(hatched | ({'fill-rule': 'evenodd'} if shape.even_odd else {}))}/>"
    return drawn


# Locales differ in a drawing's words and not in its shapes.
@functools.lru_cache(maxsize=4096)
def _data(commands: tuple[Command, ...]) -> str:
    return "".join(name + " ".join(map(_number, points)) for name, points in commands)


def _image(image: Image) -> str:
    # The picture must need nothing around it, and Word and older programs know href only by its XLink name.
    attributes = {
        "x": _number(image.x),
        "y": _number(image.y),
        "width": _number(image.width),
        "height": _number(image.height),
        "preserveAspectRatio": "none",
        "xlink:href": f"data:image/png;base64,{base64.b64encode(image.data).decode('ascii')}",
    }
    return f"<image{_attributes(attributes)}/>"


# --- labels -----------------------------------------------------------------------------------------------------


def _label(label: Label, lang: str, document: Document, theme: Theme) -> str:
    """Return the label as text; `lang` is the language of the whole picture."""
    direction = Locale.of_tag(label.text.lang).direction
    anchor = _anchor(label.anchor, direction, document.locale.direction)
    attributes = {
        "data-unit": label.text.unit or "",
        "x": _number(label.x),
        "y": _number(label.y),
        "font-size": _number(label.size),
        "fill": _colour(label.colour, theme),
        "direction": direction,
    }
    if anchor != "start":
        attributes["text-anchor"] = anchor
    if label.strong:
        attributes["font-weight"] = "700"
    if label.text.lang != lang:
        attributes["xml:lang"] = label.text.lang
    lines = label_lines(label.text, label.size, label.room, label.strong, theme.fonts)
    return f"<text{_attributes(attributes)}>{_lines(lines, label)}</text>"


def _lines(lines: tuple[str, ...], label: Label) -> str:
    if len(lines) == 1:
        return escape(lines[0])
    step = label.size * LABEL_LEADING
    return "".join(
        f'<tspan x="{_number(label.x)}" y="{_number(label.y + index * step)}">{escape(line)}</tspan>'
        for index, line in enumerate(lines)
    )


def _anchor(anchor: Anchor, direction: Direction, page: Direction) -> Anchor:
    # A scene's anchors are in the direction of its page, SVG's in that of the words: an English label that stands
    # in for a missing Arabic one still begins at the same side of its place.
    return anchor if direction == page else _OTHER_END[anchor]


# --- values -----------------------------------------------------------------------------------------------------


def _colour(name: str, theme: Theme) -> str:
    return name if is_literal(name) else theme.colours[name]


def _attributes(values: Mapping[str, str]) -> str:
    return "".join([f' {name}="{escape(value)}"' for name, value in values.items()])


def _number(value: float) -> str:
    """Return `value` to a hundredth of a unit, as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
