"""A file that is written over is either as it was or wholly new, whatever goes wrong meanwhile."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODE = 0o644


@contextmanager
def instead(file: Path) -> Iterator[Path]:
    """An empty file to write to, which takes the place of ``file`` once it was written to its end.

    On a full disk, or where the program is ended, what stood at ``file`` stands as it was. It
    keeps its mode, and a link stays a link. OSError where its folder cannot be written to.
    """
    place = file.resolve()
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else MODE
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        aside.chmod(mode)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)
