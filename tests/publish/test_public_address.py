"""Whose address is no address for others."""

from __future__ import annotations

import pytest
from vanban.publish.public_address import public_address


@pytest.mark.parametrize(
    ("site_url", "address"),
    [
        ("https://truong.example/mxh/", "https://truong.example/mxh/"),
        ("http://127.0.0.1:8000/", ""),  # nobody else could open it
        ("http://localhost:8000/", ""),
        ("http://[::1]:8000/", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_a_public_address_makes_codes(site_url: str | None, address: str) -> None:
    assert public_address(site_url) == address
