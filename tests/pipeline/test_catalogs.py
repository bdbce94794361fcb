"""Catalogs of a project folder: updated without loss, by migrations where units have moved, and the same again."""

from pathlib import Path

import pytest

from ecmiss_publish.model.problem import Report
from ecmiss_publish.pipeline.catalogs import check_catalogs, load_material
from ecmiss_publish.pipeline.project import load_project
from tests.support import (
    ARABIC,
    ARTICLE,
    BODY,
    SPANISH,
    WEB,
    DictSources,
    Files,
    article_of,
    edited,
    files_in,
    found,
    run_cli,
    small_project,
    written,
)

MIGRATIONS = "content/knee/migrations.yaml"
CATALOGS = (SPANISH, ARABIC)
SWIM = edited(ARTICLE, "swimming: Swimming", "water: Swimming")


def updated(folder: Path, files: Files) -> dict[str, str]:
    """Return the project's catalogs after an update."""
    ran = run_cli("update", "--project", written(folder, files))
    assert ran.code == 0, ran.err
    return {path: data.decode() for path, data in files_in(folder).items() if path.startswith("locales/")}


def block(catalog: str, unit: str) -> str:
    (only,) = [block for block in catalog.split("\n\n") if f'msgctxt "{unit}"' in block]
    return only


def notes(files: Files, unit: str) -> tuple[str, ...]:
    sources = DictSources(files)
    report = Report()
    messages = load_material(load_project(sources, report), sources, report).messages
    assert not list(report)
    return next(message.notes for message in messages if message.unit == unit)


# --- what translators are told ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("title", ("Heading · title", "In all editions.")),
        ("drawing.tube", ("Label in a drawing · drawing.tube",)),
        ("drawing.alt", ("Alternative text: read aloud by screen readers in place of the picture · drawing.alt",)),
        ("ui.page", ("Words that the product adds around the article · ui.page",)),
    ],
)
def test_a_message_says_what_it_is_and_where_it_is_shown(unit: str, told: tuple[str, ...]) -> None:
    assert set(told) <= set(notes(small_project(), unit))


def test_a_text_that_an_edition_leaves_out_says_so() -> None:
    omitted = "".join(f'<omit part="{name}"/>' for name in article_of(small_project()).parts.names)
    files = small_project(edited(WEB, "{{ body() }}", omitted))

    assert notes(files, "drawing.tube")[-1] == "In all editions but web."
    assert notes(files, "title")[-1] == "In all editions."


def test_a_label_of_a_drawing_says_how_much_room_it_has() -> None:
    assert any(line.startswith("Room in the drawing: ") for line in notes(small_project(), "drawing.tube"))


# --- update -----------------------------------------------------------------------------------------------------


def test_an_update_of_what_is_up_to_date_changes_no_byte(tmp_path: Path) -> None:
    files = small_project()

    assert updated(tmp_path, files) == {path: files[path].decode() for path in files if path.startswith("locales/")}


def test_an_edit_of_one_word_changes_one_entry_in_each_file(tmp_path: Path) -> None:
    before = small_project()

    after = updated(tmp_path, {**before, **edited(ARTICLE, "swimming: Swimming", "swimming: Bathing")})

    for path, text in after.items():
        old, new = (set(words.split("\n\n")) for words in (before[path].decode().rstrip("\n"), text.rstrip("\n")))
        assert len(old - new) == len(new - old) == 1
        assert 'msgctxt "myths.sport.swimming"' in next(iter(new - old))


def test_a_unit_that_moved_keeps_its_translation_in_every_language(tmp_path: Path) -> None:
    moved = b"- {from: myths.sport.swimming, to: myths.sport.water}\n"

    after = updated(tmp_path, small_project({**SWIM, MIGRATIONS: moved}))

    assert 'msgstr "Nadar"' in block(after[SPANISH], "myths.sport.water")
    for path in CATALOGS:
        assert "#~" not in after[path]
        assert "fuzzy" not in after[path]


def test_a_unit_that_moved_without_a_word_is_noticed(tmp_path: Path) -> None:
    ran = run_cli("update", "--project", written(tmp_path, small_project(SWIM)))

    assert ran.code == 0
    assert f"{MIGRATIONS}: hint[renamed-unit]" in ran.err
    assert "- {from: myths.sport.swimming, to: myths.sport.water}" in ran.err


