"""Of the mistakes that are planted in our translations, the checks find at least these shares, in every language."""

import pytest

from benchmarks.faults import CONTROLS, KINDS, Alarms, Corpus, Outcome, alarms, load_corpus, ours, outcomes
from ecmiss_publish.model.problem import Severity

# What no reader may ever meet is always found, wherever it is.
ALWAYS = (
    "a digit changed",
    "a digit changed in a measure",
    "a number dropped",
    "a decimal mark moved",
    "the end of a range changed",
    "a range turned round",
    "a unit exchanged beside its number",
    "a unit’s word exchanged",
    "a name misspelt",
    "a name dropped",
    "a name transliterated",
    "strong lost",
    "strong broken",
    "a link lost",
    "a link without words",
    "an address changed",
    "an address that is none",
    "an HTML tag",
    "a placeholder lost",
    "a placeholder misspelt",
    "a letter of another alphabet",
    "letters decomposed",
    "letters broken",
    "an invisible character",
    "a quotation mark lost",
    "a bracket lost",
    "straight quotation marks",
    "another language’s quotation marks",
    "the end mark lost",
    "an end mark of another script",
    "an ASCII comma",
    "a space too many",
    "¿ lost",
    "a French space lost",
    "half translated",
    "the same source in other words",
)
# The others: how many of a hundred, in all languages together. docs/checks.md says what is missed and why.
MOSTLY = {
    "a term exchanged": 98,
    "a term left out": 98,
    "the source text again": 94,
    "a label too long": 95,
    "a sentence not translated": 95,
    "a negation lost": 95,
    "a negation lost that English has not": 70,
    "“may” turned into “must”": 95,
    "“can” turned into “must”": 95,
    "“most” turned into “all”": 95,
    "less and more exchanged": 95,
    "a hedge dropped": 90,
    "a condition dropped": 90,
    "the end mark changed": 95,
    "the last third cut off": 80,
    "a sentence lost": 85,
    "a word twice": 90,
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="module")
def found(corpus: Corpus) -> list[Outcome]:
    return outcomes(corpus, [ours(corpus)])


@pytest.fixture(scope="module")
def said(corpus: Corpus) -> Alarms:
    return alarms(corpus, ours(corpus))


def of_kind(found: list[Outcome], name: str) -> list[Outcome]:
    return [outcome for outcome in found if outcome.planted.kind.name == name]


@pytest.mark.parametrize("name", ALWAYS)
def test_this_is_found_in_every_language(found: list[Outcome], name: str) -> None:
    planted = of_kind(found, name)

    assert planted
    assert [missed(outcome) for outcome in planted if outcome.severity is None] == []


@pytest.mark.parametrize(("name", "floor"), MOSTLY.items())
def test_this_is_mostly_found(found: list[Outcome], name: str, floor: int) -> None:
    planted = of_kind(found, name)
    lost = [missed(outcome) for outcome in planted if outcome.severity is None]

    assert 100 * (len(planted) - len(lost)) >= floor * len(planted), lost


def missed(outcome: Outcome) -> str:
    message = outcome.planted.message
    return f"{outcome.planted.locale.tag} {message.unit}: {message.translation}"


def test_the_promises_are_about_kinds_that_are_planted() -> None:
    assert {*ALWAYS, *MOSTLY} <= {kind.name for kind in KINDS}


@pytest.mark.parametrize("control", CONTROLS)
def test_what_is_right_alarms_nobody(said: Alarms, control: str) -> None:
    severe = {
        (locale.tag, code): count
        for locale, counts in said[control].items()
        for (code, severity), count in counts.items()
        if severity is Severity.ERROR or control == "as they are"
    }
    assert severe == {}
