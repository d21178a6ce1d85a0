"""Tables made from the whole corpus: then and now, every provision, the timeline, the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.etree.ElementTree import Element

from ...cite.citation import Status
from ...law.corpus import Corpus
from ...law.instrument import Instrument, State, Target, short_name, vietnamese_date
from ...page.context import PageContext
from ...page.drawing import Table
from ...page.gists import shortened
from ...page.letter import month_of
from ...page.viewing import Viewer
from ...page.views import ConcordanceView, LinkView, StatusView

GIST_LIMIT = 88
SHORTEST = 6
"""A bar of the timeline is never too short to be seen; in hundredths of a year."""
STATUS_WORDS = {
    Status.RESOLVED: "tới đúng điều khoản",
    Status.UNVERIFIED: "chưa đối chiếu tới mức được dẫn: đường dẫn tới mức sâu nhất đã biết",
    Status.OUTSIDE: "dẫn tới văn bản không có trong kho, để nguyên chữ",
    Status.AMBIGUOUS: "chưa rõ",
    Status.BROKEN: "sai",
}


@dataclass(frozen=True)
class ThenNowRow:
    """One old provision, or the limbs of one, and where they stand today."""

    link: LinkView
    status: StatusView
    gist: str
    pairings: tuple[ConcordanceView, ...]


@dataclass(frozen=True)
class ThenNowGroup:
    name: LinkView
    rows: tuple[ThenNowRow, ...]


@dataclass(frozen=True)
class ProvisionRow:
    link: LinkView
    gist: str
    status: StatusView
    cited: int
    depth: int


@dataclass(frozen=True)
class ProvisionGroup:
    name: LinkView
    rows: tuple[ProvisionRow, ...]


@dataclass(frozen=True)
class Span:
    """One instrument on the timeline; ``start`` and ``length`` are in the units of the axis.

    ``until`` is what the column “Đến” says, ``spoken`` the whole in one sentence.
    """

    link: LinkView
    status: StatusView
    since: str
    until: str
    spoken: str
    start: int
    length: int


@dataclass(frozen=True)
class Mark:
    """A letter on the timeline: what is named beside the line drawn at ``place``.

    ``month`` tells its line from those of others, "" where it is alone.
    """

    link: LinkView
    place: int
    month: str


@dataclass(frozen=True)
class Axis:
    """Whole years, both included, measured in hundredths of a year from the first."""

    first: int
    last: int

    @property
    def width(self) -> int:
        return (self.last - self.first + 1) * 100

    def place(self, day: date) -> int:
        """Where a day stands; a day of another year stands at the nearer end."""
        share = (day.timetuple().tm_yday - 1) / 366
        return min(max(0, round((day.year - self.first + share) * 100)), self.width)


def tables(address: str) -> Mapping[str, Table]:
    """What ``[[…]]`` draws in; ``address`` is where errors are reported."""
    return {
        "bảng: xưa và nay": _then_now,
        "bảng: điều khoản": _provisions,
        "dòng thời gian": _timeline,
        "số liệu viện dẫn": _figures,
        "thư báo lỗi": partial(_mail, address),
    }


def _then_now(here: PageContext) -> list[Element]:
    library, viewer = here.library, here.viewer
    groups = []
    for instrument in _highlighted_first(library.corpus):
        units = dict.fromkeys(pairing.unit for pairing in instrument.concordance if pairing.unit)
        rows = []
        for unit in units:
            target = Target(instrument.slug, unit)
            rows.append(
                ThenNowRow(
                    viewer.link(target, own=instrument.slug),
                    viewer.status(target),
                    _short(viewer.gist(target)),
                    viewer.concordance(target),
                )
            )
        if rows:
            groups.append(ThenNowGroup(viewer.link(Target(instrument.slug)), tuple(rows)))
    return here.render("overview/then-now.html", groups=groups)


def _highlighted_first(corpus: Corpus) -> list[Instrument]:
    """Instruments in the order in which a letter highlights their clauses, then the rest."""
    marked = [target.slug for item in corpus.instruments.values() for target in item.highlights]
    order = {slug: place for place, slug in enumerate(dict.fromkeys(marked))}
    return sorted(
        corpus.instruments.values(),
        key=lambda item: (order.get(item.slug, len(order)), bool(item.highlights), item.slug),
    )


def _provisions(here: PageContext) -> list[Element]:
    viewer, corpus, graph = here.viewer, here.library.corpus, here.library.graph
    groups = []
    for slug, instrument in corpus.instruments.items():
        rows = tuple(
            ProvisionRow(
                viewer.link(Target(slug, unit), own=slug),
                _short(viewer.gist(Target(slug, unit))),
                viewer.status(Target(slug, unit)),
                len(graph.cited_by(Target(slug, unit))),
                len(unit.steps),
            )
            for unit in instrument.outline.units
            if Target(slug, unit) in corpus.provisions
        )
        if rows:
            groups.append(ProvisionGroup(viewer.link(Target(slug)), rows))
    return here.render("overview/provisions.html", groups=groups)


def _timeline(here: PageContext) -> list[Element]:
    """Every dated instrument as a bar, from the first year that the data knows to the last."""
    library, viewer = here.library, here.viewer
    letters = library.letters
    instruments = [item for item in library.corpus.instruments.values() if item.slug not in letters]
    known = sorted(
        (item for item in instruments if item.validity.since),
        key=lambda item: (item.validity.since or library.today, item.slug),
    )
    unknown = [viewer.link(Target(item.slug)) for item in instruments if not item.validity.since]
    apart = len(letters) > 1
    axis = _axis([*_ends(known), *letters.values(), library.today])
    return here.render(
        "overview/timeline.html",
        spans=[_span(viewer, item, axis) for item in known],
        unknown=unknown,
        axis=axis,
        marks=[
            Mark(viewer.link(Target(slug)), axis.place(day), month_of(day) if apart else "")
            for slug, day in letters.items()
        ],
    )


def _ends(instruments: Iterable[Instrument]) -> Iterator[date]:
    for item in instruments:
        yield from (day for day in (item.validity.since, item.validity.until) if day)


def _axis(days: Iterable[date]) -> Axis:
    years = [day.year for day in days]
    return Axis(min(years), max(years))


def _span(viewer: Viewer, instrument: Instrument, axis: Axis) -> Span:
    validity, today = instrument.validity, viewer.library.today
    since = validity.since or today
    if validity.until:
        end, until = axis.place(validity.until), vietnamese_date(validity.until)
        spoken = f"Có hiệu lực từ {vietnamese_date(since)} tới {until}"
    elif since > today:
        end, until = axis.width, ""
        spoken = f"Sẽ có hiệu lực từ {vietnamese_date(since)}"
    elif validity.state in (State.ENDED, State.UNKNOWN):
        end, until = axis.place(today), "chưa rõ"
        spoken = f"Có hiệu lực từ {vietnamese_date(since)}, tới ngày nào thì chưa rõ"
    else:
        end, until = axis.place(today), "nay"
        spoken = f"Có hiệu lực từ {vietnamese_date(since)}"
    start = axis.place(since)
    link = LinkView(viewer.href(Target(instrument.slug)), short_name(instrument))
    status = viewer.status(Target(instrument.slug))
    length = max(end - start, SHORTEST)
    return Span(link, status, vietnamese_date(since), until, spoken, start, length)


def _figures(here: PageContext) -> list[Element]:
    library = here.library
    counts = Counter(mention.citation.status for mention in library.graph.mentions)
    rows = [(STATUS_WORDS[status], counts[status]) for status in Status]
    return here.render(
        "overview/figures.html",
        found=sum(counts.values()),
        rows=rows,
        instruments=len(library.corpus.instruments),
        articles=len(library.corpus.article_pages),
        provisions=len(library.corpus.provisions),
        today=vietnamese_date(library.today),
    )


def _mail(address: str, here: PageContext) -> list[Element]:
    return here.render("overview/mail.html", address=address)


def _short(text: str) -> str:
    return shortened(text.split("\n", 1)[0], GIST_LIMIT)
