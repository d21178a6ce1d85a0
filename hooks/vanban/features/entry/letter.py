"""A letter taken in: its folder, its words, what it cites, and a stub for what is not here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date
from typing import Any

from ...cite.citation import Context
from ...intake.document import Document
from ...intake.letter_day import LetterDay, letter_day
from ...intake.letter_foot import signer
from ...intake.letter_parts import LetterParts, letter_parts
from ...law.corpus import Corpus
from ...law.instrument import Target, vietnamese_date
from ...law.names import folded
from . import doubts, items, wording
from .cited import Cite, Cited, citations, outside
from .named import Named
from .office_letters import office_in_usual_letters
from .offices import is_central, is_central_body
from .own_kinds import own_kinds
from .own_number import letter_named
from .plan import Plan, Written
from .stub import FOLDER, KEPT, code_of, stub

_ABOUT = re.compile(r"^(?:V/v|Về việc)\s*:?\s*(?:về việc\s+)?", re.IGNORECASE)


def taken_in(
    document: Document,
    file: str,
    corpus: Corpus,
    cite: Cite,
    today: date,
    folder: str = "",
    codes: Set[str] = frozenset(),
) -> Plan:
    """What to write for a letter. ``file`` is the name of the file that it came in, ``codes`` are
    those that were published once.

    ``folder`` is its place below ``docs`` (default: by kind, number and year). ``today`` is the
    day of the calendar. What is not sure is left out and told.
    """
    seen = wording.without_marks(document)
    parts, day_line = letter_parts(seen), letter_day(seen)
    day = day_line.day if day_line else None
    spoken = day or (day_line.month_end if day_line else None)
    words = wording.wording(seen)
    anew = wording.counted_anew(words.paragraphs)
    again = anew or wording.repeated_items(words.paragraphs)
    source = wording.source(words.paragraphs, again)
    named = letter_named(parts, spoken, day_line)
    codes = {*codes, *(one.code for one in corpus.instruments.values())}
    home = folder or _home(named, corpus)
    title = named.full if parts.number else f"{parts.kind} {_about(parts.subject) or file}"
    context = Context(as_of=spoken, own=own_kinds(seen))
    found = citations(words.paragraphs, source, cite, context, named)
    cited = found.others
    own = code_of(named, codes)
    meant = outside(cited)
    about = {one.start: one.about for one in cited if one.about}
    stubs = _stubs(meant, about, home, corpus, {*codes, own}, title, today)
    known = {start: one.slug for start, one in meant.items() if is_held(one, corpus)}
    places = known | {start: one.slug for start, (one, _) in stubs.items()}
    signs = signer(seen)
    values = _values(parts, signs, named.place, day, spoken, own, title, today)
    values["quan-he"] = list(_relations(cited, places, title, today)) or None
    values["nhan-manh"] = _highlights(cited) or None
    missing = items.left_out(words.paragraphs, source)
    values["muc-luc"] = items.outline(source, missing)
    blanks = tuple(_blanks(parts, named.place, day_line, spoken, bool(signs)))
    files = {
        f"{home}/van-ban.yml": str(Written(_without_none(values), home.count("/") + 2, blanks)),
        f"{home}/index.md": _page(title, day, spoken, source, bool(missing)),
    }
    told = (
        *document.told,
        *wording.wording(document).told,
        *doubts.of_letters(document),
        *doubts.of_number(parts),
        *doubts.of_other_letters(seen, parts.number),
        *doubts.of_citations(found, places, parts.kind),
        *doubts.of_items(len(again), bool(anew), items.unread(source)),
        *doubts.of_tables(document),
        *doubts.of_day(day_line, str(spoken) if spoken and not day else ""),
        *doubts.of_part(missing),
    )
    todo = (
        f"{home}/van-ban.yml: {', '.join(blanks)}",
        f"{home}/index.md: so từng chữ với bản gốc; viết một, hai câu giới thiệu ở đầu trang"
        + ("" if spoken else "; ghi thoi-diem (ngày của văn bản, hoặc ngày cuối của tháng ấy)"),
    )
    return Plan(files, told, todo).joined(
        {named.slug: plan for named, plan in stubs.values()}.values()
    )


def is_held(named: Named, corpus: Corpus) -> bool:
    """Whether the instrument of that folder may be the one meant: another province, or another day,
    may have given the number again.
    """
    item = corpus.instruments.get(named.slug)
    if item is None:
        return False
    days, places = {named.day, item.issued} - {None}, {folded(named.place), folded(item.place)}
    return len(days) <= 1 and len(places - {""}) <= 1


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
    meant: dict[int, Named],
    about: dict[int, str],
    home: str,
    corpus: Corpus,
    codes: set[str],
    title: str,
    today: date,
) -> dict[int, tuple[Named, Plan]]:
    """``start`` of a citation → the instrument and the files of its stub, for what is not here.

    ``about`` has what the letter says of them. None has the folder of the letter.
    """
    by_slug: dict[str, tuple[Named, Plan]] = {}
    for named in meant.values():
        in_use = named.slug in corpus.instruments or f"{FOLDER}/{named.slug}" == home.casefold()
        if not in_use and named.slug not in by_slug:
            places = [start for start, other in meant.items() if other.slug == named.slug]
            said = next((about[start] for start in places if start in about), "")
            made = stub(named, corpus, codes, title, today, said)
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
    place: str,
    day: date | None,
    spoken: date | None,
    code: str,
    title: str,
    today: date,
) -> dict[str, Any]:
    copy = _copy(title)
    unknown = {"chac-chan": "unknown", "kiem-tra": today}
    return {
        "loai": parts.kind,
        "so": parts.number or None,
        "ma": code,
        "ten": parts.subject or title,
        "co-quan": office_in_usual_letters(parts.issuer) or None,
        "nguoi-ky": signs or None,
        "dia-phuong": place or None,
        "ban-hanh": day,
        "ban-hanh-chu": _month(spoken) if spoken and not day else None,
        "so-duy-nhat": False,
        "can-cu": {"chac-chan": "single", "kiem-tra": today, "nguon": [copy]},
        "noi-dung": {"chac-chan": "stated", "kiem-tra": today, "nguon": [copy]},
        "hieu-luc": {"trang-thai": "chua-ro", **unknown, "ghi-chu": "Chưa tra hiệu lực."},
    }


def _copy(title: str) -> str:
    """The source of what is read off the letter. Nobody knows whether the copy is whole."""
    return f"Bản chép {title[:1].lower()}{title[1:]}, đăng trên trang này"


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
    copy = _copy(title)
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


def _page(title: str, day: date | None, spoken: date | None, source: str, is_part: bool) -> str:
    when = f"thoi-diem: {spoken.isoformat()}\n" if spoken else ""
    dated = f" ngày {vietnamese_date(day)}" if day else ""
    of_part = " của phần có trong bản chép" if is_part else ""
    return (
        f"---\ntitle: {_quoted(title)}\n{when}hide:\n  - navigation\n  - toc\n---\n\n"
        f"# {wording.source([title])}{dated}\n\n"
        f"Dưới đây là nguyên văn{of_part}; mỗi viện dẫn là một đường dẫn tới điều khoản và tới quy"
        " định hôm nay.\n\n"
        f"## Nguyên văn {{#nguyen-van}}\n\n{source}\n"
    )


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _blanks(
    parts: LetterParts, place: str, line: LetterDay | None, spoken: date | None, signed: bool
) -> Iterator[str]:
    if not parts.number:
        why = "chưa đọc chắc được" if parts.unread else "không thấy trong bản chép"
        yield f"so ({why}; {KEPT})"
    for key, value in (("ten", parts.subject), ("ban-hanh", spoken)):
        if not value and key == "ban-hanh" and line and line.no_such:
            why = "không có trong lịch" if line.year else "không thể có"
            yield f"ban-hanh (bản chép ghi một ngày {why})"
        elif not value and key == "ban-hanh" and line and line.others:
            yield "ban-hanh (bản chép có nhiều dòng ghi ngày)"
        elif not value:
            yield f"{key} (không thấy trong bản chép)"
    if parts.subject.isupper():
        yield "ten (bản chép viết hoa hết: viết lại bằng chữ thường)"
    if spoken and line and not line.day:
        yield "ban-hanh (bản chép chỉ ghi tháng)"
    yield "co-quan (xem lại)" if parts.issuer else "co-quan"
    yield "nguoi-ky (xem lại)" if signed else "nguoi-ky"
    if not (is_central(parts.number) or is_central_body(parts.issuer)):
        yield "dia-phuong (xem lại)" if place else "dia-phuong"
    yield "hieu-luc"


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
