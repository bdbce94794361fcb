"""`accept`: an edit that changes no meaning, accepted in every language, with a trace; all others refused."""

import json
from pathlib import Path

import pytest

from tests.support import ARABIC, ARTICLE, SPANISH, Ran, edited, files_in, run_cli, small_project, written

UNIT = "before.eat"
OLD, TYPO = "Do *not* eat for 6 hours.", "Do *not* eat, for 6 hours."


def accept(folder: Path, *options: object) -> Ran:
    return run_cli("accept", *options, "--reason", "typo", "--date", "2026-11-22", "--project", folder)


def edit(folder: Path, new: str = TYPO) -> Path:
    """Write a project whose author has edited one sentence."""
    return written(folder, small_project(edited(ARTICLE, OLD, new)))


def block(folder: Path, path: str = SPANISH) -> str:
    blocks = (folder / path).read_text("utf-8").split("\n\n")
    return next(block for block in blocks if f'msgctxt "{UNIT}"' in block)


def test_an_accepted_edit_leaves_a_comment_and_no_mark(tmp_path: Path) -> None:
    edit(tmp_path)
    run_cli("update", "--project", tmp_path)
    assert "#, fuzzy" in block(tmp_path)

    ran = accept(tmp_path, UNIT)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"ar: accepted {UNIT}\nes: accepted {UNIT}\n"
    for path in (SPANISH, ARABIC):
        text = block(tmp_path, path)
        assert text.startswith("# accepted 2026-11-22: typo\n#. ")
        assert f'msgid "{TYPO}"' in text
        assert "fuzzy" not in text
        assert "#|" not in text
        assert "has changed" not in text


def test_a_project_with_an_accepted_edit_is_up_to_date(tmp_path: Path) -> None:
    accept(edit(tmp_path), UNIT)
    before = files_in(tmp_path)

    ran = run_cli("update", "--project", tmp_path)

    assert files_in(tmp_path) == before
    assert "written" not in ran.out


def test_one_language_alone_may_accept(tmp_path: Path) -> None:
    edit(tmp_path)
    run_cli("update", "--project", tmp_path)

    ran = accept(tmp_path, UNIT, "-l", "es")

    assert ran.out == f"es: accepted {UNIT}\n"
    assert "fuzzy" in block(tmp_path, ARABIC)


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ("Do *not* eat for 8 hours.", "numbers: “6” → “8”"),
        ("Do not eat for 6 hours.", "markup"),
        ("Do *now* eat for 6 hours.", "words that turn the meaning"),
        ("Do *not* eat for 6 hours at ECMISS.", "“hours.” → “hours at ECMISS.”"),
    ],
)
def test_an_edit_that_changes_what_is_said_is_refused_and_nothing_is_written(
    tmp_path: Path, new: str, what: str
) -> None:
    files = small_project({**edited(ARTICLE, OLD, new), "content/glossary.yaml": "names: [ECMISS]\n"})
    written(tmp_path, files)

    ran = accept(tmp_path, UNIT)

    assert ran.code == 1
    assert "error[edit-changes-meaning]" in ran.err
    assert what in ran.err
    assert files_in(tmp_path) == files


def test_what_a_translator_has_begun_is_left_to_the_translator(tmp_path: Path) -> None:
    edit(tmp_path)
    run_cli("update", "--project", tmp_path)
    catalog = tmp_path / SPANISH
    text = catalog.read_text("utf-8")
    begun = block(tmp_path).replace('msgstr "', 'msgstr "¡Atención! ')
    catalog.write_text(text.replace(block(tmp_path), begun), "utf-8")

    ran = accept(tmp_path, UNIT)

    assert ran.code == 0
    assert f"es: accepted nothing; left for a translator: {UNIT}\n" in ran.out
    assert f"ar: accepted {UNIT}\n" in ran.out
    assert "#, fuzzy" in block(tmp_path)


def test_a_doubt_of_the_translator_is_not_accepted_away(tmp_path: Path) -> None:
    edit(tmp_path)
    catalog = tmp_path / SPANISH
    text = catalog.read_text("utf-8")
    catalog.write_text(text.replace(f'msgctxt "{UNIT}"', f'#, fuzzy\nmsgctxt "{UNIT}"'), "utf-8")

    ran = accept(tmp_path, UNIT, "-l", "es")

    assert (ran.code, "error[nothing-to-accept]" in ran.err) == (1, True)


def test_an_unknown_unit_is_told_its_neighbour(tmp_path: Path) -> None:
    ran = accept(edit(tmp_path), "before.eatt")

    assert ran.code == 1
    assert "there is no message “before.eatt”; did you mean “before.eat”?" in ran.err


def test_a_reason_is_needed(tmp_path: Path) -> None:
    edit(tmp_path)

    assert run_cli("accept", UNIT, "--project", tmp_path).code == 2
    assert run_cli("accept", UNIT, "--reason", " ", "--project", tmp_path).code == 2


def test_json_tells_what_was_accepted_where(tmp_path: Path) -> None:
    ran = accept(edit(tmp_path), UNIT, "--json", "-l", "es")

    told = json.loads(ran.out)
    assert told["files"] == [{"locale": "es", "path": SPANISH, "accepted": [UNIT], "left": []}]
    assert told["errors"] == 0
