"""How many mistakes in translations the checks find, and how often they alarm for nothing: run me by hand.

    python benchmarks/faults.py

The catalogs of the project are taken as right. One fault at a time is planted in a message: a digit is changed, a
“not” is taken out, a closing quotation mark is another language's. A fault is found if one of the checks that are
there for it says something new about that message. The catalogs as they are, and in forms that are as good, are the
controls: whatever is said of them is a false alarm, or a mistake of ours that is to be mended.

The choice hangs on locale, unit and kind of fault only, so that two runs say the same. Decimals, units, emphasis and
links are rare in the article; messages get some of each, on both sides, before a fault of these kinds is planted.

`--misses` lists what was not found, `--locale de` looks at one language, `--pofilter` asks the translate-toolkit's
pofilter about the same messages (`pip install translate-toolkit`), `--markdown` writes the tables of docs/checks.md.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TypeAlias

from babel.units import format_unit

from ecmiss_publish.compose.drawing import label_rooms
from ecmiss_publish.model.catalog import Catalog, Message
from ecmiss_publish.model.glossary import Glossary, Rendering
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.model.scene import Room
from ecmiss_publish.pipeline.project import Project, load_project
from ecmiss_publish.pipeline.sources import FolderSources
from ecmiss_publish.translate.catalog import load_catalog
from ecmiss_publish.verify.message import check_messages

ROOT = Path(__file__).resolve().parent.parent
PER_LOCALE = 12  # faults of one kind in one language, at most
DOCS = ROOT / "docs" / "checks.md"
_TABLES, _NO_MORE_TABLES = "<!-- tables: made by benchmarks/faults.py -->", "<!-- end of tables -->"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fault. `codes` are the findings that count; without any, whatever is said of the message counts."""

    name: str
    plant: Plant
    codes: frozenset[str] = frozenset()
    dress: Dress | None = None


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault in one message."""

    kind: Kind
    locale: Locale
    message: Message


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a fault: the severity it was found with, the codes of all that is new, pofilter's new findings."""

    planted: Planted
    severity: Severity | None
    codes: tuple[str, ...]
    pofilter: tuple[str, ...]


# --- what languages write ---------------------------------------------------------------------------------------

_NEGATIVE = re.compile(r"\b(?:not|no|never|without|cannot)\b|n’t\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:may|might)\b", re.IGNORECASE)
_CAN = re.compile(r"\b(?:can|could)\b", re.IGNORECASE)

