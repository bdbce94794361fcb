"""A translation is written in its own script: no letters of others, no look-alikes, nothing that cannot be seen.

Control characters that the grammar of texts refuses (`markup.inline.check_characters`) are reported there, with U+FFFD
and the overrides of direction; here are the other characters that nobody sees.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.scripts import BLANK_LETTERS, Finding, latin_words, other_chinese, strange_letters
from ecmiss_publish.verify.message.wording import FIXES_IT, excerpt, masked, named, unmasked

COMPATIBILITY = "compatibility-character"

# Joiners shape letters in these scripts; in Arabic itself nothing is spelt with them, in Persian and Urdu much is.
_JOINED = frozenset(
    {"Arab", "Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Mong", "Orya", "Sinh", "Syrc", "Taml", "Telu"}
)
_UNSPACED = frozenset({"Khmr", "Laoo", "Mymr", "Thai", "Tibt"})  # a zero-width space parts their words
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
_REFUSED_ELSEWHERE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\ufffd\ufffe\uffff]")
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")  # they hold digits

# Two or three bytes of UTF-8, each shown as a letter of Latin-1; without the pairs that stand side by side in texts:
# a quotation mark, a footnote's number or a degree sign behind a capital letter.
_TAIL = "[\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]"
_MISREAD = re.compile(f"[ÂÃ]{_TAIL}|[Ä-Þ][¡-©¬\u00ad¯±´-¸¼-¿]|[à-ï]{_TAIL}{{2}}")

# Presentation forms and full-width or half-width letters: one character that stands for another, plain one. Symbols
# that exist only in this form (ﷲ ﷺ ﷼ ﴾ ﴿) stay.
_FORMS = re.compile(
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7"
    "\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]+"
)
# Letters of the neighbour's keyboard, which look the same in some forms and are another word to a search.
_NEIGHBOURS = {
    "ur": dict(zip("يىكه", "ییکہ", strict=True)),
    "fa": dict(zip("يىك", "ییک", strict=True)),
    "ar": dict(zip("یکہ", "يكه", strict=True)),
}


def characters(message: Message, context: Context, report: Report) -> None:
    """Report letters of other scripts, look-alikes, invisible characters, and characters that stand for others."""
    if message.translation.isascii() or context.locale.pseudo:
        return
    text, _ = masked(message.translation)
    for code, said, hint in (
        *strange_letters(text, message.source, context.locale),
        *_invisible(text, context.locale),
        *_broken(text),
    ):
        report.error(code, said, at=message.origin, hint=hint, unit=message.unit)
    for code, said, hint in other_chinese(text, message.source, context.locale):
        report.warning(code, said, at=message.origin, hint=hint, unit=message.unit)
    for code, said, hint in latin_words(text, message.source, context):
        report.hint(code, said, at=message.origin, hint=hint, unit=message.unit)
    for said, hint in _compatibility(text, context.locale):
        report.warning(COMPATIBILITY, said, at=message.origin, hint=hint, unit=message.unit)


def fixed(translation: str, locale: Locale, allowed: frozenset[str] = frozenset()) -> str:
    """Return the translation composed (NFC), in plain letters, and with its own language's letters."""
    if translation.isascii() or COMPATIBILITY in allowed:
        return translation
    text, kept = masked(translation)
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = unicodedata.normalize("NFC", text)
    for wrong, right in _NEIGHBOURS.get(locale.language, {}).items():
        text = text.replace(wrong, right)
    return unmasked(text, kept)


# --- what nobody sees -------------------------------------------------------------------------------------------


def _invisible(text: str, locale: Locale) -> Iterator[Finding]:
    if text.isprintable() and BLANK_LETTERS.isdisjoint(text):
        return
    for char in sorted(filter(_is_invisible, set(text))):
        at = text.find(char)
        if not _is_at_home(char, text, locale):
            yield (
                "invisible-character",
                f"“{excerpt(text, at, at + 1, '▯')}” has {named(char)} at ▯, which nobody sees; the source has none",
                f"delete {named(char)}, or type the words anew",
            )


@functools.cache
def _is_invisible(char: str) -> bool:
    if char in BLANK_LETTERS:
        return True
    hidden = unicodedata.category(char) in {"Cf", "Cc", "Cn", "Co", "Cs"} and char not in "\t\n"
    return hidden and char not in _VISIBLE_FORMATS and not _REFUSED_ELSEWHERE.match(char)


def _is_at_home(char: str, text: str, locale: Locale) -> bool:
    """Whether this language uses the character, here: joiners, parted words, marks of direction."""
    if char in "\u200c\u200d":
        return locale.script in _JOINED and locale.language != "ar" and not re.search(f"(?:^|[ -~]){char}", text)
    if char == "\u200b":
        return locale.script in _UNSPACED
    if char in _DIRECTION_MARKS:
        return locale.direction == "rtl" or any(unicodedata.bidirectional(other) in {"R", "AL"} for other in text)
    return False


def _broken(text: str) -> Iterator[Finding]:
    """Find words in UTF-8 that a program read as Latin-1: “infecciÃ³n”."""
    words = (word for word in text.split() if _MISREAD.search(word)) if _MISREAD.search(text) else ()
    for word in dict.fromkeys(words):
        meant = _MISREAD.sub(lambda match: match[0].encode("latin-1").decode("utf-8", "replace"), word)
        yield (
            "broken-letters",
            f"“{word}” is “{meant}”, read by a program in another encoding than it was written in",
            f"write “{meant}”; save the file as UTF-8",
        )


# --- characters that stand for others ---------------------------------------------------------------------------


def _compatibility(text: str, locale: Locale) -> Iterator[tuple[str, str]]:
    for form in dict.fromkeys(_FORMS.findall(text)):
        plain = unicodedata.normalize("NFKC", form)
        yield (
            f"“{form}” is made of compatibility characters ({named(form[0])}), plain letters are “{plain}”",
            f"write “{plain}” ({', '.join(map(named, plain[:3]))}), {FIXES_IT}",
        )
    plain = _FORMS.sub("", text)
    if not unicodedata.is_normalized("NFC", plain):
        at = next(at for at, word in enumerate(plain.split(" ")) if not unicodedata.is_normalized("NFC", word))
        word = plain.split(" ")[at]
        yield (
            f"“{word}” is spelt {_points(word)}, in normal form (NFC) {_points(unicodedata.normalize('NFC', word))}",
            f"type it anew as “{unicodedata.normalize('NFC', word)}”, {FIXES_IT}",
        )
    for wrong, right in _NEIGHBOURS.get(locale.language, {}).items():
        if wrong in plain:
            at = plain.index(wrong)
            yield (
                f"“{excerpt(plain, at, at + 1)}” has {named(wrong)}; {locale.english_name} has “{right}”",
                f"write “{right}” ({named(right)}), {FIXES_IT}",
            )


def _points(word: str) -> str:
    """Return the code points beyond ASCII, as many as a person will compare."""
    points = [f"U+{ord(char):04X}" for char in word if not char.isascii()]
    return " ".join(points[:6]) + (" …" if len(points) > 6 else "")
