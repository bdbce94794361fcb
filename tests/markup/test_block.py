"""Block markup -> blocks: the vocabulary of editions, and what is said of every mistake, with its template line."""

import pytest
from hypothesis import given

from ecmiss_publish.markup.block import Markings, parse_edition, text_markup
from ecmiss_publish.model.block import Figure, Group, List, Panel, Paragraph, Quote, Section, Table, walk
from ecmiss_publish.model.inline import Link, Run, Strong, Text
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Scene
from tests.strategies import texts
from tests.support import a_text, codes, found

PATH = "templates/editions/web.xml"
WORDS = "<text lang='en' unit='a.b'>words</text>"
SCENE = Scene(name="knee", width=1, height=1, shapes=(), labels=())


def no_icons(_: str) -> None:
    """No icon is drawn in these tests."""


def a_figure(part: str) -> Figure | None:
    return Figure(SCENE, a_text("A knee", "knee.alt")) if part == "knee" else None


def parse(body: str, report: Report | None = None) -> Markings:
    """Return what an edition with `body` in line 2 says; every opening tag of the body carries that line."""
    markup = f'<document at="{PATH}:1" writer="html" page="screen"><h>{WORDS}</h>\n{body}\n</document>'
    return parse_edition(markup, PATH, a_figure, no_icons, Report() if report is None else report)


def refused(body: str) -> tuple[str, str, str]:
    """Return (place, code, message and hint) of the only Problem of a body that must be refused."""
    report = Report()
    with pytest.raises(PublishError):
        parse(body, report)
    (only,) = report
    ((place, code),) = found(report)
    return place, code, f"{only.message}; {only.hint}"


# --- round trip -------------------------------------------------------------------------------------------------


@given(texts())
def test_a_text_comes_back_as_it_was(text: Text) -> None:
    (block,) = parse(f"<p>{text_markup(text)}</p>").blocks

    assert isinstance(block, Paragraph)
    assert block.text == text


def test_words_cannot_become_elements() -> None:
    text = a_text('</text></p><section id="x">&lt;<p>"\'', "a.b")

    (block,) = parse(f"<p>{text_markup(text)}</p>").blocks

    assert block == Paragraph(text)


def test_an_address_and_a_unit_cannot_leave_their_attribute() -> None:
    text = Text((Link((Run("x"),), 'https://a.org/?"><p onclick="'),), "en", 'a" b="<')

    (block,) = parse(f"<p>{text_markup(text)}</p>").blocks

    assert block == Paragraph(text)


def test_the_place_of_a_text_comes_back() -> None:
    text = Text((Strong((Run("x"),)),), "en", "a.b", "", Origin("locales/ar/LC_MESSAGES/messages.po", 412))

    (block,) = parse(f"<p>{text_markup(text)}</p>").blocks

    assert isinstance(block, Paragraph)
    assert block.text.origin == text.origin


# --- what is understood -----------------------------------------------------------------------------------------


def test_the_document_element_says_what_the_edition_is() -> None:
    marks = parse(f'<label name="page">{WORDS}</label><omit at="{PATH}:2" part="faq"/><p>{WORDS}</p>')

    assert (marks.writer, marks.page) == ("html", "screen")
    assert marks.title == a_text("words", "a.b")
    assert marks.labels == {"page": a_text("words", "a.b")}
    assert marks.omitted == {"faq": Origin(PATH, 2)}
    assert marks.blocks == (Paragraph(a_text("words", "a.b")),)


def test_every_element_becomes_its_block() -> None:
    row = f"<tr><th>{WORDS}</th><td>{WORDS}</td></tr>"
    body = f"""
        <section id="s"><h>{WORDS}</h><p role="lead">{WORDS}</p></section>
        <ul><li><h>{WORDS}</h><p>{WORDS}</p></li></ul>
        <ol><li><p>{WORDS}</p></li></ol>
        <dl><dt>{WORDS}</dt><dd><p>{WORDS}</p></dd></dl>
        <table><caption>{WORDS}</caption><thead>{row}</thead><tbody>{row}{row}</tbody></table>
        <figure part="knee"/>
        <blockquote><p>{WORDS}</p></blockquote>
        <aside><h>{WORDS}</h><p>{WORDS}</p></aside>
        <div><p>{WORDS}</p></div>
        <break/>"""

    blocks = parse(body).blocks

    assert [type(block).__name__ for block in blocks] == [
        "Section", "List", "List", "Definitions", "Table", "Figure", "Quote", "Panel", "Group", "Break",
    ]  # fmt: skip
    section, bullets, numbers, _, table, figure, quote, panel, group, _ = blocks
    assert isinstance(section, Section)
    assert section.attrs.id == "s"
    assert section.blocks[0].attrs.role == "lead"
    assert isinstance(bullets, List)
    assert isinstance(numbers, List)
    assert (bullets.ordered, numbers.ordered) == (False, True)
    assert bullets.items[0].title is not None
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert [cell.header for cell in table.head.cells] == [True, False]
    assert isinstance(figure, Figure)
    assert figure.alt.plain == "A knee"
    assert isinstance(quote, Quote)
    assert isinstance(panel, Panel)
    assert panel.title is not None
    assert isinstance(group, Group)


