"""Checks of a composed document: nothing is lost by silence, and every picture says what it shows."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

import pytest

from ecmiss_publish.model.article import Article
from ecmiss_publish.model.block import Attrs, Section
from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.verify.document.headings import headings
from tests.support import ARTICLE, BODY, WEB, codes, composed, edited, failed_composition, found, small_project
from tests.write.pdf_documents import a_document

A_DOCUMENT = a_document()
FAQ = '<section id="faq"><h>{{ article.faq.title }}</h>\n{{ parts.faq(article.faq) }}\n</section>'
FIGURE = '<figure id="drawing" part="drawing"/>'
OMIT_FAQ = '<omit part="faq"/>'


def said_and_not_drawn(*edits: tuple[str, str, str]) -> Report:
    """Return the Problems after edits that end the document: no file is made of it."""
    return failed_composition(small_project(all_edits(edits)))


def all_edits(edits: Iterable[tuple[str, str, str]]) -> dict[str, bytes]:
    """Return the files that `edits` change, as they are then."""
    return {path: data for path, before, after in edits for path, data in edited(path, before, after).items()}


def said_of(*edits: tuple[str, str, str]) -> Report:
    """Return the Problems of the small project's web page after edits of its files."""
    report = Report()
    composed(small_project(all_edits(edits)), report=report)
    return report


def test_the_small_project_is_in_order() -> None:
    assert not list(said_of())


def test_every_unit_that_is_not_shown_is_named() -> None:
    report = said_of((BODY, FAQ, ""))

    assert found(report) == [(WEB, "not-shown")] * 3
    assert {problem.unit for problem in report} == {"faq.title", "faq.sleep.question", "faq.sleep.answer"}
    assert 'write <omit part="faq"/>' in (next(iter(report)).hint or "")


def test_one_unit_that_is_not_shown_is_named() -> None:
    report = said_of((BODY, "<h>{{ article.faq.title }}</h>", "<h>{{ article.story.title }}</h>"))

    assert [(problem.code, problem.unit) for problem in report] == [("not-shown", "faq.title")]


def test_a_picture_that_is_not_shown_loses_its_labels_caption_and_alternative_text() -> None:
    report = said_of((BODY, FIGURE, ""))

    assert {problem.unit for problem in report} == {"drawing.caption", "drawing.alt", "drawing.tube", "drawing.bone"}


def test_measured_values_are_accounted_for_like_words() -> None:
    empty = "<td>{{ row.label }}</td>"
    table = "{{ parts.comparison(article.comparison) }}"
    own = (
        "<table><caption>{{ article.comparison.title }}</caption>"
        "<thead><tr><th>{{ article.comparison.columns.feature }}</th><th>{{ article.comparison.columns.ecmiss }}</th>"
        "<th>{{ article.comparison.columns.open }}</th></tr></thead><tbody>"
        f"{{% for row in article.comparison.rows %}}<tr><th>{{{{ row.label }}}}</th>{empty}{empty}</tr>{{% endfor %}}"
        "</tbody></table>"
    )
    chart = '<figure id="chart" part="chart"/>'

    report = said_of((BODY, f"{table}\n{chart}", f'{own}<omit part="chart"/>'))

    assert {problem.unit for problem in report} >= {"comparison.cut.ecmiss", "comparison.cut.open"}


def test_a_part_may_be_left_out_by_name() -> None:
    assert not list(said_of((BODY, FAQ, OMIT_FAQ)))


def test_a_part_may_be_shown_in_part_when_it_is_named() -> None:
    assert not list(said_of((BODY, "{{ parts.faq(article.faq) }}", OMIT_FAQ)))


def test_a_part_that_is_omitted_and_shown_all_the_same_is_a_problem() -> None:
    report = said_of((BODY, FAQ, FAQ + OMIT_FAQ))

    assert found(report) == [(WEB, "omitted-and-shown")]
    assert "“faq”" in next(iter(report)).message


@pytest.mark.parametrize("alt", ["A camera looks into the joint", "' A camera looks into the joint '"])
def test_an_alternative_text_that_repeats_the_caption_is_a_problem(alt: str) -> None:
    report = said_and_not_drawn((ARTICLE, "alt: Drawing of a knee with a thin tube in it.", f"alt: {alt}"))

    assert codes(report) == ["missing-alt"]
    assert next(iter(report)).unit == "drawing.alt"


def test_a_table_whose_first_row_heads_nothing_is_named() -> None:
    own = (
        "<table><caption>{{ article.comparison.title }}</caption>"
        "<thead><tr><td>{{ article.comparison.title }}</td></tr></thead>"
        "<tbody><tr><td>{{ article.comparison.title }}</td></tr></tbody></table>"
    )
    table = "{{ parts.comparison(article.comparison) }}"

    report = said_and_not_drawn((BODY, table, f"{own}{table}"))

    assert codes(report) == ["missing-heading"]


def test_a_heading_without_words_is_named() -> None:
    document = replace(
        A_DOCUMENT,
        title=plain_text("", "en"),
        blocks=(Section(plain_text(" ", "en"), (), Attrs(origin=Origin("e", 3))),),
    )
    report = Report()
    headings(document, cast(Article, None), report)

    assert [(str(problem.origin), problem.code) for problem in report] == [
        ("templates/editions/leaflet.xml", "missing-heading"),
        ("e:3", "missing-heading"),
    ]
