"""The HTML writer: what a page holds, and what it says of a broken template."""

import base64
import datetime
import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import pytest
from lxml import html as lxml_html

from ecmiss_publish.model.block import (
    Attrs,
    Block,
    Break,
    Cell,
    Definition,
    Definitions,
    Figure,
    Group,
    List,
    ListItem,
    Panel,
    Paragraph,
    Quote,
    Section,
    Table,
    TableRow,
)
from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import Emphasis, Foreign, Isolate, LineBreak, Link, Run, Strong, Text, plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.scene import Label, Scene, Shape
from ecmiss_publish.typeset.webfont import characters_in
from ecmiss_publish.write import html
from ecmiss_publish.write.contrast import contrast
from ecmiss_publish.write.theme import load_theme
from ecmiss_publish.write.web_style import dark_colours

PROJECT = Path(__file__).parents[2]
FILES = {
    path: (PROJECT / path).read_bytes()
    for path in (
        "templates/theme.toml",
        *(f"templates/html/{name}" for name in ("page.html", "blocks.html", "index.html", "style.css")),
    )
}


@dataclass
class Files:
    files: dict[str, bytes]

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]

    def list(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(path.removeprefix(f"{folder}/") for path in self.files if path.startswith(f"{folder}/")))


def a_document(*blocks: Block, locale: str = "en", title: str = "Spine surgery", **changes: object) -> Document:
    here = Locale(locale)
    labels = {"skip": "Skip", "contents": "Contents", "languages": "Languages"}
    document = Document(
        edition=Edition(name="web", writer="html", page="screen", path="templates/editions/web.xml"),
        locale=here,
        article="spine",
        title=plain_text(title, here.tag, "title"),
        source_title=plain_text("Spine surgery", "en", "title"),
        reference="S-1",
        version="1",
        date=datetime.date(2026, 1, 2),
        draft=False,
        labels={name: plain_text(words, "en", f"ui.{name}") for name, words in labels.items()},
        alternates=(here,),
        blocks=blocks,
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def a_text(words: str, unit: str = "a", lang: str = "en") -> Text:
    return plain_text(words, lang, unit)


def a_paragraph(words: str, unit: str = "a", lang: str = "en") -> Paragraph:
    return Paragraph(a_text(words, unit, lang))


def a_scene(name: str, *words: str) -> Scene:
    """Return a picture with a hatched field and a label for each of `words`."""
    field = Shape(commands=(("M", (0, 0)), ("L", (9, 9)), ("Z", ())), hatch="open", stroke="teal")
    labels = (Label(text=a_text(each, each), x=1, y=9, anchor="start", room=90, size=10) for each in words)
    return Scene(name=name, width=100, height=50, shapes=(field,), labels=tuple(labels))


def page(document: Document) -> lxml_html.HtmlElement:
    report = Report()
    data = html.write(document, Files(FILES), report)
    assert not list(report)
    return lxml_html.document_fromstring(data.decode("utf-8"))


def one(root: lxml_html.HtmlElement, path: str) -> lxml_html.HtmlElement:
    (found,) = root.xpath(path)
    return found


# --- words stay words -------------------------------------------------------------------------------------------


def test_a_browser_breaks_no_line_behind_a_word_that_leans_on_the_next():
    root = page(a_document(a_paragraph("Ból w plecach")))

    assert "Ból w" in one(root, "//p[@data-unit='a']").text_content()
    polish = page(a_document(replace(a_paragraph("x"), text=Text((Run("Ból w plecach"),), "pl", "a"))))
    assert one(polish, "//p[@data-unit='a']").text_content() == "Ból w\u00a0plecach"


def test_a_browser_keeps_a_range_in_one_piece():
    text = one(page(a_document(a_paragraph("It takes 1–2 weeks & a 0.5–1.5 cm cut"))), "//p[@data-unit='a']")

    assert [span.text for span in text.xpath(".//span[@class='range']")] == ["1–2", "0.5–1.5"]
    assert text.text_content() == "It takes 1–2\u00a0weeks & a 0.5–1.5\u00a0cm cut"


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "a & b &lt; c", "\"quoted\" & 'so'"])
def test_text_stays_text_whatever_it_looks_like(words):
    root = page(a_document(a_paragraph(words), title=words))

    assert one(root, "//p[@data-unit='a']").text_content() == words
    assert one(root, "//h1").text_content() == words
    assert root.findtext(".//title") == words
    assert not root.xpath("//script")


