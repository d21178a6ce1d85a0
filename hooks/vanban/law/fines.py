"""What an act may cost: the frame that a decree prints, and what the other party pays.

A decree prints one sum for each act and says in one provision what the other party pays:
an organisation twice a person's, or a person half of an organisation's. What is known of both
stands in ``khung-phat`` of ``van-ban.yml``; a frame that nobody could settle is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .corpus import Corpus
from .instrument import Frame, Instrument, Other, Payer, Target
from .money import MILLION, shown, sums
from .problems import Problem
from .provision import Provision
from .standing import IN_FORCE
from .units import UnitPath
from .validity import state_on
from .yaml_source import KeyPath

PAYER_WORDS: Mapping[Payer, str] = {Payer.PERSON: "cá nhân", Payer.ORGANISATION: "tổ chức"}
_PAYER = re.compile(r"(cá nhân|tổ chức)", re.IGNORECASE)
Told = tuple[KeyPath, str, str]


@dataclass(frozen=True)
class Range:
    """From how much to how much, in đồng."""

    low: int
    high: int

    @property
    def millions(self) -> str:
        """In millions of đồng, as readers write it: “10–15”, “2,5–5”."""
        return f"{_millions(self.low)}–{_millions(self.high)}"


@dataclass(frozen=True)
class Fine:
    """What a person and an organisation may pay; None is no sum for that party.

    ``printed`` is whose sum the decree prints, ``rule`` the unit by which the other one is
    computed, ``frame`` the unit that holds the sum.
    """

    person: Range | None
    organisation: Range | None
    printed: Payer
    frame: Target
    rule: Target | None

    def of(self, payer: Payer) -> Range | None:
        return self.person if payer is Payer.PERSON else self.organisation


def fine(corpus: Corpus, target: Target) -> Fine | None:
    """The fine for a unit: its own frame, or that of the nearest unit above it."""
    instrument = corpus.instruments.get(target.slug)
    if instrument is None or target.unit is None:
        return None
    frames = {frame.unit: frame for frame in instrument.fines}
    for unit in target.unit.upwards():
        if unit in frames:
            return _fine(instrument, frames[unit])
    return None


def not_today(corpus: Corpus, target: Target, day: date) -> str:
    """Why a unit's frame cannot be told as a fine of ``day``; "" where it can."""
    if fine(corpus, target) is None:
        return "không có khung phạt"
    state = state_on(corpus.instruments[target.slug], target.unit, day)
    if state is None:
        return "chưa có hiệu lực"
    return "" if state in IN_FORCE else "không còn hiệu lực, hoặc chưa rõ hiệu lực"


def _fine(instrument: Instrument, frame: Frame) -> Fine:
    printed, other = Range(frame.low, frame.high), _other(frame)
    person = frame.payer is Payer.PERSON
    return Fine(
        printed if person else other,
        other if person else printed,
        frame.payer,
        Target(instrument.slug, frame.unit),
        Target(instrument.slug, frame.rule) if frame.rule else None,
    )


def _other(frame: Frame) -> Range | None:
    if frame.other is Other.TWICE:
        return Range(frame.low * 2, frame.high * 2)
    return Range(frame.low // 2, frame.high // 2) if frame.other is Other.HALF else None


def _millions(amount: int) -> str:
    whole, rest = divmod(amount, MILLION)
    return f"{whole},{rest:06d}".rstrip("0") if rest else str(whole)


def check(corpus: Corpus, prefix: str) -> Iterator[Problem]:
    """Frames that contradict themselves, the outline, or our own wording of their unit."""
    for instrument in corpus.instruments.values():
        for key, message, advice in _told(corpus, instrument):
            line, col = instrument.place_of(key)
            yield Problem(
                f"{prefix}/{instrument.file}", line, col, f"khung-phat: {message}", advice
            )


def _told(corpus: Corpus, instrument: Instrument) -> Iterator[Told]:
    seen: set[UnitPath] = set()
    known = instrument.outline.units
    for frame in instrument.fines:
        name = frame.unit.label
        if frame.unit not in known:
            yield frame.key, f"mục lục không có {name}", "sửa tai, hoặc thêm vào muc-luc"
            continue
        if frame.unit in seen:
            yield frame.key, f"{name} ghi hai lần", "giữ lại một dòng"
        seen.add(frame.unit)
        if frame.high >= MILLION * MILLION:
            advice = "tu và den ghi bằng triệu đồng, như 5 và 10"
            yield frame.key, f"{name}: {shown(frame.high)} là quá lớn", advice
            continue
        if frame.low > frame.high:
            yield frame.key, f"{name}: tu lớn hơn den", "đổi chỗ hai số"
        yield from _rule(instrument, frame)
        yield from _wording(corpus, instrument, frame)


def _rule(instrument: Instrument, frame: Frame) -> Iterator[Told]:
    key = (*frame.key[:2], "theo")
    if frame.other is Other.NOTHING:
        return
    if frame.rule is None:
        advice = "ghi điều khoản nói mức của bên kia, hoặc kia: khong"
        yield key, f"{frame.unit.label}: thiếu theo", advice
    elif frame.rule not in instrument.outline.units:
        yield key, f"mục lục không có {frame.rule.label}", "sửa theo, hoặc thêm vào muc-luc"


def _wording(corpus: Corpus, instrument: Instrument, frame: Frame) -> Iterator[Told]:
    """The amounts beside “cá nhân” and “tổ chức” in our wording are those of the frame."""
    wording = corpus.provisions.get(Target(instrument.slug, frame.unit))
    name = frame.unit.label
    if wording is None:
        advice = "viết lời cho đơn vị ấy ở trang điều của nó, có số tiền"
        yield frame.key, f"{name} chưa có lời diễn đạt", advice
        return
    said, found = _said(wording), _fine(instrument, frame)
    for payer, words in PAYER_WORDS.items():
        expected = found.of(payer)
        amounts = {expected.low, expected.high} if expected else set()
        if said.get(payer, set()) != amounts:
            ours = ", ".join(map(shown, sorted(amounts))) or "không có mức"
            theirs = ", ".join(map(shown, sorted(said.get(payer, ())))) or "không có số tiền nào"
            message = f"{name}, {words}: ở đây {ours}; lời ở trang điều: {theirs}"
            yield frame.key, message, "xem lại hai nơi, sửa nơi sai"


def _said(wording: Provision) -> Mapping[Payer, set[int]]:
    """The amounts that follow each mention of a payer."""
    found: dict[Payer, set[int]] = {}
    parts = _PAYER.split(wording.text)
    for words, rest in zip(parts[1::2], parts[2::2], strict=True):
        payer = Payer.PERSON if words.lower() == PAYER_WORDS[Payer.PERSON] else Payer.ORGANISATION
        found.setdefault(payer, set()).update(sums(rest))
    return found
