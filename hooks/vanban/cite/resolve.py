"""Second step: literal citations bound to the corpus, each to one provision or to a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from ..law.instrument import Instrument, Target
from ..law.units import Kind, UnitPath
from .another_paper import AnotherPaper
from .bind import bind
from .binding import UNNAMED, Binding, Seen
from .citation import Candidate, Citation, Context, Status
from .clean import CleanText
from .goes_on import GoesOn
from .just_named import JustNamed, may_mean
from .last_subject import LastSubject
from .locate import Answer, between, locate, with_number
from .names import NameIndex
from .papers import Papers
from .prose import is_prose, is_prose_anyhow
from .reading import Reading
from .run import Literal, Until
from .talk import Talk
from .tokens import (
    THIS,
    BareType,
    ByName,
    ByNumber,
    ByShortNumber,
    Elsewhere,
    InstrumentToken,
    Steps,
    ThisInstrument,
    Unclear,
)
from .unit_named import of_the_text, unit_named

_SPAN = attrgetter("start", "end")
_QUOTED = 400
"""No quotation that is one citation is longer."""
_SERIAL = re.compile(r"\d*")
_AS_TOLD = re.compile(r"(?:^|\n)\s*[-+*•]?\s*như\s+$")
_AMBIGUOUS, _RESOLVED, _OUTSIDE = Status.AMBIGUOUS, Status.RESOLVED, Status.OUTSIDE
_ARTICLE = Kind.ARTICLE
"""Members of an enumeration are looked up slowly; these are asked for at every citation."""


Known = dict[tuple[str, UnitPath | None, Steps, str], tuple[Answer, ...]]
"""Answers given before: instrument, unit around (where it plays a part), steps, end of a range."""


def resolve(
    read: Reading,
    clean: CleanText,
    context: Context,
    names: NameIndex,
    given: str,
    seen: Seen,
    known: Known,
) -> Iterator[Citation]:
    """Citations of one paragraph in order of their beginning; what is no citation is left out.

    ``given`` is the whole text. ``seen`` is what it has named before this paragraph; it is
    filled as it is read, and so is ``known``, which belongs to the caller and to one corpus.
    """
    told: dict[tuple[tuple[tuple[str, str], ...], Steps], tuple[Candidate, ...]] = {}
    home = names.corpus.instruments.get(context.slug or "")
    rivals, before, times = read.rivals, read.before, read.times
    named = JustNamed(clean) if may_mean(context, names) else None
    subject = LastSubject(clean) if home and " này" in clean.low else None
    papers = Papers(home, clean) if home else None
    going = GoesOn(home, clean, papers) if home and papers else None
    talk = Talk(home, clean, papers) if home and papers else None
    another = AnotherPaper(home, clean, papers) if home and papers else None
    noted, bound = None, None  # of the literal before: all of a list are of one instrument
    for literal in sorted(read.literals, key=_SPAN):
        if context.own and _is_own(literal, clean, context):
            continue
        if literal.instrument is None and is_prose_anyhow(literal, clean, context):
            continue
        rival, doubted = None, False
        if literal.instrument:
            binding = bind(literal.instrument, context, seen, names)
            if isinstance(literal.instrument, ByName):
                binding = times.doubted(literal.instrument, binding, context)
            if talk is not None and literal.steps:
                binding = talk.doubted(literal, binding)
            if subject is not None:
                binding = subject.doubted(literal, binding)
                subject.add(literal, binding.instrument)
            if named is not None:
                if binding.status is _AMBIGUOUS and (just := named.meant(literal)):
                    binding = Binding(just)
                named.add(literal, binding)
        else:
            binding = _unnamed(literal, home, seen)
            rival = rivals.of(literal.start)
            earlier = before.named(literal.start) if rival is None and home else None
            own = binding.instrument  # the text around, or nobody knows
            if _has_this(literal):
                earlier = None
            elif own and not (earlier or rival):
                still = going is not None and going.is_still(literal)
                still = still or (talk is not None and talk.is_of_another(literal))
                if still or _is_estranged(literal, own, read, another):
                    earlier = Unclear(literal.end, literal.end)
            if earlier is not None:
                doubted = rival is None
                binding = _rivalled(earlier, False, binding, context, seen, names)
            if rival is not None:
                quoted = _in_one_quotation(literal, rival, clean)
                binding = _rivalled(rival, quoted, binding, context, seen, names)
        if literal.loose and home and binding.instrument:
            binding = _loose(literal, binding, context, home, known)
        if going is not None:
            going.add(literal, binding, doubted)
        if talk is not None:
            talk.add(literal, binding, doubted)
        if literal.instrument and not (literal.instrument is noted and binding is bound):
            noted, bound = literal.instrument, binding
            if binding.instrument:
                seen.add(binding.instrument)
            _remember(literal, binding, seen, clean)
        sure = literal.instrument is not None and binding.instrument is not None
        if not sure and is_prose(literal, binding, clean, context):
            continue
        candidates: tuple[Candidate, ...] = ()
        if binding.status is _AMBIGUOUS and literal.instrument and literal.steps:
            rival = rivals.of(literal.start)  # (units alone have one)
        if binding.status is _AMBIGUOUS and (home or rival or seen.instruments or binding.among):
            possible = tuple(_candidates(binding, rival, context, seen, names))
            if possible:
                key = (tuple((item.slug, why) for item, why in possible), literal.steps)
                if key not in told:
                    told[key] = tuple(_targets(possible, literal, context, known))
                candidates = told[key]
        if literal.until is None:
            first, last = clean.original(literal.start, literal.end)
            answer = _answer(literal, binding, context, known)
            yield Citation(first, last, given[first:last], *answer, candidates)
            continue
        shown, words = (-1, -1), ""  # all units inside a range are cited by the same words
        for start, end, answer in _answers(literal, literal.until, binding, context, known):
            if shown != (start, end):
                shown = start, end
                first, last = clean.original(start, end)
                words = given[first:last]
            yield Citation(first, last, words, *answer, candidates)


def _has_this(literal: Literal) -> bool:
    return any(number is THIS for _, number in literal.steps)


def _is_estranged(
    literal: Literal, home: Instrument, read: Reading, another: AnotherPaper | None
) -> bool:
    """Whether words around units that name no instrument say that they are none of ``home``."""
    start, end = literal.start, literal.end
    if read.before.is_estranged(start, end):
        return True
    of_article = any(kind is _ARTICLE for kind, _ in literal.steps)
    if of_article and read.times.precede(home, start, end):
        return True
    return another is not None and another.has(start, end)


def _unnamed(literal: Literal, home: Instrument | None, seen: Seen) -> Binding:
    """What units without an instrument of their own are of: the text around them, if any."""
    if home and _may_hold(home, literal):
        return Binding(home)
    if seen.instruments:
        return _perhaps_of(next(reversed(seen.instruments.values())).cited)
    return UNNAMED


@lru_cache(maxsize=256)
def _perhaps_of(cited: str) -> Binding:
    """Kept, since most units of a text come behind the same few instruments."""
    return UNNAMED._replace(suggestion=f"có phải của {cited} (nêu trước đó)?")


def _is_own(literal: Literal, clean: CleanText, context: Context) -> bool:
    """Whether it is of the paper in hand, which the corpus does not hold: “Quyết định này”."""
    named = literal.instrument
    if isinstance(named, ThisInstrument):
        return named.type in context.own or named.type == "văn bản"
    if isinstance(named, Elsewhere):  # khoản 1 Điều 5 Quy chế này
        return named.what in context.own and clean.low.startswith(" này", named.end)
    if named is not None:
        return False
    # “- Như Điều 3;” below “Nơi nhận”
    as_told = _AS_TOLD.search(clean.low, max(0, literal.start - 12), literal.start)
    return bool(as_told) or _has_this(literal)


def _in_one_quotation(literal: Literal, rival: InstrumentToken, clean: CleanText) -> bool:
    """“Điều 5. Các hành vi bị nghiêm cấm tại Nghị định …”: in one pair of quotation marks."""
    if clean.text[max(0, literal.start - 1) : literal.start] not in ("“", '"', "«"):
        return False
    if rival.start - literal.end > _QUOTED:
        return False
    gap = clean.low[literal.end : rival.start]
    of_it = gap.split()[-1:] in (["tại"], ["của"], ["trong"], ["thuộc"])
    return of_it and not any(mark in gap for mark in '”"»')


def _rivalled(
    rival: InstrumentToken,
    quoted: bool,
    home: Binding,
    context: Context,
    seen: Seen,
    names: NameIndex,
) -> Binding:
    """Units of the text around, or of the instrument that follows in the same sentence?

    ``quoted``: the two stand in one quotation, so that nothing named before can be meant.
    """
    other = bind(rival, context, seen, names)
    if home.instrument is None and other.instrument is not None:
        if quoted:
            return other
        said = f"có phải của {other.instrument.cited} (nêu ngay sau)?"
        return home._replace(suggestion=said)
    if home.instrument is None or other.instrument is home.instrument:
        return home
    if other.instrument is None and isinstance(rival, (BareType, Elsewhere)):
        return home
    said = other.instrument.short if other.instrument else "văn bản nêu cạnh đó"
    reason = f"của {home.instrument.short} hay của {said}?"
    return Binding(None, Status.AMBIGUOUS, reason, "ghi tên văn bản ngay sau số điều")


_MOST = 4
"""So many candidates are told."""


def _candidates(
    binding: Binding,
    rival: InstrumentToken | None,
    context: Context,
    seen: Seen,
    names: NameIndex,
) -> Iterator[tuple[Instrument, str]]:
    """The instruments that an ambiguous literal may mean, the likelier first, and why."""
    home = names.corpus.instruments.get(context.slug or "")
    behind = bind(rival, context, seen, names).instrument if rival else None
    before = [] if binding.among else [*islice(reversed(seen.instruments.values()), _MOST)]
    for item in binding.among:
        yield item, "cùng tên hoặc cùng số"
    if behind:
        yield behind, "nêu ngay sau, trong cùng câu"
    for item in before:
        yield item, "nêu trước đó"
    if home and not binding.among:
        yield home, "văn bản chứa đoạn này"


def _targets(
    possible: Sequence[tuple[Instrument, str]], literal: Literal, context: Context, known: Known
) -> Iterator[Candidate]:
    """The units of those instruments that exist, each once, at most ``_MOST``."""
    bare = literal.of(None)
    told: set[str] = set()
    for item, reason in possible:
        if item.slug in told or len(told) == _MOST:
            continue
        told.add(item.slug)
        target = _answer(bare, Binding(item), context, known).target
        if target is not None:
            yield Candidate(target, reason)


def _remember(literal: Literal, binding: Binding, seen: Seen, clean: CleanText) -> None:
    """What a text has said of a name: a later bare name may mean the same one."""
    named = literal.instrument
    if binding.status is _OUTSIDE and isinstance(named, (ByNumber, ByShortNumber)):
        words = " ".join(clean.text[named.start : named.end].split())
        serial = _SERIAL.match(named.number)
        seen.elsewhere.setdefault((named.type, serial[0] if serial else ""), words)
    if not isinstance(named, (ByName, ByNumber)) or not named.name:
        return
    if binding.status is _OUTSIDE and (isinstance(named, ByNumber) or named.issue.told):
        seen.differ(named.name, " ".join(clean.text[named.start : named.end].split()))
    elif binding.instrument:
        seen.differ(named.name, "")


def _may_hold(home: Instrument, literal: Literal) -> bool:
    """Whether bare “Điều 8” can be of the text around it: a letter in items has no articles."""
    outline = home.outline
    if not outline.complete or outline.articles():
        return True
    return not any(kind in (_ARTICLE, Kind.CLAUSE) for kind, _ in literal.steps)


def _loose(
    literal: Literal, binding: Binding, context: Context, home: Instrument, known: Known
) -> Binding:
    """“Nghị định B (khoản 2 Điều 83)” inside decree A: B's clause, or A's own?

    What only one of the two has is that one's; what both have is nobody's guess.
    """
    if binding.instrument is home:
        return binding
    other = binding.instrument
    own = _first(literal.steps, None, home, context, known)
    if other is None or own is not _RESOLVED:
        return binding
    if _first(literal.steps, literal.instrument, other, context, known) is Status.BROKEN:
        return Binding(home)
    reason = f"của {other.short} hay của {home.short}? cả hai đều có"
    return Binding(None, Status.AMBIGUOUS, reason, "ghi tên văn bản ngay sau số điều")


def _first(
    steps: Steps, named: InstrumentToken | None, of: Instrument, context: Context, known: Known
) -> Status:
    """What becomes of the first unit that ``steps`` name in ``of``."""
    return _looked_up(steps, named, None, of, context, known)[0].status


def _answer(literal: Literal, binding: Binding, context: Context, known: Known) -> Answer:
    """What a literal comes to that opens no range."""
    instrument = binding.instrument
    if instrument is None:
        return Answer(None, binding.status, binding.reason, binding.suggestion)
    if not literal.steps:
        return Answer(Target(instrument.slug), _RESOLVED, binding.reason)
    return _looked_up(literal.steps, literal.instrument, None, instrument, context, known)[0]


def _answers(
    literal: Literal, until: Until, binding: Binding, context: Context, known: Known
) -> Sequence[tuple[int, int, Answer]]:
    """The spans that a literal cites which opens a range, in order, and what each comes to."""
    start, end = literal.start, literal.end
    instrument = binding.instrument
    if instrument is None or not literal.steps:
        answer = _answer(literal, binding, context, known)
        return ((start, end, answer), (until.start, until.end, answer))
    before = _looked_up(literal.steps, literal.instrument, until, instrument, context, known)
    first, *inside, last = before
    between_them = [(start, until.end, answer) for answer in inside]
    return ((start, end, first), *between_them, (until.start, until.end, last))


def _looked_up(
    steps: Steps,
    named: InstrumentToken | None,
    until: Until | None,
    instrument: Instrument,
    context: Context,
    known: Known,
) -> tuple[Answer, ...]:
    """``_located``, each once."""
    home = context.slug == instrument.slug and of_the_text(named)
    key = (instrument.slug, context.unit if home else None, steps, until.number if until else "")
    before = known.get(key)
    if before is None:
        before = known[key] = tuple(_located(steps, named, until, instrument, context))
    return before


def _located(
    steps: Steps,
    named: InstrumentToken | None,
    until: Until | None,
    instrument: Instrument,
    context: Context,
) -> Iterator[Answer]:
    """The unit; of a range its two ends, and between them every unit that the outline has."""
    built = unit_named(steps, named, instrument, context)
    if isinstance(built, Answer):
        yield from (built, built) if until else (built,)
        return
    first = locate(instrument, built, steps)
    yield first
    if until is None:
        return
    last = with_number(built, until.number)
    if last.rank <= built.rank:
        reason = f"khoảng ngược: {built.label} đến {last.own_label.lower()}"
        yield Answer(None, Status.BROKEN, reason, "viết số nhỏ trước")
        return
    for inside in between(instrument, built, last):
        inner = locate(instrument, inside, steps)
        if inner.target != first.target:  # an unknown outline has one target for them all
            yield inner
    yield locate(instrument, last, steps)
