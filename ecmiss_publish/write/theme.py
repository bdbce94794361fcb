"""`templates/theme.toml` -> `Theme`: colours, sizes, spaces and pages by name, the same for every writer."""

from __future__ import annotations

import functools
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
_POINTS_PER_MM = 72 / 25.4
_TABLES = ("colour", "size", "space", "page", "script", "fonts")
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
        value = self.colours[name]
        return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def document_theme(document: Document, sources: Sources, report: Report) -> Theme:
    """Return the theme, or raise PublishError where it lacks the page or a colour that `document` asks for."""
    theme = load_theme(sources, report)
    before = report.errors
    if document.edition.page not in theme.pages:
        report.error(
            "unknown-page",
            f"the edition wants the page “{document.edition.page}”, which the theme does not have",
            at=Origin(document.edition.path, 1),
            hint=f"pages of the theme are {', '.join(theme.pages)}",
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


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    sources: Sources
    report: Report

    def theme(self, data: dict[str, Any]) -> Theme:
        for name in data.keys() - set(_TABLES):
            self.wrong(name, f"there is no table [{name}]", f"there are {', '.join(_TABLES)}")
        colours = {name: value for name, value in data.get("colour", {}).items() if self.is_colour(name, value)}
        return Theme(
            colours=colours,
            sizes=self.numbers(data.get("size", {}), "size", _REQUIRED_SIZES),
            spaces=self.numbers(data.get("space", {}), "space", _REQUIRED_SPACES),
            pages={name: self.page(name, value) for name, value in data.get("page", {}).items()},
            scripts={name: self.script(value) for name, value in data.get("script", {}).items()},
            fonts={name: self.fonts(value) for name, value in data.get("fonts", {}).items()},
        )

    def is_colour(self, name: str, value: Any) -> bool:
        if isinstance(value, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
            return True
        self.wrong(name, f"the colour {name} is {value!r}", "write it as #RRGGBB")
        return False

    def numbers(self, table: dict[str, Any], name: str, required: tuple[str, ...]) -> dict[str, float]:
        for key in required:
            if key not in table:
                self.wrong(name, f"[{name}] has no {key}", "write it in points")
        for key, value in table.items():
            if not isinstance(value, int | float) or value < 0:
                self.wrong(key, f"{key} is {value!r}, not a number of points", "write a number, without a unit")
        return {key: float(value) for key, value in table.items() if isinstance(value, int | float)}

    def page(self, name: str, table: dict[str, Any]) -> Page:
        known = ("width", "height", "margin", "foot", "measure")
        for key in table.keys() - set(known):
            self.wrong(key, f"[page.{name}] has no {key}", f"it may have {', '.join(known)}")
        lengths = {key: self.length(key, value) for key, value in table.items() if key in known[:4]}
        return Page(**lengths, measure=int(table.get("measure", 68)))

    def length(self, key: str, value: Any) -> float:
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*mm", str(value))
        if found:
            return float(found[1]) * _POINTS_PER_MM
        if isinstance(value, int | float):
            return float(value)
        self.wrong(key, f"{key} is {value!r}", 'write points as a number, or millimetres as "18mm"')
        return 0.0

    def script(self, table: dict[str, Any]) -> ScriptStyle:
        known = ("line", "scale", "emphasis")
        for key in table.keys() - set(known):
            self.wrong(key, f"a script has no {key}", f"it may have {', '.join(known)}")
        return ScriptStyle(
            float(table.get("line", 1.4)), float(table.get("scale", 1.0)), table.get("emphasis") == "slope"
        )

    def fonts(self, paths: list[str]) -> tuple[FontFile, ...]:
        made = []
        for path in paths:
            try:
                made.append(open_font(path, self.sources.read(path)))
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
