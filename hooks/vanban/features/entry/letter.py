"""A letter taken in: its folder, its words, what it cites, and a stub for what is not here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from ...cite.citation import Citation, Context, Status
from ...cite.names import number_key
from ...intake.document import Document
from ...intake.letter_day import letter_day
from ...intake.letter_parts import LetterParts, letter_parts
from ...law.corpus import Corpus
from ...law.instrument import Target, vietnamese_date
from ...law.text_source import old_font
from ...page import letter as layout
from . import wording
from .named import Named, read_named
from .own_kinds import own_kinds
from .plan import Plan, Written
from .stub import FOLDER, code_of, stub

Cite = Callable[[str, Context], tuple[Citation, ...]]
_RUNS_ON = re.compile(r",\s*[a-zà-ỹđ]")
_OPENING = "phần mở đầu"


@dataclass(frozen=True)
class _Cited:
    """A citation of the letter and where it stands: “mục 2”, “phần mở đầu”."""

    citation: Citation
    where: str
    behind: str


def taken_in(
    document: Document, file: str, corpus: Corpus, cite: Cite, today: date, folder: str = ""
) -> Plan:
    """What to write for a letter. ``file`` is the name of the file that it came in.

    ``folder`` is its place below ``docs`` (default: by kind, number and year). ``today`` is the
    day of the calendar. What is not sure is left out and told.
    """
    parts, day_line = letter_parts(document), letter_day(document)
    day = day_line.day if day_line else None
    words = wording.wording(document)
    again = wording.repeated_items(words.paragraphs)
    source = wording.source(words.paragraphs, again)
    named = Named(parts.kind, parts.number, "", day.year if day else None, day)
    codes = {one.code for one in corpus.instruments.values()}
    home = folder or f"{FOLDER}/{_slug(named, corpus)}"
    title = named.full if parts.number else f"{parts.kind} {parts.subject or file}"
    cited = list(
        _cited(words.paragraphs, source, cite, Context(as_of=day, own=own_kinds(document)))
    )
    own = code_of(named, codes)
    stubs = _stubs(cited, corpus, {*codes, own}, title, today)
    values = _values(parts, day, own, title, today)
    values["quan-he"] = list(_relations(cited, stubs, title, today)) or None
    values["nhan-manh"] = _highlights(cited) or None
    values["muc-luc"] = _outline(source)
    blanks = tuple(_blanks(parts, day))
    files = {
        f"{home}/van-ban.yml": str(Written(_without_none(values), home.count("/") + 2, blanks)),
        f"{home}/index.md": _page(title, day, source),
    }
    told = (*document.told, *words.told, *_told(document, cited, stubs, len(again)))
    todo = (
        f"{home}/van-ban.yml: {', '.join(blanks)}",
        f"{home}/index.md: so từng chữ với bản gốc; viết một, hai câu giới thiệu ở đầu trang"
        + ("" if day else "; ghi thoi-diem (ngày của văn bản, hoặc ngày cuối của tháng ấy)"),
    )
    return Plan(files, told, todo).joined(
        {named.slug: plan for named, plan in stubs.values()}.values()
    )


def _slug(named: Named, corpus: Corpus) -> str:
    if named.number:
        return named.slug
    numbers = (n for n in range(1, 999) if f"thu-{n}" not in corpus.instruments)
    return f"thu-{next(numbers)}"


def _cited(
    paragraphs: tuple[str, ...], source: str, cite: Cite, context: Context
) -> Iterator[_Cited]:
    """Every citation with the item that it stands in; the letter's own number is none."""
    items = [one.item for one in layout.paragraphs(source.splitlines())]
    text = "\n\n".join(paragraphs)
    starts, start = [], 0
    for paragraph in paragraphs:
        starts.append(start)
        start += len(paragraph) + 2
    for one in cite(text, context):
        place = max(n for n, begin in enumerate(starts) if begin <= one.start)
        if re.match(r"\s*Số\s*:", paragraphs[place]) and items[place] is None:
            continue
        item = items[place] if place < len(items) else None
        where = item.own_label.lower() if item else _OPENING
        yield _Cited(one, where, text[one.end : one.end + 12])


def _stubs(
    cited: list[_Cited], corpus: Corpus, codes: set[str], title: str, today: date
) -> dict[str, tuple[Named, Plan]]:
    """Words of a citation → the instrument and the files of its stub, for what is not here."""
    found: dict[str, tuple[Named, Plan]] = {}
    by_slug: dict[str, tuple[Named, Plan]] = {}
    for one, named in _as_one(cited):
        if named.slug in corpus.instruments:
            continue
        if named.slug not in by_slug:
            made = stub(named, corpus, codes, title, today)
            codes.add(_code(made))
            by_slug[named.slug] = (named, made)
        found[one.citation.text] = by_slug[named.slug]
    return found


def _as_one(cited: list[_Cited]) -> Iterator[tuple[_Cited, Named]]:
    """Each citation of an instrument that is not here; mentions of one are named alike.

    “QUYẾT ĐỊNH SỐ 964/QĐ-TTG NGÀY 10/8/2022” in a title and “Quyết định số 964/QĐ-TTg” below
    are one instrument: the day is that of the only dated mention, and a number that is not all
    in capitals is the right spelling.
    """
    outside = (one for one in cited if one.citation.status is Status.OUTSIDE)
    found = [(one, named) for one in outside if (named := _surely(one)) is not None]
    alike: dict[tuple[str, str], list[Named]] = {}
    for _, named in found:
        if named.number:
            alike.setdefault((named.kind, number_key(named.number)), []).append(named)
    for one, named in found:
        mentions = alike.get((named.kind, number_key(named.number)), [])
        spelt = [item.number for item in mentions if not item.number.isupper()]
        if named.number.isupper() and spelt:
            named = replace(named, number=spelt[0])
        dated = {(item.year, item.day) for item in mentions if item.year}
        if not named.year and len(dated) == 1:
            year, day = dated.pop()
            named = replace(named, year=year, day=day)
        yield one, named


