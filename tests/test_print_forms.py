"""The shipped article on paper, in six languages: how sheets fold, where words stand, how large and long lines are.

What is said here is read back from the finished files; the paper is folded by `tests/geometry.py`.
"""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from ecmiss_publish.model.block import shown_texts
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.write.impose import Booklet, Sheets, booklet_order, impose
from ecmiss_publish.write.theme import folds, load_theme
from tests.geometry import (
    MM,
    Area,
    Element,
    Face,
    Form,
    Leaf,
    Pile,
    in_sight,
    read_form,
    sheet,
    turned,
    turned_over,
)
from tests.support import ROOT, Ran

LOCALES = ("en", "ar", "de", "es", "hi", "zh-Hans")
LATIN = ("en", "de", "es")
LEAST = {  # points: the smallest words of an edition that are not furniture
    "leaflet": 12, "letter": 12, "booklet": 12, "large-print": 18, "bilingual": 12, "poster": 12, "trifold": 10,
}  # fmt: skip
PAGED = ("leaflet", "letter", "booklet", "large-print")  # the whole article in one language
FORMS = [(tag, edition) for edition in LEAST for tag in LOCALES if (tag, edition) != ("en", "bilingual")]
EDGE = 5 * MM  # so near to an edge or a fold no words may stand: printers and folders are not exact
BLEED = 3 * MM

forms_in_every_language = pytest.mark.parametrize(("tag", "edition"), FORMS)
every_language = pytest.mark.parametrize("tag", LOCALES)
pages_in_every_language = pytest.mark.parametrize(("tag", "edition"), [pair for pair in FORMS if pair[1] in PAGED])
pairs_in_every_language = pytest.mark.parametrize("tag", LOCALES[1:])


def is_rtl(tag: str) -> bool:
    return Locale.of_tag(tag).direction == "rtl"


class Shelf:
    """The finished files by language and edition, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, tag: str, edition: str) -> Form:
        return read_form((self.folder / tag / f"ecmiss-{edition}.pdf").read_bytes())


@pytest.fixture(scope="module")
def form(real_build: tuple[Path, Ran]) -> Shelf:
    return Shelf(real_build[0])


SOURCES = FolderSources(ROOT)
WORKSHOP = Workshop(load_project(SOURCES, Report()), SOURCES)
THEME = load_theme(SOURCES, Report())


def document(tag: str, edition: str) -> Document:
    return WORKSHOP.document(Target(article="ecmiss", locale=Locale.parse(tag), edition=edition), Report())


# --- the folded sheet -------------------------------------------------------------------------------------------


@functools.cache
def creases(data: bytes, *, rtl: bool) -> tuple[tuple[float, ...], ...]:
    """Return the folds that a print shop is shown on each side of a tri-fold: points from the trim's left edge."""
    pdf = pypdfium2.PdfDocument(impose(data, Sheets(folds(THEME.pages["trifold"], rtl=rtl))))
    try:
        found = []
        for page in pdf:
            edge = page.get_trimbox()[0]
            paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
            dashed = [path.get_bounds() for path in paths if pdfium.FPDFPageObj_GetDashCount(path) > 0]
            found.append(tuple(sorted({round((box[0] + box[2]) / 2 - edge, 1) for box in dashed})))
        return tuple(found)
    finally:
        pdf.close()


def fields(form: Form, *, rtl: bool) -> list[list[Area]]:
    """Return what lies between the folds of each side of a tri-fold, from the left."""
    sides = []
    for (left, bottom, right, top), at in zip(form.pages, creases(form.data, rtl=rtl), strict=True):
        edges = (left, *at, right)
        sides.append([Area(one, bottom, other, top) for one, other in pairwise(edges)])
    return sides


def units_in(form: Form, page: int, field: Area) -> frozenset[str]:
    """Return the units whose words stand in a field of a page."""
    owners = {
        piece.element.named
        for piece in form.on(page)
        if piece.element is not None and field.left < piece.area.middle[0] < field.right
    }
    return frozenset(owner.id for owner in owners if owner.id is not None and owner.tag != "Figure")


def parts(document: Document, form: Form) -> list[frozenset[str]]:
    """Return the units of each panel in the edition's order. A text that is shown twice has its name where it is first.

    The title and the lines below it stand in the first panel.
    """
    named = {element.id for element in form.root.walk() if element.tag != "Figure"}
    imprint = [block for block in document.blocks if block.attrs.role == "imprint"]
    first, *rest = document.blocks[len(imprint) :]
    found: list[frozenset[str]] = []
    for blocks in ((*imprint, first), *((block,) for block in rest)):
        texts = (*(() if found else (document.title,)), *shown_texts(blocks))
        seen = frozenset().union(*found)
        found.append(frozenset(text.unit for text in texts if text.unit in named and text.unit) - seen)
    return found


