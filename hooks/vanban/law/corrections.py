"""What the site said wrongly and has mended: ``dinh-chinh.yml`` beside the ledger.

Nothing is corrected in silence. An entry says on which day, of which provision, what the site
said before, and what it says now, in the site's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from .corpus import Corpus
from .instrument import Target
from .money import PAYERS
from .problems import Problem
from .schema import Day, Form, Text, UnitId, read_as
from .yaml_source import KeyPath, YamlSource, read_yaml

CORRECTIONS_FILE = "dinh-chinh.yml"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FINE = re.compile(r"\d\s*(?:triệu|tỷ)\b")


class CorrectionForm(Form):
    id: Text = Field(alias="ma", description="tên ngắn không dấu, không đổi về sau")
    day: Day = Field(alias="ngay", description="ngày sửa, YYYY-MM-DD")
    slug: Text = Field(alias="van-ban", description="tên thư mục của văn bản")
    unit: UnitId | None = Field(None, alias="don-vi", description="ví dụ dieu-8-khoan-1")
    before: Text = Field(alias="truoc", description="trang đã viết gì")
    now: Text = Field(alias="nay", description="nay viết gì")


class CorrectionsForm(Form):
    items: tuple[CorrectionForm, ...] = Field((), alias="dinh-chinh")


@dataclass(frozen=True)
class Correction:
    """One correction; ``id`` is its address for ever, ``lines`` where each key stands."""

    id: str
    day: date
    target: Target
    before: str
    now: str
    lines: tuple[tuple[str, int], ...] = ()

    def line(self, key: str) -> int:
        """The line of a key in the file."""
        return dict(self.lines).get(key, 0)


def read_corrections(
    text: str, file: str = CORRECTIONS_FILE
) -> tuple[tuple[Correction, ...], list[Problem]]:
    """The entries of the file in its order; none where it cannot be read."""
    source, problems = read_yaml(text, file)
    if source is None:
        return (), problems
    form, wrong = read_as(CorrectionsForm, source, file)
    problems += wrong
    if form is None:
        return (), problems
    return tuple(_correction(item, at, source) for at, item in enumerate(form.items)), problems


def _correction(form: CorrectionForm, at: int, source: YamlSource) -> Correction:
    whole: KeyPath = ("dinh-chinh", at)
    keys = ("ma", "ngay", "van-ban", "don-vi", "truoc", "nay")
    lines = tuple((key, source.place((*whole, key))[0]) for key in keys)
    before, now = (" ".join(text.split()) for text in (form.before, form.now))
    target = Target(form.slug, form.unit)
    return Correction(form.id, form.day, target, before, now, lines)


def check(
    corrections: tuple[Correction, ...],
    corpus: Corpus,
    today: date | None = None,
    file: str = CORRECTIONS_FILE,
) -> Iterator[Problem]:
    """Entries that lead nowhere, stand twice, are dated ahead, or name a fine without its payer.

    ``today`` is the day of the calendar.
    """
    seen: dict[str, int] = {}
    for one in corrections:
        for key, message, advice in _slips(one, corpus, today):
            yield Problem(file, one.line(key), 1, f"{key}: {message}", advice)
        if one.id in seen:
            message = f"ma: “{one.id}” đã dùng ở dòng {seen[one.id]}"
            yield Problem(file, one.line("ma"), 1, message, "đặt mã khác")
        seen.setdefault(one.id, one.line("ma"))


def _slips(one: Correction, corpus: Corpus, today: date | None) -> Iterator[tuple[str, str, str]]:
    """The key at which something is wrong, what, and what to do."""
    if not _ID.fullmatch(one.id):
        advice = "chữ thường không dấu và số, nối bằng gạch"
        yield "ma", f"“{one.id}” không đúng dạng", advice
    if one.target.slug not in corpus.instruments:
        advice = "ghi tên thư mục của văn bản; văn bản đã bỏ hẳn thì bỏ cả mục này"
        yield "van-ban", f"không có văn bản “{one.target.slug}” trong kho", advice
    elif one.target.unit and corpus.unit(one.target) is None:
        message = f"mục lục không có {one.target.unit.label}"
        yield "don-vi", message, "sửa don-vi, hoặc bỏ khóa ấy"
    if today and one.day > today:
        yield "ngay", f"{one.day} chưa tới (hôm nay là {today})", "ghi ngày đã sửa"
    for key, text in (("truoc", one.before), ("nay", one.now)):
        if _FINE.search(text) and not PAYERS.search(text):
            message = "có số tiền mà không nói của “cá nhân” hay “tổ chức”"
            yield key, message, "ghi rõ mức ấy của ai"
    if one.before == one.now:
        yield "nay", "giống hệt truoc, nên không nói đã sửa gì", "ghi lời trang nay viết"
