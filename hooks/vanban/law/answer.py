"""The first lines of a page: the answer, its decisive clause first and in bold; and its fines."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_WORDS = 25
"""Syllables of the decisive clause: what is taken in at one look."""
MOST_SENTENCES = 3
MOST_OF_A_CASE = 10
"""Syllables that tell one fine of a page from the next: they share a line with its provision."""
_BOLD = re.compile(r"\*\*(?P<first>[^*]+)\*\*(?:\s+(?P<rest>[^*]+))?")
_NAMED = re.compile(r"(?P<provision>[^()]+?)\s*(?:\((?P<when>[^()]+)\))?")
_END = re.compile(r"[.?!](?=[”\s]|$)")

Fault = tuple[str, str]
"""Message and advice."""


@dataclass(frozen=True)
class Answer:
    """``first`` is the decisive clause, ``rest`` what qualifies it ("" for nothing)."""

    first: str
    rest: str

    @property
    def is_open(self) -> bool:
        """Whether it says that nobody here knows: its page is no surer, whatever texts state."""
        return self.first.startswith("Chưa rõ")


def read(text: str) -> Answer | None:
    """The answer that a line of front matter gives; None where it does not begin in bold."""
    found = _BOLD.fullmatch(" ".join(text.split()))
    return Answer(found["first"].strip(), (found["rest"] or "").strip()) if found else None


def fault(text: str) -> Fault | None:
    """What keeps a line from being an answer that fits the first screen of a phone."""
    answer = read(text)
    if answer is None:
        message = "câu trả lời phải mở bằng vế quyết định, in đậm"
        return message, "viết: **Vế quyết định.** Rồi một, hai câu nữa"
    words = sum(any(letter.isalnum() for letter in word) for word in answer.first.split())
    if words > MOST_WORDS:
        message = f"vế in đậm dài {words} tiếng, quá {MOST_WORDS}"
        return message, "rút ngắn, để phần còn lại cho câu sau"
    if not _END.search(answer.first[-1:]):
        return "vế in đậm chưa có dấu chấm câu", "khép vế ấy bằng dấu chấm, rồi mới hết chữ đậm"
    sentences = len(_END.findall(answer.first)) + len(_END.findall(answer.rest))
    if sentences > MOST_SENTENCES:
        message = f"câu trả lời dài {sentences} câu, quá {MOST_SENTENCES}"
        return message, "giữ câu quyết định, để phần còn lại cho thân bài"
    return None


def named_fine(text: str) -> tuple[str, str]:
    """The provision that an item of ``muc-phat`` names, and in brackets when it fines; else "".

    “điểm a khoản 1 Điều 12 Nghị định 330/2026/NĐ-CP (chưa ai yêu cầu)”.
    """
    found = _NAMED.fullmatch(" ".join(text.split()))
    return (found["provision"], (found["when"] or "").strip()) if found else (text, "")
