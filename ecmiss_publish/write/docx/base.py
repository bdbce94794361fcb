"""A clean Word file to write into, made from python-docx's template: our page, fonts and facts, no words."""

from __future__ import annotations

import functools
import io
import zipfile
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from ecmiss_publish.model.document import Document
from ecmiss_publish.write.docx.styles import Typography, font_table, theme_part
from ecmiss_publish.write.docx.xml import W, Xml, parsed, twips, w
from ecmiss_publish.write.theme import Page

_KEPT = ("/styles", "/numbering", "/settings", "/header", "/footer")
_FURNITURE = 28.0  # points from the edge of the paper to header and footer
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file knows


def open_base(document: Document, typography: Typography) -> WordDocument:
    """Return an empty file that is set up for `document`."""
    template, theme = _template()
    word = docx.Document(io.BytesIO(template))
    _fill_settings(word.settings.element, typography)
    _fill_page(word, typography)
    package = word.part.package
    assert package is not None

    def part(name: str, content_type: str, blob: bytes) -> Part:
        return Part(PackURI(name), content_type, blob, package)

    colours = part("/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, theme_part(theme, typography))
    word.part.relate_to(colours, RELATIONSHIP_TYPE.THEME)
    fonts = part("/word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, font_table(typography))
    word.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    facts = part("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _facts(document))
    package.relate_to(facts, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return word


@functools.cache
def _template() -> tuple[bytes, bytes]:
    """Return python-docx's template without what it brings along, and its theme."""
    word = docx.Document()
    package = word.part.package
    assert package is not None
    theme = word.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
    section = word.sections[0]
    section.different_first_page_header_footer = True
    for furniture in (section.header, section.footer, section.first_page_footer):
        furniture.is_linked_to_previous = False
        _clear(furniture.part.element)
    for relations in (package.rels, word.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT and not relation.reltype.endswith(_KEPT):
                del relations[key]
    for root in (word.styles.element, word.settings.element, word.part.numbering_part.element):
        _clear(root)
    _clean(word.element)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue(), theme


def _clear(root: etree._Element) -> None:
    for child in list(root):
        root.remove(child)
    _clean(root)


def _clean(root: etree._Element) -> None:
    """Drop the marks of earlier editing and the names of vocabularies that are not used."""
    for name in [name for name in root.attrib if str(name).endswith("}Ignorable")]:
        del root.attrib[name]
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith(f"{{{W}}}rsid")]:
            del element.attrib[name]
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])


# --- page and settings ------------------------------------------------------------------------------------------


def _fill_page(word: WordDocument, typography: Typography) -> None:
    page, rtl = typography.page, typography.language.rtl
    section = word.sections[0]._sectPr
    references = [child for child in section if child.tag.endswith("Reference")]
    for child in list(section):
        section.remove(child)
    direction = (w("bidi"), w("rtlGutter")) if rtl else ()
    section.extend([*references, *parsed(*_page_properties(page), w("titlePg"), *direction)])


def _page_properties(page: Page) -> list[Xml]:
    return [
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        w(
            "pgMar",
            top=twips(page.margin),
            right=twips(page.margin),
            bottom=twips(page.foot),
            left=twips(page.margin),
            header=twips(_FURNITURE),
            footer=twips(_FURNITURE),
            gutter=0,
        ),
        w("cols", space=720),
    ]


def _fill_settings(settings: etree._Element, typography: Typography) -> None:
    language = typography.language
    tags = {"val": language.tag if language.slot == "western" else "en-US"}
    if language.slot != "western":
        tags["eastAsia" if language.slot == "east_asian" else "bidi"] = language.tag
    places = {f"accent{number}": f"accent{number}" for number in range(1, 7)}
    settings.extend(
        parsed(
            w("zoom", percent=100),
            w("defaultTabStop", val=720),
            w("characterSpacingControl", val="doNotCompress"),
            # Without it Word opens the file as one of Word 2007 and says so in the title bar.
            w(
                "compat",
                w(
                    "compatSetting",
                    name="compatibilityMode",
                    uri="http://schemas.microsoft.com/office/word",
                    val=15,
                ),
            ),
            w("themeFontLang", **tags),
            w(
                "clrSchemeMapping",
                bg1="light1",
                t1="dark1",
                bg2="light2",
                t2="dark2",
                **places,
                hyperlink="hyperlink",
                followedHyperlink="followedHyperlink",
            ),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )


def _facts(document: Document) -> bytes:
    """Return the core properties: what the file's information page and a screen reader say of it."""
    date = f'xsi:type="dcterms:W3CDTF">{document.date.isoformat()}T00:00:00Z'
    values = {
        "dc:title": document.title.plain,
        "dc:subject": document.reference,
        "dc:creator": "ecmiss_publish",
        "dc:language": document.locale.tag,
        "cp:lastModifiedBy": "ecmiss_publish",
        "cp:revision": "1",
        "cp:version": document.version,
    }
    elements = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{elements}<dcterms:created {date}</dcterms:created><dcterms:modified {date}</dcterms:modified>"
        "</cp:coreProperties>"
    ).encode()


# --- bytes ------------------------------------------------------------------------------------------------------


def to_bytes(word: WordDocument) -> bytes:
    """Return the file; the same content gives the same bytes.

    python-docx would write today's date and compress pictures that are compressed already.
    """
    package = word.part.package
    assert package is not None
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    files = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relations(package)}
    for part in parts:
        files[part.partname.membername] = part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = _relations(part)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0  # one for all systems that write
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def _relations(source: OpcPackage | Part) -> bytes:
    return str(source.rels.xml).encode() if isinstance(source.rels.xml, str) else bytes(source.rels.xml)


def _content_types(parts: list[Part]) -> bytes:
    types = CT_Types.new()  # type: ignore[no-untyped-call]  # python-docx has no types there
    for extension, content_type in (("png", "image/png"), ("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)):
        types.add_default(extension, content_type)
    for part in parts:
        if part.partname.ext != "png":
            types.add_override(part.partname, part.content_type)
    return bytes(serialize_part_xml(types))
