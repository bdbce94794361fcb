"""Messages and an old catalog -> the new one: by unit id, nothing lost, nothing moved, the same again twice."""

import re
from collections.abc import Mapping
from gettext import c2py

import polib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.catalog import parse_po
from ecmiss_publish.translate.marks import is_foreign, is_marked, is_only_unflagged, is_untouched, mark
from ecmiss_publish.translate.merge import likely_renames, merged_file, plural_forms, template_file
from ecmiss_publish.translate.po_file import po_bytes
from tests.strategies import words
from tests.support import SPANISH, DictSources

ES = Locale.parse("es")


def messages(sources: Mapping[str, str]) -> list[Message]:
    return [
        Message(unit=unit, source=source, notes=("Text",), reference=f"a.yaml:{unit}")
        for unit, source in sources.items()
    ]


def merged(sources: Mapping[str, str], old: polib.POFile | None = None) -> polib.POFile:
    """Return the merged catalog as the next reader of its bytes finds it."""
    return read(po_bytes(merged_file(messages(sources), old, ES, "knee 1")))


def read(data: bytes) -> polib.POFile:
    return parse_po(SPANISH, DictSources({SPANISH: data}), Report())


def translated(sources: Mapping[str, str]) -> polib.POFile:
    """Return a catalog in which every message says which unit and source it was made for."""
    file = merged(sources)
    for entry in file:
        entry.msgstr = f"{entry.msgctxt}={entry.msgid}"
    return file


def entry(file: polib.POFile, unit: str) -> polib.POEntry:
    (only,) = [entry for entry in file if entry.msgctxt == unit]
    return only


# --- cases ------------------------------------------------------------------------------------------------------


def test_a_new_catalog_has_every_message_and_no_words() -> None:
    file = merged({"a": "One", "b": "Two"})

    assert [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in file] == [("a", "One", ""), ("b", "Two", "")]
    assert file.metadata["Language"] == "es"
    assert file.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert "a draft until a qualified person has reviewed it" in file.header


def test_translations_stay_with_their_unit_when_the_order_changes() -> None:
    file = merged({"b": "Same", "a": "Same"}, translated({"a": "Same", "b": "Same"}))

    assert [(entry.msgctxt, entry.msgstr, entry.fuzzy) for entry in file] == [
        ("b", "b=Same", False),
        ("a", "a=Same", False),
    ]


def test_a_changed_source_marks_its_message_and_keeps_the_previous_source() -> None:
    a = entry(merged({"a": "New"}, translated({"a": "Old"})), "a")

    assert (a.msgid, a.msgstr, a.fuzzy, a.previous_msgid) == ("New", "a=Old", True, "Old")


def test_a_source_changed_twice_keeps_the_one_that_was_translated() -> None:
    a = entry(merged({"a": "Newest"}, merged({"a": "New"}, translated({"a": "Old"}))), "a")

    assert (a.msgid, a.msgstr, a.fuzzy, a.previous_msgid) == ("Newest", "a=Old", True, "Old")


def test_an_edit_that_is_taken_back_takes_its_mark_back() -> None:
    a = entry(merged({"a": "Old"}, merged({"a": "New"}, translated({"a": "Old"}))), "a")

    assert (a.msgid, a.msgstr, a.fuzzy, a.previous_msgid) == ("Old", "a=Old", False, None)


def test_a_translators_own_doubt_stays_when_an_edit_is_taken_back() -> None:
    file = translated({"a": "Old"})
    entry(file, "a").flags.append("fuzzy")

    a = entry(merged({"a": "Old"}, merged({"a": "New"}, file)), "a")

    assert a.fuzzy


def test_a_translation_that_was_changed_meanwhile_stays_marked_when_the_edit_is_taken_back() -> None:
    file = merged({"a": "New"}, translated({"a": "Old"}))
    entry(file, "a").msgstr = "a=New"

    a = entry(merged({"a": "Old"}, merged({"a": "New"}, file)), "a")

    assert (a.msgstr, a.fuzzy, a.previous_msgid) == ("a=New", True, None)


