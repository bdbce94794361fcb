"""Targets -> files: where they go, that they are the same every time, and that a failure harms nothing else."""

import json
from pathlib import Path

import pytest

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.pipeline.build import all_targets
from ecmiss_publish.pipeline.build import build as make_all
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import FOLDERS, load_project, start_project
from ecmiss_publish.pipeline.sources import FolderSources
from tests.support import (
    ARTICLE,
    BODY,
    ROOT,
    SPANISH,
    DictSources,
    Ran,
    all_editions,
    edited,
    files_in,
    found,
    run_cli,
    small_project,
    written,
)

LOCALES = ("en", "ar", "es")
SUFFIXES = {"brochure": ".docx", "leaflet": ".pdf", "web": ".html"}


def build(project: Path, out: Path, *options: object) -> Ran:
    return run_cli("build", "--project", project, "--out", out, *options)


def stamps(folder: Path) -> dict[Path, int]:
    """Return when each file was last written."""
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


# --- what is made -----------------------------------------------------------------------------------------------


def test_the_small_project_has_an_edition_of_each_format() -> None:
    assert all_editions() == tuple(SUFFIXES)


@pytest.mark.parametrize("edition", SUFFIXES)
def test_files_are_where_they_are_promised(project: Path, tmp_path: Path, edition: str) -> None:
    ran = build(project, tmp_path / "out", "-e", edition, "-j", 1)

    assert ran.code == 0, ran.err
    paths = {f"{locale}/knee-{edition}{SUFFIXES[edition]}" for locale in LOCALES}
    assert files_in(tmp_path / "out").keys() == {*paths, "index.html", "status.html"}
    for path in paths:
        assert str(tmp_path / "out" / path) in ran.out
    assert f"begin at {tmp_path / 'out' / 'index.html'}" in ran.out
    assert "no problems" in ran.out


@pytest.mark.parametrize("edition", SUFFIXES)
def test_the_same_inputs_give_the_same_bytes_with_one_process_or_two(
    project: Path, tmp_path: Path, edition: str
) -> None:
    one = build(project, tmp_path / "one", "-e", edition, "--jobs", 1)
    two = build(project, tmp_path / "two", "-e", edition, "--jobs", 2)

    assert (one.code, two.code) == (0, 0), one.err + two.err
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_a_second_run_writes_nothing(project: Path, tmp_path: Path) -> None:
    out = project / "dist"
    before = stamps(out)

    ran = build(project, out, "-e", "web", "-e", "leaflet", "-j", 1)

    assert ran.code == 0
    assert stamps(out) == before


def test_the_index_leads_to_every_file_that_is_there(project: Path) -> None:
    # made by another run: the leaflets of the earlier build are still there
    ran = build(project, project / "dist", "-e", "web", "-l", "es", "-j", 1)

    index = (project / "dist/index.html").read_text("utf-8")
    assert ran.code == 0
    for locale in LOCALES:
        for name in ("web.html", "leaflet.pdf"):
            assert f'href="{locale}/knee-{name}"' in index


def test_a_target_that_fails_leaves_its_old_file_and_the_others_are_made(project: Path) -> None:
    before = files_in(project / "dist")
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'))
    written(project, edited(BODY, '<section id="faq">', '<section id="questions">'))

    ran = build(project, project / "dist", "-e", "web", "--jobs", 2)

    after = files_in(project / "dist")
    assert ran.code == 1
    assert after.keys() == before.keys()
    assert after["es/knee-web.html"] == before["es/knee-web.html"]
    assert after["en/knee-web.html"] != before["en/knee-web.html"]
    assert after["ar/knee-web.html"] != before["ar/knee-web.html"]


