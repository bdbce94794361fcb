"""Planters: each makes faulty translations of one message, one fault in each. benchmarks/faults.py lists the kinds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import TypeAlias

from babel.units import format_unit

from benchmarks.fault_words import (
    ASCII_MARKS,
    CAN,
    COMPARED,
    CONDITION,
    CONDITIONS,
    END_MARKS,
    FOREIGN_QUOTES,
    HEDGED,
    HEDGES,
    LATIN_CYRILLIC,
    LOOKALIKES,
    MAY,
    MODALS,
    MOST,
    MOST_ALL,
    NEGATIONS,
    NEGATIVE,
    OPPOSITES,
    TRANSLITERATED,
    UNIT_WORDS,
)
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary, Rendering
from ecmiss_publish.model.locale import Locale


@dataclass(frozen=True, slots=True)
class Field:
    """What a planter may look at besides the message: the language, all its messages, another language's."""

    locale: Locale
    catalog: Catalog
    other: Catalog
    glossary: Glossary


# The faulty translations that can be made of one message; each is one fault.
Plant: TypeAlias = Callable[[Message, Field, Random], Iterable[str]]
# Both sides of a message with something in them that the article seldom has; None where that cannot be done.
Dress: TypeAlias = Callable[[Message, Locale, int], Message | None]


# --- messages with more in them ---------------------------------------------------------------------------------


