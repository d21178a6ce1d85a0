"""The form of ``van-ban.yml``: what an editor writes, checked by pydantic.

Keys are Vietnamese without marks, so that they are typed easily and read by the
people who fill them in; the field names behind them are those of ``instrument``.
``json_schema()`` is what code editors use to complete and check the file.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
)

from .days import read_day
from .form_faults import AdvisedError, words
from .instrument import Certainty, Other, Payer, RelationKind, State
from .known_keys import KnownKeys
from .names import folded
from .problems import Problem
from .units import ALPHABET, Kind, UnitError, UnitPath, parse_id, path
from .yaml_source import MOST_PROBLEMS, YamlSource


def _day(value: object) -> object:
    return read_day(value) if isinstance(value, str) else value


def _said(value: str) -> str:
    if not value.strip():
        raise ValueError("cần một dòng chữ")
    return value


def _unit(value: object) -> UnitPath:
    try:
        return parse_id(str(value))
    except UnitError:
        message = f"“{value}” không phải mã đơn vị"
        raise AdvisedError(message, _unit_advice(str(value))) from None


def _unit_advice(words: str) -> str:
    """The id of “điểm a khoản 1 Điều 8”, as people write it; else how an id looks."""
    found = _IN_WORDS.fullmatch(folded(words))
    kinds = (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)
    steps = zip(kinds, found.group(3, 2, 1), strict=True) if found else ()
    try:
        meant = path(*((kind, number) for kind, number in steps if number)).id
    except UnitError:
        return "viết như dieu-8-khoan-1-diem-a"
    return f"có phải {meant}?"


def _points(value: str) -> str:
    letters = value.removesuffix("?")
    strange = [letter for letter in letters if letter not in ALPHABET]
    if strange:
        raise ValueError(f"“{''.join(strange)}” không phải chữ của điểm (dãy chữ: {ALPHABET})")
    if len(set(letters)) != len(letters):
        twice = next(letter for letter in letters if letters.count(letter) > 1)
        message = f"chữ điểm “{twice}” viết hai lần"
        raise AdvisedError(message, "mỗi điểm một chữ, đ đứng sau d: abcdđe")
    return value


def _empty_as_text(value: object) -> object:
    return "" if value is None else value


_IN_WORDS = re.compile(r"(?:điểm (\w+) )?(?:khoản (\w+) )?điều (\w+)")
Day = Annotated[date, BeforeValidator(_day)]
Text = Annotated[str, Field(min_length=1), AfterValidator(_said)]
UnitId = Annotated[
    UnitPath, PlainValidator(_unit), WithJsonSchema({"minLength": 1, "type": "string"})
]
"""Written as an id (``dieu-8-khoan-1``), read as a path."""
Points = Annotated[str, BeforeValidator(_empty_as_text), AfterValidator(_points)]


class Form(BaseModel):
    """Unknown keys are mistakes; values are never changed after reading."""

    # Deferred: each is made with the form that it is a part of, and not by itself as well.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


AForm = TypeVar("AForm", bound=Form)


class EvidenceForm(Form):
    certainty: Certainty = Field(
        alias="chac-chan",
        description="stated: văn bản nêu rõ · single: một nguồn · reading: cách đọc của người "
        "biên soạn · unknown: chưa rõ",
    )
    checked: Day = Field(alias="kiem-tra", description="ngày kiểm tra, YYYY-MM-DD")
    sources: tuple[Text, ...] = Field((), alias="nguon", description="từ nguồn nào")
    note: str = Field("", alias="ghi-chu")


class TargetForm(Form):
    slug: Text = Field(alias="van-ban", description="tên thư mục của văn bản")
    unit: UnitId | None = Field(None, alias="don-vi", description="ví dụ dieu-8-khoan-1-diem-a")


class ValidityForm(EvidenceForm):
    state: State = Field(
        alias="trang-thai",
        description="con: còn hiệu lực · mot-phan: còn một phần · het: hết hiệu lực · chua-ro",
    )
    since: Day | None = Field(None, alias="tu", description="ngày bắt đầu có hiệu lực")
    until: Day | None = Field(None, alias="den", description="ngày đầu tiên không còn hiệu lực")
    doubtful: Day | None = Field(
        None, alias="chua-ro-tu", description="ngày đầu tiên chưa rõ còn hiệu lực hay không"
    )
    ended_by: TargetForm | None = Field(None, alias="boi", description="điều khoản chấm dứt")
    ended_by_text: str = Field(
        "", alias="boi-chu", description="điều khoản chấm dứt, khi văn bản đó không có ở đây"
    )


class UnitValidityForm(ValidityForm):
    unit: UnitId = Field(alias="don-vi")


class NamesakeForm(EvidenceForm):
    number: Text = Field(alias="so", description="số hiệu, ví dụ 58/2010/QH12")


class RelationForm(EvidenceForm):
    kind: RelationKind = Field(alias="kieu")
    slug: Text | None = Field(None, alias="van-ban")
    number: str = Field("", alias="so", description="số hiệu, khi văn bản đó không có ở đây")
    where: str = Field("", alias="o", description="nêu ở điều khoản nào")


class CounterpartForm(Form):
    slug: Text | None = Field(None, alias="van-ban")
    unit: UnitId | None = Field(None, alias="don-vi")
    change: Text = Field(alias="khac", description="giống và khác gì, bằng lời của mình")


class ConcordanceForm(EvidenceForm):
    unit: UnitId | None = Field(None, alias="don-vi", description="bỏ trống: cả văn bản")
    limb: str = Field("", alias="ve", description="vế nào, khi chỉ nói về một vế")
    today: tuple[CounterpartForm, ...] = Field((), alias="nay")


class ArticleForm(Form):
    number: Text = Field(alias="so")
    heading: str | None = Field(None, alias="ten")
    clauses: dict[Text, Points] | None = Field(
        None,
        alias="khoan",
        description="số khoản: các chữ điểm viết liền. Trống: không có điểm; dấu ?: có thể "
        "còn điểm nữa. Không có khóa này: chưa ai đếm. {}: điều không chia khoản.",
    )
    points: Points | None = Field(None, alias="diem", description="điểm đứng thẳng dưới điều")
    clauses_complete: bool = Field(True, alias="khoan-day-du")
    indents: dict[Text, tuple[Text, ...]] = Field(
        {},
        alias="tiet",
        description="điểm (viết như 2.b, hay b khi điểm đứng thẳng dưới điều): các tiết của điểm "
        "ấy, ví dụ 2.b: [1, 2]; dấu ? ở cuối: có thể còn tiết nữa. Không ghi: chưa ai đếm.",
    )
    gaps: tuple[Text, ...] = Field(
        (), alias="khuyet", description="khoản hay điểm thật sự bị nhảy số, ví dụ 4 hoặc 2.b"
    )


class SubsectionForm(Form):
    number: Text = Field(alias="so")
    heading: str | None = Field(None, alias="ten")
    articles: tuple[ArticleForm, ...] = Field((), alias="dieu")


class SectionForm(SubsectionForm):
    subsections: tuple[SubsectionForm, ...] = Field((), alias="tieu-muc")


class ChapterForm(SubsectionForm):
    sections: tuple[SectionForm, ...] = Field((), alias="muc")


class PartForm(SubsectionForm):
    chapters: tuple[ChapterForm, ...] = Field((), alias="chuong")


class KeptForm(Form):
    unit: UnitId = Field(alias="don-vi", description="điều khoản đã có lời diễn đạt")
    who: tuple[Text, ...] = Field((), alias="ai", description="chữ nói ai, ví dụ quản trị viên")
    act: tuple[Text, ...] = Field((), alias="hanh-vi", description="chữ nói việc gì")
    intent: tuple[Text, ...] = Field((), alias="y-dinh", description="ví dụ nhằm, biết rõ, cố ý")
    threshold: tuple[Text, ...] = Field(
        (), alias="nguong", description="ví dụ nghiêm trọng, chưa đến mức"
    )
    exception: tuple[Text, ...] = Field((), alias="ngoai-le", description="ví dụ trừ")


class OutlineForm(Form):
    complete: bool = Field(alias="day-du", description="đã ghi hết các điều chưa")
    basis: str = Field("", alias="can-cu", description="đếm theo bản nào")
    gaps: tuple[Text, ...] = Field(
        (), alias="khuyet", description="điều thật sự bị nhảy số, ví dụ 7"
    )
    parts: tuple[PartForm, ...] = Field((), alias="phan")
    chapters: tuple[ChapterForm, ...] = Field((), alias="chuong")
    sections: tuple[SectionForm, ...] = Field((), alias="muc")
    articles: tuple[ArticleForm, ...] = Field((), alias="dieu")


class SlipForm(Form):
    wording: Text = Field(alias="chu")
    meant: Text | None = Field(None, alias="co-le-la")
    certainty: Certainty = Field(alias="chac-chan")


class FrameForm(Form):
    unit: UnitId = Field(alias="tai", description="ví dụ dieu-95-khoan-1")
    low: Annotated[int, Field(gt=0)] = Field(alias="tu", description="triệu đồng")
    high: Annotated[int, Field(gt=0)] = Field(alias="den", description="triệu đồng")


class FinesForm(Form):
    payer: Payer = Field(alias="cua", description="số tiền in sẵn là của ai: ca-nhan · to-chuc")
    other: Other = Field(
        alias="kia",
        description="bên kia chịu bao nhiêu. gap-doi: gấp đôi · nua: một nửa · khong: không có mức",
    )
    rule: UnitId | None = Field(None, alias="theo", description="điều khoản nói mức của bên kia")
    frames: tuple[FrameForm, ...] = Field(alias="muc")


class InstrumentForm(Form):
    """One ``van-ban.yml``."""

    model_config = ConfigDict(title="Một văn bản trong kho (van-ban.yml)")

    type: Text = Field(alias="loai", description="Luật, Nghị định, Thông tư, Chỉ thị, Công văn …")
    number: str = Field("", alias="so", description="số hiệu như trên văn bản")
    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{1,11}$")] = Field(
        alias="ma", description="mã ngắn để chia sẻ, ví dụ nd72"
    )
    title: Text = Field(alias="ten")
    issuer: str = Field("", alias="co-quan")
    signatory: str = Field("", alias="nguoi-ky")
    issued: Day | None = Field(None, alias="ban-hanh", description="ngày ban hành, YYYY-MM-DD")
    issued_text: str = Field("", alias="ban-hanh-chu", description="khi ngày không đủ rõ")
    gazette: str = Field("", alias="cong-bao")
    place: str = Field("", alias="dia-phuong", description="tên tỉnh, không kèm chữ tỉnh: Tây Ninh")
    number_unique: bool = Field(
        True, alias="so-duy-nhat", description="false khi nơi khác có thể có cùng số hiệu"
    )
    names: tuple[Text, ...] = Field(
        (), alias="ten-goi", description="tên gọi không kèm số, ví dụ Luật An ninh mạng"
    )
    namesakes: tuple[NamesakeForm, ...] = Field(
        (), alias="cung-ten", description="các luật khác cùng tên mà kho không có"
    )
    aliases: tuple[Text, ...] = Field(
        (), alias="goi-tat", description="cách gọi khác, chỉ văn bản này mới có"
    )
    identity: EvidenceForm = Field(alias="can-cu", description="vì sao tin các dòng trên")
    wording: EvidenceForm = Field(alias="noi-dung", description="nội dung điều khoản đọc từ đâu")
    validity: ValidityForm = Field(alias="hieu-luc")
    unit_validity: tuple[UnitValidityForm, ...] = Field((), alias="hieu-luc-rieng")
    relations: tuple[RelationForm, ...] = Field((), alias="quan-he")
    concordance: tuple[ConcordanceForm, ...] = Field((), alias="doi-chieu")
    fines: tuple[FinesForm, ...] = Field(
        (), alias="khung-phat", description="khung phạt tiền của từng đơn vị; chưa rõ thì không ghi"
    )
    outline: OutlineForm = Field(alias="muc-luc")
    kept: tuple[KeptForm, ...] = Field(
        (), alias="giu", description="chữ mà lời diễn đạt của một điều khoản không được bỏ"
    )
    slips: tuple[SlipForm, ...] = Field((), alias="loi-chu")
    highlights: tuple[TargetForm, ...] = Field((), alias="nhan-manh")
    links: tuple[Text, ...] = Field((), alias="tim-tren", description="khóa của bảng nơi tra cứu")


def read_form(source: YamlSource, file: str) -> tuple[InstrumentForm | None, list[Problem]]:
    """Check parsed YAML against the form; each mistake with its line and key."""
    return read_as(InstrumentForm, source, file)


def read_as(form: type[AForm], source: YamlSource, file: str) -> tuple[AForm | None, list[Problem]]:
    """Check parsed YAML against any form; an unknown key is advised from the keys of its place.

    Where a key is taken for a slip of a missing one, only the slip is told.
    """
    try:
        read = form.model_validate(source.data)
        # in an outline, no value says that a unit has no parts
        blanks = [key for key in source.blanks() if key[0] != "muc-luc"]
        errors: list[dict[str, Any]] = [{"type": "string_type", "loc": key} for key in blanks]
    except ValidationError as error:
        errors = [dict(item) for item in error.errors(include_url=False)]
    if not errors:
        return read, []
    del errors[MOST_PROBLEMS:]
    keys = KnownKeys(form)
    strange = [item["loc"] for item in errors if item["type"] == "extra_forbidden"]
    meant = {(*where[:-1], keys.nearest(where)) for where in strange}
    told = [item for item in errors if item["type"] != "missing" or item["loc"] not in meant]
    return None, [_problem(source, file, item, keys) for item in told]


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of ``van-ban.yml``, for code editors."""
    schema = InstrumentForm.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _problem(source: YamlSource, file: str, error: dict[str, Any], keys: KnownKeys) -> Problem:
    where = tuple(error["loc"])
    known = tuple(part for part in where if part != "[key]")
    line, col = source.place(known)
    key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in known) or "tệp"
    message, advice = words(error, where, keys)
    return Problem(file, line, col, f"{key}: {message}", advice)
