"""Texts -> paragraphs: the font, size, ink and structure element of words, in the way of their language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Text, plain_text
from ecmiss_publish.model.locale import Direction, Locale
from ecmiss_publish.model.problem import Origin
from ecmiss_publish.typeset.fonts import BOLD, REGULAR, FontFile, font_stack
from ecmiss_publish.typeset.spans import Span, spans
from ecmiss_publish.typeset.wrap import Setting, set_text
from ecmiss_publish.write.pdf.draw import Inks
from ecmiss_publish.write.pdf.flowables import Marker, TextBlock, TextStyle
from ecmiss_publish.write.pdf.tags import Element
from ecmiss_publish.write.theme import Page, RoleStyle, ScriptStyle, Theme

_TIGHT = 0.82  # line height of headings, as a share of the body's
_CHARACTER = 0.48  # a character's average width in sizes, from which a measure in characters is made


@dataclass(frozen=True, slots=True)
class Look:
    """How the text around a block is set: in which language's way, how large, in what ink, below which element."""

    element: Element
    lang: str
    depth: int = 1
    indent: float = 0.0
    colour: str = "ink"
    title: str = "primary"
    size: str = "body"
    weight: int = REGULAR

    def below(self, tag: str) -> Look:
        """Return the look inside a new element below this one's."""
        return replace(self, element=Element(tag, self.element))

    def of(self, role: RoleStyle) -> Look:
        """Return the look inside a block that has a role."""
        return replace(
            self,
            colour=role.colour or self.colour,
            title=role.title or self.title,
            size=role.size or self.size,
            weight=BOLD if role.bold else self.weight,
        )

    @property
    def direction(self) -> Direction:
        """The direction of the language's lines."""
        return Locale.of_tag(self.lang).direction


@dataclass(slots=True, kw_only=True)
class Texts:
    """Sets the texts of one document. `missing` collects characters that no font has, by text."""

    document: Document
    theme: Theme
    page: Page
    missing: dict[str, Text] = field(default_factory=dict)

    def script(self, lang: str) -> ScriptStyle:
        """Return how the script of `lang` is set."""
        return self.theme.script(Locale.of_tag(lang).script)

    def set(self, text: Text, weight: int, run_in: Text | None = None) -> Setting:
        """Return `text` shaped in its own direction, with the bold `run_in` on the same line before it."""
        heading: tuple[Span, ...] = ()
        if run_in is not None:
            heading = (*self.spans(run_in, BOLD), *self.spans(plain_text(run_in.joint, text.lang), weight))
        setting = set_text(
            (*heading, *self.spans(text, weight)),
            text.lang,
            Locale.of_tag(text.lang).direction,
            self.stack(text.lang),
        )
        for char in setting.missing:
            self.missing.setdefault(char, text)
        return setting

    def spans(self, text: Text, weight: int) -> tuple[Span, ...]:
        """Return the spans of `text`, stress shown as its script shows it."""
        return spans(text, weight=weight, slope=self.script(text.lang).slope)

    def stack(self, lang: str) -> tuple[FontFile, ...]:
        """Return the fonts for a text in `lang`."""
        return font_stack(Locale.of_tag(lang).script, self.theme.fonts)

    def style(
        self,
        look: Look,
        size: str,
        *,
        tight: bool = False,
        title: bool = False,
        before: float = 0.0,
        after: float = 0.0,
        keep_next: bool = False,
    ) -> TextStyle:
        """Return a style of the theme's size `size`, in the proportions of the look's script.

        A `title` has lines of one length, and `tight` ones where it is a heading.
        """
        script = self.script(look.lang)
        points = self.theme.sizes[size] * script.scale
        return TextStyle(
            points,
            points * script.line * (_TIGHT if tight else 1),
            look.direction,
            before=before,
            after=after,
            keep_next=keep_next,
            measure=self.page.measure * _CHARACTER * points,
            balanced=title,
        )

    def em(self, factor: float) -> float:
        """Return `factor` times the size of the body."""
        return factor * self.theme.sizes["body"]

    def inks(self, text: Text, element: Element | None, colour: str) -> Inks:
        """Return the colours and elements of a paragraph; `element` learns the text's language and unit."""
        lang = self.document.locale.tag
        if element is not None:
            element.lang = element.lang or (text.lang if text.lang != lang else None)
            element.id = element.id or text.unit
        return Inks(self.theme.rgb(colour), self.theme.rgb("primary"), element, text.lang)

    def text(
        self,
        text: Text,
        look: Look,
        tag: str,
        style: TextStyle,
        marker: Marker | None = None,
        run_in: Text | None = None,
    ) -> TextBlock:
        """Return a paragraph with an element of its own below the look's."""
        element = Element(tag, look.element)
        indented = replace(style, indent=style.indent + look.indent)
        setting = self.set(text, look.weight, run_in)
        return TextBlock(setting, indented, self.inks(text, element, look.colour), marker)

    def origins(self) -> Iterator[tuple[str, Origin | None]]:
        """Yield each character that no font has, with a place where it is used."""
        for char, text in sorted(self.missing.items()):
            yield char, text.origin
