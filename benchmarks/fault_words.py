"""What seventeen languages write, as far as faults are planted with it: denials, modal verbs, units, marks, letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

NEGATIVE = re.compile(r"\b(?:not|no|never|without|cannot)\b|n’t\b", re.IGNORECASE)
MAY = re.compile(r"\b(?:may|might)\b", re.IGNORECASE)
CAN = re.compile(r"\b(?:can|could)\b", re.IGNORECASE)

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
    "bn": ((r"(?<= )দিন", "সপ্তাহ"), (r"(?<= )সপ্তাহ", "দিন"), (r"মিলিমিটার", "সেন্টিমিটার")),
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
    "tr": (
        (r"\bgünde\b", "haftada"),
        (r"\bhaftada\b", "günde"),
        (r"\bhafta(?= )", "gün"),
        (r"\bmilimetrelik\b", "santimetrelik"),
    ),
    "ur": ((r"\bدنوں?\b", "ہفتوں"), (r"\bہفتوں\b", "دنوں"), (r"ملی ?میٹر", "سینٹی میٹر")),
    "vi": ((r"\bngày\b", "tuần"), (r"\btuần\b", "ngày"), (r"\bmilimét\b", "xentimét")),
    "zh": ((r"(?<=\d)天", "周"), (r"几天", "几周"), (r"(?<=\d)周", "天"), (r"毫米", "厘米")),
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
LATIN_CYRILLIC = ("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
LOOKALIKES: Mapping[str, tuple[str, str]] = {
    "ar": ("يكه", "یکہ"),
    "bn": ("কখগতদনপবমযরলস", "कखगतदनपबमयरलस"),
    "hi": ("कखगतदनपबमयरलस", "কখগতদনপবমযরলস"),
    "ko": ("ACEIMSO", "АСЕІМЅО"),
    "pa": ("ਕਖਗਤਦਨਪਬਮਯਰਲਸ", "कखगतदनपबमयरलस"),
    "ru": (LATIN_CYRILLIC[1], LATIN_CYRILLIC[0]),
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
