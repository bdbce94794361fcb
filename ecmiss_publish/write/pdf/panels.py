"""A form with fixed room, like a folded sheet or a poster: type and spaces shrink until every panel holds its part.

Panels are given in reading order. Where right-to-left text is read, the sheet is mirrored: the cover of a folded
leaflet is then on the left of its side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ecmiss_publish.model.block import Block, shown_texts
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Direction
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.draw import filled_box
from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.pdf.flowables import Flowable, stacked_ends
from ecmiss_publish.write.pdf.outline import Outline
from ecmiss_publish.write.theme import BLEED, Page, Panel, Theme

_STEP = 0.25  # points of the body's size from one attempt to the next
_TIGHTEST = (0.85, 0.7, 0.55)  # spaces, as shares, once type is as small as it may be
_LOOSEST = 3.0  # how far spaces may be stretched to fill a panel
_FUZZ = 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """A panel on its side of the sheet: points, y upwards from the lower edge."""

    side: int
    left: float
    bottom: float
    width: float
    height: float


def place(panel: Panel, page: Page, direction: Direction) -> Place:
    """Return where `panel` lies in a document of `direction`."""
    height = panel.height or page.height - panel.y
    left = page.width - panel.x - panel.width if direction == "rtl" else panel.x
    return Place(panel.side, left, page.height - panel.y - height, panel.width, height)


def fit(document: Document, theme: Theme, page: Page, make: Callable[[Theme], Story], report: Report) -> Story | None:
    """Return the story in the largest sizes in which every panel holds its part, or None, reported.

    `make` makes a story of a theme.
    """
    groups = panel_groups(document)
    if not _check_groups(document, groups, page, report):
        return None
    attempts = _attempts(theme, page)
    low, high = 0, len(attempts)  # the first attempt that fits is in attempts[low:high], if there is one
    while low < high:
        middle = (low + high) // 2
        if max(_overflows(make(attempts[middle]), page)) <= _FUZZ:
            high = middle
        else:
            low = middle + 1
    if low < len(attempts):
        return make(attempts[low])
    overflows = _overflows(make(attempts[-1]), page)
    for index, (group, over) in enumerate(zip(groups, overflows, strict=True), 1):
        if over > _FUZZ:
            titles = (document.title,) if index == 1 else ()
            longest = max((*titles, *shown_texts((group,))), key=lambda text: len(text.plain))
            report.error(
                "overflow",
                f"panel {index} “{group.attrs.id or ''}” is {over:.0f} points too full at the smallest type; "
                f"its longest text is {longest.unit} with {len(longest.plain)} characters",
                at=group.attrs.origin,
                hint="show less in this panel; what another edition shows may be left out with <omit>",
            )
    return None


def panel_groups(document: Document) -> tuple[Block, ...]:
    """Return the blocks that stand for panels: all but the lines of the title area."""
    return tuple(block for block in document.blocks if block.attrs.role != "imprint")


def _check_groups(document: Document, groups: Sequence[Block], page: Page, report: Report) -> bool:
    if len(groups) != len(page.panels):
        report.error(
            "panels",
            f"the form “{document.edition.page}” has {len(page.panels)} panels, and the edition fills {len(groups)}",
            at=Origin(document.edition.path, 1),
            hint="below the title write one <div> for each panel, in reading order",
        )
        return False
    before = report.errors
    for index, group in enumerate(groups[1:], 2):  # the first has the title
        if not any(text.plain.strip() for text in shown_texts((group,))):  # a picture's labels count
            report.error(
                "empty-panel", f"panel {index} is empty", at=group.attrs.origin, hint="give it something to say"
            )
    return report.errors == before


def _attempts(theme: Theme, page: Page) -> list[Theme]:
    """Return the theme in falling sizes, then with less and less space."""
    body = theme.sizes["body"]
    steps = int(max(0.0, body - page.least) / _STEP)
    factors = [(body - step * _STEP) / body for step in range(steps + 1)]
    sized = [theme.scaled(factor, factor, page.least) for factor in factors]
    return sized + [theme.scaled(factors[-1], factors[-1] * share, page.least) for share in _TIGHTEST]


def _overflows(story: Story, page: Page) -> list[float]:
    """Return how many points each panel's part is too tall; below zero is the room that is left."""
    return [
        _height(content, page, panel) - _room(page, panel)
        for content, panel in zip(story.panels(), page.panels, strict=True)
    ]


def _height(content: Sequence[Flowable], page: Page, panel: Panel, stretch: float = 1.0) -> float:
    ends = stacked_ends(content, panel.width - 2 * page.margin, stretch)
    return ends[-1] if ends else 0.0


def _room(page: Page, panel: Panel) -> float:
    return (panel.height or page.height - panel.y) - 2 * page.margin


def draw_panels(story: Story, page: Page, canvas: TaggedCanvas) -> None:
    """Draw every panel on its side of the sheet; the outline follows the reading order."""
    direction = story.document.locale.direction
    outline = Outline(canvas)
    fills = [story.theme.role(group.attrs.role).fill for group in panel_groups(story.document)]
    parts = list(zip(page.panels, story.panels(), fills, strict=True))
    for side in sorted({panel.side for panel in page.panels}):
        for panel, content, fill in parts:
            if panel.side == side:
                spot = place(panel, page, direction)
                if fill:
                    _fill(canvas, story.theme.rgb(fill), spot, page)
                _draw_panel(canvas, content, spot, page, panel, outline)
        canvas.showPage()
    outline.write([flowable for _, content, _ in parts for flowable in content])


def _fill(canvas: TaggedCanvas, colour: tuple[float, float, float], spot: Place, page: Page) -> None:
    """Fill a panel, and what will be cut off beyond it where it lies at the sheet's edge."""
    left = spot.left - (BLEED if spot.left < 1 else 0)
    right = spot.left + spot.width + (BLEED if spot.left + spot.width > page.width - 1 else 0)
    bottom = spot.bottom - (BLEED if spot.bottom < 1 else 0)
    top = spot.bottom + spot.height + (BLEED if spot.bottom + spot.height > page.height - 1 else 0)
    with canvas.inside(None):
        canvas.operators(filled_box(colour, left, bottom, right - left, top - bottom))


def _draw_panel(
    canvas: TaggedCanvas, content: Sequence[Flowable], spot: Place, page: Page, panel: Panel, outline: Outline
) -> None:
    wide = spot.width - 2 * page.margin
    stretch = _stretch(content, page, panel)
    top = spot.bottom + spot.height - page.margin
    for flowable, end in zip(content, stacked_ends(content, wide, stretch), strict=True):
        outline.mark(flowable)
        flowable.draw(canvas, spot.left + page.margin, top - end)


def _stretch(content: Sequence[Flowable], page: Page, panel: Panel) -> float:
    """Return how far spaces are stretched so that the part fills its panel, as far as that looks well."""
    plain = _height(content, page, panel)
    per_one = _height(content, page, panel, 2.0) - plain
    return min(_LOOSEST, 1 + max(0.0, _room(page, panel) - plain) / per_one) if per_one > 0 else 1.0
