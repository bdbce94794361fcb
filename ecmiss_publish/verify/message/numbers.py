"""A translation keeps every number of its source: digits of any script, decimal marks of any language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context

# Thousands may stand apart by a no-break space or an apostrophe: 1 000, 1’000.
_NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f'’]\d{3})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫٬]\d+)*")
_LATIN = re.compile(r"[A-Za-z]")
# Scripts that write words without spaces between them.
_UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Kore", "Thai", "Laoo", "Khmr", "Mymr"})


def numbers(message: Message, context: Context, report: Report) -> None:
    """Report numbers that the translation lost or added, both sides shown."""
    wanted, _ = numbers_in(message.source, context.source)
    found, multiplied = numbers_in(message.translation, context.locale)
    if wanted != found and not multiplied:
        # “619 million” may be “619” with a form of the word that CLDR does not list.
        wanted, _ = numbers_in(message.source, context.source, words=False)
    if wanted != found:
        report.error(
            "numbers-differ",
            f"the source has {_listed(wanted)}, the translation {_listed(found)}",
            at=message.origin,
            hint="write every number of the source, and no other",
            unit=message.unit,
        )


def numbers_in(text: str, locale: Locale, words: bool = True) -> tuple[Counter[Decimal], bool]:
    """Return the numbers of `text` as exact values, and whether a word like “million” multiplied one of them."""
    text = unicodedata.normalize("NFC", text)
    found: Counter[Decimal] = Counter()
    multiplied = False
    values: list[Decimal] = []
    end, before = 0, Decimal(1)  # where the multiplying word of the last number ends, and what it multiplied by
    for match in _NUMBER.finditer(text):
        *others, last = _values(match[0], locale)
        factor, length = _factor(text[match.end() :], locale) if words else (Decimal(1), 0)
        multiplied = multiplied or factor != 1
        value = last * factor
        if not others and before > factor > 1 and not text[end : match.start()].strip():
            value += values.pop()  # 6억 1,900만 is one number
        values += [*others, value]
        end, before = match.end() + length, factor
    found.update(value.normalize() for value in values)
    return found, multiplied


def places_of(text: str, locale: Locale) -> Iterator[tuple[int, int, Decimal]]:
    """Yield each number that stands alone: where it begins, where it ends, its value. L4 is a name, 1.2.2026 a date."""
    for match in _NUMBER.finditer(text):
        values = _values(match[0], locale)
        if len(values) == 1 and not _LATIN.fullmatch(text[match.start() - 1 : match.start()]):
            yield *match.span(), values[0]


def _factor(after: str, locale: Locale) -> tuple[Decimal, int]:
    """Return what the word behind a number multiplies it by, and where that word ends."""
    spaces = len(after) - len(after.lstrip())
    for word, factor in locale.number_words:
        written = unicodedata.normalize("NFC", word)
        rest = after[spaces:].removeprefix(written)
        if rest != after[spaces:] and (locale.script in _UNSPACED or not rest[:1].isalpha()):
            return factor, spaces + len(written)
    return Decimal(1), 0


def _values(words: str, locale: Locale) -> list[Decimal]:
    """Return what a number with its marks says: 1,000 and 1.5 are one value, 22.11.2026 and 1,2 in a row several."""
    groups = ["".join(str(unicodedata.digit(char)) for char in group) for group in re.split(r"\D", words)]
    marks = re.findall(r"\D", words)
    if _is_grouped(groups, marks, locale):
        return [Decimal("".join(groups)).normalize()]
    if len(marks) > 1 and len(set(marks)) == 1:
        return [Decimal(group).normalize() for group in groups]
    return [Decimal("".join(groups[:-1]) + "." + groups[-1]).normalize()]


def _is_grouped(groups: list[str], marks: list[str], locale: Locale) -> bool:
    """Whether all the marks stand between thousands (1,000,000) or lakhs (10,00,000)."""
    if len(set(marks)) > 1:
        return False
    if not marks:
        return True
    sizes = [len(group) for group in groups]
    fits = sizes[0] <= 3 and sizes[-1] == 3 and all(size in (2, 3) for size in sizes[1:-1])
    # A single mark before three digits is read as the locale's readers do: 1,125 is 1125 in English, 1.125 in German.
    # Nobody groups behind a nought: 0.125 is a decimal everywhere.
    single = len(marks) == 1 and (marks[0] in (locale.decimal_mark, "٫") or groups[0].startswith("0"))
    return fits and not single


def _listed(found: Counter[Decimal]) -> str:
    return ", ".join(f"{number:f}" for number in sorted(found.elements())) or "no number"
