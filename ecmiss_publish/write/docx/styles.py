"""Looks -> styles.xml, and the theme's fonts and colours -> theme1.xml and the table of fonts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from ecmiss_publish.model.locale import Locale
from ecmiss_publish.typeset.fonts import REGULAR, Font, font_stack
from ecmiss_publish.write.docx.inlines import character_style
from ecmiss_publish.write.docx.languages import COMPLEX, EAST_ASIAN, WESTERN, Language, language_of
from ecmiss_publish.write.docx.looks import BAR, Box, Look, looks, style_id
from ecmiss_publish.write.docx.roles import BoxRole
from ecmiss_publish.write.docx.xml import Xml, parsed, root, twips, w
from ecmiss_publish.write.theme import Page, Theme

TABLE_STYLE = "BrochureTable"
CELL_PADDING = 6.0  # points between a column's edge and its words
_MARGIN = 0.5  # the width of a border that only holds the fill away from the words

# Our colours in the twelve places of Word's colour picker.
_PLACES = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "muted",
    "lt2": "primary-tint",
    "accent1": "primary",
    "accent2": "ecmiss",
    "accent3": "open",
    "accent4": "teal",
    "accent5": "amber",
    "accent6": "rule",
    "hlink": "ecmiss",
    "folHlink": "primary",
}
_PLACE_NAMES = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}
_PLACE_OF = {
    colour: _PLACE_NAMES.get(place, place)
    for place, colour in reversed(_PLACES.items())
    if place not in ("hlink", "folHlink")
}

# Where Noto is not installed: a sans serif that covers the same script and comes with the reader's system.
_INSTEAD = {
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Jpan": "Yu Gothic",
    "Kore": "Malgun Gothic",
    "Latn": "Segoe UI",
    "Arab": "Segoe UI",
    "Hebr": "Segoe UI",
    "Thai": "Leelawadee UI",
    "Laoo": "Leelawadee UI",
    "Khmr": "Leelawadee UI",
}
_INDIC = "Nirmala UI"


@dataclass(frozen=True, slots=True)
class Typography:
    """How the words of one locale are set: language, the scripts of Word's three fonts, line height."""

    theme: Theme
    page: Page
    locale: Locale

    @property
    def language(self) -> Language:
        """The document's language."""
        return language_of(self.locale.tag)

    @property
    def scripts(self) -> Mapping[str, str]:
        """The script that each of Word's fonts is for: `latin`, `ea` and `cs` of DrawingML."""
        scripts = {"latin": "Latn", "ea": "Hans", "cs": "Arab"}
        slot = self.language.slot
        if slot != "western":
            scripts["ea" if slot == "east_asian" else "cs"] = self.locale.script
        return scripts

    def font(self, script: str) -> Font:
        """Return the first font for `script`."""
        return font_stack(script, self.theme.fonts)[0].at(REGULAR)

    @property
    def line(self) -> float:
        """The line height as a factor of the size."""
        return self.theme.script(self.locale.script).line

    @property
    def line_rule(self) -> str:
        """How Word takes the line height: as the least, unless the font's own is larger and would tear lines apart."""
        font = self.font(self.locale.script)
        return "exact" if (font.ascent - font.descent) / 1000 > self.line else "atLeast"

    def complex_size(self, size: float) -> float:
        """Return the size of complex letters beside Latin ones of `size`: Arabic is drawn small."""
        return size * self.theme.script(self.locale.script).scale if self.language.slot == "complex" else size

    def leading(self, size: float, line: float) -> int:
        """Return the distance of baselines in twips."""
        return twips(max(size, self.complex_size(size)) * line)


def fill_styles(
    styles: etree._Element, typography: Typography, boxes: Mapping[str, BoxRole], used: Collection[str]
) -> None:
    """Put the styles of a brochure into `styles`, which is empty: those `used`, and those that anyone may want."""
    made: dict[str, Look] = {}
    for look in looks(typography.theme, typography.page, typography.line, boxes, used):
        made.setdefault(look.id, look)  # a role of the theme may be called as a style of ours is
    needed = set(used)
    for name in used:
        needed.update(_bases(made[name], made))
    paragraphs = [
        _paragraph_style(look, typography)
        for look in made.values()
        if look.gallery or look.built_in or look.id in needed
    ]
    tables = _table_styles(typography.theme)
    styles.extend(
        parsed(_defaults(typography), _latent(), *paragraphs, *_character_styles(typography), *tables, _no_list())
    )


def _bases(look: Look, made: Mapping[str, Look]) -> Iterator[str]:
    """Yield the ids of the styles below `look`."""
    while look.base:
        look = made[style_id(look.base)]
        yield look.id


# --- defaults ---------------------------------------------------------------------------------------------------


