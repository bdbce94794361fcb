"""Messages -> a catalog that only looks like a translation: pseudo-locales, to try out forms and templates.

`en-XA` has accents, is 40 % longer and stands in brackets: words without brackets were never given to translators, and
a bracket that is missing was cut off. `ar-XB` writes the same words in Arabic letters, so that whoever reads English
sees what bidi and shaping do to them. Numbers, names, {placeholders} and addresses stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale

# Signs that Noto Sans has, unlike ⟦ and ⟧, and that no text of an article has: [ and ] would be markup.
OPEN, CLOSE = "⁅", "⁆"
_LONGER = 0.4

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = "áƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_ACCENTED_CAPITALS = "ÁɃÇĐÉƑĜĤÎĴĶĻⱮÑÖÞǪŔŠŢÛṼŴẊÝŽ"
# Letters of every joining behaviour, with a mark on some: lam and alef join, hamza breaks a word, shadda stands above.
_ARABIC = re.findall(r"\w[^\w]*", "ابثدهفغحيّجكلمنوَطقرستعضشخئز")

_ACCENTS = str.maketrans(_LATIN + _LATIN.upper(), _ACCENTED + _ACCENTED_CAPITALS)
_ARABIC_LETTERS = str.maketrans(
    {**dict(zip(_LATIN, _ARABIC, strict=True)), **dict(zip(_LATIN.upper(), _ARABIC, strict=True)), "?": "؟", ",": "،"}
)
_VOWELS = frozenset("áéîöûýÁÉÎÖÛÝ")

# What stays as it is: escapes and entities, placeholders, where links lead, addresses written out, whatever has a digit
# in it (L4-L5, 0.5–1.5, 1,000).
_FIXED = (
    r"\\.|&#?\w+;|\{[^{}]*\}|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\w+://[^\s)\]]+|[\w.+-]+@[\w.-]+\w|www\.[^\s)\]]+"
    r"|(?:[^\W\d]+-)?[^\W\d]*\d(?:[\w’']|[-.,٫٬/–](?=\w*\d))*"
)

Disguise = Callable[[Iterable[tuple[str, bool]]], str]


def pseudo_catalog(locale: Locale, messages: Iterable[Message], glossary: Glossary) -> Catalog:
    """Return every one of `messages` disguised for a pseudo-locale. Problems in them are found where the source is."""
    disguise = _DISGUISES[locale.name]
    fixed = _fixed(glossary)
    made = {
        message.unit: replace(message, translation=disguise(_pieces(message.source, fixed))) for message in messages
    }
    return Catalog(locale=locale, messages=made)


def _fixed(glossary: Glossary) -> re.Pattern[str]:
    """Return what finds all that stays: names first, the longest first, for one may hold a digit or another name."""
    names = "|".join(re.escape(name) for name in sorted(glossary.names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)|{_FIXED}" if names else _FIXED)


def _pieces(source: str, fixed: re.Pattern[str]) -> Iterable[tuple[str, bool]]:
    """Yield `source` in pieces, and whether each is to be disguised."""
    end = 0
    for found in fixed.finditer(source):
        yield source[end : found.start()], True
        yield found[0], False
        end = found.end()
    yield source[end:], True


def _accented(pieces: Iterable[tuple[str, bool]]) -> str:
    made, owed = [], 0.0
    for words, free in pieces:
        if not free:
            made.append(words)
            continue
        for character in words.translate(_ACCENTS):
            made.append(character)
            owed += _LONGER
            if character in _VOWELS and owed >= 1:  # a long vowel leaves the word's length to the line breaker
                made.append(character.lower() * int(owed))
                owed -= int(owed)
    return f"{OPEN}{''.join(made)}{'~' * round(owed)}{CLOSE}"


def _arabic(pieces: Iterable[tuple[str, bool]]) -> str:
    return "".join(words.translate(_ARABIC_LETTERS) if free else words for words, free in pieces)


_DISGUISES: dict[str, Disguise] = {"en_XA": _accented, "ar_XB": _arabic}
