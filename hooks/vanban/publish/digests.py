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
from dataclasses import dataclass
from pathlib import Path

from .written import Written, paths

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


@dataclass(frozen=True)
class Names:
    """What stamped pages say: old paths of assets and new ones; decks and their digests."""

    assets: Mapping[str, str]
    decks: Mapping[str, str]

    def put(self, html: str, page: str) -> str:
        """The page ``page`` (its path below the site) with the new names."""
        new = _PATH.sub(lambda found: self.assets.get(found.group(), found.group()), html)
        named = self.decks and any(f'{ending}"' in new for ending in VERSIONED)
        return _versioned(new, posixpath.dirname(page), self.decks) if named else new

    def at(self, site: Path) -> Names:
        """The same files as another stamped build of the site, in the folder ``site``, has them."""
        there = {_bare(path): path for path in _files(site)}
        return Names(
            {old: there.get(_bare(new), new) for old, new in self.assets.items()},
            {deck: digest((site / deck).read_bytes()) for deck in self.decks},
        )


NO_NAMES = Names({}, {})


def stamp(site: Written, *, versions: bool) -> Names:
    """Rename the assets of a built site and rewrite what names them.

    ``versions``: whether links to files with fixed names say which version they mean.
    Raises ValueError where two assets name each other.
    """
    assets = _renamed(site.root)
    every = paths(site.root)
    decks = {
        path: digest((site.root / path).read_bytes())
        for path in every
        if versions and path.endswith(VERSIONED)
    }
    names = Names(assets, decks)
    for page in (path for path in every if path.endswith(".html")):
        body = (site.root / page).read_bytes()
        text = body.decode()
        new = names.put(text, page)
        if new != text:
            site.write(page, new)
        else:
            site.bodies[page] = body
    return names


def _renamed(site: Path) -> dict[str, str]:
    """Rename every asset; old paths and new ones."""
    left = _files(site)
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


def _files(site: Path) -> dict[str, Path]:
    """Every asset, by its path below the site."""
    found = (f"{FOLDER}/{path}" for path in paths(site / FOLDER))
    return {path: site / path for path in found}


def _name(path: str, mark: str) -> str:
    """``main.57a0d79d.min.css`` and ``projector.js`` with the digest in the one place it has."""
    folder, _, name = _bare(path).rpartition("/")
    stem, dot, rest = name.partition(".")
    return f"{folder}/{stem}.{mark}{dot}{rest}"


def _bare(path: str) -> str:
    """A path without the digest in the name of its file."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{_OLD.sub('', name)}"


def _versioned(html: str, folder: str, files: Mapping[str, str]) -> str:
    def version(found: re.Match[str]) -> str:
        link = found.group()
        mark = link.endswith(VERSIONED) and files.get(
            posixpath.normpath(posixpath.join(folder, link))
        )
        return f"{link}?v={mark}" if mark else link

    return _LINK.sub(version, html)
