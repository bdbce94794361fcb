"""A YAML file -> its nodes, which know their lines."""

from __future__ import annotations

from typing import Any

import yaml

from ecmiss_publish.markup.conflict import report_conflicts
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources

# libyaml where PyYAML was built with it; the same events, ten times faster.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def yaml_nodes(path: str, sources: Sources, report: Report) -> yaml.Node:
    """Return the root node of a YAML file, or raise PublishError once the reason is reported."""
    try:
        text = sources.read(path).decode("utf-8-sig")
        if report_conflicts(text, path, report):
            raise PublishError(path)
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except FileNotFoundError:
        report.error("missing-file", "there is no such file", at=Origin(path), hint="look at the names in content/")
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
