"""How many, how often, how much, and if: a translation says the same degree as its source."""

from pathlib import Path

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.quantity import quantity
from ecmiss_publish.verify.message.reading import folded
from ecmiss_publish.verify.message.words import needles, words_of
from tests.support import a_catalog, a_message

CASES = Path(__file__).parents[2] / "cases" / "quantity.txt"
MOST = "Most patients walk the same day."
# As it is, and as if all did.
LANGUAGES = {
    "ar": ("يمشي معظم المرضى في اليوم نفسه.", "يمشي جميع المرضى في اليوم نفسه."),
    "bn": ("বেশির ভাগ রোগী সেদিনই হাঁটেন।", "সব রোগী সেদিনই হাঁটেন।"),
    "de": ("Die meisten Patienten gehen am selben Tag.", "Alle Patienten gehen am selben Tag."),
    "es": ("La mayoría de los pacientes camina el mismo día.", "Todos los pacientes caminan el mismo día."),
    "fr": ("La plupart des patients marchent le jour même.", "Tous les patients marchent le jour même."),
    "hi": ("ज़्यादातर मरीज़ उसी दिन चलते हैं।", "सभी मरीज़ उसी दिन चलते हैं।"),
    "ko": ("대부분의 환자는 당일 걷습니다.", "모든 환자는 당일 걷습니다."),
    "pa": ("ਜ਼ਿਆਦਾਤਰ ਮਰੀਜ਼ ਉਸੇ ਦਿਨ ਤੁਰਦੇ ਹਨ।", "ਸਾਰੇ ਮਰੀਜ਼ ਉਸੇ ਦਿਨ ਤੁਰਦੇ ਹਨ।"),
    "pl": ("Większość pacjentów chodzi tego samego dnia.", "Wszyscy pacjenci chodzą tego samego dnia."),
    "pt_BR": ("A maioria dos pacientes anda no mesmo dia.", "Todos os pacientes andam no mesmo dia."),
    "ro": ("Majoritatea pacienților merg în aceeași zi.", "Toți pacienții merg în aceeași zi."),
    "ru": ("Большинство пациентов ходят в тот же день.", "Все пациенты ходят в тот же день."),
    "tr": ("Hastaların çoğu aynı gün yürür.", "Tüm hastalar aynı gün yürür."),
    "ur": ("زیادہ تر مریض اسی دن چلتے ہیں۔", "تمام مریض اسی دن چلتے ہیں۔"),
    "vi": ("Phần lớn người bệnh đi lại ngay hôm đó.", "Tất cả người bệnh đi lại ngay hôm đó."),
    "zh_Hans": ("大多数患者当天行走。", "所有患者当天行走。"),
}
LESS = "Less pain after the operation."
# As it is, and turned round.
OPPOSITES = {
    "ar": ("ألم أقل بعد العملية.", "ألم أكثر بعد العملية."),
    "bn": ("অপারেশনের পরে কম ব্যথা।", "অপারেশনের পরে বেশি ব্যথা।"),
    "de": ("Weniger Schmerzen nach der Operation.", "Mehr Schmerzen nach der Operation."),
    "es": ("Menos dolor tras la operación.", "Más dolor tras la operación."),
    "fr": ("Moins de douleur après l’opération.", "Plus de douleur après l’opération."),
    "hi": ("ऑपरेशन के बाद कम दर्द।", "ऑपरेशन के बाद ज़्यादा दर्द।"),
    "ko": ("수술 후 더 적은 통증.", "수술 후 더 많은 통증."),
    "pa": ("ਆਪਰੇਸ਼ਨ ਤੋਂ ਬਾਅਦ ਘੱਟ ਦਰਦ।", "ਆਪਰੇਸ਼ਨ ਤੋਂ ਬਾਅਦ ਵੱਧ ਦਰਦ।"),
    "pl": ("Mniej bólu po operacji.", "Więcej bólu po operacji."),
    "pt_BR": ("Menos dor após a operação.", "Mais dor após a operação."),
    "ro": ("Mai puțină durere după operație.", "Mai multă durere după operație."),
    "ru": ("Меньше боли после операции.", "Больше боли после операции."),
    "tr": ("Ameliyattan sonra daha az ağrı.", "Ameliyattan sonra daha fazla ağrı."),
    "ur": ("آپریشن کے بعد کم درد۔", "آپریشن کے بعد زیادہ درد۔"),
    "vi": ("Ít đau hơn sau mổ.", "Nhiều đau hơn sau mổ."),
    "zh_Hans": ("术后疼痛更少。", "术后疼痛更多。"),
}
IF = "Call us if you bleed."
# With the condition, and without.
CONDITIONS = {
    "ar": ("اتصل بنا إذا نزفت.", "اتصل بنا وأنت تنزف."),
    "bn": ("যদি রক্ত পড়ে, আমাদের ফোন করুন।", "রক্ত পড়ে, আমাদের ফোন করুন।"),
    "de": ("Rufen Sie an, wenn es blutet.", "Rufen Sie an, es blutet."),
    "es": ("Llámenos si sangra.", "Llámenos, sangra."),
    "fr": ("Appelez-nous si vous saignez.", "Appelez-nous, vous saignez."),
    "hi": ("अगर ख़ून बहे, तो हमें फ़ोन करें।", "ख़ून बहता है, हमें फ़ोन करें।"),
    "ko": ("피가 나면 전화하세요.", "피가 나고 전화하세요."),
    "pa": ("ਜੇ ਖ਼ੂਨ ਵਗੇ, ਤਾਂ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।", "ਖ਼ੂਨ ਵਗਦਾ ਹੈ, ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।"),
    "pl": ("Proszę dzwonić, jeśli krwawi.", "Proszę dzwonić, krwawi."),
    "pt_BR": ("Ligue se houver sangramento.", "Ligue, há sangramento."),
    "ro": ("Sunați-ne dacă sângerați.", "Sunați-ne, sângerați."),
    "ru": ("Позвоните, если идёт кровь.", "Позвоните, идёт кровь."),
    "tr": ("Kanama olursa bizi arayın.", "Kanama olur, bizi arayın."),
    "ur": ("اگر خون بہے تو ہمیں فون کریں۔", "خون بہتا ہے، ہمیں فون کریں۔"),
    "vi": ("Hãy gọi cho chúng tôi nếu bị chảy máu.", "Hãy gọi cho chúng tôi, bị chảy máu."),
    "zh_Hans": ("如果出血，请来电。", "出血，请来电。"),
}


