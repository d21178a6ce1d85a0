"""Share pages where the public address is known, and where it is not."""

from __future__ import annotations

import pytest
from synthetic.pages import Knowledge, Reader, read, today, words


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read()


def test_without_a_public_address_nothing_absolute_is_named(knowledge: Knowledge) -> None:
    """A picture that leads nowhere is worse than none."""
    for path, tree in Reader(knowledge, today(), site="").share().items():
        named = tree.xpath(
            "//meta[@property='og:image' or @property='og:url'] | //link[@rel='canonical']"
        )
        assert named == [], path


def test_every_share_page_has_a_picture_of_its_state(knowledge: Knowledge) -> None:
    reader = Reader(knowledge, today())
    seen = set()
    for path, tree in reader.share().items():
        (address,) = tree.xpath("//meta[@property='og:image']/@content")
        name = address.rpartition("/")[2].partition(".")[0]
        seen.add(name)
        title = tree.xpath("string(//meta[@property='og:title']/@content)")
        if name == "het":
            assert "hết hiệu lực" in title or "hôm nay ở đâu" in title, path
        if name == "dang":
            assert "còn hiệu lực" in title, path
    assert seen == {"dang", "het", "chua"}


def test_no_share_page_is_white_at_night(knowledge: Knowledge) -> None:
    """One that leads on at once is seen for a moment, and has no style."""
    for path, tree in Reader(knowledge, today()).share().items():
        assert tree.xpath("//meta[@name='color-scheme']/@content") == ["light dark"], path


def test_a_page_that_lists_has_a_way_on(knowledge: Knowledge) -> None:
    for directories, home in ((True, "/"), (False, "/index.html")):
        reader = Reader(knowledge, today(), directories)
        staying = [
            tree for tree in reader.share().values() if not tree.xpath("//meta[@http-equiv]")
        ]
        assert staying
        for tree in staying:
            last = tree.xpath("//main//a")[-1]
            assert words(last) == "Kho thử: trang chủ"
            assert last.get("href").endswith(home)
