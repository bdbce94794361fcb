"""`run.py` without words: what it can do, in a window that stays until it has been read."""

import builtins
import os
import sys
from types import SimpleNamespace

import pytest

import run


def windows(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> list[str]:
    """Make this look like Windows, with or without a terminal, and return the questions that are asked there."""
    asked: list[str] = []
    monkeypatch.setattr(run, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: terminal))
    monkeypatch.setattr(builtins, "input", asked.append)
    return asked


def test_it_says_what_to_type_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == 2

    said = capsys.readouterr().out
    assert str(run.ROOT) in said
    assert f"  {'py' if os.name == 'nt' else 'python3'} run.py build " in said
    assert "dist/index.html" in said
    assert "run.py test" in said


def test_a_window_of_windows_stays_until_it_has_been_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = windows(monkeypatch, terminal=True)

    assert run.main([]) == 2
    assert asked == ["\nPress Enter to end. "]
    assert "  py run.py build " in capsys.readouterr().out


def test_a_script_without_a_terminal_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = windows(monkeypatch, terminal=False)

    assert run.main([]) == 2
    assert not asked


@pytest.mark.parametrize("ending", [EOFError, KeyboardInterrupt])
def test_a_window_that_is_closed_ends_it_quietly(monkeypatch: pytest.MonkeyPatch, ending: type[BaseException]) -> None:
    windows(monkeypatch, terminal=True)

    def ends(_: str) -> str:
        raise ending

    monkeypatch.setattr(builtins, "input", ends)

    assert run.main([]) == 2
