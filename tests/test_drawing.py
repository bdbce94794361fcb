"""The shipped drawing, wide and narrow: what a label names is pointed at, and no letter touches the drawing."""

import functools
import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.scene import Scene, Shape
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.write.pictures import scene_png
from ecmiss_publish.write.theme import document_theme
from tests.support import ROOT

SOURCES = FolderSources(ROOT)
WORKSHOP = Workshop(load_project(SOURCES, Report()), SOURCES)
TALL = ("en", "ar", "bn", "hi", "pa", "ur", "vi", "zh-Hans", "ru")  # marks above, below, and the widest words
DOT = 3.7  # a leader's dot is no wider
PIXELS = 2  # a unit of the drawing

both = pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])


@functools.cache
def drawn(tag: str, *, wide: bool) -> tuple[Document, Scene]:
    target = Target(article="ecmiss", locale=Locale.of_tag(tag), edition="leaflet")
    document = WORKSHOP.document(target, Report())
    figure = next(each for each in walk(document.blocks) if isinstance(each, Figure) and each.scene.name == "diagram")
    assert figure.narrow is not None
    return document, figure.scene if wide else figure.narrow


def dots(scene: Scene) -> list[tuple[float, float]]:
    boxes = [box(shape) for shape in scene.shapes if shape.fill == "ink"]
    return [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in boxes if right - left < DOT]


def box(shape: Shape) -> tuple[float, float, float, float]:
    xs = [value for _, points in shape.commands for value in points[::2]]
    ys = [value for _, points in shape.commands for value in points[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def corners(shape: Shape) -> list[tuple[float, float]]:
    return [(points[-2], points[-1]) for _, points in shape.commands if points]


def is_inside(point: tuple[float, float], polygon: list[tuple[float, float]]) -> bool:
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossed = not crossed
    return crossed


def ink(scene: Scene, document: Document) -> Image.Image:
    """Return the picture's coloured pixels as white ones on black."""
    theme = document_theme(document, SOURCES, Report())
    image = Image.open(io.BytesIO(scene_png(scene, document, theme, int(scene.width * PIXELS))))
    return image.convert("L").point(lambda value: 255 if value < 235 else 0)


@both
def test_every_label_but_the_titles_has_a_leader(wide: bool) -> None:
    _, scene = drawn("en", wide=wide)

    assert len(dots(scene)) == sum(not label.strong for label in scene.labels)


@both
def test_the_leader_of_the_tube_ends_on_it(wide: bool) -> None:
    _, scene = drawn("en", wide=wide)
    steel = [corners(shape) for shape in scene.shapes if shape.fill == "steel" and len(shape.commands) == 5]
    tube = max(steel, key=lambda shape: abs(shape[0][0] - shape[1][0]))  # four straight sides, the longest of them

    assert any(is_inside(dot, tube) for dot in dots(scene))


@both
@pytest.mark.parametrize("tag", TALL)
def test_no_letter_touches_the_drawing(tag: str, wide: bool) -> None:
    document, scene = drawn(tag, wide=wide)

    letters, shapes = ink(replace(scene, shapes=()), document), ink(replace(scene, labels=()), document)

    assert ImageChops.multiply(letters, shapes).getbbox() is None
