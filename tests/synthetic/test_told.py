"""What every page, share page, slide and list of the invented project tells, line by line."""

from __future__ import annotations

import pytest
from synthetic.pages import ROOT, Reader
from synthetic.told import EXPECTED, everything, text_of

FILES = sorted(file.relative_to(EXPECTED).as_posix() for file in EXPECTED.rglob("*.txt"))
HOW = (
    "python tests/synthetic/told.py writes what is told now; read the difference before keeping it"
)


@pytest.mark.parametrize("name", [name.removesuffix(".txt") for name in FILES])
def test_told(reader: Reader, name: str) -> None:
    told = text_of(everything(reader)[name]())
    assert told == (EXPECTED / f"{name}.txt").read_text(encoding="utf-8"), HOW


def test_nothing_is_left_out(reader: Reader) -> None:
    assert sorted(f"{name}.txt" for name in everything(reader)) == FILES
    assert len(list((ROOT / "docs").rglob("*.md"))) == sum(
        name.startswith("pages/") for name in FILES
    )


def test_the_project_itself_is_right(reader: Reader) -> None:
    assert reader.problems() == []
