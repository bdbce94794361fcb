"""ReportLab's canvas with our text, tags and metadata; the only module that touches its private hooks.

What we lean on: `_make_preamble` (no default Helvetica), `_code` (the page's operators), `_setAnnotations` (called by
showPage with the page object), `_addAnnotation`, `_doc`, `__NoDefault__` of page and catalog, the page's `stream`
and `Contents`, `info._dateFormatter`, `rl_config.useA85`, `getXObjectName` and `_formsinuse` (a page's images).
"""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import PIL.Image
from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from ecmiss_publish.model.document import Document
from ecmiss_publish.typeset.fonts import Font
from ecmiss_publish.write.pdf.font import EmbeddedFont
from ecmiss_publish.write.pdf.icc import srgb_profile
from ecmiss_publish.write.pdf.objects import shared_stream, stream, text_string
from ecmiss_publish.write.pdf.tags import Annotation, Element, Mark, Structure
from ecmiss_publish.write.pdf.xmp import PRODUCER, Properties, xmp_packet

rl_config.useA85 = 0  # streams stay binary: ASCII base 85 is a quarter larger, and slow in Python

RGB = tuple[float, float, float]


class TaggedCanvas(Canvas):
    """A canvas whose content belongs to structure elements, and whose fonts are all embedded."""

    def __init__(self, document: Document, structure: Structure, size: tuple[float, float]) -> None:
        self.file = io.BytesIO()
        self.document = document
        self.structure = structure
        self.pages: list[PDFPage] = []
        self._fonts: dict[Font, EmbeddedFont] = {}
        self._marked = 0  # marked-content sequences on this page so far
        self._page_elements: list[Element] = []
        self._painted: dict[int, object] = {}
        super().__init__(
            self.file, pagesize=size, lang=document.locale.tag, pdfVersion=(1, 7), invariant=1, pageCompression=1
        )

    # --- text and colour ---

    def embedded(self, font: Font) -> EmbeddedFont:
        """Return the font as this document embeds it."""
        found = self._fonts.get(font)
        if found is None:
            found = self._fonts[font] = EmbeddedFont(font, f"T{len(self._fonts) + 1}")
        return found

    def operators(self, code: str) -> None:
        """Add content-stream operators to the page."""
        self._code.append(code)

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"  # ReportLab's own names a Helvetica that is not embedded

    def picture(self, data: bytes) -> str:
        """Return the name by which the page's operators call a PNG, which the file holds once."""
        name = hashlib.sha256(data).hexdigest()[:16]
        registered: str = self._doc.getXObjectName(name)
        if registered not in self._doc.idToObject:
            width, height, pixels = _pixels(data)
            # No /Interpolate, no /SMask: PDF/A-2 forbids the one (6.2.8.1), and the other would make pages transparent.
            made = shared_stream(
                pixels,
                Type=PDFName("XObject"),
                Subtype=PDFName("Image"),
                Width=width,
                Height=height,
                ColorSpace=PDFName("DeviceRGB"),
                BitsPerComponent=8,
            )
            self._doc.Reference(made, registered)
        if name not in self._formsinuse:
            self._formsinuse.append(name)  # the page's XObjects, images among them
        return registered

    # --- marked content ---

    @contextmanager
    def inside(self, element: Element | None) -> Iterator[None]:
        """Mark what is painted as the content of `element`, or as an artifact where there is none."""
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            element.join()
            self._code.append(f"/{element.tag} <</MCID {self._marked}>> BDC")
            element.kids.append(Mark(self.getPageNumber(), self._marked))
            self._page_elements.append(element)
            self._marked += 1
        yield
        self._code.append("EMC")

    def first_time(self, thing: object) -> bool:
        """Return whether `thing` is painted for the first time: a repeated table head is furniture."""
        first = id(thing) not in self._painted
        self._painted[id(thing)] = thing
        return first

    def link(self, href: str, box: tuple[float, float, float, float], element: Element, words: str) -> None:
        """Make `box` (on the page, points) a link to `href` that belongs to the Link element."""
        key = self.structure.next_parent()
        action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(href)})
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray(list(box)),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": text_string(words),
                "StructParent": key,
                "A": action,
            }
        )
        name = f"link {key}"
        self._addAnnotation(annotation, name)
        element.join()
        element.kids.append(Annotation(self.getPageNumber(), self._doc.annotationName(name)))
        self.structure.annotations[key] = element

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 - ReportLab's name
        super()._setAnnotations(page)
        self.pages.append(page)
        page.__NoDefault__ = [*(name for name in page.__NoDefault__ if name != "Trans"), "StructParents", "Tabs"]
        page.Tabs = PDFName("S")
        if self._marked:
            page.StructParents = self.structure.next_parent()
            self.structure.pages[page.StructParents] = self._page_elements
        self._marked, self._page_elements = 0, []

    # --- the end ---

    def finish(self) -> bytes:
        """Return the file."""
        pdf = self._doc
        self._describe(pdf)
        for font in self._fonts.values():
            font.embed(pdf)
        catalog = pdf.Catalog
        catalog.StructTreeRoot = self.structure.write(pdf)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = PDFArray([_output_intent(pdf)])
        catalog.PageLabels = PDFDictionary({"Nums": PDFArray([0, PDFDictionary({"S": PDFName("D")})])})
        # No /Direction R2L: PDFium takes it for the direction of every line and reverses the Latin ones.
        self.setViewerPreference("DisplayDocTitle", "true")
        content = ""
        for page in self.pages:
            content += page.stream
            page.Contents = stream(page.stream.encode("latin-1"))
        pdf._ID = _file_identifier(self.document, content)
        self.save()
        return self.file.getvalue()

    def _describe(self, pdf: Any) -> None:
        """Say in Info and XMP what the file is."""
        document = self.document
        properties = Properties(
            title=document.title.plain,
            subject=document.reference,
            keywords=document.source_title.plain,
            language=document.locale.tag,
            date=document.date,
        )
        self.setTitle(properties.title)
        self.setAuthor(PRODUCER)
        self.setSubject(properties.subject)
        self.setKeywords(properties.keywords)
        self.setCreator(PRODUCER)
        self.setProducer(PRODUCER)
        pdf.info._dateFormatter = lambda *_: properties.info_date
        packet = xmp_packet(properties)
        pdf.Catalog.Metadata = stream(packet, compress=False, Type=PDFName("Metadata"), Subtype=PDFName("XML"))


@functools.lru_cache(maxsize=8)
def _pixels(data: bytes) -> tuple[int, int, bytes]:
    with PIL.Image.open(io.BytesIO(data)) as image:
        return image.width, image.height, image.convert("RGB").tobytes()


def _output_intent(pdf: Any) -> PDFDictionary:
    """Return the meaning of the file's colours (ISO 19005-2, 6.2.3)."""
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": pdf.Reference(shared_stream(srgb_profile(), N=3), "sRGB"),
        }
    )


def _file_identifier(document: Document, content: str) -> bytes:
    """Return the trailer's /ID from what the file says, so that equal files are equal and others are not."""
    digest = hashlib.sha256(f"{document.reference} {document.version} {content}".encode()).hexdigest()[:32]
    return f"\n[<{digest}><{digest}>]\n".encode()
