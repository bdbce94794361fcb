"""`migrations.yaml` -> migrations, in the order in which they are made; every mistake with its line."""

import pytest

from ecmiss_publish.load.migrations import load_migrations
from ecmiss_publish.model.migration import Migration
from ecmiss_publish.model.problem import PublishError, Report
from tests.support import DictSources, found

PATH = "content/knee/migrations.yaml"
UNITS = ("title", "faq.price.question", "faq.price.answer", "x", "y")


def load(text: str, report: Report | None = None) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    sources = DictSources({PATH: text.encode(), "content/knee/article.yaml": b""})
    loaded = load_migrations("knee", UNITS, sources, Report() if report is None else report)
    return [(migration.sources, migration.targets) for migration in loaded]


def test_an_article_need_not_have_migrations() -> None:
    assert load_migrations("knee", UNITS, DictSources(), Report()) == ()


def test_a_rename_a_split_and_a_join_are_told_apart_by_their_lists() -> None:
    text = "- {from: faq.cost, to: faq.price}\n- {from: a, to: [x, y]}\n- from: [b, c]\n  to: title\n"

    assert load(text) == [(("faq.cost",), ("faq.price",)), (("a",), ("x", "y")), (("b", "c"), ("title",))]


def test_a_migration_stands_behind_the_one_that_makes_what_it_starts_from() -> None:
    assert load("- {from: b, to: x}\n- {from: a, to: b}\n") == [(("a",), ("b",)), (("b",), ("x",))]


def test_a_migration_knows_its_line() -> None:
    sources = DictSources({PATH: b"# moved\n- {from: a, to: x}\n"})

    (migration,) = load_migrations("knee", UNITS, sources, Report())

    assert str(migration.origin) == f"{PATH}:2"
    assert migration == Migration(sources=("a",), targets=("x",))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("from: a\nto: x\n", 1, "wrong-value"),
        ("- a\n", 1, "wrong-value"),
        ("- {from: {a: b}, to: x}\n", 1, "wrong-value"),
        ("- {from: a}\n", 1, "missing-key"),
        ("- {from: a, to: []}\n", 1, "missing-key"),
        ("- {from: a, too: x}\n", 1, "unknown-key"),
        ("- {from: [a, b], to: [x, y]}\n", 1, "migration-shape"),
        ("\n- {from: a, to: z}\n", 2, "unknown-reference"),
        ("\n- {from: x, to: y}\n", 2, "unit-exists"),
        ("\n- {from: faq.price, to: y}\n", 2, "unit-exists"),
        ("- {from: a, to: x}\n- {from: a, to: y}\n", 2, "duplicate-key"),
        ("- {from: a, to: x}\n- {from: b, to: x}\n", 2, "duplicate-key"),
        ("- {from: a, to: b}\n- {from: b, to: a}\n", 2, "migration-cycle"),
        ("- {from: a, to: a}\n", 1, "migration-cycle"),
        ("- {from: a,\n", 2, "yaml-syntax"),
    ],
)
def test_a_mistake_is_reported_with_its_line_and_nothing_is_moved(text: str, line: int, code: str) -> None:
    report = Report()

    with pytest.raises(PublishError):
        load(text, report)

    assert found(report) == [(f"{PATH}:{line}", code)]


def test_a_misspelt_unit_is_told_its_neighbour() -> None:
    report = Report()

    with pytest.raises(PublishError):
        load("- {from: a, to: faq.price.anser}\n", report)

    assert "did you mean “faq.price.answer”?" in str(next(iter(report)))
