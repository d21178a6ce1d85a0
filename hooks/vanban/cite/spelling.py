"""Words of citations that are typed without accents, or with a wrong tone.

“khoan 1 Dieu 8 Luat An ninh mang nam 2018” and “điễm a khoản 1” are read as they are
meant. Only the copy in lower case that patterns look at is changed, letter for letter,
so that offsets stay. A unit that was mended counts only with an instrument beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from .clean import CleanText

_UNITS = ("điều", "khoản", "điểm", "tiết")
_TYPES = ("nghị định", "thông tư", "bộ luật", "luật", "quyết định", "chỉ thị", "nghị quyết")
_WORDS = ("của", "số", "năm", "ngày", "tháng", "và", "đến", "từ", "này", "chương", "mục", "các")
"""Mended only in a sentence that is typed without any accents."""
_SENTENCE = re.compile(r"[^\n.!?…]+")
_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵdđ"


@cache
def _variants(letter: str) -> str:
    """Every letter with the same base: “e” gives “eèéẻẽẹê…”."""
    base = _base(letter)
    return "".join(other for other in _LETTERS if _base(other) == base) or letter


def _base(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


def _tolerant(word: str) -> str:
    """A pattern for a word whatever the accents; a space stands for any run of spaces."""
    parts = []
    for letter in word:
        choices = _variants(letter)
        parts.append(r"\s+" if letter == " " else f"[{choices}]" if len(choices) > 1 else letter)
    return "".join(parts)


def _by_first_letter(*words: tuple[str, str]) -> str:
    """A pattern for words at their beginning, however they are accented, each with what follows.

    Every alternative begins with a letter, so that ``re`` skips over all others at once.
    """
    found: dict[str, list[str]] = {}
    for word, behind in words:
        for letter in _variants(word[0]):
            found.setdefault(letter, []).append(_tolerant(word[1:]) + behind)
    return "|".join(
        rf"{letter}(?<!\w{letter})(?:{'|'.join(rests)})" for letter, rests in found.items()
    )


class Speller:
    """Mends the words of citations, and the names of one corpus."""

    def __init__(self, names: Iterable[str]) -> None:
        """``names`` as ``names.name_key`` has them: in lower case, without commas."""
        value = r"(?:s[oố]\s+)?(?:\d|(?:dd|[a-zđ])(?!\w)|[(“\"\[])"
        kinds: dict[str, list[str]] = {}
        for name in names:
            kind, _, rest = name.partition("luật ")
            kinds.setdefault(f"{kind}luật", []).append(rest)
        called = [
            (kind, f"\\s+(?:{'|'.join(map(_tolerant, rests))})(?!\\w)")
            for kind, rests in sorted(kinds.items())
            if kind in ("luật", "bộ luật")
        ]
        self._pattern = re.compile(
            _by_first_letter(
                *((word, rf"(?=\s+{value})") for word in _UNITS),
                *called,
                # nd 147/2024 · luat ANM 2018
                ("nđ", r"(?=\s+\d{1,4}/(?:19|20)\d\d)"),
                ("luật", r"(?=\s+[a-z]{2,5}\s+(?:n[aă]m\s+)?(?:19|20)\d\d)"),
                *((word, r"(?=\s+(?:s[oố]\s*:?\s*)?\d)") for word in _TYPES),
            )
        )
        words = "|".join(map(_tolerant, _WORDS))
        self._bare = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
        self._words = frozenset((*_UNITS, *_TYPES, "nđ", *names))
        self._right = {
            _plain(word): word for word in (*_UNITS, *_TYPES, "nđ", *_WORDS, *sorted(names))
        } | {"khoan": "khoản"}

    def mend(self, clean: CleanText) -> CleanText:
        """The text with its slips mended in ``low``; the very same where there is none."""
        low = clean.low
        mended: set[int] = set()
        pieces: list[str] = []
        at = 0
        for found in self._pattern.finditer(low):
            if found[0] in self._words:
                continue
            right = self._spelt(found[0])
            if right == found[0]:
                continue
            pieces += (low[at : found.start()], right)
            at = found.end()
            mended.add(found.start())
        if not pieces:
            return clean
        low = "".join(pieces) + low[at:]
        low = _SENTENCE.sub(lambda found: self._without_accents(found, clean.low), low)
        return replace(clean, low=low, mended=frozenset(mended))

    def _without_accents(self, sentence: re.Match[str], typed: str) -> str:
        """The sentence with its small words mended, where it is typed without any accents."""
        if not typed[sentence.start() : sentence.end()].isascii():
            return sentence[0]
        return self._bare.sub(lambda found: self._spelt(found[0]), sentence[0])

    def _spelt(self, words: str) -> str:
        """The right spelling, letter for letter, with the spaces that stand there."""
        right = self._right.get(_plain(words))
        if right is None:
            return words
        letters = iter(right.replace(" ", ""))
        return "".join(letter if letter.isspace() else next(letters) for letter in words)


def _plain(words: str) -> str:
    return "".join(_base(letter) for letter in " ".join(words.split()))
