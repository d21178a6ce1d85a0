"""The beginning of a wording, for previews and for what a chat shows of a link."""

from __future__ import annotations

import re

from ..law.corpus import Corpus
from ..law.instrument import Target
from ..law.units import DEPTH, Kind

_MONEY = re.compile(r"\d\s*(?:triệu|tỷ|đồng)\b|\b(?:triệu|tỷ) đồng\b")
_WHO = re.compile(r"\b(?:cá nhân|tổ chức)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;](?=\s|$)")


def shortened(text: str, limit: int) -> str:
    """The text up to ``limit`` letters, cut at a word.

    A sum is never cut off from the words that say whose fine it is: the cut moves
    on to the end of the phrase that says it.
    """
    # So many words are longer than so many letters; what follows them may be a whole law.
    flat = " ".join(text.split(maxsplit=limit)[:limit])
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 2].rsplit(" ", 1)[0]
    if _MONEY.search(cut) and not _WHO.search(cut):
        flat = " ".join(text.split())
        who = _WHO.search(flat)
        if who:
            end = _SENTENCE_END.search(flat, who.end())
            cut = flat[: end.start() if end else len(flat)]
    return cut if cut == flat else f"{cut.rstrip(' ,;:.')} …"


def told(corpus: Corpus, target: Target) -> str:
    """The site's own wording of a unit; "" where it has none.

    What only leads in to points (“một trong sáu nhóm việc dưới đây”) is followed by the
    beginnings of the points, so that it is never shown with nothing below it.
    """
    found = corpus.provisions.get(target)
    if found is None:
        return ""
    known = corpus.unit(target)
    points = [
        f"{unit.number}) {corpus.provisions[child].text.splitlines()[0].rstrip('.;')}"
        for unit in (known.children if known else ())
        if DEPTH[unit.kind] >= DEPTH[Kind.POINT]
        and (child := Target(target.slug, unit)) in corpus.provisions
        and corpus.provisions[child].text
    ]
    if not points:
        return found.text
    return f"{found.text.rstrip(' .:;')}: {'; '.join(points)}."
