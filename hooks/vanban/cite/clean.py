"""The text a citation reader works on, and the way back to the text as given.

Cleaning composes accents (NFC), drops zero-width marks, stars of emphasis and marks of
footnotes, and makes every hyphen and space the plain one. ``original`` leads a span of the
clean text back to code points of the input, so a citation is reported where the reader
sees it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from .tokens import fixed

_MARKS = "\u0300-\u036f"
# zero width, direction marks, variation selectors
_ZERO_WIDTH = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u061c\ufe00-\ufe0f"
# **Điều 8** (a star with spaces round it is a bullet) · Điều 8¹ · Điều 8[2] · Điều 8 [^2]
_NOTES = (
    r"(?<=[^\s*])\*+|(?<!\*)\*++(?=\S)|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
    r"|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w)|(?<=\d) ?\[\^?\d{1,2}\]|(?<=\w)\[\^?\d{1,2}\]"
    r"|(?<=\n)>[> ]*"  # … bảo vệ dữ⏎> liệu cá nhân: a line of a mail that is answered
)
_CHANGING = re.compile(f"[^{_MARKS}][{_MARKS}]+|[{_ZERO_WIDTH}]+|{_NOTES}")
# the same but for the marks of accents, each known by the sign that it begins with: much
# faster, since ``re`` skips over all letters that begin none
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_CHANGING_COMPOSED = re.compile(
    rf"[>* _\[{_SUPERSCRIPTS}{_ZERO_WIDTH}](?:(?<=[^\s*]\*)\**|(?<=\*)(?<!\*\*)\**+(?=\S)"
    rf"|(?<=[{_SUPERSCRIPTS}])[{_SUPERSCRIPTS}]*|(?<=[{_ZERO_WIDTH}])[{_ZERO_WIDTH}]*"
    r"|(?<=_)(?<!\w_)_?(?=\w)|(?<=\w_)_?(?!\w)|(?<=\n>)[> ]*"
    r"|(?<=\d )\[\^?\d{1,2}\]|(?<=\w\[)\^?\d{1,2}\])"
)
_ACCENT = re.compile(f"[{_MARKS}]")
_PERHAPS = re.compile(rf"[>{_MARKS}{_ZERO_WIDTH}*_\[{_SUPERSCRIPTS}](?:(?<!>)|(?<=\n>))")
"""Something of each match of ``_CHANGING``, found quickly."""
_COMPOSED = re.compile(f"[^{_MARKS}][{_MARKS}]")
_CYRILLIC = "асеорхуіѕАВЕКМНОРСТУХІЅ"
_LATIN = "aceopxyisABEKMHOPCTYXIS"
_ALIKE = {
    # Cyrillic letters that look like Latin ones: “điểm а” is read as it is seen
    **dict(zip(_CYRILLIC, _LATIN, strict=True)),
    # full-width forms of ASCII, from Chinese and Japanese keyboards
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "\u00d0": "Đ",  # eth, which old Vietnamese fonts were converted to
    "\u00f0": "đ",
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d", "-"),
    **dict.fromkeys("\u2044\u2215", "/"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
}
_STRANGE = re.compile(f"[{''.join(_ALIKE)}]")
_CHANGED = re.compile(rf"[>{_MARKS}{_ZERO_WIDTH}*_\[{_SUPERSCRIPTS}{''.join(_ALIKE)}]")
"""A sign of all that cleaning may change; a text without any is clean."""

_YEAR_BEGINS = re.compile("20|19")
_BLANK_LINE = re.compile(r"\n\s*\n")
_ITEM = re.compile(r"[^\S\n]*(?:[-+*•]|\d{1,2}\.)\s")
_UNITS = re.compile(
    r"[^\S\n]*(?:tại\s+|theo\s+)?(?:các\s+)?(?:điều|khoản|điểm)\s+[\da-zđ](?!\w{2})"
)
"""Units that begin a paragraph below a colon."""
_GOES_ON = re.compile(r"[^\S\n]*(?:của|thuộc|trong|và|hoặc)(?!\w)")
"""A paragraph that begins so begins no sentence."""
_PAGE = re.compile(
    r"[^\S\n]*(?:-\s*)?(?:trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3}|\s*-)?[^\S\n]*\n\s*\n[^\S\n]*"
    r"(?:của|thuộc|trong|và|hoặc|(?:bộ\s+)?luật|nghị\s+định|thông\s+tư|quyết\s+định)(?!\w)"
)
"""The number of a page, and a sentence that goes on behind it."""


@fixed
class CleanText:
    """``text`` keeps its capitals, ``low`` is the same in lower case, letter for letter.

    ``marks`` are the places (code points, in order) where the way back to the input changes,
    ``spans`` says how from there on: letter by letter from the first number, or, where the
    second is not 0, each letter from that one span. Both are empty where the input has the
    same letters.
    """

    text: str
    low: str
    marks: tuple[int, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    mended: frozenset[int] = frozenset()
    """Where words begin that the text spells otherwise (``spelling``), plus ``offset``."""
    offset: int = 0
    """How many clean letters of the input stand before this part of it (``paragraphs``)."""
    years: Sequence[int] = ()
    """Where 19 or 20 stands in the whole text, for all parts of it."""
    goes_on: bool = False
    """Whether its last sentence goes on behind an empty line, as where a page ends."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the input that a span of the clean text came from."""
        start, end = start + self.offset, end + self.offset
        if not self.marks:
            return start, end
        return self._given(start)[0], self._given(end - 1)[1]

    def _given(self, at: int) -> tuple[int, int]:
        number = bisect_right(self.marks, at) - 1
        first, last = self.spans[number]
        if last:
            return first, last
        first += at - self.marks[number]
        return first, first + 1

    def may_tell_a_year(self, start: int, end: int) -> bool:
        """Whether a year of 19… or 20… may begin there."""
        first = bisect_left(self.years, max(0, start) + self.offset)
        return first < len(self.years) and self.years[first] < min(end, len(self.low)) + self.offset

    def is_mended(self, start: int) -> bool:
        """Whether the word that begins at ``start`` is spelt otherwise in the text."""
        return bool(self.mended) and start + self.offset in self.mended

    def paragraphs(self, wanted: re.Pattern[str]) -> Iterator[CleanText]:
        """The parts between empty lines, which no citation runs over, that ``wanted`` is in.

        A list below a colon stays with the line above it: its items may be of what that names.
        """
        low, start, listed = self.low, 0, False
        for found in _BLANK_LINE.finditer(low):
            end = found.start()
            while end > start and low[end - 1].isspace():
                end -= 1
            above = low[max(start, end - 1) : end]
            behind = found.end()
            below = (listed or above == ":") and (
                _ITEM.match(low, behind) or _UNITS.match(low, behind)
            )
            if below:
                listed = True
                continue
            if wanted.search(low, start, end):
                goes_on = above.isalnum() and bool(
                    _GOES_ON.match(self.text, behind) or _PAGE.match(low, behind)
                )
                yield self._part(start, end, goes_on)
            start, listed = found.end(), False
        if wanted.search(low, start):
            yield self._part(start, len(low), False)

    def _part(self, start: int, end: int, goes_on: bool) -> CleanText:
        if start == 0 and end == len(self.low):
            return self
        text, low = self.text[start:end], self.low[start:end]
        whole = self.marks, self.spans, self.mended, self.offset + start, self.years
        return CleanText(text, low, *whole, goes_on)


