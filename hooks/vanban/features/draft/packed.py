"""Values of the corpus as JSON and back, by their types: the same values come out that went in.

A value class becomes the list of its fields, without those that are only for messages
(``compare=False``); a unit becomes its id, a mapping a list of pairs. The form has no names, so
that it is small: whoever reads it must be of the same release as whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from ...law.units import UnitPath, parse_id

T = TypeVar("T")


def packed(value: object) -> Any:
    """A value as JSON can hold it. TypeError for what it knows no form of."""
    if isinstance(value, UnitPath):
        return value.id
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [packed(item) for item in value]
    if isinstance(value, Mapping):
        return [[packed(key), packed(item)] for key, item in value.items()]
    if is_dataclass(value):
        return [packed(getattr(value, name)) for name in _names(type(value))]
    raise TypeError(f"no form for {type(value).__name__}")


def unpacked(kind: type[T], value: Any) -> T:
    """The value of type ``kind`` that was packed; inverse of ``packed``."""
    read: Callable[[Any], T] = _reader(kind)  # type: ignore[arg-type]  # a class has a hash
    return read(value)


def _names(kind: Any) -> Sequence[str]:
    """The fields of a named tuple, or those of a dataclass that tell two values apart."""
    if issubclass(kind, tuple):
        named: Sequence[str] = kind._fields
        return named
    return [one.name for one in fields(kind) if one.compare]


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type out of its packed form."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _either([one for one in inside if one is not NoneType])
    if origin is tuple:
        return _tuple(inside)
    if origin is Mapping:
        key, item = map(_reader, inside)
        return lambda pairs: {key(name): item(one) for name, one in pairs}
    if kind is UnitPath:
        return parse_id
    if kind is date:
        return date.fromisoformat
    if is_dataclass(kind) or issubclass(kind, tuple):
        return _fields(kind)
    return kind if issubclass(kind, Enum) else lambda value: value


def _either(kinds: list[Any]) -> Callable[[Any], Any]:
    """Of one type or None; types that JSON tells apart by itself stay as they are."""
    if len(kinds) > 1:
        return lambda value: value
    read = _reader(kinds[0])
    return lambda value: None if value is None else read(value)


def _tuple(inside: tuple[Any, ...]) -> Callable[[Any], Any]:
    if inside[-1] is Ellipsis:
        read = _reader(inside[0])
        return lambda values: tuple(map(read, values))
    readers = [_reader(one) for one in inside]
    return lambda values: tuple(read(one) for read, one in zip(readers, values, strict=True))


def _fields(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    names = _names(kind)
    readers = [_reader(hints[name]) for name in names]

    def read(values: Any) -> Any:
        found = zip(names, readers, values, strict=True)
        return kind(**{name: read(value) for name, read, value in found})

    return read
