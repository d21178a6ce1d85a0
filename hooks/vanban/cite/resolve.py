"""Second step: literal citations bound to the corpus, each to one provision or to a reason."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..law.instrument import Instrument, Target, Unit
from ..law.units import ALPHABET, DEPTH, LABELS, Kind, UnitError, UnitPath, path, sort_key
from .bind import Binding, Seen, bind
from .citation import Citation, Context, Status
from .clean import CleanText
from .names import NameIndex
from .run import Literal
from .tokens import (
    BareType,
    ByName,
    ByNumber,
    Elsewhere,
    InstrumentToken,
    Step,
    Steps,
    This,
    ThisInstrument,
)

_GROUPING = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})
_RANGE_LIMIT = 200
_BEFORE_THIS = ("tại", "theo", "của", "ở", "trong", "trừ", "với", "và", "hoặc", "định")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a literal comes to: a target and how sure."""

    target: Target | None
    status: Status
    reason: str = ""
    suggestion: str = ""


Known = dict[tuple[str, UnitPath | None, Steps], "_Answer"]
"""Answers given before: instrument, unit around (where it plays a part), steps."""


def resolve(
    literals: Sequence[Literal],
    rivals: Mapping[int, InstrumentToken],
    clean: CleanText,
    context: Context,
    names: NameIndex,
    given: str,
    known: Known,
) -> Iterator[Citation]:
    """Citations of one text in order of their beginning; what is no citation is left out.

    ``known`` is filled as it is used; it belongs to the caller and to one corpus.
    """
    seen = Seen()
    for literal in sorted(literals, key=lambda item: (item.start, item.end)):
        binding = _binding(literal, context, seen, names)
        if literal.instrument is None and binding.instrument and literal.start in rivals:
            binding = _rivalled(rivals[literal.start], binding, context, seen, names)
        if literal.loose:
            binding = _loose(literal, binding, context, names)
        if binding.instrument and literal.instrument:
            seen.add(binding.instrument)
        _remember(literal, binding, seen, clean)
        if _is_prose(literal, binding, clean, context):
            continue
        for start, end, answer in _answers(literal, binding, context, known):
            first, last = clean.original(start, end)
            text = given[first:last]
            yield Citation(
                first, last, text, answer.target, answer.status, answer.reason, answer.suggestion
            )


def _binding(literal: Literal, context: Context, seen: Seen, names: NameIndex) -> Binding:
    if literal.instrument:
        return bind(literal.instrument, context, seen, names)
    home = names.corpus.instruments.get(context.slug or "")
    if home and _may_hold(home, literal):
        return Binding(home)
    reason = "không rõ thuộc văn bản nào"
    advice = "ghi tên văn bản ngay sau số điều"
    if len(seen.instruments) == 1:
        advice = f"có phải của {next(iter(seen.instruments.values())).cited}?"
    return Binding(None, Status.AMBIGUOUS, reason, advice)


def _rivalled(
    rival: InstrumentToken, home: Binding, context: Context, seen: Seen, names: NameIndex
) -> Binding:
    """Units of the text around, or of the instrument that follows in the same sentence?"""
    other = bind(rival, context, seen, names)
    if home.instrument is None or other.instrument is home.instrument:
        return home
    if other.instrument is None and isinstance(rival, (BareType, Elsewhere)):
        return home
    said = other.instrument.short if other.instrument else "văn bản nêu sau đó"
    reason = f"của {home.instrument.short} hay của {said}?"
    return Binding(None, Status.AMBIGUOUS, reason, "ghi tên văn bản ngay sau số điều")


def _remember(literal: Literal, binding: Binding, seen: Seen, clean: CleanText) -> None:
    """What a text has said of a name: a later bare name may mean the same one."""
    named = literal.instrument
    if not isinstance(named, (ByName, ByNumber)) or not named.name:
        return
    if binding.status is Status.OUTSIDE and (isinstance(named, ByNumber) or named.issue.told):
        seen.others[named.name] = " ".join(clean.text[named.start : named.end].split())
    elif binding.instrument:
        seen.others.pop(named.name, None)


