"""Which Chromium is taken: the one that costs least, or the one that is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from browser import find_chromium
from browser.find_chromium import shells_beside


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What is tried, in its order, where programs of these names are on the PATH."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(find_chromium, "_of_playwright", lambda: ["its own"])

    def there(*names: str) -> list[str]:
        monkeypatch.setattr(shutil, "which", lambda name: name if name in names else None)
        return list(find_chromium._present())

    return there


def test_the_one_without_a_window_comes_first(tried: Callable[..., list[str]]) -> None:
    shell = "chromium-headless-shell"
    assert tried() == ["its own"]
    assert tried("chromium") == ["chromium", "its own"]
    assert tried("chromium", shell) == [shell, "chromium", "its own"]


def test_whoever_names_one_has_it(
    tried: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "/opt/mine")
    assert tried("chromium-headless-shell")[0] == "/opt/mine"


@pytest.mark.parametrize("ending", ["", ".exe"])
def test_playwright_keeps_one_beside_its_own(tmp_path: Path, ending: str) -> None:
    """Of the same revision: others may be there that an older Playwright left."""
    for revision in ("1254", "1255"):
        folder = tmp_path / f"chromium_headless_shell-{revision}" / "chrome-headless-shell-any"
        folder.mkdir(parents=True)
        (folder / f"chrome-headless-shell{ending}").touch()
        (folder / "headless_lib_data.pak").touch()
    whole = tmp_path / "chromium-1255" / "chrome-any" / f"chrome{ending}"
    assert shells_beside(whole) == [folder / f"chrome-headless-shell{ending}"]
    assert shells_beside(Path("/usr/bin/chromium")) == []
