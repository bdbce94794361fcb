"""A clinic's details as texts that templates can show."""

from __future__ import annotations

from dataclasses import dataclass

from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.inline import Inline, Isolate, Link, Run, Text, plain_text
from ecmiss_publish.model.locale import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandWords:
    """What a template calls `brand`. What the clinic has not filled in is None."""

    clinic: Text | None
    address: tuple[Text, ...]
    phone: Text | None
    after_hours: Text | None
    web: Text | None
    logo: bool

    @property
    def given(self) -> bool:
        """Whether the clinic has filled in anything."""
        return any((self.clinic, self.address, self.phone, self.after_hours, self.web, self.logo))


def brand_words(brand: Brand, locale: Locale) -> BrandWords:
    """Return the details of `brand` for a page in `locale`; numbers and web addresses read from left to right."""
    return BrandWords(
        clinic=plain_text(brand.clinic, brand.language) if brand.clinic else None,
        address=tuple(plain_text(line, brand.language) for line in brand.address),
        phone=_number(brand.phone, locale),
        after_hours=_number(brand.after_hours, locale),
        web=_web(brand, locale),
        logo=brand.logo is not None,
    )


def short_address(web: str) -> str:
    """Return a web address as it is printed: without https:// and without a slash at its end."""
    return web.removeprefix("https://").removeprefix("http://").rstrip("/")


def _number(number: str, locale: Locale) -> Text | None:
    if not number:
        return None
    dialled = "".join(char for char in number if char.isdigit() or char == "+")
    return _apart(Link((Run(number),), f"tel:{dialled}"), locale)


def _web(brand: Brand, locale: Locale) -> Text | None:
    return _apart(Link((Run(short_address(brand.web)),), brand.web), locale) if brand.web else None


def _apart(inline: Inline, locale: Locale) -> Text:
    return Text((Isolate((inline,)) if locale.direction == "rtl" else inline,), locale.tag)
