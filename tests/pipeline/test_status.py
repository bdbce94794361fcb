"""Catalogs -> how far each translation is, and the page that says it."""

import datetime
from pathlib import Path

import pytest

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.status import Status
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.status import project_status
from ecmiss_publish.translate.catalog import load_catalog
from tests.support import ARTICLE, SPANISH, DictSources, codes, edited, files_in, run_cli, small_project, written


def status_of(changed: dict[str, bytes], locale: str = "es", report: Report | None = None) -> Status:
    sources = DictSources(small_project(changed))
    project = load_project(sources, Report())
    (status,) = (
        each
        for each in project_status(project, project.locales, sources, Report() if report is None else report)
        if each.locale.tag == locale
    )
    return status


def test_a_translation_that_is_done_has_nothing_left() -> None:
    status = status_of({})

    assert status.translated == status.messages > 50
    assert (status.fuzzy, status.missing, status.words_left, status.problems) == (0, 0, 0, {})
    assert (status.review, status.reviewed_by) == ("draft", None)


@pytest.mark.parametrize(
    ("change", "fuzzy", "missing", "words"),
    [
        (('msgstr "Nadar"', 'msgstr ""'), 0, 1, 1),
        (('msgctxt "myths.sport.swimming"', '#, fuzzy\nmsgctxt "myths.sport.swimming"'), 1, 0, 1),
        (('msgid "Swimming"', 'msgid "To swim"'), 1, 0, 1),  # the source has changed since
        (('msgctxt "myths.sport.swimming"', 'msgctxt "myths.sport.swim"'), 0, 1, 1),
    ],
)
def test_what_readers_see_in_the_source_language_is_left_to_do(
    change: tuple[str, str], fuzzy: int, missing: int, words: int
) -> None:
    status = status_of(edited(SPANISH, *change))

    assert (status.fuzzy, status.missing, status.words_left) == (fuzzy, missing, words)
    assert status.translated == status.messages - 1


def test_problems_are_counted_by_code() -> None:
    report = Report()
    text = small_project()[SPANISH].decode()
    text = text.replace('msgstr "Nadar"', 'msgstr "Nadar **5** de 7"')

    status = status_of({SPANISH: text.encode()}, report=report)

    assert status.problems["numbers-differ"] == 1
    assert status.problems["markup-differs"] == 1
    assert sorted(set(codes(report))) == list(status.problems)


@pytest.mark.parametrize(
    ("said", "revised"),
    [
        ("2026-03-01 19:30+0200", "2026-03-01"),
        ("YEAR-MO-DA HO:MI+ZONE", ""),
        ("last week", ""),
    ],
)
def test_the_last_change_is_what_the_header_says(said: str, revised: str) -> None:
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"PO-Revision-Date: ' + said + '\\n"\n\n'
    )
    text = small_project()[SPANISH].decode()
    body = text[text.index("\n\n") + 2 :]

    assert status_of({SPANISH: (header + body).encode()}).last_change == revised


def test_the_time_of_the_last_change_keeps_its_zone() -> None:
    status = status_of(with_header("PO-Revision-Date: 2026-03-01 19:30+0200"))

    zone = datetime.timezone(datetime.timedelta(hours=2))
    assert status.revised == datetime.datetime(2026, 3, 1, 19, 30, tzinfo=zone)


def with_header(line: str) -> dict[str, bytes]:
    """Return the Spanish catalog with a header of one field more."""
    text = small_project()[SPANISH].decode()
    body = text[text.index("\n\n") :]
    return {SPANISH: f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"{line}\\n"{body}'.encode()}


def reviewed(by: str) -> dict[str, bytes]:
    """Return the Spanish catalog, reviewed by somebody as it is."""
    sources = DictSources(small_project())
    texts = [message.digest for message in load_catalog(Locale.parse("es"), sources, Report()).messages.values()]
    return with_header(f'X-Reviewed-By: {by}\\n"\n"X-Reviewed-Texts: {" ".join(texts)}')


def test_a_reviewer_is_named() -> None:
    status = status_of(reviewed("Dr Ana Ruiz"))

    assert (status.review, status.reviewed_by) == ("reviewed by Dr Ana Ruiz", "Dr Ana Ruiz")


def test_a_review_of_other_words_makes_a_draft() -> None:
    changed = {SPANISH: reviewed("Dr Ana Ruiz")[SPANISH].replace(b'msgstr "Nadar"', 'msgstr "Natación"'.encode())}

    assert status_of(changed).review == "draft: 1 not reviewed"
    assert status_of(changed).reviewed_by is None


def test_a_reviewer_that_was_typed_by_hand_makes_a_draft() -> None:
    status = status_of(with_header("X-Reviewed-By: Dr Ana Ruiz"))

    assert status.review == f"draft: {status.messages} not reviewed"


def test_a_catalog_that_cannot_be_read_leaves_the_others() -> None:
    report = Report()
    changed = edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar')

    assert not status_of(changed, report=report).readable
    assert "po-syntax" in codes(report)
    assert status_of(changed, "ar").readable


# --- the page ---------------------------------------------------------------------------------------------------


def test_build_writes_the_page_beside_the_index_and_it_is_the_same_every_time(project: Path, tmp_path: Path) -> None:
    page = project / "dist/status.html"
    before = page.read_bytes()

    asked = run_cli("status", "--project", project, "--html", tmp_path / "status.html")

    assert asked.code == 0
    assert (tmp_path / "status.html").read_bytes() == before
    assert 'lang="ar" dir="rtl">العربية<' in before.decode()


def test_the_page_tells_what_is_left(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr ""'))

    run_cli("build", "--project", project, "--out", project / "dist", "-e", "web", "-l", "en", "-j", 1)

    page = (project / "dist/status.html").read_text("utf-8")
    assert '<li>Missing <span class="file">1</span></li>' in page
    assert page.count('<li>Missing <span class="file">0</span></li>') == 1


def test_the_page_says_which_catalog_cannot_be_read_and_build_stays_silent_of_what_was_not_asked(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'))

    ran = run_cli("build", "--project", project, "--out", project / "dist", "-e", "web", "-l", "en", "-j", 1)

    assert ran.code == 0, ran.err
    assert "The catalog cannot be read" in (project / "dist/status.html").read_text("utf-8")


def test_a_name_is_text_whatever_it_looks_like(project: Path) -> None:
    written(project, reviewed("<b>Ana</b> & co"))

    run_cli("status", "--project", project, "--html", project / "status.html")

    assert "&lt;b&gt;Ana&lt;/b&gt; &amp; co" in (project / "status.html").read_text("utf-8")


def test_a_project_without_the_template_has_no_such_page(project: Path, tmp_path: Path) -> None:
    (project / "templates/html/status.html").unlink()

    ran = run_cli("build", "--project", project, "--out", tmp_path / "out", "-e", "web", "-l", "en", "-j", 1)

    assert ran.code == 0, ran.err
    assert files_in(tmp_path / "out").keys() == {"en/knee-web.html", "index.html"}


def test_a_folder_in_place_of_the_page_stays_and_is_said(project: Path, tmp_path: Path) -> None:
    (tmp_path / "out/status.html").mkdir(parents=True)

    ran = run_cli("build", "--project", project, "--out", tmp_path / "out", "-e", "web", "-l", "en", "-j", 1)

    assert ran.code == 1
    assert ran.says(str(tmp_path / "out/status.html"), "cannot-write")
    assert ARTICLE not in ran.err
