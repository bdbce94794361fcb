"""What a reader of the leaflet gets, by eye and by ear, and the hooks of ReportLab that this hangs on."""

import hashlib
import inspect
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import PIL.Image
import pypdfium2
import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from ecmiss_publish.model.block import Attrs, Break, Group, List, ListItem, Panel, Quote, TableRow
from ecmiss_publish.model.inline import Emphasis, Run, Strong, Text, plain_text
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.typeset import fonts
from ecmiss_publish.write import pdf
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.objects import Raw, reference, stream
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.pictures import scene_png
from ecmiss_publish.write.theme import load_theme
from tests.geometry import read_form
from tests.write.pdf_documents import (
    FILES,
    WORDS,
    a_document,
    a_figure,
    a_leaflet,
    a_link,
    a_list,
    a_table,
    page_words,
    paragraph,
    section,
    tagged,
    written,
)

ROOT = Path(__file__).parent.parent.parent
SENTENCE = "Most people walk on the first day after the operation and go home on the second. "


def test_every_word_is_read_in_order():
    data = written(a_document(paragraph("First words."), section("A heading", paragraph("Last words."))))

    (page,) = page_words(data)
    assert page.split("\n") == ["A leaflet", "First words.", "A heading", "Last words.", "SP-1 · Page 1 of 1"]
    assert tagged(data).root.words == "A leafletFirst words.A headingLast words."


def test_words_are_parted_at_a_lines_end_too():
    words = (SENTENCE * 4).strip()
    data = written(a_document(paragraph(words)))

    assert tagged(data).root.all("P")[0].words == words


def test_arabic_is_painted_from_the_right_and_tagged_whole():
    document = a_document(paragraph("مرحبا بالعالم", "ar"), locale="ar", title="ورقة")
    root = tagged(written(document)).root

    (words,) = [node.words for node in root.all("P")]
    assert words == "مرحبا بالعالم"[::-1], "the glyphs run from left to right"
    assert root.all("P")[0].lang is None, "it is in the language of the document"


def test_extraction_finds_arabic_and_latin_words_whole():
    document = a_document(paragraph("جراحة ECMISS للظهر (8 mm)", "ar"), locale="ar", title="ورقة")

    (page,) = page_words(written(document))
    assert all(word in page for word in ("جراحة", "ECMISS", "للظهر", "8", "mm"))


def test_page_numbers_are_furniture():
    read = tagged(written(a_document(paragraph("One."), Break(), paragraph("Two."))))

    assert read.pages == 2
    assert read.artifacts == ["SP-1 · Page 1 of 2", "SP-1 · Page 2 of 2"]
    assert "Page" not in read.root.words


def test_a_heading_is_as_deep_as_its_section_and_six_at_most():
    nested = section("7", paragraph("words"))
    for level in range(6, 1, -1):
        nested = section(str(level), nested)
    root = tagged(written(a_document(nested))).root

    headings = [(node.tag, node.words) for node in root.walk() if re.fullmatch(r"H\d", node.tag)]
    assert headings == [("H1", "A leaflet"), *((f"H{n}", f"{n}") for n in range(2, 7)), ("H6", "7")]


def test_headings_make_the_outline():
    data = written(a_document(section("A", section("a", paragraph("x"))), section("B", paragraph("y"))))

    with pikepdf.open(io.BytesIO(data)) as read, read.open_outline() as outline:
        assert [str(item.title) for item in outline.root] == ["A", "B"]


def test_a_list_has_labels_and_bodies_and_says_how_it_is_numbered():
    bullets, steps = tagged(written(a_document(a_list("one", "two"), a_list("first", ordered=True)))).root.all("L")

    assert bullets.outline() == "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)))"
    assert [(node.tag, node.words) for node in bullets.walk() if node.tag in ("Lbl", "LBody")] == [
        ("Lbl", "•"),
        ("LBody", "one"),
        ("Lbl", "•"),
        ("LBody", "two"),
    ]
    assert steps.all("Lbl")[0].words == "1"
    assert bullets.attributes == {"O": "/List", "ListNumbering": "/Disc"}
    assert steps.attributes["ListNumbering"] == "/Decimal"


