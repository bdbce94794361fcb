"""How many mistakes in translations the checks find, and how often they alarm for nothing: run me by hand.

    python -m benchmarks.faults

The catalogs of the project are taken as right. One fault at a time is planted in a message: a digit is changed, a
“not” is taken out, a closing quotation mark is another language's. A fault is found if one of the checks that are
there for it says something new about that message. The catalogs as they are, and in forms that are as good, are the
controls: whatever is said of them is a false alarm, or a mistake of ours that is to be mended.

The choice hangs on locale, unit and kind of fault only, so that two runs say the same. Decimals, units, emphasis and
links are rare in the article; messages get some of each, on both sides, before a fault of these kinds is planted.

`--misses` lists what was not found, `--locale de` looks at one language, `--pofilter` asks the translate-toolkit's
pofilter about the same messages (`pip install translate-toolkit`), `--markdown` writes the tables of docs/checks.md.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TypeAlias

from benchmarks.fault_planters import (
    LINK,
    Dress,
    Field,
    Plant,
    a_bracket_lost,
    a_condition_dropped,
    a_decimal_mark_moved,
    a_digit_changed,
    a_french_space_lost,
    a_hedge_dropped,
    a_label_too_long,
    a_link_lost,
    a_link_without_words,
    a_lookalike_letter,
    a_name_dropped,
    a_name_misspelt,
    a_name_transliterated,
    a_negation_lost,
    a_negation_lost_that_english_has_not,
    a_number_dropped,
    a_placeholder_lost,
    a_placeholder_misspelt,
    a_quotation_mark_lost,
    a_range_s_end_changed,
    a_range_turned_round,
    a_sentence_lost,
    a_sentence_not_translated,
    a_space_too_many,
    a_term_exchanged,
    a_term_left_out,
    a_unit_exchanged,
    a_unit_word_exchanged,
    a_word_not_translated,
    a_word_twice,
    an_address_changed,
    an_ascii_mark,
    an_end_mark_changed,
    an_end_mark_lost,
    an_end_mark_of_another_script,
    an_html_tag,
    an_invisible_character,
    an_opening_mark_lost,
    an_unsafe_address,
    another_languages_words,
    another_units_words,
    can_becomes_must,
    half_translated,
    less_becomes_more,
    letters_broken,
    letters_decomposed,
    marked,
    may_becomes_must,
    measured,
    most_becomes_all,
    quotes_of_another_language,
    said_otherwise,
    straight_quotes,
    strong_broken,
    strong_lost,
    the_end_cut_off,
    the_source_again,
)
from benchmarks.fault_words import NATIVE_DIGITS, RANGE_WORDS
from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.model.scene import Room
from ecmiss_publish.pipeline.project import Project, load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.verify.message import check_messages

ROOT = Path(__file__).resolve().parent.parent
PER_LOCALE = 12  # faults of one kind in one language, at most
DOCS = ROOT / "docs" / "checks.md"
_TABLES, _NO_MORE_TABLES = "<!-- tables: made by benchmarks/faults.py -->", "<!-- end of tables -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fault. `codes` are the findings that count; without any, whatever is said of the message counts."""

    name: str
    plant: Plant
    codes: frozenset[str] = frozenset()
    dress: Dress | None = None


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault in one message."""

    kind: Kind
    locale: Locale
    message: Message


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a fault: the severity it was found with, the codes of all that is new, pofilter's new findings."""

    planted: Planted
    severity: Severity | None
    codes: tuple[str, ...]
    pofilter: tuple[str, ...]


# --- the kinds --------------------------------------------------------------------------------------------------


def _codes(*codes: str) -> frozenset[str]:
    return frozenset(codes)