def test_every_inline_has_its_element():
    inlines = (
        Strong((Run("Call"),)),
        LineBreak(),
        Emphasis((Run("now"),)),
        Isolate((Run("0.5–1.5"),)),
        Link((Run("here"),), "https://example.org/?a=1&b=2"),
    )
    paragraph = one(page(a_document(Paragraph(Text(inlines, "en", "a")))), "//p[@data-unit='a']")

    assert [child.tag for child in paragraph] == ["strong", "br", "em", "bdi", "a"]
    assert paragraph.find("bdi").get("dir") == "ltr"
    assert paragraph.find("a").get("href") == "https://example.org/?a=1&b=2"


def test_a_fallback_text_carries_its_own_language_and_direction():
    root = page(a_document(a_paragraph("Not translated"), a_paragraph("نص", "b", "ar"), locale="ar", title="جراحة"))

    fallback, translated = one(root, "//p[@data-unit='a']"), one(root, "//p[@data-unit='b']")
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert (fallback.get("lang"), fallback.get("dir")) == ("en", "ltr")
    assert (translated.get("lang"), translated.get("dir")) == (None, None)


# --- blocks -----------------------------------------------------------------------------------------------------


def test_there_is_a_macro_for_every_block():
    macros = re.findall(r"{% macro (\w+)\(block, level\)", FILES["templates/html/blocks.html"].decode())

    assert {block.__name__.lower() for block in get_args(Block)} <= set(macros)


def test_a_heading_is_as_deep_as_its_section_and_never_deeper_than_six():
    block: Block = a_paragraph("words")
    for depth in range(7, 0, -1):
        block = Section(a_text(f"Level {depth}", f"s{depth}"), (block,), Attrs(id=f"s{depth}"))
    root = page(a_document(block))

    assert [element.tag for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6")] == [
        "h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6",
    ]  # fmt: skip
    assert one(root, "//section[@id='s1']").get("aria-labelledby") == "s1-title"
    assert one(root, "//nav[@class='contents']//a").get("href") == "#s1"


def test_an_item_s_title_runs_into_its_first_paragraph():
    item = ListItem((a_paragraph("the text", "b"), a_paragraph("more", "c")), a_text("Title:", "t"))
    paragraphs = page(a_document(List((item,)))).xpath("//li[.//@data-unit='t']/p")

    assert [paragraph.text_content() for paragraph in paragraphs] == ["Title: the text", "more"]
    assert one(paragraphs[0], "strong").get("data-unit") == "t"


def test_a_table_says_what_its_heads_are_heads_of():
    head = TableRow((Cell(a_text("Feature", "f"), True), Cell(a_text("ECMISS", "e"), True)))
    row = TableRow((Cell(a_text("Stay", "s"), True), Cell(a_text("1 day", "d"))))
    root = page(a_document(Table(a_text("Comparison", "c"), head, (row,))))

    assert [cell.get("scope") for cell in root.iter("th")] == ["col", "col", "row"]
    assert one(root, "//table/caption").text == "Comparison"


def test_questions_fold_and_definitions_do_not():
    entries = (Definition(a_text("Why?", "q"), (a_paragraph("So.", "a"),)),)
    root = page(a_document(Definitions(entries, Attrs(role="faq")), Definitions(entries)))

    assert one(root, "//details/summary/span").text == "Why?"
    assert one(root, "//dl//dt").text == "Why?"


def test_a_question_is_one_thing_beside_its_arrow():
    # In a flexible box every inline element stands apart: a name in the question tore it into pieces.
    question = Text((Run("需要"), Foreign((Run("ECMISS"),), "en"), Run("吗？")), "zh-Hans", "q")
    entries = (Definition(question, (a_paragraph("So.", "a"),)),)
    root = page(a_document(Definitions(entries, Attrs(role="faq"))))

    (only,) = one(root, "//details/summary")
    assert only.text_content() == "需要ECMISS吗？"


def test_a_role_without_a_macro_of_its_own_is_a_class():
    root = page(a_document(Group((a_paragraph("x"),), Attrs(role="cards")), Panel((Quote((a_paragraph("y"),)),))))

    assert one(root, "//div[@class='cards']/p").text == "x"
    assert one(root, "//div[@class='panel']/blockquote/p").text == "y"


def test_a_figure_has_its_alternative_text_and_caption():
    scene = Scene(name="chart", width=100, height=50, shapes=(), labels=())
    figure = Figure(scene, a_text("A chart of\ntwo bars", "alt"), a_text("The chart", "cap"))
    root = page(a_document(figure, Break()))

    assert one(root, "//figure//svg").get("aria-label") == "A chart of two bars"
    assert one(root, "//figcaption").text == "The chart"


