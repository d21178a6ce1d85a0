"""The page that is being rendered, and all that its parts ask of it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from ..cite.citation import Citation
from ..cite.graph import page_context
from ..law.instrument import Instrument
from ..law.loading import Page
from ..law.units import UnitPath
from .fragments import Fragments
from .library import Library
from .viewing import Viewer


@dataclass(frozen=True)
class PageContext:
    """One source page: ``fragments`` are the small templates that it is furnished with.

    Everything made from it links from source page to source page; where pages stand in
    the built site plays no part yet.
    """

    library: Library
    source: Page
    fragments: Fragments

    @property
    def path(self) -> str:
        """The source page under ``docs``."""
        return self.source.path

    @cached_property
    def viewer(self) -> Viewer:
        """Makes the views that this page shows."""
        return Viewer(self.library, self.path)

    @cached_property
    def instrument(self) -> Instrument | None:
        """The instrument whose folder the page lies in."""
        return self.library.corpus.page_instrument(self.path)

    def cite(self, text: str, unit: UnitPath | None = None) -> tuple[Citation, ...]:
        """The citations of a text as it is read on this page, under the heading of ``unit``."""
        context = page_context(self.library.corpus, self.source, unit, self.library.today)
        return self.library.cite(text, context)

    def render(self, template: str, /, **views: object) -> list[Element]:
        """The elements that a small template makes of ``views``."""
        return self.fragments.render(template, **views)

    def render_again(self, template: str, /, **views: Hashable) -> list[Element]:
        """The same for views that many units have alike."""
        return self.fragments.render_again(template, **views)
