"""How long the shipped project takes to build, and where the time goes: `python benchmarks/build.py [--profile]`.

Times are CPU time, so that other work on the machine matters little; a busy sibling core still costs a third. Targets,
on a 2-core cloud machine: 3 s and 300 MB for a cold build of everything in one process; 80, 50 and 10 ms to write a
PDF, a DOCX and a web page once a process is warm.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.pipeline.build import all_targets
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources

ROOT = Path(__file__).resolve().parent.parent
COLD_SECONDS, PEAK_MEGABYTES = 3.0, 300.0
WRITE_MS = {"pdf": 80.0, "docx": 50.0, "html": 10.0}
_SHOWN = 25  # functions of a profile


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians of one document, in milliseconds of CPU time."""

    writer: str
    locale: str
    write: float
    check: float
    size: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="how often each document is written and checked")
    parser.add_argument("--profile", action="store_true", help="show where writing and checking spend their time")
    options = parser.parse_args()
    print_cold_build()
    sources = FolderSources(ROOT)
    documents = list(all_documents(sources))
    print_timings([timing(document, sources, options.runs) for document in documents])
    if options.profile:
        for writer in WRITE_MS:
            print_profile(writer, [document for document in documents if document.edition.writer == writer], sources)


# --- everything, once -------------------------------------------------------------------------------------------


def print_cold_build() -> None:
    """Build every locale and edition in a fresh process and print its CPU time and peak memory."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "ecmiss_publish", "build", "--jobs", "1", "--project", str(ROOT), "--out", out]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        files = sum(path.is_file() for path in Path(out).rglob("*"))
    megabytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"cold build, one process: {files} files, exit status {process.returncode}")
    print(f"  CPU   {usage.ru_utime + usage.ru_stime:6.2f} s   target {COLD_SECONDS:.0f} s")
    print(f"  peak  {megabytes:6.0f} MB  target {PEAK_MEGABYTES:.0f} MB\n")


# --- one document after the other, warm -------------------------------------------------------------------------


def all_documents(sources: Sources) -> Iterator[Document]:
    """Yield the composed document of every edition in every locale."""
    project = load_project(sources, Report())
    workshop = Workshop(project, sources)
    for target in all_targets(project, project.locales, project.editions):
        yield workshop.document(target, Report())


def timing(document: Document, sources: Sources, runs: int) -> Timing:
    """Return how long the document takes to write and to check in a process that has done both before."""
    name = document.edition.writer
    write = import_module(f"ecmiss_publish.write.{name}").write
    check = import_module(f"ecmiss_publish.verify.artifact.{name}").check
    data: bytes = write(document, sources, Report())
    check(document, data, Report())
    return Timing(
        name,
        document.locale.tag,
        median_ms(lambda: write(document, sources, Report()), runs),
        median_ms(lambda: check(document, data, Report()), runs),
        len(data),
    )


def median_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median CPU time of `work` in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def print_timings(timings: list[Timing]) -> None:
    """Print a line for each document, and one for each writer with its target."""
    print(f"{'writer':8}{'locale':10}{'write ms':>9}{'check ms':>9}{'KB':>6}  target")
    for writer, target in WRITE_MS.items():
        own = [timing for timing in timings if timing.writer == writer]
        for each in own:
            print(f"{writer:8}{each.locale:10}{each.write:9.1f}{each.check:9.1f}{each.size / 1024:6.0f}")
        write, check = (statistics.median(times) for times in zip(*((t.write, t.check) for t in own), strict=True))
        print(f"{writer:8}{'median':10}{write:9.1f}{check:9.1f}{'':6}  {target:.0f} ms\n")


# --- where the time goes ----------------------------------------------------------------------------------------


def print_profile(name: str, documents: list[Document], sources: Sources) -> None:
    """Print the functions in which one writer, and its check, spend most time over all locales."""
    write = import_module(f"ecmiss_publish.write.{name}").write
    check = import_module(f"ecmiss_publish.verify.artifact.{name}").check
    made = [(document, write(document, sources, Report())) for document in documents]
    works: dict[str, Callable[[], object]] = {
        "write": lambda: [write(document, sources, Report()) for document in documents],
        "check": lambda: [check(document, data, Report()) for document, data in made],
    }
    for verb, work in works.items():
        profile = cProfile.Profile()
        profile.runcall(work)
        print(f"--- {verb} {name}, {len(documents)} documents")
        pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(_SHOWN)


if __name__ == "__main__":
    main()
