"""A page outside the theme: small, without script of its own, legible by day and by night."""

from __future__ import annotations

from html import escape

_ICON = "assets/images/favicon.png"
_STYLE = "assets/stylesheets/small-page.css"


def up(path: str) -> str:
    """What leads from a folder of the site (``nd72/5/``) to its front page: ``../../``."""
    return "../" * path.count("/")


def style(path: str) -> str:
    """The style sheet of a page at ``path`` that stays on the screen; others need none."""
    return f'<link rel="stylesheet" href="{up(path)}{_STYLE}">'


def small_page(path: str, title: str, description: str, head: str, body: str) -> str:
    """The whole page for the folder ``path``.

    ``title`` and ``description`` are text, ``head`` and ``body`` are markup. Signs that HTML lets
    one leave out are left out: hundreds of these pages lead on at once.
    """
    return (
        "<!doctype html><html lang=vi><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width">'
        # No white page flashes at night on the way to an article.
        '<meta name=color-scheme content="light dark">'
        f'<link rel=icon href="{up(path)}{_ICON}">'
        f"<title>{escape(title)}</title><meta name=robots content=noindex>"
        f'<meta name=description property=og:description content="{escape(description)}">'
        f"{head}<body><main>{body}</main>\n"
    )
