"""Mending a catalog: what is certain is mended, and every other byte of the file stays."""

from pathlib import Path

import polib
import pytest

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.pipeline.fixes import Fixed, fix_catalog, fixed_translation
from ecmiss_publish.pipeline.outputs import write_over
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.translate.marks import mark
from tests.support import DictSources

PATH = "locales/de/LC_MESSAGES/messages.po"
DE = Locale("de")
BEFORE = """\
# German, by hand.
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"


#. note
#:   content/knee/article.yaml:title
msgctxt "title"
msgid "Wait..."
msgstr "Warten..."
#: x:right
msgctxt "right"
msgid "Right"
msgstr ""
"Schon "
"„richtig“"

# allow: typography-marks, a quotation
msgctxt "allowed"
msgid "Wait..."
msgstr "Warten..."

#, fuzzy
msgctxt "fuzzy"
msgid "Wait..."
msgstr "Warten..."

msgctxt "long"
msgid "A \\"word\\", 1-2 times"
msgstr ""
"Ein "
"\\"Wort\\",\\n"
"1-2 Mal"

#~ msgctxt "gone"
#~ msgid "Wait..."
#~ msgstr "Warten..."
"""
AFTER = BEFORE.replace('"Warten..."\n#: x', '"Warten…"\n#: x').replace(
    '"Ein "\n"\\"Wort\\",\\n"\n"1-2 Mal"', '"Ein „Wort“,\\n"\n"1–2 Mal"'
)


def mended(tmp_path: Path, text: str) -> tuple[bytes, tuple[Fixed, ...]]:
    """Return the bytes of the file after the work, and what changed."""
    file = tmp_path / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    changes = fix_catalog(DE, DictSources({PATH: text.encode()}), tmp_path, Report())
    return file.read_bytes(), changes


def test_only_what_is_wrong_and_certain_changes(tmp_path: Path) -> None:
    after, changes = mended(tmp_path, BEFORE)

    assert after.decode() == AFTER
    assert changes == (
        Fixed("title", "Warten...", "Warten…"),
        Fixed("long", 'Ein "Wort",\n1-2 Mal', "Ein „Wort“,\n1–2 Mal"),
    )


def test_the_second_time_nothing_changes(tmp_path: Path) -> None:
    after, changes = mended(tmp_path, AFTER)

    assert after.decode() == AFTER
    assert not changes


@pytest.mark.parametrize("text", [BEFORE.replace("\n", "\r\n"), "\ufeff" + BEFORE, BEFORE.rstrip("\n")])
def test_line_ends_and_byte_order_marks_stay(tmp_path: Path, text: str) -> None:
    after, _ = mended(tmp_path, text)

    assert after.decode().replace("\r\n", "\n").strip("\ufeff\n") == AFTER.strip("\n")
    assert after.count(b"\r") in {0, after.count(b"\n")}
    assert after.startswith(b"\xef\xbb\xbf") == text.startswith("\ufeff")
    assert after.endswith(b"\n") == text.endswith("\n")


def test_long_lines_are_wrapped_as_update_wraps_them(tmp_path: Path) -> None:
    words = "Ein langes Wort... " * 12
    after, _ = mended(tmp_path, BEFORE.replace('"Warten..."\n#: x', f'"{words.strip()}"\n#: x'))

    assert all(len(line) <= 100 for line in after.decode().splitlines())
    catalog = load_catalog(DE, DictSources({PATH: after}), Report())
    assert catalog.messages["title"].translation == words.strip().replace("...", "…")


def test_letters_are_mended_before_marks() -> None:
    assert fixed_translation('كيا "درد" ہے?', Locale("ur")) == "کیا ”درد“ ہے؟"


def test_a_catalog_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(PublishError):
        mended(tmp_path, BEFORE.replace('msgstr "Warten', "msgstr Warten"))

    assert "msgstr Warten" in (tmp_path / PATH).read_text()


def test_what_may_be_stale_waits_for_a_translator(tmp_path: Path) -> None:
    entry = polib.POEntry(msgctxt="stale", msgid="Wait again...", msgstr="Warten...")
    stale = f'#. {mark(entry)}\nmsgctxt "stale"\nmsgid "Wait again..."\nmsgstr "Warten..."\n'

    data, changes = mended(tmp_path, f"{BEFORE.partition('#. note')[0]}{stale}")

    assert stale.encode() in data
    assert changes == ()


def test_a_file_that_was_written_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(b"newer")

    with pytest.raises(OSError, match="another program has written the file meanwhile"):
        write_over(path, b"mine", read=b"old")

    assert path.read_bytes() == b"newer"


def test_the_lines_of_a_torn_previous_source_are_counted(tmp_path: Path) -> None:
    torn = '#, fuzzy\n#| msgid "" "A long " "source\n#| that Babel " "has wrapped"\n'
    torn += 'msgctxt "torn"\nmsgid "New"\nmsgstr "Neu"\n\n'
    text = BEFORE.replace("#. note\n", f"{torn}#. note\n", 1)

    data, _ = mended(tmp_path, text)

    assert data.decode() == AFTER.replace("#. note\n", f"{torn}#. note\n", 1)