_NUMBERS = _codes("numbers-differ")
_UNITS = _codes("units-differ")
_NAMES = _codes("name-changed")
_MARKUP = _codes("markup-differs", "markup-not-allowed")
_LINKS = _codes("link-differs", "link-text-empty", "link-scheme", "markup-differs")
_PLACEHOLDERS = _codes("placeholders-differ")
_LETTERS = _codes("homoglyph", "wrong-script", "compatibility-character", "name-changed")
_HIDDEN = _codes("invisible-character", "control-character")
_QUOTATION = _codes("typography-quotes", "quotes-differ")
_SPACING = _codes("typography-spacing")
_MARKS = _codes("typography-marks")
_END = _codes("end-punctuation", "typography-marks")
_LEFT = _codes("untranslated-residue")
_NEGATION = _codes("negation-differs")
_MODALITY = _codes("modality-differs")
_QUANTITY = _codes("quantity-differs")
_TERMS = _codes("term-avoided", "term-missing")

KINDS: tuple[Kind, ...] = (
    Kind(name="a digit changed", plant=a_digit_changed, codes=_NUMBERS),
    Kind(name="a digit changed in a measure", plant=a_digit_changed, codes=_NUMBERS, dress=measured),
    Kind(name="a number dropped", plant=a_number_dropped, codes=_NUMBERS),
    Kind(name="a decimal mark moved", plant=a_decimal_mark_moved, codes=_NUMBERS, dress=measured),
    Kind(name="the end of a range changed", plant=a_range_s_end_changed, codes=_NUMBERS, dress=measured),
    Kind(name="a range turned round", plant=a_range_turned_round, codes=_codes("range-reversed"), dress=measured),
    Kind(name="a unit exchanged beside its number", plant=a_unit_exchanged, codes=_UNITS, dress=measured),
    Kind(name="a unit’s word exchanged", plant=a_unit_word_exchanged, codes=_UNITS),
    Kind(name="a name misspelt", plant=a_name_misspelt, codes=_NAMES),
    Kind(name="a name dropped", plant=a_name_dropped, codes=_NAMES),
    Kind(name="a name transliterated", plant=a_name_transliterated, codes=_NAMES),
    Kind(name="a term exchanged", plant=a_term_exchanged, codes=_TERMS),
    Kind(name="a term left out", plant=a_term_left_out, codes=_TERMS),
    Kind(name="a negation lost", plant=a_negation_lost, codes=_NEGATION),
    Kind(name="a negation lost that English has not", plant=a_negation_lost_that_english_has_not, codes=_NEGATION),
    Kind(name="“may” turned into “must”", plant=may_becomes_must, codes=_MODALITY),
    Kind(name="“can” turned into “must”", plant=can_becomes_must, codes=_MODALITY),
    Kind(name="“most” turned into “all”", plant=most_becomes_all, codes=_QUANTITY),
    Kind(name="less and more exchanged", plant=less_becomes_more, codes=_QUANTITY),
    Kind(name="a hedge dropped", plant=a_hedge_dropped, codes=_QUANTITY),
    Kind(name="a condition dropped", plant=a_condition_dropped, codes=_QUANTITY),
    Kind(name="strong lost", plant=strong_lost, codes=_MARKUP, dress=marked),
    Kind(name="strong broken", plant=strong_broken, codes=_MARKUP, dress=marked),
    Kind(name="a link lost", plant=a_link_lost, codes=_LINKS, dress=marked),
    Kind(name="a link without words", plant=a_link_without_words, codes=_LINKS, dress=marked),
    Kind(name="an address changed", plant=an_address_changed, codes=_LINKS, dress=marked),
    Kind(name="an address that is none", plant=an_unsafe_address, codes=_LINKS, dress=marked),
    Kind(name="an HTML tag", plant=an_html_tag, codes=_MARKUP),
    Kind(name="a placeholder lost", plant=a_placeholder_lost, codes=_PLACEHOLDERS),
    Kind(name="a placeholder misspelt", plant=a_placeholder_misspelt, codes=_PLACEHOLDERS),
    Kind(name="a letter of another alphabet", plant=a_lookalike_letter, codes=_LETTERS),
    Kind(name="letters decomposed", plant=letters_decomposed, codes=_LETTERS),
    Kind(name="letters broken", plant=letters_broken),
    Kind(name="an invisible character", plant=an_invisible_character, codes=_HIDDEN),
    Kind(name="straight quotation marks", plant=straight_quotes, codes=_QUOTATION),
    Kind(name="another language’s quotation marks", plant=quotes_of_another_language, codes=_QUOTATION),
    Kind(name="a quotation mark lost", plant=a_quotation_mark_lost, codes=_QUOTATION),
    Kind(name="a bracket lost", plant=a_bracket_lost, codes=_codes("brackets-differ", "typography-marks")),
    Kind(name="the end mark lost", plant=an_end_mark_lost, codes=_END),
    Kind(name="the end mark changed", plant=an_end_mark_changed, codes=_END),
    Kind(name="an end mark of another script", plant=an_end_mark_of_another_script, codes=_END),
    Kind(name="¿ lost", plant=an_opening_mark_lost, codes=_MARKS),
    Kind(name="an ASCII comma", plant=an_ascii_mark, codes=_MARKS | _SPACING),
    Kind(name="a space too many", plant=a_space_too_many, codes=_SPACING),
    Kind(name="a French space lost", plant=a_french_space_lost, codes=_SPACING),
    Kind(name="the source text again", plant=the_source_again, codes=_LEFT),
    Kind(name="half translated", plant=half_translated),
    Kind(name="a sentence not translated", plant=a_sentence_not_translated),
    Kind(name="a word not translated", plant=a_word_not_translated),
    Kind(name="another message’s words", plant=another_units_words),
    Kind(name="another language’s words", plant=another_languages_words),
    Kind(name="the last third cut off", plant=the_end_cut_off),
    Kind(name="a sentence lost", plant=a_sentence_lost),
    Kind(name="a word twice", plant=a_word_twice),
    Kind(name="the same source in other words", plant=said_otherwise, codes=_codes("inconsistent")),
    Kind(name="a label too long", plant=a_label_too_long, codes=_codes("too-long")),
)

