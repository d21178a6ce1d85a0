"""What few sites need is not loaded for all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import vanban

CODE = """
import sys
import vanban.build, vanban.extension, vanban.project
import vanban.features.quiz.quiz_files
from vanban.features.search.sections import plain
from vanban.features.search.texts import text_of
assert plain("Điều  1") == "Điều 1"
loaded = sorted(name for name in sys.modules if name.partition(".")[0] == "lxml")
sys.exit(", ".join(loaded[:3]) or 0)
"""


def test_lxml_waits_until_html_or_questions_are_read() -> None:
    hooks = Path(vanban.__path__[0]).parent
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=hooks, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
