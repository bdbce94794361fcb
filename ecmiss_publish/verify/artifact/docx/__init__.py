"""A finished Word file, read back from its parts, against its Document: every word, its order, language and structure.

One file a kind of fault. What each check promises is the first line of its docstring.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from lxml import etree

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.verify.artifact.docx.file import File
from ecmiss_publish.verify.artifact.docx.package import furniture, package
from ecmiss_publish.verify.artifact.docx.pictures import pictures
from ecmiss_publish.verify.artifact.docx.reading import Reading
from ecmiss_publish.verify.artifact.docx.structure import bookmarks, directions, headings, links, lists, tables
from ecmiss_publish.verify.artifact.docx.words import leftovers, texts

CHECKS: tuple[Callable[[Reading], None], ...] = (
    texts,
    pictures,
    leftovers,
    headings,
    tables,
    lists,
    bookmarks,
    links,
    furniture,
    directions,
    package,
)


def check(document: Document, data: bytes, report: Report) -> None:
    """Report what the file does not show as the Document says it."""
    try:
        file = File.read(data)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        report.error("unreadable", f"the file cannot be opened: {error}", at=Origin(document.edition.path))
        return
    reading = Reading(document, file, report)
    for each in CHECKS:
        each(reading)
