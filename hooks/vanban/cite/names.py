"""Names of instruments that running text uses without a number, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..law.corpus import Corpus
from ..law.instrument import Instrument
from ..law.names import folded, unaccented
from .grammar import ANCHOR, TYPES

# Luật Giáo dục đại học, Luật Phòng, chống tham nhũng: a capital, then up to six words
_UNKNOWN_NAME = re.compile(r"\s+(?=[^\W\d_])(?P<name>\w+(?:\s+\w+){0,6})")
_STOP_WORDS = frozenset(
    [
        "này",
        "của",
        "và",
        "hoặc",
        "năm",
        "số",
        "ngày",
        "có",
        "là",
        "được",
        "quy",
        "thì",
        "về",
        "đã",
        "để",
        "khi",
        "tại",
        "trong",
        "cho",
        "với",
        "cũng",
        "hiện",
        "không",
        "phải",
        "theo",
        "nêu",
        "nói",
        "cấm",
        "gồm",
        "từ",
        "đến",
        "do",
        "bởi",
        "như",
        "mà",
        "nên",
        "hay",
        "các",
        "những",
        "ở",
        "ra",
        "vào",
        "sẽ",
        "còn",
        "thay",
        "sửa",
        "ban",
        "đang",
        "chưa",
        "hết",
        "trước",
        "sau",
        "quy_định",
    ]
)


@dataclass(frozen=True)
class NameIndex:
    """Look-ups by name, alias and number, built once for a corpus."""

    corpus: Corpus

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Folded name (“luật an ninh mạng”) → instruments that bear it, oldest first."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            for name in instrument.names:
                found.setdefault(folded(name), []).append(instrument)
        return {
            name: tuple(sorted(items, key=lambda item: str(item.issued)))
            for name, items in found.items()
        }

    @cached_property
    def by_alias(self) -> Mapping[str, Instrument]:
        """Folded alias → the one instrument that it means."""
        return {
            folded(alias): instrument
            for instrument in self.corpus.instruments.values()
            for alias in instrument.aliases
        }

    @cached_property
    def by_number(self) -> Mapping[str, tuple[Instrument, ...]]:
        """Number without accents or spaces (“72/2013/nd-cp”) → instruments."""
        found: dict[str, list[Instrument]] = {}
        for instrument in self.corpus.instruments.values():
            if instrument.number:
                found.setdefault(number_key(instrument.number), []).append(instrument)
        return {number: tuple(items) for number, items in found.items()}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Every name and alias, longest first, to be matched where one may begin."""
        words = sorted({*self.by_name, *self.by_alias}, key=lambda word: (-len(word), word))
        choices = "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in words)
        return re.compile(rf"(?:{choices or '(?!)'})(?!\w)")

    @cached_property
    def anchor(self) -> re.Pattern[str]:
        """Where a citation may begin: the grammar's anchors and every alias."""
        typed = tuple(f"{word} " for word in TYPES)
        aliases = sorted({w.split()[0] for w in self.by_alias if not w.startswith(typed)})
        extra = "|".join(re.escape(word) for word in aliases)
        return re.compile(f"{ANCHOR}|(?P<alias>{extra})(?!\\w)" if extra else ANCHOR)


def number_key(number: str) -> str:
    """A number as it is compared: no spaces, no accents, lower case."""
    plain = number.replace(" ", "").replace("đ", "d")
    if plain.isascii() and plain.islower():
        return plain  # clean text needs no more than this
    return unaccented(number).replace(" ", "")


def unknown_name(text: str, low: str, at: int) -> int | None:
    """Where a law's name ends that begins at ``at`` (after “Luật”), or None where none begins.

    A name begins with a capital; it runs to the next word that no name contains,
    or to a mark of punctuation. The span of such a name is a guess that nothing hangs on:
    an instrument that the corpus does not hold is never linked.
    """
    found = _UNKNOWN_NAME.match(low, at)
    if not found or not text[found.start("name")].isupper():
        return None
    end = found.start("name")
    for word in re.finditer(r"\w+", low[found.start("name") : found.end("name")]):
        if word[0] in _STOP_WORDS or word[0].isdigit():
            break
        end = found.start("name") + word.end()
    return end if end > found.start("name") else None
