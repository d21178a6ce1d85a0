"""``make bench``: ratios measured in one run on this machine. ``--quick`` leaves out 400 pages.

Seconds differ between machines; the columns that begin with × do not, or hardly.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from bench.generated import HOSTILE, make_projects, of_size, ordinary, repeated  # noqa: E402
from building import ROOT, build, copy_project  # noqa: E402
from vanban.cite.citation import Context  # noqa: E402
from vanban.cite.engine import Engine  # noqa: E402
from vanban.law.corpus_source import load_corpus  # noqa: E402

LIMIT = 60.0
"""Seconds after which a text is not tried at a larger size."""


def main() -> None:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="fewer pages, fewer runs")
    quick = options.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        engine()
        same_twice(Path(folder) / "same")
        builds(Path(folder) / "builds", (25, 100) if quick else (25, 100, 400), 1 if quick else 3)


def builds(folder: Path, sizes: tuple[int, ...], runs: int) -> None:
    """Whole builds in turn: ours, stock Material with the same links, stock without any."""
    print(
        f"\nBuild, median of {runs} alternating runs; stock Material without our hooks and theme:\n"
        "linked = the same links written by hand, bare = the same text, no links at all"
    )
    heads = ("pages", "ours s", "linked s", "bare s", "× linked", "× bare", "ms/page", "growth")
    print("".join(f"{head:>10}" for head in heads))
    first = 0.0
    for pages in sizes:
        projects = make_projects(folder / str(pages), pages)
        times: tuple[list[float], ...] = ([], [], [])
        for _ in range(runs):
            for project, taken in zip(projects, times, strict=True):
                begin = time.perf_counter()
                done = build(project, project / "site")
                taken.append(time.perf_counter() - begin)
                if done.returncode:
                    sys.exit(f"{project.name} does not build:\n{done.stderr[-3000:]}")
        ours, linked, bare = map(statistics.median, times)
        each = ours / pages * 1000
        first = first or each
        row = (f"{pages}", f"{ours:.2f}", f"{linked:.2f}", f"{bare:.2f}")
        ratios = (f"×{ours / linked:.2f}", f"×{ours / bare:.2f}")
        print(
            "".join(
                f"{cell:>10}" for cell in (*row, *ratios, f"{each:.1f}", f"×{each / first:.2f}")
            )
        )
        sys.stdout.flush()


def engine() -> None:
    """The citation engine alone, on the real corpus, by the time that the processor gave it."""
    corpus = load_corpus(ROOT / "docs")
    text = of_size(1, ordinary)
    best, found = 1e9, 0
    for _ in range(3):
        reader = Engine(corpus)  # a new one each time: an engine keeps what it has read
        reader.cite("Điều 1", Context())
        begin = time.process_time()
        found = len(reader.cite(text, Context()))
        best = min(best, time.process_time() - begin)
    size = len(text.encode()) / 1e6
    print(f"Engine, ordinary prose: {size / best:.1f} MB/s, {best / found * 1e6:.0f} µs a citation")
    print("\nEngine, hostile texts   (× 16 from 0.25 to 4 MB is linear)")
    print(f"{'repeated':<28} {'0.25 MB':>8} {'1 MB':>8} {'4 MB':>8} {'growth':>7}")
    for piece in HOSTILE:
        times: list[float] = []
        for megabytes in (0.25, 1.0, 4.0):
            hostile = of_size(megabytes, repeated(piece))
            reader = Engine(corpus)
            reader.cite("Điều 1", Context())
            begin = time.process_time()
            reader.cite(hostile, Context())
            times.append(time.process_time() - begin)
            if times[-1] > LIMIT:
                break
        shown = [f"{taken:.2f} s" for taken in times] + ["–"] * (3 - len(times))
        growth = f"×{times[2] / times[0]:.1f}" if len(times) == 3 else "stopped"
        print(f"{piece!r:<28} {shown[0]:>8} {shown[1]:>8} {shown[2]:>8} {growth:>7}", flush=True)


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
