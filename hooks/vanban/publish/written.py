"""What a build writes below one folder, and still has in hand for whoever would read it again."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


def paths(root: Path) -> list[str]:
    """Every file below a folder, by its path there, sorted; none where there is no such folder."""
    begin = len(f"{root}{os.sep}")
    found: list[str] = []
    folders = [str(root)] if root.is_dir() else []
    for folder in folders:  # which grow meanwhile
        with os.scandir(folder) as entries:  # a thousand folders: ``rglob`` takes ten times as long
            for entry in entries:
                if not entry.is_dir():
                    found.append(entry.path[begin:].replace(os.sep, "/"))
                elif not entry.is_symlink():
                    folders.append(entry.path)
    return sorted(found)


@dataclass(frozen=True)
class Written:
    """The contents of the files that were written below ``root``, by their paths there."""

    root: Path
    bodies: dict[str, bytes] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)

    def write(self, path: str, text: str) -> None:
        """Write a text as UTF-8, with the folders that it needs."""
        place = f"{self.root}/{path}"
        folder = place.rpartition("/")[0]
        if folder not in self._folders:
            _make(folder)
            self._folders.add(folder)
        self.bodies[path] = body = text.encode()
        with open(place, "wb") as file:  # noqa: PTH123 (a Path for each of a thousand takes long)
            file.write(body)


def _make(folder: str) -> None:
    """Make a folder that is mostly missing, inside one that mostly is there."""
    try:
        os.mkdir(folder)  # noqa: PTH102 (as above)
    except OSError:
        Path(folder).mkdir(parents=True, exist_ok=True)
