"""Texts made of the parts of citations, well and badly put together, from a fixed seed.

``python -m tests.cite.generated 1000000`` reads so many (``make fuzz``) and stops at the
first that breaks a promise of ``broken_promise``.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from vanban.cite.citation import Citation, Context
from vanban.cite.engine import Engine

SEED = 20191126
_UNITS = ("Điều", "khoản", "điểm", "Khoản", "Mục", "Chương", "dieu", "khoan", "các Điều", "k", "Đ")
_NUMBERS = ("1", "2", "5", "8", "16", "23đ", "23 đ", "5.1.a", "a", "đ", "II", "99", "1/2", "(1)")
_NUMBERS += ("một", "1-3", "1; 2; 3", "8[2]", "8¹", "0", "12345", "“a”", "này", "8(1)(a)")
_INSTRUMENTS = ("Luật An ninh mạng", "Nghị định số 72/2013/NĐ-CP", "Luật Viễn thông", "BLHS 2015")
_INSTRUMENTS += ("Nghị định", "Luật", "nghị định nêu trên", "24/2018/QH14", "Thông tư 06/2019")
_INSTRUMENTS += ("Luật sửa đổi, bổ sung một số điều của Luật Báo chí", "Luật này", "Luat Tre em")
_INSTRUMENTS += ("công văn Thủ Thừa", "Chỉ thị 10/CT-UBND", "Bộ luật Hình sự", "hợp đồng", "LANM")
_BEHIND = ("năm 2018", "(2018)", "ngày 12/6/2018", ", số 24/2018/QH14", "cũ", "khóa XIV", "của Úc")
_BEHIND += ("sửa đổi năm 2019", "năm 20l8", "[3]", "(số 116/2025/QH15)", "có hiệu lực từ", "– 2018")
_JOINTS = (" ", ", ", "; ", " và ", " của ", ". ", ": ", " (", ") ", "\n", "\n\n", " | ", "\t", "/")
_JOINTS += ("-", " tại ", "", " đến ", "\n- ", " “", "” ", "[", "]", " quy định ", "**", "\u200b")
_CONTEXTS = (
    Context(),
    Context("nghi-dinh-147-2024-nd-cp", None, date(2026, 11, 20)),
    Context("luat-24-2018-qh14", None, date(2019, 11, 20)),
    Context("cong-van", None, date(2019, 11, 26)),
)


def generated(count: int, seed: int = SEED) -> Iterator[tuple[str, Context]]:
    """So many texts, each with the place that it stands in."""
    choose = random.Random(seed)
    for _ in range(count):
        pieces: list[str] = []
        for _ in range(choose.randint(1, 7)):
            kind = choose.random()
            if kind < 0.5:
                pieces.append(f"{choose.choice(_UNITS)} {choose.choice(_NUMBERS)}")
            elif kind < 0.85:
                pieces.append(choose.choice(_INSTRUMENTS))
                if choose.random() < 0.4:
                    pieces[-1] += f" {choose.choice(_BEHIND)}"
            else:
                letters = (chr(choose.choice((choose.randint(32, 0x2FF), 0x301, 0x1EC1, 0x110)))
                           for _ in range(choose.randint(1, 8)))  # fmt: skip
                pieces.append("".join(letters))
            pieces.append(choose.choice(_JOINTS))
        text = "".join(pieces)
        if choose.random() < 0.2:
            text = choose.choice((text.upper(), text.lower(), unicodedata.normalize("NFD", text)))
        yield text, choose.choice(_CONTEXTS)


def broken_promise(text: str, found: Sequence[Citation]) -> str | None:
    """What the citations of a text do not keep of what is promised of all; None: nothing."""
    for item in found:
        if text[item.start : item.end] != item.text or not item.text:
            return f"{item.text!r} is not what stands at {item.start}–{item.end}"
        if item.linked and item.target is None:
            return f"{item.text!r} is linked to nothing"
        if not item.linked and not item.reason:
            return f"{item.text!r} is not linked, and no reason is told"
    if [item.start for item in found] != sorted(item.start for item in found):
        return "not in order"
    for one, two in pairwise(found):
        # what a list or range spreads over one span may share it; nothing else overlaps
        inside = one.start <= two.start and two.end <= one.end
        around = two.start <= one.start and one.end <= two.end
        if two.start < one.end and not (inside or around):
            return f"{one.text!r} and {two.text!r} overlap"
    return None


def read_all(engine: Engine, count: int) -> str | None:
    """The first generated text that breaks a promise, and how; None where all keep them."""
    for number, (text, context) in enumerate(generated(count), 1):
        found = engine.cite(text, context)
        wrong = broken_promise(text, found)
        if wrong is None and number % 10 == 0:
            # the same in the other normal form
            other = unicodedata.normalize(
                "NFD" if unicodedata.is_normalized("NFC", text) else "NFC", text
            )
            again = engine.cite(other, context)
            if [(i.target, i.status) for i in again] != [(i.target, i.status) for i in found]:
                wrong = "another answer in another normal form"
        if wrong:
            return f"{number}: {text!r} in {context.slug}: {wrong}"
        if number % 10_000 == 0:
            engine.forget()
    return None


if __name__ == "__main__":
    from pathlib import Path

    from vanban.law.corpus_source import load_corpus

    wrong = read_all(Engine(load_corpus(Path("docs"))), int(sys.argv[1]))
    print(wrong or f"{sys.argv[1]} texts, every promise kept")
    sys.exit(wrong is not None)
