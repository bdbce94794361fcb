"""The check of a finished Word file: each kind of fault, put into a file that was right, is found and named."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from ecmiss_publish.model.block import Paragraph, Section
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Foreign, Link, Run, Text
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.artifact.docx import check
from tests.write.docx_documents import (
    BODY,
    W,
    a_document,
    a_figure,
    a_list,
    a_paragraph,
    a_table,
    found,
    paragraph_of,
    part,
    shown,
    spoilt,
    with_part,
    words,
    written,
)

Change = Callable[[etree._Element], object]


def problems(document: Document, data: bytes) -> list[tuple[str, str | None]]:
    report = Report()
    check(document, data, report)
    return [(problem.code, problem.unit) for problem in report]


def after(document: Document, change: Change, name: str = BODY) -> list[tuple[str, str | None]]:
    """Return what is found in the document's file once a part of it is changed."""
    data = written(document)
    assert problems(document, data) == []
    return problems(document, spoilt(data, change, name))


def messages(document: Document, data: bytes) -> list[str]:
    report = Report()
    check(document, data, report)
    return [problem.message for problem in report]


def remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def first(root: etree._Element, path: str) -> etree._Element:
    return found(root, path)[0]


def say(paragraph: etree._Element, text: str) -> None:
    """Let the paragraph's only run say something else."""
    (run,) = paragraph.iter(f"{W}t")
    run.text = text


# --- words ------------------------------------------------------------------------------------------------------


def test_what_is_not_a_word_file_is_unreadable():
    assert problems(a_document(), b"%PDF-1.7") == [("unreadable", None)]


def test_a_paragraph_that_is_gone_is_missed_with_its_bookmark():
    document = a_document(a_paragraph("One.", "a"), a_paragraph("Two.", "b"))

    assert after(document, lambda root: remove(paragraph_of(root, "One"))) == [
        ("missing-unit", "a"),
        ("missing-bookmark", "a"),
    ]


def test_a_word_that_is_gone_is_missed():
    document = a_document(a_paragraph("It does not hurt.", "a"))

    assert after(document, lambda root: say(paragraph_of(root, "hurt"), "It does hurt.")) == [("missing-unit", "a")]


def test_a_number_that_differs_is_named_on_both_sides():
    document = a_document(a_paragraph("Take 4000 mg.", "a"))
    data = spoilt(written(document), lambda root: say(paragraph_of(root, "4000"), "Take 400 mg."))

    assert messages(document, data) == ["the file shows “400” where the document says “4000” (a)"]


def test_words_that_nobody_said_are_found():
    document = a_document(a_paragraph("One.", "a"))

    assert after(document, lambda root: say(paragraph_of(root, "One"), "One. Two.")) == [("surplus-text", None)]


def test_swapped_paragraphs_are_in_the_wrong_order():
    document = a_document(a_paragraph("One.", "a"), a_paragraph("Two.", "b"), a_paragraph("Three.", "c"))

    def swap(root: etree._Element) -> None:
        paragraph_of(root, "Two").addnext(paragraph_of(root, "One"))

    assert after(document, swap) == [("wrong-order", "b")]


def test_swapped_cells_are_in_the_wrong_order():
    document = a_document(a_table(("Here", "There"), ("Low", "Moderate to high"), ("Minimal", "Often significant")))

    def swap(root: etree._Element) -> None:
        low, high = paragraph_of(root, "Low"), paragraph_of(root, "Moderate")
        say(low, "Moderate to high")
        say(high, "Low")

    assert after(document, swap) == [("wrong-order", "table.r1.c0")]


@pytest.mark.parametrize("left", ["{date}", "{{ title }}", "<text unit='a'>", "{% if draft %}"])
def test_what_a_template_left_is_found(left):
    document = a_document(a_paragraph(f"On {left}.", "a"))

    assert problems(document, written(document)) == [("leftover-placeholder", None)]


