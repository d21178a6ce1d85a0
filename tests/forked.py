"""A builder, or a command, in a fork of this process, which has loaded the program already.

A process of its own as any other, but what it does not do anew is a third of a small build:
start Python, load the builder, compile the patterns. Only where the program of the project is,
file by file, the one that is loaded here; every large build, and the first of the small ones,
is made by a new Python.
"""

from __future__ import annotations

import filecmp
import logging
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

CAN_FORK = sys.platform != "win32"
_HOOKS = Path(__file__).resolve().parent.parent / "hooks"
_PAUSE = 0.01


def is_ours(project: Path) -> bool:
    """Whether the program that builds ``project`` is the one that is loaded in this process.

    A project without a program beside it uses this one. Copies keep length and time of a file.
    """
    own = project / _HOOKS.name
    return not own.exists() or _same(filecmp.dircmp(_HOOKS, own, ignore=["__pycache__"]))


def _same(both: filecmp.dircmp[str]) -> bool:
    differs = both.left_only or both.right_only or both.diff_files or both.funny_files
    return not differs and all(map(_same, both.subdirs.values()))


def run(
    command: Sequence[str], folder: Path, env: Mapping[str, str], seconds: int
) -> subprocess.CompletedProcess[str]:
    """What ``python`` does in ``folder`` when these words follow: “-m mkdocs …” or “hooks …”.

    TimeoutExpired where it takes too long.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads, from 3.12 on
            child = os.fork()
        if not child:
            _become(command, folder, env, out.fileno(), told.fileno())
        status = _waited(child, seconds)
        said = []
        for file in (out, told):
            file.seek(0)
            said.append(file.read().decode())
    if status is None:
        raise subprocess.TimeoutExpired(command, seconds, *said)
    return subprocess.CompletedProcess(command, status, *said)


def _waited(child: int, seconds: int) -> int | None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_PAUSE)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _become(
    command: Sequence[str], folder: Path, env: Mapping[str, str], out: int, told: int
) -> NoReturn:
    """Be the new program; nothing of the tests goes on here, whatever happens."""
    status = 1
    try:
        os.dup2(out, 1)
        os.dup2(told, 2)
        sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        tests = Path(__file__).parent
        ours = {str(_HOOKS), str(tests), str(tests.parent)}
        sys.path[:] = [path for path in sys.path if path not in ours]
        logging.disable(logging.NOTSET)  # whatever a test before left: --strict counts what is told
        logging.getLogger().handlers.clear()
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        if command[0] == "-m":
            sys.path.insert(0, str(folder))
            sys.argv = [*command[1:]]
            runpy.run_module(command[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv = [*command]
            runpy.run_path(command[0], run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