# What says “not”, “no” and “without” in each language, and what is left or said instead once it is gone.
NEGATIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": (
        (r"\bلم يعد", "صار"),
        (r"\b(?:لا|لم|غير) (?!يعد)(?=\S)", ""),
        (r"^لا\.", "نعم."),
        (r"\b(?:من دون|بدون)\b", "مع"),
        (r"\bليست? ", ""),
    ),
    "bn": (
        (r" না(?=[ ।,?])", ""),
        (r" (?:নয়|নয়)", ""),
        (r"নেই", "আছে"),
        (r"ছাড়া", "সহ"),
        (r"(?<=ন)নি(?=[ ।]|$)", ""),
        (r"^না।", "হ্যাঁ।"),
    ),
    "de": (
        (r"\bnicht (?:mehr )?", ""),
        (r" nicht(?=\.)", ""),
        (r"\b[Kk]ein(?=\w*\b)", "ein"),
        (r"\bohne\b", "mit"),
        (r"^Nein\b", "Ja"),
    ),
    "es": ((r"\bya no\b", "todavía"), (r"(?<!ya )\b[Nn]o (?=\w)", ""), (r"\bsin\b", "con"), (r"^No\.", "Sí.")),
    "fr": (
        (r"\b(?:ne |n’)(\S+(?: \S+)?) (?:pas|plus|jamais)\b", r"\1"),
        (r"\bpas encore\b", "déjà"),
        (r"\bsans\b", "avec"),
        (r"^Non\b", "Oui"),
    ),
    "hi": ((r" नहीं", ""), (r" न (?=\S)", " "), (r"\bबिना ", ""), (r"^नहीं", "हाँ")),
    "ko": (
        (r"(?<=[가-힣])지 않고", "고"),
        (r"치지 않습니다", "칩니다"),
        (r"치지 않음", "침"),
        (r"[이은] 아닙니다", "입니다"),
        (r" 없이", "과 함께"),
        (r"없(?=[는을다])", "있"),
        (r"^아닙니다", "네"),
    ),
    "pa": ((r"^ਨਹੀਂ", "ਹਾਂ"), (r" ਨਹੀਂ", ""), (r"ਬਿਨਾਂ ", ""), (r" ਨਾ (?=\S)", " ")),
    "pl": (
        (r"\b[Nn]ie (?=\w)", ""),
        (r"\bNieprawda", "Prawda"),
        (r"\bbez\b", "z"),
        (r"\bnie(?=sprawdz)", ""),
        (r"^Nie\.", "Tak."),
    ),
    "pt": ((r"\b[Nn]ão (?=\w)", ""), (r"\bsem\b", "com"), (r"\b[Nn]em ", ""), (r"^Não\.", "Sim.")),
    "ro": ((r"\b[Nn]u (?=\w)", ""), (r"\bfără\b", "cu"), (r"\bne(?=verific)", ""), (r"^Nu\.", "Da.")),
    "ru": ((r"\b[Нн]е (?=\w)", ""), (r"\bбез\b", "с"), (r"^Нет\b", "Да")),
    "tr": (
        (r" değil\b(?:dir)?", ""),
        (r"gerektirmez", "gerektirir"),
        (r"geçirilmemiştir", "geçirilmiştir"),
        (r"geçirmeden", "geçirerek"),
        (r"yaşatmadan", "yaşatarak"),
        (r"vermediğinde", "verdiğinde"),
        (r"^Hayır\b", "Evet"),
    ),
    "ur": ((r" نہیں", ""), (r"کے بغیر", "کے ساتھ"), (r"(?<!کے )\bبغیر ", ""), (r"^نہیں", "ہاں"), (r" نہ (?=\S)", " ")),
    "vi": ((r"\b[Kk]hông còn ", "vẫn "), (r"\b[Kk]hông (?!còn)", ""), (r"\b[Cc]hưa ", "đã "), (r"^Không\.", "Có.")),
    "zh": ((r"不再", "仍"), (r"不必", "必须"), (r"并非", "正是"), (r"尚未", "已"), (r"没有", "有"), (r"^不是", "是")),
}
# What says “may” and “can”, and what says “must” in its place.
MODALS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": ((r"\bقد (?=[تي])", "يجب أن "), (r"\bفقد (?=[تي])", "فيجب أن "), (r"\bيمكن\b", "يجب")),
    "bn": ((r"(?<=তে) পারে(?:ন)?", " হবে"), (r"করা যায়", "করতে হয়")),
    "de": (
        (r"\bk(?:önnte|ann)\b", "muss"),
        (r"\bKann\b", "Muss"),
        (r"\bkönnen\b", "müssen"),
        (r"\bMöglicherweise\b", "Sicher"),
    ),
    "es": (
        (r"\bp(?:odría|uede)\b", "debe"),
        (r"\bpueden\b", "deben"),
        (r"\bpueda\b", "deba"),
        (r"\bEs posible que\b", "Es seguro que"),
    ),
    "fr": (
        (r"\bp(?:ourrait|eut)\b", "doit"),
        (r"\bpeuvent\b", "doivent"),
        (r"\bPeut-on\b", "Doit-on"),
        (r"\bIl est possible que\b", "Il est certain que"),
    ),
    "hi": (
        (r"हो सकता है कि", "यह पक्का है कि"),
        (r"पड़ सकती है", "पड़ती है"),
        (r"की जा सकती है", "की जानी चाहिए"),
        (r"किया जा सकता है", "किया जाना चाहिए"),
        (r"कर सकता है", "को करना होगा"),
    ),
    "ko": (
        (r"필요할 수 있습니다", "꼭 필요합니다"),
        (r"(?<!필요)할 수 있습", "해야 합"),
        (r"할 수 있다", "해야 한다"),
        (r"들릴 수 있", "들려야 하"),
        (r"될 수 있", "되어야 하"),
        (r"받을 수 있", "받아야 하"),
        (r"일 수 있습니다", "입니다"),
        (r"바꿔 줄 수 있", "바꿔 줘야 하"),
    ),
    "pa": (
        (r"ਹੋ ਸਕਦਾ ਹੈ ਕਿ", "ਇਹ ਪੱਕਾ ਹੈ ਕਿ"),
        (r"ਜਾ ਸਕਦਾ ਹੈ", "ਜਾਣਾ ਚਾਹੀਦਾ ਹੈ"),
        (r"ਜਾ ਸਕਦੀ ਹੈ", "ਜਾਣੀ ਚਾਹੀਦੀ ਹੈ"),
        (r"ਪੈ ਸਕਦੀ ਹੈ", "ਪੈਂਦੀ ਹੈ"),
        (r"ਕਰ ਸਕਦਾ ਹੈ", "ਨੂੰ ਕਰਨਾ ਪਵੇਗਾ"),
    ),
    "pl": ((r"\bmoże\b", "musi"), (r"\bmogą\b", "muszą"), (r"\bmożna\b", "trzeba")),
    "pt": (
        (r"\bpode\b", "deve"),
        (r"\bpodem\b", "devem"),
        (r"\bpossa\b", "deva"),
        (r"\bÉ possível que\b", "É certo que"),
    ),
    "ro": (
        (r"\bar putea fi\b", "trebuie să fie"),
        (r"\bSe poate\b", "Trebuie să se"),
        (r"(?<![Ss]e )\bpo(?:ate|t)\b", "trebuie să"),
        (r"\bEste posibil ca\b", "Este sigur că"),
    ),
    "ru": (
        (r"\bможет\b", "должна"),
        (r"\bможно\b", "нужно"),
        (r"\bМожно ли\b", "Нужно ли"),
        (r"\bВозможно, ", "Обязательно "),
    ),
    "tr": (
        (r"\bolabilir\b", "olmalıdır"),
        (r"\bgerekebilir\b", "gerekir"),
        (r"\bgelebilir\b", "gelmelidir"),
        (r"\byapabilir\b", "yapmalıdır"),
        (r"\bedilebilir\b", "edilmelidir"),
        (r"\btekrarlanabilir mi\b", "tekrarlanmalı mı"),
    ),
    "ur": (
        (r"ہو سکتا ہے کہ", "یہ یقینی ہے کہ"),
        (r"جا سکتا ہے", "جانا چاہیے"),
        (r"جا سکتی ہے", "جانی چاہیے"),
        (r"پڑ سکتی ہے", "پڑتی ہے"),
        (r"کر سکتا ہے", "کو کرنا ہوگا"),
    ),
    "vi": ((r"\bcó thể\b", "phải"),),
    "zh": ((r"可能|也许|可以", "必须"), (r"都能(?=做)", "都必须")),
}
# Words for days, weeks and millimetres as the catalogs inflect them, and the other unit in the same form.
UNIT_WORDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": ((r"\bأيام\b", "أسابيع"), (r"\bأسابيع\b", "أيام"), (r"\bأسبوع\b", "يوم"), (r"مليمترات", "سنتيمترات")),
    "bn": ((r"দিন", "সপ্তাহ"), (r"সপ্তাহ", "দিন"), (r"মিলিমিটার", "সেন্টিমিটার")),
    "de": ((r"\bTage(?=n?\b)", "Woche"), (r"\bWochen\b", "Tagen"), (r"Millimetern", "Zentimetern")),
    "es": ((r"\bdías\b", "semanas"), (r"\bsemanas\b", "días"), (r"\bmilímetros\b", "centímetros")),
    "fr": ((r"\bjours\b", "semaines"), (r"\bsemaines\b", "jours"), (r"\bmillimètres\b", "centimètres")),
    "hi": ((r"दिनों", "हफ़्तों"), (r"हफ़्तों", "दिनों"), (r"मिलीमीटर", "सेंटीमीटर")),
    "ko": ((r"(?<=\d)일", "주"), (r"(?<=\d)주", "일"), (r"며칠", "몇 주"), (r"밀리미터", "센티미터")),
    "pa": ((r"ਦਿਨਾਂ", "ਹਫ਼ਤਿਆਂ"), (r"ਹਫ਼ਤਿਆਂ", "ਦਿਨਾਂ"), (r"ਮਿਲੀਮੀਟਰ", "ਸੈਂਟੀਮੀਟਰ")),
    "pl": ((r"\bdni(?=ach\b)", "tygodni"), (r"\btygodni(?=ach\b|\b)", "dni"), (r"\bmilimetrów\b", "centymetrów")),
    "pt": ((r"\bdias\b", "semanas"), (r"\bsemanas\b", "dias"), (r"\bmilímetros\b", "centímetros")),
    "ro": ((r"\bzile\b", "săptămâni"), (r"\bsăptămâni\b", "zile"), (r"\bmilimetri\b", "centimetri")),
    "ru": (
        (r"\bдней\b", "недель"),
        (r"\bнедел(?:и|ю)\b", "дня"),
        (r"\bнедель\b", "дней"),
        (r"\bмиллиметров\b", "сантиметров"),
    ),
    "tr": ((r"\bgün(?=de\b)", "hafta"), (r"\bhafta(?=da\b| )", "gün"), (r"\bmilimetrelik\b", "santimetrelik")),
    "ur": ((r"\bدنوں?\b", "ہفتوں"), (r"\bہفتوں\b", "دنوں"), (r"ملی ?میٹر", "سینٹی میٹر")),
    "vi": ((r"\bngày\b", "tuần"), (r"\btuần\b", "ngày"), (r"\bmilimét\b", "xentimét")),
    "zh": ((r"(?<=\d)天|几天", "周"), (r"(?<=\d)周", "天"), (r"毫米", "厘米")),
}
# “From 1 to 2” with a word in place of the dash, which is as good.
RANGE_WORDS: Mapping[str, str] = {
    "ar": " إلى ", "bn": " থেকে ", "de": " bis ", "es": " a ", "fr": " à ", "hi": " से ", "ko": "에서 ", "pa": " ਤੋਂ ",
    "pl": " do ", "pt": " a ", "ro": " până la ", "ru": " до ", "tr": " ila ", "ur": " سے ", "vi": " đến ", "zh": "至",
}  # fmt: skip
# ECMISS by its sound or spelt letter by letter, where a translator might have thought that it needs to be.
TRANSLITERATED: Mapping[str, str] = {
    "ar": "إكميس", "bn": "ইসিএমআইএসএস", "hi": "ईसीएमआईएसएस", "ko": "이씨엠아이에스에스", "pa": "ਈਸੀਐਮਆਈਐਸਐਸ",
    "ru": "ЭКМИСС", "ur": "ای سی ایم آئی ایس ایس", "zh": "艾克米斯",
}  # fmt: skip
# Letters of another alphabet, or another language's form of the letter, that look the same or nearly so.
_LATIN_CYRILLIC = ("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
LOOKALIKES: Mapping[str, tuple[str, str]] = {
    "ar": ("يكه", "یکہ"),
    "bn": ("কখগতদনপবমযরলস", "कखगतदनपबमयरलस"),
    "hi": ("कखगतदनपबमयरलस", "কখগতদনপবমযরলস"),
    "ko": ("ACEIMSO", "АСЕІМЅО"),
    "pa": ("ਕਖਗਤਦਨਪਬਮਯਰਲਸ", "कखगतदनपबमयरलस"),
    "ru": (_LATIN_CYRILLIC[1], _LATIN_CYRILLIC[0]),
    "ur": ("یکہ", "يكه"),
    "zh": ("术疗医药体这过为们经复统", "術療醫藥體這過為們經復統"),
}
# The marks of a script, and the ASCII marks that a keyboard gives instead.
ASCII_MARKS: Mapping[str, tuple[str, str]] = {
    "Arab": ("،؛", ",;"),
    "Hans": ("，；：、", ",;:,"),
}
END_MARKS: Mapping[str, tuple[str, str]] = {
    "ar": ("؟", "?"), "bn": ("।", "."), "hi": ("।", "."), "pa": ("।", "."), "ur": ("۔؟", ".?"), "zh": ("。？", ".?"),
}  # fmt: skip
NATIVE_DIGITS: Mapping[str, str] = {
    "ar": "٠١٢٣٤٥٦٧٨٩", "bn": "০১২৩৪৫৬৭৮৯", "hi": "०१२३४५६७८९", "pa": "੦੧੨੩੪੫੬੭੮੯", "ur": "۰۱۲۳۴۵۶۷۸۹",
}  # fmt: skip
# Pairs that are wrong in a language whose own are not “…”.
FOREIGN_QUOTES: Mapping[str, tuple[str, ...]] = {
    "ar": ("„“", "「」"), "de": ("“”", "”“"), "fr": ("„“", "»«"),
    "pl": ("“”", "”„"), "ro": ("“”", "”„"), "ru": ("”“", "»«"),
}  # fmt: skip

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
_RANGE = re.compile(r"(\d+(?:[.,٫]\d+)?)( ?[–-] ?| à | a )(\d+(?:[.,٫]\d+)?)")


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
        _tidy, _said_otherwise(NEGATIONS, message, field.locale, lambda source: bool(_NEGATIVE.search(source)))
    )


