"""Renamed, split and joined units: their translations go with them, and nothing else moves."""

from collections.abc import Mapping

import polib
import pytest

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.catalog import parse_po
from ecmiss_publish.translate.marks import is_only_unflagged
from ecmiss_publish.translate.merge import merged_file
from ecmiss_publish.translate.po_file import POFile, po_bytes
from tests.support import SPANISH, DictSources


def moved(source: str | tuple[str, ...], target: str | tuple[str, ...]) -> Migration:
    sources, targets = ((ids,) if isinstance(ids, str) else ids for ids in (source, target))
    return Migration(sources=sources, targets=targets)


def merged(sources: Mapping[str, str], old: POFile | None = None, *migrations: Migration) -> POFile:
    messages = [Message(unit=unit, source=source, reference=f"a.yaml:{unit}") for unit, source in sources.items()]
    data = po_bytes(merged_file(messages, old, Locale.parse("es"), "knee 1", migrations))
    return parse_po(SPANISH, DictSources({SPANISH: data}), Report())


def translated(sources: Mapping[str, str]) -> POFile:
    """Return a catalog whose translations say for which source they were made."""
    file = merged(sources)
    for each in file:
        each.msgstr = f"<{each.msgid}>"
    return file


def said(file: POFile) -> list[tuple[str, str, bool, str | None]]:
    """Return unit, translation, whether it is fuzzy, and previous source of the entries that live."""
    return [(each.msgctxt or "", each.msgstr, each.fuzzy, each.previous_msgid) for each in file if not each.obsolete]


def obsolete(file: POFile) -> dict[str | None, str]:
    return {each.msgctxt: each.msgstr for each in file if each.obsolete}


def entry(file: POFile, unit: str) -> polib.POEntry:
    (only,) = [each for each in file if each.msgctxt == unit]
    return only


# --- renames ----------------------------------------------------------------------------------------------------


def test_a_renamed_unit_keeps_its_translation() -> None:
    file = merged({"b": "One"}, translated({"a": "One"}), moved("a", "b"))

    assert said(file) == [("b", "<One>", False, None)]
    assert obsolete(file) == {}


def test_a_renamed_part_takes_its_units_with_it_and_no_others() -> None:
    old = translated({"faq.cost.question": "Q", "faq.cost.answer": "A", "faq.costs": "C"})

    file = merged(
        {"faq.price.question": "Q", "faq.price.answer": "A", "faq.costs": "C"}, old, moved("faq.cost", "faq.price")
    )

    assert [each[:3] for each in said(file)] == [
        ("faq.price.question", "<Q>", False), ("faq.price.answer", "<A>", False), ("faq.costs", "<C>", False),
    ]  # fmt: skip


def test_a_unit_renamed_and_edited_is_fuzzy_with_its_previous_source() -> None:
    assert said(merged({"b": "New"}, translated({"a": "Old"}), moved("a", "b"))) == [("b", "<Old>", True, "Old")]


def test_comments_and_flags_go_with_a_renamed_unit() -> None:
    old = translated({"a": "One"})
    entry(old, "a").tcomment = "allow: numbers-differ\n\nAsk Ana."
    entry(old, "a").flags = ["no-wrap"]

    b = entry(merged({"b": "One"}, old, moved("a", "b")), "b")

    assert (b.tcomment, b.flags) == ("allow: numbers-differ\n\nAsk Ana.", ["no-wrap"])


def test_a_migration_that_is_written_after_an_update_still_finds_the_translation() -> None:
    old = merged({"b": "One"}, translated({"a": "One"}))
    entry(old, "b").tcomment = "New here?"

    file = merged({"b": "One"}, old, moved("a", "b"))

    assert said(file) == [("b", "<One>", False, None)]
    assert entry(file, "b").tcomment == "New here?"


def test_a_unit_that_was_translated_meanwhile_keeps_its_own_words() -> None:
    old = merged({"b": "One"}, translated({"a": "One"}))
    entry(old, "b").msgstr = "<translated again>"

    file = merged({"b": "One"}, old, moved("a", "b"))

    assert said(file) == [("b", "<translated again>", False, None)]
    assert obsolete(file) == {"a": "<One>"}


def test_a_catalog_that_missed_a_version_goes_the_whole_way() -> None:
    steps = (moved("a", "b"), moved("b", "c"))

    assert said(merged({"c": "One"}, translated({"a": "One"}), *steps)) == [("c", "<One>", False, None)]
    assert said(merged({"c": "One"}, translated({"b": "One"}), *steps)) == [("c", "<One>", False, None)]


