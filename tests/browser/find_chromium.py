"""Find a Chromium that starts, or get one. ``python find_chromium.py`` prints its path.

In this order: ``CHROMIUM``, the PATH, Playwright's own, a download by Playwright,
``apt-get`` as root. Where all fail, one sentence says so and the status is 1.

Of each the one without a window (“headless shell”) comes first: it draws and runs pages as the
other does, and to open one takes half the processor's time: there is no toolbar to draw around it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HELP = (
    "No Chromium: none on the PATH, `playwright install chromium` got none and apt-get gave none; "
    "install Chromium, or set CHROMIUM to its path, and run again."
)


class NoChromiumError(RuntimeError):
    """There is none, and none can be got."""


def find_chromium() -> str:
    """The path of a Chromium that starts; installs one where there is none."""
    for way in (_present, _by_playwright, _by_apt):
        for candidate in way():
            if _starts(candidate):
                return candidate
    raise NoChromiumError(HELP)


def _present() -> Iterator[str]:
    named = os.environ.get("CHROMIUM")
    if named:
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from _of_playwright()


def _by_playwright() -> Iterator[str]:
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    yield from _of_playwright()


def _of_playwright() -> Iterator[str]:
    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    yield from map(str, shells_beside(whole))
    yield str(whole)


def shells_beside(whole: Path) -> list[Path]:
    """The headless shell that Playwright keeps beside its Chromium: of the same revision."""
    for folder in whole.parents:
        name, hyphen, revision = folder.name.rpartition("-")
        if name == "chromium" and hyphen and revision.isdecimal():
            beside = folder.with_name(f"chromium_headless_shell-{revision}")
            return [one for one in beside.glob("*/*") if one.stem == "chrome-headless-shell"]
    return []


def _by_apt() -> Iterator[str]:
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update")
        for package in (SHELL, "chromium"):  # not every system has the first
            _run("apt-get", "install", "-y", package)
            yield from filter(None, map(shutil.which, NAMES))


def _run(*command: str) -> None:
    """Best effort: what came of it is seen by looking for the browser again."""
    try:
        subprocess.run(command, check=False, stdout=sys.stderr, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{command[0]}: {error}", file=sys.stderr)


def _starts(program: str) -> bool:
    if not Path(program).is_file():
        return False
    try:
        done = subprocess.run([program, "--version"], check=False, capture_output=True, timeout=300)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(find_chromium())
    except NoChromiumError as error:
        sys.exit(str(error))
