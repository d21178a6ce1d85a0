"""What the search knows of provisions: every unit that has an address, as small as it goes.

It is a script (``scripts.data``), so it can be read from a disk as well as from a
server. Addresses are not in it: they follow from an instrument's folder, from whether
the article has a page of its own, and from the unit's id.

The articles of an instrument are one string, an article a line::

    8*:1=abcdđe,2,3,4,5,6|Các hành vi bị nghiêm cấm
    │ │ │              │  └ heading
    │ │ └ clauses, each with the letters of its points (no number: points of the article itself)
    │ └ has a page of its own
    └ number (m2: item 2 of a letter)

``?`` after a number: nobody counted what stands below; ``+``: what is listed is not all. The tiết
of a point follow its letter: ``a(1 2+)``.

``nay`` of an instrument says where units that hold no more stand today, for those that were
compared (``law/standing.py``): id ("" for the whole) → the first place, as the instrument's
number in the list and the unit's id, and how many places there are. ``loi``: id → the words of its
state, where more is known than the state itself (“… sẽ hết hiệu lực từ …”), for those with dates of
their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ...law.corpus import Corpus
from ...law.instrument import Instrument, State, Target, Unit, short_name
from ...law.site_address import SiteAddresses
from ...law.standing import Form, foreseen, standing
from ...law.units import PROVISIONS, Kind
from ...law.validity import state_on
from ...page import letter, standing_words
from ...page.library import Library
from ...page.views import STATE_MARKS, STATE_WORDS, state_css

FILE = "assets/javascripts/search-provisions.js"
LIST = "tra-cuu/dieu-khoan.md"
"""The page of every provision: where the box leads without scripts."""


def index(
    corpus: Corpus, today: date, directories: bool, quoted: Iterable[Target] = ()
) -> dict[str, object]:
    """What the file holds; ``directories``: whether a page is ``dieu-8/`` or ``dieu-8.html``.

    ``quoted``: provisions that letters name. A unit typed without its document means these
    before others of the same number.
    """
    named = frozenset(quoted)
    return {
        "trang": list(SiteAddresses(directories).endings),
        "tinhTrang": _words(),
        "vanBan": [_instrument(corpus, item, today, named) for item in corpus.instruments.values()],
    }


def _words() -> Mapping[str, list[str]]:
    """Mark and words of every state."""
    return {state_css(state): [STATE_MARKS[state], STATE_WORDS[state]] for state in STATE_WORDS}


def quoted_by_letter(library: Library) -> Iterator[Target]:
    """The provisions that the texts of letters name."""
    letters = {library.corpus.home(slug) for slug in library.letters}
    for mention in library.graph.mentions:
        target = mention.citation.target
        if mention.page in letters and target and target.unit:
            yield target


def _instrument(
    corpus: Corpus, instrument: Instrument, today: date, quoted: frozenset[Target]
) -> dict[str, object]:
    whole = state_on(instrument, None, today)
    found: dict[str, object] = {
        "ma": instrument.code,
        "loai": instrument.type,
        "so": instrument.number,
        "goi": short_name(instrument),
        "ten": instrument.title,
        "nam": instrument.year or 0,
        "cho": corpus.home(instrument.slug).removesuffix("index.md"),
        "tt": state_css(whole),
        "du": int(instrument.outline.complete),
        "dieu": "\n".join(_articles(corpus, instrument)),
    }
    if letter.is_letter(corpus.pages.get(corpus.home(instrument.slug))):
        found["thu"] = 1
    others = [*instrument.aliases, *instrument.names[1:]]
    if others:
        found["khac"] = others
    units = [unit.id for unit in instrument.outline.units.values()]
    named = [unit.unit.id for unit in quoted if unit.slug == instrument.slug and unit.unit]
    if named:
        found["nhac"] = sorted(named, key=units.index)
    apart = dict(_apart(instrument, whole, today))
    if apart:
        found["rieng"] = apart
    coming = dict(_coming(corpus, instrument, today))
    if coming:
        found["loi"] = coming
    heirs = dict(_heirs(corpus, instrument, today))
    if heirs:
        found["nay"] = heirs
    return found


def _heirs(
    corpus: Corpus, instrument: Instrument, today: date
) -> Iterator[tuple[str, tuple[int, str, int]]]:
    slugs = list(corpus.instruments)
    for target in corpus.concordance:
        if target.slug != instrument.slug:
            continue
        found = standing(corpus, target, today)
        if found.form in (Form.ONE, Form.SEVERAL):
            first, *others = found.counterparts
            unit = first.unit.id if first.unit else ""
            there = (slugs.index(first.slug), unit, 1 + len(others))
            yield (target.unit.id if target.unit else ""), there


def _coming(corpus: Corpus, instrument: Instrument, today: date) -> Iterator[tuple[str, str]]:
    """What is known to come: the box is asked after the day of checking."""
    for unit in (None, *instrument.unit_validity):
        found = foreseen(corpus, Target(instrument.slug, unit), today)
        words = standing_words.status(found).short
        if words != STATE_WORDS[found.state]:
            yield unit.id if unit else "", words


def _apart(instrument: Instrument, whole: State | None, today: date) -> Iterator[tuple[str, str]]:
    """Units whose state is not that of what holds them (of the instrument, for articles)."""
    if not instrument.unit_validity:
        return
    usual = State.IN_FORCE if whole is State.PARTLY else whole
    units = instrument.outline.units
    for unit in units.values():
        if unit.kind not in PROVISIONS:
            continue
        above = units.get(unit.parent) if unit.parent else None
        inside = above is not None and above.kind in PROVISIONS
        outer = state_on(instrument, unit.parent, today) if inside else usual
        own = state_on(instrument, unit.path, today)
        if own is not outer:
            yield unit.id, state_css(own)


def _articles(corpus: Corpus, instrument: Instrument) -> Iterator[str]:
    units = instrument.outline.units
    articles = instrument.outline.articles()
    items = articles or tuple(units[root] for root in instrument.outline.roots)
    for unit in items:
        if unit.kind not in (Kind.ARTICLE, Kind.SECTION):
            continue
        own_page = Target(instrument.slug, unit.path) in corpus.article_pages
        head = ("" if articles else "m") + unit.path.number + ("*" if own_page else "")
        below = ",".join(_below(instrument, unit))
        heading = " ".join((unit.heading or "").split())
        yield (
            head
            + _extent(unit)
            + (f":{below}" if below else "")
            + (f"|{heading}" if heading else "")
        )


def _below(instrument: Instrument, article: Unit) -> Iterator[str]:
    children = [instrument.outline.units[child] for child in article.children]
    points = _letters(instrument, children)
    if points:
        yield f"={points}"
    for clause in children:
        if clause.kind is Kind.CLAUSE:
            inside = [instrument.outline.units[child] for child in clause.children]
            letters = _letters(instrument, inside)
            yield clause.path.number + _extent(clause) + (f"={letters}" if letters else "")


def _letters(instrument: Instrument, units: list[Unit]) -> str:
    points = [unit for unit in units if unit.kind is Kind.POINT]
    return "".join(point.path.number + _indents(instrument, point) for point in points)


def _indents(instrument: Instrument, point: Unit) -> str:
    numbers = [instrument.outline.units[child].path.number for child in point.children]
    return f"({' '.join(numbers)}{_extent(point)})" if numbers else ""


def _extent(unit: Unit) -> str:
    if not unit.children_known:
        return "?"
    return "" if unit.children_complete else "+"
