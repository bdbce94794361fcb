"""`ecmiss-publish status`: a table for people, JSON for machines, an exit code only for unreadable catalogs."""

import json
import re
from pathlib import Path

from tests.support import ARTICLE, SPANISH, edited, files_in, run_cli, written


def test_the_table_has_a_line_for_each_translation(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar 5"'))
    before = files_in(project)

    ran = run_cli("status", "--project", project)

    heads, arabic, spanish = ran.out.splitlines()
    assert ran.code == 0  # however much is wrong
    assert re.sub("  +", "|", heads) == "locale|translated|fuzzy|missing|words left|problems|changed|review"
    assert re.match(r"ar +(\d+) of \1 +0 +0 +0  none +\S+ +draft$", arabic)
    assert re.match(r"es +(\d+) of \1 +0 +0 +0  .*1 numbers-differ.* \S+ +draft$", spanish)
    assert files_in(project) == before


def test_json_has_the_numbers_and_the_problems(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar 5"'))

    said = json.loads(run_cli("status", "--project", project, "--json", "-l", "es").out)

    (spanish,) = said["locales"]
    assert (spanish["locale"], spanish["name"], spanish["readable"]) == ("es", "Spanish", True)
    assert spanish["translated"] == spanish["messages"]
    assert spanish["problems_by_code"]["numbers-differ"] == 1
    assert sum(spanish["problems_by_code"].values()) == len(said["problems"])
    assert ("numbers-differ", SPANISH) in [(problem["code"], problem["path"]) for problem in said["problems"]]


def test_a_catalog_that_cannot_be_read_is_code_1_and_the_others_are_shown(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'))

    ran = run_cli("status", "--project", project)

    assert ran.code == 1
    assert "error[po-syntax]" in ran.err
    assert re.search(r"^ar +\d+ of", ran.out, re.MULTILINE)
    assert re.search(r"^es +cannot be read$", ran.out, re.MULTILINE)


def test_a_catalog_that_is_a_folder_is_code_1(project: Path) -> None:
    (project / SPANISH).unlink()
    (project / SPANISH).mkdir()

    ran = run_cli("status", "--project", project)

    assert ran.code == 1
    assert ran.says(str(project / SPANISH), "cannot-read")


def test_an_article_that_cannot_be_read_is_code_1(project: Path) -> None:
    written(project, {ARTICLE: b"a: b: c"})

    ran = run_cli("status", "--project", project)
    said = json.loads(run_cli("status", "--project", project, "--json").out)

    assert ran.code == 1
    assert "error[yaml-syntax]" in ran.err
    assert said["locales"] == []


def test_a_page_that_cannot_be_written_is_said(project: Path, tmp_path: Path) -> None:
    written(tmp_path, {"file": b"mine"})

    ran = run_cli("status", "--project", project, "--html", tmp_path / "file" / "status.html")

    assert ran.code == 1
    assert "error[cannot-write]" in ran.err
    assert "es" in ran.out


def test_the_help_teaches() -> None:
    said = run_cli("status", "--help").out

    assert "  ecmiss-publish status --locale ar --json\n" in said
    assert "  words left   words of the source in what is fuzzy or missing\n" in said
