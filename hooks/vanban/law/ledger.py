"""The ledger of published addresses: a plain sorted file; what it holds is never lost.

One line an address, ``page#anchor`` as readers' links have it. A line with ``→``
names where an address that had to move now leads; ``anm18/* → anm19/*`` moves all that
stood below a folder to the same place below another, ``anm18/* → anm19/`` to one place.

A line at its head, written by ``hooks ledger``, counts the addresses and has a digest of them, so
that a line that was taken out is told. It needs no history of versions, which a copy of the folder
does not have. What it cannot see: a line taken out between a merge of two ledgers, or an address
added by hand, and the next run of ``hooks ledger``, as long as more were added than taken out.
Below that line stands whose each code is (``code_owners.py``), which page stood at an address
(``page_titles.py``), and which questions (``question_sets.py``).

Anchors of headings are kept for instruments alone: of any other page its address is kept, and a
heading may be worded anew.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from .address_kinds import is_made, is_unclosed
from .code_owners import Owner, lost, owner, owner_lines
from .corpus import Corpus
from .instrument import Target
from .page_titles import FILE, title_lines, titled
from .problems import Problem
from .question_sets import Sets, asked, asked_lines
from .short_address import TODAY, shared
from .site_address import url

LEDGER_FILE = FILE
ARROW = "→"
ALL_BELOW = "*"
_ADDRESS = re.compile(r"(?:\./|[a-z0-9]+(?:[-_./][a-z0-9]+)*/?)?(?:#[a-z0-9]+(?:[-_.][a-z0-9]+)*)?")
_COUNT = re.compile(r"# Sổ giữ (\d+) địa chỉ, mã ([0-9a-f]{16})\b.*")
_BEGUN = re.compile(r"# Sổ lập mới, mã [0-9a-f]{16}\b")
_FOLDER = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*/\*")


@dataclass(frozen=True, order=True)
class Count:
    """How many addresses a ledger holds, and the first 16 hex digits of SHA-256 over them, sorted,
    one a line. Where they lead is not in it, nor are lines for all below a folder.
    """

    number: int
    digest: str

    def __str__(self) -> str:
        return (
            f"# Sổ giữ {self.number} địa chỉ, mã {self.digest}: "
            "lệnh hooks ledger ghi dòng này, đừng sửa tay"
        )


def begun(text: str) -> str:
    """The line of a ledger that was begun anew for another site; "" where none was.

    Whoever makes a site of their own of a copy of this one has the history of this one too.
    """
    comments = (line for line in text.split("\n") if line.startswith("#"))
    # As an editor's program may have left them: ends of Windows, letters taken apart (NFD).
    plain = (unicodedata.normalize("NFC", line.strip()) for line in comments)
    return next((line for line in plain if _BEGUN.match(line)), "")


def begin(text: str) -> str:
    """The first ledger of a site, with that line at its head."""
    line = f"# Sổ lập mới, mã {counted(text).digest}: bản trước của tệp này là sổ của trang khác"
    return f"{line}\n{text}"


def counted(text: str) -> Count:
    """What there is to count in a ledger as it stands."""
    held = sorted(one for one in read_ledger(text) if not one.endswith(ALL_BELOW))
    digest = hashlib.sha256("".join(f"{one}\n" for one in held).encode()).hexdigest()
    return Count(len(held), digest[:16])


def _told(text: str) -> list[tuple[int, Count]]:
    """The counts written in a ledger, each with its line; two where two ledgers were merged."""
    return [
        (number, Count(int(found[1]), found[2]))
        for number, line in enumerate(text.split("\n"), 1)
        if line.startswith("#") and (found := _count_in(line))
    ]


def _count_in(line: str) -> re.Match[str] | None:
    """The count in a line, also where an editor's program took its letters apart (NFD)."""
    return _COUNT.fullmatch(unicodedata.normalize("NFC", line.strip()))


def taken_out(text: str, file: str = LEDGER_FILE) -> Problem | None:
    """Addresses that the ledger once held and no longer does, as its count tells; None for none."""
    told = _told(text)
    if not told:
        return None
    now = counted(text)
    line, most = max(told, key=lambda one: one[1])
    if now.number > most.number or now in (one for _, one in told if one.number == most.number):
        return None
    gone = most.number - now.number
    message = f"sổ đã giữ {most.number} địa chỉ, nay còn {now.number}: {gone} dòng bị bỏ"
    if not gone:
        message = "có địa chỉ trong sổ bị sửa, hay bị thay bằng địa chỉ khác"
    advice = (
        "lấy lại dòng cũ từ bản trước của tệp này; địa chỉ phải đổi thì giữ dòng ấy và ghi thêm"
        f" nơi nó dẫn tới, sau dấu {ARROW}"
    )
    return Problem(file, line, 1, message, advice)


