"""messages.po -> Catalog: what it holds, and what is said of every mistake, with its line."""

import pytest
from hypothesis import given

from ecmiss_publish.model.catalog import Catalog, Message, Review, digest
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import PublishError, Report, Severity
from ecmiss_publish.translate.catalog import load_catalog, parse_po
from ecmiss_publish.translate.merge import merged_file
from ecmiss_publish.translate.po_file import po_bytes
from tests.strategies import words
from tests.support import SPANISH, DictSources, found, line_of, small_project

ES = Locale.parse("es")
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "title"\nmsgid "Knee"\nmsgstr "Rodilla"\n'


def load(text: str | bytes, report: Report | None = None) -> Catalog:
    data = text.encode() if isinstance(text, str) else text
    return load_catalog(ES, DictSources({SPANISH: data}), Report() if report is None else report)


def refused(text: str | bytes) -> Report:
    report = Report()
    with pytest.raises(PublishError):
        load(text, report)
    return report


# --- what is in it ----------------------------------------------------------------------------------------------


def test_messages_are_found_by_unit_id_with_their_lines() -> None:
    files = small_project()
    report = Report()

    catalog = load_catalog(ES, DictSources(files), report)

    assert not list(report)
    message = catalog.messages["faq.sleep.answer"]
    assert (message.source, message.translation) == ("Yes, for about 30 minutes.", "Sí, unos 30 minutos.")
    assert message.usable
    assert message.origin is not None
    # an entry begins with its comments
    assert message.origin.line == line_of(files, SPANISH, "#. Answer · faq.sleep.answer")
    assert message.reference == "content/knee/article.yaml:faq.sleep.answer"


def test_a_fuzzy_or_empty_message_is_not_usable() -> None:
    catalog = load(HEAD + "#, fuzzy\n" + ENTRY + '\nmsgctxt "b"\nmsgid "B"\nmsgstr ""\n')

    assert [message.usable for message in catalog.messages.values()] == [False, False]


def test_an_obsolete_message_is_not_there() -> None:
    assert not load(HEAD + "".join(f"#~ {line}\n" for line in ENTRY.splitlines())).messages


def reviewed(texts: str, by: str = "Dr. Ana Pérez") -> str:
    """Return the head of a catalog that somebody has reviewed on a day; `texts` are the digests of what was read."""
    fields = f'"X-Reviewed-By: {by}\\n"\n"X-Reviewed-On: 2026-11-22\\n"\n"X-Reviewed-Texts: {texts}\\n"\n'
    return HEAD.replace('"Content', f'{fields}"Content')


RODILLA = digest("Knee", "Rodilla")


def test_a_catalog_is_a_draft_until_somebody_qualified_has_reviewed_these_very_words() -> None:
    assert load(HEAD + ENTRY).draft
    assert load(HEAD + ENTRY).review is None
    assert not load(reviewed(RODILLA) + ENTRY).draft
    assert load(reviewed(RODILLA) + ENTRY).review == Review(
        by="Dr. Ana Pérez", on="2026-11-22", texts=frozenset({RODILLA})
    )
    assert load(reviewed(RODILLA) + ENTRY.replace("Rodilla", "La rodilla")).draft
    assert load(reviewed(RODILLA) + ENTRY.replace("Knee", "The knee")).draft
    assert load(reviewed("") + ENTRY).draft
    assert load(reviewed(RODILLA, by="") + ENTRY).draft


def test_a_review_holds_wherever_the_words_stand_and_whatever_waits_for_a_translator() -> None:
    renamed = ENTRY.replace('"title"', '"heading"')
    waiting = '\n#, fuzzy\nmsgctxt "b"\nmsgid "B"\nmsgstr "Be"\n\nmsgctxt "c"\nmsgid "C"\nmsgstr ""\n'

    assert not load(reviewed(f"abcdef {RODILLA}") + renamed + waiting).draft
    assert load(reviewed(RODILLA) + ENTRY + waiting.replace("#, fuzzy\n", "")).unreviewed == ("b",)


# --- a source that has changed ----------------------------------------------------------------------------------

MARKED = "#. The source has changed since this was translated (c5858788).\n"


