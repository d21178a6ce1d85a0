"""Arrows of the ledger that lead nowhere, astray, or from what is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..law.code_owners import as_one, misled
from ..law.corpus import Corpus
from ..law.ledger import ALL_BELOW, ARROW, LEDGER_FILE
from ..law.moves import Moves
from ..law.problems import Problem
from .nearest import nearest

_SHOWN = 6
"""So many lines are written out in advice."""
_ANOTHER = "nếu đó là nội dung khác thì đổi tên trang mới, kẻo liên kết cũ mở nhầm"


def dangling(corpus: Corpus, moves: Moves, ledger: str) -> Iterator[Problem]:
    """Lines of the ledger whose arrow leads nowhere, or that speak of what is there.

    A page may have come back, or another may stand there now under the address of the first.
    """
    told: set[int] = set()
    for found in misled(corpus, ledger, moves.entries):
        folder, home = found.line, found.other
        line = line_of(ledger, folder)
        told.add(line)
        new = moves.entries[folder]
        message = f"“{new}” là của văn bản khác ({home}): cùng số điều, khoản mà khác nội dung"
        short = "/" not in new.removesuffix(f"/{ALL_BELOW}")
        to = new.removesuffix(ALL_BELOW) if short else home
        advice = f"dẫn tất cả tới trang của văn bản ấy: {folder} {ARROW} {to}"
        if same := as_one(corpus, ledger, found):
            advice += f"; chỉ khi vẫn là một văn bản: {same}"
        yield Problem(LEDGER_FILE, line, 1, message, advice)
    for folder, first, lacking in _partly_there(moves):
        line = line_of(ledger, folder)
        if line in told or lacking:
            continue
        told.add(line)
        message = f"mọi địa chỉ dưới {folder.removesuffix(ALL_BELOW)} đều có trang (như {first}),"
        message += " nên dòng này không còn cần; trang nào mất về sau sẽ bị dẫn đi, không ai biết"
        advice = f"nội dung cũ đã trở lại thì bỏ dòng này; {_ANOTHER}"
        yield Problem(LEDGER_FILE, line, 1, message, advice)
    for old in moves.entries:
        if old.endswith(ALL_BELOW):  # it is told with the addresses below that folder
            continue
        by, there, gone = moves.line(old), moves.step(old), old not in moves.present
        if not there or (moves.end(old) if gone else not _is_there_too(moves, by, there)):
            continue
        line = line_of(ledger, by)
        if line in told:
            continue
        told.add(line)
        if not gone:
            message = f"“{old}” vẫn có trên trang, nên mũi tên này không dùng tới"
            what = "dòng này" if by.endswith(ALL_BELOW) else f"phần từ dấu {ARROW}"
            advice = f"nội dung cũ đã trở lại đó thì bỏ {what}; {_ANOTHER}"
            yield Problem(LEDGER_FILE, line, 1, message, advice)
            continue
        near = nearest(there, moves.present, 0.7)
        advice = f"có phải “{near}”?" if near else "sửa nơi mũi tên chỉ tới"
        yield Problem(LEDGER_FILE, line, 1, f"“{there}” không có trên trang", advice)


def swallowing(moves: Moves, ledger: str) -> Problem | None:
    """A notice of a line that leads a part of a folder to one place, and would lead there what is
    still below it, once that is lost; None for none.
    """
    for folder, there, gone in _partly_there(moves):
        if not gone:
            continue
        message = (
            f"dưới {folder.removesuffix(ALL_BELOW)} còn trang (như {there}): trang nào mất về sau"
            " sẽ bị dòng này dẫn đi, không ai biết"
        )
        narrow = list(_narrower(folder, gone, moves))
        more = "; …" if len(narrow) > _SHOWN else ""
        advice = f"thay bằng dòng cho riêng phần đã mất: {'; '.join(narrow[:_SHOWN])}{more}"
        return Problem(LEDGER_FILE, line_of(ledger, folder), 1, message, advice)
    return None


def _partly_there(moves: Moves) -> Iterator[tuple[str, str, list[str]]]:
    """Lines for all below a folder that lead to one place, while addresses below are there, the
    first of which comes with it, and those that are gone.

    Whatever were lost there later, such a line would lead it to that place, no word said. A line
    that leads to the same place below another folder may speak of a part (``_is_there_too``).
    """
    for line, new in moves.entries.items():
        if not line.endswith(ALL_BELOW) or not new or new.endswith(ALL_BELOW):
            continue
        folder = line.removesuffix(ALL_BELOW)
        ever = {*moves.entries, *moves.present}
        inside = (one for one in ever if one != line and one.startswith(folder))
        below = [one for one in inside if moves.line(one) == line]
        there = [one for one in below if one in moves.present]
        if there:
            yield line, min(there), sorted(set(below) - set(there))


def _narrower(line: str, gone: list[str], moves: Moves) -> Iterator[str]:
    """Lines that lead what is gone where that line leads it, and nothing that is there."""
    new, steps = moves.entries[line], line.removesuffix(ALL_BELOW).count("/")
    parts: dict[str, list[str]] = {}
    for address in gone:
        pieces = address.split("/")
        folders = ("/".join(pieces[:n]) + "/" for n in range(steps + 1, len(pieces)))
        bare = (one for one in folders if not any(two.startswith(one) for two in moves.present))
        parts.setdefault(next(bare, address), []).append(address)
    for part, found in parts.items():
        old = part if found == [part] else f"{part}{ALL_BELOW}"
        yield f"{old} {ARROW} {new}"


def _is_there_too(moves: Moves, by: str, there: str) -> bool:
    """Whether an address that stands was to lead elsewhere: a folder's line may speak of a part."""
    if not by.endswith(ALL_BELOW):
        return True
    return moves.entries[by].endswith(ALL_BELOW) and there in moves.present


def line_of(ledger: str, address: str) -> int:
    """The line of the ledger that names an address, from 1; the first where none does."""
    for number, line in enumerate(ledger.splitlines(), 1):
        if line.partition(ARROW)[0].strip() == address:
            return number
    return 1
