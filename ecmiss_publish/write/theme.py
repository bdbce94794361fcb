"""`templates/theme.toml` -> `Theme`: colours, sizes, spaces and pages by name, the same for every writer."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ecmiss_publish.markup.toml_file import TomlFile, read_toml
from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.typeset.fonts import FontFile, open_font
from ecmiss_publish.write.contrast import check_contrast

THEME_PATH = "templates/theme.toml"
_LEAST_ROOM = 100.0  # points of width and height for text
_POINTS_PER_MM = 72 / 25.4
BLEED = 3 * 72 / 25.4  # points that artwork goes on beyond the edge where a sheet will be cut
_TABLES = ("colour", "size", "space", "role", "page", "script", "fonts")
_PAGE_REST = ("multiple", "size", "panels")
_REQUIRED_COLOURS = (
    *("paper", "ink", "muted", "rule", "primary", "primary-tint", "teal", "teal-tint", "amber", "amber-tint"),
    *("ecmiss", "ecmiss-tint", "open", "open-tint"),
)
_REQUIRED_SIZES = ("furniture", "small", "body", "lead", "h1", "h2", "h3")
_REQUIRED_SPACES = ("paragraph", "item", "section", "heading", "panel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A field of a page that is not filled page by page: the side of the sheet it is on, its place on that side.

    Points from the side's upper left corner, as a left-to-right document has it. `height` 0 means down to the edge.
    """

    side: int = 1
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A printed form, or the screen. Lengths are points.

    `foot` is the bottom margin, `measure` the widest line in characters. `least` is the smallest size of words that
    are not furniture. `sizes` take the place of the theme's own. A form with `panels` has room for what they hold and
    no more: sizes shrink towards `least` until it fits. The number of pages is a multiple of `multiple`.
    """

    width: float = 0.0
    height: float = 0.0
    margin: float = 0.0
    foot: float = 0.0
    measure: int = 68
    least: float = 0.0
    multiple: int = 1
    sizes: Mapping[str, float] = field(default_factory=dict)
    panels: tuple[Panel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStyle:
    """How a block with a role looks; colours and sizes by name.

    `columns` are the shares of the columns that its items or children stand in; where one would be narrower than
    `narrowest`, in sizes of the body, they stand one below the other. `level` sets their first lines on one baseline.
    `fill` and `edge` belong to the block, or to each item of a list. `line` joins the numbers of steps. `together`
    keeps it on one page, `hold` on the page of what follows it. `run_in` puts a term on the line of what is said of
    it, `rule` a line to write on behind the words. `after` names the space below.
    """

    columns: tuple[float, ...] = ()
    narrowest: float = 14.0
    level: bool = False
    fill: str | None = None
    edge: str | None = None
    colour: str | None = None
    title: str | None = None
    size: str | None = None
    after: str | None = None
    bold: bool = False
    run_in: bool = False
    rule: bool = False
    marker: bool = True
    line: bool = False
    together: bool = False
    hold: bool = False


@dataclass(frozen=True, slots=True)
class ScriptStyle:
    """How a script is set: line height and scale as factors; `slope` is whether it has an italic."""

    line: float = 1.4
    scale: float = 1.0
    slope: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The look by names. `colours` are `#RRGGBB`; `sizes` and `spaces` are points."""

    colours: Mapping[str, str]
    sizes: Mapping[str, float]
    spaces: Mapping[str, float]
    pages: Mapping[str, Page]
    scripts: Mapping[str, ScriptStyle]
    fonts: Mapping[str, tuple[FontFile, ...]]
    roles: Mapping[str, RoleStyle] = field(default_factory=dict)

    def script(self, code: str) -> ScriptStyle:
        """Return how the script with this ISO 15924 code is set."""
        return self.scripts.get(code, ScriptStyle())

    def role(self, name: str | None) -> RoleStyle:
        """Return how a block with the role `name` looks."""
        return self.roles.get(name or "", _PLAIN)

    def rgb(self, name: str) -> tuple[float, float, float]:
        """Return the colour `name`, or one that is written as #RRGGBB, as red, green and blue from 0 to 1."""
        return _rgb(name if name.startswith("#") else self.colours[name])

    def on(self, page: Page) -> Theme:
        """Return the theme with the sizes that `page` has of its own."""
        return replace(self, sizes={**self.sizes, **page.sizes}) if page.sizes else self

    def closer(self, line: float) -> Theme:
        """Return the theme with line heights multiplied."""
        scripts = {code: replace(script, line=script.line * line) for code, script in self.scripts.items()}
        return replace(self, scripts=scripts)

    def scaled(self, size: float, space: float, least: float) -> Theme:
        """Return the theme with sizes and spaces multiplied, but no size below `least` points that was above it."""
        return replace(
            self,
            sizes={name: max(points * size, min(points, least)) for name, points in self.sizes.items()},
            spaces={name: points * space for name, points in self.spaces.items()},
        )


