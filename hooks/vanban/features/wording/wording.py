"""Official wording beside our own: a fold at each unit that has one, with where it comes from."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from ...law.days import read_day
from ...law.instrument import Instrument, vietnamese_date
from ...law.units import UnitPath, unit_of
from ...law.wording import Wording
from ...page.context import PageContext
from ...page.linking import link_tree

_TEXT = "nv-chu"
"""The class of what holds the lines: citations in it become links, those around it do not."""


def dress(root: Element, instrument: Instrument, here: PageContext) -> None:
    """Put the official wording behind our words of each unit of a dressed article page."""
    official = here.library.corpus.official.get(instrument.slug)
    if official is None:
        return
    changed = frozenset(official.changed)
    for element in list(root.iter()):
        words = _words(element)
        unit = _unit(root, element) if words is not None else None
        lines = official.lines.get(unit) if unit else None
        if words is None or unit is None or not lines:
            continue
        values = {"lines": lines, "source": _source(official), "changed": unit in changed}
        made = here.render("wording/wording.html", **values)
        for item in made:
            _link(item, unit, here)
        place = list(element).index(words) + 1
        element[place:place] = made


def _words(element: Element) -> Element | None:
    """Our words of a unit, where ``element`` holds one."""
    if "dv" not in element.get("class", "").split():
        return None
    return next((child for child in element if child.get("class") == "dv-chu"), None)


def _unit(root: Element, element: Element) -> UnitPath | None:
    heading = next((child for child in element if child.get("class") == "dv-ten"), None)
    if heading is None:  # the article itself: its heading is the page's
        heading = root.find("h1")
    return unit_of(heading.get("id", "")) if heading is not None else None


def _source(official: Wording) -> str:
    """Where the wording comes from, in one line."""
    known = official.provenance
    try:
        day = vietnamese_date(read_day(known["ngay"]))
    except ValueError:
        day = known["ngay"]  # as somebody wrote it by hand
    return f"{known['dang']}, tệp {known['tep']}, nhập ngày {day}"


def _link(made: Element, unit: UnitPath, here: PageContext) -> None:
    """Citations of the official text, relative ones too, read where they stand."""
    for text in made.iter("div"):
        if text.get("class") == _TEXT:
            corpus, page = here.library.corpus, here.path
            link_tree(text, lambda words, _: here.cite(words, unit), corpus, page)
