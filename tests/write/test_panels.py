"""Printed forms in small: panels that fit or say why not, a booklet's last page, rows, rails, lines to write on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from ecmiss_publish.model.block import (
    Attrs,
    Block,
    Break,
    Figure,
    Group,
    List,
    ListItem,
    Paragraph,
    Section,
)
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.write import pdf
from tests.geometry import MM, Area, Form, Path, Piece, read_form
from tests.support import codes
from tests.write.pdf_documents import (
    FILES,
    THEME,
    Files,
    a_document,
    a_figure,
    a_table,
    paragraph,
    section,
    tagged,
    written,
)

# Two panels on the front of a small sheet and one on its back; the first in reading order is on the right.
CARD = b"""
[page.card]
width = "160mm"
height = "100mm"
margin = "6mm"
measure = 72
least = 8
panels = [
  { side = 1, x = "90mm", width = "70mm" },
  { side = 2, x = "0mm", width = "160mm" },
  { side = 1, x = "0mm", width = "90mm" },
]
[page.halves]              # one panel above the other
width = "100mm"
height = "120mm"
margin = "6mm"
least = 8
panels = [
  { y = "50mm", width = "100mm" },
  { y = "0mm", width = "100mm", height = "50mm" },
]
[page.book]
width = "105mm"
height = "148mm"
margin = "10mm"
foot = "20mm"
multiple = 4
[role.cards]
columns = [1, 1]
edge = "teal"
[role.wide-cards]
columns = [1, 1]
narrowest = 40
[role.pair]
columns = [1, 1]
level = true
[role.holding]
hold = true
[role.steps]
line = true
[role.write]
rule = true
[role.once]
fill = "teal-tint"
together = true
"""

SENTENCE = "Words that go on for a while and then end. "
CARD_SIZE = (160 * MM, 100 * MM)
BODY, LEAST, PARAGRAPH = 11, 8, 8  # points: two sizes, the space between paragraphs
FILES_OF_FORMS = Files({**FILES, "templates/theme.toml": THEME + CARD})


def on_page(page: str, document: Document) -> Document:
    return replace(document, edition=replace(document.edition, page=page))


def a_panel(name: str, *blocks: Block) -> Group:
    return Group(blocks, Attrs(id=name, origin=Origin("templates/editions/leaflet.xml", 9)))


def a_card(
    *words: int,
    locale: str = "en",
    first: Sequence[Block] = (),
    second: Sequence[Block] = (),
    third: Sequence[Block] = (),
) -> Document:
    """Return a card with so many paragraphs in its panels, or with blocks of their own."""
    tag = locale.replace("_", "-")
    panels = []
    for name, count, blocks in zip(("one", "two", "three"), words or (1, 1, 1), (first, second, third), strict=True):
        said = [paragraph(f"{name}{number} {SENTENCE * 2}", tag, f"{name}.{number}") for number in range(count)]
        panels.append(a_panel(name, *(blocks or said)))
    return on_page("card", a_document(*panels, locale=locale, title="A card"))


def form_of(document: Document) -> Form:
    return read_form(written(document, FILES_OF_FORMS))


def failed(document: Document, files: Files = FILES_OF_FORMS) -> Report:
    report = Report()
    with pytest.raises(PublishError):
        pdf.write(document, files, report)
    return report


def pieces_of(form: Form, beginning: str) -> list[Piece]:
    """Return the first pieces of the lines whose words begin so, in the order of the content."""
    return [piece for piece in form.pieces if piece.words.startswith(beginning)]


def body_size(form: Form) -> float:
    (size,) = {round(piece.size, 2) for piece in form.pieces if piece.element is not None and piece.element.tag == "P"}
    return size


def rules(form: Form) -> list[Path]:
    """Return the thin filled lines that lie."""
    return [path for path in form.paths if path.fill and path.area.height < 1]


# --- fitting ------------------------------------------------------------------------------------------------------


def test_what_fits_is_set_in_the_sizes_of_the_theme():
    assert body_size(form_of(a_card(1, 1, 1))) == BODY


def test_the_fuller_a_panel_the_smaller_is_type_and_at_last_space_but_neither_without_end():
    forms = fuller_and_fuller()
    sizes = [body_size(form) for form in forms]
    natural = [leading(size) + PARAGRAPH * size / BODY for size in sizes]
    gaps = [gap_above(form, "line1 ") for form in forms]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == BODY
    assert sizes[-1] == LEAST
    assert len(set(sizes)) > 4
    # Spaces are stretched, or as the theme has them, until type is as small as it may be.
    assert all(gap > plain - 0.05 for gap, plain, size in zip(gaps, natural, sizes, strict=True) if size > LEAST)
    assert leading(LEAST) + 3 < gaps[-1] < natural[-1] - 1


def fuller_and_fuller() -> list[Form]:
    """Return the card with more and more lines in its last panel, as long as they find room."""
    forms: list[Form] = []
    while True:
        lines = [paragraph(f"line{at} words") for at in range(8 + len(forms))]
        document = a_card(third=lines)
        report = Report()
        try:
            forms.append(read_form(pdf.write(document, FILES_OF_FORMS, report)))
        except PublishError:
            assert codes(report) == ["overflow"]
            return forms


def leading(size: float) -> float:
    """Return the height of a line of this size in Latin letters, which the theme above says nothing of."""
    return 1.4 * size


def gap_above(form: Form, beginning: str) -> float:
    """Return how far above the line that begins so the line before it stands."""
    (piece,) = pieces_of(form, beginning)
    above = [other.baseline for other in form.on(piece.page) if abs(other.left - piece.left) < 5]
    return min(baseline for baseline in above if baseline > piece.baseline + 1) - piece.baseline


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("count", [1, 4, 8])
def test_every_word_stands_inside_its_panel(count, locale):
    form = form_of(a_card(1, count, count, locale=locale))
    width, height = CARD_SIZE
    panels = {"one": (1, 90, 160), "two": (2, 0, 160), "three": (1, 0, 90)}

    for name, (side, left, right) in panels.items():
        if locale == "ar":
            left, right = 160 - right, 160 - left
        field = Area(left * MM, 0, right * MM, height).inset(6 * MM)
        found = pieces_of(form, name)
        assert len(found) == (1 if name == "one" else count)
        for piece in form.pieces:
            if piece.element is not None and (piece.element.id or "").startswith(name):
                assert piece.page == side - 1
                assert field.holds(piece.area, fuzz=0.5), piece.words
    for page in form.pages:
        assert page == pytest.approx((0, 0, width, height))


def test_panels_may_lie_one_above_the_other():
    document = on_page(
        "halves", a_document(a_panel("low", paragraph("Low words.")), a_panel("high", paragraph("High words.")))
    )

    form = form_of(document)

    (low,), (high,) = pieces_of(form, "Low"), pieces_of(form, "High")
    assert high.baseline > 70 * MM > low.baseline


def test_a_screen_reader_reads_the_panels_in_their_order_wherever_they_lie():
    document = a_card(first=[section("One")], second=[section("Two")], third=[section("Three")])
    document = replace(
        document,
        blocks=tuple(
            replace(group, blocks=(*group.blocks, paragraph(f"{group.attrs.id} words")))
            for group in document.blocks
            if isinstance(group, Group)
        ),
    )

    root = tagged(written(document, FILES_OF_FORMS)).root

    assert [node.words for node in root.walk() if node.tag in ("H1", "H2", "P")] == [
        "A card", "One", "one words", "Two", "two words", "Three", "three words",
    ]  # fmt: skip


# --- stretching -----------------------------------------------------------------------------------------------------


def test_a_part_that_is_a_little_short_ends_where_its_panel_ends():
    form = form_of(a_card(1, 1, 4))

    lines = [piece.baseline for piece in form.pieces if piece.element is not None and piece.element.id == "three.3"]

    assert 6 * MM < min(lines) < 6 * MM + BODY


def test_a_short_part_is_not_torn_apart():
    form = form_of(a_card(third=[paragraph("three0 words"), paragraph("three1 words")]))
    gap = gap_above(form, "three1")

    assert leading(BODY) + PARAGRAPH < gap < leading(BODY) + 4 * PARAGRAPH
    assert pieces_of(form, "three1")[0].baseline > CARD_SIZE[1] / 2


# --- what does not fit ------------------------------------------------------------------------------------------------


def test_a_panel_that_is_too_full_is_named_with_what_it_lacks_and_its_longest_text():
    longest = plain_text("x" * 3 + " " + SENTENCE * 5, "en", "three.longest")
    document = a_card(third=[*(paragraph(SENTENCE * 4, unit=f"three.{at}") for at in range(12)), Paragraph(longest)])

    report = failed(document)

    (problem,) = report
    assert codes(report) == ["overflow"]
    assert problem.origin == Origin("templates/editions/leaflet.xml", 9)
    assert problem.message.startswith("panel 3 “three” is ")
    assert problem.message.endswith(
        f" points too full at the smallest type; its longest text is three.longest with {len(longest.plain)} characters"
    )
    assert problem.hint


def test_every_panel_that_is_too_full_is_told_at_once():
    report = failed(a_card(12, 20, 14))

    assert [problem.message.split(" is ")[0] for problem in report] == [
        "panel 1 “one”",
        "panel 2 “two”",
        "panel 3 “three”",
    ]


def test_a_title_alone_may_be_too_much_for_the_first_panel():
    title = "A title without an end " * 25

    report = failed(replace(a_card(), title=plain_text(title, "en", "title")))

    (problem,) = report
    assert problem.message.startswith("panel 1 ")
    assert "its longest text is title with" in problem.message


def test_a_sheet_that_is_taller_by_the_points_it_lacks_holds_it_all():
    document = a_card(1, 1, 13)
    lacking = float(next(iter(failed(document))).message.split(" points")[0].rsplit(" ", 1)[1])
    assert lacking > 10

    def taller(points: float) -> Files:
        theme = (THEME + CARD).decode().replace('height = "100mm"', f"height = {CARD_SIZE[1] + points}", 1)
        return Files({**FILES, "templates/theme.toml": theme.encode()})

    assert codes(failed(document, taller(lacking - 2))) == ["overflow"]
    assert body_size(read_form(written(document, taller(lacking + 1)))) == LEAST


def test_a_panel_without_words_is_reported_but_for_the_first_which_has_the_title():
    document = on_page("card", a_document(a_panel("one"), a_panel("two"), a_panel("three", paragraph(" "))))

    report = failed(document)

    assert codes(report) == ["empty-panel", "empty-panel"]
    assert [problem.message for problem in report] == ["panel 2 is empty", "panel 3 is empty"]
    assert {problem.origin for problem in report} == {Origin("templates/editions/leaflet.xml", 9)}


@pytest.mark.parametrize("count", [0, 2, 4])
def test_an_edition_with_fewer_or_more_parts_than_panels_is_reported_with_both_numbers(count):
    blocks = [a_panel(f"panel-{at}", paragraph("Words.")) for at in range(count)]

    report = failed(on_page("card", a_document(*blocks)))

    (problem,) = report
    assert codes(report) == ["panels"]
    assert problem.message == f"the form “card” has 3 panels, and the edition fills {count}"
    assert problem.origin == Origin("templates/editions/leaflet.xml", 1)


def test_lines_of_the_title_area_fill_no_panel():
    imprint = Paragraph(plain_text("Reference SP-1", "en"), Attrs(role="imprint"))
    document = a_card()

    form = form_of(replace(document, blocks=(imprint, *document.blocks)))

    (piece,) = pieces_of(form, "Reference")
    assert piece.left > 90 * MM


# --- pictures -----------------------------------------------------------------------------------------------------


def narrow_figure() -> Figure:
    """Return a picture with a drawing for narrow columns."""
    figure = a_figure("A square", "a label")
    (label,) = figure.scene.labels
    scene = Scene(
        name="narrow square", width=90, height=60, shapes=(), labels=(replace(label, x=2, room=80, size=label.size),)
    )
    return replace(figure, narrow=scene)


def test_a_picture_whose_labels_would_be_too_small_is_reported():
    theme = (THEME + CARD).replace(b"least = 8", b"least = 9")

    report = Report()
    pdf.write(a_card(first=[a_figure("A square", "a label")]), Files({"templates/theme.toml": theme}), report)

    (problem,) = report
    assert codes(report) == ["small-type"]
    assert problem.message == "labels of the picture “square” are 7.4 points, and 9 is the least on “card”"
    assert problem.origin == Origin("templates/editions/leaflet.xml")


def test_in_a_narrow_panel_the_narrow_drawing_stands_and_in_a_wide_one_the_wide_one():
    form = form_of(a_card(first=[narrow_figure()], second=[narrow_figure()]))

    narrow, wide = (figure.box for figure in form.all("Figure"))

    assert narrow is not None
    assert wide is not None
    assert narrow.width / narrow.height == pytest.approx(90 / 60, abs=0.01)
    assert wide.width / wide.height == pytest.approx(200 / 60, abs=0.01)
    assert [piece.size >= LEAST for piece in pieces_of(form, "a label")] == [True, True]


# --- the last page of a booklet -----------------------------------------------------------------------------------


def book(pages: int, *, last: bool) -> Document:
    blocks: list[Block] = [paragraph("Page 0 words.")]
    for number in range(1, pages):
        blocks += [Break(), paragraph(f"Page {number} words.")]
    if last:
        blocks += [Break(Attrs(role="last")), paragraph("The clinic.")]
    return on_page("book", a_document(*blocks))


@pytest.mark.parametrize("pages", range(1, 10))
def test_what_follows_a_last_break_stands_on_the_last_page_of_whole_sheets(pages):
    form = form_of(book(pages, last=True))

    (clinic,) = pieces_of(form, "The clinic")
    assert len(form.pages) % 4 == 0
    assert len(form.pages) < pages + 1 + 4
    assert clinic.page == len(form.pages) - 1
    assert [pieces_of(form, f"Page {number} words")[0].page for number in range(pages)] == list(range(pages))


@pytest.mark.parametrize("pages", range(1, 10))
def test_a_booklet_without_one_has_whole_sheets_too(pages):
    form = form_of(book(pages, last=False))

    assert len(form.pages) == pages + -pages % 4


def test_pages_that_fill_a_sheet_are_numbered_like_the_others():
    form = form_of(book(2, last=True))

    assert [sum(" of " in piece.words for piece in form.on(page)) for page in range(4)] == [1, 1, 1, 1]


def test_where_sheets_are_not_folded_a_last_break_is_a_break():
    document = replace(book(2, last=True), edition=a_document().edition)

    assert len(form_of(document).pages) == 3


def set_in(count: int) -> tuple[int, float]:
    """Return how many pages so many short paragraphs take, and from one to the next how many points."""
    form = form_of(a_document(*(paragraph(f"Line{at}.") for at in range(count))))
    first, second = (piece.baseline for piece in pieces_of(form, "Line")[:2])
    return len(form.pages), first - second


def test_spaces_shrink_a_little_where_that_saves_a_page_and_only_there():
    natural = leading(BODY) + PARAGRAPH
    sets = [set_in(count) for count in range(26, 36)]

    assert [pages for pages, _ in sets] == sorted(pages for pages, _ in sets)
    given_way = [step for pages, step in sets if step < natural - 0.1]
    assert given_way
    assert all(step > leading(BODY) + 0.75 * PARAGRAPH for step in given_way)
    assert all(pages == 1 for pages, step in sets if step < natural - 0.1)
    assert [pages for pages, _ in sets][-1] == 2


def test_lines_of_a_booklet_come_closer_rather_than_leave_three_pages_for_notes():
    sets = []
    for paragraphs in (38, 40, 42):
        form = form_of(on_page("book", a_document(*(paragraph(SENTENCE * 6) for _ in range(paragraphs)))))
        first, second = (line.baseline for line in form.all("P")[0].lines()[:2])
        sets.append((len(form.pages), round((first - second) / leading(BODY), 2)))

    assert sets == [(12, 1.0), (12, 0.97), (16, 1.0)]


# --- rows, steps, lines to write on -------------------------------------------------------------------------------


def cards(role: str, *words: str, lang: str = "en") -> List:
    return List(tuple(ListItem((paragraph(each, lang),)) for each in words), attrs=Attrs(role=role))


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_cards_stand_beside_each_other_from_where_lines_begin(locale):
    form = form_of(a_document(cards("cards", "One.", "Two.", "Three.", lang=locale), locale=locale))

    one, two, three = (pieces_of(form, name)[0] for name in ("One", "Two", "Three"))

    assert one.baseline == two.baseline > three.baseline
    assert one.right < two.left if locale == "en" else two.right < one.left


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_cards_that_would_be_too_narrow_stand_below_each_other(locale):
    form = form_of(a_document(cards("wide-cards", "One.", "Two.", "Three.", lang=locale), locale=locale))

    one, two, three = (pieces_of(form, name)[0] for name in ("One", "Two", "Three"))

    assert one.baseline > two.baseline > three.baseline
    edges = {round(piece.left if locale == "en" else piece.right) for piece in (one, two)}
    assert max(edges) - min(edges) <= 1


def a_card_with_icon(title: str, words: str) -> ListItem:
    scene = a_figure("alt").scene
    return ListItem((paragraph(words),), plain_text(title, "en"), attrs=Attrs(icon=replace(scene, height=scene.width)))


def test_icons_headings_and_texts_of_cards_beside_each_other_share_their_lines():
    long = "Three lines of a heading that is far too long for one " * 2
    items = (a_card_with_icon("Short", "Left."), a_card_with_icon(long, "Right."))
    form = form_of(a_document(paragraph("Above."), List(items, attrs=Attrs(role="cards"))))

    short, tall, left, right = (pieces_of(form, words)[0] for words in ("Short", "Three", "Left", "Right"))
    icons = [path.area.top for path in form.paths if path.fill and 5 < path.area.width < 40]

    assert short.baseline == pytest.approx(tall.baseline, abs=0.05)
    assert left.baseline == pytest.approx(right.baseline, abs=0.05)
    assert len(icons) == 2
    assert icons[0] == pytest.approx(icons[1], abs=0.05)
    assert max(icons) < pieces_of(form, "Above")[0].baseline, "an icon does not rise above its card"


@pytest.mark.parametrize(("locale", "other"), [("ar", "en"), ("en", "ar")])
@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize("prose", [False, True])
def test_words_of_the_other_direction_have_one_side_on_one_line_and_on_several(locale, other, count, prose):
    """That of the page, unless they are prose."""
    sentence = {"en": SENTENCE, "ar": "كلمات تطول قليلا ثم تنتهي. "}[other]
    words = paragraph((sentence * count).strip(), other, "other")
    form = form_of(a_document(words if prose else replace(words, attrs=Attrs(role="title")), locale=locale))

    (element,) = (element for element in form.all("P") if element.id == "other")
    lines = element.lines()

    assert (len(lines) > 1) == (count > 1)
    for line in lines:
        pieces = [piece for piece in line.pieces if piece.words.strip()]
        if (other if prose else locale) == "ar":
            assert max(piece.right for piece in pieces) == pytest.approx(210 * MM - 18 * MM, abs=BODY / 2)
        else:
            assert min(piece.left for piece in pieces) == pytest.approx(18 * MM, abs=BODY / 2)


def test_words_stay_close_to_a_heading_without_an_icon():
    long = "A question of two lines that is too long for one " * 2
    items = tuple(
        ListItem((paragraph(words),), plain_text(title, "en"))
        for title, words in (("Short", "Left."), (long, "Right."))
    )
    form = form_of(a_document(List(items, attrs=Attrs(role="cards"))))

    short, left = (pieces_of(form, words)[0] for words in ("Short", "Left"))

    assert short.baseline - left.baseline < 2.5 * BODY


@pytest.mark.parametrize("page", range(2))
def test_cards_beside_each_other_are_never_on_two_pages(page):
    """Whatever stands above them."""
    for lines in range(20, 40, 3):
        above = [paragraph("Above.") for _ in range(lines)]
        form = form_of(a_document(*above, cards("cards", f"One. {SENTENCE * 9}", f"Two. {SENTENCE * (3 + page)}")))

        pages = {
            piece.page
            for piece in form.pieces
            if piece.element is not None and piece.element.parent is not None and piece.element.parent.tag == "LBody"
        }
        assert len(pages) == 1


def test_a_block_that_is_kept_together_begins_a_page_rather_than_goes_on_over_one():
    for lines in range(20, 40, 3):
        kept = Group(tuple(paragraph(f"kept{at} {SENTENCE}") for at in range(8)), Attrs(role="once"))
        form = form_of(a_document(*(paragraph("Above.") for _ in range(lines)), kept))

        assert len({piece.page for piece in pieces_of(form, "kept")}) == 1


def test_the_two_halves_of_a_pair_begin_on_one_line_though_their_scripts_differ():
    for other in ("ar", "hi", "zh_Hans"):
        tag = other.replace("_", "-")
        words = {"ar": "كلمات", "hi": "शब्द", "zh_Hans": "词语"}[other]
        pair = Group((paragraph(words, tag, "own"), paragraph("Words.", "en", "other")), Attrs(role="pair"))

        form = form_of(a_document(pair, locale=other))

        own, english = (
            (element.lines()[0]) for name in ("own", "other") for element in form.all("P") if element.id == name
        )
        assert own.baseline == pytest.approx(english.baseline, abs=0.05)
        assert (own.left > english.left) == (other == "ar")


@pytest.mark.parametrize("ordered", [True, False])
def test_both_halves_of_a_pair_have_the_items_label_which_is_heard_once(ordered):
    pair = Group((paragraph("كلمات", "ar", "own"), paragraph("Words.", "en", "other")), Attrs(role="pair"))
    form = form_of(a_document(List((ListItem((pair,)),), ordered=ordered), locale="ar"))

    own, english = (
        (element.lines()[0]) for name in ("own", "other") for element in form.all("P") if element.id == name
    )
    heard, seen = (piece for piece in form.pieces if piece.words.strip() in ("1", "١", "•"))

    assert heard.element is not None
    assert heard.element.tag == "Lbl"
    assert seen.element is None
    assert heard.left > own.right
    assert seen.right < english.left
    assert heard.baseline == seen.baseline == own.baseline == english.baseline


def test_a_row_of_headings_stands_on_the_page_of_what_follows():
    for lines in range(20, 50):
        heads = (Paragraph(plain_text(words, "en"), Attrs(role="holding")) for words in ("One", "Two"))
        row = Group(tuple(heads), Attrs(role="pair"))
        form = form_of(a_document(*(paragraph("Above.") for _ in range(lines)), row, paragraph("Below.")))

        assert len({pieces_of(form, words)[0].page for words in ("One", "Two", "Below")}) == 1


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_line_leads_from_each_step_to_the_next_and_ends_at_the_last(locale):
    items = tuple(
        ListItem((paragraph(SENTENCE * count, locale),), plain_text(f"Step{count}", locale)) for count in (3, 1, 6)
    )
    form = form_of(a_document(List(items, ordered=True, attrs=Attrs(role="steps")), locale=locale))

    numbers = [label.lines()[0] for label in form.all("Lbl")]
    rails = [path.area for path in form.paths if path.fill and 1 < path.area.width < 2]

    assert len(rails) == len(numbers) - 1 == 2
    for rail, (upper, lower) in zip(rails, pairwise(numbers), strict=True):
        middle = (rail.left + rail.right) / 2
        for number in (upper, lower):
            assert number.left < middle < number.right
        # From inside one circle, behind the number's words, to the next one's edge or into it.
        assert upper.baseline + BODY > rail.top > upper.baseline - BODY
        assert lower.baseline + 1.5 * BODY > rail.bottom > lower.baseline - BODY


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("words", ["Telephone", "After hours, at weekends and on holidays"])
def test_a_line_to_write_on_goes_from_the_words_to_the_end_of_the_column(locale, words):
    line = Paragraph(plain_text(words, locale, "ui.phone"), Attrs(role="write"))

    form = form_of(a_document(line, paragraph("Below.", locale), locale=locale))

    (rule,) = (path.area for path in rules(form))
    (label,) = (element.lines()[0] for element in form.all("P") if element.id == "ui.phone")
    left, right = 18 * MM, 210 * MM - 18 * MM
    assert label.baseline >= rule.top > label.baseline - BODY / 2
    if locale == "en":
        assert rule.left > label.right
        assert rule.right == pytest.approx(right, abs=0.1)
    else:
        assert rule.right < label.left
        assert rule.left == pytest.approx(left, abs=0.1)


def test_a_hand_has_more_room_between_lines_to_write_on_than_print_needs():
    lines = [Paragraph(plain_text(f"Line{at}", "en"), Attrs(role="write")) for at in range(2)]

    one, two = (path.area.bottom for path in rules(form_of(a_document(*lines))))

    assert one - two > 8 * MM


def test_where_columns_have_no_room_for_their_words_the_name_of_a_row_stands_above_its_values():
    head, row = ("Merkmal", "ECMISS", "Herkömmliche"), ("Schmerzmittelverbrauch", "Gering", "Hoch")
    document = on_page("book", a_document(a_table(head, row, lang="de"), locale="de"))
    form = form_of(document)
    (name,) = pieces_of(form, "Schmerzmittelverbrauch")
    (low,), (high,) = pieces_of(form, "Gering"), pieces_of(form, "Hoch")

    assert name.area.bottom > low.area.top
    assert low.area.top > high.area.bottom
    assert high.area.top > low.area.bottom
    assert low.area.left == pytest.approx(name.area.left, abs=1)
    assert high.area.left > low.area.right
    (table,) = tagged(written(document, FILES_OF_FORMS)).root.all("Table")
    assert table.outline() == "Table(THead(TR(TH TH TH)) TBody(TR(TH TD TD)))"


def test_where_they_have_room_it_stands_beside_them():
    head, row = ("Merkmal", "ECMISS", "Offen"), ("Verbrauch", "Gering", "Hoch")
    form = form_of(on_page("book", a_document(a_table(head, row, lang="de"), locale="de")))

    (name,), (low,), _ = (pieces_of(form, word) for word in row)
    assert low.area.left > name.area.right
    assert low.area.top > name.area.bottom


def test_a_section_in_a_panel_is_a_heading():
    form = form_of(a_card(second=[Section(plain_text("Two", "en", "two.title"), (paragraph("Words."),))]))

    assert [element.id for element in form.all("H2")] == ["two.title"]


def test_what_follows_a_last_break_may_be_longer_than_a_page_and_still_ends_the_booklet():
    words = [paragraph(f"Clinic {number}. {SENTENCE * 8}") for number in range(40)]
    form = form_of(
        on_page("book", a_document(paragraph("Words."), Break(Attrs(role="last")), *words, paragraph("End.")))
    )

    (end,) = pieces_of(form, "End.")
    assert len(form.pages) % 4 == 0
    assert end.page == len(form.pages) - 1


def test_a_card_that_is_taller_than_a_page_goes_on_over_pages_where_cards_stand_below_each_other():
    form = form_of(a_document(cards("narrow", SENTENCE * 150, "Short.")))

    assert len(form.pages) > 2


def test_a_line_to_write_on_stands_below_words_that_leave_too_little_beside_them():
    line = Paragraph(plain_text("At weekends and on holidays", "en"), Attrs(role="write"))
    form = form_of(on_page("book", a_document(line)))

    (rule,) = (path.area for path in rules(form) if path.page == 0)

    assert rule.right - rule.left > 200, "the whole column"
    assert rule.top < pieces_of(form, "At weekends")[0].baseline - BODY


def test_lines_to_write_on_that_follow_each_other_stand_alike():
    words = ("Telephone", "At weekends and on holidays")
    lines = (Paragraph(plain_text(each, "en"), Attrs(role="write")) for each in words)
    form = form_of(on_page("book", a_document(*lines)))

    under = [path.area for path in rules(form) if path.page == 0]

    for label, rule in zip(words, under, strict=True):
        assert rule.right - rule.left > 200, "the whole column"
        assert rule.top < pieces_of(form, label)[0].baseline - BODY


def test_a_line_to_write_on_below_its_words_keeps_off_the_panels_edge():
    line = Paragraph(plain_text("At weekends and on holidays", "en"), Attrs(role="write"))
    form = form_of(on_page("book", a_document(Group((line,), Attrs(role="once")))))

    (rule,) = (path.area for path in rules(form) if path.page == 0)
    panel = max(
        (path.area for path in form.paths if path.fill and path.area.height > 30), key=lambda area: -area.bottom
    )

    assert panel.bottom + BODY / 2 < rule.bottom < panel.top


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ('margin = "4mm"', "safe-zone", "the margin of “strict” is 11.3 points"),
        ('margin = "18mm"\nsize = { small = 9, body = 11 }', "small-type", "“small” is 9 points, and 10 is the least"),
    ],
)
def test_a_form_that_would_be_cut_or_could_not_be_read_is_reported(line, code, words):
    page = f'\n[page.strict]\nwidth = "210mm"\nheight = "297mm"\nleast = 10\n{line}\n'.encode()
    files = Files({**FILES, "templates/theme.toml": THEME + page})
    report = Report()

    pdf.write(on_page("strict", a_document(paragraph("Words."))), files, report)

    assert [(problem.code, problem.message[: len(words)]) for problem in report] == [(code, words)]
