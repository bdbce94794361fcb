"""An address as a QR code: read back by a decoder from the very pixels that a page shows."""

import datetime
import io

import pytest
import zxingcpp
from PIL import Image

from ecmiss_publish.compose.qr import qr_scene
from ecmiss_publish.model.document import Document, Edition
from ecmiss_publish.model.inline import plain_text
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.write.pictures import scene_png
from ecmiss_publish.write.svg import scene_svg
from ecmiss_publish.write.theme import Theme

ADDRESS = "https://clinic.example/ecmiss"
THEME = Theme({}, {}, {}, {}, {}, {})
_TITLE = plain_text("Title", "en", "title")
DOCUMENT = Document(
    edition=Edition(name="web", writer="html", page="screen", path="templates/editions/web.xml"),
    locale=Locale("ar"), article="spine", title=_TITLE, source_title=_TITLE, reference="", version="",
    date=datetime.date(2026, 1, 2), draft=False, labels={}, alternates=(), blocks=(),
)  # fmt: skip


def pixels(address: str, wide: int = 360) -> Image.Image:
    return Image.open(io.BytesIO(scene_png(qr_scene(address), DOCUMENT, THEME, wide))).convert("RGB")


@pytest.mark.parametrize("address", [ADDRESS, "https://a.example/" + "long/" * 40, "http://x.example/?q=%D8%A7&b#c"])
def test_a_phone_reads_the_address_from_the_page(address):
    (code,) = zxingcpp.read_barcodes(pixels(address))

    assert (code.text, code.format) == (address, zxingcpp.BarcodeFormat.QRCode)
    assert code.ec_level == "M"


def test_a_sixth_of_its_width_may_be_lost_at_a_corner_without_a_finder():
    image = pixels(ADDRESS)
    image.paste("white", (260, 260, 310, 310))

    assert [code.text for code in zxingcpp.read_barcodes(image)] == [ADDRESS]


def test_four_modules_around_it_stay_white():
    scene = qr_scene(ADDRESS)
    paper, dark = scene.shapes
    xs = [x for _, points in dark.commands for x in points[::2]]
    ys = [y for _, points in dark.commands for y in points[1::2]]

    assert (min(xs), min(ys), max(xs), max(ys)) == (4, 4, scene.width - 4, scene.height - 4)
    assert [points for _, points in paper.commands if points][2] == (scene.width, scene.height)


def test_it_is_black_on_white_whatever_the_theme():
    scene = qr_scene(ADDRESS)

    assert [shape.fill for shape in scene.shapes] == ["#FFFFFF", "#000000"]
    assert scene.colours == frozenset()
    assert 'fill="#000000"' in scene_svg(scene, DOCUMENT, THEME)


def test_it_is_never_mirrored():
    assert qr_scene(ADDRESS).mirrored() == qr_scene(ADDRESS)
