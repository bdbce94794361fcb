"""A Document as typst and HTML sources: the same words, headings, lists, tables and pictures, for other typesetters.

Looks are plain: sizes, weights and the page are ours, cards and panels are framed, so that the others do about the
work that our leaflet does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import assert_never

from ecmiss_publish.model.block import (
    Block,
    Break,
    Cell,
    Definitions,
    Figure,
    Group,
    List,
    ListItem,
    Panel,
    Paragraph,
    Quote,
    Section,
    Table,
    walk,
)
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import Emphasis, Foreign, Inline, Isolate, LineBreak, Link, Run, Strong, Text
from ecmiss_publish.typeset.bidi import LRI, PDI
from ecmiss_publish.typeset.fonts import font_stack
from ecmiss_publish.write.svg import scene_svg
from ecmiss_publish.write.theme import Theme


def write_pictures(document: Document, theme: Theme, folder: Path) -> None:
    """Write the document's figures to `folder` as SVG, in reading order: `en-1.svg`."""
    for number, figure in enumerate(figures(document), 1):
        folder.joinpath(f"{document.locale.tag}-{number}.svg").write_text(scene_svg(figure.scene, document, theme))


def figures(document: Document) -> list[Figure]:
    """Return the document's figures in reading order."""
    return [block for block in walk(document.blocks) if isinstance(block, Figure)]


def _families(document: Document, theme: Theme) -> list[str]:
    return list(dict.fromkeys(file.family for file in font_stack(document.locale.script, theme.fonts)))


# --- typst ------------------------------------------------------------------------------------------------------


def typst_source(document: Document, theme: Theme) -> str:
    """Return the document as a typst file beside its pictures."""
    page, size = theme.pages[document.edition.page], theme.sizes
    script = theme.script(document.locale.script)
    language = document.locale.tag.partition("-")[0]
    families = ", ".join(f'"{family}"' for family in _families(document, theme))
    body = size["body"] * script.scale
    head = f"""#set document(title: {_quoted(document.title.plain)})
#set page(width: {page.width}pt, height: {page.height}pt, margin: (x: {page.margin}pt, top: {page.margin}pt,
  bottom: {page.foot}pt), footer: context [{_literal(document.reference)} #counter(page).display()])
#set text(font: ({families},), size: {body}pt, lang: "{language}")
#set par(leading: {(script.line - 1) * body}pt)
#show heading.where(level: 1): set text(size: {size["h1"]}pt)
#show heading.where(level: 2): set text(size: {size["h2"]}pt)
= {_typst(document.title)}
"""
    numbers = iter(range(1, 100))
    return head + "\n".join(_typst_blocks(document.blocks, 2, document.locale.tag, numbers))


