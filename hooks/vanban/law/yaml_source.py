"""YAML with a memory of where everything stood.

All plain values are read as text: ``15/2020``, ``2013-07-15``, ``no`` and ``010``
mean what an editor typed. Types are the schema's business, not YAML's. Of YAML only
what a form needs is accepted: one document of mappings, lists and text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from .problems import Problem
from .text_source import has_unprintable, unprintable
from .yaml_faults import Fault, diagnose, odd_quotes

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[int, int]
KeyPath = tuple[str | int, ...]
DEEPEST = 24
"""No form nests half as deep; deeper lists are a slip, and would exhaust who reads them."""
MOST_PROBLEMS = 20
"""Of one kind in one file; an editor mends the first ones first."""
_SWALLOWED = re.compile(r"\n[ \t]*(?:- |[a-z]+(?:-[a-z]+)*:(?:[ \t\n]|$))")
_SWALLOWED_ITEM = re.compile(r"\n[ \t]*- ")


@dataclass(frozen=True)
class YamlSource:
    """Values of one file (dicts, lists, str, None), and line and column of each."""

    data: Any
    places: Mapping[KeyPath, Place]
    quoted: frozenset[KeyPath] = frozenset()
    """The values that stand in quotation marks or in a block: text to every reader of YAML."""

    def place(self, where: KeyPath) -> Place:
        """Line and column (from 1) of a value, or of the nearest thing that encloses it."""
        while where and where not in self.places:
            where = where[:-1]
        return self.places.get(where, (1, 1))

    def blanks(self) -> list[KeyPath]:
        """The keys that have no value."""
        return [key for key in self.places if self._at(key) is None]

    def _at(self, where: KeyPath) -> Any:
        found = self.data
        for part in where:
            found = found[part]
        return found


def read_yaml(text: str, file: str, first: int = 1) -> tuple[YamlSource | None, list[Problem]]:
    """Parse one document. The source is None where the text is no YAML of the kind we read.

    ``first`` is the line of ``file`` on which ``text`` begins.
    """
    wrong = unprintable(text, file)
    if wrong:
        return None, [replace(wrong, line=wrong.line + first - 1)]
    builder = _Builder(text)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
            if builder.fault:
                break
    except yaml.MarkedYAMLError as error:
        builder.fault = diagnose(text, error, builder.last)
    except yaml.YAMLError:
        builder.fault = Fault(1, 1, "không đọc được YAML", "chép lại từ một tệp có sẵn")
    found = [builder.fault] if builder.fault else builder.doubled[:MOST_PROBLEMS]
    problems = [
        Problem(file, one.line + first - 1, one.col, one.message, one.advice) for one in found
    ]
    if builder.fault:
        return None, problems
    if builder.empty:
        advice = "chép nội dung từ một tệp có sẵn làm mẫu"
        return None, [Problem(file, first, 1, "tệp rỗng: không có khóa nào", advice)]
    places = {key: (line + first - 1, col) for key, (line, col) in builder.places.items()}
    return YamlSource(builder.data, places, frozenset(builder.quoted)), problems


@dataclass
class _Open:
    """A mapping or a list that is being read, where it stands, and the key that awaits a value."""

    value: dict[str, Any] | list[Any]
    where: KeyPath
    key: str | None = None
    key_place: Place = (1, 1)


@dataclass
class _Builder:
    """Makes values of parser events; lives for one call of ``read_yaml``."""

    text: str
    data: Any = None
    empty: bool = True
    places: dict[KeyPath, Place] = field(default_factory=dict)
    quoted: list[KeyPath] = field(default_factory=list)
    doubled: list[Fault] = field(default_factory=list)
    fault: Fault | None = None
    last: yaml.Event | None = None
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                advice = "xóa dòng --- thứ hai; mỗi tệp chỉ có một phần"
                self.refuse(event, "tệp có hai phần ngăn bởi ---", advice)
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            advice = "nếu là chữ, đặt cả giá trị trong dấu nháy; nếu muốn dùng lại, chép ra lần nữa"
            self.refuse(event, f"giá trị không được bắt đầu bằng “{sign}”", advice)
        elif getattr(event, "tag", None) and not self._quoted(event):
            advice = "đặt cả giá trị trong dấu nháy"
            self.refuse(event, "giá trị không được bắt đầu bằng “!”", advice)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
        self.last = event

    def refuse(self, event: yaml.Event, message: str, advice: str) -> None:
        line, col = _place(event)
        self.fault = Fault(line, col, message, advice)

    def _quoted(self, event: yaml.Event) -> bool:
        """A quoted scalar bears the tag “!” by itself."""
        return isinstance(event, yaml.ScalarEvent) and event.tag == "!" and bool(event.style)

    def _begin(self, event: yaml.Event) -> None:
        if len(self.stack) >= DEEPEST:
            self.refuse(event, f"lồng nhau quá {DEEPEST} tầng", "xem lại thụt lề và các dấu ngoặc")
            return
        if self.stack and self._awaits_key():
            self.refuse(event, "khóa phải là một dòng chữ", "xem lại dấu ngoặc và dấu ? ở đây")
            return
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(value, self._add(value, _place(event))))

    def _awaits_key(self) -> bool:
        return isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        raw = self.text[_mark(event).index : _mark(event, end=True).index]
        if event.style in ("'", '"') and _SWALLOWED.search(raw):
            advice = f"thêm dấu nháy đóng {event.style} (cùng kiểu) ở cuối giá trị này"
            self.refuse(event, f"dấu nháy {event.style} mở ở đây nuốt cả các dòng sau", advice)
        elif not event.style and _SWALLOWED_ITEM.search(raw):
            advice = "xếp các dấu - của một danh sách thẳng cột"
            message = "dòng sau có dấu - thụt sâu hơn, nên bị đọc liền vào dòng này"
            self.refuse(event, message, advice)
        elif has_unprintable(event.value):
            advice = "trong nháy kép, \\ mở một mã đặc biệt; viết \\\\, hoặc dùng nháy đơn"
            self.refuse(event, "giá trị chứa ký tự điều khiển không nhìn thấy", advice)
        elif odd := odd_quotes(event.value, event.style, bool(self.stack) and self._awaits_key()):
            self.refuse(event, *odd)
        elif self.stack and self._awaits_key():
            self._key(event)
        else:
            missing = not event.style and event.value in ("", "~", "null")
            where = self._add(None if missing else event.value, _place(event))
            if event.style:
                self.quoted.append(where)

    def _key(self, event: yaml.ScalarEvent) -> None:
        above, key, place = self.stack[-1], event.value, _place(event)
        if key in above.value:
            self.doubled.append(Fault(*place, f"khóa “{key}” viết hai lần", "giữ lại một"))
        above.key, above.key_place = key, place

    def _add(self, value: Any, place: Place) -> KeyPath:
        """Put a value where it belongs; a value under a key is told at the key."""
        if not self.stack:
            self.data, self.empty = value, value is None
            self.places[()] = place
            return ()
        above = self.stack[-1]
        if isinstance(above.value, list):
            where = (*above.where, len(above.value))
            above.value.append(value)
            self.places[where] = place
        else:
            where = (*above.where, above.key or "")
            above.value[above.key or ""] = value
            self.places[where] = above.key_place
            above.key = None
        return where


def _mark(event: yaml.Event, end: bool = False) -> Any:
    """Where an event begins or ends: line and column from 0, and the offset in the text."""
    return event.end_mark if end else event.start_mark


def _place(event: yaml.Event) -> Place:
    mark = _mark(event)
    return mark.line + 1, mark.column + 1
