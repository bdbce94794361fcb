"""The A4 leaflet beside typst and WeasyPrint: `python benchmarks/pdf.py`, after `pip install typst weasyprint`.

Same words, headings, lists, table, pictures with alternative texts, same font files. typst writes PDF/UA-1, WeasyPrint
`pdf/ua-1`, we write PDF/UA-1 and PDF/A-2a at once. Two measures of CPU time, threads and children included:

    fresh   one document in a process that has just been started, the interpreter and imports included
    batch   twelve documents in one process, the locales in turn, each with a reference of its own; per document,
            imports not included

typst 0.15 refuses PDF/UA-1 for the words in the Arabic pictures, whose font has no dash; there it writes a tagged PDF
without the claim. Both others set the wheels' variable fonts in two weights, as we do.

We start from a pickled Document, typst and WeasyPrint from their sources; reading content and translations is not
measured, and neither is the check of the finished file. MB is the process's peak, KB the size of the file.
"""

from __future__ import annotations

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("en", "ar", "zh-Hans")
ENGINES = ("ours", "typst", "weasyprint")
FRESH_RUNS, BATCH_RUNS = 5, 3  # the median counts
BATCH = 12


def main() -> None:
    """Prepare the sources, measure each engine in processes of its own, print a table."""
    with tempfile.TemporaryDirectory() as folder:
        measured("prepare", folder)  # a child's peak memory begins with that of its parent, which so stays small
        print(f"{'':12}{'locale':10}{'fresh ms':>9}{'MB':>6}{'KB':>6}")
        for engine in ENGINES:
            for locale in LOCALES:
                print_fresh(engine, locale, Path(folder))
        print(f"\n{'':12}{'':10}{'batch ms':>9}{'MB':>6}")
        for engine in ENGINES:
            print_batch(engine, Path(folder))


def print_fresh(engine: str, locale: str, folder: Path) -> None:
    """Print what one document in a fresh process takes."""
    found = [measured("fresh", engine, str(folder), locale) for _ in range(FRESH_RUNS)]
    milliseconds = statistics.median(cpu for cpu, _, _ in found)
    megabytes, size = found[0][1], int(found[0][2])
    print(f"{engine:12}{locale:10}{milliseconds:9.0f}{megabytes:6.0f}{size / 1024:6.0f}")


def print_batch(engine: str, folder: Path) -> None:
    """Print what each of twelve documents takes in one process."""
    found = [measured("batch", engine, str(folder)) for _ in range(BATCH_RUNS)]
    milliseconds = statistics.median(float(words) for _, _, words in found)
    print(f"{engine:12}{'all':10}{milliseconds:9.1f}{found[0][1]:6.0f}")


def measured(*arguments: str) -> tuple[float, float, str]:
    """Return CPU milliseconds, peak megabytes and the output of this file run with `arguments`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, __file__, *arguments], env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    words = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)}: exit status {process.returncode}")
    megabytes = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return (usage.ru_utime + usage.ru_stime) * 1000, megabytes, words


# --- what is measured, each in a process of its own -------------------------------------------------------------


def run(measure: str, engine: str, folder: Path, locale: str = "") -> None:
    """Make one document and print its size, or twelve and print the CPU milliseconds of each."""
    make = {"ours": ours, "typst": typst, "weasyprint": weasyprint}[engine](folder)
    if measure == "fresh":
        print(len(make(locale, 1)))
        return
    start = time.process_time()
    for number in range(1, BATCH + 1):
        make(LOCALES[number % len(LOCALES)], number)
    print((time.process_time() - start) * 1000 / BATCH)


def ours(folder: Path) -> Callable[[str, int], bytes]:
    """Return our writer."""
    from ecmiss_publish.model.problem import Report
    from ecmiss_publish.pipeline.sources import FolderSources
    from ecmiss_publish.write.pdf import write

    sources = FolderSources(ROOT)

    def make(locale: str, number: int) -> bytes:
        document = pickle.loads(folder.joinpath(f"{locale}.pickle").read_bytes())
        return write(replace(document, reference=f"SP-{number}"), sources, Report())

    return make


def typst(folder: Path) -> Callable[[str, int], bytes]:
    """Return typst with the folder's fonts and no others."""
    import typst as engine

    fonts = engine.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")])

    def make(locale: str, number: int) -> bytes:
        source = folder.joinpath(f"{locale}.typ").read_text().replace("REFERENCE", f"SP{number}")
        place = folder / f"{locale}-{number}.typ"
        place.write_text(source)
        standards = [] if locale == "ar" else ["ua-1"]
        made: bytes = engine.compile(str(place), font_paths=fonts, pdf_standards=standards, timestamp=0)
        return made

    return make


def weasyprint(folder: Path) -> Callable[[str, int], bytes]:
    """Return WeasyPrint."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    def make(locale: str, number: int) -> bytes:
        source = folder.joinpath(f"{locale}.html").read_text().replace("REFERENCE", f"SP{number}")
        page = HTML(string=source, base_url=str(folder / "page.html"))
        made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
        return made

    return make


# --- the sources ------------------------------------------------------------------------------------------------


def prepare(folder: Path) -> None:
    """Write each locale's leaflet to `folder` as a Document, a typst file and a web page, with pictures and fonts."""
    from benchmarks.build import all_documents
    from benchmarks.equivalents import html_source, typst_source, write_pictures
    from ecmiss_publish.model.problem import Report
    from ecmiss_publish.pipeline.sources import FolderSources
    from ecmiss_publish.typeset.fonts import font_stack
    from ecmiss_publish.write.theme import load_theme

    sources = FolderSources(ROOT)
    theme = load_theme(sources, Report())
    (folder / "fonts").mkdir()
    for document in all_documents(sources):
        tag = document.locale.tag
        if document.edition.writer != "pdf" or tag not in LOCALES:
            continue
        fonts = {}
        for file in font_stack(document.locale.script, theme.fonts):
            fonts[file.family] = folder / "fonts" / file.name
            fonts[file.family].write_bytes(file.face.blob.data)
        folder.joinpath(f"{tag}.pickle").write_bytes(pickle.dumps(document))
        other = replace(document, reference="REFERENCE")
        write_pictures(other, theme, folder)
        folder.joinpath(f"{tag}.typ").write_text(typst_source(other, theme))
        folder.joinpath(f"{tag}.html").write_text(html_source(other, theme, fonts))


if __name__ == "__main__":
    if sys.argv[1:2] == ["prepare"]:
        prepare(Path(sys.argv[2]))
    elif len(sys.argv) > 1:
        run(sys.argv[1], sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
    else:
        main()
