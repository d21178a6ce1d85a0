"""How sure a page is, from what, and when that was checked: one line, and one fold at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...law.fines import PAYER_WORDS, Fine
from ...law.instrument import Certainty, Evidence, Payer, Target, short_name
from ...law.names import capital
from ...page.context import PageContext
from ...page.views import CERTAINTY_WORDS, EvidenceView

_ORDER = (Certainty.STATED, Certainty.SINGLE, Certainty.READING, Certainty.UNKNOWN)


@dataclass(frozen=True)
class Ground:
    """One instrument that a page rests on, and how its wording is known."""

    label: str
    evidence: EvidenceView


@dataclass(frozen=True)
class Grounds:
    """``sure`` is of the whole page; ``sums`` say how each fine is known.

    ``checked``, ``day`` and ``aged`` are those of its oldest check (``EvidenceView``);
    ``paired`` says that the page pairs provisions that have ended with those of today.
    """

    sure: str
    checked: str
    day: str
    aged: str
    rows: tuple[Ground, ...]
    sums: tuple[str, ...]
    paired: bool


def grounds(
    here: PageContext, fines: Iterable[tuple[Target, Fine]], is_open: bool = False
) -> Grounds | None:
    """What a page rests on; None where it cites nothing that the corpus holds.

    ``is_open``: its answer is that nobody here knows.
    """
    fines = tuple(fines)
    cited = [target for target, _ in fines] + [
        mention.citation.target
        for mention in here.library.graph.mentions
        if mention.page == here.path and mention.citation.linked and mention.citation.target
    ]
    slugs = tuple(dict.fromkeys(target.slug for target in cited))
    if not slugs:
        return None
    instruments = [here.library.corpus.instruments[slug] for slug in slugs]
    evidence = [item.wording for item in instruments]
    ended = any(here.viewer.status(Target(slug)).css == "het" for slug in slugs)
    oldest = here.viewer.evidence(min(evidence, key=lambda item: item.checked))
    return Grounds(
        _open(evidence) if is_open else capital(sure(evidence)),
        oldest.checked,
        oldest.day,
        oldest.aged,
        tuple(Ground(short_name(item), here.viewer.evidence(item.wording)) for item in instruments),
        tuple(_computed(here, target, amount) for target, amount in fines),
        ended,
    )


def sure(evidence: Iterable[Evidence]) -> str:
    """The surest, and where some are weaker the weakest: “văn bản nêu rõ, có chỗ một nguồn”."""
    known = {item.certainty for item in evidence}
    words = [CERTAINTY_WORDS[item] for item in _ORDER if item in known]
    return ", có chỗ ".join(dict.fromkeys([words[0], words[-1]]))


def _open(evidence: Iterable[Evidence]) -> str:
    """Of an answer that nobody here knows: what it cites is known, it is not."""
    return f"Câu trả lời chưa rõ; điều khoản đã đọc: {sure(evidence)}"


def _computed(here: PageContext, target: Target, amount: Fine) -> str:
    """Whose sum the decree prints, and how the other one is computed."""
    printed = PAYER_WORDS[amount.printed]
    other = PAYER_WORDS[_other(amount.printed)]
    start = f"{capital(here.library.label(target))}: nghị định ghi sẵn mức của {printed}"
    if amount.rule is None:
        return f"{start}; không có mức cho {other}."
    how = "một nửa" if amount.printed is Payer.ORGANISATION else "gấp đôi"
    rule = here.library.label(amount.rule)
    return f"{start}; mức của {other} được tính ra, bằng {how}, theo {rule}."


def _other(payer: Payer) -> Payer:
    return Payer.PERSON if payer is Payer.ORGANISATION else Payer.ORGANISATION
