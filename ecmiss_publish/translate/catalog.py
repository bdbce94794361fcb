"""`locales/<locale>/LC_MESSAGES/messages.po` -> `Catalog`, every mistake with its line."""

from __future__ import annotations

import datetime
import re
import unicodedata

import polib

from ecmiss_publish.markup.conflict import report_conflicts
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.locale import Locale, language_of
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.translate.marks import UNCHANGED, is_only_unflagged
from ecmiss_publish.translate.review import review_in

_PO_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"')
_PREVIOUS_OF_OBSOLETE = re.compile(r"^#~\|", re.MULTILINE)  # polib skips such lines, and reads them without the tilde
# Babel wraps a previous source as if it were prose: several strings in a line, lines that end inside one.
_PREVIOUS = re.compile(r"^#\|.*(?:\n#\|.*)*", re.MULTILINE)
_TOKEN = re.compile(r'(msgctxt|msgid_plural|msgid)?\s*"((?:[^"\\]|\\.)*)"')
# Python ends a line at each of these, and polib reads line by line; other programs and people do not see them.
_ENDS_LINES = re.compile("[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# In a translator's comment, with the reason behind a comma: “# allow: numbers-differ, spelt out in words”.
# Poedit puts a # of its own before what is typed.
_ALLOWED = re.compile(r"^\s*#*\s*allow:\s*([a-z-]+)", re.MULTILINE | re.IGNORECASE)
_LANGUAGE_FIELD = re.compile(r"(?<![\w-])Language:")
TEMPLATE_PATH = "locales/messages.pot"


def catalog_path(locale: Locale) -> str:
    """Return where the locale's messages are kept."""
    return f"locales/{locale.name}/LC_MESSAGES/messages.po"


def load_catalog(locale: Locale, sources: Sources, report: Report) -> Catalog:
    """Return the locale's catalog, or raise PublishError where the file cannot be read as PO.

    A file of another language gives a catalog without messages that is not `trusted`.
    """
    path = catalog_path(locale)
    file = parse_po(path, sources, report)
    if not is_language_right(file, locale, sources, report):
        return Catalog(locale=locale, trusted=False, origin=Origin(path, 1))
    review = review_in(file.metadata)
    messages = _messages(file, path, review.texts if review else frozenset(), report)
    revised = _moment(file.metadata.get("PO-Revision-Date", ""))
    return Catalog(locale=locale, messages=messages, review=review, revised=revised, origin=Origin(path, 1))


def is_language_right(file: polib.POFile, locale: Locale, sources: Sources, report: Report) -> bool:
    """Return whether the header names the language of `locale`, or none; report it where it names another one.

    The language alone is compared: for zh_Hans Poedit writes zh_CN.
    """
    said = file.metadata.get("Language", "").strip()
    if not said or language_of(said) == language_of(locale.name):
        return True
    path = catalog_path(locale)
    report.error(
        "wrong-catalog",
        f"the header says “Language: {said}”, and the folder is that of {locale.english_name}, {locale.name}; "
        "nothing of this file is used",
        at=Origin(path, _line_of_language(sources.read(path))),
        hint=f"put the {locale.english_name} file in its place; if the words are {locale.english_name}, "
        f"write Language: {locale.name}",
    )
    return False


def _line_of_language(data: bytes) -> int:
    before = _LANGUAGE_FIELD.split(data.decode("utf-8-sig"), maxsplit=1)[0]
    return before.count("\n") + 1


def _messages(file: polib.POFile, path: str, reviewed: frozenset[str], report: Report) -> dict[str, Message]:
    messages: dict[str, Message] = {}
    for entry in file:
        if entry.obsolete:
            continue
        origin = Origin(path, entry.linenum or 0)
        if not entry.msgctxt:
            report.error(
                "missing-context",
                f"the message “{_short(entry.msgid)}” has no msgctxt",
                at=origin,
                hint="every message needs its unit id as msgctxt; `ecmiss-publish update` writes them",
            )
        elif entry.msgctxt in messages:
            first = messages[entry.msgctxt].origin
            report.error(
                "duplicate-message",
                f"“{entry.msgctxt}” stands here and at line {first.line if first else 0}",
                at=origin,
                hint="delete one of the two",
            )
        else:
            messages[entry.msgctxt] = message = Message(
                unit=entry.msgctxt,
                source=entry.msgid,
                translation=entry.msgstr,
                fuzzy=entry.fuzzy,
                notes=tuple(entry.comment.splitlines()),
                allowed=frozenset(_ALLOWED.findall(entry.tcomment)),
                reference=" ".join(":".join(filter(None, place)) for place in entry.occurrences),
                origin=origin,
            )
            if is_only_unflagged(entry) and message.digest not in reviewed:
                _report_unchanged(message, report)
    return messages


def _report_unchanged(message: Message, report: Report) -> None:
    """Say that a message is no longer fuzzy, but not a letter of it has changed: a slip of the hand, or a decision."""
    if UNCHANGED not in message.allowed:
        report.warning(
            UNCHANGED,
            "the source has changed since this was translated; somebody has taken the mark (fuzzy, Needs Work) off, "
            "but changed no letter of the translation",
            at=message.origin,
            hint=f"compare the two; if the translation is right as it is, add a comment: allow: {UNCHANGED}",
            unit=message.unit,
        )


def _moment(words: str) -> datetime.datetime | None:
    """Return when a header says that it was saved; a new catalog says `YEAR-MO-DA HO:MI+ZONE`."""
    try:
        return datetime.datetime.strptime(words.strip(), "%Y-%m-%d %H:%M%z")
    except ValueError:
        return None


def parse_po(path: str, sources: Sources, report: Report) -> polib.POFile:
    """Return the PO file as polib reads it, or raise PublishError with the reason reported."""
    try:
        data = sources.read(path)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnicodeDecodeError("utf-8", data, 0, 1, "UTF-16 byte order mark")
        text = data.decode("utf-8-sig")
        if report_conflicts(text, path, report):
            raise PublishError(path)
        if _report_line_ends(text, path, report):
            raise PublishError(path)
        _check_quotes(text)
        file = polib.pofile(_PREVIOUS.sub(_whole, _PREVIOUS_OF_OBSOLETE.sub("#|", text)))
    except FileNotFoundError:
        report.error("missing-file", "there is no such catalog", at=Origin(path))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.error(
            "wrong-encoding",
            f"the file is not UTF-8: byte 0x{error.object[error.start]:02X}",
            at=Origin(path, line),
            hint="save it as UTF-8; in Poedit: Translation › Properties › Charset",
        )
    except OSError as error:
        if error.errno is not None:
            raise  # the file could not be read at all; polib's own complaints have no number
        found = re.search(r"\(line (\d+)\)(?:: (.*))?", str(error))
        report.error(
            "po-syntax",
            (found and found[2]) or "a line here is not PO",
            at=Origin(path, int(found[1]) if found else 0),
            hint="a line is a comment, a keyword with a “quoted string”, or a quoted string that goes on",
        )
    else:
        charset = file.metadata.get("Content-Type", "charset=UTF-8").rpartition("charset=")[2]
        if charset.upper().replace("-", "") != "UTF8":
            report.error(
                "wrong-encoding",
                f"the header says charset={charset}",
                at=Origin(path, 1),
                hint="every catalog is UTF-8: write charset=UTF-8 in the header; in Poedit choose it under "
                "Translation › Properties › Charset",
            )
        return file
    raise PublishError(path)


def _whole(previous: re.Match[str]) -> str:
    """Return a previous source with one line for each keyword, and behind it as many lines as there were more."""
    lines = previous[0].split("\n")
    found: list[list[str]] = []
    for keyword, words in _TOKEN.findall(" ".join(line[2:].strip() for line in lines)):
        if keyword or not found:
            found.append([keyword, ""])
        found[-1][1] += words
    whole = [f'#| {keyword} "{words}"' for keyword, words in found if keyword]
    return "\n".join(whole + [""] * (len(lines) - len(whole)))


def _report_line_ends(text: str, path: str, report: Report) -> bool:
    """Report characters that would end a line inside a string, and return whether there are any."""
    for match in _ENDS_LINES.finditer(text):
        char = match[0]
        report.error(
            "control-character",
            f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')} stands in the file and ends a line there",
            at=Origin(path, text.count("\n", 0, match.start()) + 1),
            hint="delete it; where a text needs a new line, the source has one too",
        )
    return _ENDS_LINES.search(text) is not None


def _check_quotes(text: str) -> None:
    """Raise OSError, as polib does, at a line whose quotation marks are not in pairs: polib would drop a letter."""
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip().removeprefix("#~").lstrip()
        if words and not words.startswith(("#", "|")) and not _PO_LINE.fullmatch(words):
            raise OSError(f"(line {number}): a quotation mark is missing, or the keyword is none of PO")


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
