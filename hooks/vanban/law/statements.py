"""What one instrument says of itself and must not contradict: grounds, days, doubled entries."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from .instrument import Certainty, Evidence, Instrument, State, Target, Validity
from .names import folded
from .units import UnitPath
from .yaml_source import KeyPath

Told = tuple[KeyPath, str, str]
_FAR_OFF = 10
_GROUNDED = frozenset({Certainty.STATED, Certainty.SINGLE})


def check(instrument: Instrument, today: date | None) -> Iterator[Told]:
    """Key, message and advice of each contradiction. ``today`` is the day of the calendar."""
    yield from _grounds(instrument, today)
    for key, validity in validities(instrument):
        yield from _validity(key, validity)
    yield from _days(instrument)
    yield from _units(instrument)
    yield from _doubled(instrument)
    for at, slip in enumerate(instrument.slips):
        if slip.meant == slip.wording:
            message = f"co-le-la giống hệt chu “{slip.wording}”, nên không nói chữ nào mới đúng"
            yield ("loi-chu", at), message, "ghi chữ mà văn bản muốn nói, hoặc bỏ mục này"


def validities(instrument: Instrument) -> Iterator[tuple[KeyPath, Validity]]:
    """Every statement of validity with the key under which the file has it."""
    yield ("hieu-luc",), instrument.validity
    for number, (_, validity) in enumerate(instrument.unit_statements):
        yield ("hieu-luc-rieng", number), validity


def claims(instrument: Instrument) -> Iterator[tuple[KeyPath, Evidence]]:
    """The evidence of every claim with the key under which the file has it."""
    yield ("can-cu",), instrument.identity
    yield ("noi-dung",), instrument.wording
    for key, validity in validities(instrument):
        yield key, validity.evidence
    for number, namesake in enumerate(instrument.namesakes):
        yield ("cung-ten", number), namesake.evidence
    for number, relation in enumerate(instrument.relations):
        yield ("quan-he", number), relation.evidence
    for number, pairing in enumerate(instrument.concordance):
        yield ("doi-chieu", number), pairing.evidence


def _grounds(instrument: Instrument, today: date | None) -> Iterator[Told]:
    for key, evidence in claims(instrument):
        named = any(letter.isalnum() for source in evidence.sources for letter in source)
        if evidence.certainty in _GROUNDED and not named:
            message = f"ghi chac-chan: {evidence.certainty.value} mà không có nguồn nào"
            advice = "thêm nguon; nếu không có, ghi chac-chan: reading hoặc unknown"
            yield (*key, "chac-chan"), message, advice
        if today and evidence.checked > today:
            message = f"ngày kiểm tra {evidence.checked} chưa tới (hôm nay là {today})"
            yield (*key, "kiem-tra"), message, "ghi ngày đã kiểm tra"


def _validity(key: KeyPath, validity: Validity) -> Iterator[Told]:
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
    if validity.ended_by and validity.ended_by_text:
        message = "boi và boi-chu cùng nói văn bản nào chấm dứt"
        yield (*key, "boi-chu"), message, "giữ boi nếu văn bản ấy có trong kho, không thì boi-chu"
    if validity.doubtful:
        yield from _doubt(key, validity, validity.doubtful)


def _doubt(key: KeyPath, validity: Validity, doubtful: date) -> Iterator[Told]:
    """A first day of doubt means something only behind a known first day and without an end."""
    where = (*key, "chua-ro-tu")
    if validity.until or validity.state not in (State.UNKNOWN, State.ENDED):
        yield (
            where,
            "chua-ro-tu đứng cạnh một điều đã rõ",
            "chỉ ghi khi chua-ro, hay het chưa rõ ngày",
        )
    elif not validity.since:
        yield (
            where,
            "có chua-ro-tu mà không có tu",
            "thêm tu: văn bản còn hiệu lực từ ngày nào",
        )
    elif doubtful <= validity.since:
        message = f"chua-ro-tu: {doubtful} không đứng sau tu: {validity.since}"
        yield where, message, "sửa một trong hai ngày"


def _days(instrument: Instrument) -> Iterator[Told]:
    issued, checked = instrument.issued, instrument.identity.checked
    if issued and issued > checked:
        message = f"ngày ban hành {issued} đứng sau ngày kiểm tra {checked} của can-cu"
        yield ("ban-hanh",), message, "sửa một trong hai ngày"
    elif issued:
        for key, evidence in claims(instrument):
            if evidence.checked < issued:
                message = f"ngày kiểm tra {evidence.checked} đứng trước ngày ban hành {issued}"
                yield (*key, "kiem-tra"), message, "sửa một trong hai ngày"
    for key, validity in validities(instrument):
        if issued and validity.since and validity.since < issued:
            message = f"tu: {validity.since} đứng trước ngày ban hành {issued}"
            yield (*key, "tu"), message, "sửa tu hoặc ban-hanh"
        elif is_far_off(issued, validity.since):
            message = f"tu: {validity.since} đứng sau ngày ban hành {issued} hơn {_FAR_OFF} năm"
            yield (*key, "tu"), message, "xem lại năm ở hai ngày"


def is_far_off(issued: date | None, since: date | None) -> bool:
    """“2062” for “2026”: nothing waits so long to begin."""
    return bool(issued and since and since.year - issued.year > _FAR_OFF)


def _units(instrument: Instrument) -> Iterator[Told]:
    """Statements of units that contradict the statement of what holds them."""
    for number, (unit, own) in enumerate(instrument.unit_statements):
        around, name = _around(instrument, unit)
        key: KeyPath = ("hieu-luc-rieng", number)
        if own.since and around.since and own.since < around.since:
            message = f"tu: {own.since} đứng trước ngày có hiệu lực của {name}: {around.since}"
            yield (*key, "tu"), message, "sửa một trong hai ngày"
        if own.until and around.until and own.until > around.until:
            message = f"den: {own.until} đứng sau ngày hết hiệu lực của {name}: {around.until}"
            yield (*key, "den"), message, "sửa một trong hai ngày"
        if around.state is State.ENDED and own.state in (State.IN_FORCE, State.PARTLY):
            message = f"ghi “{own.state.value}”, mà {name} đã ghi “het”"
            yield (*key, "trang-thai"), message, "sửa một trong hai"
        if around.state is State.IN_FORCE and own.state in (State.ENDED, State.PARTLY):
            message = f"ghi “{own.state.value}”, mà {name} ghi “con”, tức còn hiệu lực trọn vẹn"
            yield (*key, "trang-thai"), message, "ghi trang-thai: mot-phan cho nơi lớn hơn"


def _around(instrument: Instrument, unit: UnitPath) -> tuple[Validity, str]:
    """The statement that would govern a unit if it had none of its own, and whose it is."""
    known = instrument.outline.units.get(unit)
    while known and known.parent:
        found = instrument.unit_validity.get(known.parent)
        known = instrument.outline.units.get(known.parent)
        if found and known:
            return found, known.path.label
    return instrument.validity, "cả văn bản"


def _doubled(instrument: Instrument) -> Iterator[Told]:
    """One thing said twice: the second time is told, for nobody can know which one is meant."""
    once = "gộp làm một"
    units = [unit for unit, _ in instrument.unit_statements]
    for at, line in _again(instrument, "hieu-luc-rieng", units):
        message = f"{_named(instrument, units[at])} đã có hiệu lực riêng ở dòng {line}"
        yield ("hieu-luc-rieng", at), message, once
    pairings = [(item.unit, folded(item.limb)) for item in instrument.concordance]
    for at, line in _again(instrument, "doi-chieu", pairings):
        what = _named(instrument, pairings[at][0])
        message = f"{what} đã đối chiếu ở dòng {line}"
        yield ("doi-chieu", at), message, f"{once}; nếu nói về hai vế khác nhau, ghi ve"
    for at, pairing in enumerate(instrument.concordance):
        targets = [item.target for item in pairing.today]
        for inner, _ in _repeated(targets):
            message = "một nơi được ghi hai lần trong cùng một đối chiếu"
            yield ("doi-chieu", at, "nay", inner), message, once
        if Target(instrument.slug, pairing.unit) in targets:
            yield ("doi-chieu", at), "đối chiếu một nơi với chính nó", "sửa van-ban hoặc don-vi"
    numbers = [folded(item.number) for item in instrument.namesakes]
    for at, line in _again(instrument, "cung-ten", numbers):
        yield ("cung-ten", at), f"“{instrument.namesakes[at].number}” đã có ở dòng {line}", once
    relations = [(item.kind, item.slug or folded(item.number)) for item in instrument.relations]
    for at, line in _again(instrument, "quan-he", relations):
        kind, other = relations[at]
        yield ("quan-he", at), f"quan hệ {kind.value} với “{other}” đã có ở dòng {line}", once
    for at, line in _again(instrument, "nhan-manh", instrument.highlights):
        yield ("nhan-manh", at), f"“{instrument.highlights[at]}” đã có ở dòng {line}", once
    slips = [item.wording for item in instrument.slips]
    for at, line in _again(instrument, "loi-chu", slips):
        yield ("loi-chu", at), f"“{slips[at]}” đã có ở dòng {line}", once
    yield from _doubled_names(instrument)


def _doubled_names(instrument: Instrument) -> Iterator[Told]:
    for key, words in (
        ("ten-goi", instrument.names),
        ("goi-tat", instrument.aliases),
        ("tim-tren", instrument.links),
    ):
        for at, line in _again(instrument, key, [folded(word) for word in words]):
            yield (key, at), f"“{words[at]}” đã có ở dòng {line}", "giữ lại một"
    names = {folded(name) for name in instrument.names}
    for at, alias in enumerate(instrument.aliases):
        if folded(alias) in names:
            yield ("goi-tat", at), f"“{alias}” đã có trong ten-goi", "giữ lại một"


def _named(instrument: Instrument, unit: UnitPath | None) -> str:
    known = instrument.outline.units.get(unit) if unit else None
    return known.path.label if known else f"“{unit}”" if unit else "cả văn bản"


def _again(
    instrument: Instrument, key: str, items: Iterable[Hashable]
) -> Iterator[tuple[int, int]]:
    """Positions of entries that stood before, each with the line of the first one."""
    for at, first in _repeated(items):
        yield at, instrument.place_of((key, first))[0]


def _repeated(items: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    seen: dict[Hashable, int] = {}
    for at, item in enumerate(items):
        if item in seen:
            yield at, seen[item]
        seen.setdefault(item, at)
