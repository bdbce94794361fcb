"""What becomes of translations while an article changes: `python benchmarks/histories.py`. Needs git and msgmerge.

The same histories are lived through in real repositories, with the Spanish catalog of the shipped article, by three
ways to keep a catalog: ours, `pybabel update --previous` and `msgmerge --previous`. All start from the same template
file, with unit ids as msgctxt. Branches are merged by plain `git merge`; where it stops, the hunks are counted and the
merged-in side is taken, as somebody in a hurry does. Counted at the end:

conflicts   hunks in the catalog that git could not merge
lost        translations that are nowhere in the file any more
left        translations whose unit lives on under another id without them
astray      entries that have got the translation of another unit
stale       translations that would be printed for a source they were not made for
again       translations that somebody has to look at again although their source is the one they were made for
no old      entries marked fuzzy whose previous source is gone, so that nobody sees what has changed
lines       of the catalog that the history changed
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polib
from babel.messages.pofile import read_po, write_po

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.catalogs import load_material
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.catalog import catalog_path, parse_po
from ecmiss_publish.translate.merge import merged_file, template_file
from ecmiss_publish.translate.po_file import po_bytes

ROOT = Path(__file__).resolve().parent.parent
ES = Locale.parse("es")


# --- the article, and what is true of it ------------------------------------------------------------------------


@dataclass
class State:
    """The article's units in order, the first id that each had, and the migrations."""

    units: dict[str, Message]
    first: dict[str, str]
    migrations: tuple[Migration, ...] = ()

    def copy(self) -> State:
        """Return a state that another branch may change."""
        return State(dict(self.units), dict(self.first), self.migrations)

    def edit(self, units: Iterable[str], change: Callable[[str], str]) -> None:
        """Change the source of some units."""
        for unit in units:
            message = self.units[unit]
            self.units[unit] = _message(unit, change(message.source), message.notes)

    def rename(self, part: str, new: str) -> None:
        """Rename a part, and with it all its units."""
        named = {unit: new + unit.removeprefix(part) if unit.startswith(f"{part}.") else unit for unit in self.units}
        self.units = {named[unit]: _message(named[unit], each.source, each.notes) for unit, each in self.units.items()}
        self.first = {named.get(unit, unit): first for unit, first in self.first.items()}
        self.migrations += (Migration(sources=(part,), targets=(new,)),)

    def split(self, unit: str) -> None:
        """Make two units of one, at the end of a sentence."""
        head, _, tail = self.units[unit].source.partition(". ")
        made = {}
        for name, message in self.units.items():
            if name == unit:
                made[f"{unit}_a"] = _message(f"{unit}_a", f"{head}.", message.notes)
                made[f"{unit}_b"] = _message(f"{unit}_b", tail, message.notes)
            else:
                made[name] = message
        self.units = made
        self.first |= {f"{unit}_a": self.first[unit], f"{unit}_b": self.first[unit]}
        self.migrations += (Migration(sources=(unit,), targets=(f"{unit}_a", f"{unit}_b")),)


def _message(unit: str, source: str, notes: tuple[str, ...]) -> Message:
    return Message(unit=unit, source=source, notes=notes, reference=f"content/ecmiss/article.yaml:{unit}")


def start(sources: Sources) -> tuple[State, polib.POFile]:
    """Return the shipped article and its Spanish catalog."""
    report = Report()
    material = load_material(load_project(sources, report), sources, report)
    units = {message.unit: message for message in material.messages}
    return State(units, {unit: unit for unit in units}), parse_po(catalog_path(ES), sources, report)


# --- three ways to keep a catalog -------------------------------------------------------------------------------


class Keeper(ABC):
    """A way to keep a catalog: how it is brought up to date, and how a translator's program of that family saves it."""

    name: str

    @abstractmethod
    def update(self, folder: Path, state: State) -> None:
        """Bring es.po in `folder` up to date with the article; messages.pot is."""

    @abstractmethod
    def saved(self, file: polib.POFile) -> bytes:
        """Return the file as a translator's program saves it."""


class Ours(Keeper):
    """`ecmiss-publish update`."""

    name = "ecmiss-publish"

    def update(self, folder: Path, state: State) -> None:
        """Merge by unit id."""
        old = read(folder / "es.po")
        file = merged_file(state.units.values(), old, ES, "ecmiss 1.0", state.migrations)
        (folder / "es.po").write_bytes(po_bytes(file))

    def saved(self, file: polib.POFile) -> bytes:
        """Return our own form."""
        return po_bytes(file)


