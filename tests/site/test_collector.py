"""A build ends without looking through all that it made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from building import ROOT

BUILD = """
import gc, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

build(load_config("mkdocs.yml", site_dir=sys.argv[1]))
print(len(gc.get_objects()), gc.get_freeze_count())
"""


def test_python_ends_without_looking_through_a_build(tmp_path: Path) -> None:
    """Every page, and all that was known of it, is there until the end."""
    command = [sys.executable, "-c", BUILD, str(tmp_path)]
    project = ROOT / "tests" / "synthetic"
    done = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True)
    looked_through, kept = map(int, done.stdout.split()[-2:])
    assert looked_through < kept / 20
