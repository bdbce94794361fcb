"""Sheets for a print shop are PDF/A-2b, says veraPDF; damaged ones are not. Needs what test_conformance.py needs."""

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from ecmiss_publish.model.block import Break
from ecmiss_publish.write.impose import Booklet, Imposition, Sheets, impose
from tests.slow import test_conformance
from tests.slow.documents import LOREM, straining_documents
from tests.write.pdf_documents import a_document, a_figure, a_leaflet, a_table, paragraph, section, written

vera_pdf = test_conformance.vera_pdf  # the fixture
LOCALES = ("en", "de", "ar", "hi", "zh_Hans", "th")


def a_booklet(locale: str) -> bytes:
    """Return five pages, so that three are blank, with pictures and tables among them."""
    table = a_table(("Feature", "One"), ("Row", "words"))
    chapters = (section(f"Chapter {n}", paragraph(LOREM), a_figure("A square", "a label"), table) for n in range(1, 5))
    parted = (block for chapter in chapters for block in (Break(), chapter))
    return written(a_document(paragraph("Words."), *parted, locale=locale))


def failures(files: list[Path], judge) -> dict[str, str]:
    """Return what veraPDF finds, by file."""
    return {Path(name).name: verdict for (name, _), verdict in judge(files, ["2b"]).items() if verdict}


def kept(folder: Path, name: str, data: bytes, imposition: Imposition) -> Path:
    """Return the file that the imposed pages are written to."""
    path = folder / f"{name}.pdf"
    path.write_bytes(impose(data, imposition))
    return path


def test_a_leaflets_sheets_conform(tmp_path, vera_pdf):
    sheets = Sheets(((198.4, 396.9),))
    files = [kept(tmp_path, locale, written(a_leaflet(locale)), sheets) for locale in LOCALES]

    assert failures(files, vera_pdf) == {}


def test_booklets_conform(tmp_path, vera_pdf):
    files = [kept(tmp_path, locale, a_booklet(locale), Booklet(rtl=locale == "ar")) for locale in LOCALES]

    assert failures(files, vera_pdf) == {}


def test_strained_documents_conform_as_booklets(tmp_path, vera_pdf):
    documents = straining_documents()
    files = [kept(tmp_path, name, written(document), Booklet()) for name, document in documents]

    assert failures(files, vera_pdf) == {}


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def without_embedded_font(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


def without_claim(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def with_a_tiny_sheet(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 1, 1])  # smaller than PDF/A allows


@pytest.mark.parametrize("damage", [without_output_intent, without_embedded_font, without_claim, with_a_tiny_sheet])
def test_a_damaged_sheet_does_not_conform(damage, tmp_path, vera_pdf):
    path = tmp_path / "damaged.pdf"
    with pikepdf.open(io.BytesIO(impose(written(a_leaflet("en")), Sheets()))) as pdf:
        damage(pdf)
        pdf.save(path)

    assert failures([path], vera_pdf), "veraPDF did not notice"


def test_sheets_would_not_conform_to_what_they_no_longer_claim(tmp_path, vera_pdf):
    verdicts = vera_pdf([kept(tmp_path, "sheets", written(a_leaflet("en")), Sheets())])

    assert {profile for (_, profile), verdict in verdicts.items() if verdict} == {"2a", "ua1"}


def test_the_project_for_a_print_shop_conforms(tmp_path, vera_pdf):
    command = [sys.executable, "-m", "ecmiss_publish", "build", "--print-shop", "--brand", "example"]
    subprocess.run([*command, "--out", tmp_path], check=True)
    files = sorted(tmp_path.glob("*/*-print-shop.pdf"))

    assert len(files) >= 6 * 6
    assert failures(files, vera_pdf) == {}