class Babel(Keeper):
    """`pybabel update`."""

    name = "pybabel"

    def update(self, folder: Path, state: State) -> None:
        """Run pybabel."""
        pybabel = shutil.which("pybabel", path=str(Path(sys.executable).parent)) or "pybabel"
        run(folder, pybabel, "-q", "update", "-i", "messages.pot", "-o", "es.po", "-l", "es", "--previous")

    def saved(self, file: polib.POFile) -> bytes:
        """Return Babel's own form."""
        made = io.BytesIO()
        write_po(made, read_po(io.BytesIO(str(file).encode()), locale="es"))
        return made.getvalue()


class Gettext(Keeper):
    """`msgmerge`."""

    name = "msgmerge"

    def update(self, folder: Path, state: State) -> None:
        """Run msgmerge."""
        run(folder, "msgmerge", "-q", "--update", "--previous", "--backup=none", "es.po", "messages.pot")

    def saved(self, file: polib.POFile) -> bytes:
        """Return gettext's own form."""
        return subprocess.run(["msgcat", "-"], input=str(file).encode(), capture_output=True, check=True).stdout


# --- a repository in which somebody works -----------------------------------------------------------------------


@dataclass
class Repository:
    """A repository with the catalog of one keeper. `words` is what each unit's translation should be in the end."""

    folder: Path
    keeper: Keeper
    state: State
    words: dict[str, str] = field(default_factory=dict)
    made_for: dict[str, set[str]] = field(default_factory=dict)
    conflicts: int = 0
    begin: str = ""

    def update(self) -> None:
        """Write the template, bring the catalog up to date, commit."""
        template = template_file(self.state.units.values(), "ecmiss 1.0")
        (self.folder / "messages.pot").write_bytes(po_bytes(template))
        self.keeper.update(self.folder, self.state)
        self.commit()

    def translate(self, units: Iterable[str], mark: str, *, commit: bool = True) -> None:
        """Improve the translations of some units, as a translator who has finished with them."""
        file = read(self.folder / "es.po")
        wanted = set(units)
        for entry in file:
            if not entry.obsolete and entry.msgctxt in wanted:
                first = self.state.first[entry.msgctxt]
                entry.msgstr = self.words[first] = f"{entry.msgstr.removesuffix('.')} ({mark})."
                self.made_for[entry.msgstr] = {entry.msgid}
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                entry.previous_msgid = None
        (self.folder / "es.po").write_bytes(self.keeper.saved(file))
        if commit:
            self.commit()

    def branch(self, name: str, start: str = "main") -> None:
        """Go on in a new branch."""
        run(self.folder, "git", "checkout", "-q", "-b", name, start)

    def back(self) -> None:
        """Go back to the main branch."""
        run(self.folder, "git", "checkout", "-q", "main")

    def merge(self, name: str) -> None:
        """Merge a branch; count the hunks that git cannot merge, and take the merged-in side there."""
        tried = subprocess.run(["git", "merge", "-q", "--no-edit", name], cwd=self.folder, capture_output=True)
        if tried.returncode:
            self.conflicts += (self.folder / "es.po").read_text("utf-8").count("<<<<<<< ")
            run(self.folder, "git", "merge", "--abort")
            run(self.folder, "git", "merge", "-q", "--no-edit", "-X", "theirs", name)

    def commit(self) -> None:
        """Commit everything."""
        run(self.folder, "git", "add", "-A")
        run(self.folder, "git", "commit", "-q", "--allow-empty", "-m", "work")


def read(path: Path) -> polib.POFile:
    """Return a catalog, whoever wrote it."""
    return parse_po(path.name, FolderSources(path.parent), Report())


def run(folder: Path, *command: str) -> str:
    """Run a program in a folder."""
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


# --- the histories ----------------------------------------------------------------------------------------------


def faq(state: State, *fields: str) -> list[str]:
    """Return units of the questions, in order."""
    return [unit for unit in state.units if unit.startswith("faq.") and unit.endswith(fields or (".answer",))]


def edits(repo: Repository) -> None:
    """Ten sources are edited."""
    repo.state.edit(
        faq(repo.state) + faq(repo.state, ".question")[:4], lambda text: text.replace("ECMISS", "the ECMISS")
    )
    repo.state.edit(faq(repo.state), lambda text: f"{text} Ask us.")
    repo.update()


def two_edits(repo: Repository) -> None:
    """The same sources are edited twice before a translator comes."""
    for word in ("first", "second"):
        repo.state.edit(faq(repo.state), f"{{}} {word}".format)
        repo.update()


def rewritten(repo: Repository) -> None:
    """Three answers are written anew, in other words."""
    for number, unit in enumerate(faq(repo.state)[:3]):
        repo.state.edit([unit], f"Everything here is said differently now, number {number}.".format)
    repo.update()


def swapped(repo: Repository) -> None:
    """Two answers change places: each unit gets the words of the other."""
    one, other = faq(repo.state)[:2]
    first, second = repo.state.units[one].source, repo.state.units[other].source
    repo.state.edit([one], lambda _: second)
    repo.state.edit([other], lambda _: first)
    repo.update()


