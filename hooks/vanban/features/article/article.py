"""Article pages: headings become units, each with its words, and its place today beside them.

``h1`` stays a child of the root (MkDocs reads the title there); every khoản and điểm
is wrapped, with what stands below it, in a ``section.dv``. What holds for the whole
article is said once at the top; who cites it, and what everything rests on, folds at the
end. Units that the outline has and the page does not word get an anchor too, so that
every address leads somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from ...law.instrument import Certainty, Instrument, Target, Unit
from ...law.provision import read_heading
from ...law.units import Kind, UnitPath
from ...page import drawing
from ...page.context import PageContext
from ...page.linking import heading_text
from ...page.now import now
from ...page.views import BacklinksView, ConcordanceView, EvidenceView, NumberView

_HEADING = re.compile(r"h[1-6]")
_FLOWING = ("p", "ul", "ol", "blockquote")
"""Words that end in a line of text, which leaves room for the button of the unit."""
_POINTER = 20
"""A unit of no more words that cites one other unit does nothing but point to it."""


@dataclass(frozen=True)
class GroundView:
    """What one unit's comparison rests on."""

    label: str
    evidence: EvidenceView


@dataclass(frozen=True)
class CitedView:
    """Who cites one unit of the article."""

    label: str
    backlinks: BacklinksView


