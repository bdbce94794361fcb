"""The project folder on disk, as `Sources`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FolderSources:
    """The files below `root`."""

    root: Path

    def read(self, path: str) -> bytes:
        """Return the bytes of the file at `path`."""
        return (self.root / path).read_bytes()

    def list(self, folder: str) -> tuple[str, ...]:
        """Return the names in `folder`, sorted; hidden ones and caches are left out."""
        place = self.root / folder
        if not place.is_dir():
            return ()
        return tuple(sorted(item.name for item in place.iterdir() if not item.name.startswith((".", "__"))))
