"""``hooks cite --jsonl``: one request a line, one answer a line, so that programs can converse.

A request is ``{"text", "context"?, "as_of"?}``, an answer the list of its citations. A line that is
no request is answered with ``{"line", "error"}``, and the rest go on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..cite.citation import PROBLEM_STATUSES
from ..cite.engine import Engine
from ..features.draft.data import plain
from ..law.text_source import old_font
from ..page.nearest import nearest
from .usage import UsageError, context_of, day_of

STANDARD_INPUT = "-"
_KEYS = frozenset({"text", "context", "as_of"})
_MARK = "\ufeff"
"""Some editors begin a file with it (a byte order mark)."""


def run(engine: Engine, name: str) -> int:
    """Answer each line of a file, or of standard input, as it comes.

    1 where a citation must be mended or a line was no request, else 0. UsageError where the file
    cannot be read. What was read is dropped after each line: so many lines come as there may be.
    """
    status = 0
    for number, line in _lines(name):
        try:
            answer, wrong = _answer(engine, line, number)
        except UsageError as error:
            answer, wrong = {"line": number, "error": str(error)}, True
        status |= wrong
        print(json.dumps(answer, ensure_ascii=False), flush=True)
        engine.forget()
    return status


def _answer(engine: Engine, line: bytes, number: int) -> tuple[Any, bool]:
    """What a line is answered, and whether something in it must be mended."""
    request = _request(line)
    text = request.get("text")
    if not isinstance(text, str):
        raise UsageError("cần một đối tượng có khóa “text” là chữ")
    context = context_of(engine.corpus, request.get("context"), day_of(request.get("as_of")))
    if problem := old_font(text, f"dòng {number}"):
        print(problem, file=sys.stderr)
    found = engine.cite(text, context)
    return [plain(item) for item in found], any(item.status in PROBLEM_STATUSES for item in found)


def _request(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8").removeprefix(_MARK))
    except UnicodeDecodeError:
        raise UsageError("không phải UTF-8") from None
    except json.JSONDecodeError as error:
        raise UsageError(f"không phải JSON ({error.msg}, cột {error.colno})") from None
    except RecursionError:
        raise UsageError("JSON lồng nhau quá sâu") from None
    except ValueError:  # more digits than Python makes a number of
        raise UsageError("có một số dài quá") from None
    if not isinstance(found, dict):
        raise UsageError("cần một đối tượng có khóa “text” là chữ")
    for key in sorted(found.keys() - _KEYS):
        # Passed over, “as-of” would have the text read on another day, no word said.
        if near := nearest(key, _KEYS - found.keys()):
            raise UsageError(f"khóa lạ “{key}”: có phải “{near}”?")
    return found


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Lines that say something, with their numbers; only a line feed ends one (not U+2028)."""
    try:
        with sys.stdin.buffer if name == STANDARD_INPUT else Path(name).open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip().removeprefix(_MARK.encode()):
                    yield number, line
    except FileNotFoundError:
        raise UsageError(f"{name}: không có tệp này") from None
    except OSError as error:
        raise UsageError(f"{name}: không mở được ({error.strerror})") from None
