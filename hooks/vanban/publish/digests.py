"""Names after contents: a file that changes gets another name, so no cache gives an old one.

What lies in ``assets/`` is renamed at the end of a build to ``name.3f2a9c01.js``, and every page,
script and style that names it is rewritten. They name it by its whole path below the site's front
page (``assets/javascripts/projector.js``), whatever stands before it. A file is named after the
others that it names: its own name then follows from all.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = "assets"
VERSIONED = (".pptx",)
"""Files that people link to: they keep their names, and pages add ``?v=3f2a9c01``."""

_TEXT = frozenset({".css", ".js"})
_PATH = re.compile(r"assets/[\w./-]*\w")
_OLD = re.compile(r"\.[0-9a-f]{8}(?=\.)")
_LINK = re.compile(r'(?<=href=")[^"?#]+(?=")')


def digest(content: bytes) -> str:
    """Eight hexadecimal digits that stand for a content."""
    return hashlib.sha256(content).hexdigest()[:8]


def stamp(site: Path, *, versions: bool) -> None:
    """Rename the assets of a built site and rewrite what names them.

    ``versions``: whether links to files with fixed names say which version they mean.
    Raises ValueError where two assets name each other.
    """
    names = _renamed(site)
    decks = {
        file.relative_to(site).as_posix(): digest(file.read_bytes())
        for file in sorted(site.rglob("*"))
        if versions and file.suffix in VERSIONED
    }
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        new = _PATH.sub(lambda found: names.get(found.group(), found.group()), text)
        if decks:
            new = _versioned(new, page.relative_to(site).parent.as_posix(), decks)
        if new != text:
            page.write_text(new, encoding="utf-8")


def _renamed(site: Path) -> dict[str, str]:
    """Rename every asset; old paths and new ones."""
    left = {
        file.relative_to(site).as_posix(): file
        for file in sorted((site / FOLDER).rglob("*"))
        if file.is_file()
    }
    texts = {
        name: file.read_text(encoding="utf-8")
        for name, file in left.items()
        if file.suffix in _TEXT
    }
    needs = {name: (set(_PATH.findall(text)) & set(left)) - {name} for name, text in texts.items()}
    names: dict[str, str] = {}
    while left:
        ready = [name for name in left if needs.get(name, set()) <= set(names)]
        if not ready:
            raise ValueError(f"assets that name each other: {', '.join(left)}")
        for name in ready:
            file = left.pop(name)
            if needs.get(name):
                text = _PATH.sub(lambda found: names.get(found.group(), found.group()), texts[name])
                file.write_text(text, encoding="utf-8")
            names[name] = _name(name, digest(file.read_bytes()))
            file.rename(site / names[name])
    return names


def _name(path: str, mark: str) -> str:
    """``main.57a0d79d.min.css`` and ``projector.js`` with the digest in the one place it has."""
    folder, _, name = path.rpartition("/")
    stem, dot, rest = _OLD.sub("", name).partition(".")
    return f"{folder}/{stem}.{mark}{dot}{rest}"


def _versioned(html: str, folder: str, files: Mapping[str, str]) -> str:
    def version(found: re.Match[str]) -> str:
        link = found.group()
        mark = link.endswith(VERSIONED) and files.get(posixpath.normpath(f"{folder}/{link}"))
        return f"{link}?v={mark}" if mark else link

    return _LINK.sub(version, html)
