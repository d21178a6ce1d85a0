"""An official text comes in: compared, reported, written, read back, never over work by hand."""

from __future__ import annotations

import argparse
import json
import os
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from samples import van_ban
from vanban.commands import import_text
from vanban.commands.usage import UsageError
from vanban.law.corpus_source import load_corpus
from vanban.law.wording import check, read_wording
from vanban.official.importing import take_in
from vanban.official.structure import LEFT_OUT
from vanban.project import Project, open_project

SLUG = "nghi-dinh-1-2020-nd-cp"
HOME = f"docs/van-ban/{SLUG}"
TEXT = """Số: 1/2020/NĐ-CP
Hà Nội, ngày 15 tháng 01 năm 2020
Căn cứ Luật Thử nghiệm;
Điều 1. Mở *cửa*
1. Ai mở thì:
a) Báo <b>cổng</b>;
b) Ghi sổ [1];
c) Trả chìa;
d) Về;
đ) Khóa.
Sau đó nghỉ.
2. # Không mở ban đêm.
Điều 2. Hiệu lực
Nghị định này có hiệu lực ngay.
Nơi nhận:
- Các phòng.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    home = tmp_path / HOME
    home.mkdir(parents=True)
    (home / "van-ban.yml").write_text(van_ban(), encoding="utf-8")
    (home / "index.md").write_text("# Nghị định 1\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Nhà\n", encoding="utf-8")
    settings = "site_name: Thử\nextra:\n  ngay-kiem-tra: 2026-08-14\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "thu.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


Run = Callable[..., int]


@pytest.fixture
def run(root: Path) -> Run:
    parser = argparse.ArgumentParser()
    import_text.add(parser.add_subparsers())

    def opened() -> Project:
        return open_project(root)

    def start(*arguments: str, file: str = "thu.txt") -> int:
        options = parser.parse_args(["import", str(root / file), "--to", SLUG, *arguments])
        return import_text.run(options, opened)

    return start


def written(root: Path) -> str:
    file = root / HOME / "nguyen-van.md"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def test_the_report_counts_every_line(
    run: Run, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--json", "--dry-run") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"chapters": 0, "articles": 2, "clauses": 2, "points": 5}
    assert report["differences"] == []
    assert report["lines"]["total"] == len(TEXT.splitlines())
    assert (
        report["lines"] | {"preamble": 3, "signature": 2, "heading": 2, "text": 9}
        == report["lines"]
    )
    assert written(root) == ""


def test_what_was_written_is_what_came(run: Run, root: Path) -> None:
    """Letter for letter, whatever a line holds: no list, no markup, no heading is made of it."""
    assert run("--source", "https://congbao.example/1") == 0
    kept = read_wording(written(root))
    assert kept is not None
    assert kept.changed == kept.lost == ()
    assert kept.provenance["tep"] == "thu.txt"
    assert kept.provenance["dia-chi"] == "https://congbao.example/1"
    units = {unit.id: lines for unit, lines in kept.lines.items()}
    assert units["dieu-1"] == ("Điều 1. Mở *cửa*",)
    assert units["dieu-1-khoan-1"] == ("1. Ai mở thì:", "Sau đó nghỉ.")
    assert units["dieu-1-khoan-1-diem-a"] == ("a) Báo <b>cổng</b>;",)
    assert units["dieu-1-khoan-2"] == ("2. # Không mở ban đêm.",)
    assert units["dieu-2"] == ("Điều 2. Hiệu lực", "Nghị định này có hiệu lực ngay.")
    assert oct((root / HOME / "nguyen-van.md").stat().st_mode & 0o777) == "0o644"
    assert [file.name for file in (root / HOME).iterdir() if file.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("đ) Khóa.\n", "", "mục lục có điểm đ khoản 1 Điều 1, tệp không có"),
        ("2. #", "2. Hai.\n3. #", "tệp có khoản 3 Điều 1, mục lục không có"),
        ("Điều 2.", "Điều 3.", "tệp có Điều 3, mục lục không có"),
        ("15 tháng 01", "16 tháng 01", "ngày trong tệp là 16/01/2020"),
        ("Số: 1/2020/NĐ-CP\n", "", "trong tệp không thấy số của văn bản"),
    ],
)
def test_differences_stop_it_until_they_are_accepted(
    run: Run, root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    (root / "thu.txt").write_text(TEXT.replace(old, new), encoding="utf-8")
    status = run()
    told = capsys.readouterr().out
    assert status == 1
    assert message in told
    assert "--accept-differences" in told
    assert written(root) == ""
    assert run("--accept-differences") == 0
    assert written(root) != ""


def test_another_instrument_is_refused(run: Run, root: Path) -> None:
    (root / "thu.txt").write_text(TEXT.replace("1/2020/NĐ-CP", "7/2021/NĐ-CP"), encoding="utf-8")
    with pytest.raises(UsageError, match=r"văn bản số 7/2021/NĐ-CP, không phải 1/2020/NĐ-CP"):
        run("--accept-differences", "--force")
    assert written(root) == ""


def test_nothing_without_articles_comes_in(run: Run, root: Path) -> None:
    (root / "thu.txt").write_text("Số: 1/2020/NĐ-CP\nMột tờ trình.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="không có điều nào"):
        run("--accept-differences")


def test_work_by_hand_is_not_lost(run: Run, root: Path) -> None:
    run()
    file = root / HOME / "nguyen-van.md"
    first = written(root)
    assert run() == 0  # the same again is no loss
    file.write_text(first.replace("Ghi sổ", "Ghi vào sổ"), encoding="utf-8")
    kept = read_wording(written(root))
    assert kept is not None
    assert [unit.id for unit in kept.changed] == ["dieu-1-khoan-1-diem-b"]
    with pytest.raises(UsageError, match="--force"):
        run()
    assert "Ghi vào sổ" in written(root)
    assert run("--force") == 0
    assert written(root) == first


def test_each_appendix_is_a_part_of_its_own(run: Run, root: Path) -> None:
    """With a digest of its own, as the preamble and the signature have one."""
    more = "PHỤ LỤC I\nMẫu sổ\n1. Cột.\nPHỤ LỤC II\nMẫu bảng\n"
    (root / "thu.txt").write_text(TEXT + more, encoding="utf-8")
    assert run() == 0
    kept = read_wording(written(root))
    assert kept is not None
    assert kept.parts == {
        "mo-dau": tuple(TEXT.splitlines()[:3]),
        "ky": ("Nơi nhận:", "- Các phòng."),
        "phu-luc-1": ("PHỤ LỤC I", "Mẫu sổ", "1. Cột."),
        "phu-luc-2": ("PHỤ LỤC II", "Mẫu bảng"),
    }
    file = root / HOME / "nguyen-van.md"
    file.write_text(written(root).replace("Mẫu bảng", "Mẫu khác"), encoding="utf-8")
    kept = read_wording(written(root))
    assert [one.message for one in check(kept, "x")] == ["Phụ lục 2 không còn như khi nhập vào"]
    with pytest.raises(UsageError, match="--force"):
        run()


def test_no_markup_of_a_file_reaches_a_page(run: Run, root: Path) -> None:
    page = "<p>Số: 1/2020/NĐ-CP</p><p>Điều 1. A</p><p>1. <img src=x onerror=alert(1)>&lt;b&gt;x</p>"
    (root / "thu.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    assert run("--accept-differences", file="thu.html") == 0
    assert "<img" not in written(root)
    assert r"\<b\>x" in written(root)


REAL = {
    "luat-24-2018-qh14": ("phapdien-demuc-1.11-an-ninh-mang.html", (43, 164, 175)),
    "nghi-dinh-72-2013-nd-cp": ("phapdien-demuc-3.3-cong-nghe-thong-tin.html", (77, 345, 320)),
    "nghi-dinh-174-2026-nd-cp": ("nghi-dinh-174-2026-nd-cp.docx", (117, 525, 1226)),
}
"""Official files that are not ours to ship, with the articles, clauses and points of each."""


@pytest.mark.filterwarnings("default:OFFICIAL_TEXTS")
def test_official_files_where_they_are_at_hand() -> None:
    """``OFFICIAL_TEXTS`` names their folder."""
    folder = Path(os.environ.get("OFFICIAL_TEXTS", "")).absolute()
    corpus = load_corpus(Path(__file__).resolve().parents[2] / "docs")
    for slug, (name, wanted) in REAL.items():
        file = folder / name
        if not file.is_file():
            warnings.warn(f"OFFICIAL_TEXTS: no {name} in {folder}: not tried", stacklevel=1)
            continue
        found = take_in(file, corpus.instruments[slug], date(2026, 1, 1))
        assert (found.counts["articles"], found.counts["clauses"], found.counts["points"]) == wanted
        lines = [one.line for one in found.structure.placed]
        assert lines == list(found.source.lines)
        kept = read_wording(found.text(corpus.instruments[slug]))
        assert kept is not None
        assert sorted(line for rows in kept.lines.values() for line in rows) == sorted(
            one.line.text
            for one in found.structure.placed
            if one.unit is not None and one.use not in LEFT_OUT
        )
