"""Article x Catalog -> Article: the catalog's words, or the source's, marked and reported."""

import pytest

from ecmiss_publish.model.article import texts
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.inline import Foreign, Inline, Isolate, Run, Strong
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.translate.apply import translate, translate_text
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.verify.message import check_messages
from tests.support import (
    SPANISH,
    DictSources,
    a_catalog,
    a_message,
    a_text,
    an_article,
    article_of,
    codes,
    found,
    small_project,
)

KNEE = a_text("Knee")
NAMES = Glossary(names=("North Clinic", "North Clinic Group", "Kneefix®"))


def test_a_translation_takes_the_place_of_its_source() -> None:
    report = Report()

    article = translate(an_article("Knee"), a_catalog(a_message("Knee", "Rodilla")), NAMES, report)

    assert (article.title.plain, article.title.lang, article.title.unit) == ("Rodilla", "es", "title")
    assert article.title.source == "Knee"
    assert article.language == "es"


def test_the_shape_of_the_article_stays() -> None:
    files = small_project()
    article = article_of(files)
    report = Report()

    translated = translate(article, load_catalog(Locale.parse("ar"), DictSources(files), report), NAMES, report)

    assert not list(report)
    assert translated.parts.names == article.parts.names
    assert [text.unit for text in texts(translated)] == [text.unit for text in texts(article)]
    assert {text.lang for text in texts(translated)} == {"ar"}


def test_the_source_language_is_left_alone() -> None:
    article = an_article()

    assert translate(article, a_catalog(locale="en"), NAMES, Report()) is article


@pytest.mark.parametrize(
    ("message", "place", "code"),
    [
        (None, SPANISH, "untranslated"),
        (a_message("Knee", ""), f"{SPANISH}:7", "untranslated"),
        (a_message("Knee", " "), f"{SPANISH}:7", "untranslated"),
        (a_message("Knee", "Rodilla", fuzzy=True), f"{SPANISH}:7", "fuzzy"),
        (a_message("The knee", "La rodilla"), f"{SPANISH}:7", "stale"),
        (a_message("Knee", "<script>x</script>"), f"{SPANISH}:7", "markup-not-allowed"),
        (a_message("Knee", "Rod\u202eilla"), f"{SPANISH}:7", "control-character"),
        (a_message("Knee", "Rod\u2067illa"), f"{SPANISH}:7", "isolate-unbalanced"),
        (a_message("Knee", "[Rodilla](javascript:alert(1))"), f"{SPANISH}:7", "link-scheme"),
    ],
)
def test_words_that_cannot_be_trusted_leave_the_source_in_its_language(
    message: Message | None, place: str, code: str
) -> None:
    report = Report()
    catalog = a_catalog(*([message] if message else []))

    text = translate_text(KNEE, catalog, NAMES, report)

    assert (text.plain, text.lang) == ("Knee", "en")
    assert set(found(report)) == {(place, code)}
    assert all(problem.hint and problem.unit == "title" for problem in report)


def test_words_that_were_refused_once_are_refused_again() -> None:
    # the message checks have said the same of the same message before, and a report keeps a Problem once
    report = Report()
    catalog = a_catalog(a_message("[Knee](https://a.org)", "[Rodilla](javascript:alert(1))"))
    check_messages(catalog, Locale.parse("en"), Glossary(), {}, report)

    for _ in range(2):
        assert translate_text(a_text("[Knee](https://a.org)"), catalog, NAMES, report).lang == "en"


def test_two_units_with_the_same_words_keep_their_own_translations() -> None:
    catalog = a_catalog(a_message("Open", "Abierta", unit="a"), a_message("Open", "Abrir", unit="b"))

    plains = [translate_text(a_text("Open", unit), catalog, NAMES, Report()).plain for unit in ("a", "b")]

    assert plains == ["Abierta", "Abrir"]


def test_a_good_message_is_translated_whatever_was_found_before() -> None:
    report = Report()
    report.error("other", "found before")

    assert translate_text(KNEE, a_catalog(a_message("Knee", "Rodilla")), NAMES, report).plain == "Rodilla"
    assert codes(report) == ["other"]


# --- numbers in right-to-left text ------------------------------------------------------------------------------


def test_right_to_left_translations_have_their_ranges_set_apart_also_inside_markup() -> None:
    catalog = a_catalog(a_message("after **1–2 days**", "بعد **1–2 يوم**"), locale="ar")

    text = translate_text(a_text("after **1–2 days**"), catalog, NAMES, Report())

    strong: Inline = Strong((Isolate((Run("1–2"),)), Run(" يوم")))
    assert text.inlines == (Run("بعد "), strong)


def test_left_to_right_translations_need_no_isolates() -> None:
    text = translate_text(a_text("1–2 days"), a_catalog(a_message("1–2 days", "1–2 días")), NAMES, Report())

    assert text.inlines == (Run("1–2 días"),)


def test_names_of_the_glossary_keep_their_language_in_a_text_of_the_same_script() -> None:
    words = "la North Clinic Group, **Kneefix®** y Norte"
    text = translate_text(a_text("x **y**"), a_catalog(a_message("x **y**", words)), NAMES, Report())

    assert text.inlines == (
        Run("la "),
        Foreign((Run("North Clinic Group"),), "en"),
        Run(", "),
        Strong((Foreign((Run("Kneefix®"),), "en"),)),
        Run(" y Norte"),
    )


def test_a_name_within_a_longer_word_is_no_name() -> None:
    text = translate_text(KNEE, a_catalog(a_message("Knee", "North Clinics")), NAMES, Report())

    assert text.inlines == (Run("North Clinics"),)
