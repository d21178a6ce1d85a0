"""What is written for ever is shown first, and written only when somebody says so."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from vanban.commands import ledger
from vanban.project import Project

from .conftest import Run, invented

GONE = "van-ban/luat-22-2023-qh15/#dieu-40"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The invented project with one address that its ledger does not have yet."""
    text = (invented().ledger or "").replace(f"{GONE}\n", "")
    assert text != invented().ledger
    (tmp_path / "dia-chi.txt").write_text(text, encoding="utf-8")
    return replace(invented(), root=tmp_path, ledger=text)


def held(project: Project) -> str:
    return (project.root / "dia-chi.txt").read_text(encoding="utf-8")


def test_without_a_terminal_and_without_yes_nothing_is_written(run: Run, project: Project) -> None:
    before = held(project)
    done = run("ledger", project=project)
    assert GONE in done.out
    assert "--yes" in done.told
    assert done.status == 1
    assert held(project) == before


def test_yes_writes(run: Run, project: Project) -> None:
    assert run("ledger", "--yes", project=project).status == 0
    assert GONE in held(project).splitlines()


@pytest.mark.parametrize(
    ("answer", "written"),
    [("y\n", True), ("có\n", True), ("\n", False), ("n\n", False), ("", False)],
)
def test_at_a_terminal_it_asks(
    answer: str, written: bool, project: Project, program: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    options = program._parser().parse_args(["ledger"])  # type: ignore[attr-defined]
    assert ledger.run(options, project, project.root) == (0 if written else 1)
    assert (GONE in held(project).splitlines()) == written


def test_nothing_new_is_no_question(run: Run) -> None:
    done = run("ledger")
    assert done.status == 0
    assert "Không có địa chỉ mới" in done.out
