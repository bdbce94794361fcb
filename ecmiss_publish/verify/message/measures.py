"""The measures of a text: which numbers have which units beside them, and which units it names at all.

What a language calls a unit comes from the table `words/units.toml`, and from CLDR.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.message.numbers import places_of
from ecmiss_publish.verify.message.reading import folded, plain_of
from ecmiss_publish.verify.message.words import any_of, pattern_of, words_of, words_of_all, written_unspaced

# CLDR's names of units, by what they measure.
_KINDS = {
    "duration": ("second", "minute", "hour", "day", "week", "month", "year"),
    "length": ("millimeter", "centimeter", "meter", "kilometer", "inch"),
    "mass": ("microgram", "milligram", "gram", "kilogram"),
    "volume": ("milliliter", "liter"),
    "concentr": ("percent",),
    "temperature": ("celsius", "fahrenheit"),
}
KIND_OF = {unit: kind for kind, units in _KINDS.items() for unit in units}
_BESIDE = "_beside"  # ends the name of a list whose words are units beside a number only
_NOT_COUNTED = "not_counted"
_SPELT_OUT = str.maketrans({"%": " percent sign ", "٪": " percent sign ", "°": " degree sign ", "º": " degree sign "})
_STOP = re.compile(r"\.(?=\s|$)|[!?;:。！？；：؟۔।()（）]")
_NEAR, _NEAR_UNSPACED = 20, 4  # letters and spaces that may stand between a number and its unit: 5 full days

Units = frozenset[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, the units that the word beside it may stand for, and that word."""

    value: Decimal
    units: Units
    word: str


@dataclass(frozen=True, slots=True)
class Measures:
    """The numbers of a text with their units, and how often it names each unit, with and without a number."""

    numbers: tuple[Measure, ...]
    named: Counter[str]


@functools.lru_cache(maxsize=8192)  # one source has many translations
def measures_in(markdown: str, locale: Locale) -> Measures:
    """Return the measures of a text, as readers of the locale write them."""
    text, words = plain_of(markdown).translate(_SPELT_OUT), _words(locale)
    places = list(places_of(text, locale))
    starts, ends = [start for start, _, _ in places], [end for _, end, _ in places]
    between = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    beside = list(_beside(between, words))
    named = Counter(unit for part in between for unit in words.named(part))
    named.update(unit for found in beside if not found.alone for unit in found.certain)
    whose = [_shared(beside, between, index) for index in range(len(beside))]
    numbers = (Measure(value, unit.units, unit.word) for (_, _, value), unit in zip(places, whose, strict=True))
    return Measures(tuple(numbers), named)


def _beside(between: Sequence[str], words: _Words) -> Iterator[_Word]:
    """Yield the unit right behind or before each number; `between` are the texts before, between and behind them."""
    taken = False
    for before, after in itertools.pairwise(between):
        found = words.behind(after)
        if not found.units and not taken:
            found = words.before(before)
            taken = False
        else:
            taken = bool(found.units)
        yield found


def _shared(beside: Sequence[_Word], between: Sequence[str], index: int) -> _Word:
    """Return the unit of a number, that of the next one where both share it: 1–2 weeks, between 1 and 2 weeks."""
    for later in range(index, len(beside)):
        if beside[later].units:
            return beside[later]
        if len(between[later + 1]) > _NEAR or _STOP.search(between[later + 1]):
            break
    return _NONE


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, the units that it may stand for, and whether it does where no number is."""

    word: str
    units: Units
    alone: bool

    @property
    def certain(self) -> Units:
        """The unit, where there is just one."""
        return self.units if len(self.units) == 1 else frozenset()


_NONE = _Word("", frozenset(), False)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language calls units: a pattern with a group for each word, and what each stands for."""

    pattern: re.Pattern[str]
    words: tuple[_Word, ...]
    not_counted: re.Pattern[str]
    near: int

    def behind(self, text: str) -> _Word:
        """Return the unit that stands behind a number, near it and in its sentence."""
        match = self.pattern.search(self._folded(_STOP.split(text, maxsplit=1)[0]))
        if not match or match.start() > self.near:
            return _NONE
        word = self._word(match)
        # A word that may be another one counts right behind the number: in “1 in 10 need a second one” none does.
        return word if word.alone or match.start() == 0 or self.near == _NEAR_UNSPACED else _NONE

    def before(self, text: str) -> _Word:
        """Return the unit that stands right before a number: day 5, %5."""
        words = self._folded(_STOP.split(text)[-1])
        last = next((match for match in self.pattern.finditer(words) if not words[match.end() :].strip()), None)
        word = self._word(last) if last else _NONE
        return word if word.alone else _NONE

    def named(self, text: str) -> Iterator[str]:
        """Yield the units that are named, with or without a number."""
        for word in map(self._word, self.pattern.finditer(self._folded(text))):
            if word.alone:
                yield from word.certain

    def _folded(self, text: str) -> str:
        return self.not_counted.sub(" ", folded(text))

    def _word(self, match: re.Match[str]) -> _Word:
        return replace(self.words[(match.lastindex or 1) - 1], word=match[0].strip())


@functools.cache
def _words(locale: Locale) -> _Words:
    """Return what the table has for a locale, longer words first, and then what CLDR has."""
    anywhere = written_unspaced(locale)
    units: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for table in (words_of("units", locale), words_of_all("units")):
        for name, entries in table.items():
            for entry in entries if name != _NOT_COUNTED else ():
                units[entry].add(name.removesuffix(_BESIDE))
            if not name.endswith(_BESIDE):
                alone.update(entries)
    ours = frozenset(units)
    for unit, kind in KIND_OF.items():
        for written in locale.unit_words(f"{kind}-{unit}"):
            word = folded(written.translate(_SPELT_OUT)).strip()
            letters = sum(char.isalpha() for char in word)
            # One letter may be any word, “1 a 2” says no years, and English “in” is more often no inch.
            if unit != "inch" and letters > (0 if anywhere else 1):
                units[word].add(unit)
    order = sorted(units, key=lambda word: (word not in ours, -len(word)))
    return _Words(
        re.compile("|".join(f"({_pattern(word, anywhere)})" for word in order)),
        tuple(_Word(word, frozenset(units[word]), word in alone) for word in order),
        any_of(words_of("units", locale).get(_NOT_COUNTED, ()), anywhere),
        _NEAR_UNSPACED if anywhere else _NEAR,
    )


def _pattern(word: str, anywhere: bool) -> str:
    # Symbols stand apart in every language, but an ending may follow: 5mm的.
    return f" {word}(?![a-z])" if anywhere and word.isascii() else pattern_of(word, anywhere)
