"""The checks that a change passes: `nox` runs the quick ones, `nox -s NAME` one of them, `nox -l` lists all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2026.10"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["tests", "lint", "types", "imports", "gettext"]

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml("pyproject.toml")


def group(name: str) -> tuple[str, ...]:
    """Return the requirements of a dependency group of pyproject.toml."""
    return nox.project.dependency_groups(PROJECT, name)


# --- quick, run by default --------------------------------------------------------------------------------------


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; they need neither browser nor Java nor LibreOffice."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Look for faults and for code that is not formatted."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, strictly."""
    session.install("-e", ".[test]", *group("types"))
    session.run("mypy", *session.posargs)


@nox.session
def imports(session: nox.Session) -> None:
    """Check who imports whom, and where third parties are used."""
    session.install(*group("imports"))
    session.run("lint-imports")


@nox.session(venv_backend="none")
def gettext(session: nox.Session) -> None:
    """Let msgfmt, from GNU gettext, read every catalog."""
    if not shutil.which("msgfmt"):
        if "CI" in os.environ:
            session.error("msgfmt is not installed")
        session.skip("msgfmt is not installed (Debian: apt-get install gettext)")
    for catalog in sorted(ROOT.glob("locales/*/LC_MESSAGES/*.po")):
        session.run("msgfmt", "--check", "--statistics", "--output-file", os.devnull, str(catalog))


# --- slower, run by name ----------------------------------------------------------------------------------------


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel, install it in an empty environment elsewhere, and make a leaflet there."""
    with tempfile.TemporaryDirectory() as folder:
        session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT))
        (made,) = Path(folder).glob("*.whl")
        session.chdir(folder)
        session.run("python", "-m", "venv", "empty")
        programs = Path(folder, "empty", "Scripts" if os.name == "nt" else "bin")
        session.run(str(programs / "python"), "-m", "pip", "install", "--quiet", str(made), external=True)
        publish = str(programs / "ecmiss-publish")
        session.run(publish, "build", "--locale", "ar", "--edition", "leaflet", external=True)
        session.run(publish, "init", "started", external=True)
        session.chdir(ROOT)
        _expect(session, Path(folder, "dist"), "ar/*.pdf")
        _expect(session, Path(folder, "started"), "content/*/article.yaml")


@nox.session
def conformance(session: nox.Session) -> None:
    """Let veraPDF (Java, Debian's libjaxb-java) and page-validation judge PDFs, and try all of Unicode's bidi cases."""
    session.install("-e", ".[test]", *group("conformance"))
    session.run("pytest", "tests/slow", *session.posargs)


@nox.session
def validators(session: nox.Session) -> None:
    """Build everything and let other people's validators judge it: openxml-audit, and Nu Html Checker (Java, npm)."""
    session.install("-e", ".", *group("validators"))
    with tempfile.TemporaryDirectory() as folder:
        session.run("ecmiss-publish", "build", "--out", folder)
        for brochure in _expect(session, Path(folder), "*/*.docx"):  # it takes one file at a time
            session.run("openxml-audit", "-q", brochure)
        if not (shutil.which("java") and shutil.which("npm")):
            session.warn("web pages are not validated: that needs java and npm")
            return
        session.run("npm", "install", "--silent", "--prefix", folder, "vnu-jar", external=True)
        (jar,) = Path(folder).glob("node_modules/vnu-jar/build/dist/vnu.jar")
        pages = [*_expect(session, Path(folder), "index.html"), *_expect(session, Path(folder), "*/*.html")]
        session.run("java", "-jar", str(jar), "--Werror", *pages, external=True)


def _expect(session: nox.Session, folder: Path, pattern: str) -> list[str]:
    """Return the files that fit; the session fails where there is none, or an empty one."""
    found = sorted(folder.glob(pattern))
    if not found or not all(path.stat().st_size for path in found):
        session.error(f"no {pattern} was made in {folder}")
    return [str(path) for path in found]
