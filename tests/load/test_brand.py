"""content/brands/NAME.toml -> Brand: a clinic's words, numbers, colours and logo, every mistake with its line."""

import io
from typing import Any

import pytest
from PIL import Image

from ecmiss_publish.load.brand import brand_names, load_brand
from ecmiss_publish.model.brand import Brand
from ecmiss_publish.model.problem import PublishError, Report
from ecmiss_publish.model.scene import Scene
from tests.support import ROOT, DictSources, found

PATH = "content/brands/own.toml"
LOGO = "content/brands/logo.svg"
PNG = "content/brands/logo.png"
DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><path d="M0 0h24v12z" fill="#0a3"/></svg>'


def load(text: str, **files: bytes) -> Brand:
    return load_brand("own", sources(text, files), Report())


def sources(text: str, files: dict[str, bytes]) -> DictSources:
    paths = {PATH: text.encode()} | {f"content/brands/{name.replace('_', '.')}": data for name, data in files.items()}
    return DictSources(paths)


def refused(text: str, **files: bytes) -> Report:
    report = Report()
    with pytest.raises(PublishError):
        load_brand("own", sources(text, files), report)
    assert all(problem.hint for problem in report)
    return report


def message(report: Report) -> str:
    (problem,) = report
    return problem.message


def a_png(mode: str = "RGB", size: tuple[int, int] = (400, 200), colour: Any = None) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, "PNG")
    return file.getvalue()


def pixel(logo: Scene | None) -> object:
    assert logo is not None
    (image,) = logo.images
    shown = Image.open(io.BytesIO(image.data))
    assert (shown.mode, shown.info) == ("RGB", {})
    return shown.getpixel((5, 5))


# --- what is read -----------------------------------------------------------------------------------------------


def test_a_brand_is_what_its_file_says():
    brand = load(
        """
        language = "pt-BR"
        clinic = " Clínica da Coluna "
        address = ["Rua Um, 1", "", "Cidade"]
        phone = "+55 (11) 5555-0100"
        after_hours = "555.0199/2"
        web = "https://clinica.example/ecmiss?a=1"
        reference = "CC-"
        [colour]
        primary = "#4a2f6b"
        """
    )

    assert brand == Brand(
        name="own",
        language="pt-BR",
        clinic="Clínica da Coluna",
        address=("Rua Um, 1", "Cidade"),
        phone="+55 (11) 5555-0100",
        after_hours="555.0199/2",
        web="https://clinica.example/ecmiss?a=1",
        reference="CC-",
        colours={"primary": "#4A2F6B"},
    )


def test_everything_may_be_missing_or_empty():
    empty = 'clinic = ""\naddress = []\nphone = ""\nafter_hours = ""\nweb = ""\nlogo = ""\nreference = ""\n[colour]'

    assert load("") == load(empty) == Brand(name="own")


def test_the_shipped_default_is_neutral_and_the_example_is_full():
    files = {f"content/brands/{path.name}": path.read_bytes() for path in (ROOT / "content/brands").iterdir()}
    shipped = DictSources(files)

    assert {"default", "example"} <= set(brand_names(shipped))
    assert load_brand("default", shipped, Report()) == Brand()
    example = load_brand("example", shipped, Report())
    assert all(getattr(example, name) for name in ("clinic", "address", "phone", "after_hours", "web", "logo"))


def test_a_project_without_brands_has_none():
    assert brand_names(DictSources()) == ()


# --- mistakes ---------------------------------------------------------------------------------------------------


def test_all_mistakes_are_said_at_once_with_their_lines():
    report = refused('# phone, web and logo\nlanguage = "xx"\nphone = "ask"\nlogo = "logo.svg"\nweb = "clinic"\n')

    assert found(report) == [
        (f"{PATH}:2", "unknown-language"),
        (f"{PATH}:3", "wrong-value"),
        (f"{PATH}:5", "wrong-value"),
        (f"{PATH}:4", "missing-file"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ('fone = "1"', 1, "a brand has no “fone”", "did you mean “phone”?"),
        ("\n[colour]\nprimery = '#000000'", 3, "a brand’s [colour] has no “primery”", "did you mean “primary”?"),
        ("\n[colour]\nink = '#000000'", 3, "a brand’s [colour] has no “ink”", "there are primary, primary-tint"),
    ],
)
def test_an_unknown_key_is_named_with_its_nearest(text, line, said, hint):
    report = refused(text)

    assert found(report) == [(f"{PATH}:{line}", "unknown-key")]
    assert message(report) == said
    assert hint in str(next(iter(report)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("clinic = 5", "clinic is 5, not words"),
        ('clinic = ["a"]', "clinic is ['a'], not words"),
        ('clinic = "a\\nb"\nlanguage = "en"', "clinic has a tab or more than one line"),
        ('address = "a"', "address is “a”, not a list of lines"),
        ("address = [1]", "address is 1, not words"),
        ('phone = "+1 555 0100 ext 5"', "phone is “+1 555 0100 ext 5”, which no one can dial"),
        ('after_hours = "12"', "after_hours is “12”, which no one can dial"),
        ('web = "ftp://clinic.example"', "web is “ftp://clinic.example”"),
        ('web = "https://"', "web is “https://”"),
        ('web = "https://["', "web is “https://[”"),
        ('web = "https://clinic.example/our page"', "web is “https://clinic.example/our page”"),
        ('web = "https://клиника.example"', "web is “https://клиника.example”"),
        (f'web = "https://clinic.example/{"a" * 300}"', "web has 323 characters"),
        ('reference = "EX 1"', "reference is “EX 1”"),
        ('logo = "../ecmiss/a.svg"', "logo is “../ecmiss/a.svg”"),
        ('logo = "/etc/a.svg"', "logo is “/etc/a.svg”"),
        ('logo = "logo.jpg"', "the logo “logo.jpg” is no PNG and no SVG"),
        ("colour = 1", "colour is 1, not a table"),
        ('[colour]\nteal = "teal"', "the colour teal is “teal”"),
        ("[colour]\nteal = 1", "the colour teal is 1"),
    ],
)
def test_a_value_of_the_wrong_kind_is_said(text, said):
    report = refused(text)

    assert [code for _, code in found(report)] == ["wrong-value"]
    assert message(report).startswith(said)