def test_a_mark_whose_comment_another_program_dropped_stays_when_the_edit_is_taken_back() -> None:
    file = merged({"a": "New"}, translated({"a": "Old"}))
    entry(file, "a").comment = ""

    assert entry(merged({"a": "Old"}, file), "a").fuzzy


def test_an_edit_that_is_taken_back_while_the_message_was_gone_takes_its_mark_back() -> None:
    gone = merged({}, merged({"a": "New"}, translated({"a": "Old"})))
    a = entry(merged({"a": "Old"}, gone), "a")

    assert (a.msgstr, a.fuzzy, a.previous_msgid, a.comment) == ("a=Old", False, None, "Text")


def test_a_message_that_went_while_it_was_fuzzy_keeps_its_previous_source() -> None:
    gone = merged({}, merged({"a": "New"}, translated({"a": "Old"})))
    a = entry(merged({"a": "Newest"}, gone), "a")

    assert entry(gone, "a").previous_msgid == "Old"
    assert (a.msgstr, a.fuzzy, a.previous_msgid) == ("a=Old", True, "Old")


def test_a_doubt_of_the_translators_shows_the_previous_source_too() -> None:
    file = translated({"a": "Old"})
    entry(file, "a").flags.append("fuzzy")

    a = entry(merged({"a": "New"}, file), "a")

    assert (a.fuzzy, a.previous_msgid) == (True, "Old")


def test_a_previous_source_that_a_text_editor_left_behind_goes_with_the_mark() -> None:
    file = merged({"a": "New"}, translated({"a": "Old"}))
    entry(file, "a").flags.remove("fuzzy")

    assert entry(merged({"a": "New"}, file), "a").previous_msgid is None


def unflagged() -> polib.POFile:
    """Return a catalog as Poedit leaves it at Ctrl+Enter: flag and previous source gone, the rest as it was."""
    file = merged({"a": "New"}, translated({"a": "Old"}))
    entry(file, "a").flags, entry(file, "a").previous_msgid = [], None
    return file


def test_a_flag_that_went_without_a_change_leaves_the_question_until_somebody_answers() -> None:
    file = merged({"a": "New"}, merged({"a": "New"}, unflagged()))
    a = entry(file, "a")
    assert is_only_unflagged(a)
    assert (a.msgstr, a.fuzzy, a.comment.split("\n")) == ("a=Old", False, ["Text", mark(a)])

    a.msgstr = "a=New"

    assert entry(merged({"a": "New"}, file), "a").comment == "Text"


def test_the_question_outlives_a_version_without_the_message() -> None:
    back = entry(merged({"a": "New"}, merged({}, unflagged())), "a")

    assert back.fuzzy  # programs that drop the comments of what is obsolete keep its flag
    assert is_marked(back)


def test_a_source_that_changes_after_the_flag_has_gone_marks_the_message_for_good() -> None:
    file = merged({"a": "Newest"}, unflagged())
    a = entry(file, "a")

    # The translation is older than “New”, and nobody knows any more what it was made for.
    assert (a.fuzzy, a.previous_msgid, is_untouched(a), is_foreign(a)) == (True, "New", False, True)
    assert entry(merged({"a": "Newest"}, file), "a") == a


def test_an_edit_that_is_taken_back_does_not_make_good_what_was_stale_before() -> None:
    back = merged({"a": "New"}, merged({"a": "Newest"}, unflagged()))

    a = entry(back, "a")
    assert (a.fuzzy, a.previous_msgid, is_foreign(a)) == (True, None, True)
    assert po_bytes(merged({"a": "New"}, back)) == po_bytes(back)


def test_a_waiver_lapses_with_its_source_and_comes_back_with_it() -> None:
    file = translated({"a": "5 days"})
    entry(file, "a").tcomment = "Really.\nallow: numbers-differ, spelt out"

    changed = merged({"a": "15 days"}, file)
    again = merged({"a": "16 days"}, changed)
    back = merged({"a": "5 days"}, again)

    for other in (changed, again):
        comment = entry(other, "a").tcomment
        assert re.fullmatch(r"Really\.\nallowed for another source \([0-9a-f]{8}\): numbers-differ, spelt out", comment)
    assert entry(back, "a").tcomment == "Really.\nallow: numbers-differ, spelt out"