def uncounted(text: str, file: str = LEDGER_FILE) -> Problem | None:
    """A ledger without its count, of which nobody can tell whether it is whole; None for none."""
    if _told(text):
        return None
    advice = (
        "lấy lại dòng ấy, hay cả tệp, từ bản trước; trang chưa công bố lần nào thì xóa tệp này,"
        " rồi chạy: python hooks ledger"
    )
    return Problem(file, 1, 1, "đầu sổ không có dòng đếm địa chỉ", advice)


def missing(file: str = LEDGER_FILE) -> Problem:
    """That there is no ledger: it was lost, or the site is new."""
    advice = (
        "lấy lại tệp này từ bản trước, kẻo mất mọi địa chỉ đã công bố; chỉ khi trang chưa công bố"
        " lần nào mới chạy: python hooks ledger"
    )
    return Problem(file, 0, 0, "chưa có sổ địa chỉ", advice)


def empty(file: str = LEDGER_FILE) -> Problem:
    """That nothing stands in the ledger: a disk was full, or a merge went wrong. Who begins a site
    of their own deletes it.
    """
    advice = (
        "lấy lại tệp này từ bản trước, kẻo mất mọi địa chỉ đã công bố; chỉ khi trang chưa công bố"
        " lần nào mới xóa tệp này, rồi chạy: python hooks ledger"
    )
    return Problem(file, 0, 0, "sổ địa chỉ rỗng", advice)


def refused(text: str | None) -> Problem | None:
    """Why a ledger may be neither counted anew nor published by: it is not whole. None for none.

    ``text`` is None where there is none: whoever begins a site has to make one first.
    """
    return missing() if text is None else taken_out(text) or uncounted(text)


def miscounted(text: str, file: str = LEDGER_FILE) -> Iterator[Problem]:
    """What the count at the head tells: lines taken out, no count, or those of two editors."""
    told = _told(text)
    if lost := taken_out(text, file) or uncounted(text, file):
        yield lost
    elif len(told) > 1:
        message = "sổ của hai người đã gộp làm một, chưa đếm lại địa chỉ"
        yield Problem(file, told[1][0], 1, message, "chạy: python hooks ledger")


def addresses(corpus: Corpus, given: Set[str] = frozenset()) -> frozenset[str]:
    """Every address of this corpus: ``van-ban/x/dieu-8/#dieu-8-khoan-1``.

    ``given`` are files to take away that are linked and printed by name: ``tap-huan/a.pptx``.
    """
    found: set[str] = set(given)
    for slug, instrument in corpus.instruments.items():
        home = url(corpus.home(slug))
        found.add(home)
        for unit in instrument.outline.units:
            # The outline keeps every anchor, also when an article gets a page of its own.
            found.add(f"{home}#{unit.id}")
            address = corpus.address(Target(slug, unit))
            found.add(f"{url(address.page)}#{address.anchor}")
    found |= {url(page) for page in corpus.pages}
    for short, _ in shared(corpus):
        found |= {short, short + TODAY}
    return frozenset(found)


def read_ledger(text: str) -> Mapping[str, str]:
    """Address → where it leads today ("" for itself). Lines that are no addresses are left out.

    Two ledgers put together may hold an address as it was and again with where it leads: it leads.
    """
    found: dict[str, str] = {}
    for _, address, target in _entries(text):
        found[address] = target or found.get(address, "")
    return found


def malformed(text: str, file: str = LEDGER_FILE) -> list[Problem]:
    """Lines that are no addresses, and addresses that lead to two places."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if not _is_entry(line):
            message = f"“{line.strip()[:60]}” không phải một địa chỉ"
            advice = f"mỗi dòng một địa chỉ, hoặc: địa-chỉ-cũ {ARROW} địa-chỉ-mới"
            if "->" in line or "=>" in line:
                advice = f"dùng mũi tên {ARROW}"
            problems.append(Problem(file, number, 1, message, advice))
    seen: dict[str, tuple[int, str]] = {}
    entries = _entries(text)
    held = {address for _, address, _ in entries}
    for number, address, target in entries:
        if target and address.endswith(".md"):
            message = f"“{address}” là tên tệp, không phải địa chỉ của trang"
            advice = f"viết: {url(address.removeprefix('docs/'))}"
            problems.append(Problem(file, number, 1, message, advice))
        elif target and is_made(address):
            message = f"“{address}” là tệp mà trang tự làm, không dẫn đi nơi khác được"
            problems.append(Problem(file, number, 1, message, "bỏ dòng này"))
        elif target and _is_unclosed(address, held):
            message = f"“{address}” thiếu dấu / ở cuối địa chỉ trang"
            page, mark, anchor = address.partition("#")
            problems.append(Problem(file, number, 1, message, f"viết: {page}/{mark}{anchor}"))
        first, other = seen.get(address, (number, target))
        seen[address] = (first, other) if other else (number, target)
        if target and other and other != target:
            message = f"{address} đã ghi ở dòng {first}, dẫn tới nơi khác"
            problems.append(Problem(file, number, 1, message, "giữ lại một dòng"))
    return problems


@lru_cache(maxsize=1)  # a build asks it six times of one ledger
def _entries(text: str) -> tuple[tuple[int, str, str], ...]:
    """Line, address and target of each line that is an address."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] not in ("", "#") and _ADDRESS.fullmatch(line):
            yield number, line, ""  # by far the most frequent form
            continue
        address, _, target = (part.strip() for part in line.partition(ARROW))
        if address and not address.startswith("#") and _is_entry(line):
            yield number, address, target


