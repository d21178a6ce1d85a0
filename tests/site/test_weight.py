"""What a page asks for: few files, light ones, and none that are not needed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from building import Site
from vanban.publish.bundle import styled

MOST = 60_000
"""Bytes of one page as gzip."""
MOST_OF_STYLES = 30_000
"""Bytes of our style sheets that one page asks for, as they are."""
NEWER = re.compile(
    r":has\(|:where\(|color-mix\(|clamp\(|aspect-ratio|[{;]inset[:-]|@layer|@container"
    r"|@scope|\btext-wrap|(?<=[{;])(?:gap:[^{}]*display:(?:inline-)?flex|display:(?:inline-)?flex;[^{}]*\bgap:)|\dcqw\b|(?<=[};])&"
)
"""What Chrome 80 or Safari 13 cannot read, and what (``gap``) it does not know in a flex box."""
GUARDED = re.compile(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}|body:has\([^)]*\)\{page:[^}]*\}")
"""What stands behind a guard, and the margins of a sheet: an old browser keeps those of all."""


def test_no_page_is_heavy(site: Site) -> None:
    sizes = {page: len(gzip.compress(site.file(page).read_bytes(), 9)) for page in site.pages}
    assert {page: size for page, size in sizes.items() if size > MOST} == {}


def test_a_page_asks_for_few_files(site: Site) -> None:
    """The theme's style and ours, a script of ours and the few lines that must run before anything
    is drawn (no page carries them itself); what a page has of its own adds one each.
    """
    for page in ("", "cong-van/", "van-ban/luat-24-2018-qh14/dieu-8/", "tinh-huong/"):
        tree = site.tree(page)
        styles = tree.xpath("//link[@rel='stylesheet'][not(@media='print')]/@href")
        scripts = tree.xpath("//script/@src")
        extra = page.startswith(("van-ban/", "tinh-huong/"))
        assert len(styles) == (3 if page else 2), styles
        assert len(scripts) == (3 if extra else 2), scripts


def own_styles(site: Site, page: str) -> list[Path]:
    """The style sheets of ours that a page asks for on a screen; that for paper comes last."""
    addresses = site.tree(page).xpath("//link[@rel='stylesheet'][not(@media='print')]/@href")
    files = [site.root / "assets/stylesheets" / address.rpartition("/")[2] for address in addresses]
    return [file for file in files if not file.name.startswith("main.")]


def test_no_page_asks_for_heavy_styles(site: Site) -> None:
    heavy = {}
    for page in site.pages:
        weight = sum(file.stat().st_size for file in own_styles(site, page))
        if weight > MOST_OF_STYLES:
            heavy[page] = weight
    assert heavy == {}


def test_no_page_misses_the_style_of_what_stands_on_it(site: Site) -> None:
    """Each class that some style sheet of ours speaks of: a sheet of the page speaks of it."""
    sheets = {file: styled(file.read_text("utf-8")) for file in own_sheets(site)}
    for overruling in ("handout.", "projector.", "print."):  # what scripts draw; paper
        sheets = {file: names for file, names in sheets.items() if overruling not in file.name}
    known = frozenset().union(*sheets.values())
    missing = {}
    for page in site.pages:
        there = frozenset().union(*(sheets.get(file, ()) for file in own_styles(site, page)))
        content = site.tree(page).find_class("md-content")
        classes = {name for one in content for name in one.xpath(".//@class")}
        lost = {part for name in classes for part in name.split()} & known - there
        if content and lost:
            missing[page] = lost
    assert missing == {}


def test_styles_use_nothing_newer_than_the_oldest_browsers(site: Site) -> None:
    """Chrome 80 and Safari 13 drop a rule, or a whole group of selectors, that they cannot read."""
    newer = {
        f"{file.name}: {found.group()}"
        for file in own_sheets(site)
        for found in NEWER.finditer(GUARDED.sub("", file.read_text("utf-8")))
    }
    assert newer == set()


def own_sheets(site: Site) -> list[Path]:
    """Every style sheet of ours in the built site."""
    found = (site.root / "assets/stylesheets").glob("*.css")
    return [file for file in found if not file.name.startswith("main.")]


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
