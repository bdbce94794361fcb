"""Typography of translations: what is wrong and what it becomes, language by language, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Report
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.quotation import pairs_of
from ecmiss_publish.verify.message.typography import fixed, typography
from tests.support import a_catalog, a_message, codes

NARROW, WIDE = "\u202f", "\u00a0"  # the no-break spaces of French


def report_on(translation: str, locale: str) -> Report:
    """Return what the check says of a translation."""
    message, report = a_message("source", translation), Report()
    typography(message, Context.of(a_catalog(message, locale=locale), Locale.parse("en"), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return report


MENDED = [
    # locale, code, before, after
    ("es", "typography-quotes", 'El "dolor" es leve', "El «dolor» es leve"),
    ("es", "typography-quotes", "El „dolor“ es leve", "El «dolor» es leve"),
    ("de", "typography-quotes", 'Die "Hernie" ist klein', "Die „Hernie“ ist klein"),
    ("de", "typography-quotes", "Die “Hernie” ist klein", "Die „Hernie“ ist klein"),
    ("de", "typography-quotes", "Die „Hernie” ist klein", "Die „Hernie“ ist klein"),
    ("de", "typography-quotes", '„Hernie" und „Narbe"', "„Hernie“ und „Narbe“"),
    ("de", "typography-quotes", "Die « Hernie » ist klein", "Die „Hernie“ ist klein"),
    ("pl", "typography-quotes", "Mała „przepuklina“", "Mała „przepuklina”"),
    ("pl", "typography-quotes", "Mała “przepuklina”", "Mała „przepuklina”"),
    ("ro", "typography-quotes", 'O "hernie"', "O „hernie”"),
    ("ro", "typography-quotes", "”O hernie„", "„O hernie”"),
    ("ru", "typography-quotes", "Это “грыжа”", "Это «грыжа»"),
    ("ru", "typography-quotes", 'Это "грыжа" и "рубец"', "Это «грыжа» и «рубец»"),
    ("uk", "typography-quotes", 'Це "грижа"', "Це «грижа»"),
    ("sv", "typography-quotes", 'Ett "diskbråck"', "Ett ”diskbråck”"),
    ("fi", "typography-quotes", "Se on “tyrä”", "Se on ”tyrä”"),
    ("pt_BR", "typography-quotes", 'A "hérnia"', "A “hérnia”"),
    ("pt_PT", "typography-quotes", 'A "hérnia"', "A «hérnia»"),
    ("vi", "typography-quotes", 'Bệnh "thoát vị"', "Bệnh “thoát vị”"),
    ("tr", "typography-quotes", 'Bu "fıtık"', "Bu “fıtık”"),
    ("ar", "typography-quotes", 'هذا "فتق" صغير', "هذا «فتق» صغير"),
    ("hi", "typography-quotes", 'यह "हर्निया" है', "यह “हर्निया” है"),
    ("zh_Hans", "typography-quotes", '这是"疝"病', "这是“疝”病"),
    ("zh_Hant", "typography-quotes", "這是“疝”病", "這是「疝」病"),
    ("ja", "typography-quotes", '彼は"痛い"と', "彼は「痛い」と"),
    ("ko", "typography-quotes", '이것은 "탈출증"이다', "이것은 “탈출증”이다"),
    ("fr", "typography-quotes", 'Une "hernie" discale', f"Une «{WIDE}hernie{WIDE}» discale"),
    ("fr", "typography-quotes", "L'opération", "L’opération"),
    ("it", "typography-quotes", "L'intervento", "L’intervento"),
    ("uk", "typography-quotes", "здоров'я", "здоров’я"),
    ("en_GB", "typography-quotes", "It's done", "It’s done"),
    ("fr", "typography-spacing", "Étapes :", f"Étapes{WIDE}:"),
    ("fr", "typography-spacing", "Étapes: une", f"Étapes{WIDE}: une"),
    ("fr", "typography-spacing", "Pourquoi ?", f"Pourquoi{NARROW}?"),
    ("fr", "typography-spacing", "Pourquoi?", f"Pourquoi{NARROW}?"),
    ("fr", "typography-spacing", "Un ; deux", f"Un{NARROW}; deux"),
    ("fr", "typography-spacing", "«Hernie»", f"«{WIDE}Hernie{WIDE}»"),
    ("fr", "typography-spacing", "« Hernie »", f"«{WIDE}Hernie{WIDE}»"),
    ("fr", "typography-spacing", "Un , deux", "Un, deux"),
    ("fr_CA", "typography-spacing", "Pourquoi ?", "Pourquoi?"),
    ("de", "typography-spacing", "Zwei  Worte", "Zwei Worte"),
    ("de", "typography-spacing", " Zwei Worte", "Zwei Worte"),
    ("hi", "typography-spacing", "दर्द\u00a0", "दर्द"),
    ("de", "typography-spacing", "Warum ?", "Warum?"),
    ("es", "typography-spacing", "¿ Duele?", "¿Duele?"),
    ("es", "typography-spacing", "Duele ( poco )", "Duele (poco)"),
    ("hi", "typography-spacing", "दर्द होता है ।", "दर्द होता है।"),
    ("bn", "typography-spacing", "ব্যথা হয় ।", "ব্যথা হয়।"),
    ("ar", "typography-spacing", "ألم ، وجع", "ألم، وجع"),
    ("zh_Hans", "typography-spacing", "疼痛， 麻木", "疼痛，麻木"),
    ("de", "typography-marks", "Warten...", "Warten…"),
    ("zh_Hans", "typography-marks", "等待...", "等待……"),
    ("de", "typography-marks", "in 2-3 Wochen", "in 2–3 Wochen"),
    ("de", "typography-marks", "0,5 - 1,5 cm", "0,5–1,5 cm"),
    ("ru", "typography-marks", "2019-2024 годы", "2019–2024 годы"),
    ("zh_Hans", "typography-marks", "约1-2周", "约1～2周"),
    ("bn", "typography-marks", "১-২ সপ্তাহ", "১–২ সপ্তাহ"),
    ("ar", "typography-marks", "ألم, وجع", "ألم، وجع"),
    ("ar", "typography-marks", "ألم; وجع", "ألم؛ وجع"),
    ("ar", "typography-marks", "هل يؤلم?", "هل يؤلم؟"),
    ("ar", "typography-marks", "ما هي ECMISS?", "ما هي ECMISS؟"),
    ("ar", "typography-marks", "عند 42, أو أكثر", "عند 42، أو أكثر"),
    ("fa", "typography-marks", "درد, سوزش", "درد، سوزش"),
    ("ur", "typography-marks", "درد ہے.", "درد ہے۔"),
    ("ur", "typography-marks", "درد ہے. پھر نہیں۔", "درد ہے۔ پھر نہیں۔"),
    ("hi", "typography-marks", "दर्द होता है.", "दर्द होता है।"),
    ("hi", "typography-marks", "दर्द होता है|", "दर्द होता है।"),
    ("hi", "typography-marks", "जैसे ISMISS.", "जैसे ISMISS।"),
    ("ne", "typography-marks", "दुख्छ.", "दुख्छ।"),
    ("bn", "typography-marks", "ব্যথা হয়. তারপর না।", "ব্যথা হয়। তারপর না।"),
    ("pa", "typography-marks", "ਦਰਦ ਹੁੰਦਾ ਹੈ.", "ਦਰਦ ਹੁੰਦਾ ਹੈ।"),
    ("zh_Hans", "typography-marks", "疼痛,麻木", "疼痛，麻木"),
    ("zh_Hans", "typography-marks", "疼痛: 麻木", "疼痛：麻木"),
    ("zh_Hans", "typography-marks", "会痛.", "会痛。"),
    ("zh_Hans", "typography-marks", "会痛吗?", "会痛吗？"),
    ("zh_Hans", "typography-marks", "核磁共振(MRI)检查", "核磁共振（MRI）检查"),
    ("zh_Hans", "typography-marks", "ECMISS: 概述", "ECMISS：概述"),
    ("ja", "typography-marks", "痛み,しびれ", "痛み、しびれ"),
    ("el", "typography-marks", "Πονάει?", "Πονάει;"),
    ("my", "typography-marks", "နာသည်.", "နာသည်။"),
    ("am", "typography-marks", "ያማል.", "ያማል።"),
    ("ro", "typography-letters", "Afecţiunile şi Ţesutul", "Afecțiunile și Țesutul"),
    ("tr", "typography-letters", "iyileșme", "iyileşme"),
]
RIGHT = [
    ("es", "¿Duele? ¡No! «Sí», dijo “ella”."),
    ("es", "(?) sin pregunta"),
    ("fr", f"«{WIDE}Hernie{WIDE}»{NARROW}: oui{WIDE}; non{NARROW}! Vraiment{WIDE}?"),
    ("fr", "à 10:30, voir https://a.org/x?y=1;z l’ECMISS (?)"),
    ("fr", f"«{WIDE}Il a dit “oui”{WIDE}»"),
    ("fr_CA", f"Pourquoi? Oui{WIDE}: «{WIDE}non{WIDE}»!"),
    ("fr_CH", f"«{NARROW}Oui{NARROW}»{NARROW}!"),
    ("de", "„Ja“, sagte sie. »Nein«, sagte er. Im Verhältnis 1 : 4. 5 … 6"),
    ("de_CH", "«Ja», sagte sie."),
    ("pl", "„Tak, «ona» też”, powiedziała."),
    ("ro", "„Da, «ea»”, a spus; și țesut"),
    ("ru", "«Да, „нет“», — сказала она."),
    ("sv", "”Ja”, sa hon. »Nej»."),
    ("hu", "„Igen”, mondta."),
    ("lt", "„Taip“, pasakė ji."),
    ("he", 'צה״ל וגם צה"ל ”כן”'),
    ("ar", "«نعم»، قال. هل يؤلم؟ L4, L5؛ 1,000 و 3.5 و(1, 2)"),
    ("ur", "درد، سوزش؛ کیا؟ ایم. خان نے کہا۔ L4, L5"),
    ("fa", "درد، سوزش؛ «چرا؟»"),
    ("hi", "सारा एम., 42 साल। डॉ. वर्मा। 1.5 सेमी. का चीरा। 2–3 दिन, 5-वर्षीय"),
    ("mr", "दुखते. नाही."),
    ("bn", "ডা. রহমান এসেছেন। ১.৫ সেমি"),
    ("pa", "ਡਾ. ਸਿੰਘ ਆਏ ਹਨ।"),
    ("zh_Hans", "Sarah M.，42岁：（MRI）“好”。L4-L5, L5-S1；网址 {address} 的二维码"),
    ("zh_Hant", "她說：「好『的』」。"),
    ("ja", "「はい」と言った。MRI、CT（検査）"),
    ("ko", "“네”라고 말했다. 안내문(PDF), 1-2주나 1~3주: 예~아니요"),
    ("th", "ใช่ “ไม่” 2–3 วัน"),
    ("vi", "“Vâng”, 2–3 tuần. Gọi 555-1234."),
    ("el", "Πονάει; «Ναι»."),
    ("uz", "O'zbek tili, o‘g‘il"),  # letters, not apostrophes
    ("de", 'am 2024-05-06, Telefon 030-1234, COVID-19, L4-5, 12-11, 007-100, 5" lang'),
    ("de", "{page}: siehe [hier](https://a.org/a,b?c=...)"),
    ("es", r"2 \* 3 y &quot;x&quot;"),
    ("en_GB", "the patients' notes, ’tis"),
]
LEFT_TO_A_PERSON = [
    ("es", "typography-marks", "Duele?", "¿ (U+00BF)"),
    ("es", "typography-marks", "Si duele, ¿qué hago", "? or !"),
    ("es", "typography-marks", "Alto!", "¡ (U+00A1)"),
    ("de", "typography-quotes", 'Er sagte "ja', "„ or “ (U+201C"),
    ("de", "typography-quotes", "Er sagte 'ja'", "write „ja“"),
    ("pl", "typography-quotes", "Powiedział 'tak' i", "write „tak”"),
]


@pytest.mark.parametrize(("locale", "code", "before", "after"), MENDED)
def test_what_is_wrong_is_reported_and_mended(locale: str, code: str, before: str, after: str) -> None:
    found = report_on(before, locale)

    assert set(codes(found)) == {code}
    assert any("check --fix" in (problem.hint or "") for problem in found)
    assert fixed(before, Locale(locale)) == after
    assert not list(report_on(after, locale))


@pytest.mark.parametrize(("locale", "words"), RIGHT)
def test_what_is_right_is_left_alone(locale: str, words: str) -> None:
    assert not list(report_on(words, locale))
    assert fixed(words, Locale(locale)) == words


@pytest.mark.parametrize(("locale", "code", "words", "remedy"), LEFT_TO_A_PERSON)
def test_what_has_no_certain_remedy_is_reported_only(locale: str, code: str, words: str, remedy: str) -> None:
    report = report_on(words, locale)

    assert codes(report) == [code]
    assert remedy in (next(iter(report)).hint or "")
    assert fixed(words, Locale(locale)) == words


def test_both_sides_are_shown_and_the_character_to_type_is_named() -> None:
    (problem,) = report_on("Étapes :", "fr")

    assert problem.message == "“Étapes :” has no no-break space before the colon; French has one"
    assert problem.hint == f"write “Étapes{WIDE}:” (U+00A0 NO-BREAK SPACE), or let `ecmiss-publish check --fix` do it"


def test_a_quotation_is_shown_with_its_marks_and_those_of_the_language() -> None:
    (problem,) = report_on('Die "Hernie"', "de")

    assert problem.message == '"Hernie" stands in "…"; German has „…“'
    assert "write „Hernie“ (U+201C LEFT DOUBLE QUOTATION MARK, U+201E" in (problem.hint or "")


def test_what_a_translator_allows_is_not_mended() -> None:
    assert fixed('Die "Hernie"...', Locale("de"), frozenset({"typography-quotes"})) == 'Die "Hernie"…'
    assert fixed('Die "Hernie"...', Locale("de"), frozenset({"typography-marks"})) == "Die „Hernie“..."


def test_placeholders_addresses_and_escapes_stay_as_they_are() -> None:
    words = r"{page}?[a](https://a.org/1-2?b=...) https://b.org/a,b;c?d=1-2 a...b@c.org \"x\" &amp;"

    assert fixed(words, Locale("fr")) == words
    assert fixed(words + "中文", Locale("zh_Hans")) == words + "中文"


LOCALES = ["ar", "bn", "de", "el", "es", "fr", "fr_CA", "he", "hi", "ja", "pl", "ro", "ru", "sv", "tr", "ur", "zh_Hans"]
PIECES = st.sampled_from(
    [
        *"«»“”„\"'.,;:?!…()[]*-– 12aßşя痛は",
        "...",
        " ,",
        "  ",
        "\u00a0",
        "درد",
        "दर्द",
        "ব্যথা",
        "{page}",
        "l'a",
        "1-2",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(LOCALES))
def test_mending_loses_no_letter_or_number(words: str, locale: str) -> None:
    after = fixed(words, Locale(locale))

    letters = [char for char in after if char.isalnum()]
    assert len(letters) == len([char for char in words if char.isalnum()])
    if locale not in {"ro", "tr"}:
        assert letters == [char for char in words if char.isalnum()]


@given(
    st.lists(st.sampled_from(["wort", "1-2", " ", ", ", ". ", "...", '"wort"', "« wort »", "l'a", "? "]), max_size=9)
)
def test_mending_twice_mends_no_more(pieces: list[str]) -> None:
    for locale in ("de", "es", "fr", "pl", "ru"):
        once = fixed("".join(pieces), Locale(locale))
        assert fixed(once, Locale(locale)) == once


@pytest.mark.parametrize("words", ['Un "mot" ici', "Un “mot” ici", "Un 'mot' ici"])
def test_the_hint_for_french_marks_shows_their_spaces_and_names_them(words: str) -> None:
    (problem,) = report_on(words, "fr")

    assert (problem.hint or "").startswith(f"write «{WIDE}mot{WIDE}» (U+00A0 NO-BREAK SPACE, U+00AB")


def test_every_pair_of_a_language_is_two_marks() -> None:
    for locale in LOCALES:
        pairs = pairs_of(Locale(locale))
        assert pairs.outer
        assert all(len(pair) == 2 for pair in (*pairs.outer, *pairs.inner))
