"""ECMISS and open surgery can be told apart by every eye and on every printer: by colour, and by hatching without it.

How colour-blind eyes see is simulated with the matrices of Machado, Oliveira & Fernandes (2009), “A Physiologically-
based Model for Simulation of Color Vision Deficiency”, at full severity, on linear sRGB. Distances are those of
CIE L*a*b* (1976) under D65; about 2.3 is the least that anyone notices. Grey is the luminance, as printers make it.
"""

import math
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean, pstdev
from typing import NamedTuple

import pypdfium2
import pytest
from PIL import Image

from ecmiss_publish.model.scene import HATCH_STEP, HATCH_WIDTH
from tests.geometry import Area, Form, read_form
from tests.support import ROOT, THEME, Ran

COLOURS = tomllib.loads((ROOT / THEME).read_text("utf-8"))["colour"]


class Light(NamedTuple):
    """Linear light: red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float


Eye = Callable[[Light], Light]
Matrix = tuple[tuple[float, float, float], ...]

PROTANOPIA: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITANOPIA: Matrix = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)


def eye(matrix: Matrix) -> Eye:
    """Return how an eye sees light."""

    def seen(light: Light) -> Light:
        rows = (sum(factor * part for factor, part in zip(row, light, strict=True)) for row in matrix)
        return Light(*(min(1.0, max(0.0, value)) for value in rows))

    return seen


def grey(light: Light) -> Light:
    return Light(*[0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue] * 3)


def common(light: Light) -> Light:
    return light


COLOUR_BLIND = {
    "protanopia": eye(PROTANOPIA),
    "deuteranopia": eye(DEUTERANOPIA),
    "tritanopia": eye(TRITANOPIA),
}
EYES = {"common": common, **COLOUR_BLIND}


def light_of(colour: str) -> Light:
    return Light(*(_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def mixed(one: Light, other: Light, share: float) -> Light:
    """Return what is seen from afar where `share` of a surface has one colour and the rest another."""
    return Light(*(share * first + (1 - share) * second for first, second in zip(one, other, strict=True)))


def lab(light: Light) -> tuple[float, float, float]:
    """Return L*, a* and b* (CIE 15, D65)."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29 for value in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Light, other: Light) -> float:
    return math.dist(lab(one), lab(other))


# Open surgery's hatch as it looks from afar: lines on paper.
HATCHED = mixed(light_of(COLOURS["open"]), light_of(COLOURS["paper"]), HATCH_WIDTH / HATCH_STEP)


# --- how it is measured -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#FFFFFF", (100, 0, 0)),
        ("#000000", (0, 0, 0)),
        ("#FF0000", (53.24, 80.09, 67.20)),
        ("#00FF00", (87.73, -86.18, 83.18)),
        ("#0000FF", (32.30, 79.19, -107.86)),
    ],
)
def test_lab_is_that_of_the_cie(colour, expected):
    assert lab(light_of(colour)) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("name", COLOUR_BLIND)
def test_every_eye_sees_white_black_and_grey_as_they_are(name):
    for value in ("#FFFFFF", "#808080", "#000000"):
        assert distance(EYES[name](light_of(value)), light_of(value)) < 1


@pytest.mark.parametrize("name", ["protanopia", "deuteranopia"])
def test_a_red_and_a_green_that_everybody_knows_are_hard_to_tell_apart(name):
    """The negative control: these two would not do."""
    red, green = light_of("#C0392B"), light_of("#5D8A2A")

    assert distance(red, green) > 80
    assert distance(EYES[name](red), EYES[name](green)) < 40


# --- the colours of the theme --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EYES)
def test_the_two_methods_have_colours_that_every_eye_tells_apart(name):
    ecmiss, other = (EYES[name](light_of(COLOURS[side])) for side in ("ecmiss", "open"))

    assert distance(ecmiss, other) >= 60


@pytest.mark.parametrize("name", EYES)
def test_the_tints_of_the_two_columns_differ_for_every_eye(name):
    ecmiss, other = (EYES[name](light_of(COLOURS[f"{side}-tint"])) for side in ("ecmiss", "open"))

    assert distance(ecmiss, other) >= 8


