"""Finished bytes -> files: each is replaced whole or left as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step and return whether anything changed; raise OSError where that fails.

    The bytes go to a file beside it first: whoever reads `path` sees the old file or the new one, never a part.
    """
    with contextlib.suppress(OSError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replace(path, data)
    except OSError as error:  # it is about the file that was asked for, not about the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error
    return True


def write_over(path: Path, data: bytes, read: bytes) -> bool:
    """Put `data` at `path`, which had the bytes `read`; raise OSError where another program has changed it since.

    Two commands at once, or a translator's Ctrl+S in between: the later of them would undo the earlier one's work.
    """
    if path.read_bytes() != read:
        raise OSError(errno.EBUSY, "another program has written the file meanwhile; run the command again", str(path))
    return write_whole(path, data)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:  # Ctrl-C included: the half-written neighbour must go
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
