"""Run ecmiss_publish, or its tests, from a fresh checkout: `python3 run.py build`, `python3 run.py test`.

Needs Python 3.11 and nothing else. The first run makes a virtual environment in `.venv` beside this file and
installs the project there; the system's Python stays as it is. Later runs start at once. `test` runs pytest, any other
word goes to the `ecmiss-publish` command, and both run as if called in this folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)

USAGE = """\
run.py makes the leaflets of this project. Open a terminal in this folder:
  {folder}
Type one of these lines, and press Enter:

  {python} run.py build                                   make everything; then open dist/index.html
  {python} run.py build --locale fr --edition leaflet     make one leaflet in one language
  {python} run.py check --locale fr                       look for mistakes in a translation
  {python} run.py test                                    run the tests of the program
  {python} run.py --help                                  what else there is

The first time takes some minutes: what is needed is fetched into the folder .venv here, some 300 MB."""

NO_PIP = """\
This Python cannot put pip into a virtual environment: its module ensurepip is missing.
  Debian, Ubuntu:  sudo apt-get install python3-venv
  elsewhere:       install Python from your system's packages in full, or from https://www.python.org/downloads/
Then run the same command again."""


class SetupError(Exception):
    """The environment cannot be made; the message says why and what to do."""


def main(arguments: list[str]) -> int:
    """Set up what is needed, run the command, return its exit code."""
    if not arguments:
        explain()
        return 2
    try:
        if sys.version_info < OLDEST:
            raise SetupError(too_old())
        prepare("test" if arguments[0] == "test" else "")
    except SetupError as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("run.py: stopped; the next run begins where this one was", file=sys.stderr)
        return 130
    return run(command(arguments))


def command(arguments: list[str]) -> list[str]:
    """Return the command line inside the environment that `arguments` ask for."""
    if arguments[0] == "test":
        return [str(program("python")), "-m", "pytest", *arguments[1:]]
    return [str(program("ecmiss-publish")), *arguments]


def run(line: list[str]) -> int:
    """Run a command in the project folder in place of this script, or, on Windows, wait for it."""
    os.chdir(ROOT)
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(line[0], line)
    process = subprocess.Popen(line)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the command has heard Ctrl-C too, and ends in its own way
            continue


def prepare(extra: str) -> None:
    """Make sure that `.venv` has the project as pyproject.toml describes it, and `extra`."""
    if is_ready(extra):
        return
    if not is_usable():
        make_environment()
    install(extra)


# --- what is there ----------------------------------------------------------------------------------------------


def is_ready(extra: str) -> bool:
    """Return whether an earlier run has installed all of this already."""
    if not (program("python").exists() and (VENV / "pyvenv.cfg").is_file()):
        return False
    stamps = (stamp("test"),) if extra else (stamp(""), stamp("test"))
    return any(place.is_file() and place.read_text("utf-8") == fingerprint() for place in stamps)


def stamp(extra: str) -> Path:
    """Return the file that remembers what was installed."""
    return VENV / f"installed-{extra or 'project'}.txt"


def fingerprint() -> str:
    """Return what an installation depends on: the requirements, the Python, and where the folder is."""
    facts = [(ROOT / "pyproject.toml").read_bytes(), (VENV / "pyvenv.cfg").read_bytes(), bytes(ROOT)]
    return hashlib.sha256(b"\n".join(facts)).hexdigest()


def is_usable() -> bool:
    """Return whether `.venv` is an environment that works, with a Python that is new enough."""
    script = f"import sys; sys.exit(sys.version_info < {OLDEST} or sys.prefix == sys.base_prefix)"
    return succeeds([str(program("python")), "-c", script])


def program(name: str) -> Path:
    """Return where the environment keeps the program `name`."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


# --- what is made -----------------------------------------------------------------------------------------------


def make_environment() -> None:
    """Make `.venv`, without pip; what was left there by a run that was stopped goes first."""
    if Path(sys.prefix).resolve() == VENV:
        raise SetupError("this Python lives in .venv, which has to be made anew; run the system's Python instead")
    if VENV.is_symlink() or VENV.is_file():
        raise SetupError(f"{VENV} is not a folder; move it away")
    if VENV.exists():
        say("Removing .venv, which does not work")
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise SetupError(f"{VENV} cannot be removed ({error.strerror}); end what uses it, then delete it") from None
    if importlib.util.find_spec("venv") is None:
        raise SetupError(NO_PIP)
    say(f"Making .venv with Python {sys.version.split()[0]}")
    call([sys.executable, "-m", "venv", "--without-pip", str(VENV)], "the virtual environment could not be made")


def install(extra: str) -> None:
    """Install the project into `.venv`, editable, and remember it."""
    line = [*pip(), "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-user", "--editable"]
    say(f"Installing the project{' and its tests' if extra else ''} (the first time fetches fonts: a minute or two)")
    call([*line, f"{ROOT}[{extra}]" if extra else str(ROOT)], "the installation failed; the reason stands above")
    if not program("ecmiss-publish").exists():
        raise SetupError("the installation left no command; delete the folder .venv and run this again")
    stamp(extra).write_text(fingerprint(), "utf-8")


def pip() -> list[str]:
    """Return the start of a pip command line that installs into `.venv`."""
    inside = [str(program("python")), "-m", "pip"]
    if succeeds([*inside, "--version"]):
        return inside
    if succeeds([str(program("python")), "-m", "ensurepip", "--default-pip"]):
        return inside
    # Debian without python3-venv has no ensurepip, but its own pip can serve another environment.
    outside = [sys.executable, "-m", "pip", "--python", str(program("python"))]
    if succeeds([*outside, "--version"]):
        return outside
    raise SetupError(NO_PIP)


# --- helpers ----------------------------------------------------------------------------------------------------


def explain() -> None:
    """Tell what run.py can do; a window that Windows opened for a double click stays until it has been read."""
    print(USAGE.format(python="py" if os.name == "nt" else "python3", folder=ROOT), flush=True)
    if os.name == "nt" and sys.stdin is not None and sys.stdin.isatty():
        with contextlib.suppress(EOFError, KeyboardInterrupt):
            input("\nPress Enter to end. ")


def too_old() -> str:
    """Return what to tell a person whose Python is too old, with a newer one of theirs if there is one."""
    here = ".".join(str(number) for number in sys.version_info[:2])
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    remedy = f"run it with {newer[0]}, which is here too" if newer else "see https://www.python.org/downloads/"
    return f"Python 3.11 or newer is needed, this is {here}; {remedy}"


def say(step: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(f"run.py: {step}", flush=True)


def call(line: list[str], failure: str) -> None:
    """Run one step of the set-up; its own messages go to the terminal."""
    try:
        code = subprocess.call(line, cwd=ROOT)
    except OSError as error:
        raise SetupError(f"{failure} ({error.strerror})") from None
    if code:
        raise SetupError(failure)


def succeeds(line: list[str]) -> bool:
    """Return whether a command ends well, in silence."""
    try:
        return subprocess.run(line, cwd=ROOT, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