@pytest.mark.parametrize("command", ["update", "extract", "check"])
def test_a_mistake_in_the_migrations_is_said_and_nothing_is_moved(tmp_path: Path, command: str) -> None:
    files = small_project({**SWIM, MIGRATIONS: b"\n- {from: myths.sport.swimming, to: myths.sport.watr}\n"})
    written(tmp_path, files)

    ran = run_cli(command, "--project", tmp_path, *(("-e", "web", "-l", "en") if command == "check" else ()))

    assert ran.code == 1
    assert ran.says(f"{MIGRATIONS}:2", "unknown-reference")
    assert files_in(tmp_path) == files


def test_a_template_that_cannot_be_read_does_not_make_its_words_obsolete(tmp_path: Path) -> None:
    files = small_project(edited(BODY, "{% endmacro %}", ""))
    written(tmp_path, files)

    ran = run_cli("update", "--project", tmp_path)

    assert ran.code == 1
    assert "error[template-syntax]" in ran.err
    assert files_in(tmp_path) == files


def test_a_template_file_that_is_behind_the_article_is_found() -> None:
    sources = DictSources(small_project(edited(ARTICLE, "swimming: Swimming", "swimming: Bathing")))
    report = Report()

    project = load_project(sources, report)
    check_catalogs(project, project.translations, sources, report)

    assert found(report) == [("locales/messages.pot", "stale-template")]


GLOSSARY = "content/glossary.yaml"
TABLETS = (
    "terms:\n  tablets:\n    term: tablets\n    definition: Medicine to swallow.\n"
    "    renderings: {es: {use: [pastillas]}, ar: {use: [أقراص]}}\n"
).encode()


def said_of_catalogs(files: Files, *tags: str) -> list[str]:
    """Return what a check says of the catalogs of some locales."""
    report = Report()
    sources = DictSources(files)
    project = load_project(sources, report)
    check_catalogs(project, [locale for locale in project.translations if locale.tag in tags], sources, report)
    return [str(problem) for problem in report]


def test_comments_that_are_older_than_the_glossary_are_found_once_for_a_file() -> None:
    files = small_project({GLOSSARY: TABLETS})

    (spanish,) = said_of_catalogs(files, "es")
    assert spanish.startswith(f"{SPANISH}: warning[catalog-stale]: comments for translators (glossary, room, editions)")
    assert spanish.endswith("are older than the content: benefits.pain.text; run `ecmiss-publish update`")
    assert len(said_of_catalogs(files, "ar", "es")) == 2


def test_comments_of_a_catalog_that_was_left_out_of_an_update_are_found(tmp_path: Path) -> None:
    moved = edited("content/knee/figures/knee.svg", 'data-room="', 'data-room="1')
    run_cli("update", "-l", "es", "--project", written(tmp_path, small_project(moved)))

    arabic = said_of_catalogs(files_in(tmp_path), "ar", "es")

    assert [line.partition(": ")[0] for line in arabic] == [ARABIC]


def test_a_template_that_is_behind_stands_for_all_catalogs() -> None:
    moved = edited("content/knee/figures/knee.svg", 'data-room="', 'data-room="1')

    (line,) = said_of_catalogs(small_project(moved), "ar", "es")

    assert "locales/messages.pot: error[stale-template]" in line


@pytest.mark.parametrize(
    "changed",
    [
        edited(SPANISH, 'msgstr "Nadar"', 'msgstr ""'),
        edited(SPANISH, 'msgid "Swimming"', 'msgid "To swim"'),
        edited(SPANISH, 'msgctxt "myths.sport.swimming"', 'msgctxt "myths.sport.swim"'),
        edited(SPANISH, "#. List item · myths.sport.swimming", "# mine\n#. List item ·\n#. myths.sport.swimming"),
        edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'),
        edited(SPANISH, "#. List item · myths.sport.swimming",
               "#. List item · myths.sport.swimming\n"
               "#. The source has changed since this was translated (3f2a9c1b)."),
    ],
    ids=["words", "source", "unit", "wrapped", "broken", "mark"],
)  # fmt: skip
def test_what_is_not_about_comments_is_not_said_here(changed: dict[str, bytes]) -> None:
    assert said_of_catalogs(small_project(changed), "es") == []


def test_check_says_it_of_the_locales_that_were_asked_for(tmp_path: Path) -> None:
    written(tmp_path, small_project({GLOSSARY: TABLETS}))

    ran = run_cli("check", "--project", tmp_path, "-l", "es", "-e", "web")

    assert ran.says(SPANISH, "catalog-stale")
    assert ARABIC not in ran.out
