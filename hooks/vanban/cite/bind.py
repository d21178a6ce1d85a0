"""Which instrument a text means: by number, by name and date, by “này”, by what it said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..law.instrument import Instrument, State, vietnamese_date
from ..law.names import folded
from .citation import Context, Status
from .instrument_words import ONE_ISSUER
from .names import NameIndex, name_key, number_key
from .only_known import only_known
from .tokens import (
    AnotherOfType,
    BareType,
    ByAlias,
    ByName,
    ByNumber,
    ByNumberAlone,
    ByShortNumber,
    Elsewhere,
    InstrumentToken,
    Issue,
    ThisInstrument,
    Unclear,
)

UNKNOWN_YEAR = "tên này có ở đây, nhưng năm này thì không"
"""The reason for a known name with a year of which no instrument of that name is known."""
_BE_EXACT = "ghi rõ số hiệu hoặc tên và năm"


class Binding(NamedTuple):
    """An instrument, or why there is none."""

    instrument: Instrument | None
    status: Status = Status.RESOLVED
    reason: str = ""
    suggestion: str = ""
    among: tuple[Instrument, ...] = ()
    """Where it is ambiguous: those that may be meant, the likelier first."""


@dataclass
class Seen:
    """Instruments that the text has named in full so far; lives for one text.

    ``others``: names under which it has named an instrument that is not here, with the
    words it used (“luật báo chí” → “Luật Báo chí năm 2016”).
    """

    instruments: dict[str, Instrument] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    bound: dict[tuple[str, Issue], Binding] = field(default_factory=dict)
    """What names meant, since the text last named another instrument than the last one."""
    sure: dict[tuple[str, str, str, Issue], Binding] = field(default_factory=dict)
    """What numbers meant that one instrument alone bears."""
    last: str = ""

    def add(self, instrument: Instrument) -> None:
        if instrument.slug == self.last:
            return
        self.instruments.pop(instrument.slug, None)  # the last one named stands last
        self.instruments[instrument.slug] = instrument
        self.last = instrument.slug
        self.bound.clear()

    def differ(self, name: str, words: str) -> None:
        """The text has used ``name`` for an instrument that is not here; "": it has not."""
        if self.others.get(name, "") == words:
            return
        self.others.pop(name, None)
        if words:
            self.others[name] = words
        self.bound.clear()

    def among(self, candidates: Sequence[Instrument]) -> list[Instrument]:
        return [item for item in candidates if item.slug in self.instruments]


def bind(token: InstrumentToken, context: Context, seen: Seen, names: NameIndex) -> Binding:
    """The one instrument that ``token`` means in ``context``, or the reason why none is certain."""
    match token:
        case ByNumber():
            sure = (token.type, token.number, token.name, token.issue)
            if sure in seen.sure:
                return seen.sure[sure]
            bearers = names.by_number.get(token.number, ())
            binding = _by_number(token, bearers, context, seen, names)
            if len(bearers) <= 1 and all(item.number_unique for item in bearers):
                seen.sure[sure] = binding  # whatever the text names besides
            return binding
        case ByShortNumber():
            return _by_short_number(token, context, seen, names)
        case ByNumberAlone():
            return _by_number_alone(token, seen, names)
        case ByName():
            key = (token.name, token.issue)
            if key not in seen.bound:
                seen.bound[key] = _by_name(token, context, seen, names)
            return seen.bound[key]
        case ByAlias():
            return _by_alias(token, names.by_alias[token.alias])
        case ThisInstrument(type=said):
            return _this(said, f"{said} này", context, names)
        case Unclear(named=said) | AnotherOfType(type=said):
            reason = (
                f"“{said} …”: không rõ là văn bản nào" if said else "không rõ thuộc văn bản nào"
            )
            return Binding(None, Status.AMBIGUOUS, reason, _BE_EXACT, names.by_name.get(said, ()))
        case BareType(type=said):
            return _this(said, said, context, names)
        case Elsewhere():
            reason = f"điều khoản của {token.what} khác, không có ở đây"
            return Binding(None, Status.OUTSIDE, reason)
        case _:
            raise TypeError(token)


def _by_alias(token: ByAlias, found: Instrument) -> Binding:
    """A name of the instrument's own; a day beside it must be its day."""
    issue = token.issue
    if not issue.told:
        return Binding(found)
    if found.issued or (found.year and not issue.day):
        return _check("", issue, found)
    reason = f"“{token.alias}” ở đây không ghi ngày"
    return Binding(None, Status.AMBIGUOUS, reason, "bỏ ngày, hoặc ghi rõ số hiệu")