def test_problems_come_in_the_targets_order_however_many_processes_there_are(project: Path, tmp_path: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr ""'))
    written(project, edited("locales/ar/LC_MESSAGES/messages.po", 'msgstr "السباحة"', 'msgstr ""'))

    lines = [
        [line for line in build(project, tmp_path / "out", "-e", "web", "-j", jobs).err.splitlines() if "error" in line]
        for jobs in (1, 2)
    ]

    assert lines[0] == lines[1]
    assert [line.partition(":")[0] for line in lines[0]] == ["locales/ar/LC_MESSAGES/messages.po", SPANISH]


def test_only_what_was_asked_for_is_made(project: Path, tmp_path: Path) -> None:
    ran = build(project, tmp_path / "out", "-l", "AR", "-e", "web", "-l", "ar")

    assert ran.code == 0
    assert files_in(tmp_path / "out").keys() == {"ar/knee-web.html", "index.html", "status.html"}


def test_outcomes_are_in_the_targets_order_however_long_each_takes(project: Path) -> None:
    loaded = load_project(FolderSources(project), Report())
    editions = [edition for edition in loaded.editions if edition.name != "brochure"]  # leaflets take longer
    targets = all_targets(loaded, tuple(reversed(loaded.locales)), editions)

    outcomes = make_all(targets, loaded, project, None, 2, lambda outcome: None)

    assert tuple(outcome.target for outcome in outcomes) == targets
    assert not any(outcome.failed for outcome in outcomes)


def test_targets_are_every_edition_in_every_locale_the_source_first() -> None:
    project = load_project(DictSources(small_project()), Report())

    targets = all_targets(project, project.locales, project.editions)

    assert [str(target) for target in targets] == [f"knee {tag} {name}" for tag in LOCALES for name in SUFFIXES]


# --- machines ---------------------------------------------------------------------------------------------------


def test_json_tells_the_files_and_the_problems(project: Path, tmp_path: Path) -> None:
    files = edited(SPANISH, 'msgstr "Nadar"', 'msgstr ""')
    written(project, files)

    ran = build(project, tmp_path / "out", "-e", "web", "--json")

    said = json.loads(ran.out)
    assert ran.code == 1
    assert not ran.err
    assert said["out"] == str(tmp_path / "out")
    assert [file["path"] for file in said["files"]] == [f"{locale}/knee-web.html" for locale in LOCALES]
    for file in said["files"]:
        assert file["bytes"] == (tmp_path / "out" / file["path"]).stat().st_size
    assert [file["units"] - file["translated"] for file in said["files"]] == [0, 0, 1]
    (problem,) = said["problems"]
    assert (problem["severity"], problem["code"], problem["path"]) == ("error", "untranslated", SPANISH)
    assert (problem["unit"], problem["hint"]) == ("myths.sport.swimming", "translate the message")
    assert isinstance(problem["line"], int)
    assert (said["errors"], said["warnings"]) == (1, 0)


@pytest.mark.parametrize("command", ["check", "update", "extract"])
def test_json_of_the_other_commands_parses(project: Path, command: str) -> None:
    options = ["-e", "web", "-j", 1] if command == "check" else []

    ran = run_cli(command, "--project", project, "--json", *options)

    said = json.loads(ran.out)
    assert ran.code == 0
    assert (said["errors"], said["problems"]) == (0, [])
    assert said["files"]


def test_json_of_a_project_that_cannot_be_read_parses_too(project: Path, tmp_path: Path) -> None:
    written(project, {ARTICLE: b"a: b: c"})

    said = json.loads(build(project, tmp_path / "out", "--json").out)

    assert (said["files"], said["errors"]) == ([], 1)
    assert (said["problems"][0]["path"], said["problems"][0]["line"]) == (ARTICLE, 1)


# --- catalogs ---------------------------------------------------------------------------------------------------


def test_update_of_a_project_that_is_up_to_date_changes_nothing(project: Path) -> None:
    before = stamps(project)

    ran = run_cli("update", "--project", project)

    assert ran.code == 0
    assert stamps(project) == before
    assert ran.out.count("unchanged: ") == 3


def test_update_after_an_edit_marks_the_message_and_twice_is_once(project: Path) -> None:
    written(project, edited(ARTICLE, "Few people need", "Hardly anybody needs"))

    once = run_cli("update", "--project", project)
    after_once = files_in(project)
    twice = run_cli("update", "--project", project)

    assert (once.code, twice.code) == (0, 0)
    assert files_in(project) == after_once
    assert "written: locales/es/LC_MESSAGES/messages.po" in once.out
    assert "0 untranslated, 1 fuzzy, 0 obsolete" in once.out
    catalog = after_once[SPANISH].decode()
    assert '#| msgid "Few people need strong tablets."\n' in catalog
    assert 'msgstr "Pocas personas necesitan pastillas fuertes."\n' in catalog


def test_check_asks_for_update_after_an_edit_and_writes_nothing(project: Path) -> None:
    written(project, edited(ARTICLE, "Few people need", "Hardly anybody needs"))
    before = files_in(project)

    ran = run_cli("check", "--project", project, "-e", "web", "-j", 1)

    assert ran.code == 1
    assert ran.says("locales/messages.pot", "stale-template")
    assert "error[stale]" in ran.out
    assert "run `ecmiss-publish update`" in ran.out
    assert files_in(project) == before


def test_check_of_a_project_that_is_in_order_says_so(project: Path) -> None:
    before = files_in(project)

    ran = run_cli("check", "--project", project, "-e", "web", "-j", 1)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("3 documents checked: no problems\n")
    assert files_in(project) == before


def test_a_new_language_is_a_folder_with_an_empty_catalog(project: Path, tmp_path: Path) -> None:
    path = "locales/fr/LC_MESSAGES/messages.po"
    written(project, {path: b""})

    updated = run_cli("update", "--project", project)
    built = build(project, tmp_path / "out", "-l", "fr", "-e", "web")

    assert updated.code == 0
    assert "French" in (project / path).read_text("utf-8")
    assert built.code == 1
    assert "error[untranslated]" in built.err
    assert 'lang="fr"' in (tmp_path / "out/fr/knee-web.html").read_text("utf-8")


# --- init and schema --------------------------------------------------------------------------------------------


def test_init_starts_a_project_that_builds(tmp_path: Path) -> None:
    folder = tmp_path / "mine"

    started = run_cli("init", folder)
    built = build(folder, tmp_path / "out", "-e", "web", "-l", "en", "-l", "ar", "-j", 1)

    assert started.code == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(FOLDERS)
    assert built.code == 0, built.err
    assert (tmp_path / "out/ar/ecmiss-web.html").is_file()


def test_init_touches_nothing_that_is_there(tmp_path: Path) -> None:
    written(tmp_path, {"locales/mine.txt": b"mine"})

    ran = run_cli("init", tmp_path)

    assert ran.code == 2
    assert "is there already" in ran.err
    assert files_in(tmp_path) == {"locales/mine.txt": b"mine"}


def test_init_where_nothing_can_be_made_says_so(tmp_path: Path) -> None:
    written(tmp_path, {"file": b""})

    ran = run_cli("init", tmp_path / "file" / "mine")

    assert ran.code == 1
    assert str(tmp_path / "file") in ran.err


def test_a_started_project_is_the_shipped_one(tmp_path: Path) -> None:
    start_project(tmp_path)

    for name in FOLDERS:
        assert files_in(tmp_path / name) == files_in(ROOT / name)


def test_schema_writes_the_schema(project: Path) -> None:
    ran = run_cli("schema", "--project", project)

    assert ran.code == 0
    assert (project / "content/article.schema.json").read_bytes() == (ROOT / "content/article.schema.json").read_bytes()
    assert run_cli("schema", "--project", project).out.startswith("unchanged")


# --- projects ---------------------------------------------------------------------------------------------------


def test_a_project_is_read_from_a_folder_as_from_a_dict(project: Path) -> None:
    from_folder, from_dict = (
        load_project(sources, Report()) for sources in (FolderSources(project), DictSources(small_project()))
    )

    assert from_folder == from_dict
    assert from_folder.source == Locale.parse("en")
    assert [locale.tag for locale in from_folder.translations] == ["ar", "es"]


@pytest.mark.parametrize(
    ("files", "place", "code"),
    [
        ({"templates/editions/web.xml": b""}, "content", "no-article"),
        ({"content/a/article.yaml": b"", "content/b/article.yaml": b""}, "content", "several-articles"),
        ({"content/a/article.yaml": b""}, "templates/editions", "no-edition"),
    ],
)
def test_a_folder_without_article_or_edition_is_a_problem(files: dict[str, bytes], place: str, code: str) -> None:
    report = Report()

    with pytest.raises(Exception, match=place):
        load_project(DictSources(files), report)

    assert found(report) == [(place, code)]


# --- one file ---------------------------------------------------------------------------------------------------


def test_a_file_is_written_only_where_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "file"

    assert write_whole(path, b"one")
    assert not write_whole(path, b"one")
    assert write_whole(path, b"two")
    assert files_in(tmp_path) == {"deep/down/file": b"two"}


def test_a_written_file_can_be_read_by_everybody(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"one")

    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o644
