"""The ledger of published addresses: a plain sorted file; what it holds is never lost.

One line an address, ``page#anchor`` as readers' links have it. A line with ``→``
names where an address that had to move now leads; ``anm18/* → anm19/*`` moves all that
stood below a folder to the same place below another, ``anm18/* → anm19/`` to one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .corpus import Corpus
from .instrument import Target
from .problems import Problem
from .short_address import TODAY, shared
from .site_address import url

LEDGER_FILE = "dia-chi.txt"
ARROW = "→"
ALL_BELOW = "*"
_ADDRESS = re.compile(r"(?:\./|[a-z0-9]+(?:[-_./][a-z0-9]+)*/?)?(?:#[a-z0-9]+(?:[-_.][a-z0-9]+)*)?")
_MADE = re.compile(r"(?:assets|api|ngoai-tuyen)/.*|[^/#]+\.[a-z]+/?(?:#.*)?|sha256sums")
"""What the site itself makes beside its pages: no page can be put there."""
_FOLDER = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*/\*")


def addresses(corpus: Corpus) -> frozenset[str]:
    """Every address of this corpus: ``van-ban/x/dieu-8/#dieu-8-khoan-1``."""
    found: set[str] = set()
    for slug, instrument in corpus.instruments.items():
        found.add(url(corpus.home(slug)))
        for unit in instrument.outline.units:
            # The outline keeps every anchor, also when an article gets a page of its own.
            found.add(f"{url(corpus.home(slug))}#{unit.id}")
            address = corpus.address(Target(slug, unit))
            found.add(f"{url(address.page)}#{address.anchor}")
    found |= {url(page) for page in corpus.pages}
    for short, _ in shared(corpus):
        found |= {short, short + TODAY}
    return frozenset(found)


def read_ledger(text: str) -> Mapping[str, str]:
    """Address → where it leads today ("" for itself). Lines that are no addresses are left out."""
    return {address: target for _, address, target in _entries(text)}


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
    for number, address, target in _entries(text):
        if target and _MADE.fullmatch(address):
            message = f"“{address}” là tệp mà trang tự làm, không dẫn đi nơi khác được"
            problems.append(Problem(file, number, 1, message, "bỏ dòng này"))
        first, other = seen.setdefault(address, (number, target))
        if other != target:
            message = f"{address} đã ghi ở dòng {first}, dẫn tới nơi khác"
            problems.append(Problem(file, number, 1, message, "giữ lại một dòng"))
    return problems


def _entries(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, address and target of each line that is an address."""
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


def extended(corpus: Corpus, text: str) -> str:
    """The ledger with this corpus's new addresses added; nothing is ever taken out."""
    entries = dict(read_ledger(text))
    for address in addresses(corpus):
        entries.setdefault(address, "")
    head = [line for line in text.splitlines() if line.startswith("#")] or [
        "# Địa chỉ đã công bố: không xóa dòng nào. Thêm bằng lệnh: python hooks ledger",
        f"# Khi một địa chỉ phải đổi, ghi: địa-chỉ-cũ {ARROW} địa-chỉ-mới",
    ]
    lines = [f"{key} {ARROW} {to}" if to else key for key, to in sorted(entries.items())]
    return "\n".join([*head, *lines]) + "\n"
