"""A page's characters -> fonts to carry in it, so that it shows in its own script on any machine.

WOFF 1.0 and not WOFF2: Brotli saves a fifth of the bytes, but takes 0.2 s for a Latin page and 1.2 s for a Chinese one
(measured with fontTools), where zlib takes 2 and 12 ms and comes with Python. The weight axis stays: one variable font
is smaller than a regular and a bold one.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from ecmiss_publish.typeset.fonts import FontFile, fallback_fonts, font_stack

# Name table entries that travel with a subset: copyright, family and style, and the licence that asks for it (OFL).
_NAMES = (0, 1, 2, 4, 6, 13, 14)
_FAST = 4  # zlib's level: two thirds of the time of the best one, 2 % more bytes
_INVISIBLE = frozenset("\n\r\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font of the page: the family it was cut from and the bytes of a WOFF file."""

    family: str
    data: bytes


@dataclass(frozen=True, slots=True)
class WebFonts:
    """The fonts of a page, the families for each script in order of choice, and what no font has."""

    fonts: tuple[WebFont, ...]
    families: Mapping[str, tuple[str, ...]]
    missing: frozenset[str]


def web_fonts(words: Mapping[str, frozenset[str]], own: Mapping[str, tuple[FontFile, ...]]) -> WebFonts:
    """Return the fonts for `words`, which are the characters of a page by their script (ISO 15924)."""
    wanted: dict[FontFile, set[int]] = {}
    families: dict[str, tuple[str, ...]] = {}
    missing: set[str] = set()
    for script, characters in words.items():
        stack = list(font_stack(script, own))
        for character in sorted(characters - _INVISIBLE):
            file = _first_covering(ord(character), stack)
            if file is None:
                missing.add(character)
                continue
            if file not in stack:
                stack.append(file)
            wanted.setdefault(file, set()).add(ord(character))
        families[script] = tuple(file.family for file in stack if file in wanted)
    fonts = tuple(_web_font(file, frozenset(codepoints)) for file, codepoints in wanted.items())
    return WebFonts(fonts, families, frozenset(missing))


def _first_covering(codepoint: int, stack: list[FontFile]) -> FontFile | None:
    for file in stack:
        if file.covers(codepoint):
            return file
    return next((file for file in fallback_fonts() if file.covers(codepoint)), None)


# The names of the other languages are on every page: their few letters are cut once in a process.
@functools.lru_cache(maxsize=128)
def _web_font(file: FontFile, codepoints: frozenset[int]) -> WebFont:
    plan = hb.SubsetInput()
    plan.sets(hb.SubsetInputSets.UNICODE).update(codepoints | _joiners(file))
    plan.sets(hb.SubsetInputSets.NAME_ID).update(_NAMES)
    plan.flags = hb.SubsetFlags.NO_HINTING
    return WebFont(file.family, _woff(bytes(plan.subset(file.face).blob.data)))


def _joiners(file: FontFile) -> set[int]:
    """Return the joiners that `file` has: Persian and Indic spelling needs them in the font of their letters."""
    return {codepoint for codepoint in (0x200C, 0x200D, 0x25CC) if file.covers(codepoint)}


def _woff(font: bytes) -> bytes:
    """Return a TrueType font in a WOFF 1.0 container (W3C Recommendation, 13 December 2012)."""
    tables = list(_tables(font))
    offset = 44 + 20 * len(tables)
    directory, body = bytearray(), bytearray()
    for tag, checksum, table in tables:
        packed = zlib.compress(table, _FAST)
        stored = packed if len(packed) < len(table) else table
        directory += struct.pack(">4s4I", tag, offset + len(body), len(stored), len(table), checksum)
        body += stored + bytes(-len(stored) % 4)
    unpacked = 12 + sum(16 + len(table) + -len(table) % 4 for _, _, table in tables)
    head = struct.pack(">4s4sI2HI2H5I", b"wOFF", font[:4], offset + len(body), len(tables), 0, unpacked, 1, 0, *[0] * 5)
    return bytes(head + directory + body)


def characters_in(woff: bytes) -> frozenset[str]:
    """Return the characters that a WOFF 1.0 file has glyphs for."""
    (count,) = struct.unpack_from(">H", woff, 12)
    directory, body = struct.pack(">4s4H", woff[4:8], count, 0, 0, 0), b""
    for index in range(count):
        tag, offset, stored, length, checksum = struct.unpack_from(">4s4I", woff, 44 + 20 * index)
        table = woff[offset : offset + stored]
        table = zlib.decompress(table) if stored < length else table
        directory += struct.pack(">4s3I", tag, checksum, 12 + 16 * count + len(body), length)
        body += table + bytes(-length % 4)
    return frozenset(map(chr, hb.Face(hb.Blob(directory + body)).unicodes))


def _tables(font: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4s3I", font, 12 + 16 * index)
        yield tag, checksum, font[offset : offset + length]
