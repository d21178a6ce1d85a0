"""Which questions were published at the address of a set: the ledger keeps their codes at its head.

The page of a set bears its title, and its questions stand in a file beside it. Where two such files
change names, a printed address asks the other set's questions under its own title, no word said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .page_titles import FILE
from .problems import Problem

Sets = Mapping[str, tuple[str, ...]]
"""The address of a set → the codes of its questions."""
_LINE = re.compile(r"# Bộ câu hỏi (\S+) có: (.+)")


class Asked(NamedTuple):
    """An address and the codes of the questions that were published there."""

    address: str
    codes: tuple[str, ...]

    def __str__(self) -> str:
        """The line of the ledger."""
        return f"# Bộ câu hỏi {self.address} có: {', '.join(self.codes)}"


def asked(line: str) -> Asked | None:
    """What a line of the ledger tells of a set; None for another line."""
    if not line.startswith("#"):
        return None
    found = _LINE.fullmatch(unicodedata.normalize("NFC", line.strip()))
    return Asked(found[1], tuple(found[2].split(", "))) if found else None


def asked_lines(sets: Sets) -> list[str]:
    """The lines for a ledger: of each set the questions of today."""
    return [str(Asked(address, codes)) for address, codes in sorted(sets.items()) if codes]


def forgotten_sets(sets: Sets, text: str, before: Iterable[str]) -> list[str]:
    """Of sets that are there and of which the ledger ``text`` tells nothing: what was told last.

    ``before`` are the lines that all its versions held, the newest first.
    """
    here = sets.keys() - _told(text).keys()
    last: dict[str, Asked] = {}
    for line in before:
        if (one := asked(line)) and one.address in here:
            last.setdefault(one.address, one)
    return [str(one) for one in last.values()]


def unasked(sets: Sets, text: str) -> Problem | None:
    """A notice of sets of whose questions the ledger ``text`` tells none; None for none."""
    told = _told(text)
    lacking = sorted(one for one, codes in sets.items() if not told.get(one, set()) & set(codes))
    if not lacking:
        return None
    message = f"sổ chưa ghi câu hỏi của {len(lacking)} bộ, ví dụ {lacking[0]}"
    advice = (
        "trước khi xuất bản, chạy: python hooks ledger; bộ chưa ghi câu hỏi mà bị đổi chỗ với bộ"
        " khác thì không ai báo"
    )
    return Problem(FILE, 1, 1, message, advice)


def mixed_up(sets: Sets, text: str, prefix: str) -> Iterator[Problem]:
    """Sets that hold none of the questions that were published at their address, but another's."""
    told = _told(text)
    for address, codes in sorted(sets.items()):
        own = told.get(address)
        if not own or own & set(codes):
            continue
        other = next((one for one in sorted(told) if told[one] & set(codes)), "")
        if not other:
            continue
        file = f"{prefix}/{address.rstrip('/')}.yml"
        message = (
            f"{address} đã công bố với những câu hỏi khác, nay mang câu hỏi của {other}: địa chỉ đã"
            " gửi, đã in sẽ mở nhầm bộ này"
        )
        now = next(line for line in asked_lines({address: codes}))
        advice = (
            "trả hai tệp câu hỏi về đúng tên; chỉ khi cố ý chuyển câu hỏi sang bộ khác mới sửa dòng"
            f" “# Bộ câu hỏi {address} có: …” trong sổ địa chỉ thành “{now}”"
        )
        yield Problem(file, 1, 1, message, advice)


def _told(text: str) -> dict[str, set[str]]:
    """All that a ledger tells; of an address both where two ledgers were merged."""
    found: dict[str, set[str]] = {}
    for line in text.split("\n"):
        if one := asked(line):
            found.setdefault(one.address, set()).update(one.codes)
    return found
