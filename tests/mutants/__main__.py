"""How many small faults put into the core do the tests notice? What ``make mutants`` runs.

``python tests/mutants [--sample N] [--seed N] [--seconds N] [--report FILE] [PATTERN …]``

A pattern names packages, modules or functions (``law``, ``features.quiz``, ``law.units.x_path*``);
without one all is tried. ``--sample N`` tries N faults of each package, drawn by
``--seed``. Every fault that no test noticed is written, with its difference, to the report.

The faults are made by mutmut and tried by ``trials``; which tests, is set in ``pyproject.toml``.
mutmut wants the code under ``src/``, so this works on a copy in ``.mutants/``.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

import pytest
from trials import KILLED, TIMEOUT, Trials

ROOT = Path(__file__).resolve().parents[2]
STAGE = ROOT / ".mutants"
PACKAGES = ("law", "cite", "page", "features", "publish")
MODULES = ("checks", "extension", "anchors")
"""What puts features together, and is tried as well."""
PARTS = (*PACKAGES, *MODULES)
REPORT = ROOT / "mutants.txt"
BESIDE = (
    "tests",
    "hosting",
    "pyodide/package-lock.json",
    "requirements.txt",
    "docs",
    "mkdocs.yml",
    "dia-chi.txt",
    "dinh-chinh.yml",
    "van-ban.schema.json",
    "pyproject.toml",
)
NOTICED = frozenset({KILLED, TIMEOUT})


def main() -> int:
    parser = argparse.ArgumentParser(prog="mutants", description="Do the tests notice faults?")
    parser.add_argument("patterns", nargs="*", default=list(PARTS), metavar="PATTERN")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of each package")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60, help="of tests for each fault")
    parser.add_argument("--report", type=Path, default=REPORT, metavar="FILE")
    options = parser.parse_args()
    report = options.report.absolute()
    _stage()
    os.chdir(STAGE)
    _make_faults()
    made = {name: file for name, file in _faults() if _is_wanted(name, options.patterns)}
    if not made:
        parser.error(f"no fault is named {' or '.join(options.patterns)}")
    names = list(made)
    if options.sample:
        names = list(_drawn(names, options.sample, options.seed))
        print(f"{len(names)} of {len(made)} faults, drawn by seed {options.seed}", flush=True)
    found = _tried(names, options.seconds)
    if not found:
        return 1
    _write(report, [(name, ended, made[name]) for name, ended in found.items()])
    print(_table(found))
    return 0


def _tried(names: list[str], seconds: float) -> dict[str, str]:
    """How each fault ended; nothing where tests fail without a fault, which is told."""
    from mutmut.configuration import config

    chosen = config().pytest_add_cli_args_test_selection
    os.chdir("mutants")
    sys.path.insert(0, str(Path("src").absolute()))
    trials = Trials(names, lambda line: print(line, flush=True), seconds)
    how = [
        "--rootdir=.",
        f"--basetemp={Path('tmp').absolute()}",
        "--assert=plain",
        "--tb=native",
        "-s",
    ]
    status = pytest.main([*how, *config().pytest_add_cli_args, *chosen], plugins=[trials])
    os.chdir(STAGE)
    if trials.broken:
        print("These tests fail without a fault:", *trials.broken, sep="\n")
    elif not trials.results:
        print(f"The tests could not be collected (pytest ended with {status}).")
    return trials.results


def _stage() -> None:
    """The copy that mutmut works on. What did not change keeps its time and its faults."""
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
    for name in ("tests", "docs", "hooks"):
        shutil.rmtree(STAGE / "mutants" / name, ignore_errors=True)
    for file in (STAGE / "mutants" / "src").rglob("*"):  # what modules read is copied anew as well
        if file.is_file() and file.suffix not in (".py", ".meta"):
            file.unlink()


def _make_faults() -> None:
    """Every fault of every module, as mutmut makes them, and beside them what tests read."""
    from mutmut.__main__ import copy_src_dir, create_mutants
    from mutmut.utils.file_utils import copy_also_copy_files

    (STAGE / "mutants").mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    create_mutants(1)


def _modules() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted(Path("src/vanban", package).rglob("*.py"))
    yield from (Path("src/vanban", f"{module}.py") for module in MODULES)


def _faults() -> Iterator[tuple[str, Path]]:
    """The name of each fault (``vanban.law.units.x_path__mutmut_3``) and its module."""
    from mutmut.mutation.data import SourceFileMutationData

    for file in _modules():
        data = SourceFileMutationData(path=file)
        data.load()
        yield from ((name, file) for name in data.exit_code_by_key)


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


def _table(found: Mapping[str, str]) -> str:
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for name, status in found.items():
        for row in (_package(name), "all"):
            tried[row] += 1
            noticed[row] += status in NOTICED
    lines = []
    for row in (part for part in (*PARTS, "all") if tried[part]):
        low, high = interval(noticed[row], tried[row])
        lines.append(
            f"{row:9} {noticed[row]:5} of {tried[row]:5} noticed: "
            f"{noticed[row] / tried[row]:.0%} ({low:.0%} to {high:.0%})"
        )
    ways = Counter(found.values())
    lines.append(", ".join(f"{status}: {count}" for status, count in ways.most_common()))
    return "\n".join(lines)


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """Between which shares the whole lies when a sample of it has this one (Wilson, 95 %)."""
    share, width = noticed / tried, 1.96**2 / tried
    middle = (share + width / 2) / (1 + width)
    half = (share * (1 - share) * width + width**2 / 4) ** 0.5 / (1 + width)
    return middle - half, middle + half


if __name__ == "__main__":
    sys.exit(main())
