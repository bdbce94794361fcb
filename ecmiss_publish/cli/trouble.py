"""What went wrong with a command itself, not with a project: wrong usage, and an output that takes no more."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import click

from ecmiss_publish.model.problem import Report


def wants_json(arguments: Sequence[str]) -> bool:
    """Return whether a command line asks for JSON. It may be one that click could not read."""
    return not {"--json", "--format=json"}.isdisjoint(arguments) or ("--format", "json") in pairwise(arguments)


def usage_report(error: click.ClickException) -> Report:
    """Return what click says of a command line as a Problem, so that machines find it where they find all others."""
    report = Report()
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"`{context.command_path} --help` tells how it is used" if context else None
    report.error("wrong-usage", error.format_message(), hint=hint)
    return report


def is_about_output(error: OSError) -> bool:
    """Return whether standard output took no more: all that goes there is written by click."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).parent == Path(click.__file__).parent


def leave_output() -> None:
    """Let nothing that waits for standard output be written: Python would try again as it ends, and complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