class Trifold:
    """A sheet of three fields a side, the narrow one folded in first and the other one over it."""

    def __init__(self, outside: Sequence[Face], inside: Sequence[Face]) -> None:
        self.flat: Pile = sheet(upper=inside, lower=outside)
        left, middle, right = self.flat
        narrow_at_left = left.right - left.left < right.right - right.left
        self.flap, self.cover = (left, right) if narrow_at_left else (right, left)
        self.flap_fold, self.cover_fold = (middle.left, middle.right) if narrow_at_left else (middle.right, middle.left)
        self.flap_in = turned(self.flat, [self.flap], self.flap_fold)
        self.closed = turned(self.flap_in, [self.cover], self.cover_fold)

    def opened(self) -> Pile:
        """Return the sheet once its cover is opened like a book's."""
        return turned(self.closed, [self.closed[-1]], self.cover_fold)

    def unfolded(self) -> Pile:
        """Return the sheet once its flap is opened too."""
        pile = self.opened()
        (flap,) = (leaf for leaf in pile if leaf.up == self.flap.down)
        return turned(pile, [flap], self.flap_fold)


def trifold(form: Form, *, rtl: bool) -> Trifold:
    faces = [
        [Face(field.width, units_in(form, page, field)) for field in side]
        for page, side in enumerate(fields(form, rtl=rtl))
    ]
    return Trifold(*faces)


def read(pile: Pile, *, rtl: bool) -> list[Any]:
    """Return what can be read on a pile, in reading direction."""
    return in_sight(pile)[::-1] if rtl else in_sight(pile)


@every_language
def test_a_folded_sheet_is_read_in_the_editions_order(form, tag):
    rtl = is_rtl(tag)
    paper = trifold(form(tag, "trifold"), rtl=rtl)
    front, flap, *inside, back = parts(document(tag, "trifold"), form(tag, "trifold"))

    assert read(paper.closed, rtl=rtl) == [front]
    assert read(paper.opened(), rtl=rtl) == [inside[0], flap]
    assert read(paper.unfolded(), rtl=rtl) == inside
    assert read(turned_over(paper.closed), rtl=rtl) == [back]
    assert all((front, flap, *inside, back))


@every_language
def test_a_folded_sheet_opens_where_books_of_the_language_open(form, tag):
    paper = trifold(form(tag, "trifold"), rtl=is_rtl(tag))

    (cover,) = [leaf for leaf in paper.closed if leaf.up == paper.cover.down]

    assert paper.cover_fold == pytest.approx(cover.right if is_rtl(tag) else cover.left, abs=0.1)


@every_language
def test_the_panel_that_is_folded_in_is_narrower_by_three_millimetres(form, tag):
    widths = [[field.width / MM for field in side] for side in fields(form(tag, "trifold"), rtl=is_rtl(tag))]
    paper = trifold(form(tag, "trifold"), rtl=is_rtl(tag))

    outside, inside = ([100, 100, 97], [97, 100, 100]) if is_rtl(tag) else ([97, 100, 100], [100, 100, 97])
    assert widths == [pytest.approx(outside, abs=0.1), pytest.approx(inside, abs=0.1)]
    (flap,) = [leaf for leaf in paper.flap_in if leaf.up == paper.flap.down]
    assert min(abs(flap.left - paper.cover_fold), abs(flap.right - paper.cover_fold)) >= 2.9 * MM


@every_language
def test_colour_ends_at_folds_and_goes_on_beyond_the_trim(form, tag):
    sides = fields(form(tag, "trifold"), rtl=is_rtl(tag))
    page = form(tag, "trifold").pages[0]
    fills = [path for path in form(tag, "trifold").paths if path.area.top > page.top and path.area.bottom < page.bottom]

    assert len(fills) == 2  # the front and the flap
    for fill in fills:
        (field,) = (field for field in sides[fill.page] if field.left < fill.area.middle[0] < field.right)
        left, right = (
            edge + beyond if edge in (page.left, page.right) else edge
            for edge, beyond in ((field.left, -BLEED), (field.right, BLEED))
        )
        assert fill.area == pytest.approx((left, page.bottom - BLEED, right, page.top + BLEED), abs=0.1 * MM)


