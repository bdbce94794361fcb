"""A project -> its messages, as bare as the article and the templates have them."""

from __future__ import annotations

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.extract import extract


def project_messages(project: Project, sources: Sources, report: Report) -> tuple[Message, ...]:
    """Return every message of the project, in order."""
    return extract(project.article, sources, report)
