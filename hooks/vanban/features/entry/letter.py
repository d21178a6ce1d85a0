"""A letter taken in: its folder, its words, what it cites, and a stub for what is not here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ...cite.citation import Context, Status
from ...intake.document import Document, Kind
from ...intake.letter_day import LetterDay, letter_day
from ...intake.letter_foot import signer
from ...intake.letter_parts import LetterParts, head_end, letter_parts
from ...law.corpus import Corpus
from ...law.instrument import Target, vietnamese_date
from ...law.text_source import old_font
from ...page import letter as layout
from . import wording
from .cited import Citations, Cite, Cited, citations, outside
from .named import Named, read_named
from .office_letters import office_in_usual_letters
from .offices import is_central, is_central_body
from .own_kinds import own_kinds
from .own_number import letter_named
from .plan import Plan, Written
from .stub import FOLDER, code_of, stub

_ABOUT = re.compile(r"^(?:V/v|Về việc)\s*:?\s*(?:về việc\s+)?", re.IGNORECASE)


_OTHER_ITEM = re.compile(
    # (1) · 1) · 1/ · Một là, · Thứ nhất: · Điều 1. · I. · a) · a. · A. · Mục 1.
    r"\(?(?:\d{1,2}|[a-zđ])\s?\)\s|\d{1,2}\s?[/\-–]\s|(?:Một|Hai) là(?!\w)|Thứ nhất(?!\w)"
    r"|(?:Điều|Mục|Phần|Khoản)\s+(?:\d{1,2}|[IVX]+)\s?[.:]|[IVX]{1,4}\s?[.)]\s"
    r"|[a-hđ]\s?\.\s|\d{1,2}\.(?=[^\W\d])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d\s?[/-]\s?[A-ZĐ]")
_SHOWN = 24
"""So many letters behind an unclear citation are shown."""


def taken_in(
    document: Document, file: str, corpus: Corpus, cite: Cite, today: date, folder: str = ""
) -> Plan:
    """What to write for a letter. ``file`` is the name of the file that it came in.

    ``folder`` is its place below ``docs`` (default: by kind, number and year). ``today`` is the
    day of the calendar. What is not sure is left out and told.
    """
    parts, day_line = letter_parts(document), letter_day(document)
    day = day_line.day if day_line else None
    spoken = day or (day_line.month_end if day_line else None)
    words = wording.wording(document)
    anew = wording.counted_anew(words.paragraphs)
    again = anew or wording.repeated_items(words.paragraphs)
    source = wording.source(words.paragraphs, again)
    named = letter_named(parts, spoken, day_line)
    codes = {one.code for one in corpus.instruments.values()}
    home = folder or _home(named, corpus)
    title = named.full if parts.number else f"{parts.kind} {_about(parts.subject) or file}"
    context = Context(as_of=spoken, own=own_kinds(document))
    found = citations(words.paragraphs, source, cite, context, named)
    cited = found.others
    own = code_of(named, codes)
    meant = outside(cited)
    stubs = _stubs(meant, home, corpus, {*codes, own}, title, today)
    known = {start: one.slug for start, one in meant.items() if one.slug in corpus.instruments}
    places = known | {start: one.slug for start, (one, _) in stubs.items()}
    signs = signer(document)
    values = _values(parts, signs, day, spoken, own, title, today)
    values["quan-he"] = list(_relations(cited, places, title, today)) or None
    values["nhan-manh"] = _highlights(cited) or None
    values["muc-luc"] = _outline(source)
    blanks = tuple(_blanks(parts, day_line, spoken, bool(signs)))
    files = {
        f"{home}/van-ban.yml": str(Written(_without_none(values), home.count("/") + 2, blanks)),
        f"{home}/index.md": _page(title, day, spoken, source),
    }
    told = (
        *document.told,
        *words.told,
        *_told(document, found, places, parts.kind),
        *_told_of_items(len(again), bool(anew), _unread(source)),
        *_told_of_tables(document),
    )
    if day_line and day_line.no_such:
        told = (
            *told,
            f"“{day_line.words}”: lịch không có ngày này; hỏi nơi gửi rồi ghi thoi-diem.",
        )
    if spoken and not day:
        told = (*told, f"Bản chép để trống ngày: thoi-diem ghi ngày cuối của tháng, {spoken}.")
    todo = (
        f"{home}/van-ban.yml: {', '.join(blanks)}",
        f"{home}/index.md: so từng chữ với bản gốc; viết một, hai câu giới thiệu ở đầu trang"
        + ("" if spoken else "; ghi thoi-diem (ngày của văn bản, hoặc ngày cuối của tháng ấy)"),
    )
    return Plan(files, told, todo).joined(
        {named.slug: plan for named, plan in stubs.values()}.values()
    )


def _about(subject: str) -> str:
    """What a heading says after the kind: “V/v giữ sổ.” → “về việc giữ sổ”."""
    return _ABOUT.sub("về việc ", subject.rstrip(" ."))


def _home(named: Named, corpus: Corpus) -> str:
    """The folder of the letter below ``docs``: by number, else by office and year."""
    if named.number:
        return f"{FOLDER}/{named.slug}"
    first = named.slug if named.office else "thu-1"
    stem = named.slug if named.office else "thu"
    names = (first, *(f"{stem}-{n}" for n in range(2, 999)))
    return f"{FOLDER}/{next(name for name in names if name not in corpus.instruments)}"


def _stubs(
    meant: dict[int, Named], home: str, corpus: Corpus, codes: set[str], title: str, today: date
) -> dict[int, tuple[Named, Plan]]:
    """``start`` of a citation → the instrument and the files of its stub, for what is not here.

    None has the folder of the letter.
    """
    by_slug: dict[str, tuple[Named, Plan]] = {}
    for named in meant.values():
        in_use = named.slug in corpus.instruments or f"{FOLDER}/{named.slug}" == home.casefold()
        if not in_use and named.slug not in by_slug:
            made = stub(named, corpus, codes, title, today)
            codes.add(_code(made))
            by_slug[named.slug] = (named, made)
    return {start: by_slug[named.slug] for start, named in meant.items() if named.slug in by_slug}


def _code(plan: Plan) -> str:
    text = next(text for name, text in plan.files.items() if name.endswith("van-ban.yml"))
    found = re.search(r"^ma: '?(\w+)", text, re.MULTILINE)
    assert found
    return found[1]


def _values(
    parts: LetterParts,
    signs: str,
    day: date | None,
    spoken: date | None,
    code: str,
    title: str,
    today: date,
) -> dict[str, Any]:
    copy = f"Bản chép {title[:1].lower()}{title[1:]}, đăng trọn trên trang này"
    unknown = {"chac-chan": "unknown", "kiem-tra": today}
    return {
        "loai": parts.kind,
        "so": parts.number or None,
        "ma": code,
        "ten": parts.subject or title,
        "co-quan": office_in_usual_letters(parts.issuer) or None,
        "nguoi-ky": signs or None,
        "ban-hanh": day,
        "ban-hanh-chu": _month(spoken) if spoken and not day else None,
        "so-duy-nhat": False,
        "can-cu": {"chac-chan": "single", "kiem-tra": today, "nguon": [copy]},
        "noi-dung": {"chac-chan": "stated", "kiem-tra": today, "nguon": [copy]},
        "hieu-luc": {"trang-thai": "chua-ro", **unknown, "ghi-chu": "Chưa tra hiệu lực."},
    }


def _month(day: date) -> str:
    return f"tháng {day.month}/{day.year} (bản chép không ghi ngày)"


def _relations(
    cited: Sequence[Cited], folders: dict[int, str], title: str, today: date
) -> Iterator[dict[str, Any]]:
    """Each instrument that the letter cites, once, with every place that names it."""
    places: dict[str, list[str]] = {}
    for one in cited:
        slug = None
        if one.citation.linked and one.citation.target:
            slug = one.citation.target.slug
        elif one.start in folders:
            slug = folders[one.start]
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


def _highlights(cited: Sequence[Cited]) -> list[dict[str, str]]:
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
        why = "chưa đọc được cách chia mục" if _unread(source) else "văn bản không chia mục đánh số"
        return {"day-du": False, "can-cu": why}
    return {"day-du": True, "muc": [{"so": number} for number in numbers]}


def _unread(source: str) -> str:
    """How the first item of a letter begins that numbers its items in another way; else ""."""
    whole = list(layout.paragraphs(source.splitlines()))
    if any(one.item for one in whole):
        return ""
    lines = (line for one in whole for line in one.text.splitlines())
    return next((found[0].strip() for line in lines if (found := _OTHER_ITEM.match(line))), "")


def _page(title: str, day: date | None, spoken: date | None, source: str) -> str:
    when = f"thoi-diem: {spoken.isoformat()}\n" if spoken else ""
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


def _blanks(
    parts: LetterParts, line: LetterDay | None, spoken: date | None, signed: bool
) -> Iterator[str]:
    for key, value in (("so", parts.number), ("ten", parts.subject), ("ban-hanh", spoken)):
        if not value and key == "ban-hanh" and line and line.no_such:
            yield "ban-hanh (bản chép ghi một ngày không có trong lịch)"
        elif not value:
            yield f"{key} (không thấy trong bản chép)"
    if parts.subject.isupper():
        yield "ten (bản chép viết hoa hết: viết lại bằng chữ thường)"
    if spoken and line and not line.day:
        yield "ban-hanh (bản chép chỉ ghi tháng)"
    yield "co-quan (xem lại)" if parts.issuer else "co-quan"
    yield "nguoi-ky (xem lại)" if signed else "nguoi-ky"
    if not (is_central(parts.number) or is_central_body(parts.issuer)):
        yield "dia-phuong"
    yield "hieu-luc"


def _told(
    document: Document, found: Citations, folders: dict[int, str], kind: str
) -> Iterator[str]:
    font = old_font(document.text, "")
    if font:
        yield f"{font.message}: {font.suggestion}."
    for where in dict.fromkeys(one.where for one in found.own):
        yield f"Ở {where}: số của chính văn bản này được nhắc lại, không tạo thư mục khác cho nó."
    for one in found.others:
        citation = one.citation
        quoted = " ".join(citation.text.split())
        if citation.status is Status.AMBIGUOUS and _means_itself(quoted, kind):
            continue  # once the letter has its page
        if citation.status is Status.OUTSIDE:
            # units alone (“khoản 1” of a list) are told with what they belong to
            if one.start not in folders and read_named(citation.text):
                yield (
                    f"Ở {one.where}: “{quoted}{_more(one.behind)}” không có trong kho, mà tên chưa"
                    " đủ rõ để tạo sẵn; tạo bằng: hooks new instrument"
                )
            elif one.start not in folders and _NUMBER.search(quoted):
                yield (
                    f"Ở {one.where}: “{quoted}” không có trong kho, mà chữ ấy không nói đó là loại"
                    " văn bản nào: không tạo sẵn, trên trang nó không thành đường dẫn."
                )
        elif citation.status in (Status.BROKEN, Status.AMBIGUOUS):
            advice = f" → {citation.suggestion}" if citation.suggestion else ""
            said = citation.reason
            said = said if said.startswith(f"“{quoted}”") else f"“{quoted}”: {said}"
            yield f"Ở {one.where}: {said}{advice}"


def _told_of_items(again: int, anew: bool, unread: str) -> Iterator[str]:
    if anew:
        yield (
            "Số mục đếm lại từ đầu trong từng phần, nên một số không chỉ riêng mục nào: trang giữ"
            " nguyên chữ, nhưng không có đường dẫn tới từng mục."
        )
    elif again:
        yield (
            f"Số mục lặp lại {again} lần: chỉ mục đầu tiên mang mỗi số thành một mục;"
            " những mục sau vẫn còn nguyên chữ."
        )
    elif unread:
        yield (
            f"Không thấy mục đánh số kiểu “1. …”; bản chép chia mục kiểu “{unread}”: trang giữ"
            " nguyên chữ, nhưng không có đường dẫn tới từng mục."
        )


def _told_of_tables(document: Document) -> Iterator[str]:
    """The tables of the text, drawn as tables or cell by cell; head and foot are tables too."""
    texts = [one.text for one in document.paragraphs]
    tables = wording.drawn_tables(document)
    for rows in tables.values():
        yield (
            f"Có bảng {len(rows)} hàng, {len(rows[0])} cột (mở đầu bằng ô “{_more(rows[0][0])}”):"
            " trang kẻ lại thành bảng, hàng đầu làm tên cột; so từng ô với bản gốc."
        )
    drawn = {document.paragraphs[place].grid[0] for place in tables}
    body = document.paragraphs[head_end(texts) : wording.foot(texts)]
    cells = [
        one.text.partition("\n")[0]
        for one in body
        if one.kind is Kind.CELL and one.grid[0] not in drawn
    ]
    if cells:
        yield (
            f"Có bảng không kẻ lại được, vì có ô gộp, ô nhiều dòng, bảng lồng, hay một hàng, một"
            f" cột (từ ô “{_more(cells[0])}” tới ô “{_more(cells[-1])}”): trang cho mỗi ô một đoạn,"
            " hết hàng này sang hàng khác."
        )


def _means_itself(quoted: str, kind: str) -> bool:
    """“văn bản này”, “Điều 2 Quyết định này” in a decision; “Luật này” is another one."""
    return quoted.lower().endswith(("văn bản này", f"{kind.lower()} này"))


def _more(behind: str) -> str:
    """The whole words right behind a citation, which show where it stands; “…” where cut."""
    line = behind.partition("\n")[0]
    if len(line) <= _SHOWN:
        return line.rstrip()
    whole = line[: _SHOWN + 1].rpartition(" ")[0]
    return f"{whole.rstrip(' ,;:')}…"


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
