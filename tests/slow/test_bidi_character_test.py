"""Our UAX #9 against every line of Unicode's own BidiCharacterTest.txt (Debian: unicode-data)."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecmiss_publish.typeset.bidi import base_level, levels, visual_order

FILE = Path("/usr/share/unicode/BidiCharacterTest.txt")
AUTO = 2  # the file's code for a paragraph whose first strong character tells


def cases() -> Iterator[tuple[int, str, int, str, str]]:
    """Yield line number, text, paragraph direction, expected levels, expected order."""
    for number, line in enumerate(FILE.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            codes, base, _, expected, order = line.split(";")
            yield number, "".join(chr(int(code, 16)) for code in codes.split()), int(base), expected, order


def test_every_case_of_unicodes_file():
    if not FILE.is_file():
        pytest.fail(f"{FILE} is missing: apt-get install unicode-data")
    wrong, count = [], 0
    for number, text, base, expected, order in cases():
        found = levels(text, base_level(text) if base == AUTO else base)
        wanted = expected.split()
        kept = [at for at, level in enumerate(wanted) if level != "x"]  # x: X9 took the character out
        visual = [kept[at] for at in visual_order([found[at] for at in kept])]
        if any(str(found[at]) != wanted[at] for at in kept) or visual != [int(at) for at in order.split()]:
            wrong.append(f"line {number}: {[unicodedata.name(char, repr(char)) for char in text]}")
        count += 1

    assert not wrong, "\n".join(wrong[:20])
    assert count > 90_000
