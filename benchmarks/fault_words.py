"""What seventeen languages write, as far as faults are planted with it: denials, modal verbs, units, marks, letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

NEGATIVE = re.compile(r"\b(?:not|no|never|without|cannot)\b|n’t\b", re.IGNORECASE)
MAY = re.compile(r"\b(?:may|might)\b", re.IGNORECASE)
CAN = re.compile(r"\b(?:can|could)\b", re.IGNORECASE)
MOST = re.compile(r"\bmost\b", re.IGNORECASE)
COMPARED = re.compile(r"\b(?:less|fewer|lower|higher|shorter|faster|quicker|better)\b", re.IGNORECASE)
HEDGED = re.compile(r"\b(?:most|many|some|often|typically|virtually|nearly)\b", re.IGNORECASE)
CONDITION = re.compile(r"\bif\b", re.IGNORECASE)

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
# What says “most”, and “all” in its place.
MOST_ALL: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": ((r"\bمعظم\b", "جميع"), (r"\bمعظم\b", "كل")),
    "bn": ((r"বেশির ভাগ", "সব"), (r"বেশির ভাগ", "সকল")),
    "de": ((r"\bDie meisten\b", "Alle"), (r"\bden meisten\b", "allen"), (r"\bDie meisten\b", "Sämtliche")),
    "es": ((r"\b[Ll]a mayoría de los\b", "todos los"), (r"\b[Ll]a mayoría de los\b", "casi todos los")),
    "fr": ((r"\b[Ll]a plupart des\b", "tous les"), (r"\b[Ll]a plupart des\b", "presque tous les")),
    "hi": ((r"ज़्यादातर", "सभी"), (r"ज़्यादातर", "लगभग सभी")),
    "ko": ((r"대부분의", "모든"), (r"대부분은", "모두는"), (r"대부분의", "거의 모든")),
    "pa": ((r"ਜ਼ਿਆਦਾਤਰ", "ਸਾਰੇ"), (r"ਜ਼ਿਆਦਾਤਰ", "ਲਗਭਗ ਸਾਰੇ")),
    "pl": ((r"\bWiększość pacjentów\b", "Wszyscy pacjenci"), (r"\bwiększości przypadków", "każdym przypadku")),
    "pt": ((r"\b[Aa] maioria dos\b", "todos os"), (r"\b[Aa] maioria dos\b", "quase todos os")),
    "ro": ((r"\b[Mm]ajoritatea (?=pac)", "toți "), (r"\b[Mm]ajoritatea (?=c)", "toate ")),
    "ru": ((r"\bБольшинство\b", "Все"), (r"\bбольшинстве\b", "всех")),
    "tr": ((r"(?<=ının )çoğu\b", "tümü"), (r"\bçoğu (?=durum)", "her "), (r"(?<=inin )çoğu\b", "hepsi")),
    "ur": ((r"زیادہ تر", "تمام"), (r"زیادہ تر", "تقریباً تمام")),
    "vi": ((r"\b[Pp]hần lớn\b", "tất cả"), (r"\b[Pp]hần lớn\b", "mọi")),
    "zh": ((r"大多数", "所有"), (r"大多数", "几乎所有")),
}
# What compares, and its opposite.
OPPOSITES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": (
        (r"\bأقل\b", "أكثر"),
        (r"\bانخفاض\b", "ارتفاع"),
        (r"\bأسرع\b", "أبطأ"),
        (r"\bأفضل\b", "أسوأ"),
        (r"\bأعلى\b", "أدنى"),
        (r"\bأقصر\b", "أطول"),
    ),
    "bn": (
        (r"(?<!\S)কম(?! কাটা| সময়ে)(?!\S)", "বেশি"),
        (r"কম সময়ে", "বেশি সময়ে"),
        (r"(?<!\S)দ্রুত", "ধীরে"),
        (r"ভালো", "খারাপ"),
        (r"বেশি(?!র)", "কম"),
    ),
    "de": (
        (r"\bgeringere[sr]?\b", "höheres"),
        (r"\bGeringer(?=es)", "Höher"),
        (r"\b[Ww]eniger\b", "mehr"),
        (r"\b[Ss]chnellere", "langsamere"),
        (r"\bschneller\b", "langsamer"),
        (r"\bbesser\b", "schlechter"),
        (r"\bkürzer\b", "länger"),
    ),
    "es": (
        (r"\b[Mm]enos\b", "más"),
        (r"\b[Mm]enor\b", "mayor"),
        (r"\bmás rápid(?=[ao])", "más lent"),
        (r"\bmejores\b", "peores"),
        (r"\bmás corta\b", "más larga"),
    ),
    "fr": (
        (r"\b[Mm]oins de\b", "plus de"),
        (r"\bplus faible\b", "plus élevé"),
        (r"\bplus rapide\b", "plus lente"),
        (r"\bplus vite\b", "plus lentement"),
        (r"\bmeilleurs\b", "pires"),
        (r"\bplus courte\b", "plus longue"),
    ),
    "hi": (
        (r"(?<!\S)कम (?!चीर|समय)", "ज़्यादा "),
        (r"कम समय", "ज़्यादा समय"),
        (r"जल्दी", "धीरे"),
        (r"बेहतर होते", "बदतर होते"),
        (r"से छोटी है", "से लंबी है"),
    ),
    "ko": (
        (r"더 적(?=[은으어])", "더 많"),
        (r"더 낮(?=[은음])", "더 높"),
        (r"더 빠른", "더 느린"),
        (r"더 빠릅", "더 느립"),
        (r"더 좋으며", "더 나쁘며"),
        (r"막대보다 짧", "막대보다 길"),
    ),
    "pa": (
        (r"(?<!\S)ਘੱਟ (?!ਚੀਰ|ਸਮ)", "ਵੱਧ "),
        (r"ਘੱਟ ਸਮਾਂ", "ਵੱਧ ਸਮਾਂ"),
        (r"ਜਲਦੀ", "ਹੌਲੀ"),
        (r"ਬਿਹਤਰ", "ਬਦਤਰ"),
        (r"ਨਾਲੋਂ ਛੋਟੀ", "ਨਾਲੋਂ ਵੱਡੀ"),
    ),
    "pl": (
        (r"\bmniej(?= tk|$)", "więcej"),
        (r"\b([Mm])niejsz(?=[aey])", "większ"),
        (r"\bszybsz", "wolniejsz"),
        (r"\blepsze\b", "gorsze"),
        (r"\bkrótszy\b", "dłuższy"),
    ),
    "pt": (
        (r"\b[Mm]enos\b", "mais"),
        (r"\b[Mm]enor\b", "maior"),
        (r"\bmais rápida\b", "mais lenta"),
        (r"\bmelhores\b", "piores"),
        (r"\bmais curta\b", "mais longa"),
    ),
    "ro": (
        (r"\bmai puțin[e]?\b", "mai mult"),
        (r"\bmai mic\b", "mai mare"),
        (r"\bmai reduse\b", "mai mari"),
        (r"\bmai rapidă\b", "mai lentă"),
        (r"\bmai repede\b", "mai încet"),
        (r"\bmai bune\b", "mai rele"),
        (r"\bmai scurtă", "mai lungă"),
    ),
    "ru": (
        (r"\b([Мм])еньше\b", "больше"),
        (r"\b[Мм]еньший\b", "больший"),
        (r"\bбыстр(?=ее\b)", "медленн"),
        (r"\bбыстрое\b", "медленное"),
        (r"\bлучше\b", "хуже"),
        (r"\bкороче\b", "длиннее"),
    ),
    "tr": (
        (r"\b[Dd]aha az\b", "daha fazla"),
        (r"\b[Dd]aha düşük\b", "daha yüksek"),
        (r"\b[Dd]aha hızlı", "daha yavaş"),
        (r"\bdaha iyi(?=dir)", "daha kötü"),
        (r"\bdaha kısa", "daha uzun"),
    ),
    "ur": (
        (r"\bکم (?!سے|چیر|وقت)", "زیادہ "),
        (r"کم وقت", "زیادہ وقت"),
        (r"\bتیز\b", "سست"),
        (r"\bبہتر\b", "بدتر"),
        (r"سے چھوٹی", "سے لمبی"),
    ),
    "vi": (
        (r"\b([Íí]t)(?= (?:biến|mô|đau|xáo|mất))", "nhiều"),
        (r"\bthấp hơn\b", "cao hơn"),
        (r"\bnhanh hơn\b", "chậm hơn"),
        (r"\btốt hơn\b", "kém hơn"),
        (r"\bngắn hơn\b", "dài hơn"),
    ),
    "zh": (
        (r"更少", "更多"),
        (r"较少", "较多"),
        (r"更低", "更高"),
        (r"较低", "较高"),
        (r"更小", "更大"),
        (r"更快", "更慢"),
        (r"更好", "更差"),
        (r"较高", "较低"),
        (r"条形短", "条形长"),
    ),
}
# What says “most”, “many”, “some”, “often” and “nearly”, and what is left once it is gone.
HEDGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": (
        (r"\bمعظم ", ""),
        (r"\bكثير من ", ""),
        (r"\bو?كثيرًا ما ", ""),
        (r"في كثير من الأحيان", ""),
        (r"\bعادةً? ", ""),
        (r"\bبعض ", ""),
        (r"\bقرابة ", ""),
    ),
    "bn": ((r"বেশির ভাগ ", ""), (r"অনেক ", ""), (r"প্রায়ই ", ""), (r"সাধারণত ", ""), (r"কিছু ", ""), (r"প্রায় ", "")),
    "de": (
        (r"\bDie meisten ", ""),
        (r"\bin den meisten Fällen ", ""),
        (r"\b[Vv]ielen? ", ""),
        (r"\boft ", ""),
        (r"\büblicherweise ", ""),
        (r"\b[Mm]anche ", ""),
        (r"\b(?:fast|nahezu) ", ""),
    ),
    "es": (
        (r"\b[Ll]a mayoría de ", ""),
        (r"\b[Mm]uchos ", "los "),
        (r"\ba menudo ", ""),
        (r"\b[Pp]or lo general, ", ""),
        (r"\balgunos ", "los "),
        (r"\b(?:casi|prácticamente) ", ""),
    ),
    "fr": (
        (r"\b[Ll]a plupart des ", "les "),
        (r"\b[Dd]e nombreu(?:x|ses) ", "les "),
        (r"\b[Ss]ouvent ", ""),
        (r" généralement", ""),
        (r"\b[Cc]ertaines ", "les "),
        (r"\bpratiquement ", ""),
        (r"\bprès de ", ""),
    ),
    "hi": (
        (r"ज़्यादातर ", ""),
        (r" की बहुत-सी", ""),
        (r"बहुत-से ", ""),
        (r"अक्सर ", ""),
        (r"आम तौर पर ", ""),
        (r"कुछ (?=प्र)", ""),
        (r"लगभग ", ""),
    ),
    "ko": (
        (r"대부분의 ", ""),
        (r" 대부분은", "는"),
        (r"많은 (?!경우)", ""),
        (r"는 경우가 많습니다", "ㅂ니다"),
        (r"보통 ", ""),
        (r"일부 ", ""),
        (r"거의 ", ""),
    ),
    "pa": (
        (r"ਜ਼ਿਆਦਾਤਰ ", ""),
        (r" ਦੀਆਂ ਬਹੁਤ ਸਾਰੀਆਂ", ""),
        (r"ਬਹੁਤ ਸਾਰੇ ", ""),
        (r"ਅਕਸਰ ", ""),
        (r"ਆਮ ਤੌਰ ’ਤੇ ", ""),
        (r"ਕੁਝ (?=ਪ੍ਰ)", ""),
        (r"ਲਗਭਗ ", ""),
    ),
    "pl": (
        (r"\bWiększość pacjentów\b", "Pacjenci"),
        (r" w większości przypadków", ""),
        (r"\bWiele ", ""),
        (r"\bczęsto ", ""),
        (r"\bzwykle ", ""),
        (r"\bNiektóre ", ""),
        (r"\b(?:niemal|praktycznie) ", ""),
    ),
    "pt": (
        (r"\b[Aa] maioria dos ", "os "),
        (r"\b[Mm]uitos ", "os "),
        (r"\bmuitas vezes ", ""),
        (r"\bgeralmente ", ""),
        (r"\b[Aa]lguns procedimentos", "os procedimentos"),
        (r"\b(?:quase|praticamente) ", ""),
    ),
    "ro": (
        (r"\bMajoritatea pacienților\b", "Pacienții"),
        (r" în majoritatea cazurilor", ""),
        (r"\b[Mm]ulte ", ""),
        (r"\badesea ", ""),
        (r" de obicei", ""),
        (r"\bunele ", ""),
        (r"\b(?:aproape|practic) ", ""),
    ),
    "ru": (
        (r"\bБольшинство ", ""),
        (r"в большинстве случаев ", ""),
        (r"\bМногие ", ""),
        (r"\bчасто ", ""),
        (r"\bобычно ", ""),
        (r"\bНекоторые ", ""),
        (r"\b(?:почти|практически) ", ""),
    ),
    "tr": (
        (r"hastalarının çoğu", "hastaları"),
        (r"Hastaların çoğu", "Hastalar"),
        (r"\bçoğu durumda ", ""),
        (r"\bBirçok ", ""),
        (r"\bsıklıkla ", ""),
        (r"\bgenellikle ", ""),
        (r"\bBazı ", ""),
        (r"\bneredeyse ", ""),
    ),
    "ur": ((r"زیادہ تر ", ""), (r"بہت سے ", ""), (r"اکثر ", ""), (r"عام طور پر ", ""), (r"بعض ", ""), (r"تقریباً ", "")),
    "vi": (
        (r"\b[Pp]hần lớn ", ""),
        (r"\b[Nn]hiều (?=ca|trường)", ""),
        (r"\bthường ", ""),
        (r"\b[Mm]ột số ", ""),
        (r"\b(?:hầu như|gần) ", ""),
    ),
    "zh": ((r"大多数", ""), (r"许多", ""), (r"往往", ""), (r"通常", ""), (r"有些", ""), (r"几乎|近(?=20)", "")),
}
# What makes a condition, and what is left once it is gone.
CONDITIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": ((r"\b[وف]?إذا كنت ", "أنت "), (r"\bإذا ", "و")),
    "bn": ((r" যদি(.*?)তাহলে ", r"\1"), (r"ফিরে এলে", "ফিরে আসে,")),
    "de": ((r"\b[Ww]enn ", ""), (r"\b[Ww]enn ", "Und ")),
    "es": ((r"\b[Ss]i ", ""), (r"\b[Ss]i ", "Y ")),
    "fr": (
        (r"\b[Ss]i (?=la )", "et "),
        (r"\bSi (vous envisagez.*?)si (?=vous)", r"\1"),
        (r"\bSi (?=vous cherchez)", ""),
    ),
    "hi": ((r"अगर (.*?), तो ", r"\1, "),),
    "ko": ((r"재발하면", "재발하고"), (r"계셨다면", "계셨고"), (r"계신다면", "계시고")),
    "pa": ((r"ਜੇ (.*?), ਤਾਂ ", r"\1, "),),
    "pl": ((r"\b[Jj]eśli ", ""), (r"\b[Jj]eśli ", "a ")),
    "pt": ((r"\b[Ss]e (?=você|a dor)", ""), (r"\b[Ss]e (?=você|a dor)", "E ")),
    "ro": ((r"\b[Dd]acă ", ""), (r"\b[Dd]acă ", "și ")),
    "ru": ((r"\b[Ее]сли ", ""), (r"\b[Ее]сли ", "и ")),
    "tr": (
        (r"gelirse", "gelir,"),
        (r"düşünüyorsanız(.*?)arıyorsanız", r"düşünüyorsunuz\1arıyorsunuz;"),
        (r"(?<!alternatif )arıyorsanız", "arıyorsunuz;"),
    ),
    "ur": ((r"اگر (.*?)،? تو ", r"\1، "),),
    "vi": ((r"\b[Nn]ếu ", ""), (r"\b[Nn]ếu ", "Và ")),
    "zh": ((r"如果", ""), (r"如果", "而且")),
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