def _code(plan: Plan) -> str:
    text = next(text for name, text in plan.files.items() if name.endswith("van-ban.yml"))
    found = re.search(r"^ma: '?(\w+)", text, re.MULTILINE)
    assert found
    return found[1]


def _surely(one: _Cited) -> Named | None:
    """The instrument that a citation names, where its words leave no doubt."""
    named = read_named(one.citation.text)
    if named is None or not named.sure:
        return None
    # “Luật Phòng, chống …”: the name may go on behind the comma
    return None if not named.number and _RUNS_ON.match(one.behind) else named


def _values(
    parts: LetterParts, day: date | None, code: str, title: str, today: date
) -> dict[str, Any]:
    copy = f"Bản chép {title[:1].lower()}{title[1:]}, đăng trọn trên trang này"
    unknown = {"chac-chan": "unknown", "kiem-tra": today}
    return {
        "loai": parts.kind,
        "so": parts.number or None,
        "ma": code,
        "ten": parts.subject or title,
        "co-quan": parts.issuer or None,
        "ban-hanh": day,
        "so-duy-nhat": False,
        "can-cu": {"chac-chan": "single", "kiem-tra": today, "nguon": [copy]},
        "noi-dung": {"chac-chan": "stated", "kiem-tra": today, "nguon": [copy]},
        "hieu-luc": {"trang-thai": "chua-ro", **unknown, "ghi-chu": "Chưa tra hiệu lực."},
    }


def _relations(
    cited: list[_Cited], stubs: dict[str, tuple[Named, Plan]], title: str, today: date
) -> Iterator[dict[str, Any]]:
    """Each instrument that the letter cites, once, with every place that names it."""
    places: dict[str, list[str]] = {}
    for one in cited:
        slug = None
        if one.citation.linked and one.citation.target:
            slug = one.citation.target.slug
        elif one.citation.text in stubs:
            slug = stubs[one.citation.text][0].slug
        if slug and one.where not in places.setdefault(slug, []):
            places[slug].append(one.where)
    copy = f"Bản chép {title[:1].lower()}{title[1:]}, đăng trọn trên trang này"
    for slug, where in places.items():
        yield {
            "kieu": "vien-dan",
            "van-ban": slug,
            "o": ", ".join(where),
            "chac-chan": "stated",
            "kiem-tra": today,
            "nguon": [copy],
        }


def _highlights(cited: list[_Cited]) -> list[dict[str, str]]:
    targets: dict[Target, None] = {}
    for one in cited:
        target = one.citation.target
        if target and target.unit and one.citation.linked:
            targets[target] = None
    return [{"van-ban": one.slug, "don-vi": one.unit.id} for one in targets if one.unit]


def _outline(source: str) -> dict[str, Any]:
    items = [one.item for one in layout.paragraphs(source.splitlines()) if one.item]
    numbers = [int(item.number) for item, _ in groupby(items)]
    if not numbers:
        return {"day-du": False, "can-cu": "văn bản không chia mục đánh số"}
    return {"day-du": True, "muc": [{"so": number} for number in numbers]}


def _page(title: str, day: date | None, source: str) -> str:
    when = f"thoi-diem: {day.isoformat()}\n" if day else ""
    dated = f" ngày {vietnamese_date(day)}" if day else ""
    return (
        f"---\ntitle: {_quoted(title)}\n{when}hide:\n  - navigation\n  - toc\n---\n\n"
        f"# {wording.source([title])}{dated}\n\n"
        "Dưới đây là nguyên văn; mỗi viện dẫn là một đường dẫn tới điều khoản và tới quy định"
        " hôm nay.\n\n"
        f"## Nguyên văn {{#nguyen-van}}\n\n{source}\n"
    )


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _blanks(parts: LetterParts, day: date | None) -> Iterator[str]:
    for key, value in (("so", parts.number), ("ten", parts.subject), ("ban-hanh", day)):
        if not value:
            yield f"{key} (không thấy trong bản chép)"
    yield "co-quan (xem lại)" if parts.issuer else "co-quan"
    yield from ("nguoi-ky", "dia-phuong", "hieu-luc")


def _told(
    document: Document, cited: list[_Cited], stubs: dict[str, tuple[Named, Plan]], again: int
) -> Iterator[str]:
    font = old_font(document.text, "")
    if font:
        yield f"{font.message}: {font.suggestion}."
    if again:
        yield (
            f"Số mục lặp lại {again} lần: chỉ mục đầu tiên mang mỗi số thành một mục;"
            " những mục sau vẫn còn nguyên chữ."
        )
    for one in cited:
        citation = one.citation
        quoted = " ".join(citation.text.split())
        if citation.status is Status.OUTSIDE:
            # units alone (“khoản 1” of a list) are told with what they belong to
            if citation.text not in stubs and read_named(citation.text):
                more = one.behind.partition("\n")[0]
                yield (
                    f"Ở {one.where}: “{quoted}{more}…” không có trong kho, mà tên chưa đủ rõ để"
                    " tạo sẵn; tạo bằng: hooks new instrument"
                )
        elif citation.status in (Status.BROKEN, Status.AMBIGUOUS):
            advice = f" → {citation.suggestion}" if citation.suggestion else ""
            yield f"Ở {one.where}: “{quoted}”: {citation.reason}{advice}"


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
