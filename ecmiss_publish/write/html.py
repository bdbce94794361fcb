"""Document -> one self-contained web page, drawn by the Jinja macros of `templates/html`.

Nothing is loaded from anywhere: style, drawings and fonts are inside. The templates say how a block looks in HTML;
the words are the Document's, and the colours and sizes the theme's.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import itertools
import re
import string
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import CodeType
from typing import Any, assert_never

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError
from jinja2.exceptions import TemplateSyntaxError
from markupsafe import Markup, escape

from ecmiss_publish.model.block import Block, Figure, Panel, Paragraph, Section, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Emphasis, Foreign, Inline, Isolate, LineBreak, Link, Run, Strong, Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Label, Scene
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.model.status import Status
from ecmiss_publish.typeset.breaks import NO_BREAK_SPACE, held_together
from ecmiss_publish.typeset.fonts import FontMissing
from ecmiss_publish.typeset.webfont import WebFonts, web_fonts
from ecmiss_publish.write import web_style
from ecmiss_publish.write.svg import scene_svg
from ecmiss_publish.write.theme import Theme, document_theme, load_theme

SUFFIX = ".html"
TEMPLATES = "templates/html"

_DESCRIPTION = 200  # characters that search engines show
_RANGE = re.compile(r"\d[\d.,٫]*[–~～-]\d[\d.,٫]*")  # browsers end a line behind its mark: “1– | 2 weeks”


# --- what is written --------------------------------------------------------------------------------------------


def write(document: Document, sources: Sources, report: Report) -> bytes:
    """Return the page, or raise PublishError once every reason why there is none is reported."""
    theme = document_theme(document, sources, report, paper=False)
    draw = _Drawing(sources, theme, document.locale.tag, report, document)
    words = [(text.lang, text.plain) for text in (*document.shown_texts(), *document.labels.values())]
    words += [(label.text.lang, label.text.plain) for label in _labels(document)]
    words += [(locale.tag, locale.endonym) for locale in document.alternates]
    style = _style(words, document.locale, theme, sources, report, web_style.drawings(document, theme))
    return draw.page(
        "page.html",
        style,
        document=document,
        contents=_contents(document),
        description=_description(document),
        lead_in=_lead_in(document),
        opening=_opening(document),
    )


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file on the index page: what it is, where it is below the output folder, how many bytes it has."""

    label: Text
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A locale on the index page. `draft` holds the words that say so, where it is one."""

    locale: Locale
    title: Text
    files: tuple[IndexFile, ...]
    draft: Text | None = None


def write_index(title: Text, entries: Sequence[IndexEntry], sources: Sources, report: Report) -> bytes:
    """Return the page that leads to every file; `title` is the article's, in its source language."""
    theme = load_theme(sources, report)
    locale = Locale.of_tag(title.lang)
    draw = _Drawing(sources, theme, locale.tag, report)
    words = [(title.lang, title.plain), (locale.tag, "0123456789.,kMB")]
    for entry in entries:
        texts = [entry.title, *(file.label for file in entry.files), *([entry.draft] if entry.draft else [])]
        words += [(text.lang, text.plain) for text in texts]
        words += [(entry.locale.tag, entry.locale.endonym), ("en", entry.locale.english_name)]
    style = _style(words, locale, theme, sources, report)
    return draw.page("index.html", style, title=title, locale=locale, entries=entries)


def write_status(title: Text, statuses: Sequence[Status], sources: Sources, report: Report) -> bytes:
    """Return the page that says how far each translation is; `title` is the article's, in its source language."""
    theme = load_theme(sources, report)
    draw = _Drawing(sources, theme, "en", report)
    words = [(title.lang, title.plain), ("en", string.printable.strip())]
    for status in statuses:
        words += [(status.locale.tag, f"{status.locale.endonym}{status.reviewed_by or ''}")]
        words += [("en", status.locale.english_name)]
    style = _style(words, Locale.of_tag("en"), theme, sources, report)
    return draw.page("status.html", style, title=title, statuses=statuses)


# --- facts about a document that a page needs -------------------------------------------------------------------


def _contents(document: Document) -> tuple[Section, ...]:
    """Return the sections that the contents list leads to."""
    return tuple(block for block in document.blocks if isinstance(block, Section) and block.attrs.id)


def _labels(document: Document) -> Iterator[Label]:
    """Yield the labels of all pictures, those for narrow columns too."""
    for block in walk(document.blocks):
        if isinstance(block, Figure):
            yield from block.scene.labels
            yield from block.narrow.labels if block.narrow else ()


def _lead_in(document: Document) -> int:
    """Return how many blocks at the start stand in the title area: the imprint, where it comes first."""
    roles = [block.attrs.role for block in document.blocks]
    return next((index for index, role in enumerate(roles) if role != "imprint"), len(roles))


