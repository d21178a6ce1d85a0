"""``python tests/bench/scale.py``: what the number of instruments costs, from one run.

Invented instruments of 30 articles; every second one has ended and is compared with the next,
and each article cites four units. CPU seconds and the highest memory of ``hooks check`` and of a
build, beside stock Material on the same pages without their links. ``--check`` and ``--build``
name other sizes (``--check 50,200,1000``).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from bench.generated import EVIDENCE, PLAIN, number, write_projects  # noqa: E402

ARTICLES = 30
CLAUSES = 3
MOST_MEMORY = 2048
"""MB that ``check`` may take, however many instruments there are (of 30 articles, to 1,000)."""
MOST_GROWTH = 1.3
"""How much more an instrument may cost at a larger size; 1 is linear."""


@dataclass(frozen=True)
class Cost:
    """CPU seconds of a process, user and system, and the most memory that it held, in MB."""

    seconds: float
    memory: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end; what it said is told where it fails."""
    with (folder / "said.txt").open("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read()[-3000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def slug(place: int) -> str:
    return f"nghi-dinh-{1000 + place}-2020-nd-cp"


def instrument(docs: Path, place: int, count: int, articles: int = ARTICLES) -> None:
    """Write one of ``count`` instruments into ``docs``."""
    choose = random.Random(place)
    home = docs / "van-ban" / slug(place)
    home.mkdir(parents=True)
    (home / "van-ban.yml").write_text(_told(place, count, articles), encoding="utf-8")
    (home / "index.md").write_text(f"# Nghị định {number(place)}\n\nĐặt ra để đo.\n", "utf-8")
    for own in range(1, articles + 1):
        parts = [f"# Điều {own}. Điều đặt ra để đo"]
        for clause in range(1, CLAUSES + 1):
            other = number((place + choose.choice((0, 1, 2, 5))) % count)
            there = choose.randint(1, articles)
            cited = f"Xem khoản {choose.randint(1, CLAUSES)} Điều {there} Nghị định {other}."
            parts.append(f"## Khoản {clause}\n\n{choose.choice(PLAIN)} {cited}")
        parts.append(f"## Bàn thêm\n\n{choose.choice(PLAIN)} Xem cả Điều {there}.")
        page = home / f"dieu-{own}.md"
        page.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _told(place: int, count: int, articles: int) -> str:
    ends = place % 2 == 0 and place + 1 < count
    state = (
        "trang-thai: het, tu: 2020-03-01, den: 2023-01-01"
        if ends
        else "trang-thai: con, tu: 2020-03-01"
    )
    by = f", boi: {{van-ban: {slug(place + 1)}}}" if ends else ""
    heir = f"van-ban: {slug(place + 1)}, don-vi: dieu"
    compared = "".join(
        f"  - {{don-vi: dieu-{own}, nay: [{{{heir}-{own}, khac: Như cũ.}}], {EVIDENCE[1:]}\n"
        for own in range(1, articles + 1)
    )
    before = f"quan-he:\n  - {{kieu: thay-the, van-ban: {slug(place - 1)}, {EVIDENCE[1:]}\n"
    clauses = ", ".join(f"{clause}: ab" for clause in range(1, CLAUSES + 1))
    rows = "".join(
        f"    - {{so: {own}, ten: Điều đặt ra để đo, khoan: {{{clauses}}}}}\n"
        for own in range(1, articles + 1)
    )
    return (
        f"loai: Nghị định\nso: {number(place)}\nma: do{place}\nten: Đặt ra để đo\n"
        f"ban-hanh: 2020-01-15\ncan-cu: {EVIDENCE}\nnoi-dung: {EVIDENCE}\n"
        f"hieu-luc: {{{state}{by}, {EVIDENCE[1:]}\n"
        + (f"doi-chieu:\n{compared}" if ends else "")
        + (before if place % 2 else "")
        + f"muc-luc:\n  day-du: true\n  dieu:\n{rows}"
    )


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """Two projects over the same pages: ours, and one for stock Material."""
    docs = folder / "ours" / "docs"
    for place in range(count):
        instrument(docs, place, count)
    (docs / "index.md").write_text("# Trang đo\n\nTrang đầu.\n", encoding="utf-8")
    (docs / "van-ban" / "index.md").write_text("# Văn bản\n\nDanh sách.\n", encoding="utf-8")
    return write_projects(folder)


def told(name: str, rows: Sequence[tuple[int, Cost]]) -> bool:
    """Print what each size costs; whether the last is linear against the first."""
    (first, base), *_ = rows
    growth = 1.0
    for count, used in rows:
        growth = (used.seconds / count) / (base.seconds / first)
        print(
            f"{name:<8}{count:>6} instruments {used.seconds:>8.1f} s {used.memory:>7.0f} MB"
            f"   an instrument ×{growth:.2f}",
            flush=True,
        )
    return growth <= MOST_GROWTH


def sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",") if size != "0"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", default="50,200", help="sizes for check; 0 for none")
    options.add_argument("--build", default="50,200", help="sizes for builds; 0 for none")
    given = options.parse_args()
    check, build = sizes(given.check), sizes(given.build)
    python, good = sys.executable, True
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    checked, ours, stock = [], [], []
    for count in sorted({*check, *build}):
        with tempfile.TemporaryDirectory() as folder:
            project, bare = make(Path(folder), count)
            if count in check:
                checked.append((count, cost([python, "hooks", "check"], project)))
            command = [python, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"]
            if count in build:
                ours.append((count, cost(command, project)))
                stock.append((count, cost(command, bare)))
    print(f"\nInstruments of {ARTICLES} articles, CPU seconds and highest memory")
    if checked:
        good = told("check", checked) and checked[-1][1].memory <= MOST_MEMORY
    if ours:
        good = told("build", ours) and good
        told("stock", stock)
        (count, mine), (_, theirs) = ours[-1], stock[-1]
        print(f"build at {count}: ×{mine.seconds / theirs.seconds:.2f} of stock without links")
    if not good:
        sys.exit("  over its bound")


if __name__ == "__main__":
    main()
