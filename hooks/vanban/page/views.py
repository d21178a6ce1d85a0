"""What templates see: immutable values with every word already chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..law.instrument import Certainty, RelationKind, State

CERTAINTY_WORDS = {
    Certainty.STATED: "văn bản nêu rõ",
    Certainty.SINGLE: "một nguồn",
    Certainty.READING: "cách đọc của người biên soạn",
    Certainty.UNKNOWN: "chưa rõ",
}

AGED = "có thể đã thay đổi"
"""What is said of a claim whose check is no longer fresh."""

STATE_MARKS: Mapping[State | None, str] = {
    State.IN_FORCE: "●",
    State.PARTLY: "◐",
    State.ENDED: "■",
    State.UNKNOWN: "◆",
    None: "○",
}
"""None is not yet in force, here and below."""

STATE_WORDS: Mapping[State | None, str] = {
    State.IN_FORCE: "còn hiệu lực",
    State.PARTLY: "còn hiệu lực một phần",
    State.ENDED: "hết hiệu lực",
    State.UNKNOWN: "chưa rõ hiệu lực",
    None: "chưa có hiệu lực",
}


def state_css(state: State | None) -> str:
    """The value of ``data-trang-thai`` that a style sheet and the scripts know a state by."""
    return state.value if state else "chua-den"


RELATION_WORDS = {
    RelationKind.AMENDS: ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    RelationKind.REPLACES: ("Thay thế", "Bị thay thế bởi"),
    RelationKind.DETAILS: ("Quy định chi tiết", "Được quy định chi tiết bởi"),
    RelationKind.CARRIES_OUT: ("Thực hiện", "Được thực hiện bởi"),
    RelationKind.CITES: ("Viện dẫn", "Được viện dẫn bởi"),
    RelationKind.RELATED: ("Liên quan tới", "Liên quan tới"),
}
"""Each relation from both ends: as its holder says it, as the other one says it."""


@dataclass(frozen=True)
class StatusView:
    """A state with its mark and words; ``css`` is the value of ``data-trang-thai``."""

    css: str
    mark: str
    words: str
    short: str

    @property
    def holds(self) -> bool:
        """In force, and nothing is known to end that."""
        return self.words == STATE_WORDS[State.IN_FORCE]

    @property
    def marked(self) -> str:
        """Mark and words together: “■ hết hiệu lực từ 01/7/2026”."""
        return f"{self.mark} {self.words}"


@dataclass(frozen=True)
class LinkView:
    href: str
    label: str


@dataclass(frozen=True)
class EvidenceView:
    """How sure, from what, checked when.

    ``day`` is that day for the reader's own clock; ``aged`` is what is to be said of a check
    that is old already, else "".
    """

    certainty: str
    css: str
    sources: tuple[str, ...]
    checked: str
    note: str
    day: str
    aged: str


@dataclass(frozen=True)
class CounterpartView:
    """One provision of today; ``link`` is None where nothing corresponds."""

    link: LinkView | None
    change: str
    status: StatusView | None


@dataclass(frozen=True)
class ConcordanceView:
    """``last`` says that the next pairing, if any, rests on other evidence."""

    limb: str
    today: tuple[CounterpartView, ...]
    evidence: EvidenceView
    last: bool


@dataclass(frozen=True)
class TodayGroup:
    """Today's provisions in one instrument: links to its units, and how they stand."""

    instrument: LinkView
    units: tuple[LinkView, ...]
    statuses: tuple[StatusView, ...]


@dataclass(frozen=True)
class RelationView:
    """One relation as the page's own instrument says it."""

    other: LinkView | None
    number: str
    where: str
    status: StatusView | None
    evidence: EvidenceView


@dataclass(frozen=True)
class RelationGroup:
    label: str
    relations: tuple[RelationView, ...]


@dataclass(frozen=True)
class QuoteView:
    """A citing sentence, with the citation set apart, and where it stands.

    ``drawn``: the place shows the provision whole, or only repeats what somebody says; there
    is no sentence to show.
    """

    place: LinkView
    before: str
    cited: str
    after: str
    drawn: bool = False


@dataclass(frozen=True)
class QuoteGroup:
    page: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True)
class BacklinksView:
    """Who cites a unit: ``count`` places, of which ``more`` are not shown."""

    count: int
    groups: tuple[QuoteGroup, ...]
    more: int


@dataclass(frozen=True)
class IdentityRow:
    label: str
    text: str
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class NumberView:
    """A khoản, điểm or tiết in the outline: an anchor, or a link to where it is worded."""

    id: str
    label: str
    name: str
    href: str
    children: tuple[NumberView, ...]
    status: StatusView | None


@dataclass(frozen=True)
class OutlineNode:
    """A chapter, section or article of the outline on an instrument's page."""

    id: str
    label: str
    heading: str
    href: str
    status: StatusView | None
    clauses: tuple[NumberView, ...]
    points: tuple[NumberView, ...]
    open_end: bool
    children: tuple[OutlineNode, ...]
    is_article: bool
    backlinks: BacklinksView | None
    cited: int
    """How often it is cited, where the sentences stand on a page of its own."""
    today: tuple[ConcordanceView, ...] = ()
    """Where an article stands today that has no page of its own to say so."""


@dataclass(frozen=True)
class InstrumentCard:
    """A line of a list of instruments."""

    link: LinkView
    title: str
    status: StatusView
    since: str
    issued: str


@dataclass(frozen=True)
class InstrumentGroup:
    label: str
    cards: tuple[InstrumentCard, ...]


@dataclass(frozen=True)
class PlaceView:
    """Today's provisions in one instrument; ``articles`` holds the links of each article."""

    instrument: LinkView
    articles: tuple[tuple[LinkView, ...], ...]


@dataclass(frozen=True)
class RowView:
    """One khoản of an article, or one điểm of a khoản.

    ``gone``: nothing corresponds; ``places`` then are only near.
    """

    label: str
    places: tuple[PlaceView, ...]
    gone: bool


@dataclass(frozen=True)
class NowView:
    """``rows`` for each khoản, or ``all`` for many.

    ``rest`` names what else there is and was compared with nothing (“Khoản”), else "".
    ``whole`` are the instruments that stand for all of this one; they are told only where no
    unit of the article was compared.
    """

    rows: tuple[RowView, ...]
    all: tuple[PlaceView, ...]
    rest: str
    whole: tuple[LinkView, ...]


@dataclass(frozen=True)
class ThenNow:
    """A cited clause or instrument: how it stood then, how it stands today."""

    link: LinkView
    then: StatusView
    then_words: str
    now: StatusView
    ended_by: LinkView | None
    ended_by_text: str
    today: tuple[ConcordanceView, ...]
    groups: tuple[TodayGroup, ...]
    evidence: EvidenceView
    near: tuple[TodayGroup, ...] = ()
    """Where no pairing is its own: what was compared with what holds it, or with its units."""
    near_words: str = ""
    parts: NowView | None = None
    """Where its parts are read, of one that was not compared itself."""
