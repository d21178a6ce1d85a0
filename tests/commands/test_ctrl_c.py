"""Ctrl+C ends a command with a word, not with the lines of the program it was in."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
# What runs in the background, as these tests may, has been told to ignore Ctrl+C: not so here.
HEARD = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)


@pytest.mark.skipif(sys.platform == "win32", reason="another way to interrupt a process")
def test_a_command_that_is_stopped_says_so() -> None:
    command = [sys.executable, "-c", HEARD, str(HOOKS), "cite", "--jsonl", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdin
        assert run.stdout
        run.stdin.write(b'{"text": "x"}\n')
        run.stdin.flush()
        assert run.stdout.readline() == b"[]\n"
        run.send_signal(signal.SIGINT)
        told = run.communicate(timeout=60)[1].decode()
        assert run.returncode != 0
    assert told.strip() == "Đã dừng giữa chừng (Ctrl+C)."


@pytest.mark.parametrize(
    ("error", "told"),
    [("KeyboardInterrupt", "thôi"), ("ValueError('x')", "ValueError: x")],
)
def test_other_errors_are_told_as_ever(error: str, told: str) -> None:
    program = f"import own_python; own_python.stop_at_once('thôi'); raise {error}"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=HOOKS,
        env={"PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    last = done.stderr.decode().strip().splitlines()
    assert last[-1] == told
    assert (len(last) == 1) == (error == "KeyboardInterrupt")
    assert done.returncode != 0
