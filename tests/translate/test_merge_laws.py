"""Laws of catalogs over generated histories: an author edits, renames, splits, joins, removes; translators work on.

A translation says of itself which source it was made for: `<source>`. Each source is written only once in a history, so
a translation that went to another unit would show.
"""

from dataclasses import dataclass, field

import polib
from hypothesis import example, given
from hypothesis import strategies as st

from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.catalog import parse_po
from ecmiss_publish.translate.marks import is_foreign, is_only_unflagged
from ecmiss_publish.translate.merge import merged_file
from ecmiss_publish.translate.po_file import po_bytes
from tests.support import SPANISH, DictSources

ES = Locale.parse("es")


@dataclass
class Project:
    """An article, its migrations and one catalog, as they change."""

    units: dict[str, str] = field(default_factory=lambda: {"a0": "s0.", "a1": "s1.", "a2": "s2."})
    before: dict[str, str] = field(default_factory=dict)
    migrations: list[Migration] = field(default_factory=list)
    file: polib.POFile | None = None
    made: int = 3
    notes: set[str] = field(default_factory=set)

    def fresh(self, kind: str) -> str:
        """Return an id or a source that nobody has used."""
        self.made += 1
        return f"{kind}{self.made}"

    # --- what an author does

    def edit(self, unit: str) -> None:
        self.before[unit], self.units[unit] = self.units[unit], f"{self.fresh('s')}."

    def take_back(self, unit: str) -> None:
        self.units[unit] = self.before.get(unit, self.units[unit])

    def add(self, unit: str) -> None:
        self.units[self.fresh("a")] = f"{self.fresh('s')}."

    def remove(self, unit: str) -> None:
        del self.units[unit]

    def reorder(self, unit: str) -> None:
        self.units[unit] = self.units.pop(unit)

    def rename(self, unit: str) -> None:
        new = self.fresh("a")
        self.units = {new if name == unit else name: source for name, source in self.units.items()}
        self._move((unit,), (new,))

    def split(self, unit: str) -> None:
        parts = self.fresh("a"), self.fresh("a")
        del self.units[unit]
        self.units |= {part: f"{self.fresh('s')}." for part in parts}
        self._move((unit,), parts)

    def join(self, unit: str) -> None:
        others = [name for name in self.units if name != unit][:1]
        if others:
            new = self.fresh("a")
            self.units[new] = " ".join(self.units.pop(name) for name in (unit, *others))
            self._move((unit, *others), (new,))

    def _move(self, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
        self.migrations.append(Migration(sources=sources, targets=targets))

    # --- what a translator does

    def translate(self, unit: str) -> None:
        for entry in self._entries(unit):
            entry.msgstr, entry.flags, entry.previous_msgid = f"<{entry.msgid}>", [], None

    def note(self, unit: str) -> None:
        for entry in self._entries(unit):
            note = self.fresh("note")
            entry.tcomment = f"{entry.tcomment}\n{note}".strip()
            self.notes.add(note)

    def pass_over(self, unit: str) -> None:
        """Press Ctrl+Enter: flag and previous source go, whatever they said."""
        for entry in self._entries(unit):
            entry.flags, entry.previous_msgid, entry.previous_msgctxt = [], None, None

    def allow(self, unit: str) -> None:
        for entry in self._entries(unit):
            entry.tcomment = f"{entry.tcomment}\nallow: numbers-differ, for {entry.msgid}".strip()

    def doubt(self, unit: str) -> None:
        for entry in self._entries(unit):
            if entry.msgstr and not entry.fuzzy:
                entry.flags.append("fuzzy")

    def _entries(self, unit: str) -> list[polib.POEntry]:
        return [entry for entry in self.file or () if entry.msgctxt == unit and not entry.obsolete]

    # --- what the tool does

    def update(self) -> bytes:
        messages = [
            Message(unit=unit, source=source, notes=("Text",), reference=f"a.yaml:{unit}")
            for unit, source in self.units.items()
        ]
        data = po_bytes(merged_file(messages, self.file, ES, "knee 1", self.migrations))
        self.file = parse_po(SPANISH, DictSources({SPANISH: data}), Report())
        return data


AUTHORS = ("edit", "take_back", "add", "remove", "reorder", "rename", "split", "join")
STEPS = (*AUTHORS, "translate", "note", "doubt", "pass_over", "allow", "update")
HISTORIES = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=25)


