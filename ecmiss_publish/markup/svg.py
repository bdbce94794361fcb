"""An SVG file -> a `Drawing`: shapes that every writer can draw, and places for labels.

The part of SVG that flat drawings and logos are made of is understood: paths, rectangles, circles, ellipses, lines
and polygons, groups, transforms, plain colours as attributes, as `style` or by class. All else is refused aloud.
Lines have round ends and joins. Nothing of the file is passed on as it stands; what could act in a browser or fetch
something is refused all the same, since the file itself is handed around too.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from ecmiss_publish.markup.svg_path import (
    FARTHEST,
    IDENTITY,
    Matrix,
    ellipse,
    moved,
    multiplied,
    numbers_in,
    path_commands,
    plain_number,
    polygon,
    rectangle,
    scale_of,
    transform_matrix,
)
from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.problem import Origin, Problem, Report
from ecmiss_publish.model.scene import Anchor, Command, Label, Shape

_SVG = "http://www.w3.org/2000/svg"
_DEEPEST = 100  # elements within elements
_ROLE = re.compile(r"var\(--([a-z-]+)(?:,[^)]*)?\)")
_LITERAL = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_NAMED = {"black": "#000000", "white": "#ffffff"}
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!['\"#\s])|@import", re.IGNORECASE)
_ACTING = frozenset({"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"})
_UNPAINTED = frozenset({"title", "desc", "defs", "metadata", "style"})
_INHERITED = frozenset(
    {"fill", "stroke", "stroke-width", "fill-rule", "fill-opacity", "stroke-opacity", "stroke-dasharray", "visibility"}
)
# What would be lost without a word, unless it says that there is nothing to lose.
_NOT_DRAWN = {
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), ("1", "1.0", "100%")),
    **dict.fromkeys(("clip-path", "mask", "filter", "stroke-dasharray"), ("none",)),
    "mix-blend-mode": ("normal",),
}
_LOOKS = _INHERITED | _NOT_DRAWN.keys() | {"display", "transform"}
_APPLY = "let the drawing program apply it to the shapes themselves"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as it was read: the same for every locale. `places` are labels whose Text is still to come."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    places: tuple[tuple[str, Label], ...] = ()
    problems: tuple[Problem, ...] = ()


@functools.lru_cache(maxsize=32)
def read_svg(path: str, data: bytes, *, own_colours: bool = False) -> Drawing:
    """Return the drawing in `data`; what is wrong with it is in its `problems`.

    A drawing of an article has the theme's colours, as `var(--bone)`, and places for labels. One with its
    `own_colours`, a logo, has literal colours, black where it names none, and no words that are not outlines.
    """
    report = Report()
    try:
        _refuse_traps(data)
        root = ET.fromstring(data)
    except _TrapError as trap:
        report.error(trap.code, str(trap), at=Origin(path, trap.line), hint=trap.hint)
    except (ET.ParseError, expat.ExpatError) as error:
        line = error.position[0] if isinstance(error, ET.ParseError) else error.lineno
        report.error(
            "svg-syntax", str(error).split(":")[0], at=Origin(path, line), hint="save the drawing again as SVG"
        )
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        report.error("svg-syntax", str(error), at=Origin(path), hint="save the drawing as UTF-8")
    else:
        return _Reader(path, own_colours, report).drawing(root)
    return Drawing(1, 1, problems=tuple(report))


# --- what is refused before anything is read --------------------------------------------------------------------


class _TrapError(Exception):
    def __init__(self, code: str, message: str, hint: str, line: int) -> None:
        super().__init__(message)
        self.code, self.hint, self.line = code, hint, line


def _refuse_traps(data: bytes) -> None:
    """Raise _TrapError at a document type, which can hold entities, and where elements are nested without end."""
    parser = expat.ParserCreate()
    depth = 0

    def doctype(*_: object) -> None:
        raise _TrapError(
            "unsafe-svg", "the drawing has a <!DOCTYPE>", "delete it; SVG needs none", parser.CurrentLineNumber
        )

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            message = f"elements stand more than {_DEEPEST} deep in one another"
            raise _TrapError("drawing", message, "let the drawing program ungroup them", parser.CurrentLineNumber)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)


# --- elements ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """What an element has of its own and from the groups around it."""

    values: Mapping[str, str] = field(default_factory=dict)
    matrix: Matrix = IDENTITY


@dataclass(slots=True)
class _Reader:
    path: str
    own_colours: bool
    report: Report
    classes: dict[str, dict[str, str]] = field(default_factory=dict)
    shapes: list[Shape] = field(default_factory=list)
    places: list[tuple[str, Label]] = field(default_factory=list)

    def drawing(self, root: ET.Element) -> Drawing:
        self.check_safe(root)
        if _name(root) != "svg":
            self.wrong(f"the file is no SVG drawing: it begins with <{_local(root.tag)}>", "save the drawing as SVG")
            return Drawing(1, 1, problems=tuple(self.report))
        for sheet in root.iter():
            if _name(sheet) == "style":
                self.style_sheet(sheet.text or "")
        x, y, width, height = self.box(root)
        look = self.look(root, _Look(matrix=IDENTITY if x == y == 0 else (1, 0, 0, 1, -x, -y)))
        for child in root:
            self.element(child, look)
        return Drawing(width, height, tuple(self.shapes), tuple(self.places), tuple(self.report))

    def box(self, root: ET.Element) -> tuple[float, float, float, float]:
        """Return the part of the plane that is the picture: x, y, width, height."""
        try:
            box = numbers_in(root.get("viewBox", ""))
        except ValueError:
            box = (0.0,)
        if not box:
            box = (0, 0, *(plain_number(root.get(name, "")) or 0 for name in ("width", "height")))
        if len(box) == 4 and min(box[2:]) > 0 and max(map(abs, box)) <= FARTHEST:
            return (box[0], box[1], box[2], box[3])
        self.wrong("the drawing does not say how large it is", 'write viewBox="0 0 480 300" on <svg>')
        return (0, 0, 1, 1)

    def element(self, element: ET.Element, around: _Look) -> None:
        name = _name(element)
        if name is None or name in _UNPAINTED:
            return  # a drawing program's own
        look = self.look(element, around)
        if look.values.get("display") == "none" or look.values.get("visibility") in ("hidden", "collapse"):
            return
        for key, harmless in _NOT_DRAWN.items():
            if look.values.get(key, harmless[0]) not in harmless:
                self.wrong(
                    f"{key} on <{name}> is not drawn", "let the drawing program apply it to the shapes themselves"
                )
        if name == "g":
            for child in element:
                self.element(child, look)
        elif name == "text" and not self.own_colours:
            self.label(element, look)
        else:
            self.shape(name, element, look)

    def look(self, element: ET.Element, around: _Look) -> _Look:
        """Return the element's look: inherited, then its attributes, its classes and its style, as CSS has it."""
        values = {key: value for key, value in around.values.items() if key in _INHERITED}
        values |= {key: value.strip() for key, value in element.items() if key in _LOOKS}
        for name in element.get("class", "").split():
            values |= self.classes.get(name, {})
        values |= _declarations(element.get("style", ""))
        return _Look(values, multiplied(around.matrix, self.matrix(values.get("transform", "none"))))

    def matrix(self, value: str) -> Matrix:
        try:
            return IDENTITY if value == "none" else transform_matrix(value)
        except ValueError as error:
            self.wrong(str(error), _APPLY)
            return IDENTITY

    def style_sheet(self, css: str) -> None:
        """Keep what a `<style>` says of classes. What it says of `:root` is for drawing programs only."""
        for selectors, block in _RULE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
            for selector in (words.strip() for words in selectors.split(",")):
                if re.fullmatch(r"\.[\w-]+", selector):
                    self.classes.setdefault(selector[1:], {}).update(_declarations(block))
                elif selector != ":root":
                    self.wrong(f"the style of “{selector}” is not understood", "give shapes a class or attributes")

    # --- shapes and labels ---

    def shape(self, name: str, element: ET.Element, look: _Look) -> None:
        try:
            commands = tuple(moved(command, look.matrix) for command in self.commands(name, element))
        except ValueError as error:
            self.wrong(str(error), "let the drawing program save plain paths")
            return
        if any(not abs(value) <= FARTHEST for _, points in commands for value in points):
            self.wrong(f"a <{name}> lies far outside the drawing", "move it inside, or delete it")
        elif commands:
            width = self.number(look.values, "stroke-width", "1")
            self.shapes.append(
                Shape(
                    commands=commands,
                    fill=self.colour(look.values, "fill", "black" if self.own_colours else "none"),
                    stroke=self.colour(look.values, "stroke"),
                    width=width if look.matrix == IDENTITY else width * scale_of(look.matrix),
                    hatch=self.colour(element.attrib, "data-hatch"),
                    even_odd=look.values.get("fill-rule") == "evenodd",
                )
            )

    def commands(self, name: str, element: ET.Element) -> Iterator[Command]:
        def number(name: str, default: str = "0") -> float:
            return self.number(element.attrib, name, default)

        match name:
            case "path":
                yield from path_commands(element.get("d", ""))
            case "rect":
                radius = element.get("rx", element.get("ry", "0"))
                radii = number("rx", radius), number("ry", radius)
                yield from rectangle(number("x"), number("y"), number("width"), number("height"), *radii)
            case "circle":
                yield from ellipse(number("cx"), number("cy"), number("r"), number("r"))
            case "ellipse":
                yield from ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
            case "line":
                yield ("M", (number("x1"), number("y1")))
                yield ("L", (number("x2"), number("y2")))
            case "polygon" | "polyline":
                yield from polygon(element.get("points", ""), closed=name == "polygon")
            case "text":
                self.wrong(
                    "<text> in a logo is not drawn, since its font is missing elsewhere", "save words as outlines"
                )
            case other:
                self.wrong(f"<{other}> is more SVG than this tool draws", "use paths, rectangles, circles and lines")

    def label(self, element: ET.Element, look: _Look) -> None:
        anchors: dict[str, Anchor] = {"start": "start", "middle": "middle", "end": "end"}
        a, b, c, d, *_ = look.matrix
        if (b, c) != (0, 0) or a != d or a <= 0:
            self.wrong("a label is turned, mirrored or stretched", "labels are moved and scaled only")
        _, place = moved(("M", (self.number(element.attrib, "x"), self.number(element.attrib, "y"))), look.matrix)
        label = Label(
            text=plain_text("", "und"),
            x=place[0],
            y=place[1],
            anchor=anchors.get(element.get("text-anchor", "start"), "start"),
            room=self.number(element.attrib, "data-room", "100"),
            size=self.number(element.attrib, "font-size", "10"),
            colour=self.colour(look.values, "fill") or "ink",
            strong=element.get("font-weight") == "700",
            lines=max(0, int(self.number(element.attrib, "data-lines"))) or None,
        )
        if a != 1:
            label = replace(label, room=label.room * a, size=label.size * a)
        self.places.append((element.get("data-label", ""), label))

    # --- values ---

    def number(self, values: Mapping[str, str], name: str, default: str = "0") -> float:
        value = values.get(name, default)
        number = plain_number(value)
        if number is None:
            self.wrong(f"{name}=“{value}” is no plain number", "write lengths without units and without percent signs")
            return 1.0
        return number

    def colour(self, values: Mapping[str, str], name: str, default: str = "none") -> str | None:
        value = values.get(name, default)
        if value in ("none", "transparent"):
            return None
        if not self.own_colours:
            role = _ROLE.fullmatch(value)
            if role:
                return role[1]
            self.wrong(f"{name}=“{value}” is no colour of the theme", 'write it as "var(--bone)"')
            return None
        literal = _NAMED.get(value.lower(), value.lower())
        if _LITERAL.fullmatch(literal):
            return literal.upper() if len(literal) == 7 else f"#{''.join(2 * digit for digit in literal[1:])}".upper()
        what = "a gradient or pattern" if value.startswith("url(") else "no plain colour"
        self.wrong(f"{name}=“{value}” is {what}", "save the logo with flat colours, like #0B4F6C")
        return None

    # --- what could act or fetch ---

    def check_safe(self, root: ET.Element) -> None:
        for element in root.iter():
            name = _local(element.tag)
            if name in _ACTING:
                self.unsafe(f"<{name}> can act in a browser")
            if _OUTSIDE.search(element.text or "") and name == "style":
                self.unsafe("the <style> fetches something from outside the drawing")
            for key, value in element.items():
                if _local(key).lower().startswith("on"):
                    self.unsafe(f"{_local(key)} on <{name}> can act in a browser")
                elif (_local(key) == "href" and not value.strip().startswith("#")) or _OUTSIDE.search(value):
                    self.unsafe(f"{_local(key)} on <{name}> leads outside the drawing")

    def unsafe(self, message: str) -> None:
        self.report.error("unsafe-svg", message, at=Origin(self.path), hint="delete it from the drawing")

    def wrong(self, message: str, hint: str | None = None) -> None:
        self.report.error("drawing", message, at=Origin(self.path), hint=hint)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _name(element: ET.Element) -> str | None:
    """Return the name of an element of SVG, None for what another vocabulary has added."""
    space, _, name = element.tag.rpartition("}")
    return name if space in ("", f"{{{_SVG}") else None


def _declarations(css: str) -> dict[str, str]:
    """Return the looks that a `style` or a rule's block gives."""
    pairs = (words.partition(":") for words in css.split(";"))
    return {key.strip(): value.strip() for key, _, value in pairs if key.strip() in _LOOKS}
