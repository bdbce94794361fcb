"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): elements made with the story, content marked when drawn.

Block elements join their parent when the story is made; inline ones (Link, Span) when they are first painted, so
that the tree's order is the reading order. The dictionaries are written when the file is saved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName

from ecmiss_publish.write.pdf.objects import Raw, reference, text_string


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
    reference: str = ""  # in the file, once it is written

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
    _names: dict[str, str] = field(default_factory=dict)

    def next_parent(self) -> int:
        """Return a new key of the parent tree (14.7.4.4)."""
        self._next_parent += 1
        return self._next_parent - 1

    def write(self, document: PDFDocument) -> PDFDictionary:
        """Return the structure tree root, every element below it added to `document`."""
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        document.Reference(tree, "structure")
        tree["K"] = self._element(self.root, reference(document, "structure"), document)
        numbers = [f"{key} {self._owner(key)}" for key in range(self._next_parent)]
        tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": f"[{' '.join(numbers)}]"}), "parents")
        tree["ParentTreeNextKey"] = self._next_parent
        if self._names:
            pairs = [entry for name in sorted(self._names) for entry in (text_string(name), self._names[name])]
            tree["IDTree"] = document.Reference(PDFDictionary({"Names": PDFArray(pairs)}), "names")
        return tree

    def _owner(self, key: int) -> str:
        """Return what a key of the parent tree leads to: a page's elements by MCID, or an annotation's element."""
        if key in self.pages:
            return f"[{' '.join(element.reference for element in self.pages[key])}]"
        return self.annotations[key].reference

    def _element(self, element: Element, parent: str, document: PDFDocument) -> str:
        made = Raw()
        name = f"element {id(element)}"
        document.Reference(made, name)
        element.reference = reference(document, name)
        entries = [f"/Type /StructElem /S /{element.tag} /P {parent}"]
        own_page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if own_page is not None:
            entries.append(f"/Pg {reference(document, f'Page{own_page}')}")
        if element.kids:
            kids = (self._kid(kid, element.reference, own_page, document) for kid in element.kids)
            entries.append(f"/K [{' '.join(kids)}]")
        if element.lang:
            entries.append(f"/Lang ({element.lang})")
        if element.alt:
            entries.append(f"/Alt {text_string(element.alt)}")
        if element.id and element.id not in self._names:  # an identifier names one element
            entries.append(f"/ID {text_string(element.id)}")
            self._names[element.id] = element.reference
        if element.attributes:
            entries.append(f"/A {PDFDictionary(dict(element.attributes)).format(document).decode('latin-1')}")
        made.data = f"<< {' '.join(entries)} >>"
        return element.reference

    def _kid(self, kid: Element | Mark | Annotation, parent: str, own_page: int | None, document: PDFDocument) -> str:
        match kid:
            case Element():
                return self._element(kid, parent, document)
            case Mark(page, mcid) if page == own_page:
                return str(mcid)
            case Mark(page, mcid):
                return f"<< /Type /MCR /Pg {reference(document, f'Page{page}')} /MCID {mcid} >>"
            case Annotation(page, name):
                place = reference(document, f"Page{page}")
                return f"<< /Type /OBJR /Pg {place} /Obj {reference(document, name)} >>"
            case _:
                assert_never(kid)
