"""`content/<article>/migrations.yaml` -> `Migration`s, in the order in which they are made.

An article need not have one. A mistake here would give a translation to another unit, so every one is reported with
its line, and nothing is moved.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

import yaml

from ecmiss_publish.load.structure import Reader
from ecmiss_publish.load.yaml_file import yaml_nodes
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources

_KEYS = ("from", "to")


def migrations_path(article: str) -> str:
    """Return where the migrations of the article named `article` are kept."""
    return f"content/{article}/migrations.yaml"


def load_migrations(article: str, units: Collection[str], sources: Sources, report: Report) -> tuple[Migration, ...]:
    """Return the article's migrations, given the `units` that there are; raise PublishError once all is reported."""
    path = migrations_path(article)
    if "migrations.yaml" not in sources.list(f"content/{article}"):
        return ()
    before = report.errors
    found = list(_migrations(yaml_nodes(path, sources, report), Reader(path, "und", report, {})))
    ordered = _in_order(found, report)
    _check(ordered, units, report)
    if report.errors > before:
        raise PublishError(path)
    return ordered


# --- one entry after the other ----------------------------------------------------------------------------------


def _migrations(node: yaml.Node, reader: Reader) -> Iterator[Migration]:
    if not isinstance(node, yaml.SequenceNode):
        reader.report.error(
            "wrong-value",
            "migrations must be a list",
            at=reader.origin(node),
            hint="write a line like `- {from: faq.cost, to: faq.price}` for each",
        )
        return
    for item in node.value:
        migration = _migration(item, reader)
        if migration:
            yield migration


def _migration(node: yaml.Node, reader: Reader) -> Migration | None:
    before = reader.report.errors
    ids: dict[str, tuple[str, ...]] = {}
    for key, key_node, value in reader.mapping(node, "a migration") or ():
        if key in _KEYS:
            ids[key] = _ids(value, reader)
        else:
            reader.report.error(
                "unknown-key",
                f"a migration has no key “{key}”",
                at=reader.origin(key_node),
                hint="its keys are from, to",
            )
    if reader.report.errors > before:
        return None
    for key in _KEYS:
        if not ids.get(key):
            reader.report.error(
                "missing-key",
                f"a migration needs the key “{key}”",
                at=reader.origin(node),
                hint="write {from: faq.cost, to: faq.price}",
            )
            return None
    if len(ids["from"]) > 1 and len(ids["to"]) > 1:
        reader.report.error(
            "migration-shape",
            f"{len(ids['from'])} units become {len(ids['to'])}, and nobody can tell which words go where",
            at=reader.origin(node),
            hint="write renames, splits (one unit to several) and joins (several to one) as entries of their own",
        )
        return None
    return Migration(sources=ids["from"], targets=ids["to"], origin=reader.origin(node))


def _ids(node: yaml.Node, reader: Reader) -> tuple[str, ...]:
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    if not all(isinstance(item, yaml.ScalarNode) and item.value.strip() for item in items):
        reader.report.error("wrong-value", "this must be a unit id or a list of them", at=reader.origin(node))
        return ()
    return tuple(item.value.strip() for item in items)


# --- all of them together ---------------------------------------------------------------------------------------


def _in_order(migrations: Sequence[Migration], report: Report) -> tuple[Migration, ...]:
    """Return the migrations with each behind those that make what it starts from; a circle is reported."""
    needs = {
        index: [other for other, before in enumerate(migrations) if _feeds(before, after)]
        for index, after in enumerate(migrations)
    }
    try:
        return tuple(migrations[index] for index in TopologicalSorter(needs).static_order())
    except CycleError as error:
        circle = [migrations[index] for index in error.args[1]]
        names = " → ".join(", ".join(migration.sources) for migration in reversed(circle))
        report.error(
            "migration-cycle",
            f"these migrations lead back to where they start: {names}",
            at=max((migration.origin for migration in circle if migration.origin), default=None),
            hint="delete the older one: it was undone by the other",
        )
        return ()


def _feeds(first: Migration, second: Migration) -> bool:
    return any(_within(made, needed) or _within(needed, made) for made in first.made for needed in second.sources)


def _within(unit: str, whole: str) -> bool:
    return unit == whole or unit.startswith(f"{whole}.")


def _check(migrations: Sequence[Migration], units: Collection[str], report: Report) -> None:
    """Report ids that are still there, that are not there, and that two migrations claim."""
    passed = {source for migration in migrations for source in migration.sources}
    seen: dict[tuple[str, str], Origin | None] = {}
    for migration in sorted(migrations, key=lambda migration: migration.origin or Origin("")):
        for source in migration.sources:
            stays = source in migration.targets and source not in migration.made
            if any(_within(unit, source) for unit in units) and not stays:
                report.error(
                    "unit-exists",
                    f"the migration starts from “{source}”, which is still a unit of the article",
                    at=migration.origin,
                    hint="a migration starts from an id that has gone; delete it, or rename the unit in article.yaml",
                    unit=source,
                )
            _claim("starts from", source, migration, seen, report)
        for target in migration.targets:
            if not any(_within(unit, target) for unit in units) and not any(_within(old, target) for old in passed):
                report.error(
                    "unknown-reference",
                    f"the migration leads to “{target}”, which is no unit of the article",
                    at=migration.origin,
                    hint=_nearest(target, units),
                    unit=target,
                )
            _claim("leads to", target, migration, seen, report)


def _claim(
    verb: str, unit: str, migration: Migration, seen: dict[tuple[str, str], Origin | None], report: Report
) -> None:
    if (verb, unit) in seen:
        report.error(
            "duplicate-key",
            f"a second migration {verb} “{unit}”; the first is at {seen[verb, unit]}",
            at=migration.origin,
            hint="make one of the two: one unit to several is a split, several to one a join",
            unit=unit,
        )
    seen.setdefault((verb, unit), migration.origin)


def _nearest(target: str, units: Collection[str]) -> str:
    close = difflib.get_close_matches(target, list(units), 1)
    return f"did you mean “{close[0]}”?" if close else "the ids of units are in locales/messages.pot"
