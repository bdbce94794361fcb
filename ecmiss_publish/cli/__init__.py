"""The command line: `ecmiss-publish build | check | status | update | accept | review | new-locale ...`.

Exit codes: 0 all is well, 1 there are Problems in content, translations or templates, 2 the command was used wrongly,
130 it was interrupted.
"""

from __future__ import annotations

import sys

import click

from ecmiss_publish.cli.accept import accept_command
from ecmiss_publish.cli.build import build_command
from ecmiss_publish.cli.catalogs import extract_command, update_command
from ecmiss_publish.cli.check import check_command
from ecmiss_publish.cli.init import init_command, schema_command
from ecmiss_publish.cli.new_locale import new_locale_command
from ecmiss_publish.cli.report import print_json
from ecmiss_publish.cli.review import review_command
from ecmiss_publish.cli.status import status_command
from ecmiss_publish.cli.trouble import is_about_output, leave_output, usage_report, wants_json


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ecmiss-publish")
def commands() -> None:
    """Publish one article in many languages as web page, Word brochure and printable leaflet.

    The article is kept once (content/), translated by gettext catalogs (locales/) and arranged by editions
    (templates/). Every finished file is opened again and compared with what it should say.

    \b
    A first build of the article that comes with the tool:
      ecmiss-publish build
    Your own project:
      ecmiss-publish init my-leaflet
      cd my-leaflet
      ecmiss-publish build
    After the article has changed:
      ecmiss-publish update       bring the catalogs up to date for the translators
      ecmiss-publish accept UNIT --reason typo    where only a slip was mended
      ecmiss-publish check        look for everything that is wrong, write nothing
    Translations:
      ecmiss-publish new-locale it
      ecmiss-publish status       how far each of them is
      ecmiss-publish review fr --by "Name, qualification"    it has been reviewed and is no draft any more

    Exit codes: 0 all is well; 1 problems in content, translations or templates; 2 wrong usage; 130 interrupted.
    """  # noqa: D301 - \b is the character that click looks for, not the two of a raw string


for command in (
    build_command,
    check_command,
    status_command,
    extract_command,
    update_command,
    accept_command,
    review_command,
    new_locale_command,
    schema_command,
    init_command,
):
    commands.add_command(command)


def main() -> None:
    """Run the command line; Ctrl-C ends it with one line and code 130."""
    # Words of every script are printed, whatever the terminal's own encoding (Windows: cp1252).
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = commands.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted: files that were finished are kept, all others are as they were", err=True)
        sys.exit(130)
    except click.ClickException as error:
        if wants_json(sys.argv):
            print_json({}, usage_report(error))
        else:
            error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        if error.filename is None and not is_about_output(error):
            raise
        if error.filename is None:
            leave_output()
        click.echo(f"Error: {error.filename or 'standard output'}: {error.strerror}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
