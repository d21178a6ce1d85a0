"""Lines in capitals that name a law without its year, above words on another law of that name.

“TRONG LUẬT AN NINH MẠNG⏎Điều 8 Luật An ninh mạng năm 2018 …”: the day of the text says one law,
what stands below the line another, and nobody can tell which of them the line means.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..law.instrument import Target
from .citation import Candidate, Citation, Status
from .names import NameIndex, name_key


def doubted(found: Sequence[Citation], names: NameIndex) -> Sequence[Citation]:
    """The citations of a text in their order, such names among them told to be ambiguous."""
    if not [item for item in found if item.text.isupper() and _is_bare(item, names)]:
        return found
    told = list(found)
    below: dict[str, str] = {}  # name → the law of that name that is cited next
    for at in range(len(found) - 1, -1, -1):
        item = found[at]
        if item.target is None:
            continue
        slug = item.target.slug
        if _is_bare(item, names) and below.get(name := name_key(item.text), slug) != slug:
            told[at] = _doubt(item, below[name], names)
            continue
        below.update((name_key(name), slug) for name in names.corpus.instruments[slug].names)
    return told


def _is_bare(item: Citation, names: NameIndex) -> bool:
    """Whether a citation is a name in capitals and nothing more."""
    if item.target is None or item.target.unit or not item.text.isupper():
        return False
    return name_key(item.text) in names.by_name


def _doubt(item: Citation, below: str, names: NameIndex) -> Citation:
    assert item.target is not None
    other, of_the_day = (names.corpus.instruments[slug] for slug in (below, item.target.slug))
    return item._replace(
        target=None,
        status=Status.AMBIGUOUS,
        reason=f"dòng chữ hoa không ghi năm, mà ngay dưới nói về {other.short}",
        suggestion=f"ghi năm: {other.short} hay {of_the_day.short}",
        candidates=(
            Candidate(Target(below), "nêu ngay sau"),
            Candidate(item.target, "luật mang tên này vào ngày của văn bản"),
        ),
    )
