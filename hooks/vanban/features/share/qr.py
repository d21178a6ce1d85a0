"""QR codes of the short addresses: one small picture beside each share page.

The code holds ``site_url`` and the short path, so none is made where the public address
is not known: a code that leads nowhere is worse than none.
"""

from __future__ import annotations

import io

FILE = "qr.svg"
"""The picture's name in the folder of its share page."""
_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004 wants four)."""


def svg(address: str, css: str = "") -> str:
    """The code of an address as SVG without a prolog: black on white in every colour scheme.

    Level M stands a folded sheet of paper; the smallest version that holds the text is taken.
    """
    import segno  # which loads an HTTP client

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
