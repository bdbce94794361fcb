"""Article x edition -> Document: what appears, in which locale's words, and what is said of a template's mistakes."""

import datetime

import pytest

from ecmiss_publish.compose.document import edition_names
from ecmiss_publish.model.block import Figure, Paragraph, Section, Table, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Isolate, Text, leaves
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.target import Target
from ecmiss_publish.pipeline.make import Workshop
from ecmiss_publish.pipeline.project import load_project
from tests.support import (
    ARTICLE,
    BODY,
    SPANISH,
    WEB,
    DictSources,
    Files,
    codes,
    composed,
    edited,
    failed_composition,
    found,
    line_of,
    small_project,
)

LABELS = "templates/parts/labels.xml"
STORY = '<section id="story">'
LAST = "{{ notices() }}"


def shown(document: Document) -> dict[str, Text]:
    """Return the Texts that a reader sees by unit id."""
    return {text.unit: text for text in document.shown_texts() if text.unit}


def with_last(markup: str) -> Files:
    """Return the small project with `markup` as the last thing of its web edition."""
    return small_project(edited(WEB, LAST, f"{LAST}\n{markup}"))


# --- what a document is -----------------------------------------------------------------------------------------


def test_the_document_knows_what_it_is() -> None:
    document = composed(small_project(), "ar")

    assert (document.edition.name, document.edition.writer, document.edition.page) == ("web", "html", "screen")
    assert (document.locale.tag, document.article) == ("ar", "knee")
    assert (document.title.plain, document.title.lang) == ("جراحة الركبة بالمنظار", "ar")
    assert (document.source_title.plain, document.source_title.lang) == ("Keyhole Surgery of the Knee", "en")
    assert (document.reference, document.version, document.date) == ("KNEE-01", "2.0", datetime.date(2026, 3, 1))
    assert [locale.tag for locale in document.alternates] == ["en", "ar", "es"]
    assert document.draft
    assert document.labels["contents"].lang == "ar"


def test_the_source_document_is_no_draft() -> None:
    document = composed(small_project())

    assert not document.draft
    assert "ui.draft" not in shown(document)
    assert "ui.draft" in shown(composed(small_project(), "es"))


@pytest.mark.parametrize("locale", ["en", "es", "ar"])
@pytest.mark.parametrize("edition", ["brochure", "leaflet", "web"])
def test_every_unit_is_shown_in_its_language(locale: str, edition: str) -> None:
    report = Report()

    document = composed(small_project(), locale, edition, report)

    assert not list(report)
    units = {text.unit for text in document.shown_texts() if text.lang == locale}
    assert {"title", "introduction.times", "story.quotation.text", "comparison.cut.ecmiss", "drawing.tube"} <= units
    # the imprint names the source's title, the notice of a draft is in both languages
    others = {text.unit for text in document.shown_texts() if text.lang != locale}
    assert others == (set() if locale == "en" else {None, "title", "ui.draft"})


def test_a_text_that_is_not_translated_is_shown_in_its_own_language() -> None:
    report = Report()
    files = small_project(edited(SPANISH, 'msgstr "Caminar"', 'msgstr ""'))

    text = shown(composed(files, "es", report=report))["myths.sport.walking"]

    assert (text.plain, text.lang) == ("Walking", "en")
    assert codes(report) == ["untranslated"]


def test_words_of_the_article_are_never_template_nor_markup() -> None:
    for words in ("{{ 7 * 7 }}", "{% raw %}", "</text></p><break/>", "{reference}", "&amp;lt; & <"):
        quoted = words.replace("'", "''").replace("<", "\\<").replace("&", "&amp;")
        files = small_project(edited(ARTICLE, "title: Keyhole Surgery of the Knee", f"title: '{quoted}'"))

        assert composed(files).title.plain == words


def test_quantities_are_written_as_the_locale_writes_them() -> None:
    cells = {locale: shown(composed(small_project(), locale))["comparison.cut.ecmiss"].plain for locale in ("en", "es")}

    assert cells == {"en": "0.5–1.5 cm", "es": "0,5–1,5 cm"}


def test_a_range_is_set_apart_in_right_to_left_text() -> None:
    cell = shown(composed(small_project(), "ar"))["comparison.cut.ecmiss"]

    (isolate,) = [inline for inline in cell.inlines if isinstance(inline, Isolate)]
    assert [run.text for run in leaves(isolate.inlines) if hasattr(run, "text")] == ["0.5–1.5"]


