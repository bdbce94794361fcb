"""Mistakes planted in our own translations are found. Two languages here; tests/slow/test_faults.py has all."""

import pytest

from benchmarks.faults import KINDS, Corpus, load_corpus, ours, outcomes, plant

SEVERE = {
    "a digit changed",
    "a number dropped",
    "a name dropped",
    "an address that is none",
    "an HTML tag",
    "a placeholder lost",
    "an invisible character",
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(locales=["ar", "es"])


def test_what_no_reader_may_ever_meet_is_found(corpus: Corpus) -> None:
    found = outcomes(corpus, [ours(corpus)], [kind for kind in KINDS if kind.name in SEVERE])

    assert {outcome.planted.kind.name for outcome in found} == SEVERE
    assert [outcome.planted.message.translation for outcome in found if outcome.severity is None] == []


def test_the_same_faults_are_planted_every_time(corpus: Corpus) -> None:
    for catalog in corpus.catalogs.values():
        for kind in KINDS:
            if kind.dress is None:
                assert plant(kind, catalog, corpus) == plant(kind, catalog, corpus)