def _opening(document: Document) -> int:
    """Return how many blocks stand before the contents: the title area, and panels that say all at a glance."""
    start = _lead_in(document)
    panels = itertools.takewhile(lambda block: isinstance(block, Panel), document.blocks[start:])
    return start + len(tuple(panels))


def _description(document: Document) -> str:
    """Return the first sentences of the running text, for the list of a search engine."""
    plain = (block for block in walk(document.blocks) if isinstance(block, Paragraph) and not block.attrs.role)
    first = next(plain, None)
    words = " ".join(first.text.plain.split()) if first else document.title.plain
    # A full stop ends a sentence only before a space, a CJK or Devanagari one always.
    ends = [match.end() for match in re.finditer(r"[.!?؟](?=\s|$)|[।。！？]", words)]
    return words[: max((end for end in ends if end <= _DESCRIPTION), default=ends[0] if ends else len(words))]


# --- templates --------------------------------------------------------------------------------------------------


class _Loader(BaseLoader):
    """Finds templates in the sources. Code is compiled once in a process, and again when a template has changed."""

    def __init__(self, sources: Sources, report: Report) -> None:
        self.sources = sources
        self.report = report

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        path = f"{TEMPLATES}/{name}"
        text = _read(path, self.sources, self.report)
        return Template.from_code(environment, _compiled(path, text), dict(globals or {}), None)


@functools.lru_cache(maxsize=64)
def _compiled(path: str, text: str) -> CodeType:
    return _environment(None).compile(text, path, path)


def _environment(loader: BaseLoader | None) -> Environment:
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Environments live for a page; what is worth keeping is the code, which _compiled keeps.
        cache_size=0,
    )
    environment.filters.update(words=_words, bytes=_bytes)
    return environment


def _read(path: str, sources: Sources, report: Report) -> str:
    try:
        return sources.read(path).decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        report.error("missing-template", f"there is no {path}", at=Origin(path), hint=f"look below {TEMPLATES}/")
    except UnicodeDecodeError:
        report.error("wrong-encoding", "the template is not UTF-8", at=Origin(path), hint="save it as UTF-8")
    raise PublishError(path)


@dataclass(slots=True)
class _Drawing:
    """What the templates may call while one page is drawn."""

    sources: Sources
    theme: Theme
    lang: str
    report: Report
    document: Document | None = None
    macros: Any = field(init=False, default=None)
    pictures: int = field(init=False, default=0)

    def page(self, name: str, style: str, **values: object) -> bytes:
        """Return the page that the template `name` makes of `values`."""
        environment = _environment(_Loader(self.sources, self.report))
        environment.globals.update(draw=self.draw, svg=self.svg, icon=self.icon, unit=self.unit, language=self.language)
        policy = f"default-src 'none'; style-src 'sha256-{_sha256(style)}'; font-src data:; img-src data:; "
        try:
            self.macros = environment.get_template("blocks.html").make_module()
            page = environment.get_template(name).render(
                style=Markup(style), policy=policy + "base-uri 'none'; form-action 'none'", **values
            )
        except PublishError:
            raise
        except Exception as error:
            origin = _template_place(error)
            if origin is None:
                raise  # our own mistake, which keeps its traceback
            self.report.error("template-error", str(error) or type(error).__name__, at=origin)
            raise PublishError(origin.path) from error
        return page.encode("utf-8")

    def draw(self, blocks: Iterable[Block], level: int) -> Markup:
        """Return `blocks`, each drawn by the macro of its type and role, or else by that of its type."""
        return Markup("".join(self.macro(block)(block, level) for block in blocks))

    def macro(self, block: Block) -> Callable[[Block, int], Markup]:
        kind = type(block).__name__.lower()
        role = (block.attrs.role or "").replace("-", "_")
        found = getattr(self.macros, f"{kind}_{role}", None) or getattr(self.macros, kind, None)
        if found is None:
            path = f"{TEMPLATES}/blocks.html"
            hint = f"write {{% macro {kind}(block, level) %}}"
            self.report.error("missing-macro", f"no macro draws a {kind}", at=Origin(path), hint=hint)
            raise PublishError(path)
        made: Callable[[Block, int], Markup] = found
        return made

    def svg(self, figure: Figure, narrow: bool = False) -> Markup:
        """Return the figure's picture, or the same picture for narrow columns."""
        scene = figure.narrow if narrow and figure.narrow else figure.scene
        return Markup(self.picture(scene, self.theme, figure.alt))

    def icon(self, scene: Scene | None) -> Markup:
        """Return a picture that says nothing, or nothing where there is none. Its colours change on a dark page."""
        if scene is None:
            return Markup("")
        colours = {name: f"var(--colour-{name})" for name in self.theme.colours}
        drawn = self.picture(scene, replace(self.theme, colours=colours), None)
        return Markup(drawn.replace("<svg", '<svg class="icon" aria-hidden="true" focusable="false"', 1))

    def picture(self, scene: Scene, theme: Theme, alt: Text | None) -> str:
        assert self.document is not None
        # Names of patterns begin with the picture's, and one picture may stand on the page more than once.
        self.pictures += 1
        return scene_svg(replace(scene, name=f"p{self.pictures}"), self.document, theme, alt)

    def unit(self, text: Text) -> Markup:
        """Return the attributes of the element that shows `text`: its unit, and its language where it differs."""
        return Markup(f' data-unit="{escape(text.unit or "")}"{self.language(text.lang)}')

    def language(self, lang: str) -> Markup:
        """Return the attributes of an element in the language `lang`: none, where the page is in it."""
        if lang == self.lang:
            return Markup("")
        return Markup(f' lang="{escape(lang)}" dir="{Locale.of_tag(lang).direction}"')