_PLAIN = RoleStyle()
_ROLE = frozenset(item.name for item in fields(RoleStyle))


def folds(page: Page, *, rtl: bool) -> tuple[tuple[float, ...], ...]:
    """Return where each side of a sheet is folded: points from its left edge."""
    sides = sorted({panel.side for panel in page.panels})
    made = []
    for side in sides:
        edges = {panel.x for panel in page.panels if panel.side == side and panel.x > 1 and not panel.y}
        made.append(tuple(sorted(page.width - edge if rtl else edge for edge in edges)))
    return tuple(made)


@functools.lru_cache(maxsize=256)
def _rgb(value: str) -> tuple[float, float, float]:
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def document_theme(document: Document, sources: Sources, report: Report, *, paper: bool = True) -> Theme:
    """Return the theme, or raise PublishError where it lacks the page or a colour that `document` asks for.

    A page of `paper` has a width and a height; that of a screen needs none.
    """
    theme = load_theme(sources, report)
    before = report.errors
    if document.brand.colours:
        theme = replace(theme, colours={**theme.colours, **document.brand.colours})
    check_contrast(theme.colours, (document.brand.colours and document.brand.origin) or Origin(THEME_PATH), report)
    if document.edition.page not in theme.pages:
        report.error(
            "unknown-page",
            f"the edition wants the page “{document.edition.page}”, which the theme does not have",
            at=Origin(document.edition.path, 1),
            hint=f"pages of the theme are {', '.join(theme.pages)}",
        )
    elif paper and not _has_room(theme.pages[document.edition.page]):
        report.error(
            "unknown-page",
            f"the page “{document.edition.page}” leaves no room for text",
            at=Origin(THEME_PATH),
            hint="give it width, height, margin and foot",
        )
    for block in walk(document.blocks):
        for scene in (*((block.scene,) if isinstance(block, Figure) else ()), *filter(None, (block.attrs.icon,))):
            for colour in sorted(scene.colours - theme.colours.keys()):
                report.error(
                    "unknown-colour",
                    f"the picture “{scene.name}” uses the colour “{colour}”, which the theme does not have",
                    at=block.attrs.origin,
                    hint=f"add it to [colour] of {THEME_PATH}",
                )
    if report.errors > before:
        raise PublishError(document.edition.path)
    return theme.on(theme.pages[document.edition.page])


def _has_room(page: Page) -> bool:
    return page.width - 2 * page.margin >= _LEAST_ROOM and page.height - page.margin - page.foot >= _LEAST_ROOM


def load_theme(sources: Sources, report: Report) -> Theme:
    """Return the project's theme, or raise PublishError once every mistake is reported."""
    file = read_toml(THEME_PATH, sources, report, what="the theme")
    before = report.errors
    theme = _Reader(file, sources, report).theme(file.data)
    if report.errors > before:
        raise PublishError(THEME_PATH)
    return theme


@functools.lru_cache(maxsize=16)  # a font is opened once: what was shaped with it stays good
def _opened(path: str, data: bytes) -> FontFile:
    return open_font(path, data)


