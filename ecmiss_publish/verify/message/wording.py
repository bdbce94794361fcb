"""What checks of wording share: prose without its markup and placeholders, characters by name, short excerpts."""

from __future__ import annotations

import re
import unicodedata

# What is no prose and is never mended: placeholders, addresses, entities and Markdown's escapes.
_KEPT = re.compile(
    r"\{[a-z_]+\}"
    r"|\]\([^()\s]*\)"
    r"|\b(?:https?://|mailto:|tel:|www\.)[^\s<>)\]]*[^\s<>)\].,;:!?]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|&#?\w+;"
    r"|\\[!-/:-@\[-`{-~]"
    r"|\ufffc"
)
_MASK = "\ufffc"  # stands in for what is kept: no letter, no space and no punctuation of any language
UNITS = frozenset({"cm", "dl", "hz", "kg", "khz", "km", "kpa", "mg", "mhz", "min", "ml", "mm", "mmhg", "mmol", "nm"})
FIXES_IT = "or let `ecmiss-publish check --fix` do it"

# Closing marks that may stand behind the punctuation of a sentence, emphasis included.
CLOSING = r"*_)\]}»›”’“‘\"'」』）】］〉》"


def masked(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` with one character for each stretch that is no prose, and those stretches."""
    kept = tuple(_KEPT.findall(text))
    return (_KEPT.sub(_MASK, text), kept) if kept else (text, ())


def unmasked(text: str, kept: tuple[str, ...]) -> str:
    """Return a masked text with its stretches put back."""
    left = iter(kept)
    return re.sub(_MASK, lambda _: next(left), text) if kept else text


def excerpt(text: str, start: int, end: int, instead: str | None = None) -> str:
    """Return text[start:end], or what stands there `instead`, with a little of what is around it."""
    before, after = text[:start], text[end:]
    left = before if len(before) <= 14 else "…" + before[-12:]
    right = after if len(after) <= 14 else after[:12] + "…"
    return f"{left}{text[start:end] if instead is None else instead}{right}".replace(_MASK, "{…}").replace("\n", " ")


def words_of(table: str) -> frozenset[str]:
    """Return the words of a table that is written as running text."""
    return frozenset(table.split())


def named(char: str) -> str:
    """Return a character's code point and name: `U+00A0 NO-BREAK SPACE`."""
    name = unicodedata.name(char, "") or {"Co": "PRIVATE USE", "Cn": "UNASSIGNED"}.get(unicodedata.category(char), "")
    return f"U+{ord(char):04X} {name}".rstrip()


def typed(before: str, after: str) -> str:
    """Return the characters beyond ASCII that `after` has and `before` has not, by name, for a person to type."""
    new = sorted({char for char in after if not char.isascii()} - set(before))
    return f" ({', '.join(map(named, new))})" if new else ""
