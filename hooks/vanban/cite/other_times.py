"""Whether the law that bears a bare name on a text's day is the one that its sentence means.

A name without a number or year means the law of the text's day. Where the sentence, the row of
a table or its head speaks of another time, at which another law bore the name, nobody can tell:
the reader is asked rather than led to the wrong law.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache

from ..law.instrument import Instrument
from .binding import Binding
from .by_name import held_in, held_on, is_coming
from .citation import Context, Status
from .clean import CleanText
from .early_times import EarlyTimes
from .line_ends import LineEnds
from .names import NameIndex
from .signs_of_time import Sign, Told, signs
from .time_words import NOW, is_of_a_paper
from .tokens import ByName

_BLOCK = 2_048
"""So many letters are looked through at once, each block when it is first asked for."""
_BEFORE, _BEHIND = 240, 160
_MOST = 6
"""So many signs on each side of a name are asked, the nearest."""
_TABLE = 2_000
"""No head of a table stands further above a row."""
# each alternative begins with a sign of its own, so that ``re`` skips over all else at once
_ENDS = re.compile(
    r"\n(?:\s*\n|(?=\s*(?:[-+*•|>]\s|\d{1,3}[.);]|[a-zđ][.)]\s)))"
    r"|\.(?:(?=\s+[^\W\d_])|\s*\n)|!(?=\s+[^\W\d_])|\?(?=\s+[^\W\d_])|;\s*\n|:\s*\n|\|\s*\n"
)
_LOOKS = 5
"""On fewer letters behind the spaces that follow a mark ``_ENDS`` looks."""
_PAPER_WINDOW = 64
# thành lập năm 1995, sinh năm 1985, Chương trình GDPT 2018: years of no law
_OF_NO_LAW = re.compile(
    r"(?<!\w)(?:hiến\s+pháp|quy\s+chế|điều\s+lệ|đề\s+án|phim|giải|đạt\s+chuẩn|giữ\s+chức|sinh|thành\s+lập|khánh\s+thành|chương\s+trình|gdpt|iso|tcvn|windows|office)(?!\w)[^.!?;:,]{0,40}\Z|(?<!\w)(?:số|phòng)\s+\Z"
)
_EVERY_YEAR = re.compile(r"\s*(?:hằng|hàng|mỗi)\s+năm")
_UNWRITTEN = True, -1
"""``OtherTimes._of_a_paper`` of a paper that cites no law of its time."""
_NOW_TOO = re.compile(r"(?<!\w)(?:bây\s+giờ|giờ\s+(?:thì|đây|này))(?!\w)")
# Thông báo ngày 15/3 của phòng và | Luật A: the time is that of the other paper in a list
_LISTED = re.compile(
    r"(?:[;\n]\s*(?:căn\s+cứ\s+)?|(?:,|(?<!\w)(?:và|cùng|với|hoặc|hay))\s*)"
    r"(?:(?:điểm|khoản|điều)\s+\w+,?\s+){0,3}(?:của\s+)?\Z"
)
# Thực hiện Kế hoạch … năm 2020, trường áp dụng | Luật A: what is done is done today
_DONE_TODAY = re.compile(r"(?<!\w)(?:thực\s+hiện|căn\s+cứ|triển\s+khai)\s+(?:các\s+)?\Z")
_DONE_WINDOW = 24
# papers that are written at a time, and cite the law of it; a law's own year is none
_WRITTEN = re.compile(
    r"(?<!\w)(?:biên\s+bản|quyết\s+định|thông\s+báo|công\s+văn|kế\s+hoạch|báo\s+cáo|hợp\s+đồng|tờ\s+trình"
    r"|giấy\s+mời|bản\s+cam\s+kết)(?!\w)[^;.!?]*\Z"
)
# Luật A do Quốc hội | khóa XIV bấm nút · khóa XIV thông qua | Luật A: a term of the assembly, not
# of the Party
_OF_A_LAW = 64
_NOT_THE_ASSEMBLY = re.compile(r"(?<!\w)(?:trung\s+ương|đảng|đại\s+hội|hđnd|hội\s+đồng|tw)(?!\w)")
_PASSES = re.compile(r"(?<!\w)(?:thông\s+qua|ban\s+hành|biểu\s+quyết|bấm\s+nút|làm\s+ra)(?!\w)")
# Luật A được đánh | số 24/2018/QH14 (not “thay cho Luật số …”, “và số …”)
_NUMBERED = 40
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:(?<!là )luật|nghị|thay|sửa|bãi|hết|và|hoặc|hay|cùng|khác|trước|cũ|so)(?!\w)|[;,]"
)
_HEAD_SIGN = re.compile(r"(?<!\w)(?:cũ|trước)(?!\w)")


class OtherTimes:
    """The signs of one paragraph, found as they are asked for."""

    def __init__(self, clean: CleanText, names: NameIndex) -> None:
        self._low = clean.low
        self._names = names
        self._signs: list[Told] = []
        self._starts: list[int] = []
        self._ended = 0, 0, -1, -1
        """From where to where ``_sentence`` has looked, and the span of the last mark there."""
        self._sought = 0
        self._has_head = "|" in clean.low and _HEAD_SIGN.search(clean.low) is not None
        self._row, self._head, self._row_tells = -1, -1, False
        """The last row of a table that was asked about, where its table begins, what that says."""
        self._last: tuple[ByName | None, Binding | None, Binding | None] = None, None, None
        """The last name, what it was bound to, and what came of it: a list has it many times."""
        self._then: dict[tuple[object, ...], tuple[Instrument, ...] | None] = {}
        """``_bearers_then`` of a name and a time: most are asked again and again."""
        self._silent: dict[tuple[str, str, date], set[int]] = {}
        """Where signs begin that leave a name the law that it is bound to, wherever it stands."""
        self._early: dict[str, EarlyTimes] = {}
        """The times before the law around the text; a short line comes again around another."""
        self._papers: dict[tuple[int, int], tuple[bool, int]] = {}
        """``_of_a_paper`` of a stretch: the names near a time ask it of that time one by one."""

    def doubted(self, token: ByName, binding: Binding, context: Context) -> Binding:
        """``binding``, or that nobody can tell which bearer of the name is meant."""
        found, day = binding.instrument, context.as_of
        if found is None or day is None or token.issue.told:
            return binding
        name, bound, told = self._last
        if told is None or token is not name or binding is not bound:
            told = self._asked(token, binding, found, day)
            self._last = token, binding, told
        return told

    def _asked(self, token: ByName, binding: Binding, found: Instrument, day: date) -> Binding:
        """``doubted`` of a name that is bound to ``found`` on that day."""
        first, around = self._around(token.start, token.end)
        if not (around or self._has_head):
            return binding
        bearers = self._names.by_name.get(token.name, ())
        others = [item for item in bearers if item is not found]
        silent = self._silent_for(token, found, day)
        for sign in around:
            if sign.start in silent or self._is_known_aside(sign, token.start, first):
                continue
            told = self._timed(sign, token)
            if told is None:
                continue
            if told.sign is Sign.ABROAD:
                if told.end <= token.start:
                    reason = "câu này nói về một nước khác"
                    return Binding(None, Status.AMBIGUOUS, reason, among=(found,))
                continue
            if told.sign is Sign.GONE and not 0 <= told.start - token.end <= 1:
                continue
            if told.sign is Sign.NUMBER:
                among = self._numbered(told, token, found, others)
            else:
                key = (token.name, found.slug, day, told.sign, *told[3:])
                if key not in self._then:
                    self._then[key] = _bearers_then(told, found, others, day)
                among = self._then[key]
                if among is None and sign.sign is not Sign.TERM:
                    silent.add(sign.start)
            if among is None or self._is_set_aside(told, token, first):
                continue
            known = " hay ".join(item.short for item in bearers)
            words = " ".join(self._low[told.start : told.end].split())
            reason = f"câu này nói về một lúc khác (“{words}”), khi tên này có thể chỉ văn bản khác"
            if told.sign is Sign.NUMBER:
                reason = "ngay sau tên này là số của văn bản khác cùng tên"
            return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", (*among, found))
        if self._has_head and others and self._head_tells(token.start):
            known = " hay ".join(item.short for item in bearers)
            reason = "đầu bảng nói về văn bản cũ và mới: không rõ là luật nào"
            return Binding(None, Status.AMBIGUOUS, reason, f"ghi năm: {known}", (*others, found))
        return binding

    def _silent_for(self, token: ByName, found: Instrument, day: date) -> set[int]:
        return self._silent.setdefault((token.name, found.slug, day), set())

    def _timed(self, told: Told, token: ByName) -> Told | None:
        """A term of the assembly that passed no law here is no more than its years; without the
        assembly beside it, none of anything.
        """
        if told.sign is not Sign.TERM:
            return told
        before = told.end <= token.start
        gap = (told.end, token.start) if before else (token.end, told.start)
        passes = not before or _PASSES.search(self._low, *gap)
        if passes and gap[1] - gap[0] <= _OF_A_LAW:
            first = max(0, told.start - _PAPER_WINDOW) if before else token.end
            if not _NOT_THE_ASSEMBLY.search(self._low, first, told.start):
                return told
        named = self._low.startswith("quốc", told.start)
        return told._replace(sign=Sign.MONTH) if named else None

    def _numbered(
        self, told: Told, token: ByName, found: Instrument, others: Sequence[Instrument]
    ) -> tuple[Instrument, ...] | None:
        """The other bearer of the name whose number stands behind it; None: there is none."""
        low = self._low
        if not 0 <= told.start - token.end <= _NUMBERED:
            return None
        if _OF_ANOTHER.search(low, token.end, told.start):
            return None
        number = low[told.start : told.end].split()[-1].removeprefix("số:").upper()
        then = tuple(item for item in others if item.number == number)
        known = any(one.number == number for one in found.namesakes)
        return then if then or known else None

    def precede(self, home: Instrument, start: int, end: int) -> bool:
        """Whether the sentence of units that name no instrument speaks of a day before ``home``.

        “Bản in năm 2018 để việc này ở Điều 8”, “Đến hết 30/6/2026, xem Điều 17” on the page of a
        law of 2025 that holds from 01/7/2026.
        """
        issued, since = home.issued, home.validity.since
        if issued is None or since is None:
            return False
        self._seek(end + _BEHIND)
        early = self._early.get(home.slug)
        if early is None:
            early = self._early[home.slug] = EarlyTimes(self._low, issued, since)
        early.look(self._signs)
        if not early.any(start - _BEFORE, end + _BEHIND):
            return False
        near = ByName(start, end, "")
        first, before = self._near(start)
        return self._is_early(before, early, near, first) or self._is_early(
            self._far(end), early, near, first
        )

    def _is_early(
        self, around: Sequence[Told], early: EarlyTimes, near: ByName, first: int
    ) -> bool:
        """Whether one of the signs ``around`` units sets them at a time before the law."""
        for sign in around:
            told = self._timed(sign, near) if sign.start in early.starts else None
            if told is None or told.sign is not Sign.MONTH:
                continue
            if not self._is_set_aside(told, near, first):
                return True
        return False

    @cached_property
    def _says_now(self) -> bool:
        """Whether the paragraph has one of the words that ``NOW`` and ``_NOW_TOO`` look for."""
        return any(word in self._low for word in ("nay", "hiện", "giờ"))

    def _around(self, start: int, end: int) -> tuple[int, Sequence[Told]]:
        """Where the sentence (or row of a table) begins that has a name in it, and its signs."""
        self._seek(end + _BEHIND)
        first, near = self._near(start)
        return first, (*near, *self._far(end))

    def _near(self, start: int) -> tuple[int, Sequence[Told]]:
        """Where the sentence begins of what is at ``start``, and the last signs before that.

        Where no sign is near, the sentence is not looked for.
        """
        starts, first = self._starts, start - _BEFORE if start > _BEFORE else 0
        before = bisect_left(starts, start)
        if not before or starts[before - 1] < first:
            return start, ()
        first = self._sentence(first, start)
        # two at most run into what they stand before
        at = max(bisect_left(starts, first, 0, before), before - _MOST - 2)
        near = [one for one in self._signs[at:before] if one.end <= start]
        return first, near[-_MOST:]

    def _far(self, end: int) -> Sequence[Told]:
        """The first signs behind what ends at ``end``, in its sentence."""
        found, starts = self._signs, self._starts
        behind, stop = bisect_left(starts, end), bisect_left(starts, end + _BEHIND)
        if behind == stop:
            return ()
        last = found[stop - 1].end
        ends = _ENDS.search(self._low, end, last)
        last = ends.start() if ends else last
        far = [one for one in found[behind : min(stop, behind + _MOST + 2)] if one.end <= last]
        return far[:_MOST]

    def _sentence(self, first: int, start: int) -> int:
        """Where the last sentence begins of what stands from ``first`` to ``start``.

        What was looked through for the name before is not looked through again, but for the last
        letters: there the end of the stretch may have cut what ``_ENDS`` looks on.
        """
        low = self._low
        since, to, begin, end = self._ended
        if not since <= first < to <= start or begin < first < end:
            since, to, begin, end = first, first, -1, -1
        told = end if begin >= first else first
        sure = start - _LOOKS
        while sure > to and low[sure].isspace():
            sure -= 1
        for mark in _ENDS.finditer(low, to, start):
            told = mark.end()
            if mark.start() < sure:
                begin, end = mark.span()
        self._ended = since, max(to, sure), begin, end
        return told

    def _seek(self, last: int) -> None:
        """Find the signs that begin before ``last``, block by block, each once."""
        while self._sought < last and self._sought < len(self._low):
            found = list(signs(self._low, self._sought, self._sought + _BLOCK))
            self._signs += found
            self._starts += [one.start for one in found]
            self._sought += _BLOCK

    def _is_set_aside(self, told: Told, token: ByName, first: int) -> bool:
        """Whether “nay” stands between the two, or the time is that of a paper or of no law."""
        low = self._low
        before = told.end <= token.start
        near = told.start - _PAPER_WINDOW
        near = max(near, first if before else token.end)
        of_a_paper, written = False, -1
        if told.sign is Sign.MONTH:
            of_a_paper, written = self._of_a_paper(near, told.start)
            if of_a_paper and not (before and written >= 0):
                return True  # most often, and seen at once
        gap = (told.end, token.start) if before else (token.end, told.start)
        if self._says_now and (NOW.search(low, *gap) or _NOW_TOO.search(low, *gap)):
            return True
        if told.sign is not Sign.MONTH:
            return False
        if _EVERY_YEAR.match(low, told.end):
            return True
        if of_a_paper:
            done = max(first, written - _DONE_WINDOW)
            today = _DONE_TODAY.search(low, done, written)
            listed = _LISTED.search(low, max(gap[0], gap[1] - _PAPER_WINDOW), gap[1])
            of_a_paper = bool(today or listed)
        return of_a_paper or _is_of_no_law(low[max(0, near - 1) : told.start], min(near, 1))

    def _is_known_aside(self, sign: Told, start: int, first: int) -> bool:
        """Whether ``_is_set_aside`` was true of a time for a name before, and is for all behind."""
        if sign.sign is not Sign.MONTH or sign.end > start:
            return False
        near = sign.start - _PAPER_WINDOW
        return self._papers.get((near if near > first else first, sign.start)) == _UNWRITTEN

    def _of_a_paper(self, near: int, at: int) -> tuple[bool, int]:
        """``is_of_a_paper``, and where the paper stands if it is one that is written; else -1."""
        key = near, at
        if key not in self._papers:
            of_a_paper = is_of_a_paper(self._low, near, at)
            written = _WRITTEN.search(self._low, near, at) if of_a_paper else None
            self._papers[key] = of_a_paper, written.start() if written else -1
        return self._papers[key]

    def _head_tells(self, start: int) -> bool:
        """Whether the head of the table in which a name stands speaks of old and new law."""
        row = self._lines.begin(start)
        if row != self._row:
            self._head = self._head_of(row)
            self._row = row
            end = self._lines.end(self._head)
            end = end if end >= 0 else len(self._low)
            sign = self._head != row and _HEAD_SIGN.search(self._low, self._head, end)
            self._row_tells = bool(sign)
        return self._row_tells

    @cached_property
    def _lines(self) -> LineEnds:
        return LineEnds(self._low)

    def _head_of(self, row: int) -> int:
        """Where the table begins that a row is of; a line that is no row begins itself."""
        low, lines = self._low, self._lines
        end = lines.end(row)
        if low.find("|", row, end if end >= 0 else len(low)) < 0:
            return row
        head, at = row, row
        while at > 0 and row - at < _TABLE:
            if at == self._row:
                return self._head
            above = lines.begin(at - 1)
            if low.find("|", above, at) < 0:
                break
            head = at = above
        return head


@lru_cache(maxsize=1024)
def _is_of_no_law(words: str, begin: int) -> bool:
    """Kept, since every name near a time asks it of that time once more."""
    return _OF_NO_LAW.search(words, begin) is not None


def _bearers_then(
    told: Told, found: Instrument, others: Sequence[Instrument], day: date
) -> tuple[Instrument, ...] | None:
    """Those of ``others`` that the name may have meant at that time; None: it meant ``found``.

    Empty where only a law that is not here can be meant (``cung-ten``).
    """
    if told.sign is Sign.AHEAD:
        coming = [item for item in others if is_coming(item, day)]
        return tuple(coming) if coming else None
    if told.sign is Sign.TERM:
        term = range(told.since or 0, (told.year or 0) + 1)
        if found.year in term:
            return None
        then = [item for item in others if item.year in term]
    elif told.sign in (Sign.PAST, Sign.GONE):
        then = [item for item in others if item.validity.since and item.validity.since <= day]
    elif told.sign is Sign.DAYS:
        past = day - timedelta(days=told.days)
        if held_on(found, past):
            return None
        then = [item for item in others if not item.validity.until or item.validity.until > past]
    else:
        year = told.year or day.year
        gone = told.since if told.since and year < day.year else None
        if held_in(found, year, told.month) and (not gone or held_in(found, gone, None)):
            return None
        years = range(told.since or year, year + 1)
        then = [item for item in others if held_in(item, year, told.month) or item.year in years]
    return tuple(then) if then or found.namesakes else None