def added(repo: Repository) -> None:
    """Three questions are added that are worded like old ones."""
    for unit in faq(repo.state, ".question")[:3]:
        new = unit.replace(".question", "_again.question")
        source = repo.state.units[unit].source.replace("ECMISS", "the operation")
        repo.state.units[new], repo.state.first[new] = _message(new, source, ("Question",)), new
    repo.update()


def renamed(repo: Repository) -> None:
    """A part gets another name."""
    repo.state.rename("faq", "questions")
    repo.update()


def renamed_edited(repo: Repository) -> None:
    """A part gets another name and its answers are edited before the next update."""
    repo.state.rename("faq", "questions")
    answers = [unit for unit in repo.state.units if unit.startswith("questions.") and unit.endswith(".answer")]
    repo.state.edit(answers, lambda text: f"{text} Ask us.")
    repo.update()


def split(repo: Repository) -> None:
    """Four paragraphs of several sentences become two units each."""
    long = [unit for unit, message in repo.state.units.items() if ". " in message.source and "introduction" not in unit]
    for unit in long[:4]:
        repo.state.split(unit)
    repo.update()


def reordered(repo: Repository) -> None:
    """The questions come in another order, and before the rest."""
    own = faq(repo.state, ".question", ".answer")
    order = [*reversed(own), *(unit for unit in repo.state.units if unit not in own)]
    repo.state.units = {unit: repo.state.units[unit] for unit in order}
    repo.update()


def gone_and_back(repo: Repository) -> None:
    """A part is taken out for one version and comes back as it was."""
    before = dict(repo.state.units)
    repo.state.units = {unit: message for unit, message in before.items() if not unit.startswith("faq.")}
    repo.update()
    repo.state.units = before
    repo.update()


def taken_back(repo: Repository) -> None:
    """Edits are taken back before a translator comes."""
    before = dict(repo.state.units)
    edits(repo)
    repo.state.units = before
    repo.update()


def author_and_translator(repo: Repository) -> None:
    """A translator improves every second answer while the author edits the others."""
    answers = faq(repo.state)
    repo.branch("translator")
    repo.translate(answers[::2], "mejor")
    repo.back()
    repo.state.edit(answers[1::2], lambda text: f"{text} Ask us.")
    repo.update()
    repo.merge("translator")
    repo.update()


def same_units(repo: Repository) -> None:
    """A translator improves the very answers that the author edits meanwhile."""
    answers = faq(repo.state)
    repo.branch("translator")
    repo.translate(answers, "mejor")
    repo.back()
    repo.state.edit(answers, lambda text: f"{text} Ask us.")
    repo.update()
    repo.merge("translator")
    repo.update()


def translator_and_rename(repo: Repository) -> None:
    """A translator improves all answers while the author renames their part."""
    answers = faq(repo.state)
    repo.branch("translator")
    repo.translate(answers, "mejor")
    repo.back()
    repo.state.rename("faq", "questions")
    repo.update()
    repo.merge("translator")
    repo.update()


def two_translators(repo: Repository) -> None:
    """Two translators share the answers, one takes the odd ones, one the even."""
    answers = faq(repo.state)
    for name, own in (("one", answers[::2]), ("other", answers[1::2])):
        repo.branch(name)
        repo.translate(own, name)
        repo.back()
    repo.merge("one")
    repo.merge("other")
    repo.update()


def other_program(repo: Repository) -> None:
    """The same, but the translator's program wraps no lines, and the whole file is committed as it wrote it."""
    _with_other_program(repo, update=False)


def other_program_updated(repo: Repository) -> None:
    """The same, but the catalog is brought up to date before it is committed."""
    _with_other_program(repo, update=True)


def _with_other_program(repo: Repository, *, update: bool) -> None:
    answers = faq(repo.state)
    repo.branch("translator")
    repo.translate(answers[::2], "mejor", commit=False)
    catalog = repo.folder / "es.po"
    words = catalog.read_bytes()
    catalog.write_bytes(
        subprocess.run(["msgcat", "--no-wrap", "-"], input=words, capture_output=True, check=True).stdout
    )
    if update:
        repo.keeper.update(repo.folder, repo.state)
    repo.commit()
    repo.back()
    repo.state.edit(answers[1::2], lambda text: f"{text} Ask us.")
    repo.update()
    repo.merge("translator")
    repo.update()


