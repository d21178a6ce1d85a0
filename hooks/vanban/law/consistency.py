"""What must hold between the files of the corpus: targets exist, names are unambiguous."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from . import identity, statements
from .instrument import INSTRUMENT_FILE, Instrument, RelationKind, State, Target
from .names import folded
from .problems import Problem
from .yaml_source import KeyPath

_ACYCLIC = (RelationKind.REPLACES, RelationKind.AMENDS, RelationKind.DETAILS)
_ENDING = frozenset({RelationKind.REPLACES, RelationKind.AMENDS})
"""Only who replaces or amends an instrument can end it or a part of it."""


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

    def rank(self, instrument: Instrument) -> tuple[bool, bool]:
        """Who was first: published ones, then those whose folder bears their own number."""
        published = instrument.file.removesuffix(INSTRUMENT_FILE) in self.published
        return not published, not identity.is_at_home(instrument)


NOTHING = Outside()


def check(
    instruments: Mapping[str, Instrument], prefix: str, outside: Outside = NOTHING
) -> list[Problem]:
    """Problems between instruments, each at the file and line that an editor must open."""
    found: list[Problem] = []
    for instrument in instruments.values():
        for key, message, advice in (
            *identity.check(instrument),
            *statements.check(instrument, outside.today),
            *_dangling(instrument, instruments),
            *_endings(instrument, instruments),
            *_databases(instrument, outside),
        ):
            found.append(_problem(instrument, prefix, key, message, advice))
    found += _claims(sorted(instruments.values(), key=outside.rank), prefix)
    for kind in _ACYCLIC:
        found += _cycles(instruments, kind, prefix)
    return found


def _problem(
    instrument: Instrument, prefix: str, key: KeyPath, message: str, advice: str
) -> Problem:
    line, col = instrument.place_of(key)
    words = f"{key[0]}: {message}" if key else message
    return Problem(f"{prefix}/{instrument.file}", line, col, words, advice)


def copies(
    instruments: list[Instrument], prefix: str, outside: Outside = NOTHING
) -> tuple[dict[str, Instrument], list[Problem]]:
    """The instruments by slug without the copies of another one, and a problem for each copy.

    Of two that claim one identity (folder, number, or all of code, number and title) the
    published one stays, whichever was read first.
    """
    kept: dict[str, Instrument] = {}
    numbers: dict[str, Instrument] = {}
    titles: dict[tuple[str, str, str], Instrument] = {}
    problems: list[Problem] = []
    for item in sorted(instruments, key=outside.rank):
        number = folded(item.number)
        whole = item.code, number, folded(item.title)
        key: KeyPath = ()
        if item.slug in kept:
            message = f"thư mục trùng tên với {kept[item.slug].file}"
            advice = "là bản chép thì xóa thư mục này; là văn bản khác thì đổi tên nó"
        elif number and item.number_unique and number in numbers:
            key, message = ("so",), f"số hiệu {item.number} đã có ở {numbers[number].file}"
            advice = (
                "nếu là bản chép thì sửa so, ma, ten …; "
                "nếu là hai văn bản khác nhau, ghi so-duy-nhat: false"
            )
        elif whole in titles:
            message = f"bản chép của {titles[whole].file}: cùng mã, cùng số, cùng tên"
            advice = "sửa thành văn bản mới, hoặc xóa thư mục này"
        else:
            kept[item.slug] = item
            titles[whole] = item
            if item.number_unique:
                numbers[number] = item
            continue
        problems.append(_problem(item, prefix, key, message, advice))
    return {item.slug: item for item in instruments if kept.get(item.slug) is item}, problems


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
    for number, (unit, validity) in enumerate(instrument.unit_statements):
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
        other = instruments.get(relation.slug or "")
        if not relation.slug and not relation.number:
            yield ("quan-he", number), "thiếu “van-ban” hoặc “so”", "ghi một trong hai"
        elif relation.slug == instrument.slug:
            yield ("quan-he", number), "quan hệ với chính văn bản này", "sửa van-ban"
        elif other and relation.number and folded(relation.number) != folded(other.number):
            message = f"“{relation.slug}” có số hiệu {other.number}, không phải {relation.number}"
            yield ("quan-he", number, "so"), message, "bỏ so, hoặc sửa van-ban"


def _endings(
    instrument: Instrument, instruments: Mapping[str, Instrument]
) -> Iterator[tuple[KeyPath, str, str]]:
    """Who is said to have ended it must say so too, and must have been there by then.

    Where a relation of the other one leads nowhere, or to itself, that is told at its own place.
    """
    for key, validity in statements.validities(instrument):
        by = validity.ended_by
        other = instruments.get(by.slug) if by else None
        if other is instrument and by and not by.unit:  # a clause of its own may set its end
            yield (*key, "boi"), "boi chỉ tới chính văn bản này", "sửa boi, hoặc thêm don-vi"
        if other is None or other is instrument:
            continue
        here, until = (*key, "boi"), validity.until
        kinds = {item.kind for item in other.relations if item.slug == instrument.slug}
        if not kinds & _ENDING and not _astray(other, instruments):
            message = f"boi chỉ tới {other.short}, mà {other.file} không ghi thay-the hay sua-doi "
            advice = f"sửa boi, hoặc thêm quan-he vào {other.file}"
            yield here, f"{message}văn bản này", advice
        since = other.validity.since
        if statements.is_far_off(other.issued, since):
            since = None  # told in its own file
        for day, word in ((other.issued, "ban hành"), (since, "có hiệu lực")):
            if until and day and day > until:
                message = f"{other.short} {word} ngày {day}, sau ngày hết hiệu lực {until}"
                yield here, message, "sửa boi hoặc den"
                break
    yield from _survivors(instrument, instruments)


def _astray(instrument: Instrument, instruments: Mapping[str, Instrument]) -> bool:
    """Whether a relation leads nowhere, or to the instrument itself."""
    return any(
        item.slug == instrument.slug or (item.slug and item.slug not in instruments)
        for item in instrument.relations
    )


def _survivors(
    instrument: Instrument, instruments: Mapping[str, Instrument]
) -> Iterator[tuple[KeyPath, str, str]]:
    """What it replaces cannot be in force as a whole once it is in force itself."""
    since = instrument.validity.since
    for number, relation in enumerate(instrument.relations):
        other = instruments.get(relation.slug or "")
        if relation.kind is not RelationKind.REPLACES or other in (None, instrument) or not since:
            continue
        if other.validity.state is State.IN_FORCE and other.validity.evidence.checked >= since:
            message = f"thay thế {other.short}, mà {other.file} ghi văn bản ấy còn hiệu lực"
            yield ("quan-he", number), message, "sửa một trong hai nơi"


def _databases(instrument: Instrument, outside: Outside) -> Iterator[tuple[KeyPath, str, str]]:
    known = outside.databases
    for number, name in enumerate(instrument.links if known is not None else ()):
        if known is not None and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            listed = ", ".join(sorted(known))
            advice = f"có phải “{near[0]}”?" if near else f"chọn trong: {listed}"
            yield ("tim-tren", number), f"không có nơi tra cứu “{name}” trong mkdocs.yml", advice


def _claims(instruments: list[Instrument], prefix: str) -> Iterator[Problem]:
    """Codes and aliases belong to one instrument; a shared name must differ by time.

    Of two that claim one thing, the later one of ``instruments`` is told.
    """
    codes: dict[str, Instrument] = {}
    aliases: dict[str, Instrument] = {}
    names: dict[str, list[Instrument]] = {}
    for item in instruments:
        first = codes.setdefault(item.code, item)
        if first is not item:
            message = f"“{item.code}” đã dùng ở {first.file}"
            yield _problem(item, prefix, ("ma",), message, "chọn mã khác")
        own = {folded(name): "ten-goi" for name in item.names}
        own |= {folded(name): "goi-tat" for name in item.aliases}
        for name, key in sorted(own.items()):
            other = aliases.get(name)
            if key == "goi-tat" and other is None and name in names:
                other = names[name][0]
            if other:
                message = f"“{name}” đã dùng ở {other.file}"
                yield _problem(item, prefix, (key,), message, "mỗi cách gọi tắt chỉ một văn bản")
        for name, key in own.items():
            if key == "goi-tat":
                aliases.setdefault(name, item)
            else:
                names.setdefault(name, []).append(item)
    yield from _namesakes(instruments, names, prefix)


def _namesakes(
    instruments: list[Instrument], names: Mapping[str, list[Instrument]], prefix: str
) -> Iterator[Problem]:
    """Bearers of one name, each beside the next one in time."""
    rank = {item.slug: number for number, item in enumerate(instruments)}
    for bearers in names.values():
        for early, late in pairwise(sorted(bearers, key=lambda item: item.year or 0)):
            if _same_time(early, late):
                first, second = sorted((early, late), key=lambda item: rank[item.slug])
                message = f"trùng với {first.file} mà thời gian hiệu lực không phân biệt được"
                advice = "ghi ban-hanh và hieu-luc.tu/den cho cả hai"
                yield _problem(second, prefix, ("ten-goi",), message, advice)


def _same_time(early: Instrument, late: Instrument) -> bool:
    if early.year is None or late.year is None or early.year == late.year:
        return True
    ended, begun = early.validity.until, late.validity.since
    return ended is None or begun is None or ended > begun


def _cycles(
    instruments: Mapping[str, Instrument], kind: RelationKind, prefix: str
) -> Iterator[Problem]:
    known = instruments.keys()
    edges = {
        # (a relation to itself is told where it stands)
        slug: sorted({r.slug for r in item.relations if r.kind is kind and r.slug} & known - {slug})
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
