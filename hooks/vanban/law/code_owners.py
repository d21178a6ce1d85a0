"""Whose each code is: a short address that was printed never opens another instrument.

The ledger tells it in a line at its head for each code, written by ``hooks ledger`` when the code
is new there, and kept. That an address is still on the site does not tell that it shows the same:
a code given to another instrument would show that one's articles under the addresses of the first.
The line tells the instrument's number too: a folder that takes the place of another may be the
same instrument under another name, or another one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from .corpus import Corpus
from .instrument import Instrument
from .problems import Problem
from .site_address import url

_OWNER = re.compile(r"# Mã (\S+) là của ([^\s,]+)(?:, số (\S.*))?")

_STAR = "*"
"""Ends a line of the ledger that speaks of all below a folder (``ledger.ALL_BELOW``)."""


class Owner(NamedTuple):
    """A code, the first home of its instrument, and that one's number; "" where nobody told it."""

    code: str
    home: str
    number: str = ""

    def __str__(self) -> str:
        """The line of the ledger."""
        number = f", số {self.number}" if self.number else ""
        return f"# Mã {self.code} là của {self.home}{number}"


class Misled(NamedTuple):
    """A line with a star on both sides that leads from one instrument into another.

    ``line`` is its left side, ``home`` and ``other`` the first homes of both.
    """

    line: str
    home: str
    other: str


def owner(line: str) -> Owner | None:
    """What a line of the ledger tells of a code; None for another line."""
    if not line.startswith("#"):
        return None
    found = _OWNER.fullmatch(unicodedata.normalize("NFC", line.strip()))
    return Owner(found[1], found[2], found[3] or "") if found else None


def owners(text: str) -> list[Owner]:
    """What a ledger tells, sorted; a code twice where two editors gave it to two instruments."""
    told = {found for line in text.split("\n") if (found := owner(line))}
    numbered = {(one.code, one.home) for one in told if one.number}
    return sorted(one for one in told if one.number or (one.code, one.home) not in numbered)


def owner_lines(corpus: Corpus, text: str, entries: Mapping[str, str]) -> list[str]:
    """The lines for a ledger: those that it has, and one for each code that is new there.

    An instrument is named by its first home, so that one whose folder and code both changed is
    known as the same. A line of an earlier version learns the number while the instrument is where
    it was. ``entries`` is the ledger as read.
    """
    told = owners(text)
    known = {one.code for one in told}
    here = {url(corpus.home(slug)): found.number for slug, found in corpus.instruments.items()}
    kept = [one if one.number else one._replace(number=here.get(one.home, "")) for one in told]
    new = (one for one in _of_corpus(corpus, told, entries) if one.code not in known)
    return [str(one) for one in sorted([*kept, *new])]


def _of_corpus(corpus: Corpus, told: list[Owner], entries: Mapping[str, str]) -> Iterator[Owner]:
    """Each code of a corpus with the first home of its instrument: another one that came into the
    place of the first has a home of its own.
    """
    led: dict[str, list[str]] = {}
    for home in sorted({one.home for one in told}):
        for there in (home, *_renamed(entries, home)):
            led.setdefault(there, []).append(home)
    for slug, instrument in corpus.instruments.items():
        home = url(corpus.home(slug))
        same = (one for one in led.get(home, ()) if _is_same(instrument, told, one))
        yield Owner(instrument.code, next(same, home), instrument.number)


def _is_same(instrument: Instrument, told: list[Owner], home: str) -> bool:
    """Whether an instrument has the number that was told of that first home, or none was."""
    numbers = {_plain(one.number) for one in told if one.home == home and one.number}
    return not numbers or _plain(instrument.number) in numbers


def _plain(number: str) -> str:
    """A number without what may be written in two ways: “24/2018/qh 14”."""
    return "".join(number.split()).casefold()


