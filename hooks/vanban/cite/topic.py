"""Whether a sentence is still about another paper when the units come that name none.

Units behind a paper that sets rules are of the page only where something gives the sentence
back to it: a clause with a subject of its own (“Luật cấm, mức phạt ở Điều 8”), a paper that does
something to them, must do it or is compared with them (“nghị định sửa Điều 20”, “nội quy phải
theo Điều 118”), “… này”, a word that turns. Else nobody can tell: “theo luật thì ai vi phạm
Điều 7”, “Hiến pháp cho quyền ấy, ghi tại Điều 25”, “tối qua tôi đọc luật, thích nhất Điều 13”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..law.instrument import Instrument
from .left_aside import is_cited, is_left_aside
from .papers import Paper
from .sentence import Ending, Sentence, ends
from .signs_of_time import COUNTRY
from .topic_stays import is_framed, stays
from .topic_words import (
    ACTS,
    BY_IT,
    CONTRAST,
    DENIED,
    GO,
    HERE,
    QUESTION,
    SAID,
    SUPPOSED,
    turns_to_the_page,
)

_PAGE = re.compile(r"(?<!\w)(?:luật|định|tư|bản|trang)\s+này(?!\w)|\A\s*ở\s+đây(?!\w)")
# Ở châu Âu, quy định có | Điều 17
_ABROAD = re.compile(
    rf"(?:ở|tại|bên|như|theo)\s+(?:{COUNTRY}|nước\s+(?:khác|bạn))(?!\w)|(?:ở|tại)\s+nước\s+ngoài,"
)
# tra nhầm sang | Nghị định 282 tôi mới biết | Điều 54: it is nobody's subject
_OBLIQUE = Ending(
    r"(?<!\w)(?:theo|ở|tại|trong|với|bằng|như|vào|sang|đến|tới|đọc|xem|về)\s+(?:các\s+|một\s+)?\Z",
    "theo ở tại trong với bằng như vào sang đến tới đọc xem về các một",
)
# Giờ nói sang | Luật Trẻ em. | Điều 21
_TAKEN_UP = Ending(
    r"(?<!\w)(?:sang|đọc|xem|học|mở|giở|lật|coi|nhớ\s+lại|bàn|tới|đến|nói\s+về)\s+(?:cả\s+|qua\s+|thêm\s+)?\Z",
    "sang đọc xem học mở giở lật coi lại bàn tới đến về cả qua thêm",
)
# trường tự đặt | nội quy năm điều. | Điều 1
_COUNTED = re.compile(
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|vài)\s+điều"
)
_YEAR = re.compile(r"(?<!\w)năm\s+((?:19|20)\d\d)(?![\w/])")
_HEDGED = (" gì đó", " gì đấy", " gì ấy")
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
_BARE = re.compile(r"\s+(?:(?:chỉ|đã|cũng|mới|đều|lại|còn)\s+)*" + ACTS.pattern[len(r"(?<!\w)") :])
_OF_THAT = re.compile(r"(?<!\w)(?:đó|thế|vậy|(?:việc|chuyện|hành\s+vi)\s+(?:này|ấy))(?!\w)")
_PARTS = re.compile(r"[,;:]")
# Luật An toàn thông tin mạng|, mà luật này thay, | có Điều 7
_INSERTED = re.compile(
    r",\s+(?:mà|vốn|do|được|bị|đã|nay|hiện)\s[^,;:()]{1,60},(?=\s+(?:thì|cũng|đã|từng|có|còn|dành"
    r"|nói|ghi|nêu|kể|cấm|buộc|quy\s+định|đặt|để|xếp)(?!\w))"
)
# trích luật thay vì | nghị định
_SET_ASIDE = Ending(
    r"(?<!\w)(?:thay\s+vì|chứ\s+không\s+phải|không\s+phải|ngoài)\s+\Z",
    "vì phải ngoài",
)
# Nội quy, | điều 12, | chỉ …: it has units of its own
_HAS_UNITS = re.compile(
    r"[^,;:]*,\s+(?:điều|khoản|mục|phần|chương)\s+\w{1,4}(?:\s+điều\s+\w{1,4})?,"
)
# Khi soạn | quy chế, | trường đọc kỹ | Điều 60
_GROUND = re.compile(r"(?:\s+[^\W\d_]+){0,8}(?:\s+\d{4})?,\s[^,;:(]{4,80}\(")
# Nghị định 53 hướng dẫn luật này, trong đó | Điều 26: in what the sentence is about
_IN_THAT = re.compile(r",\s+trong\s+đó\s+(?:có\s+|[^,;:(]{1,40}\s(?:và|,)\s+)?\Z")
_CLAUSE = 6
"""So many words at least say something: “nội quy lao động (Điều 118)” does not."""
# Theo | nội quy thư viện, … (Điều 4) · Về hình sự thì | Bộ luật Hình sự …
_HEADS = re.compile(r"(?:(?:theo|còn|về\s+\w+\s+\w+\s+thì|trong|ở|riêng|căn\s+cứ)\s+)?\Z")


@lru_cache(maxsize=8)
def names_a_country(low: str) -> bool:
    """Whether any sentence of a paragraph may be ``is_abroad``."""
    return _ABROAD.search(low) is not None


def is_abroad(before: str) -> bool:
    """Whether a sentence that begins so speaks of what holds in another country."""
    found = _ABROAD.match(before)
    return found is not None and not turns_to_the_page(before, found.end())


def is_of_another(home: Instrument, sentence: Sentence, article: bool) -> bool:
    """Whether a sentence is of another paper than the page when its units come.

    ``article``: these name an article.
    """
    if stays(sentence):
        return True
    sentence = sentence.without_brackets()
    several = sentence.text.count(",") > 1
    inserted = [one.span() for one in _INSERTED.finditer(sentence.text)] if several else []
    if inserted:
        sentence = sentence.without(inserted)
    before = sentence.text
    if article and "(" in before and _heads(sentence):
        return True
    grounds = sentence.named if article and before.endswith(" (") else ()
    if any(_is_ground(one, sentence) for one in grounds if not one.own):
        return True
    if not article or sentence.behind.startswith(HERE) or "(" in before:
        return False
    last = _ruling(sentence, inserted)
    if last is None or last.own:
        return False
    if not last.leads and _is_ruled_over(last, sentence, inserted):
        return False
    return not _is_given_back(home, last, sentence)


def _outside(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> Iterator[Paper]:
    """The papers of a sentence, the last one first, without those inside ``spans`` of it."""
    if not spans:
        return sentence.named
    begin = sentence.begin
    return (
        paper
        for paper in sentence.named
        if not any(first < paper.start - begin < last for first, last in spans)
    )


def _heads(sentence: Sentence) -> bool:
    """Whether a sentence begins with another paper, so that “(Điều 4)” in it may be of that one."""
    first = None
    for first in sentence.named:
        if first.own:
            return False
    if first is None or not first.rules:
        return False
    gap = sentence.gap(first)
    if turns_to_the_page(gap) or (not first.instrument and len(gap.split()) < _CLAUSE):
        return False
    return _HEADS.fullmatch(sentence.lead(first).lstrip()) is not None


def _is_ground(paper: Paper, sentence: Sentence) -> bool:
    """“Theo Luật Báo chí, nguồn tin được giữ kín (| Điều 16”: where that law says so."""
    if not (paper.instrument and is_framed(paper, sentence)):
        return False
    gap = sentence.gap(paper)
    if _GROUND.fullmatch(gap) is None:
        return False
    return not (turns_to_the_page(gap) or _TURNS_BACK.search(gap))


def is_of_the_last(sentence: Sentence) -> bool:
    """Whether a sentence brings up another paper, so that the next one is of it.

    The next one begins with units: “Nội quy có mười điều. | Điều 5 | cấm …”.
    """
    before, behind = sentence.text, sentence.behind
    paper = _ruling(sentence)
    if paper is None or paper.own or behind.startswith(HERE) or "(" in before:
        return False
    lead, gap = sentence.lead(paper), sentence.gap(paper)
    if CONTRAST.match(behind) or is_cited(lead):
        return False
    brought_up = (
        _COUNTED.fullmatch(gap) is not None
        or sentence.leads(paper, _TAKEN_UP)
        or (not lead and not ACTS.search(gap))
    )
    if not brought_up or turns_to_the_page(gap):
        return False
    return not (DENIED.search(before) or QUESTION.search(before))


def _ruling(sentence: Sentence, inserted: Sequence[tuple[int, int]] = ()) -> Paper | None:
    """The last paper that the units may be of; the page is not meant where it is set aside."""
    for paper in _outside(sentence, inserted):
        if not (paper.rules and (paper.leads or not paper.own)):
            continue
        aside = paper.own and sentence.may_follow(paper, _SET_ASIDE)
        if not (aside and _SET_ASIDE.words.search(sentence.lead(paper))):
            return paper
    return None


def _is_ruled_over(paper: Paper, sentence: Sentence, inserted: Sequence[tuple[int, int]]) -> bool:
    """“Luật | giao | nghị định”: the page is the subject of the clause that names another."""
    before, begin, behind = sentence.text, sentence.begin, paper.start
    for over in _outside(sentence, inserted):
        if over.end > paper.start:
            continue
        if _PARTS.search(before, over.end - begin, behind - begin):
            return False
        if over.own and over.leads:
            return True
        behind = over.end
    return False


def _is_given_back(home: Instrument, paper: Paper, sentence: Sentence) -> bool:
    """Whether anything says that the units are of the page, though ``paper`` was named last."""
    behind = sentence.behind
    lead, gap = sentence.lead(paper), sentence.gap(paper)
    if is_left_aside(lead):
        return True
    if _IN_THAT.search(gap):
        return False
    if "này" in lead or "đây" in lead:
        over = "" if lead.endswith(", ") else _TURN.split(lead)[-1]
        if _PAGE.search(over):
            return True
    if turns_to_the_page(gap) or _HAS_UNITS.match(gap) or _TURNS_BACK.search(gap):
        return True
    if behind.startswith(_HEDGED):
        return False
    if ends(gap, _COMPARED) or gap.endswith(" và "):
        return True
    parts = _CLAUSES.fullmatch(gap) or _THEN_SO.fullmatch(gap)
    supposed = sentence.leads(paper, SUPPOSED)
    if parts is None:
        if any(int(year) < (home.year or 0) for year in _YEAR.findall(gap)):
            return False
        if supposed or DENIED.search(gap) or ends(gap, _ACTED):
            return True
        if gap.endswith(" mà ") and behind.startswith(" là "):
            return False
        subject = paper.leads and not sentence.leads(paper, _OBLIQUE)
        return subject and not ends(gap, _GOVERNED)
    head, mark, tail = parts["head"], parts["mark"], parts["tail"]
    if "xử phạt" in home.title and _OF_FINES.match(tail or behind.lstrip()):
        return True
    if tail in ("", "từ ", "và "):
        return supposed or _answers(head, mark, behind)
    if _THERE.match(tail) or _APPOSED.fullmatch(tail):
        return False
    denied = DENIED.search(head) is not None
    if _TURNED.match(tail) or not (paper.instrument or mark == ",") or (denied and not supposed):
        return True
    if GO.fullmatch(tail) or _PEOPLE.match(tail) or SAID.match(tail) or _IN_IT.match(tail):
        return False
    aside = lead.endswith("của ") or sentence.leads(paper, BY_IT)
    # (Luật Viên chức quy định chung: việc cấm ở | Điều 10: behind a colon stands what it says)
    return supposed or aside or (mark != ":" and ACTS.search(head) is not None)


def _answers(head: str, mark: str, behind: str) -> bool:
    """Whether units that begin a clause are set against what ``head`` says of a paper."""
    if mark == ":":
        return DENIED.search(head) is not None
    if CONTRAST.match(behind) or _CHANGED.match(behind):
        return True
    if QUESTION.search(head) or _BARE.match(head) or _OF_THAT.search(head):
        return True
    return mark != "," and ACTS.search(head) is not None
