"""The command line as other programs use it: offsets, JSON, exit status, clear words."""

from __future__ import annotations

import gc
import importlib.util
import io
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from vanban.law.corpus import Corpus

ROOT = Path(__file__).resolve().parents[2]
LAW = "luat-24-2018-qh14"


@dataclass(frozen=True)
class Done:
    """What came of a command."""

    returncode: int
    stdout: bytes
    stderr: bytes


Run = Callable[..., Done]


@pytest.fixture(scope="module")
def program() -> ModuleType:
    """``python hooks`` in this process, which reads the project once for all its commands."""
    spec = importlib.util.spec_from_file_location("hooks_main", ROOT / "hooks" / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module._project = lru_cache(module._project)
    return module


@pytest.fixture
def run(program: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("cite", "-", given=b"...")``"""

    def start(*arguments: str, given: bytes = b"") -> Done:
        with monkeypatch.context() as patch:
            out, told = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", told)
            status = program.main(arguments)
        out.flush()
        told.flush()
        return Done(status, out.buffer.getvalue(), told.buffer.getvalue())

    return start


def test_json_of_a_text(run: Run) -> None:
    text = "Theo khoản 1 Điều 8 Luật An ninh mạng."
    done = run("cite", "-", "--json", "--as-of", "2019-11-20", given=text.encode())
    assert done.returncode == 0
    (found,) = json.loads(done.stdout)
    known = {
        "start": 5,
        "end": 37,
        "text": "khoản 1 Điều 8 Luật An ninh mạng",
        "target": f"{LAW}#dieu-8-khoan-1",
        "status": "resolved",
        "reason": None,
        "suggestion": None,
        "candidates": [],
    }
    assert {key: found[key] for key in known} == known


def test_candidates_stand_in_the_order_of_their_likelihood(run: Run) -> None:
    """What follows in the sentence, then what was named before, then the text around."""
    text = "Nghị định 72/2013/NĐ-CP. Điều 8; Điều 26 Luật An ninh mạng năm 2018"
    done = run("cite", "-", "--json", "--context", "nghi-dinh-147-2024-nd-cp", given=text.encode())
    unsure = json.loads(done.stdout)[1]
    assert (unsure["status"], unsure["target"]) == ("ambiguous", None)
    assert [may["target"] for may in unsure["candidates"]] == [
        f"{LAW}#dieu-8",
        "nghi-dinh-72-2013-nd-cp#dieu-8",
        "nghi-dinh-147-2024-nd-cp#dieu-8",
    ]
    assert all(may["reason"] for may in unsure["candidates"])


def test_jsonl_answers_line_by_line(run: Run) -> None:
    requests = [
        {"text": "khoản 1 Điều này", "as_of": None, "context": f"{LAW}#dieu-18"},
        {"text": "Nhà trường nộp một khoản tiền.", "as_of": None, "context": None},
        {"text": "Luật An ninh mạng", "as_of": "2026-11-20", "context": None},
    ]
    given = "\n".join(json.dumps(item) for item in requests).encode()
    done = run("cite", "--jsonl", given=given)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [[item["target"] for item in answer] for answer in answers] == [
        [f"{LAW}#dieu-18-khoan-1"],
        [],
        ["luat-116-2025-qh15"],
    ]
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"text": "a", "as-of": "2019-01-01"}', "khóa lạ “as-of”: có phải “as_of”?"),
        (b'{"Text": "a"}', "khóa lạ “Text”: có phải “text”?"),
        (b"{", "JSON"),
        (b"3", "text"),
        (b'{"text": 3}', "text"),
        (b'{"text": "x", "as_of": "2019-02-30"}', "2019-02-30"),
        (b'{"text": "x", "context": "luat-x"}', "luat-x"),
        ("điều".encode("utf-16"), "UTF-8"),
        (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "sâu"),
        (b'{"text": "x", "n": ' + b"9" * 10_000 + b"}", "dài"),
    ],
)
def test_jsonl_answers_a_bad_line_and_goes_on(run: Run, line: bytes, told: str) -> None:
    good = json.dumps({"text": "Luật An ninh mạng năm 2018"}).encode()
    done = run("cite", "--jsonl", given=b"\n".join([good, line.replace(b"\n", b" "), good]))
    first, bad, last = [json.loads(one) for one in done.stdout.decode().split("\n") if one]
    assert first == last
    assert first[0]["target"] == LAW
    assert bad["line"] == 2
    assert told in bad["error"]
    assert (done.returncode, done.stderr) == (1, b"")


def test_jsonl_reads_what_other_programs_write(run: Run, tmp_path: Path) -> None:
    """A byte order mark, both ends of lines, blank lines, U+2028 and U+0085 in a text."""
    texts = ["Luật An ninh mạng năm 2018", "a\u2028Luật An ninh mạng năm 2018\u0085"]
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    given = ("\ufeff" + "\r\n\r\n".join(lines) + "\n").encode()
    (tmp_path / "hoi.jsonl").write_bytes(given)
    for done in (
        run("cite", "--jsonl", given=given),
        run("cite", "--jsonl", str(tmp_path / "hoi.jsonl")),
    ):
        answers = [json.loads(one) for one in done.stdout.decode().split("\n") if one]
        assert [[item["start"] for item in answer] for answer in answers] == [[0], [2]]
        assert done.returncode == 0
    missing = run("cite", "--jsonl", str(tmp_path / "khong.jsonl"))
    assert (missing.returncode, "không có tệp" in missing.stderr.decode()) == (2, True)


def test_jsonl_gives_memory_back(program: ModuleType, run: Run) -> None:
    """Whatever comes, no text and no made-up number is kept."""
    engine = program._project().engine
    asked = "\n".join(
        json.dumps({"text": f"khoản {number} Điều {number + 7} Luật An ninh mạng năm 2018"})
        for number in range(1, 400)
    )
    run("cite", "--jsonl", given=asked.encode())
    tracemalloc.start()
    try:
        for _ in range(2):
            before = tracemalloc.take_snapshot()
            run("cite", "--jsonl", given=asked.replace("Điều", "điều ").encode())
        gc.collect()
        grown = tracemalloc.take_snapshot().compare_to(before, "filename")
    finally:
        tracemalloc.stop()
    assert sum(one.size_diff for one in grown if "vanban" in str(one.traceback)) < 20_000
    assert engine._read == {}


def test_text_of_an_old_font_is_told_in_one_line(run: Run) -> None:
    """TCVN3 and VNI: not a word of it can be read."""
    for text, name in (("Kho¶n 1 §iÒu 8 LuËt An ninh m¹ng", "TCVN3"), ("Ñieàu 8 Luaät", "VNI")):
        done = run("cite", given=text.encode())
        (line,) = done.stderr.decode().splitlines()
        assert name in line
        assert "Unicode" in line


def test_broken_or_ambiguous_exits_1(run: Run) -> None:
    assert run("cite", given="Điều 99 Luật An ninh mạng năm 2018".encode()).returncode == 1
    assert run("cite", given="khoản 3 Điều 25".encode()).returncode == 1


def test_wrong_usage_exits_2_with_one_line(run: Run, tmp_path: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("điều".encode("utf-16"))
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\n")
    for arguments, given, word in [
        (("cite", str(tmp_path / "none.txt")), b"", "không có tệp"),
        (("cite", str(latin)), b"", "UTF-8"),
        (("cite", str(empty)), b"", "rỗng"),
        (("cite", "--as-of", "2019-02-30"), "Điều 8".encode(), "2019-02-30"),
        (("cite", "--context", "luat-x"), "Điều 8".encode(), "luat-x"),
        (("cite", "--context", f"{LAW}#dieu-99"), "Điều 8".encode(), "dieu-99"),
    ]:
        done = run(*arguments, given=given)
        words = done.stderr.decode()
        assert done.returncode == 2, words
        assert len(words.splitlines()) == 1
        assert word in words


def test_check_is_clean() -> None:
    """In a process of its own, as an editor starts it."""
    command = [sys.executable, "hooks", "check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def test_committed_ledger_is_up_to_date(tmp_path: Path, corpus: Corpus) -> None:
    """Every address of this corpus is in the ledger, so that none can be lost unseen."""
    from vanban.law.ledger import LEDGER_FILE, addresses, read_ledger

    known = read_ledger((ROOT / LEDGER_FILE).read_text(encoding="utf-8"))
    assert addresses(corpus) <= set(known)
