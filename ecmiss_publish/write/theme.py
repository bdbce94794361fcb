"""`templates/theme.toml` -> `Theme`: colours, sizes, spaces and pages by name, the same for every writer."""

from __future__ import annotations

import functools
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.typeset.fonts import FontFile, open_font

THEME_PATH = "templates/theme.toml"
_LEAST_ROOM = 100.0  # points of width and height for text
_POINTS_PER_MM = 72 / 25.4
_TABLES = ("colour", "size", "space", "page", "script", "fonts")
_REQUIRED_COLOURS = (
    *("paper", "ink", "muted", "rule", "primary", "primary-tint", "teal", "teal-tint", "amber", "amber-tint"),
    *("ecmiss", "ecmiss-tint", "open", "open-tint"),
)
_REQUIRED_SIZES = ("furniture", "small", "body", "lead", "h1", "h2", "h3")
_REQUIRED_SPACES = ("paragraph", "item", "section", "heading", "panel")


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: width, height, margins in points; `measure` is the widest line in characters."""

    width: float = 0.0
    height: float = 0.0
    margin: float = 0.0
    foot: float = 0.0
    measure: int = 68


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

    def script(self, code: str) -> ScriptStyle:
        """Return how the script with this ISO 15924 code is set."""
        return self.scripts.get(code, ScriptStyle())

    def rgb(self, name: str) -> tuple[float, float, float]:
        """Return the colour `name` as red, green and blue from 0 to 1."""
        return _rgb(self.colours[name])


@functools.lru_cache(maxsize=256)
def _rgb(value: str) -> tuple[float, float, float]:
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def document_theme(document: Document, sources: Sources, report: Report, *, paper: bool = True) -> Theme:
    """Return the theme, or raise PublishError where it lacks the page or a colour that `document` asks for.

    A page of `paper` has a width and a height; that of a screen needs none.
    """
    theme = load_theme(sources, report)
    before = report.errors
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
        if isinstance(block, Figure):
            for colour in sorted(block.scene.colours - theme.colours.keys()):
                report.error(
                    "unknown-colour",
                    f"the picture “{block.scene.name}” uses the colour “{colour}”, which the theme does not have",
                    at=block.attrs.origin,
                    hint=f"add it to [colour] of {THEME_PATH}",
                )
    if report.errors > before:
        raise PublishError(document.edition.path)
    return theme


def _has_room(page: Page) -> bool:
    return page.width - 2 * page.margin >= _LEAST_ROOM and page.height - page.margin - page.foot >= _LEAST_ROOM


def load_theme(sources: Sources, report: Report) -> Theme:
    """Return the project's theme, or raise PublishError once every mistake is reported."""
    try:
        text = sources.read(THEME_PATH).decode("utf-8")
        data = _parsed(text)
    except FileNotFoundError:
        report.error("missing-file", "the theme is not there", at=Origin(THEME_PATH))
        raise PublishError(THEME_PATH) from None
    except UnicodeDecodeError:
        report.error("wrong-encoding", "the file is not UTF-8", at=Origin(THEME_PATH), hint="save it as UTF-8")
        raise PublishError(THEME_PATH) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        report.error(
            "toml-syntax",
            str(error).partition(" (at")[0],
            at=Origin(THEME_PATH, int(found[1]) if found else 0),
            hint="a line is [table], name = value or a # comment; words stand in quotation marks",
        )
        raise PublishError(THEME_PATH) from None
    before = report.errors
    theme = _Reader(text, sources, report).theme(data)
    if report.errors > before:
        raise PublishError(THEME_PATH)
    return theme


@functools.lru_cache(maxsize=8)
def _parsed(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


@functools.lru_cache(maxsize=16)  # a font is opened once: what was shaped with it stays good
def _opened(path: str, data: bytes) -> FontFile:
    return open_font(path, data)


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
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
        known = ("width", "height", "margin", "foot", "measure")
        for key in table.keys() - set(known):
            self.wrong(key, f"[page.{name}] has no {key}", f"it may have {', '.join(known)}")
        lengths = {key: self.length(key, value) for key, value in table.items() if key in known[:4]}
        return Page(**lengths, measure=int(self.number("measure", table.get("measure", 68), 20)))

    def length(self, key: str, value: Any) -> float:
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*mm", str(value))
        if found:
            return float(found[1]) * _POINTS_PER_MM
        if isinstance(value, str):
            self.wrong(key, f"{key} is {value!r}", 'write points as a number, or millimetres as "18mm"')
            return 0.0
        return self.number(key, value, 0)

    def script(self, table: dict[str, Any]) -> ScriptStyle:
        known = ("line", "scale", "emphasis")
        for key in table.keys() - set(known):
            self.wrong(key, f"a script has no {key}", f"it may have {', '.join(known)}")
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
        """Report at the first line that mentions `key`: TOML's parser keeps no line numbers."""
        lines = self.text.split("\n")
        line = next((number for number, words in enumerate(lines, 1) if re.search(rf"\b{re.escape(key)}\b", words)), 0)
        self.report.error("theme", message, at=Origin(THEME_PATH, line), hint=hint)
