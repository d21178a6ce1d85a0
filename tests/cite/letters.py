"""The table ``letters.jsonl``: how letters, schoolbooks and messages really write citations.

One line is ``kind``, ``text``, the place (``in``) and day (``at``) that it stands in, and
``want``: the targets that are linked, ``"broken"`` where the text contradicts itself, and
``[]`` where nothing may be linked (``status``: the status that must be told). The words are
invented in the style of what was read. ``topic-stays`` are sentences on the page of one
instrument that are about another paper when a bare “Điều 7” comes, ``topic-back`` those that
name another paper and yet mean the page: most were written before the rule was (``topic``).
``talk-of-another`` and ``talk-of-the-page`` are the same over several sentences (``talk``);
in ``talk-unclear`` a lawyer would say the page, but only by what the words mean: that is told.

``PYTHONPATH=hooks python -m tests.cite.letters`` prints how many of each kind are right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.cite.citation import Citation, Status

TABLE = Path(__file__).parent / "letters.jsonl"
EITHER = frozenset({"trailing-instrument-list", "title-in-between"})
"""Kinds in which units may be linked to the instrument that follows, or not at all."""


@dataclass(frozen=True)
class Letter:
    kind: str
    text: str
    in_: str | None
    at: str | None
    want: tuple[str, ...]
    status: str | None


def read_letters() -> list[Letter]:
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        broken = row["want"] == "broken"
        want = () if broken else tuple(row["want"])
        status = "broken" if broken else row.get("status")
        rows.append(Letter(row["kind"], row["text"], row.get("in"), row.get("at"), want, status))
    return rows


def verdict(letter: Letter, found: Sequence[Citation]) -> str:
    """``right``; ``silently wrong``: a link that is not wanted; ``lost``; ``false alarm``."""
    linked = [str(item.target) for item in found if item.linked]
    home = (letter.in_ or "").partition("#")[0]
    allowed = {target.partition("#")[0] for target in letter.want} - {home}
    for target in linked:
        either = letter.kind in EITHER and target.partition("#")[0] in allowed
        if target not in letter.want and not either:
            return "silently wrong"
    if any(target not in linked for target in letter.want):
        return "lost"
    statuses = {item.status for item in found}
    if letter.status and letter.status not in statuses:
        return "false alarm" if Status.BROKEN in statuses else "lost"
    if Status.BROKEN in statuses and letter.status != "broken" and not letter.want:
        return "false alarm"
    return "right"


def score(found: Sequence[tuple[Letter, str]]) -> str:
    """How many of each kind got which verdict, one line a kind."""
    kinds: dict[str, Counter[str]] = {}
    for letter, what in found:
        kinds.setdefault(letter.kind, Counter())[what] += 1
    lines = [f"{kind:<36} {dict(counted)}" for kind, counted in kinds.items()]
    return "\n".join((*lines, str(dict(Counter(what for _, what in found)))))


if __name__ == "__main__":
    from vanban.cite.engine import Engine
    from vanban.law.corpus_source import load_corpus

    from .notation import context

    engine = Engine(load_corpus(Path("docs")))
    print(
        score(
            [
                (letter, verdict(letter, engine.cite(letter.text, context(letter.in_, letter.at))))
                for letter in read_letters()
            ]
        )
    )
