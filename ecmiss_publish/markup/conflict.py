"""Two versions of a file that nobody has settled: what git leaves in it where a merge could not choose."""

from __future__ import annotations

import re

from ecmiss_publish.model.problem import Origin, Report

# A line of equals signs alone may be anything; git writes the other two around it.
_BEGIN = re.compile(r"^<{7}(?: (.*))?$")
_END = re.compile(r"^>{7}(?: (.*))?$")


def report_conflicts(text: str, path: str, report: Report) -> bool:
    """Report every merge conflict in a file, and return whether there is one."""
    found, begin, ours = False, 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := _BEGIN.match(line):
            found, begin, ours = True, number, match[1] or ""
        elif match := _END.match(line):
            found = True
            _report(path, begin or number, number, ours, match[1] or "", report)
            begin, ours = 0, ""
    if begin:
        _report(path, begin, 0, ours, "", report)
    return found


def _report(path: str, begin: int, end: int, ours: str, theirs: str, report: Report) -> None:
    lines = f"from here to line {end}" if end > begin else "from here on"
    sides = f", of {ours} and of {theirs}" if ours and theirs else ""
    report.error(
        "merge-conflict",
        f"{lines} the file holds two versions{sides}, which a merge has not settled",
        at=Origin(path, begin),
        hint="keep the right one and delete the lines <<<<<<<, ======= and >>>>>>> in a text editor, or take one side "
        "with `git checkout --ours` or `--theirs`; then run this again",
    )