@dataclass(frozen=True)
class _Open:
    """A unit whose end has not come yet: ``words`` holds what it says, ``body`` all of it."""

    level: int
    unit: UnitPath
    body: Element
    words: Element


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
        self.open: list[_Open] = []
        self.remarks: Element | None = None
        self.heir: str | None = None
        self.grounds: list[GroundView] = []
        self.cited: list[CitedView] = []

    def run(self) -> None:
        children = list(self.root)
        for child in children:
            self.root.remove(child)
        self._note_worded(children)
        article: UnitPath | None = None
        for child in children:
            if not _HEADING.fullmatch(child.tag):
                self._place(child)
                continue
            level = int(child.tag[1])
            self._close(level)
            above = self.open[-1].unit if self.open else None
            found = read_heading(heading_text(child), above)
            if found is None:
                self._begin_remarks()
                self._place(child)
                continue
            child.set("id", found.path.id)
            if level == 1:
                article = found.path
                _set_title(child)
                self.root.append(child)
                body = SubElement(self.root, "div", {"class": "dv dv-dieu"})
            else:
                body = self._section(child, found.path)
            self._begin(level, found.path, body)
        self._close(0)
        if article:
            self.root.extend(self._rest(article))
            self.root.extend(self._end(article))

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

    def _begin_remarks(self) -> None:
        """A heading of another kind opens commentary, which stays behind the units before it."""
        self.remarks = SubElement(self._holder(), "div", {"class": "dv-ban"})

    def _holder(self) -> Element:
        """What the parts of the open unit stand in: those of an article stand in the page."""
        inner = self.open and self.open[-1].unit.kind is not Kind.ARTICLE
        return self.open[-1].body if inner else self.root

    def _place(self, child: Element) -> None:
        words = self.open[-1].words if self.open else self.root
        (words if self.remarks is None else self.remarks).append(child)

    def _section(self, heading: Element, unit: UnitPath) -> Element:
        body = Element("section", {"class": f"dv dv-{unit.kind.value}"})
        self._holder().append(body)
        heading.set("class", "dv-ten")
        body.append(heading)
        _hang_number(heading, unit)
        return body

    def _begin(self, level: int, unit: UnitPath, body: Element) -> None:
        """How the unit stands, and a place for its words.

        The state is shown where it differs from that of the article; elsewhere it is there
        for what reads the page: the projector, the hand-out.
        """
        target = Target(self.instrument.slug, unit)
        self._note(target)
        status = self.viewer.status(target)
        body.set("data-trang-thai", status.css)
        whole = self.open[0].unit if self.open else None
        same = whole and status == self.viewer.status(Target(self.instrument.slug, whole))
        row = self.here.render_again("article/status.html", status=status, same=bool(same))
        body.extend(row)
        if whole is None:
            body.extend(self._today_of_all(unit))
        words = SubElement(body, "div", {"class": "dv-chu"})
        self.remarks = None
        self.open.append(_Open(level, unit, body, words))

    def _today_of_all(self, article: UnitPath) -> list[Element]:
        """Under the title: where the article is today, and how sure its words are."""
        target = Target(self.instrument.slug, article)
        pairings, heirs = self.viewer.concordance(target), self._heirs(article)
        self.heir = heirs[0] if len(heirs) == 1 else None
        return self.here.render(
            "article/today.html",
            name=self._label(target),
            pairings=pairings,
            plain=_is_plain(pairings),
            predecessors=self.viewer.predecessors(target),
            now=None if pairings else now(self.viewer, self.instrument, article),
            heirs=bool(heirs),
            wording=self.viewer.evidence(self.instrument.wording),
        )

    def _heirs(self, article: UnitPath) -> list[str]:
        """The instruments in which the units of the article stand today."""
        units = dict.fromkeys(item.unit for item in self.instrument.concordance)
        inside = (unit for unit in units if unit and unit.top == article)
        compared = self.viewer.library.corpus.concordance
        pairings = (one for unit in inside for one in compared[Target(self.instrument.slug, unit)])
        there = (one.target for pairing in pairings for one in pairing.today)
        return list(dict.fromkeys(one.slug for one in there if one))

    def _label(self, target: Target) -> str:
        return self.viewer.library.unit_label(target) or str(target.unit and target.unit.label)

    def _note(self, target: Target) -> None:
        """Keep for the end of the page who cites the unit, and what its comparison rests on."""
        label = self._label(target)
        if backlinks := self.viewer.backlinks([target]):
            self.cited.append(CitedView(label, backlinks))
        for pairing in self.viewer.concordance(target):
            if pairing.last:
                self.grounds.append(GroundView(label, pairing.evidence))

    def _close(self, level: int) -> None:
        """Close the units at ``level`` and below it; what is beside a unit follows its words."""
        while self.open and self.open[-1].level >= level:
            self._finish(self.open.pop())

    def _finish(self, done: _Open) -> None:
        target = Target(self.instrument.slug, done.unit)
        if done.unit.kind is Kind.ARTICLE:
            return
        made = self._beside(target)
        place = list(done.body).index(done.words) + 1
        done.body[place:place] = made
        done.words.extend(self._pointed_to(target))
        if not made and len(done.words) and done.words[-1].tag in _FLOWING:
            done.body.set("class", f"{done.body.get('class')} dv-gon")
        done.body.extend(self._rest(done.unit))

    def _beside(self, target: Target) -> list[Element]:
        """Where a unit is today, and where its content stood before."""
        pairings = self.viewer.concordance(target, self.heir)
        predecessors = self.viewer.predecessors(target)
        if not pairings and not predecessors:
            return []
        return self.here.render(
            "article/beside.html",
            name=self._label(target),
            pairings=pairings,
            plain=_is_plain(pairings),
            places=_places(pairings),
            weaker=_weaker(pairings),
            heir=self.viewer.link(Target(self.heir)).label if self.heir else "",
            unnamed=self._unnamed(target),
            predecessors=predecessors,
        )

    def _unnamed(self, target: Target) -> str:
        """Whose the places of today are that name no instrument: all, some (“”: none) of them."""
        found = self.viewer.library.corpus.concordance.get(target, ())
        places = [there.target for pairing in found for there in pairing.today if there.target]
        own = [place for place in places if place.slug == self.heir]
        if not own:
            return ""
        return "all" if len(own) == len(places) else "some"

    def _pointed_to(self, target: Target) -> list[Element]:
        """The words that a unit points to, folded, where it does nothing but point."""
        corpus = self.viewer.library.corpus
        found = corpus.provisions.get(target)
        if found is None or len(found.text.split(None, _POINTER)) > _POINTER:
            return []
        cited = {item.target for item in self.here.cite(found.text, target.unit)}
        worded = [there for there in cited if there in corpus.provisions and there != target]
        if len(cited) != 1 or not worded or worded[0] is None:
            return []
        view = drawing.provision(self.viewer, worded[0], whole=True)
        own = worded[0].slug == self.instrument.slug and worded[0].unit
        name = own.label if own else view.link.label
        made = self.here.render("article/pointed.html", view=view, name=name[:1].upper() + name[1:])
        drawing.link_own(made, self.viewer)
        return made

    def _rest(self, unit: UnitPath) -> list[Element]:
        """Anchors for the units below ``unit`` that the page does not word."""
        known = self.instrument.outline.units.get(unit)
        rest = tuple(self._number(child) for child in self._unworded(known)) if known else ()
        return self.here.render_again("article/unworded.html", numbers=rest) if rest else []

    def _end(self, article: UnitPath) -> list[Element]:
        """The folds at the end of the page: who cites it, and what it rests on."""
        validity = self.viewer.library.standing(Target(self.instrument.slug, article)).validity
        return self.here.render(
            "article/grounds.html",
            official=self.instrument.slug in self.viewer.library.corpus.official,
            number=f"số {self.instrument.number}" if self.instrument.number else "văn bản",
            links=[self.viewer.library.databases[key] for key in self._databases()],
            wording=self.viewer.evidence(self.instrument.wording),
            validity=self.viewer.evidence(validity.evidence),
            grounds=self.grounds,
            cited=self.cited,
            count=sum(item.backlinks.count for item in self.cited),
        )

    def _databases(self) -> list[str]:
        """Where the official text can be looked up."""
        known = self.viewer.library.databases
        return [key for key in self.instrument.links if key in known]

    def _unworded(self, unit: Unit) -> list[Unit]:
        units = self.instrument.outline.units
        return [
            units[child] for child in unit.children if child in units and child not in self.worded
        ]

    def _number(self, unit: Unit) -> NumberView:
        children = tuple(self._number(child) for child in self._unworded(unit))
        label = self.viewer.library.unit_label(Target(self.instrument.slug, unit.path))
        return NumberView(unit.id, unit.path.number, label, "", children, None)


