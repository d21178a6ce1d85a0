"""What decides at first sight that nothing behind a law's name says more of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    found: set[str] = set()
    for one in PATTERNS:
        found |= _begun(_parser.parse(one.pattern), {""}, found)
    lacking = sorted(word for word in found - FIRST_WORDS if word)
    assert not lacking, f"FIRST_WORDS of says_more.py lacks {lacking}"


def test_no_answer_is_lost_by_it(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text for text, _ in generated(_TEXTS)] + [one.text for one in read_letters()]
    texts += [f"Luật An ninh mạng {word}{tail}" for word in sorted(_words()) for tail in _TAILS]
    texts.append("Luật An ninh mạng(luật an ninh mạng)72/2013")
    told = [*map(Engine(corpus).cite, texts)]
    monkeypatch.setattr(instrument_reader, "says_more", lambda low, end: True)
    cite = Engine(corpus).cite  # of one that has read nothing yet
    for text, before in zip(texts, told, strict=True):
        assert cite(text) == before, text


_TAILS = ("", " 2018", " năm 2018", " ngày 12/6/2018", ") của Úc", " khóa XIV")


def _words() -> set[str]:
    spelt = (re.sub(r"\\s[+*]?", " ", one.pattern) for one in PATTERNS)
    return set(chain.from_iterable(re.findall(r"[^\W\d_]+(?: [^\W\d_]+)*", one) for one in spelt))


def _begun(nodes: Sequence[Any], words: set[str], ended: set[str]) -> set[str]:
    """The first words that are open behind what ``nodes`` match, each of ``words`` gone on with.

    Signs before a word are passed over; a word that ends joins ``ended``. A class of whatever is
    not in it begins no word that anybody could list.
    """
    for kind, value in nodes:
        name = str(kind)
        if name == "SUBPATTERN":
            words = _begun(value[3], words, ended)
        elif name == "ATOMIC_GROUP":
            words = _begun(value, words, ended)
        elif name == "BRANCH":
            words = set().union(*(_begun(one, words, ended) for one in value[1]))
        elif name.endswith("REPEAT"):
            least, most, inner = value
            inside = _begun(inner, words, ended) if most else set()
            if not least:  # (“sửa\s*bổ”: nobody writes it as one word)
                inside |= {word for word in words if not (word and most > 1)}
                ended |= words
            words = inside
        elif name in ("LITERAL", "IN"):
            letters = [chr(one) for kind, one in _members(name, value) if str(kind) == "LITERAL"]
            found = {word + letter for word in words for letter in letters if letter.isalpha()}
            if not letters or not all(map(str.isalpha, letters)):
                ended |= words
                negated = name == "IN" and str(value[0][0]) == "NEGATE"
                if "" in words and not negated and not _figures(name, value):
                    found.add("")
            words = found
    return words


def _members(name: str, value: Any) -> list[tuple[Any, Any]]:
    return list(value) if name == "IN" else [("LITERAL", value)]


def _figures(name: str, value: Any) -> bool:
    """Whether a figure must stand there, so that no word begins."""
    return name == "IN" and any("DIGIT" in str(one) for _, one in value)