def _typst_blocks(blocks: Sequence[Block], depth: int, tag: str, numbers: Iterator[int]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section():
                yield f"#heading(level: {depth})[{_typst(block.title)}]"
                yield from _typst_blocks(block.blocks, depth + 1, tag, numbers)
            case Paragraph():
                yield f"{_typst(block.text)}\n"
            case List():
                items = ", ".join(_typst_item(item, depth, tag, numbers) for item in block.items)
                yield f"#{'enum' if block.ordered else 'list'}({items})"
            case Definitions():
                for entry in block.entries:
                    yield f"#strong[{_typst(entry.term)}]"
                    yield from _typst_blocks(entry.blocks, depth, tag, numbers)
            case Table():
                head = ", ".join(f"strong[{_typst(cell.text)}]" for cell in block.head.cells)
                cells = ", ".join(_typst_cell(cell) for row in block.rows for cell in row.cells)
                yield f"#table(columns: {len(block.head.cells)} * (1fr,), table.header({head}), {cells})"
            case Figure():
                caption = f", caption: [{_typst(block.caption)}]" if block.caption else ""
                alt = _quoted(block.alt.plain)
                yield f'#figure(image("{tag}-{next(numbers)}.svg", alt: {alt}, width: 100%){caption})'
            case Quote():
                yield f"#quote(block: true)[{chr(10).join(_typst_blocks(block.blocks, depth, tag, numbers))}]"
            case Panel():
                title = f"#strong[{_typst(block.title)}]\n\n" if block.title else ""
                inner = "\n".join(_typst_blocks(block.blocks, depth, tag, numbers))
                yield f"#block(fill: luma(235), inset: 10pt, width: 100%)[{title}{inner}]"
            case Group():
                yield from _typst_blocks(block.blocks, depth, tag, numbers)
            case Break():
                yield "#pagebreak()"
            case _:
                assert_never(block)


def _typst_item(item: ListItem, depth: int, tag: str, numbers: Iterator[int]) -> str:
    title = f"#strong[{_typst(item.title)}] " if item.title else ""
    return f"[{title}{chr(10).join(_typst_blocks(item.blocks, depth, tag, numbers))}]"


def _typst_cell(cell: Cell) -> str:
    return f"strong[{_typst(cell.text)}]" if cell.header else f"[{_typst(cell.text)}]"


def _typst(text: Text) -> str:
    return "".join(_typst_inline(inline) for inline in text.inlines)


def _typst_inline(inline: Inline) -> str:
    match inline:
        case Run(words):
            return _literal(words)
        case LineBreak():
            return "#linebreak()"
        case Strong(inner):
            return f"#strong[{''.join(map(_typst_inline, inner))}]"
        case Emphasis(inner):
            return f"#emph[{''.join(map(_typst_inline, inner))}]"
        case Link(inner, href):
            return f"#link({_quoted(href)})[{''.join(map(_typst_inline, inner))}]"
        case Foreign(inner, lang):
            return f'#text(lang: "{lang.partition("-")[0]}")[{"".join(map(_typst_inline, inner))}]'
        case Isolate(inner):
            return f"{LRI}{''.join(map(_typst_inline, inner))}{PDI}"
        case _:
            assert_never(inline)


def _literal(words: str) -> str:
    """Return `words` so that typst takes no character of them for markup."""
    return "".join(f"\\u{{{ord(char):x}}}" if char in "\\#*_`$@<>[]=+-/~'\"" else char for char in words)


def _quoted(words: str) -> str:
    return '"' + " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


# --- HTML -------------------------------------------------------------------------------------------------------


def html_source(document: Document, theme: Theme, fonts: dict[str, Path]) -> str:
    """Return the document as a web page beside its pictures; `fonts` are files by family."""
    page, size = theme.pages[document.edition.page], theme.sizes
    script = theme.script(document.locale.script)
    families = _families(document, theme)
    faces = "".join(
        f"@font-face {{ font-family: '{family}'; src: url('{fonts[family].as_uri()}'); font-weight: 100 900 }}\n"
        for family in families
    )
    names = ", ".join(f"'{family}'" for family in families)
    css = f"""{faces}@page {{ size: {page.width}pt {page.height}pt;
  margin: {page.margin}pt {page.margin}pt {page.foot}pt; @bottom-center {{
  font-family: {names}; content: '{document.reference} ' counter(page) }} }}
body {{ font: {size["body"] * script.scale}pt/{script.line} {names}; margin: 0 }}
h1 {{ font-size: {size["h1"]}pt }} h2 {{ font-size: {size["h2"]}pt }} img {{ width: 100% }}
.panel {{ background: #ebebeb; padding: 10pt }}
table {{ width: 100% }} th, td {{ border: 1px solid; text-align: start }}"""
    numbers = iter(range(1, 100))
    body = "\n".join(_html_blocks(document.blocks, 2, document.locale.tag, numbers))
    return (
        f'<!DOCTYPE html><html lang="{document.locale.tag}" dir="{document.locale.direction}"><head>'
        f'<meta charset="utf-8"><title>{escape(document.title.plain)}</title><style>{css}</style></head>'
        f"<body><h1>{_html(document.title)}</h1>{body}</body></html>"
    )


def _html_blocks(blocks: Sequence[Block], depth: int, tag: str, numbers: Iterator[int]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section():
                yield f"<h{depth}>{_html(block.title)}</h{depth}>"
                yield from _html_blocks(block.blocks, depth + 1, tag, numbers)
            case Paragraph():
                yield f"<p>{_html(block.text)}</p>"
            case List():
                name = "ol" if block.ordered else "ul"
                yield f"<{name}>{''.join(_html_item(item, depth, tag, numbers) for item in block.items)}</{name}>"
            case Definitions():
                for entry in block.entries:
                    yield f"<p><strong>{_html(entry.term)}</strong></p>"
                    yield from _html_blocks(entry.blocks, depth, tag, numbers)
            case Table():
                head = "".join(f'<th scope="col">{_html(cell.text)}</th>' for cell in block.head.cells)
                rows = "".join(f"<tr>{''.join(map(_html_cell, row.cells))}</tr>" for row in block.rows)
                yield f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            case Figure():
                caption = f"<figcaption>{_html(block.caption)}</figcaption>" if block.caption else ""
                picture = f'<img src="{tag}-{next(numbers)}.svg" alt="{escape(block.alt.plain)}">'
                yield f"<figure>{picture}{caption}</figure>"
            case Quote():
                yield f"<blockquote>{''.join(_html_blocks(block.blocks, depth, tag, numbers))}</blockquote>"
            case Panel():
                title = f"<p><strong>{_html(block.title)}</strong></p>" if block.title else ""
                inner = "".join(_html_blocks(block.blocks, depth, tag, numbers))
                yield f'<div class="panel">{title}{inner}</div>'
            case Group():
                yield f"<div>{''.join(_html_blocks(block.blocks, depth, tag, numbers))}</div>"
            case Break():
                yield '<div style="break-before: page"></div>'
            case _:
                assert_never(block)


def _html_item(item: ListItem, depth: int, tag: str, numbers: Iterator[int]) -> str:
    title = f"<strong>{_html(item.title)}</strong> " if item.title else ""
    return f"<li>{title}{''.join(_html_blocks(item.blocks, depth, tag, numbers))}</li>"


def _html_cell(cell: Cell) -> str:
    return f'<th scope="row">{_html(cell.text)}</th>' if cell.header else f"<td>{_html(cell.text)}</td>"


def _html(text: Text) -> str:
    return "".join(_html_inline(inline) for inline in text.inlines)


def _html_inline(inline: Inline) -> str:
    match inline:
        case Run(words):
            return escape(words)
        case LineBreak():
            return "<br>"
        case Strong(inner):
            return f"<strong>{''.join(map(_html_inline, inner))}</strong>"
        case Emphasis(inner):
            return f"<em>{''.join(map(_html_inline, inner))}</em>"
        case Link(inner, href):
            return f'<a href="{escape(href)}">{"".join(map(_html_inline, inner))}</a>'
        case Foreign(inner, lang):
            return f'<span lang="{lang}">{"".join(map(_html_inline, inner))}</span>'
        case Isolate(inner):
            return f'<bdi dir="ltr">{"".join(map(_html_inline, inner))}</bdi>'
        case _:
            assert_never(inline)
