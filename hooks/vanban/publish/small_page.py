"""A page outside the theme: small, without script of its own, legible by day and by night."""

from __future__ import annotations

from html import escape

STYLE = (
    "<style>:root{color-scheme:light dark;--g:#faf8f3;--m:#1b2322;--n:#0b5357;--k:#d6d2c7;--t:#fff}"
    "@media(prefers-color-scheme:dark)"
    "{:root{--g:#121817;--m:#e3e7e3;--n:#85d0c9;--k:#3a4845;--t:#1a2221}}"
    "body{margin:0;border-top:4px solid var(--n);background:var(--g);color:var(--m);"
    "font:17px/1.65 system-ui,sans-serif;overflow-wrap:break-word}"
    "main{max-width:34em;margin:0 auto;padding:24px 16px}"
    "h1{margin:0 0 12px;font-size:23px;line-height:1.3}a{color:var(--n)}p a{padding:8px 0}"
    "ul{margin:12px 0;padding:0;list-style:none;background:var(--t);border:1px solid var(--k);"
    "border-radius:8px}li+li{border-top:1px solid var(--k)}"
    "li a,h1 a{display:block;padding:12px 16px;text-decoration:none;font-weight:700}"
    "h1 a{padding:0}p.da-chuyen:not(:target){display:none}"
    "a:focus-visible{outline:3px solid var(--n);outline-offset:2px}</style>"
)
"""For a page that stays on the screen."""


def small_page(title: str, description: str, head: str, body: str) -> str:
    """The whole page. ``title`` and ``description`` are text, ``head`` and ``body`` are markup."""
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f'<title>{escape(title)}</title><meta name="robots" content="noindex">'
        f'<meta name="description" property="og:description" content="{escape(description)}">'
        f"{head}<body><main>{body}</main></html>\n"
    )
