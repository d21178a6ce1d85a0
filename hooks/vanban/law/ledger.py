"""The ledger of published addresses: a plain sorted file; what it holds is never lost.

One line an address, ``page#anchor`` as readers' links have it. A line with ``→``
names where an address that had to move now leads.
"""

from __future__ import annotations

from collections.abc import Mapping

from .corpus import Corpus
from .instrument import Target
from .problems import Problem
from .short_address import TODAY, shared
from .site_address import url

LEDGER_FILE = "dia-chi.txt"
ARROW = "→"


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
    """Address → where it leads today ("" for itself)."""
    entries: dict[str, str] = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            address, _, target = line.partition(ARROW)
            entries[address.strip()] = target.strip()
    return entries


def check(corpus: Corpus, text: str, file: str) -> list[Problem]:
    """Addresses that were published and are gone, and aliases that lead nowhere."""
    present = addresses(corpus)
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        address, _, target = (part.strip() for part in line.partition(ARROW))
        if target and target not in present:
            problems.append(
                Problem(
                    file, number, 1, f"“{target}” không có trên trang", "sửa nơi mũi tên chỉ tới"
                )
            )
        elif not target and address not in present:
            advice = f"trả lại điều khoản đó, hoặc ghi: {address} {ARROW} địa-chỉ-mới"
            problems.append(
                Problem(file, number, 1, f"địa chỉ đã công bố bị mất: {address}", advice)
            )
    return problems


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
