"""The rules of typography of a locale: a pattern each, and what to write instead.

CLDR has the characters, these have the sense: where a comma stands between the script's own letters it is the
script's own comma; between Latin letters or digits it is not. A rule is here only if what it finds is wrong wherever
it stands; what a language may do one way or another is nobody's mistake.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.verify.message.punctuation import marks
from ecmiss_publish.verify.message.wording import CLOSING, words_of

Remedy: TypeAlias = Callable[[re.Match[str]], str]

SPACING, MARKS, QUOTES, LETTERS = (
    "typography-spacing",
    "typography-marks",
    "typography-quotes",
    "typography-letters",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, what it is and what the language has instead, in words; `remedy` returns what to write.

    A remedy that returns what it was given says that there is nothing to mend after all. A text with none of the
    characters in `about` has nothing for the pattern to find; most texts have none.
    """

    code: str
    about: frozenset[str]
    pattern: re.Pattern[str]
    found: str
    wanted: str
    remedy: Remedy


# Letters and vowel signs, without the script's own punctuation and digits, as ranges of a regular expression.
_HAN = r"\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTERS = {
    "Arab": r"\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f",
    "Armn": r"\u0531-\u0556\u0561-\u0587",
    "Beng": r"\u0980-\u09e3\u09f0\u09f1\u200c\u200d",
    "Deva": r"\u0900-\u0963\u0971-\u097f\u200c\u200d",
    "Ethi": r"\u1200-\u135f",
    "Grek": r"\u0370-\u037d\u0386-\u03ff\u1f00-\u1fff",
    "Guru": r"\u0a00-\u0a65\u0a70-\u0a75\u200c\u200d",
    "Hans": _HAN,
    "Hant": _HAN,
    "Jpan": _HAN,
    "Khmr": r"\u1780-\u17d3",
    "Mymr": r"\u1000-\u103f\u1050-\u109f",
    "Orya": r"\u0b00-\u0b65\u0b71\u200c\u200d",
}
# Words with a point behind them that ends no sentence: titles, units, and names of Latin letters in initials.
_ABBREVIATIONS = words_of(
    """
    डॉ डा प्रो श्री मि कु सुश्री मिमी सेमी मी किमी ग्रा किग्रा मिग्रा मिली ली रु नं सं पृ ई पू
    ए बी सी डी एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई ज़ेड जेड
    ডা ডাঃ ড প্রফে অধ্যা মো মি মিমি সেমি কিমি গ্রা কেজি মিগ্রা মিলি লি টা নং
    এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই জেড
    ਡਾ ਪ੍ਰੋ ਸ੍ਰੀ ਸ਼੍ਰੀ ਸ ਮਿ ਮੀ ਸੈਮੀ ਮਿਮੀ ਕਿਮੀ ਗ੍ਰਾ ਕਿਗ੍ਰਾ ਮਿਗ੍ਰਾ ਮਿਲੀ ਰੁ ਨੰ
    ਏ ਬੀ ਸੀ ਡੀ ਈ ਐਫ ਐੱਫ ਜੀ ਐਚ ਐੱਚ ਆਈ ਜੇ ਕੇ ਐਲ ਐੱਲ ਐਮ ਐੱਮ ਐਨ ਐੱਨ ਓ ਪੀ ਕਿਊ ਆਰ ਐਸ ਐੱਸ ਟੀ ਯੂ ਵੀ ਡਬਲਯੂ ਐਕਸ ਵਾਈ ਜ਼ੈੱਡ
    ڈاکٹر پروفیسر اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ
    """
)
_ARABIC_MARKS = {",": "،", ";": "؛", "?": "؟"}
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
# Languages whose apostrophe is U+2019. In others ' may stand for a letter of its own (Uzbek ʻ, Hawaiian ʻokina).
_APOSTROPHES = words_of(
    """
    af be br ca co cs cy da de en eo es et eu fi fr fy ga gd gl it lb lv mt nb nl nn oc pl pt ro sc sk sq sv tr uk wa
    """
)


_BEHIND = rf"(?=[\s{CLOSING}]|$)"
_CJK = frozenset({"Hans", "Hant", "Jpan"})


@functools.cache
def rules(name: str) -> tuple[Rule, ...]:
    """Return the rules of the locale named so, in the order in which they are to be applied."""
    locale = Locale(name)
    return (*_spacing(locale), *_general_marks(locale), *_marks_of_script(locale), *_letters(locale))


