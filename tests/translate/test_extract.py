"""Article and templates -> messages: what translators get, in reading order."""

import pytest

from ecmiss_publish.model.article import texts
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.extract import extract
from tests.support import BODY, WEB, DictSources, Files, article_of, edited, found, line_of, small_project


def messages(files: Files, report: Report | None = None) -> dict[str, Message]:
    """Return the project's messages by unit id, in order."""
    made = extract(article_of(files), DictSources(files), Report() if report is None else report)
    assert len({message.unit for message in made}) == len(made)
    return {message.unit: message for message in made}


def test_the_articles_units_come_first_and_in_its_order() -> None:
    files = small_project()
    report = Report()

    units = list(messages(files, report))

    own = [text.unit for text in texts(article_of(files))]
    assert not list(report)
    assert units[: len(own)] == own
    assert units[len(own) :]
    assert all(unit.startswith("ui.") for unit in units[len(own) :])


def test_a_message_has_the_authors_markdown_and_its_place() -> None:
    message = messages(small_project())["before.eat"]

    assert message.source == "Do *not* eat for 6 hours."
    assert message.reference == "content/knee/article.yaml:before.eat"


@pytest.mark.parametrize(
    ("unit", "note"),
    [
        ("title", "Heading · title"),
        ("benefits.pain.title", "Heading · benefits.pain.title"),
        ("introduction.meaning", "Keep the addresses of links as they are."),
        ("faq.sleep.answer", "Answers: Will I sleep?"),
        ("drawing.alt", "read aloud by screen readers"),
        ("drawing.tube", "A short label in the drawing."),
        ("ui.page", "Keep the words in {braces} as they are"),
        ("ui.contents", "Words that the product adds around the article"),
    ],
)
def test_notes_tell_the_translator_what_the_words_are(unit: str, note: str) -> None:
    assert any(note in line for line in messages(small_project())[unit].notes)


def test_words_of_a_template_have_their_unit_and_line() -> None:
    files = small_project(edited(WEB, "{{ body() }}", '{{ body() }}\n<p>{{ _("ui.call", "Call us") }}</p>'))

    message = messages(files)["ui.call"]

    assert (message.source, message.reference) == ("Call us", f"{WEB}:ui.call")
    assert str(message.origin) == f"{WEB}:{line_of(files, WEB, 'ui.call')}"


def test_the_same_words_twice_are_one_message() -> None:
    twice = '<p>{{ _("ui.call", "Call us") }}</p><p>{{ _("ui.call", "Call us") }}</p>'

    assert "ui.call" in messages(small_project(edited(WEB, "{{ body() }}", twice)))


def test_one_id_for_two_texts_is_a_problem_at_the_second() -> None:
    report = Report()
    twice = '<p>{{ _("ui.call", "Call us") }}</p>\n<p>{{ _("ui.call", "Write to us") }}</p>'
    files = small_project(edited(WEB, "{{ body() }}", twice))

    messages(files, report)

    assert found(report) == [(f"{WEB}:{line_of(files, WEB, 'Write to us')}", "duplicate-id")]


@pytest.mark.parametrize("call", ['_("Call us")', '_("ui.call", words)'])
def test_words_that_cannot_be_extracted_are_a_problem(call: str) -> None:
    report = Report()
    files = small_project(edited(WEB, "{{ body() }}", f"<p>{{{{ {call} }}}}</p>"))

    messages(files, report)

    assert found(report) == [(f"{WEB}:{line_of(files, WEB, call)}", "bad-message")]


def test_a_template_that_cannot_be_read_hides_no_other_message() -> None:
    files = small_project({BODY: b"{% if %}", "templates/parts/other.xml": b"\xff"})

    assert "ui.page" in messages(files)
