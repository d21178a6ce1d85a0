"""Whose each code is: a short address that was printed never opens another instrument.

The ledger tells it in a line at its head for each code, written by ``hooks ledger`` when the code
is new there, and kept. That an address is still on the site does not tell that it shows the same:
a code given to another instrument would show that one's articles under the addresses of the first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from .corpus import Corpus
from .problems import Problem
from .site_address import url

_OWNER = re.compile(r"# Mã (\S+) là của (\S+)")

_STAR = "*"
"""Ends a line of the ledger that speaks of all below a folder (``ledger.ALL_BELOW``)."""


def owner(line: str) -> tuple[str, str] | None:
    """The code and the address of its instrument in a line of the ledger; None for another line."""
    if not line.startswith("#"):
        return None
    found = _OWNER.fullmatch(unicodedata.normalize("NFC", line.strip()))
    return (found[1], found[2]) if found else None


def owners(text: str) -> list[tuple[str, str]]:
    """What a ledger tells, sorted; a code twice where two editors gave it to two instruments."""
    return sorted({found for line in text.split("\n") if (found := owner(line))})


def owner_lines(corpus: Corpus, text: str, entries: Mapping[str, str]) -> list[str]:
    """The lines for a ledger: those that it has, and one for each code that is new there.

    An instrument is named by its first home, so that one whose folder and code both changed is
    known as the same. ``entries`` is the ledger as read.
    """
    told = owners(text)
    known = {code for code, _ in told}
    homes = [home for _, home in told]
    first = {there: home for home in reversed(homes) for there in _renamed(entries, home)}
    first |= {home: home for home in homes}
    new = [
        (instrument.code, first.get(home := url(corpus.home(slug)), home))
        for slug, instrument in corpus.instruments.items()
        if instrument.code not in known
    ]
    return [f"# Mã {code} là của {home}" for code, home in sorted([*told, *new])]


def misled(entries: Mapping[str, str], text: str) -> Iterator[tuple[str, str]]:
    """Lines with a star on both sides that lead from one instrument into another, and its home.

    They would show, clause by clause, what has but the same number there. ``text`` is that of the
    ledger, ``entries`` what it holds.
    """
    told = owners(text)
    for line, new in entries.items():
        if not (line.endswith(_STAR) and new.endswith(_STAR)):
            continue
        there = new.removesuffix(_STAR)
        # (the line itself would make what it leads to a name of what it leads from)
        names = _names(told, {old: to for old, to in entries.items() if old != line})
        whose = _whose(_names(told, {}), line.removesuffix(_STAR))
        others = (_whose(names, one) for one in (there, *_renamed(entries, there)))
        other = next((one for one in others if one and one != whose), "")
        if whose and other:
            yield line, other


def _names(told: list[tuple[str, str]], entries: Mapping[str, str]) -> dict[str, str]:
    """What each instrument's folder and codes are called, or were: such a beginning → its home."""
    names: dict[str, str] = {}
    for code, home in told:
        for begins in (home, f"{code}/"):
            for name in (*_renamed(entries, begins), begins):
                names[name] = home
    return names | {home: home for _, home in told} | {f"{code}/": home for code, home in told}


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
    for code, home in owners(text):
        slug, first = holders.get(code), end(home)
        if slug is None or first in (None, url(corpus.home(slug))):
            continue
        instrument = corpus.instruments[slug]
        line, col = instrument.places.get(("ma",), (1, 1))
        message = (
            f"ma: “{code}” đã công bố là mã của {prefix}/{home}:"
            f" địa chỉ {code}/… đã in, đã gửi sẽ mở nhầm văn bản này"
        )
        advice = (
            "đặt mã khác cho văn bản này; chỉ khi chưa ai có địa chỉ nào của mã ấy mới bỏ dòng"
            f" “# Mã {code} là của {home}” trong sổ địa chỉ"
        )
        yield Problem(f"{prefix}/{instrument.file}", line, col, message, advice)
