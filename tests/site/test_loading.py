"""What a build loads before it knows that it needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from building import ROOT


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that are there once the hooks are."""
    told = "import runpy, sys; runpy.run_path('site.py'); print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {told}"]
    done = subprocess.run(command, cwd=ROOT / "hooks", check=True, capture_output=True, text=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize("needed_by_few", ["pptx", "segno", "vanban.features.draft.in_browser"])
def test_what_few_sites_need_is_not_loaded_with_the_hooks(
    loaded: set[str], needed_by_few: str
) -> None:
    assert "vanban.extension" in loaded
    assert needed_by_few not in loaded
