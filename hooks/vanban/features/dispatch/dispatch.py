"""A letter: its text letter for letter, and beside it what became of what it cites.

The text stands alone in one container, so that it can be compared with its source;
cards are siblings of the container and are set beside their item, or their paragraph, by the style
sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from ...cite.citation import Citation
from ...law.corpus import Corpus
from ...law.instrument import Instrument, Slip, State, Target
from ...law.same_name import same_name
from ...law.standing import Form, Standing, counterparts, parts
from ...law.units import UnitPath, parse_id
from ...page import letter, standing_words
from ...page.context import PageContext
from ...page.letter_table import rows_of
from ...page.now import now
from ...page.viewing import Viewer
from ...page.views import LinkView, NowView, ThenNow
from ..instrument import instrument_page

PLACE = "data-cho"
"""Attribute of the blocks of a letter, and of the cards beside them: their place, from 1."""
_PARAGRAPH = "data-doan"
"""Attribute of a block that is no item, until it has its card: which paragraphs of the letter's."""
_HELD = f"{STX}vanban-letter{ETX}"
"""Stands where a letter stood; no source can hold these signs."""
_LINES_PRIORITY = 28  # after white space is made plain (30), before fences (25) and tags (20)
_LETTER_PRIORITY = 175  # before Markdown's own block processors (the first has 100)
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_AROUND = frozenset({"cv-dau", "cv-ten-loai", "cv-chan"})
"""Head, title and foot of a letter."""
_SHOWN = 32
"""So many letters of a paragraph are shown above its card."""


def places(corpus: Corpus) -> str:
    """A rule of style for every place that a block of a letter can have (``--thu-tu``).

    Numbers have to stand in a style sheet: no page carries styles of its own.
    """
    most = max((len(letter.of_page(page.text)) for page in corpus.pages.values()), default=0)
    return "".join(f'[{PLACE}="{at}"]{{--thu-tu:{at}}}' for at in range(1, most + 1))


class LetterLines(Preprocessor):
    """Takes a letter out of a page before Markdown reads anything, and leaves ``_HELD`` there.

    What the letter is, is read from the source alone: neither an empty line that is missing nor
    a fence, a tag or a comment can move its end.
    """

    held: letter.Letter | None = None

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(["", *lines])  # a line of strokes at the top is no front matter here
        self.held = letter.read(source)
        if self.held is None:
            return lines
        rows = source.splitlines()
        return [*rows[1 : self.held.heading], "", _HELD, "", *rows[self.held.end :], "", ""]


class LetterProcessor(BlockProcessor):
    """Sets the letter that ``lines`` took out as plain paragraphs, lines kept."""

    def __init__(self, parser: BlockParser, lines: LetterLines) -> None:
        super().__init__(parser)
        self.lines = lines

    def test(self, parent: Element, block: str) -> bool:
        return self.lines.held is not None and block.strip() == _HELD

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        held = self.lines.held
        if held is None:
            return False
        blocks.pop(0)
        title = SubElement(parent, "h2", {"id": "nguyen-van"})
        title.text = held.title
        stand = SubElement(parent, "div", {"class": "cong-van"})
        body = SubElement(stand, "div", {"id": letter.CONTAINER, "class": "cv-nguyen-van"})
        _set(body, list(held.paragraphs))
        return True


def hang_in(md: Markdown) -> None:
    """Let ``md`` set letters as letters."""
    lines = LetterLines(md)
    md.preprocessors.register(lines, "vanban-letter", _LINES_PRIORITY)
    processor = LetterProcessor(md.parser, lines)
    md.parser.blockprocessors.register(processor, "vanban-letter", _LETTER_PRIORITY)


def cite(text: str, unit: UnitPath | None, here: PageContext) -> tuple[Citation, ...]:
    """The citations of a letter's text that become links: its own number leads nowhere else."""
    own = Target(here.instrument.slug) if here.instrument else None
    return tuple(one for one in here.cite(text, unit) if one.target != own)


def _set(body: Element, paragraphs: list[letter.Paragraph]) -> None:
    """Set a letter as letters are set: head in two columns, items, recipients beside the signer.

    Every block has its place (``data-cho``), which the cards beside an item share.
    """
    place, order, before = body, 0, ""
    for piece in letter.pieces(paragraphs):
        role = piece.role
        own = piece.item.id if piece.item else role.group
        if not own or own != (place.get("id") or place.get("class")):
            order += 1
            at = {PLACE: str(order)}
            if piece.item:
                place = SubElement(body, "div", {"class": "cv-muc", "id": own} | at)
            elif own:
                place = SubElement(body, "div", {"class": own} | at)
            else:
                place = body
        rows = rows_of(piece.text)
        element = SubElement(_box(place, role.box), "div" if rows else "p")
        if place is body:
            element.set(PLACE, str(order))
        if not piece.item:
            block = element if place is body else place
            block.set(_PARAGRAPH, f"{block.get(_PARAGRAPH, '')} {piece.paragraph}".lstrip())
        names = [role.name] if role.name else []
        if piece.text[0].islower() and before and not role.box:
            names.append("cv-noi")
        if names:
            element.set("class", " ".join(names))
        before = piece.text
        if rows:
            _draw(element, rows)
        else:
            element.text = piece.text


