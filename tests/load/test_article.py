"""article.yaml -> Article: what it holds, and what is said of every mistake, with its line."""

import datetime
import textwrap
from decimal import Decimal

import pytest

from ecmiss_publish.load.article import load_article
from ecmiss_publish.model.article import Comparison, Named, Outcome, Prose, Quantity, Unit, texts
from ecmiss_publish.model.problem import Origin, PublishError, Report
from tests.support import ARTICLE, DictSources, article_of, edited, found, line_of, small_project

HEAD = """\
article: knee
language: en
reference: R
version: "1"
date: 2026-03-01
title: A title
parts:
"""


def load(text: str | bytes) -> Report:
    """Load an article that must be refused, and return why."""
    report = Report()
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(PublishError):
        load_article("knee", DictSources({ARTICLE: data}), report)
    return report


def with_parts(parts: str) -> str:
    """Return an article whose parts begin at line 8."""
    return HEAD + textwrap.indent(textwrap.dedent(parts), "  ")


def problem(report: Report) -> tuple[str, str, str]:
    """Return (place, code, message and hint) of the only Problem."""
    (only,) = report
    ((place, code),) = found(report)
    return place, code, f"{only.message}; {only.hint}"


# --- what is in it ----------------------------------------------------------------------------------------------


def test_the_small_article_is_read_without_a_problem() -> None:
    report = Report()

    article = article_of(small_project(), report)

    assert not list(report)
    assert article.title.plain == "Keyhole Surgery of the Knee"
    assert article.date == datetime.date(2026, 3, 1)
    assert article.version == "2.0"
    assert [part.kind for part in article.parts] == [
        "prose", "prose", "points", "myths", "case", "comparison", "chart", "figure", "faq",
    ]  # fmt: skip


def test_a_unit_id_is_the_path_of_names_without_containers() -> None:
    units = [text.unit for text in texts(article_of(small_project()))]

    assert units[:3] == ["title", "introduction.meaning", "introduction.times"]
    assert "benefits.pain.title" in units  # not benefits.items.pain.title
    assert "myths.sport.walking" in units  # not myths.items.sport.points.walking
    assert "story.outcome.home" in units
    assert "comparison.cut.label" in units
    assert "drawing.tube" in units
    assert len(units) == len(set(units))


def test_every_text_knows_its_line_and_language() -> None:
    files = small_project()

    for text in texts(article_of(files)):
        assert text.lang == "en"
        assert text.origin is not None
        assert text.origin.path == ARTICLE
        line = files[ARTICLE].decode().splitlines()[text.origin.line - 1]
        assert text.source.split()[0] in line


def test_numbers_are_exact() -> None:
    comparison = article_of(small_project())["comparison"]

    assert isinstance(comparison, Comparison)
    cut = comparison.rows["cut"].ecmiss
    assert cut == Quantity(range=(Decimal("0.5"), Decimal("1.5")), unit=Unit.CENTIMETER)
    pain = comparison.rows["pain"].open
    assert isinstance(pain, Outcome)
    assert (pain.level, pain.of) == ((2, 3), 3)


def test_text_stays_text_whatever_it_looks_like() -> None:
    for words in ("1. Call 112", "# Title", "- item", "::: panel", "{{ 7 * 7 }}", "{% raw %}", "a & b", "no", "1e3"):
        files = small_project(edited(ARTICLE, "title: Keyhole Surgery of the Knee", f"title: '{words}'"))

        assert article_of(files).title.plain == words


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    files = small_project()
    windows = b"\xef\xbb\xbf" + files[ARTICLE].replace(b"\n", b"\r\n")

    assert article_of(small_project({ARTICLE: windows})) == article_of(files)


def test_moving_a_line_does_not_change_the_article() -> None:
    files = small_project()

    assert article_of(small_project({ARTICLE: b"# a comment\n\n" + files[ARTICLE]})) == article_of(files)


def test_the_language_is_a_tag_however_it_is_written() -> None:
    article = article_of(small_project(edited(ARTICLE, "language: en", "language: pt_BR")))

    assert article.language == "pt-BR"
    assert {text.lang for text in texts(article)} == {"pt-BR"}


def test_prose_needs_no_title() -> None:
    introduction = article_of(small_project())["introduction"]

    assert isinstance(introduction, Prose)
    assert introduction.title is None
    assert isinstance(introduction.paragraphs, Named)


# --- mistakes in the structure ----------------------------------------------------------------------------------


def test_an_unknown_key_has_its_line_and_a_suggestion() -> None:
    files = small_project(edited(ARTICLE, "    caption: A camera", "    captoin: A camera"))

    place, code, words = problem(load(files[ARTICLE]))

    assert (place, code) == (f"{ARTICLE}:{line_of(files, ARTICLE, 'captoin')}", "unknown-key")
    assert "a figure has no key “captoin”" in words
    assert "did you mean “caption”?" in words


