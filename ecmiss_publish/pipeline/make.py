"""One file: the five arrows, a line each.

files -load-> Article -translate-> Article -compose-> Document -write-> bytes -verify-> Problems
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol, cast

from ecmiss_publish.compose.document import Composer, Ingredients
from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.load.brand import load_brand
from ecmiss_publish.model.article import Article
from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.catalog import Catalog
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Problem, PublishError, Report
from ecmiss_publish.model.scene import Room
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.model.target import Artifact, Target
from ecmiss_publish.pipeline.project import Project
from ecmiss_publish.pipeline.pseudo import project_catalog
from ecmiss_publish.translate.apply import translate, translate_text
from ecmiss_publish.translate.review import check_review
from ecmiss_publish.verify.document import check_document
from ecmiss_publish.verify.message import check_messages
from ecmiss_publish.write.theme import document_theme, folds


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
    _rooms: dict[str, tuple[Room, ...]] = field(init=False)
    _brands: dict[str, Brand] = field(default_factory=dict)
    _translated: dict[Locale, tuple[Article, Catalog, tuple[Problem, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._composer = Composer(self.sources)
        self._rooms = label_rooms(self.project.article, self.sources)

    def make(self, target: Target, report: Report) -> tuple[Document, Artifact]:
        """Return the document and its file, read back and checked, or raise PublishError with every reason reported."""
        document = self.document(target, report)
        writer = cast(Writer, import_module(f"ecmiss_publish.write.{document.edition.writer}"))
        data = writer.write(document, self.sources, report)
        reader = cast(Reader, import_module(f"ecmiss_publish.verify.artifact.{document.edition.writer}"))
        reader.check(document, data, report)
        if target.print_shop:
            data = self._imposed(document, data, report)
        return document, Artifact(target=target, path=artifact_path(document, target, writer.SUFFIX), data=data)

    def document(self, target: Target, report: Report) -> Document:
        """Return the target's document, checked, or raise PublishError."""
        article, catalog = self.translated(target.locale, report)
        beside, catalog_beside = self.translated(target.beside or self.project.source, report)
        glossary = self.project.glossary
        given = Ingredients(
            article=article,
            original=self.project.article,
            beside=beside,
            catalog=catalog,
            brand=self._brand(target.brand, report),
            alternates=self.project.locales,
            translate=lambda text: translate_text(text, catalog, glossary, report),
            translate_beside=lambda text: translate_text(text, catalog_beside, glossary, report),
        )
        document = self._composer.compose(target.edition, given, report)
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

    def _imposed(self, document: Document, data: bytes, report: Report) -> bytes:
        """Return the pages as a print shop wants them: with bleed and marks, those of a booklet in printer's order."""
        from ecmiss_publish.write.impose import Booklet, Sheets, impose

        page = document_theme(document, self.sources, report).pages[document.edition.page]
        rtl = document.locale.direction == "rtl"
        return impose(data, Booklet(rtl=rtl) if page.multiple > 1 else Sheets(folds(page, rtl=rtl)))

    def _brand(self, name: str, report: Report) -> Brand:
        if name not in self._brands:
            there = name in self.project.brands  # a project need not have a default one
            self._brands[name] = load_brand(name, self.sources, report) if there else Brand(name=name)
        return self._brands[name]

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
        catalog = project_catalog(self.project, locale, self.sources, report)
        check_review(catalog, report)
        check_messages(catalog, self.project.source, self.project.glossary, self._rooms, report)
        return translate(self.project.article, catalog, self.project.glossary, report), catalog


def artifact_path(document: Document, target: Target, suffix: str) -> str:
    """Return where the file goes below the output folder: `ar/ecmiss-leaflet.pdf`."""
    beside = f"-{target.beside.tag}" if document.edition.beside and target.beside else ""
    shop = "-print-shop" if target.print_shop else ""
    return f"{document.locale.tag}/{document.article}-{document.edition.name}{beside}{shop}{suffix}"
