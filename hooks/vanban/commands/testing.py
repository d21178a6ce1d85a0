"""``hooks test``: style, types, scripts, and every test, in a real browser too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_SCRIPTS = "tests/scripts"
_MODULES = f"{_SCRIPTS}/node_modules"


def commands(folder: Path, windows: bool) -> tuple[tuple[str, ...], ...]:
    """The programs in their order; ``folder`` is the one of the Python that runs, where Node is."""
    python = str(folder / ("python.exe" if windows else "python"))
    node = str(folder / ("node.exe" if windows else "node"))
    typescript = (node, f"{_MODULES}/typescript/bin/tsc", "-p")
    eslint = (node, f"{_MODULES}/eslint/bin/eslint.js", "--config", f"{_SCRIPTS}/eslint.config.js")
    return (
        (python, "-m", "ruff", "check", "."),
        (python, "-m", "ruff", "format", "--check", "."),
        (python, "-m", "mypy"),
        (*eslint, "hooks", _SCRIPTS),
        (*typescript, f"{_SCRIPTS}/tsconfig.json"),
        (*typescript, f"{_SCRIPTS}/tsconfig.worker.json"),
        (python, "tests/browser/find_chromium.py"),
        (python, "-m", "pytest", "--numprocesses", "auto", "--dist", "worksteal"),
    )


def run(root: Path) -> int:
    """Run them until one fails; 1 then, and which one it was.

    What Python compiles is kept: else every worker writes the assertions of all tests anew.
    """
    env = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in commands(Path(sys.executable).parent, os.name == "nt"):
        print("$", *command, flush=True)
        if subprocess.run(command, cwd=root, env=env, check=False).returncode:
            print(f"Chưa qua: {' '.join(command)}", file=sys.stderr)
            return 1
    return 0