def test_a_translation_that_lost_its_mark_but_no_letter_is_a_warning() -> None:
    report = Report()

    load(f"{HEAD}{MARKED}{ENTRY}", report)

    (problem,) = report
    assert (problem.code, problem.unit, problem.severity) == ("unchanged-translation", "title", Severity.WARNING)
    assert "add a comment: allow: unchanged-translation" in (problem.hint or "")


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("still marked", f"{HEAD}{MARKED}#, fuzzy\n{ENTRY}"),
        ("changed since", HEAD + MARKED + ENTRY.replace("Rodilla", "La rodilla")),
        ("not translated", HEAD + MARKED + ENTRY.replace("Rodilla", "")),
        ("let stand", f"{HEAD}# allow: unchanged-translation, only a comma\n{MARKED}{ENTRY}"),
        ("reviewed as it is", reviewed(RODILLA) + MARKED + ENTRY),
        ("never marked", HEAD + ENTRY),
    ],
)
def test_other_translations_raise_no_question(what: str, text: str) -> None:
    report = Report()

    load(text, report)

    assert not list(report), what


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    assert load(b"\xef\xbb\xbf" + (HEAD + ENTRY).replace("\n", "\r\n").encode()) == load(HEAD + ENTRY)


@given(words(), words())
def test_any_words_survive_the_file(source: str, translation: str) -> None:
    message = Message(unit="a.b", source=source, reference="x.yaml:a.b")
    file = merged_file([message], None, ES, "knee 1")
    file[0].msgstr = translation

    read = load(po_bytes(file)).messages["a.b"]

    assert (read.source, read.translation) == (source, translation)


# --- mistakes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + 'msgctxt "title"\nmsgid "Knee\nmsgstr "Rodilla"\n', 6),
        (HEAD + 'msgctxt "title"\nmsgid "Knee"\nmsgstr "Rodilla\n', 7),
        (HEAD + 'msgctxt "title"\nmsgid "Knee"\nmsgstr ""\n"Rodi"\nlla"\n', 9),
        (HEAD + 'msgctxt "title"\nmsgid "Knee"\nmsgstr "Rodilla\\"\n', 7),
        (HEAD + 'msgstr "Rodilla"\nmsgid "Knee"\n', 5),
        (HEAD + 'msgctxt "title"\nmsgid "Knee"\nmsgsrt "Rodilla"\n', 7),
        (HEAD + 'msgctxt "title"\nmsgid "Knee"\nmsgstr "Rodi"lla"\n', 7),
        ("hello\n", 1),
    ],
)
def test_a_syntax_error_has_its_line(text: str, line: int) -> None:
    report = refused(text)

    assert found(report) == [(f"{SPANISH}:{line}", "po-syntax")]
    assert all(problem.hint for problem in report)


def test_a_merge_that_nobody_has_settled_is_named_at_its_line() -> None:
    mixed = ENTRY.replace(
        'msgstr "Rodilla"', '<<<<<<< HEAD\nmsgstr "Rodilla"\n=======\nmsgstr "La rodilla"\n>>>>>>> translator'
    )

    report = refused(HEAD + mixed)

    assert found(report) == [(f"{SPANISH}:7", "merge-conflict")]
    assert "from here to line 11 the file holds two versions, of HEAD and of translator" in str(*report)
    assert "then run this again" in str(*report)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ((HEAD + ENTRY).replace("Rodilla", "Cirugía").encode("latin-1"), 7),
        ((HEAD + ENTRY).encode("utf-16"), 1),
        (b"\xfe\xff\x00m", 1),
    ],
)
def test_a_file_that_is_not_utf_8_is_refused_with_the_line(data: bytes, line: int) -> None:
    report = refused(data)

    assert found(report) == [(f"{SPANISH}:{line}", "wrong-encoding")]
    assert "UTF-8" in (next(iter(report)).hint or "")


def test_a_header_that_claims_another_encoding_is_a_problem() -> None:
    report = Report()

    load(HEAD.replace("UTF-8", "ISO-8859-1") + ENTRY, report)

    assert found(report) == [(f"{SPANISH}:1", "wrong-encoding")]


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", "Utf-8"])
def test_utf_8_may_be_written_in_several_ways(charset: str) -> None:
    report = Report()

    load(HEAD.replace("UTF-8", charset) + ENTRY, report)

    assert not list(report)


