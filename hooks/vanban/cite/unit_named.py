"""The unit that a citation names, filled up from the text around it where it leaves that open."""

from __future__ import annotations

from ..law.instrument import Instrument, Target
from ..law.units import ALPHABET, DEPTH, GROUPING, LABELS, Kind, UnitError, UnitPath, path
from .citation import Context, Status
from .locate import Answer, children_words, grouping, has_groups
from .tokens import UNREAD, BareType, InstrumentToken, Steps, This, ThisInstrument


def unit_named(
    steps: Steps,
    named: InstrumentToken | None,
    instrument: Instrument,
    context: Context,
) -> UnitPath | Answer:
    """The unit that the steps name, filled up from the context where the text leaves it open."""
    for _, number in steps:
        if isinstance(number, str) and number.endswith(UNREAD):
            reason = f"không rõ “{number.removesuffix(UNREAD)}” là đơn vị nào"
            return Answer(None, Status.AMBIGUOUS, reason, "ghi rõ từng điều, khoản, điểm")
    home = of_the_text(named)
    here = context.unit if home and context.slug == instrument.slug else None
    if steps[0][0] in GROUPING:
        deep = tuple(step for step in steps if step[0] not in GROUPING)
        if not deep:
            found = grouping(instrument, steps)
            if found:
                return found
            if not instrument.outline.complete or not has_groups(instrument):
                reason = f"mục lục của {instrument.short} ở đây không ghi các chương"
                return Answer(Target(instrument.slug), Status.UNVERIFIED, reason)
            known = children_words(instrument, None)
            label = " ".join(f"{LABELS[k]} {n}" for k, n in reversed(steps))
            return Answer(None, Status.BROKEN, f"{instrument.short} không có {label}", known)
        if steps[0][0] is not Kind.SECTION or deep[0][0] is not Kind.POINT:
            steps = deep
    whole = dict(steps)
    top = min(DEPTH[kind] for kind in whole)
    for kind, number in here.steps if here else ():
        if kind in GROUPING and Kind.POINT not in whole:
            continue
        if DEPTH[kind] < top or isinstance(whole.get(kind), This):
            whole[kind] = number
    told = {kind: number for kind, number in whole.items() if not isinstance(number, This)}
    lacking = [kind for kind in whole if kind not in told]
    ordered = sorted(told.items(), key=lambda step: DEPTH[step[0]])
    if lacking or ordered[0][0] not in (Kind.ARTICLE, Kind.SECTION):
        wanted = LABELS[lacking[0]] if lacking else "Điều"
        reason = f"không rõ {wanted.lower()} nào"
        return Answer(None, Status.AMBIGUOUS, reason, "ghi rõ số điều")
    if Kind.INDENT in told and Kind.POINT not in told:
        return Answer(None, Status.AMBIGUOUS, "không rõ tiết của điểm nào", "ghi rõ điểm")
    try:
        return path(*ordered)
    except UnitError:
        letter = told.get(Kind.POINT, "")
        if letter and letter not in ALPHABET:
            reason = f"không văn bản nào có điểm {letter}"
            return Answer(None, Status.BROKEN, reason, f"dãy chữ của điểm: {ALPHABET}")
        return Answer(None, Status.BROKEN, "số của điều, khoản, điểm không hợp nhau")


def of_the_text(named: InstrumentToken | None) -> bool:
    """Whether units are of the text around them: no other instrument is named beside them."""
    return named is None or isinstance(named, (ThisInstrument, BareType))
