"""Messages -> what a translator is told beside the words."""

import pytest

from ecmiss_publish.model.article import Named
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.glossary import Glossary, Rendering, Term
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Room
from ecmiss_publish.translate.context import Surroundings, in_context, in_locale

NOWHERE = Surroundings(editions=(), shown={}, rooms={})
ES, DE, MX = (Locale.parse(name) for name in ("es", "de", "es_MX"))
DISC = Term(term="disc", forms=("discs",), definition="…", renderings={ES: Rendering(use=("disco", "discos"))})
TERMS = Glossary(names=("Disc Clinic",), terms=Named((("disc", DISC),)))


def notes(source: str, around: Surroundings = NOWHERE, glossary: Glossary | None = None) -> tuple[str, ...]:
    """Return what is added to a message with the unit id `a`."""
    (message,) = in_context([Message(unit="a", source=source)], around, glossary or Glossary())
    return message.notes


def shown_in(*names: str) -> Surroundings:
    return Surroundings(editions=("web", "leaflet", "poster", "trifold"), shown={"a": frozenset(names)}, rooms={})


def test_what_the_message_says_of_itself_comes_first() -> None:
    (message,) = in_context(
        [Message(unit="a", source="Kneefix", notes=("Text",))], NOWHERE, Glossary(names=("Kneefix",))
    )

    assert message.notes == ("Text", "Not translated: Kneefix.")


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert notes("Words") == ()


def test_names_are_listed_once_in_the_order_of_the_words_the_longest_first() -> None:
    glossary = Glossary(names=("Clinic", "North Clinic", "Kneefix®", "Mr"))

    assert notes("Kneefix® at the North Clinic, Kneefix® in Mrs Jones", glossary=glossary) == (
        "Not translated: Kneefix®, North Clinic.",
    )


def test_a_name_that_may_be_translated_is_not_among_those_that_stay() -> None:
    assert notes("Ask Mr Jones", glossary=Glossary(names=("Mr Jones",), translatable=("Mr Jones",))) == ()


@pytest.mark.parametrize(
    ("names", "note"),
    [
        (("web", "leaflet", "poster", "trifold"), "In all editions."),
        (("web", "leaflet", "poster"), "In all editions but trifold."),
        (("leaflet", "web"), "Only in web and leaflet."),
        (("poster",), "Only in poster."),
    ],
)
def test_editions_are_told_the_shorter_way_in_their_order(names: tuple[str, ...], note: str) -> None:
    assert notes("Words", shown_in(*names)) == (note,)


def test_every_drawing_tells_its_room_equal_ones_once() -> None:
    wide, narrow = (
        Room(drawing="a.svg", width=100, lines=2, size=12),
        Room(drawing="a-narrow.svg", width=61, lines=1, size=10),
    )
    around = Surroundings(editions=(), shown={}, rooms={"a": (wide, wide, narrow)})

    (note,) = notes("Words", around)

    wide_room = "2 lines of about 15 letters (100 points at size 12)"
    assert note == f"Room in the drawing: {wide_room}, elsewhere 1 line of about 11 letters (61 points at size 10)."


def test_terms_are_told_in_the_words_of_the_language() -> None:
    message = Message(unit="a", source="Two Discs at the Disc Clinic.", notes=("Text",))

    assert in_locale([message], TERMS, ES)[0].notes == ("Text", "Glossary: disc = disco.")
    assert in_locale([message], TERMS, MX)[0].notes == ("Text", "Glossary: disc = disco.")
    assert in_locale([message], TERMS, DE)[0].notes == ("Text",)


@pytest.mark.parametrize("source", ["discount", "At the Disc Clinic", "Words"])
def test_what_only_looks_like_a_term_is_none(source: str) -> None:
    assert in_locale([Message(unit="a", source=source)], TERMS, ES)[0].notes == ()
