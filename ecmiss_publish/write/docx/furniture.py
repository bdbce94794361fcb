"""Header and footer: title and reference above, the page's number below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.write.docx.inlines import Inliner
from ecmiss_publish.write.docx.languages import Language, language_of
from ecmiss_publish.write.docx.xml import Xml, parsed, w, words

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_PLACEHOLDER = re.compile(r"(\{pages?\})")


def fill_furniture(word: WordDocument, document: Document, language: Language) -> None:
    """Put the words around the page. The first page has no header: the title stands there."""
    section = word.sections[0]
    header = section.header.part
    header.element.extend(parsed(_header(document, language, header)))
    for footer in (section.footer.part, section.first_page_footer.part):
        footer.element.extend(parsed(_footer(document, language, footer)))


def _header(document: Document, language: Language, part: Part) -> Xml:
    inliner = _inliner(language, part)
    return w(
        "p",
        w("pPr", w("pStyle", val="Header")),
        inliner.runs(document.title, language.rtl),
        w("r", w("tab")),
        inliner.runs(plain_text(document.reference, "en"), language.rtl),
    )


def _footer(document: Document, language: Language, part: Part) -> Xml:
    label = document.labels.get("page") or plain_text("{page}", document.locale.tag)
    rtl = language_of(label.lang).rtl
    return w(
        "p",
        w("pPr", w("pStyle", val="Footer"), w("bidi", val=int(rtl)) if rtl != language.rtl else None),
        *_with_fields(label, rtl, _inliner(language, part)),
    )


def _with_fields(label: Text, rtl: bool, inliner: Inliner) -> Iterator[Xml]:
    """Yield the words of `label`, each placeholder as the field that Word counts."""
    for part in _PLACEHOLDER.split(label.plain):
        if part in _FIELDS:
            counted = w("r", w("rPr", w("rtl")) if rtl else None, words("1"))
            yield w("fldSimple", counted, instr=f" {_FIELDS[part]} ")
        elif part:
            yield inliner.runs(plain_text(part, label.lang), rtl)


def _inliner(language: Language, part: Part) -> Inliner:
    return Inliner(language, lambda href: part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