@pytest.mark.parametrize("name", [*EYES, "grey"])
def test_a_solid_bar_is_darker_than_a_hatched_one_from_afar(name):
    seen = EYES.get(name, grey)
    solid, lines = seen(light_of(COLOURS["ecmiss"])), seen(HATCHED)

    assert lab(lines)[0] - lab(solid)[0] >= 25
    assert distance(solid, lines) >= 30


# --- a page printed in grey ----------------------------------------------------------------------------------------


class Print:
    """A page of a finished PDF as PDFium paints it in shades of grey."""

    scale = 4  # pixels of a point: a line of the hatch is four or more pixels wide

    def __init__(self, form: Form, page: int) -> None:
        self.page = form.pages[page]
        pdf = pypdfium2.PdfDocument(form.data)
        self.image: Image.Image = pdf[page].render(scale=self.scale, grayscale=True).to_pil().convert("L")
        pdf.close()

    def shades(self, area: Area) -> Sequence[int]:
        """Return the shades of the pixels of an area, from 0 for black to 255."""
        left, right = ((edge - self.page.left) * self.scale for edge in (area.left, area.right))
        upper, lower = ((self.page.top - edge) * self.scale for edge in (area.top, area.bottom))
        return self.image.crop((math.ceil(left), math.ceil(upper), int(right), int(lower))).tobytes()


def bars(form: Form) -> tuple[int, list[Area], list[Area]]:
    """Return the page of the chart, and the insides of its solid and of its hatched bars.

    Below a hatch lies the colour of the paper, as it does between the steps of a solid bar.
    """
    (chart,) = (element for element in form.root.walk() if element.id == "chart.alt")
    assert chart.page is not None
    assert chart.box is not None
    inside = [path for path in form.paths if path.page == chart.page and path.marked and chart.box.holds(path.area)]
    solid = [path.area for path in inside if path.fill == pytest.approx(rgb(COLOURS["ecmiss"]), abs=2)]
    lined = [path.area for path in inside if path.fill == rgb(COLOURS["paper"]) and path.area.width > 4]
    return chart.page, [area.inset(1) for area in solid], [area.inset(1) for area in lined]


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


@pytest.fixture(scope="module", params=["leaflet", "booklet"])
def chart(request: pytest.FixtureRequest, real_build: tuple[Path, Ran]) -> tuple[Print, list[Area], list[Area]]:
    """The chart in its wide and in its narrow drawing, and where its bars are."""
    form = read_form((real_build[0] / "en" / f"ecmiss-{request.param}.pdf").read_bytes())
    page, solid, lined = bars(form)
    return Print(form, page), solid, lined


def test_a_chart_has_a_bar_of_each_kind_in_every_row_and_in_its_key(chart):
    _, solid, lined = chart

    assert len(solid) == len(lined) == 6


def test_in_grey_solid_bars_are_even_and_hatched_ones_are_not(chart):
    printed, solid, lined = chart

    for bar in solid:
        assert pstdev(printed.shades(without_steps(bar))) < 1
    for bar in lined:
        assert pstdev(printed.shades(without_steps(bar))) > 40


def without_steps(bar: Area) -> Area:
    """Return the beginning of a bar: bars over several steps of a scale have white lines between these."""
    return bar._replace(right=min(bar.right, bar.left + 24))


def test_in_grey_a_hatched_bar_is_lighter_than_a_solid_one(chart):
    printed, solid, lined = chart

    darkest_hatch = min(fmean(printed.shades(without_steps(bar))) for bar in lined)
    lightest_solid = max(fmean(printed.shades(without_steps(bar))) for bar in solid)

    assert darkest_hatch - lightest_solid > 50


def test_without_hatching_grey_would_not_tell_the_bars_apart():
    """So it is the hatch that does: the colours themselves are about equally light."""
    ecmiss, other = (lab(grey(light_of(COLOURS[side])))[0] for side in ("ecmiss", "open"))

    assert abs(ecmiss - other) < 10
