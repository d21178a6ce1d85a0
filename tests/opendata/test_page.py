"""What the page on open data shows: true to what is published, and its program runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from building import ROOT
from lxml import etree
from vanban.opendata import api, files
from vanban.opendata.table import COLUMNS
from vanban.page.library import Library

PAGE = (ROOT / "docs" / "gioi-thieu" / "du-lieu.md").read_text(encoding="utf-8")


def blocks(language: str, text: str = PAGE) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def shown_under(name: str) -> str:
    """The example below the heading that names a document."""
    section = PAGE.partition(f"### `{name}`")[2].partition("\n### ")[0]
    return blocks("json", section)[0]


def strange(example: Any, real: Any) -> list[str]:
    """Keys of an example that the real document has nowhere at that place."""
    if isinstance(example, dict):
        known = real if isinstance(real, dict) else {}
        if known and all("#" in key or "-" in key for key in known):  # targets as keys
            return []
        found = [key for key in example if key not in known]
        return found + [
            one for key in example if key in known for one in strange(example[key], known[key])
        ]
    if isinstance(example, list) and example and isinstance(example[0], dict):
        rows = [row for row in real if isinstance(row, dict)]
        return min((strange(example[0], row) for row in rows), key=len, default=[])
    return []


@pytest.mark.parametrize("name", list(api.FORMS))
def test_each_document_has_an_example_true_to_its_form(
    name: str, published: dict[str, Any]
) -> None:
    real = published[name.replace("{slug}", "luat-11-2012-qh13")]
    example = json.loads(shown_under(name))
    assert strange(example, real) == []
    assert strange({**example, "bia-dat": 1}, real) == ["bia-dat"]


def test_each_file_is_named(library: Library) -> None:
    for path, _ in files.Given(library).files():
        name = re.sub(r"provisions/.*", "provisions/{slug}.json", path)
        if not path.endswith("akn.xml") and "/schema/" not in path:
            assert f"`{name}`" in PAGE, path
    assert "`{trang của văn bản}/akn.xml`" in PAGE


def test_the_other_examples_have_their_form() -> None:
    (table,) = blocks("csv")
    assert table.splitlines()[0] == ",".join(COLUMNS)
    assert {line.count(",") for line in table.splitlines()} == {len(COLUMNS) - 1}
    (xml,) = blocks("xml")
    assert etree.fromstring(xml).get("wId") == "dieu-5-khoan-1-diem-dd"


def test_the_program_runs(library: Library, tmp_path: Path) -> None:
    files.Given(library).write(tmp_path)
    (program,) = blocks("python")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines.pop(0) == f"SHA-256: {files.Given(library).digest}"
    assert len(lines) == len(api.concordance(library).pairings)
    law = "Luật Thử nghiệm năm 2012"
    assert f"{law} dieu-5-khoan-1: luat-22-2023-qh15#dieu-7-khoan-2 [reading]" in lines
    assert f"{law} dieu-5-khoan-1-diem-d: chưa rõ [unknown]" in lines
