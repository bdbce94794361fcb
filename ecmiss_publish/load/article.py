"""`content/<article>/article.yaml` -> `Article`."""

from __future__ import annotations

from dataclasses import replace

import yaml

from ecmiss_publish.load.structure import MISSED, Reader
from ecmiss_publish.load.yaml_file import yaml_nodes
from ecmiss_publish.model.article import Article, Chart, Comparison, Outcome, Quantity, Row, texts
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources


def article_path(name: str) -> str:
    """Return where the article named `name` is kept."""
    return f"content/{name}/article.yaml"


def article_names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the project's articles."""
    return tuple(name for name in sources.list("content") if "article.yaml" in sources.list(f"content/{name}"))


def load_article(name: str, sources: Sources, report: Report) -> Article:
    """Return the article in its source language, or raise PublishError once every mistake is reported."""
    path = article_path(name)
    node = yaml_nodes(path, sources, report)
    before = report.errors
    reader = Reader(path, _language(node, path, report), report, {})
    article = reader.read(Article, node, "")
    if article is MISSED or report.errors > before:
        raise PublishError(path)
    assert isinstance(article, Article)
    _check_references(article, path, report)
    if report.errors > before:
        raise PublishError(path)
    return replace(article, language=reader.lang, origin=Origin(path, 1))


def _language(node: yaml.Node, path: str, report: Report) -> str:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for key, value in pairs:
        if key.value == "language":
            try:
                return Locale.parse(str(value.value)).tag
            except ValueError as error:
                report.error("unknown-language", str(error), at=Origin(path, value.start_mark.line + 1))
    return "und"


def _check_references(article: Article, path: str, report: Report) -> None:
    """What the types cannot say: charts name a comparison, a row's values can be compared, notes have a unit."""
    for name, part in article.parts.pairs:
        if isinstance(part, Chart) and not isinstance(dict(article.parts.pairs).get(part.of), Comparison):
            report.error(
                "unknown-reference",
                f"the chart “{name}” is of “{part.of}”, which is no comparison of this article",
                at=part.alt.origin,
                hint="`of` names a part whose kind is comparison",
            )
        if isinstance(part, Comparison):
            for row in part.rows:
                _check_row(row, report)
    units = {text.unit for text in texts(article)}
    for unit in article.notes.names:
        if not any(known and (known == unit or known.startswith(f"{unit}.")) for known in units):
            report.error(
                "unknown-reference",
                f"there is a note for “{unit}”, which is no unit of this article",
                at=Origin(path),
                hint="correct the id below `notes`, or delete the note",
            )


def _check_row(row: Row, report: Report) -> None:
    """Ranges rise, steps lie on their scale, and both values of a row lie on the same axis."""
    for value in (row.ecmiss, row.open):
        low, high = value.level if isinstance(value, Outcome) else value.range
        top = value.of if isinstance(value, Outcome) else high
        if not (0 <= low <= high <= top) or (isinstance(value, Outcome) and low < 1):
            report.error(
                "range-order",
                f"in “{row.label.plain}” the values {low} and {high} are not in rising order"
                + (f" on a scale from 1 to {top}" if isinstance(value, Outcome) else ""),
                at=row.label.origin,
            )
    match row.ecmiss, row.open:
        case Quantity(unit=first), Quantity(unit=second):
            alike = first == second
        case Outcome(of=steps), Outcome(of=others):
            alike = steps == others
        case _:
            alike = False
    if not alike:
        report.error(
            "row-values",
            f"the two values of “{row.label.plain}” cannot be compared",
            at=row.label.origin,
            hint="give both a `range` in the same unit, or both a `level` on a scale of as many steps",
        )
