"""What decides at first sight that nothing behind a law's name says more of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from vanban.cite import instrument_reader
from vanban.cite.engine import Engine
from vanban.cite.says_more import FIRST_WORDS, PATTERNS
from vanban.law.corpus import Corpus

from .generated import generated
from .letters import read_letters

_TEXTS = 2_000


def test_the_list_has_the_first_word_of_every_pattern() -> None:
    """A word more in one of the patterns is a word more in the list."""
    found = {word for one in PATTERNS for word in _begun(list(_parser.parse(one.pattern)))}
    lacking = sorted(word for word in found - FIRST_WORDS if word)
    assert not lacking, f"FIRST_WORDS of says_more.py lacks {lacking}"


def test_no_answer_is_lost_by_it(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text for text, _ in generated(_TEXTS)] + [one.text for one in read_letters()]
    texts += [f"Luật An ninh mạng {word}{tail}" for word in sorted(_words()) for tail in _TAILS]
    texts.append("Luật An ninh mạng(luật an ninh mạng)72/2013")
    told = [_answers(corpus, text) for text in texts]
    monkeypatch.setattr(instrument_reader, "says_more", lambda low, end: True)
    for text, before in zip(texts, told, strict=True):
        assert _answers(corpus, text) == before, text


_TAILS = ("", " 2018", " năm 2018", " ngày 12/6/2018", ") của Úc", " khóa XIV")


def _answers(corpus: Corpus, text: str) -> tuple[Any, ...]:
    return Engine(corpus).cite(text)


def _words() -> set[str]:
    spelt = (re.sub(r"\\s[+*]?", " ", one.pattern) for one in PATTERNS)
    return set(chain.from_iterable(re.findall(r"[^\W\d_]+(?: [^\W\d_]+)*", one) for one in spelt))


def _begun(nodes: Sequence[Any], word: str = "") -> Iterator[str]:
    """The words that what ``nodes`` match may begin with, behind signs.

    A class of whatever is not in it begins no word that anybody could list.
    """
    if not nodes:
        yield word
        return
    (kind, value), *rest = nodes
    name = str(kind)
    if name == "SUBPATTERN":
        yield from _begun([*value[3], *rest], word)
    elif name == "ATOMIC_GROUP":
        yield from _begun([*value, *rest], word)
    elif name == "BRANCH":
        for one in value[1]:
            yield from _begun([*one, *rest], word)
    elif name.endswith("REPEAT"):
        least, most, inner = value
        if not least:
            spaces = word and most > 1  # “sửa\s*bổ”: nobody writes it as one word
            yield from () if spaces else _begun(rest, word)
        if most:
            yield from _begun([*inner, *rest], word)
    elif name in ("LITERAL", "IN"):
        letters = [chr(one) for kind, one in _members(name, value) if str(kind) == "LITERAL"]
        for letter in letters:
            if letter.isalpha():
                yield from _begun(rest, word + letter)
        if all(letter.isalpha() for letter in letters) and letters:
            return
        if word:
            yield word
        elif str(value[0][0] if name == "IN" else "") != "NEGATE" and not _figures(name, value):
            yield from _begun(rest)
    else:
        yield from _begun(rest, word)  # AT, ASSERT: nothing of the text


def _members(name: str, value: Any) -> list[tuple[Any, Any]]:
    return list(value) if name == "IN" else [("LITERAL", value)]


def _figures(name: str, value: Any) -> bool:
    """Whether a figure must stand there, so that no word begins."""
    return name == "IN" and any("DIGIT" in str(one) for _, one in value)
