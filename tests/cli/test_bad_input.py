"""Bad input, from end to end: the place and the remedy in words, the right exit code, no file half-written."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from ecmiss_publish.typeset import fonts
from ecmiss_publish.write import html
from tests.support import (
    ARABIC,
    ARTICLE,
    BODY,
    DRAWING,
    ROOT,
    SPANISH,
    THEME,
    WEB,
    Ran,
    edited,
    files_in,
    line_of,
    run_cli,
    small_project,
    written,
)

UNIX = pytest.mark.skipif(os.name == "nt", reason="process groups and file size limits are Unix's")
ALL = {f"{locale}/knee-{name}" for locale in ("en", "es", "ar") for name in ("web.html", "leaflet.pdf")}
WEB_PAGES = {path for path in ALL if path.endswith("web.html")}


def build(project: Path, *options: object) -> Ran:
    """Build the web pages of a project over those of an earlier build."""
    ran = run_cli("build", "--project", project, "--out", project / "dist", "-e", "web", "-j", 1, *options)
    assert "Traceback" not in ran.err + ran.out
    return ran


def made(project: Path, before: dict[str, bytes]) -> set[str]:
    """Return the files of `dist` that are new; nothing may have been lost or left lying about."""
    after = files_in(project / "dist")
    assert after.keys() == before.keys()
    return {path for path, data in after.items() if data != before[path]} - {"index.html", "status.html"}


def place_of(ran: Ran, code: str) -> str:
    """Return the one place that the Problems of this code name."""
    (place,) = set(re.findall(rf"^(\S+): error\[{code}\]", ran.err, re.MULTILINE))
    return str(place)


# --- files that cannot be read as what they should be -----------------------------------------------------------

BROKEN: list[tuple[str, dict[str, bytes], str, str, str, set[str]]] = [
    # what is broken, the files, where it is said to be, the code, a part of the remedy, the locales that fail
    ("broken YAML", edited(ARTICLE, "title: Keyhole Surgery", "title: Keyhole: Surgery"), "title: Keyhole",
     "yaml-syntax", "check indentation and quotation marks", {"en", "es", "ar"}),
    ("YAML in another encoding", {ARTICLE: small_project()[ARTICLE].replace("“No".encode(), b"\x93No")},
     "claim:", "wrong-encoding", "save it as UTF-8", {"en", "es", "ar"}),
    ("an unknown key", edited(ARTICLE, "    alt: Bar chart", "    atl: Bar chart"), "atl: Bar", "unknown-key",
     "did you mean “alt”?", {"en", "es", "ar"}),
    ("two texts with one id", edited(ARTICLE, "      ask: Ask us", "      reasons: Ask us"), "reasons: Ask us",
     "duplicate-id", "rename one of them", {"en", "es", "ar"}),
    ("a key twice", edited(ARTICLE, "reference: KNEE-01", "reference: KNEE-01\nreference: KNEE-02"), "KNEE-02",
     "duplicate-key", "give one of the two another name", {"en", "es", "ar"}),
    ("HTML in the article", edited(ARTICLE, "Do *not* eat", "Do <b>not</b> eat"), "Do <b>not", "markup-not-allowed",
     "remove it", {"en", "es", "ar"}),
    ("a broken theme", edited(THEME, 'ink = "#1B2530"', "ink = #1B2530"), "ink = #1B", "toml-syntax",
     "words stand in quotation marks", {"en", "es", "ar"}),
    ("a theme without a colour", edited(THEME, 'ink = "#1B2530"', 'ink = "black"'), 'ink = "black"', "theme",
     "#", {"en", "es", "ar"}),
    ("a broken catalog", edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'), 'msgstr "Nadar', "po-syntax",
     "a keyword with a “quoted string”", {"es"}),
    ("a catalog in another encoding", {SPANISH: small_project()[SPANISH].replace("Cirugía".encode(), b"Cirug\xeda")},
     "Cirug", "wrong-encoding", "save it as UTF-8", {"es"}),
    ("an unknown element", edited(WEB, "{{ notices() }}", "<marquee/>"), "<marquee/>", "unknown-element",
     "there are section, p", {"en", "es", "ar"}),
    ("an undefined name", edited(BODY, "article.myths.title", "article.miths.title"), "article.miths", "undefined-name",
     "did you mean “myths”? there are introduction, before,", {"en", "es", "ar"}),
    ("words in a template", edited(WEB, "{{ notices() }}", "<p>Call us</p>"), "Call us", "literal-text",
     "the English words", {"en", "es", "ar"}),
    ("a template that is not closed", edited(BODY, "{% endmacro %}", ""), "", "template-syntax", "",
     {"en", "es", "ar"}),
    ("a drawing that is no SVG", edited(DRAWING, "<g>", ""), "", "svg-syntax", "", {"en", "es", "ar"}),
    ("a drawing that does too much", edited(DRAWING, "<circle", '<circle opacity="0.5"'), "", "drawing",
     "let the drawing program apply it", {"en", "es", "ar"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "words", "code", "remedy", "failing"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_what_cannot_be_made_is_said_and_the_rest_is_made(
    project: Path, files: dict[str, bytes], words: str, code: str, remedy: str, failing: set[str]
) -> None:
    before = files_in(project / "dist")
    # a new word for the skip link, so that every page that can be made is another one
    written(project, {**edited("templates/html/page.html", '<html lang="', '<html data-new="" lang="'), **files})
    (path,) = files

    ran = build(project)

    assert ran.code == 1
    place = place_of(ran, code)
    assert place.rpartition(":")[0] == path if words else place.startswith(path)
    if words and code != "wrong-encoding":
        assert place == f"{path}:{line_of(files, path, words)}"
    assert remedy in ran.err
    assert made(project, before) == {path for path in WEB_PAGES if path[:2] not in failing}
    if len(failing) < 3:
        assert re.search(r"^es +web +not made$", ran.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("translation", "code", "forbidden"),
    [
        ("Nadar <script>alert(1)</script>", "markup-not-allowed", b"<script"),
        ("Na\u202edar", "control-character", "\u202e".encode()),
        ("Na\u2067dar", "isolate-unbalanced", "\u2067".encode()),
        ("[Nadar](javascript:alert(1))", "link-scheme", b"javascript:"),
        ("Nadar 5", "numbers-differ", b""),
        ("**Nadar**", "markup-differs", b""),
    ],
)
def test_a_translation_that_cannot_be_trusted_reaches_no_reader(
    project: Path, translation: str, code: str, forbidden: bytes
) -> None:
    before = files_in(project / "dist")
    files = edited(SPANISH, 'msgstr "Nadar"', f'msgstr "{translation}"')
    written(project, files)

    ran = build(project)

    assert ran.code == 1
    entry = line_of(files, SPANISH, 'msgctxt "myths.sport.swimming"')
    place = place_of(ran, code)
    assert entry - 4 <= int(place.removeprefix(f"{SPANISH}:")) <= entry
    assert made(project, before) == {"es/knee-web.html"}
    page = (project / "dist/es/knee-web.html").read_bytes()
    if forbidden:
        assert forbidden not in page
        assert re.search(rb'<[^>]+lang="en"[^>]*>\s*Swimming', page)  # the source, marked as English


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('msgstr "Nadar"', 'msgstr ""'), "untranslated"),
        (('msgid "Swimming"', 'msgid "To swim"'), "stale"),
        (('msgctxt "myths.sport.swimming"', 'msgctxt "myths.sport.swim"'), "untranslated"),
    ],
)
def test_a_missing_translation_is_said_and_the_page_is_made_with_the_source(
    project: Path, change: tuple[str, str], code: str
) -> None:
    written(project, edited(SPANISH, *change))

    ran = build(project)

    assert ran.code == 1
    assert f"error[{code}]" in ran.err
    assert re.search(rb'<[^>]+lang="en"[^>]*>\s*Swimming', (project / "dist/es/knee-web.html").read_bytes())


def test_a_catalog_that_is_a_folder_is_said(project: Path) -> None:
    before = files_in(project / "dist")
    (project / SPANISH).unlink()
    (project / SPANISH).mkdir()

    ran = build(project)

    assert ran.code == 1
    assert ran.says(str(project / SPANISH), "cannot-read")
    assert made(project, before) == set()


def test_an_article_that_is_a_folder_is_said(project: Path) -> None:
    (project / ARTICLE).unlink()
    (project / ARTICLE).mkdir()

    ran = build(project)

    assert ran.code == 1
    assert str(project / ARTICLE) in ran.err


def test_a_missing_font_stops_its_script_and_no_other(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts._FILES, "Arab", ("manimgx_fonts", "Gone.ttf"))
    before = files_in(project / "dist")
    written(project, edited(THEME, "h1 = 28", "h1 = 27"))

    ran = build(project, "-e", "leaflet")

    assert ran.code == 1
    assert "error[missing-font]: the font Gone.ttf is not installed: pip install manimgx-fonts" in ran.err
    # every web page names Arabic in its list of languages, in Arabic letters
    assert made(project, before) == {"en/knee-leaflet.pdf", "es/knee-leaflet.pdf"}


@pytest.mark.parametrize("command", ["check", "update", "extract"])
def test_the_other_commands_say_the_same_of_a_broken_article(project: Path, command: str) -> None:
    files = edited(ARTICLE, "    alt: Bar chart", "    atl: Bar chart")
    before = files_in(project)
    written(project, files)

    ran = run_cli(command, "--project", project)

    assert ran.code == 1
    assert ran.says(f"{ARTICLE}:{line_of(files, ARTICLE, 'atl:')}", "unknown-key")
    assert files_in(project) == {**before, **files}


def test_update_leaves_a_catalog_that_it_cannot_read(project: Path) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr "Nadar'))
    before = files_in(project)

    ran = run_cli("update", "--project", project)

    assert ran.code == 1
    assert "error[po-syntax]" in ran.err
    assert files_in(project) == before


def german(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the Spanish catalog with the header of a German one."""
    return {SPANISH: files[SPANISH].replace(b'"Language: es', b'"Language: de')}


