"""One file: the five arrows, a line each.

files -load-> Article -translate-> Article -compose-> Document -write-> bytes -verify-> Problems
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol, cast

from ecmiss_publish.compose.document import Composer
from ecmiss_publish.model.article import Article
from ecmiss_publish.model.catalog import Catalog
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Problem, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.model.target import Artifact, Target
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.translate.apply import translate, translate_text
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.verify.document import check_document
from ecmiss_publish.verify.message import check_messages


class Writer(Protocol):
    """A module that draws a format."""

    SUFFIX: str

    def write(self, document: Document, sources: Sources, report: Report) -> bytes:
        """Return the finished file."""
        ...


class Reader(Protocol):
    """A module that reads a format back."""

    def check(self, document: Document, data: bytes, report: Report) -> None:
        """Report what the file does not say of its document."""
        ...


# Formats by the name that an edition's `writer` gives. Modules are imported when first needed: a leaflet needs no Word.
FORMATS = ("html", "docx", "pdf")


@dataclass(slots=True)
class Workshop:
    """Makes the files of one project, one after the other; each article and catalog is read once."""

    project: Project
    sources: Sources
    _composer: Composer = field(init=False)
    _translated: dict[Locale, tuple[Article, Catalog, tuple[Problem, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._composer = Composer(self.sources)

    def make(self, target: Target, report: Report) -> tuple[Document, Artifact]:
        """Return the document and its file, read back and checked, or raise PublishError with every reason reported."""
        document = self.document(target, report)
        writer = cast(Writer, import_module(f"ecmiss_publish.write.{document.edition.writer}"))
        data = writer.write(document, self.sources, report)
        reader = cast(Reader, import_module(f"ecmiss_publish.verify.artifact.{document.edition.writer}"))
        reader.check(document, data, report)
        return document, Artifact(target=target, path=artifact_path(document, writer.SUFFIX), data=data)

    def document(self, target: Target, report: Report) -> Document:
        """Return the target's document, checked, or raise PublishError."""
        article, catalog = self.translated(target.locale, report)
        document = self._composer.compose(
            article,
            self.project.article,
            catalog,
            target.edition,
            self.project.locales,
            lambda text: translate_text(text, catalog, self.project.glossary, report),
            report,
        )
        if document.edition.writer not in FORMATS:
            report.error(
                "unknown-writer",
                f"the edition wants the writer “{document.edition.writer}”",
                at=Origin(document.edition.path, 1),
                hint=f"there are {', '.join(FORMATS)}",
            )
            raise PublishError(document.edition.path)
        check_document(document, self.project.article, report)
        return document

    def translated(self, locale: Locale, report: Report) -> tuple[Article, Catalog]:
        """Return the article in `locale`, and the catalog that it was translated with."""
        if locale not in self._translated:
            found = Report()
            try:
                self._translated[locale] = (*self._translate(locale, found), tuple(found))
            except PublishError:
                report.extend(found)
                raise
        article, catalog, problems = self._translated[locale]
        report.extend(problems)
        return article, catalog

    def _translate(self, locale: Locale, report: Report) -> tuple[Article, Catalog]:
        if locale == self.project.source:
            return self.project.article, Catalog(locale=locale)
        catalog = load_catalog(locale, self.sources, report)
        check_messages(catalog, self.project.source, report)
        return translate(self.project.article, catalog, self.project.glossary, report), catalog


def artifact_path(document: Document, suffix: str) -> str:
    """Return where the file goes below the output folder: `ar/ecmiss-leaflet.pdf`."""
    return f"{document.locale.tag}/{document.article}-{document.edition.name}{suffix}"
