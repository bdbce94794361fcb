"""Where a line may end: never where a reader of the language would stumble."""

import pytest

from ecmiss_publish.typeset.breaks import breaks_in_need, held_together, line_breaks


def pieces(text: str, lang: str) -> list[str]:
    cuts = line_breaks(text, lang)
    return [text[a:b].strip() for a, b in zip([0, *cuts], cuts, strict=False)]


@pytest.mark.parametrize(
    ("lang", "text", "held"),
    [
        ("pl", "operacja w szpitalu i (z bliska) o drzwi", ["operacja", "w szpitalu", "i (z bliska)", "o drzwi"]),
        ("cs", "bolest v zádech a (k tomu) zánět", ["bolest", "v zádech", "a (k tomu)", "zánět"]),
        ("sk", "bolesť v chrbte", ["bolesť", "v chrbte"]),
        ("ru", "Не все боли в спине и от нервов", ["Не все", "боли", "в спине", "и от нервов"]),
        ("uk", "Біль у спині й не тільки", ["Біль", "у спині", "й не тільки"]),
        ("de", "Schmerz in a Wort", ["Schmerz", "in", "a", "Wort"]),
    ],
)
def test_a_short_word_that_leans_on_the_next_ends_no_line(lang, text, held):
    assert pieces(text, lang) == held


def test_a_last_letter_behind_a_hyphen_or_in_a_word_leans_on_nothing():
    assert pieces("witamina-a jest", "pl") == ["witamina-a", "jest"]
    assert pieces("Anna jest", "pl") == ["Anna", "jest"]


def test_a_word_that_leans_is_held_whatever_isolates_stand_beside_it():
    assert pieces("боль в \u2066L4\u2069 есть", "ru") == ["боль", "в \u2066L4\u2069 есть"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "1 a 2 semanas"),
        ("fr", "1 à 2 semaines"),
        ("de", "5 bis 7 Tage"),
        ("vi", "1 đến 3 tuần"),
        ("hi", "1 से 3"),
        ("bn", "১ থেকে ৩"),
        ("ar", "\u20661\u2069 إلى \u20662\u2069"),
    ],
)
def test_two_numbers_and_the_word_between_stay_together(lang, text):
    assert pieces(text, lang) == [text]


def test_a_number_is_not_parted_from_the_character_behind_it():
    assert pieces("2026年11月", "zh-Hans") == ["2026年", "11月"]


def test_a_number_and_the_sentence_before_it_do_part():
    assert pieces("seit fast 20 Jahren", "de") == ["seit", "fast", "20 Jahren"]


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "L4-L5"),
        ("en", "X-ray"),
        ("en", "follow-up"),
        ("bn", "ISMISS-এর"),
        ("bn", "ডে-কেয়ার"),
        ("hi", "ECMISS-सर्जन"),
        ("pl", "Pana/Pani"),
    ],
)
def test_what_is_read_as_one_name_is_not_parted(lang, name):
    assert pieces(name, lang) == [name]


@pytest.mark.parametrize("words", ["Schmerzmittel-Verbrauch", "gastroenterologische/neurochirurgische"])
def test_long_words_that_are_joined_do_part(words):
    assert len(pieces(words, "de")) == 2


@pytest.mark.parametrize(
    ("lang", "text", "held"),
    [
        ("pl", "System – Oferuje", ["System –", "Oferuje"]),
        ("en", "issue—it is", ["issue—", "it", "is"]),
        ("es", "una –sola– vez", ["una", "–sola–", "vez"]),
        ("de", "Version · Datum", ["Version ·", "Datum"]),
        ("ar", "كلمة – كلمة", ["كلمة –", "كلمة"]),
    ],
)
def test_a_dash_between_words_ends_a_line_and_begins_none(lang, text, held):
    assert pieces(text, lang) == held


def test_in_need_a_line_ends_at_a_no_break_space_too():
    assert breaks_in_need("22.\u00a0November 2026", "de") == [4, 13, 17]


def test_browsers_and_word_are_told_by_no_break_spaces():
    assert held_together("Ból w plecach – i co dalej", "pl") == "Ból w~plecach~– i~co dalej".replace("~", "\u00a0")
    assert held_together("0.5 cm", "en") == "0.5\u00a0cm"
    assert held_together(" two  words ", "en") == " two  words "


def test_a_space_between_numbers_stays_one_since_a_no_break_space_would_turn_them_round():
    assert held_together("2024 619", "ar") == "2024 619"