@functools.cache
def native(name: str) -> re.Pattern[str] | None:
    """Return what finds a letter of the locale's script, where rules about marks depend on there being one."""
    script = Locale(name).script
    return re.compile(f"[{_LETTERS[script]}]") if script in _LETTERS else None


def _rule(code: str, about: str, pattern: str, found: str, wanted: str, remedy: str | Remedy) -> Rule:
    def written(match: re.Match[str]) -> str:
        return match.expand(remedy) if isinstance(remedy, str) else remedy(match)

    return Rule(code, frozenset(about), re.compile(pattern), found, wanted, written)


# --- spaces -----------------------------------------------------------------------------------------------------


def _spacing(locale: Locale) -> Iterator[Rule]:
    yield _rule(SPACING, " ", r"(?<=\S) {2,}(?=\S)", "two spaces", "one", " ")
    ends = r"\A[ \u00a0\u202f]+(?=\S)|(?<=\S)[ \u00a0\u202f]+\Z"
    yield _rule(SPACING, " \u00a0\u202f", ends, "a space at the end", "none", "")
    # A ratio, 1 : 4, keeps its spaces, and so does an ellipsis, which stands for a word in some languages.
    french = locale.language == "fr"
    before = r",|\.(?!\.)" if french else r"[,;?!،؛؟۔।॥]|\.(?!\.)|:(?! \d)"
    pattern = rf"(?<=[^\s(\[–—-])[ \u00a0\u202f]+({before}){_BEHIND}"
    yield _rule(SPACING, " \u00a0\u202f", pattern, "a space before the mark", "none", r"\1")
    yield _rule(SPACING, "([¿¡])", r"(?<=[(\[¿¡]) +(?=\S)|(?<=\S) +(?=[)\]])", "a space inside the marks", "none", "")
    if locale.script in _CJK:
        wide = "，。、：；？！（）"
        pattern = r"(?<=[，。、：；？！（]) +(?=\S)|(?<=\S) +(?=[，。、：；？！）])"
        yield _rule(SPACING, wide, pattern, "a space beside a full-width mark", "none", "")
    if french:
        yield from _french_spacing(locale)


def _french_spacing(locale: Locale) -> Iterator[Rule]:
    """The spaces of the Imprimerie nationale, of which either no-break space will do; Québec sets ; ! ? close."""
    without, one = "no no-break space", "one"
    yield _rule(SPACING, "«", r"«(?![\u00a0\u202f]) *(?=\S)", f"{without} behind «", one, "«\u00a0")
    yield _rule(SPACING, "»", r"(?<=[^\s«]) *»", f"{without} before »", one, "\u00a0»")
    yield _rule(SPACING, ":", rf"(?<=[^\s:(\[/]) *:{_BEHIND}", f"{without} before the colon", one, "\u00a0:")
    if locale.name == "fr_CA":
        yield _rule(SPACING, ";!?", rf"(?<=[^\s(\[]) +([;!?]){_BEHIND}", "a space before the mark", "none", r"\1")
    else:
        pattern = rf"(?<=[^\s;!?(\[/]) *([;!?])(?=[!?]|{_BEHIND})"
        yield _rule(SPACING, ";!?", pattern, f"{without} before the mark", one, "\u202f\\1")


# --- marks ------------------------------------------------------------------------------------------------------


def _general_marks(locale: Locale) -> Iterator[Rule]:
    dots = "……" if locale.language in {"ja", "yue", "zh"} else "…"
    yield _rule(MARKS, ".。", r"(?<![.…])\.{3}(?!\.)|。{3,}", "three dots", f"“{dots}”", dots)
    number = r"\d+(?:[.,٫]\d+)?"
    if locale.language == "ko":
        return  # the orthography of 2014 allows a hyphen as well as 1~2
    pattern = rf"(?<![A-Za-z\d.,/+:#-])({number}) ?- ?({number})(?![A-Za-z\d/:-]|[.,٫]\d)"
    wanted = "an en dash" if locale.range_mark == "–" else f"“{locale.range_mark}”"
    as_range = functools.partial(_as_range, mark=locale.range_mark)
    yield _rule(MARKS, "-", pattern, "a hyphen between two numbers", wanted, as_range)


def _as_range(match: re.Match[str], mark: str) -> str:
    """Return 2-3 with `mark` between; what may be a telephone number, a date or a code stays as it is."""
    low, high = match[1], match[2]
    years = len(low) == len(high) == 4
    short = all(number.isdecimal() is False or len(number) <= 3 for number in (low, high))
    coded = any(len(number) > 1 and number.startswith("0") and number.isdecimal() for number in (low, high))
    if not (years or short) or coded or _value(low) >= _value(high):
        return match[0]
    return f"{low}{mark}{high}"


