"""A translation is set as its language is: its own quotation marks, commas, dashes and spaces.

What is looked for stands in `typography_rules` and `quotation`, with what to write instead: `fixed` does what the
hints say. Only prose is looked at; placeholders, addresses and escapes are left alone (`wording.masked`). Where no
remedy is certain, a finding is reported and nothing is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.quotation import Quotation, pairs_of, quotations
from ecmiss_publish.verify.message.typography_rules import LETTERS, MARKS, QUOTES, Rule, native, rules
from ecmiss_publish.verify.message.wording import FIXES_IT, excerpt, masked, typed, unmasked

_STRAIGHT_SINGLE = re.compile(r"(?<![\w'’])'(?=\w)([^'\n]+)(?<=[^\W\d])'(?![\w'])")


def typography(message: Message, context: Context, report: Report) -> None:
    """Report marks and spaces that are another language's, each with what to write instead."""
    if context.locale.pseudo:
        return
    text, _ = masked(message.translation)
    for code, said, hint in (*_wrong_quotes(text, context.locale), *_broken(text, context.locale)):
        report.warning(code, said, at=message.origin, hint=hint, unit=message.unit)


def fixed(translation: str, locale: Locale, allowed: frozenset[str] = frozenset()) -> str:
    """Return the translation as its language sets it; what the translator allows stays, and so does all doubt."""
    text, kept = masked(translation)
    if QUOTES not in allowed:
        text = _with_own_quotes(text, locale)
    for rule in rules(locale.name):
        if rule.code not in allowed and not rule.about.isdisjoint(text) and _is_for(rule, text, locale):
            text = rule.pattern.sub(rule.remedy, text)
    return unmasked(text, kept)


def _broken(text: str, locale: Locale) -> Iterator[tuple[str, str, str]]:
    characters = set(text)
    for rule in rules(locale.name):
        if rule.about.isdisjoint(characters):
            continue
        for match in rule.pattern.finditer(text):
            instead = rule.remedy(match)
            if instead != match[0] and _is_for(rule, text, locale):
                shown, better = (excerpt(text, *match.span(), words) for words in (match[0], instead))
                yield (
                    rule.code,
                    f"“{shown}” has {rule.found}; {locale.english_name} has {rule.wanted}",
                    f"write “{better}”{typed(match[0], instead)}, {FIXES_IT}",
                )
    if locale.language in {"ast", "es"}:
        yield from _unopened(text)


def _is_for(rule: Rule, text: str, locale: Locale) -> bool:
    """Whether the rule is about this text: marks of a script count where a letter of it is."""
    letter = native(locale.name)
    return rule.code != MARKS or letter is None or letter.search(text) is not None


# --- quotation marks --------------------------------------------------------------------------------------------


def _wrong_quotes(text: str, locale: Locale) -> Iterator[tuple[str, str, str]]:
    found, alone = quotations(text)
    pairs = pairs_of(locale)
    for quotation in found:
        if not pairs.allows(quotation):
            left, right, own = quotation.pair[0], quotation.pair[1], pairs.instead_of(quotation)
            words = _short(_inside(text, quotation))
            better = _in_own_marks(words, own, locale)
            yield (
                QUOTES,
                f"{left}{words}{right} stands in {left}…{right}; {locale.english_name} has {own[0]}…{own[1]}",
                f"write {better}{typed(quotation.pair + words, better)}, {FIXES_IT}",
            )
    for at in alone:
        own = pairs.outer[0]
        yield (
            QUOTES,
            f"“{excerpt(text, at, at + 1)}” has a straight quotation mark; {locale.english_name} has {own[0]}…{own[1]}",
            f"write {own[0]} or {own[1]}{typed('', _in_own_marks('x', own, locale))}",
        )
    for match in _STRAIGHT_SINGLE.finditer(text):
        own, words = pairs.outer[0], _short(match[1])
        better = _in_own_marks(words, own, locale)
        yield (
            QUOTES,
            f"{_short(match[0])} stands in straight marks; {locale.english_name} has {own[0]}…{own[1]}",
            f"write {better}{typed(words, better)}",
        )


def _in_own_marks(words: str, own: str, locale: Locale) -> str:
    """Return words in quotation marks, with the spaces inside them that French has."""
    return fixed(f"{own[0]}{words}{own[1]}", locale, frozenset({QUOTES, MARKS, LETTERS}))


def _with_own_quotes(text: str, locale: Locale) -> str:
    pairs = pairs_of(locale)
    characters = list(text)
    for quotation in quotations(text)[0]:
        if not pairs.allows(quotation):
            own = pairs.instead_of(quotation)
            characters[quotation.start], characters[quotation.end] = own[0], own[1]
            # The spaces of « French » quotation marks go with them.
            for at in (quotation.start + 1, quotation.end - 1):
                if quotation.start < at < quotation.end and text[at].isspace():
                    characters[at] = ""
    return "".join(characters)


def _inside(text: str, quotation: Quotation) -> str:
    return text[quotation.start + 1 : quotation.end].strip()


def _short(words: str) -> str:
    return words if len(words) <= 30 else f"{words[:14]}…{words[-14:]}"


def _unopened(text: str) -> Iterator[tuple[str, str, str]]:
    """Spanish opens what it asks and exclaims, ¿…? ¡…!; where the question begins is for a person to see."""
    opened, closed = (len(re.findall(marks, text)) for marks in (r"[¿¡]+", r"(?<!\()[?!]+"))
    if opened != closed:
        missing = "¿ (U+00BF) or ¡ (U+00A1) where it begins" if opened < closed else "? or ! where it ends"
        yield (
            MARKS,
            f"the translation has {opened} × ¿ or ¡ and {closed} × ? or !; Spanish has one for each",
            f"write {missing}",
        )
