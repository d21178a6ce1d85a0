"""A year that stands apart from the name of its law: “Luật Báo chí” năm 2016, Luật Báo chí (Press
Law) 2016, Luật Báo chí: 2016.

Some of it is surely the law's own year; of the rest the law of today is hardly meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..law.instrument import Instrument
from .clean import CleanText
from .issued import dated
from .tokens import Issue

_YEAR = r"(?:19|20)\d\d"
_CLOSES = r"(?:[”\"»’']|</[a-z]{1,6}>)"
# “Luật Báo chí” năm 2016 · <b>Luật Báo chí</b> năm 2016 · Luật Báo chí , năm 2016 · … của Việt Nam
# năm 2016 · … của Quốc hội số 103 · … (Press Law) 2016 · … (1) năm 2016
_JOINT = re.compile(
    rf"\s?(?P<closed>{_CLOSES}){_CLOSES}?|\s(?=,)|\s*\((?P<inside>[^()\d\n]{{1,60}}|\d)\)"
    r"|(?:\s+(?:của\s+)?(?:việt\s+nam|quốc\s+hội|nước\s+ta"
    r"|nước\s+(?:chxhcn|cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa)\s+việt\s+nam)(?!\w)){1,3}"
)
# (được Quốc hội thông qua tại kỳ họp thứ 5, ngày 12/6/2018)
_PASSED = re.compile(
    r"\s*\([^()\d\n]{0,40}(?:thông\s+qua|ban\s+hành|công\s+bố|ký)(?!\w)[^()\n/]{0,40}?"
    rf"(?:(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]|(?<=\s))(?P<year>{_YEAR})\s?\)"
)
# ngày 12/6 · (12/6) · ngày 12 tháng 6: without its year
_DAY_ALONE = re.compile(
    r"\s*(?:\(|ngày\s)\s?(?:ngày\s)?(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?![\w/.-]|\s+năm)"
)
_OPENS = frozenset("“\"«‘'>")
# (Press Law) · (sau đây gọi là Luật): in a bracket of a name
_CALLED = re.compile(r"luật|viết\s+tắt|gọi|tiếng\s|sau\s+đây|\d")
# 12/6/2018
_BARE_DAY = re.compile(rf",?\s+(\d{{1,2}})[/.-](\d{{1,2}})[/.-]({_YEAR})(?![\w/])")
_SPACED = r"(?:1\s?9|2\s?0)\s?\d\s?\d"  # 20 18 · 2 0 1 8, as a scan reads them
# : năm 2018 · năm: 2018 · năm (2018) · - 2018 · /2018 · '18 · 18. · nam 2018 · (2018, nay …)
# · - 24/2018
_NEAR = re.compile(
    rf"(?:\s*&\s*(?:[^\W\d_]+\s+){{1,7}}?(?={_YEAR}))?[\s”\"»’')\]>]{{0,4}}[-:;,/|(\[\"“‘'.]?\s?[\"“]?(?:(?:của|các)\s)?(?:số(?:,?\s(?:và\s)?k[ýí]\shiệu)?\s?:?\s|n(?:\s?[aăǎã]\s?m)?\.?\s?)?[:(]?\s?(?:(?:\d{{1,3}}\s?[/.]\s?){{1,2}})?"
    rf"(?P<year>{_SPACED})(?![\w%]|[.,]\d|\s(?:người|đồng|bản|trường))|\s?(?P<mark>[’'])?(?P<two>\d\d)(?=\s*(?:[.,;:)\n]|$))"
)
BEHIND = (_JOINT, _PASSED, _BARE_DAY, _DAY_ALONE, _NEAR)
"""Where anything below finds a year or a joint behind a name, one of these matches."""


def own_year(
    clean: CleanText, end: int, joint: int | None, bearers: Sequence[Instrument]
) -> tuple[int, Issue] | None:
    """The day or year of the law whose name ends at ``end``, and where it ends itself.

    ``joint`` is its ``joint_end``. Only where one of its ``bearers``, or a law before it of that
    name, is of that year.
    """
    passed = _PASSED.match(clean.low, end)
    if passed and _is_of(int(passed["year"]), bearers):
        year = int(passed["year"])
        if not passed["day"]:
            return passed.end(), Issue(year=year)
        return passed.end(), Issue((year, int(passed["month"]), int(passed["day"])))
    day = _BARE_DAY.match(clean.low, end)
    if day and _is_of(int(day[3]), bearers):
        return day.end(), Issue((int(day[3]), int(day[2]), int(day[1])))
    told = dated(clean, joint) if joint is not None else None
    if told is None:
        return None
    stop, issue = told
    year = issue.year or (issue.day[0] if issue.day else 0)
    return (stop, issue) if issue.term or _is_of(year, bearers) else None


def joint_end(clean: CleanText, start: int, end: int) -> int | None:
    """Where what parts a law's name from its own number or year ends; None: nothing does."""
    joint = _JOINT.match(clean.low, end)
    if joint is None or (joint["closed"] and clean.text[max(0, start - 1) : start] not in _OPENS):
        return None
    if joint["inside"]:
        named = clean.text[joint.start("inside")].isupper()
        if not (named or _CALLED.search(joint["inside"])):
            return None
    return joint.end()


def near_year(low: str, end: int, bearers: Sequence[Instrument]) -> int | None:
    """A year right behind a name that ends at ``end``, whatever it says of the law."""
    day = _DAY_ALONE.match(low, end)
    told = (int(day[1]), int(day[2])) if day else None
    for item in bearers:
        if item.issued and (item.issued.day, item.issued.month) == told:
            return item.year
    found = _NEAR.match(low, end)
    if found is None:
        return None
    if found["two"]:
        year = 2000 + int(found["two"])
        return year if _is_of(year, bearers) else None
    return int("".join(found["year"].split()))


def _is_of(year: int, bearers: Sequence[Instrument]) -> bool:
    for item in bearers:
        if item.year == year or any(f"/{year}/" in one.number for one in item.namesakes):
            return True
    return False
