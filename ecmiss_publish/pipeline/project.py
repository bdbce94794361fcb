"""Which project folder is meant, and what is in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ecmiss_publish.compose.document import edition_names, edition_root
from ecmiss_publish.load.article import article_names, load_article
from ecmiss_publish.load.brand import brand_names
from ecmiss_publish.load.glossary import load_glossary
from ecmiss_publish.model.article import Article
from ecmiss_publish.model.document import Edition
from ecmiss_publish.model.glossary import Glossary
from ecmiss_publish.model.locale import Locale
from ecmiss_publish.model.problem import Origin, PublishError, Report
from ecmiss_publish.model.sources import Sources
from ecmiss_publish.translate.folders import locales

__all__ = [
    "FOLDERS",
    "Project",
    "brand_names",
    "find_root",
    "is_project",
    "load_project",
    "shipped_root",
    "start_project",
]

FOLDERS = ("content", "locales", "templates")


@dataclass(frozen=True, slots=True)
class Project:
    """What a project folder holds: article and glossary, source locale and translations, editions, names of brands."""

    article: Article
    glossary: Glossary
    source: Locale
    translations: tuple[Locale, ...]
    editions: tuple[Edition, ...]
    brands: tuple[str, ...]

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The source locale and the translations, in the order of lists of languages: by tag, the source first."""
        return (self.source, *self.translations)


def find_root(given: Path | None) -> Path:
    """Return the project's folder: the one given, else this folder if it is one, else the one that we ship."""
    if given is not None:
        return given
    here = Path.cwd()
    return here if is_project(here) else shipped_root()


def is_project(folder: Path) -> bool:
    """Return whether `folder` has the shape of a project."""
    return (folder / "content").is_dir() and (folder / "templates" / "editions").is_dir()


def shipped_root() -> Path:
    """Return the project that comes with the package: inside the wheel, or the checkout around the package."""
    package = Path(__file__).parent.parent
    packaged = package / "project"
    return packaged if packaged.is_dir() else package.parent


def load_project(sources: Sources, report: Report) -> Project:
    """Return what the project folder holds, or raise PublishError once every mistake is reported."""
    names = article_names(sources)
    if len(names) != 1:
        report.error(
            "no-article" if not names else "several-articles",
            f"a project has one article, and here there are {len(names)}",
            at=Origin("content"),
            hint="an article is a folder in content/ with an article.yaml; `ecmiss-publish init` makes a project",
        )
        raise PublishError("content")
    editions = tuple(edition_root(name, sources) for name in edition_names(sources))
    if not editions:
        report.error(
            "no-edition",
            "there is no edition",
            at=Origin("templates/editions"),
            hint="an edition is a file like templates/editions/leaflet.xml",
        )
        raise PublishError("templates/editions")
    article = load_article(names[0], sources, report)
    source = Locale.of_tag(article.language)
    found = tuple(locale for locale in locales(sources, report) if locale != source)
    return Project(article, load_glossary(sources, report), source, found, editions, brand_names(sources))


def start_project(folder: Path) -> tuple[Path, ...]:
    """Copy the shipped project into `folder` and return the new folders; raise FileExistsError where one is there."""
    for name in FOLDERS:
        if (folder / name).exists():
            raise FileExistsError(folder / name)
    folder.mkdir(parents=True, exist_ok=True)
    for name in FOLDERS:
        shutil.copytree(shipped_root() / name, folder / name)
    return tuple(folder / name for name in FOLDERS)
