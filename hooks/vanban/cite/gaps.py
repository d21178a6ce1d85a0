"""What stands between two tokens: the marks in it, and how the words of it join the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .grammar import GAP_LIMIT, GAPS
from .heads import BULLETS
from .tokens import Joint, Mark

_EVENTS = re.compile(
    r"[()\[\]]|[.;!?…](?=[\s”\"])"
    # a line that begins with a bullet or is the next row of a table
    rf"|\n(?=\s*{BULLETS}\s|[^\S\n]*\|)"
)
_STOPS = re.compile(r"[.!?…](?=[\s”\"])")
_BULLET = re.compile(rf"\s*{BULLETS}\s")
ROW = re.compile(r"\n(?=[^\n\t|]*[\t|])")
"""A line end before a line with a tab or a bar: the next row of a table."""
_MARKS = frozenset("()[].;!?…\n")
"""Every event begins with one of these."""
_NONE, _LINE, _CELL = Joint.NONE, Joint.LINE, Joint.CELL
_ITEM, _PARAGRAPH = Mark.ITEM, Mark.PARAGRAPH
"""Members of an enumeration are looked up slowly; these are asked for at every token."""
_SIGNS = {
    **dict.fromkeys("([", Mark.OPEN),
    **dict.fromkeys(")]", Mark.CLOSE),
    ";": Mark.SEMICOLON,
    **dict.fromkeys(".!?…", Mark.STOP),
}
PLAIN_GAPS = {
    f"{'' if words[:1] in (',', ':', '') else ' '}{words} ": joint
    for words, joint in GAPS.items()
    if words != "."
}
"""The joints as they are nearly always spelt: “, ”, “ của ”; all others go through ``joint``."""
SHORT = 12
"""What was made of so short a gap is kept."""
_UNSURE = re.compile(r"[()\[\];\n]")
"""Where one of these stands between two sentences, ``marks_in`` must look."""


def sentence_ends(low: str, start: int, end: int) -> int | None:
    """Where the last sentence of a stretch without brackets begins; None: ``marks_in`` must look.

    It saves the most frequent work: whole sentences between two citations.
    """
    if end - start < 2 or _UNSURE.search(low, start, end):
        return None
    ends = [found.end() for found in _STOPS.finditer(low, start, end)]
    return ends[-1] if ends else None


def marks_in(words: str, low: str, start: int) -> Sequence[tuple[str, Mark | None]]:
    """``words`` between two tokens, cut at each mark and with it; the last piece has none.

    They stand at ``start`` in ``low``.
    """
    short = len(words) <= SHORT
    if not short and _MARKS.isdisjoint(words):
        return ((words, None),)
    cut = _in_short(words) if short else tuple(_cut(low, start, start + len(words)))
    last = cut[-1][0]
    line = last.find("\n")
    if line < 0 or not ROW.match(low, start + len(words) - len(last) + line):
        return cut
    return (*cut[:-1], (last[:line], _PARAGRAPH), (last[line:], None))


@lru_cache(maxsize=4096)
def _in_short(words: str) -> tuple[tuple[str, Mark | None], ...]:
    """``_cut`` of all words between two tokens, where these are few: “ (”, “; ”, “), ”.

    They come again and again. No token begins with a sign or a space, as what would have to
    stand behind them for one mark more does.
    """
    return tuple(_cut(words, 0, len(words)))


def _cut(low: str, start: int, end: int) -> Iterator[tuple[str, Mark | None]]:
    """What stands there, cut at each mark but the rows of a table, and with it."""
    at = start
    counted = start  # where the number ends that counts an item: its full stop ends no sentence
    for found in _EVENTS.finditer(low, start, end):
        sign = found[0]
        if found.start() < counted:
            continue
        mark = _SIGNS.get(sign)
        if mark is None:
            bullet = _BULLET.match(low, found.end())
            counted = bullet.end() if bullet else counted
            mark = _ITEM if bullet else _PARAGRAPH
        yield low[at : found.start()], mark
        at = found.end()
    yield low[at:end], None


@lru_cache(maxsize=4096)
def joint(gap: str) -> Joint:
    """How the words between two tokens join them."""
    if len(gap) > GAP_LIMIT * 2:
        return _NONE
    if not gap.strip() and ("\n" in gap or "\t" in gap):
        return _LINE if "\n" in gap else _CELL
    return GAPS.get(" ".join(gap.replace(",", " , ").split()), _NONE)