def test_a_waiver_of_an_older_source_does_not_come_back_with_a_newer_one() -> None:
    file = translated({"a": "1"})
    entry(file, "a").tcomment = "allow: numbers-differ, spelt out"
    second = merged({"a": "2"}, file)
    entry(second, "a").flags, entry(second, "a").msgstr = [], "new"

    back = merged({"a": "2"}, merged({"a": "3"}, second))

    assert not entry(back, "a").fuzzy
    assert entry(back, "a").tcomment.startswith("allowed for another source")


def test_a_waiver_lapses_though_the_words_are_taken_out() -> None:
    file = translated({"a": "1"})
    entry(file, "a").tcomment, entry(file, "a").msgstr = "allow: numbers-differ, spelt out", ""

    assert entry(merged({"a": "2"}, file), "a").tcomment.startswith("allowed for another source")


def test_a_question_is_not_settled_by_a_doubt_and_its_end() -> None:
    file = unflagged()
    entry(file, "a").flags = ["fuzzy"]  # Needs Work, pressed again

    doubted = merged({"a": "New"}, file)
    entry(doubted, "a").flags = []

    assert is_only_unflagged(entry(merged({"a": "New"}, doubted), "a"))


def test_a_translation_in_doubt_whose_source_changes_is_asked_about() -> None:
    file = translated({"a": "Old"})
    entry(file, "a").flags = ["fuzzy"]

    changed = merged({"a": "New"}, file)
    assert is_foreign(entry(changed, "a"))
    entry(changed, "a").flags, entry(changed, "a").previous_msgid = [], None

    assert is_only_unflagged(entry(merged({"a": "New"}, changed), "a"))


def test_of_two_entries_of_a_unit_the_one_with_words_counts() -> None:
    file = translated({"a": "One"})
    file.insert(0, polib.POEntry(msgctxt="a", msgid="One"))

    assert [each.msgstr for each in merged({"a": "One"}, file) if not each.obsolete] == ["a=One"]


def test_entries_without_their_unit_ids_find_them_by_their_source() -> None:
    file = translated({"a": "One", "b": "Two", "c": "Same", "d": "Same"})
    for each in file:
        each.msgctxt = None  # type: ignore[assignment]  # as polib itself leaves it

    found = merged({"a": "One", "b": "Two", "c": "Same", "d": "Same"}, file)

    assert [each.msgstr for each in found if not each.obsolete] == ["a=One", "b=Two", "", ""]
    assert {each.msgstr for each in found if each.obsolete} == {"c=Same", "d=Same"}
    assert po_bytes(merged({"a": "One", "b": "Two", "c": "Same", "d": "Same"}, found)) == po_bytes(found)


def test_a_message_without_words_is_not_marked() -> None:
    a = entry(merged({"a": "New"}, merged({"a": "Old"})), "a")

    assert (a.msgid, a.msgstr, a.fuzzy, a.previous_msgid) == ("New", "", False, None)


def test_a_message_that_has_gone_is_kept_as_obsolete_and_comes_back() -> None:
    gone = merged({"b": "Two"}, translated({"a": "One", "b": "Two"}))
    back = merged({"a": "One", "b": "Two"}, gone)

    assert entry(gone, "a").obsolete
    assert not entry(back, "a").obsolete
    assert (entry(back, "a").msgstr, entry(back, "a").fuzzy) == ("a=One", False)


def test_what_is_obsolete_stands_at_the_end_of_its_part() -> None:
    old = translated({"a.x": "1", "a.y": "2", "b.x": "3", "b.y": "4", "c": "5", "d.x": "6"})

    file = merged({"a.y": "2", "b.x": "3"}, old)

    assert [(entry.msgctxt, bool(entry.obsolete)) for entry in file] == [
        ("a.y", False), ("a.x", True), ("b.x", False), ("b.y", True), ("c", True), ("d.x", True),
    ]  # fmt: skip


