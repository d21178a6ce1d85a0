"""Short addresses: what a chat shows of them, and where they lead without script."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from building import BASE, Site, text_of
from vanban.law.corpus import Corpus
from vanban.law.instrument import parse_target
from vanban.law.short_address import TODAY, shared, short_address
from vanban.law.site_address import url

LIMIT = 1500  # bytes: a page that leads on weighs nothing


def leads_to(site: Site, path: str) -> str:
    """Where the refresh of a share page goes, as path and fragment."""
    (refresh,) = site.tree(path).xpath("//meta[@http-equiv='refresh']/@content")
    to = urlsplit(urljoin(BASE + path, str(refresh).partition("url=")[2]))
    return unquote(to.path).removeprefix("/") + (f"#{to.fragment}" if to.fragment else "")


def meta(site: Site, path: str, name: str) -> str:
    return str(site.tree(path).xpath(f"//meta[@property='{name}']/@content")[0])


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("anm18/8/1/", "van-ban/luat-24-2018-qh14/dieu-8/#dieu-8-khoan-1"),
        ("nd72/5/1/d/", "van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/#dieu-5-khoan-1-diem-d"),
        # đ is a letter of its own
        ("nd72/5/1/dd/", "van-ban/nghi-dinh-72-2013-nd-cp/dieu-5/#dieu-5-khoan-1-diem-dd"),
        ("nd72/", "van-ban/nghi-dinh-72-2013-nd-cp/"),
        # one counterpart: “today” leads there
        ("nd72/21/5/nay/", "van-ban/nghi-dinh-147-2024-nd-cp/dieu-21/#dieu-21-khoan-6"),
        ("nd72/26/4/nay/", "van-ban/nghi-dinh-147-2024-nd-cp/dieu-36/#dieu-36-khoan-4"),
        # in force: “today” is the clause itself
        ("anm25/7/1/nay/", "van-ban/luat-116-2025-qh15/dieu-7/#dieu-7-khoan-1"),
    ],
)
def test_a_short_address_leads_to_its_clause(site: Site, path: str, to: str) -> None:
    assert leads_to(site, path) == to


def test_every_short_address_leads_to_an_existing_id(corpus: Corpus, site: Site) -> None:
    for path, target in shared(corpus):
        page, _, anchor = leads_to(site, path).partition("#")
        address = corpus.address(target)
        assert (page, anchor) == (url(address.page).removeprefix("./"), address.anchor)
        assert not anchor or anchor in site.ids(page)
        assert len(site.file(path).read_bytes()) < LIMIT


def test_a_chat_sees_which_clause_it_is_and_whether_it_is_in_force(site: Site) -> None:
    title = meta(site, "anm18/8/1/", "og:title")
    assert title == "Khoản 1 Điều 8 Luật An ninh mạng năm 2018 · hết hiệu lực từ 01/7/2026"
    assert "không gian mạng" in meta(site, "anm18/8/1/", "og:description")
    assert "còn hiệu lực" in meta(site, "anm25/7/1/", "og:title")


def test_several_counterparts_are_listed_not_chosen(site: Site) -> None:
    tree = site.tree("anm18/8/1/nay/")
    assert not tree.xpath("//meta[@http-equiv='refresh']")
    assert len(tree.xpath("//li/a")) > 1
    assert "cách đọc của người biên soạn" in text_of(tree)


def test_unknown_is_said(site: Site) -> None:
    assert "Chưa rõ" in text_of(site.tree("ct10/nay/"))


def test_units_without_wording_have_no_short_address(corpus: Corpus) -> None:
    assert short_address(corpus, parse_target("luat-24-2018-qh14#dieu-43")) is None
    assert TODAY == "nay/"
