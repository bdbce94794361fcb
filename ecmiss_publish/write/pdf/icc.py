"""The sRGB colour space as an ICC profile, the same bytes on every machine.

PDF/A wants to know what red, green and blue mean (ISO 19005-2, 6.2.3). Numbers are those of IEC 61966-2-1, adapted to
the D50 white of the profile connection space; the layout is that of ICC.1:2001-04 (version 2, a display profile).
"""

from __future__ import annotations

import functools
import struct

_DATE = (2026, 1, 1, 0, 0, 0)
_WHITE_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4361, 0.2225, 0.0139),
    b"gXYZ": (0.3851, 0.7169, 0.0971),
    b"bXYZ": (0.1431, 0.0606, 0.7141),
}
_CURVE_POINTS = 1024
_NAME = "sRGB IEC61966-2.1"


@functools.cache
def srgb_profile() -> bytes:
    """Return the profile."""
    curve = _curve()
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text\0\0\0\0" + b"No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE_D50),
        **{name: _xyz(values) for name, values in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    places: dict[bytes, int] = {}
    body = b""
    start = 128 + 4 + 12 * len(tags)
    directory = struct.pack(">I", len(tags))
    for name, data in tags.items():
        if data not in places:  # the three curves are one
            places[data] = start + len(body)
            body += data + b"\0" * (-len(data) % 4)
        directory += struct.pack(">4sII", name, places[data], len(data))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sIIIQI",
        start + len(body),
        b"\0\0\0\0",  # no preferred colour management module
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *_DATE,
        b"acsp",
        b"\0\0\0\0",  # no platform, no flags, no device, perceptual intent
        0,
        0,
        0,
        0,
        0,
    )
    header += b"".join(_fixed(value) for value in _WHITE_D50) + b"\0" * 48
    return header + directory + body


def _curve() -> bytes:
    """Return the tone curve of IEC 61966-2-1: straight near black, then a power of 2.4."""
    points = []
    for step in range(_CURVE_POINTS):
        value = step / (_CURVE_POINTS - 1)
        linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        points.append(round(linear * 65535))
    return b"curv\0\0\0\0" + struct.pack(f">I{len(points)}H", len(points), *points)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in values)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _description(words: str) -> bytes:
    ascii_words = words.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(ascii_words)) + ascii_words + b"\0" * (4 + 4 + 2 + 1 + 67)