def test_a_list_in_a_list_stands_in_the_body_of_its_item():
    inner = a_list("inner", a_list("innermost"))
    outer = tagged(written(a_document(a_list("outer", inner, "next")))).root.all("L")[0]

    deepest = "L(LI(Lbl LBody(P)))"
    nested = f"L(LI(Lbl LBody(P {deepest})))"
    assert outer.outline() == f"L(LI(Lbl LBody(P {nested})) LI(Lbl LBody(P)))"
    assert outer.words == "•outer•inner•innermost•next"


@pytest.mark.parametrize("first", [Quote((paragraph("said"),)), Panel((paragraph("boxed"),)), a_table(("a",), ("b",))])
def test_an_item_that_begins_with_no_paragraph_has_its_label_too(first):
    block = List((ListItem((first,)), ListItem((paragraph("next"),))))
    (found,) = tagged(written(a_document(block))).root.all("L")

    assert [label.words for label in found.all("Lbl")] == ["•", "•"]


def test_a_nested_list_is_indented_further():
    data = written(a_document(a_list("outer", a_list("inner"))))

    assert left_of(data, "inner") > left_of(data, "outer") > left_of(data, "A leaflet")


def test_table_heads_say_what_they_head():
    (table,) = tagged(written(a_document(a_table(("", "Open", "Closed"), ("Cut", "5 cm", "8 mm"))))).root.all("Table")

    assert table.outline() == "Table(THead(TR(TH TH TH)) TBody(TR(TH TD TD)))"
    assert [(head.words, str(head.attributes["Scope"])) for head in table.all("TH")] == [
        ("", "/Column"),
        ("Open", "/Column"),
        ("Closed", "/Column"),
        ("Cut", "/Row"),
    ]
    assert [cell.words for cell in table.all("TD")] == ["5 cm", "8 mm"]


def test_a_right_to_left_table_is_read_from_its_first_column():
    words = (("אאא", "בבב"), ("גגג", "דדד"))
    data = written(a_document(a_table(*words, lang="he"), locale="he", title="דף"))

    cells = [node.words[::-1] for node in tagged(data).root.walk() if node.tag in ("TH", "TD")]
    assert cells == ["אאא", "בבב", "גגג", "דדד"]
    assert left_of(data, "אאא"[::-1]) > left_of(data, "בבב"[::-1])


def test_a_table_over_several_pages_repeats_its_head_for_the_eye_only():
    rows = [(f"Row {n}", f"{SENTENCE}{n}") for n in range(60)]
    data = written(a_document(a_table(("Feature", "Result"), *rows)))
    read = tagged(data)

    assert read.pages > 2
    assert all("Feature" in page for page in page_words(data))
    assert read.root.words.count("Feature") == 1
    assert [cell.words for cell in read.root.all("TH")][2:] == [row[0] for row in rows]
    assert [bool(re.search("Feature", words)) for words in read.artifacts] == [False] + [True] * (read.pages - 1)


def test_no_row_of_a_longer_table_stands_alone_on_a_page():
    for count in range(20, 40):
        data = written(a_document(a_table(("Feature", "Result"), *((f"Row{n}", "words") for n in range(count)))))
        rows = [page.count("Row") for page in page_words(data)]

        assert sum(rows) == count
        assert min(rows) > 1


def test_rules_between_rows_lie_whole_over_tinted_cells():
    """A fill that covers half of a rule makes it vanish on screens, and the head's rule thinner at every tint."""
    plain = a_table(("", "Open", "Closed"), ("Cut", "5 cm", "8 mm"), ("Stay", "long", "short"))
    table = replace(plain, head=tinted(plain.head), rows=tuple(tinted(row) for row in plain.rows))

    paths = read_form(written(a_document(table))).paths
    rules = [path for path in paths if path.stroke and path.area.height < 5 < path.area.width]
    tints = [path for path in paths if path.fill and path.area.height > 5]

    assert max(map(paths.index, tints)) < min(map(paths.index, rules))
    head, *others = (round(rule.area.height, 1) for rule in rules)
    assert len(others) == 2
    assert len(set(others)) == 1
    assert head > others[0]


def tinted(row: TableRow) -> TableRow:
    return TableRow(tuple(replace(cell, attrs=Attrs(role="ecmiss")) for cell in row.cells))


