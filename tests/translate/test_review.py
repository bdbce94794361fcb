"""Reviews in the headers of catalogs: read, written, extended by accepted edits, and found to be outdated."""

import polib
import pytest

from ecmiss_publish.model.catalog import Catalog, Review
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.review import check_review, put_accepted, put_review, review_in
from tests.support import a_catalog, a_message, codes

REVIEW = Review(by="Dr Ana Ruiz, surgeon", on="2026-11-22", texts=frozenset({"bbbbbb", "aaaaaa"}))
KNEE, FOOT = a_message("Knee", "Rodilla", unit="knee"), a_message("Foot", "Pie", unit="foot")


def with_review(review: Review | None) -> Catalog:
    catalog = a_catalog(KNEE, FOOT)
    return Catalog(locale=catalog.locale, messages=catalog.messages, review=review, origin=catalog.origin)


def reported(review: Review | None) -> Report:
    report = Report()
    check_review(with_review(review), report)
    return report


def test_what_is_written_is_read() -> None:
    file = polib.POFile()
    file.metadata = {"X-Reviewed-By": "somebody else", "Language": "es"}

    put_review(file, REVIEW)

    assert review_in(file.metadata) == REVIEW
    assert file.metadata["X-Reviewed-Texts"] == "aaaaaa bbbbbb"  # in order, so that the same review is the same line
    assert file.metadata["Language"] == "es"


@pytest.mark.parametrize("header", [{}, {"X-Reviewed-By": " "}, {"X-Reviewed-Texts": "aaaaaa"}])
def test_a_review_by_nobody_is_none(header: dict[str, str]) -> None:
    assert review_in(header) is None


def test_a_digest_stands_for_source_and_translation_and_not_for_the_unit() -> None:
    other = [a_message("Knee", "Rodilla", unit="other"), a_message("Knees", "Rodilla"), a_message("Knee", "rodilla")]

    assert [message.digest == KNEE.digest for message in other] == [True, False, False]
    assert len(KNEE.digest) == 6


@pytest.mark.parametrize("review", [None, Review(by="A", texts=frozenset({KNEE.digest, FOOT.digest, "cccccc"}))])
def test_no_review_and_one_that_covers_all_are_fine(review: Review | None) -> None:
    assert not list(reported(review))
    assert with_review(review).draft == (review is None)


def test_what_is_not_covered_is_named() -> None:
    (problem,) = reported(Review(by="Dr A", on="2026-11-22", texts=frozenset({KNEE.digest})))

    assert problem.code == "review-outdated"
    assert problem.message == (
        "1 text has changed since the review of 2026-11-22 by Dr A, and every file says again that it is a draft: foot"
    )


def test_a_name_alone_is_no_review() -> None:
    report = reported(Review(by="Dr A"))

    assert codes(report) == ["review-unconfirmed"]
    assert with_review(Review(by="Dr A")).draft


def test_an_accepted_edit_is_covered_where_the_text_was_before() -> None:
    file = polib.POFile()
    put_review(file, REVIEW)

    put_accepted(file, [("aaaaaa", "cccccc"), ("dddddd", "eeeeee")])

    review = review_in(file.metadata)
    assert review is not None
    assert review.texts == {"aaaaaa", "bbbbbb", "cccccc"}


def test_an_accepted_edit_makes_no_review() -> None:
    file = polib.POFile()

    put_accepted(file, [("aaaaaa", "cccccc")])

    assert file.metadata == {}
