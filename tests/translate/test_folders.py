"""The folders below locales/ -> locales: which there are, and what is said of files and folders nobody would read."""

import pytest

from ecmiss_publish.model.problem import Origin, Problem, Report, Severity
from ecmiss_publish.translate.folders import locales
from tests.support import DictSources

ES = "es/LC_MESSAGES/messages.po"


def seen(*paths: str) -> tuple[list[str], list[Problem]]:
    """Return the tags of the locales in a project with these files below locales/, and what was said of the files."""
    report = Report()
    tags = [locale.tag for locale in locales(DictSources({f"locales/{path}": b"" for path in paths}), report)]
    return tags, list(report)


def left_out(path: str, code: str, message: str, hint: str) -> list[Problem]:
    """Return the one warning about a path below locales/."""
    at = Origin(f"locales/{path}")
    return [Problem(severity=Severity.WARNING, code=code, message=message, origin=at, hint=hint)]


def test_the_folders_say_which_locales_there_are() -> None:
    assert seen(ES, "zh_Hans/LC_MESSAGES/messages.po", "messages.pot", "es/LC_MESSAGES/messages.mo", "notes/a.txt") == (
        ["es", "zh-Hans"],
        [],
    )


@pytest.mark.parametrize(
    ("file", "place", "message", "hint"),
    [
        ("fr/LC_MESSAGES/messages (1).po", "fr/LC_MESSAGES/messages (1).po",
         "a catalog is named messages.po, and this file is not", "rename it to messages.po"),
        ("fr/messages.po", "fr/messages.po",
         "this is not where catalogs are looked for", "move it to locales/fr/LC_MESSAGES/messages.po"),
        ("FR.po", "FR.po",
         "this is not where catalogs are looked for", "move it to locales/fr/LC_MESSAGES/messages.po"),
        ("fr/LC_MESSAGES/messages.po.txt", "fr/LC_MESSAGES/messages.po.txt",
         "a catalog is named messages.po, and this file is not", "rename it to messages.po"),
        ("fr/LC_MESSAGES/notes.txt", "fr",
         "the folder has no catalog", "put it at LC_MESSAGES/messages.po in this folder, or delete the folder"),
    ],
)  # fmt: skip
def test_a_catalog_in_another_place_is_named_with_its_remedy(file: str, place: str, message: str, hint: str) -> None:
    assert seen(ES, file) == (["es"], left_out(place, "stray-catalog", f"French is left out: {message}", hint))


def test_a_second_catalog_beside_the_first_is_named() -> None:
    message = "this file is not read, messages.po beside it is"
    hint = "if this one is newer, rename it to messages.po; else delete it"
    second = "es/LC_MESSAGES/messages (2).po"

    assert seen(ES, second) == (["es"], left_out(second, "stray-catalog", message, hint))


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("tlh", "this folder is left out: tlh is not a locale that CLDR knows", "name it like es or pt_BR"),
        ("pt-BR", "Portuguese (Brazil) is left out: its folder is named pt_BR, and this one “pt-BR”",
         "rename the folder to pt_BR"),
        ("ES", "Spanish is left out: its folder is named es, and this one “ES”",
         "es is there too: keep the newer of the two under that name, and delete the other"),
    ],
)  # fmt: skip
def test_a_folder_with_another_name_is_named_with_its_remedy(name: str, message: str, hint: str) -> None:
    assert seen(ES, f"{name}/LC_MESSAGES/messages.po") == (["es"], left_out(name, "unknown-locale", message, hint))