@dataclass(frozen=True, slots=True)
class _Reader:
    file: TomlFile
    sources: Sources
    report: Report

    def theme(self, data: dict[str, Any]) -> Theme:
        for name in data.keys() - set(_TABLES):
            self.wrong(name, f"there is no table [{name}]", f"there are {', '.join(_TABLES)}")
        tables = {name: self.table(name, data.get(name, {})) for name in _TABLES}
        return Theme(
            colours=self.colours(tables["colour"]),
            sizes=self.numbers(tables["size"], "size", _REQUIRED_SIZES, least=1),
            spaces=self.numbers(tables["space"], "space", _REQUIRED_SPACES, least=0),
            roles={name: self.role(name, self.table(name, value), tables) for name, value in tables["role"].items()},
            pages={name: self.page(name, self.table(name, value)) for name, value in tables["page"].items()},
            scripts={name: self.script(self.table(name, value)) for name, value in tables["script"].items()},
            fonts={name: self.fonts(name, value) for name, value in tables["fonts"].items()},
        )

    def table(self, name: str, value: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self.wrong(name, f"{name} is {value!r}, not a table", "write a [table] with name = value lines below it")
        return {}

    def colours(self, table: dict[str, Any]) -> dict[str, str]:
        for name in _REQUIRED_COLOURS:
            if name not in table:
                self.wrong("colour", f"[colour] has no {name}", "write it as #RRGGBB")
        for name, value in table.items():
            if not (isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value)):
                self.wrong(name, f"the colour {name} is {value!r}", "write it as #RRGGBB")
        return table

    def numbers(self, table: dict[str, Any], name: str, required: tuple[str, ...], least: float) -> dict[str, float]:
        for key in required:
            if key not in table:
                self.wrong(name, f"[{name}] has no {key}", "write it in points")
        return {key: self.number(key, value, least) for key, value in table.items()}

    def number(self, key: str, value: Any, least: float) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value < math.inf:
            return float(value)
        self.wrong(key, f"{key} is {value!r}, not a number from {least:g} on", "write a number, without a unit")
        return least

    def page(self, name: str, table: dict[str, Any]) -> Page:
        self.known(f"[page.{name}]", table, ("width", "height", "margin", "foot", "measure", "least", *_PAGE_REST))
        lengths = {key: self.length(key, table[key]) for key in ("width", "height", "margin", "foot") if key in table}
        sizes = self.table("size", table.get("size", {}))
        panels = table.get("panels", [])
        if not isinstance(panels, list):
            self.wrong(
                "panels", f"the panels of [page.{name}] are {panels!r}", "write a list of tables, {side = 1, ...}"
            )
            panels = []
        return Page(
            **lengths,
            measure=int(self.number("measure", table.get("measure", 68), 20)),
            least=self.number("least", table.get("least", 0), 0),
            multiple=int(self.number("multiple", table.get("multiple", 1), 1)),
            sizes=self.numbers(sizes, "size", (), least=1),
            panels=tuple(self.panel(self.table("panels", panel)) for panel in panels),
        )

    def panel(self, table: dict[str, Any]) -> Panel:
        self.known("a panel", table, ("side", "x", "y", "width", "height"))
        lengths = {key: self.length(key, value) for key, value in table.items() if key in ("x", "y", "width", "height")}
        return Panel(side=int(self.number("side", table.get("side", 1), 1)), **lengths)

    def role(self, name: str, table: dict[str, Any], tables: dict[str, dict[str, Any]]) -> RoleStyle:
        self.known(f"[role.{name}]", table, tuple(item.name for item in fields(RoleStyle)))
        kinds = {**dict.fromkeys(("fill", "edge", "colour", "title"), "colour"), "size": "size", "after": "space"}
        for key, names in kinds.items():
            if key in table and table[key] not in tables[names]:
                known = ", ".join(tables[names])
                self.wrong(str(table[key]), f"[role.{name}] has the {key} “{table[key]}”", f"[{names}] has {known}")
        for key in ("level", "bold", "run_in", "rule", "marker", "line", "together", "hold"):
            if not isinstance(table.get(key, False), bool):
                self.wrong(key, f"{key} is {table[key]!r}", "write true or false")
        shares = table.get("columns", [])
        if not isinstance(shares, list) or not all(isinstance(share, int | float) and share > 0 for share in shares):
            self.wrong("columns", f"columns are {shares!r}", "write the columns' shares of the width, like [1, 1]")
            shares = []
        if "narrowest" in table:
            self.number("narrowest", table["narrowest"], 1)
        plain = {key: value for key, value in table.items() if key in _ROLE}
        return RoleStyle(**{**plain, "columns": tuple(shares)})

    def known(self, name: str, table: dict[str, Any], keys: tuple[str, ...]) -> None:
        for key in table.keys() - set(keys):
            self.wrong(key, f"{name} has no {key}", f"it may have {', '.join(keys)}")

    def length(self, key: str, value: Any) -> float:
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*mm", str(value))
        if found:
            return float(found[1]) * _POINTS_PER_MM
        if isinstance(value, str):
            self.wrong(key, f"{key} is {value!r}", 'write points as a number, or millimetres as "18mm"')
            return 0.0
        return self.number(key, value, 0)

    def script(self, table: dict[str, Any]) -> ScriptStyle:
        self.known("a script", table, ("line", "scale", "emphasis"))
        emphasis = table.get("emphasis", "weight")
        if emphasis not in ("slope", "weight"):
            self.wrong("emphasis", f"emphasis is {emphasis!r}", 'stress is shown by "slope" or by "weight"')
        line = self.number("line", table.get("line", 1.4), 1)
        return ScriptStyle(line, self.number("scale", table.get("scale", 1.0), 0.5), emphasis == "slope")

    def fonts(self, script: str, paths: Any) -> tuple[FontFile, ...]:
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            self.wrong(script, f"the fonts of {script} are {paths!r}", 'write a list of files, like ["fonts/Own.ttf"]')
            return ()
        made = []
        for path in paths:
            try:
                made.append(_opened(path, self.sources.read(path)))
            except FileNotFoundError:
                self.wrong(path, f"the font {path} is not there", "paths begin at the project's folder")
            except ValueError as error:
                self.wrong(path, str(error), "fonts are TrueType files (.ttf), static or variable")
        return tuple(made)

    def wrong(self, key: str, message: str, hint: str) -> None:
        """Report at the line of `key`."""
        self.report.error("theme", message, at=self.file.origin(key), hint=hint)
