"""The rows of the page of fines: each act in our words, and every provision that fines it.

``docs/hom-nay/muc-phat.yml`` lies beside the page that draws it in. It holds no sum: those
come from the decrees' own frames (``law.fines``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from .corpus import FINE_TABLE, read_text
from .problems import Problem
from .reading import naming
from .schema import Form, Text, read_as
from .yaml_source import KeyPath, read_yaml

Place = tuple[int, int]


class _CaseForm(Form):
    provision: Text = Field(alias="tai")
    when: Text = Field(alias="khi")


class _ActForm(Form):
    name: Text = Field(alias="ten")
    note: str = Field("", alias="gom")
    words: str = Field("", alias="tim")
    cases: tuple[_CaseForm, ...] = Field(alias="khung", min_length=1)


class _GroupForm(Form):
    id: Text = Field(alias="ma")
    name: Text = Field(alias="ten")
    acts: tuple[_ActForm, ...] = Field(alias="viec")


class _TableForm(Form):
    groups: tuple[_GroupForm, ...] = Field(alias="nhom")


@dataclass(frozen=True)
class Case:
    """A provision that fines an act, as it is cited, and on what condition."""

    provision: str
    when: str
    place: Place


@dataclass(frozen=True)
class Act:
    """``note`` is a quiet line below the name; ``words`` are what people type for it."""

    name: str
    note: str
    words: str
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class ActGroup:
    """``id`` is the group's anchor on the page."""

    id: str
    name: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class FineTable:
    """All rows, and why the file could not be read; no groups where there is no file."""

    groups: tuple[ActGroup, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: str = ""


def load_fine_table(docs: Path, root: Path | None = None) -> FineTable:
    """Read the file below ``docs``; file names in problems are relative to ``root``."""
    path = docs / FINE_TABLE
    file = f"{docs.relative_to(root or docs.parent).as_posix()}/{FINE_TABLE}"
    problems: list[Problem] = []
    text = read_text(path, file, problems) if path.is_file() else None
    if text is None:
        return FineTable(problems=tuple(problems))
    with naming(file):
        source, problems = read_yaml(text, file)
        if source is None:
            return FineTable(problems=tuple(problems))
        form, wrong = read_as(_TableForm, source, file)
    if form is None:
        return FineTable(problems=(*problems, *wrong))
    groups = tuple(
        ActGroup(group.id, group.name, tuple(_acts(group, ("nhom", at, "viec"), source.places)))
        for at, group in enumerate(form.groups)
    )
    return FineTable(groups, tuple(problems), file)


def _acts(group: _GroupForm, key: KeyPath, places: Mapping[KeyPath, Place]) -> list[Act]:
    return [
        Act(
            act.name,
            act.note,
            act.words,
            tuple(
                Case(case.provision, case.when, places.get((*key, at, "khung", number), (1, 1)))
                for number, case in enumerate(act.cases)
            ),
        )
        for at, act in enumerate(group.acts)
    ]
