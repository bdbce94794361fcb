"""The file as a whole: what stands around the page, what the file says of itself, that nothing in it is missing."""

from __future__ import annotations

import re
from collections import Counter

from ecmiss_publish.verify.artifact.docx.file import NAMES, R, W, excerpt, normal, text_of, value
from ecmiss_publish.verify.artifact.docx.reading import Reading

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PLACEHOLDER = re.compile(r"\{(pages?)\}")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def furniture(reading: Reading) -> None:
    """Every footer says the page's number in the words of the label, and fields are whole."""
    label = reading.document.labels.get("page")
    for footer in reading.file.furniture("footer") if label else []:
        assert label is not None
        words = normal(_PLACEHOLDER.sub("1", label.plain))
        if text_of(footer) != words:
            reading.wrong(label, "missing-unit", f"the footer says “{text_of(footer)}”, not “{words}”")
        fields = [value(field, "instr").strip() for field in footer.iter(f"{W}fldSimple")]
        if fields != [_FIELDS[name] for name in _PLACEHOLDER.findall(label.plain)]:
            reading.wrong(label, "missing-field", f"the footer counts {fields or 'nothing'} for “{label.plain}”")
    for name, tree in reading.file.trees.items():
        kinds = Counter(value(field, "fldCharType") for field in tree.iter(f"{W}fldChar"))
        if kinds["begin"] != kinds["end"]:
            reading.report.error("broken-field", f"a field of {name} has no end", at=reading.origin)


def package(reading: Reading) -> None:
    """The file says its title and language, holds all that it names, and asks its reader nothing."""
    for name, wanted in (("title", reading.document.title.plain), ("language", reading.document.locale.tag)):
        if reading.fact(name) != normal(wanted):
            message = f"the file's {name} is “{excerpt(reading.fact(name))}”, not “{excerpt(wanted)}”"
            reading.report.error(f"missing-{name}", message, at=reading.origin)
    if any(tree.find("w:updateFields", NAMES) is not None for tree in reading.file.trees.values()):
        reading.report.error("asks-reader", "Word would ask whether to update fields", at=reading.origin)
    for entry in reading.file.entries:
        if entry.date_time != _EARLIEST:
            reading.report.error("zip-date", f"{entry.filename} carries the time of its making", at=reading.origin)
    for part, tree in reading.file.trees.items():
        relations = reading.file.relations(part)
        for element in tree.iter():
            for attribute in (f"{R}id", f"{R}embed"):
                key = element.get(attribute)
                target = relations.get(key, "") if key else None
                if target is not None and ":" not in target and target not in reading.file.parts:
                    reading.report.error("broken-anchor", f"{part} names {key}, which is not there", at=reading.origin)
