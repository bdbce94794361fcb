"""The folders below `locales/` -> the locales that a project is translated into, and what was put where nobody looks.

Browsers rename a file that comes a second time, and people name folders as web pages name languages. What is not in its
place would be left out without a word, so each such file and folder is named with its remedy.
"""

from __future__ import annotations

from collections.abc import Iterator

from ecmiss_publish.model.locale import Locale, canonical_name
from ecmiss_publish.model.problem import Origin, Report
from ecmiss_publish.model.sources import Sources

_ROOT, _CATALOG = "locales", "messages.po"


def locales(sources: Sources, report: Report) -> tuple[Locale, ...]:
    """Return the locales that the project is translated into, by the names of their folders."""
    return tuple(_locales(sources, report))


def _locales(sources: Sources, report: Report) -> Iterator[Locale]:
    names = sources.list(_ROOT)
    for name in names:
        folder = f"{_ROOT}/{name}"
        files = sources.list(f"{folder}/LC_MESSAGES")
        astray = tuple(_astray(folder, name, files, sources))
        for path in astray:
            _report_astray(path, name, _CATALOG in files, report)
        if _CATALOG in files:
            locale = _locale(name, names, report)
            if locale is not None:
                yield locale
        elif not astray and sources.list(folder) and _known(name):
            report.warning(
                "stray-catalog",
                f"{_language(name)} is left out: the folder has no catalog",
                at=Origin(folder),
                hint=f"put it at LC_MESSAGES/{_CATALOG} in this folder, or delete the folder",
            )


def _astray(folder: str, name: str, files: tuple[str, ...], sources: Sources) -> Iterator[str]:
    """Yield the catalogs of a folder that are not where they are looked for."""
    if _is_catalog(name):
        yield folder
    yield from (f"{folder}/{file}" for file in sources.list(folder) if _is_catalog(file))
    yield from (f"{folder}/LC_MESSAGES/{file}" for file in files if _is_catalog(file) and file != _CATALOG)


def _is_catalog(file: str) -> bool:
    """Whether a file is meant for a catalog: Messages.PO, and messages.po.txt of a browser or an editor, too."""
    return file.lower().endswith((".po", ".po.txt"))


def _report_astray(path: str, name: str, beside: bool, report: Report) -> None:
    if beside:
        message = f"this file is not read, {_CATALOG} beside it is"
        hint = f"if this one is newer, rename it to {_CATALOG}; else delete it"
    elif "/LC_MESSAGES/" in path:
        message = f"{_language(name)} is left out: a catalog is named {_CATALOG}, and this file is not"
        hint = f"rename it to {_CATALOG}"
    else:
        message = f"{_language(name.removesuffix('.po'))} is left out: this is not where catalogs are looked for"
        language = _spelt(name.removesuffix(".po"))
        hint = f"move it to {_ROOT}/{language if _known(language) else 'LANGUAGE'}/LC_MESSAGES/{_CATALOG}"
    report.warning("stray-catalog", message, at=Origin(path), hint=hint)


def _locale(name: str, names: tuple[str, ...], report: Report) -> Locale | None:
    """Return the locale of a folder, or None once it is reported that the folder is named otherwise."""
    try:
        locale = Locale.parse(canonical_name(name))
    except ValueError as error:
        message, hint = f"this folder is left out: {error}", "name it like es or pt_BR"
    else:
        if locale.name == name:
            return locale
        message = f"{locale.english_name} is left out: its folder is named {locale.name}, and this one “{name}”"
        hint = f"rename the folder to {locale.name}"
        if locale.name in names:
            hint = f"{locale.name} is there too: keep the newer of the two under that name, and delete the other"
    report.warning("unknown-locale", message, at=Origin(f"{_ROOT}/{name}"), hint=hint)
    return None


def _known(name: str) -> bool:
    try:
        Locale.parse(canonical_name(name))
    except ValueError:
        return False
    return True


def _spelt(name: str) -> str:
    return canonical_name(name) if _known(name) else name


def _language(name: str) -> str:
    return Locale(canonical_name(name)).english_name if _known(name) else f"“{name}”"