def test_a_catalog_of_another_language_is_said_once_and_readers_get_the_source(project: Path) -> None:
    files = german(small_project())
    written(project, files)

    ran = build(project)

    assert ran.code == 1
    assert place_of(ran, "wrong-catalog") == f"{SPANISH}:{line_of(files, SPANISH, 'Language: de')}"
    assert ran.err.count("[") == 1
    assert b"Nadar" not in (project / "dist/es/knee-web.html").read_bytes()


@pytest.mark.parametrize(
    "command", [["update"], ["check", "--fix", "-e", "web", "-j", 1], ["status"], ["review", "es", "--by", "Dr. A"]]
)
def test_no_command_writes_into_a_catalog_of_another_language(project: Path, command: list[object]) -> None:
    written(project, german(small_project()))
    before = files_in(project)

    ran = run_cli(*command, "--project", project)

    assert ran.code == 1
    assert "error[wrong-catalog]" in ran.err + ran.out
    assert files_in(project) == before


def test_update_goes_on_with_the_catalogs_behind_one_that_it_cannot_use(project: Path) -> None:
    arabic = ARABIC, small_project()[ARABIC].replace(b'"Language: ar', b'"Language: de')
    written(project, {**edited(ARTICLE, "Do *not* eat", "Never eat"), **dict([arabic])})

    ran = run_cli("update", "--project", project)

    assert ran.code == 1
    assert "written: locales/es" in ran.out
    assert (project / ARABIC).read_bytes() == arabic[1]


