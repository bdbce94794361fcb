"""The types of `model.article` -> a JSON Schema, with which editors complete and check `article.yaml`."""

from __future__ import annotations

import datetime
import json
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from ecmiss_publish.load.structure import NAME
from ecmiss_publish.model.article import Article, Named
from ecmiss_publish.model.inline import Text

SCHEMA_PATH = "content/article.schema.json"
_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    datetime.date: {"type": "string", "format": "date"},
}


def article_schema() -> bytes:
    """Return the schema (JSON Schema 2020-12) of an article file, as it is kept in the project."""
    definitions: dict[str, Any] = {
        "text": {
            "type": "string",
            "minLength": 1,
            "description": "Words in Markdown: *emphasis*, **strong**, [links](https://...). No HTML.",
        }
    }
    root = _schema(Article, definitions)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An article",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n"


def _schema(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        choices = [_schema(choice, definitions) for choice in arguments if choice is not type(None)]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if origin is Named:
        names = {} if arguments[0] is str else {"propertyNames": {"pattern": f"^{NAME.pattern}$"}}
        return {"type": "object", **names, "additionalProperties": _schema(arguments[0], definitions)}
    if origin is tuple:
        items = [_schema(item, definitions) for item in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if wanted is Text:
        return {"$ref": "#/$defs/text"}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return {"enum": [member.value for member in wanted]}
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _record(wanted, definitions)
    return _SCALARS[wanted]


def _record(wanted: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = wanted.__name__.lower()
    if name not in definitions:
        definitions[name] = {}  # stands for itself while it is described
        hints = typing.get_type_hints(wanted)
        kept = [item for item in fields(wanted) if item.compare]
        properties = {item.name: _schema(hints[item.name], definitions) for item in kept}
        required = [item.name for item in kept if item.default is MISSING and item.default_factory is MISSING]
        kind = getattr(wanted, "kind", None)
        if kind is not None:
            properties = {"kind": {"const": kind}, **properties}
            required = ["kind", *required]
        definitions[name] = {
            "type": "object",
            "description": (wanted.__doc__ or "").partition("\n")[0],
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}