def two_authors(repo: Repository) -> None:
    """Two authors edit, take out and add in different parts; both update."""
    begin = repo.state
    repo.branch("other")
    repo.state = other = begin.copy()
    other.edit([unit for unit in other.units if unit.startswith("benefits.")], lambda text: f"{text} Truly.")
    del other.units["tools.navigation"]
    repo.update()
    repo.back()
    repo.state = mine = begin.copy()
    mine.edit(faq(mine), lambda text: f"{text} Ask us.")
    del mine.units["conclusion.consult"]
    repo.update()
    repo.merge("other")
    repo.state = State(
        {unit: _later(begin, mine, other, unit) for unit in mine.units if unit in other.units}, begin.first
    )
    repo.update()


def _later(begin: State, mine: State, other: State, unit: str) -> Message:
    return other.units[unit] if mine.units[unit] == begin.units[unit] else mine.units[unit]


HISTORIES = (
    edits, two_edits, taken_back, rewritten, swapped, added, renamed, renamed_edited, split, reordered, gone_and_back,
    author_and_translator, other_program, other_program_updated, same_units, translator_and_rename, two_translators,
    two_authors,
)  # fmt: skip


# --- what has become of it --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """What a history did to a catalog."""

    conflicts: int
    lost: int
    left: int
    astray: int
    stale: int
    again: int
    no_old: int
    lines: int


def count(repo: Repository) -> Count:
    """Compare the catalog with what is true."""
    file = read(repo.folder / "es.po")
    texts = [entry.msgstr for entry in file]
    everything = "\n".join(texts)
    living = {entry.msgctxt or "": entry for entry in file if not entry.obsolete}
    units = [unit for unit in repo.state.units if unit in living]
    owners: dict[str, set[str]] = {}
    for first, words in repo.words.items():
        owners.setdefault(words, set()).add(first)
    wanted = {unit: repo.words.get(repo.state.first[unit], "") for unit in units}
    return Count(
        conflicts=repo.conflicts,
        lost=sum(words not in everything for words in repo.words.values()),
        left=sum(not living[unit].msgstr and bool(words) for unit, words in wanted.items()),
        astray=sum(
            living[unit].msgstr in owners and repo.state.first[unit] not in owners[living[unit].msgstr]
            for unit in units
        ),
        stale=sum(
            bool(entry.msgstr) and not entry.fuzzy and entry.msgid not in repo.made_for.get(entry.msgstr, {entry.msgid})
            for entry in (living[unit] for unit in units)
        ),
        again=sum(
            (entry.fuzzy or not entry.msgstr) and entry.msgid in repo.made_for.get(wanted[unit], ())
            for unit, entry in ((unit, living[unit]) for unit in units)
        ),
        no_old=sum(
            entry.fuzzy and entry.msgid not in repo.made_for.get(entry.msgstr, ()) and not entry.previous_msgid
            for entry in (living[unit] for unit in units)
        ),
        lines=sum(
            int(number)
            for number in run(repo.folder, "git", "diff", "--numstat", repo.begin, "--", "es.po").split()[:2]
        ),
    )


def lived(history: Callable[[Repository], None], keeper: Keeper, state: State, catalog: polib.POFile) -> Count:
    """Live through a history in a new repository."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(folder, "git", "init", "-q", "-b", "main")
        run(folder, "git", "config", "user.email", "a@example.org")
        run(folder, "git", "config", "user.name", "A")
        repo = Repository(folder, keeper, state.copy())
        for entry in catalog:
            repo.words[entry.msgctxt or ""] = entry.msgstr
            repo.made_for.setdefault(entry.msgstr, set()).add(entry.msgid)
        (folder / "es.po").write_bytes(keeper.saved(catalog))
        repo.update()
        repo.begin = run(folder, "git", "rev-parse", "HEAD").strip()
        history(repo)
        return count(repo)


def main() -> None:
    """Live through all histories and print a table for Markdown."""
    state, catalog = start(FolderSources(ROOT))
    names = ("conflicts", "lost", "left", "astray", "stale", "again", "no_old", "lines")
    print(f"| History | | {' | '.join(name.replace('_', ' ') for name in names)} |")
    print(f"| --- | --- |{' ---: |' * len(names)}")
    totals = {keeper.name: [0] * len(names) for keeper in KEEPERS}
    for history in HISTORIES:
        for keeper in KEEPERS:
            found = lived(history, keeper, state, catalog)
            numbers = [getattr(found, name) for name in names]
            totals[keeper.name] = [a + b for a, b in zip(totals[keeper.name], numbers, strict=True)]
            told = (history.__doc__ or "") if keeper is KEEPERS[0] else ""
            print(f"| {told} | {keeper.name} | {' | '.join(map(str, numbers))} |")
    for keeper in KEEPERS:
        print(f"| **Together** | {keeper.name} | {' | '.join(map(str, totals[keeper.name]))} |")


KEEPERS = (Ours(), Babel(), Gettext())

if __name__ == "__main__":
    main()