def test_an_unknown_key_like_no_other_is_told_what_there_is() -> None:
    _, code, words = problem(load("zzz: 1\n" + small_project()[ARTICLE].decode()))

    assert code == "unknown-key"
    assert "its keys are article, language, reference" in words


def test_a_missing_key_is_named() -> None:
    place, code, words = problem(load(with_parts("faq: {kind: faq, items: {a: {question: Why?, answer: So.}}}")))

    assert (place, code) == (f"{ARTICLE}:8", "missing-key")
    assert "needs the key “title”" in words


def test_a_duplicate_key_names_both_lines() -> None:
    text = with_parts("""\
        one: {kind: prose, paragraphs: {a: A}}
        one: {kind: prose, paragraphs: {b: B}}
        """)

    place, code, words = problem(load(text))

    assert (place, code) == (f"{ARTICLE}:9", "duplicate-key")
    assert "at line 8" in words


def test_two_texts_with_one_id_name_both_lines() -> None:
    text = with_parts("""\
        one:
          kind: points
          title: T
          lead: {same: First}
          items: {other: {title: T, text: T}}
          close: {same: Second}
        """)

    place, code, words = problem(load(text))

    assert (place, code) == (f"{ARTICLE}:13", "duplicate-id")
    assert "“one.same”" in words
    assert "at line 11" in words


@pytest.mark.parametrize("paragraphs", ["{}", "", "[]", "words", "~"])
def test_an_empty_container_is_refused(paragraphs: str) -> None:
    place, code, _ = problem(load(with_parts(f"one: {{kind: prose, paragraphs: {paragraphs}}}")))

    assert (place, code) == (f"{ARTICLE}:8", "wrong-value")


def test_an_article_without_parts_is_refused() -> None:
    report = load(HEAD)

    assert found(report) == [(f"{ARTICLE}:7", "wrong-value")]


def test_an_unknown_kind_has_a_suggestion() -> None:
    place, code, words = problem(load(with_parts("one: {kind: prosa, paragraphs: {a: A}}")))

    assert (place, code) == (f"{ARTICLE}:8", "unknown-kind")
    assert "did you mean “prose”?" in words


def test_a_part_without_a_kind_is_told_the_kinds() -> None:
    _, code, words = problem(load(with_parts("one: {paragraphs: {a: A}}")))

    assert code == "unknown-kind"
    assert "prose, points, myths, case, comparison, figure, chart, faq" in words


@pytest.mark.parametrize("name", ["Big", "a-b", "a b", "1a", "_a", "a__b", "é", "a.b"])
def test_a_name_that_cannot_be_in_a_unit_id_is_refused(name: str) -> None:
    assert (f"{ARTICLE}:8", "bad-name") in found(load(with_parts(f"'{name}': {{kind: prose, paragraphs: {{a: A}}}}")))


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}"])
def test_a_key_that_is_no_word_is_a_problem_and_no_crash(key: str) -> None:
    assert found(load(with_parts(f"? {key}\n: {{kind: prose, paragraphs: {{a: A}}}}")))


def test_all_mistakes_are_said_at_once() -> None:
    text = with_parts("""\
        one: {kind: prose, paragraphs: {a: A}, colour: red}
        two: {kind: prosa}
        three: {kind: faq, title: T, items: {a: {question: Q}}}
        """).replace("date: 2026-03-01", "date: yesterday")

    assert found(load(text)) == [
        (f"{ARTICLE}:5", "wrong-value"),
        (f"{ARTICLE}:8", "unknown-key"),
        (f"{ARTICLE}:9", "unknown-kind"),
        (f"{ARTICLE}:10", "missing-key"),
    ]


# --- values -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["2026-02-30", "1 March 2026", "''", "[2026, 3, 1]"])
def test_a_date_is_a_day_of_the_calendar(date: str) -> None:
    text = with_parts("one: {kind: prose, paragraphs: {a: A}}").replace("2026-03-01", date)

    assert found(load(text)) == [(f"{ARTICLE}:5", "wrong-value")]


ROW = "rows: {{a: {{label: L, ecmiss: {ecmiss}, open: {open}}}}}"


def comparison(ecmiss: str, other: str) -> str:
    """Return an article with a comparison of one row, in line 12."""
    return with_parts(
        "one:\n  kind: comparison\n  title: T\n  columns: {feature: F, ecmiss: E, open: O}\n  "
        + ROW.format(ecmiss=ecmiss, open=other)
    )


CM = "{range: [1, 2], unit: centimeter}"
LOW = "{text: Low, level: [1, 1], of: 3}"


