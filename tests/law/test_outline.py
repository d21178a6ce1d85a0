"""Golden cases: an outline as an editor writes it, a line ``---``, and what must come of it.

Problems are written ``line: message``, the line being that of the case file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from samples import van_ban
from vanban.law.loading import read_instrument

CASES = sorted(Path(__file__).with_name("outline").glob("*.yml"))
HEAD = van_ban(muc_luc=None)


def read_case(file: Path) -> tuple[str, dict[str, Any]]:
    written, expected = file.read_text(encoding="utf-8").split("\n---\n")
    return written + "\n", yaml.safe_load(expected)


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_outline(file: Path) -> None:
    written, expected = read_case(file)
    instrument, problems = read_instrument(HEAD + written, "thu", "thu/van-ban.yml", "thu")
    assert instrument
    units = {unit.id: unit for unit in instrument.outline.units.values()}
    if "ids" in expected:
        assert list(units) == expected["ids"]
    found = [f"{p.line - HEAD.count(chr(10))}: {p.message} → {p.suggestion}" for p in problems]
    wanted = expected.get("problems", [])
    assert len(found) == len(wanted), found
    for line, beginning in zip(sorted(found), sorted(wanted), strict=True):
        assert line.startswith(beginning)
    for unit in expected.get("unknown_below", []):
        assert not units[unit].children_known
    for unit in expected.get("partial_below", []):
        assert units[unit].children_known
        assert not units[unit].children_complete
    for unit in units.values():
        assert all(units[child.id].parent == unit.path for child in unit.children)


def test_there_are_cases() -> None:
    assert len(CASES) >= 9
