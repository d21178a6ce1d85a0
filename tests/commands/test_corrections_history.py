"""A correction that was published and is taken out is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

from vanban.commands.corrections_history import lost
from vanban.law.corrections import CORRECTIONS_FILE

TWO = "dinh-chinh:\n  - ma: mot-cho\n    nay: a\n  - nay: b\n    ma: 'hai-cho'\n"


def committed(root: Path) -> Path:
    (root / CORRECTIONS_FILE).write_text(TWO, encoding="utf-8")
    for words in (
        ("init", "-q"),
        ("add", CORRECTIONS_FILE),
        ("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"),
    ):
        subprocess.run(["git", "-C", str(root), *words], check=True)
    return root


def test_what_was_taken_out_since_the_last_commit(tmp_path: Path) -> None:
    root = committed(tmp_path)
    assert lost(root, {"mot-cho", "hai-cho", "moi"}) is None
    told = lost(root, {"mot-cho"})
    assert told is not None
    assert str(told).startswith(f"{CORRECTIONS_FILE}:1:1: 1 mục đính chính của bản trước")
    assert "“hai-cho”" in told.message
    assert "2 mục" in str(lost(root, ()))


def test_without_git_nobody_knows(tmp_path: Path) -> None:
    assert lost(tmp_path, ()) is None