def _is_entry(line: str) -> bool:
    """An address, an address with where it leads, a comment, or an empty line."""
    if not line.strip() or line.startswith("#") or _ADDRESS.fullmatch(line):
        return True
    address, arrow, target = (part.strip() for part in line.partition(ARROW))
    if not address or (arrow and not target):
        return False
    if _FOLDER.fullmatch(address):
        return bool(_ADDRESS.fullmatch(target) or _FOLDER.fullmatch(target)) and bool(target)
    return all(_ADDRESS.fullmatch(part) for part in (address, target))


def unrecorded(present: Set[str], recorded: Set[str]) -> Problem | None:
    """A notice of addresses of the site that the ledger does not hold yet; None for none.

    Nobody would be told if one that was published were lost.
    """
    new = sorted(present - recorded)
    if not new:
        return None
    message = f"{len(new)} địa chỉ mới chưa vào sổ, ví dụ {new[0]}"
    advice = (
        "trước khi xuất bản, chạy: python hooks ledger; địa chỉ chưa vào sổ mà sau này đổi tên"
        " hay xóa trang thì liên kết cũ hỏng, không ai báo"
    )
    return Problem(LEDGER_FILE, 1, 1, message, advice)


def led(ever: Set[str]) -> frozenset[str]:
    """Those of ``ever`` that can lead on: a slip of a hand that was mended since cannot."""
    return frozenset(one for one in ever if not is_made(one) and not _is_unclosed(one, ever))


def _is_unclosed(address: str, others: Set[str]) -> bool:
    """Whether it is a page's without its “/”, as those beside it may tell (``zalo.me``)."""
    return is_unclosed(address) or f"{address}/" in others


def forgotten(text: str, ever: Set[str], before: Sequence[Owner] = ()) -> Problem | None:
    """Addresses that an earlier version of the ledger held, and this one, whole as it looks, does
    not, or whose a code was; None for none.

    ``ever`` are all that any version has held, ``before`` what they told of codes, the newest
    first.
    """
    gone = sorted(led(ever) - read_ledger(text).keys())
    if not gone and (lines := lost(text, before)):
        message = f"dòng “{lines[0]}” có trong bản trước của sổ nay không còn"
        advice = (
            "chạy: python hooks ledger để lấy lại; mã chưa ai dùng mà trao cho văn bản khác thì"
            " sửa dòng ấy, đừng xóa"
        )
        return Problem(LEDGER_FILE, 1, 1, message, advice)
    if not gone:
        return None
    message = f"{len(gone)} địa chỉ có trong bản trước của sổ nay không còn, ví dụ {gone[0]}"
    advice = (
        "chạy: python hooks ledger để lấy lại, rồi check chỉ chỗ cần sửa; trang cố ý bỏ thì giữ"
        f" dòng của nó và ghi thêm nơi nó dẫn tới, sau dấu {ARROW}"
    )
    return Problem(LEDGER_FILE, 1, 1, message, advice)


def extended(
    corpus: Corpus,
    text: str,
    given: Set[str] = frozenset(),
    ever: Set[str] = frozenset(),
    before: Sequence[Owner] = (),
    sets: Sets | None = None,
) -> str:
    """The ledger with this corpus's new addresses and codes added, and counted; nothing is ever
    taken out.

    ``given`` as for ``addresses``, ``ever`` and ``before`` as for ``forgotten``; ``sets`` are the
    questions of today.
    """
    entries = dict(read_ledger(text))
    for address in addresses(corpus, given) | led(ever):
        entries.setdefault(address, "")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    known = (_count_in, owner, titled, asked)
    own = [line for line in comments if not any(read(line) for read in known)]
    head = own or [
        "# Địa chỉ đã công bố: không xóa dòng nào. Thêm bằng lệnh: python hooks ledger",
        f"# Khi một địa chỉ phải đổi, ghi: địa-chỉ-cũ {ARROW} địa-chỉ-mới",
    ]
    lines = [f"{key} {ARROW} {to}" if to else key for key, to in sorted(entries.items())]
    count = str(counted("\n".join(lines)))
    told = owner_lines(corpus, text, read_ledger(text), before)
    kept = [*told, *title_lines(corpus), *asked_lines(sets or {})]
    return "\n".join([*head, count, *kept, *lines]) + "\n"
