"""Whether what was published is in what was built.

The ledger and ``docs/`` say which addresses a site has; what the builder makes of them hangs on its
settings too, on plugins and on options of its command line. Only the built files tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from os.path import isfile
from pathlib import Path

from .law.address_kinds import is_file
from .law.ledger import ALL_BELOW
from .law.moves import NO_MOVES, Moves
from .law.problems import Problem
from .law.site_address import HOME, url

# The word comes first, because what begins with a word is found several times as fast.
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')


@dataclass
class BuiltAddresses:
    """Looks at one build. ``disk`` says that its pages are files, to be opened from a disk."""

    moves: Moves = NO_MOVES
    disk: bool = False
    _lost: list[str] = field(default_factory=list)

    def rendered(self, path: str, content: str) -> None:
        """Put by which anchors the source page ``path`` should have and does not."""
        head, known = f"{url(path)}#", set(_ID.findall(content))
        for at in range(bisect_left(self._anchored, head), len(self._anchored)):
            address = self._anchored[at]
            if not address.startswith(head):
                break
            if address.removeprefix(head) not in known:
                self._lost.append(address)

    def lacking(self, site: Path) -> list[str]:
        """The addresses that the built site has not, sorted: first those without any file."""
        pages = (one for one in self._all if "#" not in one)
        root = str(site)
        gone = [one for one in pages if not any(map(isfile, self._files(root, one)))]
        return [*sorted(gone), *sorted(self._lost)]

    @property
    def _all(self) -> Iterator[str]:
        """What the ledger holds, and what will be in it before long."""
        yield from (one for one in self.moves.entries if not one.endswith(ALL_BELOW))
        yield from self.moves.present - self.moves.entries.keys()

    @cached_property
    def _anchored(self) -> list[str]:
        return sorted(one for one in self._all if "#" in one)

    def _files(self, site: str, address: str) -> Iterator[str]:
        """Each file that would answer for an address."""
        if is_file(address):  # or a page says where it went
            yield f"{site}/{address}"
        folder = address.removeprefix(HOME).rstrip("/")
        yield f"{site}/{folder}/index.html" if folder else f"{site}/index.html"
        if self.disk and folder:
            yield f"{site}/{folder}.html"


def problem(lacking: list[str], settings: str) -> Problem:
    """What is told of them, where there are any."""
    message = f"bản vừa dựng thiếu {len(lacking)} địa chỉ phải có, ví dụ {lacking[0]}"
    advice = (
        "thường do exclude_docs, draft_docs, use_directory_urls hay một plugin trong tệp này: bỏ"
        " thay đổi gần nhất ở đó rồi dựng lại"
    )
    return Problem(settings, 1, 1, message, advice)
