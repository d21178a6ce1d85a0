"""The first line of a page: the answer itself, its decisive clause first and in bold."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_WORDS = 25
"""Syllables of the decisive clause: what is taken in at one look."""
MOST_SENTENCES = 3
_BOLD = re.compile(r"\*\*(?P<first>[^*]+)\*\*(?:\s+(?P<rest>[^*]+))?")
_END = re.compile(r"[.?!](?=[”\s]|$)")

Fault = tuple[str, str]
"""Message and advice."""


@dataclass(frozen=True)
class Answer:
    """``first`` is the decisive clause, ``rest`` what qualifies it ("" for nothing)."""

    first: str
    rest: str


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
