"""A project -> the catalog of a pseudo-locale, made of its own messages whenever it is asked for; no file holds it."""

from __future__ import annotations

from ecmiss_publish.model.catalog import Catalog
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.messages import project_messages
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.translate.pseudo import pseudo_catalog


def project_catalog(project: Project, locale: Locale, sources: Sources, report: Report) -> Catalog:
    """Return a translation's catalog from its file, that of a pseudo-locale from the project's messages."""
    if locale.pseudo:
        return pseudo_catalog(locale, project_messages(project, sources, report), project.glossary)
    return load_catalog(locale, sources, report)
