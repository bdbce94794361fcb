"""`content/glossary.yaml` -> `Glossary`, every mistake with its line. A project need not have one."""

from __future__ import annotations

from collections.abc import Iterator

from ecmiss_publish.load.structure import MISSED, Reader
from ecmiss_publish.load.yaml_file import yaml_nodes
from ecmiss_publish.model.glossary import Glossary, Rendering, Term
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources

GLOSSARY_PATH = "content/glossary.yaml"


def load_glossary(sources: Sources, report: Report) -> Glossary:
    """Return the project's glossary, an empty one where it has none, or raise PublishError once all is reported."""
    if "glossary.yaml" not in sources.list("content"):
        return Glossary()
    node = yaml_nodes(GLOSSARY_PATH, sources, report)
    before = report.errors
    glossary = Reader(GLOSSARY_PATH, "und", report, {}).read(Glossary, node, "")
    if isinstance(glossary, Glossary):
        _check_names(glossary, report)
        _check_terms(glossary, report)
    if glossary is MISSED or report.errors > before:
        raise PublishError(GLOSSARY_PATH)
    assert isinstance(glossary, Glossary)
    return glossary


def _check_names(glossary: Glossary, report: Report) -> None:
    for name in glossary.translatable:
        if name not in glossary.names:
            report.error(
                "unknown-reference",
                f"“{name}” may be translated, and is not among the names",
                at=Origin(GLOSSARY_PATH),
                hint="write it below `names` too, letter for letter",
            )


def _check_terms(glossary: Glossary, report: Report) -> None:
    """What the types cannot say: a word belongs to one term, and a translator is told to use a word or to avoid it."""
    owners: dict[str, Term] = {}
    for term in glossary.terms:
        for form in (term.term, *term.forms):
            first = owners.setdefault(form.casefold(), term)
            if first is not term:
                report.error(
                    "duplicate-term",
                    f"“{form}” is a form of “{term.term}” here and of “{first.term}” at {first.origin}",
                    at=term.origin,
                    hint="keep it in one of the two",
                )
        for locale, rendering in term.renderings.items():
            for mistake, hint in _mistakes(rendering):
                report.error(
                    "wrong-rendering", f"“{term.term}” in {locale.name} {mistake}", at=rendering.origin, hint=hint
                )


def _mistakes(rendering: Rendering) -> Iterator[tuple[str, str]]:
    if not rendering.use:
        yield "has no word to use", "write at least one below `use`"
    for word in rendering.avoid:
        if word in (*rendering.use, *rendering.allow):
            yield f"has “{word}” to use and to avoid", "delete one of the two"