def test_a_picture_has_its_words_and_its_place():
    data = written(a_document(a_figure("A square, half hatched", "Left", "Right", caption="The square")))
    root = tagged(data).root
    (figure,) = root.all("Figure")

    assert figure.alt == "A square, half hatched"
    assert figure.words == "LeftRight"
    left, bottom, right, top = (float(value) for value in figure.attributes["BBox"])
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842
    assert [node.words for node in root.all("Caption")] == ["The square"]


def test_a_link_leads_somewhere_and_says_so():
    data = written(a_document(a_link("the guideline", "https://example.org/a?b=1&c=(2)", "See ", ".")))
    (link,) = tagged(data).root.all("Link")

    with pikepdf.open(io.BytesIO(data)) as read:
        (annotation,) = read.pages[0].Annots
        assert str(annotation.Contents) == "the guideline"
        assert str(annotation.A.URI) == "https://example.org/a?b=1&c=(2)"
        assert read.Root.StructTreeRoot.ParentTree.Nums[2 * int(annotation.StructParent) + 1].S == "/Link"
        assert int(annotation.F) == 4, "it prints"
    assert link.words == "the guideline"
    assert len(link.annotations) == 1
    (text,) = tagged(data).root.all("P")
    assert [kid if isinstance(kid, str) else kid.tag for kid in text.kids] == ["See ", "Link", "."]


def test_a_link_over_two_lines_is_one_element_with_a_box_on_each():
    data = written(a_document(a_link("the very long name of a guideline " * 3 + "end", "https://example.org")))
    (link,) = tagged(data).root.all("Link")

    assert len(link.annotations) == 2
    assert link.words == "the very long name of a guideline " * 3 + "end"


def test_two_links_in_a_text_are_two_elements():
    first, second = a_link("one", "https://one.example", "", " and "), a_link("two", "https://two.example")
    text = Text((*first.text.inlines, *second.text.inlines), "en")

    assert [link.words for link in tagged(written(a_document(paragraph(text)))).root.all("Link")] == ["one", "two"]


def test_text_in_another_language_says_so():
    document = a_document(
        paragraph(plain_text("Not yet translated", "en", "intro.text")),
        paragraph("تمت", "ar"),
        locale="ar",
        title="ورقة",
    )
    fallback, own = tagged(written(document)).root.all("P")

    assert (fallback.lang, own.lang) == ("en", None)
    assert fallback.id == "intro.text"


@pytest.mark.parametrize("locale", ["en", "ar", "zh_Hans"])
def test_the_file_says_its_language_title_and_standard(locale):
    data = written(a_leaflet(locale))

    with pikepdf.open(io.BytesIO(data)) as read:
        assert str(read.Root.Lang) == locale.replace("_", "-")
        assert str(read.docinfo["/Title"]) == WORDS[locale][0]
        assert read.Root.ViewerPreferences.DisplayDocTitle
        assert read.Root.MarkInfo.Marked
        with read.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1"
            assert xmp["dc:title"] == WORDS[locale][0]
        assert all(page.Tabs == "/S" for page in read.pages)


def test_every_font_is_embedded_and_none_is_reportlabs():
    with pikepdf.open(io.BytesIO(written(a_leaflet("ar")))) as read:
        found = [font for page in read.pages for font in page.Resources.Font.values()]
        assert found
        for font in found:
            (descendant,) = font.DescendantFonts
            assert font.Subtype == "/Type0"
            assert descendant.FontDescriptor.FontFile2.read_bytes()


def test_emphasis_slopes_where_the_script_has_it_and_is_bold_elsewhere():
    def names(lang: str, words: str) -> str:
        text = Text((Run(words), Emphasis((Run(words),)), Strong((Run(words),))), lang)
        with pikepdf.open(io.BytesIO(written(a_document(paragraph(text), locale=lang, title=words)))) as read:
            return " ".join(str(font.BaseFont) for font in read.pages[0].Resources.Font.values())

    assert "NotoSans-Regular" in names("en", "stress")
    assert names("en", "stress").count("NotoSans") == 3
    assert "Italic" not in names("hi", "ज़ोर")


# --- the same every time -------------------------------------------------------------------------------------------

