"""Which fonts a script is set in, and what is said where one is not there."""

import pytest

from ecmiss_publish.typeset import fonts
from ecmiss_publish.typeset.fonts import BOLD, REGULAR, FontFile, FontMissing, fallback_fonts, font_stack, open_font


def data_of(file: FontFile) -> bytes:
    return bytes(file.face.blob.data)


@pytest.mark.parametrize("script", fonts._FILES)
def test_every_script_has_its_font_and_latin_letters(script):
    stack = font_stack(script, {})

    assert all(file.variable for file in stack)
    assert any(file.covers(ord("a")) for file in stack)
    assert stack[-1].family == "Noto Sans" or len(stack) == 2


def test_a_script_without_a_font_of_its_own_is_set_in_noto_sans():
    assert [file.family for file in font_stack("Cyrl", {})] == ["Noto Sans"]


def test_a_projects_own_font_comes_first_and_only_for_its_script():
    own = open_font("fonts/House.ttf", data_of(font_stack("Latn", {})[0]))

    assert font_stack("Arab", {"Arab": (own,)})[0] is own
    assert own not in font_stack("Hebr", {"Arab": (own,)})


def test_a_fallback_has_every_script():
    assert len(fallback_fonts()) == len(fonts._FILES)


def test_a_missing_package_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setitem(fonts._FILES, "Thai", ("no_such_fonts", "NotoSansThai[wght].ttf"))

    with pytest.raises(FontMissing, match=r"NotoSansThai\[wght\]\.ttf is not installed: pip install no-such-fonts"):
        font_stack("Thai", {})


def test_a_file_that_its_package_no_longer_has_is_missing_too(monkeypatch):
    monkeypatch.setitem(fonts._FILES, "Thai", ("manimgx_fonts", "gone.ttf"))

    with pytest.raises(FontMissing, match=r"gone\.ttf .* pip install manimgx-fonts"):
        font_stack("Thai", {})


@pytest.mark.parametrize("data", [b"", b"OTTO\0\0", b"wOFF\0\1", b"<html>"])
def test_what_is_no_truetype_font_is_refused(data):
    with pytest.raises(ValueError, match=r"fonts/House\.otf is not a TrueType font"):
        open_font("fonts/House.otf", data)


def test_bold_is_wider_than_regular():
    (file,) = font_stack("Latn", {})
    glyph = file.at(REGULAR).hb.get_nominal_glyph(ord("m"))

    assert file.at(BOLD).advance(glyph) > file.at(REGULAR).advance(glyph) > 500


def test_a_font_at_a_weight_is_one_thing_in_a_process():
    (file,) = font_stack("Latn", {})

    assert file.at(BOLD) is file.at(BOLD)
    assert file.sloped is not None
    assert file.sloped.sloped is None
