"""Our extension of Markdown as MkDocs runs it, hung into a build and, for one page, in again."""

from __future__ import annotations

import os
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from markdown.treeprocessors import Treeprocessor
from mkdocs.exceptions import MkDocsException, PluginError
from page_links import Ends, Ways, quickened
from untried import LAST, Untried
from vanban.extension import VanBanExtension
from vanban.features import FEATURES
from vanban.features.offline import archive
from vanban.features.search.sections import Told, sections_of
from vanban.features.session import session
from vanban.law.reading import DEBUG, naming, told
from vanban.page.fragments import Fragments

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from vanban.build import Build
    from vanban.features.search.sections import Section

_FINISHED = -100
"""After all that changes the tree."""
P = ParamSpec("P")
T = TypeVar("T")


def without_traceback(event: Callable[P, T]) -> Callable[P, T]:
    """An event (or a conversion) whose unforeseen errors are told in one line, with the file."""

    @wraps(event)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return event(*args, **kwargs)
        except MkDocsException:
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            raise PluginError(told(error)) from None

    return guarded


class _Extension(VanBanExtension):
    """Ours, and an error anywhere in the rendering of a page names that page."""

    prefix = ""
    """The folder of the pages, as messages name it."""
    build: Build

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        self._ends: Ends = {}
        self._ways: Ways = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Markdown's)
        super().extendMarkdown(md)
        convert = md.convert

        def named(source: str) -> str:
            if "relpath" in md.treeprocessors:  # MkDocs hangs it in after ours
                links: Any = md.treeprocessors["relpath"]
                links.path_to_url = quickened(links, self._ends, self._ways)
            md.preprocessors.register(Untried(md, source), "vanban-untried", LAST)
            said = _Said(md)
            md.treeprocessors.register(said, "vanban-said", _FINISHED)
            with naming(f"{self.prefix}/{self.page()}"):
                made = convert(source)
            self.build.told = Told(made, said.sections)
            _let_go(md)
            return made

        md.convert = without_traceback(named)  # type: ignore[method-assign]


def _let_go(md: Any) -> None:
    """Markdown holds the tree of its page, and itself in circles: all of them would stay for long.

    It makes both anew where it is asked to convert again.
    """
    md.parser.root = None
    if "inline" in md.treeprocessors:
        md.treeprocessors["inline"].parent_map = {}


class _Said(Treeprocessor):
    """Looks at the finished tree of a page, which nobody then has to read again from its HTML."""

    sections: tuple[Section, ...] | None = None

    def run(self, root: Element) -> None:
        if not self.md.htmlStash.html_counter:
            self.sections = sections_of(root)


def hang_in(config: MkDocsConfig, build: Build, prefix: str) -> None:
    """Let the pages be rendered with what ``build`` knows, in place of what was hung in before.

    ``prefix`` is the folder of the pages, as messages name it.
    """
    extension = _Extension(
        build.library,
        build.quiz,
        build.project.fragments if build.project else Fragments(FEATURES),
        lambda: build.page,
        str(config.extra.get("thu-bao-loi", "")),
        build.linked,
        build.given,
        offline(config),
        build.shipped,
    )
    extension.prefix, extension.build = prefix, build
    hung: list[Any] = config.markdown_extensions
    hung[:] = [*(one for one in hung if not isinstance(one, _Extension)), extension]
    config.extra["vanban"] = build


def offline(config: MkDocsConfig) -> session.Offline:
    """What a plan says of a room without a connection."""
    if not config.use_directory_urls:
        return session.Offline(is_disk=True)
    packed = os.environ.get(archive.VARIABLE)
    return (
        session.Offline(archive.FILE, Path(packed).stat().st_size) if packed else session.Offline()
    )