def _draw(element: Element, rows: Sequence[Sequence[str]]) -> None:
    """A table of the letter, its first row as the head."""
    table = SubElement(element, "table")
    for tag, part, lines in (("thead", "th", rows[:1]), ("tbody", "td", rows[1:])):
        group = SubElement(table, tag)
        for cells in lines:
            row = SubElement(group, "tr")
            for cell in cells:
                SubElement(row, part).text = cell


def _box(place: Element, name: str) -> Element:
    """The part of a head that a piece goes on with, or a new one; ``place`` itself elsewhere."""
    if not name:
        return place
    last = place[-1] if len(place) else None
    return (
        last
        if last is not None and last.get("class") == name
        else SubElement(place, "div", {"class": name})
    )


def furnish(root: Element, instrument: Instrument, here: PageContext) -> None:
    """Marks of slips inside the text (they add no letter), panel and cards outside it."""
    viewer = here.viewer
    stand = next((item for item in root if item.get("class") == "cong-van"), None)
    body = stand[0] if stand is not None and len(stand) else None
    if stand is None or body is None:
        return
    for number, slip in enumerate(instrument.slips, 1):
        _mark(body, slip, number)
    day = letter.day_of(here.source, here.library.today)
    place = list(root).index(stand)
    clauses = tuple(then_now(target, viewer, day) for target in instrument.highlights)
    cited = tuple(
        then_now(Target(relation.slug), viewer, day)
        for relation in instrument.relations
        if relation.slug
    )
    title = next((n for n, child in enumerate(root) if child.get("id") == "nguyen-van"), place)
    root[title:title] = here.render(
        "dispatch/summary.html",
        status=viewer.status(Target(instrument.slug)),
        evidence=viewer.evidence(instrument.validity.evidence),
    )
    _cards(stand, body, instrument, here, day)
    place = list(root).index(stand)
    after = here.render("dispatch/slips.html", slips=instrument.slips, kind=_kind(instrument))
    after += here.render(
        "dispatch/grounds.html",
        instruments=cited,
        clauses=clauses,
        kind=_kind(instrument),
        status=viewer.status(Target(instrument.slug)),
        evidence=viewer.evidence(instrument.validity.evidence),
    )
    after += here.render("dispatch/copy.html")
    after += instrument_page.identity(instrument, here, whole=False)
    cited_by = [
        Target(instrument.slug),
        *(Target(instrument.slug, unit) for unit in instrument.outline.units),
    ]
    after += here.render("backlinks.html", backlinks=viewer.backlinks(cited_by))
    root[place + 1 : place + 1] = after


def _kind(instrument: Instrument) -> str:
    """What a sentence calls it: “công văn”, “kế hoạch”."""
    return instrument.type[:1].lower() + instrument.type[1:]


def then_now(target: Target, viewer: Viewer, day: date) -> ThenNow:
    """A target as it stood on ``day`` and as it stands today."""
    found = viewer.library.standing(target)
    own = found.pairings if found.about == target else ()
    validity, ended = found.validity, found.state is State.ENDED
    then = viewer.status(target, day)
    of_parts = _of_parts(found, viewer)
    near, near_words = ((), "") if own or of_parts else _near(found, viewer)
    words = {"con": "đang có hiệu lực", "chua-ro": "chưa rõ", "het": "đã hết hiệu lực"}
    return ThenNow(
        link=viewer.link(target),
        then=then,
        then_words=words.get(then.css, then.words),
        now=standing_words.status(found),
        ended_by=viewer.link(validity.ended_by) if ended and validity.ended_by else None,
        ended_by_text=validity.ended_by_text if ended else "",
        today=viewer.pairings(own),
        groups=viewer.today(counterparts(own)),
        evidence=viewer.evidence(validity.evidence),
        near=viewer.today(near),
        near_words=near_words,
        parts=of_parts,
    )


def _of_parts(found: Standing, viewer: Viewer) -> NowView | None:
    """Where the parts of a unit are read today that was not compared itself; None for none."""
    unit = found.target.unit
    if not unit or not parts(viewer.library.corpus, found):
        return None
    return now(viewer, viewer.library.corpus.instruments[found.target.slug], unit)


