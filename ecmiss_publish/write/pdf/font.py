"""A font inside one PDF: codes for clusters, and the objects that embed it.

One CID stands for one distinct (glyphs, advance, source text), so /ToUnicode never has two texts for one code.
Type0 / CIDFontType2 / Identity-H of ISO 32000-1, 9.7; CIDs are numbered in order of use.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from ecmiss_publish.typeset.fonts import BOLD, Font
from ecmiss_publish.typeset.shape import Glyph
from ecmiss_publish.typeset.subset import Composite, subset
from ecmiss_publish.write.pdf.objects import shared_stream, stream

SOFT_HYPHEN = "\u00ad"
_ROWS = 100  # of one bfchar block, the most that the CMap format allows


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """What a CID stands for: one glyph or several moved ones, their advance, their text.

    There is one of each in a process, so that a document finds its number by identity: comparing glyphs took a tenth
    of the time.
    """

    glyph: int | None
    parts: tuple[tuple[int, int, int], ...]
    width: float
    text: str


@functools.cache  # as many as the fonts' glyphs that are in use
def _code(font: Font, glyph: int | None, parts: tuple[tuple[int, int, int], ...], width: float, text: str) -> Code:
    return Code(glyph, parts, width, text)


@functools.lru_cache(maxsize=20_000)
def cluster_code(font: Font, glyphs: tuple[Glyph, ...], text: str) -> Code:
    """Return the code that draws the glyphs of a cluster and says `text`."""
    if len(glyphs) == 1:
        (glyph,) = glyphs
        width = font.advance(glyph.number)
        if not glyph.dx and not glyph.dy:
            return _code(font, glyph.number, (), width, text)
        return _code(font, None, (_part(font, glyph.number, glyph.dx, glyph.dy),), width, text)
    parts, pen = [], 0.0
    for glyph in glyphs:
        parts.append(_part(font, glyph.number, pen + glyph.dx, glyph.dy))
        pen += glyph.advance
    return _code(font, None, tuple(parts), float(max(0, round(pen))), text)


def hyphen_code(font: Font, glyph: int) -> Code:
    """Return the code of a hyphen that the text does not hold; it extracts as a soft hyphen."""
    return _code(font, glyph, (), font.advance(glyph), SOFT_HYPHEN)


def _part(font: Font, glyph: int, x: float, y: float) -> tuple[int, int, int]:
    return glyph, round(x / font.scale), round(y / font.scale)


class _Numbers(dict[Code, str]):
    """CIDs in hexadecimal, given out in order of use."""

    def __missing__(self, code: Code) -> str:
        self[code] = f"{len(self) + 1:04X}"
        return self[code]


class EmbeddedFont:
    """A font's codes in one document. `name` is its resource name."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self._numbers = _Numbers()

    def hex(self, codes: Sequence[Code]) -> str:
        """Return the CIDs of `codes` in hexadecimal."""
        return "".join(map(self._numbers.__getitem__, codes))

    def embed(self, document: PDFDocument) -> None:
        """Add the font's objects to `document` and to the resources of its pages."""
        if not self._numbers:
            return
        codes = list(self._numbers)
        composites = [
            Composite(round(code.width / self.font.scale), code.parts) for code in codes if code.glyph is None
        ]
        made = subset(self.font, frozenset(code.glyph for code in codes if code.glyph is not None), composites)
        numbers = iter(range(made.first_composite, made.first_composite + len(composites)))
        glyphs = [made.glyphs[code.glyph] if code.glyph is not None else next(numbers) for code in codes]
        base = PDFName(f"{self._tag()}+{self._postscript_name()}")
        descriptor = self._descriptor(
            base, made.box, document.Reference(shared_stream(made.data, Length1=len(made.data)))
        )
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
        used = ((code.glyph, code.parts, code.width, code.text) for code in self._numbers)
        digest = hashlib.sha256(repr(list(used)).encode()).digest()
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