def found(source: str, translation: str, locale: str = "es", original: str = "en") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    context = Context.of(a_catalog(message, locale=locale), Locale.parse(original), Glossary(), {})
    quantity(message, context, report)
    assert all(problem.code == "quantity-differs" and problem.hint and problem.unit == "title" for problem in report)
    return list(report)


def said_alike() -> list[tuple[str, str, str]]:
    """Return the table of cases: a source, a language, and a way to say it there."""
    cases, source = [], ""
    for line in CASES.read_text("utf-8").splitlines()[1:]:
        if line.startswith(" "):
            locale, translation = line.strip().split(": ", 1)
            cases.append((source, locale, translation))
        elif line:
            source = line
    return cases


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize(("source", "table"), [(MOST, LANGUAGES), (LESS, OPPOSITES), (IF, CONDITIONS)])
def test_the_same_degree_in_the_languages_own_words_is_fine(
    source: str, table: dict[str, tuple[str, str]], locale: str
) -> None:
    assert not found(source, table[locale][0], locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_most_that_became_all_is_a_hint(locale: str) -> None:
    (problem,) = found(MOST, LANGUAGES[locale][1], locale)

    assert problem.severity is Severity.HINT
    assert problem.message.startswith("the source says “most”, the translation “")


@pytest.mark.parametrize("locale", OPPOSITES)
def test_a_comparison_turned_round_is_a_hint_both_ways(locale: str) -> None:
    fewer, more = OPPOSITES[locale]

    assert [problem.message for problem in found(LESS, more, locale)]
    assert [problem.message for problem in found("A higher risk.", fewer, locale)]


@pytest.mark.parametrize("locale", CONDITIONS)
def test_a_condition_that_was_lost_is_a_hint(locale: str) -> None:
    (problem,) = found(IF, CONDITIONS[locale][1], locale)

    assert problem.message == "the source says “if”, the translation nothing alike"


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("Most can walk.", "Pueden andar.", "“most”, the translation nothing alike"),
        ("Many need it.", "Todos lo necesitan.", "“many”, the translation “todos”"),
        ("Some patients need it.", "Los pacientes lo necesitan.", "“some patients”, the translation nothing alike"),
        ("Use some water.", "Use toda el agua, todas las veces.", "“some”, the translation “todas”"),
        ("It often helps.", "Siempre ayuda.", "“often”, the translation “siempre”"),
        ("It often helps.", "La mayor parte del tiempo ayuda.", "“often”, the translation “la mayor parte”"),
        ("It typically lasts an hour.", "Dura una hora.", "“typically”, the translation nothing alike"),
        ("It is virtually untouched.", "Queda intacto.", "“virtually”, the translation nothing alike"),
        ("All patients need it.", "Algunos pacientes lo necesitan.", "“all”, the translation “algunos”"),
        ("A lower risk.", "Un riesgo más alto.", "“lower”, the translation “más”"),
        ("A smaller cut.", "Un corte mayor.", "“smaller”, the translation “mayor”"),
        ("Less than 5 hours.", "Más de 5 horas.", "“less”, the translation “más”"),
        ("More than 5 hours.", "Menos de 5 horas.", "“more”, the translation “menos”"),
        ("Take it less often.", "Tómelo más veces.", "“less”, the translation “más”"),
        ("A faster recovery.", "Una recuperación más lenta.", "“faster”, the translation “más lenta”"),
        ("A quicker recovery.", "Una recuperación rápida.", "“quicker”, the translation nothing alike"),
        ("The result is better.", "El resultado es peor.", "“better”, the translation “peor”"),
    ],
)
def test_other_shifts_are_hints_too(source: str, translation: str, message: str) -> None:
    assert [problem.message for problem in found(source, translation)] == [f"the source says {message}"]


