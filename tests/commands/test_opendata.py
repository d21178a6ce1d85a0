"""``hooks show`` and ``hooks export``, on the invented project."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from building import copy_invented, hooks
from command_line import Run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_invented(tmp_path_factory.mktemp("opendata") / "project")


def started(project: Path, *arguments: str, seed: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "hooks", *arguments],
        cwd=project,
        env={"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )


def test_show_says_each_article_and_what_differs_below(project: Path) -> None:
    done = hooks(project, "show", "nghi-dinh-44-2024-nd-cp", "--on", "2025-03-01")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Nghị định 44/2024/NĐ-CP, ngày 01/3/2025:",
        "◐ Cả văn bản: còn hiệu lực một phần [cách đọc của người biên soạn]",
        "◐ Điều 4: còn hiệu lực một phần [cách đọc của người biên soạn]",
        "● Khoản 1 Điều 4: còn hiệu lực [cách đọc của người biên soạn]",
        (
            "■ Khoản 2 Điều 4: hết hiệu lực từ 01/02/2025 [văn bản nêu rõ]; đứng thay: "
            "khoản 1 Điều 1 Nghị định 55/2025/NĐ-CP [văn bản nêu rõ]"
        ),
        "● Khoản 3 Điều 4: còn hiệu lực [cách đọc của người biên soạn]",
        "◆ Điều 5: chưa rõ hiệu lực; chưa rõ nơi nào đứng thay vào ngày ấy",
        "● còn  ◐ còn một phần  ■ hết  ○ chưa bắt đầu  ◆ chưa rõ",
    ]


def test_show_for_programs(run: Run) -> None:
    unit = "luat-11-2012-qh13#dieu-5-khoan-2"
    done = run("show", unit, "--on", "2024-06-01", "--json")
    (first, *_) = json.loads(done.out)
    assert first == {
        "target": unit,
        "state": "ended",
        "place": "found",
        "units": ["luat-22-2023-qh15#dieu-7-khoan-2-diem-a"],
        "in_part": True,
        "about": unit,
        "comparison": ["single", "unknown"],
        "certainty": "stated",
        "checked": "2025-05-18",
    }


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("luat-1", "--on", "2020-01-01"), "không có văn bản “luat-1” trong kho"),
        (("luat-11-2012-qh13#dieu-99",), "không có “dieu-99”"),
        (("luat-11-2012-qh13", "--on", "1/1/2020"), "không phải ngày, viết YYYY-MM-DD"),
    ],
)
def test_show_says_what_is_wrong(run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = run("show", *arguments)
    assert done.status == 2
    assert told in done.told


def test_export_writes_everything_the_same_each_time(project: Path, tmp_path: Path) -> None:
    written = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        done = started(project, "export", str(folder), seed=seed)
        assert done.returncode == 0, done.stderr
        files = [file for file in folder.rglob("*") if file.is_file()]
        written.append({file.relative_to(folder).as_posix(): file.read_bytes() for file in files})
    first, second = written
    assert first == second
    sums = first.pop("SHA256SUMS").decode()
    told = {line[66:]: line[:64] for line in sums.splitlines()}
    assert told == {name: hashlib.sha256(content).hexdigest() for name, content in first.items()}
    slugs = [row["slug"] for row in json.loads(first["api/v1/instruments.json"])["instruments"]]
    assert {f"van-ban/{slug}/akn.xml" for slug in slugs if slug != "cong-van"} <= set(first)
    assert {"cong-van/akn.xml", "api/v1/concordance.csv", "api/v1/index.json"} <= set(first)


def test_export_refuses_what_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    done = run("export", tmp_path / "tep")
    assert done.status == 2
    assert "không phải thư mục" in done.told