def _may_hold(home: Instrument, literal: Literal) -> bool:
    """Whether bare “Điều 8” can be of the text around it: a letter in items has no articles."""
    outline = home.outline
    of_article = any(kind in (Kind.ARTICLE, Kind.CLAUSE) for kind, _ in literal.steps)
    return not of_article or not outline.complete or bool(outline.articles())


def _loose(literal: Literal, binding: Binding, context: Context, names: NameIndex) -> Binding:
    """“Nghị định B (khoản 2 Điều 83)” inside decree A: B's clause, or A's own?

    What only one of the two has is that one's; what both have is nobody's guess.
    """
    home = names.corpus.instruments.get(context.slug or "")
    if home is None or binding.instrument in (None, home):
        return binding
    named = _first(literal, binding, context)
    own = _first(literal._replace(instrument=None), Binding(home), context)
    if own is not Status.RESOLVED:
        return binding
    if named is Status.BROKEN:
        return Binding(home)
    other = binding.instrument.short if binding.instrument else ""
    reason = f"của {other} hay của {home.short}? cả hai đều có"
    return Binding(None, Status.AMBIGUOUS, reason, "ghi tên văn bản ngay sau số điều")


def _first(literal: Literal, binding: Binding, context: Context) -> Status:
    return next(_answers(literal, binding, context, {}))[2].status


def _is_prose(literal: Literal, binding: Binding, clean: CleanText, context: Context) -> bool:
    """Words that only look like a citation: “Điều này cho thấy”, “điểm a” of a school mark."""
    steps = literal.steps
    bare = isinstance(literal.instrument, BareType) and binding.instrument is None
    if not steps or (literal.instrument and not (bare and steps[-1][0] in _GROUPING)):
        return False
    kind, number = steps[-1]
    if isinstance(number, This):
        return len(steps) == 1 and not _means_the_unit(literal, clean, context, binding)
    if len(steps) == 1 and kind is Kind.POINT:
        return context.unit is None or number not in ALPHABET
    if kind in _GROUPING:
        if binding.instrument is None or not clean.text[literal.start].isupper():
            return True
        return _grouping(binding.instrument, steps) is None
    return False


def _means_the_unit(literal: Literal, clean: CleanText, context: Context, binding: Binding) -> bool:
    """Whether “Điều này”, “khoản này” means the unit around the text, not “this matter”.

    A word such as “tại” or “theo” stands before it, and “Điều” begins with a capital.
    """
    before = clean.low[max(0, literal.start - 12) : literal.start].split()
    marked = bool(before) and before[-1] in _BEFORE_THIS
    named = literal.steps[0][0] is not Kind.ARTICLE or clean.text[literal.start].isupper()
    return bool(marked and named and context.unit and binding.instrument)


def _answers(
    literal: Literal, binding: Binding, context: Context, known: Known
) -> Iterator[tuple[int, int, _Answer]]:
    start, end = literal.start, literal.end
    instrument = binding.instrument
    if instrument is None:
        answer = _Answer(None, binding.status, binding.reason, binding.suggestion)
        yield start, end, answer
        if literal.until:
            yield literal.until.start, literal.until.end, answer
        return
    if not literal.steps:
        yield start, end, _Answer(Target(instrument.slug), Status.RESOLVED, binding.reason)
        return
    named = literal.instrument
    home = _of_the_text(named)
    key = (instrument.slug, context.unit if home and context.slug == instrument.slug else None)
    until = literal.until
    if not until:
        before = known.get((*key, literal.steps))
        if before is None:
            before = known[(*key, literal.steps)] = _answer(literal, instrument, context)
        yield start, end, before
        return
    built = _path(literal.steps, named, instrument, context)
    if isinstance(built, _Answer):
        yield start, end, built
        yield until.start, until.end, built
        return
    yield start, end, _locate(instrument, built, literal.steps)
    last = _with_number(built, until.number)
    if sort_key(last.number) <= sort_key(built.number):
        reason = f"khoảng ngược: {built.label} đến {last.own_label.lower()}"
        answer = _Answer(None, Status.BROKEN, reason, "viết số nhỏ trước")
        yield until.start, until.end, answer
        return
    first = _locate(instrument, built, literal.steps)
    for between in _between(instrument, built, last):
        inner = _locate(instrument, between, literal.steps)
        if inner.target != first.target:  # an unknown outline has one target for them all
            yield start, until.end, inner
    answer = _locate(instrument, last, literal.steps)
    yield until.start, until.end, answer


