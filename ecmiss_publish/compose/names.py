"""A name that a template uses and nobody has given -> what to say of it, in the words of article.yaml."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.utils import missing

from ecmiss_publish.model.article import Article, Named

_WITHOUT_CONTEXT = "parts are article.NAME as in article.yaml; a file with macros is imported “with context”"


class UnknownName(UndefinedError):
    """A template uses a name that is not there; `hint` says what there is."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class StrictName(StrictUndefined):
    """What Jinja puts in place of a name that is not there; any use of it raises UnknownName."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None) -> None:
        def unknown(message: str) -> UnknownName:
            return unknown_name(message if hint else None, obj, str(name))

        made: Any = exc or unknown  # Jinja calls it with its message and raises what it gets
        super().__init__(hint, obj, name, made)


def unknown_name(said: str | None, owner: Any, name: str) -> UnknownName:
    """Return what is to be said of a `name` that `owner` does not have, or in Jinja's own words what was `said`."""
    if said:
        return UnknownName(said, _WITHOUT_CONTEXT)
    if owner is missing:
        return UnknownName(f"the template uses “{name}”, and there is no such name", _WITHOUT_CONTEXT)
    names = _names(owner)
    close = difflib.get_close_matches(name, names, 1)
    suggestion = f"did you mean “{close[0]}”? " if close else ""
    return UnknownName(
        f"the template uses “{name}”, and {_described(owner)} has no such name",
        f"{suggestion}there are {', '.join(names)}" if names else "look at the names in article.yaml",
    )


def _described(owner: Any) -> str:
    match owner:
        case Article():
            return "the article"
        case Named():
            return "this container of article.yaml"
        case _:
            name = getattr(owner, "kind", type(owner).__name__.lower())
            return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _names(owner: Any) -> list[str]:
    match owner:
        case Article():
            return [*owner.parts.names, "title"]
        case Named():
            return list(owner.names)
        case Mapping():
            return [str(key) for key in owner]
        case _ if is_dataclass(owner):
            return [item.name for item in fields(owner) if item.compare]
        case _:
            return []
