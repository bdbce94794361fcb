"""A PDF read back: every seeded fault is found and named once, and a faultless file is not accused."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.model.block import Block, Figure, Paragraph, Section, Table, TableRow
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Isolate, LineBreak, Run, Strong, Text, plain_text
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.verify.artifact.comparison import Piece, compare_shown, squeezed
from ecmiss_publish.verify.artifact.pdf import check
from tests.write.pdf_documents import (
    WORDS,
    a_document,
    a_figure,
    a_leaflet,
    a_link,
    a_list,
    a_table,
    paragraph,
    section,
    written,
)


def found(document: Document, data: bytes) -> list[tuple[str, str | None]]:
    """Return the codes and units of what the check says about `data`, which should be `document`."""
    report = Report()
    check(document, data, report)
    return [(problem.code, problem.unit) for problem in report]


def with_blocks(document: Document, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Document:
    """Return a leaflet whose only section has other blocks."""
    (only,) = document.blocks
    assert isinstance(only, Section)
    return replace(document, blocks=(replace(only, blocks=change(only.blocks)),))


def first_block(document: Document) -> Block:
    (only,) = document.blocks
    assert isinstance(only, Section)
    return only.blocks[0]


def unit_of(block: Block) -> str | None:
    assert isinstance(block, Paragraph)
    return block.text.unit


# --- no false alarm --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", WORDS)
def test_a_faultless_leaflet_has_no_problems(locale):
    document = a_leaflet(locale)

    assert found(document, written(document)) == []


@pytest.mark.parametrize("locale", WORDS)
def test_a_long_leaflet_has_no_problems(locale):
    _, heading, prose, _, said = WORDS[locale]
    lang = locale.replace("_", "-")
    parts = [section(f"{heading} {n}", paragraph(prose, lang), a_list(said, prose, ordered=n % 2 == 0, lang=lang),
                     lang=lang) for n in range(30)]  # fmt: skip
    document = a_document(*parts, locale=locale, title=heading)

    assert found(document, written(document)) == []


def test_an_empty_document_has_no_problems():
    assert found(a_document(), written(a_document())) == []


@pytest.mark.parametrize(
    "block",
    [
        paragraph("Range 0.5-1.5 cm; e-mail: a.b@example.org, +49 (0)30 123-456"),
        paragraph("Well-known co-operation — “quoted” ‘words’ … 50 % ± 2 °C"),
        paragraph(Text((Run("one"), LineBreak(), Strong((Run("two"),)), Run("\u00a0three")), "en")),
        paragraph(Text((Run("A\u00adsoft hyphen and a zero\u200bwidth space"),), "en")),
        a_link("https://example.org/a-very-long-address/that-fits-no-line" * 3, "https://example.org"),
        paragraph("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3),
        a_table(("", "", "x"), ("", "", ""), ("y", "", "")),
        paragraph("<b>not markup</b>".replace("<b>", "2 < 3 ").replace("</b>", " > 1")),
    ],
)
def test_unusual_words_have_no_problems(block):
    document = a_document(block)

    assert found(document, written(document)) == []


def test_arabic_with_numbers_brackets_and_a_dose_has_no_problems():
    dose = Text((Run("الجرعة "), Isolate((Run("0.5-1.5 mg"),)), Run(" (مرتين) من ١٠ إلى ٢٠؛ ECMISS-01.")), "ar")
    document = a_document(paragraph(dose), paragraph("مُحَمَّدٌ تُمَسّ.", "ar"), locale="ar", title="ورقة")

    assert found(document, written(document)) == []


def test_a_fallback_in_english_has_no_problems_in_an_arabic_leaflet():
    document = a_document(
        paragraph("Not yet translated (8 mm).", "en"),
        a_figure("A square", "Muscle", lang="en"),
        locale="ar",
        title="ورقة",
    )

    assert found(document, written(document)) == []


# --- seeded faults ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", WORDS)
def test_a_lost_paragraph_is_named_and_no_other(locale):
    whole = a_leaflet(locale)
    lost = first_block(whole)

    assert found(whole, written(with_blocks(whole, lambda blocks: blocks[1:]))) == [("missing-unit", unit_of(lost))]


def test_a_paragraph_that_lost_its_last_words_is_named():
    text = plain_text("Ask your doctor. Never take more than two a day.", "en", "dose.text")
    whole = a_document(paragraph("Before."), paragraph(text), paragraph("After."))
    cut = replace(whole, blocks=(whole.blocks[0], paragraph("Ask your doctor."), whole.blocks[2]))

    assert found(whole, written(cut)) == [("missing-unit", "dose.text")]


def test_a_changed_number_is_named():
    text = plain_text("Take 10 mg a day.", "en", "dose.text")
    whole = a_document(paragraph("Before."), paragraph(text), paragraph("After."))
    changed = replace(whole, blocks=(whole.blocks[0], paragraph("Take 1.0 mg a day."), whole.blocks[2]))

    assert found(whole, written(changed)) == [("missing-unit", "dose.text")]


def test_a_unit_whose_words_stand_in_another_is_missed_all_the_same():
    risk, risks = plain_text("Risk", "en", "risk"), plain_text("Risk of infection", "en", "risks")
    whole = a_document(paragraph(risk), paragraph("Between."), paragraph(risks))

    assert found(whole, written(replace(whole, blocks=whole.blocks[1:]))) == [("missing-unit", "risk")]


def test_one_of_two_equal_texts_is_missed():
    whole = a_document(paragraph("Yes.", unit="a"), paragraph("Between."), paragraph("Yes.", unit="b"))

    assert found(whole, written(replace(whole, blocks=whole.blocks[:2]))) == [("missing-unit", "b")]


@pytest.mark.parametrize("locale", WORDS)
def test_two_swapped_cells_are_one_problem(locale):
    whole = a_leaflet(locale)

    def swap(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        (table,) = [block for block in blocks if isinstance(block, Table)]
        first, *others = table.rows
        label, one, two = first.cells
        changed = replace(table, rows=(TableRow((label, two, one)), *others))
        return tuple(changed if block is table else block for block in blocks)

    ((code, _),) = found(whole, written(with_blocks(whole, swap)))
    assert code == "wrong-order"


@pytest.mark.parametrize("locale", WORDS)
def test_a_moved_paragraph_is_one_problem(locale):
    whole = a_leaflet(locale)
    moved = first_block(whole)

    assert found(whole, written(with_blocks(whole, lambda blocks: (*blocks[1:], blocks[0])))) == [
        ("wrong-order", unit_of(moved))
    ]


def test_a_wrong_language_is_one_problem_at_its_origin():
    text = Text((Run("Bonjour"),), "fr", "greeting", "", Origin("locales/fr.po", 12))
    whole = a_document(paragraph("Before."), paragraph(text), paragraph("After."))
    wrong = replace(whole, blocks=(whole.blocks[0], paragraph(replace(text, lang="en")), whole.blocks[2]))
    report = Report()
    check(whole, written(wrong), report)

    (problem,) = report
    assert (problem.code, problem.unit, problem.origin) == ("wrong-language", "greeting", Origin("locales/fr.po", 12))
    assert "en" in problem.message
    assert "fr" in problem.message


def test_a_picture_without_its_words_is_one_problem():
    whole = a_document(a_figure("A square, half hatched", "Left"))
    figure = whole.blocks[0]
    assert isinstance(figure, Figure)
    silent = replace(whole, blocks=(replace(figure, alt=plain_text("A square", "en")),))

    assert found(whole, written(silent)) == [("missing-alt", "figure.alt")]


def test_a_label_of_a_picture_that_is_lost_is_named():
    whole = a_document(a_figure("A square", "Left", "Right"))

    assert found(whole, written(a_document(a_figure("A square", "Left")))) == [("missing-unit", None)]


@pytest.mark.parametrize("left", ["{page}", "{{ title }}", "</strong>", "&amp;"])
def test_a_leftover_is_named(left):
    document = a_document(paragraph(f"This is {left} of it."))
    report = Report()
    check(document, written(document), report)

    (problem,) = report
    assert problem.code == "leftover-placeholder"
    assert left.split()[0] in problem.message


def test_what_is_no_pdf_is_unreadable():
    assert found(a_document(), b"%PDF-1.7\nno") == [("unreadable", None)]


def test_a_file_of_another_document_has_a_problem_for_each_unit():
    wanted = a_document(paragraph("One.", unit="one"), paragraph("Two.", unit="two"), title="Three")

    assert {code for code, _ in found(wanted, written(a_document(paragraph("Else."))))} == {"missing-unit"}
    assert len(found(wanted, written(a_document(paragraph("Else."))))) == 3


# --- the comparison alone --------------------------------------------------------------------------------------


def compared(wanted: list[str], shown: list[str]) -> list[tuple[str, str | None]]:
    report = Report()
    texts = [plain_text(words, "en", f"{at} {words}") for at, words in enumerate(wanted)]
    compare_shown(a_document(), texts, [Piece(words, "en") for words in shown], report)
    return [(problem.code, (problem.unit or "").partition(" ")[2]) for problem in report]


@pytest.mark.parametrize(
    ("wanted", "shown", "problems"),
    [
        ("one two three", "one two three", []),
        ("one two three", "• one 1 two 2. three", []),
        ("one two three", "one three", [("missing-unit", "two")]),
        ("one two three", "two three one", [("wrong-order", "one")]),
        ("one two three", "two one three", [("wrong-order", "one")]),
        ("no no yes no", "no no no yes", [("wrong-order", "no")]),
        ("a b c d e f g h", "b c d e f g h", [("missing-unit", "a")]),
        ("a abc b abc c", "a b abc c", [("missing-unit", "abc")]),
        ("one", "", [("missing-unit", "one")]),
        ("", "anything", []),
    ],
)
def test_a_fault_is_named_once(wanted, shown, problems):
    assert compared(wanted.split(), shown.split()) == problems


words = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=12)


@given(words, st.lists(st.sampled_from("•1."), max_size=4))
def test_the_texts_themselves_in_order_have_no_problems(texts, markers):
    shown = [piece for at, text in enumerate(texts) for piece in (*markers[at : at + 1], text)]

    assert compared(texts, shown) == []


@given(words, st.data())
def test_one_lost_text_is_one_problem(texts, data):
    lost = data.draw(st.integers(0, len(texts) - 1))
    problems = compared(texts, texts[:lost] + texts[lost + 1 :])

    assert len(problems) <= 1 + texts.count(texts[lost]) or "".join(texts) == ""
    assert problems


@given(words, words)
def test_no_problem_means_that_the_texts_are_there_in_order(texts, shown):
    if not compared(texts, shown):
        rest = squeezed("".join(shown))
        for text in texts:
            _, there, rest = rest.partition(text)
            assert there


def test_a_whole_document_takes_a_few_milliseconds_even_where_all_is_wrong():
    texts = [f"Sentence {n} of a leaflet that is neither short nor long" for n in range(300)]
    for shown in (texts, texts[::-1], texts[150:] + texts[:150]):
        start = time.process_time()
        compared(texts, shown)
        assert time.process_time() - start < 0.5  # ten times what it takes
