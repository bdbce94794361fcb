"""A font inside one PDF: codes for clusters, and the objects that embed it.

One CID stands for one distinct (glyphs, advance, source text), so /ToUnicode never has two texts for one code.
Type0 / CIDFontType2 / Identity-H of ISO 32000-1, 9.7; CIDs are numbered in order of use.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from ecmiss_publish.typeset.fonts import BOLD, Font
from ecmiss_publish.typeset.shape import Cluster, Glyph
from ecmiss_publish.typeset.subset import Composite, subset
from ecmiss_publish.write.pdf.objects import stream

SOFT_HYPHEN = "\u00ad"
_ROWS = 100  # of one bfchar block, the most that the CMap format allows


class _Code(NamedTuple):
    """What a CID stands for: one glyph or several moved ones, their advance, their text."""

    glyph: int | None
    parts: tuple[tuple[int, int, int], ...]
    width: float
    text: str


class EmbeddedFont:
    """A font's codes in one document. `name` is its resource name."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self._codes: dict[_Code, int] = {}
        self._drawn: dict[tuple[tuple[Glyph, ...], str], tuple[str, float]] = {}

    def code(self, cluster: Cluster, text: str) -> tuple[str, float]:
        """Return the CID, in hexadecimal, that draws `cluster` and says `text`, and the width it advances by."""
        key = cluster.glyphs, text
        drawn = self._drawn.get(key)
        if drawn is None:
            code = self._code(cluster, text)
            drawn = self._drawn[key] = self._cid(code), code.width
        return drawn

    def _code(self, cluster: Cluster, text: str) -> _Code:
        if len(cluster.glyphs) == 1:
            glyph = cluster.glyphs[0]
            width = self.font.advance(glyph.number)
            if not glyph.dx and not glyph.dy:
                return _Code(glyph.number, (), width, text)
            return _Code(None, (self._part(glyph.number, glyph.dx, glyph.dy),), width, text)
        parts, pen = [], 0.0
        for glyph in cluster.glyphs:
            parts.append(self._part(glyph.number, pen + glyph.dx, glyph.dy))
            pen += glyph.advance
        return _Code(None, tuple(parts), float(max(0, round(cluster.advance))), text)

    def hyphen(self, glyph: int) -> str:
        """Return the CID, in hexadecimal, of a hyphen that the text does not hold; it extracts as a soft hyphen."""
        return self._cid(_Code(glyph, (), self.font.advance(glyph), SOFT_HYPHEN))

    def _part(self, glyph: int, x: float, y: float) -> tuple[int, int, int]:
        scale = self.font.scale
        return glyph, round(x / scale), round(y / scale)

    def _cid(self, code: _Code) -> str:
        return f"{self._codes.setdefault(code, len(self._codes) + 1):04X}"

    def embed(self, document: PDFDocument) -> None:
        """Add the font's objects to `document` and to the resources of its pages."""
        if not self._codes:
            return
        codes = list(self._codes)
        composites = [
            Composite(round(code.width / self.font.scale), code.parts) for code in codes if code.glyph is None
        ]
        made = subset(self.font, frozenset(code.glyph for code in codes if code.glyph is not None), composites)
        numbers = iter(range(made.first_composite, made.first_composite + len(composites)))
        glyphs = [made.glyphs[code.glyph] if code.glyph is not None else next(numbers) for code in codes]
        base = PDFName(f"{self._tag()}+{self._postscript_name()}")
        descriptor = self._descriptor(base, made.box, document.Reference(stream(made.data, Length1=len(made.data))))
        to_glyph = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(descriptor),
                "DW": 1000,
                "W": f"[1 [{' '.join(str(_number(code.width)) for code in codes)}]]",
                "CIDToGIDMap": document.Reference(stream(to_glyph)),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(stream(_to_unicode([code.text for code in codes]))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, f"font {self.name}")

    def _descriptor(self, base: PDFName, box: tuple[int, int, int, int], file: PDFObjectReference) -> PDFDictionary:
        font = self.font
        bold = font.weight >= BOLD
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,  # symbolic: the encoding is the font's own
                "FontBBox": PDFArray([round(value * font.scale) for value in box]),
                "ItalicAngle": 0,
                "Ascent": round(font.ascent),
                "Descent": round(font.descent),
                "CapHeight": 714,
                "StemV": 160 if bold else 80,
                "FontFile2": file,
            }
        )

    def _tag(self) -> str:
        """Return the six capitals that mark a subset (9.6.4), the same for the same codes."""
        digest = hashlib.sha256(repr(list(self._codes)).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _postscript_name(self) -> str:
        family = "".join(char for char in self.font.file.family if char.isascii() and char.isalnum()) or "Font"
        return f"{family}-{'Bold' if self.font.weight >= BOLD else 'Regular'}"


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 3)


def _to_unicode(texts: list[str]) -> bytes:
    """Return a ToUnicode CMap in the line layout that every checker reads (9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    rows = [f"<{cid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for cid, text in enumerate(texts, 1)]
    for start in range(0, len(rows), _ROWS):
        block = rows[start : start + _ROWS]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end", ""]
    return "\n".join(lines).encode("ascii")
