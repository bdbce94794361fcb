"""Denials: lost and added ones are hinted at, in seventeen languages, and paraphrases are not."""

import pytest

from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Problem, Report, Severity
from ecmiss_publish.verify.message.context import Context
from ecmiss_publish.verify.message.negation import negation
from ecmiss_publish.verify.message.words import word_lists
from tests.support import a_catalog, a_message

SOURCE = "Do not eat before the operation."
# As it should be, and with the denial taken out.
LANGUAGES = {
    "ar": ("لا تأكل قبل العملية.", "كُل قبل العملية."),
    "bn": ("অপারেশনের আগে খাবেন না।", "অপারেশনের আগে খাবেন।"),
    "de": ("Essen Sie vor der Operation nichts.", "Essen Sie vor der Operation etwas."),
    "es": ("No coma antes de la operación.", "Coma antes de la operación."),
    "fr": ("Ne mangez pas avant l’opération.", "Mangez avant l’opération."),
    "hi": ("ऑपरेशन से पहले कुछ न खाएँ।", "ऑपरेशन से पहले कुछ खाएँ।"),
    "ko": ("수술 전에는 먹지 마십시오.", "수술 전에는 드십시오."),
    "pa": ("ਆਪਰੇਸ਼ਨ ਤੋਂ ਪਹਿਲਾਂ ਨਾ ਖਾਓ।", "ਆਪਰੇਸ਼ਨ ਤੋਂ ਪਹਿਲਾਂ ਖਾਓ।"),
    "pl": ("Przed operacją proszę nie jeść.", "Przed operacją proszę jeść."),
    "pt_BR": ("Não coma antes da cirurgia.", "Coma antes da cirurgia."),
    "ro": ("Nu mâncați înainte de operație.", "Mâncați înainte de operație."),
    "ru": ("Не ешьте перед операцией.", "Ешьте перед операцией."),
    "tr": ("Ameliyattan önce yemek yemeyin.", "Ameliyattan önce yemek yiyin."),
    "ur": ("آپریشن سے پہلے کچھ نہ کھائیں۔", "آپریشن سے پہلے کچھ کھائیں۔"),
    "vi": ("Đừng ăn trước khi mổ.", "Hãy ăn trước khi mổ."),
    "zh_Hans": ("手术前请不要进食。", "手术前请进食。"),
}


def found(source: str, translation: str, locale: str = "es", original: str = "en") -> list[Problem]:
    message, report = a_message(source, translation), Report()
    negation(message, Context.of(a_catalog(message, locale=locale), Locale.parse(original), Glossary(), {}), report)
    assert all(problem.hint and problem.unit == "title" for problem in report)
    return list(report)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_denial_in_the_languages_own_words_is_fine(locale: str) -> None:
    assert not found(SOURCE, LANGUAGES[locale][0], locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_lost_denial_is_a_hint(locale: str) -> None:
    (problem,) = found(SOURCE, LANGUAGES[locale][1], locale)

    assert (problem.code, problem.severity) == ("negation-differs", Severity.HINT)
    assert problem.message == "the source says “not”, the translation no word that denies"


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_added_denial_is_a_hint(locale: str) -> None:
    (problem,) = found("Eat before the operation.", LANGUAGES[locale][0], locale)

    assert problem.code == "negation-differs"
    assert "the source has no word that denies" in problem.message


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("It isn’t painful.", "No duele.", "es"),
        ("You can't feel it.", "No se nota.", "es"),
        ("Walk pain-free.", "Camine sin dolor.", "es"),
        ("This is false.", "No es cierto.", "es"),
        ("Not true.", "Falso.", "es"),
        ("Only one cut is needed.", "Il ne faut qu’une incision.", "fr"),
        ("However, it helps.", "Sin embargo, ayuda.", "es"),
        ("It is more than that.", "ECMISS không chỉ là thế.", "vi"),
        ("Is it suitable?", "Có phù hợp không?", "vi"),
        ("Slightly different.", "略有不同。", "zh_Hans"),
        ("However small the cut is, tell us.", "কাটা যত ছোটই হোক না কেন, আমাদের জানান।", "bn"),
        ("Whoever your surgeon is, ask.", "আপনার সার্জন যিনিই হোন না কেন, জিজ্ঞেস করুন।", "bn"),
        ("It is not without limits.", "Tiene límites.", "es"),
        ("It is not without limits.", "No carece de límites.", "es"),
        ("Not all need it.", "No todos **(sin excepción)** lo necesitan.", "es"),
    ],
)
def test_other_ways_to_say_it_are_fine(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)


