"""What stands at an address: a page, a file to take away, a file of the site's own."""

from __future__ import annotations

import pytest
from building import ROOT, Builds
from vanban.law.address_kinds import is_file, is_made, is_unclosed


@pytest.mark.parametrize(
    "file", ["tap-huan/15-phut.pptx", "a/don-xin.docx", "b.pdf", "a/mau_2.v1.7z", "a/bai.mp3"]
)
def test_a_file_to_take_away(file: str) -> None:
    assert is_file(file)
    assert not is_made(file)
    assert not is_unclosed(file)


@pytest.mark.parametrize("page", ["a/zalo.me/", "a/zalo.me/#muc", "luat-9.2025/*", "./", "a/"])
def test_a_page(page: str) -> None:
    assert not is_file(page)
    assert not is_made(page)
    assert not is_unclosed(page)


@pytest.mark.parametrize("page", ["a", "a/b", "a/b#muc", "a/zalo.me#muc", "a/ban-2.0"])
def test_a_page_without_its_end(page: str) -> None:
    assert is_unclosed(page)
    assert not is_file(page)


def test_what_a_site_makes_is_known(builds: Builds) -> None:
    """All its files but pages, which are in folders, slides, and what servers read."""
    site = builds.good("synthetic")
    found = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    docs = ROOT / "tests/synthetic/docs"
    others = {
        name
        for name in found
        if "." in name and not name.endswith(".pptx") and not (docs / name).exists()
    }
    assert {"sw.js", "du-lieu.zip", "404.html", "tap-huan/cau-hoi/giu-mau.csv"} <= others
    assert [name for name in sorted(others) if not is_made(name)] == []
