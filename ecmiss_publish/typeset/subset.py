"""A font and the glyphs that a document uses -> a small TrueType font, one glyph for every shaping cluster.

Where a cluster is more than one glyph, or a glyph that was moved, a composite glyph is appended to the subset. So a
PDF can give each cluster one code with one text, and extraction needs no further help.
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import uharfbuzz as hb

from ecmiss_publish.typeset.fonts import Font

# What a PDF needs of a TrueType font; variation tables are kept for the subsetter, which resolves them.
_KEPT = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"}
_NEEDED_TO_INSTANCE = {"fvar", "gvar", "avar", "HVAR", "MVAR", "OS/2", "STAT", "cmap", "name", "post"}
_ARGS_ARE_WORDS_XY = 0x0003
_MORE_COMPONENTS = 0x0020
_Bounds: TypeAlias = tuple[int, int, int, int]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Composite:
    """A new glyph: `parts` are (glyph, x, y) of the original font, `advance` its width; font units."""

    advance: int
    parts: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Subset:
    """The font's bytes and where its glyphs went."""

    data: bytes
    glyphs: Mapping[int, int]
    first_composite: int
    box: _Bounds


def subset(font: Font, glyphs: frozenset[int], composites: Sequence[Composite]) -> Subset:
    """Return the font at its weight with only `glyphs`, and `composites` behind them, numbered in order."""
    return _subset(font, glyphs, tuple(composites))


@functools.lru_cache(maxsize=32)  # leaflets of one language that differ in a name or a number have the same glyphs
def _subset(font: Font, glyphs: frozenset[int], composites: tuple[Composite, ...]) -> Subset:
    parts = frozenset(part[0] for composite in composites for part in composite.parts)
    data, moved = _harfbuzz_subset(font, glyphs | parts)
    tables = _read_tables(data)
    first = _append(tables, [_renumbered(composite, moved) for composite in composites])
    box: _Bounds = struct.unpack(">4h", tables["head"][36:44])
    return Subset(_write_tables(tables), moved, first, box)


def _harfbuzz_subset(font: Font, glyphs: frozenset[int]) -> tuple[bytes, dict[int, int]]:
    face = font.file.face
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    dropped = [tag for tag in face.table_tags if tag not in _KEPT and tag not in _NEEDED_TO_INSTANCE]
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in dropped)
    if font.file.variable:
        wanted.pin_axis_location(face, "wght", font.weight)
    plan = hb.SubsetPlan(face, wanted)
    made = plan.execute()
    mapping = plan.old_to_new_glyph_mapping
    return bytes(made.blob.data), {glyph: mapping[glyph] for glyph in glyphs}


def _renumbered(composite: Composite, moved: Mapping[int, int]) -> Composite:
    return Composite(composite.advance, tuple((moved[glyph], x, y) for glyph, x, y in composite.parts))


# --- TrueType tables (OpenType specification: glyf, loca, hmtx, maxp) --------------------------------------------


def _append(tables: dict[str, bytes], composites: Sequence[Composite]) -> int:
    """Add `composites` to the tables; return the number of the first."""
    count: int
    (count,) = struct.unpack(">H", tables["maxp"][4:6])
    offsets = _offsets(tables, count)
    outlines = bytearray(tables["glyf"][: offsets[-1]])
    metrics = _full_metrics(tables, count)
    boxes: list[_Bounds] = [struct.unpack(">4h", tables["head"][36:44])]
    for composite in composites:
        glyph, box = _composite_outline(composite, outlines, offsets)
        outlines += glyph + b"\0" * (-len(glyph) % 4)
        offsets.append(len(outlines))
        metrics += struct.pack(">Hh", max(0, composite.advance), box[0])
        boxes.append(box)
    total = count + len(composites)
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{total + 1}I", *offsets)
    tables["hmtx"] = bytes(metrics)
    head = tables["head"]
    long_offsets = struct.pack(">h", 1)
    tables["head"] = head[:36] + struct.pack(">4h", *_around(boxes)) + head[44:50] + long_offsets + head[52:]
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", total)
    tables["maxp"] = _grown_limits(tables["maxp"], total, composites)
    return count


