"""Whether a sentence is still about another paper when the units come that name none.

Units behind a paper that sets rules are of the page only where something gives the sentence
back to it: a clause with a subject of its own (“Luật cấm, mức phạt ở Điều 8”), a paper that does
something to them, must do it or is compared with them (“nghị định sửa Điều 20”, “nội quy phải
theo Điều 118”), “… này”, a word that turns. Else nobody can tell: “theo luật thì ai vi phạm
Điều 7”, “Hiến pháp cho quyền ấy, ghi tại Điều 25”, “tối qua tôi đọc luật, thích nhất Điều 13”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..law.instrument import Instrument
from .papers import Paper
from .signs_of_time import COUNTRY

_TO_THE_PAGE = re.compile(
    r"(?<!\w)(?:(?:luật|định|tư|bản|trang|chỗ|điều|khoản|đây)\s+này|(?<!hôm\s)(?<!năm\s)nay|ở\s+đây|bây\s+giờ|hiện|nước\s+ta)(?!\w)"
)
_PAGE = re.compile(r"(?<!\w)(?:luật|định|tư|bản|trang)\s+này(?!\w)|\A\s*ở\s+đây(?!\w)")
# Ở châu Âu, quy định có | Điều 17
_ABROAD = re.compile(
    rf"(?:ở|tại|bên|như|theo)\s+(?:{COUNTRY}|nước\s+(?:khác|bạn))(?!\w)|(?:ở|tại)\s+nước\s+ngoài,"
)
# theo | luật | thì ai vi phạm | Điều 7 · sang | luật | thì | Điều 7: all behind it is of it
_FRAMED_BY = re.compile(
    r"(?:\A|\s)(?:theo|sang|trong|ở|tại|qua|bên|mở|đọc|về|xét|dựa|căn\s+cứ)\s+\Z"
)
_LONGEST_LEAD = 3
_FRAME = re.compile(
    r"(?P<name>(?:\s+[^\W\d_]+){0,6}?)(?:\s+(?:năm\s+)?\d{4}(?![\w/]))?(?:\s+thì|,)\s+(?P<rest>[^,;:(]*)\Z"
)
_SAYS = re.compile(
    r"(?<!\w)(?:không|phải|sẽ|bị|được|đã|cấm|buộc|nói|có|là|khi|nếu|vì|nên|ra|cho|ghi|đòi)(?!\w)"
)
_TURNS = re.compile(r"(?<!\w)(?:không|chứ|nhưng|còn|song|mà|mới|chỉ)(?!\w)")
# nếu | luật bị thay, · trong khi | luật buộc bên này,
_SUPPOSED = re.compile(
    r"(?<!\w)(?:khi|nếu|dù|giả\s+sử|hồi|lúc|trước|sau|so\s+với|khác(?:\s+với)?|hơn|thay(?:\s+cho)?|ngoài|không\s+theo)\s+(?:có\s+)?(?:một\s+|các\s+)?\Z"
)
# Hiến pháp cho quyền ấy, | ghi tại | Điều 25: a predicate without a subject of its own
_SAID = re.compile(
    r"(?:(?:và|rồi|lại|cũng|đều|chi\s+tiết)\s+)*(?:(?:cụ\s+thể|rõ|nhất|chính\s+xác|ví\s+dụ|chẳng\s+hạn|như|tức)(?:\s+(?:nhất|hơn|là|như|ở|tại))*"
    r"|(?:(?:kể|ghi|nói|nêu|quy\s+định|viết|đặt|để|xếp|gom|gói|định\s+nghĩa|liệt\s+kê|bàn|dành|thêm"
    r"|bổ\s+sung|nhắc|nằm|tả|giải\s+thích|cấm|buộc|cho|trao|đòi)|(?:cụ\s+thể|rõ|nhất|chính\s+xác))\s[^,]*?"
    r"(?<!\w)(?:ở|tại|trong|vào|theo|là|về))\s+(?:cả\s+|các\s+)?"
)
# Luật mới là gốc, | hãy bắt đầu từ | Điều 2: it tells to go on in what it spoke of
_GO = re.compile(
    r"(?:(?:hãy|cứ|nên|mời|xin|thử|thì|thầy\s+cô|ta|bạn|rồi|phải|đừng\s+quên)\s+)*"
    r"(?:xem|đọc|mở|tìm|bắt\s+đầu|tới|đến|sang|đi|vào|giở|lật|coi|tra|trích|nêu|dẫn|thấy|nghe|nhớ|học|chú\s+ý|để\s+ý|dò)"
    r"(?:\s+(?:ra|đến|tới|từ|ở|tại|trong|kỹ|thử|cả|các|ngay|lại|luôn|thẳng|trước|thêm|vào|nói))*\s+"
)
# what says that a paper is asked, denied or done to: it says nothing of its own
_DENIED = re.compile(
    r"(?<!\w)(?:được|(?<!thiết\s)(?<!chuẩn\s)bị|phải|cần|nên(?!\s+(?:thầy|cô|ta|em|họ|người|ai|tôi|mình|mức|trường)(?!\w))"
    r"|(?:không|chưa|chẳng)(?!\s+(?:cho|cấm|phạt|buộc|bắt|coi|tính|đòi)(?!\w))|vài|trái|hết\s+h)"
)
# Nội quy gồm những gì, | Điều 118 kể: the page answers
_QUESTION = re.compile(r"(?<!\w)(?:gì|nào|sao|mấy|bao|ai|đâu)(?!\w)")
# báo theo | mẫu, | Điều 28 có mẫu
_BY_IT = re.compile(r"(?<!\w)(?:theo|ở|tại|trong|với|bằng|như|vào)\s+(?:các\s+|một\s+)?\Z")
# tra nhầm sang | Nghị định 282 tôi mới biết | Điều 54: it is nobody's subject
_OBLIQUE = re.compile(
    r"(?<!\w)(?:theo|ở|tại|trong|với|bằng|như|vào|sang|đến|tới|đọc|xem|về)\s+(?:các\s+|một\s+)?\Z"
)
# a paper that does something; else a clause tells of the paper itself
_ACTS = re.compile(
    r"(?<!\w)(?:nói|ghi|nêu|kể|viết|chép|dành|quy\s+định|đặt|cấm|buộc|bắt|cho|dặn|đòi|giao|đưa"
    r"|giải\s+thích|nhắc|bàn|yêu\s+cầu|khuyên|xếp|gọi|coi|phạt|định\s+nghĩa|liệt\s+kê|thêm|bỏ|lo|dùng"
    r"|sửa|thay|chia|phân|bảo\s+vệ|lập|chỉ|tính|gộp|tách|giữ|để|trao|hướng\s+dẫn|công\s+nhận|xử|theo)(?!\w)"
)
_CONTRAST = re.compile(
    r"\s+(?:thì|cũng|mới|lại|còn|không|chưa|chẳng|chỉ|vẫn|khỏi|được|đã|sẽ|so|ngược|trái)(?!\w)"
)
# trường có | quy chế riêng, | Điều 9 bắt
_BROUGHT = re.compile(
    r"(?:\A|\s)(?:có|ban\s+hành|soạn|đưa\s+ra|mở|giở|lật|cầm|tra)(?:\s+(?:một|cả|bản|hẳn|thêm))?\s+\Z"
)
# Giờ nói sang | Luật Trẻ em. | Điều 21
_TAKEN_UP = re.compile(
    r"(?<!\w)(?:sang|đọc|xem|học|mở|giở|lật|coi|nhớ\s+lại|bàn|tới|đến|nói\s+về)\s+(?:cả\s+|qua\s+|thêm\s+)?\Z"
)
# trường tự đặt | nội quy năm điều. | Điều 1
_COUNTED = re.compile(
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài)\s+điều"
)
# Nghị định gộp ba nhóm, với viên chức thì | Điều 16 và 17.
_THEN = re.compile(r"[^;:(]*,[^;:(]*\sthì\s+\Z")
_ENDS = re.compile(r"\s*(?:[.;!?)]|\Z)|\s+(?:và|hay|hoặc|đến)\s+(?:điều\s+)?\d")
# Quy chế | cũ dẫn | Điều 8: it means the law of its time
_OLD = re.compile(
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?:cũ|trước|năm\s+(?:ngoái|trước|20\d\d))"
    r"(?:\s+(?:có|còn|vẫn|đã|từng|toàn|chỉ))*"
    r"\s+(?:dẫn|ghi|viết|nhắc|nêu|trích|căn\s+cứ|dựa|theo|(?:sẽ\s+)?(?:thấy|gặp|học))"
    r"(?:\s+(?:lại|tới|đến|vào|theo|câu))*\s+[“\"]?\Z"
)


_YEAR = re.compile(r"(?<!\w)năm\s+((?:19|20)\d\d)(?![\w/])")
_HEDGED = (" gì đó", " gì đấy", " gì ấy")
_HERE = (" ở đây", " này")
# Điều 16 của | nghị định chi tiết: it is done with
_CITED = re.compile(r"(?<!\w)(?:điều|khoản|chương)\s+\w{1,4}\s+(?:của\s+|trong\s+|ở\s+)?\Z")
# theo Luật … thì | Điều 23 | đã khác
_CHANGED = re.compile(r"\s+(?:đã|bị)\s")
# che chở bằng | Điều 11 · gom lại một chỗ là | Điều 7: no verb has the units for its object
_GOVERNED = re.compile(
    r"(?<!\w)(?:ở|tại|trong|(?<!dựa\s)vào|theo|với|bằng|là|có|thì|thuộc|cuối|đầu|giữa|khoảng|sang|nhờ|qua|vì|do|bởi)"
    r"\s+(?:cả\s+|các\s+)?\Z|[^\s\w]\s*\Z|\A\s*\Z"
)
# viết vào | nội quy ba câu của | Điều 7
_ACTED = re.compile(
    r"(?<!\w)(?:của|hơn|so|khác|giống|trái|như|cụ\s+thể\s+hóa|sửa|dựa\s+vào|căn\s+cứ|khớp|hợp|đúng)\s+(?:với\s+)?\Z"
)
_COMPARED = re.compile(r"(?<!\w)(?:hơn|so\s+với|khác(?:\s+với)?|giống|trái(?:\s+với)?)\s+\Z")
_TURNED = re.compile(
    r"(?:còn|nhưng|song|nên(?!\s+(?:xem|đọc|nêu|dẫn|tìm|mở|tra)(?!\w))|vì\s+(?:thế|vậy)|nhờ\s+vậy|do\s+đó|chứ|không|dựa|căn\s+cứ)(?!\w)|[^,;:]*\smà\s+\Z"
)
_TURN = re.compile(r"(?<!\w)(?:chứ|còn|nhưng|song)(?!\w)")
_TURNS_BACK = re.compile(r",\s+(?:còn|nhưng|song|nên|vì\s+(?:thế|vậy)|chứ)(?!\w)")
_OF_FINES = re.compile(r"(?:mức|tiền|phạt|xử)(?!\w)")
_PEOPLE = re.compile(
    r"(?:(?:thì|rồi|và|nhưng)\s+)?(?:các\s+)?(?:thầy|cô|ta|ai|bạn|em|họ|người|học\s+(?:viên|sinh|trò)|phụ\s+huynh|mình|chị|anh|chúng"
    r"|mọi|hôm|giáo\s+viên)(?!\w)"
)
# dùng Quy định 69, | ở đó | Điều 25
_THERE = re.compile(
    r"(?:ở|trong|tại|theo)\s+(?:đó|đấy|ấy)(?!\w)|(?:đó|ấy|tức)\s+là(?!\w)|trong\s+đó(?!\w)"
    r"|(?:cái|chỗ|điều|phần|câu|đoạn|thứ|dòng)\s[^,]{0,24}\slà\s+\Z"
)
_IN_IT = re.compile(r"(?:cuối|đầu|khoảng|ở|tại|trong|theo|có)(?!\w)")
_CLAUSES = re.compile(r"(?P<head>[^,;:(]*?)(?:[,;:].*)?(?P<mark>[,:])\s+(?P<tail>[^,;:(]*?)\Z")
_THEN_SO = re.compile(r"(?P<head>[^,;:(]*?)(?P<mark>\sthì)\s+(?P<tail>[^,;:(]*?)\Z")
# …, hình như | Điều 25 · …, chỗ | Điều 7: no clause of its own
_APPOSED = re.compile(
    r"(?:(?:hình\s+như|có\s+lẽ|chắc(?:\s+là|\s+hẳn)?|cỡ|chừng|chỗ|nơi|quanh|khoảng|thử|như|ví\s+dụ|cả|đúng|chính"
    r"|ngay|thuộc|phần|đoạn|đâu|là|gần|nhất|ví|trước\s+(?:hết|tiên)|điển\s+hình)\s+)+"
)
# Luật | cấm tiết lộ, | Điều 36 lo: it is the law that the page is about
_BARE = re.compile(r"\s+(?:(?:chỉ|đã|cũng|mới|đều|lại|còn)\s+)*" + _ACTS.pattern[len(r"(?<!\w)") :])
_OF_THAT = re.compile(r"(?<!\w)(?:đó|thế|vậy|(?:việc|chuyện|hành\s+vi)\s+(?:này|ấy))(?!\w)")
_BRACKETED = re.compile(r"\([^()]*\)")
# Luật An toàn thông tin mạng|, mà luật này thay, | có Điều 7
_INSERTED = re.compile(
    r",\s+(?:mà|vốn|do|được|bị|đã|nay|hiện)\s[^,;:()]{1,60},(?=\s+(?:thì|cũng|đã|từng|có|còn|dành"
    r"|nói|ghi|nêu|kể|cấm|buộc|quy\s+định|đặt|để|xếp)(?!\w))"
)
# trích luật thay vì | nghị định
_SET_ASIDE = re.compile(r"(?<!\w)(?:thay\s+vì|chứ\s+không\s+phải|không\s+phải|ngoài)\s+\Z")
# Nội quy, | điều 12, | chỉ …: it has units of its own
_HAS_UNITS = re.compile(
    r"[^,;:]*,\s+(?:điều|khoản|mục|phần|chương)\s+\w{1,4}(?:\s+điều\s+\w{1,4})?,"
)
# Điều 23 đã được | luật sửa đổi | viết lại
_DONE_BY = re.compile(r"(?<!\w)(?:điều|khoản)\s+\w{1,4}\s+(?:đã\s+)?(?:được|bị)\s+\Z")
# Trang phải có | quy chế, và | Điều 24 nói
_MUST_HAVE = re.compile(r"(?<!\w)(?:phải|nên|cần|chưa|không)\s+có\s+(?:một\s+|cả\s+)?\Z")
_THOUGH = re.compile(r"(?<!\w)(?:dù|dẫu)(?:\s+(?:cho|rằng))?\s+\Z")
# Khi soạn | quy chế, | trường đọc kỹ | Điều 60
_GROUND = re.compile(r"(?:\s+[^\W\d_]+){0,8}(?:\s+\d{4})?,\s[^,;:(]{4,80}\(")
_DOING = re.compile(r"(?<!\w)(?:khi|lúc)\s+[^\W\d_]+\s+\Z")


_LONGEST_END = 60


def _ends(text: str, words: re.Pattern[str]) -> bool:
    """Whether a text ends with such words; they are not looked for where they cannot stand."""
    return words.search(text, max(0, len(text) - _LONGEST_END)) is not None


@lru_cache(maxsize=8)
def names_a_country(low: str) -> bool:
    """Whether any sentence of a paragraph may be ``is_abroad``."""
    return _ABROAD.search(low) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def turns_to_the_page(low: str) -> bool:
    """Whether words say that what follows is told of the page: “luật này”, “nay”, “ở đây”."""
    return _TO_THE_PAGE.search(low) is not None


def is_abroad(before: str) -> bool:
    """Whether a sentence that begins so speaks of what holds in another country."""
    found = _ABROAD.match(before)
    return found is not None and not _TO_THE_PAGE.search(before, found.end())


def is_of_another(
    home: Instrument, named: Sequence[Paper], before: str, behind: str, article: bool
) -> bool:
    """Whether a sentence that begins as ``before`` and has ``named`` is of another than the page.

    ``behind`` is what stands behind its units, ``article`` whether they name an article.
    """
    others = [paper for paper in named if not paper.own]
    if any(_stays(paper, before, behind) for paper in others):
        return True
    before = _BRACKETED.sub(_blank, before)
    inserted = [found.span() for found in _INSERTED.finditer(before)]
    if inserted:
        before = _INSERTED.sub(_blank, before)
        named = [p for p in named if not any(first < p.start < last for first, last in inserted)]
    if article and before.endswith(" (") and any(_is_ground(one, before) for one in others):
        return True
    if not article or behind.startswith(_HERE) or "(" in before:
        return False
    ruling = [paper for paper in named if _may_rule(paper, before)]
    if not ruling or ruling[-1].own:
        return False
    last = ruling[-1]
    if not last.leads and any(_rules_over(paper, last, before) for paper in named):
        return False
    return not _is_given_back(home, last, before, behind)


def _is_ground(paper: Paper, before: str) -> bool:
    """“Theo Luật Báo chí, nguồn tin được giữ kín (| Điều 16”: where that law says so."""
    lead, gap = before[: paper.start], before[paper.end :]
    framed = paper.instrument and _FRAMED_BY.search(lead) and len(lead.split()) <= _LONGEST_LEAD
    told = framed and _GROUND.fullmatch(gap) is not None
    return bool(told) and not (_TO_THE_PAGE.search(gap) or _TURNS_BACK.search(gap))


def is_of_the_last(named: Sequence[Paper], before: str, behind: str) -> bool:
    """Whether the sentence ``before`` brings up another paper, so that the next one is of it.

    The next one begins with units: “Nội quy có mười điều. | Điều 5 | cấm …”.
    """
    ruling = [paper for paper in named if _may_rule(paper, before)]
    if not ruling or ruling[-1].own or behind.startswith(_HERE) or "(" in before:
        return False
    paper = ruling[-1]
    lead, gap = before[: paper.start], before[paper.end :]
    if _TO_THE_PAGE.search(gap) or _ends(lead, _CITED) or _CONTRAST.match(behind):
        return False
    if _DENIED.search(before) or _QUESTION.search(before):
        return False
    if _COUNTED.fullmatch(gap):
        return True
    return _ends(lead, _TAKEN_UP) or (not lead and not _ACTS.search(gap))


def _may_rule(paper: Paper, before: str) -> bool:
    """Whether the units may be of it; the page is not meant where it is set aside."""
    aside = paper.own and _SET_ASIDE.search(before[: paper.start])
    return paper.rules and (paper.leads or not paper.own) and not aside


def _rules_over(paper: Paper, other: Paper, before: str) -> bool:
    """“Luật | giao | nghị định”: the page is the subject of the clause that names another."""
    over = paper.own and paper.leads and paper.end <= other.start
    return over and not set(",;:") & set(before[paper.end : other.start])


def _is_given_back(home: Instrument, paper: Paper, before: str, behind: str) -> bool:
    """Whether anything says that the units are of the page, though ``paper`` was named last."""
    lead, gap = before[: paper.start], before[paper.end :]
    if any(_ends(lead, mark) for mark in (_CITED, _DONE_BY, _DOING, _THOUGH, _MUST_HAVE)):
        return True
    over = "" if lead.endswith(", ") else _TURN.split(lead)[-1]
    if (
        _TO_THE_PAGE.search(gap)
        or _PAGE.search(over)
        or _HAS_UNITS.match(gap)
        or _TURNS_BACK.search(gap)
    ):
        return True
    if behind.startswith(_HEDGED):
        return False
    if _ends(gap, _COMPARED) or gap.endswith(" và "):
        return True
    parts = _CLAUSES.fullmatch(gap) or _THEN_SO.fullmatch(gap)
    supposed = _ends(lead, _SUPPOSED)
    if parts is None:
        if any(int(year) < (home.year or 0) for year in _YEAR.findall(gap)):
            return False
        if supposed or _DENIED.search(gap) or _ends(gap, _ACTED):
            return True
        if gap.endswith(" mà ") and behind.startswith(" là "):
            return False
        subject = paper.leads and not _ends(lead, _OBLIQUE)
        return subject and not _ends(gap, _GOVERNED)
    head, mark, tail = parts["head"], parts["mark"], parts["tail"]
    if "xử phạt" in home.title and _OF_FINES.match(tail or behind.lstrip()):
        return True
    if tail in ("", "từ ", "và "):
        return supposed or _answers(head, mark, behind)
    if _THERE.match(tail) or _APPOSED.fullmatch(tail):
        return False
    denied = _DENIED.search(head) is not None
    if _TURNED.match(tail) or not (paper.instrument or mark == ",") or (denied and not supposed):
        return True
    if _GO.fullmatch(tail) or _PEOPLE.match(tail) or _SAID.match(tail) or _IN_IT.match(tail):
        return False
    aside = lead.endswith("của ") or _ends(lead, _BY_IT)
    # (Luật Viên chức quy định chung: việc cấm ở | Điều 10: behind a colon stands what it says)
    return supposed or aside or (mark != ":" and _ACTS.search(head) is not None)


def _answers(head: str, mark: str, behind: str) -> bool:
    """Whether units that begin a clause are set against what ``head`` says of a paper."""
    if mark == ":":
        return _DENIED.search(head) is not None
    if _CONTRAST.match(behind) or _CHANGED.match(behind):
        return True
    if _QUESTION.search(head) or _BARE.match(head) or _OF_THAT.search(head):
        return True
    return mark != "," and _ACTS.search(head) is not None


def _stays(paper: Paper, before: str, behind: str) -> bool:
    """Whether the sentence says by a mark of its own that it stays with ``paper``."""
    lead, gap = before[: paper.start], before[paper.end :]
    if _OLD.fullmatch(gap):
        return True
    if _TO_THE_PAGE.search(gap) or behind.startswith(_HERE) or _ends(lead, _SUPPOSED):
        return False
    if paper.rules and _frames(lead, gap):
        return True
    brought = _ends(lead, _BROUGHT) and not _ends(lead, _MUST_HAVE)
    parts = _CLAUSES.fullmatch(gap)
    if parts is None or not (paper.leads or brought):
        return False
    head, tail = parts["head"], parts["tail"]
    if paper.rules:
        if _THEN.fullmatch(gap) and _ENDS.match(behind):
            return True
        told = _SAID.fullmatch(tail) or _GO.fullmatch(tail)
        return told is not None and not _DENIED.search(head)
    if tail or _ends(lead, _BY_IT) or parts.start("mark") > parts.end("head"):
        return False
    if parts["mark"] == ":" or _QUESTION.search(head) or _CONTRAST.match(behind):
        return False
    return brought or not _ACTS.search(head)


def _frames(lead: str, gap: str) -> bool:
    """Whether the sentence begins with what holds by a paper: “Theo luật thì …”."""
    if len(lead.split()) > _LONGEST_LEAD or not _FRAMED_BY.search(lead):
        return False
    frame = _FRAME.fullmatch(gap)
    if frame is None or _SAYS.search(frame["name"]):
        return False
    return not _TURNS.search(frame["rest"])
