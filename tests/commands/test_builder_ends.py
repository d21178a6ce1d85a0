"""What builds a site ends with who asked for it, also where that was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
BUILDER = f"""
import os, sys, time
sys.path.insert(0, {str(HOOKS)!r})
from builder import STARTER, end_with
end_with(int(os.environ[STARTER]))
print(os.getpid(), flush=True)
time.sleep(600)
"""
STARTING = f"""
import os, subprocess, sys
said = {{**os.environ, "VANBAN_STARTER": str(os.getpid())}}
subprocess.run([sys.executable, "-c", {BUILDER!r}], env=said)
"""


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell who started it")
def test_the_builder_ends_with_a_killed_run() -> None:
    command = [sys.executable, "-c", STARTING]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        builder = int(run.stdout.readline())
        try:
            time.sleep(1.2)
            assert is_running(builder)  # not before
            run.kill()
            run.wait()
            end = time.monotonic() + 300
            while is_running(builder) and time.monotonic() < end:
                time.sleep(0.1)
            assert not is_running(builder)
        finally:
            run.kill()
            if is_running(builder):
                os.kill(builder, signal.SIGKILL)