def test_isolates_and_forms_of_letters_make_no_difference():
    document = a_document(a_paragraph("Caf\u00e9 2", "a"))

    assert after(document, lambda root: say(paragraph_of(root, "Caf"), "Cafe\u0301 \u20662\u2069")) == []


# --- language and direction -------------------------------------------------------------------------------------


def test_arabic_letters_in_a_run_from_the_left_are_found():
    document = a_document(a_paragraph("جراحة", "a", "ar"), locale="ar")

    def unmark(root: etree._Element) -> None:
        remove(first(paragraph_of(root, "جراحة"), ".//w:rtl"))

    assert after(document, unmark) == [("wrong-language", "a")]


def test_english_in_a_run_from_the_right_is_found():
    document = a_document(a_paragraph("Surgery", "a"), locale="ar")

    def mark(root: etree._Element) -> None:
        etree.SubElement(first(paragraph_of(root, "Surgery"), ".//w:rPr"), f"{W}rtl")

    assert after(document, mark) == [("wrong-language", "a")]


@pytest.mark.parametrize(
    ("locale", "said", "attribute", "other"),
    [("en", "Surgery", "val", "de-DE"), ("zh_Hans", "手术", "eastAsia", "zh-TW"), ("hi", "सर्जरी", "bidi", "mr-IN")],
)
def test_a_file_in_another_language_is_found(locale, said, attribute, other):
    document = a_document(a_paragraph(said, "a", locale.replace("_", "-")), locale=locale, title="1")

    def mark(root: etree._Element) -> None:
        first(root, ".//w:rPrDefault/w:rPr/w:lang").set(f"{W}{attribute}", other)

    assert after(document, mark, "word/styles.xml") == [("wrong-language", "a")]


def test_english_that_is_not_marked_in_a_german_file_is_found():
    document = a_document(a_paragraph("Surgery", "a"), locale="de")

    def unmark(root: etree._Element) -> None:
        remove(first(paragraph_of(root, "Surgery"), ".//w:lang"))

    assert after(document, unmark) == [("wrong-language", "a")]


def test_a_name_that_is_not_marked_as_english_is_found():
    text = Text((Run("mit "), Foreign((Run("ECMISS"),), "en")), "de", "a")
    document = a_document(Paragraph(text), locale="de")

    def unmark(root: etree._Element) -> None:
        remove(first(paragraph_of(root, "ECMISS"), ".//w:lang"))

    assert after(document, unmark) == [("wrong-language", "a")]


def test_pages_and_paragraphs_from_the_wrong_side_are_found():
    document = a_document(a_table(("أ", "ب"), ("ج", "د")), a_paragraph("جراحة", "a", "ar"), locale="ar")
    data = written(document)

    def unmark(root: etree._Element) -> None:
        for path in (".//w:sectPr/w:bidi", ".//w:bidiVisual"):
            remove(first(root, path))

    def straighten(root: etree._Element) -> None:
        for bidi in found(root, "w:style/w:pPr/w:bidi"):
            remove(bidi)

    assert ("wrong-direction", None) in problems(document, spoilt(data, unmark))
    assert ("wrong-direction", "table.caption") in problems(document, spoilt(data, unmark))
    assert ("wrong-direction", None) in problems(document, spoilt(data, straighten, "word/styles.xml"))


# --- pictures ---------------------------------------------------------------------------------------------------


def test_an_alternative_text_that_is_gone_is_missed():
    def unmark(root: etree._Element) -> None:
        del first(root, ".//wp:docPr").attrib["descr"]

    assert after(a_document(a_figure("Skin")), unmark) == [("missing-alt", "figure.alt")]


def test_a_label_that_is_gone_from_the_drawing_is_missed():
    document = a_document(a_figure("Skin", "Bone"))
    data = written(document)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        svg = archive.read("word/media/image1.svg").replace(b"Bone", b"Bne")

    assert problems(document, with_part(data, "word/media/image1.svg", svg)) == [("missing-unit", "figure.l1")]


def test_pictures_with_one_id_are_found():
    def same(root: etree._Element) -> None:
        for picture in found(root, ".//wp:docPr"):
            picture.set("id", "1")

    assert after(a_document(a_figure(), a_figure()), same) == [("duplicate-id", None)]


