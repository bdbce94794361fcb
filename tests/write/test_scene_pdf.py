"""A scene as PDF: bitmaps as objects that PDF/A allows, literal colours, areas that stay empty."""

import datetime
import io
from typing import Any

import pikepdf
from PIL import Image as Pixels

from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.scene import Command, Image, Scene, Shape
from ecmiss_publish.write.pdf.canvas import TaggedCanvas
from ecmiss_publish.write.pdf.scene import SceneDrawing
from ecmiss_publish.write.pdf.tags import Element, Structure
from ecmiss_publish.write.pictures import scene_png
from ecmiss_publish.write.theme import Theme

THEME = Theme({"ink": "#111111"}, {}, {}, {}, {}, {})
_TITLE = plain_text("Title", "en", "title")
DOCUMENT = Document(
    edition=Edition(name="leaflet", writer="pdf", page="a4", path="templates/editions/leaflet.xml"),
    locale=Locale("en"), article="spine", title=_TITLE, source_title=_TITLE, reference="", version="",
    date=datetime.date(2026, 1, 2), draft=False, labels={}, alternates=(), blocks=(),
)  # fmt: skip


def a_png(colour: tuple[int, ...] = (200, 30, 40), mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Pixels.new(mode, (4, 2), colour).save(file, "PNG")
    return file.getvalue()


def a_scene(*things: Shape | Image) -> Scene:
    shapes = tuple(thing for thing in things if isinstance(thing, Shape))
    images = tuple(thing for thing in things if isinstance(thing, Image))
    return Scene(name="logo", width=100, height=50, shapes=shapes, labels=(), images=images, fixed=True)


def an_image(data: bytes, x: float = 10, y: float = 5) -> Image:
    return Image(data=data, x=x, y=y, width=40, height=20)


def box(left: float, top: float, right: float, bottom: float) -> tuple[Command, ...]:
    return (("M", (left, top)), ("L", (right, top)), ("L", (right, bottom)), ("L", (left, bottom)), ("Z", ()))


def pages_of(*scenes: Scene) -> bytes:
    """Return a PDF with one scene a page."""
    root = Element("Document")
    canvas = TaggedCanvas(DOCUMENT, Structure(root), (100, 50))
    for scene in scenes:
        figure = Element("Figure", root)
        SceneDrawing(scene, THEME, "en", "ltr").draw(canvas, 0, 0, 100, figure)
        canvas.showPage()
    return canvas.finish()


def x_objects(page: Any) -> dict[str, Any]:
    return dict(page.Resources.get("/XObject", {}).items())


def shown(scene: Scene, x: int, y: int) -> object:
    return Pixels.open(io.BytesIO(scene_png(scene, DOCUMENT, THEME, 100))).convert("RGB").getpixel((x, y))


def test_a_bitmap_is_an_opaque_image_of_device_rgb():
    with pikepdf.open(io.BytesIO(pages_of(a_scene(an_image(a_png()))))) as pdf:
        ((name, image),) = x_objects(pdf.pages[0]).items()
        assert {key: value for key, value in image.items() if key not in ("/Length", "/Filter")} == {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Image,
            "/Width": 4,
            "/Height": 2,
            "/ColorSpace": pikepdf.Name.DeviceRGB,
            "/BitsPerComponent": 8,
        }
        assert image.read_bytes() == bytes((200, 30, 40)) * 8
        assert f"40 0 0 20 10 25 cm {name} Do".encode() in pdf.pages[0].Contents.read_bytes()


def test_a_bitmap_belongs_to_its_figure():
    with pikepdf.open(io.BytesIO(pages_of(a_scene(an_image(a_png()))))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert content.index(b"/Figure <</MCID 0>> BDC") < content.index(b" Do") < content.index(b"EMC")


def test_a_bitmap_on_two_pages_is_in_the_file_once_and_others_do_not_name_it():
    logo, other = a_scene(an_image(a_png())), a_scene(an_image(a_png((0, 0, 0))), an_image(a_png((0, 0, 0)), x=50))
    with pikepdf.open(io.BytesIO(pages_of(logo, logo, other, a_scene()))) as pdf:
        first, second, third, last = (x_objects(page) for page in pdf.pages)
        assert [image.objgen for image in first.values()] == [image.objgen for image in second.values()]
        assert len(third) == 1
        assert third.keys().isdisjoint(first)
        assert last == {}


def test_the_same_bitmap_makes_the_same_bytes():
    scene = a_scene(an_image(a_png()))
    assert pages_of(scene) == pages_of(scene)


def test_pictures_for_word_show_it_at_its_place_and_below_the_shapes():
    scene = a_scene(an_image(a_png()), Shape(commands=box(10, 5, 20, 25), fill="#0000FF"))
    assert [shown(scene, *at) for at in ((15, 15), (45, 15), (5, 15), (45, 30))] == [
        (0, 0, 255), (200, 30, 40), (255, 255, 255), (255, 255, 255)
    ]  # fmt: skip


def test_the_even_odd_rule_leaves_a_hole():
    ring = box(0, 0, 60, 50) + box(20, 10, 40, 40)
    assert shown(a_scene(Shape(commands=ring, fill="#0000FF")), 30, 25) == (0, 0, 255)
    assert shown(a_scene(Shape(commands=ring, fill="#0000FF", even_odd=True)), 30, 25) == (255, 255, 255)