def _near(found: Standing, viewer: Viewer) -> tuple[tuple[Target, ...], str]:
    """What is known of where the content of an ended one is, with none of its own compared.

    Of a unit: what holds it was compared. Of an instrument: the instruments where units of it
    were found again. Of one of which nothing is known: what else bears its name.
    """
    library = viewer.library
    if found.state is State.UNKNOWN:
        instrument = library.corpus.instruments[found.target.slug]
        alike = same_name(library.corpus, instrument, library.today)
        return tuple(Target(one.slug) for one in alike), standing_words.SAME_NAME if alike else ""
    if found.state is not State.ENDED:
        return (), ""
    if found.form is Form.WHOLE:
        label = viewer.link(found.about).label
        return found.counterparts, f"Mới so được cả {label}; nay đọc"
    if found.target.unit:
        return (), ""
    compared = viewer.library.corpus.concordance
    own = (pairings for at, pairings in compared.items() if at.slug == found.target.slug)
    slugs = dict.fromkeys(one.slug for pairings in own for one in counterparts(pairings))
    return tuple(Target(slug) for slug in slugs), "Những điều đã so nay ở"


def _cards(
    stand: Element, body: Element, instrument: Instrument, here: PageContext, day: date
) -> None:
    """A card for each item, and for what is in none and cites.

    Of what stands before the first item, and of head, title and foot, only what has ended has
    one: nobody may read past that.
    """
    viewer = here.viewer
    whole = letter.of_page(here.source.text)
    opening = any(one.item for one in whole)
    for block in list(body):
        numbers = block.attrib.pop(_PARAGRAPH, "").split()
        is_item = block.get("class") == "cv-muc"
        opening = opening and not is_item
        unit = parse_id(block.get("id", "")) if is_item else None
        own = [one for one in whole if unit and one.item == unit]
        own = own or [whole[int(number)] for number in dict.fromkeys(numbers)]
        cited = list(_cited_in(own, here))
        if not is_item and (opening or block.get("class") in _AROUND):
            cited = [one for one in cited if viewer.library.standing(one).state is State.ENDED]
            own = [one for one in own if not cited or cited[0] in _cited_in([one], here)]
        by_clause = {target.slug for target in cited if target.unit}
        targets = [target for target in cited if target.unit or target.slug not in by_clause]
        compared = (
            here.library.corpus.concordance.get(Target(instrument.slug, unit), ()) if unit else ()
        )
        made = here.render(
            "dispatch/cards.html",
            cards=tuple(then_now(target, viewer, day) for target in targets),
            pairings=viewer.pairings(compared),
            groups=viewer.today(counterparts(compared)),
            item=unit.own_label if unit else _begins(own[0].text),
            anchor=unit.id if unit else "",
            more=_page_about(unit, here) if unit else None,
            order=block.get(PLACE, ""),
            kind=_kind(instrument),
        )
        stand.extend(made)


def _begins(text: str) -> str:
    """The first words of a paragraph, quoted: what its card is called."""
    rows = rows_of(text)
    text = " · ".join(rows[0]) if rows else text
    said = " ".join(unescape(_ESCAPED.sub("", text)).split())
    if len(said) <= _SHOWN:
        return f"“{said}”"
    return f"“{said[: _SHOWN + 1].rpartition(' ')[0].rstrip(' ,;:')}…”"


def _page_about(unit: UnitPath, here: PageContext) -> LinkView | None:
    """The page beside the letter that explains one item: ``muc-2.md`` for ``muc-2``."""
    about = here.library.corpus.pages.get(f"{here.path.rpartition('/')[0]}/{unit.id}.md")
    return LinkView(here.viewer.page_href(about.path), about.title) if about else None


def _cited_in(found: Sequence[letter.Paragraph], here: PageContext) -> Iterator[Target]:
    """What paragraphs cite, in order, each once; “văn bản này”, the letter itself, is none."""
    own = Target(here.instrument.slug) if here.instrument else None
    spans = [(one.first, one.last) for one in found]
    seen: set[Target] = set()
    for mention in here.library.graph.mentions:
        if mention.page != here.path or not any(a <= mention.line <= b for a, b in spans):
            continue
        target = mention.citation.target
        if target and target != own and mention.citation.linked and target not in seen:
            seen.add(target)
            yield target


def _mark(body: Element, slip: Slip, number: int) -> None:
    """An empty mark after the first place where the slip stands; [sic] comes from the style."""
    attributes = {
        "class": "sic",
        "href": "#loi-chu",
        "aria-label": f"[sic] “{slip.wording}”: xem ghi chú {number} về chữ trong bản gốc",
    }
    for parent in body.iter():
        for place, child in enumerate(parent):
            if child.tag == "a" and slip.wording in "".join(child.itertext()):
                mark = Element("a", attributes)
                mark.tail, child.tail = child.tail, None
                parent.insert(place + 1, mark)
                return
            if _split(parent, child, slip.wording, attributes, place):
                return
        if parent.tag != "a" and parent.text and slip.wording in parent.text:
            before, found, after = parent.text.partition(slip.wording)
            mark = Element("a", attributes)
            parent.text, mark.tail = before + found, after
            parent.insert(0, mark)
            return


def _split(
    parent: Element, child: Element, wording: str, attributes: dict[str, str], place: int
) -> bool:
    before, found, after = (child.tail or "").partition(wording)
    if not found:
        return False
    mark = Element("a", attributes)
    child.tail, mark.tail = before + found, after
    parent.insert(place + 1, mark)
    return True
