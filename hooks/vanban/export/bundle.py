"""Small style and script files joined into one of each, named after what is in it.

The sources stay one file per thing; a reader's browser asks once. The name carries
a digest, so a new build never meets an old file in a cache.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_STRING = r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""  # content: " · " stays as it is
_CSS_COMMENT = re.compile(_STRING + r"|/\*.*?\*/", re.DOTALL)
_CSS_GAP = re.compile(_STRING + r"|(?P<gap>\s*[{};,]\s*|\s+)")  # and what needs none around it
_JS_COMMENT_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_RULE = re.compile(r"(?<=[{}])[^{}@]*\{[^{}]*\}")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=")
_WHOLE = re.compile(r"<(pre|script|style|textarea)\b.*?</\1>", re.DOTALL)
_PUT_BY = re.compile(r"<\0(\d+)>")
_BETWEEN = re.compile(r">\s*\n\s*<")
_THEME_SPARE = re.compile(
    r"assets/(?:.*\.map|javascripts/lunr/(?:wordcut|tinyseg)\.js|javascripts/lunr/min/lunr\.(\w+)\.min\.js)"
)


def style(sources: Iterable[str]) -> str:
    """Style sheets in the order given, without comments and idle white space."""
    return "\n".join(_tight(source) for source in sources) + "\n"


def palette(source: str) -> str:
    """The theme's palette without the colours it offers; this site brings its own."""

    def put(found: re.Match[str]) -> str:
        selectors = found.group().partition("{")[0].split(",")
        return "" if all(map(_COLOUR.search, selectors)) else found.group()

    return _RULE.sub(put, "}" + source)[1:]


def script(sources: Iterable[str]) -> str:
    """Scripts in the order given, without lines that only comment.

    Each is a function called at once, so none sees another; the semicolon keeps
    the next from becoming an argument of the last.
    """
    return "\n;".join(_JS_COMMENT_LINE.sub("", source).strip() for source in sources) + "\n"


def name(folder: str, text: str, suffix: str) -> str:
    """``assets/stylesheets/trang.3f2a9c01.css``: the same text always has the same name."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{folder}/trang.{digest}.{suffix}"


def page(html: str) -> str:
    """A page without the indentation of its templates; text and ``pre`` stay as they are."""
    whole: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        whole.append(found.group())
        return f"<\0{len(whole) - 1}>"

    tight = _BETWEEN.sub(">\n<", _WHOLE.sub(put_by, html)).strip() + "\n"
    return _PUT_BY.sub(lambda found: whole[int(found.group(1))], tight)


def is_spare(path: str, languages: Iterable[str]) -> bool:
    """Whether the theme ships a file that no page of this site can ask for.

    These are source maps and the word lists of languages that the search does not speak.
    """
    found = _THEME_SPARE.fullmatch(path)
    if not found:
        return False
    language = found.group(1)
    return language is None or language not in {*languages, "multi"}


def is_main(path: str) -> bool:
    """Whether a file is the theme's own style sheet."""
    return re.fullmatch(r"assets/stylesheets/main\.\w+\.min\.css", path) is not None


def is_palette(path: str) -> bool:
    """Whether a file holds the theme's colours."""
    return re.fullmatch(r"assets/stylesheets/palette\.\w+\.min\.css", path) is not None


def _tight(source: str) -> str:
    bare = _CSS_COMMENT.sub(lambda found: found["string"] or " ", source)
    return _CSS_GAP.sub(lambda found: found["string"] or found["gap"].strip() or " ", bare).strip()