def measured(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message with a measure in brackets behind both sides: a length, a time, a dose, a thousand."""
    if message.unit.startswith("diagram."):
        return None  # a label has no room for it
    english, there = _measures(Locale.parse("en"), wrong=False), _measures(locale, wrong=False)
    index = number % len(there)
    return replace(
        message,
        source=f"{message.source} ({english[index]})",
        translation=_bracketed(message.translation, there[index], locale),
    )


def _bracketed(words: str, more: str, locale: Locale) -> str:
    return f"{words}（{more}）" if locale.script == "Hans" else f"{words} ({more})"


def _measures(locale: Locale, *, wrong: bool) -> list[str]:
    """Return the measures as the locale writes them, or the same figures with another unit."""

    def dose(value: str, unit: str) -> str:
        return format_unit(Decimal(value), f"mass-{unit}", length="short", locale=locale.cldr_name)

    length, time = ("millimeter", "day") if wrong else ("centimeter", "week")
    mass, much = ("microgram", "milligram") if wrong else ("milligram", "gram")
    return [
        "".join(locale.measurement(Decimal("0.5"), Decimal("1.5"), length)),
        "".join(locale.measurement(Decimal(2), Decimal(3), time)),
        dose("12.5", mass),
        dose("1250", mass),
        dose("0.125", much),
    ]


def marked(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message with its first word strong and its last one linked, on both sides."""
    source, translation = _marked(message.source, "Latn"), _marked(message.translation, locale.script)
    return None if source is None or translation is None else replace(message, source=source, translation=translation)


def _marked(words: str, script: str) -> str | None:
    found = list(re.finditer(r"[\u4e00-\u9fff]{2}" if script == "Hans" else r"\S+", words))
    if len(found) < 2 or "{" in words:
        return None
    (first, last), end = (_bare(words, *found[place].span()) for place in (0, -1)), len(words)
    if first[0] >= first[1] or last[0] >= last[1]:
        return None
    strong, linked = words[slice(*first)], words[slice(*last)]
    middle = words[first[1] : last[0]]
    return f"{words[: first[0]]}**{strong}**{middle}[{linked}](https://example.org/spine){words[last[1] : end]}"


def _bare(words: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a word without the punctuation around it."""
    while start < end and unicodedata.category(words[start])[0] in "PS":
        start += 1
    while start < end and unicodedata.category(words[end - 1])[0] in "PS":
        end -= 1
    return start, end


# --- planters: numbers and units --------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)*")
_RANGE = re.compile(r"(\d+(?:[.,٫]\d+)?)( ?[–~～-] ?| à | a )(\d+(?:[.,٫]\d+)?)")


def a_digit_changed(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with another digit, once for every number in it."""
    for match in _NUMBER.finditer(message.translation):
        place = random.choice([index for index in range(*match.span()) if message.translation[index].isdigit()])
        digit = message.translation[place]
        zero = ord(digit) - unicodedata.digit(digit)
        other = chr(zero + (unicodedata.digit(digit) + random.randint(1, 9)) % 10)
        yield _put(message.translation, place, place + 1, other)


def a_number_dropped(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without one of its numbers."""
    for match in _NUMBER.finditer(message.translation):
        yield _tidy(_put(message.translation, *match.span(), ""))


def a_decimal_mark_moved(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with ten or a tenth of a decimal number."""
    for match in re.finditer(r"(?<![\d.,٫])(\d+)([.,٫])(\d{1,2}|\d{3}(?=\D))(?![\d.,٫])", message.translation):
        whole, mark, part = match.groups()
        if len(part) == 3 and whole != "0":
            continue  # a thousand
        ten = f"{int(whole + part[0])}{mark + part[1:] if part[1:] else ''}"
        tenth = f"{whole[:-1] or '0'}{mark}{whole[-1]}{part}"
        yield _put(message.translation, *match.span(), random.choice((ten, tenth)))


def a_range_s_end_changed(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with another upper end, or with the dash of a range lost."""
    for match in _RANGE.finditer(message.translation):
        last = match[3][-1]
        yield _put(message.translation, match.end() - 1, match.end(), "1" if last == "9" else str(int(last) + 1))
        yield _put(message.translation, *match.span(2), "")


def a_range_turned_round(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the ends of a range in the wrong order: 2–1 weeks."""
    for match in _RANGE.finditer(message.translation):
        yield _put(message.translation, *match.span(), f"{match[3]}{match[2]}{match[1]}")


def a_unit_exchanged(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the same figures and another unit: mm for cm, days for weeks, micrograms."""
    right, wrong = _measures(field.locale, wrong=False), _measures(field.locale, wrong=True)
    for old, new in zip(right, wrong, strict=True):
        if message.translation.endswith((f"({old})", f"（{old}）")):
            yield new.join(message.translation.rsplit(old, 1))


def a_unit_word_exchanged(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the word of another unit: weeks for days, centimetres for millimetres."""
    if re.search(r"\b(?:days?|weeks?|millimeters?)\b", message.source):
        yield from _each(UNIT_WORDS, message.translation, field.locale)


# --- planters: names and meaning --------------------------------------------------------------------------------


def a_name_misspelt(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with two letters of a name exchanged, or with one of its capitals lost."""
    for match in _names_in(message, field):
        name = match[0]
        pairs = [
            index
            for index in range(len(name) - 1)
            if name[index : index + 2].isalpha() and name[index] != name[index + 1]
        ]
        place = random.choice(pairs)
        swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        yield _put(message.translation, *match.span(), random.choice((swapped, name.capitalize(), name[:-1])))


def a_name_dropped(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without any mention of one of its names."""
    for name in sorted({match[0] for match in _names_in(message, field)}):
        if name in message.source:
            yield _tidy(message.translation.replace(name, ""))


def a_name_transliterated(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with ECMISS in the letters of the language."""
    other = TRANSLITERATED.get(field.locale.language)
    if other and "ECMISS" in message.source and "ECMISS" in message.translation:
        yield message.translation.replace("ECMISS", other)


def _names_in(message: Message, field: Field) -> list[re.Match[str]]:
    kept = set(field.glossary.names) - set(field.glossary.translatable)
    names = "|".join(re.escape(name) for name in sorted(kept, key=len, reverse=True))
    return [match for match in re.finditer(names, message.translation) if match[0] in message.source]


def a_negation_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the opposite of what the source denies."""
    yield from map(
        _tidy, _said_otherwise(NEGATIONS, message, field.locale, lambda source: bool(NEGATIVE.search(source)))
    )


def a_negation_lost_that_english_has_not(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the opposite of what the source says without a “not”: treatments fail, do not help."""
    yield from map(_tidy, _said_otherwise(NEGATIONS, message, field.locale, lambda source: not NEGATIVE.search(source)))


def may_becomes_must(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with an obligation or a certainty where the source says “may” or “might”."""
    yield from _said_otherwise(MODALS, message, field.locale, lambda source: bool(MAY.search(source)))


def can_becomes_must(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with an obligation where the source says “can”."""
    yield from _said_otherwise(
        MODALS, message, field.locale, lambda source: bool(CAN.search(source)) and not MAY.search(source)
    )


def most_becomes_all(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with all, or nearly all, where the source says “most”."""
    yield from map(_tidy, _said_otherwise(MOST_ALL, message, field.locale, lambda source: bool(MOST.search(source))))


def less_becomes_more(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a comparison turned round: more for less, lower for higher, slower for faster."""
    yield from map(
        _tidy, _said_otherwise(OPPOSITES, message, field.locale, lambda source: bool(COMPARED.search(source)))
    )


def a_hedge_dropped(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without what the source says of how many, how often, or how nearly."""
    yield from map(_tidy, _said_otherwise(HEDGES, message, field.locale, lambda source: bool(HEDGED.search(source))))


def a_condition_dropped(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without the “if” of its source."""
    yield from map(
        _tidy, _said_otherwise(CONDITIONS, message, field.locale, lambda source: bool(CONDITION.search(source)))
    )


def _said_otherwise(
    table: Mapping[str, tuple[tuple[str, str], ...]], message: Message, locale: Locale, wanted: Callable[[str], bool]
) -> Iterator[str]:
    """Yield the message with one pattern replaced in a sentence whose source is wanted."""
    ours, theirs = _sentences(message.translation), _sentences(message.source)
    if len(ours) != len(theirs):
        ours, theirs = [message.translation], [message.source]
    for index, source in enumerate(theirs):
        if wanted(source):
            for words in _each(table, ours[index], locale):
                yield _joined([*ours[:index], words, *ours[index + 1 :]], locale)


def _each(table: Mapping[str, tuple[tuple[str, str], ...]], words: str, locale: Locale) -> Iterator[str]:
    """Yield `words` with one of the locale's patterns replaced, once for every place."""
    for pattern, other in table.get(locale.language, ()):
        for match in re.finditer(pattern, words):
            yield _put(words, *match.span(), match.expand(other))


def a_term_exchanged(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a word that the glossary says to avoid."""
    for rendering, match in _terms_in(message, field):
        for word in rendering.avoid:
            yield _put(message.translation, *match.span(), word)


def a_term_left_out(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without a word of the glossary, wherever it stands in it."""
    for rendering, _ in _terms_in(message, field):
        words = message.translation
        for word in (*rendering.use, *rendering.allow):
            words = re.sub(_beginning(word), "", words, flags=re.IGNORECASE)
        yield _tidy(words)


def _terms_in(message: Message, field: Field) -> Iterator[tuple[Rendering, re.Match[str]]]:
    """Yield the terms of the source that the translation has once, and where; a term inside a name is none."""
    source = message.source
    for name in field.glossary.names:
        source = source.replace(name, "")
    for term in field.glossary.terms:
        rendering = term.rendering(field.locale)
        if rendering and any(form.lower() in source.lower() for form in (term.term, *term.forms)):
            pattern = "|".join(map(_beginning, rendering.use))
            found = list(re.finditer(pattern, message.translation, re.IGNORECASE))
            if len(found) == 1:
                yield rendering, found[0]


def _beginning(word: str) -> str:
    """Return the pattern of a word that begins with `word`, or of several with others between: open … surgery."""
    # Chinese words have no endings.
    ending = "" if "\u4e00" <= word < "\ua000" else r"[\w\u0900-\u0a7f]*"
    return r"\b.{0,40}?".join(re.escape(part.strip()) + ending for part in word.split("…"))


# --- planters: markup, links, placeholders ----------------------------------------------------------------------


def strong_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without its strong word's marks, or with the marks of stress."""
    yield message.translation.replace("**", random.choice(("", "*")))


def strong_broken(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with marks that are not closed, stand apart, or come from another keyboard."""
    before, word, after = message.translation.split("**", 2)
    broken = (f"**{word}", f"{word}**", f"** {word} **", f"＊＊{word}＊＊", f"**{word}*")
    yield f"{before}{random.choice(broken)}{after}"


LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def a_link_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the link's words only, or its address only, or with a space that breaks it."""
    yield LINK.sub(random.choice((r"\1", r"\2", r"[\1] (\2)", r"[\1]（\2）")), message.translation)


def a_link_without_words(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a link that has nothing to press."""
    yield LINK.sub(r"\1[](\2)", message.translation)


def an_address_changed(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a link to another place."""
    old = "https://example.org/spine"
    places = ("http://example.org/spine", "https://example.com/spine", f"{old[:-5]}{field.locale.tag}/spine", old[:-1])
    yield message.translation.replace(old, random.choice(places))


def an_unsafe_address(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a link that runs something, or leads nowhere."""
    places = (
        "javascript:alert(1)",
        "JavaScript:alert%281%29",
        "data:text/html,x",
        "//example.org",
        "example.org/spine",
    )
    yield message.translation.replace("https://example.org/spine", random.choice(places))


def an_html_tag(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with HTML in it."""
    first, *rest = re.split(r"(?<=\s)", message.translation)
    tags = (f"<b>{first}</b>", f"<script>alert(1)</script>{first}", f"{first}<br>", f'<a href="//x.org">{first}</a>')
    yield random.choice(tags) + "".join(rest)


def a_placeholder_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without one of its placeholders."""
    for match in re.finditer(r"\{[a-z]+\}", message.translation):
        yield _tidy(_put(message.translation, *match.span(), ""))


def a_placeholder_misspelt(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a placeholder that is not the source's."""
    for match in re.finditer(r"\{([a-z]+)\}", message.translation):
        word = match[1]
        for other in (f"{{{word[:-1]}}}", f"{{{word.capitalize()}}}", f"{{ {word} }}", f"｛{word}｝", f"({word})"):
            yield _put(message.translation, *match.span(), other)


# --- planters: characters and punctuation -----------------------------------------------------------------------


def a_lookalike_letter(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a letter of another alphabet that looks the same."""
    latin = field.locale.script == "Latn"
    ours, theirs = LATIN_CYRILLIC if latin else LOOKALIKES.get(field.locale.language, ("", ""))
    places = [index for index, letter in enumerate(message.translation) if letter in ours]
    if places and "{" not in message.translation:
        place = random.choice(places)
        yield _put(message.translation, place, place + 1, theirs[ours.index(message.translation[place])])


def an_invisible_character(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a zero-width space, a byte order mark or an override of direction in a word."""
    places = [match.end() for match in re.finditer(r"[^\W\d_](?=[^\W\d_])", message.translation)]
    if places and "{" not in message.translation:
        place = random.choice(places)
        yield _put(message.translation, place, place, random.choice("\u200b\ufeff\u202e\u2060\u202c"))


def letters_decomposed(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with letters and their marks apart, which looks the same and is found by no search."""
    # Indic letters with a dot below are apart in normal form, and other letters of these scripts are not composed.
    if field.locale.script in {"Latn", "Cyrl", "Arab", "Kore"}:
        yield unicodedata.normalize("NFD", message.translation)


def letters_broken(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with UTF-8 read as Latin-1 in one word, or with a letter that could not be read."""
    words = [match for match in re.finditer(r"\S+", message.translation) if not match[0].isascii()]
    if words:
        match = random.choice(words)
        broken = match[0].encode().decode("latin-1")
        yield _put(message.translation, *match.span(), random.choice((broken, match[0][:-1] + "\ufffd")))


def straight_quotes(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a typewriter's quotation marks."""
    if "“" in message.source:
        yield re.sub("[“”„«»「」]", '"', message.translation)


def quotes_of_another_language(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with quotation marks that its language does not use."""
    inner = re.split("[“”„«»「」]", message.translation)
    if "“" in message.source and len(inner) == 3:
        pair = random.choice(FOREIGN_QUOTES.get(field.locale.language, ("„“", "»«")))
        yield f"{inner[0]}{pair[0]}{inner[1].strip()}{pair[1]}{inner[2]}"


def a_quotation_mark_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a quotation that is not closed or not opened."""
    for match in re.finditer("[“”„«»「」]", message.translation):
        yield _put(message.translation, *match.span(), "")


def a_bracket_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a bracket that is not closed or not opened."""
    for match in re.finditer("[()（）]", message.translation):
        yield _put(message.translation, *match.span(), "")


_ENDS = ".?!:。？！：؟।۔"


def an_end_mark_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message without the mark that ends it."""
    if message.source[-1] in ".?!:" and message.translation[-1] in _ENDS:
        yield message.translation[:-1].rstrip()


def an_end_mark_changed(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a question for a statement, a colon for a full stop."""
    if message.source[-1] in ".?:" and message.translation[-1] in _ENDS:
        marks = {"Arab": ".؟:", "Hans": "。？："}.get(field.locale.script, ".?:")
        rest = [
            mark
            for mark in marks
            if mark != message.translation[-1] and (message.translation[-1] not in "।۔" or mark != ".")
        ]
        yield message.translation[:-1].rstrip() + random.choice(rest)


def an_end_mark_of_another_script(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with an ASCII full stop or question mark where the script has its own."""
    ours, theirs = END_MARKS.get(field.locale.language, ("", ""))
    if message.translation[-1] in ours:
        yield message.translation[:-1] + theirs[ours.index(message.translation[-1])]


def an_opening_mark_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a Spanish question or exclamation without the mark that opens it."""
    for match in re.finditer("[¿¡]", message.translation):
        yield _put(message.translation, *match.span(), "")


def an_ascii_mark(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a keyboard's comma where the script has its own."""
    ours, theirs = ASCII_MARKS.get(field.locale.script, ("", ""))
    for index, mark in enumerate(message.translation):
        if mark in ours:
            yield _put(message.translation, index, index + 1, theirs[ours.index(mark)])


def a_space_too_many(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with two spaces, a space before a comma, or one at an end."""
    spaces = [match.start() for match in re.finditer("(?<=[^ ]) (?=[^ ])", message.translation)]
    yield random.choice((f" {message.translation}", f"{message.translation} "))
    if spaces:
        place = random.choice(spaces)
        yield _put(message.translation, place, place, " ")
    for match in re.finditer("(?<=[^ ])[,،，]", message.translation):
        yield _put(message.translation, match.start(), match.start(), " ")


def a_french_space_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a French message with a plain space, or none, before a mark that wants a space that does not break."""
    if field.locale.language == "fr":
        for match in re.finditer("[\u00a0\u202f](?=[:;?!»])|(?<=«)[\u00a0\u202f]", message.translation):
            yield _put(message.translation, *match.span(), random.choice((" ", "")))


# --- planters: words that are missing or too many ---------------------------------------------------------------


def the_source_again(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the source text itself where it is more than a name."""
    if len(message.source.split()) > 1 and message.source != message.translation:
        yield message.source


def half_translated(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a translation that goes on in the source's language."""
    ours, theirs = _pieces(message.translation, field.locale), message.source.split()
    if len(theirs) >= 8:
        yield "".join(ours[: len(ours) // 2]) + " " + " ".join(theirs[len(theirs) // 2 :])


def a_sentence_not_translated(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a translation with one sentence in the source's language."""
    ours, theirs = _sentences(message.translation), _sentences(message.source)
    if len(ours) == len(theirs) > 1:
        index = random.randrange(len(ours))
        yield _joined([*ours[:index], theirs[index], *ours[index + 1 :]], field.locale)


def a_word_not_translated(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a translation in which one word stands in the source's language."""
    words = [word for word in re.findall(r"\b[a-z]{5,}\b", message.source) if word not in message.translation]
    places = [match.span() for match in re.finditer(r"[^\W\d_]{4,}", message.translation)]
    if words and places:
        start, end = random.choice(places)
        space = " " if field.locale.script == "Hans" else ""
        yield _put(message.translation, start, end, f"{space}{random.choice(words)}{space}")


def another_units_words(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the translation of another message of about the same length."""
    size = len(message.source)
    near = [
        other.translation
        for other in field.catalog.messages.values()
        if other.source != message.source and other.usable and abs(len(other.source) - size) <= max(8, size // 3)
        and other.translation != message.translation
    ]  # fmt: skip
    if near:
        yield random.choice(near)


def another_languages_words(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the same message's translation into another language."""
    other = field.other.messages.get(message.unit)
    if other and other.usable and other.translation != message.translation and len(message.source.split()) > 2:
        yield other.translation


def the_end_cut_off(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a translation without its last third."""
    pieces = _pieces(message.translation, field.locale)
    if len(pieces) >= 6:
        yield "".join(pieces[: len(pieces) * 2 // 3]).rstrip()


def a_sentence_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a translation without one of its sentences."""
    ours = _sentences(message.translation)
    if len(ours) == len(_sentences(message.source)) > 1:
        index = random.randrange(len(ours))
        yield _joined([*ours[:index], *ours[index + 1 :]], field.locale)


def a_word_twice(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield a translation with the same word twice in a row."""
    places = [
        match
        for match in re.finditer(r"(?<=\s)\S+(?=\s)", message.translation)
        if _bare(match[0], 0, len(match[0])) == (0, len(match[0]))
    ]
    if places:
        match = random.choice(places)
        yield _put(message.translation, match.end(), match.end(), f" {match[0]}")


def said_otherwise(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield another translation of a source that other messages have as well."""
    alike = [other for other in field.catalog.messages.values() if other.source == message.source]
    if len(alike) > 1 and alike[0] is not message:
        yield f"{message.translation} {message.translation}"


def a_label_too_long(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the label of a drawing with those of five others behind its own words."""
    labels = [
        other.translation
        for unit, other in field.catalog.messages.items()
        if unit.startswith("diagram.") and unit not in {"diagram.caption", "diagram.alt", message.unit}
    ]
    if message.unit.startswith("diagram.") and message.unit not in {"diagram.caption", "diagram.alt"}:
        yield " ".join([message.translation, *random.sample(labels, 5)])


def _pieces(words: str, locale: Locale) -> list[str]:
    """Return the words with the spaces behind them; where there are none, the characters."""
    return list(words) if locale.script == "Hans" else re.findall(r"\S+\s*", words)


def _sentences(words: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!।۔؟])\s+|(?<=[。？！])", words) if part]


def _joined(sentences: Sequence[str], locale: Locale) -> str:
    return ("" if locale.script == "Hans" else " ").join(sentences)


def _put(words: str, start: int, end: int, other: str) -> str:
    return words[:start] + other + words[end:]


def _tidy(words: str) -> str:
    """Return `words` as somebody leaves them who took a word out: no space twice, a capital at the beginning."""
    words = re.sub(r" {2,}", " ", words).strip()
    words = re.sub(r" (?=[.,)])|(?<=\() ", "", words)
    return words[:1].upper() + words[1:]
