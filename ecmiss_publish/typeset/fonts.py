"""Scripts -> font files: variable TrueType fonts from two wheels, a project's own files before them.

No font is bundled or cached: HarfBuzz maps a file and reads from it what it needs.
"""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Mapping
from pathlib import Path

import uharfbuzz as hb

REGULAR, BOLD = 400, 700

# ISO 15924 -> (package, file below it). The first family of a script; Noto Sans itself follows in every stack.
_NOTO, _CJK = "manimgx_fonts", "justmytype_intl_cjk"
_FILES = {
    "Latn": (_NOTO, "NotoSans[wght].ttf"),
    "Arab": (_NOTO, "NotoSansArabic[wght].ttf"),
    "Armn": (_NOTO, "NotoSansArmenian[wght].ttf"),
    "Beng": (_NOTO, "NotoSansBengali[wght].ttf"),
    "Deva": (_NOTO, "NotoSansDevanagari[wght].ttf"),
    "Ethi": (_NOTO, "NotoSansEthiopic[wght].ttf"),
    "Geor": (_NOTO, "NotoSansGeorgian[wght].ttf"),
    "Gujr": (_NOTO, "NotoSansGujarati[wght].ttf"),
    "Guru": (_NOTO, "NotoSansGurmukhi[wght].ttf"),
    "Hebr": (_NOTO, "NotoSansHebrew[wght].ttf"),
    "Khmr": (_NOTO, "NotoSansKhmer[wght].ttf"),
    "Knda": (_NOTO, "NotoSansKannada[wght].ttf"),
    "Laoo": (_NOTO, "NotoSansLao[wght].ttf"),
    "Mlym": (_NOTO, "NotoSansMalayalam[wght].ttf"),
    "Mymr": (_NOTO, "NotoSansMyanmar[wght].ttf"),
    "Orya": (_NOTO, "NotoSansOriya[wght].ttf"),
    "Sinh": (_NOTO, "NotoSansSinhala[wght].ttf"),
    "Taml": (_NOTO, "NotoSansTamil[wght].ttf"),
    "Telu": (_NOTO, "NotoSansTelugu[wght].ttf"),
    "Thai": (_NOTO, "NotoSansThai[wght].ttf"),
    "Hans": (_CJK, "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"),
    "Hant": (_CJK, "fonts/ofl/notosanstc/NotoSansTC[wght].ttf"),
    "Jpan": (_CJK, "fonts/ofl/notosansjp/NotoSansJP[wght].ttf"),
    "Kore": (_CJK, "fonts/ofl/notosanskr/NotoSansKR[wght].ttf"),
}
_SLOPED = {"NotoSans[wght].ttf": (_NOTO, "NotoSans-Italic[wght].ttf")}


class FontMissing(Exception):
    """A font file that a script needs is not on this machine. The message names it and the remedy."""


class FontFile:
    """One TrueType file, static or with a `wght` axis."""

    def __init__(self, name: str, data: hb.Blob) -> None:
        self.name = name
        self.face = hb.Face(data)
        self.variable = any(axis.tag == "wght" for axis in self.face.axis_infos)
        self.family: str = self.face.get_name(16) or self.face.get_name(1) or name
        self._codepoints: hb.Set = self.face.unicodes

    @functools.cache  # noqa: B019 - a font file lives as long as its process
    def at(self, weight: int) -> Font:
        """Return the font at `weight` (100 to 900)."""
        return Font(self, weight)

    @property
    def sloped(self) -> FontFile | None:
        """The italic that belongs to this file, if there is one."""
        place = _SLOPED.get(self.name)
        return _packaged(*place) if place else None

    def covers(self, codepoint: int) -> bool:
        """Return whether the font has a glyph for the character."""
        return codepoint in self._codepoints


class Font:
    """A font file at one weight. Measures are thousandths of an em."""

    def __init__(self, file: FontFile, weight: int) -> None:
        self.file = file
        self.weight = weight
        self.hb = hb.Font(file.face)
        if file.variable:
            self.hb.set_variations({"wght": weight})
        self.scale = 1000 / file.face.upem
        extents = self.hb.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = extents.descender * self.scale
        self._advances: dict[int, float] = {}

    def advance(self, glyph: int) -> float:
        """Return the glyph's own advance width."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.hb.get_glyph_h_advance(glyph) * self.scale
        return width


def font_stack(script: str, own: Mapping[str, tuple[FontFile, ...]]) -> tuple[FontFile, ...]:
    """Return the fonts to try for a text in `script`, first choice first; raise FontMissing where one is not there.

    Scripts other than Latin have fonts with few or no Latin letters, so Noto Sans always follows.
    """
    first = own.get(script, ())
    names = [script, "Latn"] if script in _FILES else ["Latn"]
    return (*first, *dict.fromkeys(_packaged(*_FILES[name]) for name in names))


@functools.cache
def fallback_fonts() -> tuple[FontFile, ...]:
    """Return every other font there is, for a character that the stack of its text does not have."""
    return tuple(_packaged(*place) for place in _FILES.values())


def open_font(name: str, data: bytes) -> FontFile:
    """Return a project's own font file; raise ValueError where `data` is no TrueType font."""
    if data[:4] not in (b"\x00\x01\x00\x00", b"true"):
        raise ValueError(f"{name} is not a TrueType font")
    return FontFile(name, hb.Blob(data))


@functools.cache
def _packaged(package: str, file: str) -> FontFile:
    found = importlib.util.find_spec(package)
    places = list(found.submodule_search_locations or ()) if found else []
    path = Path(places[0], file) if places else Path(file)
    if not places or not path.is_file():
        raise FontMissing(f"the font {path.name} is not installed: pip install {package.replace('_', '-')}")
    return FontFile(path.name, hb.Blob.from_file_path(str(path)))
