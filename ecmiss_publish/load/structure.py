"""YAML nodes -> the types of `model.article`, with every mistake at its line.

The types are the grammar: a field that is not in the type is an unknown key, a field without a default must be
there. Nothing stops at the first mistake.
"""

from __future__ import annotations

import datetime
import difflib
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

import yaml

from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.article import Named
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


class _Missing:
    """Stands where a value could not be read; its Problem is in the report."""


MISSED = _Missing()


@dataclass(slots=True)
class Reader:
    """Reads the nodes of one file. `units` remembers where each unit id was met."""

    path: str
    lang: str
    report: Report
    units: dict[str, Origin]

    def read(self, wanted: Any, node: yaml.Node, unit: str) -> Any:
        """Return the value of `node` as `wanted`, or MISSED once the reason is reported."""
        if typing.get_origin(wanted) in (typing.Union, types.UnionType):
            return self._read_union(typing.get_args(wanted), node, unit)
        if typing.get_origin(wanted) is Named:
            return self._read_named(typing.get_args(wanted)[0], node, unit)
        if typing.get_origin(wanted) is Mapping:
            return self._read_by_locale(typing.get_args(wanted)[1], node, unit)
        if typing.get_origin(wanted) is tuple:
            return self._read_tuple(typing.get_args(wanted), node, unit)
        if wanted is Text:
            return self._read_text(node, unit)
        if is_dataclass(wanted) and isinstance(wanted, type):
            return self._read_record(wanted, node, unit)
        return self._read_scalar(wanted, node)

    def origin(self, node: yaml.Node) -> Origin:
        """Return where `node` begins."""
        return Origin(self.path, node.start_mark.line + 1)

    def mapping(self, node: yaml.Node, what: str) -> list[tuple[str, yaml.Node, yaml.Node]] | None:
        """Return (key, key node, value node) of a mapping, duplicates reported and left out."""
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, f"{what} must be a mapping of keys to values")
            return None
        pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._wrong(key, f"a key of {what} must be a word")
            elif key.value in pairs:
                first = self.origin(pairs[key.value][0])
                self.report.error(
                    "duplicate-key",
                    f"“{key.value}” stands here and at line {first.line}",
                    at=self.origin(key),
                    hint="give one of the two another name, or delete it",
                )
            else:
                pairs[key.value] = (key, value)
        return [(key, *nodes) for key, nodes in pairs.items()]

    def _read_record(self, wanted: type, node: yaml.Node, unit: str) -> Any:
        pairs = self.mapping(node, f"a {wanted.__name__.lower()}")
        if pairs is None:
            return MISSED
        known = {item.name: item for item in fields(wanted) if item.compare}
        hints = typing.get_type_hints(wanted)
        values: dict[str, Any] = {}
        for key, key_node, value in pairs:
            if key == "kind" and hasattr(wanted, "kind"):
                continue
            if key not in known:
                self._unknown_key(key, key_node, wanted, known)
                continue
            # A container's own name is not part of a unit id; the names inside it are.
            below = unit if typing.get_origin(hints[key]) is Named else f"{unit}.{key}".lstrip(".")
            values[key] = self.read(hints[key], value, below)
        for item in known.values():
            if item.name not in values and _required(item):
                self.report.error(
                    "missing-key",
                    f"{_article(wanted)} needs the key “{item.name}”",
                    at=self.origin(node),
                    hint=f"its keys are {', '.join(known)}",
                )
                values[item.name] = MISSED
        if MISSED in values.values():
            return MISSED
        if any(item.name == "origin" and not item.compare for item in fields(wanted)):
            values["origin"] = self.origin(node)
        return wanted(**values)

    def _read_by_locale(self, wanted: Any, node: yaml.Node, unit: str) -> Any:
        pairs = self.mapping(node, "a list by languages")
        if pairs is None:
            return MISSED
        made = {self._locale(key, key_node): self.read(wanted, value, unit) for key, key_node, value in pairs}
        return MISSED if MISSED in made.values() or None in made else made

    def _locale(self, key: str, node: yaml.Node) -> Locale | None:
        """Return the locale that `key` names as the folders below locales/ do, or None once it is reported."""
        try:
            locale = Locale.parse(key)
        except ValueError as error:
            message, hint = str(error), "name languages as the folders below locales/: es, pt_BR, zh_Hans"
        else:
            if locale.name == key:
                return locale
            message, hint = f"“{key}” is not how the folders below locales/ are named", f"write {locale.name}"
        self.report.error("unknown-locale", message, at=self.origin(node), hint=hint)
        return None

    def _read_named(self, wanted: Any, node: yaml.Node, unit: str) -> Any:
        pairs = self.mapping(node, "this container")
        if pairs is None:
            return MISSED
        made = []
        for key, key_node, value in pairs:
            if wanted is not str and not NAME.fullmatch(key):
                self.report.error(
                    "bad-name",
                    f"“{key}” cannot be part of a unit id",
                    at=self.origin(key_node),
                    hint="use small letters a-z, digits and single underscores, a letter first",
                )
            made.append((key, self.read(wanted, value, f"{unit}.{key}".lstrip("."))))
        if not made:
            self._wrong(node, "this container is empty")
        return MISSED if any(value is MISSED for _, value in made) or not made else Named(tuple(made))

    def _read_union(self, members: tuple[Any, ...], node: yaml.Node, unit: str) -> Any:
        choices = [member for member in members if member is not type(None)]
        if len(choices) == 1:
            return self.read(choices[0], node, unit)
        pairs = self.mapping(node, "this part")
        if pairs is None:
            return MISSED
        keys = {key: value for key, _, value in pairs}
        if hasattr(choices[0], "kind"):
            return self._read_kind(choices, keys, node, unit)
        nearest = max(choices, key=lambda choice: len(keys.keys() & {item.name for item in fields(choice)}))
        return self.read(nearest, node, unit)

    def _read_kind(self, choices: list[Any], keys: dict[str, yaml.Node], node: yaml.Node, unit: str) -> Any:
        kinds = {choice.kind: choice for choice in choices}
        kind = keys.get("kind")
        if kind is not None and isinstance(kind.value, str) and kind.value in kinds:
            return self.read(kinds[kind.value], node, unit)
        self.report.error(
            "unknown-kind",
            "this part has no “kind”" if kind is None else f"there is no kind of part named “{kind.value}”",
            at=self.origin(kind or node),
            hint=_nearest(kind.value if kind else "", kinds) or f"kinds are {', '.join(kinds)}",
        )
        return MISSED

    def _read_tuple(self, wanted: tuple[Any, ...], node: yaml.Node, unit: str) -> Any:
        if wanted[-1] is ... and not isinstance(node, yaml.SequenceNode):
            self._wrong(node, "this must be a list, like [one, two]")
            return MISSED
        if wanted[-1] is ...:
            wanted = (wanted[0],) * len(node.value)
        if not isinstance(node, yaml.SequenceNode) or len(node.value) != len(wanted):
            self._wrong(node, f"this must be a list of {len(wanted)} values, like [1, 3]")
            return MISSED
        made = tuple(self.read(kind, item, unit) for kind, item in zip(wanted, node.value, strict=True))
        return MISSED if MISSED in made else made

    def _read_text(self, node: yaml.Node, unit: str) -> Any:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._wrong(node, f"the text of {unit} must be words")
            return MISSED
        origin = self.origin(node)
        if unit in self.units:
            self.report.error(
                "duplicate-id",
                f"two texts have the unit id “{unit}”: here and at line {self.units[unit].line}",
                at=origin,
                hint="rename one of them; names of containers do not count in an id",
            )
        self.units[unit] = origin
        return parse_text(node.value, self.lang, unit=unit, origin=origin, report=self.report)

    def _read_scalar(self, wanted: Any, node: yaml.Node) -> Any:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._wrong(node, "this must be a single value")
            return MISSED
        try:
            if wanted is datetime.date:
                return datetime.date.fromisoformat(node.value)
            value = wanted(node.value)
            if isinstance(value, Decimal) and not value.is_finite():
                raise ValueError(node.value)
            return value
        except (ValueError, InvalidOperation):
            self._wrong(node, f"“{node.value}” is not {_described(wanted)}")
            return MISSED

    def _unknown_key(self, key: str, node: yaml.Node, wanted: type, known: dict[str, Field[Any]]) -> None:
        self.report.error(
            "unknown-key",
            f"{_article(wanted)} has no key “{key}”",
            at=self.origin(node),
            hint=_nearest(key, known) or f"its keys are {', '.join(known)}",
        )

    def _wrong(self, node: yaml.Node, message: str) -> None:
        self.report.error("wrong-value", message, at=self.origin(node))


def _required(item: Field[Any]) -> bool:
    return item.default is MISSING and item.default_factory is MISSING


def _nearest(key: str, known: typing.Iterable[str]) -> str | None:
    close = difflib.get_close_matches(key, list(known), 1)
    return f"did you mean “{close[0]}”?" if close else None


def _article(wanted: type) -> str:
    name = getattr(wanted, "kind", wanted.__name__.lower())
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _described(wanted: Any) -> str:
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return f"one of {', '.join(member.value for member in wanted)}"
    return {int: "a whole number", Decimal: "a number", datetime.date: "a date like 2026-11-22"}.get(wanted, "text")