def test_a_picture_for_narrow_columns_takes_the_other_s_place():
    figure = Figure(a_scene("chart", "wide"), a_text("A chart", "alt"), narrow=a_scene("chart", "wide"))
    root = page(a_document(figure, figure))

    wide, narrow = root.xpath("(//figure)[1]/div")
    assert (wide.get("data-copy"), narrow.get("data-copy")) == (None, "")
    assert [one(each, ".//svg").get("aria-label") for each in (wide, narrow)] == ["A chart", "A chart"]
    style = one(root, "//style").text
    assert ".narrow { display: none" in style
    assert re.search(r"@media screen and \(max-width:[\d.]+rem\){\.drawing-chart{display:none}\.narrow-chart{", style)
    assert not root.xpath("//figure//@tabindex")  # neither has to be scrolled


def test_pictures_share_no_names():
    figure = Figure(a_scene("chart"), a_text("A chart", "alt"), narrow=a_scene("chart"))
    root = page(a_document(figure, figure))

    names = root.xpath("//pattern/@id")
    assert len(set(names)) == len(names) == 4
    assert root.xpath("//path/@fill[starts-with(., 'url')]") == [f"url(#{name})" for name in names]


def test_the_page_carries_glyphs_for_a_picture_that_only_phones_show():
    figure = Figure(a_scene("chart"), a_text("A chart", "alt"), narrow=a_scene("chart", "Ωmega"))
    style = one(page(a_document(figure)), "//style").text
    fonts = [base64.b64decode(data) for data in re.findall(r"data:font/woff;base64,([^)]*)", style)]

    assert "Ω" in set().union(*map(characters_in, fonts))


def test_a_picture_with_words_and_no_narrow_one_scrolls_and_a_logo_stays_small():
    logo, drawing = Figure(a_scene("logo"), a_text("A", "a")), Figure(a_scene("back", "disc"), a_text("B", "b"))
    root = page(a_document(logo, drawing))

    assert [each.get("class") for each in root.xpath("//figure/div")] == ["mark", "drawing scroll"]
    assert one(root, "//figure/div[@tabindex='0']").get("class") == "drawing scroll"


def test_an_icon_says_nothing():
    attrs = Attrs(icon=a_scene("house"))
    root = page(
        a_document(
            Definitions((Definition(a_text("Stay", "s"), (a_paragraph("One day", "d"),), attrs),)),
            List((ListItem((a_paragraph("Short.", "b"),), a_text("Home:", "h"), attrs),)),
            Panel((a_paragraph("Ask.", "q"),), a_text("Who", "w"), attrs),
            Group((a_paragraph("x"),), attrs),
        )
    )

    icons = root.xpath("//svg")
    assert [(icon.get("aria-hidden"), icon.get("focusable"), icon.get("role")) for icon in icons] == [
        ("true", "false", None)
    ] * 4
    assert [icon.getparent().tag for icon in icons] == ["dt", "p", "p", "div"]
    assert one(root, "//dt/span").text == "Stay"
    assert one(root, "//li[@class='iconed']/p").text_content().split() == ["Home:", "Short."]
    # So that it changes with the page's colours, dark ones too.
    assert one(icons[0], ".//path[@stroke]").get("stroke") == "var(--colour-teal)"


def test_a_telephone_number_is_dialled():
    number = Text((Isolate((Link((Run("+1 555 0100"),), "tel:+15550100"),)),), "en")
    phone = one(page(a_document(Paragraph(number, Attrs(role="phone")))), "//p[@class='phone']")

    assert one(phone, "bdi/a").get("href") == "tel:+15550100"


def test_a_myth_and_its_fact_keep_their_roles():
    claim, fact = (Group((a_paragraph(role, role),), Attrs(role=role)) for role in ("claim", "fact"))
    myths = List((ListItem((Group((claim, fact), Attrs(role="myth")),)),), attrs=Attrs(role="myths"))

    assert [each.get("class") for each in page(a_document(myths)).xpath("//ul[@class='myths']//div")] == [
        "myth", "claim", "fact",
    ]  # fmt: skip


def test_what_is_said_at_a_glance_stands_before_the_contents():
    glance = Panel((a_paragraph("One day", "d"),), a_text("At a glance", "g"), Attrs(role="glance"))
    section = Section(a_text("More", "m"), (a_paragraph("words"),), Attrs(id="more"))
    columns = one(page(a_document(glance, section)), "//div[@class='columns']")

    assert [child.get("class") for child in columns] == ["text opening", "contents", "text"]


