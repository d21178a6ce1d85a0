"""A wording in our own words keeps who, act, intent, threshold and exception of the law.

What may not be lost is data: ``giu`` of ``van-ban.yml`` lists for a unit the words that its
wording says (``y-dinh: [nhằm]``, ``ngoai-le: [trừ]``). Nobody can then shorten a wording to
something broader than the law without being told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .corpus import Corpus
from .instrument import Instrument, Target
from .problems import Problem
from .yaml_source import KeyPath

KIND_WORDS = {
    "ai": "ai",
    "hanh-vi": "hành vi",
    "y-dinh": "ý định",
    "nguong": "ngưỡng",
    "ngoai-le": "ngoại lệ",
}
"""Kinds of conditions as messages name them, by the keys of ``giu``."""


def check(corpus: Corpus, prefix: str = "docs") -> Iterator[Problem]:
    """Every word of ``giu`` that the wording of its unit does not say any more.

    A lost word is told at the heading of the unit, where it is mended; an entry that can
    never hold is told in ``van-ban.yml``. Whole words are looked for; case and white space do
    not count.
    """
    for instrument in corpus.instruments.values():
        yield from _entries(corpus, instrument, prefix)


def _entries(corpus: Corpus, instrument: Instrument, prefix: str) -> Iterator[Problem]:
    first: dict[Target, int] = {}
    for number, kept in enumerate(instrument.kept):
        key: KeyPath = ("giu", number)
        target = Target(instrument.slug, kept.unit)
        line, col = instrument.place_of((*key, "don-vi"))
        file = f"{prefix}/{instrument.file}"
        if target in first:
            message = f"giu: {kept.unit} đã có ở dòng {first[target]}"
            yield Problem(file, line, col, message, "gộp làm một")
        first.setdefault(target, line)
        found = corpus.provisions.get(target)
        if found is None:
            message = f"giu: {kept.unit} chưa được diễn đạt ở trang nào"
            yield Problem(file, line, col, message, "viết lời cho điều khoản ấy, hoặc bỏ mục này")
            continue
        if not kept.words:
            yield Problem(file, line, col, "giu: mục này không giữ chữ nào", "ghi chữ, hoặc bỏ mục")
        said = _folded(found.text)
        for kind, words in kept.words.items():
            for word in words:
                if not re.search(rf"(?<!\w){re.escape(_folded(word))}(?!\w)", said):
                    message = f"lời của {kept.unit.label} không còn nói “{word}”"
                    where = f"{instrument.file}:{line}"
                    advice = (
                        f"nói lại {KIND_WORDS[kind]}; nếu đã nói bằng chữ khác, sửa giu ở {where}"
                    )
                    yield Problem(found.file, found.line, 1, message, advice)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
