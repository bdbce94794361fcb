"""Programs that translators use read our catalogs and write them back, and after an update nothing is lost.

GNU gettext (Debian: gettext) and translate-toolkit, on which Weblate and Pootle stand, keep everything. Babel does not:
what it loses is stated here, so that a version that keeps it is noticed.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.storage import pypo

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.catalog import parse_po
from ecmiss_publish.translate.merge import merged_file
from ecmiss_publish.translate.po_file import POFile, po_bytes
from tests.strategies import words
from tests.support import ROOT, SPANISH, DictSources

ES = Locale.parse("es")
CATALOGS = sorted(ROOT.glob("locales/*/LC_MESSAGES/messages.po"))
GETTEXT = pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not installed")
Tool = Callable[[bytes], bytes]


def msgcat(*options: str) -> Tool:
    def run(data: bytes) -> bytes:
        return subprocess.run(["msgcat", *options, "-"], input=data, capture_output=True, check=True).stdout

    return run


def babel(data: bytes) -> bytes:
    made = io.BytesIO()
    write_po(made, read_po(io.BytesIO(data), locale="es"), width=76)
    return made.getvalue()


def toolkit(data: bytes) -> bytes:
    store = pypo.pofile()
    store.parse(data)
    for unit in store.units:  # as if every translation had been saved again
        if unit.istranslatable():
            unit.target = str(unit.target)
    return bytes(store)


LOSSLESS = [
    pytest.param(msgcat(), id="msgcat", marks=GETTEXT),
    pytest.param(msgcat("--no-wrap"), id="msgcat --no-wrap", marks=GETTEXT),
    pytest.param(msgcat("--width=60", "--sort-output"), id="msgcat, sorted", marks=GETTEXT),
    pytest.param(msgcat("--add-location=file"), id="msgcat, no places", marks=GETTEXT),
    pytest.param(toolkit, id="translate-toolkit"),
]


def read(data: bytes) -> POFile:
    return parse_po(SPANISH, DictSources({SPANISH: data}), Report())


def updated(data: bytes, like: bytes) -> bytes:
    """Return `data` after an update with the sources and notes of `like`."""
    messages = [
        Message(
            unit=entry.msgctxt or "",
            source=entry.msgid,
            # the mark of a changed source is not the article's
            notes=tuple(line for line in entry.comment.split("\n") if line and "has changed since" not in line),
            reference=":".join(entry.occurrences[0]),
        )
        for entry in read(like)
        if not entry.obsolete
    ]
    return po_bytes(merged_file(messages, read(data), ES, "knee 1"))


def a_catalog(texts: list[tuple[str, str, str, str]]) -> bytes:
    """Return a catalog with an entry for each (source, translation, comment, kind)."""
    sources = [
        Message(unit=f"a.b{number}", source=source, notes=("Text",), reference=f"a.yaml:a.b{number}")
        for number, (source, *_) in enumerate(texts)
    ]
    file = merged_file(sources, None, ES, "knee 1")
    for entry, (_, translation, comment, kind) in zip(list(file), texts, strict=True):
        entry.msgstr, entry.tcomment = translation, " ".join(comment.split())
        if kind == "fuzzy":
            entry.flags = ["fuzzy"]
        if kind == "stale" and translation:
            entry.msgid, entry.flags = f"older {entry.msgid}", []
    old = read(po_bytes(file))
    # gettext's own programs delete what is obsolete and was never translated
    gone = [number for number, (_, words, _, kind) in enumerate(texts) if kind == "gone" and words]
    kept = [message for number, message in enumerate(sources) if number not in gone]
    return po_bytes(merged_file(kept, old, ES, "knee 1"))


# A comment that ends in a backslash goes on in the next line for gettext's own programs.
COMMENTS = words().filter(lambda comment: not comment.rstrip().endswith("\\"))
ENTRIES = st.tuples(
    words().filter(str.strip), words() | st.just(""), COMMENTS, st.sampled_from(["", "fuzzy", "stale", "gone"])
)


# --- lossless ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tool", LOSSLESS)
@pytest.mark.parametrize("path", CATALOGS, ids=[path.parts[-3] for path in CATALOGS])
def test_our_catalogs_come_back_byte_for_byte(path, tool: Tool):
    ours = path.read_bytes()
    locale = Locale.parse(path.parts[-3])

    came_back = read(tool(ours))

    messages = [
        Message(
            unit=entry.msgctxt or "",
            source=entry.msgid,
            notes=tuple(entry.comment.split("\n")),
            reference=":".join(entry.occurrences[0]),
        )
        for entry in read(ours)
    ]
    assert po_bytes(merged_file(messages, came_back, locale, "knee 1")) == ours


@pytest.mark.parametrize("tool", LOSSLESS)
@settings(max_examples=60)
@given(texts=st.lists(ENTRIES, min_size=1, max_size=4))
def test_any_catalog_comes_back_byte_for_byte(tool: Tool, texts):
    ours = a_catalog(texts)

    assert updated(tool(ours), like=ours) == ours


# --- Babel ------------------------------------------------------------------------------------------------------


@settings(max_examples=100)
@given(texts=st.lists(ENTRIES, min_size=1, max_size=4))
def test_babel_keeps_words_flags_and_comments(texts):
    ours = read(a_catalog(texts))

    theirs = {entry.msgctxt: entry for entry in read(babel(po_bytes(ours))) if not entry.obsolete}

    for entry in ours:
        if not entry.obsolete:
            other = theirs[entry.msgctxt]
            assert (other.msgid, other.msgstr, other.fuzzy) == (entry.msgid, entry.msgstr, entry.fuzzy)
            assert set(entry.tcomment.split()) <= set(other.tcomment.split())


def test_babel_turns_the_previous_source_into_a_comment():
    ours = a_catalog([("New", "Viejo", "", "stale")])
    assert read(ours)[0].previous_msgid == "older New"

    (entry,) = read(babel(ours))

    assert entry.previous_msgid is None
    assert '| msgid "older New"' in entry.tcomment


def test_what_babel_wrote_stays_fuzzy():
    ours = a_catalog([("New", "Viejo", "", "stale")])

    (entry,) = read(updated(babel(ours), like=ours))

    assert (entry.msgstr, entry.fuzzy) == ("Viejo", True)
