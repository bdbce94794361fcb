"""Hypothesis strategies: words that look like markup, Texts, and Markdown that people may write."""

from __future__ import annotations

from hypothesis import strategies as st

from ecmiss_publish.model.inline import Emphasis, Inline, Isolate, LineBreak, Link, Run, Strong, Text

# Characters that mean something to XML, Jinja, Markdown or the bidirectional algorithm, and letters of many scripts.
_TROUBLE = st.sampled_from("<>&\"'{}%#*_[]()\\`|:;-–—=/.,0159 \n\t\u200f\u00ad\u2068\u2069")
_LETTERS = st.sampled_from("aZéßİкΩשعربيहिन्दी中文ก𝒜\u0301😀")


def words(min_size: int = 1) -> st.SearchStrategy[str]:
    """Return strings of troublesome characters and letters."""
    return st.text(_TROUBLE | _LETTERS, min_size=min_size, max_size=12)


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return inlines without two Runs side by side, as the parser makes them."""
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Run) and made and isinstance(made[-1], Run):
            made[-1] = Run(made[-1].text + inline.text)
        else:
            made.append(inline)
    return tuple(made)


def _nested(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    several = st.lists(inner, min_size=1, max_size=3).map(_joined)
    addresses = words().map(lambda path: f"https://example.org/?q={''.join(path.split())}&x=1")
    return st.one_of(
        several.map(Strong), several.map(Emphasis), several.map(Isolate), st.builds(Link, several, addresses)
    )


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Return trees of inlines."""
    leaves: st.SearchStrategy[Inline] = words().map(Run) | st.just(LineBreak())
    return st.lists(st.recursive(leaves, _nested, max_leaves=6), max_size=4).map(_joined)


def texts() -> st.SearchStrategy[Text]:
    """Return Texts in several languages, with and without a unit id."""
    units = st.none() | st.from_regex(r"[a-z]{1,5}(\.[a-z]{1,5}){0,2}", fullmatch=True)
    return st.builds(Text, inlines(), st.sampled_from(["en", "ar", "zh-Hans"]), units)
