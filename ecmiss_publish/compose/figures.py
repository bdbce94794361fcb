"""A figure or chart of the article -> a `Figure` block with its scene, in one locale's words and direction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from ecmiss_publish.compose.brand import short_address
from ecmiss_publish.compose.chart import NARROW, WIDE, chart_scene
from ecmiss_publish.compose.drawing import drawing_paths, drawing_scene
from ecmiss_publish.compose.icons import icon_scene
from ecmiss_publish.compose.qr import qr_scene
from ecmiss_publish.model.article import Article, Chart, Comparison, Figure
from ecmiss_publish.model.block import Figure as FigureBlock
from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.scene import Label, Scene
from ecmiss_publish.model.sources import Sources

Say = Callable[..., Text]


@dataclass(frozen=True, slots=True)
class FigureMaker:
    """Makes the pictures of one article in one locale."""

    article: Article
    brand: Brand
    locale: Locale
    say: Say
    sources: Sources
    report: Report

    def make(self, name: str) -> FigureBlock | None:
        """Return the picture of the part `name`, `brand.logo` or `brand.qr`; None where it is no picture."""
        part = dict(self.article.parts.pairs).get(name)
        match part:
            case Figure():
                wide, narrow = self._drawings(name, part)
            case Chart():
                comparison = cast(Comparison, self.article[part.of])  # load has checked it
                wide, narrow = (chart_scene(name, comparison, self.locale, self.say, width) for width in (WIDE, NARROW))
            case _:
                return self._of_brand(name)
        narrow = _in_order_of(wide, narrow) if narrow else None
        return FigureBlock(self._turned(wide), part.alt, part.caption, narrow=self._turned(narrow) if narrow else None)

    def icon(self, name: str) -> Scene | None:
        """Return the icon of templates/icons with this name, or None where there is none."""
        scene = icon_scene(name, self.sources, self.report)
        return self._turned(scene) if scene else None

    def _drawings(self, name: str, part: Figure) -> tuple[Scene, Scene | None]:
        """Return the drawing and, where there is one, the same for narrow columns."""
        paths = drawing_paths(self.article.article, part, self.sources)
        scenes = [drawing_scene(name, path, part, self.sources, self.report) for path in paths]
        return scenes[0], scenes[1] if len(scenes) > 1 else None

    def _of_brand(self, name: str) -> FigureBlock | None:
        """Return what is never mirrored: a logo, a QR code."""
        brand = self.brand
        if name == "brand.logo" and brand.logo:
            return FigureBlock(brand.logo, plain_text(brand.clinic or brand.name, brand.language))
        if name == "brand.qr" and brand.web:
            words = self.say("ui.qr", "QR code of the address {address}", address=short_address(brand.web))
            return FigureBlock(qr_scene(brand.web), words)
        return None

    def _turned(self, scene: Scene) -> Scene:
        return scene.mirrored() if self.locale.direction == "rtl" else scene


def _in_order_of(wide: Scene, narrow: Scene) -> Scene:
    """Return `narrow` with its labels in the order of those of `wide`: it is the same picture, and is read alike."""
    waiting = [label.text for label in wide.labels]
    ranked: list[tuple[int, Label]] = []
    for label in narrow.labels:  # one that `wide` does not have stays behind the one before it
        place = waiting.index(label.text) if label.text in waiting else None
        if place is None:
            place = ranked[-1][0] if ranked else 0
        else:
            waiting[place] = plain_text("", "und")  # the next time its next occurrence
        ranked.append((place, label))
    return replace(narrow, labels=tuple(label for _, label in sorted(ranked, key=lambda pair: pair[0])))