@pytest.mark.parametrize(
    ("translation", "locale"),
    [
        ("几乎所有患者当天行走。", "zh_Hans"),
        ("Hầu hết người bệnh đi lại ngay hôm đó.", "vi"),
        ("Fast alle gehen.", "de"),
    ],
)
def test_most_are_not_nearly_all(translation: str, locale: str) -> None:
    assert found(MOST, translation, locale)


@pytest.mark.parametrize(("source", "locale", "translation"), said_alike())
def test_other_ways_to_say_it_are_fine(source: str, locale: str, translation: str) -> None:
    assert not found(source, translation, locale)


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("The most common symptom is pain.", "El síntoma más frecuente es el dolor.", "es"),
        ("At least two doctors.", "Al menos dos médicos.", "es"),
        ("No longer just for the lower back.", "Ya no solo para la espalda.", "es"),
        ("Take it if necessary.", "Bei Bedarf einnehmen.", "de"),
        ("Ask if it is safe.", "Fragen Sie nach der Sicherheit.", "de"),
        ("Not all problems need surgery.", "Algunos problemas no necesitan cirugía.", "es"),
        ("Less pain and a quicker recovery.", "Menos dolor y una recuperación más rápida.", "es"),
        ("A lower risk.", "Un risque plus faible.", "fr"),
        ("Most feel less pain.", "La mayor parte siente menos dolor.", "es"),
        ("Faster recovery", "恢复时间更短", "zh_Hans"),
        ("Take it more often.", "Tómelo más veces.", "es"),
    ],
)
def test_what_only_looks_like_it_is_fine(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)


@pytest.mark.parametrize("locale", ["en", *LANGUAGES])
def test_every_language_has_its_lists_and_finds_its_own_words(locale: str) -> None:
    lists = words_of("quantity", Locale(locale))

    assert set(words_of("quantity", Locale("es"))) <= set(lists)
    for name, entries in lists.items():
        for entry in entries:
            assert "*" not in entry[1:-1]
            sentence = folded(entry.replace("*", "").replace("…", " x "))
            assert needles("quantity", name, Locale(locale)).first(sentence), entry


def test_a_sentence_says_what_it_says_itself() -> None:
    for source, _, _ in said_alike():
        assert not found(source, source, "en")


def test_a_source_may_be_in_another_language() -> None:
    (problem,) = found("La mayoría de los pacientes camina.", "Alle Patienten gehen.", "de", original="es")

    assert problem.message == "the source says “la mayoría”, the translation “alle”"


def test_a_language_without_a_list_is_left_alone() -> None:
    assert not found(MOST, "Wagonjwa wote hutembea siku hiyo.", "sw")
