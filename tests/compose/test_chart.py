"""A comparison -> a chart: bars that are as long as the values say, and every value in words beside its bar."""

from decimal import Decimal

import pytest

from ecmiss_publish.compose.chart import NARROW, WIDE, chart_scene
from ecmiss_publish.model.article import Columns, Comparison, Named, Outcome, Quantity, Row, Unit, Value
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Label, Scene, Shape
from tests.support import a_text


def cm(low: str, high: str) -> Quantity:
    return Quantity(range=(Decimal(low), Decimal(high)), unit=Unit.CENTIMETER)


def step(words: str, low: int, high: int) -> Outcome:
    return Outcome(text=a_text(words, f"comparison.row.{words.lower()}"), level=(low, high), of=3)


def chart(ecmiss: Value, other: Value, locale: str = "en", width: float = WIDE, name: str = "Cut") -> Scene:
    row = Row(label=a_text(name, "comparison.cut.label"), ecmiss=ecmiss, open=other)
    columns = Columns(
        feature=a_text("Feature", "c.feature"), ecmiss=a_text("Keyhole", "c.ecmiss"), open=a_text("Open", "c.open")
    )
    comparison = Comparison(title=a_text("T", "c.title"), columns=columns, rows=Named((("cut", row),)))
    parsed = Locale.parse(locale)
    return chart_scene("chart", comparison, parsed, lambda unit, words: a_text(words, unit, locale), width)


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


def axis(scene: Scene) -> tuple[float, float]:
    """Return the two ends of the row's axis: the longest line that does not cross the whole picture."""
    lines = [extent(shape) for shape in scene.shapes if not shape.fill]
    return max((ends for ends in lines if ends[0] > 0), key=lambda ends: ends[1] - ends[0])


def label(scene: Scene, text: str) -> Label:
    (found,) = [label for label in scene.labels if label.text.plain == text]
    return found


widths = pytest.mark.parametrize("width", [WIDE, NARROW])


@widths
def test_bars_are_as_long_as_their_ranges(width: float) -> None:
    scene = chart(cm("0.5", "1.5"), cm("5", "20"), width=width)

    ecmiss, other = bars(scene)
    nought, twenty = axis(scene)
    unit = (twenty - nought) / 20  # one centimetre
    assert ecmiss == pytest.approx((nought + unit * 0.5, nought + unit * 1.5))
    assert other == pytest.approx((nought + unit * 5, twenty))


def test_the_axis_ends_at_or_behind_the_longest_bar() -> None:
    for high in ("0.03", "1", "1.1", "3", "7", "12", "13", "20", "99", "1000"):
        scene = chart(cm("0", "0"), cm("0", high))

        (start, end), (_, other) = axis(scene), bars(scene)[1]
        assert 0.4 * (end - start) <= other - start <= end - start + 0.001, high


def test_a_scale_of_nothing_is_drawn_all_the_same() -> None:
    (start, end), other = bars(chart(cm("0", "0"), cm("0", "0")))

    assert start == end == other[0] == other[1]


@widths
def test_outcomes_stand_on_their_steps(width: float) -> None:
    scene = chart(step("Low", 1, 1), step("High", 2, 3), width=width)

    ecmiss, other = bars(scene)
    assert ecmiss[1] == pytest.approx(other[0])
    assert other[1] - other[0] == pytest.approx(2 * (ecmiss[1] - ecmiss[0]))


def test_every_step_of_a_scale_is_a_box_at_either_bar() -> None:
    scene = chart(step("Low", 1, 1), step("High", 2, 3))

    boxes = [shape for shape in scene.shapes if not shape.fill and shape.commands[-1][0] == "Z"]
    assert len(boxes) == 2 * 3


@widths
def test_the_axis_says_its_unit_once(width: float) -> None:
    scene = chart(cm("1", "2"), cm("5", "20"), width=width)

    numbers = [label.text.plain for label in scene.labels if label.colour == "muted"]
    assert numbers == (["0", "5", "10", "15", "20 cm"] if width == WIDE else ["0", "10", "20 cm"])


@widths
def test_every_value_is_written_beside_its_bar(width: float) -> None:
    scene = chart(cm("0.5", "1.5"), cm("5", "20"), "es", width)

    for value, (_, end) in zip(("0,5–1,5 cm", "5–20 cm"), bars(scene), strict=True):
        words_at_bar = label(scene, value)
        assert words_at_bar.x > end
        assert words_at_bar.text.unit in ("comparison.cut.ecmiss", "comparison.cut.open")


def test_outcomes_keep_the_articles_words_and_the_axis_says_which_end_is_which() -> None:
    assert {"Low", "High", "Lower", "Higher"} <= set(words(chart(step("Low", 1, 1), step("High", 3, 3))))


