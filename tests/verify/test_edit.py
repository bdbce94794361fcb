"""An edit of a source: what it changed that no translation may miss."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.edit import meant_changes, shown_edit

EN = Locale.parse("en")
NAMES = Glossary(names=("Kneefix®", "North Clinic"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The recieved wisdom.", "The received wisdom."),
        ("it is best when rest fails.", "It is best when rest fails."),
        ("Walk a little, every day.", "Walk a little every day"),
        ("“Quoted” – and dashed", "‘Quoted’ — and dashed"),
        ("Wait 5 days at North Clinic.", "Wait for 5 days at North Clinic."),
        ("Post-op walks in the the garden", "Postop walks in the garden"),
        ("The colour of an anaesthesia", "The color of anesthesia"),
        ("It has occured.", "It has occurred."),
    ],
)
def test_an_edit_of_letters_changes_nothing_else(before: str, after: str) -> None:
    assert meant_changes(before, after, EN, NAMES) == ()


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("Wait 5 days.", "Wait 6 days.", "numbers"),
        ("Wait 5 days.", "Wait some days.", "numbers"),
        ("Page {page}", "Page {pages}", "{placeholders}"),
        ("Do *not* eat.", "Do not eat.", "markup"),
        ("[Ask](https://a.example)", "[Ask](https://b.example)", "addresses"),
        ("Ask North Clinic.", "Ask Kneefix®.", "names"),
        ("Ask.", "Ask North Clinic.", "names"),
        ("Do not eat.", "Do now eat.", "turn the meaning"),
        ("You can walk.", "You can't walk.", "turn the meaning"),
        ("Eat before it.", "Eat after it.", "turn the meaning"),
        ("It often helps.", "It helps.", "how often"),
        ("It is safe.", "It is unsafe.", "turn the meaning"),
        ("Take two.", "Take three.", "turn the meaning"),
        ("With fewer complications.", "With fatal complications.", "turn the meaning"),
        ("It has fewer complications.", "It has complications.", "turn the meaning"),
        ("Reduced exposure helps.", "Increased exposure helps.", "more than marks"),
        ("Back to desk work.", "Back to heavy work.", "more than marks"),
        ("It helps the patient.", "It helps the patients.", "more than marks"),
        ("It eases the pain.", "It eases pain and fever.", "more than marks"),
        ("A high fever.", "A high fiver.", "more than marks"),
        ("Rest.", "Bananas.", "more than marks"),
        ("After hypertension.", "After hypotension.", "more than marks"),
        ("Abduction helps.", "Adduction helps.", "more than marks"),
        ("Prednisone helps.", "Prednisolone helps.", "more than marks"),
        ("Walk from here.", "Walk form here.", "more than marks"),
        ("Hepatitis A is treated.", "Hepatitis is treated.", "more than marks"),
        ("Surgery is safe.", "Surgery is safe?", "more than marks"),
        ("No, surgery is needed.", "No surgery is needed.", "more than marks"),
    ],
)
def test_an_edit_that_changes_what_is_said_is_known_in_both_directions(before: str, after: str, what: str) -> None:
    for pair in ((before, after), (after, before)):
        assert any(what in found for found in meant_changes(*pair, EN, NAMES))


def test_of_a_language_without_a_list_nothing_is_accepted() -> None:
    (found,) = meant_changes("Ela caminha", "Ela caminha.", Locale.parse("pt"), Glossary())

    assert "Portuguese has no list" in found


def test_the_words_that_differ_are_shown() -> None:
    assert shown_edit("Wait 5 days now.", "Wait 6 weeks now.") == "“5 days” → “6 weeks”"
