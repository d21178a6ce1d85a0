"""A wording made shorter keeps whose a fine is."""

from __future__ import annotations

from pathlib import Path

import pytest
from vanban.law.corpus import load_corpus
from vanban.page.gists import shortened

DOCS = Path(__file__).resolve().parents[2] / "docs"


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


def test_no_sum_of_the_corpus_stands_without_whose_fine_it_is() -> None:
    for item in load_corpus(DOCS).provisions.values():
        for limit in (140, 160, 220):
            short = shortened(item.text, limit).lower()
            if "triệu đồng" in short:
                assert "cá nhân" in short or "tổ chức" in short, item