def _template_place(error: Exception) -> Origin | None:
    """Return where a template failed, or None where the mistake is not in a template."""
    if isinstance(error, TemplateSyntaxError):
        return Origin(error.filename or TEMPLATES, error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if frame.filename.startswith(TEMPLATES)]
    if lines and (isinstance(error, TemplateError) or lines[-1] is frames[-1]):
        return Origin(lines[-1].filename, lines[-1].lineno or 0)
    return None


def _words(text: Text) -> Markup:
    """Return the words of `text`; every character of them stays a character."""
    return Markup(_inlines(text.inlines, text.lang))


def _inlines(inlines: tuple[Inline, ...], lang: str) -> str:
    return "".join(_inline(inline, lang) for inline in inlines)


def _inline(inline: Inline, lang: str) -> str:
    match inline:
        case Run(words):
            return _RANGE.sub(r'<span class="range">\g<0></span>', str(escape(held_together(words, lang))))
        case LineBreak():
            return "<br>"
        case Strong(inner):
            return f"<strong>{_inlines(inner, lang)}</strong>"
        case Emphasis(inner):
            return f"<em>{_inlines(inner, lang)}</em>"
        case Isolate(inner):
            return f'<bdi dir="ltr">{_inlines(inner, lang)}</bdi>'
        case Foreign(inner, other):
            return f'<span lang="{escape(other)}">{_inlines(inner, other)}</span>'
        case Link(inner, href):
            return f'<a href="{escape(href)}">{_inlines(inner, lang)}</a>'
        case _:
            assert_never(inline)


def _bytes(size: int, locale: Locale) -> str:
    """Return a file's size as people read it: `203 kB`, `1.2 MB`."""
    if size < 1_000_000:
        return f"{locale.number(Decimal(-(-size // 1000)))} kB"
    return f"{locale.number(round(Decimal(size) / 1_000_000, 1))} MB"


# --- style ------------------------------------------------------------------------------------------------------


def _style(
    words: Iterable[tuple[str, str]],
    locale: Locale,
    theme: Theme,
    sources: Sources,
    report: Report,
    drawings: Iterable[str] = (),
) -> str:
    """Return the page's style sheet: what follows the theme, fonts for its `words` by language, and `style.css`."""
    characters: dict[str, set[str]] = {}
    for lang, shown in words:
        characters.setdefault(lang, set()).update(shown)
    characters.setdefault(locale.tag, set()).update(f"0123456789.- {NO_BREAK_SPACE}")  # list numbers, hyphens
    fonts = _fonts(characters, theme, report)
    parts = [*web_style.tokens(locale, theme), *web_style.font_faces(fonts)]
    parts += [*web_style.languages(characters, locale, theme, fonts), *web_style.roles(locale, theme)]
    # Without the line feed at its end: the Nu checker counts the hash of such a style wrongly.
    return "\n".join([*parts, _read(f"{TEMPLATES}/style.css", sources, report), *drawings]).rstrip()


def _fonts(characters: Mapping[str, set[str]], theme: Theme, report: Report) -> WebFonts:
    by_script: dict[str, frozenset[str]] = {}
    for lang, used in characters.items():
        script = Locale.of_tag(lang).script
        by_script[script] = by_script.get(script, frozenset()) | used
    try:
        fonts = web_fonts(by_script, theme.fonts)
    except FontMissing as error:
        report.error("missing-font", str(error))
        raise PublishError("fonts") from None
    for character in sorted(fonts.missing):
        report.error(
            "missing-glyph",
            f"no font has the character {character} (U+{ord(character):04X})",
            hint="write it another way, or name a font that has it in templates/theme.toml",
        )
    return fonts


def _sha256(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
