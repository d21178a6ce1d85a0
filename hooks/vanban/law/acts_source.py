"""From ``muc-phat.yml`` to acts: the form of the file, checked by pydantic."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from .acts import NO_ACTS, Act, ActGroup, Acts, Case, Place
from .problems import Problem
from .schema import Form, Text, read_as
from .yaml_source import KeyPath, read_yaml


class _CaseForm(Form):
    provision: Text = Field(alias="tai")
    when: Text = Field(alias="khi")
    short: str = Field("", alias="gon")


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
                Case(
                    case.provision,
                    case.when,
                    places.get((*key, at, "khung", number), (1, 1)),
                    case.short,
                )
                for number, case in enumerate(act.cases)
            ),
        )
        for at, act in enumerate(group.acts)
    ]