def _answer(literal: Literal, instrument: Instrument, context: Context) -> _Answer:
    built = _path(literal.steps, literal.instrument, instrument, context)
    return built if isinstance(built, _Answer) else _locate(instrument, built, literal.steps)


def _path(
    steps: Steps,
    named: InstrumentToken | None,
    instrument: Instrument,
    context: Context,
) -> UnitPath | _Answer:
    """The unit that the steps name, filled up from the context where the text leaves it open."""
    home = _of_the_text(named)
    here = context.unit if home and context.slug == instrument.slug else None
    if steps[0][0] in _GROUPING:
        deep = tuple(step for step in steps if step[0] not in _GROUPING)
        if not deep:
            found = _grouping(instrument, steps)
            if found:
                return found
            if not instrument.outline.complete or not _has_groups(instrument):
                reason = f"mục lục của {instrument.short} ở đây không ghi các chương"
                return _Answer(Target(instrument.slug), Status.UNVERIFIED, reason)
            known = _children_words(instrument, None)
            label = " ".join(f"{LABELS[k]} {n}" for k, n in reversed(steps))
            return _Answer(None, Status.BROKEN, f"{instrument.short} không có {label}", known)
        if steps[0][0] is not Kind.SECTION or deep[0][0] is not Kind.POINT:
            steps = deep
    whole = dict(steps)
    top = min(DEPTH[kind] for kind in whole)
    for kind, number in here.steps if here else ():
        if kind in _GROUPING and Kind.POINT not in whole:
            continue
        if DEPTH[kind] < top or isinstance(whole.get(kind), This):
            whole[kind] = number
    told = {kind: number for kind, number in whole.items() if not isinstance(number, This)}
    lacking = [kind for kind in whole if kind not in told]
    ordered = sorted(told.items(), key=lambda step: DEPTH[step[0]])
    if lacking or ordered[0][0] not in (Kind.ARTICLE, Kind.SECTION):
        wanted = LABELS[lacking[0]] if lacking else "Điều"
        reason = f"không rõ {wanted.lower()} nào"
        return _Answer(None, Status.AMBIGUOUS, reason, "ghi rõ số điều")
    try:
        return path(*ordered)
    except UnitError:
        letter = told.get(Kind.POINT, "")
        if letter and letter not in ALPHABET:
            reason = f"không văn bản nào có điểm {letter}"
            return _Answer(None, Status.BROKEN, reason, f"dãy chữ của điểm: {ALPHABET}")
        return _Answer(None, Status.BROKEN, "số của điều, khoản, điểm không hợp nhau")


def _of_the_text(named: InstrumentToken | None) -> bool:
    """Whether units are of the text around them: no other instrument is named beside them."""
    return named is None or isinstance(named, (ThisInstrument, BareType))


def _grouping(instrument: Instrument, steps: Steps) -> UnitPath | None:
    """A chapter or section; a section named alone counts where one chapter has that number."""
    wanted = [step for step in steps if step[0] in _GROUPING]
    found = [
        unit.path
        for unit in instrument.outline.units.values()
        if unit.kind is wanted[-1][0] and all(step in unit.path.steps for step in wanted)
    ]
    return found[0] if len(found) == 1 else None


def _has_groups(instrument: Instrument) -> bool:
    return any(unit.kind in _GROUPING for unit in instrument.outline.units.values())


