"""How far a long run is: a bar on a terminal, a plain line a file elsewhere. Both go to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from ecmiss_publish.pipeline.build import Outcome


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[Outcome], None]]:
    """Yield what to call with each finished outcome."""
    if quiet:
        yield lambda outcome: None
    elif sys.stderr.isatty():
        with _bar(total) as step:
            yield step
    else:
        yield _plain_line


@contextmanager
def _bar(total: int) -> Iterator[Callable[[Outcome], None]]:
    from rich.console import Console  # a tenth of a second to import: only where it is seen
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("building", total=total)

        def step(outcome: Outcome) -> None:
            bars.update(task, advance=1, description=f"{outcome.target.locale.tag} {outcome.target.edition}")

        yield step


def _plain_line(outcome: Outcome) -> None:
    state = "failed" if outcome.failed else "done"
    click.echo(f"{state}: {outcome.target.locale.tag} {outcome.target.edition}", err=True)