UNLESS = "Do not take it unless your doctor tells you to."
RISKS = "No operation is without risks."
EATING = "Do not eat before the operation."
# What English says in another way: as it should be, in each language's own way.
PARAPHRASED = {
    UNLESS: {
        "ar": "لا تتناوله إلا إذا طلب طبيبك ذلك.",
        "bn": "ডাক্তার না বললে এটি খাবেন না।",
        "de": "Nehmen Sie es nicht, es sei denn, Ihr Arzt rät dazu.",
        "es": "No lo tome a menos que se lo indique su médico.",
        "fr": "Ne le prenez pas, sauf si votre médecin vous le dit.",
        "hi": "जब तक डॉक्टर न कहें, इसे न लें।",
        "ko": "의사가 지시하지 않는 한 복용하지 마십시오.",
        "pa": "ਜਦੋਂ ਤੱਕ ਡਾਕਟਰ ਨਾ ਕਹੇ, ਇਸ ਨੂੰ ਨਾ ਲਓ।",
        "pl": "Nie należy go przyjmować, chyba że zaleci to lekarz.",
        "pt_BR": "Não tome, a menos que o médico mande.",
        "ro": "Nu îl luați decât dacă vă spune medicul.",
        "ru": "Не принимайте его, если врач не назначил.",
        "tr": "Doktorunuz söylemedikçe kullanmayın.",
        "ur": "جب تک ڈاکٹر نہ کہے اسے نہ لیں۔",
        "vi": "Đừng uống trừ khi bác sĩ dặn.",
        "zh_Hans": "除非医生嘱咐，否则不要服用。",
    },
    RISKS: {
        "ar": "لا تخلو أي جراحة من المخاطر.",
        "bn": "কোনো অপারেশনই ঝুঁকিমুক্ত নয়।",
        "de": "Keine Operation ist ohne Risiken.",
        "es": "Ninguna operación está libre de riesgos.",
        "fr": "Aucune opération n’est sans risque.",
        "hi": "कोई भी सर्जरी जोखिम से मुक्त नहीं है।",
        "ko": "위험이 없는 수술은 없습니다.",
        "pa": "ਕੋਈ ਵੀ ਸਰਜਰੀ ਖ਼ਤਰੇ ਤੋਂ ਮੁਕਤ ਨਹੀਂ ਹੈ।",
        "pl": "Żadna operacja nie jest wolna od ryzyka.",
        "pt_BR": "Nenhuma cirurgia é isenta de riscos.",
        "ro": "Nicio operație nu este lipsită de riscuri.",
        "ru": "Ни одна операция не лишена риска.",
        "tr": "Hiçbir ameliyat risksiz değildir.",
        "ur": "کوئی سرجری خطرے سے خالی نہیں۔",
        "vi": "Ca mổ nào cũng có rủi ro.",
        "zh_Hans": "任何手术都有风险。",
    },
    EATING: {
        "ar": "كن صائمًا قبل العملية.",
        "bn": "অপারেশনের আগে খালি পেটে থাকুন।",
        "de": "Bleiben Sie vor der Operation nüchtern.",
        "es": "Venga en ayunas a la operación.",
        "fr": "Venez à jeun à l’opération.",
        "hi": "ऑपरेशन से पहले खाली पेट रहें।",
        "ko": "수술 전에는 금식하십시오.",
        "pa": "ਆਪਰੇਸ਼ਨ ਤੋਂ ਪਹਿਲਾਂ ਖ਼ਾਲੀ ਪੇਟ ਰਹੋ।",
        "pl": "Na operację proszę przyjść na czczo.",
        "pt_BR": "Fique em jejum antes da cirurgia.",
        "ro": "Veniți nemâncat la operație.",
        "ru": "Приходите на операцию натощак.",
        "tr": "Ameliyata aç karnına gelin.",
        "ur": "آپریشن سے پہلے خالی پیٹ رہیں۔",
        "vi": "Hãy nhịn ăn trước khi mổ.",
        "zh_Hans": "手术前请空腹。",
    },
}
# One of two denials is lost: if the doctor tells you to, it is free of risks, …
REVERSED = [
    (UNLESS, "لا تتناوله إذا طلب طبيبك ذلك.", "ar"),
    (UNLESS, "Nehmen Sie es nicht, wenn Ihr Arzt dazu rät.", "de"),
    (UNLESS, "No lo tome si se lo indica su médico.", "es"),
    (UNLESS, "जब डॉक्टर कहें, इसे न लें।", "hi"),
    (UNLESS, "의사가 지시하면 복용하지 마십시오.", "ko"),
    (UNLESS, "Doktorunuz söylediğinde kullanmayın.", "tr"),
    (UNLESS, "医生嘱咐时不要服用。", "zh_Hans"),
    (RISKS, "تخلو أي جراحة من المخاطر.", "ar"),
    (RISKS, "Diese Operation ist ohne Risiken.", "de"),
    (RISKS, "La operación está libre de riesgos.", "es"),
    (RISKS, "L’opération est sans risque.", "fr"),
    (RISKS, "यह सर्जरी जोखिम से मुक्त है।", "hi"),
    (RISKS, "위험이 없는 수술은 있습니다.", "ko"),
    (RISKS, "Operacja jest wolna od ryzyka.", "pl"),
    ("Outpatient surgery", "भर्ती होकर सर्जरी", "hi"),
    ("Outpatient surgery", "الجراحة مع المبيت", "ar"),
    ("The tissue remains untouched.", "Các mô bị động đến.", "vi"),
    ("It is more than just a method.", "Đó chỉ là một phương pháp.", "vi"),
    ("It is best when conservative treatments fail.", "जब बिना सर्जरी वाले इलाज से फ़ायदा हो, तब यह सबसे अच्छी है।", "hi"),
    ("It is best when conservative treatments fail.", "Ideal, wenn konservative Behandlungen Erfolg haben.", "de"),
    ("Walk pain-free.", "Caminhe com dor.", "pt_BR"),
    ("You must not eat and must not drink. Ask.", "No debe comer y debe beber. Pregunte.", "es"),
]


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [(source, words, locale) for source, said in PARAPHRASED.items() for locale, words in said.items()],
)
def test_every_language_denies_in_its_own_way(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)


