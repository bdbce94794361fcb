"""Characters of translations: other scripts, look-alikes, what nobody sees, and what stands for another character."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message import check_messages
from ecmiss_publish.verify.message.characters import characters, fixed
from ecmiss_publish.verify.message.context import Context
from tests.support import a_catalog, a_message, codes

EN = Locale.parse("en")


def found(translation: str, locale: str, source: str = "words", names: tuple[str, ...] = ()) -> list[Problem]:
    """Return what the check says of a message."""
    message, report = a_message(source, translation), Report()
    characters(message, Context.of(a_catalog(message, locale=locale), EN, Glossary(names=names), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("es", "Columna año ¿qué? 5 µm, 3 μm, α y TNF-α, β-lactama, 10 Ω"),
        ("de", "Wirbelsäule, Maß, Ångström; 37 °C"),
        ("vi", "Cột sống lưng của bạn"),
        ("ru", "Позвоночник ECMISS, L4-L5, IT-специалист"),
        ("sr", "Кичма"),
        ("sr_Latn", "Kičma"),
        ("el", "Σπονδυλική στήλη ECMISS"),
        ("ar", "العمود الفقري ECMISS \u2066L4\u2069\u200f"),
        ("fa", "می\u200cشود"),
        ("ur", "ریڑھ کی ہڈی، مؤثر، نقطۂ نظر"),
        ("he", "עמוד השדרה"),
        ("hi", "क्\u200dष, ज़रूरी"),
        ("bn", "মেরুদণ্ড র\u200d্যাম"),
        ("pa", "ਰੀੜ੍ਹ ਦੀ ਹੱਡੀ"),
        ("zh_Hans", "做ECMISS手术，42岁"),
        ("ja", "椎間板ヘルニアの手術"),
        ("ko", "추간판 탈출증(椎間板脫出症)"),
        ("th", "กระดูก\u200bสันหลัง"),
        ("km", "ឆ្អឹង\u200bខ្នង"),
    ],
)
def test_a_language_in_its_own_letters_is_fine(locale: str, words: str) -> None:
    assert not found(words, locale, source="ECMISS L4-L5 IT")


@pytest.mark.parametrize(
    ("locale", "words", "name"),
    [
        ("es", "La columna позвоночник duele", "Cyrillic"),
        ("de", "Die 脊柱 schmerzt", "Chinese"),
        ("fr", "La σπονδυλική colonne", "Greek"),
        ("ru", "Позвоночник العمود", "Arabic"),
        ("ar", "العمود позвоночник", "Cyrillic"),
        ("hi", "रीढ़ মেরুদণ্ড", "Bengali"),
        ("bn", "মেরুদণ্ড रीढ़", "Devanagari"),
        ("pa", "ਰੀੜ੍ਹ रीढ़", "Devanagari"),
        ("zh_Hans", "脊柱の手术", "Japanese"),
        ("ko", "척추の 수술", "Japanese"),
        ("ja", "脊椎 척추", "Korean"),
        ("tr", "omurga ოთხი", "Georgian"),
    ],
)
def test_letters_of_another_script_are_an_error(locale: str, words: str, name: str) -> None:
    (problem,) = found(words, locale)

    assert (problem.code, problem.severity) == ("wrong-script", Severity.ERROR)
    assert f"is written in {name} letters" in problem.message
    assert Locale(locale).english_name in problem.message


@pytest.mark.parametrize(
    ("locale", "words", "hint"),
    [
        ("de", "Die 脊柱 schmerzt", "write it in Latin letters"),
        ("ru", "Позвоночник العمود", "write it in Cyrillic letters, or in Latin ones where it is a name"),
    ],
)
def test_latin_letters_are_named_once(locale: str, words: str, hint: str) -> None:
    (problem,) = found(words, locale)

    assert problem.hint == hint


@pytest.mark.parametrize(
    ("locale", "words", "strange"),
    [
        ("zh_Hans", "ECMISS治療腰椎", "“療”"),
        ("zh_Hans", "術前检查", "“術”"),
        ("zh_Hant", "术前檢查", "“术”"),
        ("zh_TW", "们", "“们”"),
    ],
)
def test_characters_of_the_other_chinese_are_a_warning(locale: str, words: str, strange: str) -> None:
    (problem,) = found(words, locale, source="ECMISS")

    assert (problem.code, problem.severity) == ("wrong-script", Severity.WARNING)
    assert strange in problem.message


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("zh_Hans", "椎间盘突出症，通过切口；后来，头发和面条"),
        ("zh_Hant", "椎間盤突出症，經由切口；後來，頭髮和麵條，台灣"),
    ],
)
def test_each_chinese_in_its_own_characters_is_fine(locale: str, words: str) -> None:
    assert not found(words, locale)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("es", "infección"),
        ("es", "¿Es"),
        ("pt_BR", "horário"),
        ("tr", "kolaydır"),
        ("ko", "곳"),
        ("ru", "кость"),
        ("zh_Hans", "骨"),
    ],
)
def test_letters_that_were_read_in_another_encoding_are_an_error(locale: str, words: str) -> None:
    misread = words.encode().decode("latin-1")
    report = Report()
    check_messages(a_catalog(a_message("Words", misread), locale=locale), EN, Glossary(), {}, report)

    assert {"broken-letters", "control-character"} & set(codes(report))
    assert report.errors
    if "control-character" not in codes(report):  # a letter of which nothing can be seen cannot be told
        assert any(f"write “{words}”" in (problem.hint or "") for problem in report)


@pytest.mark.parametrize(
    "words",
    ["»Maß«", "GROẞ²", "CAFÉ®", "«É»", "IRMÃ", "fiancé\u00a0», à", "3.ª", "Å°", "groß¹", "20 °C"],
)
def test_capitals_with_marks_behind_them_are_no_broken_letters(words: str) -> None:
    assert not [problem for problem in found(words, "de") if problem.code == "broken-letters"]


def test_letters_that_the_source_has_are_fine():
    assert not found("Die Zeitschrift 脊柱", "de", source="The journal 脊柱")


@pytest.mark.parametrize(
    ("locale", "words", "right", "named"),
    [
        ("es", "Sаrah camina", "“Sarah”", "U+0430 CYRILLIC SMALL LETTER A"),
        ("de", "Die ЕCMISS-Technik", "“ECMISS”", "U+0415 CYRILLIC CAPITAL LETTER IE"),
        ("ru", "Поcле операции", "“После”", "U+0063 LATIN SMALL LETTER C"),
        ("uk", "Пiсля операції", "“Після”", "U+0069 LATIN SMALL LETTER I"),
        ("el", "Mετά την", "“Μετά”", "U+004D LATIN CAPITAL LETTER M"),
        ("fr", "ΕCMISS", "“ECMISS”", "U+0395 GREEK CAPITAL LETTER EPSILON"),
    ],
)
def test_a_look_alike_inside_a_word_is_an_error_with_the_right_word(
    locale: str, words: str, right: str, named: str
) -> None:
    (problem,) = found(words, locale, source="ECMISS")

    assert (problem.code, problem.severity) == ("homoglyph", Severity.ERROR)
    assert named in problem.message
    assert right in (problem.hint or "")


@pytest.mark.parametrize("locale", ["es", "ar", "hi", "zh_Hans"])
@pytest.mark.parametrize("char", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\ue000", "\u0378", "\u3164", "\U000e0041"])
def test_what_nobody_sees_is_an_error_with_its_name(char: str, locale: str) -> None:
    (problem,) = found(f"Wörter{char}hier", locale, source="Wörter hier")

    assert (problem.code, problem.severity) == ("invisible-character", Severity.ERROR)
    assert f"U+{ord(char):04X}" in problem.message
    assert "▯" in problem.message


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("es", "colum\u200cna año"),
        ("es", "columna\u200e año"),
        ("es", "\u2066columna\u2069 año"),
        ("ar", "العمود\u200cالفقري"),
        ("fa", "می \u200cشود"),
        ("ru", "позво\u200dночник"),
    ],
)
def test_joiners_and_marks_of_direction_are_an_error_where_they_do_nothing(locale: str, words: str) -> None:
    assert {problem.code for problem in found(words, locale)} == {"invisible-character"}


@pytest.mark.parametrize("char", ["\ufffd", "\u202e", "\u0007", "\u2028"])
def test_what_the_grammar_of_texts_refuses_is_reported_once(char: str) -> None:
    report = Report()
    check_messages(a_catalog(a_message("Knee", f"Ro{char}dilla")), EN, Glossary(), {}, report)

    assert codes(report) == ["control-character"]


@pytest.mark.parametrize(
    ("locale", "before", "after"),
    [
        ("es", "nin\u0303o", "niño"),
        ("vi", "Co\u0323\u0302t so\u0302\u0301ng", "Cột sống"),
        ("hi", "\u095b\u0930\u0942\u0930\u0940", "\u091c\u093c\u0930\u0942\u0930\u0940"),
        ("bn", "\u09df", "\u09af\u09bc"),
        ("ko", "\u110e\u1165\u11a8\u110e\u116e", "척추"),
        ("de", "ﬁnden", "finden"),
        ("nl", "ĳs", "ijs"),
        ("ar", "ﻋﻤﻮد", "عمود"),
        ("ja", "ﾍﾙﾆｱ", "ヘルニア"),
        ("zh_Hans", "ＭＲＩ检查", "MRI检查"),
        ("ur", "كي هڈي", "کی ہڈی"),
        ("fa", "ستون فقرات كمري", "ستون فقرات کمری"),
        ("ar", "العمود الفقری", "العمود الفقري"),
    ],
)
def test_what_stands_for_another_character_is_reported_and_mended(locale: str, before: str, after: str) -> None:
    problems = found(before, locale, source="MRI")

    assert {problem.code for problem in problems} == {"compatibility-character"}
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert fixed(before, Locale(locale)) == after
    assert not found(after, locale, source="MRI")
    assert fixed(before, Locale(locale), frozenset({"compatibility-character"})) == before


@pytest.mark.parametrize("words", ["ﷺ", "﴿آية﴾", "½ m²", "№ 5", "3 ㎎"])
def test_symbols_stay(words: str) -> None:
    assert fixed(words, Locale("ar")) == words


def test_latin_words_that_are_neither_in_the_source_nor_in_the_glossary_are_a_hint():
    (problem,) = found("عملية discectomy هنا", "ar")

    assert (problem.code, problem.severity) == ("latin-word", Severity.HINT)
    assert "“discectomy”" in problem.message


@pytest.mark.parametrize("words", ["فحص MRI", "عند Richard Wolf", "5 mg", "L4-L5", "فيتامين D", "https://a.org/page"])
def test_latin_words_of_the_source_names_units_and_codes_are_fine(words: str) -> None:
    assert not found(words, "ar", source="MRI scan", names=("Richard Wolf",))


@given(st.text(st.characters(codec="utf-8"), max_size=20), st.sampled_from(["ar", "de", "fa", "hi", "ja", "ru", "ur"]))
def test_mending_gives_normal_form_and_mends_once(words: str, locale: str) -> None:
    once = fixed(words, Locale(locale))

    assert fixed(once, Locale(locale)) == once
    if "\\" not in words and "&" not in words:
        assert unicodedata.is_normalized("NFC", once)
