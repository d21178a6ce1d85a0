"""Where a source page stands in the built site: the one rule from page to address.

A site is built with pages as folders (``dieu-8/``) for a server, or as files
(``dieu-8.html``) to be read from a disk. The ledger always writes the first form.
"""

from __future__ import annotations

from dataclasses import dataclass

from .corpus import Address

HOME = "./"
"""How the ledger writes the first page."""


def url(page: str) -> str:
    """The folder of a source page as the ledger has it: ``a/index.md`` and ``a.md`` → ``a/``."""
    stem = page.removesuffix(".md")
    return HOME if stem == "index" else f"{stem.removesuffix('/index')}/"


@dataclass(frozen=True)
class SiteAddresses:
    """Addresses relative to the site's root; ``directories`` tells how pages are built."""

    directories: bool

    def page(self, page: str) -> str:
        """``a/dieu-8.md`` → ``a/dieu-8/`` or ``a/dieu-8.html``; the first page as folder is ""."""
        if self.directories:
            return url(page).removeprefix(HOME)
        return page.removesuffix(".md") + ".html"

    def place(self, address: Address) -> str:
        """The page of ``address`` with its anchor, if it has one."""
        return self.page(address.page) + (f"#{address.anchor}" if address.anchor else "")

    def share(self, path: str) -> str:
        """A share page: ``nd72/5/nay/``, from a disk ``nd72/5/nay/index.html``."""
        return path if self.directories else f"{path}index.html"

    @property
    def endings(self) -> tuple[str, str]:
        """What follows a folder, and what follows the name of another page: the rule as data."""
        return ("", "/") if self.directories else ("index.html", ".html")