@every_language
def test_nothing_reaches_over_a_fold(form, tag):
    sides = fields(form(tag, "trifold"), rtl=is_rtl(tag))
    for path in form(tag, "trifold").paths:
        page = form(tag, "trifold").pages[path.page]
        ways = [
            Area(*(edge - BLEED if edge == page.left else edge for edge in field[:2]), *field[2:])
            for field in sides[path.page]
        ]
        inside = Area(max(path.area.left, page.left), page.bottom, min(path.area.right, page.right), page.top)
        assert any(way.holds(inside, fuzz=0.1 * MM) for way in ways) or path.marked, path


@every_language
def test_words_and_pictures_of_a_folded_sheet_keep_off_its_folds(form, tag):
    sides = fields(form(tag, "trifold"), rtl=is_rtl(tag))
    folded = form(tag, "trifold")

    for piece in folded.pieces:
        assert any(field.inset(EDGE).holds(piece.area) for field in sides[piece.page]), piece.words
    for figure in folded.all("Figure"):
        assert figure.box is not None
        assert figure.page is not None
        assert any(field.inset(EDGE).holds(figure.box) for field in sides[figure.page]), figure.id


# --- the booklet --------------------------------------------------------------------------------------------------


def pages_of_a_booklet(sides: Sequence[tuple[Any, Any]], *, rtl: bool) -> list[Any]:
    """Return what is on the pages of sheets that are laid on each other, folded and stitched, as they are turned."""
    width = 1.0
    pile: Pile = ()
    for front, back in zip(sides[::2], sides[1::2], strict=True):  # the outermost comes to lie on the table
        pile += sheet(upper=[Face(width, shows) for shows in back], lower=[Face(width, shows) for shows in front])
    starting = [leaf for leaf in pile if (leaf.left == width) == rtl]
    pile = turned(pile, starting, width)  # the front cover now faces the reader
    found = read(pile, rtl=rtl)
    for _ in sides:
        pile = turned(pile, [top_of_the_unread(pile, width, rtl=rtl)], width)
        found += read(pile, rtl=rtl)
    return found


def top_of_the_unread(pile: Pile, width: float, *, rtl: bool) -> Leaf:
    """Return the leaf that is turned next: the uppermost one where lines end."""
    return [leaf for leaf in pile if (leaf.left < width) == rtl][-1]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("pages", range(1, 26))
def test_the_pages_of_a_stitched_booklet_follow_each_other(pages, rtl):
    read_as = pages_of_a_booklet(booklet_order(pages, rtl), rtl=rtl)

    blanks = [None] * (-pages % 4)
    assert read_as == ([1, *blanks] if pages == 1 else [*range(1, pages), *blanks, pages])


@every_language
def test_the_shipped_booklet_is_read_from_cover_to_cover(form, tag):
    data = form(tag, "booklet").data

    sides = halves(impose(data, Booklet(rtl=is_rtl(tag))))

    assert pages_of_a_booklet(sides, rtl=is_rtl(tag)) == whole_pages(data)


@every_language
def test_a_booklet_fills_its_sheets_and_ends_with_the_clinic(form, tag):
    booklet = form(tag, "booklet")
    (clinic,) = (element for element in booklet.root.walk() if element.id == "ui.clinic")

    assert len(booklet.pages) % 4 == 0
    assert {piece.page for piece in clinic.all_pieces()} == {len(booklet.pages) - 1}


def whole_pages(data: bytes) -> list[str]:
    return [squeezed(page, page.get_trimbox()) for page in pypdfium2.PdfDocument(data)]


def halves(data: bytes) -> list[tuple[str, str]]:
    """Return what is printed left and right of the fold of each side, inside its trim."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        left, bottom, right, top = page.get_trimbox()
        middle = (left + right) / 2
        found.append((squeezed(page, (left, bottom, middle, top)), squeezed(page, (middle, bottom, right, top))))
    return found


def squeezed(page: Any, box: Sequence[float]) -> str:
    """Return the characters in a box of a page, without spaces."""
    text = page.get_textpage()
    return re.sub(r"\s", "", text.get_text_bounded(*box))


# --- size and place ------------------------------------------------------------------------------------------------


@forms_in_every_language
def test_type_is_not_smaller_than_its_edition_promises(form, tag, edition):
    words = [piece for piece in form(tag, edition).pieces if piece.element is not None]
    furniture = [piece for piece in form(tag, edition).pieces if piece.element is None]

    assert min(piece.size for piece in words) >= LEAST[edition] - 0.05
    assert all(piece.size >= 10 for piece in furniture)
    assert THEME.pages[words_page(edition)].least == LEAST[edition]


def words_page(edition: str) -> str:
    """Return the theme's name for the paper of an edition."""
    names = {"leaflet": "a4", "booklet": "a5", "large-print": "large"}
    return names.get(edition, edition)