@pytest.mark.parametrize(("source", "translation", "locale"), REVERSED)
def test_one_of_two_denials_that_was_lost_is_a_hint(source: str, translation: str, locale: str) -> None:
    (problem,) = found(source, translation, locale)

    assert problem.message.startswith("the source says “")


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        ("Outpatient surgery", "Ambulante Operation", "de"),
        ("Outpatient surgery", "Cirugía ambulatoria", "es"),
        ("Outpatient surgery", "ओपीडी सर्जरी", "hi"),
        ("Outpatient surgery", "门诊手术", "zh_Hans"),
        ("The tissue remains untouched.", "El tejido queda intacto.", "es"),
        ("The tissue remains untouched.", "조직은 온전합니다.", "ko"),
        ("It treats heart failure.", "Trata la insuficiencia cardíaca.", "es"),
        ("It treats heart failure.", "Es behandelt Herzinsuffizienz.", "de"),
        ("It requires only one cut.", "لا تتطلب سوى شق واحد.", "ar"),  # not other than
        ("Walk pain-free.", "Gehen Sie schmerzfrei.", "de"),
        ("It is more than just a method.", "Es ist mehr als nur eine Methode.", "de"),
        ("It is more than just a method.", "不仅是一种方法。", "zh_Hans"),
        ("Take no more than two.", "Nehmen Sie höchstens zwei.", "de"),
        ("Come no later than eight.", "Приходите не позднее восьми.", "ru"),
        ("Do not leave without telling us.", "Sagen Sie Bescheid, bevor Sie gehen.", "de"),
    ],
)
def test_what_one_language_denies_another_says_in_a_word(source: str, translation: str, locale: str) -> None:
    assert not found(source, translation, locale)


def test_sentences_are_compared_one_by_one() -> None:
    assert found("Do not eat. Do not drink.", "Coma. No beba.")


def test_where_sentences_were_joined_denials_are_counted() -> None:
    assert found("Do not eat. Do not drink.", "Coma y no beba.")
    assert not found("Do not eat. Do not drink.", "No coma y no beba.")
    assert not found("Do not eat. Do not drink.", "No coma ni beba.")


def test_what_a_translator_explains_in_brackets_does_not_count() -> None:
    assert found("Do not eat.", "Coma (sin prisa).")


def test_a_region_has_the_words_of_its_language() -> None:
    assert found(SOURCE, "Coma antes de la operación.", "es_MX")


@pytest.mark.parametrize(("locale", "original"), [("sw", "en"), ("es", "sw"), ("ar_XB", "en")])
def test_a_language_without_a_list_is_left_alone(locale: str, original: str) -> None:
    message, report = a_message(SOURCE, "x"), Report()
    catalog = a_catalog(message)
    context = Context(Locale(locale), Locale(original), Glossary(), catalog, {}, {}, {})

    negation(message, context, report)

    assert not list(report)


@pytest.mark.parametrize("table", ["negation", "modality"])
@pytest.mark.parametrize("locale", ["en", *LANGUAGES])
def test_every_language_has_its_lists(locale: str, table: str) -> None:
    assert word_lists(table, Locale(locale))
