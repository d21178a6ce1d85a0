"""The numbers of one unit: “1, 2 và 3”, “a) đến d)”, “a–c”."""

from __future__ import annotations

import re
from functools import lru_cache

from ..law.units import Kind, UnitError, canonical_number
from . import grammar
from .tokens import NumberedUnits, Value

_POINT, _INDENT = Kind.POINT, Kind.INDENT
"""Members of an enumeration are looked up slowly; these are asked for at every unit."""
_GOES_ON, _LIST_SEPARATOR = grammar.GOES_ON, grammar.LIST_SEPARATOR
_RANGE_SEPARATOR, _LIST_FOLLOWER = grammar.RANGE_SEPARATOR, grammar.LIST_FOLLOWER
_DASHES = frozenset("-→~÷…")
"""With one of these begins a range, and no list goes on."""
_ITEM = re.compile(r"\)(?=\s*(?:[,\-→~/&]|,?\s+(?:và|hoặc|đến)\s)\s*[a-zđ]\))")
"""The bracket of “a)” in “điểm a), b) và c)”."""
# +2 · , 3 · -4, and behind it a sign or the next of them: a number that surely goes on with a
# list (not the 5 of “1,5 triệu” or of “5 (năm)”)
_PLAIN_MORE = re.compile(
    r"(?:, ?|[+&]|(?P<through>-))(?P<number>\d{1,3})"
    r"(?=[+&;:)\]]|-\d|\((?!\s*[bchmnst])|,(?!\d)|,\d{1,3}[+&;:,(-])"
)
OPENS = frozenset("([“\"'")
"""With one of these begins what ``grammar.MARKED`` matches."""
IN_WORDS = frozenset({Kind.ARTICLE, Kind.CLAUSE})


def read_list(
    low: str, start: int, word: str, kind: Kind, first: Value, plural: bool, weak: bool
) -> NumberedUnits:
    """The numbers of a list or range that begins with ``first``."""
    at = first.end
    goes_on = _goes_on(low, at, kind)
    if goes_on is None:
        return NumberedUnits(start, at, kind, weak, (first,), plural)
    pattern = grammar.VALUES[kind]
    values = [first]
    bare = 0  # the last value that the unit's own word led
    counts = kind in IN_WORDS
    if counts and (listed := _plain_more(low, kind, at)):
        values += listed
        at = values[-1].end
        goes_on = _goes_on(low, at, kind)
    in_words = counts and low[first.start].isalpha()
    while goes_on is not None:
        at = goes_on
        joint = None if low[at : at + 1] in _DASHES else _LIST_SEPARATOR.match(low, at)
        through = joint is None
        joint = joint or _RANGE_SEPARATOR.match(low, at)
        if joint is None:
            break
        begin = shown = joint.end()
        again = word != "" and low.startswith(word, begin) and _is_space(low, begin + len(word))
        if again and not through:
            break  # “khoản 1, khoản 2” are two tokens; only a range spans the word
        if again:
            begin += len(word)
            while low[begin : begin + 1].isspace():
                begin += 1
        sign = low[begin : begin + 1]
        if counts and not (again or in_words or sign.isdigit() or sign in OPENS):
            break  # most often the next unit: “k1, k2”
        if sign in OPENS or in_words:
            more, number = _next(low, begin, kind, pattern, in_words)
        else:
            more = pattern.match(low, begin)
            number = read_number(kind, more[0]) if more else None
        if more is None or number is None:
            break
        if not again and not _LIST_FOLLOWER.match(low, more.end()):
            if not plural:  # “Điều 8, 5 và 6 tuổi”: what counts the 6 counts the 5 too
                del values[1 + bare :]
                at = values[-1].end
            break
        if again:
            bare = len(values)
        at = more.end()
        values.append(Value(shown if again else more.start(), at, number, through))
        goes_on = _goes_on(low, at, kind)
    return NumberedUnits(start, at, kind, weak, tuple(values), plural)


def _plain_more(low: str, kind: Kind, at: int) -> list[Value]:
    """The numbers from ``at`` on that surely go on with a list: nearly all of a dense one."""
    values: list[Value] = []
    while (more := _PLAIN_MORE.match(low, at)) is not None:
        begin, at = more.span("number")
        number = read_number(kind, more["number"])
        if number is None:
            break
        values.append(Value(begin, at, number, more["through"] is not None))
    return values


def _goes_on(low: str, at: int, kind: Kind) -> int | None:
    """Where a separator may begin behind the number that ends at ``at``; None: none does."""
    if kind is _POINT and low[at : at + 1] == ")" and (item := _ITEM.match(low, at)):
        at = item.end()
    return at if _GOES_ON.match(low, at) else None


def _is_space(low: str, at: int) -> bool:
    return low[at : at + 1].isspace()


def _next(
    low: str, at: int, kind: Kind, pattern: re.Pattern[str], in_words: bool
) -> tuple[re.Match[str] | None, str | None]:
    marked = None
    if low[at : at + 1] in OPENS and kind is not _INDENT:
        marked = grammar.MARKED.match(low, at)
    if marked and (kind is _POINT) == marked["number"].isalpha():
        return marked, read_number(kind, marked["number"])
    more = pattern.match(low, at)
    if more:
        return more, read_number(kind, more[0])
    words = grammar.IN_WORDS.match(low, at) if in_words else None
    return (words, grammar.NUMBER_WORDS.get(words["word"])) if words else (None, None)


@lru_cache(maxsize=4096)
def read_number(kind: Kind, text: str) -> str | None:
    """The number as ids bear it, or None where that kind cannot bear it."""
    if kind is _POINT:
        return "đ" if text.startswith("dd") else text[0]
    try:
        return canonical_number(kind, re.sub(r"[\s\-)]", "", text))
    except UnitError:
        return None