def a_negation_lost_that_english_has_not(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the opposite of what the source says without a “not”: treatments fail, do not help."""
    yield from map(
        _tidy, _said_otherwise(NEGATIONS, message, field.locale, lambda source: not _NEGATIVE.search(source))
    )


def may_becomes_must(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with an obligation or a certainty where the source says “may” or “might”."""
    yield from _said_otherwise(MODALS, message, field.locale, lambda source: bool(_MAY.search(source)))


def can_becomes_must(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with an obligation where the source says “can”."""
    yield from _said_otherwise(
        MODALS, message, field.locale, lambda source: bool(_CAN.search(source)) and not _MAY.search(source)
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


_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def a_link_lost(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with the link's words only, or its address only, or with a space that breaks it."""
    yield _LINK.sub(random.choice((r"\1", r"\2", r"[\1] (\2)", r"[\1]（\2）")), message.translation)


def a_link_without_words(message: Message, field: Field, random: Random) -> Iterator[str]:
    """Yield the message with a link that has nothing to press."""
    yield _LINK.sub(r"\1[](\2)", message.translation)


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
    ours, theirs = _LATIN_CYRILLIC if latin else LOOKALIKES.get(field.locale.language, ("", ""))
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


# --- the kinds --------------------------------------------------------------------------------------------------


def _codes(*codes: str) -> frozenset[str]:
    return frozenset(codes)


_NUMBERS = _codes("numbers-differ")
_UNITS = _codes("units-differ", "numbers-differ")
_NAMES = _codes("name-changed")
_MARKUP = _codes("markup-differs", "markup-not-allowed")
_LINKS = _codes("link-differs", "link-text-empty", "link-scheme", "markup-differs")
_PLACEHOLDERS = _codes("placeholders-differ")
_LETTERS = _codes("homoglyph", "wrong-script", "compatibility-character", "name-changed")
_HIDDEN = _codes("invisible-character", "control-character")
_QUOTATION = _codes("typography-quotes", "quotes-differ")
_SPACING = _codes("typography-spacing")
_MARKS = _codes("typography-marks")
_END = _codes("end-punctuation", "typography-marks")
_LEFT = _codes("untranslated-residue")
_NEGATION = _codes("negation-differs")
_MODALITY = _codes("modality-differs")
_TERMS = _codes("term-avoided", "term-missing")

KINDS: tuple[Kind, ...] = (
    Kind(name="a digit changed", plant=a_digit_changed, codes=_NUMBERS),
    Kind(name="a digit changed in a measure", plant=a_digit_changed, codes=_NUMBERS, dress=measured),
    Kind(name="a number dropped", plant=a_number_dropped, codes=_NUMBERS),
    Kind(name="a decimal mark moved", plant=a_decimal_mark_moved, codes=_NUMBERS, dress=measured),
    Kind(name="the end of a range changed", plant=a_range_s_end_changed, codes=_NUMBERS, dress=measured),
    Kind(name="a range turned round", plant=a_range_turned_round, codes=_NUMBERS, dress=measured),
    Kind(name="a unit exchanged beside its number", plant=a_unit_exchanged, codes=_UNITS, dress=measured),
    Kind(name="a unit’s word exchanged", plant=a_unit_word_exchanged, codes=_UNITS),
    Kind(name="a name misspelt", plant=a_name_misspelt, codes=_NAMES),
    Kind(name="a name dropped", plant=a_name_dropped, codes=_NAMES),
    Kind(name="a name transliterated", plant=a_name_transliterated, codes=_NAMES),
    Kind(name="a term exchanged", plant=a_term_exchanged, codes=_TERMS),
    Kind(name="a term left out", plant=a_term_left_out, codes=_TERMS),
    Kind(name="a negation lost", plant=a_negation_lost, codes=_NEGATION),
    Kind(name="a negation lost that English has not", plant=a_negation_lost_that_english_has_not, codes=_NEGATION),
    Kind(name="“may” turned into “must”", plant=may_becomes_must, codes=_MODALITY),
    Kind(name="“can” turned into “must”", plant=can_becomes_must, codes=_MODALITY),
    Kind(name="strong lost", plant=strong_lost, codes=_MARKUP, dress=marked),
    Kind(name="strong broken", plant=strong_broken, codes=_MARKUP, dress=marked),
    Kind(name="a link lost", plant=a_link_lost, codes=_LINKS, dress=marked),
    Kind(name="a link without words", plant=a_link_without_words, codes=_LINKS, dress=marked),
    Kind(name="an address changed", plant=an_address_changed, codes=_LINKS, dress=marked),
    Kind(name="an address that is none", plant=an_unsafe_address, codes=_LINKS, dress=marked),
    Kind(name="an HTML tag", plant=an_html_tag, codes=_MARKUP),
    Kind(name="a placeholder lost", plant=a_placeholder_lost, codes=_PLACEHOLDERS),
    Kind(name="a placeholder misspelt", plant=a_placeholder_misspelt, codes=_PLACEHOLDERS),
    Kind(name="a letter of another alphabet", plant=a_lookalike_letter, codes=_LETTERS),
    Kind(name="letters decomposed", plant=letters_decomposed, codes=_LETTERS),
    Kind(name="letters broken", plant=letters_broken),
    Kind(name="an invisible character", plant=an_invisible_character, codes=_HIDDEN),
    Kind(name="straight quotation marks", plant=straight_quotes, codes=_QUOTATION),
    Kind(name="another language’s quotation marks", plant=quotes_of_another_language, codes=_QUOTATION),
    Kind(name="a quotation mark lost", plant=a_quotation_mark_lost, codes=_QUOTATION),
    Kind(name="a bracket lost", plant=a_bracket_lost, codes=_codes("brackets-differ", "typography-marks")),
    Kind(name="the end mark lost", plant=an_end_mark_lost, codes=_END),
    Kind(name="the end mark changed", plant=an_end_mark_changed, codes=_END),
    Kind(name="an end mark of another script", plant=an_end_mark_of_another_script, codes=_END),
    Kind(name="¿ lost", plant=an_opening_mark_lost, codes=_MARKS),
    Kind(name="an ASCII comma", plant=an_ascii_mark, codes=_MARKS | _SPACING),
    Kind(name="a space too many", plant=a_space_too_many, codes=_SPACING),
    Kind(name="a French space lost", plant=a_french_space_lost, codes=_SPACING),
    Kind(name="the source text again", plant=the_source_again, codes=_LEFT),
    Kind(name="half translated", plant=half_translated),
    Kind(name="a sentence not translated", plant=a_sentence_not_translated),
    Kind(name="a word not translated", plant=a_word_not_translated),
    Kind(name="another message’s words", plant=another_units_words),
    Kind(name="another language’s words", plant=another_languages_words),
    Kind(name="the last third cut off", plant=the_end_cut_off),
    Kind(name="a sentence lost", plant=a_sentence_lost),
    Kind(name="a word twice", plant=a_word_twice),
    Kind(name="the same source in other words", plant=said_otherwise, codes=_codes("inconsistent")),
    Kind(name="a label too long", plant=a_label_too_long, codes=_codes("too-long")),
)

# --- the controls -----------------------------------------------------------------------------------------------


def native_digits(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message with the digits of its script, where it has its own and they stand in no Latin word."""
    digits = NATIVE_DIGITS.get(locale.language)
    if not digits:
        return None

    def native(match: re.Match[str]) -> str:
        return "".join(digits[int(char)] for char in match[0])

    return replace(message, translation=re.sub(r"(?<![A-Za-z\d-])\d+(?![A-Za-z])", native, message.translation))


def ranges_in_words(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the measured message with a word in place of the dash in ranges."""
    found, word = measured(message, locale, number), RANGE_WORDS.get(locale.language)
    if found is None or word is None:
        return None
    return replace(found, translation=re.sub(r"(?<=\d)[–-](?=\d)", word, found.translation))


def unbroken_units(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message with no-break spaces behind numbers."""
    return replace(message, translation=re.sub(r"(?<=\d) (?=[^\W\d])", "\u00a0", message.translation))


def marks_elsewhere(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the marked message with its strong word linked and its linked word strong: another order of words."""
    found = marked(message, locale, number)
    if found is None:
        return None
    linked = _LINK.sub(r"**\1**", found.translation)
    words = re.sub(r"\*\*(.+?)\*\*", r"[\1](https://example.org/spine)", linked, count=1)
    return replace(found, translation=words)


def as_it_is(message: Message, locale: Locale, number: int) -> Message | None:
    """Return the message."""
    return message


CONTROLS: Mapping[str, Dress] = {
    "as they are": as_it_is,
    "with a measure": measured,
    "with strong words and links": marked,
    "strong and linked words in another order": marks_elsewhere,
    "native digits": native_digits,
    "ranges in words": ranges_in_words,
    "no-break spaces before units": unbroken_units,
}

# --- running ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Corpus:
    """The project and its catalogs, of which only what may be printed is kept, and the room that drawings have."""

    project: Project
    rooms: Mapping[str, tuple[Room, ...]]
    catalogs: Mapping[Locale, Catalog]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a checker says of a message."""

    code: str
    words: str
    severity: Severity | None = None


# All that a checker says of a catalog, by unit; it may leave out all but some units that it is asked about.
Findings: TypeAlias = Mapping[str, frozenset[Finding]]
Checker: TypeAlias = Callable[[Catalog, Collection[str]], Findings]
# How often a code was said of each control in each locale.
Alarms: TypeAlias = Mapping[str, Mapping[Locale, Counter[tuple[str, Severity | None]]]]


def load_corpus(root: Path = ROOT, locales: Iterable[str] = ()) -> Corpus:
    """Return the catalogs of the project in `root`, or those of `locales` only."""
    sources = FolderSources(root)
    project = load_project(sources, Report())
    wanted = [Locale.parse(name) for name in locales] or list(project.translations)
    catalogs = {}
    for locale in wanted:
        catalog = load_catalog(locale, sources, Report())
        usable = {unit: message for unit, message in catalog.messages.items() if message.usable}
        catalogs[locale] = replace(catalog, messages=usable)
    return Corpus(project, label_rooms(project.article, sources), catalogs)


def ours(corpus: Corpus) -> Checker:
    """Return the checks of `verify/message` as a checker."""
    project = corpus.project

    def check(catalog: Catalog, units: Collection[str]) -> Findings:
        report = Report()
        check_messages(_around(catalog, units), project.source, project.glossary, corpus.rooms, report)
        return _by_unit((problem.unit or "", _finding(problem)) for problem in report)

    return check


def _around(catalog: Catalog, units: Collection[str]) -> Catalog:
    """Return the messages asked about and those that say or mean the same: a check looks at no others."""
    asked = [catalog.messages[unit] for unit in units]
    sources, translations = {message.source for message in asked}, {message.translation for message in asked}
    near = {
        unit: message
        for unit, message in catalog.messages.items()
        if message.source in sources or message.translation in translations
    }
    return replace(catalog, messages=near)


def _finding(problem: Problem) -> Finding:
    return Finding(problem.code, problem.message, problem.severity)


def pofilter(project: Project) -> Checker:
    """Return pofilter’s checks as a checker: all of them, told the language and the names of one word."""
    checks, storage = import_module("translate.filters.checks"), import_module("translate.storage.pypo")
    names = [name for name in project.glossary.names if name.isalpha()]
    classes = [checks.StandardChecker, checks.StandardUnitChecker]

    def check(catalog: Catalog, units: Collection[str]) -> Findings:
        language = "zh_CN" if catalog.locale.name == "zh_Hans" else catalog.locale.name
        config = checks.CheckerConfig(targetlanguage=language, notranslatewords=names)
        checker = checks.TeeChecker(checkerconfig=config, checkerclasses=classes, languagecode=language)
        found = []
        for unit in units:
            message = catalog.messages[unit]
            entry = storage.pounit(message.source)
            entry.target = message.translation
            found += [(unit, Finding(test, str(words))) for test, words in checker.run_filters(entry).items()]
        return _by_unit(found)

    return check


def _by_unit(found: Iterable[tuple[str, Finding]]) -> Findings:
    units: defaultdict[str, set[Finding]] = defaultdict(set)
    for unit, finding in found:
        units[unit].add(finding)
    return {unit: frozenset(findings) for unit, findings in units.items()}


def outcomes(corpus: Corpus, checkers: Sequence[Checker], kinds: Sequence[Kind] = KINDS) -> list[Outcome]:
    """Plant the faults, some of one kind at a time in one catalog, and return what became of each.

    The first checker's findings decide; a second one is pofilter.
    """
    found = []
    for catalog in corpus.catalogs.values():
        baselines: dict[Dress | None, tuple[Catalog, list[Findings]]] = {}
        for kind in kinds:
            if kind.dress not in baselines:
                base = catalog if kind.dress is None else dressed(catalog, kind.dress)
                baselines[kind.dress] = base, [check(base, base.messages) for check in checkers]
            base, before = baselines[kind.dress]
            for chosen in _rounds(plant(kind, base, corpus)):
                faulty = replace(base, messages={**base.messages, **{one.message.unit: one.message for one in chosen}})
                after = [check(faulty, [one.message.unit for one in chosen]) for check in checkers]
                found += [_outcome(one, before, after) for one in chosen]
    return found


def dressed(catalog: Catalog, dress: Dress) -> Catalog:
    """Return the catalog's messages dressed; those that cannot be are left out."""
    new = (dress(message, catalog.locale, number) for number, message in enumerate(catalog.messages.values()))
    return replace(catalog, messages={message.unit: message for message in new if message})


def plant(kind: Kind, catalog: Catalog, corpus: Corpus) -> list[Planted]:
    """Return up to `PER_LOCALE` faults of a kind, in as many different messages as can be."""
    locale = catalog.locale
    field = Field(locale, catalog, _neighbour(locale, corpus), corpus.project.glossary)
    ranked: list[tuple[int, float, Message]] = []
    for unit, message in catalog.messages.items():
        random = Random(f"{locale.name}:{unit}:{kind.name}")  # chance is what is wanted here
        variants = dict.fromkeys(words for words in kind.plant(message, field, random) if words != message.translation)
        order = random.sample(range(len(variants)), len(variants))
        for rank, words in zip(order, variants, strict=True):
            if words.strip():
                ranked.append((rank, random.random(), replace(message, translation=words)))
    ranked.sort(key=lambda item: item[:2])
    return [Planted(kind, locale, message) for _, _, message in ranked[:PER_LOCALE]]


def _neighbour(locale: Locale, corpus: Corpus) -> Catalog:
    """Return the next catalog in the same script, or the next of all: its words are the easiest to take for ours."""
    ring = [*corpus.catalogs.values()] * 2
    place = list(corpus.catalogs).index(locale) + 1
    following = ring[place : place + len(corpus.catalogs) - 1] or ring[:1]
    return next((catalog for catalog in following if catalog.locale.script == locale.script), following[0])


def _rounds(planted: Sequence[Planted]) -> Iterator[list[Planted]]:
    """Yield the faults in groups that have no message twice."""
    left = list(planted)
    while left:
        group = {one.message.unit: one for one in reversed(left)}
        yield list(group.values())
        left = [one for one in left if group[one.message.unit] is not one]


def _outcome(one: Planted, before: Sequence[Findings], after: Sequence[Findings]) -> Outcome:
    unit, nothing = one.message.unit, frozenset[Finding]()
    new = [late.get(unit, nothing) - early.get(unit, nothing) for early, late in zip(before, after, strict=True)]
    counted = [finding.severity for finding in new[0] if not one.kind.codes or finding.code in one.kind.codes]
    severity = next((severity for severity in Severity if severity in counted), None)
    theirs = sorted({finding.code for finding in new[1]}) if len(new) > 1 else []
    return Outcome(one, severity, tuple(sorted({finding.code for finding in new[0]})), tuple(theirs))


def alarms(corpus: Corpus, check: Checker) -> Alarms:
    """Return what is said of the controls: of the catalogs, and of what each other control adds to that."""
    found: dict[str, dict[Locale, Counter[tuple[str, Severity | None]]]] = {name: {} for name in CONTROLS}
    for locale, catalog in corpus.catalogs.items():
        before = check(catalog, catalog.messages)
        for name, dress in CONTROLS.items():
            control = dressed(catalog, dress)
            new = check(control, control.messages)
            if dress is not as_it_is:
                known = {unit: {finding.code for finding in findings} for unit, findings in before.items()}
                new = {u: frozenset(f for f in found if f.code not in known.get(u, ())) for u, found in new.items()}
            found[name][locale] = Counter((finding.code, finding.severity) for of in new.values() for finding in of)
    return found


# --- tables -----------------------------------------------------------------------------------------------------


def recall_table(found: Sequence[Outcome]) -> list[str]:
    """Return a row for each kind of fault: planted, found, how severe, and what pofilter finds."""
    theirs = any(outcome.pofilter for outcome in found)
    head = [
        "Fault",
        "planted",
        "found",
        "error",
        "warning",
        "hint",
        *(["any new finding", "pofilter"] if theirs else []),
    ]
    rows = []
    for name, of in _grouped(found, lambda outcome: outcome.planted.kind.name).items():
        by = Counter(outcome.severity for outcome in of)
        row = [
            name,
            str(len(of)),
            _share(len(of) - by[None], len(of)),
            *(str(by[severity] or "") for severity in Severity),
        ]
        if theirs:
            row.append(_share(sum(bool(outcome.codes) for outcome in of), len(of)))
            row.append(_share(sum(bool(outcome.pofilter) for outcome in of), len(of)))
        rows.append(row)
    return _table(head, rows)


def locale_table(found: Sequence[Outcome], locales: Sequence[Locale]) -> list[str]:
    """Return a row for each kind, a column for each locale: how many were found, of how many where some were not."""
    rows = []
    for name, of in _grouped(found, lambda outcome: outcome.planted.kind.name).items():
        row = [name]
        for locale in locales:
            here = [outcome.severity is not None for outcome in of if outcome.planted.locale == locale]
            row.append("" if not here else str(len(here)) if all(here) else f"**{sum(here)}**/{len(here)}")
        rows.append(row)
    return _table(["Fault", *(locale.tag for locale in locales)], rows)


def alarm_table(found: Mapping[Locale, Counter[tuple[str, Severity | None]]]) -> list[str]:
    """Return a row for each code, a column for each locale."""
    codes = sorted({code for counts in found.values() for code in counts}, key=lambda code: (str(code[1]), code[0]))
    rows = []
    for code in codes:
        counts = [of[code] for of in found.values()]
        rows.append(
            [f"`{code[0]}`", code[1].value if code[1] else "", str(sum(counts)), *(str(n or "") for n in counts)]
        )
    return _table(["Finding", "severity", "all", *(locale.tag for locale in found)], rows) if rows else ["None."]


def control_table(found: Alarms) -> list[str]:
    """Return a row for each control: how many findings of each severity there are in all locales."""
    rows = []
    for name, of in found.items():
        total = sum(of.values(), Counter[tuple[str, Severity | None]]())
        by = Counter(
            {severity: sum(n for (_, other), n in total.items() if other is severity) for severity in Severity}
        )
        codes = ", ".join(f"`{code}` {count}" for (code, _), count in sorted(total.items(), key=str))
        rows.append([name, *(str(by[severity]) for severity in Severity), codes])
    return _table(["Control", "errors", "warnings", "hints", "which"], rows)


def _grouped(found: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in found:
        groups.setdefault(key(outcome), []).append(outcome)
    return groups


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole} %"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    ruler = ["---", *("--:" for _ in head[1:])]
    return [f"| {' | '.join(row)} |" for row in (head, ruler, *rows)]


def main() -> None:
    """Plant, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--locale", action="append", default=[], help="one language only; may be given again")
    parser.add_argument("--kind", action="append", default=[], help="kinds whose name has this; may be given again")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--pofilter", action="store_true", help="ask pofilter, too")
    parser.add_argument("--markdown", action="store_true", help="write the tables of docs/checks.md")
    given = parser.parse_args()

    corpus = load_corpus(locales=given.locale)
    kinds = [kind for kind in KINDS if not given.kind or any(part in kind.name for part in given.kind)]
    both = given.pofilter or given.markdown
    checkers = [ours(corpus), *([pofilter(corpus.project)] if both else [])]
    found, controls = outcomes(corpus, checkers, kinds), alarms(corpus, checkers[0])
    lines = [
        "### Faults found\n", *recall_table(found),
        "\n### Faults found, by language\n", *locale_table(found, list(corpus.catalogs)),
        "\n### Findings on the catalogs as they are\n", *alarm_table(controls["as they are"]),
        "\n### Findings on the controls: what they add to that\n", *control_table(controls),
    ]  # fmt: skip
    if both:
        lines += ["\n### What pofilter says of the catalogs as they are\n"]
        lines += alarm_table(alarms(corpus, checkers[1])["as they are"])
    if given.markdown:
        before, _, rest = DOCS.read_text("utf-8").partition(_TABLES)
        after = rest.partition(_NO_MORE_TABLES)[2]
        DOCS.write_text(f"{before}{_TABLES}\n\n" + "\n".join(lines) + f"\n\n{_NO_MORE_TABLES}{after}", "utf-8")
    else:
        print("\n".join(lines))
    if given.misses:
        for outcome in found:
            if outcome.severity is None:
                one, said = outcome.planted, ", ".join(outcome.codes) or "nothing"
                print(f"\n{one.kind.name} · {one.locale.tag} · {one.message.unit} · {said}")
                print(f"    {one.message.source}\n    {one.message.translation}")


if __name__ == "__main__":
    main()
