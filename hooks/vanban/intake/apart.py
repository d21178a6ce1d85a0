"""Word and PDF files are read in a process of its own, which ends when it takes too much.

What stands in a file from outside decides how long a parser works and how much it keeps; a
limit within the same process could not stop it. This module is both sides: ``read`` starts
the process, ``main`` is what it runs (``python -m vanban.intake.apart FILE .docx``). It
answers with one line of JSON and writes nothing else.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .document import Document, Kind, Paragraph, RefusedError

SECONDS = 8
"""Of the processor, where the system can hold a process to it; else as the clock goes."""
PATIENCE = 60
"""Seconds of the clock where the processor's are held: a busy machine is no fault of a file."""
MEMORY = 384 * 2**20
"""Bytes of address space, where the system can hold a process to it (not on Windows, where
the limits on sizes in ``archive`` and ``reader`` and on time must do)."""
_HOLDS_PROCESSES = find_spec("resource") is not None
_ROOT = Path(__file__).resolve().parents[2]
_TOO_MUCH = (
    "đọc tệp này mất quá nhiều thời gian hoặc bộ nhớ; có thể tệp hỏng, hay được làm ra để phá",
    "mở ra, lưu lại thành tệp .docx mới rồi thử lại",
)
_BROKEN = ("tệp bị hỏng, không đọc được", "xin lại tệp, hoặc mở ra rồi lưu thành tệp mới")


def read(path: Path, kind: str) -> Document:
    """The document in a file of a ``kind`` (“.docx”, “.pdf”). RefusedError with its reason."""
    command = [sys.executable, "-P", "-m", __name__, str(path.resolve()), kind]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE if _HOLDS_PROCESSES else SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise RefusedError(*_TOO_MUCH) from None
    except ValueError:  # it ended without an answer: by a limit of the system, or a fault
        raise RefusedError(*(_TOO_MUCH if done.returncode < 0 else _BROKEN)) from None
    if "refused" in answer:
        raise RefusedError(*answer["refused"])
    return _document(answer)


def _document(answer: dict[str, Any]) -> Document:
    text = answer["text"]
    found = tuple(
        Paragraph(text[start:end], number, start, Kind(kind), 0, page, label, cell, tuple(grid))
        for number, (start, end, kind, page, label, cell, grid) in enumerate(
            answer["paragraphs"], 1
        )
    )
    return Document(text, found, tuple(answer["told"]))


def _plain(document: Document) -> dict[str, Any]:
    paragraphs = [
        (one.start, one.end, one.kind.value, one.page, one.label, one.cell, one.grid)
        for one in document.paragraphs
    ]
    return {"text": document.text, "paragraphs": paragraphs, "told": document.told}


def _limit() -> None:
    """Hold this process to its memory and time, where the system offers that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(path: str, kind: str) -> dict[str, Any]:
    """What a file says, or why it is refused, as plain values."""
    logging.disable(logging.CRITICAL)  # libraries tell of every oddity
    try:
        data = Path(path).read_bytes()
        if kind == ".pdf":
            from .pdf import read as reader
        else:
            from .word import read as reader
        document = reader(data)
        if not document.paragraphs:
            raise RefusedError("tệp không có chữ nào", "chọn tệp có chữ")
        return _plain(document)
    except RefusedError as error:
        return {"refused": [error.message, error.advice]}
    except MemoryError:
        return {"refused": list(_TOO_MUCH)}
    except Exception:  # whatever a file from outside makes a library do: it is the file
        return {"refused": list(_BROKEN)}


if __name__ == "__main__":
    _limit()
    print(json.dumps(main(*sys.argv[1:]), ensure_ascii=False))
