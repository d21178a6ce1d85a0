"""The anchors of a page, by rendering it as the build does."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown import Markdown

from .extension import VanBanExtension
from .features.quiz.quiz import QuizBank
from .law.reading import naming
from .page.fragments import Fragments
from .page.library import Library
from .page.slugs import heading_id
from .page.source import Source

_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)=[\"']([^\"']+)[\"']")
_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to ``markdown_extensions`` by itself."""


def anchors_of(
    library: Library,
    quiz: QuizBank,
    fragments: Fragments,
    extensions: tuple[str, ...],
    prefix: str,
) -> Callable[[str], frozenset[str]]:
    """The ids of a page by its path; each page is rendered once, and only when asked for.

    ``extensions`` are the names under ``markdown_extensions``, ``prefix`` is the folder of the
    pages for messages. Nothing for an unknown page.
    """
    rendered = ""
    ours = VanBanExtension(library, quiz, fragments, lambda: rendered)

    @cache
    def anchors(path: str) -> frozenset[str]:
        page = library.corpus.pages.get(path)
        if page is None:
            return frozenset()
        nonlocal rendered
        rendered = path
        markdown = Markdown(
            extensions=[*dict.fromkeys([*_ALWAYS, *extensions]), ours],
            extension_configs={
                "toc": {"slugify": heading_id},
                "pymdownx.highlight": {"use_pygments": False},
                "pymdownx.tabbed": {"alternate_style": True},
            },
        )
        with naming(f"{prefix}/{path}"):
            html = markdown.convert(page.text[Source(page.text).body :])
        return frozenset(_ID.findall(html))

    return anchors
