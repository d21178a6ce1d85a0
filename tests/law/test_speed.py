"""A page of 5 MB is read within 10 seconds, whatever stands in it, and its problems are told."""

from __future__ import annotations

import time

import pytest
from samples import van_ban
from vanban.law.loading import check_front, read_instrument, read_page, read_provisions
from vanban.law.provision import walk

SIZE = 5_000_000


def filled(piece: str) -> str:
    return piece * (SIZE // len(piece.encode()))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(filled("Một đoạn văn bình thường, dài chừng một dòng.\n\n"), id="prose"),
        pytest.param(filled("một dòng rất dài "), id="one line"),
        # each heading is a problem, and each problem has a line
        pytest.param(filled("## Khoản 9\n\nLời của khoản này.\n\n"), id="headings"),
        pytest.param(filled("a <!-- b "), id="comments that never end"),
        pytest.param(filled("a ````b "), id="ticks that never close"),
        pytest.param(filled("[a ![b]( "), id="brackets"),
        pytest.param(filled("*a _b ~~c "), id="emphasis"),
        pytest.param("# a" + " " * SIZE + "b", id="a heading of spaces"),
        pytest.param("# a" + "# " * (SIZE // 2), id="a heading of hashes"),
        pytest.param("---\na: " + filled("b") + "\n---\n", id="front matter"),
    ],
)  # fmt: skip
def test_a_large_page(text: str) -> None:
    instrument, _ = read_instrument(van_ban(), "a", "van-ban/a/van-ban.yml", "a")
    assert instrument
    begun = time.process_time()
    page = read_page(f"# Điều 1\n\n{text}", "van-ban/a/dieu-1.md", "a")
    check_front(page, "a")
    units = sum(1 for _ in walk(page.blocks()))
    _, problems = read_provisions(page, instrument, "a")
    assert time.process_time() - begun < 10
    assert units
    assert (len(problems) > 10_000) == ("Khoản 9" in text)
