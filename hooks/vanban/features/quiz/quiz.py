"""Sets of questions for practising after a session: one YAML file each, beside its page.

``docs/tap-huan/cau-hoi/<set>.yml`` holds the questions, ``<set>.md`` is the page that
draws them in. Nothing is judged here but the form; ``quiz_checks`` judges the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from ...law.corpus_source import read_text
from ...law.problems import Problem
from ...law.reading import naming
from ...law.schema import Form, Text, read_as
from ...law.site_address import url
from ...law.yaml_source import read_yaml
from .quiz_order import RULE, positions

FOLDER = "tap-huan/cau-hoi"
ROOM = f"{FOLDER}/hoi-ca-phong.md"
"""The page that asks a whole room."""
LETTER = "cong-van"
"""Key of a set: which letter its questions of then are about; needless where there is one alone."""

Place = tuple[int, int]


class Era(StrEnum):
    """Which law a question asks about: of the letter's day, or of today. As an editor writes it."""

    THEN = "xua"
    NOW = "nay"


class OptionForm(Form):
    right: Text | None = Field(None, alias="dung")
    wrong: Text | None = Field(None, alias="sai")


class ItemForm(Form):
    id: Text = Field(alias="ma")
    era: Era = Field(alias="thoi")
    question: Text = Field(alias="hoi")
    options: tuple[OptionForm, ...] = Field(alias="chon")
    reason: Text = Field(alias="vi-sao")
    basis: Text = Field(alias="can-cu")
    further: tuple[Text, ...] = Field((), alias="xem-them")


class SetForm(Form):
    letter: Text | None = Field(None, alias="cong-van")
    items: tuple[ItemForm, ...] = Field(alias="cau")


@dataclass(frozen=True)
class Option:
    """One answer; ``right`` and ``wrong`` are both kept, because a file may say both."""

    text: str
    right: bool
    clear: bool
    """Whether the file marks it either right or wrong, and not both or neither."""


@dataclass(frozen=True)
class Item:
    """One question. ``places`` gives line and column of each key, for messages.

    ``letter`` is the slug of the letter that its set is about; "" where the set names none.
    """

    id: str
    era: Era
    question: str
    options: tuple[Option, ...]
    reason: str
    basis: str
    further: tuple[str, ...]
    letter: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def place(self, key: str = "") -> Place:
        """Where a key of the file stands, or the question as a whole."""
        return self.places.get(key) or self.places.get("") or (1, 1)

    @property
    def right(self) -> int:
        """The number of the right option, from 0; of the first, should there be several."""
        return next((at for at, option in enumerate(self.options) if option.right), 0)


@dataclass(frozen=True)
class QuizSet:
    """The questions of one file. ``name`` is its address; ``file`` is for messages."""

    name: str
    file: str
    items: tuple[Item, ...]

    @property
    def page(self) -> str:
        """The source page that draws the set in."""
        return f"{FOLDER}/{self.name}.md"

    @property
    def shown(self) -> tuple[Item, ...]:
        """The questions as everybody gets them: the options of each in the order of ``A`` to ``D``.

        The wrong ones stay in the order of the file.
        """
        most = max((len(item.options) for item in self.items), default=1)
        places = positions(self.name, [item.id for item in self.items], most)
        return tuple(map(_shown, self.items, places))

    @property
    def edition(self) -> str:
        """Changes with the questions or their options: answers kept for another edition are void.

        A reason may be worded better without anybody losing what they answered.
        """
        told = "\n".join(
            "\t".join([item.id, *(f"{option.right:d}{option.text}" for option in item.options)])
            for item in self.items
        )
        told += f"\n{RULE}"  # what is kept names the place of an option
        return hashlib.sha256(told.encode()).hexdigest()[:8]


@dataclass(frozen=True)
class QuizBank:
    """All sets by name, and what could not be read."""

    sets: Mapping[str, QuizSet] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def codes(self) -> dict[str, tuple[str, ...]]:
        """The address of each set → the codes of its questions, as the ledger keeps them."""
        found = self.sets.values()
        return {url(one.page): tuple(item.id for item in one.items) for one in found}


def load_quiz(docs: Path, root: Path | None = None) -> QuizBank:
    """Read every set below ``docs``; a file that cannot be read leaves out only itself.

    ``root`` is what file names in problems are relative to (default: the parent of ``docs``).
    """
    prefix = docs.relative_to(root or docs.parent).as_posix()
    sets: dict[str, QuizSet] = {}
    problems: list[Problem] = []
    for path in sorted((docs / FOLDER).glob("*.yml")):
        file = f"{prefix}/{FOLDER}/{path.name}"
        text = read_text(path, file, problems)
        if text is None:
            continue
        with naming(file):
            found, wrong = read_set(text, path.stem, file)
        problems += wrong
        if found:
            sets[found.name] = found
    return QuizBank(sets, tuple(problems))


def read_set(text: str, name: str, file: str) -> tuple[QuizSet | None, list[Problem]]:
    """One file's questions; None where its form is wrong."""
    source, problems = read_yaml(text, file)
    if source is None:
        return None, problems
    form, wrong = read_as(SetForm, source, file)
    problems += wrong
    if form is None:
        return None, problems
    below: list[dict[str, Place]] = [{} for _ in form.items]
    for key, place in source.places.items():
        if len(key) > 1 and key[0] == "cau" and isinstance(key[1], int):
            below[key[1]][".".join(map(str, key[2:]))] = place
    if (LETTER,) in source.places:
        for places in below:
            places[LETTER] = source.places[(LETTER,)]
    said = form.letter or ""
    items = [_item(item, said, places) for item, places in zip(form.items, below, strict=True)]
    return QuizSet(name, file, tuple(items)), problems


def _item(form: ItemForm, letter: str, places: Mapping[str, Place]) -> Item:
    return Item(
        form.id,
        form.era,
        _folded(form.question),
        tuple(_option(option) for option in form.options),
        _folded(form.reason),
        _folded(form.basis),
        tuple(_folded(text) for text in form.further),
        letter,
        places,
    )


def _shown(item: Item, place: int) -> Item:
    options = list(item.options)
    options.insert(place, options.pop(item.right))
    return replace(item, options=tuple(options))


def _option(form: OptionForm) -> Option:
    clear = (form.right is None) != (form.wrong is None)
    return Option(_folded(form.right or form.wrong or ""), form.right is not None, clear)


def _folded(text: str) -> str:
    return " ".join(text.split())
