"""What is made once for all tests: the output of the small project, and that of the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support import ROOT, Ran, run_cli, small_project, written

# A busy machine is no mistake of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def _good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written(tmp_path_factory.mktemp("good"), small_project())
    ran = run_cli("build", "--project", folder, "--out", folder / "dist", "-e", "web", "-e", "leaflet", "-j", 1)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture
def project(_good: Path, tmp_path: Path) -> Path:
    """The small project on disk, with web pages and leaflets of an earlier build in `dist`."""
    return shutil.copytree(_good, tmp_path / "project")


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The output folder of the real article in every locale and edition, and what the command said."""
    out = tmp_path_factory.mktemp("real")
    return out, run_cli("build", "--project", ROOT, "--out", out, "-j", 2)
