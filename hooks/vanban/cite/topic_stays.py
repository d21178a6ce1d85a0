"""A sentence that says by a mark of its own that it stays with another paper than the page.

“Theo luật thì ai vi phạm | Điều 7”, “quy chế cũ dẫn | Điều 8”, “trường có nội quy riêng, | Điều 9”.
"""

from __future__ import annotations

import re

from .papers import Paper
from .sentence import Ending, Sentence
from .topic_words import (
    ACTS,
    BY_IT,
    CONTRAST,
    DENIED,
    GO,
    HERE,
    MUST_HAVE,
    QUESTION,
    SAID,
    SUPPOSED,
    turns_to_the_page,
)

# theo | luật | thì ai vi phạm | Điều 7 · sang | luật | thì | Điều 7: all behind it is of it
_FRAMED_BY = Ending(
    r"(?:\A|\s)(?:theo|sang|trong|ở|tại|qua|bên|mở|đọc|về|xét|dựa|căn\s+cứ)\s+\Z",
    "theo sang trong ở tại qua bên mở đọc về xét dựa cứ",
)
_LONGEST_LEAD = 3
_FRAME = re.compile(
    r"(?P<name>(?:\s+[^\W\d_]+){0,6}?)(?:\s+(?:năm\s+)?\d{4}(?![\w/]))?(?:\s+thì|,)\s+(?P<rest>[^,;:(]*)\Z"
)
_SAYS = re.compile(
    r"(?<!\w)(?:không|phải|sẽ|bị|được|đã|cấm|buộc|nói|có|là|khi|nếu|vì|nên|ra|cho|ghi|đòi)(?!\w)"
)
_TURNS = re.compile(r"(?<!\w)(?:không|chứ|nhưng|còn|song|mà|mới|chỉ)(?!\w)")
# trường có | quy chế riêng, | Điều 9 bắt
_BROUGHT = Ending(
    r"(?:\A|\s)(?:có|ban\s+hành|soạn|đưa\s+ra|mở|giở|lật|cầm|tra)(?:\s+(?:một|cả|bản|hẳn|thêm))?\s+\Z",
    "có hành soạn ra mở giở lật cầm tra một cả bản hẳn thêm",
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
_OLD_ENDS = (
    *("dẫn", "ghi", "viết", "nhắc", "nêu", "trích", "cứ", "dựa", "theo", "thấy", "gặp", "học"),
    *("lại", "tới", "đến", "vào", "câu"),
)
_MARK = re.compile(r"[,;:(]")


def stays(sentence: Sentence) -> bool:
    """Whether the sentence says by a mark of its own that it stays with another paper.

    Most ends of sentences rule that out for all its papers, seen at once.
    """
    text, behind = sentence.text, sentence.behind
    told_before = text.rstrip().rstrip('“"').rstrip().endswith(_OLD_ENDS)
    mark = max(text.rfind(","), text.rfind(":"), text.rfind("("))
    tail = text[mark + 1 :]
    parted = mark >= 0 and text[mark] != "(" and tail[:1].isspace()
    framed = ("thì" in tail or (parted and text[mark] == ",")) and _may_be_framed(text)
    clause = _Clause(
        mark,
        tail.lstrip(),
        then=tail.rstrip().endswith("thì") and _ENDS.match(behind) is not None,
    )
    goes_on = parted and (clause.then or not clause.words or clause.tells)
    if not (told_before or framed or goes_on):
        return False
    here = behind.startswith(HERE)
    for paper in sentence.named:
        if paper.own:
            continue
        if told_before and _OLD.fullmatch(sentence.gap(paper)):
            return True
        if here:
            continue
        framing = framed and paper.rules and _frames(paper, sentence)
        if not framing and not (goes_on and _has_told(paper, sentence, clause)):
            continue
        supposed = sentence.leads(paper, SUPPOSED)
        if not (supposed or turns_to_the_page(sentence.gap(paper))):
            return True
    return False


class _Clause:
    """The last clause of a sentence: what stands behind ``mark``, a comma or a colon."""

    def __init__(self, mark: int, words: str, *, then: bool) -> None:
        self.mark = mark
        self.words = words
        self.then = then
        """“với viên chức thì” stands right before the units."""
        self.tells = bool(words and (SAID.fullmatch(words) or GO.fullmatch(words)))
        """It has no subject of its own."""


def _has_told(paper: Paper, sentence: Sentence, clause: _Clause) -> bool:
    """Whether the last clause, that goes on, does so with ``paper``."""
    text, mark = sentence.text, clause.mark
    if clause.words if not paper.rules else not (clause.then or clause.tells):
        return False
    brought = sentence.leads(paper, _BROUGHT) and not sentence.leads(paper, MUST_HAVE)
    at = paper.end - sentence.begin
    if at > mark or not (paper.leads or brought):
        return False
    first = _MARK.search(text, at)
    if first is None or first[0] == "(":
        return False
    head = text[at : first.start()]
    if paper.rules:
        if clause.then and _THEN.fullmatch(text, at):
            return True
        return clause.tells and not DENIED.search(head)
    if first.start() < mark or sentence.leads(paper, BY_IT):
        return False
    if text[mark] == ":" or QUESTION.search(head) or CONTRAST.match(sentence.behind):
        return False
    return brought or not ACTS.search(head)


def _may_be_framed(text: str) -> bool:
    """Whether one of the first words may be that of a frame; most often none is."""
    return not _FRAMED_BY.last.isdisjoint(text.split(None, _LONGEST_LEAD)[:_LONGEST_LEAD])


def is_framed(paper: Paper, sentence: Sentence) -> bool:
    """Whether a sentence begins with what holds by ``paper``: “Theo luật …”."""
    if not sentence.may_follow(paper, _FRAMED_BY):
        return False
    lead = sentence.lead(paper)
    return len(lead.split()) <= _LONGEST_LEAD and _FRAMED_BY.words.search(lead) is not None


def _frames(paper: Paper, sentence: Sentence) -> bool:
    """Whether the sentence begins with what holds by a paper: “Theo luật thì …”."""
    if not is_framed(paper, sentence):
        return False
    frame = _FRAME.fullmatch(sentence.gap(paper))
    if frame is None or _SAYS.search(frame["name"]):
        return False
    return not _TURNS.search(frame["rest"])
