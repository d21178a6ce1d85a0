"""What earlier versions of the ledger held, as far as git knows.

An edit that is taken back (``git revert``) takes its addresses out of the ledger together with the
line that counts them: what is left looks whole, and what was published since would be lost unseen.
A copy of the project without git, or with its newest commit alone, knows nothing of this.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..law.ledger import ALL_BELOW, LEDGER_FILE, read_ledger

_LOG = "log --full-history --no-color --no-ext-diff --no-textconv --unified=0 --format= --patch"


def ever_held(root: Path) -> frozenset[str]:
    """Every address that a ledger in the history of the project in ``root`` has held."""
    command = ["git", "-C", str(root), *_LOG.split(), "--", LEDGER_FILE]
    try:
        said = subprocess.run(
            command, capture_output=True, check=False, encoding="utf-8", errors="replace"
        )
    except OSError:  # no git here
        return frozenset()
    added = (line[1:] for line in said.stdout.split("\n") if line[:1] == "+" and line[:3] != "+++")
    return frozenset(one for one in read_ledger("\n".join(added)) if not one.endswith(ALL_BELOW))
