"""Which bearer of a name is meant: of the day told, else in force on the text's day, else just
named.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..law.instrument import Instrument, State, vietnamese_date
from .binding import Binding, Seen, check, cited, is_dated
from .citation import Context, Status
from .names import NameIndex, name_key
from .tokens import ByName, Issue

UNKNOWN_YEAR = "tên này có ở đây, nhưng năm này thì không"
"""The reason for a known name with a year of which no instrument of that name is known."""


def by_name(token: ByName, context: Context, seen: Seen, names: NameIndex) -> Binding:
    """The bearer of a name: of the day told, else in force on the text's day, else just named."""
    candidates = names.by_name.get(token.name, ())
    if not candidates:
        return _by_title(token, context, seen, names)
    known = " hay ".join(item.short for item in candidates)
    if token.issue.told:
        fitting = [item for item in candidates if is_dated(token.issue, item)]
        if len(fitting) == 1:
            return Binding(fitting[0])
        years = [item for item in candidates if token.issue.day and item.year == token.issue.day[0]]
        if len(years) == 1 and token.issue.day:
            return check("", token.issue, years[0])
        if (called := _by_name_and_year(token, names)) is not None:
            return check("", token.issue, called)
        told = token.issue.year or (token.issue.day[0] if token.issue.day else None)
        if any(f"/{told}/" in one.number for item in candidates for one in item.namesakes):
            return Binding(None, Status.OUTSIDE, "văn bản không có trong kho", f"có ở đây: {known}")
        return Binding(None, Status.OUTSIDE, UNKNOWN_YEAR, f"có ở đây: {known}")
    titled = _in_title(candidates, token.issue.titled, known)
    if titled is not None:
        return titled
    named = seen.among(candidates)
    if token.name in seen.others:
        reason = f"vừa nhắc {seen.others[token.name]}: không rõ là luật nào"
        return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", tuple(candidates))
    if context.as_of is not None:
        binding = _on_day(candidates, named, context.as_of, known)
        return _in_year(binding, candidates, token.issue, known)
    home = [item for item in candidates if item.slug == context.slug]
    if len(named) == 1 or len(home) == 1:
        return Binding((named or home)[0])
    only = candidates[0] if len(candidates) == 1 and not candidates[0].namesakes else None
    if only and only.validity.state in (State.IN_FORCE, State.PARTLY):
        return Binding(only, reason="không ghi năm: hiểu là luật đang có hiệu lực")
    reason = "tên này có nhiều văn bản, mà không rõ viết vào lúc nào"
    among = tuple(reversed(candidates))
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", among)


def _by_title(token: ByName, context: Context, seen: Seen, names: NameIndex) -> Binding:
    """A law that only its name with its year names; its name alone, where it was just named."""
    found = names.by_title.get(token.name)
    if found and token.issue.year == found.year:
        return Binding(found)
    if (called := _by_name_and_year(token, names)) is not None:
        return check("", token.issue, called)
    if not token.issue.told and token.name not in seen.others:
        alike = [one for key, one in names.by_name_and_year.items() if key[0] == token.name]
        if len(named := seen.among(alike) or cited(alike, context, names)) == 1:
            return Binding(named[0])
    if (longer := _shortened(token, names)) is not None:
        return longer
    return Binding(None, Status.OUTSIDE, "văn bản không có trong kho")


def _shortened(token: ByName, names: NameIndex) -> Binding | None:
    """“Luật bí mật nhà nước 2025”: the end of one name that is here, at least half of it."""
    kind, _, rest = token.name.rpartition("luật ")
    words = rest.split()
    bearers = [
        item
        for name, items in names.by_name.items()
        if name.endswith(f" {rest}") and len(name.split()) - 1 <= 2 * len(words)
        for item in items
        if not token.issue.told or is_dated(token.issue, item)
    ]
    if kind or len(words) < 2 or len({item.title for item in bearers}) != 1:
        return None
    known = " hay ".join(item.short for item in bearers)
    reason = "không có văn bản nào tên đúng như thế"
    return Binding(None, Status.AMBIGUOUS, reason, f"có phải {known}?", tuple(bearers))


def _by_name_and_year(token: ByName, names: NameIndex) -> Instrument | None:
    """What is called by this name and the year of the day that the text tells (``goi-tat``)."""
    issue = token.issue
    year = issue.day[0] if issue.day else issue.year
    return names.by_name_and_year.get((name_key(token.name), year))


def _on_day(
    candidates: Sequence[Instrument], named: list[Instrument], day: date, known: str
) -> Binding:
    in_force = [item for item in candidates if held_on(item, day)]
    when = vietnamese_date(day)
    coming = [item for item in candidates if is_coming(item, day)]
    if not in_force and len(coming) == 1 and not any(item.namesakes for item in candidates):
        since = coming[0].validity.since or day
        return Binding(coming[0], reason=f"có hiệu lực từ {vietnamese_date(since)}")
    if len(in_force) != 1:
        reason = f"ngày {when} không có văn bản nào ở đây mang tên này mà đang có hiệu lực"
        return Binding(None, Status.OUTSIDE, reason, f"có ở đây: {known}")
    if named and named[-1] is not in_force[0]:
        reason = f"vừa nhắc {named[-1].short}, mà ngày {when} tên này chỉ {in_force[0].short}"
        among = (named[-1], in_force[0])
        return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", among)
    return Binding(in_force[0])


def _in_year(
    binding: Binding, candidates: Sequence[Instrument], issue: Issue, known: str
) -> Binding:
    """What the name means on the text's day; unclear where the sentence speaks of a time at which
    that one was not in force, and others bear or bore the name.
    """
    found, year, month = binding.instrument, issue.spoken_of, issue.month
    if year is None or found is None or held_in(found, year, month):
        return binding
    others = [item for item in candidates if item is not found]
    then = [item for item in others if held_in(item, year, month) or item.year == year]
    if not then and not found.namesakes:
        return binding
    when = f"tháng {month}/{year}" if month else f"năm {year}"
    reason = f"câu này nói về {when}, khi {found.short} chưa hoặc không còn hiệu lực"
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", (*then, found))


def _in_title(candidates: Sequence[Instrument], year: int | None, known: str) -> Binding | None:
    """What an instrument of ``year`` calls so in its title; None: whatever the name means today.

    No such title knows a law of a later year. One of the same year it may know, unless another
    law bore the name before.
    """
    if year is None:
        return None
    issued = [item for item in candidates if item.year and item.year <= year]
    if len(issued) == len(candidates) and not any(
        item.namesakes and item.year == year for item in candidates
    ):
        return None
    if len(issued) == 1 and not any(item.namesakes for item in candidates):
        return Binding(issued[0], reason=f"luật ban hành từ năm {year} trở về trước")
    reason = f"luật ban hành từ năm {year} trở về trước: không rõ là luật nào"
    return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", tuple(candidates))


def held_in(instrument: Instrument, year: int, month: int | None) -> bool:
    """Whether it was in force on some day of a year, or of a month of it."""
    validity = instrument.validity
    since = validity.since
    if since is None or (since.year, since.month) > (year, month or 12):
        return False
    return validity.until is None or validity.until > date(year, month or 1, 1)


def held_on(instrument: Instrument, day: date) -> bool:
    validity = instrument.validity
    if validity.since is None or validity.since > day:
        return False
    return validity.until is None or day < validity.until


def is_coming(instrument: Instrument, day: date) -> bool:
    """Whether it was issued by then and not yet in force."""
    since = instrument.validity.since
    return bool(instrument.issued and instrument.issued <= day and since and day < since)
