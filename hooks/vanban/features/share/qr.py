"""QR codes of the short addresses: one small picture beside each share page.

The code holds ``site_url`` and the short path, so none is made where the public address
is not known: a code that leads nowhere is worse than none.
"""

from __future__ import annotations

import io
from urllib.parse import urlsplit

import segno

FILE = "qr.svg"
"""The picture's name in the folder of its share page."""
_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004 wants four)."""
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})


def public(site_url: str | None) -> str:
    """The address that codes begin with: ``site_url``, or "" where nobody else could open it."""
    host = urlsplit(site_url or "").hostname
    return site_url or "" if host and host not in _OWN_MACHINE else ""


def svg(address: str, css: str = "") -> str:
    """The code of an address as SVG without a prolog: black on white in every colour scheme.

    Level M stands a folded sheet of paper; the smallest version that holds the text is taken.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False, boost_error=False).save(
        out,
        kind="svg",
        xmldecl=False,
        border=_QUIET,
        dark="#000",
        light="#fff",
        omitsize=True,
        svgclass=css or None,
        lineclass=None,
        nl=False,
    )
    return out.getvalue().decode()
