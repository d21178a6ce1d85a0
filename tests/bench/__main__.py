"""``make bench``: ratios measured in one run on this machine. ``--quick`` leaves out 400 pages.

Seconds are those that the processor gave, so that other work on the machine hardly counts. They
differ between machines; the columns that begin with × do not, or hardly.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from bench.generated import AT_HOME, HOSTILE, make_projects, of_size, ordinary, repeated  # noqa: E402
from building import ROOT, build, copy_project  # noqa: E402
from vanban.cite.citation import Context  # noqa: E402
from vanban.cite.engine import Engine  # noqa: E402
from vanban.law.corpus import Corpus  # noqa: E402
from vanban.law.corpus_source import load_corpus  # noqa: E402

LIMIT = 60.0
"""Seconds after which a text is not tried at a larger size."""
_NOWHERE = Context()
HOME = Context("luat-24-2018-qh14", None, date(2019, 11, 26))
"""The page of a law, where units that name no instrument may be its own or another paper's."""
SIZES = (0.06, 0.25, 1.0, 4.0)
"""Megabytes of the hostile texts."""


def main() -> None:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="fewer pages, fewer runs")
    quick = options.parse_args().quick
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # stock Material is compiled already
    with tempfile.TemporaryDirectory() as folder:
        engine()
        same_twice(Path(folder) / "same")
        builds(Path(folder) / "builds", (25, 100) if quick else (25, 100, 400), 1 if quick else 3)


def builds(folder: Path, sizes: tuple[int, ...], runs: int) -> None:
    """Whole builds in turn: ours, and stock Material with the same links and its own search,
    with the links alone, with neither.
    """
    print(
        f"\nBuild, median of {runs} alternating runs; stock Material without our hooks and theme:\n"
        "linked = the same links written by hand, search = these and the theme's search,\n"
        "bare = the same text, no links at all"
    )
    names = ("linked", "search", "bare")
    heads = ("pages", "ours s", *(f"{name} s" for name in names), *(f"× {name}" for name in names))
    heads = (*heads, "ms/page", "growth")
    print("".join(f"{head:>10}" for head in heads))
    first = 0.0
    for pages in sizes:
        projects = make_projects(folder / str(pages), pages)
        times: tuple[list[float], ...] = ([], [], [], [])
        for _ in range(runs):
            for project, taken in zip(projects, times, strict=True):
                begin = _given_to_children()
                done = build(project, project / "site")
                taken.append(_given_to_children() - begin)
                if done.returncode:
                    sys.exit(f"{project.name} does not build:\n{done.stderr[-3000:]}")
        ours, *stock = map(statistics.median, times)
        each = ours / pages * 1000
        first = first or each
        row = (f"{pages}", f"{ours:.2f}", *(f"{one:.2f}" for one in stock))
        ratios = tuple(f"×{ours / one:.2f}" for one in stock)
        print(
            "".join(
                f"{cell:>10}" for cell in (*row, *ratios, f"{each:.1f}", f"×{each / first:.2f}")
            )
        )
        sys.stdout.flush()


def _given_to_children() -> float:
    """Seconds that the processor has given to the builds so far, user and system."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def engine() -> None:
    """The citation engine alone, on the real corpus, by the time that the processor gave it."""
    corpus = load_corpus(ROOT / "docs")
    text = of_size(1, ordinary)
    seconds, found = reading(corpus, text, 5)
    rate = len(text.encode()) / 1e6 / seconds
    print(f"Engine, ordinary prose: {rate:.1f} MB/s, {seconds / found * 1e6:.0f} µs a citation")
    print("\nEngine, hostile texts, MB/s   (growth from 0.25 to 4 MB: × 16 is linear)")
    print(f"{'repeated':<28}" + "".join(f"{size:>6} MB" for size in SIZES) + "  growth")
    worst = dict.fromkeys(SIZES, math.inf)
    most = 0.0
    places = [(piece, Context()) for piece in HOSTILE] + [(piece, HOME) for piece in AT_HOME]
    for piece, context in places:
        taken: dict[float, float] = {}
        for megabytes in SIZES:
            hostile = of_size(megabytes, repeated(piece))
            taken[megabytes], _ = reading(corpus, hostile, 3 if megabytes < 1 else 1, context)
            worst[megabytes] = min(worst[megabytes], megabytes / taken[megabytes])
            if taken[megabytes] > LIMIT:
                break
        rates = "".join(f"{size / seconds:>9.2f}" for size, seconds in taken.items())
        growth = taken.get(4.0, math.inf) / taken.get(0.25, math.inf)
        most = max(most, growth)
        where = "  on a law's page" if context.slug else ""
        print(f"{piece!r:<28}{rates}  ×{growth:.1f}{where}", flush=True)
    rates = "".join(f"{rate:>9.2f}" for rate in worst.values())
    print(f"{'the worst':<28}{rates}  ×{most:.1f}")


def reading(corpus: Corpus, text: str, runs: int, context: Context = _NOWHERE) -> tuple[float, int]:
    """Seconds that the quickest of some readings took, and how many citations it found."""
    best, found = math.inf, 0
    for _ in range(runs):
        reader = Engine(corpus)  # a new one each time: an engine keeps what it has read
        reader.cite("Điều 1 Luật An ninh mạng", Context())  # its patterns are made once
        begin = time.process_time()
        found = len(reader.cite(text, context))
        best = min(best, time.process_time() - begin)
    return best, found


def same_twice(folder: Path) -> None:
    """The real site, built twice with hashing shuffled."""
    project = copy_project(folder / "project")
    outs = [folder / "one", folder / "two"]
    for seed, out in enumerate(outs, 1):
        done = build(project, out, seed=seed)
        if done.returncode:
            print(f"\nTwo builds of the site: it does not build\n{done.stderr[-1000:]}")
            return
    one, two = (
        {f.relative_to(out): f.read_bytes() for f in out.rglob("*") if f.is_file()} for out in outs
    )
    differing = sorted(
        str(name) for name in one.keys() | two.keys() if one.get(name) != two.get(name)
    )
    verdict = f"differ in {', '.join(differing[:5])}" if differing else "same to the byte"
    print(f"\nTwo builds of the site ({len(one)} files): {verdict}")


if __name__ == "__main__":
    main()
