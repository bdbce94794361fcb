"""The theme -> the rules of a web page's style sheet that follow it: tokens, roles, fonts, languages, drawings.

What only web pages have is in `templates/html/style.css`, which comes after these rules and may overrule them.
"""

from __future__ import annotations

import base64
import colorsys
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ecmiss_publish.model.block import Figure, walk
from ecmiss_publish.model.document import Document
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Scene
from ecmiss_publish.typeset.webfont import WebFonts
from ecmiss_publish.write.contrast import contrast
from ecmiss_publish.write.theme import RoleStyle, Theme

_BODY_REM = 1.125  # the size of running text on a screen: 18 px where the reader has not chosen another
_SCREEN_LEADING = 1.1  # lines on a screen are longer and farther from the eye than on paper
_SMALLEST_LABEL_REM = 0.65  # a drawing is not shrunk below the width at which its labels are this large
_LARGEST_LABEL_REM = 1.0  # nor is one for narrow columns enlarged beyond this
_SIDES_REM = 4.0  # what a page needs at both sides of its text

# A dark page: text at 13 : 1; headings, links and marks keep their hue, at _DARK_CONTRAST or more.
_DARK = {"paper": "#10181F", "ink": "#E6EBF0", "muted": "#B3BFCA", "rule": "#42525F"}
_ACCENTS = ("primary", "teal", "amber", "ecmiss", "open")
_DARK_CONTRAST = 8.0
_DARK_SATURATION = 0.65  # at most: brighter colours flicker on black
_DARK_TINT = (0.145, 0.36)  # lightness, and saturation at most


# --- colours, sizes, spaces -------------------------------------------------------------------------------------


def tokens(locale: Locale, theme: Theme) -> Iterator[str]:
    """Yield the theme's values as custom properties, and the digits of the locale's ordered lists."""
    rem = _BODY_REM / theme.sizes["body"]
    page = theme.pages.get("screen")
    # An average letter of Noto Sans is half as wide as it is high; a Han character is as wide, and counts as two.
    measure = (page.measure if page else 68) / 2
    values = {f"colour-{name}": value for name, value in theme.colours.items()}
    values |= {f"size-{name}": f"{_short(value * rem)}rem" for name, value in theme.sizes.items()}
    values |= {f"space-{name}": f"{_short(value * rem)}rem" for name, value in theme.spaces.items()}
    # Bands and circles are dark on a dark page too, with light words on them.
    values |= {"band": theme.colours["primary"], "on-band": theme.colours["paper"], "measure": f"{_short(measure)}em"}
    yield f":root{{{_declared(values)}}}"
    dark = _declared({f"colour-{name}": value for name, value in dark_colours(theme.colours).items()})
    yield f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    digits = " ".join(f'"{locale.number(Decimal(digit))}"' for digit in range(10))
    yield f"@counter-style local{{system:numeric;symbols:{digits}}}"


def dark_colours(colours: Mapping[str, str]) -> dict[str, str]:
    """Return the colours of text, panels and marks for a dark page: a clinic's own hues remain."""
    dark = dict(_DARK)
    for name in _ACCENTS:
        hue, _, saturation = _hls(colours[name])
        lightness = 0.6
        while contrast(dark.get(name, "#000000"), _DARK["paper"]) < _DARK_CONTRAST:
            dark[name] = _hex(hue, lightness, min(saturation, _DARK_SATURATION))
            lightness += 0.02
        dark[f"{name}-tint"] = _hex(hue, _DARK_TINT[0], min(saturation, _DARK_TINT[1]))
    return dark


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)


def _hex(hue: float, lightness: float, saturation: float) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))


def _declared(values: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in values.items())


# --- roles ------------------------------------------------------------------------------------------------------


def roles(locale: Locale, theme: Theme) -> Iterator[str]:
    """Yield how each role of the theme looks; a block's roles are its classes."""
    for name, role in theme.roles.items():
        yield from _box(name, role)
        yield from _columns(name, role, theme.script(locale.script).scale)
        yield from _words(name, role)


def _box(name: str, role: RoleStyle) -> Iterator[str]:
    """Yield the panel that a block stands in, or each item of a list."""
    if not (role.fill or role.edge):
        return
    boxes = f":is(div,aside,section,blockquote).{name},:is(ul,ol).{name}>li,dl.{name}>div"
    look = ["padding:var(--space-panel)"]
    look += [f"background:var(--colour-{role.fill})"] if role.fill else []
    look += [f"border-inline-start:var(--edge) solid var(--colour-{role.edge})"] if role.edge else []
    yield f"{boxes}{{{';'.join(look)}}}"
    yield f":is({boxes})>:last-child{{margin-block-end:0}}"


