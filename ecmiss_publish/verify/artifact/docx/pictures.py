"""Pictures of the file: their alternative texts, and the labels of the drawings beside them."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.verify.artifact.docx.file import NAMES, R, all_of, excerpt, normal
from ecmiss_publish.verify.artifact.docx.reading import Reading

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# A label's lines end where its place does, a long word with a hyphen.
_BREAKS_IN_LABELS = re.compile("[\\s\u00ad\u2010]")


def pictures(reading: Reading) -> None:
    """Every figure has its alternative text, and a drawing that says its labels."""
    figures = [block for block in walk(reading.document.blocks) if isinstance(block, Figure)]
    pictures, drawings = all_of(reading.file.body, ".//wp:docPr"), drawings_of(reading)
    for index, figure in enumerate(figures):
        alt = normal(pictures[index].get("descr", "")) if index < len(pictures) else ""
        if alt != normal(figure.alt.plain):
            message = f"the picture's alternative text is “{excerpt(alt)}”, not “{excerpt(figure.alt.plain)}”"
            reading.wrong(figure.alt, "missing-alt", message)
        drawing = drawings[index] if index < len(drawings) else None
        if drawing is None:
            reading.wrong(figure.alt, "missing-picture", f"there is no drawing beside the picture {figure.scene.name}")
        else:
            _labels(reading, figure, drawing)
    if len(pictures) > len(figures):
        message = f"the file has {len(pictures)} pictures and the document {len(figures)}"
        reading.report.error("surplus-picture", message, at=reading.origin)
    reading.once("picture", [picture.get("id", "") for picture in pictures])


def _labels(reading: Reading, figure: Figure, drawing: etree._Element) -> None:
    found = [(_squeezed("".join(map(str, text.itertext()))), text) for text in all_of(drawing, ".//svg:text")]
    spare = Counter(words for words, _ in found)
    wanted = [(label.text, _squeezed(label.text.plain)) for label in figure.scene.labels]
    for text, words in wanted:
        if not spare[words]:
            message = f"the drawing {figure.scene.name} does not say “{excerpt(text.plain)}” ({text.unit})"
            reading.wrong(text, "missing-unit", message)
        spare[words] -= 1
    if [words for words, _ in found] != [words for _, words in wanted]:
        return
    for (text, _), (_, element) in zip(wanted, found, strict=True):
        lang = next(filter(None, (each.get(_XML_LANG) for each in (element, drawing))), "no language")
        if lang != text.lang:
            message = f"the label “{excerpt(text.plain)}” is marked as {lang} and is in {text.lang}"
            reading.wrong(text, "wrong-language", message)


def drawings_of(reading: Reading) -> list[etree._Element | None]:
    """Return the drawing beside each picture, None where there is none."""
    relations = reading.file.relations()
    made = []
    for picture in all_of(reading.file.body, ".//wp:inline"):
        blip = picture.find(".//asvg:svgBlip", NAMES)
        made.append(None if blip is None else reading.file.trees.get(relations.get(blip.get(f"{R}embed", ""), "")))
    return made


def _squeezed(words: str) -> str:
    return _BREAKS_IN_LABELS.sub("", normal(words))