def played(history: list[tuple[str, int]]) -> Project:
    """Return a project that was translated and then lived through `history`, checked after every update."""
    project = Project()
    project.update()
    for unit in project.units:
        project.translate(unit)
    for step, number in (*history, ("update", 0)):
        if step == "update":
            check_update(project)
        elif project.units:
            getattr(project, step)(list(project.units)[number % len(project.units)])
    return project


def check_update(project: Project) -> None:
    """Update, and check what holds between a catalog and the one before it."""
    before = [] if project.file is None else [(entry.msgstr, entry.fuzzy) for entry in project.file if entry.msgstr]

    project.update()

    assert project.file is not None
    living = [entry for entry in project.file if not entry.obsolete]
    words = [entry.msgstr for entry in project.file]
    # in the article's order, with its words
    assert [(entry.msgctxt, entry.msgid) for entry in living] == list(project.units.items())
    # nothing is lost
    assert all(msgstr in words for msgstr, _ in before)
    assert project.notes <= {line for entry in project.file for line in entry.tcomment.split("\n")}
    # nothing is printed for another source, and what is not printed shows what it was made for
    for entry in living:
        # … or somebody is asked
        if entry.msgstr and not entry.fuzzy:
            assert entry.msgstr == f"<{entry.msgid}>" or is_only_unflagged(entry)
        if entry.previous_msgid:
            assert entry.fuzzy
            assert is_foreign(entry) or entry.previous_msgid == entry.msgstr.replace("<", "").replace(">", "")
    # what was allowed for one source is not allowed for another
    for entry in living:
        for line in entry.tcomment.split("\n"):
            if line.startswith("allow:"):
                assert line.endswith(f" for {entry.msgid}")
    # gettext's own programs read it
    keys = [(entry.msgctxt, entry.msgid) for entry in project.file]
    assert len(set(keys)) == len(keys)


@given(HISTORIES)
@example([("edit", 0), ("update", 0), ("edit", 0), ("update", 0), ("rename", 0), ("split", 0), ("update", 0)])
@example([("edit", 0), ("update", 0), ("translate", 0), ("take_back", 0), ("update", 0)])
@example([("edit", 0), ("update", 0), ("pass_over", 0), ("doubt", 0), ("update", 0), ("pass_over", 0)])
@example([("doubt", 0), ("edit", 0), ("update", 0), ("pass_over", 0)])
@example([("edit", 0), ("remove", 0), ("update", 0), ("join", 0), ("rename", 1), ("update", 0)])
def test_no_translation_is_lost_moved_or_printed_for_another_source(history: list[tuple[str, int]]) -> None:
    played(history)


@given(HISTORIES)
@example([("remove", 0), ("join", 0), ("rename", 0), ("rename", 0)])  # several migrations in one update
def test_running_it_twice_changes_nothing(history: list[tuple[str, int]]) -> None:
    project = played(history)

    assert project.update() == project.update()


@given(HISTORIES)
def test_a_renamed_and_reordered_article_has_all_its_translations(history: list[tuple[str, int]]) -> None:
    project = played([(step, number) for step, number in history if step in ("rename", "reorder", "note", "update")])

    assert [entry.msgstr for entry in project.file or ()] == [f"<{source}>" for source in project.units.values()]
    assert not any(entry.fuzzy for entry in project.file or ())


@given(HISTORIES)
def test_edits_that_are_taken_back_before_anybody_translates_leave_nothing(history: list[tuple[str, int]]) -> None:
    project = Project()
    project.update()
    for unit in project.units:
        project.translate(unit)
    before, words = project.update(), dict(project.units)
    for step, number in history:
        if step in ("edit", "remove"):
            project.units[list(words)[number % 3]] = f"{project.fresh('s')}."
        elif step == "update":
            project.update()
    project.units = words

    assert project.update() == before
