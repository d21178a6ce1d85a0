"""How many small faults put into the core do the tests notice? What ``make mutants`` runs.

``python tests/mutants [--sample N] [--seed N] [--report FILE] [PATTERN …]``

A pattern names packages, modules or functions (``law``, ``features.quiz``, ``law.units.x_path*``);
without one all is tried. ``--sample N`` tries N faults of each package, drawn by
``--seed``. Every fault that no test noticed is written, with its difference, to the report.

The faults are made and run by mutmut; how is set in ``pyproject.toml``. It wants the code under
``src/`` and looks for the tests beside it, so it works on a copy in ``.mutants/``.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAGE = ROOT / ".mutants"
PACKAGES = ("law", "cite", "page", "features", "publish", "export")
MODULES = ("checks", "extension", "anchors")
"""What puts features together, and is tried as well."""
PARTS = (*PACKAGES, *MODULES)
REPORT = ROOT / "mutants.txt"
BESIDE = (
    "tests",
    "docs",
    "mkdocs.yml",
    "dia-chi.txt",
    "dinh-chinh.yml",
    "van-ban.schema.json",
    "pyproject.toml",
)
NOTICED = frozenset({"killed", "timeout"})
NO_RUN = 255
"""How a process ends that could not run its tests at all; mutmut takes it for a timeout."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="mutants", description="Do the tests notice faults?")
    parser.add_argument("patterns", nargs="*", default=list(PARTS), metavar="PATTERN")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of each package")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=Path, default=REPORT, metavar="FILE")
    options = parser.parse_args()
    report = options.report.absolute()
    _stage()
    os.chdir(STAGE)
    _make_faults()
    names = [name for name, _, _ in _results() if _is_wanted(name, options.patterns)]
    if not names:
        parser.error(f"no fault is named {' or '.join(options.patterns)}")
    asked = list(map(_form, options.patterns))
    if options.sample:
        names = asked = list(_drawn(names, options.sample, options.seed))
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *asked]
    status = subprocess.run(command, check=False).returncode
    found = [row for row in _results() if row[0] in set(names)]
    _write(report, found)
    print(_table(found))
    return status


def _stage() -> None:
    """The copy that mutmut works on. What did not change keeps its time, so that its faults stay.

    Results are taken away: they hold for the tests of then.
    """
    wanted = {STAGE / "src" / "vanban": ROOT / "hooks" / "vanban"}
    wanted[STAGE / "hooks" / "theme"] = ROOT / "hooks" / "theme"
    wanted |= {STAGE / name: ROOT / name for name in BESIDE}
    for to, source in wanted.items():
        files = [source] if source.is_file() else [f for f in source.rglob("*") if f.is_file()]
        kept = set()
        for file in files:
            if "__pycache__" in file.parts:
                continue
            copy = to / file.relative_to(source) if source.is_dir() else to
            kept.add(copy)
            if not copy.exists() or copy.read_bytes() != file.read_bytes():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)
        for copy in to.rglob("*") if source.is_dir() else ():
            if copy.is_file() and copy not in kept:
                copy.unlink()
    for name in ("tests", "docs", "hooks", "mutmut-stats.json"):
        made = STAGE / "mutants" / name
        if made.is_dir():
            shutil.rmtree(made)
        else:
            made.unlink(missing_ok=True)


def _make_faults() -> None:
    """Every fault of every module, as mutmut makes them; none has been tried afterwards."""
    from mutmut.__main__ import copy_src_dir, create_mutants
    from mutmut.mutation.data import SourceFileMutationData

    (STAGE / "mutants").mkdir(exist_ok=True)
    copy_src_dir()
    create_mutants(1)
    for file in _modules():
        data = SourceFileMutationData(path=file)
        data.load()
        data.exit_code_by_key = dict.fromkeys(data.exit_code_by_key)
        data.save()


def _modules() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted(Path("src/vanban", package).rglob("*.py"))
    yield from (Path("src/vanban", f"{module}.py") for module in MODULES)


def _results() -> Iterator[tuple[str, str, Path]]:
    """Each fault: its name (``vanban.law.units.x_path__mutmut_3``), how it ended, its module."""
    from mutmut.mutation.data import SourceFileMutationData
    from mutmut.stats import status_by_exit_code

    for file in _modules():
        data = SourceFileMutationData(path=file)
        data.load()
        for name, code in data.exit_code_by_key.items():
            yield name, "no run" if code == NO_RUN else status_by_exit_code[code], file


def _is_wanted(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, _form(pattern)) for pattern in patterns)


def _form(pattern: str) -> str:
    """A pattern as mutmut has it: what names no function yet stands for all below it."""
    whole = "*" in pattern or "__mutmut_" in pattern
    return f"vanban.{pattern}" if whole else f"vanban.{pattern}.*"


def _package(name: str) -> str:
    return name.split(".")[1]


def _drawn(names: list[str], size: int, seed: int) -> Iterator[str]:
    for package in PARTS:
        own = [name for name in names if _package(name) == package]
        yield from random.Random(seed).sample(own, min(size, len(own)))


def _write(report: Path, found: Iterable[tuple[str, str, Path]]) -> None:
    """What no test noticed, each with its difference."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    parts = [
        f"# {name}: {status}\n{get_diff_for_mutant(name, path=file)}\n"
        for name, status, file in found
        if status not in NOTICED
    ]
    report.write_text("\n".join(parts), encoding="utf-8")


def _table(found: list[tuple[str, str, Path]]) -> str:
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for name, status, _ in found:
        for row in (_package(name), "all"):
            tried[row] += 1
            noticed[row] += status in NOTICED
    lines = [
        f"{row:9} {noticed[row]:5} of {tried[row]:5} noticed ({noticed[row] / tried[row]:.0%})"
        for row in (*PARTS, "all")
        if tried[row]
    ]
    ways = Counter(status for _, status, _ in found)
    lines.append(", ".join(f"{status}: {count}" for status, count in ways.most_common()))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
