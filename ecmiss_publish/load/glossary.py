"""`content/glossary.yaml` -> `Glossary`. A project need not have one."""

from __future__ import annotations

from ecmiss_publish.load.structure import MISSED, Reader
from ecmiss_publish.load.yaml_file import yaml_nodes
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.model.sources import Sources

GLOSSARY_PATH = "content/glossary.yaml"


def load_glossary(sources: Sources, report: Report) -> Glossary:
    """Return the project's glossary, an empty one where it has none, or raise PublishError once all is reported."""
    if "glossary.yaml" not in sources.list("content"):
        return Glossary()
    node = yaml_nodes(GLOSSARY_PATH, sources, report)
    before = report.errors
    glossary = Reader(GLOSSARY_PATH, "und", report, {}).read(Glossary, node, "")
    if glossary is MISSED or report.errors > before:
        raise PublishError(GLOSSARY_PATH)
    assert isinstance(glossary, Glossary)
    return glossary
