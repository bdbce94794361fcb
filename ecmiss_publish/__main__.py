"""`python -m ecmiss_publish` is `ecmiss-publish`: the program from its first moment on.

Importing it takes longer than the time in which somebody sees a slip in the line and presses Ctrl-C.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it with code 130 also while it is still being imported."""
    try:
        from ecmiss_publish.cli import main as command_line

        command_line()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
