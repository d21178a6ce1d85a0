"""Every name can be made on Windows, where the project is fetched and a release unpacked."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT, Site
from vanban.law.file_names import is_reserved

NOT_OURS = {"node_modules", "__pycache__", ".venv"}


def reserved(folder: Path) -> list[str]:
    names = (path.relative_to(folder) for path in folder.rglob("*"))
    return [
        name.as_posix()
        for name in names
        if NOT_OURS.isdisjoint(name.parts) and any(map(is_reserved, name.parts))
    ]


@pytest.mark.parametrize("folder", ["docs", "hooks", "hosting", "pyodide", "tests"])
def test_the_project_can_be_fetched(folder: str) -> None:
    """One such name, and git for Windows fetches nothing at all."""
    assert reserved(ROOT / folder) == []


def test_a_release_can_be_unpacked(site: Site) -> None:
    assert reserved(site.root) == []


@pytest.mark.parametrize(
    ("name", "no_name"),
    [
        ("con.png", True),
        ("AUX", True),
        ("com1.txt", True),
        ("con-em.png", False),
        ("icon.png", False),
    ],
)
def test_names_of_devices(name: str, no_name: bool) -> None:
    assert is_reserved(name) is no_name