def clean(given: str) -> CleanText:
    """Clean a text in linear time; nothing but the changed letters is copied one by one."""
    first = _CHANGED.search(given)
    if first is None:
        return CleanText(given, _lower(given), years=_years(given))
    perhaps = _PERHAPS.search(given, first.start())
    begin = max(0, perhaps.start() - 1) if perhaps else len(given)
    changing = _CHANGING if _ACCENT.search(given, begin) else _CHANGING_COMPOSED
    if not changing.search(given, begin):
        text = _plain(given)
        return CleanText(text, _lower(text), years=_years(text))
    parts: list[str] = []
    marks: list[int] = []
    spans: list[tuple[int, int]] = []
    done = size = 0
    for found in changing.finditer(given, begin):
        start, end = found.span()
        if start > done:
            parts.append(given[done:start])
            marks.append(size)
            spans.append((done, 0))
            size += start - done
        if _COMPOSED.match(found[0]):
            composed = unicodedata.normalize("NFC", found[0])
            parts.append(composed)
            marks.append(size)
            spans.append((start, end))
            size += len(composed)
        done = end
    parts.append(given[done:])
    marks.append(size)
    spans.append((done, 0))
    text = _plain("".join(parts))
    return CleanText(text, _lower(text), tuple(marks), tuple(spans), years=_years(text))


def _plain(text: str) -> str:
    """The text with every letter of ``_ALIKE`` as the one that it looks like."""
    return _STRANGE.sub(lambda found: _ALIKE[found[0]], text)


def _years(text: str) -> list[int]:
    return [found.start() for found in _YEAR_BEGINS.finditer(text)]


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
