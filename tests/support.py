"""What many tests need: files from a dict, a small project with one part of every kind, builders, short readings.

The small project is `tests/cases/project/` with the shipped templates below it: what differs stands in that folder.
"""

from __future__ import annotations

import datetime
import io
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from ecmiss_publish.cli import main
from ecmiss_publish.compose.document import edition_names
from ecmiss_publish.load.article import load_article
from ecmiss_publish.model.article import Article, Named, Part, Prose
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"

ARTICLE = "content/knee/article.yaml"
DRAWING = "content/knee/figures/knee.svg"
SPANISH = "locales/es/LC_MESSAGES/messages.po"
ARABIC = "locales/ar/LC_MESSAGES/messages.po"
WEB = "templates/editions/web.xml"
BODY = "templates/parts/article.xml"
THEME = "templates/theme.toml"

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class DictSources:
    """A project's files by path, without a disk."""

    files: Files = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """Return the file's bytes."""
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]

    def list(self, folder: str) -> tuple[str, ...]:
        """Return the names directly below `folder`, sorted."""
        below = (path.removeprefix(f"{folder}/") for path in self.files if path.startswith(f"{folder}/"))
        return tuple(sorted({name.partition("/")[0] for name in below}))


# --- the small project ------------------------------------------------------------------------------------------


def _read(root: Path, folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


# Editions that are for the shipped article alone, or the same on another page.
_OTHER_EDITIONS = tuple(
    f"editions/{name}.xml" for name in ("bilingual", "booklet", "large-print", "letter", "poster", "trifold")
)


def _small_project() -> dict[str, bytes]:
    own = _read(CASES / "project", ".")
    # The templates' own words (ui. ...) come with the shipped templates, and so do their translations.
    for path in own:
        if path.startswith("locales/"):
            blocks = (ROOT / path).read_bytes().rstrip(b"\n").split(b"\n\n")
            own[path] += b"".join(b"\n" + block + b"\n" for block in blocks if b'msgctxt "ui.' in block)
    shipped = {path: data for path, data in _read(ROOT, "templates").items() if not path.endswith(_OTHER_EDITIONS)}
    return {**shipped, **own}


_SMALL_PROJECT = _small_project()


def small_project(changed: Mapping[str, bytes | str | None] | None = None) -> dict[str, bytes]:
    """Return the small project's files, some replaced or, with None, left out."""
    files: dict[str, bytes | str | None] = {**_SMALL_PROJECT, **(changed or {})}
    return {path: data.encode() if isinstance(data, str) else data for path, data in files.items() if data is not None}


def edited(path: str, before: str, after: str) -> dict[str, bytes]:
    """Return one file of the small project with `before` replaced by `after`; `before` must be there."""
    text = _SMALL_PROJECT[path].decode()
    assert before in text, f"{path} has no “{before}”"
    return {path: text.replace(before, after, 1).encode()}


def line_of(files: Files, path: str, words: str) -> int:
    """Return the number of the first line of a file that holds `words`."""
    for number, line in enumerate(files[path].decode().splitlines(), 1):
        if words in line:
            return number
    raise AssertionError(f"{path} has no “{words}”")


def written(folder: Path, files: Files) -> Path:
    """Write the files below `folder` and return it."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


# --- short ways through the stages ------------------------------------------------------------------------------


def article_of(files: Files, report: Report | None = None) -> Article:
    """Return the small project's article."""
    return load_article("knee", DictSources(files), Report() if report is None else report)


def composed(files: Files, locale: str = "en", edition: str = "web", report: Report | None = None) -> Document:
    """Return one document of a project, as the pipeline composes it."""
    report = Report() if report is None else report
    sources = DictSources(files)
    project = load_project(sources, report)
    target = Target(article=project.article.article, locale=Locale.parse(locale), edition=edition)
    return Workshop(project, sources).document(target, report)


def failed_composition(files: Files, locale: str = "en", edition: str = "web") -> Report:
    """Return the Problems of a document that must not come to be."""
    report = Report()
    try:
        composed(files, locale, edition, report)
    except PublishError:
        return report
    raise AssertionError("the document was composed all the same")


def codes(report: Iterable[object]) -> list[str]:
    """Return the codes of the Problems, in their order."""
    return [code for _, code in found(report)]


def found(report: Iterable[object]) -> list[tuple[str, str]]:
    """Return (place, code) of the Problems, in their order."""
    pairs = []
    for problem in report:
        match = re.match(r"(?:(\S+): )?(?:error|warning|hint)\[([a-z-]+)\]: ", str(problem))
        assert match, f"not a Problem's line: {problem}"
        pairs.append((match[1] or "", match[2]))
    return pairs


# --- builders ---------------------------------------------------------------------------------------------------


def a_text(words: str, unit: str = "title", lang: str = "en") -> Text:
    """Return `words` as a Text, taken literally."""
    return plain_text(words, lang, unit)


def an_article(title: str = "A title", parts: Mapping[str, Part] | None = None) -> Article:
    """Return an article with one paragraph, or with `parts`."""
    prose = Prose(paragraphs=Named((("first", a_text("A paragraph.", "introduction.first")),)))
    return Article(
        article="knee",
        language="en",
        reference="KNEE-01",
        version="2.0",
        date=datetime.date(2026, 3, 1),
        title=a_text(title),
        parts=Named(tuple((parts or {"introduction": prose}).items())),
    )


def a_message(source: str, translation: str = "", *, unit: str = "title", fuzzy: bool = False) -> Message:
    """Return a message as it would stand in line 7 of the Spanish catalog."""
    return Message(unit=unit, source=source, translation=translation, fuzzy=fuzzy, origin=Origin(SPANISH, 7))


def a_catalog(*messages: Message, locale: str = "es") -> Catalog:
    """Return a catalog of `messages`."""
    path = f"locales/{locale}/LC_MESSAGES/messages.po"
    by_unit = {message.unit: message for message in messages}
    return Catalog(locale=Locale.parse(locale), messages=by_unit, origin=Origin(path, 1))


def all_editions() -> tuple[str, ...]:
    """Return the names of the small project's editions."""
    return edition_names(DictSources(_SMALL_PROJECT))


# --- the command line -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    def says(self, place: str, code: str) -> bool:
        """Return whether one of the two streams has a line for this Problem."""
        line = re.compile(rf"^{re.escape(place)}: (error|warning)\[{code}\]: .+", re.MULTILINE)
        return any(line.search(said) for said in (self.out, self.err))


def run_cli(*arguments: object) -> Ran:
    """Run the command line in this process, as its entry point does. What is not caught there is raised here."""
    out, err = io.StringIO(), io.StringIO()
    line = ["ecmiss-publish", *map(str, arguments)]
    with mock.patch.object(sys, "argv", line), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ending:
            code = ending.code
    assert isinstance(code, int)
    return Ran(code, out.getvalue(), err.getvalue())


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, hidden ones included."""
    return _read(folder, ".")
