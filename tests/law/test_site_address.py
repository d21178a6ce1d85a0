"""Where a source page stands in the built site, as folders and as files, and the way back."""

from __future__ import annotations

import pytest
from vanban.law.corpus import Address
from vanban.law.site_address import SiteAddresses, url

FOLDERS, FILES = SiteAddresses(directories=True), SiteAddresses(directories=False)


@pytest.mark.parametrize(
    ("page", "ledger", "folder", "file"),
    [
        # the ledger names the first page, a link to it from the root is empty
        ("index.md", "./", "", "index.html"),
        ("a/index.md", "a/", "a/", "a/index.html"),
        ("a/dieu-8.md", "a/dieu-8/", "a/dieu-8/", "a/dieu-8.html"),
    ],
)
def test_a_page(page: str, ledger: str, folder: str, file: str) -> None:
    assert url(page) == ledger
    assert FOLDERS.page(page) == folder
    assert FILES.page(page) == file


def test_a_place_on_a_page() -> None:
    assert FOLDERS.place(Address("a/dieu-8.md", "dieu-8-khoan-1")) == "a/dieu-8/#dieu-8-khoan-1"
    assert FILES.place(Address("a/index.md", "")) == "a/index.html"


def test_share_pages_can_be_opened_from_a_disk() -> None:
    assert FOLDERS.share("nd72/5/nay/") == "nd72/5/nay/"
    assert FILES.share("nd72/5/nay/") == "nd72/5/nay/index.html"


@pytest.mark.parametrize("addresses", [FOLDERS, FILES])
def test_the_rule_as_data_gives_the_same_pages(addresses: SiteAddresses) -> None:
    folder, other = addresses.endings
    assert addresses.page("a/index.md") == f"a/{folder}"
    assert addresses.page("a/dieu-8.md") == f"a/dieu-8{other}"
