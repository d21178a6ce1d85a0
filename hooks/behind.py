"""A whole build in a process of its own, while the preview goes on showing what it has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

Follow = Callable[[Path, list[str], float], None]
"""Told when a build has ended: its folder, its faults (none where it is good), its seconds."""
_BUILDER = Path(__file__).resolve().with_name("builder.py")


class Behind:
    """At most one build at a time, each into a new folder below ``folder``."""

    def __init__(self, root: Path, settings: str, url: str, folder: Path) -> None:
        self._root, self._settings, self._url, self._folder = root, settings, url, folder
        self._count = 0
        self._shown: Path | None = None
        self._process: subprocess.Popen[str] | None = None

    def start(self, follow: Follow) -> None:
        """Begin a build; ``follow`` is called in another thread, unless it is stopped before."""
        self._count += 1
        process = subprocess.Popen(
            [sys.executable, str(_BUILDER), self._settings, str(self._site), self._url],
            cwd=self._root,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        self._process = process
        waiting = threading.Thread(target=_wait, args=(process, self._site, follow), daemon=True)
        waiting.start()

    def stop(self) -> None:
        """End the build under way, if there is one; what it has written goes."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None
        shutil.rmtree(self._site, ignore_errors=True)

    def is_last(self, site: Path) -> bool:
        """Whether this is the folder of the last build, and nobody has stopped it."""
        return self._process is not None and site == self._site

    def keep(self, site: Path) -> None:
        """Show this finished build from now on; the one before it goes."""
        if self._shown:
            shutil.rmtree(self._shown, ignore_errors=True)
        self._shown, self._process = site, None

    @property
    def _site(self) -> Path:
        return self._folder / f"site-{self._count}"


def _wait(process: subprocess.Popen[str], site: Path, follow: Follow) -> None:
    begin = time.perf_counter()
    _, said = process.communicate()
    lines = said.splitlines()
    follow(site, [] if process.returncode == 0 else lines, time.perf_counter() - begin)