def test_the_imprint_stands_in_the_title_area():
    imprint = Paragraph(a_text("Reference S-1", "i"), Attrs(role="imprint"))
    root = page(a_document(imprint, a_paragraph("First words.")))

    assert one(root, "//div[@class='band']//p").text == "Reference S-1"
    assert one(root, "//meta[@name='description']").get("content") == "First words."


# --- the page around them ---------------------------------------------------------------------------------------


def test_the_description_ends_with_a_sentence():
    words = f"Back pain is common. {'It passes. ' * 30}"
    description = one(page(a_document(a_paragraph(words))), "//meta[@name='description']").get("content")

    assert description.startswith("Back pain is common. It passes.")
    assert description.endswith("passes.")
    assert len(description) <= 200


def test_each_language_is_named_in_itself_and_links_to_its_page():
    locales = (Locale("en"), Locale("ar"), Locale("zh_Hans"))
    links = page(a_document(alternates=locales)).xpath("//nav[@class='languages']//a")

    assert [(link.text, link.get("lang"), link.get("dir"), link.get("hreflang")) for link in links] == [
        ("English", "en", "ltr", "en"),
        ("العربية", "ar", "rtl", "ar"),
        ("简体中文", "zh-Hans", "ltr", "zh-Hans"),
    ]
    assert [link.get("href") for link in links][1] == "../ar/spine-web.html"
    assert [link.get("aria-current") for link in links] == ["page", None, None]


def test_the_policy_allows_the_page_s_own_style_and_nothing_else():
    root = page(a_document(a_paragraph("words")))

    policy = one(root, "//meta[@http-equiv='Content-Security-Policy']").get("content")
    digest = base64.b64encode(hashlib.sha256(one(root, "//style").text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}';" in policy
    assert set(re.findall(r"-src ([^';]+);", policy)) == {"data:"}  # fonts, and the bitmap of a logo


def test_style_names_no_side_of_the_page():
    style = re.sub(r"/\*.*?\*/", "", FILES["templates/html/style.css"].decode(), flags=re.DOTALL)

    assert not re.findall(r"\b(?:margin|padding|border|inset)-(?:left|right)\b|\b(?:left|right)\s*[:;}]", style)


def style_of(document: Document, theme: bytes = FILES["templates/theme.toml"]) -> str:
    data = html.write(document, Files({**FILES, "templates/theme.toml": theme}), Report())
    style: str = one(lxml_html.document_fromstring(data.decode("utf-8")), "//style").text
    return style.partition("/* How a page looks.")[0]


def test_roles_look_as_the_theme_says():
    role = b'[role.cards]\ncolumns = [1, 2]\nfill = "amber-tint"\nedge = "amber"\ntitle = "open"\nsize = "small"\n'
    style = style_of(a_document(), FILES["templates/theme.toml"].replace(b"[role.lead]", role + b"[role.lead]"))

    rules = [rule for rule in style.split("\n") if ".cards" in rule]
    boxes = ":is(div,aside,section,blockquote).cards,:is(ul,ol).cards>li,dl.cards>div"
    look = "padding:var(--space-panel);background:var(--colour-amber-tint);"
    assert rules[0] == f"{boxes}{{{look}border-inline-start:var(--edge) solid var(--colour-amber)}}"
    assert any("grid-template-columns:minmax(0,1fr) minmax(0,2fr)" in rule for rule in rules)
    assert ".cards :is(.title,dt,summary){color:var(--colour-open)}" in rules
    assert ".cards{font-size:var(--size-small)}" in rules


def test_a_role_without_a_look_has_no_rule():
    style = style_of(a_document(), FILES["templates/theme.toml"].replace(b"[role.lead]", b"[role.plain]\n[role.lead]"))

    assert ".plain" not in style


def test_the_page_is_in_the_clinic_s_colours():
    light, dark = style_of(a_document(brand=Brand(colours={"primary": "#4A2F6B"}))).split("@media screen", 1)

    assert "--colour-primary:#4A2F6B" in light
    assert "--band:#4A2F6B" in light
    assert "--colour-primary:#4A2F6B" not in dark


@pytest.mark.parametrize("primary", ["#0B4F6C", "#4A2F6B", "#000000", "#0000CC", "#8B0000", "#3F3F00", "#FFFFFF"])
def test_a_dark_page_can_be_read_in_any_clinic_s_colours(primary):
    theme = load_theme(Files(FILES), Report())

    dark = dark_colours({**theme.colours, "primary": primary})

    for name in ("primary", "teal", "amber", "ecmiss", "open"):
        assert contrast(dark[name], dark["paper"]) >= 7
        assert contrast(dark[name], dark[f"{name}-tint"]) >= 4.5
        assert contrast(dark["ink"], dark[f"{name}-tint"]) >= 7
        assert contrast(dark["muted"], dark[f"{name}-tint"]) >= 4.5
    assert contrast(dark["primary"], dark["teal-tint"]) >= 4.5


@pytest.mark.parametrize(
    ("locale", "title"), [("en", "Spine"), ("ar", "جراحة"), ("hi", "रीढ़ की सर्जरी"), ("zh_Hans", "脊柱手术")]
)
def test_the_page_carries_glyphs_in_two_weights_for_its_script(locale, title):
    style = one(page(a_document(locale=locale, title=title)), "//style").text
    fonts = [base64.b64decode(data) for data in re.findall(r"data:font/woff;base64,([^)]*)", style)]

    assert set(title) <= set().union(*map(characters_in, fonts))
    assert all(b"fvar" in font and b"gvar" in font for font in fonts)


def test_a_character_that_no_font_has_is_a_problem():
    report = Report()

    html.write(a_document(a_paragraph("egyptian \U00013000")), Files(FILES), report)

    assert [(problem.code, "U+13000" in problem.message) for problem in report] == [("missing-glyph", True)]


def test_the_same_document_makes_the_same_bytes():
    document = a_document(a_paragraph("words"), a_paragraph("كلمات", "b", "ar"))

    assert html.write(document, Files(FILES), Report()) == html.write(document, Files(FILES), Report())


# --- templates that are broken ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "change", "code", "place"),
    [
        ("page.html", ("<head>", "<head>{% if %}"), "template-error", "templates/html/page.html:6"),
        ("page.html", ("title.plain", "titel.plain"), "template-error", "templates/html/page.html:12"),
        ("blocks.html", ("block.text | words", "block.txt | words"), "template-error", "templates/html/blocks.html"),
        ("blocks.html", ("{% macro paragraph(", "{% macro para("), "missing-macro", "templates/html/blocks.html"),
        ("blocks.html", ("| words", "| wordz"), "template-error", "templates/html/blocks.html"),
    ],
)
def test_a_broken_template_is_a_problem_with_its_line(name, change, code, place):
    path = f"templates/html/{name}"
    broken = FILES[path].decode().replace(*change)
    report = Report()

    with pytest.raises(PublishError):
        html.write(a_document(a_paragraph("words")), Files({**FILES, path: broken.encode()}), report)

    (problem,) = report
    assert problem.code == code
    assert str(problem.origin).startswith(place)


