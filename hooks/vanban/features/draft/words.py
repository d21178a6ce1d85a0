"""A judged letter in plain Vietnamese: the worst first, a count at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ...law.instrument import State, vietnamese_date
from ...law.names import capital
from ...law.standing import IN_FORCE
from ...law.text_source import LineIndex
from ...page import standing_words
from ...page.views import CERTAINTY_WORDS, STATE_WORDS
from .judged import Day, Judged, Told, Verdict, worst_first
from .replaced import Replacing

VERDICT_WORDS = {
    Verdict.BROKEN: "không có điều khoản này",
    Verdict.AMBIGUOUS: "chưa rõ dẫn tới đâu",
    Verdict.ENDED: "hết hiệu lực",
    Verdict.NOT_YET: "chưa có hiệu lực",
    Verdict.OUTSIDE: "kho không có văn bản này",
    Verdict.UNKNOWN: "chưa rõ hiệu lực",
    Verdict.PARTLY: "còn hiệu lực một phần",
    Verdict.UNVERIFIED: "văn bản còn hiệu lực, chưa kiểm được tới đơn vị này",
    Verdict.IN_FORCE: "còn hiệu lực",
}
_DAY_TOLD = {
    Told.OPTION: "ngày ghi trong lệnh",
    Told.LETTER: "ngày ghi trong văn bản",
    Told.CALENDAR: "hôm nay, vì chưa rõ ngày của thư; muốn chắc thì thêm --as-of",
}
_MOST_TODAY = 6
"""So many provisions of today are listed at one citation."""


def lines(found: tuple[Judged, ...], text: str, day: Day, checked: date) -> Iterator[str]:
    """What is told of a letter. ``text`` is the whole letter, in which offsets count;
    ``checked`` is the day on which the corpus was checked.
    """
    places = LineIndex(text)
    yield heading(day)
    for one in worst_first(found):
        yield ""
        quoted = " ".join(one.citation.text.split())
        yield f"{VERDICT_WORDS[one.verdict].upper()} · {place(one, places)}: “{quoted}”"
        yield from (f"    {line}" for line in reasons(one))
    yield ""
    yield count(found)
    if told := limit(found, day, checked):
        yield told


def heading(day: Day, told: Mapping[Told, str] = _DAY_TOLD) -> str:
    """On which day a letter is judged, and how that is known (``told``)."""
    return f"Xét theo ngày {vietnamese_date(day.day)} ({told[day.told]})."


def limit(found: Iterable[Judged], day: Day, checked: date) -> str:
    """What is said of a letter that is younger than the corpus; "" for others."""
    if day.day <= checked or not any(one.then for one in found):
        return ""
    return (
        f"Kho được kiểm tra tới ngày {vietnamese_date(checked)};"
        " điều gì đổi sau ngày ấy thì ở đây chưa biết."
    )


def place(one: Judged, places: LineIndex) -> str:
    """“dòng 3, cột 5” in a plain text, “trang 2, đoạn 7” in others."""
    if not one.paragraph.line:
        return one.paragraph.where
    at = places.place(one.citation.start)
    return f"dòng {at.line}, cột {at.col}"


def reasons(one: Judged) -> Iterator[str]:
    """Sentences on one citation: what is wrong, since when, what holds today, how sure."""
    citation = one.citation
    if citation.reason:
        advice = f" → {citation.suggestion}" if citation.suggestion else ""
        yield f"{_sentence(citation.reason)}{advice}"
    if one.then and one.now:
        yield _state(one)
        if one.then.state is not one.now.state:
            yield _sentence(f"ngày kiểm tra gần nhất: {standing_words.status(one.now).words}")
    for known in one.replaced_by:
        yield _replaced(known)
    yield from _today(one)
    if one.same_name:
        names = ", ".join(other.short for other in one.same_name)
        yield f"{standing_words.SAME_NAME}: {names}."


def _replaced(known: Replacing) -> str:
    """“Kho biết: khoản 2 Điều 42 Nghị định B (có hiệu lực từ …) thay thế văn bản này (…).”"""
    by, evidence = known.by, known.evidence
    where = f"{known.where} " if known.where else ""
    since = f" (có hiệu lực từ {vietnamese_date(by.validity.since)})" if by.validity.since else ""
    sure = f"{CERTAINTY_WORDS[evidence.certainty]}, kiểm tra {vietnamese_date(evidence.checked)}"
    note = f" {_sentence(evidence.note)}" if evidence.note else ""
    return f"{_sentence(f'kho biết: {where}{by.short}{since} thay thế văn bản này ({sure})')}{note}"


def _state(one: Judged) -> str:
    assert one.then is not None
    evidence = one.then.validity.evidence
    words = f"{standing_words.status(one.then).words}{_why(one)}"
    sure = CERTAINTY_WORDS[evidence.certainty]
    checked = vietnamese_date(evidence.checked)
    return _sentence(f"{one.name}: {words} ({sure}, kiểm tra {checked}){_parts(one)}")


def _why(one: Judged) -> str:
    """Why nobody can tell how it stood on the letter's day, though it is known of today."""
    assert one.then is not None
    if one.then.state is not State.UNKNOWN or not one.now or one.now.state is State.UNKNOWN:
        return ""
    is_over = one.now.state is State.ENDED
    known = one.now.validity.until if is_over else one.now.validity.since
    return "" if known else f", vì chưa biết {'hết' if is_over else 'có'} hiệu lực từ ngày nào"


def _parts(one: Judged) -> str:
    """“; đã hết: khoản 2 Điều 1 (một nguồn); chưa rõ: Điều 2”, of one that is partly in force."""
    over = [
        f"{unit.label} ({CERTAINTY_WORDS[certainty]})"
        for unit, state, certainty in one.ended_parts
        if state is State.ENDED
    ]
    unsure = [unit.label for unit, state, _ in one.ended_parts if state is State.UNKNOWN]
    told = (("đã hết", over), ("chưa rõ", unsure))
    return "".join(f"; {words}: {', '.join(units)}" for words, units in told if units)


def _today(one: Judged) -> Iterator[str]:
    if one.now is None or one.verdict is Verdict.BROKEN:
        return
    if not one.today:
        validity = one.now.validity
        if validity.ended_by_text and one.now.since == validity.until:
            yield _sentence(f"chấm dứt bởi: {validity.ended_by_text}")
        if one.verdict is Verdict.ENDED:
            yield standing_words.NOWHERE
        return
    head = f"Nay (mới so được cả {one.compared}):" if one.compared else "Nay:"
    for item in one.today[:_MOST_TODAY]:
        limb = f" {item.limb}:" if item.limb else ""
        state = "" if item.state in IN_FORCE else f"{STATE_WORDS[item.state]}; "
        change = f" – {item.change}" if item.change else ""
        yield f"{head}{limb} {item.name} ({state}{CERTAINTY_WORDS[item.certainty]}){change}"
    if len(one.today) > _MOST_TODAY:
        yield f"… và {len(one.today) - _MOST_TODAY} chỗ nữa."


def count(found: Iterable[Judged]) -> str:
    """“4 viện dẫn: 1 hết hiệu lực, 3 còn hiệu lực.”"""
    counted = Counter(one.verdict for one in found)
    if not counted:
        return "Không thấy viện dẫn nào."
    parts = [
        f"{counted[verdict]} {VERDICT_WORDS[verdict]}" for verdict in Verdict if counted[verdict]
    ]
    return f"{counted.total()} viện dẫn: {'; '.join(parts)}."


def _sentence(words: str) -> str:
    return f"{capital(words).rstrip('.')}."
