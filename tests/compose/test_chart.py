"""A comparison -> a chart: bars that are as long as the values say, and every value in words beside its bar."""

from decimal import Decimal

import pytest

from ecmiss_publish.compose.chart import WIDTH, chart_scene
from ecmiss_publish.model.article import Columns, Comparison, Named, Outcome, Quantity, Row, Unit, Value
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Scene, Shape
from tests.support import a_text


def cm(low: str, high: str) -> Quantity:
    return Quantity(range=(Decimal(low), Decimal(high)), unit=Unit.CENTIMETER)


def step(words: str, low: int, high: int) -> Outcome:
    return Outcome(text=a_text(words, f"comparison.row.{words.lower()}"), level=(low, high), of=3)


def chart(ecmiss: Value, other: Value, locale: str = "en") -> Scene:
    row = Row(label=a_text("Cut", "comparison.cut.label"), ecmiss=ecmiss, open=other)
    columns = Columns(
        feature=a_text("Feature", "c.feature"), ecmiss=a_text("Keyhole", "c.ecmiss"), open=a_text("Open", "c.open")
    )
    comparison = Comparison(title=a_text("T", "c.title"), columns=columns, rows=Named((("cut", row),)))
    return chart_scene("chart", comparison, Locale.parse(locale), lambda unit, words: a_text(words, unit, locale))


def extent(shape: Shape) -> tuple[float, float]:
    xs = [points[0] for _, points in shape.commands if points]
    return min(xs), max(xs)


def bars(scene: Scene) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the two ends of the row's bars; the first two bars are the key."""
    solid = [shape for shape in scene.shapes if shape.fill == "ecmiss"]
    hatched = [shape for shape in scene.shapes if shape.hatch == "open"]
    assert (len(solid), len(hatched)) == (2, 2)
    return extent(solid[1]), extent(hatched[1])


def words(scene: Scene) -> list[str]:
    return [label.text.plain for label in scene.labels]


def test_bars_are_as_long_as_their_ranges() -> None:
    ecmiss, other = bars(chart(cm("0.5", "1.5"), cm("5", "20")))

    unit = ecmiss[1] - ecmiss[0]  # one centimetre
    assert ecmiss[0] == pytest.approx(unit * 0.5)
    assert other == pytest.approx((unit * 5, unit * 20))


def test_the_axis_ends_at_or_behind_the_longest_bar() -> None:
    for high in ("0.03", "1", "1.1", "3", "7", "12", "13", "20", "99", "1000"):
        scene = chart(cm("0", "0"), cm("0", high))

        _, other = bars(scene)
        assert 0.4 * 330 <= other[1] <= 330.001, high


def test_a_scale_of_nothing_is_drawn_all_the_same() -> None:
    assert bars(chart(cm("0", "0"), cm("0", "0"))) == ((0, 0), (0, 0))


def test_outcomes_stand_on_their_steps() -> None:
    ecmiss, other = bars(chart(step("Low", 1, 1), step("High", 2, 3)))

    assert ecmiss == pytest.approx((0, 110))
    assert other == pytest.approx((110, 330))


def test_every_value_is_written_beside_its_bar() -> None:
    scene = chart(cm("0.5", "1.5"), cm("5", "20"), "es")

    for value, (_, end) in zip(("0,5–1,5 cm", "5–20 cm"), bars(scene), strict=True):
        (label,) = [label for label in scene.labels if label.text.plain == value]
        assert label.x > end
        assert label.text.unit in ("comparison.cut.ecmiss", "comparison.cut.open")


def test_outcomes_keep_the_articles_words_and_the_axis_says_which_end_is_which() -> None:
    assert {"Low", "High", "Lower", "Higher"} <= set(words(chart(step("Low", 1, 1), step("High", 3, 3))))


def test_the_two_columns_differ_without_colour() -> None:
    scene = chart(cm("1", "2"), cm("3", "4"))

    assert all((shape.fill == "ecmiss") != (shape.hatch == "open") for shape in scene.shapes if shape.fill)
    assert {"Keyhole", "Open"} <= set(words(scene))


def test_nothing_leaves_the_picture() -> None:
    for scene in (chart(cm("0.5", "1.5"), cm("5", "20")), chart(step("Low", 1, 1), step("High", 2, 3))):
        for shape in scene.shapes:
            low, high = extent(shape)
            assert 0 <= low <= high <= WIDTH
        assert all(0 <= label.x <= WIDTH and 0 < label.y <= scene.height for label in scene.labels)
