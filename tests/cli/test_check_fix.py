"""`ecmiss-publish check --fix`: what is certain is mended in the catalogs, then everything is checked."""

import json
from pathlib import Path

import pytest

from tests.support import ARABIC, SPANISH, Ran, edited, files_in, run_cli, written

UNIT = "myths.sport.swimming"
STRAIGHT = edited(SPANISH, 'msgstr "Nadar"', r'msgstr "\"Nadar\""')


def check(project: Path, *options: object) -> Ran:
    return run_cli("check", "--project", project, "-e", "web", "-j", 1, *options)


def test_a_translation_is_mended_and_nothing_else_changes(project: Path) -> None:
    written(project, STRAIGHT)
    before = files_in(project)

    ran = check(project, "--fix")

    after = files_in(project)
    assert f"mended: {SPANISH}: {UNIT}\n" in ran.err
    assert ran.out == ""  # what is mended is no finding any more
    assert {path for path in after if after[path] != before[path]} == {SPANISH}
    assert after[SPANISH].decode() == before[SPANISH].decode().replace(r"\"Nadar\"", "«Nadar»")


def test_twice_is_once(project: Path) -> None:
    written(project, STRAIGHT)
    check(project, "--fix")
    before = files_in(project)

    ran = check(project, "--fix")

    assert "mended" not in ran.err
    assert files_in(project) == before


def test_without_the_option_nothing_is_written(project: Path) -> None:
    written(project, STRAIGHT)
    before = files_in(project)

    ran = check(project)

    assert "ecmiss-publish check --fix" in ran.out
    assert files_in(project) == before


def test_only_the_locales_that_were_asked_for_are_mended(project: Path) -> None:
    written(project, STRAIGHT)
    before = files_in(project)

    check(project, "--fix", "-l", "ar", "-l", "en", "-l", "en-XA")

    assert files_in(project)[SPANISH] == before[SPANISH]
    assert not (project / "locales/en_XA").exists()


def test_json_tells_what_was_mended(project: Path) -> None:
    written(project, STRAIGHT)

    said = json.loads(check(project, "--fix", "--json").out)

    assert said["fixed"] == [{"locale": "es", "unit": UNIT, "before": '"Nadar"', "after": "«Nadar»"}]


def test_a_catalog_that_cannot_be_read_is_left_and_the_others_are_mended(project: Path) -> None:
    broken = edited(ARABIC, 'msgstr "السباحة"', 'msgstr "السباحة')
    written(project, {**STRAIGHT, **broken})

    ran = check(project, "--fix")

    assert ran.code == 1
    assert "error[po-syntax]" in ran.out
    assert f"mended: {SPANISH}" in ran.err
    assert files_in(project)[ARABIC] == broken[ARABIC]


def test_a_catalog_that_cannot_be_replaced_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(project, STRAIGHT)
    before = files_in(project)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", fails)
        ran = check(project, "--fix")

    assert ran.code == 1
    assert ran.says(str(project / SPANISH), "cannot-write")
    assert files_in(project) == before


def test_the_shipped_project_is_not_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    ran = run_cli("check", "--fix")

    assert ran.code == 2
    assert "ecmiss-publish init" in ran.err