def test_a_unit_below_a_renamed_part_that_has_gone_is_kept_as_obsolete() -> None:
    file = merged({"q.x": "X"}, translated({"p.x": "X", "p.y": "Y"}), moved("p", "q"))

    assert said(file) == [("q.x", "<X>", False, None)]
    assert list(obsolete(file).values()) == ["<Y>"]


# --- splits and joins -------------------------------------------------------------------------------------------


def test_both_parts_of_a_split_unit_get_its_translation_and_wait_for_a_translator() -> None:
    file = merged({"b": "One.", "c": "Two."}, translated({"a": "One. Two."}), moved("a", ("b", "c")))

    assert said(file) == [("b", "<One. Two.>", True, "One. Two."), ("c", "<One. Two.>", True, "One. Two.")]
    assert entry(file, "b").previous_msgctxt == "a"
    assert obsolete(file) == {"a": "<One. Two.>"}


def test_a_part_of_a_split_may_keep_the_id() -> None:
    old, split = translated({"a": "One. Two."}), moved("a", ("a", "b"))
    file = merged({"a": "One.", "b": "Two."}, old, split)

    assert said(file) == [("a", "<One. Two.>", True, "One. Two."), ("b", "<One. Two.>", True, "One. Two.")]
    assert obsolete(file) == {}
    assert po_bytes(merged({"a": "One.", "b": "Two."}, file, split)) == po_bytes(file)


@pytest.mark.parametrize("split", [moved("a", ("b", "c")), moved(("x", "y"), "b")])
def test_parts_whose_flag_went_without_a_change_are_asked_about(split: Migration) -> None:
    file = merged({"b": "One."}, translated({"a": "One. Two.", "x": "One", "y": "Two"}), split)
    entry(file, "b").flags, entry(file, "b").previous_msgid = [], None

    assert is_only_unflagged(entry(merged({"b": "One."}, file, split), "b"))


def test_a_joined_unit_gets_the_translations_of_its_parts_in_a_row() -> None:
    file = merged({"c": "One. Two."}, translated({"a": "One.", "b": "Two."}), moved(("a", "b"), "c"))

    # The very words, and still fuzzy: two languages need not join them alike.
    assert said(file) == [("c", "<One.> <Two.>", True, None)]
    assert obsolete(file) == {"a": "<One.>", "b": "<Two.>"}


def test_a_joined_unit_shows_the_sources_of_its_parts() -> None:
    file = merged({"c": "Both"}, translated({"a": "One.", "b": "Two."}), moved(("a", "b"), "c"))

    assert said(file) == [("c", "<One.> <Two.>", True, "One. Two.")]
    assert entry(file, "c").previous_msgctxt == "a, b"


def test_a_part_that_was_fuzzy_shows_the_source_that_was_translated() -> None:
    old = merged({"a": "Newer"}, translated({"a": "Old"}))

    file = merged({"b": "New", "c": "er"}, old, moved("a", ("b", "c")))

    assert [each[3] for each in said(file)] == ["Old", "Old"]


def test_comments_of_all_parts_come_together_once_each() -> None:
    old = translated({"a": "One", "b": "Two"})
    entry(old, "a").tcomment = "Ask Ana.\nShort!"
    entry(old, "b").tcomment = "Ask Ana.\nLong!"

    assert entry(merged({"c": "Both"}, old, moved(("a", "b"), "c")), "c").tcomment == "Ask Ana.\nShort!\nLong!"


def test_a_split_that_is_taken_back_gets_its_translation_back() -> None:
    split = merged({"b": "One.", "c": "Two."}, translated({"a": "One. Two."}), moved("a", ("b", "c")))

    assert said(merged({"a": "One. Two."}, split)) == [("a", "<One. Two.>", False, None)]


def test_where_no_part_was_translated_nothing_is_made_up() -> None:
    assert said(merged({"c": "Both"}, merged({"a": "One", "b": "Two"}), moved(("a", "b"), "c"))) == [
        ("c", "", False, None)
    ]


@pytest.mark.parametrize(
    ("after", "migration"),
    [
        ({"c": "One"}, moved("a", "c")),
        ({"c": "One", "d": "Two"}, moved("a", ("c", "d"))),
        ({"c": "One Two"}, moved(("a", "b"), "c")),
    ],
)
def test_doing_it_again_changes_nothing(after: dict[str, str], migration: Migration) -> None:
    once = merged(after, translated({"a": "One", "b": "Two"}), migration)
    before = po_bytes(once)

    assert po_bytes(merged(after, once, migration)) == before
