"""A language as Word knows it: its tag, which of a style's three fonts it is set in, and its direction."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from babel.core import get_global, parse_locale

from ecmiss_publish.model.locale import Locale

Slot = Literal["western", "east_asian", "complex"]

_WESTERN = frozenset(("Latn", "Grek", "Cyrl"))
_EAST_ASIAN = frozenset(("Hans", "Hant", "Hani", "Jpan", "Kore"))

# What proofing takes the letters of other scripts for, such as “ECMISS” in Arabic words.
WESTERN, EAST_ASIAN, COMPLEX = "en-US", "zh-CN", "ar-SA"


@dataclass(frozen=True, slots=True)
class Language:
    """How Word sets a language. `tag` has the region that Word's proofing asks for: `ar-EG`, `zh-CN`."""

    tag: str
    slot: Slot
    rtl: bool


@functools.cache
def language_of(tag: str) -> Language:
    """Return the language of a BCP 47 tag."""
    locale = Locale.of_tag(tag)
    return Language(_with_region(locale), _slot(locale.script), locale.direction == "rtl")


def _slot(script: str) -> Slot:
    # Word has no list of its own of what is “complex”: a run says it is. So every other script may be.
    return "western" if script in _WESTERN else "east_asian" if script in _EAST_ASIAN else "complex"


def _with_region(locale: Locale) -> str:
    language, region, script = parse_locale(locale.name)[:3]
    if region is None:
        likely = get_global("likely_subtags")
        full = (script and likely.get(f"{language}_{script}")) or likely.get(language)
        if full is None:
            return locale.tag
        region = parse_locale(full)[1]
    # “zh-TW” says its script, “sr-RS” would say the other one.
    tag = f"{language}-{region}"
    return tag if Locale.of_tag(tag).script == locale.script else f"{language}-{script}-{region}"
