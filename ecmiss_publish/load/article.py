"""`content/<article>/article.yaml` -> `Article`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml

from ecmiss_publish.load.structure import MISSED, Reader
from ecmiss_publish.model.article import Article, Chart, Comparison, Outcome, Quantity, Row, texts
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources

# libyaml where PyYAML was built with it; the same events, ten times faster.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def article_path(name: str) -> str:
    """Return where the article named `name` is kept."""
    return f"content/{name}/article.yaml"


def article_names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the project's articles."""
    return tuple(name for name in sources.list("content") if "article.yaml" in sources.list(f"content/{name}"))


def load_article(name: str, sources: Sources, report: Report) -> Article:
    """Return the article in its source language, or raise PublishError once every mistake is reported."""
    path = article_path(name)
    node = _nodes(path, sources, report)
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


def _nodes(path: str, sources: Sources, report: Report) -> yaml.Node:
    try:
        text = sources.read(path).decode("utf-8-sig")
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except FileNotFoundError:
        report.error("missing-file", "there is no such article", at=Origin(path), hint="look at the names in content/")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.error(
            "wrong-encoding",
            f"the file is not UTF-8: byte 0x{error.object[error.start]:02X}",
            at=Origin(path, line),
            hint="save it as UTF-8",
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        report.error(
            "yaml-syntax",
            " ".join(filter(None, (error.context, error.problem))),
            at=Origin(path, mark.line + 1 if mark else 0),
            hint="check indentation and quotation marks; a text that holds “: ” needs quotation marks or >-",
        )
    except yaml.YAMLError as error:
        report.error("yaml-syntax", str(error).replace("\n", " "), at=Origin(path))
    else:
        if node is not None:
            return node
        report.error("yaml-syntax", "the file is empty", at=Origin(path, 1))
    raise PublishError(path)


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