# --- wrong usage ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--locale", "xx"], "the project has no locale “xx”; it has en, ar, es"),
        (["build", "--edition", "card"], "the project has no edition “card”; it has brochure, leaflet, web"),
        (["build", "--jobs", "0"], "--jobs"),
        (["build", "--colour"], "--colour"),
        (["bild"], "bild"),
        (["check", "--locale", "xx"], "no locale “xx”"),
        (["update", "--locale", "xx"], "no locale “xx”"),
    ],
)
def test_wrong_usage_is_code_2(project: Path, arguments: list[str], said: str) -> None:
    before = files_in(project)
    place = ["--project", project] if arguments[0] != "bild" else []

    ran = run_cli(*arguments, *place)

    assert ran.code == 2
    assert said in ran.err
    assert files_in(project) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "-l", "es", "-e", "two", "--beside", "es"],
         "the edition two shows another language beside es, and es alone was asked for"),
        (["build", "-l", "en", "-e", "two"], "beside en, and en alone was asked for"),
        (["check", "-l", "en", "-e", "two"], "beside en, and en alone was asked for"),
        (["build", "-e", "web", "--print-shop"], "--print-shop makes PDFs, and web is none"),
    ],
)  # fmt: skip
def test_where_nothing_is_left_to_make_it_is_said_why(project: Path, arguments: list[str], said: str) -> None:
    two = small_project()[WEB].replace(b"<document ", b'<document beside="" ').replace(b'"html"', b'"pdf"')
    written(project, {"templates/editions/two.xml": two})
    before = files_in(project)

    ran = run_cli(*arguments, "--project", project)

    assert ran.code == 2
    assert "nothing is left to make: " in ran.err
    assert said in ran.err
    assert files_in(project) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--locale", "xx", "--json"], "the project has no locale “xx”"),
        (["status", "--json", "--colour"], "--colour"),
        (["check", "--format", "json", "--edition", "card"], "the project has no edition “card”"),
        (["check", "--format=json", "--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage_is_json_for_who_asked_for_json(project: Path, arguments: list[str], said: str) -> None:
    ran = run_cli(*arguments, "--project", project)

    assert (ran.code, ran.err) == (2, "")
    data = json.loads(ran.out)
    assert data["errors"] == 1
    (problem,) = data["problems"]
    assert (problem["code"], problem["path"]) == ("wrong-usage", None)
    assert said in problem["message"]
    assert "--help" in problem["hint"]


def test_a_folder_that_is_no_project_is_wrong_usage(tmp_path: Path) -> None:
    ran = run_cli("build", "--project", tmp_path)

    assert ran.code == 2
    assert "ecmiss-publish init" in ran.err
    assert not list(tmp_path.iterdir())


def test_an_output_folder_that_is_a_file_is_wrong_usage(project: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")

    ran = run_cli("build", "--project", project, "--out", tmp_path / "out", "-e", "web")

    assert ran.code == 2
    assert (tmp_path / "out").read_text() == "mine"


# --- files that cannot be written -------------------------------------------------------------------------------


def test_a_file_in_place_of_a_locales_folder_stops_that_locale_only(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written(out, {"es": b"mine"})

    ran = build(project, "--out", out)

    assert ran.code == 1
    assert ran.says(str(out / "es"), "cannot-write")
    assert files_in(out).keys() == {"es", "en/knee-web.html", "ar/knee-web.html", "index.html", "status.html"}
    assert (out / "es").read_bytes() == b"mine"


def test_a_folder_in_place_of_a_file_stays(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "es/knee-web.html").mkdir(parents=True)

    ran = build(project, "--out", out)

    assert ran.code == 1
    assert ran.says(str(out / "es/knee-web.html"), "cannot-write")
    assert files_in(out).keys() == {"en/knee-web.html", "ar/knee-web.html", "index.html", "status.html"}


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("step", ["os.replace", "os.chmod"])
def test_a_full_disk_leaves_every_file_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    before = files_in(project / "dist")
    written(project, edited(BODY, '<section id="faq">', '<section id="questions">'))

    with monkeypatch.context() as patch:
        patch.setattr(step, full)
        ran = build(project)

    assert ran.code == 1
    assert ran.says(str(project / "dist/es/knee-web.html"), "cannot-write")
    assert "No space left on device" in ran.err
    assert "the free space" in ran.err
    assert made(project, before) == set()


def limit_file_size() -> None:
    """Let no file grow beyond 20 kB: what a full disk does to a write, for real."""
    import resource  # Windows has none

    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@UNIX
def test_a_write_that_fails_in_the_middle_leaves_the_old_file(project: Path) -> None:
    before = files_in(project / "dist")
    written(project, edited(BODY, '<section id="faq">', '<section id="questions">'))

    ran = subprocess.run(
        command("build", "--project", project, "--out", project / "dist", "-e", "web", "-j", 1),
        env=environment(), capture_output=True, text=True, preexec_fn=limit_file_size, timeout=60, check=False,
    )  # fmt: skip

    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert str(project / "dist/es/knee-web.html") in ran.stderr
    assert "error[cannot-write]: File too large" in ran.stderr
    assert made(project, before) == set()


def test_a_catalog_that_cannot_be_replaced_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(project, edited(ARTICLE, "Small scars:", "Tiny scars:"))
    before = files_in(project)

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", full)
        ran = run_cli("update", "--project", project)

    assert ran.code == 1
    assert "error[cannot-write]" in ran.err
    assert files_in(project) == before


# --- Ctrl-C -----------------------------------------------------------------------------------------------------


def interrupting(write: Callable[..., bytes], locale: str) -> Callable[..., bytes]:
    """Return a writer that is interrupted when it comes to a locale."""

    def interrupted(document: object, *rest: object) -> bytes:
        if getattr(document, "locale").tag == locale:  # noqa: B009 - any document
            raise KeyboardInterrupt
        return write(document, *rest)

    return interrupted


def test_ctrl_c_keeps_what_is_finished_and_leaves_the_rest(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(project / "dist")
    written(project, edited("templates/html/page.html", '<html lang="', '<html data-new="" lang="'))
    monkeypatch.setattr(html, "write", interrupting(html.write, "es"))  # the third and last

    ran = build(project)

    assert ran.code == 130
    assert "interrupted: files that were finished are kept, all others are as they were" in ran.err
    assert made(project, before) == {"en/knee-web.html", "ar/knee-web.html"}


def test_ctrl_c_while_a_file_is_written_leaves_the_old_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files_in(project / "dist")
    written(project, edited(BODY, '<section id="faq">', '<section id="questions">'))

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.replace", interrupted)
        ran = build(project)

    assert ran.code == 130
    assert made(project, before) == set()


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "ecmiss_publish", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def read_until(stream: IO[str], words: str) -> str:
    """Return what a stream says up to the first line that begins with `words`."""
    said = ""
    for line in stream:
        said += line
        if line.startswith(words):
            return said
    raise AssertionError(f"no “{words}” in: {said}")


@UNIX
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_at_a_terminal_ends_all_processes_with_one_line(tmp_path: Path, jobs: int) -> None:
    line = command("build", "--project", ROOT, "--out", tmp_path / "out", "-e", "leaflet", "-j", jobs)
    process = subprocess.Popen(line, env=environment(), stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr is not None

    read_until(process.stderr, "done:")
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to every process of the command
    rest = process.stderr.read()

    assert process.wait(timeout=60) == 130
    assert "Traceback" not in rest
    assert rest.strip().splitlines()[-1].startswith("interrupted: files that were finished are kept")
    written_files = files_in(tmp_path / "out")
    assert 1 <= len(written_files) < 6
    for path, data in written_files.items():
        assert re.fullmatch(r"[A-Za-z-]+/ecmiss-leaflet\.pdf", path)
        assert data.startswith(b"%PDF-")
        assert data.rstrip().endswith(b"%%EOF")
    with pytest.raises(ProcessLookupError):  # nobody of the session is left
        os.killpg(process.pid, 0)


# --- files where nobody looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [["build", "-e", "web", "-j", 1], ["check", "-e", "web", "-j", 1], ["update"], ["status"]]
)
def test_every_command_names_a_language_that_is_left_out(project: Path, command: list[object]) -> None:
    lost = "locales/fr/LC_MESSAGES/messages (1).po"
    written(project, {lost: b"", "locales/pt-BR/LC_MESSAGES/messages.po": b""})
    out = ["--out", project / "dist"] if command[0] == "build" else []

    ran = run_cli(*command, "--project", project, *out)

    assert ran.code == 0
    assert (ran.out + ran.err).count(f"{lost}: warning[stray-catalog]: French is left out") == 1
    assert (ran.out + ran.err).count("locales/pt-BR: warning[unknown-locale]: Portuguese (Brazil) is left out") == 1


# --- what happens to the program itself -------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a file that is always full is Linux's")
@pytest.mark.parametrize("output", ["text", "json"])
def test_an_output_that_takes_no_more_is_one_line(project: Path, output: str) -> None:
    written(project, edited(SPANISH, 'msgstr "Nadar"', 'msgstr ""'))
    command = ["check", "--project", str(project), "-l", "es", "-e", "web", "--format", output]

    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([sys.executable, "-m", "ecmiss_publish", *command], stdout=full, stderr=-1, check=False)

    said = ran.stderr.decode().splitlines()
    assert ran.returncode == 1
    assert said[-1] == f"Error: standard output: {os.strerror(errno.ENOSPC)}"
    assert said[:-1] in ([], ["done: es web"])


def test_ctrl_c_while_the_program_is_imported_is_one_line() -> None:
    script = (
        "import runpy, sys\n"
        "class Impatience:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'ecmiss_publish.cli.status': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Impatience())\n"
        "runpy.run_module('ecmiss_publish', run_name='__main__')\n"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "interrupted\n")
