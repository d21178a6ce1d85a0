"""Chấm một hệ thống đọc viện dẫn: python cham.py cau.jsonl tra-loi.jsonl

Each line of the answers is {"id": 1, "targets": ["slug#unit", …]}; a line that is missing counts
as no target. It needs Python 3.9 and nothing else.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

LEVELS = ("văn bản", "điều hoặc nhóm", "khoản", "điểm")


def level(target: str) -> str:
    """How deep a target lies: ``slug#dieu-8-khoan-1`` is a khoản."""
    unit = target.partition("#")[2]
    return LEVELS[3 if "diem-" in unit else 2 if "khoan-" in unit else 1 if unit else 0]


def score(cases: list[dict[str, Any]], answers: dict[int, set[str]]) -> dict[str, float]:
    """Shares between 0 and 1; a pair is one target of one sentence."""
    found: Counter[str] = Counter()
    for case in cases:
        wanted, given = set(case["targets"]), answers.get(case["id"], set())
        found["exact"] += wanted == given
        found["wrong"] += bool(given - wanted)
        found["wanted"] += len(wanted)
        found["given"] += len(given)
        found["right"] += len(wanted & given)
        for target in wanted:
            found[f"wanted {level(target)}"] += 1
            found[f"right {level(target)}"] += target in given
    precision = found["right"] / (found["given"] or 1)
    recall = found["right"] / (found["wanted"] or 1)
    told = {
        "câu đúng trọn": found["exact"] / (len(cases) or 1),
        "câu có đích sai": found["wrong"] / (len(cases) or 1),
        "độ đúng của đích": precision,
        "độ đủ của đích": recall,
        "F1 của đích": 2 * precision * recall / ((precision + recall) or 1),
    }
    return told | {
        f"độ đủ, {name}": found[f"right {name}"] / (found[f"wanted {name}"] or 1) for name in LEVELS
    }


def rows(text: str) -> list[dict[str, Any]]:
    """One JSON object a line."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


if __name__ == "__main__":
    table, given = (rows(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])
    for name, share in score(table, {row["id"]: set(row["targets"]) for row in given}).items():
        print(f"{100 * share:6.2f} %  {name}")