def _this(kind: str, said: str, context: Context, names: NameIndex) -> Binding:
    """The instrument around the text, if it is of that type; ``said`` is how the text calls it."""
    home = names.corpus.instruments.get(context.slug or "")
    if home is None:
        reason = f"“{said}”: không biết đang nói trong văn bản nào"
        return Binding(None, Status.AMBIGUOUS, reason, _BE_EXACT)
    own = folded(home.type)
    if kind in (own, "văn bản") or (kind, own) == ("luật", "bộ luật"):
        return Binding(home)
    reason = f"“{said}” trong một {home.type.lower()}"
    return Binding(None, Status.AMBIGUOUS, reason, _BE_EXACT)


def _of_short_number(token: ByShortNumber, names: NameIndex) -> Sequence[Instrument]:
    """The instruments of that type whose number begins so, in the order of the corpus."""
    return [
        item
        for key, items in names.by_number.items()
        if key.startswith(f"{token.number}/")
        for item in items
        if token.type == folded(item.type)
    ]


def _by_short_number(
    token: ByShortNumber, context: Context, seen: Seen, names: NameIndex
) -> Binding:
    """“NĐ 72/2013” is one decree; a “Thông tư 15/2025” each ministry may have: none is certain."""
    candidates = _of_short_number(token, names)
    many = token.type not in ONE_ISSUER and all(item.number_unique for item in candidates)
    if candidates and many and not token.issue.day:
        known = seen.among(candidates)
        if len(known) == 1:
            return Binding(known[0])
        reason = f"{token.type} số {token.number}: nhiều cơ quan cùng có số này"
        advice = " hay ".join(item.cited for item in candidates)
        advice = f"ghi đủ số hiệu: {advice}"
        return Binding(None, Status.AMBIGUOUS, reason, advice, tuple(candidates))
    return _by_number(token, candidates, context, seen, names)


def _by_number(
    token: ByNumber | ByShortNumber,
    candidates: Sequence[Instrument],
    context: Context,
    seen: Seen,
    names: NameIndex,
) -> Binding:
    """Which of the bearers of a number is meant; a name before it must be of one of them."""
    if token.name:
        named: Sequence[Instrument] = names.by_name.get(token.name, ())
        if not named:  # a name that is not known here, before the number of a law that is
            named = [item for item in candidates if item.names]
            candidates = () if named else candidates
        fitting = [i for i in candidates if i in named or name_key(i.title) == token.name]
        if named and not fitting:
            return _other_number(token.number, candidates, named)
        candidates = fitting or candidates
    if not candidates:
        return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")
    if len(candidates) == 1 and candidates[0].number_unique:
        return _check(token.type, token.issue, candidates[0])
    return _shared_number(token, candidates, context, seen, names)


def _other_number(
    number: str, candidates: Sequence[Instrument], named: Sequence[Instrument]
) -> Binding:
    """A number behind a name that no bearer of the name here has: another law, or a slip?

    A law of another year is another law of that name. The number of another law that is
    here, or one that differs from a bearer's in one part only, contradicts the name.
    """
    serial, _, rest = number.partition("/")
    parts = (serial, rest.partition("/")[0])
    years = {str(item.year) for item in named}
    if not candidates and parts[1] not in years:
        return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")
    known = "; ".join(item.cited for item in named)
    return Binding(None, Status.BROKEN, "tên và số hiệu không khớp nhau", f"có ở đây: {known}")


def _check(kind: str, issue: Issue, found: Instrument) -> Binding:
    """The only instrument that is meant: type (if told) and issue in the text must be its own."""
    if kind and kind not in (folded(found.type), "văn bản"):
        kin = {kind, folded(found.type)} == {"luật", "bộ luật"}
        if not kin:
            reason = f"số {found.number} là của {found.type.lower()}, không phải {kind}"
            return Binding(None, Status.BROKEN, reason, found.cited)
    if issue.day and found.issued and not _same_day(issue.day, found.issued):
        reason = f"{found.short} ban hành ngày {vietnamese_date(found.issued)}"
        return Binding(None, Status.BROKEN, reason, found.cited)
    year = issue.year or (issue.day[0] if issue.day else None)
    if year and found.year and year != found.year:
        reason = f"{found.short} ban hành năm {found.year}, không phải {year}"
        return Binding(None, Status.BROKEN, reason, found.cited)
    if issue.term and _term(found) not in (None, issue.term):
        reason = f"{found.short} là của Quốc hội khóa {_term(found)}"
        return Binding(None, Status.BROKEN, reason, found.cited)
    return Binding(found)


