"""A translation ends as its source does: with a full stop, a question mark, a colon or none, in its own characters.

Which character a language writes is here too (CLDR's exemplar punctuation; Thai and Lao have no full stop). That the
*right kind* of mark stands there is checked here, that it is the language's own character in `typography`.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from enum import Enum

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.wording import named, words_of


class End(Enum):
    """How a text ends."""

    STOP = "a full stop"
    QUESTION = "a question mark"
    EXCLAMATION = "an exclamation mark"
    COLON = "a colon"
    ELLIPSIS = "an ellipsis"
    DASH = "a dash"
    PAUSE = "a comma or semicolon"
    NONE = "no punctuation"


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters with which a language ends a sentence; empty where it has none."""

    stop: str = "."
    question: str = "?"
    exclamation: str = "!"
    colon: str = ":"


_BY_SCRIPT = {
    "Arab": Marks(question="؟"),
    "Armn": Marks(stop="։", question="՞", exclamation="՜"),
    "Ethi": Marks(stop="።"),
    "Hans": Marks("。", "？", "！", "："),
    "Hant": Marks("。", "？", "！", "："),
    "Jpan": Marks("。", "？", "！", "："),
    "Khmr": Marks(stop="។"),
    "Laoo": Marks(stop=""),
    "Mymr": Marks(stop="။", question="။"),
    "Thai": Marks(stop=""),
}
_STOPS = {
    # Marathi, Konkani and Gujarati write a full stop today; these languages write a danda.
    **dict.fromkeys(("as", "bho", "bn", "doi", "hi", "mai", "ne", "or", "pa", "sa", "sat"), "।"),
    "ur": "۔",
}
_DANDA_SCRIPTS = frozenset({"Beng", "Deva", "Guru", "Orya"})

_ENDS = {
    **dict.fromkeys(".。．｡।॥۔։።။។", End.STOP),
    **dict.fromkeys("?？؟՞፧", End.QUESTION),
    **dict.fromkeys("!！՜", End.EXCLAMATION),
    **dict.fromkeys(":：፦៖", End.COLON),
    **dict.fromkeys("…⋯", End.ELLIPSIS),
    **dict.fromkeys("-–—―‒", End.DASH),
    **dict.fromkeys(",;，；،؛、՝፣፤", End.PAUSE),
}
_LINK_END = re.compile(r"\]\([^()\s]*\)\s*$")
_BEHIND = " \t\n\u00a0\u202f\u200e\u200f\u061c\u2069*_)]}»›«‹”’“‘„\"'」』）】］〉》"
_LAST_WORD = re.compile(r"(\S+)\.$")
# Words that are written with a point wherever they stand; one letter and “e.g.” count too.
_SHORT = words_of(
    """
    dr prof st mr mrs vs etc approx no ca min std sek tel str bzw usw abs nr inkl evtl max ecc es ej pág págs núm tít
    godz tyg mies ok np itd itp ul vb vd örn sa dk hz др пр г гг мин ч сек сут нед мес руб стр рис им ул тыс млн
    """
)
# Of a source in English: a heading such as “Why it hurts” is a question, and may look like one.
_ASKS = re.compile(r"(?:^|[:.–—] )\W*(?:how|what|when|where|which|who|whom|whose|why)\b", re.IGNORECASE)


def marks(locale: Locale) -> Marks:
    """Return the characters with which the locale's sentences end."""
    return _marks(locale.name)


@functools.cache
def _marks(name: str) -> Marks:
    locale = Locale(name)
    own = _BY_SCRIPT.get(locale.script, Marks())
    if locale.language == "el":
        own = replace(own, question=";")
    if locale.language in _STOPS and locale.script in _DANDA_SCRIPTS | {"Arab"}:
        own = replace(own, stop=_STOPS[locale.language])
    return own


