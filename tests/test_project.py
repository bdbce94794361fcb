"""The project's own files: the first run, and what is said about the project to its readers."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose environment is there, with nothing installed by run.py yet."""
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    run.program("python").parent.mkdir(parents=True)
    run.program("python").touch()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("version = 3.11.7\n")
    return tmp_path


# --- run.py -----------------------------------------------------------------------------------------------------


def test_the_first_run_needs_nothing_but_python():
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))  # so that an old one can say so

    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]

    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_what_was_installed_is_remembered(checkout):
    assert not run.is_ready("")

    run.stamp("").write_text(run.fingerprint(), "utf-8")

    assert run.is_ready("")


def test_a_build_finds_what_the_tests_installed_but_not_the_other_way_round(checkout):
    run.stamp("").write_text(run.fingerprint(), "utf-8")
    assert not run.is_ready("test")

    run.stamp("").unlink()
    run.stamp("test").write_text(run.fingerprint(), "utf-8")
    assert run.is_ready("")
    assert run.is_ready("test")


@pytest.mark.parametrize("file", ["pyproject.toml", ".venv/pyvenv.cfg"])
def test_new_requirements_or_another_python_are_installed_again(checkout, file):
    run.stamp("").write_text(run.fingerprint(), "utf-8")

    (checkout / file).write_text("changed")

    assert not run.is_ready("")


def test_an_environment_that_does_not_start_is_not_used(checkout):
    assert not run.is_usable()


def test_a_python_without_pip_is_told_what_to_install(checkout, monkeypatch, capsys):
    monkeypatch.setattr(run, "is_usable", lambda: True)
    monkeypatch.setattr(run, "succeeds", lambda line: False)

    assert run.main(["build"]) == 1
    assert "sudo apt-get install python3-venv" in capsys.readouterr().err


def test_without_words_run_says_what_it_can_do(capsys):
    assert run.main([]) == 2
    assert "run.py build" in capsys.readouterr().out


def test_all_words_but_test_go_to_the_command():
    assert run.command(["test", "-k", "bidi"])[1:] == ["-m", "pytest", "-k", "bidi"]
    assert run.command(["check", "--json"]) == [str(run.program("ecmiss-publish")), "check", "--json"]


# --- what readers are told --------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_that_are_there(page):
    text = (ROOT / page).read_text("utf-8")

    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]

    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_names_of_files_in_the_text_are_right(page):
    text = (ROOT / page).read_text("utf-8")

    named = re.findall(r"`((?:content|templates|docs|ecmiss_publish)/[a-z0-9_./-]+\.[a-z]+)`", text)

    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_changelog_tells_of_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def findings() -> set[str]:
    """Return the codes that the program reports problems with, as far as they are written where they are reported."""
    calls = (
        node
        for path in (ROOT / "ecmiss_publish").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr in {"error", "warning", "hint"})
            or isinstance(node.func, ast.IfExp)  # (report.error if ... else report.warning)(code, ...)
        )
    )
    first = (node.args[0] for node in calls if node.args)
    words = (arg.value for arg in first if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
    return {word for word in words if re.fullmatch("[a-z]+(-[a-z]+)+", word)}


@pytest.mark.parametrize("code", sorted(findings()))
def test_translators_are_told_what_to_do_about_every_finding(code):
    assert f"`{code}`" in (ROOT / "docs/translating.md").read_text("utf-8")
