"""Restricted inline Markdown -> `Text`: emphasis, strong, links, line breaks, escapes and entities, nothing else.

Authors' and translators' words both come through here, once. HTML is not a markup of ours: where it appears it is a
Problem, never a tag.
"""

from __future__ import annotations

import functools
import re
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ecmiss_publish.model.inline import Emphasis, Inline, LineBreak, Link, Run, Strong, Text, links
from ecmiss_publish.model.problem import Origin, Report

LINK_SCHEMES = ("https", "http", "mailto", "tel")

_MAY_BE_MARKUP = re.compile(r"[*_\[\]\\&<>\n]")
_STARS = re.compile(r"\*{2,}|(?<=\S)\*(?!$)|\*(?=\S)")  # not that of 2 * 3, nor one that leads to a footnote*
_BROKEN_LINK = re.compile(
    r"\S*\]\(\S*"  # [words](https://… without its end, or words](https://…) without its beginning
    r"|\S*\]\s+\((?:https?:|mailto:|tel:|www\.)\S*"  # a space between
    r"|\[[^\[\]]*\((?:https?:|mailto:|tel:)\S*"  # a bracket that was not closed
)
_HTML_TAG = re.compile(r"(?<!\\)<(?:/?[A-Za-z][^<>]*>?|!--)")
# Overrides and embeddings can make words read differently from what they say ("Trojan Source"); line controls and
# noncharacters have no place in prose. Isolates (U+2066..2069) and marks (U+200E, U+200F) are fair tools.
_FORBIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\ufffd\ufffe\uffff]")
_ISOLATE_START, _ISOLATE_END = "\u2066\u2067\u2068", "\u2069"


def parse_text(source: str, lang: str, *, unit: str | None, origin: Origin | None, report: Report) -> Text:
    """Return `source` as a Text; what is not allowed in it goes to the report and stays plain characters."""
    check_characters(source, unit, origin, report)
    if not _MAY_BE_MARKUP.search(source):
        return Text((Run(source),) if source else (), lang, unit, source, origin)
    for tag in _HTML_TAG.findall(source):
        report.error(
            "markup-not-allowed",
            f"“{tag}” looks like an HTML tag; only *emphasis*, **strong** and [links](https://...) are allowed",
            at=origin,
            hint="remove it, or write \\< for a literal less-than sign",
            unit=unit,
        )
    (root,) = _parser().parseInline(source)
    _check_strays(root.children or [], unit, origin, report)
    inlines = _tree(root.children or [])
    _check_links(inlines, unit, origin, report)
    return Text(inlines, lang, unit, source, origin)


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape", "entity", "newline"])
    parser.disable("text_join")  # what was escaped stays apart, and so a star that is meant is told from one left over
    # Addresses are checked by us, so that a refused one is a Problem and not silently a piece of text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # markdown-it-py's documented way
    return parser


def _tree(tokens: list[Token]) -> tuple[Inline, ...]:
    levels: list[list[Inline]] = [[]]
    hrefs: list[str] = []
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                if token.content:
                    _append_run(levels[-1], token.content)
            case "softbreak":
                _append_run(levels[-1], " ")
            case "hardbreak":
                levels[-1].append(LineBreak())
            case "strong_open" | "em_open":
                levels.append([])
            case "link_open":
                levels.append([])
                hrefs.append(str(token.attrGet("href") or ""))
            case "strong_close":
                inner = tuple(levels.pop())
                levels[-1].append(Strong(inner))
            case "em_close":
                inner = tuple(levels.pop())
                levels[-1].append(Emphasis(inner))
            case "link_close":
                inner = tuple(levels.pop())
                levels[-1].append(Link(inner, hrefs.pop()))
            case other:
                raise AssertionError(f"markdown-it gave a token that our rules do not enable: {other}")
    return tuple(levels[0])


def _append_run(inlines: list[Inline], words: str) -> None:
    """Add `words`, joined to a Run before them, so that equal texts have equal trees."""
    if inlines and isinstance(inlines[-1], Run):
        inlines[-1] = Run(inlines[-1].text + words)
    else:
        inlines.append(Run(words))


def _check_strays(tokens: list[Token], unit: str | None, origin: Origin | None, report: Report) -> None:
    """Report stars and links that have no other half: they are printed as they were typed."""
    left = [token.content for token in tokens if token.type == "text"]
    stars = [found for words in left for found in _STARS.findall(words)]
    if stars:
        report.warning(
            "stray-markup",
            f"a “{stars[0]}” has no other half and is printed as it is",
            at=origin,
            hint="write it before and behind the words, without a space between; a star that readers shall see is \\*",
            unit=unit,
        )
    broken = [found[0] for found in map(_BROKEN_LINK.search, left) if found]
    if broken:
        report.warning(
            "stray-markup",
            f"“{broken[0]}” looks like a link and is none; it is printed as it is",
            at=origin,
            hint="a link is [words](https://...), no space between; brackets that readers shall see are \\[ and \\]",
            unit=unit,
        )


def _check_links(inlines: tuple[Inline, ...], unit: str | None, origin: Origin | None, report: Report) -> None:
    for link in links(inlines):
        if not _is_whole(link.href):
            report.error(
                "link-scheme",
                f"the link leads to “{link.href}”, which is no whole address with {', '.join(LINK_SCHEMES)}",
                at=origin,
                hint="write the whole address, beginning with https://",
                unit=unit,
            )


def _is_whole(address: str) -> bool:
    """Return whether `address` says how and where: a scheme of ours, and for web pages a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in LINK_SCHEMES and (bool(parts.netloc) or not parts.scheme.startswith("http"))


def check_characters(source: str, unit: str | None, origin: Origin | None, report: Report) -> None:
    """Report control characters and isolates that are not closed, wherever people write words."""
    for character in sorted(set(_FORBIDDEN.findall(source))):
        report.error(
            "control-character",
            f"the text holds U+{ord(character):04X}, an invisible control that can make words read differently",
            at=origin,
            hint="delete it; for a direction mark use U+200E, U+200F or the isolates U+2066 to U+2069",
            unit=unit,
        )
    depth = 0
    for character in source:
        depth += (character in _ISOLATE_START) - (character == _ISOLATE_END)
        if depth < 0:
            break
    if depth != 0:
        report.error(
            "isolate-unbalanced",
            "a directional isolate (U+2066..U+2068) is opened and not closed by U+2069, or the other way round",
            at=origin,
            hint="each opening isolate needs one U+2069 behind the words that it sets apart",
            unit=unit,
        )
