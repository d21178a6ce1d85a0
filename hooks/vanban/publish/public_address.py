"""Whether the address of a site is one that others can open."""

from __future__ import annotations

from urllib.parse import urlsplit

_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})


def public_address(site_url: str | None) -> str:
    """The address that QR codes begin with: ``site_url``, or "" where nobody else could open it."""
    host = urlsplit(site_url or "").hostname
    return site_url or "" if host and host not in _OWN_MACHINE else ""
