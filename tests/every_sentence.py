"""The author's article, sentence by sentence, and the words of finished files as other programs read them."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import lxml.html

ARTICLE = Path(__file__).with_name("cases") / "article.txt"

_MARKER = re.compile(r"^(?:- |Q?\d\. )")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


def sentences() -> Iterator[str]:
    """Yield every sentence, heading and table cell of the article as its author wrote it.

    List markers are not words, and the two scars of editing are mended: an item that runs on behind the one before it
    (“pathology. - Endoscopic Access”) and the small letter of “it is best”.
    """
    text = ARTICLE.read_text("utf-8").replace(". it is best", ". It is best")
    for line in text.splitlines():
        for part in re.split(r"(?<=[.!?]) - |\s*\|\s*", line):
            yield from (words for words in _SENTENCE_END.split(_MARKER.sub("", part.strip())) if words)


def folded(words: str) -> str:
    """Return `words` with every run of white space as one space."""
    return " ".join(words.split())


def html_words(data: bytes) -> str:
    """Return what a reader of the page sees."""
    return folded(str(lxml.html.document_fromstring(data.decode("utf-8")).xpath("string(//body)")))


def docx_words(data: bytes) -> str:
    """Return what python-docx reads, paragraphs and table cells in order."""
    return folded(" ".join(_paragraphs(docx.Document(io.BytesIO(data)))))


def _paragraphs(container: docx.document.Document | docx.table._Cell) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, docx.table.Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
        else:
            yield block.text