@forms_in_every_language
def test_no_word_stands_where_paper_may_be_cut(form, tag, edition):
    for piece in form(tag, edition).pieces:
        page = form(tag, edition).pages[piece.page]
        assert page.inset(EDGE).holds(piece.area), (piece.page, piece.words)


@forms_in_every_language
def test_pictures_stay_on_their_page(form, tag, edition):
    figures = form(tag, edition).all("Figure")

    for figure in figures:
        assert figure.box is not None
        assert figure.page is not None
        assert form(tag, edition).pages[figure.page].inset(EDGE).holds(figure.box), figure.id
    assert figures


@forms_in_every_language
def test_words_do_not_stand_on_other_words(form, tag, edition):
    for page in range(len(form(tag, edition).pages)):
        rows = sorted(form(tag, edition).on(page), key=lambda piece: piece.baseline)
        for at, piece in enumerate(rows):
            for other in rows[at + 1 :]:
                if other.baseline >= piece.baseline + 4:
                    break
                assert piece.right <= other.left + 1 or other.right <= piece.left + 1, (page, piece.words, other.words)


@forms_in_every_language
def test_there_is_room_to_write_a_telephone_number(form, tag, edition):
    """Where the clinic has given none: sixteen figures by hand, 2.5 mm each."""
    (clinic,) = (element for element in form(tag, edition).root.walk() if element.id == "ui.clinic")
    rules = [
        path.area
        for path in form(tag, edition).paths
        if path.page == clinic.page and not path.marked and path.fill and path.area.height <= 1
    ]

    assert [rule.width / MM > 40 for rule in rules] == [True, True], [round(rule.width / MM, 1) for rule in rules]


# --- lines ----------------------------------------------------------------------------------------------------------


def running_text(form: Form) -> list[Element]:
    """Return the paragraphs that have the width of the page to themselves: nothing stands beside them."""
    spots = [(element, extents(element)) for element in form.all("P", "TD", "TH")]
    return [
        element
        for element, places in spots
        if element.tag == "P"
        and not any(
            page in places and beside(places[page], other)
            for another, others in spots
            if another is not element
            for page, other in others.items()
        )
    ]


def extents(element: Element) -> dict[int, Area]:
    """Return the box around an element's words on each page."""
    found: dict[int, Area] = {}
    for piece in element.all_pieces():
        found[piece.page] = found.get(piece.page, piece.area).joined(piece.area)
    return found


def beside(one: Area, other: Area) -> bool:
    level = min(one.top, other.top) - max(one.bottom, other.bottom) > 2
    return level and (one.right <= other.left or other.right <= one.left)


def full_lines(elements: Sequence[Element]) -> list[str]:
    """Return the lines of paragraphs but for the last ones, which end where the words end."""
    return [line.words for element in elements for line in element.lines()[:-1]]


@pytest.mark.parametrize("edition", PAGED)
@pytest.mark.parametrize("tag", LATIN)
def test_lines_of_running_text_have_thirty_to_eighty_characters(form, tag, edition):
    lines = full_lines(running_text(form(tag, edition)))
    outside = [line for line in lines if not 30 <= len(line) <= 80]

    assert len(lines) > 40
    assert len(outside) <= 0.05 * len(lines), outside


@pytest.mark.parametrize(("tag", "edition"), [pair for pair in FORMS if pair[0] in LATIN])
def test_no_line_is_longer_than_eighty_characters(form, tag, edition):
    paragraphs = form(tag, edition).all("P", "TD", "TH", "Caption")

    assert max(len(line.words) for element in paragraphs for line in element.lines()) <= 80


@pytest.mark.parametrize("edition", LEAST)
def test_lines_of_chinese_have_forty_two_characters_at_most(form, edition):
    paragraphs = form("zh-Hans", edition).all("P", "TD", "TH", "Caption")

    assert max(han_wide(line.words) for element in paragraphs for line in element.lines()) <= 42


def han_wide(words: str) -> float:
    """Return how many Han characters wide the words are; letters of other scripts are half as wide."""
    return sum(1 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in words)


# --- what stands together -------------------------------------------------------------------------------------------


