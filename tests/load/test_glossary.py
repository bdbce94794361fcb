"""glossary.yaml -> Glossary: names, terms and how languages say them, every mistake at its line."""

import pytest

from ecmiss_publish.load.glossary import load_glossary
from ecmiss_publish.model.glossary import Glossary, Rendering
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from tests.support import ROOT, DictSources, found

PATH = "content/glossary.yaml"
GOOD = """names:
  - North Clinic
  - NC
translatable: [North Clinic]
terms:
  incision:
    term: incision
    forms: [incisions]
    definition: A cut.
    renderings:
      es: {use: [incisi], avoid: [corte]}
      pt_BR:
        use: [incis]
"""


def load(text: str, report: Report | None = None) -> Glossary:
    return load_glossary(DictSources({PATH: text.encode()}), Report() if report is None else report)


def mistakes(text: str) -> list[tuple[str, str]]:
    report = Report()
    with pytest.raises(PublishError):
        load(text, report)
    return found(report)


def test_a_project_need_not_have_one() -> None:
    assert load_glossary(DictSources(), Report()) == Glossary()


def test_names_terms_and_renderings_are_read() -> None:
    glossary = load(GOOD)

    assert glossary.names == ("North Clinic", "NC")
    assert glossary.translatable == ("North Clinic",)
    term = glossary.terms["incision"]
    assert (term.term, term.forms, term.definition) == ("incision", ("incisions",), "A cut.")
    assert term.renderings == {
        Locale("es"): Rendering(use=("incisi",), avoid=("corte",)),
        Locale("pt_BR"): Rendering(use=("incis",)),
    }


def test_a_rendering_knows_its_line() -> None:
    renderings = load(GOOD).terms["incision"].renderings

    assert [rendering.origin for rendering in renderings.values()] == [Origin(PATH, 11), Origin(PATH, 13)]


def test_a_region_says_it_as_its_language_does() -> None:
    term = load(GOOD).terms["incision"]

    assert term.rendering(Locale.parse("es_MX")) == term.rendering(Locale.parse("es"))
    assert term.rendering(Locale.parse("pt")) is None


def test_a_glossary_of_names_only_is_one() -> None:
    assert load("names: [NC]\n") == Glossary(names=("NC",))


@pytest.mark.parametrize(
    ("before", "after", "line", "code"),
    [
        ("      es:", "      xx:", 11, "unknown-locale"),
        ("      es:", "      pt-BR:", 11, "unknown-locale"),
        ("      es:", "      ar_XB:", 11, "unknown-locale"),
        ("      pt_BR:", "      es:", 12, "duplicate-key"),
        ("avoid: [corte]", "shun: [corte]", 11, "unknown-key"),
        ("use: [incisi], ", "", 11, "missing-key"),
        ("use: [incisi]", "use: []", 11, "wrong-rendering"),
        ("avoid: [corte]", "avoid: [incisi]", 11, "wrong-rendering"),
        ("avoid: [corte]", "avoid: corte", 11, "wrong-value"),
        ("    definition: A cut.\n", "", 7, "missing-key"),
        ("  incision:", "  Incision:", 6, "bad-name"),
        ("[North Clinic]", "[South Clinic]", 0, "unknown-reference"),
        ("es: {use: [incisi], avoid: [corte]}", "es: incisi", 11, "wrong-value"),
    ],
)
def test_a_mistake_is_reported_at_its_line(before: str, after: str, line: int, code: str) -> None:
    place = f"{PATH}:{line}" if line else PATH

    assert (place, code) in mistakes(GOOD.replace(before, after, 1))


def test_a_word_belongs_to_one_term() -> None:
    other = "  cut:\n    term: cut\n    forms: [Incisions]\n    definition: A cut.\n"

    assert mistakes(GOOD + other) == [(f"{PATH}:15", "duplicate-term")]


def test_a_name_for_a_locale_says_how_it_is_written() -> None:
    report = Report()
    with pytest.raises(PublishError):
        load(GOOD.replace("pt_BR:", "pt-BR:"), report)

    (problem,) = report
    assert problem.hint == "write pt_BR"


def test_the_shipped_glossary_says_every_term_in_every_shipped_language() -> None:
    glossary = load((ROOT / PATH).read_text("utf-8"))
    shipped = {path.name for path in (ROOT / "locales").iterdir() if path.is_dir()}

    assert len(glossary.terms) >= 15
    for term in glossary.terms:
        assert {locale.name for locale in term.renderings} == shipped, term.term
