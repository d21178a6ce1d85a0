"""A release: the same bytes each time, and whoever gets it can check it."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from vanban.commands.release import BILL, NAME, SUMS, packed
from vanban.publish.zipped import Span

PINS = "babel==2.18.0\n"
SPAN = Span(datetime(2026, 1, 1), timedelta(minutes=10))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "sw.js", "van-ban/index.html", "assets/Ảnh.png"):
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, "utf-8")
    (tmp_path / "site" / SUMS).write_text("of what the site gives away", "utf-8")
    return tmp_path / "site"


def test_two_releases_are_the_same(site: Path, tmp_path: Path) -> None:
    made = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        made.append(
            [one.read_bytes() for one in packed(site, PINS, "2026-01-02", tmp_path / folder, SPAN)]
        )
        for file in site.rglob("*"):
            file.touch()
    assert made[0] == made[1]


def test_the_sums_are_checked_by_the_tool_that_people_have(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    packed(site, PINS, "2026-01-02", out, SPAN)
    check = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    assert subprocess.run(check, cwd=out, check=False).returncode == 0
    with ZipFile(out / f"{NAME}-2026-01-02.zip") as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        archive.extractall(out)
    inside = out / f"{NAME}-2026-01-02"
    assert subprocess.run(check, cwd=inside, check=False).returncode == 0
    named = {line.split("  ")[1] for line in (inside / SUMS).read_text("utf-8").splitlines()}
    assert named == {"index.html", "sw.js", "van-ban/index.html", "assets/Ảnh.png"}
    (inside / "index.html").write_text("khác")
    done = subprocess.run(check, cwd=inside, check=False, capture_output=True)
    assert done.returncode == 1
    (out / BILL).write_text("{}")
    assert subprocess.run(check, cwd=out, check=False, capture_output=True).returncode == 1
    shutil.rmtree(out)


def test_a_page_changed_at_the_same_length_has_another_date(site: Path, tmp_path: Path) -> None:
    """Servers and rsync tell files apart by length and date: the old page would be read on."""
    dates = []
    for day, page in (("2026-01-02", "phạt 10 triệu"), ("2026-01-03", "phạt 20 triệu")):
        (site / "index.html").write_text(page, "utf-8")
        out = tmp_path / day
        out.mkdir()
        packed(site, PINS, day, out, SPAN)
        with ZipFile(out / f"{NAME}-{day}.zip") as archive:
            files = [archive.getinfo(f"{NAME}-{day}/{one}") for one in ("index.html", "sw.js")]
        dates.append([file.date_time for file in files])
    (before, same), (after, still) = dates
    assert before != after
    assert same == still
    assert max(before, after, same) < (2026, 1, 2)
