"""Elements of WordprocessingML in one line each."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = {"w": W, "r": R}
_W = f"{{{W}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, /, *children: etree._Element | None, **attributes: str | int | None) -> etree._Element:
    """Return the element `w:tag` with attributes of the same namespace; what is None is left out."""
    element = etree.Element(_W + tag, nsmap=_NAMES)
    for name, value in attributes.items():
        if value is not None:
            element.set(_W + name, str(value))
    element.extend([child for child in children if child is not None])
    return element


def words(tag: str, characters: str) -> etree._Element:
    """Return `w:tag` holding `characters`, spaces at the ends included."""
    element = w(tag)
    element.text = characters
    if characters != characters.strip():
        element.set(_SPACE, "preserve")
    return element


def twips(points: float) -> int:
    """Return `points` in twentieths of a point, which is how Word measures pages and paragraphs."""
    return round(points * 20)