def test_a_message_that_comes_back_changed_is_marked() -> None:
    gone = merged({}, translated({"a": "Old"}))
    a = entry(merged({"a": "New"}, gone), "a")

    assert (a.msgstr, a.fuzzy, a.previous_msgid) == ("a=Old", True, "Old")


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
NEW = 'msgctxt "a"\nmsgid "New"\nmsgstr "a=New"\n\n'
OLD = '#~ msgctxt "a"\n#~ msgid "Old"\n#~ msgstr "a=Old"\n\n'
OLDER = '#~ msgctxt "a"\n#~ msgid "Older"\n#~ msgstr "a=Older"\n\n'


@pytest.mark.parametrize("entries", [NEW + OLD, OLD + NEW])
def test_the_living_message_counts_where_another_tool_left_an_obsolete_one(entries: str) -> None:
    # msgmerge does this when the English words of a unit change: gettext's key is context and words.
    after = merged({"a": "New"}, polib.pofile(HEAD + entries))

    assert [(entry.msgstr, bool(entry.obsolete)) for entry in after] == [("a=New", False), ("a=Old", True)]


@pytest.mark.parametrize("entries", [OLD + OLDER, OLDER + OLD])
def test_of_two_obsolete_messages_the_one_with_the_same_source_comes_back(entries: str) -> None:
    after = merged({"a": "Old"}, polib.pofile(HEAD + entries))

    assert [(entry.msgstr, bool(entry.obsolete), entry.fuzzy) for entry in after] == [
        ("a=Old", False, False),
        ("a=Older", True, False),
    ]


def test_a_duplicate_and_a_message_without_unit_are_kept_as_obsolete() -> None:
    file = translated({"a": "One"})
    file.append(polib.POEntry(msgctxt="a", msgid="One", msgstr="another"))
    file.append(polib.POEntry(msgid="One", msgstr="no unit"))

    after = merged({"a": "One"}, file)

    assert [(entry.msgstr, bool(entry.obsolete)) for entry in after] == [
        ("a=One", False), ("another", True), ("no unit", True),
    ]  # fmt: skip


def test_no_words_of_a_unit_stand_twice_for_gettext_refuses_such_a_file() -> None:
    file = translated({"a": "One"})
    file.append(polib.POEntry(msgctxt="a", msgid="One", msgstr="another"))
    file.append(polib.POEntry(msgctxt="a", msgid="One", msgstr="a third"))

    after = merged({"a": "One"}, merged({"a": "One"}, file))

    assert [(entry.msgctxt, entry.msgstr) for entry in after] == [
        ("a", "a=One"), ("a (2)", "a third"), ("a (3)", "another"),
    ]  # fmt: skip


def test_a_unit_that_was_renamed_without_a_migration_is_noticed() -> None:
    file = merged({"b": "One", "c": "Two"}, translated({"a": "One", "c": "Two"}))

    assert list(likely_renames(file)) == [("a", "b")]


def test_comments_flags_and_header_are_the_translators() -> None:
    file = translated({"a": "One"})
    file.header = "By Ana."
    file.metadata["Last-Translator"] = "Ana"
    file.metadata["X-Reviewed-By"] = "Dr. Pérez"
    entry(file, "a").tcomment = "Checked with the clinic."
    entry(file, "a").flags.append("no-wrap")

    after = merged({"a": "One"}, file)

    assert after.header == "By Ana."
    assert (after.metadata["Last-Translator"], after.metadata["X-Reviewed-By"]) == ("Ana", "Dr. Pérez")
    assert entry(after, "a").tcomment == "Checked with the clinic."
    assert entry(after, "a").flags == ["no-wrap"]


def test_the_authors_notes_are_the_newest() -> None:
    file = translated({"a": "One"})
    entry(file, "a").comment = "An older note"

    assert entry(merged({"a": "One"}, file), "a").comment == "Text"


