"""`review`: a qualified person's word holds for the very words that were read, and for no others."""

import json
import re
from pathlib import Path

import pytest

from tests.support import ARTICLE, ROOT, SPANISH, Ran, edited, files_in, run_cli, written

ANA = "Dr Ana Ruiz, orthopaedic surgeon"
NOTICE = "Draft translation, not yet reviewed by a qualified person"
SWIM, SWAM = 'msgstr "Nadar"', 'msgstr "Natación"'


def review(project: Path, *options: object) -> Ran:
    return run_cli("review", "es", "--project", project, *options)


def reviewed(project: Path) -> Path:
    ran = review(project, "--by", ANA, "--date", "2026-11-22")
    assert ran.code == 0, ran.err
    return project


def in_catalog(project: Path, before: str, after: str) -> None:
    """Let a translator change words in the catalog that is there."""
    text = (project / SPANISH).read_text("utf-8")
    assert before in text
    (project / SPANISH).write_text(text.replace(before, after, 1), "utf-8")


def built(project: Path) -> tuple[Ran, str]:
    ran = run_cli("build", "--project", project, "--out", project / "dist", "-e", "web", "-l", "es", "-j", 1)
    return ran, (project / "dist/es/knee-web.html").read_text("utf-8")


# --- what is recorded -------------------------------------------------------------------------------------------


def test_a_review_is_three_fields_of_the_header_and_nothing_else(project: Path) -> None:
    before = files_in(project)

    ran = review(project, "--by", f"  {ANA} ", "--date", "2026-11-22")

    after = files_in(project)
    assert (ran.code, ran.err) == (0, "")
    assert re.search(rf"^recorded: {SPANISH} \(\d+ texts, {ANA}, 2026-11-22\)$", ran.out, re.MULTILINE)
    assert {path for path in after if after[path] != before[path]} == {SPANISH}
    old, new = (files[SPANISH].decode() for files in (before, after))
    header, _, rest = new.partition("\n\n")
    assert rest == old.partition("\n\n")[2]
    added = header.removeprefix(old.partition("\n\n")[0])
    assert added.startswith(f'\n"X-Reviewed-By: {ANA}\\n"\n"X-Reviewed-On: 2026-11-22\\n"\n"X-Reviewed-Texts: ')
    assert all(len(line) <= 100 for line in added.splitlines())


def test_the_notice_goes_with_the_review(project: Path) -> None:
    assert NOTICE in built(project)[1]

    ran, page = built(reviewed(project))

    assert NOTICE not in page
    assert "no problems" in ran.out


def test_twice_on_a_day_is_once(project: Path) -> None:
    before = files_in(reviewed(project))

    assert files_in(reviewed(project)) == before


def test_update_keeps_the_review_as_it_is(project: Path) -> None:
    before = files_in(reviewed(project))

    run_cli("update", "--project", project)

    assert files_in(project) == before


# --- what brings the notice back --------------------------------------------------------------------------------


def test_a_translation_that_changes_brings_the_notice_back_until_it_is_reviewed(project: Path) -> None:
    in_catalog(reviewed(project), SWIM, SWAM)

    ran, page = built(project)

    assert ran.code == 0  # a draft may be built
    assert NOTICE in page
    assert ran.says(f"{SPANISH}:1", "review-outdated")
    assert f"1 text has changed since the review of 2026-11-22 by {ANA}" in ran.err
    assert "is a draft: myths.sport.swimming; when a qualified person has read what is new, `ecmiss-publish" in ran.err
    assert NOTICE not in built(reviewed(project))[1]


def test_a_translation_that_is_new_brings_the_notice_back(project: Path) -> None:
    files = edited(ARTICLE, "swimming: Swimming", "swimming: Swimming\n          rowing: Rowing")
    written(reviewed(project), {ARTICLE: files[ARTICLE]})
    run_cli("update", "--project", project)
    assert NOTICE not in built(project)[1]  # the new text is still in English, and marked as such

    in_catalog(project, 'msgid "Rowing"\nmsgstr ""', 'msgid "Rowing"\nmsgstr "Remar"')

    assert NOTICE in built(project)[1]


def test_a_source_that_changes_brings_the_notice_back_though_the_translation_stays(project: Path) -> None:
    files = edited(ARTICLE, "swimming: Swimming", "swimming: Bathing")
    written(reviewed(project), files)
    run_cli("update", "--project", project)

    in_catalog(project, '#, fuzzy\n#| msgid "Swimming"\n', "")

    assert NOTICE in built(project)[1]


def test_words_that_are_put_back_are_the_reviewed_ones(project: Path) -> None:
    in_catalog(reviewed(project), SWIM, SWAM)
    in_catalog(project, SWAM, SWIM)

    assert NOTICE not in built(project)[1]


def test_a_slip_of_the_author_that_was_accepted_needs_no_new_review(project: Path) -> None:
    files = edited(ARTICLE, "Do *not* eat for", "Do *not* eat, for")
    written(reviewed(project), files)

    run_cli("accept", "before.eat", "--reason", "typo", "--date", "2026-11-23", "--project", project)
    ran, page = built(project)

    assert NOTICE not in page
    assert "no problems" in ran.out


def test_an_accepted_slip_does_not_review_what_was_not(project: Path) -> None:
    in_catalog(reviewed(project), "*No* coma", "*No* desayune")
    files = edited(ARTICLE, "Do *not* eat for", "Do *not* eat, for")
    written(project, files)

    run_cli("accept", "before.eat", "--reason", "typo", "--date", "2026-11-23", "--project", project)

    assert NOTICE in built(project)[1]


