"""Contrast as WCAG 2.2 measures it, and the colours that a reader must be able to tell apart."""

import tomllib

import pytest

from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.write.contrast import PAIRS, check_contrast, contrast, luminance
from tests.support import ROOT, THEME, found

SHIPPED = tomllib.loads((ROOT / THEME).read_text("utf-8"))["colour"]
EXAMPLE = tomllib.loads((ROOT / "content/brands/example.toml").read_text("utf-8"))["colour"]


def checked(colours: dict[str, str]) -> Report:
    report = Report()
    check_contrast(colours, Origin(THEME, 3), report)
    return report


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#FFFFFF", "#FFFFFF", 1),
        ("#767676", "#FFFFFF", 4.54),  # the lightest grey that WebAIM's checker passes
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_green_looks_brighter_than_red_and_red_than_blue():
    assert luminance("#0000FF") < luminance("#FF0000") < luminance("#00FF00") < luminance("#FFFFFF") == 1


def test_the_shipped_theme_and_the_example_brand_can_be_read():
    assert list(checked(SHIPPED)) == []
    assert list(checked(SHIPPED | EXAMPLE)) == []


def test_a_pale_colour_is_refused_with_both_numbers():
    report = checked({"primary": "#FFAA00", "paper": "#FFFFFF"})

    assert found(report) == [(f"{THEME}:3", "low-contrast")] * 2
    title, headings = (problem.message for problem in report)
    assert title.startswith("the contrast of paper (#FFFFFF) on primary (#FFAA00) is 1.9 : 1; it must be 4.5 : 1")
    assert headings.endswith("for headings, links and bars")
    assert {problem.hint for problem in report} == {"make primary darker or paper lighter"}


def test_a_ratio_just_below_is_not_shown_as_enough():
    (problem,) = checked({"muted": "#595959", "paper": "#FEFEFE"})

    assert "is 6.94 : 1; it must be 7 : 1" in problem.message


def test_body_text_needs_seven_to_one_on_every_tint():
    tints = [name for name in SHIPPED if name.endswith("-tint")]
    grounds = {pair.ground for pair in PAIRS if pair.ink == "ink" and pair.least == 7}

    assert grounds == {"paper", *tints}
    assert len(checked(SHIPPED | {"ink": "#5A5A5A"})) == len(grounds)
