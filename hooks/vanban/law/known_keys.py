"""The keys that a form knows at each place, for advice on a key that it does not know."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from pydantic import BaseModel

from .yaml_source import KeyPath

SEE = "xem danh sách khóa: python hooks schema"


@dataclass(frozen=True)
class KnownKeys:
    """The keys of a form and of all forms inside it."""

    form: type[BaseModel]

    def nearest(self, where: KeyPath) -> str | None:
        """The known key at the place of ``where`` that is spelt most like its last part."""
        wrong = str(where[-1]).partition(":")[0]
        near = difflib.get_close_matches(wrong, self._at(where[:-1]), n=1)
        return near[0] if near else None

    def advice(self, where: KeyPath) -> str:
        """What an editor may have meant by the unknown key that ends ``where``."""
        key, colon, value = str(where[-1]).partition(":")
        if colon and value and key in self._at(where[:-1]):
            return f"sau dấu hai chấm thiếu dấu cách: viết “{key}: {value}”"
        near = self.nearest(where)
        homes = self._homes.get(key, [])
        if near and not homes:
            return f"có phải “{near}”?"
        if homes:
            listed = ", ".join(f"“{home}”" if home else "đầu tệp" for home in sorted(homes))
            return f"khóa này thuộc về {listed}: xem lại thụt lề"
        far = difflib.get_close_matches(key, self._homes, n=1)
        return f"có phải “{far[0]}”?" if far else SEE

    def _at(self, where: KeyPath) -> Mapping[str, Any]:
        form: type[BaseModel] | None = self.form
        for part in where:
            if form is None:
                return {}
            if isinstance(part, str):
                form = _inner(_fields(form).get(part))
        return _fields(form) if form else {}

    @cached_property
    def _homes(self) -> Mapping[str, list[str]]:
        """Key → the keys under which a group that knows it stands ("" for the top)."""
        found: dict[str, list[str]] = {}
        seen: set[type[BaseModel]] = set()
        rest = [("", self.form)]
        while rest:
            home, form = rest.pop()
            for key, annotation in _fields(form).items():
                homes = found.setdefault(key, [])
                if home not in homes:
                    homes.append(home)
                inner = _inner(annotation)
                if inner and inner not in seen:
                    seen.add(inner)
                    rest.append((key, inner))
        return found


def _fields(form: type[BaseModel]) -> Mapping[str, Any]:
    return {field.alias or name: field.annotation for name, field in form.model_fields.items()}


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The form inside ``Form``, ``Form | None`` or ``tuple[Form, ...]``."""
    return next(_forms(annotation), None)


def _forms(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _forms(part)