def test_a_name_that_was_typed_by_hand_reviews_nothing(project: Path) -> None:
    in_catalog(project, '"Plural-Forms', f'"X-Reviewed-By: {ANA}\\n"\n"Plural-Forms')

    ran, page = built(project)

    assert NOTICE in page
    assert ran.says(f"{SPANISH}:1", "review-unconfirmed")
    assert f"the header names {ANA} as reviewer, but not what was reviewed" in ran.err
    assert "`ecmiss-publish review es --by" in ran.err


# --- what is shown ----------------------------------------------------------------------------------------------


def test_without_a_name_the_command_shows_what_is_to_be_read_and_writes_nothing(project: Path) -> None:
    first = review(project)
    in_catalog(reviewed(project), SWIM, SWAM)
    before = files_in(project)

    ran = review(project)

    count = len(re.findall("^msgctxt", before[SPANISH].decode(), re.MULTILINE))
    assert first.out.startswith(f"es: no review yet, {count} texts to read\n")
    assert ran.out == (
        f"es: 1 of {count} texts to read, changed or new since the review of 2026-11-22 by {ANA}:\n"
        "myths.sport.swimming\n  en: Swimming\n  es: Natación\n"
        'nothing was recorded: --by "Name, qualification" does\n'
    )
    assert (ran.code, ran.err) == (0, "")
    assert files_in(project) == before


def test_a_review_that_holds_says_so(project: Path) -> None:
    assert review(reviewed(project)).out.startswith(f"es: the review of 2026-11-22 by {ANA} covers all ")


def test_json_tells_the_same(project: Path) -> None:
    in_catalog(reviewed(project), SWIM, SWAM)

    looked, done = (json.loads(review(project, "--json", *options).out) for options in ((), ("--by", "Dr B, surgeon")))

    assert (looked["recorded"], looked["by"], looked["on"]) == (False, ANA, "2026-11-22")
    assert looked["unreviewed"] == ["myths.sport.swimming"]
    assert (done["recorded"], done["by"], done["path"]) == (True, "Dr B, surgeon", SPANISH)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", done["on"])


def test_the_status_names_the_reviewer_while_the_review_holds(project: Path) -> None:
    def told() -> str:
        return run_cli("status", "--project", project, "-l", "es").out.splitlines()[1]

    assert told().endswith("  draft")
    reviewed(project)
    assert told().endswith(f"  reviewed by {ANA}")
    in_catalog(project, SWIM, SWAM)
    assert told().endswith("  draft: 1 not reviewed")


# --- what is refused --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (SWIM, 'msgstr ""', "untranslated"),
        ('msgctxt "myths.sport.swimming"', '#, fuzzy\nmsgctxt "myths.sport.swimming"', "fuzzy"),
        ('msgid "Swimming"', 'msgid "To swim"', "stale"),
        ('msgctxt "myths.sport.swimming"', 'msgctxt "myths.sport.swim"', "untranslated"),
        ('msgctxt "ui.page"', '#, fuzzy\nmsgctxt "ui.page"', "fuzzy"),
        (SWIM, 'msgstr "Nadar 5"', "numbers-differ"),
        (SWIM, 'msgstr "<b>Nadar</b>"', "markup-not-allowed"),
        (SWIM, 'msgstr "Nadar', "po-syntax"),
    ],
)
def test_what_is_not_ready_cannot_be_reviewed(project: Path, before: str, after: str, code: str) -> None:
    in_catalog(project, before, after)
    files = files_in(project)

    ran = review(project, "--by", ANA)

    assert ran.code == 1
    assert f"error[{code}]" in ran.err
    assert "\nrecorded: " not in ran.out
    assert files_in(project) == files


def test_warnings_are_shown_and_left_to_the_reviewer(project: Path) -> None:
    in_catalog(project, SWIM, 'msgstr "Nadar."')

    ran = review(project, "--by", ANA)

    assert ran.code == 0
    assert "warning[end-punctuation]" in ran.err
    assert "recorded: " in ran.out


def test_a_reviewer_may_confirm_that_a_translation_stands_though_its_source_has_changed(project: Path) -> None:
    written(project, edited(ARTICLE, "swimming: Swimming", "swimming: Bathing"))
    run_cli("update", "--project", project)
    in_catalog(project, '#, fuzzy\n#| msgid "Swimming"\n', "")
    assert "warning[unchanged-translation]" in built(project)[0].err

    ran, page = built(reviewed(project))

    assert ran.err == "done: es web\n"
    assert NOTICE not in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["xx"], "the project has no locale “xx”; it has en, ar, es"),
        (["en"], "the article is written in en: there is no translation to review"),
        (["en-XA"], "the project has no locale “en-XA”"),
        (["es", "--by", " "], "--by needs a name and a qualification"),
        ([], "Missing argument"),
    ],
)
def test_wrong_usage_is_code_2(project: Path, arguments: list[str], said: str) -> None:
    before = files_in(project)

    ran = run_cli("review", *arguments, "--project", project)

    assert ran.code == 2
    assert said in ran.err
    assert files_in(project) == before


def test_the_shipped_project_is_not_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run_cli("review", "es", "--by", ANA).code == 2


def test_a_catalog_that_cannot_be_replaced_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(project)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", fails)
        ran = review(project, "--by", ANA)

    assert ran.code == 1
    assert ran.says(str(project / SPANISH), "cannot-write")
    assert files_in(project) == before


def test_no_translation_that_is_shipped_claims_a_review() -> None:
    catalogs = list(ROOT.glob("locales/*/LC_MESSAGES/messages.po"))

    assert catalogs
    assert not [path for path in catalogs if b"X-Reviewed" in path.read_bytes()]


def test_the_help_teaches() -> None:
    said = run_cli("review", "--help").out

    assert f'  ecmiss-publish review es --by "{ANA}"\n' in said
    assert "Without --by nothing is written" in said
