"""The rows of the table of fines: their form, and what they name."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from samples import CHECKED, corpus_of, van_ban
from vanban.cite.engine import Engine
from vanban.cite.graph import build_graph
from vanban.features.fines.fines import amounts, check
from vanban.page.library import Library

FRAME = "[{cua: ca-nhan, kia: gap-doi, theo: dieu-2, muc: [{tai: dieu-1-khoan-1, tu: 2, den: 4}]}]"
WORDS = (
    "# Điều 1\n\n## Khoản 1\n\nCá nhân 2–4 triệu đồng; tổ chức 4–8 triệu đồng.\n\n"
    "## Khoản 2\n\nLời.\n"
)
ROWS = """nhom:
  - ma: tin-sai
    ten: Tin sai
    viec:
      - ten: Đưa tin sai
        khung:
          - tai: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
            khi: có hậu quả
"""
TOLD = "tai: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP"


def library(folder: Path, rows: str, page: str = "# Mức phạt\n\n[[bảng: mức phạt]]\n") -> Library:
    corpus = corpus_of(
        folder,
        {
            "van-ban/nd/van-ban.yml": van_ban(khung_phat=FRAME),
            "van-ban/nd/index.md": "# Nghị định\n",
            "van-ban/nd/dieu-1.md": WORDS,
            "hom-nay/muc-phat.yml": rows,
            "hom-nay/muc-phat.md": page,
        },
    )
    engine = Engine(corpus)
    return Library(corpus, build_graph(corpus, engine, CHECKED), engine.cite, CHECKED)


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("x", "x", "", ""),
        ("khoản 1 Điều 1", "khoản 7 Điều 1", "7:13", "không tới đúng một điều khoản"),
        ("khoản 1 Điều 1", "khoản 2 Điều 1", "7:13", "không có khung phạt"),
        (ROWS.partition("khung:")[2], " []\n", "1:1", "“Đưa tin sai” chưa có điều khoản nào"),
        ("tin-sai", "Tin sai", "1:1", "ma: “Tin sai” không làm chỗ neo được"),
        (
            "            khi: có hậu quả\n",
            f"            khi: a\n          - {TOLD}\n            khi: b\n",
            "9:13",
            "ghi hai lần ở “Đưa tin sai”",
        ),
        ("khi: có", f"gon: {'tin ' * 12}\n            khi: có", "", ""),
        ("khi: có", f"gon: {'tin ' * 13}\n            khi: có", "7:13", "dài hơn 12 chữ"),
    ],
)  # fmt: skip
def test_rows_that_name_no_fine(tmp_path: Path, old: str, new: str, place: str, words: str) -> None:
    told = list(check(library(tmp_path, ROWS.replace(old, new))))
    assert_known(told)
    found = [str(problem) for problem in told]
    assert bool(found) == bool(words)
    for problem in found:
        assert problem.startswith(f"docs/hom-nay/muc-phat.yml:{place}: ")
        assert words in problem


def test_few_words_beside_a_sum_are_told_for_every_row_of_an_act_or_for_none(
    tmp_path: Path,
) -> None:
    rows = (
        ROWS.replace("khi:", "gon: a\n            khi:")
        + f"          - {TOLD}\n            khi: b\n"
    )
    told = [problem for problem in check(library(tmp_path, rows)) if "gon" in problem.message]
    assert_known(told)
    (problem,) = told
    assert str(problem).startswith("docs/hom-nay/muc-phat.yml:10:13: ")


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("đăng tin sai", "gon: “đăng tin sai” ghi hai lần ở “Đưa tin sai”"),
        ("bị phạt 5–10 triệu đồng", "gon: “bị phạt 5–10 triệu đồng” ghi số tiền"),
        ("đăng tin cho 2 người", ""),
    ],
)
def test_few_words_tell_rows_apart_and_leave_sums_to_the_table(
    tmp_path: Path, short: str, words: str
) -> None:
    rows = (
        ROWS.replace("khi:", "gon: Đăng tin sai\n            khi:")
        + f"          - tai: khoản 2 Điều 1 Nghị định 1/2020/NĐ-CP\n            gon: {short}\n"
        + "            khi: b\n"
    )
    told = [one for one in check(library(tmp_path, rows)) if one.message.startswith("gon")]
    assert_known(told)
    assert [str(one).startswith("docs/hom-nay/muc-phat.yml:10:13: ") for one in told] == [
        True
    ] * bool(words)
    assert all(words in one.message for one in told)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (ROWS.replace("khi:", "khii:"), "nhom.1.viec.1.khung.1.khii: khóa lạ → có phải “khi”?"),
        (ROWS.replace("            khi: có hậu quả\n", ""), "khung.1.khi: thiếu khóa này"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_read(tmp_path: Path, rows: str, told: str) -> None:
    (problem,) = library(tmp_path, rows).corpus.unreadable
    assert told in str(problem)


def test_the_sums_of_a_page_are_those_it_draws(tmp_path: Path) -> None:
    """An answer may name them; on another page they would stand nowhere."""
    known = library(tmp_path, ROWS)
    page = known.corpus.pages["hom-nay/muc-phat.md"]
    assert amounts(known, page) == {2_000_000, 4_000_000, 8_000_000}
    bare = library(tmp_path / "b", ROWS, "# Mức phạt\n")
    assert amounts(bare, bare.corpus.pages["hom-nay/muc-phat.md"]) == frozenset()