# --- mistakes ---------------------------------------------------------------------------------------------------

AT = f'at="{PATH}:2"'


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        (f"<sectoin {AT}/>", "unknown-element", "did you mean <section>?"),
        (f"<marquee {AT}/>", "unknown-element", "there are section, p, ul"),
        (f"<script {AT}/>", "unknown-element", "<script> is not an element of editions"),
        (f"<ul><p {AT}>{WORDS}</p></ul>", "unknown-element", "only <li> may"),
        (f"<dl><dd {AT}><p>{WORDS}</p></dd></dl>", "unknown-element", "write the <dt> first"),
        (f'<p {AT} class="x">{WORDS}</p>', "unknown-attribute", "<p> has no attribute “class”"),
        (f'<p {AT} style="color:red">{WORDS}</p>', "unknown-attribute", "it may have id, role"),
        (f'<p {AT} onclick="x()">{WORDS}</p>', "unknown-attribute", "“onclick”"),
        (f"<figure {AT}/>", "missing-attribute", "needs the attribute “part”"),
        (f'<figure {AT} part="hip"/>', "unknown-reference", "“hip” is no figure"),
        (f"<omit {AT}/>", "missing-attribute", "needs the attribute “part”"),
        (f"<label {AT}>{WORDS}</label>", "missing-attribute", "needs the attribute “name”"),
        (f"<section {AT}><p>{WORDS}</p></section>", "missing-heading", "give it a heading in <h>"),
        (f"<section><h>{WORDS}</h><h {AT}>{WORDS}</h></section>", "duplicate-heading", "two <h>"),
        (f"<p {AT}>Call us</p>", "literal-text", "“Call us” would not reach a translator"),
        (f"<p {AT}/>", "missing-text", "<p> must hold one text, and holds nothing"),
        (f"<p {AT}>{WORDS}{WORDS}</p>", "missing-text", "holds <text> <text>"),
        (f"<p {AT}><b/></p>", "missing-text", "holds <b>"),
        (f"<div {AT}>words</div>", "literal-text", "“words”"),
        (f"<div><break {AT}/>words</div>", "literal-text", "“words”"),
        (f"<table {AT}><caption>{WORDS}</caption></table>", "incomplete-table", "<thead> and <tbody>"),
    ],
)
def test_a_mistake_has_its_template_line_and_a_remedy(body: str, code: str, said: str) -> None:
    report = Report()
    with pytest.raises(PublishError):
        parse(body, report)

    assert {place for place, _ in found(report)} == {f"{PATH}:2"}
    assert code in codes(report)
    assert any(said in str(problem) for problem in report)


@pytest.mark.parametrize("rows", ["", f"<tr><td>{WORDS}</td></tr>"])
def test_a_table_has_rows_as_wide_as_its_head(rows: str) -> None:
    head = f"<tr><th>{WORDS}</th><th>{WORDS}</th></tr>"

    place, code, words = refused(
        f"<table {AT}><caption>{WORDS}</caption><thead>{head}</thead><tbody>{rows}</tbody></table>"
    )

    assert (place, code) == (f"{PATH}:2", "incomplete-table")
    assert "rows with as many cells" in words


@pytest.mark.parametrize(
    "body", [f"<div {AT}><p>{WORDS}</div>", f"<div {AT}>", f"<p {AT}>a & b</p>", f'<div {AT}><p at="{PATH}:3"/>']
)
def test_markup_that_is_not_closed_names_the_element_that_is_open(body: str) -> None:
    place, code, _ = refused(body)

    assert (place, code) == (f"{PATH}:2", "template-syntax")


def test_another_root_is_refused() -> None:
    report = Report()
    with pytest.raises(PublishError):
        parse_edition(f'<html at="{PATH}:1"/>', PATH, a_figure, no_icons, report)

    assert found(report) == [(f"{PATH}:1", "unknown-element")]


def test_all_mistakes_are_said_at_once() -> None:
    report = Report()
    with pytest.raises(PublishError):
        parse(f'<p {AT} class="x">{WORDS}</p><marquee {AT}/><div {AT}>words</div>', report)

    assert set(codes(report)) == {"literal-text", "unknown-attribute", "unknown-element"}


def test_problems_of_others_do_not_stop_a_good_edition() -> None:
    report = Report()
    report.error("fuzzy", "found before", at=Origin("messages.po", 1))

    assert len(list(walk(parse(f"<p>{WORDS}</p>", report).blocks))) == 1
