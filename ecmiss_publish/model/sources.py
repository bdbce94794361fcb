"""The one door to the project's files: stages read through it, tests hand in a dict."""

from __future__ import annotations

from typing import Protocol


class Sources(Protocol):
    """Files by project path, with forward slashes: `content/ecmiss/article.yaml`."""

    def read(self, path: str) -> bytes:
        """Return the file's bytes; raise FileNotFoundError where there is none."""
        ...

    def list(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`, sorted; nothing where there is no such folder."""
        ...
