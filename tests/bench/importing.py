"""``make bench``: official wording in, and the whole of a large collection out.

How many megabytes of HTML an import reads in a second; then collections of 2,500, 5,000 and 10,000
articles, each in a process of its own: import, check, export, and the most memory that it held.
``--quick`` tries a tenth of that. What is linear costs the same for each article at every size.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from samples import CHECKED, van_ban  # noqa: E402
from vanban.law.instrument import Instrument  # noqa: E402
from vanban.law.ledger import counted  # noqa: E402
from vanban.law.wording import FILE  # noqa: E402
from vanban.official.importing import take_in  # noqa: E402
from vanban.opendata.files import Given  # noqa: E402
from vanban.project import LEDGER_FILE, open_project  # noqa: E402

SIZES = (2_500, 5_000, 10_000)
ARTICLES = 100
"""Of one instrument."""
LEAST = 1.0
"""Megabytes a second that an import has to read."""
WORDS = "Người trực phòng ghi vào sổ giờ mở cửa, giờ đóng cửa và mọi việc lạ trong ngày. " * 4


def number(instrument: int) -> str:
    return f"{1000 + instrument}/2020/NĐ-CP"


def lines(article: int) -> list[str]:
    """An article of three clauses and two points."""
    return [
        f"Điều {article}. Việc thứ {article}",
        f"1. {WORDS}",
        "2. Mỗi phòng phải có:",
        f"a) {WORDS}",
        "b) Một chìa khóa dự phòng theo khoản 1 Điều này.",
        f"3. {WORDS}",
    ]


def text(instrument: int) -> str:
    rows = [f"Số: {number(instrument)}", "Hà Nội, ngày 15 tháng 01 năm 2020"]
    return "\n".join(rows + [row for one in range(1, ARTICLES + 1) for row in lines(one)])


def web_page(articles: int) -> str:
    rows = "".join(f"<p><b>{row}</b></p>" for n in range(1, articles + 1) for row in lines(n))
    return f"<!doctype html><html><body><div><p>Số: {number(0)}</p>{rows}</div></body></html>"


def phap_dien(articles: int) -> str:
    note = f"<p class='pGhiChu'>(Điều {{n}} Nghị định số {number(0)} về phòng)</p>"
    rows = (
        f"<p class='pDieu'>Điều 1.1.NĐ.1.{n}. Việc</p>{note.format(n=n)}<p class='pNoiDung'>"
        + "".join(f"<p>{row}</p>" for row in lines(n)[1:])
        for n in range(1, articles + 1)
    )
    return f"<div class='_content'>{''.join(rows)}</div>"


def make(folder: Path, articles: int) -> None:
    """A project of so many articles in instruments of a hundred, with their official files."""
    outline = ", ".join(f"{{so: {n}, khoan: {{1: '', 2: ab, 3: ''}}}}" for n in range(1, 101))
    for instrument in range(articles // ARTICLES):
        home = folder / "docs/van-ban" / f"nghi-dinh-{1000 + instrument}-2020-nd-cp"
        home.mkdir(parents=True)
        whole = f"{{day-du: true, dieu: [{outline}]}}"
        told = van_ban(so=number(instrument), ma=f"nd{1000 + instrument}", muc_luc=whole)
        (home / "van-ban.yml").write_text(told, encoding="utf-8")
        (home / "index.md").write_text(f"# Nghị định {number(instrument)}\n", encoding="utf-8")
        (folder / f"{home.name}.txt").write_text(text(instrument), encoding="utf-8")
    (folder / "docs/index.md").write_text("# Nhà\n", encoding="utf-8")
    (folder / "dia-chi.txt").write_text(f"{counted('')}\n", encoding="utf-8")
    settings = f"site_name: Đo\nextra:\n  ngay-kiem-tra: {CHECKED}\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def measure(folder: Path) -> dict[str, float]:
    """Seconds of each step on the project in ``folder``, and the memory of this process (MB)."""
    told: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object]) -> None:
        begin = time.process_time()
        act()
        told[name] = time.process_time() - begin

    def bring_in() -> None:
        corpus = open_project(folder).corpus
        for slug, instrument in corpus.instruments.items():
            found = take_in(folder / f"{slug}.txt", instrument, CHECKED)
            assert not found.differences
            home = folder / "docs" / Path(instrument.file).parent
            (home / FILE).write_text(found.text(instrument), encoding="utf-8")

    def check() -> None:
        problems = [one for one in open_project(folder).problems if one.file != LEDGER_FILE]
        assert not problems, problems[:3]

    timed("import", bring_in)
    timed("check", check)
    timed("export", lambda: Given(open_project(folder).library).write(folder / "out"))
    told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return told


def collections(sizes: tuple[int, ...]) -> None:
    print("\nCollections with official wording, seconds; ms is for one article, all steps together")
    heads = ("articles", "import", "check", "export", "ms", "growth", "memory")
    print("".join(f"{head:>10}" for head in heads))
    first = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), size)
            command = [sys.executable, __file__, "--measure", folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        told = json.loads(done.stdout)
        steps = [told[name] for name in ("import", "check", "export")]
        each = sum(steps) / size * 1000
        first = first or each
        cells = [f"{size}", *(f"{step:.1f}" for step in steps), f"{each:.2f}"]
        cells += [f"×{each / first:.2f}", f"{told['memory']:.0f} MB"]
        print("".join(f"{cell:>10}" for cell in cells), flush=True)


def pages(folder: Path, articles: tuple[int, ...]) -> None:
    """Megabytes of HTML a second, the best of three, at growing sizes."""
    make(folder, ARTICLES)
    (instrument,) = open_project(folder).corpus.instruments.values()
    print(f"Import of HTML (at least {LEAST:.0f} MB/s is wanted)")
    for name, form in (("saved web page", web_page), ("Bộ pháp điển", phap_dien)):
        speeds = [speed(folder, form(count), instrument) for count in articles]
        shown = ", ".join(f"{size:.1f} MB: {rate:.1f} MB/s" for size, rate in speeds)
        verdict = "" if min(rate for _, rate in speeds) >= LEAST else "  TOO SLOW"
        print(f"{name:<16} {shown}{verdict}", flush=True)


def speed(folder: Path, page: str, instrument: Instrument) -> tuple[float, float]:
    file = folder / "trang.html"
    file.write_text(page, encoding="utf-8")
    best = 1e9
    for _ in range(3):
        begin = time.process_time()
        take_in(file, instrument, date(2026, 1, 1))
        best = min(best, time.process_time() - begin)
    size = file.stat().st_size / 1e6
    return size, size / best


def main() -> None:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--quick", action="store_true", help="a tenth of the articles")
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
        return
    least = 10 if given.quick else 1
    with tempfile.TemporaryDirectory() as folder:
        pages(Path(folder), tuple(count // least for count in (300, 1_200, 4_800)))
    collections(tuple(size // least // ARTICLES * ARTICLES for size in SIZES))


if __name__ == "__main__":
    main()