@pytest.mark.parametrize(
    ("ecmiss", "other", "code"),
    [
        ("{range: [2, 1], unit: centimeter}", CM, "range-order"),
        ("{range: [-2, 1], unit: centimeter}", CM, "range-order"),
        ("{range: [NaN, 1], unit: centimeter}", CM, "wrong-value"),
        ("{range: [1, Infinity], unit: centimeter}", CM, "wrong-value"),
        ("{range: [1], unit: centimeter}", CM, "wrong-value"),
        ("{range: [one, 2], unit: centimeter}", CM, "wrong-value"),
        ("{range: [1, 2], unit: inch}", CM, "wrong-value"),
        ("{text: Low, level: [2, 1], of: 3}", LOW, "range-order"),
        ("{text: Low, level: [0, 1], of: 3}", LOW, "range-order"),
        ("{text: Low, level: [1, 4], of: 3}", LOW, "range-order"),
        ("{text: Low, level: [1, 1.5], of: 3}", LOW, "wrong-value"),
        # one axis serves both values of a row
        ("{range: [1, 2], unit: week}", CM, "row-values"),
        (LOW, CM, "row-values"),
        ("{text: Low, level: [1, 1], of: 5}", LOW, "row-values"),
    ],
)
def test_a_value_that_no_chart_can_show_is_refused(ecmiss: str, other: str, code: str) -> None:
    assert found(load(comparison(ecmiss, other))) == [(f"{ARTICLE}:12", code)]


# --- references -------------------------------------------------------------------------------------------------


def test_a_chart_names_a_comparison() -> None:
    place, code, words = problem(load(with_parts("one: {kind: chart, of: two, alt: A}")))

    assert (place, code) == (f"{ARTICLE}:8", "unknown-reference")
    assert "“two”" in words


def test_a_note_is_about_a_unit() -> None:
    files = small_project(edited(ARTICLE, "  drawing.tube: A short", "  drawing.tub: A short"))

    _, code, words = problem(load(files[ARTICLE]))

    assert code == "unknown-reference"
    assert "“drawing.tub”" in words


# --- files that are no article ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (b"", f"{ARTICLE}:1", "yaml-syntax"),
        (b"# only a comment\n", f"{ARTICLE}:1", "yaml-syntax"),
        (b"title: a: b\n", f"{ARTICLE}:1", "yaml-syntax"),
        (b"a: 1\nb: [1, 2\nc: 3\n", f"{ARTICLE}:3", "yaml-syntax"),
        (b"a: 1\n\tb: 2\n", f"{ARTICLE}:2", "yaml-syntax"),
        (b"a: *nothing\n", f"{ARTICLE}:1", "yaml-syntax"),
        (b"a: 1\n---\nb: 2\n", f"{ARTICLE}:2", "yaml-syntax"),
        (b"a: 1\nb: caf\xe9\n", f"{ARTICLE}:2", "wrong-encoding"),
        ("a: 1\n".encode("utf-16"), f"{ARTICLE}:1", "wrong-encoding"),
        (b"a: \x00\n", ARTICLE, "yaml-syntax"),
    ],
)
def test_a_file_that_is_no_yaml_says_where(data: bytes, place: str, code: str) -> None:
    assert found(load(data)) == [(place, code)]


def test_yaml_that_is_no_mapping_is_refused() -> None:
    assert found(load("- a\n- b\n")) == [(f"{ARTICLE}:1", "wrong-value")]


def test_a_missing_article_is_a_problem() -> None:
    report = Report()
    with pytest.raises(PublishError):
        load_article("knee", DictSources(), report)

    assert [(str(problem.origin), problem.code) for problem in report] == [(ARTICLE, "missing-file")]


def test_an_unknown_language_is_a_problem() -> None:
    text = with_parts("one: {kind: prose, paragraphs: {a: A}}").replace("language: en", "language: xx")

    assert (f"{ARTICLE}:2", "unknown-language") in found(load(text))


def test_markup_that_is_refused_stops_the_article_at_its_line() -> None:
    report = load(with_parts("one:\n  kind: prose\n  paragraphs:\n    a: <script>alert(1)</script>"))

    assert {(problem.origin, problem.code) for problem in report} == {(Origin(ARTICLE, 11), "markup-not-allowed")}


def test_markup_without_its_other_half_is_said_at_its_line_and_the_article_stays() -> None:
    report = Report()

    article = article_of(
        {ARTICLE: with_parts("one:\n  kind: prose\n  paragraphs:\n    a: Yes, **repeat").encode()}, report
    )

    assert found(report) == [(f"{ARTICLE}:11", "stray-markup")]
    assert "\\*" in str(*report)
    assert [text.plain for text in texts(article)][-1] == "Yes, **repeat"


def test_a_merge_that_nobody_has_settled_is_named_at_its_line() -> None:
    mixed = "  one:\n<<<<<<< HEAD\n    kind: prose\n=======\n    kind: faq\n>>>>>>> other\n"

    assert found(load(with_parts("") + mixed)) == [(f"{ARTICLE}:9", "merge-conflict")]