def test_the_two_columns_differ_without_colour() -> None:
    scene = chart(cm("1", "2"), cm("3", "4"))

    assert all((shape.fill == "ecmiss") != (shape.hatch == "open") for shape in scene.shapes if shape.fill)
    assert {"Keyhole", "Open"} <= set(words(scene))


@widths
def test_nothing_leaves_the_picture(width: float) -> None:
    for scene in (
        chart(cm("0.5", "1.5"), cm("5", "20"), width=width),
        chart(step("Low", 1, 1), step("High", 2, 3), width=width),
    ):
        assert scene.width == width
        for shape in scene.shapes:
            low, high = extent(shape)
            assert 0 <= low <= high <= width
        for words_there in scene.labels:
            start = words_there.x - (words_there.room if words_there.anchor == "end" else 0)
            assert 0 <= start < start + words_there.room <= width
            assert 0 < words_there.y <= scene.height - 0.3 * words_there.size


@widths
def test_no_letters_are_smaller_than_twelve_units(width: float) -> None:
    for scene in (chart(cm("1", "2"), cm("3", "4"), width=width), chart(step("A", 1, 1), step("B", 2, 3), width=width)):
        assert min(label.size for label in scene.labels) >= 12


def test_long_names_and_words_make_the_row_higher() -> None:
    short = chart(step("Low", 1, 1), step("High", 3, 3), width=NARROW)
    name = chart(
        step("Low", 1, 1), step("High", 3, 3), width=NARROW, name="How often painkillers are needed afterwards"
    )
    words_there = chart(step("Low", 1, 1), step("Very often and for a considerable time", 3, 3), width=NARROW)
    chinese = chart(step("Low", 1, 1), step("往往需要较长时间并且用量较大的止痛药物", 3, 3), width=NARROW)

    assert min(name.height, words_there.height, chinese.height) > short.height


def test_words_of_two_lines_at_the_upper_bar_stay_above_the_lower_bar() -> None:
    scene = chart(step("Low, and often none at all", 1, 1), step("High", 3, 3), width=NARROW)

    upper, lower = label(scene, "Low, and often none at all"), label(scene, "High")
    assert lower.y - upper.y >= 2 * 15


def several(*rows: tuple[Value, Value], width: float = WIDE) -> Scene:
    """Return a chart of rows, the values of each."""
    made = {
        f"row{at}": Row(label=a_text(f"Row {at}", f"c.row{at}.label"), ecmiss=ecmiss, open=other)
        for at, (ecmiss, other) in enumerate(rows)
    }
    columns = Columns(feature=a_text("F", "c.f"), ecmiss=a_text("K", "c.e"), open=a_text("O", "c.o"))
    comparison = Comparison(title=a_text("T", "c.title"), columns=columns, rows=Named(tuple(made.items())))
    return chart_scene("chart", comparison, Locale.parse("en"), lambda unit, words: a_text(words, unit, "en"), width)


@widths
def test_scales_that_follow_each_other_have_their_ends_named_once_below_the_last(width: float) -> None:
    scale, numbers = (step("Low", 1, 1), step("High", 3, 3)), (cm("1", "2"), cm("3", "4"))

    scene = several(scale, scale, numbers, scale, width=width)
    lower = [label.y for label in scene.labels if label.text.plain == "Lower"]
    names = {label.text.plain: label.y for label in scene.labels if label.strong}
    assert len(lower) == 2
    assert names["Row 1"] < lower[0] < names["Row 2"]
    assert names["Row 3"] < lower[1]


@widths
def test_the_ends_of_a_scale_are_named_where_it_begins_and_ends(width: float) -> None:
    scene = chart(step("Low", 1, 1), step("High", 2, 3), width=width)
    (start, _), (_, end) = bars(scene)

    assert label(scene, "Lower").x == pytest.approx(start)
    assert label(scene, "Higher").x == pytest.approx(end)


def test_names_stand_beside_the_bars_on_a_page_and_above_them_in_a_column() -> None:
    for width, beside in ((WIDE, True), (NARROW, False)):
        scene = chart(cm("0.5", "1.5"), cm("5", "20"), width=width)
        assert (label(scene, "Cut").y == label(scene, "0.5–1.5 cm").y) == beside
        assert (bars(scene)[0][0] > label(scene, "Cut").x + label(scene, "Cut").room) == beside


def test_a_long_name_beside_short_bars_makes_the_row_higher() -> None:
    short, name = (
        chart(step("Low", 1, 1), step("High", 3, 3), name=name)
        for name in ("Cut", "How often strong painkillers are needed in the weeks afterwards, and how many of them")
    )

    assert name.height > short.height
