"""What must not be printed: letters without a glyph, small type, words too near the edge.

Low contrast is found where the theme is read, a logo that is too small where the brand is, an empty panel where panels
are filled.
"""

from __future__ import annotations

from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.write.pdf.flow import Story
from ecmiss_publish.write.theme import THEME_PATH, Page

SAFE = 5 * 72 / 25.4  # points from the edge of a sheet or panel that cutting and folding may come near
_FUZZ = 0.1
_FURNITURE = "furniture"


def preflight(story: Story, page: Page, report: Report) -> None:
    """Report what must not be printed, or raise PublishError where words would be missing."""
    edition = story.document.edition
    for char, origin in story.origins():
        report.error(
            "missing-glyph",
            f"no font has U+{ord(char):04X} “{char}”",
            at=origin,
            hint="write another character, or name a font that has it in [fonts] of templates/theme.toml",
        )
    for name, points in story.theme.sizes.items():
        if points < page.least - _FUZZ and name != _FURNITURE:
            report.error(
                "small-type",
                f"“{name}” is {points:g} points, and {page.least:g} is the least on “{edition.page}”",
                at=Origin(THEME_PATH),
                hint=f"give [page.{edition.page}] sizes of its own, or another least",
            )
    for picture in story.pictures:
        if picture.label_size < page.least - _FUZZ:
            report.error(
                "small-type",
                f"labels of the picture “{picture.drawing.scene.name}” are {picture.label_size:.1f} points, "
                f"and {page.least:g} is the least on “{edition.page}”",
                at=Origin(edition.path),
                hint="draw it with larger labels, or a narrow version of it",
            )
    if page.margin < SAFE - _FUZZ:
        report.error(
            "safe-zone",
            f"the margin of “{edition.page}” is {page.margin:.1f} points; words nearer than {SAFE:.1f} to the edge "
            "may be cut off",
            at=Origin(THEME_PATH),
            hint=f'give [page.{edition.page}] a margin of "5mm" or more',
        )
    if story.missing:
        raise PublishError(edition.path)
