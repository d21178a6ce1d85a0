"""The file of corrections: what an editor may write there, and what is told of slips."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from editors_words import assert_known
from samples import corpus_of, van_ban
from vanban.law.corrections import check, read_corrections

RIGHT = {
    "ma": "mot-cho",
    "ngay": "2026-08-14",
    "van-ban": "x",
    "don-vi": "dieu-1-khoan-1",
    "truoc": "Mười triệu đồng.",
    "nay": "Cá nhân 10 triệu đồng.",
}


def told(folder: Path, *entries: dict[str, str]) -> list[str]:
    lines = ["dinh-chinh:"]
    for entry in entries:
        rows = [f"{key}: {value}" for key, value in (RIGHT | entry).items() if value]
        lines += [f"  - {rows[0]}", *(f"    {row}" for row in rows[1:])]
    found, problems = read_corrections("\n".join(lines) + "\n")
    corpus = corpus_of(folder, {"x/van-ban.yml": van_ban(), "x/index.md": "# X\n"})
    problems = [*problems, *check(found, corpus, date(2026, 8, 14))]
    assert_known(problems)
    return [str(one) for one in problems]


def test_a_right_entry_is_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, {}, {"ma": "cho-hai", "don-vi": ""}) == []


@pytest.mark.parametrize(
    ("entry", "line", "words"),
    [
        ({"van-ban": "y"}, 4, "không có văn bản “y”"),
        ({"don-vi": "dieu-9"}, 5, "mục lục không có Điều 9"),
        ({"ngay": "2026-08-15"}, 3, "2026-08-15 chưa tới"),
        ({"ma": "Một chỗ"}, 2, "“Một chỗ” không đúng dạng"),
        ({"nay": "Nay là 10–20 triệu đồng."}, 7, "nay: có số tiền mà không nói"),
        ({"truoc": "Trước ghi 5 triệu."}, 6, "truoc: có số tiền mà không nói"),
        ({"nay": "Mười triệu  đồng."}, 7, "nay: giống hệt truoc"),
        ({"nay": ""}, 2, "thiếu khóa này"),
        ({"ngay": "14/8/2026"}, 3, "không phải ngày"),
    ],
)
def test_slips(tmp_path: Path, entry: dict[str, str], line: int, words: str) -> None:
    (problem,) = told(tmp_path, entry)
    assert problem.startswith(f"dinh-chinh.yml:{line}:")
    assert words in problem


def test_a_name_stands_once(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, {}, {})
    assert "đã dùng ở dòng 2" in problem
