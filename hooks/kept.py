"""A finished build, kept so that one more page can be rendered with what it knows.

What the pages are made of (settings, menu, templates, the corpus, the other pages) stays; the
edited page is read, rendered and written again by the same steps as in a whole build, and comes
out the same to the byte. What other pages say of it is not made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.structure.files import InclusionLevel
from rendering import hang_in

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from vanban.build import Build
    from vanban.law.problems import Problem
    from vanban.project import Project


class Kept:
    """Listens to a build as a plugin of MkDocs, and afterwards renders single pages with it."""

    def on_nav(self, nav: Navigation, **_: Any) -> None:
        self._nav = nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        self._env, self._config, self._files = env, config, files

    def edited(self, pages: Iterable[str]) -> Project | None:
        """What is known once the words of these pages (paths below ``docs``) have changed.

        None where that takes a whole build.
        """
        project = self._build.project
        for page in pages:
            project = project.edited(page) if project else None
        return project

    def render(self, project: Project, pages: Iterable[str], site: Path) -> tuple[Problem, ...]:
        """Write these pages into ``site``, a build of this project, with what ``project`` knows.

        What is found wrong with them comes back, and then nothing was written. What MkDocs finds
        (links that lead nowhere) it logs, as in a whole build; it raises what cannot be rendered.
        """
        problems = tuple(one for page in pages for one in project.problems_of(page))
        if problems:
            return problems
        build = replace(self._build, library=project.library, project=project, texts=[])
        hang_in(self._config, build, project.prefix)
        names = build.names.at(site)
        for page in pages:
            file = self._files.get_file_from_path(page)
            if file is None or file.page is None:
                raise FileNotFoundError(page)
            text = names.put(self._rendered(file), file.dest_uri)
            _put(site / PurePosixPath(file.dest_uri), text)
        return ()

    @property
    def _build(self) -> Build:
        found: Build = self._config.extra["vanban"]
        return found

    def _rendered(self, file: File) -> str:
        """The page as MkDocs writes it, before the assets are named after their contents."""
        assert file.page is not None
        shown = self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        _populate_page(file.page, self._config, self._files)
        _build_page(file.page, self._config, shown, self._nav, self._env)
        level = self._config.validation.links.anchors
        file.page.validate_anchor_links(files=self._files, log_level=level)
        return Path(file.abs_dest_path).read_text(encoding="utf-8")


def _put(file: Path, text: str) -> None:
    """Write a file at once: nobody reads half of it."""
    aside = file.with_name(f"{file.name}.moi")
    aside.write_text(text, encoding="utf-8")
    aside.replace(file)