def _offsets(tables: dict[str, bytes], count: int) -> list[int]:
    (long_offsets,) = struct.unpack(">h", tables["head"][50:52])
    if long_offsets:
        return list(struct.unpack(f">{count + 1}I", tables["loca"][: 4 * count + 4]))
    return [2 * half for half in struct.unpack(f">{count + 1}H", tables["loca"][: 2 * count + 2])]


def _full_metrics(tables: dict[str, bytes], count: int) -> bytearray:
    """Return hmtx with an advance for every glyph, where the font leaves repeated ones out."""
    (long_count,) = struct.unpack(">H", tables["hhea"][34:36])
    data = tables["hmtx"]
    metrics = bytearray(data[: 4 * long_count])
    last = data[4 * long_count - 4 : 4 * long_count - 2]
    for at in range(count - long_count):
        metrics += last + data[4 * long_count + 2 * at : 4 * long_count + 2 * at + 2]
    return metrics


def _composite_outline(composite: Composite, outlines: bytearray, offsets: list[int]) -> tuple[bytes, _Bounds]:
    """Return the glyf entry of a composite and its bounds; nothing where all parts are blank."""
    drawn = [part for part in composite.parts if offsets[part[0] + 1] > offsets[part[0]]]
    if not drawn:
        return b"", (0, 0, 0, 0)
    boxes: list[_Bounds] = []
    records = b""
    for at, (glyph, x, y) in enumerate(drawn):
        start = offsets[glyph]
        x_min, y_min, x_max, y_max = struct.unpack(">4h", outlines[start + 2 : start + 10])
        boxes.append((x_min + x, y_min + y, x_max + x, y_max + y))
        flags = _ARGS_ARE_WORDS_XY | (_MORE_COMPONENTS if at + 1 < len(drawn) else 0)
        records += struct.pack(">HHhh", flags, glyph, x, y)
    box = _around(boxes)
    return struct.pack(">5h", -1, *box) + records, box


def _around(boxes: Sequence[_Bounds]) -> _Bounds:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _grown_limits(maxp: bytes, total: int, composites: Sequence[Composite]) -> bytes:
    limits = bytearray(maxp)
    limits[4:6] = struct.pack(">H", total)
    if len(limits) >= 32:
        values = list(struct.unpack(">13H", limits[6:32]))
        parts = max((len(composite.parts) for composite in composites), default=0)
        values[2], values[3] = max(values[2], 4000), max(values[3], 400)  # points and contours of composites
        values[11], values[12] = max(values[11], parts), max(values[12], 4)  # components and their depth
        limits[6:32] = struct.pack(">13H", *values)
    return bytes(limits)


def _read_tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack(">H", data[4:6])
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack(">4sIII", data[at : at + 16])
        if tag.decode() in _KEPT:
            tables[tag.decode()] = data[offset : offset + length]
    return tables


def _write_tables(tables: Mapping[str, bytes]) -> bytes:
    ordered = dict(sorted(tables.items()))
    ordered["head"] = ordered["head"][:8] + b"\0\0\0\0" + ordered["head"][12:]
    count = len(ordered)
    power = count.bit_length() - 1
    header = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, 16 * (count - (1 << power)))
    offset = 12 + 16 * count
    directory, body = b"", b""
    for tag, table in ordered.items():
        directory += struct.pack(">4sIII", tag.encode(), _checksum(table), offset + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    font = bytearray(header + directory + body)
    head = offset + sum(len(table) + (-len(table) % 4) for tag, table in ordered.items() if tag < "head")
    adjustment = (0xB1B0AFBA - _checksum(bytes(font))) & 0xFFFFFFFF
    font[head + 8 : head + 12] = struct.pack(">I", adjustment)
    return bytes(font)


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}I", padded))) & 0xFFFFFFFF
