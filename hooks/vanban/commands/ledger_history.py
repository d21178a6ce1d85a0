"""What earlier versions of the ledger held, as far as git knows.

An edit that is taken back (``git revert``) takes its addresses out of the ledger together with the
line that counts them: what is left looks whole, and what was published since would be lost unseen.
A copy of the project without git, or with its newest commit alone, knows nothing of this.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from ..law.ledger import ALL_BELOW, LEDGER_FILE, begun, read_ledger

_LOG = (
    "log --full-history --topo-order --no-color --no-ext-diff --no-textconv --no-relative --text"
    " --unified=0 --patch -c --format=%x1e%H%x20%P"
)
"""``--text``: attributes may call it binary, and nothing of it would be shown. ``-c``: what a merge
itself wrote, as where the ledger was written anew before the two were made one, stands in neither.
"""
_MOVED = "log --follow --no-relative --diff-filter=R --name-status -z --format= --"
_RENAMED = re.compile(r"\s*R\d{3}")
_COMMIT = "\x1e"
_SETTINGS = ("-c", "safe.directory=*", "-c", "log.showRoot=true", "-c", "log.showSignature=false")
"""Whose the folder is does not matter: its program is running already. (Containers build as root
what another user fetched, and git would say nothing there.) The first commit is told, too.
"""


def ever_written(root: Path, text: str) -> list[str]:
    """Every line that was written into the ledger ``text`` of the project in ``root`` in its
    history, which begins where it was begun anew; the newest first.
    """
    first = begun(text)
    before = _names_before(root)
    told = git(
        root, *_LOG.split(), "--", LEDGER_FILE, *(f":(top,literal){name}" for name in before)
    )
    commits = [_added(commit) for commit in told.split(_COMMIT)[1:]]  # the newest first
    if not first:
        return [line for _, added in commits for line in added]
    # The oldest: a ledger that was lost and got back, or got other line ends, has that line anew.
    oldest = reversed(commits)
    start = next((digest for digest, added in oldest if begun("\n".join(added)) == first), "")
    if not start:  # it was written a moment ago
        return []
    # What was merged from the other site since, for its newer program, is that one's history.
    after = set(git(root, "rev-list", "--ancestry-path", f"{start}..HEAD").split())
    own = [line for digest, added in commits if digest in after for line in added]
    there = (f"./{LEDGER_FILE}", *before)
    return [*own, *(row for name in there for row in _lines(root, start, name))]


def _names_before(root: Path) -> list[str]:
    """Where the ledger lay before the project was moved to its folder, from the top of all."""
    told = git(root, *_MOVED.split(), LEDGER_FILE).split("\0")
    return [old for kind, old in pairwise(told) if _RENAMED.fullmatch(kind)]


def _lines(root: Path, commit: str, name: str) -> list[str]:
    return git(root, "show", f"{commit}:{name}").split("\n")


def _added(commit: str) -> tuple[str, list[str]]:
    """The digest of a commit, and the lines that it added: of a merge those that no parent has."""
    head, *lines = commit.split("\n")
    digest, *parents = head.split()
    sign = "+" * max(1, len(parents))
    own = (line for line in lines if line.startswith(sign) and not line.startswith("+++ "))
    return digest, [line.removeprefix(sign) for line in own]


def git(root: Path, *words: str) -> str:
    """What git says; "" where there is none, or it knows nothing.

    What its own variables say (a hook sets some) is of another folder, or another form.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(
            ["git", *_SETTINGS, "-C", str(root), *words],
            capture_output=True,
            check=False,
            env=env,
            encoding="utf-8",
            errors="replace",
        ).stdout
    except OSError:
        return ""


def addresses_in(lines: Iterable[str]) -> frozenset[str]:
    """Every address that lines of a ledger hold."""
    return frozenset(one for one in read_ledger("\n".join(lines)) if not one.endswith(ALL_BELOW))