def _value(number: str) -> float:
    return float(number.replace(",", ".").replace("٫", "."))


def _marks_of_script(locale: Locale) -> Iterator[Rule]:
    letters = _LETTERS.get(locale.script)
    if not letters:
        return
    if locale.script == "Arab":
        yield _beside_letters(_ARABIC_MARKS, letters)
    elif locale.script in _CJK:
        wide = {**_FULL_WIDTH, ",": "、"} if locale.language == "ja" else _FULL_WIDTH
        yield _beside_letters(wide, letters, spaces=" *")
        yield _wide_brackets()
    elif locale.language == "el":
        yield _beside_letters({"?": ";"}, letters)
    stop = marks(locale).stop
    if stop not in {"", "."}:
        yield from _stops(stop, letters)


def _beside_letters(table: dict[str, str], letters: str, spaces: str = "") -> Rule:
    """Marks beside the script's own letters, or at the end; never between Latin letters or digits.

    `spaces` go with the mark, for a full-width one has its space in itself.
    """
    found = f"[{re.escape(''.join(table))}]"
    pattern = (
        rf"(?<=[{letters}]){spaces}{found}{spaces}"
        rf"|{spaces}{found}{spaces}(?=\s*[{letters}])"
        rf"|[?!:](?<={found})(?=[{CLOSING}]*$)"
    )
    wanted = f"“{'”, “'.join(table.values())}”"
    return _rule(
        MARKS, "".join(table), pattern, "a mark of another script", wanted, lambda match: table[match[0].strip()]
    )


def _wide_brackets() -> Rule:
    inside = "[^()（）]"
    pattern = (
        rf"(?<=[{_HAN}]) *\(({inside}+)\)"
        rf"|\(({inside}*[{_HAN}]{inside}*)\)"
        rf"|\(({inside}+)\)(?=[{_HAN}])"
        rf"|（({inside}*)\)|\(({inside}*)）"
    )
    return _rule(
        MARKS, "()", pattern, "half-width brackets", "“（…）”", lambda match: f"（{match[match.lastindex or 0]}）"
    )


def _stops(stop: str, letters: str) -> Iterator[Rule]:
    """A point behind the script's own words, and at the end behind any; initials and units keep theirs."""
    spaced = stop != "。"
    ahead = _BEHIND if spaced else r"(?![A-Za-z\d.]) *"
    typed = ".|" if stop == "।" else "."  # the upright stroke looks like a danda

    def ended(match: re.Match[str]) -> str:
        kept = spaced and (len(match[1]) == 1 or match[1] in _ABBREVIATIONS)
        return match[0] if kept else match[1] + stop

    said = ("the full stop of another script", f"“{stop}”")
    yield _rule(MARKS, typed, rf"(?<![{letters}.])([{letters}]+[{CLOSING}]?)[{typed}]{ahead}", *said, ended)
    initial = r"(?<![\s.(][A-Za-z])(?<!^[A-Za-z])"
    yield _rule(MARKS, ".", rf"(?<=[A-Za-z\d%{CLOSING}]){initial}\.(?=[\s{CLOSING}]*$)", *said, stop)


# --- letters ----------------------------------------------------------------------------------------------------


def _letters(locale: Locale) -> Iterator[Rule]:
    if locale.language in {"ro", "mo"}:
        wanted = "“ș” and “ț”, with a comma below"
        yield _rule(LETTERS, "şţŞŢ", "[şţŞŢ]", "a letter with a cedilla", wanted, _with_comma)
    if locale.language in {"az", "tr"} and locale.script == "Latn":
        wanted = "“ş”, with a cedilla"
        yield _rule(LETTERS, "șȘ", "[șȘ]", "a letter with a comma below", wanted, _with_cedilla)
    if locale.language in _APOSTROPHES:
        yield _rule(QUOTES, "'", r"(?<=[^\W\d_])'(?=[^\W_])", "a straight apostrophe", "“’”", "’")
    if locale.script == "Beng":
        yield _rule(MARKS, "৷", "৷", "the numerator sign U+09F7", "“।”", "।")


def _with_comma(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("şţŞŢ", "șțȘȚ"))


def _with_cedilla(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("șȘ", "şŞ"))
