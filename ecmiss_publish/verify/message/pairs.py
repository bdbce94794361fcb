"""A translation's brackets and quotation marks have their other half.

The translation is judged alone, for translators explain in brackets and quote where the source does not. What the
source itself leaves open, “1)” or “:-)”, may be open in its translation too. Straight quotation marks are the matter
of `typography`, which reports every one that has no partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.quotation import MARKS, matched, pair_with, pairs_of, unpaired
from ecmiss_publish.verify.message.reading import plain_of
from ecmiss_publish.verify.message.wording import excerpt, named

# Braces hold placeholders, which have a check of their own.
_CLOSED_BY = dict(zip("([（［【〔〖〈⟨", ")]）］】〕〗〉⟩", strict=True))
_OPENED_BY = {closing: opening for opening, closing in _CLOSED_BY.items()}
_HALVES = frozenset((*_CLOSED_BY, *_OPENED_BY)) | MARKS
_ONE_KIND = str.maketrans("（）［］", "()[]")  # a wide bracket may close a narrow one
_BRACKET = re.compile("[" + re.escape("".join((*_CLOSED_BY, *_OPENED_BY))) + "]")
_LIST_MARK = re.compile(r"(?:^|\s)(?:\d{1,2}|[^\W\d_])[)）]")


@dataclass(frozen=True, slots=True)
class _Half:
    """A mark without its other half, where it stands, whether it opens, and what to do."""

    code: str
    at: int
    mark: str
    opens: bool
    remedy: str


def pairs(message: Message, context: Context, report: Report) -> None:
    """Report a bracket or quotation mark that stands alone, with the mark that belongs to it."""
    text = plain_of(message.translation)
    if context.locale.pseudo or _HALVES.isdisjoint(text):
        return
    found = _halves(text, context.locale)
    for half in _beyond(_halves(plain_of(message.source), context.source), found) if found else ():
        report.warning(
            half.code,
            f"“{excerpt(text, half.at, half.at + 1)}” has {half.mark} without its other half",
            at=message.origin,
            hint=f"{half.remedy}, or take {half.mark} out",
            unit=message.unit,
        )


def _halves(text: str, locale: Locale) -> tuple[_Half, ...]:
    return (*_brackets(text), *_quotation_marks(text, locale))


def _beyond(excused: tuple[_Half, ...], found: tuple[_Half, ...]) -> Iterator[_Half]:
    """Yield those that are more than the source has of their kind, the last ones."""
    left = list(excused)
    for half in found:
        alike = [one for one in left if one.code == half.code and (one.mark == half.mark or one.opens == half.opens)]
        if alike:
            left.remove(alike[0])
        else:
            yield half


def _brackets(text: str) -> Iterator[_Half]:
    if not _BRACKET.search(text):
        return
    same = text.translate(_ONE_KIND)
    _, alone = matched(
        (match.start() for match in _BRACKET.finditer(text)),
        lambda at: text[at] in _CLOSED_BY,
        lambda start, at: _CLOSED_BY.get(same[start]) == same[at],
    )
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(text)} & set(alone)
    if len(marks) > 1 or (marks and min(marks) < 4):
        alone = [at for at in alone if at not in marks]  # a) this, b) that; 1) at the beginning
    for at in alone:
        opens = text[at] in _CLOSED_BY
        other = _CLOSED_BY[text[at]] if opens else _OPENED_BY[text[at]]
        yield _Half("brackets-differ", at, text[at], opens, _remedy(other, opens))


def _quotation_marks(text: str, locale: Locale) -> Iterator[_Half]:
    for at in unpaired(text, locale):
        mark = text[at]
        pair = pair_with(mark, locale)
        if pair is None:
            own = pairs_of(locale).outer[0]
            left, right = own[0], own[1]
            remedy = f"write {left} ({named(left)}) and {right} ({named(right)}) around what is quoted"
            yield _Half("quotes-differ", at, mark, _begins_word(text, at), remedy)
        else:
            opens = _begins_word(text, at) if pair[0] == pair[1] else mark == pair[0]
            yield _Half("quotes-differ", at, mark, opens, _remedy(pair[1] if opens else pair[0], opens))


def _remedy(other: str, opens: bool) -> str:
    return f"write {other} ({named(other)}) where it {'ends' if opens else 'begins'}"


def _begins_word(text: str, at: int) -> bool:
    """Whether the mark stands before a word, so that it opens where one and the same opens and closes."""
    return not text[:at][-1:].strip() and bool(text[at + 1 : at + 2].strip())
