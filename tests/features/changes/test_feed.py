"""The feed of changes: RFC 4287, ids that stay, and nothing that has not come yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest
from synthetic.pages import SITE, Reader, find, read, today

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")


def parsed(reader: Reader) -> Element:
    return fromstring(reader.feed())


def texts(root: Element, tag: str) -> list[str]:
    return [found.text or "" for found in root.iter(ATOM + tag)]


@pytest.fixture
def reader() -> Reader:
    return Reader(read(), today())


def test_what_the_rfc_asks_for(reader: Reader) -> None:
    """Sections 4.1.1 and 4.1.2: what a feed and an entry must have, each once."""
    root = parsed(reader)
    assert root.tag == f"{ATOM}feed"
    for parent in (root, *root.iter(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            (only,) = parent.findall(ATOM + tag)
            assert (only.text or "").strip()
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = texts(root, "id")
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert all(MOMENT.fullmatch(moment) for moment in texts(root, "updated"))
    days = [date.fromisoformat(moment[:10]) for moment in texts(root, "updated")]
    assert days[1:] == sorted(days[1:], reverse=True)
    assert days[0] == days[1]  # the feed is as new as its newest entry


def test_ids_do_not_hang_on_the_address_of_the_site() -> None:
    knowledge = read()
    moved = Reader(knowledge, today(), site="https://noi-khac.example/")
    nowhere = Reader(knowledge, today(), site="")
    here = Reader(knowledge, today())
    assert texts(parsed(moved), "id") == texts(parsed(here), "id") == texts(parsed(nowhere), "id")


def test_links_are_absolute_only_where_the_address_is_known(reader: Reader) -> None:
    known = [link.get("href", "") for link in parsed(reader).iter(f"{ATOM}link")]
    assert all(href.startswith(SITE) for href in known)
    unknown = list(parsed(Reader(read(), today(), site="")).iter(f"{ATOM}link"))
    assert all(link.get("href", "").startswith("tra-cuu/thay-doi/") for link in unknown)
    assert [link for link in unknown if link.get("rel") == "self"] == []


def test_every_entry_leads_to_its_row_on_the_page(reader: Reader) -> None:
    rows = {row.get("id") for row in find(reader.page("tra-cuu/thay-doi.md"), "tr")}
    anchors = [
        link.get("href", "").partition("#")[2]
        for entry in parsed(reader).iter(f"{ATOM}entry")
        for link in entry.iter(f"{ATOM}link")
    ]
    assert anchors
    assert set(anchors) <= rows


def test_what_is_still_to_come_is_no_news(on_day: Callable[[str], Reader]) -> None:
    name = "Thông tư 66/2025/TT-BTN bắt đầu có hiệu lực"
    assert name not in texts(parsed(on_day("2025-08-31")), "title")
    assert texts(parsed(on_day("2025-09-01")), "title")[1] == name
    page = on_day("2025-08-31").page("tra-cuu/thay-doi.md")
    assert [row.get("id") for row in find(page, "tr")][3:5] == [None, "tu-thong-tu-66-2025-tt-btn"]


def test_what_was_mended_after_the_day_of_checking_is_news_at_once(
    on_day: Callable[[str], Reader],
) -> None:
    """A slip is mended on any day; the facts are checked anew on another."""
    assert "2025-05-20T00:00:00+07:00" in texts(parsed(on_day("2025-04-30")), "updated")


def test_markup_in_a_correction_is_text(reader: Reader) -> None:
    assert any("<ngày nào> & vì sao" in text for text in texts(parsed(reader), "summary"))
