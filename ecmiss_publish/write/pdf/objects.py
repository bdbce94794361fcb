"""PDF objects as ISO 19005 and ISO 32000 want them, where ReportLab's own are not enough."""

from __future__ import annotations

import functools
import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFStream, PDFZCompress


class Stream(PDFStream):
    """A stream with the end-of-line before `endstream` that PDF/A asks for (ISO 19005-2, 6.1.7.1).

    It is CR LF: a checker takes LF alone, behind data that happen to end in CR, for both and misses a byte.
    """

    def format(self, document: Any) -> bytes:
        """Return the object as bytes."""
        made: bytes = PDFStream.format(self, document)
        return made[: -len(b"endstream\n")] + b"\r\nendstream\n"


class _RememberedFlate:
    """ReportLab's filter FlateDecode with a memory, for what many files of a process hold: fonts, the colour space."""

    pdfname = "FlateDecode"
    encode = staticmethod(functools.lru_cache(maxsize=32)(zlib.compress))


class Raw(PDFObject):
    """An object that is written as it stands: ReportLab takes 0.05 ms for a dictionary, and a tree has hundreds."""

    def __init__(self) -> None:
        self.data = ""

    def format(self, document: PDFDocument) -> bytes:
        """Return the object as bytes."""
        return self.data.encode("latin-1")


def reference(document: PDFDocument, name: str) -> str:
    """Return the reference to the object that `document` knows as `name`, as it stands in the file."""
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def shared_stream(data: bytes, **entries: object) -> Stream:
    """Return `data`, which other files hold too, as a compressed stream object with `entries` in its dictionary."""
    return Stream(PDFDictionary(dict(entries)), data, filters=[_RememberedFlate])


def stream(data: bytes, *, compress: bool = True, **entries: object) -> Stream:
    """Return `data` as a stream object with `entries` in its dictionary."""
    # An empty list of filters would write an empty /Filter; None takes the document's default, which is none.
    return Stream(PDFDictionary(dict(entries)), data, filters=[PDFZCompress] if compress else None)


def text_string(words: str) -> str:
    """Return `words` as a PDF text string in UTF-16, which no reader takes for another encoding (7.9.2.2)."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"
