"""Words: a `Text` is one translatable unit, parsed into inline nodes once and never again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ecmiss_publish.model.problem import Origin


@dataclass(frozen=True, slots=True)
class Run:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of importance; shown by weight."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; shown by slope in scripts that have one, by weight elsewhere."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address (https, http, mailto or tel)."""

    inlines: tuple[Inline, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Isolate:
    """Words set apart from the direction of the text around them: LRI ... PDI of UAX #9."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than those around them: a name that is not translated."""

    inlines: tuple[Inline, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line that ends where the writer of the words says so."""


Inline: TypeAlias = Run | Strong | Emphasis | Link | Isolate | Foreign | LineBreak


@dataclass(frozen=True, slots=True)
class Text:
    """One unit of words in one language. `source` is the Markdown that it was parsed from."""

    inlines: tuple[Inline, ...]
    lang: str
    unit: str | None = None
    source: str = field(default="", compare=False)
    origin: Origin | None = field(default=None, compare=False)

    @property
    def plain(self) -> str:
        """The words alone, a line break as one line feed."""
        return plain(self.inlines)

    @property
    def opening_lang(self) -> str:
        """The language of the first words."""
        return _opening_lang(self.inlines) or self.lang

    @property
    def joint(self) -> str:
        """What stands between this text, run in as a title, and the words behind it.

        That is a space, but for full-width punctuation, which brings its own.
        """
        return "" if self.plain.endswith(("：", "。", "，")) else " "

    def map_runs(self, change: Callable[[str], tuple[Inline, ...]]) -> Text:
        """Return this Text with every Run replaced by what `change` makes of its characters."""
        return replace(self, inlines=_map_runs(self.inlines, change))


def plain_text(words: str, lang: str, unit: str | None = None) -> Text:
    """Return `words` as a Text, taken literally."""
    return Text((Run(words),) if words else (), lang, unit, words)


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the characters of `inlines` in order."""
    return "".join(run.text if isinstance(run, Run) else "\n" for run in leaves(inlines))


def _opening_lang(inlines: tuple[Inline, ...]) -> str | None:
    match inlines:
        case (Foreign(_, lang), *_):
            return lang
        case (Strong(inner) | Emphasis(inner) | Link(inner, _) | Isolate(inner), *_):
            return _opening_lang(inner)
        case _:
            return None


def leaves(inlines: tuple[Inline, ...]) -> Iterator[Run | LineBreak]:
    """Yield the Runs and LineBreaks below `inlines` in reading order."""
    for inline in inlines:
        if isinstance(inline, Run | LineBreak):
            yield inline
        else:
            yield from leaves(inline.inlines)


def links(inlines: tuple[Inline, ...]) -> Iterator[Link]:
    """Yield every Link below `inlines` in reading order."""
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        if not isinstance(inline, Run | LineBreak):
            yield from links(inline.inlines)


def _map_runs(inlines: tuple[Inline, ...], change: Callable[[str], tuple[Inline, ...]]) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Run):
            made.extend(change(inline.text))
        elif isinstance(inline, LineBreak):
            made.append(inline)
        else:
            made.append(replace(inline, inlines=_map_runs(inline.inlines, change)))
    return tuple(made)
