"""`ecmiss-publish new-locale`: a catalog ready to translate, and what there is for the language."""

import json
from pathlib import Path

import polib
import pytest

from ecmiss_publish.model.problem import Report
from ecmiss_publish.pipeline.new_locale import canonical_locale
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.merge import plural_forms
from tests.support import SPANISH, files_in, run_cli

FRENCH = "locales/fr/LC_MESSAGES/messages.po"


def new_locale(project: Path, code: str, *options: object) -> str:
    ran = run_cli("new-locale", code, "--project", project, *options)
    assert ran.code == 0, ran.err
    return ran.out


def test_the_catalog_has_every_message_and_a_whole_header(project: Path) -> None:
    new_locale(project, "fr")

    made = polib.pofile(str(project / FRENCH))
    spanish = polib.pofile(str(project / SPANISH))
    assert [(entry.msgctxt, entry.msgid) for entry in made] == [(entry.msgctxt, entry.msgid) for entry in spanish]
    assert made.untranslated_entries() == list(made)
    assert made.metadata["Language"] == "fr"
    assert made.metadata["Plural-Forms"] == plural_forms("fr")
    assert 'recorded below by\necmiss-publish review fr --by "Name, qualification"' in made.header


def test_update_finds_nothing_to_do_in_a_new_catalog(project: Path) -> None:
    new_locale(project, "fr")
    before = files_in(project)

    ran = run_cli("update", "--project", project, "-l", "fr")

    assert f"unchanged: {FRENCH}" in ran.out
    assert files_in(project) == before


def test_the_new_language_is_one_of_the_projects_and_nothing_else_changes(project: Path) -> None:
    before = files_in(project)

    said = new_locale(project, "fr")

    assert files_in(project).keys() - before.keys() == {FRENCH}
    assert "fr" in [locale.tag for locale in load_project(FolderSources(project), Report()).locales]
    assert f"made {FRENCH}\nFrench (Français), read from left to right, script Latn\n" in said
    assert "fonts: Noto Sans and its fallbacks have all" in said
    assert "hyphens: a dictionary is there" in said
    assert "`ecmiss-publish check --locale fr`" in said


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("he", {"direction": "rtl", "script": "Hebr", "hyphenation": False, "font": "Noto Sans Hebrew"}),
        ("fa", {"direction": "rtl", "script": "Arab", "digits": "۰۱۲۳۴۵۶۷۸۹", "letters_missing": []}),
        ("pl", {"plural_categories": ["one", "few", "many", "other"], "letters_missing": []}),
        ("zh-hant", {"locale": "zh-Hant", "plural_forms": "nplurals=1; plural=0;", "letters_missing": []}),
    ],
)
def test_json_tells_what_there_is_for_a_language(project: Path, code: str, facts: dict[str, object]) -> None:
    said = json.loads(new_locale(project, code, "--json"))

    assert facts.items() <= said["readiness"].items()
    assert said["readiness"]["letters_tried"] > 20
    assert (project / said["path"]).is_file()


def test_letters_without_a_font_are_said_before_anybody_translates(project: Path) -> None:
    said = new_locale(project, "bo")

    assert "letters have no glyph: ཀ ཁ ག" in said
    assert "add a font that has them below [fonts] in templates/theme.toml, as Tibt" in said


def test_checks_that_know_no_words_of_the_language_are_named(project: Path) -> None:
    said = new_locale(project, "it")

    assert (
        "checks: no words of Italian are known for modality (may, must, always), negation (not, no, without), " in said
    )
    assert "a reviewer has to look for it" in said


def test_checks_that_know_the_language_are_named(project: Path) -> None:
    assert "checks: words are known for modality (may, must, always), negation (" in new_locale(project, "fr")


@pytest.mark.parametrize(("code", "there"), [("it", False), ("fr", True)])
def test_json_names_the_checks_by_their_words(project: Path, code: str, there: bool) -> None:
    said = json.loads(new_locale(project, code, "--json"))["readiness"]

    assert ("negation" in said["checks_with_words"]) is there
    assert ("negation" in said["checks_without_words"]) is not there


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("xx", "xx is not a locale that CLDR knows; codes are like fr, pt-BR or zh-Hant"),
        ("../fr", "is not a locale that CLDR knows"),
        ("", "is not a locale that CLDR knows"),
        ("es", f"{SPANISH} is there already; `ecmiss-publish update -l es` renews it"),
        ("ES", "is there already"),
        ("en", "the article is written in en"),
        ("en-XA", "pseudo-locale"),
    ],
)
def test_a_code_that_cannot_be_used_is_wrong_usage(project: Path, code: str, said: str) -> None:
    before = files_in(project)

    ran = run_cli("new-locale", code, "--project", project)

    assert ran.code == 2
    assert said in ran.err
    assert files_in(project) == before


def test_the_shipped_project_is_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    ran = run_cli("new-locale", "ta")

    assert ran.code == 2
    assert "ecmiss-publish init" in ran.err


@pytest.mark.parametrize(
    ("spelt", "name"), [("PT-br", "pt_BR"), ("ZH_hANT_tw", "zh_Hant_TW"), ("sr-latn", "sr_Latn"), ("es-419", "es_419")]
)
def test_a_code_may_be_spelt_in_any_case(spelt: str, name: str) -> None:
    assert canonical_locale(spelt).name == name


def test_the_help_teaches() -> None:
    assert "  ecmiss-publish new-locale pt-BR --project my-leaflet\n" in run_cli("new-locale", "--help").out
