"""Which translations a qualified person has reviewed: kept in the header of a catalog, as digests of source and words.

    X-Reviewed-By: Dr Ana Ruiz, orthopaedic surgeon
    X-Reviewed-On: 2026-11-22
    X-Reviewed-Texts: 0dEyrv 2xTkQ9 ...

A review is of words, not of a file. So it holds for each text as long as translation and source are the ones that were
read, and for no other: whoever changes one of them, with whatever program, leaves a digest that is not in the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import polib

from ecmiss_publish.model.catalog import Catalog, Review
from ecmiss_publish.model.problem import Report

_BY, _ON, _TEXTS = "X-Reviewed-By", "X-Reviewed-On", "X-Reviewed-Texts"
_SHOWN = 5  # units that a finding names


def review_in(header: Mapping[str, str]) -> Review | None:
    """Return the review that a header tells of; one that was typed by hand has a name, but no texts."""
    reviewer = header.get(_BY, "").strip()
    texts = frozenset(header.get(_TEXTS, "").split())
    return Review(by=reviewer, on=header.get(_ON, "").strip(), texts=texts) if reviewer else None


def put_review(file: polib.POFile, review: Review) -> None:
    """Write a review into the header of a catalog, in place of the one that is there."""
    file.metadata.update({_BY: review.by, _ON: review.on, _TEXTS: " ".join(sorted(review.texts))})


def check_review(catalog: Catalog, report: Report) -> None:
    """Report a review that does not cover all that may be printed."""
    review, changed = catalog.review, catalog.unreviewed
    if review is None or not changed:
        return
    command = f'`ecmiss-publish review {catalog.locale.tag} --by "Name, qualification"`'
    if review.texts:
        have = "text has" if len(changed) == 1 else "texts have"
        since = f"the review {review.on and f'of {review.on} '}by {review.by}"
        report.warning(
            "review-outdated",
            f"{len(changed)} {have} changed since {since}, and every file says again that it is a draft: "
            f"{_listed(changed)}",
            at=catalog.origin,
            hint=f"when a qualified person has read what is new, {command} says so",
        )
    else:
        report.warning(
            "review-unconfirmed",
            f"the header names {review.by} as reviewer, but not what was reviewed, and every file says that it is a "
            "draft",
            at=catalog.origin,
            hint=f"{command} writes both",
        )


def _listed(units: Sequence[str]) -> str:
    return ", ".join(units[:_SHOWN]) + (" …" if len(units) > _SHOWN else "")


def put_accepted(file: polib.POFile, pairs: Iterable[tuple[str, str]]) -> None:
    """Let a review hold for texts whose source was mended: `pairs` are their digests before and after."""
    review = review_in(file.metadata)
    if review is not None:
        new = {after for before, after in pairs if before in review.texts}
        put_review(file, replace(review, texts=review.texts | new))
