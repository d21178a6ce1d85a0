"""Each way of getting a set of questions wrong, and the line that an editor is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from samples import CHECKED, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.features.quiz import quiz_checks
from vanban.features.quiz.quiz import load_quiz
from vanban.law.corpus_source import load_corpus
from vanban.law.money import sums

ARTICLE = """# Điều 1

Nói chung.

## Khoản 1

Tổ chức bị phạt 20–30 triệu đồng; cá nhân 10–15 triệu đồng.
"""
GOOD = """\
cau:
  - ma: cau-mot
    thoi: nay
    hoi: Hôm nay nên làm gì?
    chon:
      - sai: Một
      - dung: Hai
      - sai: Ba
      - sai: Bốn
    vi-sao: Vì vậy.
    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
"""
LETTER = "---\nthoi-diem: 2019-11-30\n---\n\n# Thư\n\n## Nguyên văn {#nguyen-van}\n\nKính gửi.\n"
FILE = "docs/tap-huan/cau-hoi/bo.yml"
BASE = "can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP"


def problems_of(folder: Path, text: str) -> list[str]:
    corpus = corpus_of(
        folder,
        {
            "van-ban/nghi-dinh-1-2020-nd-cp/van-ban.yml": van_ban(),
            "van-ban/nghi-dinh-1-2020-nd-cp/dieu-1.md": ARTICLE,
            "thu/van-ban.yml": van_ban(loai="Công văn", so=None, ma="thu", ban_hanh=None),
            "thu/index.md": LETTER,
            "tap-huan/cau-hoi/bo.yml": text,
        },
    )
    bank = load_quiz(folder / "docs")
    found = list(quiz_checks.check(bank, corpus, Engine(corpus).cite, CHECKED))
    assert_known(found)
    return [str(problem) for problem in found]


def test_the_sample_is_right(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param(
            GOOD.replace("sai: Ba", "dung: Ba"), 5, "chon: câu này có 2 đáp án đúng", id="two right"
        ),
        pytest.param(
            GOOD.replace("vi-sao: ", "vi-sao: Đáp án B đúng. "),
            10,
            "vi-sao: “Đáp án B” gọi lựa chọn theo thứ tự",
            id="an option called by its letter",
        ),
        pytest.param(
            GOOD.replace("dung: Hai", "sai: Hai"),
            5,
            "chon: câu này không có đáp án đúng",
            id="none",
        ),
        pytest.param(
            GOOD.replace("      - sai: Bốn", "      - sai: Bốn\n      - sai: Năm"),
            5,
            "chon: câu này có 5 lựa chọn",
            id="five options",
        ),
        pytest.param(
            GOOD.replace("sai: Bốn", "sai: một."), 5, "2 lựa chọn giống nhau: “một”", id="equal"
        ),
        pytest.param(
            GOOD.replace("dung: Hai", "{dung: Hai, sai: Hai}"),
            7,
            "chon: lựa chọn 2 phải ghi dung hoặc sai",
            id="both right and wrong",
        ),
        pytest.param(
            GOOD + GOOD.partition("\n")[2], 12, f"“cau-mot” đã dùng ở {FILE}:2", id="repeated id"
        ),
        pytest.param(
            GOOD.replace("cau-mot", "Câu 1"), 2, "ma: “Câu 1” không đúng dạng", id="odd id"
        ),
        pytest.param(
            GOOD.replace("khoản 1 Điều 1", "khoản 9 Điều 1"),
            11,
            "không tới đúng một điều khoản",
            id="dead citation",
        ),
        pytest.param(
            GOOD.replace("khoản 1 Điều 1", "khoản 1 và khoản 2 Điều 1"),
            11,
            "không tới đúng một điều khoản",
            id="two provisions",
        ),
        pytest.param(
            GOOD.replace("khoản 1 Điều 1 ", ""),
            11,
            "không tới đúng một điều khoản",
            id="a whole instrument",
        ),
        pytest.param(
            GOOD.replace("Vì vậy.", "Xem khoản 9 Điều 1 Nghị định 1/2020/NĐ-CP."),
            10,
            "vi-sao: “khoản 9 Điều 1 Nghị định 1/2020/NĐ-CP” không tới đúng một điều khoản",
            id="dead citation in the reason",
        ),
        pytest.param(
            GOOD.replace("Vì vậy.", "Cá nhân bị phạt 40 triệu đồng."),
            11,
            "không ghi số tiền: 40.000.000 đồng",
            id="a fine without base",
        ),
        pytest.param(
            GOOD.replace("Vì vậy.", "Bị phạt 10–15 triệu đồng."),
            10,
            "có số tiền mà không nói “cá nhân” hay “tổ chức”",
            id="whose fine?",
        ),
        pytest.param(
            GOOD.replace("Hôm nay nên", "Nên"), 4, "phải nói rõ “hôm nay”", id="which day?"
        ),
        pytest.param(
            GOOD.replace("thoi: nay", "thoi: xua").replace("Hôm nay", "Vào 11/2019"),
            11,
            "chưa có hiệu lực vào thời mà câu hỏi nói tới",
            id="not yet in force",
        ),
        pytest.param(
            GOOD.replace("vi-sao", "vi-saoo"), 10, "khóa lạ → có phải “vi-sao”?", id="unknown key"
        ),
        pytest.param(
            GOOD.replace("Vì vậy.", "Từ 08/07/2031 thì vậy."),
            10,
            "“08/07/2031”: ngày tháng viết khác quy tắc chung",
            id="a date",
        ),
        pytest.param(GOOD.replace("thoi: nay", "thoi: mai"), 3, "“mai” không nằm trong", id="era"),
        pytest.param(GOOD + "  x: [", 12, "thụt lề không khớp", id="no YAML"),
        pytest.param("cau: []\n", 1, "bộ này có 0 câu", id="empty set"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    found = problems_of(tmp_path, text)
    assert any(one.startswith(f"{FILE}:{line}:") and words in one for one in found), found
    assert all(one.startswith(f"{FILE}:") and " → " in one for one in found), found
    assert not any(one.endswith("→ None") for one in found)


@pytest.mark.parametrize(
    "reason",
    [
        "Cá nhân chịu 10–15 triệu đồng.",
        "Mức của tổ chức là 20–30 triệu đồng.",
        "TỔ CHỨC chịu tới 30.000.000 đồng, cá nhân tới 15 triệu.",
    ],
)
def test_a_fine_with_its_base_is_right(tmp_path: Path, reason: str) -> None:
    assert problems_of(tmp_path, GOOD.replace("Vì vậy.", reason)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("20.000.000–30.000.000 đồng", {20_000_000, 30_000_000}),
        ("30–50, 50–100 hoặc 100–200 triệu đồng", {v * 10**6 for v in (30, 50, 100, 200)}),
        ("1,5 triệu", {1_500_000}),
        ("mười triệu đồng", {-1}),  # nobody can compare a sum in words
        ("5 đồng nghiệp được triệu tập; cộng đồng đồng ý", set()),
    ],
)
def test_sums(text: str, wanted: set[int]) -> None:
    assert sums(text) == wanted


def test_of_two_sets_with_one_question_the_newcomer_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == []
    folder = tmp_path / "docs/tap-huan/cau-hoi"
    (folder / "ban-chep.yml").write_text(GOOD, encoding="utf-8")  # it is read first
    corpus, bank = load_corpus(tmp_path / "docs"), load_quiz(tmp_path / "docs")
    published = {"tap-huan/cau-hoi/bo/"}
    found = quiz_checks.check(bank, corpus, Engine(corpus).cite, CHECKED, published)
    assert {problem.file for problem in found} == {"docs/tap-huan/cau-hoi/ban-chep.yml"}