def _set_title(heading: Element) -> None:
    """The article's number on a line of its own, above its official name."""
    if heading.text and len(heading) == 1 and heading[0].tag == "em":
        number = Element("span", {"class": "d-so"})
        number.text, number.tail = heading.text.rstrip(" "), " "
        heading.text = ""
        heading.insert(0, number)


def _hang_number(heading: Element, unit: UnitPath) -> None:
    """“Khoản 1” is heard, “1.” is seen: it hangs beside the words, and is the unit's own link."""
    words = heading_text(heading)
    if len(heading) or words.strip() != unit.own_label:
        return
    heading.text = ""
    heading.set("data-toc-label", words)
    link = SubElement(heading, "a", {"class": "dv-so", "href": f"#{unit.id}"})
    SubElement(link, "span", {"class": "an"}).text = words
    sign = "." if unit.kind is Kind.CLAUSE else ")"
    SubElement(link, "span", {"aria-hidden": "true"}).text = f"{unit.number}{sign}"


def _is_plain(pairings: Sequence[ConcordanceView]) -> bool:
    """Whether a comparison is one line: one provision of today, or nothing known."""
    return len(pairings) == 1 and not pairings[0].limb and len(pairings[0].today) <= 1


def _places(pairings: Sequence[ConcordanceView]) -> str:
    """“3 nhóm việc, ở 5 chỗ”: what a fold with several comparisons is called."""
    limbs = sum(bool(pairing.limb) for pairing in pairings)
    places = len({item.link.href for one in pairings for item in one.today if item.link})
    groups = f"{limbs} nhóm việc, " if limbs > 1 else ""
    return f"{groups}ở {places} chỗ" if places else "chưa rõ ở đâu"


def _weaker(pairings: Sequence[ConcordanceView]) -> str:
    """How sure a comparison is, where that is not what the top of the page says of all."""
    sure = {pairing.evidence.css: pairing.evidence.certainty for pairing in pairings}
    sure.pop(Certainty.READING.value, None)
    told = "; ".join(sure.values())
    return told if not told or set(sure) == {Certainty.STATED.value} else f"◆ {told}"
