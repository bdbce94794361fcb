"""Inline Markdown -> Text: a little markup, no HTML, and words that stay words."""

import pytest
from hypothesis import given

from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.inline import Emphasis, Inline, LineBreak, Link, Run, Strong, Text
from ecmiss_publish.model.problem import Origin, Report
from tests.strategies import words
from tests.support import codes

HERE = Origin("content/knee/article.yaml", 12)


def parse(source: str, report: Report | None = None) -> Text:
    return parse_text(source, "en", unit="a.b", origin=HERE, report=Report() if report is None else report)


def problems(source: str) -> list[str]:
    report = Report()
    parse(source, report)
    for problem in report:
        assert (problem.origin, problem.unit) == (HERE, "a.b")
        assert problem.hint
    return codes(report)


# --- what is understood -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "inlines"),
    [
        ("words", (Run("words"),)),
        ("*so*", (Emphasis((Run("so"),)),)),
        ("_so_", (Emphasis((Run("so"),)),)),
        ("**so**", (Strong((Run("so"),)),)),
        ("***so***", (Emphasis((Strong((Run("so"),)),)),)),
        ("a **b *c* d** e", (Run("a "), Strong((Run("b "), Emphasis((Run("c"),)), Run(" d"))), Run(" e"))),
        ("[the *clinic*](https://a.org)", (Link((Run("the "), Emphasis((Run("clinic"),))), "https://a.org"),)),
        ("[call](tel:+112)", (Link((Run("call"),), "tel:+112"),)),
        ("[write](mailto:a@b.org)", (Link((Run("write"),), "mailto:a@b.org"),)),
        ("one  \ntwo", (Run("one"), LineBreak(), Run("two"))),
        ("one\\\ntwo", (Run("one"), LineBreak(), Run("two"))),
        ("one\ntwo", (Run("one two"),)),
        (r"\*so\*", (Run("*so*"),)),
        (r"\[a\](b)", (Run("[a](b)"),)),
        ("&lt;p&gt; &amp; &eacute; &#8211;", (Run("<p> & é –"),)),
        ("", ()),
    ],
)
def test_markup_becomes_nodes(source: str, inlines: tuple[Inline, ...]) -> None:
    assert parse(source).inlines == inlines
    assert problems(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "1. Call 112",
        "# Title",
        "- item",
        "> quote",
        "::: panel",
        "```code```",
        "{{ 7 * 7 }} {% raw %} {page}",
        "a | b",
        "~~gone~~",
        "![no picture]",
        "https://example.org",
        "snake_case_name",
        "2 * 3 * 4 = 24",
        "p < 0.05 > 0.01",
        "AT&T & Co",
        "“quoted” --- 'so'...",
        "    four spaces",
    ],
)
def test_text_stays_text_whatever_it_looks_like(source: str) -> None:
    text = parse(source)

    assert text.inlines == (Run(source),)
    assert problems(source) == []


def test_the_source_and_the_place_stay_with_the_text() -> None:
    text = parse("a *b*")

    assert (text.source, text.unit, text.lang, text.origin) == ("a *b*", "a.b", "en", HERE)
    assert text.plain == "a b"


# --- what is refused --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "</p>",
        "<img src=x onerror=alert(1)>",
        "<IMG SRC=x>",
        "a <!-- comment -->",
        "<script",
        "<svg/onload=alert(1)>",
        "**<em>both</em>**",
    ],
)
def test_html_is_a_problem_and_never_a_tag(source: str) -> None:
    assert set(problems(source)) == {"markup-not-allowed"}
    assert "<" in parse(source).plain


def test_an_escaped_less_than_sign_is_a_character() -> None:
    # the remedy that the message about HTML gives
    assert problems(r"x \<y, \<b> and \<!-- so") == []
    assert parse(r"x \<y").plain == "x <y"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#10;script:alert(1)",
        "java%0ascript:alert(1)",
        "data:text/html,<b>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "/page",
        "#part",
        "",
        "https:example.org",
        "https://",
        "http:///page",
    ],
)
def test_an_address_that_is_not_whole_or_not_safe_is_refused(address: str) -> None:
    assert "link-scheme" in problems(f"[x]({address})")


def test_an_address_deep_in_other_markup_is_checked_too() -> None:
    assert problems("***[x](javascript:alert(1))***") == ["link-scheme"]


@pytest.mark.parametrize(
    "code", [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x0000, 0x0008, 0x001B, 0x0085, 0x2028, 0xFFFE]
)
def test_invisible_controls_are_refused(code: int) -> None:
    report = Report()
    parse(f"a{chr(code)}b", report)

    assert codes(report) == ["control-character"]
    assert f"U+{code:04X}" in next(iter(report)).message


@pytest.mark.parametrize("source", ["a \u200eb\u200f c", "soft\u00adhyphen", "no\u00a0break", "\u2068Ana\u2069, 37"])
def test_direction_marks_and_closed_isolates_are_fair(source: str) -> None:
    assert problems(source) == []
    assert parse(source).plain == source


@pytest.mark.parametrize(
    "source", ["\u2068open", "closed\u2069", "\u2069\u2068", "\u2066\u2067\u2069", "\u2066a\u2069\u2069"]
)
def test_isolates_are_closed(source: str) -> None:
    assert problems(source) == ["isolate-unbalanced"]


# --- laws -------------------------------------------------------------------------------------------------------


@given(words(min_size=0))
def test_no_words_crash_the_parser(source: str) -> None:
    parse(source)


@given(words())
def test_escaped_words_are_the_words(source: str) -> None:
    # a line feed is a soft break and spaces around it are not kept, so this is a law about one line
    line = " ".join(source.split())
    escaped = "".join(f"\\{char}" if char in "*_[]()\\&<>" else char for char in line)

    assert parse(escaped).plain == line


# --- markup that has no other half ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("Yes, **repeat", "“**”"),
        ("Yes, repeat**", "“**”"),
        ("Yes, ** repeat **", "“**”"),
        ("Do *not eat", "“*”"),
        ("Do not* eat", "“*”"),
        ("See [the page](https://example.org", "“page](https://example.org”"),
        ("See [the page] (https://example.org).", "“page] (https://example.org).”"),
        ("See the page](https://example.org).", "“page](https://example.org).”"),
        ("See [the page(https://example.org).", "“[the page(https://example.org).”"),
    ],
)
def test_what_has_no_other_half_is_said(source: str, left: str) -> None:
    report = Report()

    parse_text(source, "en", unit="title", origin=Origin("a.yaml", 3), report=report)

    assert [str(problem).partition("looks")[0].partition("has")[0].strip() for problem in report] == [
        f"a.yaml:3: warning[stray-markup]: {'a ' if '*' in left else ''}{left}"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "2 * 3 * 4",
        r"Yes, \*\*repeat",
        r"Do \*not eat",
        "as below*",
        r"\[words\](https://example.org)",
        "[a] (b)",
        "[a]",
    ],
)
def test_what_is_meant_literally_is_not_said(source: str) -> None:
    assert problems(source) == []
