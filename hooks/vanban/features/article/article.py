"""Article pages: headings become units, each with its state, its comparison and its citers.

``h1`` stays a child of the root (MkDocs reads the title there); every khoản and điểm
is wrapped, with what stands below it, in a ``section.dv``. Units that the outline
has and the page does not word get an anchor too, so that every address leads somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from ...law.instrument import Instrument, Target, Unit
from ...law.provision import read_heading
from ...law.units import Kind, UnitPath
from ...page.context import PageContext
from ...page.linking import heading_text
from ...page.views import NumberView

_HEADING = re.compile(r"h[1-6]")


def dress(root: Element, instrument: Instrument, here: PageContext) -> None:
    """Give the headings of an article page their ids, and group what belongs to each unit."""
    _Dresser(root, instrument, here).run()


class _Dresser:
    """Moves the children of the root into a section for each unit, in one pass."""

    def __init__(self, root: Element, instrument: Instrument, here: PageContext) -> None:
        self.root = root
        self.instrument = instrument
        self.here = here
        self.viewer = here.viewer
        self.worded: set[UnitPath] = set()
        self.open: list[tuple[int, UnitPath, Element]] = []

    def run(self) -> None:
        children = list(self.root)
        for child in children:
            self.root.remove(child)
        self._note_worded(children)
        article: UnitPath | None = None
        after: list[Element] = []
        for child in children:
            if not _HEADING.fullmatch(child.tag):
                self._place(child)
                continue
            level = int(child.tag[1])
            self._close(level)
            above = self.open[-1][1] if self.open else None
            found = read_heading(heading_text(child), above)
            if found is None:
                self._place(child)
                continue
            child.set("id", found.path.id)
            if level == 1:
                article = found.path
                self.root.append(child)
                body = SubElement(self.root, "div", {"class": "dv dv-dieu"})
            else:
                child.set("class", "dv-ten")
                body = Element("section", {"class": f"dv dv-{found.path.kind.value}"})
                inner = self.open and self.open[-1][1].kind is not Kind.ARTICLE
                (self.open[-1][2] if inner else self.root).append(body)
                body.append(child)
            self.open.append((level, found.path, body))
            self._begin(found.path, body)
        self._close(0)
        if article:
            after += self._rest(article)
        self.root.extend(after)

    def _note_worded(self, children: Sequence[Element]) -> None:
        above: list[tuple[int, UnitPath]] = []
        for child in children:
            if _HEADING.fullmatch(child.tag):
                level = int(child.tag[1])
                while above and above[-1][0] >= level:
                    above.pop()
                found = read_heading(heading_text(child), above[-1][1] if above else None)
                if found:
                    above.append((level, found.path))
                    self.worded.add(found.path)

    def _place(self, child: Element) -> None:
        (self.open[-1][2] if self.open else self.root).append(child)

    def _begin(self, unit: UnitPath, body: Element) -> None:
        """The line under a heading: state, and whose words follow."""
        target = Target(self.instrument.slug, unit)
        status = self.viewer.status(target)
        body.set("data-trang-thai", status.css)
        body.extend(
            self.here.render(
                "article/status.html",
                status=status,
                wording=self.viewer.evidence(self.instrument.wording),
                compact=unit.kind is Kind.POINT,
                whole=unit.kind is Kind.ARTICLE,
            )
        )

    def _close(self, level: int) -> None:
        """Close the units at ``level`` and below it; their cards follow their own words."""
        while self.open and self.open[-1][0] >= level:
            _, unit, body = self.open.pop()
            self._finish(unit, body)

    def _finish(self, unit: UnitPath, body: Element) -> None:
        target = Target(self.instrument.slug, unit)
        name = self.viewer.library.unit_label(target) or unit.label
        made = self.here.render(
            "article/today.html",
            name=name,
            pairings=self.viewer.concordance(target),
            predecessors=self.viewer.predecessors(target),
        )
        backlinks = self.viewer.backlinks([target])
        made += self.here.render("article/backlinks.html", backlinks=backlinks)
        place = next(
            (n for n, child in enumerate(body) if child.tag == "section"),
            len(body),
        )
        body[place:place] = made
        if unit.kind is not Kind.ARTICLE:
            body.extend(self._rest(unit))

    def _rest(self, unit: UnitPath) -> list[Element]:
        """Anchors for the units below ``unit`` that the page does not word."""
        known = self.instrument.outline.units.get(unit)
        rest = [self._number(child) for child in self._unworded(known)] if known else []
        return self.here.render("article/unworded.html", numbers=rest)

    def _unworded(self, unit: Unit) -> list[Unit]:
        units = self.instrument.outline.units
        return [
            units[child] for child in unit.children if child in units and child not in self.worded
        ]

    def _number(self, unit: Unit) -> NumberView:
        children = tuple(self._number(child) for child in self._unworded(unit))
        label = self.viewer.library.unit_label(Target(self.instrument.slug, unit.path))
        return NumberView(unit.id, unit.path.number, label, "", children, None)