def _columns(name: str, role: RoleStyle, scale: float) -> Iterator[str]:
    """Yield the columns that a block's items or children stand in, and the width of a page that has room for them."""
    if role.columns or not role.marker:
        yield f':is(ul,ol).{name}{{padding:0;list-style-type:""}}'
    if not role.columns:
        return
    gap = "var(--space-panel)"
    if not (role.fill or role.edge):  # words alone need more between them than panels
        gap += " calc(2*var(--space-panel))"
    shares = " ".join(f"minmax(0,{_short(share)}fr)" for share in role.columns)
    yield f".{name}{{display:grid;grid-template-columns:minmax(0,1fr);gap:{gap}}}"
    yield f".{name}>*{{margin-block:0}}"
    room = role.narrowest * _BODY_REM * sum(role.columns) / min(role.columns)
    # One that is left alone in the last row takes all of it rather than leave a hole.
    alone = f".{name}>:last-child:nth-child({len(role.columns)}n + 1){{grid-column:1/-1}}"
    yield f"@media print,(min-width:{_wide(room, scale)}){{.{name}{{grid-template-columns:{shares}}}{alone}}}"


def _words(name: str, role: RoleStyle) -> Iterator[str]:
    look = []
    look += [f"color:var(--colour-{role.colour})"] if role.colour else []
    look += [f"font-size:var(--size-{role.size})"] if role.size else []
    look += [f"margin-block-end:var(--space-{role.after})"] if role.after else []
    look += ["font-weight:700"] if role.bold else []
    look += ["padding-block-end:1.5em;border-block-end:1px solid var(--colour-muted)"] if role.rule else []
    look += ["break-inside:avoid"] if role.together else []
    look += ["break-after:avoid"] if role.hold else []
    if look:
        yield f".{name}{{{';'.join(look)}}}"
    if role.title:
        yield f".{name} :is(.title,dt,summary){{color:var(--colour-{role.title})}}"


# --- fonts and languages ----------------------------------------------------------------------------------------


def font_faces(fonts: WebFonts) -> Iterator[str]:
    """Yield the fonts that the page carries."""
    for font in fonts.fonts:
        data = base64.b64encode(font.data).decode("ascii")
        yield (
            f'@font-face{{font-family:"Doc {font.family}";font-weight:100 900;'
            f'src:url(data:font/woff;base64,{data}) format("woff")}}'
        )


def languages(langs: Iterable[str], locale: Locale, theme: Theme, fonts: WebFonts) -> Iterator[str]:
    """Yield how each language on the page is set: its fonts, its line height, how it shows stress."""
    for lang in langs:
        script = Locale.of_tag(lang).script
        style = theme.script(script)
        names = [f'"{prefix}{family}"' for prefix in ("Doc ", "") for family in fonts.families[script]]
        family = f"font-family:{','.join(names)},system-ui,sans-serif"
        line = f"--line:{_short(style.line * _SCREEN_LEADING)}"
        if lang == locale.tag:
            # What follows is measured in rem, so the whole page grows with its script.
            yield f":root{{{family};{line};font-size:{_short(style.scale * 100)}%}}"
        else:
            # :lang and not [lang], because SVG's own attribute is xml:lang.
            yield f":lang({lang}){{{family};{line}}}"
            yield f":where([lang={lang}]){{line-height:var(--line)}}"
        if not style.slope:
            yield f":lang({lang}) em{{font-style:normal;font-weight:700}}"


# --- drawings ---------------------------------------------------------------------------------------------------


def drawings(document: Document, theme: Theme) -> Iterator[str]:
    """Yield how narrow each drawing may become, or where the one for narrow columns takes its place."""
    scale = theme.script(document.locale.script).scale
    for block in walk(document.blocks):
        if not (isinstance(block, Figure) and block.scene.labels):
            continue
        name, least = block.scene.name, _width(block.scene, _SMALLEST_LABEL_REM)
        if block.narrow is None:
            yield f".drawing-{name}{{min-inline-size:{_short(least)}rem}}"
            continue
        if block.narrow.labels:
            yield f".narrow-{name}{{max-inline-size:{_short(_width(block.narrow, _LARGEST_LABEL_REM))}rem}}"
        swapped = f".drawing-{name}{{display:none}}.narrow-{name}{{display:block}}"
        yield f"@media screen and (max-width:{_wide(least, scale)}){{{swapped}}}"


def _width(scene: Scene, label: float) -> float:
    """Return how wide `scene` is where its smallest label is `label` high."""
    return scene.width * label / min(each.size for each in scene.labels)


def _wide(room: float, scale: float) -> str:
    """Return how wide a page with this room for text is, in a script set so large, for a media query."""
    # There a rem is the reader's own and does not grow with the script.
    return f"{_short((room + _SIDES_REM) * scale)}rem"


def _short(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
