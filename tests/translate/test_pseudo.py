"""Pseudo-locales: words that only look translated, with everything kept that translations have to keep."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import PSEUDO_LOCALES, Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.pseudo import CLOSE, OPEN, pseudo_catalog
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.markup import markup
from ecmiss_publish.verify.message.numbers import numbers
from ecmiss_publish.verify.message.placeholders import placeholders
from tests.support import a_message, codes

ACCENTS, BIDI = PSEUDO_LOCALES
GLOSSARY = Glossary(names=("ECMISS", "North American Spine Society", "Joimax®"))
KEPT = [
    # source, what has to be in the disguise as it stands
    ("ECMISS by Joimax®, says the North American Spine Society", ["ECMISS", "Joimax®", "North American Spine Society"]),
    ("Page {page} of {pages}", ["{page}", "{pages}"]),
    ("Over 619 million, 0.5–1.5 cm, 1,000 and L4-L5", ["619", "0.5–1.5", "1,000", "L4-L5"]),
    ("See [our *page*](https://example.org/a-page_(1)?x=y)", ["](https://example.org/a-page_(1)?x=y)", "*"]),
    ("Write to help@example.org or look at https://example.org/help", ["help@example.org", "https://example.org/help"]),
    ("Less \\< more \\* &amp; &nbsp; so", ["\\<", "\\*", "&amp;", "&nbsp;"]),
]


def disguised(source: str, locale: Locale) -> str:
    return pseudo_catalog(locale, [a_message(source)], GLOSSARY).messages["title"].translation


@pytest.mark.parametrize("locale", PSEUDO_LOCALES, ids=str)
@pytest.mark.parametrize(("source", "kept"), KEPT)
def test_what_no_translation_may_change_stays(source: str, kept: list[str], locale: Locale) -> None:
    words = disguised(source, locale)

    for piece in kept:
        assert piece in words
    rest = words
    for piece in kept:
        rest = rest.replace(piece, "")
    assert not re.search("[A-Za-z]", rest), rest


def test_accented_words_are_readable_and_stand_in_brackets() -> None:
    assert disguised("Keyhole Surgery", ACCENTS) == f"{OPEN}Ķéýýĥööļé Šûûûŕĝééŕýý{CLOSE}"


@pytest.mark.parametrize("source", ["Do not eat before the operation.", "Small scars: the cut is short.", "Swimming"])
def test_accented_words_are_forty_per_cent_longer(source: str) -> None:
    inside = disguised(source, ACCENTS)[1:-1]

    assert len(inside) == pytest.approx(1.4 * len(source), abs=1)


def test_arabic_letters_run_from_right_to_left() -> None:
    words = disguised("Is a scar small, or large?", BIDI)

    assert {unicodedata.bidirectional(char) for char in words} <= {"AL", "NSM", "WS", "CS"}
    assert "لا" in words  # lam and alef, which join
    assert words.endswith("؟")


def test_markup_that_begins_and_ends_a_message_is_markup_still() -> None:
    assert disguised("**Do** *not*", ACCENTS) == f"{OPEN}**Đöö** *ñöööţ*~~{CLOSE}"


_PIECES = st.sampled_from(
    [
        "word",
        "Word,",
        "ECMISS",
        "12",
        "0.5–1.5 cm",
        "1,000",
        "{page}",
        "*emphasis*",
        "**strong words**",
        "(so)",
        "“so”?",
        "[a link](https://example.org/a_b)",
        "L4-L5",
        "20-minute",
        "5 million",
        "\\*",
        "it’s",
        "a—b",
        "COVID-19",
        "&amp;",
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=12), st.sampled_from(PSEUDO_LOCALES))
def test_a_disguise_keeps_numbers_placeholders_and_markup(pieces: list[str], locale: Locale) -> None:
    catalog = pseudo_catalog(locale, [a_message(" ".join(pieces))], GLOSSARY)
    context = Context.of(catalog, Locale.parse("en"), GLOSSARY, {})
    report = Report()

    for check in (numbers, placeholders, markup):
        check(catalog.messages["title"], context, report)

    assert codes(report) == []


def test_a_disguise_is_a_draft_of_every_message() -> None:
    catalog = pseudo_catalog(ACCENTS, [a_message("One", unit="one"), a_message("Two", unit="two")], GLOSSARY)

    assert catalog.draft
    assert list(catalog.messages) == ["one", "two"]
    assert all(message.usable for message in catalog.messages.values())


# --- the locales ------------------------------------------------------------------------------------------------


def test_a_pseudo_locale_has_a_tag_of_its_own_and_the_data_of_a_language() -> None:
    assert [(each.tag, each.language, each.script, each.direction) for each in PSEUDO_LOCALES] == [
        ("en-XA", "en", "Latn", "ltr"),
        ("ar-XB", "ar", "Arab", "rtl"),
    ]
    assert [each.english_name for each in PSEUDO_LOCALES] == ["English (Pseudo-Accents)", "Arabic (Pseudo-Bidi)"]
    assert BIDI.endonym.startswith("العربية (")


@pytest.mark.parametrize("locale", PSEUDO_LOCALES, ids=str)
def test_a_pseudo_locale_is_no_locale_of_a_folder(locale: Locale) -> None:
    with pytest.raises(ValueError, match="pseudo-locale"):
        Locale.parse(locale.name)
