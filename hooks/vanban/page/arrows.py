"""Arrows of the ledger that lead nowhere, astray, or from what is there."""

from __future__ import annotations

from collections.abc import Iterator

from ..law.code_owners import as_one, misled
from ..law.corpus import Corpus
from ..law.ledger import ALL_BELOW, ARROW, LEDGER_FILE
from ..law.moves import Moves
from ..law.problems import Problem
from .nearest import nearest

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
    for folder, there in _back(moves):
        line = line_of(ledger, folder)
        if line in told:
            continue
        told.add(line)
        message = f"mọi địa chỉ dưới {folder.removesuffix(ALL_BELOW)} đều có trang (như {there}),"
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


def _back(moves: Moves) -> Iterator[tuple[str, str]]:
    """Lines for all below a folder that lead to one place, and lead nobody any more: every address
    below that was published is there again, the first of which comes with it.

    Whatever were lost there later, such a line would lead it to that place, no word said. A line
    that leads to the same place below another folder may speak of a part (``_is_there_too``).
    """
    for line, new in moves.entries.items():
        if not line.endswith(ALL_BELOW) or not new or new.endswith(ALL_BELOW):
            continue
        folder = line.removesuffix(ALL_BELOW)
        inside = (one for one in moves.entries if one != line and one.startswith(folder))
        below = [one for one in inside if moves.line(one) == line]
        if below and all(one in moves.present for one in below):
            yield line, min(below)


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
