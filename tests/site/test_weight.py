"""What a page asks for: few files, light ones, and none that are not needed."""

from __future__ import annotations

import gzip
import re

from building import Site

MOST = 60_000
"""Bytes of one page as gzip."""


def test_no_page_is_heavy(site: Site) -> None:
    sizes = {page: len(gzip.compress(site.file(page).read_bytes(), 9)) for page in site.pages}
    assert {page: size for page, size in sizes.items() if size > MOST} == {}


def test_a_page_asks_for_two_styles_and_two_scripts(site: Site) -> None:
    """Styles of the theme and ours, a script of ours and the few lines that must run before
    anything is drawn (no page carries them itself); articles and situations add one script.
    """
    for page in ("", "cong-van/", "van-ban/luat-24-2018-qh14/dieu-8/", "tinh-huong/"):
        tree = site.tree(page)
        styles = tree.xpath("//link[@rel='stylesheet']/@href")
        scripts = tree.xpath("//script/@src")
        extra = page.startswith(("van-ban/", "tinh-huong/"))
        assert len(styles) == 2, styles
        assert len(scripts) == (3 if extra else 2), scripts


def test_what_no_page_asks_for_is_not_built(site: Site) -> None:
    built = {file.relative_to(site.root).as_posix() for file in site.root.rglob("*.*")}
    assert [name for name in built if name.endswith(".map")] == []
    # nor the theme's own search
    assert [name for name in built if "/lunr/" in name or "/workers/" in name] == []
    assert [name for name in built if "iframe-worker" in name] == []
    # The small sources stand in the bundles, not beside them.
    assert [
        name for name in built if re.search(r"/(mau|dom|search-fold|citation-reader)\.", name)
    ] == []
    assert [name for name in built if name.endswith(".d.ts")] == []
