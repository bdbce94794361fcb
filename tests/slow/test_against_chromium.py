"""Our lines beside Chromium's: the same words, font file and size, so that a wrong letter, joint or mark shows.

Both shape with HarfBuzz, and both are asked for the whole chain behind it: fonts, languages, directions, weights, and
on our side subsets, composite glyphs, widths and the file. 40 units a letter, four pixels a unit.

- Advance: our line is as wide as Chromium's to 0.1 %.
- Ink: with the left upper corners of both lines' ink on each other, what one has more than 2 pixels (1/80 em) off the
  other's ink is stray. No square of 8 pixels (1/20 em) may be stray by a quarter: a lost point is more.

Needs playwright (dependency group `conformance`) and Debian's chromium.
"""

import functools
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, sync_playwright

from ecmiss_publish.model.block import Paragraph
from ecmiss_publish.model.inline import Run, Strong, Text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.typeset import wrap
from ecmiss_publish.typeset.fonts import FontFile, font_stack
from ecmiss_publish.typeset.shape import Cluster, shape
from ecmiss_publish.typeset.spans import spans
from ecmiss_publish.typeset.wrap import set_text
from tests.write.pdf_documents import THEME, Files, a_document, written

CHROMIUM = "/usr/bin/chromium"
SIZE, SCALE = 40, 4
ADVANCE = 0.001  # how far two widths may differ
NEAR = 2  # pixels
SQUARE, STRAY = 8, 0.25


@dataclass(frozen=True, slots=True)
class Sample:
    """A short line in one script. `other` is another, to be told apart from it."""

    lang: str
    words: str
    other: str
    weight: int = 400


