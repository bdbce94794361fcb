"""Clusters: what HarfBuzz drew, tied to the characters that it drew."""

import itertools

import pytest

from ecmiss_publish.typeset.fonts import REGULAR, Font, font_stack
from ecmiss_publish.typeset.shape import Cluster, shape

TEXTS = [
    ("Latn", "en", "Affiche, Ångström e\u0301!", False),
    ("Arab", "ar", "لا إلى العمليّة الجراحية", True),
    ("Hebr", "he", "שָׁלוֹם לכם", True),
    ("Deva", "hi", "रीढ़ की हड्डी का ऑपरेशन श्री", False),
    ("Beng", "bn", "অস্ত্রোপচার ক্ষমতা", False),
    ("Thai", "th", "การผ่าตัดกระดูกสันหลังที่นี่", False),
    ("Khmr", "km", "ការវះកាត់ឆ្អឹងខ្នង", False),
    ("Hans", "zh-Hans", "脊柱微创手术，安全。", False),
]


def font_of(script: str) -> Font:
    return font_stack(script, {})[0].at(REGULAR)


def clusters_of(script: str, lang: str, text: str, rtl: bool) -> list[Cluster]:
    name = "Hani" if script == "Hans" else script
    return shape(font_of(script), text, 0, len(text), rtl, name, lang)


@pytest.mark.parametrize(("script", "lang", "text", "rtl"), TEXTS)
def test_clusters_cover_the_text_in_logical_order(script, lang, text, rtl):
    clusters = clusters_of(script, lang, text, rtl)

    assert clusters[0].start == 0
    assert clusters[-1].end == len(text)
    assert all(before.end == after.start for before, after in itertools.pairwise(clusters))
    assert all(cluster.start < cluster.end for cluster in clusters)


@pytest.mark.parametrize(("script", "lang", "text", "rtl"), TEXTS)
def test_a_cluster_is_as_wide_as_its_glyphs_and_every_glyph_is_in_the_font(script, lang, text, rtl):
    for cluster in clusters_of(script, lang, text, rtl):
        assert cluster.advance == pytest.approx(sum(glyph.advance for glyph in cluster.glyphs))
        assert all(glyph.number for glyph in cluster.glyphs), text[cluster.start : cluster.end]


def test_a_conjunct_is_one_cluster():
    (cluster,) = clusters_of("Deva", "hi", "क्ष", False)

    assert (cluster.start, cluster.end) == (0, 3)


def test_part_of_a_text_is_shaped_on_its_own_at_its_own_place():
    whole = "من الظهر"
    part = shape(font_of("Arab"), whole, 3, 8, True, "Arab", "ar")
    alone = shape(font_of("Arab"), whole[3:], 0, 5, True, "Arab", "ar")

    assert [(cluster.start - 3, cluster.end - 3, cluster.glyphs) for cluster in part] == [
        (cluster.start, cluster.end, cluster.glyphs) for cluster in alone
    ]


def test_widths_are_thousandths_of_an_em():
    (cluster,) = clusters_of("Hans", "zh-Hans", "脊", False)

    assert cluster.advance == 1000
