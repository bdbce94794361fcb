"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): elements made with the story, content marked when drawn.

Block elements join their parent when the story is made; inline ones (Link, Span) when they are first painted, so
that the tree's order is the reading order. The dictionaries are written when the file is saved.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from ecmiss_publish.write.pdf.objects import text_string


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. `kids` are Elements, marks on pages and annotations, in reading order."""

    tag: str
    parent: Element | None = None
    lang: str | None = None
    alt: str | None = None
    id: str | None = None
    attributes: dict[str, object] | None = None
    late: bool = False
    kids: list[Element | Mark | Annotation] = field(default_factory=list)
    reference: PDFObjectReference | None = None

    def __post_init__(self) -> None:
        if self.parent is not None and not self.late:
            self.parent.kids.append(self)

    def join(self) -> None:
        """Become the last kid of the parent, if not yet among its kids."""
        if self.late and self.parent is not None:
            self.parent.join()
            self.parent.kids.append(self)
            self.late = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content: a page (from 1) and the number of the sequence on it."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: a page (from 1) and the annotation's object name."""

    page: int
    name: str


@dataclass(slots=True)
class Structure:
    """The tree of one document and the numbers that lead from content to it."""

    root: Element
    pages: dict[int, list[Element]] = field(default_factory=dict)
    annotations: dict[int, Element] = field(default_factory=dict)
    _next_parent: int = 0
    _names: dict[str, PDFObjectReference] = field(default_factory=dict)

    def next_parent(self) -> int:
        """Return a new key of the parent tree (14.7.4.4)."""
        self._next_parent += 1
        return self._next_parent - 1

    def write(self, document: PDFDocument) -> PDFDictionary:
        """Return the structure tree root, every element below it added to `document`."""
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        document.Reference(tree, "structure")
        tree["K"] = self._element(self.root, PDFObjectReference("structure"), document)
        numbers: list[object] = []
        for key in range(self._next_parent):
            if key in self.pages:
                numbers += [key, PDFArray([element.reference for element in self.pages[key]])]
            elif key in self.annotations:
                numbers += [key, self.annotations[key].reference]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}), "parents")
        tree["ParentTreeNextKey"] = self._next_parent
        if self._names:
            pairs = [entry for name in sorted(self._names) for entry in (text_string(name), self._names[name])]
            tree["IDTree"] = document.Reference(PDFDictionary({"Names": PDFArray(pairs)}), "names")
        return tree

    def _element(self, element: Element, parent: PDFObjectReference, document: PDFDocument) -> PDFObjectReference:
        made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent})
        reference = element.reference = document.Reference(made, f"element {id(element)}")
        first_page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids: list[object] = []
        for kid in element.kids:
            match kid:
                case Element():
                    kids.append(self._element(kid, reference, document))
                case Mark(page, mcid) if page == first_page:
                    kids.append(mcid)
                case Mark(page, mcid):
                    kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(page), "MCID": mcid}))
                case Annotation(page, name):
                    entry = {"Type": PDFName("OBJR"), "Pg": _page(page), "Obj": PDFObjectReference(name)}
                    kids.append(PDFDictionary(entry))
        if first_page is not None:
            made["Pg"] = _page(first_page)
        if kids:
            made["K"] = PDFArray(kids)
        if element.lang:
            made["Lang"] = PDFString(element.lang)
        if element.alt:
            made["Alt"] = text_string(element.alt)
        if element.id and element.id not in self._names:  # an identifier names one element
            made["ID"] = text_string(element.id)
            self._names[element.id] = reference
        if element.attributes:
            made["A"] = PDFDictionary(dict(element.attributes))
        return reference


def _page(number: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{number}")
