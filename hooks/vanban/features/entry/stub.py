"""A folder for an instrument of which nothing is known but what a text calls it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import count
from typing import Any

from ...law.corpus import Corpus
from ...law.identity import slug_of
from ...law.instrument import vietnamese_date
from ...law.names import folded
from .named import Named, shorter
from .offices import issuer_of
from .plan import Plan, Written

FOLDER = "van-ban"
UNNAMED = "Chưa ghi tên"
KEPT = "thư mục giữ nguyên tên"
"""What a number that is filled in later does to the folder: it is an address."""
_CODES = {"Nghị định": "nd", "Quyết định": "qd", "Công văn": "cv", "Bộ luật": "bl"}
_LONGEST_CODE = 12


def stub(
    named: Named, corpus: Corpus, taken: Collection[str], source: str, today: date, said: str = ""
) -> Plan:
    """The files of an instrument to be completed.

    ``taken`` are codes that are used, those of ``corpus`` and more; ``source`` is where the
    name comes from, "" for the editor; ``today`` is the day of the calendar; ``said`` is what the
    source says that it is about, for the editor to check. Nothing is claimed but the name.
    """
    folder = f"{FOLDER}/{named.slug}"
    unknown = {"chac-chan": "unknown", "kiem-tra": today}
    identity: dict[str, Any] = dict(unknown)
    if source:
        identity = {"chac-chan": "single", "kiem-tra": today, "nguon": [source]}
    identity["ghi-chu"] = "Ghi theo lời văn bản dẫn; chưa đọc văn bản này."
    values: dict[str, Any] = {"loai": named.kind}
    if named.number:
        values["so"] = named.number
    values |= {"ma": code_of(named, taken), "ten": named.name or UNNAMED}
    issuer = issuer_of(named.kind, named.number)
    if issuer:
        values["co-quan"] = issuer
    if named.place:
        values["dia-phuong"] = named.place
    if named.day:
        values["ban-hanh"] = named.day
    elif named.year:
        values["ban-hanh-chu"] = f"năm {named.year} (chưa rõ ngày)"
    if not named.unique:
        values["so-duy-nhat"] = False
    if named.name and not named.number:  # its year is in no number: only both name it
        values["goi-tat"] = [named.full]
    elif named.name and not _is_borne(named.name, corpus):
        values["ten-goi"] = [named.name]
    values |= {
        "can-cu": identity,
        "noi-dung": {**unknown, "ghi-chu": "Chưa đọc được nội dung."},
        "hieu-luc": {"trang-thai": "chua-ro", **unknown, "ghi-chu": "Chưa tra hiệu lực."},
        "muc-luc": {"day-du": False, "can-cu": "chưa đọc được nội dung"},
    }
    blanks = tuple(_blanks(named, bool(issuer), said))
    text = str(Written(values, folder.count("/") + 2, blanks))
    files = {f"{folder}/van-ban.yml": text, f"{folder}/index.md": _page(named, source)}
    return Plan(files, (), (f"{folder}/van-ban.yml: {', '.join(blanks)}",))


def _is_borne(name: str, corpus: Corpus) -> bool:
    """Whether another instrument bears the name: then days alone would tell them apart, and the
    days of this one nobody knows.
    """
    bearers = (one for item in corpus.instruments.values() for one in item.names)
    return any(folded(one) == folded(name) for one in bearers)


def _blanks(named: Named, issuer: bool, said: str) -> Iterator[str]:
    if not named.number:
        yield f"so ({KEPT})"
    if not named.name:
        yield f"ten (văn bản dẫn ghi “{said}”: xem lại)" if said else "ten"
    if not issuer:
        yield "co-quan"
    if not named.central:
        yield "dia-phuong (xem lại)" if named.place else "dia-phuong"
    if not named.day:
        yield "ban-hanh"
    yield from ("hieu-luc", "muc-luc", "nguồn và ngày kiểm tra của từng điều")


def _page(named: Named, source: str) -> str:
    day = f" ngày {vietnamese_date(named.day)}" if named.day and not named.name else ""
    why = "Một văn bản trong kho dẫn tới." if source else "Có trang trong kho nói tới."
    return (
        f"# {named.full}{day}\n\n"
        "## Văn bản này là gì?\n\nChưa đọc được; ở đây mới ghi tên để nối đường dẫn.\n\n"
        f"## Vì sao có mặt ở đây?\n\n{why}\n\n"
        "## Có hiệu lực từ khi nào, đến khi nào?\n\nChưa rõ: chưa tra.\n"
    )


def code_of(named: Named, taken: Collection[str]) -> str:
    """A short code that nobody has: kind and number, then the year, then a letter behind it."""
    kind = _CODES.get(named.kind) or "".join(part[0] for part in slug_of(named.kind).split("-"))
    digits = re.match(r"\d+", named.number)
    own = slug_of(shorter(named.name).removeprefix(named.kind)).split("-")
    year = f"{named.year % 100:02d}" if named.year else ""
    if digits:
        head = kind + (digits[0].lstrip("0") or "0")
    elif named.office:
        head = kind + _letters_of(named.office)
    else:
        head = kind + "".join(part[:1] for part in own)
    head = head[: _LONGEST_CODE - len(year) - 1]
    first = [head, head + year] if digits else [head + year]
    tries = [*first, *(f"{head}{year}{letter}" for letter in "abcdefghijkmnopqrstuvxyz")]
    usable = (code[:_LONGEST_CODE] for code in tries if len(code) > 1)
    found = next((code for code in usable if code not in taken), None)
    return found or next(f"{kind}{n}" for n in count(1000) if f"{kind}{n}" not in taken)


def _letters_of(office: str) -> str:
    """“pgddt” of “PGDĐT-CNTT” and of “PHÒNG GIÁO DỤC VÀ ĐÀO TẠO”, but for the small words."""
    first, *more = slug_of(office).split("-")
    if " " not in office:
        return first
    return "".join(part[0] for part in (first, *more) if part not in ("va", "cua", "tai"))
