"""Forms of Markdown that a page surely does not use are not tried on it.

Markdown asks of every paragraph, form by form, whether it stands there. No form stands where its
sign does not: what has none on a page is taken out of the Markdown that MkDocs makes for this page
alone. A form that is not named here, of another extension, is always tried.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown import Markdown
    from markdown.util import Registry

LAST = -100
"""After all other preprocessors: what they bring into a page counts too."""
INLINE: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "admonition": ("!!!",),
    "details": ("???",),
    "tabbed": ("===",),
    "table": ("|",),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "reference": ("]:",),
}
TREE: Mapping[str, tuple[str, ...]] = {
    "attr_list": ("{",),
    "unescape": ("\\",),
}
"""Each form by its name in Markdown, and signs of which one stands wherever it does."""


class Untried(Preprocessor):
    """Runs once, on the ``source`` of the page for which ``md`` was made."""

    def __init__(self, md: Markdown, source: str) -> None:
        super().__init__(md)
        self.source = source

    def run(self, lines: list[str]) -> list[str]:
        read = "\n".join(lines)
        if not read.startswith(self.source):  # something was taken out, and may come back
            read = f"{self.source}\n{read}"
        stands = cache(read.__contains__)  # several forms have one sign
        _take_out(self.md.inlinePatterns, INLINE, stands)
        _take_out(self.md.parser.blockprocessors, BLOCKS, stands)
        _take_out(self.md.treeprocessors, TREE, stands)
        for one in self.md.treeprocessors:
            if isinstance(one, TocTreeprocessor) and not stands(one.marker):
                one.marker = ""  # nor is it sought
        return lines


def _take_out(
    forms: Registry[Any], signs: Mapping[str, tuple[str, ...]], stands: Callable[[str], bool]
) -> None:
    for name, some in signs.items():
        if not any(map(stands, some)):
            forms.deregister(name, strict=False)
