"""The Word writer: what a reader, a screen reader and marketing find in the file."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import assume, given, settings

from ecmiss_publish.markup.bookmark import bookmark_name
from ecmiss_publish.model.block import (
    Attrs,
    Block,
    Break,
    Cell,
    Definition,
    Definitions,
    Group,
    List,
    ListItem,
    Panel,
    Paragraph,
    Quote,
    Section,
    Table,
    TableRow,
)
from ecmiss_publish.model.inline import Emphasis, Foreign, Inline, Isolate, LineBreak, Link, Run, Strong, Text, links
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.verify.artifact.docx import check
from ecmiss_publish.write import docx
from ecmiss_publish.write.docx.languages import language_of
from tests.strategies import texts
from tests.support import THEME, DictSources
from tests.write.docx_documents import (
    BODY,
    FILES,
    NAMES,
    W,
    a_document,
    a_figure,
    a_list,
    a_myth,
    a_paragraph,
    a_table,
    body,
    found,
    paragraph_of,
    part,
    runs_of,
    shown,
    style_named,
    style_of,
    styles_and_words,
    words,
    written,
)

EVERYTHING: tuple[Block, ...] = (
    Section(words("First", "s"), (a_paragraph("A word.", "p"), Section(words("Below", "s.b"), (a_list("a", "b"),)))),
    a_list("One", "Two", ordered=True),
    List((ListItem((a_paragraph("Text"), a_list("inner")), words("Title")), ListItem((a_table(("H",), ("c",)),)))),
    Definitions((Definition(words("Q?"), (a_paragraph("A."),)),), Attrs(role="faq")),
    Definitions((Definition(words("Age:"), (a_paragraph("42"),)), Definition(words("Then:"), (a_list("x"),)))),
    a_table(("Feature", "Here"), ("Size", "5 cm")),
    a_figure("Skin", "Bone"),
    Quote((a_paragraph("“Good.”"),)),
    Panel((a_paragraph("Fact"), a_list("one"), Quote((a_paragraph("said"),))), words("Panel"), Attrs(role="case")),
    Panel((a_paragraph("Note"),), None, Attrs(role="notice")),
    a_myth("It hurts.", "It does not.", "Not at all."),
    List((ListItem((a_paragraph("Tools"),), words("Small:")),), attrs=Attrs(role="benefits")),
    Panel(
        (
            Definitions((Definition(words("Stay"), (a_paragraph("A day."),)),), Attrs(role="glance-facts")),
            List((ListItem((a_list("deep"),), words("Step")),), ordered=True),
            Group((Paragraph(words("+49 30 1"), Attrs(role="phone")), a_figure(), a_paragraph("here"))),
        ),
        words("Clinic"),
        Attrs(role="clinic"),
    ),
    Group((Paragraph(words("Lead"), Attrs(role="lead")), Paragraph(words("Imprint"), Attrs(role="imprint")))),
    Break(),
    a_paragraph("The end."),
)


# --- the file ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["en", "de", "ar", "ur", "hi", "th", "zh_Hans", "zh_Hant", "ja", "ko"])
def test_every_block_is_written_and_read_back_in_every_script(locale):
    document = a_document(*EVERYTHING, locale=locale)
    report = Report()

    check(document, written(document), report)

    assert [str(problem) for problem in report] == []


@given(texts())
@settings(max_examples=60, deadline=None)
def test_whatever_a_text_holds_is_read_back(text):
    document = a_document(Paragraph(text), List((ListItem((Paragraph(text),), text),)))
    report = Report()
    assume(not any(True for link in links(text.inlines) for _ in links(link.inlines)))  # the grammar has none

    check(document, written(document), report)

    assert {problem.code for problem in report} <= {"leftover-placeholder"}


def test_the_same_document_gives_the_same_bytes():
    document = a_document(*EVERYTHING)

    assert written(document) == written(document)


def test_nothing_of_the_template_is_left():
    data = written(a_document(*EVERYTHING))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        names = archive.namelist()

    assert not re.search(rb"python-docx|Macintosh|2013-|rsid|Calibri|Cambria|Times New Roman|updateFields", everything)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "Effects" in name]
    assert len(found(part(data, "word/styles.xml"), "w:style")) < 90


def test_python_docx_opens_the_file_and_knows_its_facts():
    file = python_docx.Document(BytesIO(written(a_document(locale="zh_Hans", title="膝盖"))))

    facts = file.core_properties
    assert (facts.title, facts.language, facts.subject) == ("膝盖", "zh-Hans", "KNEE-01")
    assert facts.author == "ecmiss_publish"
    assert facts.created is not None
    assert facts.created.year == 2026


def test_a_page_that_the_theme_does_not_have_is_a_problem():
    document = a_document()
    report = Report()

    with pytest.raises(PublishError):
        docx.write(replace(document, edition=replace(document.edition, page="a7")), FILES, report)

    assert [(problem.code, str(problem.origin)) for problem in report] == [
        ("unknown-page", "templates/editions/brochure.xml:1")
    ]


# --- structure --------------------------------------------------------------------------------------------------


def test_headings_are_styles_by_depth_and_the_title_is_the_title():
    deep: tuple[Block, ...] = ()
    for level in range(8, 0, -1):
        deep = (Section(words(f"Level {level}"), deep),)

    styles = [style_of(paragraph) for paragraph in body(a_document(*deep)).iter(f"{W}p")]

    headings = [f"Heading{level}" for level in (1, 2, 3, 4, 5, 6, 6, 6)]
    assert styles == ["Title", *headings]


def test_the_second_ordered_list_begins_with_one():
    data = written(a_document(a_list("a", "b", ordered=True), a_list("c", ordered=True)))
    numbers = [number.get(f"{W}val") for number in found(part(data), ".//w:numPr/w:numId")]
    starts = [
        (number.get(f"{W}numId"), start.get(f"{W}val"))
        for number in found(part(data, "word/numbering.xml"), "w:num")
        for start in found(number, ".//w:startOverride")
    ]

    assert numbers[0] == numbers[1] != numbers[2]
    assert starts == [(numbers[0], "1"), (numbers[2], "1")]


def test_a_list_in_a_list_has_the_style_of_its_level():
    inner = List((ListItem((a_paragraph("inner"), a_paragraph("more"))),))
    root = body(a_document(List((ListItem((a_paragraph("outer"), inner, a_paragraph("after"))),))))

    styles = {text: style_of(paragraph_of(root, text)) for text in ("outer", "inner", "more", "after")}
    assert styles == {
        "outer": "ListBullet",
        "inner": "ListBullet2",
        "more": "ListContinue2",
        "after": "ListContinue",
    }


def test_lists_in_panels_and_quotations_keep_their_marks():
    nested = List((ListItem((a_paragraph("outer"), a_list("inner"))),))
    root = body(a_document(Panel((nested,)), Quote((a_list("said"), a_paragraph("words")))))

    styles = {text: style_of(paragraph_of(root, text)) for text in ("outer", "inner", "said", "words")}
    assert styles == {"outer": "PanelBullet", "inner": "PanelBullet2", "said": "ListBullet", "words": "Quote"}


def test_an_items_title_runs_into_its_first_paragraph():
    root = body(a_document(List((ListItem((a_paragraph("It heals."),), words("Fast:")),))))
    paragraph = paragraph_of(root, "Fast")

    assert shown(paragraph) == "Fast: It heals."
    styles = [style.get(f"{W}val") for style in found(paragraph, "w:r/w:rPr/w:rStyle")]
    assert styles == ["Strong"]


def test_a_question_stands_alone_and_a_fact_before_its_words():
    entry = (Definition(words("Where?"), (a_paragraph("Here."),)),)
    root = body(a_document(Definitions(entry, Attrs(role="faq")), Definitions(entry, Attrs(role="facts"))))

    paragraphs = [(style_of(paragraph), shown(paragraph)) for paragraph in root.iter(f"{W}p")][1:]
    assert paragraphs == [("Question", "Where?"), ("Answer", "Here."), ("Normal", "Where? Here.")]


def test_a_table_has_a_head_that_repeats_and_a_name():
    root = body(a_document(a_table(("Feature", "Here"), ("Size", "5 cm"), ("Time", "1 day"))))
    rows = found(root, ".//w:tr")

    assert [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows] == [True, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows)
    assert found(root, ".//w:tblCaption")[0].get(f"{W}val") == "A table"


def test_a_column_whose_longest_word_would_not_fit_is_wider():
    table = a_table(("Merkmal", "ECMISS", "Offen"), ("Schmerzmittelverbrauch", "gering", "hoch"))

    even = [
        int(column.get(f"{W}w", "")) for column in found(body(a_document(a_table(("a", "b", "c")))), ".//w:gridCol")
    ]
    first, *others = (int(column.get(f"{W}w", "")) for column in found(body(a_document(table)), ".//w:gridCol"))

    assert len(set(even)) == len(set(others)) == 1
    assert first > even[0] > others[0]
    assert first + sum(others) == pytest.approx(sum(even), abs=3)


def test_columns_with_a_role_are_tinted_and_row_heads_bold():
    cells = (Cell(words("Size"), header=True), Cell(words("5 cm"), attrs=Attrs(role="ecmiss")))
    root = body(a_document(Table(words("T"), TableRow(cells), (TableRow(cells),))))

    fills = [fill.get(f"{W}fill") for fill in found(root, ".//w:tcPr/w:shd")]
    assert fills == ["E8F1F9", "E8F1F9"]
    assert [style_of(paragraph) for paragraph in found(root, ".//w:tc/w:p")] == [
        "TableHead",
        "TableHeadEcmiss",
        "TableRowHead",
        "TableText",
    ]


def test_tables_that_touch_stay_two():
    root = body(a_document(a_table(("a",), ("b",)), a_table(("c",), ("d",))))
    body_element = root[0]

    kinds = [re.sub("{.*}", "", str(child.tag)) for child in body_element]
    assert kinds == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_picture_has_its_words_and_the_drawing_beside_the_bitmap():
    data = written(a_document(a_figure("Skin")))
    root = part(data)

    (picture,) = found(root, ".//wp:docPr")
    assert picture.get("descr") == "A knee, drawn"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.read("word/media/image1.png").startswith(b"\x89PNG")
        assert b">Skin<" in archive.read("word/media/image1.svg")
    assert style_of(paragraph_of(root, "The knee")) == "Caption"


def test_a_break_begins_a_page_with_the_next_paragraph():
    root = body(a_document(a_paragraph("before"), Break(), a_paragraph("after"), a_paragraph("later")))

    broken = [shown(paragraph) for paragraph in root.iter(f"{W}p") if found(paragraph, "w:pPr/w:pageBreakBefore")]
    assert broken == ["after"]


# --- roles ------------------------------------------------------------------------------------------------------


def test_a_step_stands_above_how_it_is_done():
    steps = List((ListItem((a_paragraph("By MRI."),), words("Look")), ListItem((), words("Close"))), ordered=True)
    root = body(a_document(steps))

    assert styles_and_words(root) == [
        ("ListNumberTitle", "Look"),
        ("ListContinue", "By MRI."),
        ("ListNumberTitle", "Close"),
    ]
    assert len({number.get(f"{W}val") for number in found(root, ".//w:numPr/w:numId")}) == 1


def test_a_panel_looks_as_the_theme_says_of_its_role():
    data = written(a_document(Panel((a_paragraph("Ask"),), words("Clinic"), Attrs(role="clinic"))))
    style = style_named(data, "Clinic")

    assert styles_and_words(part(data)) == [("ClinicTitle", "Clinic"), ("Clinic", "Ask")]
    assert [fill.get(f"{W}fill") for fill in found(style, "w:pPr/w:shd")] == ["E6F1F5"]
    assert [bar.get(f"{W}color") for bar in found(style, "w:pPr/w:pBdr/w:left")] == ["0B4F6C"]


def test_a_role_that_is_new_in_the_theme_needs_no_code():
    theme = FILES.read(THEME) + b'\n[role.warm-words]\nfill = "amber-tint"\n[role.loud]\nsize = "h2"\nbold = true\n'
    panel = Panel((a_paragraph("Hello"), Paragraph(words("Hey"), Attrs(role="loud"))), None, Attrs(role="warm-words"))
    data = docx.write(a_document(panel), DictSources({THEME: theme}), Report())

    assert styles_and_words(part(data)) == [("WarmWords", "Hello"), ("WarmWordsLoud", "Hey")]
    assert [size.get(f"{W}val") for size in found(style_named(data, "WarmWordsLoud"), "w:rPr/w:sz")] == ["38"]


def test_only_boxes_that_the_document_has_are_offered():
    def offered(*blocks: Block) -> set[str | None]:
        return {style.get(f"{W}styleId") for style in found(part(written(a_document(*blocks)), "word/styles.xml"), "*")}

    assert "Panel" in offered()
    assert not {"Clinic", "Glance", "ClinicPhone"} & offered()
    assert {"Clinic"} == {"Clinic", "ClinicTitle"} & offered(Panel((a_paragraph("a"),), None, Attrs(role="clinic")))


def test_what_people_say_stays_with_what_is_so_and_has_no_bullet():
    root = body(a_document(a_myth("Only young?", "No.", "Everyone."), a_paragraph("Next")))

    assert styles_and_words(root) == [
        ("ClaimTag", "People say"),
        ("Claim", "Only young?"),
        ("FactTag", "In fact"),
        ("Fact", "No."),
        ("FactBullet", "Everyone."),
        ("AfterPanel", "Next"),
    ]
    kept = [shown(paragraph) for paragraph in root.iter(f"{W}p") if found(paragraph, "w:pPr/w:keepNext")]
    assert kept == ["People say", "Only young?", "In fact", "No."]


def test_the_claim_is_quiet_and_the_fact_stands_on_a_tint():
    data = written(a_document(a_myth("Only young?", "No.")))
    claim, fact = style_named(data, "Claim"), style_named(data, "Fact")

    assert [colour.get(f"{W}val") for colour in found(claim, "w:rPr/w:color")] == ["4A5763"]
    assert not found(claim, "w:pPr/w:shd")
    assert [len(found(style, "w:pPr/w:pBdr/*")) for style in (claim, fact)] == [1, 4]
    assert [fill.get(f"{W}fill") for fill in found(fact, "w:pPr/w:shd")] == ["E3F3F1"]


def test_cards_are_a_list_in_a_box():
    card = ListItem((a_paragraph("It heals."),), words("Fast:"))
    data = written(a_document(List((card, card), attrs=Attrs(role="benefits"))))

    assert styles_and_words(part(data)) == [("BenefitsBullet", "Fast: It heals.")] * 2
    assert found(style_named(data, "BenefitsBullet"), "w:pPr/w:numPr")


def test_facts_of_a_panel_stand_below_their_terms():
    facts = Definitions((Definition(words("Stay"), (a_paragraph("One day."),)),), Attrs(role="glance-facts"))

    root = body(a_document(Panel((facts,), words("At a glance"), Attrs(role="glance"))))

    assert styles_and_words(root) == [("GlanceTitle", "At a glance"), ("GlanceTerm", "Stay"), ("Glance", "One day.")]


def test_a_telephone_number_is_large_in_its_panel():
    phone = Paragraph(words("+49 30 1234"), Attrs(role="phone"))
    data = written(
        a_document(Panel((Group((phone,), Attrs(role="contact")),), None, Attrs(role="clinic")), locale="ar")
    )
    style = style_named(data, "ClinicPhone")

    assert style_of(paragraph_of(part(data), "1234")) == "ClinicPhone"
    assert [size.get(f"{W}val") for size in found(style, "w:rPr/w:sz")] == ["44"]
    assert [base.get(f"{W}val") for base in found(style, "w:basedOn")] == ["Clinic"]


def test_a_line_to_write_on_follows_its_words():
    data = written(a_document(Paragraph(words("Telephone"), Attrs(role="write")), locale="ar"))

    assert found(paragraph_of(part(data), "Telephone"), "w:r/w:tab")
    assert [tab.get(f"{W}leader") for tab in found(style_named(data, "Write"), "w:pPr/w:tabs/w:tab")] == ["underscore"]


def test_a_paragraph_is_no_box_where_its_role_is_one():
    notice = Paragraph(words("Ask us."), Attrs(role="notice"))
    root = body(a_document(Panel((a_paragraph("Draft"),), None, Attrs(role="notice")), notice))

    assert styles_and_words(root) == [("Notice", "Draft"), ("NoticeText", "Ask us.")]


def test_a_picture_without_words_is_small_and_one_with_words_as_wide_as_the_text():
    widths = [
        round(int(extent.get("cx", "")) / 36000)  # millimetres
        for extent in found(body(a_document(a_figure("Skin"), a_figure())), ".//wp:extent")
    ]

    assert widths == [170, 41]


def test_a_picture_in_a_panel_stays_in_the_box():
    data = written(a_document(Panel((a_figure(),), None, Attrs(role="clinic"))))

    styles = [style_of(paragraph) for paragraph in part(data).iter(f"{W}p")][1:]
    assert styles == ["ClinicPicture", "ClinicCaption"]
    assert not found(style_named(data, "ClinicPicture"), "w:pPr/w:ind")


def test_icons_are_left_out():
    icon = a_figure().scene
    card = ListItem((a_paragraph("It heals."),), words("Fast:"), Attrs(icon=icon))

    assert not found(body(a_document(List((card,), attrs=Attrs(role="benefits")))), ".//wp:docPr")


def test_words_of_a_panel_share_an_indent_so_that_the_box_stays_one():
    panel = Panel((a_paragraph("a"), a_list("b"), Quote((a_paragraph("c"),))), words("t"), Attrs(role="case"))
    data = written(a_document(panel))
    styles = {style.get(f"{W}styleId"): style for style in found(part(data, "word/styles.xml"), "w:style")}

    used = [style_of(paragraph) for paragraph in part(data).iter(f"{W}p")][1:]
    assert used == ["CaseTitle", "Case", "CaseBullet", "CaseQuote"]
    assert len(found(styles["Case"], "w:pPr/w:ind")) == 1
    for name in used[2:]:
        assert [base.get(f"{W}val") for base in found(styles[name], "w:basedOn")] == ["Case"]
        assert not found(styles[name], "w:pPr/w:ind")


def test_nothing_is_formatted_by_hand():
    root = body(a_document(*EVERYTHING))

    by_hand = {"sz", "szCs", "color", "b", "i", "u", "jc", "spacing", "ind", "pBdr"}
    assert not [element for element in root.iter() if str(element.tag).removeprefix(W) in by_hand]


def test_every_style_that_is_used_is_there():
    data = written(a_document(*EVERYTHING, locale="ar"))
    there = {style.get(f"{W}styleId") for style in found(part(data, "word/styles.xml"), "w:style")}

    used = {
        element.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for element in part(data).iter(f"{W}{kind}")
    }
    assert used <= there


# --- words ------------------------------------------------------------------------------------------------------


def test_strong_emphasis_and_links_have_styles_of_their_own():
    text = Text(
        (Run("a "), Strong((Run("b"), Emphasis((Run("c"),)))), Link((Run("d"), Strong((Run("e"),))), "https://x.org/")),
        "en",
    )
    paragraph = paragraph_of(body(a_document(Paragraph(text))), "a ")

    styles = [
        (shown(run), style[0].get(f"{W}val") if (style := found(run, "w:rPr/w:rStyle")) else "")
        for run in paragraph.iter(f"{W}r")
    ]
    assert styles == [
        ("a ", ""),
        ("b", "Strong"),
        ("c", "StrongEmphasis"),
        ("d", "Hyperlink"),
        ("e", "HyperlinkStrong"),
    ]
    assert len(found(paragraph, "w:hyperlink")) == 1


def test_a_line_break_is_one():
    paragraph = paragraph_of(body(a_document(Paragraph(Text((Run("a"), LineBreak(), Run("b")), "en")))), "ab")

    assert len(found(paragraph, "w:r/w:br")) == 1


def test_words_that_look_like_markup_stay_words():
    paragraph = paragraph_of(body(a_document(a_paragraph('</w:t> & <b> "x" '))), "<b>")

    assert shown(paragraph) == '</w:t> & <b> "x" '


def test_a_unit_stands_in_a_bookmark_and_a_second_time_in_another():
    root = body(a_document(a_paragraph("One", "a.b"), a_paragraph("One", "a.b")))

    names = [start.get(f"{W}name") for start in found(root, ".//w:bookmarkStart")]
    assert names == ["u_title", "u_a__b", "u_a__b_2"]


@pytest.mark.parametrize("unit", ["faq.anesthesia.answer", "a" * 60, "with-hyphen.é", "x.y" * 20])
def test_a_bookmarks_name_is_short_plain_and_its_own(unit):
    names = [bookmark_name(unit, time) for time in (1, 2, 12)]

    assert all(re.fullmatch(r"u_[A-Za-z0-9_]{1,38}", name) for name in names)
    assert len({*names, bookmark_name(f"{unit}z")}) == 4


# --- right to left, and scripts ---------------------------------------------------------------------------------


def test_arabic_runs_from_the_right_and_latin_words_in_it_do_not():
    runs = runs_of(a_document(a_paragraph("جراحة ECMISS آمنة.", lang="ar"), locale="ar"), "ECMISS")

    assert runs == [("جراحة ", True), ("ECMISS", False), (" آمنة.", True)]


def test_a_range_in_an_isolate_is_one_run_from_the_left():
    text = Text((Isolate((Run("0.5–1.5"),)), Run(" سم")), "ar")

    assert runs_of(a_document(Paragraph(text), locale="ar"), "0.5") == [
        ("\u20660.5–1.5\u2069", False),
        ("\u00a0سم", True),
    ]


def test_a_line_feed_in_an_isolate_does_not_end_it():
    text = Text((Isolate((Run("\n0"),)), Run("ש")), "en")

    assert runs_of(a_document(Paragraph(text)), "0") == [("\u2066\n0\u2069", False), ("ש", True)]


@pytest.mark.parametrize(
    ("locale", "before", "expected"),
    [
        ("de", "mit ", [("mit ", None), ("ECMISS", "en-US")]),
        ("ar", "مع ", [("مع ", None), ("\u2066ECMISS\u2069", "en-US")]),
        ("en", "with ", [("with ECMISS", None)]),
    ],
)
def test_a_name_in_another_language_is_marked_with_it(locale, before, expected):
    name: Inline = Foreign((Run("ECMISS"),), "en")
    text = Text((Run(before), Isolate((name,)) if locale == "ar" else name), locale)
    root = body(a_document(Paragraph(text), locale=locale))

    marks = [
        (shown(run), lang[0].get(f"{W}val") if (lang := found(run, "w:rPr/w:lang")) else None)
        for run in paragraph_of(root, "ECMISS").iter(f"{W}r")
        if shown(run) in dict(expected)
    ]
    assert marks == expected


def test_english_in_an_arabic_file_is_marked_and_runs_from_the_left():
    paragraph = paragraph_of(body(a_document(a_paragraph("Not yet."), locale="ar")), "Not yet")
    (run,) = found(paragraph, "w:r")

    assert not found(run, "w:rPr/w:rtl")
    assert found(run, "w:rPr/w:lang")[0].get(f"{W}val") == "en-US"
    assert found(paragraph, "w:pPr/w:bidi")[0].get(f"{W}val") == "0"


def test_english_beside_an_arabic_bullet_keeps_the_bullets_side():
    paragraph = paragraph_of(body(a_document(a_list("Not yet."), locale="ar")), "Not yet")

    assert not found(paragraph, "w:pPr/w:bidi")
    assert shown(paragraph) == "\u2066Not yet.\u2069"


def test_an_arabic_file_runs_from_the_right_as_a_whole():
    data = written(a_document(a_table(("a", "b"), ("c", "d")), locale="ar"))
    root = part(data)

    assert found(root, ".//w:sectPr/w:bidi")
    assert found(root, ".//w:sectPr/w:rtlGutter")
    assert found(root, ".//w:tblPr/w:bidiVisual")
    styles = found(part(data, "word/styles.xml"), "w:style")
    assert all(found(style, "w:pPr/w:bidi") for style in styles if style.get(f"{W}type") == "paragraph")


def test_bold_and_size_are_said_for_complex_letters_too():
    styles = part(written(a_document(locale="ar")), "word/styles.xml")

    for style in found(styles, "w:style"):
        assert len(found(style, "w:rPr/w:b")) <= len(found(style, "w:rPr/w:bCs")), style.get(f"{W}styleId")
        assert len(found(style, "w:rPr/w:sz")) == len(found(style, "w:rPr/w:szCs")), style.get(f"{W}styleId")


def test_chinese_runs_ask_for_wide_punctuation_and_latin_words_do_not():
    document = a_document(a_paragraph("“手术”ECMISS。", lang="zh-Hans"), locale="zh_Hans")
    paragraph = paragraph_of(body(document), "ECMISS")

    hints = [(shown(run), bool(found(run, "w:rPr/w:rFonts"))) for run in paragraph.iter(f"{W}r")]
    assert hints == [("“手术”", True), ("ECMISS", False), ("。", True)]


def test_full_width_punctuation_behind_a_title_needs_no_space():
    card = ListItem((a_paragraph("当天下地。", "b", "zh-Hans"),), words("快：", "a", "zh-Hans"))
    document = a_document(List((card,)), locale="zh_Hans")
    report = Report()

    check(document, written(document), report)

    assert [str(problem) for problem in report] == []
    assert shown(paragraph_of(body(document), "快")) == "快：当天下地。"


def test_hindi_runs_are_complex_and_latin_words_in_them_are_not():
    paragraph = paragraph_of(body(a_document(a_paragraph("यह MRI है।", lang="hi"), locale="hi")), "MRI")

    marks = [(shown(run), bool(found(run, "w:rPr/w:cs"))) for run in paragraph.iter(f"{W}r")]
    assert marks == [("यह ", True), ("MRI", False), (" है।", True)]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en-US"),
        ("ar", "ar-EG"),
        ("zh-Hans", "zh-CN"),
        ("zh-Hant", "zh-TW"),
        ("pt-BR", "pt-BR"),
        ("sr-Latn", "sr-Latn-RS"),
    ],
)
def test_a_language_has_the_region_that_word_wants(tag, expected):
    assert language_of(tag).tag == expected


@pytest.mark.parametrize(
    ("locale", "family"),
    [("de", "Noto Sans"), ("ar", "Noto Sans Arabic"), ("hi", "Noto Sans Devanagari"), ("zh_Hant", "Noto Sans TC")],
)
def test_the_theme_names_the_scripts_font(locale, family):
    data = written(a_document(locale=locale))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        theme, table = archive.read("word/theme/theme1.xml"), archive.read("word/fontTable.xml")

    assert f'typeface="{family}"'.encode() in theme
    assert f'w:name="{family}"'.encode() in table


# --- around the page --------------------------------------------------------------------------------------------


def test_the_footer_counts_where_the_label_says():
    data = written(a_document(page="{pages} in all, this is {page}"))

    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(data, name)
        assert shown(footer) == "1 in all, this is 1"
        fields = [field.get(f"{W}instr") for field in found(footer, ".//w:fldSimple")]
        assert fields == [" NUMPAGES ", " PAGE "]


def test_the_header_has_title_and_reference_and_the_first_page_has_none():
    data = written(a_document())

    assert shown(part(data, "word/header1.xml")) == "KneeKNEE-01"
    references = found(part(data, BODY), ".//w:sectPr/*")[:3]
    kinds = [(re.sub("{.*}", "", str(each.tag)), each.get(f"{W}type")) for each in references]
    assert sorted(kinds) == [
        ("footerReference", "default"),
        ("footerReference", "first"),
        ("headerReference", "default"),
    ]
