"""`ecmiss-publish init` and `schema`: what an author needs to begin."""

from __future__ import annotations

from pathlib import Path

import click

from ecmiss_publish.cli.options import project_option, project_root
from ecmiss_publish.load.schema import SCHEMA_PATH, article_schema
from ecmiss_publish.pipeline.outputs import write_whole
from ecmiss_publish.pipeline.project import start_project


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init_command(folder: Path) -> int:
    """Start a project of your own in FOLDER, as a copy of the one that comes with the tool.

    Nothing that is there already is touched.
    """
    try:
        made = start_project(folder)
    except FileExistsError as error:
        raise click.UsageError(f"{error} is there already; choose an empty folder") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    for path in made:
        click.echo(f"made {path}")
    click.echo(f"next: cd {folder}, edit content/*/article.yaml, then `ecmiss-publish build`")
    return 0


@click.command("schema")
@project_option
def schema_command(folder: Path | None) -> int:
    """Write content/article.schema.json, with which editors complete and check article.yaml."""
    root = project_root(folder, writing=True)
    try:
        changed = write_whole(root / SCHEMA_PATH, article_schema())
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    click.echo(f"{'written' if changed else 'unchanged'}: {SCHEMA_PATH}")
    return 0
