"""What a page only repeats, to warn of it, is not shown elsewhere as if the page said it."""

from __future__ import annotations

from synthetic.pages import Reader, find, words


def test_a_saying_is_not_quoted_among_those_who_cite(reader: Reader) -> None:
    article = reader.page("van-ban/nghi-dinh-44-2024-nd-cp/dieu-4.md")
    backlinks = " ".join(words(one) for one in find(article, ".nguoc"))
    assert "đã hết hiệu lực" in backlinks  # what the page says itself
    assert "vẫn áp dụng" not in backlinks
