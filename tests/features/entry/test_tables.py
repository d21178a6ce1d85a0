"""Tables of a Word letter: drawn where a page can carry them, else told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from intake.made import saved
from synthetic.pages import Reader, read
from vanban.features.entry.plan import write
from vanban.intake import word
from vanban.intake.document import Document
from vanban.project import open_project

from .taking import HEAD, LETTER, TODAY, Take, copied, facts


def test_a_table_of_the_text_is_told(take: Take) -> None:
    """The head is a table too, and so is the foot."""
    told = {}
    for inside in (False, True):
        file = docx.Document()
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "SỞ THỬ\nSố: 45/STN-VP", "Hòn Thử, ngày 20 tháng 5 năm 2025"
        file.add_paragraph("Kính gửi: A.")
        file.add_paragraph("1. Mở sổ:")
        if inside:
            first, last = file.add_table(1, 2).rows[0].cells
            first.text, last.text = "Việc", "Hạn"
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "Nơi nhận:\n- A.", "GIÁM ĐỐC"
        told[inside] = [one for one in take(word.read(saved(file))).told if "bảng" in one]
    assert told[False] == []
    assert len(told[True]) == 1
    assert "từ ô “Việc” tới ô “Hạn”" in told[True][0]


@pytest.mark.parametrize("set_as_table", [True, False])
@pytest.mark.parametrize("merged", [True, False])
def test_a_table_of_an_annex_is_drawn_or_told(
    take: Take, tmp_path: Path, set_as_table: bool, merged: bool
) -> None:
    """What is attached stands behind “Nơi nhận” and the name of who signs."""
    file = docx.Document()
    for line in (*HEAD.splitlines(), "Kính gửi: A.", "1. Giao việc theo phụ lục."):
        file.add_paragraph(line)
    if set_as_table:
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "Nơi nhận:\n- A.", "GIÁM ĐỐC"
    else:
        file.add_paragraph("Nơi nhận: A.")
        left, right = file.add_table(1, 2).rows[0].cells
        left.text, right.text = "", "GIÁM ĐỐC"
    file.add_paragraph("PHỤ LỤC")
    table = file.add_table(0, 3)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    if merged:
        table.cell(1, 0).merge(table.cell(1, 1))
    plan = take(word.read(saved(file)))
    (told,) = [one for one in plan.told if "bảng" in one]
    assert "GIÁM ĐỐC" not in told
    assert ("không kẻ lại được" in told) == merged
    assert ("3 hàng, 3 cột" in told) != merged
    text = next(text for name, text in plan.files.items() if name.endswith(f"{LETTER}/index.md"))
    assert text.index("PHỤ LỤC") < text.index("Căn cứ" if merged else "| Việc |")


def with_table(change: Callable[[Any], None] = lambda table: None) -> Document:
    """A letter whose first item has a table of three columns and three rows."""
    file = docx.Document()
    for line in (*HEAD.splitlines(), "Kính gửi: A.", "1. Giao việc như sau:"):
        file.add_paragraph(line)
    table = file.add_table(0, 3)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    change(table)
    file.add_paragraph("2. Báo cáo.")
    return word.read(saved(file))


ROWS = (
    ("TT", "Việc", "Căn cứ"),
    ("1.", "Mở sổ *mới*, ghi từng [ngày]", "Điều 1 Nghị định 44/2024/NĐ-CP"),
    ("2.", "", "theo quy chế"),
)


def test_a_plain_table_is_drawn_letter_for_letter(take: Take, tmp_path: Path) -> None:
    root = copied(tmp_path / "kho")
    plan = take(with_table())
    (told,) = [one for one in plan.told if "bảng" in one]
    assert "3 hàng, 3 cột" in told
    write(plan, root / "docs")
    assert not open_project(root).problems
    page = Reader(read(root), TODAY).page(f"{LETTER}/index.md")
    (table,) = page.iter("table")
    rows = [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]
    assert rows == [list(row) for row in ROWS]
    item = next(one for one in page.iter("div") if one.get("id") == "muc-1")
    assert table in item.iter("table")  # it belongs to what stands above it
    assert [one.get("id") for one in page.iter("div") if one.get("class") == "cv-muc"] == [
        "muc-1",
        "muc-2",
    ]
    linked = ["".join(one.itertext()) for one in table.iter("a")]
    assert linked == [ROWS[1][2]]


def test_a_citation_in_a_cell_is_one_of_the_item_above(take: Take) -> None:
    (relation,) = facts(take(with_table()), LETTER)["quan-he"]
    assert (relation["van-ban"], relation["o"]) == ("nghi-dinh-44-2024-nd-cp", "mục 1")


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.cell(0, 0).merge(table.cell(0, 1)),
        lambda table: table.cell(0, 0).merge(table.cell(1, 0)),
        lambda table: table.cell(1, 1).add_paragraph("Dòng nữa"),
        lambda table: setattr(table.cell(1, 1), "text", "Hai\ndòng"),
        lambda table: setattr(table.cell(1, 1), "text", "một | hai"),
        lambda table: table.cell(1, 1).add_table(1, 2),
    ],
)
def test_a_table_that_a_page_cannot_carry_is_told(
    take: Take, change: Callable[[Any], None]
) -> None:
    plan = take(with_table(change))
    (told,) = [one for one in plan.told if "bảng" in one]
    assert "Có bảng không kẻ lại được" in told
    assert "| --- |" not in plan.files[f"{LETTER}/index.md"]