@pytest.mark.parametrize("name", ["page.html", "blocks.html", "style.css"])
def test_a_template_that_is_not_there_is_a_problem(name):
    report = Report()
    files = {path: data for path, data in FILES.items() if not path.endswith(name)}

    with pytest.raises(PublishError):
        html.write(a_document(), Files(files), report)

    assert [(problem.code, problem.origin) for problem in report] == [
        ("missing-template", Origin(f"templates/html/{name}"))
    ]


def test_a_changed_template_is_used_at_once():
    document = a_document(a_paragraph("words"))
    html.write(document, Files(FILES), Report())
    path = "templates/html/blocks.html"
    changed = FILES[path].replace(b"<p{{ attributes(block) }}", b'<p data-new="yes"{{ attributes(block) }}')

    assert b'data-new="yes"' in html.write(document, Files({**FILES, path: changed}), Report())


# --- the index --------------------------------------------------------------------------------------------------


def test_the_index_leads_to_every_file_in_the_words_of_its_language():
    file = html.IndexFile(a_text("صفحة ويب", "ui.web", "ar"), "ar/spine.html", 103_368)
    entry = html.IndexEntry(Locale("ar"), a_text("جراحة", "title", "ar"), (file,), a_text("Draft", "ui.draft"))

    root = lxml_html.document_fromstring(
        html.write_index(a_text("Spine surgery"), [entry], Files(FILES), Report()).decode("utf-8")
    )

    card = one(root, "//ul[@class='editions']/li")
    assert (card.get("lang"), card.get("dir")) == ("ar", "rtl")
    assert card.find("h2").text_content() == "العربية Arabic"
    assert [(link.text, link.get("href")) for link in card.iter("a")] == [("صفحة ويب", "ar/spine.html")]
    assert "spine.html · 104 kB" in card.text_content()
    assert one(card, "p[@class='notice']").text == "Draft"