def test_the_template_has_no_words_and_no_language() -> None:
    file = template_file(messages({"a": "One"}), "knee 1")

    assert [entry.msgstr for entry in file] == [""]
    assert file.metadata["Language"] == ""
    assert "Plural-Forms" not in file.metadata


def test_the_file_is_utf_8_with_line_feeds_and_one_at_the_end() -> None:
    data = po_bytes(merged_file(messages({"a": "Cirugía"}), None, ES, "knee 1"))

    assert b"\r" not in data
    assert data.endswith(b'msgstr ""\n')
    assert "Cirugía".encode() in data


# Babel knows two forms for Spanish before version 2.19 and three since; gettext tools take both.
@pytest.mark.parametrize(("language", "fewest", "most"), [("es", 2, 3), ("zh_Hans", 1, 1), ("ar", 6, 6)])
def test_plural_forms_are_a_field_that_gettext_reads(language: str, fewest: int, most: int) -> None:
    field = re.fullmatch(r"nplurals=(\d); plural=(.+);", plural_forms(language))

    assert field
    assert fewest <= int(field[1]) <= most
    assert {c2py(field[2])(number) for number in (*range(200), 1_000_000)} == set(range(int(field[1])))


# --- laws -------------------------------------------------------------------------------------------------------

# An author's versions: some of four units, in any order, each with one of three sources.
_VERSIONS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["x", "y", "z"])), max_size=4).map(dict)
# After each version a translator may work on every message that needs it, or on none.
_HISTORY = st.lists(st.tuples(_VERSIONS, st.booleans()), min_size=1, max_size=6)


@given(_HISTORY)
@example([({"a": "x"}, True), ({"a": "y"}, False), ({}, False), ({"a": "x"}, False)])  # gone while it was fuzzy
def test_no_translation_is_lost_moved_or_printed_for_another_source(history: list[tuple[dict[str, str], bool]]) -> None:
    file: polib.POFile | None = None
    last: dict[str, str] = {}
    for sources, translator in history:
        file = merged(sources, file)

        assert [entry.msgctxt for entry in file if not entry.obsolete] == list(sources)
        assert {entry.msgctxt: entry.msgstr for entry in file if entry.msgstr} == last
        for one in file:
            if one.msgstr and not one.fuzzy and not one.obsolete:
                assert one.msgstr == f"{one.msgctxt}={sources[one.msgctxt]}"
            if one.fuzzy and one.previous_msgid:
                assert one.msgstr == f"{one.msgctxt}={one.previous_msgid}"
        if translator:
            for one in file:
                if not one.obsolete and (one.fuzzy or not one.msgstr):
                    one.msgstr = last[one.msgctxt] = f"{one.msgctxt}={one.msgid}"
                    one.flags, one.previous_msgid = [], None


@given(_HISTORY)
def test_running_it_twice_changes_nothing(history: list[tuple[dict[str, str], bool]]) -> None:
    file: polib.POFile | None = None
    for sources, translator in history:
        once = po_bytes(merged_file(messages(sources), file, ES, "knee 1"))
        twice = po_bytes(merged_file(messages(sources), read(once), ES, "knee 1"))

        assert twice == once
        file = read(once)
        for one in file if translator else ():
            if not one.obsolete:
                one.msgstr, one.flags, one.previous_msgid = f"{one.msgctxt}={one.msgid}", [], None


@given(st.dictionaries(st.sampled_from("ab"), words(), min_size=1), words(), words())
def test_running_it_twice_changes_nothing_whatever_the_words(
    sources: dict[str, str], translation: str, comment: str
) -> None:
    file = merged(sources)
    for one in file:
        one.msgstr = translation
        one.tcomment = " ".join(comment.split())
        one.previous_msgid, one.flags = translation, ["fuzzy"]

    once = po_bytes(merged_file(messages(sources), read(po_bytes(file)), ES, "knee 1"))
    twice = po_bytes(merged_file(messages(sources), read(once), ES, "knee 1"))

    assert twice == once
