"""An instrument with many worded articles: the first stand there, the others wait for a tap."""

from __future__ import annotations

import pytest
from synthetic.pages import Reader, find, words
from vanban.features.instrument import instrument_page

PAGE = "van-ban/luat-22-2023-qh15/index.md"


def test_articles_beyond_the_first_wait(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [words(one) for one in find(reader.page(PAGE), "div.hang li")]
    assert whole
    assert find(reader.page(PAGE), "details div.hang") == []
    monkeypatch.setattr(instrument_page, "AT_ONCE", len(whole) - 1)
    page = Reader(reader.knowledge, reader.day).page(PAGE)  # made anew
    (fold,) = page.xpath("//details[.//div[@class='hang']]")
    assert words(fold.find("summary")) == "Còn 1 điều nữa"
    assert [words(one) for one in find(fold, "li")] == whole[-1:]
    assert [words(one) for one in find(page, "div.hang li")] == whole
