"""Style sheets for the oldest browsers that are served, pages without idle white space, and
what the theme ships that no page asks for.

Small style sheets are joined: the sources stay one file per thing, a browser asks once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from lightningcss import process_stylesheet

BROWSERS = ["chrome 80", "safari 13"]
"""The oldest that are served; what they do not know is written in older words too."""

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)(?=[^{}]*\{)")
# The word comes first, because what begins with a word is found several times as fast.
_CLASSES_OF = re.compile(r"class=(?<=\bclass=)[\"']([^\"'>]*)")
# To each “<” at once, and none given back: a script of data has 25,000 signs and not one of them.
_WHOLE = re.compile(r"<(pre|script|style|textarea)\b[^<]*+(?:<(?!/\1>)[^<]*+)*+</\1>")
_PUT_BY = re.compile(r"<\0(\d+)>")
_BETWEEN = re.compile(r">(?!\n<)\s*\n\s*<")
"""What stands as it should already, a line for each, is nearly all."""
_PICTURE = re.compile(
    r'--md-(?P<name>[\w-]+):url\("data:image/svg\+xml;charset=utf-8,(?P<svg>[^"]*)"\);?'
)
_DRAWN = re.compile(r"(?:admonition|details|footnotes|tabbed|tasklist)-icon(?:--\w+)?")
"""Pictures of what Markdown can make; all others belong to parts of the theme that are not used."""
_THEME_SPARE = re.compile(
    r"assets/(?:.*\.map|javascripts/(?:(?:lunr|workers)/|bundle\.).*|stylesheets/palette\..*)"
)


def style(sources: Iterable[str]) -> str:
    """Style sheets in the order given as one, without comments and idle white space.

    Raises ValueError where one of them cannot be read.
    """
    text: str = process_stylesheet("\n".join(sources), browsers_list=BROWSERS, minify=True)
    return text + "\n"


def styled(sheet: str) -> frozenset[str]:
    """The classes that a style sheet speaks of."""
    return frozenset(_CLASS.findall(sheet))


def pictures(source: str, *, apart: bool) -> tuple[str, dict[str, str]]:
    """The theme's style sheet without pictures that no page shows; and those it shows, as files.

    ``apart``: whether the pictures become files (path → SVG), as a policy wants that lets a page
    load nothing but files of the site. From a disk a browser takes no mask from another file.
    """
    files: dict[str, str] = {}

    def put(found: re.Match[str]) -> str:
        if not _DRAWN.fullmatch(found["name"]):
            return ""
        if not apart:
            return found.group()
        path = f"assets/images/{found['name']}.svg"
        files[path] = unquote(found["svg"])
        end = ";" if found.group().endswith(";") else ""
        return f'--md-{found["name"]}:url("../../{path}"){end}'

    return _PICTURE.sub(put, source), files


def used(html: str) -> frozenset[str]:
    """The classes that elements of a page have."""
    return frozenset(name for found in set(_CLASSES_OF.findall(html)) for name in found.split())


def page(html: str) -> str:
    """A page without the indentation of its templates; text and ``pre`` stay as they are."""
    whole: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        whole.append(found.group())
        return f"<\0{len(whole) - 1}>"

    tight = _BETWEEN.sub(">\n<", _WHOLE.sub(put_by, html)).strip() + "\n"
    return _PUT_BY.sub(lambda found: whole[int(found.group(1))], tight)


def is_spare(path: str) -> bool:
    """Whether the theme ships a file that no page of this site can ask for.

    These are source maps, and the theme's scripts and colours: this site has its own.
    """
    return _THEME_SPARE.fullmatch(path) is not None


def is_main(path: str) -> bool:
    """Whether a file is the theme's own style sheet."""
    return re.fullmatch(r"assets/stylesheets/main\.\w+\.min\.css", path) is not None