def test_placeholders_are_filled_after_translation() -> None:
    imprint = shown(composed(small_project(), "es"))["ui.imprint"]

    assert "KNEE-01" in imprint.plain
    assert "1\u00a0de\u00a0marzo\u00a0de\u00a02026" in imprint.plain, "in one piece: a year stands on no line alone"
    assert "{" not in imprint.plain


def test_headings_nest_and_figures_stand_where_the_edition_says() -> None:
    document = composed(small_project())

    sections = [block for block in document.blocks if isinstance(block, Section)]
    assert [section.attrs.id for section in sections] == [
        "before", "benefits", "myths", "story", "comparison", "faq",
    ]  # fmt: skip
    (story,) = [section for section in sections if section.attrs.id == "story"]
    assert isinstance(story.blocks[-1], Figure)
    assert story.blocks[-1].alt.plain == "Drawing of a knee with a thin tube in it."
    assert sum(isinstance(block, Table) for block in walk(document.blocks)) == 1


def test_every_block_knows_its_template_line() -> None:
    files = small_project()

    (story,) = [block for block in composed(files).blocks if block.attrs.id == "story"]

    assert str(story.attrs.origin) == f"{BODY}:{line_of(files, BODY, STORY)}"


# --- locales one after the other --------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [("es", "ar", "en"), ("en", "ar", "es"), ("ar", "ar", "es")])
def test_locales_composed_one_after_the_other_do_not_leak(order: tuple[str, ...]) -> None:
    # Jinja keeps imported modules: names of a rendering that were globals showed the locale before.
    sources = DictSources(small_project())
    project = load_project(sources, Report())
    workshop = Workshop(project, sources)

    for tag in order:
        target = Target(article="knee", locale=Locale.parse(tag), edition="web")
        assert workshop.document(target, Report()) == composed(small_project(), tag)


def test_a_template_that_changes_is_read_again() -> None:
    files = dict(small_project())
    sources = DictSources(files)
    workshop = Workshop(load_project(sources, Report()), sources)
    target = Target(article="knee", locale=Locale.parse("en"), edition="web")
    before = workshop.document(target, Report())

    files.update(edited(BODY, '<section id="before">', '<section id="after">'))

    assert workshop.document(target, Report()) != before


# --- mistakes of a template -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "code", "said"),
    [
        ("<p>{{ article.nothing.title }}</p>", "undefined-name", "nothing"),
        ("<p>{{ nothing }}</p>", "undefined-name", "nothing"),
        ("<p>{{ article.faq.titel }}</p>", "undefined-name", "titel"),
        ("{{ parts.prose(article.faq) }}", "undefined-name", "parts"),
        ('{% include "parts/nothing.xml" %}', "missing-template", "templates/parts/nothing.xml"),
        ("{% if %}", "template-syntax", ""),
        ("{% endfor %}", "template-syntax", "endfor"),
        ("<p>{{ 1 / 0 }}</p>", "template-error", "division by zero"),
        ("{% for letter in article.title %}{% endfor %}", "template-error", "not iterable"),
        ('<p>{{ _("ui.x") }}</p>', "template-error", "source"),
        ('<p>{{ value(article.comparison.rows["cut"], "close") }}</p>', "template-error", "“ecmiss” or “open”"),
        ('<p>{{ in_source("title") }}</p>', "template-error", "takes a text"),
        ("{{ body(1, 2) }}", "template-error", "body"),
        ("<p>Call us</p>", "literal-text", "“Call us” would not reach a translator"),
        ("<p>{{ article.reference }}</p>", "literal-text", "KNEE-01"),
        ("<sectoin><h>{{ article.title }}</h></sectoin>", "unknown-element", "did you mean <section>?"),
        ('<figure part="faq"/>', "unknown-reference", "“faq” is no figure"),
        ('<omit part="fqa"/>', "unknown-reference", "its parts are introduction, before"),
    ],
)
def test_a_mistake_names_its_template_line(markup: str, code: str, said: str) -> None:
    files = with_last(markup)

    report = failed_composition(files)

    assert (f"{WEB}:{line_of(files, WEB, markup)}", code) in found(report)
    assert any(said in str(problem) for problem in report)