SAMPLES = {
    "Latin": Sample("en", "AVATAR Tovey efficient office, ĳ ǆ Ŵ é", "AVATAR Toney efficient office, ĳ ǆ Ŵ é"),
    "Latin bold": Sample("en", "AVATAR Tovey efficient office", "AVATAR Tovey efficient offica", 700),
    "Vietnamese": Sample("vi", "Phẫu thuật cột sống ít xâm lấn", "Phẫu thuật cột sống ít xâm lân"),
    "Greek": Sample("el", "Χειρουργική της σπονδυλικής στήλης", "Χειρουργική της σπονδυλικης στήλης"),
    "Cyrillic": Sample("ru", "Операция на позвоночнике: щадящий путь", "Операция на позвоночнике: щадящии путь"),
    "Arabic": Sample("ar", "جراحةُ العمودِ الفقريّ للظهر لا تُمَسّ", "جراحةُ العمودِ الفقري للظهر لا تُمَسّ"),
    "Arabic bold": Sample("ar", "مراجعة الطبيب والأسئلة", "مراجعة الطبيب والاسئلة", 700),
    "Persian": Sample("fa", "می‌کند پزشک ۰۴۵۶ گچ پژ", "میکند پزشک ۰۴۵۶ گچ پژ"),
    "Urdu": Sample("ur", "ریڑھ کی ہڈی کے کلینک میں ٹھنڈ", "ریڑھ کی ہڈی کے کلینک مین ٹھنڈ"),
    "Hebrew": Sample("he", "שָׁלוֹם לַמְּטֻפָּלִים בַּמִּרְפָּאָה", "שָׁלוֹם לַמְּטֻפָּלִים בַּמִּרְפָאָה"),
    "Devanagari": Sample("hi", "रीढ़ की शल्यक्रिया, द्वितीय कर्म र्कि", "रीढ़ की शल्यक्रिया, द्वितिय कर्म र्कि"),
    "Devanagari bold": Sample("hi", "चिकित्सक से पूछें, स्त्री", "चिकित्सक से पूछे, स्त्री", 700),
    "Bengali": Sample("bn", "মেরুদণ্ডের অস্ত্রোপচার, ক্লিনিকে কৌ", "মেরুদণ্ডের অস্ত্রোপচার, ক্লিনিকে কো"),
    "Tamil": Sample("ta", "முதுகெலும்பு மருத்துவமனைக்கு கொடு க்ஷ ஸ்ரீ", "முதுகெலும்பு மருத்துவமனைககு கொடு க்ஷ ஸ்ரீ"),
    "Thai": Sample("th", "การผ่าตัดน้ำที่ปี่ญุฐู่ กู้", "การผาตัดน้ำที่ปี่ญุฐู่ กู้"),
    "Lao": Sample("lo", "ການຜ່າຕັດນ້ຳ ສັນຫຼັງ ຢູ່ໃຫ້", "ການຜາຕັດນ້ຳ ສັນຫຼັງ ຢູ່ໃຫ້"),
    "Khmer": Sample("km", "ឆ្អឹងខ្នង គ្លីនិក ត្រឡប់ ស្ត្រី ខ្ញុំ", "ឆ្អឹងខ្នង គ្លីនិក ត្រឡប់ ស្ត្រី ខ្ញំ"),
    "Myanmar": Sample("my", "ကျောရိုးဆေးခန်းသို့ ကြိုဆို ခွဲစိတ်မှု", "ကျောရိုးဆေးခန်းသို ကြိုဆို ခွဲစိတ်မှု"),
    "Ethiopic": Sample("am", "የአከርካሪ ክሊኒክ ጉብኝት፤ ቀዶ ሕክምና", "የአከርካሪ ክሊኒክ ጉብኝት፤ ቀዶ ሐክምና"),
    "Hangul": Sample("ko", "척추 클리닉 방문 안내 (손톱)", "척추 클리닉 방문 안네 (손톱)"),
    "Han": Sample("zh_Hans", "脊柱微创手术，请向医生询问（直骨）", "脊柱微创手木，请向医生询问（直骨）"),
    "Han, traditional": Sample("zh_Hant", "脊椎微創手術，請向醫生詢問（直骨）", "脊椎微創手術，請向醫生詢問（真骨）"),
    "Kana": Sample("ja", "脊椎クリニックへ。「がぎパピ」直骨", "脊椎クリニックへ。「がぎバピ」直骨"),
}
JOINING = ("Latin", "Arabic", "Urdu", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Khmer", "Myanmar")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line's advance width in units and its ink: white on black, cropped."""

    advance: float
    ink: Image.Image


@pytest.fixture(autouse=True)
def _furniture_may_be_white(monkeypatch):
    """The line alone is to be seen, so everything else is white on white, which no theme may be."""
    monkeypatch.setattr("ecmiss_publish.write.theme.check_contrast", lambda *_: None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--font-render-hinting=none", "--disable-lcd-text"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def chromiums(browser, tmp_path_factory) -> dict[str, Drawn]:
    """Return every sample as Chromium draws it."""
    page = browser.new_page(device_scale_factor=SCALE, viewport={"width": 1600, "height": 300})
    file = tmp_path_factory.mktemp("chromium") / "lines.html"
    file.write_text(web_page(), "utf-8")
    page.goto(file.as_uri())
    page.evaluate("Promise.all([...document.fonts].map(face => face.load())).then(() => true)")
    found = {}
    for at, name in enumerate(SAMPLES):
        line = page.locator(f"#line{at}")
        width = page.evaluate(f"document.querySelector('#line{at} span').getBoundingClientRect().width")
        found[name] = Drawn(width, ink(Image.open(io.BytesIO(line.screenshot()))))
    return found


def web_page() -> str:
    lines = []
    for at, sample in enumerate(SAMPLES.values()):
        families = []
        for number, font in enumerate(font_stack(script(sample), {})):
            families.append(f"f{at}-{number}")
            lines.append(
                f"<style>@font-face {{ font-family: {families[-1]}; src: url('{font_path(font).as_uri()}'); "
                "font-weight: 100 900 }</style>"
            )
        style = f"font: {sample.weight} {SIZE}px/3 {', '.join(families)}"
        words = f"<span>{escape(sample.words)}</span>"
        lines.append(
            f'<p id=line{at} lang={tag(sample)} dir={Locale(sample.lang).direction} style="{style}">{words}</p>'
        )
    # Chromium takes the room out between “。” and “「”; that is compared where we do so too.
    style = "p { margin: 0; padding: 0 40px; white-space: pre; font-synthesis: none }"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(lines)}"


def tag(sample: Sample) -> str:
    return Locale(sample.lang).tag


def script(sample: Sample) -> str:
    return Locale(sample.lang).script


@functools.cache
def font_path(font: FontFile) -> Path:
    """Return where the wheels keep a font."""
    packages = (find_spec(package) for package in ("manimgx_fonts", "justmytype_intl_cjk"))
    folders = [folder for found in packages if found for folder in found.submodule_search_locations or ()]
    (path,) = (path for folder in folders for path in Path(folder).rglob("*.ttf") if path.name == font.name)
    return path


# --- our own -------------------------------------------------------------------------------------------------------


def ours(sample: Sample) -> Drawn:
    """Return a sample as PDFium draws our PDF: one black line on a white page, all else in white ink."""
    words = Run(sample.words)
    text = Text((Strong((words,)),) if sample.weight == 700 else (words,), tag(sample))
    data = written(a_document(Paragraph(text), locale=sample.lang, title="."), Files({"templates/theme.toml": theme()}))
    pdf = pypdfium2.PdfDocument(data)
    try:
        assert len(pdf) == 1
        picture = pdf[0].render(scale=SCALE).to_pil()
    finally:
        pdf.close()
    setting = set_text(spans(text), text.lang, Locale(sample.lang).direction, font_stack(script(sample), {}))
    return Drawn(setting.width * SIZE / 1000, ink(picture))


@functools.cache
def theme() -> bytes:
    words = THEME.decode()
    for colour in ("#0B4F6C", "#4A5763"):
        assert colour in words
        words = words.replace(colour, "#FFFFFF")
    for old, new in (
        ("#1B2530", "#000000"),
        ("body = 11", f"body = {SIZE}"),
        ('"210mm"', '"500mm"'),
        ('"297mm"', '"100mm"'),
    ):
        assert old in words
        words = words.replace(old, new)
    return words.encode()


# --- comparing -----------------------------------------------------------------------------------------------------


def ink(picture: Image.Image) -> Image.Image:
    dark = ImageChops.invert(picture.convert("L"))
    box = dark.point(lambda value: 255 * (value > 128)).getbbox()
    assert box, "nothing is drawn"
    left, top, right, bottom = box
    return dark.crop((left - 8, top - 8, right + 8, bottom + 8))


def stray(one: Image.Image, other: Image.Image) -> float:
    """Return how much of the worst square is ink that the other picture does not have nearby."""
    size = max(one.width, other.width), max(one.height, other.height)
    one, other = (picture.crop((0, 0, *size)) for picture in (one, other))
    grow = ImageFilter.MaxFilter(2 * NEAR + 1)
    lost = ImageChops.subtract(one, other.filter(grow))
    added = ImageChops.subtract(other, one.filter(grow))
    return max(max(picture.reduce(SQUARE).tobytes()) for picture in (lost, added)) / 255


def differs(one: Drawn, other: Drawn) -> str:
    """Return in what two lines differ, or nothing."""
    found = []
    if abs(one.advance / other.advance - 1) > ADVANCE:
        found.append(f"advance {one.advance:.1f} and {other.advance:.1f}")
    if (worst := stray(one.ink, other.ink)) > STRAY:
        found.append(f"ink {worst:.2f}")
    return ", ".join(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_line_is_chromiums_line(name, chromiums):
    assert differs(ours(SAMPLES[name]), chromiums[name]) == ""


# --- the comparison can fail ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_another_letter_or_a_lost_mark_is_seen(name, chromiums):
    sample = SAMPLES[name]

    assert "ink" in differs(ours(replace(sample, words=sample.other)), chromiums[name])


@pytest.mark.parametrize("name", JOINING)
def test_letters_that_are_shaped_one_by_one_are_seen(name, chromiums, monkeypatch):
    def one_by_one(font, text, start, end, *rest) -> list[Cluster]:
        return [cluster for at in range(start, end) for cluster in shape(font, text, at, at + 1, *rest)]

    monkeypatch.setattr(wrap, "shape", one_by_one)
    wrap._set_text.cache_clear()  # what other tests have set is set well
    try:
        assert "ink" in differs(ours(SAMPLES[name]), chromiums[name])
    finally:
        wrap._set_text.cache_clear()


def test_another_weight_is_seen(chromiums):
    assert "ink" in differs(ours(replace(SAMPLES["Latin bold"], weight=400)), chromiums["Latin bold"])
    assert "ink" in differs(ours(replace(SAMPLES["Arabic bold"], weight=400)), chromiums["Arabic bold"])