# --- the controls -----------------------------------------------------------------------------------------------


def native_digits(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message with the digits of its script, where it has its own and they stand in no Latin word."""
    digits = NATIVE_DIGITS.get(locale.language)
    if not digits:
        return None

    def native(match: re.Match[str]) -> str:
        return "".join(digits[int(char)] for char in match[0])

    return replace(message, translation=re.sub(r"(?<![A-Za-z\d-])\d+(?![A-Za-z])", native, message.translation))


def ranges_in_words(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the measured message with a word in place of the dash in ranges."""
    found, word = measured(message, locale, number), RANGE_WORDS.get(locale.language)
    if found is None or word is None:
        return None
    return replace(found, translation=re.sub(r"(?<=\d)[–~～-](?=\d)", word, found.translation))


def unbroken_units(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message with no-break spaces behind numbers."""
    return replace(message, translation=re.sub(r"(?<=\d) (?=[^\W\d])", "\u00a0", message.translation))


def marks_elsewhere(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the marked message with its strong word linked and its linked word strong: another order of words."""
    found = marked(message, locale, number)
    if found is None:
        return None
    linked = LINK.sub(r"**\1**", found.translation)
    words = re.sub(r"\*\*(.+?)\*\*", r"[\1](https://example.org/spine)", linked, count=1)
    return replace(found, translation=words)


def as_it_is(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message."""
    return message


CONTROLS: Mapping[str, Dress] = {
    "as they are": as_it_is,
    "with a measure": measured,
    "with strong words and links": marked,
    "strong and linked words in another order": marks_elsewhere,
    "native digits": native_digits,
    "ranges in words": ranges_in_words,
    "no-break spaces before units": unbroken_units,
}

# --- running ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Corpus:
    """The project and its catalogs, of which only what may be printed is kept, and the room that drawings have."""

    project: Project
    rooms: Mapping[str, tuple[Room, ...]]
    catalogs: Mapping[Locale, Catalog]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a checker says of a message."""

    code: str
    words: str
    severity: Severity | None = None


# All that a checker says of a catalog, by unit; it may leave out all but some units that it is asked about.
Findings: TypeAlias = Mapping[str, frozenset[Finding]]
Checker: TypeAlias = Callable[[Catalog, Collection[str]], Findings]
# How often a code was said of each control in each locale.
Alarms: TypeAlias = Mapping[str, Mapping[Locale, Counter[tuple[str, Severity | None]]]]


def load_corpus(root: Path = ROOT, locales: Iterable[str] = ()) -> Corpus:
    """Return the catalogs of the project in `root`, or those of `locales` only."""
    sources = FolderSources(root)
    project = load_project(sources, Report())
    wanted = [Locale.parse(name) for name in locales] or list(project.translations)
    catalogs = {}
    for locale in wanted:
        catalog = load_catalog(locale, sources, Report())
        usable = {unit: message for unit, message in catalog.messages.items() if message.usable}
        catalogs[locale] = replace(catalog, messages=usable)
    return Corpus(project, label_rooms(project.article, sources), catalogs)


def ours(corpus: Corpus) -> Checker:
    """Return the checks of `verify/message` as a checker."""
    project = corpus.project

    def check(catalog: Catalog, units: Collection[str]) -> Findings:
        report = Report()
        check_messages(_around(catalog, units), project.source, project.glossary, corpus.rooms, report)
        return _by_unit((problem.unit or "", _finding(problem)) for problem in report)

    return check


def _around(catalog: Catalog, units: Collection[str]) -> Catalog:
    """Return the messages asked about and those that say or mean the same: a check looks at no others."""
    asked = [catalog.messages[unit] for unit in units]
    sources, translations = {message.source for message in asked}, {message.translation for message in asked}
    near = {
        unit: message
        for unit, message in catalog.messages.items()
        if message.source in sources or message.translation in translations
    }
    return replace(catalog, messages=near)


def _finding(problem: Problem) -> Finding:
    return Finding(problem.code, problem.message, problem.severity)


def pofilter(project: Project) -> Checker:
    """Return pofilter’s checks as a checker: all of them, told the language and the names of one word."""
    checks, storage = import_module("translate.filters.checks"), import_module("translate.storage.pypo")
    names = [name for name in project.glossary.names if name.isalpha()]
    classes = [checks.StandardChecker, checks.StandardUnitChecker]

    def check(catalog: Catalog, units: Collection[str]) -> Findings:
        language = "zh_CN" if catalog.locale.name == "zh_Hans" else catalog.locale.name
        config = checks.CheckerConfig(targetlanguage=language, notranslatewords=names)
        checker = checks.TeeChecker(checkerconfig=config, checkerclasses=classes, languagecode=language)
        found = []
        for unit in units:
            message = catalog.messages[unit]
            entry = storage.pounit(message.source)
            entry.target = message.translation
            found += [(unit, Finding(test, str(words))) for test, words in checker.run_filters(entry).items()]
        return _by_unit(found)

    return check


def _by_unit(found: Iterable[tuple[str, Finding]]) -> Findings:
    units: defaultdict[str, set[Finding]] = defaultdict(set)
    for unit, finding in found:
        units[unit].add(finding)
    return {unit: frozenset(findings) for unit, findings in units.items()}


def outcomes(corpus: Corpus, checkers: Sequence[Checker], kinds: Sequence[Kind] = KINDS) -> list[Outcome]:
    """Plant the faults, some of one kind at a time in one catalog, and return what became of each.

    The first checker's findings decide; a second one is pofilter.
    """
    found = []
    for catalog in corpus.catalogs.values():
        baselines: dict[Dress | None, tuple[Catalog, list[Findings]]] = {}
        for kind in kinds:
            if kind.dress not in baselines:
                base = catalog if kind.dress is None else dressed(catalog, kind.dress)
                baselines[kind.dress] = base, [check(base, base.messages) for check in checkers]
            base, before = baselines[kind.dress]
            for chosen in _rounds(plant(kind, base, corpus)):
                faulty = replace(base, messages={**base.messages, **{one.message.unit: one.message for one in chosen}})
                after = [check(faulty, [one.message.unit for one in chosen]) for check in checkers]
                found += [_outcome(one, before, after) for one in chosen]
    return found


def dressed(catalog: Catalog, dress: Dress) -> Catalog:
    """Return the catalog's messages dressed; those that cannot be are left out."""
    new = (dress(message, catalog.locale, number) for number, message in enumerate(catalog.messages.values()))
    return replace(catalog, messages={message.unit: message for message in new if message})


def plant(kind: Kind, catalog: Catalog, corpus: Corpus) -> list[Planted]:
    """Return up to `PER_LOCALE` faults of a kind, in as many different messages as can be."""
    locale = catalog.locale
    field = Field(locale, catalog, _neighbour(locale, corpus), corpus.project.glossary)
    ranked: list[tuple[int, float, Message]] = []
    for unit, message in catalog.messages.items():
        random = Random(f"{locale.name}:{unit}:{kind.name}")  # chance is what is wanted here
        variants = dict.fromkeys(words for words in kind.plant(message, field, random) if words != message.translation)
        order = random.sample(range(len(variants)), len(variants))
        for rank, words in zip(order, variants, strict=True):
            if words.strip():
                ranked.append((rank, random.random(), replace(message, translation=words)))
    ranked.sort(key=lambda item: item[:2])
    return [Planted(kind, locale, message) for _, _, message in ranked[:PER_LOCALE]]


def _neighbour(locale: Locale, corpus: Corpus) -> Catalog:
    """Return the next catalog in the same script, or the next of all: its words are the easiest to take for ours."""
    ring = [*corpus.catalogs.values()] * 2
    place = list(corpus.catalogs).index(locale) + 1
    following = ring[place : place + len(corpus.catalogs) - 1] or ring[:1]
    return next((catalog for catalog in following if catalog.locale.script == locale.script), following[0])


def _rounds(planted: Sequence[Planted]) -> Iterator[list[Planted]]:
    """Yield the faults in groups that have no message twice."""
    left = list(planted)
    while left:
        group = {one.message.unit: one for one in reversed(left)}
        yield list(group.values())
        left = [one for one in left if group[one.message.unit] is not one]


def _outcome(one: Planted, before: Sequence[Findings], after: Sequence[Findings]) -> Outcome:
    unit, nothing = one.message.unit, frozenset[Finding]()
    new = [late.get(unit, nothing) - early.get(unit, nothing) for early, late in zip(before, after, strict=True)]
    counted = [finding.severity for finding in new[0] if not one.kind.codes or finding.code in one.kind.codes]
    severity = next((severity for severity in Severity if severity in counted), None)
    theirs = sorted({finding.code for finding in new[1]}) if len(new) > 1 else []
    return Outcome(one, severity, tuple(sorted({finding.code for finding in new[0]})), tuple(theirs))


def alarms(corpus: Corpus, check: Checker) -> Alarms:
    """Return what is said of the controls: of the catalogs, and of what each other control adds to that."""
    found: dict[str, dict[Locale, Counter[tuple[str, Severity | None]]]] = {name: {} for name in CONTROLS}
    for locale, catalog in corpus.catalogs.items():
        before = check(catalog, catalog.messages)
        for name, dress in CONTROLS.items():
            control = dressed(catalog, dress)
            new = check(control, control.messages)
            if dress is not as_it_is:
                known = {unit: {finding.code for finding in findings} for unit, findings in before.items()}
                new = {u: frozenset(f for f in found if f.code not in known.get(u, ())) for u, found in new.items()}
            found[name][locale] = Counter((finding.code, finding.severity) for of in new.values() for finding in of)
    return found


# --- tables -----------------------------------------------------------------------------------------------------


def recall_table(found: Sequence[Outcome]) -> list[str]:
    """Return a row for each kind of fault: planted, found, how severe, and what pofilter finds."""
    theirs = any(outcome.pofilter for outcome in found)
    head = [
        "Fault",
        "planted",
        "found",
        "error",
        "warning",
        "hint",
        *(["any new finding", "pofilter"] if theirs else []),
    ]
    rows = []
    for name, of in _grouped(found, lambda outcome: outcome.planted.kind.name).items():
        by = Counter(outcome.severity for outcome in of)
        row = [
            name,
            str(len(of)),
            _share(len(of) - by[None], len(of)),
            *(str(by[severity] or "") for severity in Severity),
        ]
        if theirs:
            row.append(_share(sum(bool(outcome.codes) for outcome in of), len(of)))
            row.append(_share(sum(bool(outcome.pofilter) for outcome in of), len(of)))
        rows.append(row)
    return _table(head, rows)


def locale_table(found: Sequence[Outcome], locales: Sequence[Locale]) -> list[str]:
    """Return a row for each kind, a column for each locale: how many were found, of how many where some were not."""
    rows = []
    for name, of in _grouped(found, lambda outcome: outcome.planted.kind.name).items():
        row = [name]
        for locale in locales:
            here = [outcome.severity is not None for outcome in of if outcome.planted.locale == locale]
            row.append("" if not here else str(len(here)) if all(here) else f"**{sum(here)}**/{len(here)}")
        rows.append(row)
    return _table(["Fault", *(locale.tag for locale in locales)], rows)


def alarm_table(found: Mapping[Locale, Counter[tuple[str, Severity | None]]]) -> list[str]:
    """Return a row for each code, a column for each locale."""
    codes = sorted({code for counts in found.values() for code in counts}, key=lambda code: (str(code[1]), code[0]))
    rows = []
    for code in codes:
        counts = [of[code] for of in found.values()]
        rows.append(
            [f"`{code[0]}`", code[1].value if code[1] else "", str(sum(counts)), *(str(n or "") for n in counts)]
        )
    return _table(["Finding", "severity", "all", *(locale.tag for locale in found)], rows) if rows else ["None."]


def control_table(found: Alarms) -> list[str]:
    """Return a row for each control: how many findings of each severity there are in all locales."""
    rows = []
    for name, of in found.items():
        total = sum(of.values(), Counter[tuple[str, Severity | None]]())
        by = Counter(
            {severity: sum(n for (_, other), n in total.items() if other is severity) for severity in Severity}
        )
        codes = ", ".join(f"`{code}` {count}" for (code, _), count in sorted(total.items(), key=str))
        rows.append([name, *(str(by[severity]) for severity in Severity), codes])
    return _table(["Control", "errors", "warnings", "hints", "which"], rows)


def _grouped(found: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in found:
        groups.setdefault(key(outcome), []).append(outcome)
    return groups


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole} %"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    ruler = ["---", *("--:" for _ in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, ruler, *rows)]


def main() -> None:
    """Plant, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--locale", action="append", default=[], help="one language only; may be given again")
    parser.add_argument("--kind", action="append", default=[], help="kinds whose name has this; may be given again")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--pofilter", action="store_true", help="ask pofilter, too")
    parser.add_argument("--markdown", action="store_true", help="write the tables of docs/checks.md")
    given = parser.parse_args()

    corpus = load_corpus(locales=given.locale)
    kinds = [kind for kind in KINDS if not given.kind or any(part in kind.name for part in given.kind)]
    both = given.pofilter or given.markdown
    checkers = [ours(corpus), *([pofilter(corpus.project)] if both else [])]
    found, controls = outcomes(corpus, checkers, kinds), alarms(corpus, checkers[0])
    lines = [
        "### Faults found\n", *recall_table(found),
        "\n### Faults found, by language\n", *locale_table(found, list(corpus.catalogs)),
        "\n### Findings on the catalogs as they are\n", *alarm_table(controls["as they are"]),
        "\n### Findings on the controls: what they add to that\n", *control_table(controls),
    ]  # fmt: skip
    if both:
        lines += ["\n### What pofilter says of the catalogs as they are\n"]
        lines += alarm_table(alarms(corpus, checkers[1])["as they are"])
    if given.markdown:
        before, _, rest = DOCS.read_text("utf-8").partition(_TABLES)
        after = rest.partition(_NO_MORE_TABLES)[2]
        DOCS.write_text(f"{before}{_TABLES}\n\n" + "\n".join(lines) + f"\n\n{_NO_MORE_TABLES}{after}", "utf-8")
    else:
        print("\n".join(lines))
    if given.misses:
        for outcome in found:
            if outcome.severity is None:
                one, said = outcome.planted, ", ".join(outcome.codes) or "nothing"
                print(f"\n{one.kind.name} · {one.locale.tag} · {one.message.unit} · {said}")
                print(f"    {one.message.source}\n    {one.message.translation}")


if __name__ == "__main__":
    main()