def _locate(instrument: Instrument, wanted: UnitPath, steps: Steps) -> _Answer:
    """Walk the outline down the path, to the unit, to the deepest one known, or to a mistake."""
    units = instrument.outline.units
    parent: Unit | None = None
    for depth in range(1, len(wanted.steps) + 1):
        step = UnitPath(wanted.steps[:depth])
        unit = units.get(step)
        if unit is None:
            return _absent(instrument, parent, step)
        parent = unit
    of_article = wanted.steps[0][0] is Kind.ARTICLE
    chapter = [step for step in steps if of_article and step[0] in _GROUPING]
    if chapter and parent is not None and not _lies_in(instrument, wanted, chapter):
        label = " ".join(f"{LABELS[k]} {n}" for k, n in reversed(chapter))
        reason = f"{wanted.label} {instrument.short} không nằm ở {label}"
        return _Answer(None, Status.BROKEN, reason, "xem mục lục của văn bản")
    return _Answer(Target(instrument.slug, wanted), Status.RESOLVED)


def _lies_in(instrument: Instrument, wanted: UnitPath, chapter: list[Step]) -> bool:
    unit = instrument.outline.units[wanted.top]
    above = unit.parent
    if above is None:
        return not instrument.outline.complete
    return all(step in instrument.outline.units[above].path.steps for step in chapter)


def _absent(instrument: Instrument, parent: Unit | None, step: UnitPath) -> _Answer:
    outline = instrument.outline
    if parent is None:
        if not outline.complete:
            reason = f"mục lục của {instrument.short} ở đây chưa đủ các điều"
            return _Answer(Target(instrument.slug), Status.UNVERIFIED, reason)
    elif not parent.children_known or not parent.children_complete:
        reason = f"chưa đếm hết {LABELS[step.kind]} của {parent.path.label} {instrument.short}"
        return _Answer(Target(instrument.slug, parent.path), Status.UNVERIFIED, reason)
    where = f"{parent.path.label} " if parent else ""
    reason = f"{where}{instrument.short} không có {LABELS[step.kind]} {step.number}"
    return _Answer(None, Status.BROKEN, reason, _advice(instrument, parent, step))


def _advice(instrument: Instrument, parent: Unit | None, step: UnitPath) -> str:
    """What exists instead, and the nearest number by its digits."""
    known = _children_words(instrument, parent)
    siblings = _siblings(instrument, parent)
    numbers = [unit.path.number for unit in siblings if unit.kind is step.kind]
    near = difflib.get_close_matches(step.number, numbers, n=1, cutoff=0.4)
    if near:
        meant = UnitPath((*step.steps[:-1], (step.kind, near[0])))
        return f"{known}; có phải {meant.label}?"
    return known


def _siblings(instrument: Instrument, parent: Unit | None) -> list[Unit]:
    units = instrument.outline.units
    if parent is None:
        return list(instrument.outline.articles())
    return [units[child] for child in parent.children if child in units]


def _children_words(instrument: Instrument, parent: Unit | None) -> str:
    siblings = _siblings(instrument, parent)
    where = parent.path.label if parent else instrument.short
    if not siblings:
        return f"{where} không chia nhỏ hơn"
    kind = siblings[0].kind
    first, last = siblings[0].path.number, siblings[-1].path.number
    spread = f"{first}–{last}" if len(siblings) > 1 else first
    return f"{where} có {len(siblings)} {LABELS[kind].lower()} ({spread})"


def _between(instrument: Instrument, first: UnitPath, last: UnitPath) -> list[UnitPath]:
    """The units inside a range: as the outline has them, else by counting."""
    parent = instrument.outline.units.get(first.parent) if first.parent else None
    whole = parent.children_complete if parent else instrument.outline.complete
    low, high = sort_key(first.number), sort_key(last.number)
    if whole and (parent is not None or first.parent is None):
        siblings = [unit.path for unit in _siblings(instrument, parent)]
        return [p for p in siblings if p.kind is first.kind and low < sort_key(p.number) < high]
    if first.kind is Kind.POINT:
        numbers = list(ALPHABET[low[1] : high[1] - 1])
    else:
        numbers = [str(n) for n in range(low[0] + 1, min(high[0], low[0] + _RANGE_LIMIT))]
    return [_with_number(first, number) for number in numbers]


def _with_number(unit: UnitPath, number: str) -> UnitPath:
    return UnitPath((*unit.steps[:-1], (unit.kind, number)))
