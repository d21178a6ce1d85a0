"""A wording told in a few words: a lead-in with its points, a fine with whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import corpus_of, van_ban
from vanban.law.corpus import Corpus
from vanban.law.instrument import parse_target
from vanban.law.units import Kind
from vanban.page.gists import shortened, told

ARTICLE = """\
# Điều 1. Việc thử

Điều này kể hai việc.

## Khoản 1

Cấm một trong các việc dưới đây:

### Điểm a

Làm đổ mẫu;

### Điểm đ

Mở tủ.

- Tủ lạnh
- Tủ sấy

## Khoản 2

Lời của khoản hai.
"""


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        # a lead-in brings its points, each by its first line; those not worded are left out
        ("dieu-1-khoan-1", "Cấm một trong các việc dưới đây: a) Làm đổ mẫu; đ) Mở tủ."),
        # clauses are no points: an article's own words stand alone
        ("dieu-1", "Điều này kể hai việc."),
        ("dieu-1-khoan-2", "Lời của khoản hai."),
        ("dieu-1-khoan-1-diem-a", "Làm đổ mẫu;"),
        ("dieu-1-khoan-1-diem-b", ""),
    ],
)
def test_what_is_told_of_a_unit(tmp_path: Path, unit: str, words: str) -> None:
    corpus = corpus_of(
        tmp_path,
        {
            "van-ban/a/van-ban.yml": van_ban(),
            "van-ban/a/index.md": "# Nghị định 1/2020/NĐ-CP\n",
            "van-ban/a/dieu-1.md": ARTICLE,
        },
    )
    assert told(corpus, parse_target(f"a#{unit}")) == words


def test_a_point_of_which_only_a_note_speaks_is_left_out(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "van-ban/a/van-ban.yml": van_ban(),
        "van-ban/a/index.md": "# Nghị định 1/2020/NĐ-CP\n",
        "van-ban/a/dieu-1.md": ARTICLE.replace("Làm đổ mẫu;", "> Chưa đọc được."),
    }
    lead_in = told(corpus_of(tmp_path, files), parse_target("a#dieu-1-khoan-1"))
    assert lead_in == "Cấm một trong các việc dưới đây: đ) Mở tủ."


def test_no_lead_in_of_the_corpus_is_told_alone(corpus: Corpus) -> None:
    seen = 0
    for target in corpus.provisions:
        known = corpus.unit(target)
        for child in known.children if known else ():
            point = parse_target(f"{target.slug}#{child.id}")
            if child.kind is Kind.POINT and point in corpus.provisions:
                seen += 1
                assert f"{child.number}) " in told(corpus, target), target
    assert seen


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Một hai ba", 20, "Một hai ba"),
        ("Một hai ba bốn năm", 12, "Một hai …"),
        # a sum is not cut off from whose fine it is
        (
            "Phạt từ 10 triệu đồng tới 20 triệu đồng với mỗi cá nhân vi phạm. Còn nữa.",
            30,
            "Phạt từ 10 triệu đồng tới 20 triệu đồng với mỗi cá nhân vi phạm …",
        ),
        ("Cá nhân bị phạt từ 10 triệu đồng trở lên", 30, "Cá nhân bị phạt từ 10 triệu …"),
        # đồng is not always money
        (
            "Chặn nội dung xấu trong cộng đồng mạng, do cá nhân đăng",
            40,
            "Chặn nội dung xấu trong cộng đồng …",
        ),
    ],
)
def test_shortened(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


def test_no_sum_of_the_corpus_stands_without_whose_fine_it_is(corpus: Corpus) -> None:
    for item in corpus.provisions.values():
        for limit in (140, 160, 220):
            short = shortened(item.text, limit).lower()
            if "triệu đồng" in short:
                assert "cá nhân" in short or "tổ chức" in short, item
