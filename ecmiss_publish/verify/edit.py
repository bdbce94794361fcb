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
# can't and a beginning that turns a word: safe, unsafe.
_CONTRACTED = re.compile(r"n['’]t\b")
# They come and go without a change of meaning.
_SMALL = frozenset({"a", "an", "the", "that", "of", "for", "to"})
_ALIKE = 0.8  # “recieved” and “received” have more in common than this, “fewer” and “fever” just as much
_TURNED = ("un", "in", "im", "ir", "il", "non", "non-", "dis", "mis", "anti", "anti-", "hypo", "hyper")


def meant_changes(before: str, after: str, source: Locale, glossary: Glossary) -> tuple[str, ...]:
    """Return what an edit changed besides letters, in words; nothing where all translations may stand."""
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
    """Whether the words are the same but for slips of the pen, and small words and doubled ones that come and go."""
    old, new = (
        [word for word in re.findall(r"\w+", words.casefold()) if word not in _SMALL] for words in (before, after)
    )
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return all(
        step == "equal" or _is_mended(old[start:end], new[begin:stop], old[:start])
        for step, start, end, begin, stop in steps
    )


def _is_mended(old: list[str], new: list[str], ahead: list[str]) -> bool:
    if "".join(old) == "".join(new):  # post-op, postop
        return True
    if len(old) == len(new):
        return all(map(_is_mistyped, old, new))
    return not new and old == ahead[-len(old) :]  # it stood there twice


def _is_mistyped(old: str, new: str) -> bool:
    """Whether two words differ as a word and its misspelling do; another form of a word is another word."""
    inflected = old.startswith(new) or new.startswith(old)
    return old[0] == new[0] and not inflected and difflib.SequenceMatcher(None, old, new).ratio() > _ALIKE