PROGRAM = """
import hashlib
from tests.write.pdf_documents import a_leaflet, written
print(*[hashlib.sha256(written(a_leaflet(locale))).hexdigest() for locale in ("ar", "en")])
"""


def test_the_same_document_is_the_same_bytes():
    assert written(a_leaflet("ar")) == written(a_leaflet("ar"))


@pytest.mark.parametrize("seed", ["1", "2718"])
def test_another_process_with_another_hash_seed_writes_the_same_bytes(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == [hashlib.sha256(written(a_leaflet(locale))).hexdigest() for locale in ("ar", "en")]


def test_different_words_have_different_identifiers():
    def identifier(words: str) -> bytes:
        with pikepdf.open(io.BytesIO(written(a_document(paragraph(words))))) as read:
            return bytes(read.trailer.ID[0])

    assert identifier("one") == identifier("one") != identifier("two")


# --- what cannot be set --------------------------------------------------------------------------------------------


def failing(document, files=FILES) -> Report:
    report = Report()
    with pytest.raises(PublishError):
        pdf.write(document, files, report)
    return report


def test_a_character_that_no_font_has_is_reported_where_it_is_written():
    text = Text((Run("ab\U00013000"),), "en", "intro.text", "", Origin("content/spine/article.yaml", 7))
    (problem,) = failing(a_document(paragraph(text)))

    assert (problem.code, problem.origin) == ("missing-glyph", Origin("content/spine/article.yaml", 7))
    assert "U+13000" in problem.message


def test_a_label_of_a_picture_is_looked_at_too():
    (problem,) = failing(a_document(a_figure("A square", "\U00013000")))

    assert problem.code == "missing-glyph"


def test_a_page_that_the_theme_lacks_is_reported():
    document = a_document(paragraph("words"))
    (problem,) = failing(replace(document, edition=replace(document.edition, page="a5")))

    assert problem.code == "unknown-page"
    assert "a4" in (problem.hint or "")


def test_a_font_that_is_not_installed_is_reported_with_its_remedy(monkeypatch):
    monkeypatch.setitem(fonts._FILES, "Thai", ("no_such_fonts", "Thai.ttf"))
    (problem,) = failing(a_document(locale="th", title="ไทย"))

    assert problem.code == "missing-font"
    assert "pip install no-such-fonts" in problem.message


# --- pages ---------------------------------------------------------------------------------------------------------


def test_a_heading_stays_with_the_words_below_it():
    for lines in range(34, 44):
        filler = [paragraph(f"Filler {n}") for n in range(lines)]
        data = written(a_document(*filler, section("The heading", paragraph("What it heads."))))
        page_of_heading, page_of_words = place(data, "The heading"), place(data, "What it heads.")
        assert page_of_heading == page_of_words, f"after {lines} paragraphs"
    assert page_of_heading == 1, "the last of them begins a page"


def test_two_headings_in_a_row_stay_together_with_their_words():
    for lines in range(33, 42):
        filler = [paragraph(f"Filler {n}") for n in range(lines)]
        data = written(a_document(*filler, section("Outer", section("Inner", paragraph("Words.")))))
        assert place(data, "Outer") == place(data, "Inner") == place(data, "Words."), f"after {lines} paragraphs"


def test_a_long_panel_begins_below_its_heading_rather_than_leave_much_of_a_page_white():
    panel = Panel(tuple(paragraph(f"Step {n}") for n in range(24)))
    for lines, begins in ((12, 0), (32, 1)):
        filler = [paragraph(f"Filler {n}") for n in range(lines)]
        data = written(a_document(*filler, section("The heading", panel)))
        assert place(data, "The heading") == place(data, "Step 0") == begins, f"after {lines} paragraphs"
        assert place(data, "Step 23") == 1


def test_a_paragraph_leaves_two_lines_at_least_on_each_page():
    for lines in range(30, 44):
        filler = [paragraph(f"Filler {n}") for n in range(lines)]
        data = written(a_document(*filler, paragraph(SENTENCE * 5)))
        for words in page_words(data):
            found = [
                line for line in words.split("\n") if line and not line.startswith(("Filler", "SP-1", "A leaflet"))
            ]
            assert len(found) != 1, f"after {lines} paragraphs: {found}"


def test_a_paragraph_over_two_pages_is_one_element():
    data = written(a_document(*[paragraph(f"Filler {n}") for n in range(25)], paragraph((SENTENCE * 12).strip())))
    last = tagged(data).root.all("P")[-1]

    assert set(last.pages) == {0, 1}
    assert last.words == (SENTENCE * 12).strip()


def test_a_panel_goes_on_over_pages_and_loses_nothing():
    inside = tuple(paragraph(f"{n}. {SENTENCE}") for n in range(80))
    data = written(a_document(Panel(inside, plain_text("The panel", "en"))))
    read = tagged(data)

    assert read.pages > 2
    assert [node.words.partition(".")[0] for node in read.root.all("P")[1:]] == [str(n) for n in range(80)]


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_thirty_pages(locale):
    title, heading, prose, _, said = WORDS[locale]
    parts = [section(f"{heading} {n}", paragraph(prose, locale), a_list(said, said, lang=locale), lang=locale)
             for n in range(1, 240)]  # fmt: skip
    read = tagged(written(a_document(*parts, locale=locale, title=title)))

    assert read.pages >= 30
    assert len(read.root.all("H2")) == 239
    numbers = [int(number) for node in read.root.all("H2") for number in re.findall(r"\d+", node.words)]
    assert numbers == list(range(1, 240))
    assert read.artifacts[-1].endswith(f"{read.pages} of {read.pages}")


def test_what_is_taller_than_a_page_is_split_wherever_it_stands():
    tall = (SENTENCE * 90).strip()
    blocks = (Panel((paragraph(tall),)), Quote((paragraph(tall),)), Group((paragraph(tall),)), a_list(tall))
    read = tagged(written(a_document(*blocks)))

    assert read.root.words.count(SENTENCE.strip()) == 4 * 90


def test_a_picture_that_no_page_can_hold_is_reported():
    figure = a_figure("A tower")
    report = Report()
    with pytest.raises(PublishError):
        pdf.write(a_document(replace(figure, scene=replace(figure.scene, height=2000))), FILES, report)

    (problem,) = report
    assert (problem.code, str(problem.origin)) == ("too-tall", "templates/editions/leaflet.xml")
    assert "a picture" in problem.message


def test_an_edition_without_a_label_for_pages_has_numbers_alone():
    read = tagged(written(replace(a_document(), labels={})))

    assert read.artifacts[-1].endswith("· 1")


def test_a_document_without_blocks_has_its_title():
    read = tagged(written(a_document()))

    assert (read.pages, read.root.outline()) == (1, "Document(H1)")


def place(data: bytes, words: str) -> int:
    (page,) = [at for at, found in enumerate(page_words(data)) if words in found]
    return page


def left_of(data: bytes, words: str) -> float:
    """Return where `words` begin on the first page, in points from the left."""
    document = pypdfium2.PdfDocument(data)
    try:
        text = document[0].get_textpage()
        index, _ = text.search(words, match_case=True).get_next()
        left, *_ = text.get_charbox(index)
        return float(left)
    finally:
        document.close()


# --- pictures ------------------------------------------------------------------------------------------------------


def test_a_picture_for_word_is_as_wide_as_asked():
    from PIL import Image

    figure = a_figure("A square", "Left")
    image = Image.open(io.BytesIO(scene_png(figure.scene, a_document(), load_theme(FILES, Report()), 400)))

    assert image.size == (400, 120)
    colours: Any = image.convert("RGB").getcolors()
    assert (15, 110, 102) in {near(colour, (15, 110, 102)) for _, colour in colours}


def near(colour: tuple[int, ...], wanted: tuple[int, ...]) -> tuple[int, ...]:
    """Return `wanted` where `colour` is the same but for rounding."""
    return wanted if all(abs(one - two) <= 2 for one, two in zip(colour, wanted, strict=True)) else colour


# --- ReportLab ------------------------------------------------------------------------------------------------------
# What canvas.py leans on is not public. Each of these fails when ReportLab changes it.


def a_canvas() -> TaggedCanvas:
    return TaggedCanvas(a_document(), Structure(Element("Document")), (100, 100))


def test_reportlab_makes_no_font_of_its_own_where_the_preamble_is_ours():
    assert "/F1" in Canvas(io.BytesIO())._preamble
    assert a_canvas()._preamble == "1 0 0 1 0 0 cm"


def test_reportlab_keeps_a_pages_operators_in_a_list():
    canvas = a_canvas()
    canvas.operators("(ours) Tj")
    canvas.rect(0, 0, 1, 1)

    ours, theirs = canvas._code[-2:]
    assert ours == "(ours) Tj"
    assert theirs.split()[-3:] == ["re", "S", "n"] or " re S" in theirs


def test_reportlab_hands_each_page_to_set_annotations_before_it_is_closed():
    canvas = a_canvas()
    canvas.operators("q Q")
    canvas.showPage()

    (page,) = canvas.pages
    assert isinstance(page, pdfdoc.PDFPage)
    assert page.stream.split() == ["1", "0", "0", "1", "0", "0", "cm", "q", "Q"]
    assert page.Contents is None, "which leaves it to us"
    assert page.Tabs == "/S"


def test_reportlab_writes_the_keys_that_no_default_names():
    names = pdfdoc.PDFPage.__NoDefault__
    assert "Trans" in names
    assert "StructParents" not in names
    assert "Annots" in names
    assert {"StructTreeRoot", "MarkInfo", "Metadata"} <= set(pdfdoc.PDFCatalog.__NoDefault__)
    assert "OutputIntents" not in pdfdoc.PDFCatalog.__NoDefault__


def test_reportlab_numbers_an_object_when_it_is_told_of_it():
    document = a_canvas()._doc
    thing = Raw()
    document.Reference(thing, "a thing")
    thing.data = "<< /A 1 >>"

    number, version = document.idToObjectNumberAndVersion["a thing"]
    assert reference(document, "a thing") == f"{number} {version} R"
    assert pdfdoc.PDFIndirectObject("a thing", thing).format(document).split(b"\n")[:2] == [
        f"{number} {version} obj".encode(),
        b"<< /A 1 >>",
    ]


def test_reportlab_names_pages_and_annotations_as_we_do():
    canvas = a_canvas()
    canvas.link("https://example.org", (0, 0, 1, 1), Element("Link", canvas.structure.root), "words")
    canvas.showPage()

    assert reference(canvas._doc, "Page1")
    assert reference(canvas._doc, canvas._doc.annotationName("link 0"))


def test_reportlab_leaves_out_the_end_of_line_that_pdf_a_asks_for():
    plain = pdfdoc.PDFStream(pdfdoc.PDFDictionary({}), b"data", filters=None)
    document = a_canvas()._doc

    assert plain.format(document).endswith(b"dataendstream\n")
    assert stream(b"data", compress=False).format(document).endswith(b"data\r\nendstream\n")


def test_every_stream_of_a_file_ends_on_a_line_of_its_own_and_is_binary():
    data = written(a_leaflet("ar"))

    assert data.count(b"endstream") == data.count(b"\nendstream")
    assert b"ASCII85Decode" not in data
    assert rl_config.useA85 == 0


def test_reportlab_takes_fonts_from_the_resources_that_are_named_basic_fonts():
    assert isinstance(a_canvas()._doc.idToObject["BasicFonts"], pdfdoc.PDFDictionary)


def test_reportlab_gives_a_page_the_pictures_in_its_list_of_forms():
    png = io.BytesIO()
    PIL.Image.new("RGB", (2, 2), "#123456").save(png, "PNG")
    canvas = a_canvas()
    name = canvas.picture(png.getvalue())
    canvas.operators(f"/{name} Do")
    canvas.showPage()

    with pikepdf.open(io.BytesIO(canvas.finish())) as read:
        picture = read.pages[0].Resources.XObject[f"/{name}"]
        assert (int(picture.Width), int(picture.Height)) == (2, 2)
        assert picture.read_bytes()[:3] == b"\x12\x34\x56"


def test_reportlab_asks_the_identifier_of_a_file_once():
    assert "_ID" in source_of(pdfdoc.PDFDocument.ID)
    assert source_of(pdfdoc.PDFInfo.format).count("_dateFormatter") >= 1


def source_of(thing: object) -> str:
    return inspect.getsource(thing)  # type: ignore[arg-type]
