"""A label of a drawing fits the place that the drawing has for it, measured with the fonts that it is set in.

A unit of a drawing is a point where it has its own size; editions scale its letters and places alike.
"""

from __future__ import annotations

import math

from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.catalog import Message
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.model.scene import Room
from ecmiss_publish.typeset.fonts import FontMissing
from ecmiss_publish.typeset.labels import set_label
from ecmiss_publish.verify.message.context import Context


def room(message: Message, context: Context, report: Report) -> None:
    """Report a label whose translation needs more lines than a drawing has room for, as the drawing is set."""
    places = context.rooms.get(message.unit, ())
    if not places:
        return
    remedy = "give the label more room in the drawing" if context.locale.pseudo else "say it in fewer or shorter words"
    source, text = _text(message, message.source, context.source), _text(message, message.translation, context.locale)
    for place in places:
        try:
            (enough, before), (needed, after) = _measured(source, place), _measured(text, place)
        except FontMissing:
            return  # the writers report it
        lines = max(place.lines, enough)  # where the source itself is too long, that is the author's matter
        if needed > lines:
            letters = int(place.width * len(text.plain) / after)
            report.warning(
                "too-long",
                f"the source is {before} points long, the translation {after}: {needed} lines in {place.drawing}, "
                f"which has room for {_counted(lines, 'line')} of {place.width:g} points",
                at=message.origin,
                hint=f"{remedy}; a line holds about {_counted(letters, 'letter')}",
                unit=message.unit,
            )


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _text(message: Message, words: str, locale: Locale) -> Text:
    return parse_text(words, locale.tag, unit=message.unit, origin=None, report=Report())


def _measured(text: Text, place: Room) -> tuple[int, int]:
    """Return how many lines of the place's width the words need, and how long they are in points."""
    setting = set_label(text, place.strong, {})
    lines = setting.lines(place.width * 1000 / place.size)
    return len(lines), math.ceil(setting.width * place.size / 1000)