def test_a_duplicate_message_names_both_lines_and_the_first_counts() -> None:
    report = Report()

    catalog = load(HEAD + ENTRY + "\n" + ENTRY.replace("Rodilla", "Otra"), report)

    assert found(report) == [(f"{SPANISH}:9", "duplicate-message")]
    assert "at line 5" in next(iter(report)).message
    assert catalog.messages["title"].translation == "Rodilla"


def test_a_message_without_a_unit_id_is_a_problem() -> None:
    report = Report()

    load(HEAD + 'msgid "Knee"\nmsgstr "Rodilla"\n', report)

    assert found(report) == [(f"{SPANISH}:5", "missing-context")]


def test_a_missing_catalog_is_a_problem() -> None:
    report = Report()
    with pytest.raises(PublishError):
        load_catalog(ES, DictSources(), report)

    assert found(report) == [(SPANISH, "missing-file")]


def test_quotation_marks_inside_a_message_are_escaped() -> None:
    assert (
        load(HEAD + ENTRY.replace("Rodilla", r"La \"rodilla\" \\")).messages["title"].translation == 'La "rodilla" \\'
    )


# --- whose it is ------------------------------------------------------------------------------------------------


def in_language(said: str) -> str:
    """Return a catalog whose header names a language."""
    return HEAD.replace('"Content', f'"Language-Team: es\\n"\n"{said}\\n"\n"Content') + ENTRY


def test_nothing_of_another_languages_catalog_is_used_and_one_problem_says_so() -> None:
    report = Report()

    catalog = load(in_language("Language: de"), report)

    assert found(report) == [(f"{SPANISH}:4", "wrong-catalog")]
    assert "“Language: de”" in str(*report)
    assert "Spanish" in str(*report)
    assert not catalog.messages
    assert not catalog.trusted
    assert catalog.draft


@pytest.mark.parametrize("said", ["Language: es", "Language: es_MX", "Language: ES-419", "Language:", "X-Language: de"])
def test_a_header_that_names_the_language_or_none_is_trusted(said: str) -> None:
    report = Report()

    assert load(in_language(said), report).trusted
    assert not list(report)


# --- what a translator lets stand -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "comment", ["# allow: numbers-differ, spelt out", "# # Allow: numbers-differ", "# allow:numbers-differ"]
)
def test_a_translators_comment_names_what_it_lets_stand(comment: str) -> None:
    (message,) = load(f"{HEAD}{comment}\n{ENTRY}").messages.values()

    assert message.allowed == {"numbers-differ"}


def test_other_comments_let_nothing_stand() -> None:
    (message,) = load(f"{HEAD}# They allow: nothing here\n{ENTRY}").messages.values()

    assert not message.allowed


# As Babel's `pybabel update --previous` writes a long previous source.
TORN = (
    '#, fuzzy\n#| msgid "" "A long \\"source\\" of words, " "which were\n#| wrapped as if they " "were prose."\n'
    'msgctxt "torn"\nmsgid "New"\nmsgstr "Neu"\n\n'
)


def test_a_previous_source_that_was_torn_is_whole_and_the_lines_behind_it_keep_their_numbers() -> None:
    text = HEAD + TORN + ENTRY
    file = parse_po(SPANISH, DictSources({SPANISH: text.encode()}), Report())

    assert file[0].previous_msgid == 'A long "source" of words, which were wrapped as if they were prose.'
    assert file[1].linenum == text[: text.index(ENTRY)].count("\n") + 1


@pytest.mark.parametrize(
    ("char", "name"), [("\u2028", "U+2028 LINE SEPARATOR"), ("\x85", "U+0085"), ("\x0b", "U+000B")]
)
def test_a_character_that_ends_a_line_unseen_is_named_with_its_line(char: str, name: str) -> None:
    (problem,) = refused(HEAD + ENTRY.replace("Rodilla", f"Rod{char}illa"))

    assert problem.code == "control-character"
    assert name in problem.message
    assert problem.origin is not None
    assert problem.origin.line == 7
