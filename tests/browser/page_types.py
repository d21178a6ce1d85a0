"""Which pages stand for all: found in the built site, so that a new kind of page is among them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from building import Builds, Site
from filelock import FileLock
from lxml import html

SHARED = 'http-equiv="refresh"'
"""A share page leads on at once."""
BREAKS = re.compile(r"[\s\-–/]+")
"""Where a browser may begin a new line."""


def shown(site: Site) -> list[str]:
    """Every page that stays on the screen."""
    return [path for path in site.pages if SHARED not in site.file(path).read_text("utf-8")[:2000]]


def one_of_each_kind(site: Site) -> list[str]:
    """Few pages that together have all that any page has.

    That is every kind of element inside every other kind, and every folder of the site.
    A kind is a tag with its classes.
    """
    kinds = {path: {_folder(site, path), *_nested(site, path)} for path in shown(site)}
    chosen = []
    missing: set[str] = set().union(*kinds.values())
    while missing:
        path = max(kinds, key=lambda path: len(kinds[path] & missing))
        chosen.append(path)
        missing -= kinds[path]
    return chosen


def widest_of_each_kind(site: Site) -> list[str]:
    """For each kind of element, the page where it holds the longest word of all its kind."""
    found: dict[str, tuple[int, str]] = {}
    for path in shown(site):
        for element in _elements(site, path):
            longest = max(map(len, BREAKS.split(element.text_content())))
            kind = _kind(element)
            if kind not in found or longest > found[kind][0]:
                found[kind] = (longest, path)
    return sorted({path for _, path in found.values()})


def found_once(builds: Builds, choose: Callable[[Site], list[str]], site: Site) -> list[str]:
    """What ``choose`` finds in the site that all workers of this run share: the first one looks."""
    file = builds.folder / f"{choose.__name__}.json"
    with FileLock(f"{file}.lock"):
        if not file.exists():
            file.write_text(json.dumps(choose(site)), "utf-8")
    found: list[str] = json.loads(file.read_text("utf-8"))
    return found


def _elements(site: Site, path: str) -> Iterator[html.HtmlElement]:
    for element in site.tree(path).body.iter(html.etree.Element):
        if element.tag not in ("script", "style", "svg", "path"):
            yield element


def _kind(element: html.HtmlElement) -> str:
    return ".".join([str(element.tag), *sorted(element.get("class", "").split())])


def _nested(site: Site, path: str) -> Iterator[str]:
    for element in _elements(site, path):
        yield f"{_kind(element.getparent())} > {_kind(element)}"


def _folder(site: Site, path: str) -> str:
    """The first folder of a page with the theme; share pages stand in many folders."""
    folder, slash, _ = path.partition("/")
    return f"{folder}{slash}" if site.tree(path).find_class("md-content") else "bare"