@forms_in_every_language
def test_no_heading_stands_alone_at_the_foot_of_a_page(form, tag, edition):
    spoken = [element for element in form(tag, edition).root.walk() if element.pieces or element.tag == "Figure"]
    spoken = [element for element in spoken if element.tag != "Lbl"]
    headings = 0
    for at, heading in enumerate(spoken):
        if heading.tag in ("H2", "H3"):
            headings += 1
            page = heading.lines()[-1].page
            following = spoken[at + 1 + (edition == "bilingual") :]  # the heading in the other language is one of it
            assert {line.page for line in heading.lines()} == {page}
            assert lines_on(page, following) >= 2, heading.id
            if edition == "bilingual":
                assert {line.page for line in spoken[at + 1].lines()} == {page}, heading.id
    assert headings


def lines_on(page: int, elements: Sequence[Element]) -> int:
    """Return how many lines stand on `page` up to the next page, heading or picture; a picture is as good as two."""
    count = 0
    for element in elements:
        lines = element.lines()
        if element.tag == "Figure":
            return count + 2 * (element.page == page)
        count += sum(line.page == page for line in lines)
        if element.tag.startswith("H") or any(line.page != page for line in lines):
            return count
    return count


def pairs(form: Form) -> list[tuple[Element, Element]]:
    """Return the pairs of a bilingual form: the article's words, and the same in English."""
    found = []
    for element in form.all("Div"):
        if len(element.kids) == 2 and element.kids[0].tag == element.kids[1].tag:
            own, other = element.kids
            templates = any(name.startswith("ui.") for name in ids_below(own))
            if not is_english(own) and is_english(other) and not templates:
                found.append((own, other))
    return found


def is_english(element: Element) -> bool:
    return all(each.lang == "en" for each in element.walk() if each.tag == "P")


@pairs_in_every_language
def test_pairs_stand_level_on_one_page_their_own_language_first(form, tag):
    found = pairs(form(tag, "bilingual"))

    for own, other in found:
        one, two = own.lines(), other.lines()
        assert {line.page for line in one} == {line.page for line in two}, own.id
        assert len({line.page for line in one}) == 1, own.id
        assert one[0].baseline == pytest.approx(two[0].baseline, abs=1), own.id
        left, right = (two, one) if is_rtl(tag) else (one, two)
        assert max(line.right for line in left) < min(line.left for line in right), own.id
    assert len(found) > 50


@pairs_in_every_language
def test_a_bilingual_page_has_no_line_of_the_article_without_its_pair(form, tag):
    """What is not in a pair is a heading, a table's cell, or the templates' own."""
    paired = {name for pair in pairs(form(tag, "bilingual")) for half in pair for name in ids_below(half)}
    alone = {
        element.id
        for element in form(tag, "bilingual").all("P")
        if element.id is not None and element.id not in paired and not element.id.startswith("ui.")
    }

    assert {name for name in alone if not name.endswith("title")} == set()


def ids_below(element: Element) -> set[str]:
    return {each.id for each in element.walk() if each.id is not None}


@pages_in_every_language
def test_no_page_but_those_of_a_booklets_last_sheet_is_empty(form, tag, edition):
    empty = [
        number
        for number in range(len(form(tag, edition).pages))
        if not any(piece.element for piece in form(tag, edition).on(number))
        and not any(figure.page == number for figure in form(tag, edition).all("Figure"))
    ]

    blanks = len(empty) if edition == "booklet" else 0
    assert blanks < 4
    last = len(form(tag, edition).pages) - 1
    assert empty == list(range(last - blanks, last))


@pages_in_every_language
def test_the_last_page_holds_more_than_a_notice(form, tag, edition):
    paragraphs = form(tag, edition).all("P")
    page = paragraphs[-1].lines()[-1].page

    assert page == len(form(tag, edition).pages) - 1
    assert any(element.id == "ui.phone" and element.lines()[0].page == page for element in paragraphs)


@pages_in_every_language
def test_a_caption_stands_on_the_page_of_its_picture(form, tag, edition):
    spoken = [element for element in form(tag, edition).root.walk() if element.tag in ("Figure", "Caption")]
    captions = 0
    for picture, caption in pairwise(spoken):
        if caption.tag == "Caption":
            captions += 1
            assert {line.page for line in caption.lines()} == {picture.page}
    assert captions


@pages_in_every_language
def test_a_table_leaves_no_row_alone(form, tag, edition):
    for table in form(tag, edition).all("Table"):
        rows = [element for element in table.walk() if element.tag == "TR"]
        pages = Counter(row.kids[0].lines()[0].page for row in rows[1:])
        assert min(pages.values()) > 1
