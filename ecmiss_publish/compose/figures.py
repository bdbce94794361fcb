"""A figure or chart of the article -> a `Figure` block with its scene, in one locale's words and direction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from ecmiss_publish.compose.chart import chart_scene
from ecmiss_publish.compose.drawing import drawing_scene
from ecmiss_publish.model.article import Article, Chart, Comparison, Figure
from ecmiss_publish.model.block import Figure as FigureBlock
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.sources import Sources

Say = Callable[[str, str], Text]


@dataclass(frozen=True, slots=True)
class FigureMaker:
    """Makes the pictures of one article in one locale."""

    article: Article
    locale: Locale
    say: Say
    sources: Sources
    report: Report

    def make(self, name: str) -> FigureBlock | None:
        """Return the picture of the part `name`, or None where it is no picture."""
        part = dict(self.article.parts.pairs).get(name)
        match part:
            case Figure():
                path = f"content/{self.article.article}/{part.drawing}"
                scene = drawing_scene(name, path, part, self.sources, self.report)
            case Chart():
                comparison = cast(Comparison, self.article[part.of])  # load has checked it
                scene = chart_scene(name, comparison, self.locale, self.say)
            case _:
                return None
        if self.locale.direction == "rtl":
            scene = scene.mirrored()
        return FigureBlock(scene, part.alt, part.caption)