def _term(instrument: Instrument) -> int | None:
    """The term of the assembly that a law's number ends with: 14 for “24/2018/QH14”."""
    found = re.search(r"/QH(\d{1,2})$", instrument.number)
    return int(found[1]) if found else None


def _shared_number(
    token: ByNumber | ByShortNumber,
    candidates: Sequence[Instrument],
    context: Context,
    seen: Seen,
    names: NameIndex,
) -> Binding:
    """A number that other provinces and other years bear too (10/CT-UBND): the day settles it."""
    kinds = [c for c in candidates if token.type in ("", "văn bản", folded(c.type))]
    if not kinds:
        return Binding(None, Status.OUTSIDE, "cùng số hiệu nhưng là loại văn bản khác")
    place = token.issue.place
    places = [c for c in kinds if not place or place.startswith(folded(c.place))]
    if not places:
        return Binding(None, Status.OUTSIDE, "cùng số hiệu nhưng của nơi khác")
    if token.issue.told:
        fitting = [item for item in places if _dated(token.issue, item)]
        if len(fitting) == 1:
            return Binding(fitting[0])
        return Binding(None, Status.OUTSIDE, "cùng số hiệu nhưng khác ngày ban hành")
    if not token.type and (own := [item for item in places if item.slug == context.slug]):
        return Binding(own[0])  # a letter's own number in its head
    known = seen.among(places) or _related(places, context, names)
    if len(known) == 1:
        return Binding(known[0])
    if (only := only_known(places, place)) is not None:
        return Binding(only, reason="nơi khác, năm khác có thể có số này; kho chỉ biết một văn bản")
    advice = "; ".join(
        f"{item.cited} ({item.place})" if item.place else item.cited for item in places
    )
    reason = "nơi khác, năm khác cũng có văn bản mang số này"
    advice = f"ghi thêm ngày và nơi ban hành: {advice}"
    return Binding(None, Status.AMBIGUOUS, reason, advice, tuple(places))


def _related(candidates: list[Instrument], context: Context, names: NameIndex) -> list[Instrument]:
    home = names.corpus.instruments.get(context.slug or "")
    if home is None:
        return []
    near = {home.slug, *(relation.slug for relation in home.relations)}
    return [item for item in candidates if item.slug in near]


def _by_number_alone(token: ByNumberAlone, seen: Seen, names: NameIndex) -> Binding:
    """A number without its year: only an instrument named in full before is certain."""
    candidates = [
        item
        for items in names.by_number.values()
        for item in items
        if folded(item.type) == token.type and number_key(item.number).split("/")[0] == token.number
    ]
    known = seen.among(candidates)
    if len(known) == 1:
        return Binding(known[0])
    if not candidates:
        return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")
    advice = " hay ".join(item.cited for item in candidates)
    reason = f"{token.type} số {token.number} của năm nào?"
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi đủ số hiệu: {advice}", tuple(candidates))


def _by_name(token: ByName, context: Context, seen: Seen, names: NameIndex) -> Binding:
    """The bearer of a name: of the day told, else in force on the text's day, else just named."""
    candidates = names.by_name.get(token.name, ())
    if not candidates:
        return _by_title(token, seen, names)
    known = " hay ".join(item.short for item in candidates)
    if token.issue.told:
        fitting = [item for item in candidates if _dated(token.issue, item)]
        if len(fitting) == 1:
            return Binding(fitting[0])
        years = [item for item in candidates if token.issue.day and item.year == token.issue.day[0]]
        if len(years) == 1 and token.issue.day:
            return _check("", token.issue, years[0])
        if (called := _by_name_and_year(token, names)) is not None:
            return _check("", token.issue, called)
        told = token.issue.year or (token.issue.day[0] if token.issue.day else None)
        if any(f"/{told}/" in one.number for item in candidates for one in item.namesakes):
            return Binding(None, Status.OUTSIDE, "văn bản không có trong kho", f"có ở đây: {known}")
        return Binding(None, Status.OUTSIDE, UNKNOWN_YEAR, f"có ở đây: {known}")
    named = seen.among(candidates)
    if token.name in seen.others:
        reason = f"vừa nhắc {seen.others[token.name]}: không rõ là luật nào"
        return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", tuple(candidates))
    if context.as_of is not None:
        binding = _on_day(candidates, named, context.as_of, known)
        return _in_year(binding, candidates, token.issue.spoken_of, known)
    home = [item for item in candidates if item.slug == context.slug]
    if len(named) == 1 or len(home) == 1:
        return Binding((named or home)[0])
    only = candidates[0] if len(candidates) == 1 and not candidates[0].namesakes else None
    if only and only.validity.state in (State.IN_FORCE, State.PARTLY):
        return Binding(only, reason="không ghi năm: hiểu là luật đang có hiệu lực")
    reason = "tên này có nhiều văn bản, mà không rõ viết vào lúc nào"
    among = tuple(reversed(candidates))
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", among)


