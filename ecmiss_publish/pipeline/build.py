"""Targets -> files: every target is made, the others too where one fails; one process or several, the same bytes."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from pathlib import Path

from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Problem, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import Project, load_project
from ecmiss_publish.pipeline.sources import FolderSources

# The unit whose words say that a translation is a draft (templates/parts/labels.xml).
DRAFT_UNIT = "ui.draft"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a target: the file below the output folder, its size, and what was found.

    `title`, `label` and `draft` are what the index says of it. `path` is None where no file was made.
    """

    target: Target
    problems: tuple[Problem, ...]
    path: str | None = None
    size: int = 0
    units: int = 0
    translated: int = 0
    title: Text | None = None
    label: Text | None = None
    draft: Text | None = None

    @property
    def failed(self) -> bool:
        """Whether there is no new file."""
        return self.path is None


def all_targets(
    project: Project,
    locales: Sequence[Locale],
    editions: Sequence[Edition],
    *,
    brand: str = "default",
    beside: Locale | None = None,
    print_shop: bool = False,
) -> tuple[Target, ...]:
    """Return every edition in every locale, in that order.

    An edition in two languages is made where they are two: `beside`, or else the source language, and another one.
    With `print_shop` only PDFs are made.
    """
    return tuple(
        Target(
            article=project.article.article,
            locale=locale,
            edition=edition.name,
            brand=brand,
            beside=beside if edition.beside else None,
            print_shop=print_shop,
        )
        for locale in locales
        for edition in editions
        if not (edition.beside and locale == (beside or project.source)) and (edition.writer == "pdf" or not print_shop)
    )


def build(
    targets: Sequence[Target],
    project: Project,
    root: Path,
    out: Path | None,
    jobs: int,
    done: Callable[[Outcome], None],
) -> tuple[Outcome, ...]:
    """Make every target and return the outcomes in the targets' order. Without `out` nothing is written.

    `done` is called for each as it is finished.
    """
    found: dict[Target, Outcome] = {}
    for outcome in _outcomes(targets, project, root, out, jobs):
        found[outcome.target] = outcome
        done(outcome)
    return tuple(found[target] for target in targets)


def _outcomes(
    targets: Sequence[Target], project: Project, root: Path, out: Path | None, jobs: int
) -> Iterator[Outcome]:
    if jobs == 1 or len(targets) == 1:
        workshop = Workshop(project, FolderSources(root))
        for target in targets:
            yield make_one(workshop, target, out)
        return
    stop = multiprocessing.Event()
    with ProcessPoolExecutor(min(jobs, len(targets)), initializer=_start_worker, initargs=(root, stop)) as executor:
        yield from _gathered(executor, stop, targets, out)


def _gathered(executor: Executor, stop: Event, targets: Sequence[Target], out: Path | None) -> Iterator[Outcome]:
    waiting: list[Future[Outcome]] = [executor.submit(_work, target, out) for target in targets]
    try:
        for future in as_completed(waiting):
            yield future.result()
    except BaseException:
        stop.set()  # for those that have left the executor's hands and not begun
        executor.shutdown(wait=True, cancel_futures=True)
        raise


def make_one(workshop: Workshop, target: Target, out: Path | None) -> Outcome:
    """Make one target and write its file; what goes wrong is in the outcome, and the old file stays."""
    report = Report()
    try:
        document, artifact = workshop.make(target, report)
    except PublishError:
        return Outcome(target, tuple(report))
    except OSError as error:
        hint = "look at the file's permissions, and whether it is a file"
        report.error("cannot-read", error.strerror or str(error), at=Origin(str(error.filename)), hint=hint)
        return Outcome(target, tuple(report))
    try:
        if out is not None:
            write_whole(out / artifact.path, artifact.data)
    except OSError as error:
        report_output_error(error, out, report)
        return Outcome(target, tuple(report))
    return outcome_of(target, document, artifact.path, len(artifact.data), report)


def outcome_of(target: Target, document: Document, path: str, size: int, report: Report) -> Outcome:
    """Return the outcome of a finished file."""
    shown = [text for text in document.shown_texts() if text.unit]
    translated = {text.unit for text in shown if text.lang == target.locale.tag}
    notices = (text for text in shown if text.unit == DRAFT_UNIT and text.lang == target.locale.tag)
    return Outcome(
        target,
        tuple(report),
        path=path,
        size=size,
        units=len({text.unit for text in shown}),
        translated=len(translated),
        title=document.title,
        label=document.labels.get(target.edition),
        draft=next(notices, None),
    )


def report_output_error(error: OSError, out: Path | None, report: Report) -> None:
    """Say which file could not be written, and what may help."""
    report.error(
        "cannot-write",
        f"{error.strerror or error}",
        at=Origin(str(error.filename or out)),
        hint="look at the folder's permissions and the free space, or choose another with --out",
    )


_workshop: Workshop | None = None
_stop: Event | None = None


def _start_worker(root: Path, stop: Event) -> None:
    """Prepare a worker process: it reads the project for itself, and leaves Ctrl-C to its parent."""
    global _workshop, _stop
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sources: Sources = FolderSources(root)
    _workshop = Workshop(load_project(sources, Report()), sources)


def _work(target: Target, out: Path | None) -> Outcome:
    assert _workshop is not None
    assert _stop is not None
    if _stop.is_set():
        raise CancelledError
    return make_one(_workshop, target, out)