def misled(corpus: Corpus, text: str, entries: Mapping[str, str]) -> Iterator[Misled]:
    """Lines with a star on both sides that lead from one instrument into another.

    They would show, clause by clause, what has but the same number there. ``text`` is that of the
    ledger, ``entries`` what it holds.
    """
    told = owners(text)
    whole = [*told, *_of_corpus(corpus, told, entries)]
    for line, new in entries.items():
        if not (line.endswith(_STAR) and new.endswith(_STAR)):
            continue
        there = new.removesuffix(_STAR)
        # (the line itself would make what it leads to a name of what it leads from)
        names = _names(whole, {old: to for old, to in entries.items() if old != line})
        whose = _whose(_names(told, {}), line.removesuffix(_STAR))
        others = (_whose(names, one) for one in (there, *_renamed(entries, there)))
        other = next((one for one in others if one and one != whose), "")
        if whose and other:
            yield Misled(line, whose, other)


def as_one(text: str, found: Misled) -> str:
    """What to change in the ledger where both are one instrument that was renamed, or whose number
    was written wrongly and is right now; "" where the ledger tells a number of each.
    """
    told = owners(text)
    first = next(one for one in told if one.home == found.home)
    other = next((one for one in told if one.home == found.other), None)
    if other is None:
        return f"sửa số ở dòng “{first}” thành số mới"
    if first.number and other.number and _plain(first.number) != _plain(other.number):
        return ""
    return f"sửa dòng “{other}”: thay {found.other} bằng {found.home}"


def _names(told: list[Owner], entries: Mapping[str, str]) -> dict[str, str]:
    """What each instrument's folder and codes are called, or were: such a beginning → its home."""
    names: dict[str, str] = {}
    for code, home, _ in told:
        for begins in (home, f"{code}/"):
            for name in (*_renamed(entries, begins), begins):
                names[name] = home
    return names | {one.home: one.home for one in told} | {f"{one.code}/": one.home for one in told}


def _whose(names: Mapping[str, str], address: str) -> str:
    """The first home of the instrument to which an address belongs; "" where nobody told."""
    begins = max((name for name in names if address.startswith(name)), key=len, default="")
    return names.get(begins, "")


def _renamed(entries: Mapping[str, str], address: str) -> Iterator[str]:
    """What a folder was called since, by lines with a star on both sides."""
    stars = {
        old.removesuffix(_STAR): new.removesuffix(_STAR)
        for old, new in entries.items()
        if old.endswith(_STAR) and new.endswith(_STAR)
    }
    for _ in stars:  # no line is needed twice
        above = [folder for folder in stars if address.startswith(folder)]
        if not above:
            return
        folder = max(above, key=len)
        address = stars[folder] + address.removeprefix(folder)
        yield address


def passed_on(
    corpus: Corpus, text: str, end: Callable[[str], str | None], prefix: str
) -> Iterator[Problem]:
    """Codes of this corpus that were published as another instrument's.

    ``end`` says where an address leads today (``Moves.end``): an instrument may have moved. Where
    it leads nowhere, that is told as a lost address.
    """
    holders = {instrument.code: slug for slug, instrument in corpus.instruments.items()}
    told = owners(text)
    for one in told:
        slug, first = holders.get(one.code), end(one.home)
        if slug is None or first is None:
            continue
        instrument, moved = corpus.instruments[slug], first != url(corpus.home(slug))
        if not moved and _is_same(instrument, told, one.home):
            continue
        line, col = instrument.places.get(("ma",), (1, 1))
        number = "" if moved else f", số {one.number}"
        message = (
            f"ma: “{one.code}” đã công bố là mã của {prefix}/{one.home}{number}:"
            f" địa chỉ {one.code}/… đã in, đã gửi sẽ mở nhầm văn bản này"
        )
        advice = (
            "đặt mã khác cho văn bản này; chỉ khi chưa ai có địa chỉ nào của mã ấy mới bỏ dòng"
            f" “{one}” trong sổ địa chỉ"
        )
        if not moved:
            advice = (
                "văn bản khác thì đặt thư mục khác, mã khác; vẫn văn bản ấy, chỉ số ghi sai nay"
                f" sửa lại, thì sửa số ở dòng “{one}” trong sổ địa chỉ"
            )
        yield Problem(f"{prefix}/{instrument.file}", line, col, message, advice)
