"""``hooks test``: style, types, scripts, and every test, in a real browser too."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

_SCRIPTS = "tests/scripts"
_MODULES = f"{_SCRIPTS}/node_modules"


Command = tuple[str, ...]


def of_style(folder: Path, windows: bool) -> tuple[Command, ...]:
    """What reads the sources; ``folder`` is the one of the Python that runs, where Node is."""
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
    )


def of_tests(folder: Path, windows: bool) -> tuple[Command, ...]:
    python = str(folder / ("python.exe" if windows else "python"))
    return (
        (python, "tests/browser/find_chromium.py"),
        (python, "-m", "pytest", "--numprocesses", "auto", "--dist", "worksteal"),
    )


def run(root: Path) -> int:
    """All of style, then what is tried until it fails; 1 then, and what failed.

    What reads the sources takes one core each, so these programs run side by side. What Python
    compiles is kept: else every worker writes the assertions of all tests anew.
    """
    env = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    where = Path(sys.executable).parent, os.name == "nt"
    failed: list[Command] = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        style = of_style(*where)
        for command, done in zip(style, pool.map(partial(_heard, root, env), style), strict=True):
            print("$", *command)
            print(done.stdout, end="", flush=True)
            failed += [command] if done.returncode else []
    for command in () if failed else of_tests(*where):
        print("$", *command, flush=True)
        if subprocess.run(command, cwd=root, env=env, check=False).returncode:
            failed = [command]
            break
    for command in failed:
        print(f"Chưa qua: {' '.join(command)}", file=sys.stderr)
    return int(bool(failed))


def _heard(
    root: Path, env: Mapping[str, str], command: Command
) -> subprocess.CompletedProcess[str]:
    """What a program says is kept together."""
    return subprocess.run(
        command,
        cwd=root,
        env=env,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