def test_a_tag_that_is_not_closed_names_the_line_that_opened_it() -> None:
    files = small_project(edited(BODY, "</section>", ""))

    assert found(failed_composition(files)) == [(f"{BODY}:{line_of(files, BODY, '<section')}", "template-syntax")]


def test_macros_that_are_imported_without_context_say_so() -> None:
    # their names would be those of another rendering, or of none
    files = small_project(edited(WEB, "import body, glance with context", "import body, glance"))

    report = failed_composition(files)

    assert codes(report) == ["undefined-name"]
    assert "with context" in (next(iter(report)).hint or "")


@pytest.mark.parametrize(
    ("used", "message", "hint"),
    [
        ("article.faq.items.sleeep.answer", "this container of article.yaml has no such name",
         "did you mean “sleep”? there are "),
        ("article.aftercare.title", "the article has no such name", "there are introduction, before, "),
        ("article.faq.titel", "a faq has no such name", "did you mean “title”? there are title, items"),
        ('article.faq.items["anesthesia"].answer', "this container of article.yaml has no such name", "there are "),
        ("aftercare.title", "there is no such name", "parts are article.NAME as in article.yaml"),
    ],
)  # fmt: skip
def test_a_name_that_the_article_does_not_have_is_said_in_the_authors_words(used: str, message: str, hint: str) -> None:
    files = small_project(edited(WEB, "{{ notices() }}", f"<p>{{{{ {used} }}}}</p>"))

    (problem,) = failed_composition(files)

    assert (problem.code, problem.origin) == ("undefined-name", Origin(WEB, line_of(files, WEB, used)))
    assert problem.message.startswith("the template uses “")
    assert problem.message.endswith(message)
    assert (problem.hint or "").startswith(hint)


def test_a_template_that_is_not_utf_8_is_a_problem() -> None:
    report = failed_composition(small_project({WEB: b"<document>\xe9</document>"}))

    assert found(report) == [(WEB, "wrong-encoding")]


def test_an_edition_that_is_not_there_is_a_problem() -> None:
    assert codes(failed_composition(small_project(), edition="card")) == ["missing-template"]


def test_an_unknown_writer_is_a_problem() -> None:
    report = failed_composition(small_project(edited(WEB, 'writer="html"', 'writer="epub"')))

    assert found(report) == [(f"{WEB}:1", "unknown-writer")]
    assert "html, docx, pdf" in (next(iter(report)).hint or "")


def test_a_mistake_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(row: object, locale: Locale, unit: str) -> Text:
        raise KeyError("ours")

    monkeypatch.setattr("ecmiss_publish.compose.document.value_text", broken)

    with pytest.raises(KeyError, match="ours"):
        composed(small_project())


# --- editions ---------------------------------------------------------------------------------------------------


def test_editions_are_the_files_of_their_folder() -> None:
    files = small_project({"templates/editions/card.xml": "", "templates/editions/notes.txt": ""})

    assert edition_names(DictSources(files)) == ("brochure", "card", "leaflet", "web")


def test_an_edition_may_leave_a_part_out_by_name() -> None:
    part = '<section id="faq"><h>{{ article.faq.title }}</h>\n{{ parts.faq(article.faq) }}\n</section>'
    report = Report()

    document = composed(small_project(edited(BODY, part, '<omit part="faq"/>')), report=report)

    assert not list(report)
    assert document.omitted == {"faq"}
    assert not [unit for unit in shown(document) if unit.startswith("faq")]


def test_an_edition_that_loses_a_part_in_silence_is_a_problem() -> None:
    part = '<section id="faq"><h>{{ article.faq.title }}</h>\n{{ parts.faq(article.faq) }}\n</section>'
    report = Report()

    composed(small_project(edited(BODY, part, "")), report=report)

    assert found(report) == [(WEB, "not-shown")] * 3
    assert {problem.unit for problem in report} == {"faq.title", "faq.sleep.question", "faq.sleep.answer"}


def test_words_of_a_template_are_a_paragraph_like_any_other() -> None:
    report = Report()
    files = with_last('<p>{{ _("ui.new", "Call {number}", number="112") }}</p>')

    document = composed(files, report=report)

    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.plain == "Call 112"
    assert not list(report)
