"""What a server says beside every file: the headers, and how long a browser may keep a file.

The build writes them as ``_headers``, which Netlify and Cloudflare Pages read. The settings for
nginx and Caddy in ``hosting/`` say the same; ``tests/publish/test_hosting.py`` holds them to it.
"""

from __future__ import annotations

FILE = "_headers"

POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")),
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
"""Nothing from elsewhere, and nothing that stands inside a page runs or styles it.

Blocks of data (``<script type=application/json>``) are read, not run: the policy lets them be.
"""

WORKER_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""For the worker that judges letters alone: it runs WebAssembly. Pages stay under ``POLICY``."""

_NOT_ASKED_FOR = ("camera", "microphone", "geolocation", "payment", "usb", "midi", "serial")
HEADERS = {
    "Content-Security-Policy": POLICY,
    # Only over https do browsers heed it. Other hosts of the office's domain are left alone.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_ASKED_FOR),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Said with every file."""

ASSETS = "/assets/*"
FOR_EVER = "public, max-age=31536000, immutable"
"""For what has a digest of its content in its name."""
ASK_AGAIN = "no-cache"
"""For all else, pages and ``sw.js`` above all: kept, but asked for anew each time."""


def headers_file(worker: str = "") -> str:
    """``_headers``. ``worker`` is the path of the script with a policy of its own, "" for none.

    Where several rules fit a file, Cloudflare Pages applies all of them and joins two values of
    one header; Netlify takes the value of the last. So no rule says ``Cache-Control`` for all
    files: both hosts have browsers ask again by themselves. For the worker the first policy is
    taken off again: in a rule of its own, because Netlify does not know that line and drops it.
    """
    said = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    text = f"/*\n{said}\n{ASSETS}\n  Cache-Control: {FOR_EVER}\n"
    if not worker:
        return text
    folder = worker.rpartition("/")[0]
    text += f"\n/{folder}/*\n  ! Content-Security-Policy\n"
    return text + f"\n/{worker}\n  Content-Security-Policy: {WORKER_POLICY}\n"