def _by_title(token: ByName, seen: Seen, names: NameIndex) -> Binding:
    """A law that only its name with its year names; its name alone, where it was just named."""
    found = names.by_title.get(token.name)
    if found and token.issue.year == found.year:
        return Binding(found)
    if (called := _by_name_and_year(token, names)) is not None:
        return _check("", token.issue, called)
    if not token.issue.told and token.name not in seen.others:
        alike = [one for key, one in names.by_name_and_year.items() if key[0] == token.name]
        if len(named := seen.among(alike)) == 1:
            return Binding(named[0])
    return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")


def _by_name_and_year(token: ByName, names: NameIndex) -> Instrument | None:
    """What is called by this name and the year of the day that the text tells (``goi-tat``)."""
    issue = token.issue
    year = issue.day[0] if issue.day else issue.year
    return names.by_name_and_year.get((name_key(token.name), year))


def _on_day(
    candidates: Sequence[Instrument], named: list[Instrument], day: date, known: str
) -> Binding:
    in_force = [item for item in candidates if _in_force(item, day)]
    when = vietnamese_date(day)
    coming = [item for item in candidates if _coming(item, day)]
    if not in_force and len(coming) == 1 and not any(item.namesakes for item in candidates):
        since = coming[0].validity.since or day
        return Binding(coming[0], reason=f"có hiệu lực từ {vietnamese_date(since)}")
    if len(in_force) != 1:
        reason = f"ngày {when} không có văn bản nào ở đây mang tên này mà đang có hiệu lực"
        return Binding(None, Status.OUTSIDE, reason, f"có ở đây: {known}")
    if len(named) == 1 and named[0] is not in_force[0]:
        reason = f"vừa nhắc {named[0].short}, mà ngày {when} tên này chỉ {in_force[0].short}"
        among = (named[0], in_force[0])
        return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", among)
    return Binding(in_force[0])


def _in_year(
    binding: Binding, candidates: Sequence[Instrument], year: int | None, known: str
) -> Binding:
    """What the name means on the text's day; unclear where the sentence speaks of a year in which
    that one was not in force, and others bear or bore the name.
    """
    found = binding.instrument
    if year is None or found is None or _in_force_in(found, year):
        return binding
    then = [item for item in candidates if _in_force_in(item, year)]
    if not then and not found.namesakes:
        return binding
    reason = f"câu này nói về năm {year}, khi {found.short} chưa hoặc không còn hiệu lực"
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", (*then, found))


def _in_force_in(instrument: Instrument, year: int) -> bool:
    """Whether it was in force on some day of a year."""
    validity = instrument.validity
    if validity.since is None or validity.since.year > year:
        return False
    return validity.until is None or validity.until > date(year, 1, 1)


def _in_force(instrument: Instrument, day: date) -> bool:
    validity = instrument.validity
    if validity.since is None or validity.since > day:
        return False
    return validity.until is None or day < validity.until


def _coming(instrument: Instrument, day: date) -> bool:
    """Whether it was issued by then and not yet in force."""
    since = instrument.validity.since
    return bool(instrument.issued and instrument.issued <= day and since and day < since)


def _dated(issue: Issue, instrument: Instrument) -> bool:
    if issue.term:
        return issue.term == _term(instrument)
    if issue.day:
        return instrument.issued is not None and _same_day(issue.day, instrument.issued)
    return issue.year == instrument.year


def _same_day(parts: tuple[int, int, int], day: date) -> bool:
    return parts == (day.year, day.month, day.day)
