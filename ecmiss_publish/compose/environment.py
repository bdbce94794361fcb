"""Jinja, set up once for editions: autoescape, strict names, Texts as markup, and `file:line` on every tag."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import (
    Environment,
    FunctionLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from ecmiss_publish.compose.names import StrictName, UnknownName
from ecmiss_publish.markup.block import text_markup
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.sources import Sources

TEMPLATES = "templates"

_JINJA = str(Path(jinja2.__file__).parent)
_OPENING_TAG = re.compile(r"<([A-Za-z][\w-]*)")


class _Stamp(Extension):
    """Gives every opening tag an `at` attribute with the template line that it was written on."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type == "data" and stream.name:
                yield Token(token.lineno, "data", _stamped(token.value, f"{TEMPLATES}/{stream.name}", token.lineno))
            else:
                yield token


def _stamped(data: str, path: str, line: int) -> str:
    lines = data.split("\n")
    return "\n".join(_OPENING_TAG.sub(rf'<\1 at="{path}:{line + offset}"', words) for offset, words in enumerate(lines))


class _Compiled(BytecodeCache):
    """Compiled templates by name and words: compiling takes longer than rendering, and the index page needs both."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def edition_environment(sources: Sources) -> Environment:
    """Return a Jinja environment over the project's templates. Templates are compiled once and again when changed."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = f"{TEMPLATES}/{name}"
        try:
            data = sources.read(path)
        except FileNotFoundError:
            return None
        return data.decode("utf-8"), path, lambda: sources.read(path) == data

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictName,
        finalize=_finalize,
        extensions=[_Stamp],
        bytecode_cache=_COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalize(value: Any) -> Any:
    return text_markup(value) if isinstance(value, Text) else value


def is_template_mistake(error: Exception) -> bool:
    """Return whether a template is to blame: Jinja says so, or a template's line did what Python cannot do."""
    if isinstance(error, TemplateError | UnicodeDecodeError):
        return True
    frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    ours = [index for index, name in enumerate(frames) if name.startswith(TEMPLATES)]
    return bool(ours) and all(name.startswith(_JINJA) for name in frames[ours[-1] + 1 :])


def report_template_error(error: Exception, path: str, report: Report) -> None:
    """Say what Jinja could not do, and where."""
    match error:
        case UnicodeDecodeError():
            report.error("wrong-encoding", "the template is not UTF-8", at=Origin(path), hint="save it as UTF-8")
        case TemplateSyntaxError():
            report.error("template-syntax", error.message or "", at=Origin(error.filename or path, error.lineno))
        case TemplateNotFound():
            report.error(
                "missing-template",
                f"there is no template {TEMPLATES}/{error.name}",
                at=_place(error, path),
                hint="look at the names below templates/",
            )
        case UnknownName():
            report.error("undefined-name", error.message or "", at=_place(error, path), hint=error.hint)
        case _:
            report.error("template-error", str(error) or type(error).__name__, at=_place(error, path))


def _place(error: Exception, path: str) -> Origin:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(TEMPLATES)]
    return Origin(frames[-1].filename, frames[-1].lineno or 0) if frames else Origin(path)
