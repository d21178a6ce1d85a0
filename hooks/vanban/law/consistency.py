"""What must hold between the files of the corpus: targets exist, names are unambiguous."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from .instrument import Instrument, RelationKind, State, Target, Validity
from .names import folded
from .problems import Problem
from .yaml_source import KeyPath

_ACYCLIC = (RelationKind.REPLACES, RelationKind.AMENDS, RelationKind.DETAILS)


@dataclass(frozen=True)
class Outside:
    """What is known outside ``docs/`` and lets more be checked; each is left out where unknown.

    ``published`` holds the addresses of the ledger, ``databases`` the keys of
    ``extra.noi-tra-cuu`` in ``mkdocs.yml``, ``today`` is the day of the calendar on
    which the check runs (the core reads no clock).
    """

    published: frozenset[str] = frozenset()
    databases: frozenset[str] | None = None
    today: date | None = None


NOTHING = Outside()


def check(
    instruments: Mapping[str, Instrument], prefix: str, outside: Outside = NOTHING
) -> list[Problem]:
    """Problems between instruments, each at the file and line that an editor must open."""
    found: list[Problem] = []
    for instrument in instruments.values():
        for key, message, advice in (*_dangling(instrument, instruments), *_dates(instrument)):
            found.append(_problem(instrument, prefix, key, message, advice))
    found += _claims(instruments, prefix)
    for kind in _ACYCLIC:
        found += _cycles(instruments, kind, prefix)
    return found


def _problem(
    instrument: Instrument, prefix: str, key: KeyPath, message: str, advice: str
) -> Problem:
    line, col = instrument.places.get(key, (1, 1))
    words = f"{key[0]}: {message}" if key else message
    return Problem(f"{prefix}/{instrument.file}", line, col, words, advice)


def _targets(instrument: Instrument) -> Iterator[tuple[KeyPath, Target]]:
    for number, relation in enumerate(instrument.relations):
        if relation.slug:
            yield ("quan-he", number), Target(relation.slug)
    for number, pairing in enumerate(instrument.concordance):
        yield ("doi-chieu", number), Target(instrument.slug, pairing.unit)
        for counterpart in pairing.today:
            if counterpart.target:
                yield ("doi-chieu", number), counterpart.target
    if instrument.validity.ended_by:
        yield ("hieu-luc", "boi"), instrument.validity.ended_by
    for number, (unit, validity) in enumerate(instrument.unit_validity.items()):
        yield ("hieu-luc-rieng", number), Target(instrument.slug, unit)
        if validity.ended_by:
            yield ("hieu-luc-rieng", number), validity.ended_by
    for number, target in enumerate(instrument.highlights):
        yield ("nhan-manh", number), target


def _dangling(
    instrument: Instrument, instruments: Mapping[str, Instrument]
) -> Iterator[tuple[KeyPath, str, str]]:
    for key, target in _targets(instrument):
        other = instruments.get(target.slug)
        if other is None:
            advice = "ghi đúng tên thư mục, hoặc dùng “so”"
            yield key, f"không có văn bản “{target.slug}”", advice
        elif target.unit and target.unit not in other.outline.units:
            yield key, f"{other.short} không có “{target.unit}”", f"xem muc-luc của {other.file}"
    for number, relation in enumerate(instrument.relations):
        if not relation.slug and not relation.number:
            yield ("quan-he", number), "thiếu “van-ban” hoặc “so”", "ghi một trong hai"


def _dates(instrument: Instrument) -> Iterator[tuple[KeyPath, str, str]]:
    validities: list[tuple[KeyPath, Validity]] = [(("hieu-luc",), instrument.validity)]
    for number, validity in enumerate(instrument.unit_validity.values()):
        validities.append((("hieu-luc-rieng", number), validity))
    for key, validity in validities:
        if validity.since and validity.until and validity.since > validity.until:
            yield key, "ngày hết hiệu lực đứng trước ngày có hiệu lực", "xem lại tu và den"
        if validity.state is State.ENDED and not (
            validity.until or validity.ended_by or validity.ended_by_text or validity.evidence.note
        ):
            yield (
                key,
                "ghi là hết hiệu lực mà không nói từ ngày nào hay bởi văn bản nào",
                "thêm den, boi hoặc boi-chu; nếu chưa rõ, ghi trang-thai: chua-ro",
            )
        if validity.state is not State.ENDED and validity.until:
            message = "có ngày hết hiệu lực mà trạng thái không phải “het”"
            yield key, message, "sửa một trong hai"


def _claims(instruments: Mapping[str, Instrument], prefix: str) -> Iterator[Problem]:
    """Codes, numbers and aliases belong to one instrument; a shared name must differ by time."""
    for first, second in combinations(instruments.values(), 2):
        if first.code == second.code:
            message = f"“{first.code}” đã dùng ở {first.file}"
            yield _problem(second, prefix, ("ma",), message, "chọn mã khác")
        same_number = first.number and folded(first.number) == folded(second.number)
        if same_number and first.number_unique and second.number_unique:
            message = f"số hiệu {first.number} đã có ở {first.file}"
            advice = "nếu là hai văn bản khác nhau, ghi so-duy-nhat: false"
            yield _problem(second, prefix, ("so",), message, advice)
        for name in sorted(_shared(first, second)):
            message = f"“{name}” đã dùng ở {first.file}"
            key = "goi-tat" if name in map(folded, second.aliases) else "ten-goi"
            yield _problem(second, prefix, (key,), message, "mỗi cách gọi tắt chỉ một văn bản")
        names = {folded(name) for name in first.names} & {folded(name) for name in second.names}
        if names and _same_time(first, second):
            message = f"trùng với {first.file} mà thời gian hiệu lực không phân biệt được"
            advice = "ghi ban-hanh và hieu-luc.tu/den cho cả hai"
            yield _problem(second, prefix, ("ten-goi",), message, advice)


def _shared(first: Instrument, second: Instrument) -> set[str]:
    """Names that one of the two claims as its own alias and the other bears in any way."""
    aliases = {folded(name) for name in first.aliases}, {folded(name) for name in second.aliases}
    names = {folded(name) for name in first.names}, {folded(name) for name in second.names}
    return (aliases[0] & (aliases[1] | names[1])) | (aliases[1] & names[0])


def _same_time(first: Instrument, second: Instrument) -> bool:
    if first.year is None or second.year is None or first.year == second.year:
        return True
    early, late = sorted((first, second), key=lambda item: item.year or 0)
    ended, begun = early.validity.until, late.validity.since
    return ended is None or begun is None or ended > begun


def _cycles(
    instruments: Mapping[str, Instrument], kind: RelationKind, prefix: str
) -> Iterator[Problem]:
    known = instruments.keys()
    edges = {
        slug: sorted({r.slug for r in item.relations if r.kind is kind and r.slug} & known)
        for slug, item in instruments.items()
    }
    done: set[str] = set()
    for root in edges:
        trail: dict[str, None] = {}
        stack = [(root, iter(edges[root]))] if root not in done else []
        trail[root] = None
        while stack:
            slug, rest = stack[-1]
            after = next(rest, None)
            if after is None:
                stack.pop()
                trail.pop(slug, None)
                done.add(slug)
            elif after in trail:
                names = [*list(trail)[list(trail).index(after) :], after]
                message = f"quan hệ “{kind.value}” đi vòng: {' → '.join(names)}"
                yield _problem(instruments[slug], prefix, ("quan-he",), message, "bỏ một chiều")
            elif after not in done:
                trail[after] = None
                stack.append((after, iter(edges[after])))
