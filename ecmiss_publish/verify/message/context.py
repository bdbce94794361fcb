"""What a check of a message may want to know besides the message."""

from __future__ import annotations

from dataclasses import dataclass

from ecmiss_publish.model.catalog import Catalog
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale


@dataclass(frozen=True, slots=True)
class Context:
    """The locale of the translation and that of the source, the project's glossary, the catalog with all messages."""

    locale: Locale
    source: Locale
    glossary: Glossary
    catalog: Catalog
