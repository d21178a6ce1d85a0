"""What a build writes below one folder, and still has in hand for whoever would read it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Written:
    """The contents of the files that were written below ``root``, by their paths there."""

    root: Path
    bodies: dict[str, bytes] = field(default_factory=dict)

    def write(self, path: str, text: str) -> None:
        """Write a text as UTF-8, with the folders that it needs."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        self.bodies[path] = body = text.encode()
        file.write_bytes(body)
