"""The table of changes in the law: what stands at the end of a row is said of its day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from synthetic.pages import ROOT, Reader, one, read, today, words

PAGE = "tra-cuu/thay-doi.md"
OLD = "chi-thi-7-ct-ubnd-tinh-thu-2016"
PART = "nghi-dinh-44-2024-nd-cp"
EDITS = (
    # whether it still holds is unknown; since when it held is not
    (OLD, "{trang-thai: chua-ro,", "{trang-thai: chua-ro, tu: 2016-05-03,"),
    # a clause that ended together with much that the table has no rows for
    (PART, "    den: 2025-02-01\n", "    den: 2025-02-01\n    ghi-chu: Cả chương cũng hết.\n"),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    root = tmp_path_factory.mktemp("changes")
    shutil.copytree(ROOT / "docs", root / "docs")
    for slug, before, after in EDITS:
        _edit(root / "docs/van-ban" / slug / "van-ban.yml", before, after)
    return Reader(read(root), today())


def _edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def row(reader: Reader, name: str) -> str:
    return words(one(reader.page(PAGE), f"tr#{name}"))


def test_a_known_day_of_an_unknown_state_is_not_called_unknown(reader: Reader) -> None:
    told = row(reader, f"tu-{OLD}")
    assert "03/5/2016" in told
    assert "kiểm tra 20/5/2025" in told
    assert "chưa rõ" not in told
    assert "chưa rõ" not in reader.feed()


def test_a_day_that_a_text_states_says_so(reader: Reader) -> None:
    assert "văn bản nêu rõ" in row(reader, "tu-nghi-dinh-55-2025-nd-cp")


def test_a_part_says_what_else_ended_with_it(reader: Reader) -> None:
    assert "Cả chương cũng hết." in row(reader, f"den-{PART}-dieu-4-khoan-2")
    assert "Cả chương cũng hết." in reader.feed()
