"""Each sentence of the author's article stands in the English leaflet as pdftotext (Debian: poppler-utils) reads it."""

import subprocess
import sys

from tests.every_sentence import folded, sentences


def test_every_sentence_is_there(tmp_path):
    command = [sys.executable, "-m", "ecmiss_publish", "build", "--locale", "en", "--edition", "leaflet"]
    subprocess.run([*command, "--out", tmp_path], check=True)
    run = subprocess.run(
        ["pdftotext", tmp_path / "en" / "ecmiss-leaflet.pdf", "-"], capture_output=True, check=True, text=True
    )

    # At a line's end pdftotext takes a hyphen of the text's own for one that a line break put in.
    shown = folded(run.stdout.replace("-\n", "")).replace("-", "")
    assert [sentence for sentence in sentences() if sentence.replace("-", "") not in shown] == []
