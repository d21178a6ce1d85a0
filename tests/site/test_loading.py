"""What a build loads before it knows that it needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from building import ROOT


@pytest.mark.parametrize("needed_by_few", ["pptx", "segno", "vanban.features.draft.in_browser"])
def test_what_few_sites_need_is_not_loaded_with_the_hooks(needed_by_few: str) -> None:
    told = f"import runpy, sys; runpy.run_path('site.py'); print({needed_by_few!r} in sys.modules)"
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {told}"]
    done = subprocess.run(command, cwd=ROOT / "hooks", check=True, capture_output=True, text=True)
    assert done.stdout.split()[-1] == "False"
