"""What earlier versions of the ledger held, as far as git knows.

An edit that is taken back (``git revert``) takes its addresses out of the ledger together with the
line that counts them: what is left looks whole, and what was published since would be lost unseen.
A copy of the project without git, or with its newest commit alone, knows nothing of this.
"""

from __future__ import annotations

import subprocess
from collections.abc import Set
from pathlib import Path

from ..law.ledger import ALL_BELOW, LEDGER_FILE, begun, read_ledger

_LOG = "log --full-history --topo-order --no-color --no-ext-diff --no-textconv --unified=0 --patch"
_COMMIT = "\x1e"


def ever_held(root: Path, text: str) -> frozenset[str]:
    """Every address that the ledger ``text`` of the project in ``root`` has held in its history,
    which begins where it was begun anew.
    """
    first, held = begun(text), set[str]()
    told = git(root, *_LOG.split(), "--format=%x1e%H", "--", LEDGER_FILE)
    for commit in told.split(_COMMIT)[1:]:  # the newest first
        digest, *lines = commit.split("\n")
        added = [line[1:] for line in lines if line[:1] == "+" and line[:3] != "+++"]
        if first and first in added:
            whole = git(root, "show", f"{digest}:./{LEDGER_FILE}")
            return _addresses(held | read_ledger(whole).keys())
        held |= read_ledger("\n".join(added)).keys()
    # A beginning that no commit has was written a moment ago.
    return frozenset() if first else _addresses(held)


def git(root: Path, *words: str) -> str:
    """What git says; "" where there is none, or it knows nothing."""
    try:
        return subprocess.run(
            ["git", "-C", str(root), *words],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
        ).stdout
    except OSError:
        return ""


def _addresses(held: Set[str]) -> frozenset[str]:
    return frozenset(one for one in held if not one.endswith(ALL_BELOW))
