"""YAML with a memory of where everything stood.

All plain values are read as text: ``15/2020``, ``2013-07-15``, ``no`` and ``010``
mean what an editor typed. Types are the schema's business, not YAML's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from .problems import Problem

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[int, int]
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlSource:
    """Values of one file (dicts, lists, str, None), and line and column of each."""

    data: Any
    places: Mapping[KeyPath, Place]

    def place(self, where: KeyPath) -> Place:
        """Line and column (from 1) of a value, or of the nearest thing that encloses it."""
        while where and where not in self.places:
            where = where[:-1]
        return self.places.get(where, (1, 1))


def read_yaml(text: str, file: str) -> tuple[YamlSource | None, list[Problem]]:
    """Parse one document. The source is None where the text is no YAML at all."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = "không đọc được YAML từ chỗ này"
        advice = "xem lại thụt lề, dấu hai chấm, dấu nháy ở dòng này và dòng trên nó"
        return None, [Problem(file, line, col, message, advice)]
    except yaml.YAMLError as error:
        return None, [Problem(file, 1, 1, f"không đọc được YAML: {error}")]
    if node is None:
        return None, [Problem(file, 1, 1, "tệp rỗng", "chép một van-ban.yml có sẵn làm mẫu")]
    places: dict[KeyPath, Place] = {}
    problems: list[Problem] = []
    data = _value(node, (), places, problems, file)
    return YamlSource(data, places), problems


def _value(
    node: yaml.Node,
    where: KeyPath,
    places: dict[KeyPath, Place],
    problems: list[Problem],
    file: str,
) -> Any:
    places[where] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line, col = key_node.start_mark.line + 1, key_node.start_mark.column + 1
            if key in values:
                problems.append(
                    Problem(file, line, col, f"khóa “{key}” viết hai lần", "giữ lại một")
                )
            values[key] = _value(value_node, (*where, key), places, problems, file)
            places[(*where, key)] = (line, col)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(item, (*where, number), places, problems, file)
            for number, item in enumerate(node.value)
        ]
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    if plain and node.value in ("", "~", "null"):
        return None
    return node.value
