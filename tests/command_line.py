"""The command line in this process: what a process of its own costs is loading the program.

On the small invented project, which is read once, or on any other.
"""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from vanban.project import Project, open_project

HOOKS = Path(__file__).resolve().parents[1] / "hooks"
INVENTED = Path(__file__).resolve().parent / "synthetic"


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    status: int
    out: str
    told: str


Run = Callable[..., Done]


@cache
def invented() -> Project:
    return open_project(INVENTED)


@pytest.fixture(scope="session")
def program() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hooks_main", HOOKS / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(program: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("cite", "-", given="…", project=…)``; argparse's own end counts as one.

    A project is one that was read, or a folder that is read anew each time it is asked for.
    """

    def start(
        *arguments: str | Path, given: str = "", project: Project | Path | None = None
    ) -> Done:
        with monkeypatch.context() as patch:
            out, told = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
            if isinstance(project, Path):
                patch.setattr(program, "ROOT", project)
            else:
                patch.setattr(program, "_project", lambda: project or invented())
                patch.setattr(program, "ROOT", (project or invented()).root)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", told)
            try:
                status = program.main([str(argument) for argument in arguments])
            except SystemExit as end:
                status = int(end.code or 0)
        out.flush()
        told.flush()
        return Done(status, out.buffer.getvalue().decode(), told.buffer.getvalue().decode())

    return start