def punctuation(message: Message, context: Context, report: Report) -> None:
    """Report a translation that ends with another kind of punctuation than its source."""
    if context.locale.pseudo:
        return
    wanted, found = _ends(message.source, context.source), _ends(message.translation, context.locale)
    accepted = wanted | _also(wanted, message.source, context)
    if found & accepted or End.PAUSE in wanted:  # whether items of a list end with commas is a matter of style
        return
    before, after = _shown(message.source, wanted), _shown(message.translation, found)
    report.warning(
        "end-punctuation",
        f"the source ends with {before}, the translation with {after}",
        at=message.origin,
        hint=_remedy(min(wanted, key=list(End).index), message.translation, context.locale),
        unit=message.unit,
    )


def _ends(text: str, locale: Locale) -> frozenset[End]:
    """Return how `text` ends; both ways where the point may belong to an abbreviation."""
    whole, text = text, _core(text)
    if text.endswith(("...", "。。。")):
        return frozenset({End.ELLIPSIS})
    if locale.language == "el" and text.endswith((";", "\u037e")):
        return frozenset({End.QUESTION})
    if locale.language == "hy" and text.endswith(":"):  # typed for U+0589, which looks the same
        return frozenset({End.STOP, End.COLON})
    last = _LAST_WORD.search(text)
    in_brackets = text.endswith(".") and any(bracket in whole[len(text) :] for bracket in ")]）")
    if in_brackets or (last and is_abbreviation(last[1])):  # (2–3 Std.) may end in a short word that we do not know
        return frozenset({End.STOP, End.NONE})
    return frozenset({_ENDS.get(text[-1:], End.NONE)})


def _core(text: str) -> str:
    """Return `text` up to its last word or mark: what closes quotations, brackets and emphasis is left off."""
    return _LINK_END.sub("]", text).rstrip(_BEHIND)


def is_abbreviation(word: str) -> bool:
    """Whether a point behind the word may belong to it: “e.g”, “Dr”, the initial of a name, the number of a step."""
    word = word.lstrip("(„“«\"'*_[¿¡").rstrip(")")
    return "." in word or len(word) == 1 or word.lower() in _SHORT


def _also(wanted: frozenset[End], source: str, context: Context) -> frozenset[End]:
    """Return in which other ways a translation of such a source may end, and why."""
    also: set[End] = set()
    own, language = marks(context.locale), context.locale.language
    if End.DASH in wanted:
        also |= {End.COLON}  # Chinese has no dash that leads over to what follows
    if End.STOP in wanted and not own.stop:
        also |= {End.NONE}  # Thai and Lao part sentences by a space
    if End.QUESTION in wanted and (not own.stop or language in {"ja", "my", "hy"}):
        also |= {End.NONE, End.STOP}  # a particle asks, か or ไหม, or a mark inside the word, ՞
    if End.EXCLAMATION in wanted and (not own.stop or language == "hy"):
        also |= {End.NONE, End.STOP}
    if End.COLON in wanted and language in {"ja", "ko"}:
        also |= {End.STOP}  # a whole sentence that leads to a list ends as one: 다음과 같습니다.
    if End.NONE in wanted and context.source.language == "en" and _ASKS.search(source):
        also |= {End.QUESTION}  # Turkish headings that ask have a question mark
    return frozenset(also)


def _shown(text: str, ends: frozenset[End]) -> str:
    if ends == {End.NONE}:
        return End.NONE.value
    return f"“{_core(text)[-1:]}”"


def _remedy(wanted: End, translation: str, locale: Locale) -> str:
    own = marks(locale)
    by_end = {
        End.STOP: own.stop,
        End.QUESTION: own.question,
        End.EXCLAMATION: own.exclamation,
        End.COLON: own.colon,
        End.ELLIPSIS: "…",
        End.DASH: "–",
    }
    if by_end.get(wanted):
        return f"end it with “{by_end[wanted]}” ({named(by_end[wanted])})"
    return f"end it without “{_core(translation)[-1:]}”"
