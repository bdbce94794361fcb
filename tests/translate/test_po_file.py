"""A catalog -> its bytes: the same whichever program wrote the file last, and a small diff for a small change."""

import difflib

import pytest

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.catalog import parse_po
from ecmiss_publish.translate.merge import merged_file
from ecmiss_publish.translate.po_file import POFile, po_bytes
from tests.support import SPANISH, DictSources, small_project

ES = Locale.parse("es")
SENTENCE = "Long enough to be wrapped, that is, longer than the hundred characters to which every line is held here. "

CANONICAL = """\
# Spanish translation.
#
# By Ana.
msgid ""
msgstr ""
"Project-Id-Version: knee 1\\n"
"Report-Msgid-Bugs-To: \\n"
"PO-Revision-Date: 2026-11-22 19:00+0000\\n"
"Last-Translator: Ana\\n"
"Language-Team: es\\n"
"Language: es\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Reviewed-By: Dr. Pérez\\n"

# allow: numbers-differ, spelt out; and a comment that is as long as its writer wants it to be, since nobody wraps it
#
#   indented
#. Text
#: a.yaml:a
#, fuzzy, no-wrap
#| msgid "Older"
msgctxt "a"
msgid "Old"
msgstr "Viejo «\\"\\\\\\t»"

#. Text
#: a.yaml:b
msgctxt "b"
msgid ""
"Long enough to be wrapped, that is, longer than the hundred characters to which every line is held"
" here. "
msgstr ""
"Uno\\n"
"Dos"

# Kept for the next edition.
#, fuzzy
#~| msgid "Before"
#~ msgctxt "gone"
#~ msgid "After"
#~ msgstr "Antes"
"""


def read(data: bytes | str) -> POFile:
    return parse_po(SPANISH, DictSources({SPANISH: data.encode() if isinstance(data, str) else data}), Report())


def updated(data: bytes | str, **sources: str) -> str:
    """Return a catalog after an update; `sources` are what the article says now."""
    words = {"a": "Old", "b": SENTENCE, **sources}
    made = [
        Message(unit=unit, source=text, notes=("Text",), reference=f"a.yaml:{unit}") for unit, text in words.items()
    ]
    return po_bytes(merged_file(made, read(data), ES, "knee 1")).decode()


def test_the_canonical_form_stays_byte_for_byte() -> None:
    assert updated(CANONICAL) == CANONICAL


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("a byte order mark", "# Spanish", "\ufeff# Spanish"),
        ("no lines wrapped", 'held"\n" here', "held here"),
        ("other lines", "wrapped, that", 'wrapped, "\n"that'),
        ("a header marked fuzzy", 'By Ana.\nmsgid ""', 'By Ana.\n#, fuzzy\nmsgid ""'),
        ("fields in another order", '"Language: es\\n"\n"MIME', '"X-Bugs: \\n"\n"Language: es\\n"\n"MIME'),
        ("the program's name", '"X-Reviewed', '"X-Generator: Poedit 3.4\\n"\n"X-Reviewed'),
        ("the date of extraction", '"PO-Rev', '"POT-Creation-Date: 2026-11-22 19:00+0000\\n"\n"PO-Rev'),
        ("references with lines", "#: a.yaml:a", "#: a.yaml:17 b.yaml:3"),
        ("another order of flags", "fuzzy, no-wrap", "no-wrap, fuzzy"),
        ("polib's order of comments", "#. Text\n#: a.yaml:b", "#: a.yaml:b\n#. Text"),
        ("notes on what is obsolete", "edition.\n#, fuzzy", "edition.\n#. Text\n#, fuzzy"),
        ("more blank lines", "\n\n#. Text", "\n\n\n\n#. Text"),
        ("none at the end", 'msgstr "Antes"\n', 'msgstr "Antes"'),
    ],
)  # fmt: skip
def test_what_other_programs_write_comes_back_canonical(what: str, before: str, after: str) -> None:
    assert before in CANONICAL
    assert updated(CANONICAL.replace(before, after, 1)) == CANONICAL


def test_lines_of_windows_come_back_canonical() -> None:
    assert updated(CANONICAL.replace("\n", "\r\n")) == CANONICAL


def test_a_long_field_of_the_header_is_wrapped_like_other_strings() -> None:
    file = read(CANONICAL)
    file.metadata["X-Reviewed-Texts"] = " ".join(["abc+/f"] * 40)

    written = po_bytes(file).decode()

    assert all(len(line) <= 100 for line in written.split("\n\n")[0].splitlines())
    assert read(written).metadata == file.metadata
    assert updated(written) == written


def test_an_edit_of_one_word_changes_one_entry_and_no_header() -> None:
    after = updated(CANONICAL, b=SENTENCE.replace("hundred", "120"))

    changed = [line for line in difflib.ndiff(CANONICAL.split("\n\n"), after.split("\n\n")) if line[0] in "+-"]

    assert [line[:2] for line in changed] == ["- ", "+ "]
    assert all('msgctxt "b"' in line for line in changed)


def test_an_edit_in_the_project_changes_one_entry_of_each_catalog() -> None:
    before = small_project()[SPANISH].decode()
    messages = [
        Message(
            unit=entry.msgctxt or "",
            source=entry.msgid.replace("Swimming", "To swim"),
            notes=tuple(entry.comment.split("\n")),
            reference=":".join(entry.occurrences[0]),
        )
        for entry in read(before)
    ]

    after = po_bytes(merged_file(messages, read(before), ES, "knee 2.0")).decode()

    new = [block for block in after.split("\n\n") if block not in before.split("\n\n")]
    assert len(new) == 1
    assert 'msgctxt "myths.sport.swimming"' in new[0]
    assert '#, fuzzy\n#| msgid "Swimming"\n' in new[0]


def test_what_is_obsolete_stands_in_the_order_of_its_units_whoever_went_first() -> None:
    both = updated(CANONICAL, y="Y", z="Z").replace('msgid "Y"\nmsgstr ""', 'msgid "Y"\nmsgstr "y"')

    one_way, other_way = (updated(updated(both, **{first: first.upper()})) for first in "yz")

    assert one_way == other_way
    assert one_way.index('#~ msgctxt "gone"') < one_way.index('#~ msgctxt "y"') < one_way.index('#~ msgctxt "z"')
