"""An old source against its new one: what an edit changed that no translation may miss.

An edit that only mends marks and letters may be accepted for all languages at once: the same words, in the same order,
each as it was or nearly so. A number, a name, a word that turns the meaning of a sentence, and any other word that is
new or gone: there each translation has to be looked at.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter

from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message import check_messages

# Checks of a translation that hold between two versions of a source too, and what a difference is called there.
_DIFFERENCES = {
    "numbers-differ": "numbers",
    "placeholders-differ": "{placeholders}",
    "markup-differs": "markup",
    "link-differs": "addresses",
    "name-changed": "names",
    "negation-differs": "what is denied",
    "modality-differs": "how sure it is",
    "quantity-differs": "how many, how often or how much",
}
# Words of which each counts: they deny or restrict, or say when, where, how much and how many. By language, since
# nobody can tell them by their form.
_TURNING = {
    "en": "no not never none nobody nothing nowhere neither nor without unless except hardly rarely seldom only avoid "
    "stop must may might can should always often usually all some any many few fewer several before after until more "
    "less most least left right above below better worse "
    "one two three four five six seven eight nine ten half double once twice hourly daily weekly monthly"
}
_CONTRACTED = re.compile(r"n['’]t\b")
# Beginnings that turn a word: safe, unsafe.
_TURNED = ("un", "in", "im", "ir", "il", "non", "non-", "dis", "mis", "anti", "anti-", "hypo", "hyper")
# They come and go without a change of meaning.
_SMALL = frozenset({"a", "an", "the", "that", "of", "for", "to"})
_LONG = 5  # letters of a word that is no other one with two letters exchanged, as “from” is “form”
_DOUBLED = re.compile(r"(.)\1")
_BRITISH = re.compile(r"ou(?=r)|ae|oe")  # colour, anaesthesia, oedema


def meant_changes(before: str, after: str, source: Locale, glossary: Glossary) -> tuple[str, ...]:
    """Return what an edit changed besides marks and spelling, in words; nothing where all translations may stand."""
    codes = {problem for pair in ((before, after), (after, before)) for problem in _codes(*pair, source, glossary)}
    found = [what for code, what in _DIFFERENCES.items() if code in codes]
    if source.language not in _TURNING:
        found.append(f"words that may turn the meaning ({source.english_name} has no list of them)")
    elif _turning(before, source) != _turning(after, source) or _is_turned(before, after):
        found.append("words that turn the meaning")
    elif not found and not _is_slip(before, after):
        found.append("more than marks and letters")
    return tuple(found)


def shown_edit(before: str, after: str) -> str:
    """Return the words that differ, old and new: `“5 days” → “6 days”`."""
    old, new = before.split(), after.split()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return ", ".join(
        f"“{' '.join(old[start:end])}” → “{' '.join(new[begin:stop])}”"
        for step, start, end, begin, stop in steps
        if step != "equal"
    )


def _codes(before: str, after: str, source: Locale, glossary: Glossary) -> set[str]:
    """Return what the checks of a translation find where the new source is taken for one of the old."""
    found = Report()
    message = Message(unit="edit", source=before, translation=after)
    check_messages(Catalog(locale=source, messages={"edit": message}), source, glossary, {}, found)
    return {problem.code for problem in found}


def _turning(words: str, source: Locale) -> Counter[str]:
    whole = _CONTRACTED.sub(" not", words.casefold()).replace("cannot", "can not")
    known = _TURNING[source.language].split()
    return Counter(word for word in re.findall(r"\w+", whole) if word in known)


def _is_turned(before: str, after: str) -> bool:
    old, new = (set(re.findall(r"[\w-]+", words.casefold())) for words in (before, after))
    gone, come = old - new, new - old
    return any(
        f"{start}{word}" in others for one, others in ((gone, come), (come, gone)) for word in one for start in _TURNED
    )


def _is_slip(before: str, after: str) -> bool:
    """Whether the words are the same but for slips of the pen, and small words and doubled ones that come and go.

    A question stays one, and no mark parts a word that turns the meaning from what it turns: “No, surgery is needed.”
    """
    if before.count("?") != after.count("?") or _parted(before) != _parted(after):
        return False
    old, new = _words(before), _words(after)
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return all(
        step == "equal" or _is_mended(old[start:end], new[begin:stop], old[:start])
        for step, start, end, begin, stop in steps
    )


def _words(text: str) -> list[str]:
    """Return the words without those that come and go; the A of “Hepatitis A” is none of these, that of “A test” is."""
    first, *others = re.findall(r"\w+", text) or [""]
    return [word.casefold() for word in (first.casefold(), *others) if word and word not in _SMALL]


def _parted(text: str) -> list[str]:
    """Return the words that turn a meaning and have a mark behind them."""
    turning = {word for words in _TURNING.values() for word in words.split()}
    return [word for word in re.findall(r"(\w+)[,;:.!]", text.casefold()) if word in turning]


def _is_mended(old: list[str], new: list[str], ahead: list[str]) -> bool:
    if "".join(old) == "".join(new):  # post-op, postop
        return True
    if len(old) == len(new):
        return all(map(_is_misspelt, old, new))
    return not new and old == ahead[-len(old) :]  # it stood there twice


def _is_misspelt(old: str, new: str) -> bool:
    """Whether one word is the other with two letters exchanged, a letter doubled, or in British spelling.

    Any other letter may make another word of it: abduction and adduction, hypertension and hypotension.
    """
    if min(len(old), len(new)) < _LONG:
        return old == new
    if len(old) == len(new):
        start = next((at for at in range(len(old)) if old[at] != new[at]), 0)
        return old == f"{new[:start]}{new[start : start + 2][::-1]}{new[start + 2 :]}"
    return _DOUBLED.sub(r"\1", old) == _DOUBLED.sub(r"\1", new) or _american(old) == _american(new)


def _american(word: str) -> str:
    """Return a word in American spelling, as far as letters go: color, anesthesia, edema."""
    return _BRITISH.sub(lambda match: match[0][0] if match[0] == "ou" else "e", word)
