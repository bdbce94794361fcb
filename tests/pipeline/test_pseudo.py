"""Every edition of the shipped project in both pseudo-locales: made, not hard-coded, and nothing leads to it."""

from pathlib import Path

import pytest

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import PSEUDO_LOCALES, Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.build import all_targets, make_one
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.pseudo import project_catalog
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.pseudo import CLOSE, OPEN
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.markup import markup
from ecmiss_publish.verify.message.numbers import numbers
from ecmiss_publish.verify.message.placeholders import placeholders
from tests.support import ROOT, files_in, run_cli

ACCENTS, BIDI = PSEUDO_LOCALES
SOURCES = FolderSources(ROOT)
PROJECT = load_project(SOURCES, Report())
WORKSHOP = Workshop(PROJECT, SOURCES)
TARGETS = all_targets(PROJECT, PSEUDO_LOCALES, PROJECT.editions)


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_every_edition_is_made_and_read_back(target: Target) -> None:
    outcome = make_one(WORKSHOP, target, None)

    assert [str(problem) for problem in outcome.problems] == []
    assert outcome.translated == outcome.units > 0


@pytest.mark.parametrize("locale", PSEUDO_LOCALES, ids=str)
def test_every_message_keeps_its_numbers_placeholders_and_markup(locale: Locale) -> None:
    report = Report()
    catalog = project_catalog(PROJECT, locale, SOURCES, report)
    context = Context.of(catalog, PROJECT.source, PROJECT.glossary, {})

    for message in catalog.messages.values():
        for check in (numbers, placeholders, markup):
            check(message, context, report)

    assert [str(problem) for problem in report] == []
    assert len(catalog.messages) > 100


@pytest.mark.parametrize("edition", [edition.name for edition in PROJECT.editions])
def test_no_word_of_an_edition_is_hard_coded(edition: str) -> None:
    document = WORKSHOP.document(Target(article="ecmiss", locale=ACCENTS, edition=edition), Report())

    shown = (*document.shown_texts(), *document.labels.values())
    assert [text for text in shown if not (in_brackets(text) or needs_none(text, document))] == []


def in_brackets(text: Text) -> bool:
    return text.plain.startswith(OPEN) and text.plain.endswith(CLOSE)


def needs_none(text: Text, document: Document) -> bool:
    """Return whether a text is none that translators get: a measured value, the name of the language, the source."""
    value = text.plain.lstrip("0123456789.–")
    if value != text.plain and value in ("", " cm", " weeks"):
        return True
    if text.lang != ACCENTS.tag:  # for staff, in the source language; all of it beside the other in a bilingual edition
        shown = ("title", "ui.draft", None)
        return text.lang == PROJECT.source.tag and (document.edition.beside or text.unit in shown)
    return False


def test_pseudo_locales_are_drafts_with_the_projects_other_languages_beside_them() -> None:
    document = WORKSHOP.document(Target(article="ecmiss", locale=BIDI, edition="web"), Report())

    assert document.draft
    assert not any(locale.pseudo for locale in document.alternates)


def test_a_project_has_no_pseudo_locale_of_its_own_accord() -> None:
    assert not any(locale.pseudo for locale in PROJECT.locales)
    assert not any(target.locale.pseudo for target in all_targets(PROJECT, PROJECT.locales, PROJECT.editions))


@pytest.mark.parametrize("code", ["en-XA", "ar_xb"])
def test_build_makes_a_pseudo_locale_where_it_is_asked_for(project: Path, tmp_path: Path, code: str) -> None:
    ran = run_cli("build", "--project", project, "--out", tmp_path / "out", "-e", "web", "-l", code)

    tag = Locale.of_tag(code).tag.upper().replace("EN", "en").replace("AR", "ar")
    assert ran.code == 0, ran.err
    assert files_in(tmp_path / "out").keys() == {f"{tag}/knee-web.html"}
    assert "index.html" not in ran.out
    assert not (project / "locales" / tag.replace("-", "_")).exists()


def test_the_index_does_not_lead_to_pseudo_locales(project: Path) -> None:
    out = project / "dist"

    ran = run_cli("build", "--project", project, "--out", out, "-e", "web", "-l", "en-XA", "-l", "es", "-j", 2)

    assert ran.code == 0, ran.err
    assert (out / "en-XA/knee-web.html").is_file()
    for page in ("index.html", "status.html", "en/knee-web.html", "en-XA/knee-web.html"):
        assert 'href="en-XA' not in (out / page).read_text("utf-8")
        assert 'href="../en-XA' not in (out / page).read_text("utf-8")


def test_check_looks_at_a_pseudo_locale(project: Path) -> None:
    ran = run_cli("check", "--project", project, "-e", "web", "-l", "ar-XB", "-j", 1)

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("1 document checked: no problems\n")


@pytest.mark.parametrize("command", ["update", "status"])
def test_what_works_on_catalogs_knows_no_pseudo_locale(project: Path, command: str) -> None:
    ran = run_cli(command, "--project", project, "-l", "en-XA")

    assert ran.code == 2
    assert "the project has no locale “en-XA”; it has en, ar, es" in ran.err
