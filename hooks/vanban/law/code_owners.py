"""Whose each code is: a short address that was printed never opens another instrument.

The ledger tells it in a line at its head for each code, written by ``hooks ledger`` when the code
is new there, and kept. That an address is still on the site does not tell that it shows the same:
a code given to another instrument would show that one's articles under the addresses of the first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from .corpus import Corpus
from .problems import Problem
from .site_address import url

_OWNER = re.compile(r"# Mã (\S+) là của (\S+)")


def owner(line: str) -> tuple[str, str] | None:
    """The code and the address of its instrument in a line of the ledger; None for another line."""
    if not line.startswith("#"):
        return None
    found = _OWNER.fullmatch(unicodedata.normalize("NFC", line.strip()))
    return (found[1], found[2]) if found else None


def owners(text: str) -> list[tuple[str, str]]:
    """What a ledger tells, sorted; a code twice where two editors gave it to two instruments."""
    return sorted({found for line in text.split("\n") if (found := owner(line))})


def owner_lines(corpus: Corpus, text: str) -> list[str]:
    """The lines for a ledger: those that it has, and one for each code that is new there."""
    told = owners(text)
    known = {code for code, _ in told}
    new = [
        (instrument.code, url(corpus.home(slug)))
        for slug, instrument in corpus.instruments.items()
        if instrument.code not in known
    ]
    return [f"# Mã {code} là của {home}" for code, home in sorted([*told, *new])]


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
