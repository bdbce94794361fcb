"""Documents that strain the PDF writer: what an article of another project may hold one day."""

from collections.abc import Iterator

from ecmiss_publish.model.block import (
    Block,
    Break,
    Definition,
    Definitions,
    Group,
    List,
    ListItem,
    Panel,
    Quote,
    Section,
)
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.inline import plain_text
from tests.write.pdf_documents import (
    a_document,
    a_figure,
    a_leaflet,
    a_link,
    a_list,
    a_table,
    paragraph,
    section,
)

LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3
LONG_ADDRESS = "https://example.org/" + "a-very-long-path-without-an-end/" * 12


def straining_documents() -> Iterator[tuple[str, Document]]:
    """Yield each document with its name."""
    yield "nested-lists", a_document(section("Lists", nested_list(3), nested_list(3, ordered=True)))
    yield "long-table", a_document(section("Table", long_table(120)))
    yield "long-words", a_document(section("Words", paragraph(LONG_WORD), a_link(LONG_ADDRESS, LONG_ADDRESS)))
    yield "empty-section", a_document(section("Nothing"), section("Something", paragraph("Words.")))
    yield (
        "two-hundred-pages",
        a_document(*(section(f"Chapter {number}", *(paragraph(LOREM) for _ in range(28))) for number in range(1, 101))),
    )
    yield "blocks-in-blocks", a_document(section("Nesting", *nested_blocks()))
    yield "deep-sections", a_document(deep_sections(7))
    for locale in ("en", "de", "ar", "hi", "zh_Hans", "th"):
        yield f"leaflet-{locale}", a_leaflet(locale)


LOREM = "A sentence that is long enough to take more than one line of the page when it is repeated. " * 3


def nested_list(depth: int, *, ordered: bool = False) -> List:
    """Return a list in a list in a list, `depth` deep."""
    inner: tuple[Block, ...] = (nested_list(depth - 1, ordered=ordered),) if depth > 1 else ()
    items = tuple(ListItem((paragraph(f"Item {name} at depth {depth}"), *inner)) for name in "AB")
    return List(items, ordered)


def long_table(rows: int) -> Block:
    """Return a table over several pages."""
    return a_table(("Feature", "One", "Two"), *((f"Row {row}", "some words", "some more words") for row in range(rows)))


def deep_sections(depth: int) -> Section:
    """Return a section in a section, `depth` deep: deeper than there are heading levels."""
    inner = (deep_sections(depth - 1),) if depth > 1 else (paragraph("The bottom."),)
    return section(f"Level {depth}", *inner)


def nested_blocks() -> Iterator[Block]:
    """Yield every block that holds others, holding every block that may stand in it."""
    contents = (
        paragraph("Words in a block."),
        a_list("One", "Two"),
        a_list("One", "Two", ordered=True),
        a_table(("Feature", "One"), ("Row", "words")),
        a_figure("A square", "a label", caption="A caption"),
        Quote((paragraph("Quoted words."),)),
        Panel((paragraph("Words in a panel."),), plain_text("A small panel", "en")),
        Group((paragraph("Words in a group."),)),
        Definitions((Definition(plain_text("A term", "en"), (paragraph("What it means."),)),)),
    )
    yield Quote(contents)
    yield Panel(contents, plain_text("A panel", "en"))
    yield Group(contents)
    yield List((ListItem(contents), ListItem(contents, plain_text("A titled item", "en"))))
    yield List((ListItem((Panel(contents),)),), ordered=True)
    yield Definitions((Definition(plain_text("A term with much to it", "en"), contents),))
    yield Break()
    yield section("A section at the end", *contents)
