"""The article: what the author keeps in `article.yaml`, as types.

These types *are* the file format. `load` reads the file against them, the JSON Schema for editors is made from
them, and a part kind is added by adding a type here. A field of type `Named` is a container: its own name is not
part of a unit id, the names that the author gives inside it are.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.problem import Origin

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Things in the author's order, each under the stable name that the author gave it."""

    pairs: tuple[tuple[str, T], ...] = ()

    def __iter__(self) -> Iterator[T]:
        return (thing for _, thing in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __getitem__(self, name: str) -> T:
        for key, thing in self.pairs:
            if key == name:
                return thing
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in order."""
        return tuple(name for name, _ in self.pairs)


class Unit(Enum):
    """A unit of measurement, by the name that CLDR gives it."""

    CENTIMETER = "centimeter"
    MILLIMETER = "millimeter"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measured range, low to high, in one unit. Numbers are exact decimals."""

    range: tuple[Decimal, Decimal]
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A result in words, with its place (first and last step) on a scale of `of` steps."""

    text: Text
    level: tuple[int, int]
    of: int


Value: TypeAlias = Quantity | Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Paragraphs, with or without a heading."""

    kind: ClassVar[str] = "prose"
    title: Text | None = None
    paragraphs: Named[Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A short heading and what it says."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A heading, points in order, and words before and after them. An edition may draw them as steps or cards."""

    kind: ClassVar[str] = "points"
    title: Text
    lead: Named[Text] = Named()
    items: Named[Point]
    close: Named[Text] = Named()


@dataclass(frozen=True, slots=True, kw_only=True)
class Myth:
    """What people say and what is so."""

    claim: Text
    answer: Text
    points: Named[Text] = Named()
    close: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Myths:
    """Pairs of claim and answer."""

    kind: ClassVar[str] = "myths"
    title: Text
    lead: Named[Text] = Named()
    items: Named[Myth]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and its value."""

    label: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """A label and the results under it."""

    label: Text
    items: Named[Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's words and the line that leads to them."""

    lead: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One patient's story: facts, outcome, quotation."""

    kind: ClassVar[str] = "case"
    title: Text
    facts: Named[Fact]
    outcome: CaseOutcome
    quotation: Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The heads of a comparison's columns."""

    feature: Text
    ecmiss: Text
    open: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One feature, compared."""

    label: Text
    ecmiss: Value
    open: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Rows of typed values: the table and the chart are both drawn from them."""

    kind: ClassVar[str] = "comparison"
    title: Text
    columns: Columns
    rows: Named[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing from the article's folder, with words for its labels."""

    kind: ClassVar[str] = "figure"
    drawing: str
    caption: Text | None = None
    alt: Text
    labels: Named[Text] = Named()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of the comparison that `of` names."""

    kind: ClassVar[str] = "chart"
    of: str
    caption: Text | None = None
    alt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and its answer."""

    question: Text
    answer: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """Questions in order."""

    kind: ClassVar[str] = "faq"
    title: Text
    items: Named[Question]


Part: TypeAlias = Prose | Points | Myths | Case | Comparison | Figure | Chart | Faq


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The whole article in one language. `parts["faq"]` and, in templates, `article.faq` are the same part."""

    article: str
    language: str
    reference: str
    version: str
    date: datetime.date
    title: Text
    parts: Named[Part]
    notes: Named[str] = Named()
    origin: Origin | None = field(default=None, compare=False)

    def __getitem__(self, name: str) -> Part:
        return self.parts[name]


def texts(thing: Any) -> Iterator[Text]:
    """Yield every Text of an article or of a piece of it, in the author's order."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts(item)
    elif is_dataclass(thing):
        for item in fields(thing):
            yield from texts(getattr(thing, item.name))


def map_texts(thing: Any, change: Callable[[Text], Text]) -> Any:
    """Return `thing` with every Text replaced by what `change` makes of it; the shape stays."""
    if isinstance(thing, Text):
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(map_texts(item, change) for item in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{item.name: map_texts(getattr(thing, item.name), change) for item in fields(thing)})
    return thing
