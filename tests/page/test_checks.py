"""What an editor is told before a page is made: where, what, and what to do about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.page.checks import every_problem
from vanban.page.library import Library
from vanban.training.quiz import load_quiz

DECREE = "van-ban/nghi-dinh-1-2020-nd-cp"
WHOLE = {
    f"{DECREE}/van-ban.yml": van_ban(),
    f"{DECREE}/index.md": "# Nghị định\n",
    f"{DECREE}/dieu-1.md": "# Điều 1\n\nLời.\n\n## Khoản 1\n\nLời khoản.\n",
    "index.md": "# Nhà\n\n[[khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP]]\n",
    "tinh-huong/index.md": "# Tình huống\n",
    "tinh-huong/a.md": "---\nnhom: hoc-sinh\n---\n\n# A\n\n## Nên làm gì?\n\n- Một.\n",
    "tap-huan/buoi.md": "---\nphut: 5\n---\n\n# Buổi\n\n## Một (5 phút)\n\n**Mục tiêu:** Biết.\n\n"
    "[[tình huống: a]]\n",
    "tap-huan/cau-hoi/bo.md": "# Bộ\n\n[[câu hỏi]]\n",
    "tap-huan/cau-hoi/bo.yml": "cau:\n  - ma: cau-mot\n    thoi: nay\n    hoi: Hôm nay?\n"
    "    chon: [{sai: Một}, {dung: Hai}, {sai: Ba}, {sai: Bốn}]\n    vi-sao: Vì vậy.\n"
    "    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP\n",
}


def problems(folder: Path, changes: dict[str, str | None], published: str | None = "") -> list[str]:
    files = {**WHOLE, **changes}
    corpus = corpus_of(folder, {name: text for name, text in files.items() if text is not None})
    engine, day = Engine(corpus), date(2026, 11, 23)
    quiz = load_quiz(folder / "docs")
    library = Library(corpus, build_graph(corpus, engine, day), engine.cite, day, quiz=quiz)
    return [str(problem) for problem in every_problem(library, published)]


def test_the_sample_is_right(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        pytest.param(
            {f"{DECREE}/index.md": None},
            f"docs/{DECREE}/van-ban.yml:1:1: ",
            "thư mục này chưa có index.md → viết trang giới thiệu văn bản",
            id="no page of its own",
        ),
        pytest.param(
            {
                f"{DECREE}/van-ban.yml": van_ban(
                    loi_chu="[{chu: xyz, co-le-la: abc, chac-chan: reading}]"
                ),
                f"{DECREE}/index.md": "# Thư\n\n## Nguyên văn {#nguyen-van}\n\nMột lá thư.\n",
            },
            f"docs/{DECREE}/van-ban.yml:1:1: ",
            "loi-chu: trong nguyên văn không có “xyz” → ghi đúng chữ như trên văn bản",
            id="a slip that is not in the text",
        ),
        pytest.param(
            {"index.md": "# Nhà\n\nChữ.\n\n[[khoản 1 Điều 2 Nghị định 1/2020/NĐ-CP]]\n"},
            "docs/index.md:5:1: ",
            "khoản 1 Điều 2 Nghị định 1/2020/NĐ-CP",
            id="drawing in what is not there",
        ),
        pytest.param(
            {"index.md": "# Nhà\n\n[[bảng: gì đó]]\n"},
            "docs/index.md:3:1: ",
            "bảng: xưa và nay",  # the names that there are
            id="no such table",
        ),
        pytest.param(
            {"index.md": "# Nhà\n\n[[tình huống: b]]\n"},
            "docs/index.md:3:1: ",
            "“b” không phải trang tình huống nào → ghi tên tệp trong tinh-huong/, không có .md",
            id="no such situation",
        ),
        pytest.param(
            {"tinh-huong/a.md": "---\nnhom: hoc-sin\n---\n\n# A\n\n## Nên làm gì?\n\n- Một.\n"},
            "docs/tinh-huong/a.md:1:1: nhom: “hoc-sin” không phải nhóm tình huống → ",
            "hoc-sinh",  # one of those there are
            id="a topic that is none",
        ),
        pytest.param(
            {"tap-huan/buoi.md": WHOLE["tap-huan/buoi.md"].replace("phut: 5", "phut: 6")},
            "docs/tap-huan/buoi.md:1:1: ",
            "các bước cộng lại 5 phút, đầu trang ghi 6 phút",
            id="minutes that do not add up",
        ),
        pytest.param(
            {"tap-huan/cau-hoi/bo.md": "# Bộ\n"},
            "docs/tap-huan/cau-hoi/bo.yml:1:1: ",
            "chưa có trang docs/tap-huan/cau-hoi/bo.md với dòng [[câu hỏi]] → thêm trang, hoặc thêm"
            " dòng ấy vào trang",
            id="questions that no page draws in",
        ),
        pytest.param(
            {"tap-huan/x.md": "# X\n\n[[câu hỏi]]\n"},
            "docs/tap-huan/x.md:1:1: ",
            "trang này cần nằm ở docs/tap-huan/cau-hoi/ và có tệp .yml cùng tên",
            id="a page that draws in no questions",
        ),
        pytest.param(
            {"nd1/x.md": "# X\n"},
            f"docs/{DECREE}/van-ban.yml:3:1: ",
            "ma: “nd1” là tên một thư mục của trang → chọn mã khác",
            id="a code that is a folder",
        ),
    ],
)
def test_told(tmp_path: Path, changes: dict[str, str | None], place: str, words: str) -> None:
    found = problems(tmp_path, changes)
    assert any(one.startswith(place) and words in one for one in found), found
    assert all(" → " in one for one in found), found


def test_a_missing_ledger_and_a_lost_address(tmp_path: Path) -> None:
    (missing,) = problems(tmp_path / "a", {}, None)
    assert missing.startswith("dia-chi.txt:0:0: chưa có sổ địa chỉ → ")
    (lost,) = problems(tmp_path / "b", {}, "nd1/\nnd1/9/\n")
    assert lost.startswith("dia-chi.txt:2:1: ")
    assert "nd1/9/" in lost


def test_an_article_s_citation_that_is_wrong_is_told_too(tmp_path: Path) -> None:
    text = "# Điều 1\n\nXem khoản 9 Điều 1.\n"
    found = problems(tmp_path, {f"{DECREE}/dieu-1.md": text, "index.md": "# Nhà\n"})
    assert any(one.startswith(f"docs/{DECREE}/dieu-1.md:3:5: ") for one in found), found
