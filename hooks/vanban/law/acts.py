"""Acts that people ask about, in our words, and every provision that fines each of them.

``docs/hom-nay/muc-phat.yml`` lies beside the page that draws it in. It holds no sum: those
come from the decrees' own frames (``law.fines``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field

from .problems import Problem
from .schema import Form, Text, read_as
from .yaml_source import KeyPath, read_yaml

FILE = "hom-nay/muc-phat.yml"
Place = tuple[int, int]


class _CaseForm(Form):
    provision: Text = Field(alias="tai")
    when: Text = Field(alias="khi")


class _ActForm(Form):
    name: Text = Field(alias="ten")
    note: str = Field("", alias="gom")
    words: str = Field("", alias="tim")
    cases: tuple[_CaseForm, ...] = Field(alias="khung")


class _GroupForm(Form):
    id: Text = Field(alias="ma")
    name: Text = Field(alias="ten")
    folded: bool = Field(False, alias="gap")
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
    """``id`` is the group's anchor on the page; a ``folded`` one is asked about less often."""

    id: str
    name: str
    folded: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Acts:
    """All acts, by group; ``file`` is for messages. No groups where there is no such file."""

    groups: tuple[ActGroup, ...] = ()
    file: str = ""


NO_ACTS = Acts()


def read_acts(text: str, file: str) -> tuple[Acts, list[Problem]]:
    """The acts of one file, and what is wrong with its form."""
    source, problems = read_yaml(text, file)
    if source is None:
        return NO_ACTS, problems
    form, wrong = read_as(_TableForm, source, file)
    if form is None:
        return NO_ACTS, [*problems, *wrong]
    groups = tuple(
        ActGroup(
            group.id,
            group.name,
            group.folded,
            tuple(_acts(group, ("nhom", at, "viec"), source.places)),
        )
        for at, group in enumerate(form.groups)
    )
    return Acts(groups, file), problems


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
