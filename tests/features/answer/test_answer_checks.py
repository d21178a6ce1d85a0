"""A page that begins with its answer names stories, provisions and sums that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from samples import CHECKED, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.features.answer.checks import check
from vanban.page.library import Library

GOOD = """---
tra-loi: >-
  **Khoan đăng.** Cá nhân có thể bị phạt tới 4 triệu đồng.
muc-phat:
  - điểm a khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
gan-giong:
  - b
  - c
  - d
---

# Tên
"""
FRAME = "[{cua: ca-nhan, kia: gap-doi, theo: dieu-2, muc: [{tai: dieu-1-khoan-1, tu: 2, den: 4}]}]"
OTHER = "khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP"
WORDS = """# Điều 1

## Khoản 1

Cá nhân bị phạt 2–4 triệu đồng; tổ chức 4–8 triệu đồng.

### Điểm a

Một việc.

## Khoản 2

Không có tiền.
"""


def told(folder: Path, text: str, path: str = "tinh-huong/a.md", **decree: str) -> list[str]:
    files = {
        "van-ban/nd/van-ban.yml": van_ban(**({"khung_phat": FRAME} | decree)),
        "van-ban/nd/index.md": "# Nghị định\n",
        "van-ban/nd/dieu-1.md": WORDS,
        path: text,
    }
    files |= {f"tinh-huong/{name}.md": "# Chuyện\n" for name in "bcd"}
    corpus = corpus_of(folder, dict(files))
    engine = Engine(corpus)
    library = Library(corpus, build_graph(corpus, engine, CHECKED), engine.cite, CHECKED)
    found = list(check(library, corpus.pages[path], path))
    assert_known(found)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("gan-giong:\n  - b\n  - c\n  - d\n", "", "2:1", "gan-giong: trang này thiếu khóa này"),
        ("  - c\n", "  - a\n", "8:5", "gan-giong: đây là chính trang này"),
        ("  - c\n", "  - khong-co\n", "8:5", "gan-giong: không có chuyện “khong-co”"),
        # a whole instrument, two units, a unit without words: no one frame
        ("điểm a khoản 1 Điều 1 Nghị", "Nghị", "5:5", "không tới đúng một điều khoản"),
        ("điểm a khoản 1 Điều 1", "khoản 1 và khoản 2 Điều 1", "5:5", "không tới đúng một điều"),
        ("điểm a khoản 1 Điều 1", "khoản 2 Điều 1", "5:5", "không có khung phạt"),
        # what a hurried hand writes there is told by its cause
        ("điểm a khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP", "3–4 triệu đồng", "5:5", "không tới đúng"),
        ("Khoan đăng.", "Xem khoản 9 Điều 1 Nghị định 1/2020/NĐ-CP.", "2:1", "không tới đúng một"),
        ("tới 4 triệu", "tới 5 triệu", "2:1", "số tiền không có ở trang này: 5.000.000 đồng"),
        # when it is one stands in brackets behind it, in a few words
        ("NĐ-CP\n", "NĐ-CP (chưa ai yêu cầu)\n", "", ""),
        ("NĐ-CP\n", "NĐ-CP (" + "chữ " * 11 + ")\n", "5:5", "lời trong ngoặc dài 11 tiếng"),
        ("NĐ-CP\n", f"NĐ-CP (một)\n  - {OTHER}\n", "6:5", "mức khác thì có"),
        # the organisation's sum stands on the page as well
        ("Cá nhân có thể bị phạt tới 4 triệu", "Tổ chức có thể bị phạt tới 8 triệu", "", ""),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(
    tmp_path: Path, old: str, new: str, place: str, words: str
) -> None:
    found = told(tmp_path, GOOD.replace(old, new))
    if not words:
        assert found == []
        return
    (problem,) = found
    assert problem.startswith(f"tinh-huong/a.md:{place}: ")
    assert words in problem
    assert "→" in problem


def test_a_fine_that_is_over_is_no_answer(tmp_path: Path) -> None:
    days = "tu: 2020-03-01, den: 2021-01-01, chac-chan: reading, kiem-tra: 2026-01-01"
    ended = f"{{trang-thai: het, {days}}}"
    (problem,) = told(tmp_path, GOOD, hieu_luc=ended)
    assert "số tiền không có ở trang này: 4.000.000 đồng" in problem


def test_who_must_answer(tmp_path: Path) -> None:
    bare = "# Tên\n"
    assert len(told(tmp_path / "a", bare)) == 2
    assert len(told(tmp_path / "b", bare, "hom-nay/index.md")) == 2
    assert told(tmp_path / "c", bare, "tinh-huong/index.md") == []  # the list of all
    assert told(tmp_path / "d", bare, "tra-cuu/x.md") == []


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("3–4 triệu đồng", "số tiền do máy lấy"),
        ("điểm a khoản 1 Điều 1 Nghị định 1", "ghi đủ số hiệu"),  # as the hurried write it
        ("Nghị định 1/2020/NĐ-CP", "ghi một điều khoản, kèm tên văn bản"),
    ],
)
def test_a_line_that_names_no_fine_is_told_with_what_to_write(
    tmp_path: Path, written: str, advice: str
) -> None:
    (problem,) = told(
        tmp_path, GOOD.replace("điểm a khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP", written)
    )
    assert advice in problem.partition("→")[2]