def _defaults(typography: Typography) -> Xml:
    language, size = typography.language, typography.theme.sizes["body"]
    fonts = w(
        "rFonts", asciiTheme="minorHAnsi", eastAsiaTheme="minorEastAsia", hAnsiTheme="minorHAnsi", cstheme="minorBidi"
    )
    lang = w(
        "lang",
        val=language.tag if language.slot == "western" else WESTERN,
        eastAsia=language.tag if language.slot == "east_asian" else EAST_ASIAN,
        bidi=language.tag if language.slot == "complex" else COMPLEX,
    )
    characters = w("rPr", fonts, _colour("ink", typography.theme), *_sizes(size, typography), lang)
    spacing = w(
        "spacing",
        before=0,
        after=twips(typography.theme.spaces["paragraph"]),
        line=typography.leading(size, typography.line),
        lineRule=typography.line_rule,
    )
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault", w("pPr", w("widowControl"), spacing)))


def _latent() -> Xml:
    """Keep Word's own two hundred styles out of the gallery until somebody asks for them."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


# --- paragraphs and characters ----------------------------------------------------------------------------------


def _paragraph_style(look: Look, typography: Typography) -> Xml:
    return w(
        "style",
        w("name", val=look.name),
        w("basedOn", val=style_id(look.base)) if look.base else None,
        w("next", val=style_id(look.following)) if look.following else None,
        w("uiPriority", val=1 if look.gallery else 99),
        w("qFormat") if look.gallery else None,
        w("pPr", *_paragraph_properties(look, typography)),
        w("rPr", *_character_properties(look, typography)),
        type="paragraph",
        default=None if look.base else 1,
        customStyle=None if look.built_in else 1,
        styleId=look.id,
    )


def _paragraph_properties(look: Look, typography: Typography) -> Iterator[Xml]:
    """Yield the properties in the order of the schema."""
    rtl = typography.language.rtl
    if look.keep_next:
        yield w("keepNext")
    if look.keep_lines:
        yield w("keepLines")
    if look.numbering:
        number, level = look.numbering
        yield w("numPr", w("ilvl", val=level) if level else None, w("numId", val=number))
    if look.box:
        yield _borders(look.box, typography.theme, rtl)
        if look.box.fill:
            yield _shading(look.box.fill, typography.theme)
    elif look.rule:
        yield w("pBdr", w("bottom", val="single", sz=4, space=4, **_ink(look.rule, typography.theme)))
    if look.tab:
        leader = "underscore" if look.leader else None
        yield w("tabs", w("tab", val="right", leader=leader, pos=twips(look.tab)))
    if rtl:
        yield w("bidi")
    if spacing := _spacing(look, typography):
        yield w("spacing", **spacing)
    indent = {"left": look.start, "right": look.end, "hanging": look.hanging}
    if lengths := {side: twips(length) for side, length in indent.items() if length is not None}:
        yield w("ind", **lengths)
    if look.close:
        yield w("contextualSpacing")
    if look.centred:
        yield w("jc", val="center")
    if look.outline is not None:
        yield w("outlineLvl", val=look.outline)


def _spacing(look: Look, typography: Typography) -> dict[str, int | str]:
    spacing: dict[str, int | str] = {}
    if look.before is not None:
        spacing["before"] = twips(look.before)
    if look.after is not None:
        spacing["after"] = twips(look.after)
    if look.picture:
        return {**spacing, "line": 240, "lineRule": "auto"}
    if look.size is not None or look.line is not None:
        size = look.size or typography.theme.sizes["body"]
        spacing["line"] = typography.leading(size, look.line or typography.line)
        spacing["lineRule"] = typography.line_rule
    return spacing


def _borders(box: Box, theme: Theme, rtl: bool) -> Xml:
    """Return borders in the colour of the fill: they are its margin. The bar is where lines start."""
    # Borders name sides of the paper, other than indents, which name ends of the line.
    bar = None if box.bar is None else "right" if rtl else "left"
    edges = []
    for side in ("top", "left", "bottom", "right"):
        width, colour = (BAR, box.bar) if side == bar and box.bar else (_MARGIN, box.fill)
        space = box.side if side in ("left", "right") else box.padding
        if colour:
            edges.append(w(side, val="single", sz=round(width * 8), space=round(space), **_ink(colour, theme)))
    return w("pBdr", *edges)


def _character_properties(look: Look, typography: Typography) -> Iterator[Xml]:
    if look.strong is not None:
        yield from _strong(look.strong)
    if look.colour is not None:
        yield _colour(look.colour, typography.theme)
    if look.size is not None:
        yield from _sizes(look.size, typography)


def _strong(strong: bool) -> Iterator[Xml]:
    value = None if strong else 0
    yield w("b", val=value)
    yield w("bCs", val=value)


def _sizes(size: float, typography: Typography) -> Iterator[Xml]:
    yield w("sz", val=round(size * 2))
    yield w("szCs", val=round(typography.complex_size(size) * 2))


def _character_styles(typography: Typography) -> Iterator[Xml]:
    yield w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    for link in (False, True):
        for emphasis in (False, True):
            for strong in (False, True):
                if link or emphasis or strong:
                    yield _character_style(strong, emphasis, link, typography)


def _character_style(strong: bool, emphasis: bool, link: bool, typography: Typography) -> Xml:
    name = " ".join(part for part, shown in (("Hyperlink", link), ("Strong", strong), ("Emphasis", emphasis)) if shown)
    alone = strong + emphasis + link == 1
    slot = typography.language.slot
    # Letters without a slope are stressed by weight. East Asian and Latin ones share their switch.
    slope = emphasis and slot != "east_asian"
    weight = strong or (emphasis and slot == "east_asian")
    complex_slope = slope and typography.theme.script(typography.locale.script).slope and slot == "complex"
    properties = [
        w("b") if weight else None,
        w("bCs") if strong or (emphasis and not complex_slope) else None,
        w("i") if slope else None,
        w("iCs") if complex_slope else None,
        w("color", val=typography.theme.colours[_PLACES["hlink"]][1:], themeColor="hyperlink") if link else None,
        w("u", val="single") if link else None,
    ]
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=2 if alone else 99),
        w("qFormat") if alone else None,
        w("rPr", *properties),
        type="character",
        customStyle=None if alone else 1,
        styleId=character_style(strong, emphasis, link),
    )


# --- tables -----------------------------------------------------------------------------------------------------


def _table_styles(theme: Theme) -> Iterator[Xml]:
    margins = w(
        "tblCellMar",
        w("top", w=0, type="dxa"),
        w("left", w=twips(CELL_PADDING), type="dxa"),
        w("bottom", w=0, type="dxa"),
        w("right", w=twips(CELL_PADDING), type="dxa"),
    )
    yield w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    line: dict[str, str | int] = {"val": "single", "space": 0}
    borders = w(
        "tblBorders",
        w("top", **line, sz=12, **_ink("primary", theme)),
        w("bottom", **line, sz=12, **_ink("primary", theme)),
        w("insideH", **line, sz=4, **_ink("rule", theme)),
    )
    yield w(
        "style",
        w("name", val="Brochure Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=1),
        w("qFormat"),
        w("tblPr", borders, margins),
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )


def _no_list() -> Xml:
    return w(
        "style",
        w("name", val="No List"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="numbering",
        default=1,
        styleId="NoList",
    )


# --- colours ----------------------------------------------------------------------------------------------------


def _ink(colour: str, theme: Theme) -> dict[str, str | int]:
    """Return a border's colour, as value and by its place, so that another colour scheme reaches it."""
    ink: dict[str, str | int] = {"color": theme.colours[colour][1:]}
    if colour in _PLACE_OF:
        ink["themeColor"] = _PLACE_OF[colour]
    return ink


