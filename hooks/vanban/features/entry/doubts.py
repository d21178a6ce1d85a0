"""What an editor has to be told of a letter that is taken in: what is not sure, or was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...cite.citation import Status
from ...intake.document import Document, Kind
from ...intake.letter_day import LetterDay
from ...intake.letter_parts import LetterParts, is_number_line
from ...law.text_source import old_font
from . import wording
from .cited import Citations
from .named import read_named

_NUMBER = re.compile(r"\d\s?[/-]\s?[A-ZĐ]")
_FILLED = re.compile(r"Số\s*[.:]?\s*\d+\w?\s?[/\-–]", re.IGNORECASE)
_SHOWN = 24
"""So many letters behind an unclear citation are shown."""


def of_letters(document: Document) -> Iterator[str]:
    """Letters of a font that no page can show."""
    font = old_font(document.text, "")
    if font:
        yield f"{font.message}: {font.suggestion}."


def of_citations(found: Citations, folders: dict[int, str], kind: str) -> Iterator[str]:
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


def of_items(again: int, anew: bool, unread: str) -> Iterator[str]:
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


def of_tables(document: Document) -> Iterator[str]:
    """The tables of the text, drawn as tables or cell by cell; head and foot are tables too."""
    tables = wording.drawn_tables(document)
    for rows in tables.values():
        yield (
            f"Có bảng {len(rows)} hàng, {len(rows[0])} cột (mở đầu bằng ô “{_more(rows[0][0])}”):"
            " trang kẻ lại thành bảng, hàng đầu làm tên cột; so từng ô với bản gốc."
        )
    drawn = {document.paragraphs[place].grid[0] for place in tables}
    body = [document.paragraphs[place] for place in wording.running(document)]
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


def of_number(parts: LetterParts) -> Iterator[str]:
    """Lines of a number that was not read: a folder that bears half of it would do so for ever."""
    if parts.unread:
        shown = " và ".join(f"“{line}”" for line in parts.unread)
        yield (
            f"{shown}: không chắc số của văn bản này là gì, hay dừng ở đâu, nên thư mục không mang"
            " số ấy; sửa dòng số trong tệp rồi nhận lại."
        )


def of_other_letters(document: Document, own: str) -> Iterator[str]:
    """The number of another letter that follows in the same file; ``own`` is that of the first."""
    lines = (line for one in document.paragraphs for line in one.text.splitlines())
    found = (" ".join(line.split()) for line in lines if is_number_line(line))
    others = [line for line in found if _FILLED.match(line) and own not in "".join(line.split())]
    if own and others:
        yield (
            f"Trong bản chép còn dòng “{others[0]}”: nếu từ đó là một văn bản khác thì tách ra tệp"
            " riêng rồi nhận từng tệp."
        )


def of_day(line: LetterDay | None, missing_day: str) -> Iterator[str]:
    """A day that no letter bears; ``missing_day`` is the last of a month whose day is blank."""
    if line and line.no_such:
        why = "lịch không có ngày này" if line.year else "không thể là ngày của văn bản"
        yield f"“{line.words}”: {why}; hỏi nơi gửi rồi ghi thoi-diem."
    if line and line.others:
        yield (
            f"“{line.words}” và “{line.others[0]}”: không rõ dòng nào ghi ngày của văn bản này; ghi"
            " thoi-diem."
        )
    if missing_day:
        yield f"Bản chép để trống ngày: thoi-diem ghi ngày cuối của tháng, {missing_day}."


def of_part(missing: str) -> Iterator[str]:
    """What shows that only a part of the letter came; "" for nothing."""
    if missing:
        yield (
            f"Bản chép có vẻ chỉ là một phần của văn bản ({missing}): xin bản đầy đủ, hoặc nói rõ"
            " phần nào có ở đây trong lời giới thiệu."
        )
