"""Letters by script: which a locale is written in, which look like others, which belong to the other Chinese.

A finding is its code, what is wrong and what to write; `characters` reports them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TypeAlias

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.typeset.itemize import script_of
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.wording import UNITS, named

Finding: TypeAlias = tuple[str, str, str]

# Letters in name only: fillers and blanks, which are reported as invisible.
BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0")

# Locales whose script is written with several of Unicode's.
_SCRIPTS = {
    "Hans": frozenset({"Hani", "Bopo", "Latn"}),
    "Hant": frozenset({"Hani", "Bopo", "Latn"}),
    "Jpan": frozenset({"Hani", "Hira", "Kana", "Latn"}),
    "Kore": frozenset({"Hang", "Hani", "Latn"}),
}
_SCRIPT_NAMES = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari",
    "Geor": "Georgian", "Grek": "Greek", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Hang": "Korean", "Hani": "Chinese",
    "Hans": "Chinese", "Hant": "Chinese", "Hebr": "Hebrew", "Hira": "Japanese", "Jpan": "Japanese", "Kana": "Japanese",
    "Kore": "Korean", "Latn": "Latin", "Taml": "Tamil", "Telu": "Telugu", "Thai": "Thai",
}  # fmt: skip

# Letters of other scripts that look like Latin ones in most fonts.
_LOOK_ALIKES = {
    "Cyrl": dict(zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS", strict=True)),
    "Grek": dict(zip("οινρυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oivpukABEZHIKMNOPTYX", strict=True)),
}
_WORD = re.compile(r"[^\W\d_]+")
_SIDE_BY_SIDE = re.compile("[A-Za-zÀ-ɏ][\u0370-\u052f]|[\u0370-\u052f][A-Za-zÀ-ɏ]")
_LATIN_LETTERS = re.compile(r"(?<![A-Za-zÀ-ɏ\d])[A-Za-zÀ-ɏ]{2,}(?![A-Za-zÀ-ɏ\d])")
_GREEK_UNIT = re.compile(r"[μΩ][A-Za-z]{1,3}$|[kM]Ω$")


def strange_letters(text: str, source: str, locale: Locale) -> Iterator[Finding]:
    """Find words in letters of another script, and words with a letter of another script that looks alike."""
    mixed = dict(_mixed_words(text))
    yield from mixed.values()
    own = _own_scripts(locale.name)
    foreign = {char for char in set(text) - set(source) if (_letter_script(char) or "Latn") not in own}
    if not foreign:
        return
    by_script: dict[str, list[str]] = {}
    for word in re.findall(r"[^\s\ufffc]+", text):
        letters = [char for char in word if char in foreign]
        if letters and not any(part in word for part in mixed) and not _is_symbol(word, letters):
            by_script.setdefault(_script_name(script_of(letters[0]) or ""), []).append(word.strip(".,;:!?()«»“”„"))
    name = "" if locale.script == "Latn" else ", or in Latin ones where it is a name"
    for script, words in by_script.items():
        yield (
            "wrong-script",
            f"{_quoted(words)} is written in {script} letters, {locale.english_name} in {_script_name(locale.script)}",
            f"write it in {_script_name(locale.script)} letters{name}",
        )


def _is_symbol(word: str, letters: list[str]) -> bool:
    """Whether the letters are one Greek letter that names something, as in α-Blocker, TNF-α, μg."""
    return all(script_of(char) == "Grek" for char in letters) and all(
        len(part) == 1 or _GREEK_UNIT.match(part) is not None
        for part in _WORD.findall(word)
        if any(char in letters for char in part)
    )


def _mixed_words(text: str) -> Iterator[tuple[str, Finding]]:
    """Find words with letters of two scripts that look alike: “Sаrah” with a Cyrillic а."""
    if not _SIDE_BY_SIDE.search(text):
        return
    for other in ("Cyrl", "Grek"):
        for word in dict.fromkeys(_WORD.findall(text)):
            strange, latin = ([char for char in word if _letter_script(char) == script] for script in (other, "Latn"))
            if strange and latin and not _GREEK_UNIT.match(word):
                yield from _look_alikes(word, strange, latin, other)


def _look_alikes(word: str, strange: list[str], latin: list[str], other: str) -> Iterator[tuple[str, Finding]]:
    to_latin = _LOOK_ALIKES[other]
    from_latin = {char: like for like, char in to_latin.items()}
    as_latin = all(char in to_latin for char in strange)
    as_other = all(char in from_latin for char in latin)
    if not as_latin and not as_other:
        return
    if as_latin and not (as_other and len(latin) < len(strange)):
        wrong, table, script = strange, to_latin, "Latn"
    else:
        wrong, table, script = latin, from_latin, other
    found = tuple(dict.fromkeys(wrong))
    right = "".join(table.get(char, char) if char in found else char for char in word)
    said = f"“{word}” is written in {_script_name(script)} letters, but has {', '.join(map(named, found))}"
    hint = f"write “{right}” with {', '.join(named(table[char]) for char in found)}"
    yield word, ("homoglyph", said, hint)


def latin_words(text: str, source: str, context: Context) -> Iterator[Finding]:
    """Find Latin words that neither the source nor the glossary has: the translator's own, or a slip of the hand."""
    if context.locale.script == "Latn":
        return
    words = dict.fromkeys(_LATIN_LETTERS.findall(text))
    known = " ".join((source, *context.glossary.names)).casefold() if words else ""
    for word in words:
        if word.casefold() not in known and word.casefold() not in UNITS:
            yield (
                "latin-word",
                f"“{word}” is in Latin letters, and neither the source nor the glossary has it",
                f"write it in {_script_name(context.locale.script)} letters, unless readers know it so",
            )


