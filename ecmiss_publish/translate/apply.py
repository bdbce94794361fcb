"""Article x Catalog -> the same Article in the catalog's language.

Where there is no usable translation the source text stays, with its own language on it, so that every format can
mark it, and a Problem says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from ecmiss_publish.markup.apart import mark_names, set_apart
from ecmiss_publish.markup.inline import parse_text
from ecmiss_publish.model.article import Article, map_texts
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.inline import Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, Report


def translate(article: Article, catalog: Catalog, glossary: Glossary, report: Report) -> Article:
    """Return the article in the catalog's language, shape unchanged."""
    if catalog.locale.tag == article.language:
        return article
    translated = cast(Article, map_texts(article, lambda text: translate_text(text, catalog, glossary, report)))
    return replace(translated, language=catalog.locale.tag)


def translate_text(text: Text, catalog: Catalog, glossary: Glossary, report: Report) -> Text:
    """Return the catalog's words for `text`, or `text` itself, reported, where there are none to be trusted."""
    if text.lang == catalog.locale.tag or not catalog.trusted:
        return text
    message = catalog.messages.get(text.unit or "")
    path = catalog.origin.path if catalog.origin else catalog.locale.name
    if message is None:
        report.error(
            "untranslated",
            f"“{text.unit}” is not in the catalog; it appears in {text.lang}",
            at=Origin(path),
            hint="run `ecmiss-publish update`, then translate the message",
            unit=text.unit,
        )
    elif message.source != text.source:
        report.error(
            "stale",
            f"“{text.unit}” translates an older source text; it appears in {text.lang}",
            at=message.origin,
            hint="run `ecmiss-publish update`, then look at the message again",
            unit=text.unit,
        )
    elif not message.translation.strip():
        report.error(
            "untranslated",
            f"“{text.unit}” has no translation; it appears in {text.lang}",
            at=message.origin,
            hint="translate the message",
            unit=text.unit,
        )
    elif message.fuzzy:
        report.error(
            "fuzzy",
            f"“{text.unit}” is marked fuzzy; it appears in {text.lang}",
            at=message.origin,
            hint="compare it with its source, then remove the flag",
            unit=text.unit,
        )
    else:
        return _translation(message, text, catalog.locale, glossary, report)
    return text


def _translation(message: Message, text: Text, locale: Locale, glossary: Glossary, report: Report) -> Text:
    # Apart from the caller's report, which keeps each Problem once: a mistake that it knows already counts here too.
    mistakes = Report()
    found = parse_text(message.translation, locale.tag, unit=text.unit, origin=message.origin, report=mistakes)
    report.extend(mistake for mistake in mistakes if mistake.code not in message.allowed or mistake.is_error)
    if mistakes.errors:  # refused markup, addresses or controls never reach a reader
        return text
    if locale.script == "Latn":
        found = found.map_runs(lambda words: mark_names(words, glossary.names, text.lang))
    else:
        rtl = locale.direction == "rtl"
        found = found.map_runs(lambda words: set_apart(words, rtl=rtl, names=text.lang))
    return replace(found, source=text.source)
