"""`content/brands/NAME.toml` -> `Brand`, every mistake with its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from ecmiss_publish.load.logo import load_logo
from ecmiss_publish.markup.inline import check_characters
from ecmiss_publish.markup.toml_file import TomlFile, read_toml
from ecmiss_publish.model.brand import BRAND_COLOURS, Brand
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.model.sources import Sources

BRANDS = "content/brands"
_KEYS = ("language", "clinic", "address", "phone", "after_hours", "web", "reference", "logo", "colour")
_PHONE = re.compile(r"[0-9 +().\-/\u00a0\u2009\u202f]*")
_LEAST_DIGITS = 3
_WEB_MOST = 300  # characters: a longer one makes a QR code that phones do not read from paper
_REFERENCE = re.compile(r"[A-Za-z0-9._/-]{0,20}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def brand_path(name: str) -> str:
    """Return where the brand named `name` is kept."""
    return f"{BRANDS}/{name}.toml"


def brand_names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the project's brands."""
    return tuple(name.removesuffix(".toml") for name in sources.list(BRANDS) if name.endswith(".toml"))


def load_brand(name: str, sources: Sources, report: Report) -> Brand:
    """Return the brand, or raise PublishError once every mistake is reported."""
    path = brand_path(name)
    before = report.errors
    file = read_toml(path, sources, report, what=f"the brand “{name}”")
    brand = _Reader(file, sources, report).brand(name)
    if report.errors > before:
        raise PublishError(path)
    return brand


@dataclass(frozen=True, slots=True)
class _Reader:
    file: TomlFile
    sources: Sources
    report: Report

    def brand(self, name: str) -> Brand:
        self.known(self.file.data, _KEYS, "a brand")
        clinic, address = self.words("clinic"), self.address()
        return Brand(
            name=name,
            language=self.language(bool(clinic or address)),
            clinic=clinic,
            address=address,
            phone=self.phone("phone"),
            after_hours=self.phone("after_hours"),
            web=self.web(),
            logo=self.logo(),
            reference=self.reference(),
            colours=self.colours(),
            origin=Origin(self.file.path, 1),
        )

    def known(self, table: dict[str, Any], known: tuple[str, ...], what: str) -> None:
        for key in table:
            if key not in known:
                hint = _nearest(key, known) or f"there are {', '.join(known)}"
                self.wrong("unknown-key", f"{what} has no “{key}”", key, hint)

    # --- words ---

    def words(self, key: str) -> str:
        """Return the words of `key`, empty where there are none."""
        return self.line(key, self.file.data.get(key, ""))

    def line(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            self.wrong("wrong-value", f"{key} is {_shown(value)}, not words", key, 'write it in quotation marks: "..."')
            return ""
        if re.search(r"[\t\n\r]", value):
            self.wrong("wrong-value", f"{key} has a tab or more than one line", key, "write it as one line")
        check_characters(value, None, self.file.origin(key), self.report)
        return value.strip()

    def address(self) -> tuple[str, ...]:
        value = self.file.data.get("address", [])
        if not isinstance(value, list):
            hint = 'write one line in each pair of quotation marks: ["1 Example Street", "Example Town"]'
            self.wrong("wrong-value", f"address is {_shown(value)}, not a list of lines", "address", hint)
            return ()
        lines = (self.line("address", line) for line in value)
        return tuple(line for line in lines if line)

    def language(self, needed: bool) -> str:
        value = self.words("language")
        if not value:
            if needed:
                hint = 'add language = "en", so that screen readers say the clinic’s name in the right language'
                self.wrong("missing-key", "the brand does not say which language its words are in", "language", hint)
            return "en"
        try:
            return Locale.parse(value).tag
        except ValueError as error:
            self.wrong("unknown-language", str(error), "language", "write a tag like en, es or pt-BR")
            return "en"

    # --- numbers and addresses ---

    def phone(self, key: str) -> str:
        value = self.words(key)
        if value and not (_PHONE.fullmatch(value) and sum(map(str.isdigit, value)) >= _LEAST_DIGITS):
            hint = "write digits, spaces and + ( ) - . / only, like +1 555 0100"
            self.wrong("wrong-value", f"{key} is “{value}”, which no one can dial", key, hint)
        return value

    def web(self) -> str:
        value = self.words("web")
        if value and not _is_web_address(value):
            hint = "write the whole address, beginning with https://; what is not a-z in its xn-- or %-form"
            self.wrong("wrong-value", f"web is “{value}”, which is no address of a web page", "web", hint)
        elif len(value) > _WEB_MOST:
            hint = f"use a shorter address, of at most {_WEB_MOST} characters"
            self.wrong("wrong-value", f"web has {len(value)} characters, too many for a QR code", "web", hint)
        return value

    def reference(self) -> str:
        value = self.words("reference")
        if not _REFERENCE.fullmatch(value):
            hint = "use up to 20 letters a-z, digits and - . / _, like EX-"
            self.wrong("wrong-value", f"reference is “{value}”", "reference", hint)
        return value

    # --- looks ---

    def logo(self) -> Scene | None:
        value = self.words("logo")
        if not value:
            return None
        path = PurePosixPath(value)
        if "\\" in value or path.is_absolute() or ".." in path.parts:
            self.wrong("wrong-value", f"logo is “{value}”", "logo", f"put the file into {BRANDS}/ and write its name")
            return None
        if path.suffix.lower() not in (".png", ".svg"):
            self.wrong("wrong-value", f"the logo “{value}” is no PNG and no SVG", "logo", "save it as SVG, or as PNG")
            return None
        try:
            return load_logo(f"{BRANDS}/{value}", self.file.origin("logo"), self.sources, self.report)
        except PublishError:
            return None  # and its reasons are in the report

    def colours(self) -> dict[str, str]:
        table = self.file.data.get("colour", {})
        if not isinstance(table, dict):
            hint = 'write a line [colour] with lines like primary = "#0B4F6C" below it'
            self.wrong("wrong-value", f"colour is {_shown(table)}, not a table", "colour", hint)
            return {}
        self.known(table, BRAND_COLOURS, "a brand’s [colour]")
        for name, value in table.items():
            if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
                self.wrong("wrong-value", f"the colour {name} is {_shown(value)}", name, "write it as #RRGGBB")
        return {name: value.upper() for name, value in table.items() if isinstance(value, str)}

    def wrong(self, code: str, message: str, key: str, hint: str) -> None:
        self.report.error(code, message, at=self.file.origin(key), hint=hint)


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return re.fullmatch(r"[!-~]+", value) is not None and parts.scheme in ("https", "http") and bool(parts.hostname)


def _shown(value: Any) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value)


def _nearest(key: str, known: Iterable[str]) -> str | None:
    close = difflib.get_close_matches(key, list(known), 1)
    return f"did you mean “{close[0]}”?" if close else None