def test_words_need_a_language_for_those_who_hear_them():
    assert found(refused('clinic = "Klinik"')) == [(PATH, "missing-key")]
    assert found(refused('address = ["Weg 1"]')) == [(PATH, "missing-key")]


@pytest.mark.parametrize(("sign", "code"), [("\u202e", "control-character"), ("\u2067", "isolate-unbalanced")])
def test_invisible_controls_are_refused_as_in_an_article(sign, code):
    assert found(refused(f'language = "en"\nclinic = "A {sign}B"')) == [(f"{PATH}:2", code)]


def test_a_missing_file_and_one_that_is_no_toml_are_said():
    report = Report()
    with pytest.raises(PublishError):
        load_brand("other", DictSources(), report)
    assert found(report) == [("content/brands/other.toml", "missing-file")]
    assert found(refused('language = "en"\nclinic = Own\n')) == [(f"{PATH}:2", "toml-syntax")]


# --- logos ------------------------------------------------------------------------------------------------------


def test_a_drawn_logo_keeps_its_shape_and_its_colours():
    logo = load('logo = "logo.svg"', logo_svg=DRAWN).logo

    assert logo is not None
    assert (logo.width / logo.height, logo.fixed, logo.colours) == (2, True, frozenset())
    (shape,) = logo.shapes
    assert shape.fill == "#00AA33"
    assert shape.commands[2] == ("L", (logo.width, logo.height))


def test_a_logo_is_never_mirrored():
    logo = load('logo = "logo.svg"', logo_svg=DRAWN).logo

    assert logo is not None
    assert logo.mirrored() == logo


@pytest.mark.parametrize(
    ("mode", "colour", "shown"),
    [
        ("RGB", (10, 20, 30), (10, 20, 30)),
        ("RGBA", (10, 20, 30, 0), (255, 255, 255)),
        ("RGBA", (0, 0, 0, 51), (204, 204, 204)),
        ("L", 77, (77, 77, 77)),
        ("LA", (77, 0), (255, 255, 255)),
        ("P", 0, (0, 0, 0)),
        ("1", 1, (255, 255, 255)),
    ],
)
def test_a_png_lies_on_white_paper(mode, colour, shown):
    assert pixel(load('logo = "logo.png"', logo_png=a_png(mode, colour=colour)).logo) == shown


def test_a_png_keeps_its_proportions():
    logo = load('logo = "logo.png"', logo_png=a_png(size=(400, 100))).logo

    assert logo is not None
    (image,) = logo.images
    assert logo.width == 4 * logo.height
    assert (image.x, image.y, image.width, image.height) == (0, 0, logo.width, logo.height)


def test_a_png_is_sharp_when_printed():
    assert load('logo = "logo.png"', logo_png=a_png(size=(354, 50))).logo
    report = refused('logo = "logo.png"', logo_png=a_png(size=(353, 500)))
    assert found(report) == [(PNG, "logo-too-small")]
    assert message(report) == "the logo is 353 pixels wide; printed 30 mm wide it needs 354"


def test_a_png_is_no_wall():
    assert found(refused('logo = "logo.png"', logo_png=a_png("1", (400, 6001)))) == [(PNG, "logo-too-large")]


@pytest.mark.parametrize("data", [b"", DRAWN, a_png()[:200], a_png("I;16"), b"\xff\xd8\xff\xe0 JFIF"])
def test_what_is_no_png_is_said(data):
    assert found(refused('logo = "logo.png"', logo_png=data)) == [(PNG, "wrong-value")]


@pytest.mark.parametrize(
    ("inside", "code"),
    [(b"<script/>", "unsafe-svg"), (b'<path d="M0 0" fill="red"/>', "drawing"), (b"", "drawing")],
)
def test_a_drawn_logo_that_cannot_be_drawn_is_refused(inside, code):
    data = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + inside + b"</svg>"

    assert (LOGO, code) in found(refused('logo = "logo.svg"', logo_svg=data))