@functools.cache
def _own_scripts(name: str) -> frozenset[str]:
    script = Locale(name).script
    return _SCRIPTS.get(script, frozenset({script, "Latn"}))


@functools.cache
def _letter_script(char: str) -> str | None:
    return script_of(char) if char.isalpha() and char not in BLANK_LETTERS else None


def _script_name(script: str) -> str:
    return _SCRIPT_NAMES.get(script, script or "other")


def _quoted(words: list[str]) -> str:
    shown = [f"“{word}”" for word in dict.fromkeys(words)]
    return ", ".join(shown[:3]) + (" …" if len(shown) > 3 else "")


# --- the two Chinese --------------------------------------------------------------------------------------------


def other_chinese(text: str, source: str, locale: Locale) -> Iterator[Finding]:
    """Find traditional characters in simplified Chinese, and the other way round."""
    match locale.script:
        case "Hans":
            own, other, is_other = "simplified", "traditional", _is_traditional
        case "Hant":
            own, other, is_other = "traditional", "simplified", _is_simplified
        case _:
            return
    strange = "".join(char for char in dict.fromkeys(text) if char not in source and is_other(char))
    if strange:
        yield (
            "wrong-script",
            f"“{strange}” is written as in {other} Chinese, {locale.english_name} is {own}",
            f"write the {own} character; an input method that is set to {own} Chinese gives it",
        )


# GB 2312 and the first level of Big5 are the characters of everyday texts before Unicode: what one of them has and the
# other has not was simplified. What neither has is rare, and nobody's mistake.
_AFTER_LEVEL_1 = b"\xc6\x7f"


@functools.cache
def _is_traditional(char: str) -> bool:
    big5 = char.encode("big5", "ignore")
    return char > "\u4dff" and b"" < big5 < _AFTER_LEVEL_1 and not char.encode("gb2312", "ignore")


@functools.cache
def _is_simplified(char: str) -> bool:
    return char > "\u4dff" and bool(char.encode("gb2312", "ignore")) and not char.encode("big5", "ignore")