# --- structure --------------------------------------------------------------------------------------------------


def test_a_heading_that_only_looks_like_one_is_found():
    document = a_document(Section(words("About", "s"), (a_paragraph("A word.", "a"),)))

    def flatten(root: etree._Element) -> None:
        first(paragraph_of(root, "About"), "w:pPr/w:pStyle").set(f"{W}val", "Lead")

    assert after(document, flatten) == [("wrong-heading", "s")]


def test_a_table_without_a_head_is_found():
    def unmark(root: etree._Element) -> None:
        remove(first(root, ".//w:tblHeader"))

    assert after(a_document(a_table(("a",), ("b",))), unmark) == [("missing-head", "table.caption")]


def test_a_list_that_counts_on_is_found():
    document = a_document(a_list("a", "b", ordered=True), a_list("c", ordered=True))

    def count_on(root: etree._Element) -> None:
        numbers = found(root, ".//w:numPr/w:numId")
        numbers[2].set(f"{W}val", numbers[0].get(f"{W}val", ""))

    assert after(document, count_on) == [("wrong-numbering", None)]


def test_a_link_that_leads_elsewhere_is_found():
    document = a_document(Paragraph(Text((Link((Run("here"),), "https://example.org/"),), "en", "a")))
    name = "word/_rels/document.xml.rels"

    def lead_away(root: etree._Element) -> None:
        for relation in root:
            if relation.get("TargetMode") == "External":
                relation.set("Target", "https://example.com/")

    assert after(document, lead_away, name) == [("wrong-link", None)]


def test_a_link_within_the_file_needs_its_bookmark():
    def point(root: etree._Element) -> None:
        etree.SubElement(paragraph_of(root, "Knee"), f"{W}hyperlink").set(f"{W}anchor", "nowhere")

    assert after(a_document(), point) == [("broken-anchor", None)]


def test_a_part_that_is_named_and_not_there_is_found():
    def rename(root: etree._Element) -> None:
        for relation in root:
            if relation.get("Target", "").endswith("png"):
                relation.set("Target", "media/gone.png")

    assert after(a_document(a_figure()), rename, "word/_rels/document.xml.rels") == [("broken-anchor", None)]


def test_a_field_without_an_end_is_found():
    def begin(root: etree._Element) -> None:
        etree.SubElement(first(root, ".//w:r"), f"{W}fldChar").set(f"{W}fldCharType", "begin")

    assert after(a_document(), begin) == [("broken-field", None)]


def test_a_footer_that_does_not_count_is_found():
    def stop(root: etree._Element) -> None:
        field = first(root, ".//w:fldSimple")
        field.addprevious(field[0])
        remove(field)

    assert after(a_document(), stop, "word/footer1.xml") == [("missing-field", "ui.page")]


# --- the file ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["title", "language"])
def test_a_file_that_does_not_say_what_it_is_is_found(name):
    def forget(root: etree._Element) -> None:
        remove(first(root, f"{{http://purl.org/dc/elements/1.1/}}{name}"))

    assert after(a_document(), forget, "docProps/core.xml") == [(f"missing-{name}", None)]


def test_a_file_that_asks_its_reader_is_found():
    def ask(root: etree._Element) -> None:
        etree.SubElement(root, f"{W}updateFields")

    assert after(a_document(), ask, "word/settings.xml") == [("asks-reader", None)]


def test_the_time_of_making_is_found():
    file = io.BytesIO()
    data = written(a_document())
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as later:
        for name in before.namelist():
            date = (2026, 1, 1, 0, 0, 0) if name == BODY else (1980, 1, 1, 0, 0, 0)
            later.writestr(zipfile.ZipInfo(name, date), before.read(name))

    assert problems(a_document(), file.getvalue()) == [("zip-date", None)]


def test_the_helpers_read_what_the_file_shows():
    assert shown(part(written(a_document(a_paragraph("A word."))))) == "KneeA word."
