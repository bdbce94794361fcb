"""A TOML file -> its tables, and the lines that their keys stand in."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from ecmiss_publish.markup.conflict import report_conflicts
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file that was read: `data` is its root table."""

    path: str
    text: str
    data: dict[str, Any]

    def origin(self, key: str) -> Origin:
        """Return the line that `key` stands in; the file as a whole where none does."""
        return Origin(self.path, _line_of(self.text, key))


def read_toml(path: str, sources: Sources, report: Report, *, what: str = "the file") -> TomlFile:
    """Return the TOML file, or raise PublishError once the reason is reported. `what` names it in messages."""
    try:
        text = sources.read(path).decode("utf-8-sig").replace("\r\n", "\n")
        if report_conflicts(text, path, report):
            raise PublishError(path)
        return TomlFile(path, text, _parsed(text))
    except FileNotFoundError:
        report.error("missing-file", f"{what} is not there", at=Origin(path))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.error("wrong-encoding", f"{what} is not UTF-8", at=Origin(path, line), hint="save it as UTF-8")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        report.error(
            "toml-syntax",
            str(error).partition(" (at")[0],
            at=Origin(path, int(found[1]) if found else text.count("\n") + 1),
            hint="a line is [table], name = value or a # comment; words stand in quotation marks",
        )
    raise PublishError(path)


@functools.lru_cache(maxsize=8)
def _parsed(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


def _line_of(text: str, key: str) -> int:
    """Return the first line that gives `key` a value or names a table so, or else mentions it; 0 where none does.

    TOML's parser keeps no line numbers.
    """
    name = rf"[\"']?{re.escape(key)}[\"']?"
    wanted = (rf"\s*{name}\s*=", rf"\s*\[.*(?<![\w-]){name}(?![\w-]).*\]", rf"[^#]*(?<![\w-]){re.escape(key)}(?![\w-])")
    lines = text.split("\n")
    for pattern in wanted:
        for number, line in enumerate(lines, 1):
            if re.match(pattern, line):
                return number
    return 0
