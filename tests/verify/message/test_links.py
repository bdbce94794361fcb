"""Links of a translation: to the addresses of its source, each with words."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message import check_messages
from tests.support import a_catalog, a_message


def found(source: str, translation: str) -> list[Problem]:
    """Return what all checks say of a message: one fault is one Problem."""
    report = Report()
    check_messages(a_catalog(a_message(source, translation)), Locale.parse("en"), Glossary(), {}, report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("see [us](https://a.org)", "véa[nos](https://a.org)"),
        ("[a](https://a.org) and [b](https://b.org)", "[b](https://b.org) y [a](https://a.org)"),
        ("[a](https://a.org), [again](https://a.org)", "[a](https://a.org), [otra vez](https://a.org)"),
        ("write [*to us*](mailto:a@b.org)", "escríba[*nos*](mailto:a@b.org)"),
        ("no links", "sin enlaces"),
    ],
)
def test_links_may_change_places_and_words(source: str, translation: str) -> None:
    assert not found(source, translation)


@pytest.mark.parametrize(
    ("translation", "message"),
    [
        ("véanos", "the source links to https://a.org, the translation to nothing"),
        ("véa[nos](https://b.org)", "the source links to https://a.org, the translation to https://b.org"),
        ("véa[nos](https://a.org/es)", "the source links to https://a.org, the translation to https://a.org/es"),
        ("véa[nos](http://a.org)", "the source links to https://a.org, the translation to http://a.org"),
        (
            "[véa](https://a.org)[nos](https://a.org)",
            "the source links to nothing else, the translation to https://a.org",
        ),
    ],
)
def test_another_address_is_an_error_that_shows_both(translation: str, message: str) -> None:
    (problem,) = found("see [us](https://a.org)", translation)

    assert (problem.code, problem.severity, problem.message) == ("link-differs", Severity.ERROR, message)


@pytest.mark.parametrize("words", ["", " ", "\u00a0"])
def test_a_link_without_words_is_an_error(words: str) -> None:
    problem = found("see [us](https://a.org)", f"véanos[{words}](https://a.org)")[0]  # typography sees spaces, too

    assert (problem.code, problem.severity) == ("link-text-empty", Severity.ERROR)
    assert "https://a.org" in problem.message
