"""Tries faults one at a time: tests are collected once, and each fault gets a process of its own.

What a test file runs is measured in a process of its own too, so that nothing which an earlier
file remembered hides a function from the measure. A fault is then tried with the files that run
its function, that of its module first, then the quick ones, up to the first failure or until so
many seconds are spent: with little time fewer faults are noticed, never more. Time is that of the
processor: a busy machine makes no endless loop.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import pytest
from mutmut.mutation import trampoline
from mutmut.utils.format_utils import mangled_name_from_mutant_name

KILLED, SURVIVED, TIMEOUT, NO_TESTS = "killed", "survived", "timeout", "no tests"
_ENDS = {0: SURVIVED, 1: KILLED, -signal.SIGXCPU: TIMEOUT}
_LOST = 3
"""How a process ends that could not run its tests."""
_AT_LEAST = 20
"""Seconds that a test file may take in any case; otherwise five times what it takes unharmed."""


@dataclass(frozen=True)
class Measured:
    """What one test file runs (functions as mutmut names them), and its seconds."""

    functions: frozenset[str]
    seconds: float


@dataclass
class Trials:
    """A plugin of pytest that tries ``names`` in place of running the tests once.

    A fault that tests of ``most`` seconds did not notice counts as unnoticed.
    ``results`` is how each fault ended; ``broken`` names test files that fail without a fault.
    """

    names: Sequence[str]
    tell: Callable[[str], None]
    most: float
    results: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config.option.maxfail = 1
        files: dict[str, list[pytest.Item]] = {}
        for item in filter(_is_quick, session.items):
            files.setdefault(item.path.relative_to(Path.cwd()).as_posix(), []).append(item)
        measured = {file: self._measured(session, file, items) for file, items in files.items()}
        if self.broken:
            return True
        for number, name in enumerate(self.names, 1):
            ran = _order(name, measured, self.most)
            self.results[name] = _tried(session, name, files, {one: measured[one] for one in ran})
            self.tell(f"{number}/{len(self.names)} {name}: {self.results[name]}")
        return True

    def _measured(self, session: pytest.Session, file: str, items: list[pytest.Item]) -> Measured:
        def run() -> tuple[int, object]:
            hits: set[str] = set()
            trampoline.get_mutant_under_test = lambda: "stats"
            trampoline.record_trampoline_hit = lambda name, caller=None: hits.add(name)
            return _run(session, items), sorted(hits)

        status, told, seconds = _in_child(run)
        if status:
            self.broken.append(file)
        self.tell(f"measured {file}: {seconds:.1f} s")
        return Measured(frozenset(told or ()), seconds)


def _is_quick(item: pytest.Item) -> bool:
    """Not one that looks at a built site: a build for every fault would take days."""
    return "builds" not in getattr(item, "fixturenames", ())


def _order(name: str, measured: Mapping[str, Measured], most: float) -> list[str]:
    """The files that run a fault's function: that of its module first, then the quick ones.

    ``most``: seconds after which no further file is begun.
    """
    function = mangled_name_from_mutant_name(name)
    module = name.rpartition(".")[0].rpartition(".")[2]
    ran = [file for file, one in measured.items() if function in one.functions]
    ran.sort(key=lambda file: (module not in file, measured[file].seconds))
    before = accumulate((measured[file].seconds for file in ran), initial=0.0)
    return [file for file, spent in zip(ran, before, strict=False) if spent <= most]


def _tried(
    session: pytest.Session,
    name: str,
    files: Mapping[str, list[pytest.Item]],
    ran: Mapping[str, Measured],
) -> str:
    if not ran:
        return NO_TESTS

    def run() -> tuple[int, object]:
        trampoline.get_mutant_under_test = lambda: name
        failed = _run(
            session,
            [item for file in ran for item in files[file]],
            {files[file][0]: one.seconds for file, one in ran.items()},
        )
        return failed, None

    status, _, _ = _in_child(run)
    return _ENDS.get(status, f"ended with {status}")


def _run(
    session: pytest.Session,
    items: Sequence[pytest.Item],
    seconds: Mapping[pytest.Item, float] | None = None,
) -> int:
    """Runs tests up to the first failure: 1, or 0. ``seconds``: how long from this item on."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        if seconds and item in seconds:
            used = resource.getrusage(resource.RUSAGE_SELF)
            limit = used.ru_utime + used.ru_stime + max(_AT_LEAST, 5 * seconds[item])
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, resource.RLIM_INFINITY))
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.shouldfail:
            return 1
    return 0


def _in_child(run: Callable[[], tuple[int, object]]) -> tuple[int, Iterable[str] | None, float]:
    """How ``run`` ends in a process of its own, what it tells, and the seconds it took there."""
    into, out = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(into)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        status = _LOST
        try:
            status, told = run()
            with os.fdopen(out, "w") as pipe:
                json.dump(told, pipe)
        finally:
            sys.stdout = sys.stderr = None  # type: ignore[assignment]
            os._exit(status)
    os.close(out)
    with os.fdopen(into) as pipe:
        told = pipe.read()
    _, status, used = os.wait4(child, 0)
    seconds = used.ru_utime + used.ru_stime
    return os.waitstatus_to_exitcode(status), json.loads(told) if told else None, seconds
