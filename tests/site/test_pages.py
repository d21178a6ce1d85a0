"""What must hold on every page of the built site."""

from __future__ import annotations

import re
from collections import Counter

from building import SHOWN, Site

# What makes a browser fetch something by itself; <a href> and <link rel=canonical> do not.
FETCHED = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track", "use"}
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""")


def test_there_are_pages(site: Site) -> None:
    assert {"", "cong-van/", "van-ban/"} <= set(site.pages)
    assert len(site.pages) > 50


def test_every_internal_link_leads_somewhere(site: Site) -> None:
    ids = {page: set(site.ids(page)) for page in site.pages}
    broken = []
    for page in site.pages:
        for link in site.links(page):
            if not link.internal:
                continue
            if page == "404.html" and link.address.startswith("/"):
                continue  # written from the root of the server, wherever that is
            path = link.path
            if not site.file(path).is_file():
                broken.append(f"{page}: {link.address}: no such file")
            elif link.fragment and path in ids and link.fragment not in ids[path]:
                broken.append(f"{page}: {link.address}: no such id")
    assert broken == []


def test_ids_are_unique_on_a_page(site: Site) -> None:
    twice = {
        page: [name for name, count in Counter(site.ids(page)).items() if count > 1]
        for page in site.pages
    }
    assert {page: names for page, names in twice.items() if names} == {}


def test_ids_are_ascii(site: Site) -> None:
    strange = {name for page in site.pages for name in site.ids(page) if not name.isascii()}
    assert strange == set()


def test_pages_fetch_from_this_site_only(site: Site) -> None:
    foreign = []
    for page in site.pages:
        for element in site.tree(page).iter():
            if not isinstance(element.tag, str):
                continue
            loads = element.tag in FETCHED or (
                element.tag == "link" and element.get("rel") not in ("canonical", "alternate")
            )
            address = element.get("src") or element.get("href") or element.get("data") or ""
            if loads and re.match(r"(?:https?:)?//", address):
                foreign.append(f"{page}: <{element.tag}> {address}")
            styled = (element.get("style") or "") + (
                (element.text or "") if element.tag == "style" else ""
            )
            foreign += [f"{page}: {found}" for found in CSS_ADDRESS.findall(styled)]
    assert foreign == []


def test_style_sheets_fetch_from_this_site_only(site: Site) -> None:
    foreign = [
        f"{file.relative_to(site.root)}: {found}"
        for file in site.root.rglob("*.css")
        for found in CSS_ADDRESS.findall(file.read_text(encoding="utf-8"))
    ]
    assert foreign == []


def test_every_page_says_that_it_is_vietnamese(site: Site) -> None:
    assert {site.tree(page).get("lang") for page in site.pages} == {"vi"}


def test_every_page_has_one_heading_of_level_1_and_a_title(site: Site) -> None:
    for page in site.pages:
        if page == "404.html":
            continue
        tree = site.tree(page)
        assert len(tree.xpath("//h1")) == 1, page
        assert tree.xpath("string(//title)").strip(), page


def test_every_page_says_when_it_was_checked_and_that_it_is_not_official(site: Site) -> None:
    for page in site.pages:
        text = site.file(page).read_text(encoding="utf-8")
        assert "không phải bản chính thức" in text, page
        assert SHOWN in text, page
