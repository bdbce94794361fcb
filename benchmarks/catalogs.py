"""How long the catalogs of the shipped project take: `python benchmarks/catalogs.py`. Target: 17 locales under 3 s CPU.

One run in one fresh process does what an author does after an edit: collects the messages, brings every catalog up to
date, and runs every check of a message over every catalog. The project is a copy with one edited source; its catalogs
are multiplied under other locale names where there are fewer than asked for.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS, LOCALES = 3.0, 17
SPARE = ("it", "nl", "sv", "da", "fi", "cs", "sk", "hu", "el", "uk", "hr", "sl", "lt", "lv", "et", "ca", "id")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--locales", type=int, default=LOCALES, help="how many catalogs")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        stages(options.inside)
        return
    times: list[float] = []
    for _ in range(options.runs):
        with tempfile.TemporaryDirectory() as name:
            folder = project(Path(name), options.locales)
            times.append(cpu_seconds(folder, quiet=bool(times)))
    print(f"{options.locales} locales, CPU of the process: best {min(times):.2f} s, worst {max(times):.2f} s", end="")
    print(f"; target {SECONDS:.0f} s")


def project(folder: Path, locales: int) -> Path:
    """Copy the shipped project, with one edited sentence and as many catalogs as asked for."""
    for name in ("content", "locales", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    article = folder / "content/ecmiss/article.yaml"
    article.write_text(article.read_text("utf-8").replace("It depends. Some", "It depends. Many"), "utf-8")
    own = sorted(path.name for path in (folder / "locales").iterdir() if path.is_dir())
    for name in own[locales:]:
        shutil.rmtree(folder / "locales" / name)
    for name in SPARE[: max(0, locales - len(own))]:
        shutil.copytree(folder / "locales/es", folder / "locales" / name)
        catalog = folder / "locales" / name / "LC_MESSAGES/messages.po"
        catalog.write_bytes(catalog.read_bytes().replace(b"Language: es", f"Language: {name}".encode()))
    return folder


def cpu_seconds(folder: Path, *, quiet: bool) -> float:
    """Return the CPU time of one run in a fresh process."""
    out = subprocess.DEVNULL if quiet else None
    command = [sys.executable, __file__, "--inside", str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=out, env={**os.environ, "PYTHONPATH": str(ROOT)})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


def stages(folder: Path) -> None:
    """Do the work once and print what each stage took."""
    start = time.process_time()

    from ecmiss_publish.compose.drawing import label_rooms
    from ecmiss_publish.model.problem import Report
    from ecmiss_publish.pipeline.catalogs import load_material, update_catalog, write_template
    from ecmiss_publish.pipeline.project import load_project
    from ecmiss_publish.pipeline.sources import FolderSources
    from ecmiss_publish.translate.catalog import load_catalog
    from ecmiss_publish.verify.message import check_messages

    def lap(name: str) -> None:
        nonlocal start
        now = time.process_time()
        print(f"{name:10}{(now - start) * 1000:7.0f} ms")
        start = now

    lap("imports")
    report = Report()
    sources = FolderSources(folder)
    project = load_project(sources, report)
    material = load_material(project, sources, report)
    write_template(project, material, folder)
    lap("extract")
    for locale in project.translations:
        update_catalog(project, material, locale, sources, folder, report)
    lap("update")
    rooms = label_rooms(project.article, sources)
    for locale in project.translations:
        check_messages(load_catalog(locale, sources, report), project.source, project.glossary, rooms, report)
    lap("check")
    print(f"{len(project.translations)} catalogs of {len(material.messages)} messages")


if __name__ == "__main__":
    main()
