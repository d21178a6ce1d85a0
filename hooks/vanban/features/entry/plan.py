"""Files that are to be written into a project: all are shown first, and none over another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

BLANK = "# Còn phải điền: "
"""What begins a line of a written file that names a key to be filled in."""


class TakenError(Exception):
    """A file that is there already, or would be written twice; its text is for the editor."""


@dataclass(frozen=True)
class Plan:
    """Path below ``docs`` → text; what could not be read; what the editor has to complete."""

    files: Mapping[str, str]
    told: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()

    def joined(self, others: Iterable[Plan]) -> Plan:
        """One plan of this and others. TakenError where two of them would write one file."""
        files, told, todo = dict(self.files), list(self.told), list(self.todo)
        for other in others:
            _check_once((*files, *other.files))
            files |= other.files
            told += other.told
            todo += other.todo
        return Plan(files, tuple(told), tuple(todo))


class _Plain(yaml.SafeDumper):
    """Writes each value where it stands: an editor cannot read anchors, and they are refused."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass(frozen=True)
class Written:
    """The values of a ``van-ban.yml`` in order; comments say what is still to be filled in."""

    values: Mapping[str, Any]
    depth: int
    blanks: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        up = "../" * self.depth
        head = f"# yaml-language-server: $schema={up}van-ban.schema.json\n"
        blanks = "".join(f"{BLANK}{blank}\n" for blank in self.blanks)
        body = yaml.dump(
            dict(self.values), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100
        )
        return head + blanks + body


def check(plan: Plan, docs: Path) -> None:
    """TakenError where a file of a plan is there or named twice: then none may be written."""
    _check_once(plan.files)
    for name in plan.files:
        if (docs / name).exists():
            raise TakenError(f"đã có {docs.name}/{name}; không ghi đè lên tệp nào")


def write(plan: Plan, docs: Path) -> None:
    """Write every file of a plan, or none. TakenError as ``check`` has it."""
    check(plan, docs)
    for name, text in plan.files.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)


def _check_once(names: Iterable[str]) -> None:
    """TakenError where two names are one file; not all disks tell capitals from small letters."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise TakenError(f"{name} sẽ bị ghi hai lần bởi hai văn bản khác nhau; chưa ghi gì")
        seen.add(name.casefold())