def _colour(colour: str, theme: Theme) -> Xml:
    return w("color", val=theme.colours[colour][1:], themeColor=_PLACE_OF.get(colour))


def _shading(colour: str, theme: Theme) -> Xml:
    return w("shd", val="clear", color="auto", fill=theme.colours[colour][1:], themeFill=_PLACE_OF.get(colour))


def cell_shading(role: str, theme: Theme) -> Xml | None:
    """Return the tint of a table's column, where the theme has one for its role."""
    return _shading(f"{role}-tint", theme) if f"{role}-tint" in theme.colours else None


def cell_rule(role: str, theme: Theme) -> Xml:
    """Return the line below a column's head: whole for ECMISS and broken for open surgery, as in the drawings."""
    line = "single" if role != "open" else "dashSmallGap"  # LibreOffice does not draw “dashed” this wide
    return w("tcBorders", w("bottom", val=line, sz=18, space=0, **_ink(role, theme)))


# --- other parts ------------------------------------------------------------------------------------------------


def theme_part(template: bytes, typography: Typography) -> bytes:
    """Return python-docx's theme1.xml with our colours and fonts."""
    text = template.decode()
    for place, colour in _PLACES.items():
        value = typography.theme.colours[colour][1:]
        text = re.sub(rf"(?s)(<a:{place}>).*?(</a:{place}>)", rf'\g<1><a:srgbClr val="{value}"/>\g<2>', text)
    names = {slot: quoteattr(typography.font(script).file.family) for slot, script in typography.scripts.items()}
    fonts = "".join(f"<a:{slot} typeface={name}/>" for slot, name in names.items())
    for kind in ("majorFont", "minorFont"):
        text = re.sub(rf"(?s)<a:{kind}>.*?</a:{kind}>", f"<a:{kind}>{fonts}</a:{kind}>", text)
    return re.sub(r' name="Office( Theme)?"', ' name="ecmiss_publish"', text).encode()


def font_table(typography: Typography) -> bytes:
    """Return fontTable.xml: what stands in for a font that the reader has not got."""
    families: dict[str, str] = {}
    for script in typography.scripts.values():
        families.setdefault(typography.font(script).file.family, _INSTEAD.get(script, _INDIC))
    fonts = [
        w("font", w("altName", val=other), w("family", val="swiss"), w("pitch", val="variable"), name=family)
        for family, other in families.items()
    ]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root("fonts", *fonts)}'.encode()
