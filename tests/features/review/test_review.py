"""After a change: which places are read again, that they were read, and what is due next."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from synthetic.pages import copied
from vanban.features.review import command
from vanban.features.review.command import Review, UnknownTargetError
from vanban.features.review.eye import BOOK_FILE, read_book
from vanban.project import open_project

SLUG = "nghi-dinh-44-2024-nd-cp"
DAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("review"))


@pytest.fixture
def project(shared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shared, tmp_path / "project"))


def review(root: Path, day: date = DAY) -> Review:
    opened = open_project(root)
    return Review(opened.library, opened.quiz, root, opened.prefix, day)


def listed(root: Path, name: str) -> list[str]:
    asked = review(root)
    return [line.strip() for line in asked.listed(asked.target(name))]


@pytest.mark.parametrize(
    "place",
    [
        # the folder itself
        f"docs/van-ban/{SLUG}/van-ban.yml:1: ",
        f"docs/van-ban/{SLUG}/dieu-4.md:3: khoản 1 Điều 4",
        # what others claim: a comparison, a relation, a note or a title that names it
        "docs/van-ban/luat-11-2012-qh13/van-ban.yml:37: doi-chieu",
        "docs/van-ban/luat-22-2023-qh15/van-ban.yml:14: quan-he",
        "docs/van-ban/nghi-dinh-55-2025-nd-cp/van-ban.yml:10: quan-he",
        "docs/cong-van/van-ban.yml:21: doi-chieu",
        # cards, a table, a situation, a question, the corrections
        "docs/hom-nay/muc-phat.md:17: khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        "docs/hom-nay/muc-phat.md:13: khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        "docs/tinh-huong/quen-so.md:12: khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        # the head of a page: its answer, its fines
        "docs/tinh-huong/do-mau.md:4: Nghị định 44/2024/NĐ-CP",
        "docs/tinh-huong/do-mau.md:8: điểm a khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        "docs/tap-huan/cau-hoi/phong-thu.yml:23: khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        # a row of the table of fines, in the file that the page draws in
        "docs/hom-nay/muc-phat.yml:11: điểm b khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        "docs/hom-nay/muc-phat.yml:19: điểm a khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        "dinh-chinh.yml:2: muc-cua-ai",
    ],
)
def test_every_kind_of_place_is_listed(shared: Path, place: str) -> None:
    assert any(line.startswith(place) for line in listed(shared, SLUG)), place


def test_a_unit_lists_what_names_it_holds_it_or_stands_in_it(shared: Path) -> None:
    told = "\n".join(listed(shared, f"{SLUG}#dieu-4-khoan-2"))
    assert "docs/hom-nay/muc-phat.md:19: khoản 2 Điều 4" in told
    assert f"docs/van-ban/{SLUG}/dieu-4.md:1: Điều 4" in told  # holds it
    assert f"docs/van-ban/{SLUG}/dieu-4.md:23: điểm a khoản 2 Điều 4" in told  # stands in it
    assert "quen-so.md" not in told  # speaks of another clause
    assert "quan-he" not in told  # speaks of the whole


@pytest.mark.parametrize("name", ["khong-co", f"{SLUG}#dieu-99", f"{SLUG}#khoan", f"{SLUG}#"])
def test_what_is_not_there_is_told(shared: Path, name: str) -> None:
    if name.endswith("#"):  # a slug with an empty unit is the whole
        assert str(review(shared).target(name)) == SLUG
        return
    with pytest.raises(UnknownTargetError):
        review(shared).target(name)


def record(root: Path, name: str, day: date) -> None:
    asked = review(root, day)
    (root / BOOK_FILE).write_text(asked.recorded(asked.target(name)), encoding="utf-8")


def append(root: Path, name: str, text: str) -> None:
    file = root / "docs/van-ban" / SLUG / name
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_reading_is_kept_and_what_changed_since_is_told(project: Path) -> None:
    assert "Chưa ghi lần đọc lại nào." in listed(project, SLUG)
    record(project, SLUG, date(2025, 5, 30))
    record(project, f"{SLUG}#dieu-4-khoan-1", date(2025, 5, 31))
    assert "Đọc lại lần gần nhất 30/5/2025; chưa đổi gì." in listed(project, SLUG)
    assert not review(project).due()[1]
    append(project, "dieu-4.md", "\nThêm một câu.\n")
    assert "Đọc lại lần gần nhất 30/5/2025; từ đó đã đổi: dieu-4.md." in listed(project, SLUG)
    lines, overdue = review(project).due()
    assert overdue
    assert f"  {SLUG} (đọc lại 30/5/2025): dieu-4.md" in lines
    assert not any("#dieu-4-khoan-1 " in line for line in lines)  # its own words are as they were


def test_a_unit_is_due_when_its_words_or_its_validity_change(project: Path) -> None:
    name = f"{SLUG}#dieu-4-khoan-3"
    record(project, name, date(2025, 5, 30))
    append(project, "dieu-4.md", "\nThêm một câu.\n")  # below the last heading, khoản 3
    assert f"  {name} (đọc lại 30/5/2025): loi" in review(project).due()[0]
    record(project, name, date(2025, 5, 31))
    file = project / "docs/van-ban" / SLUG / "van-ban.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("mot-phan, tu: 2024-03-01", "mot-phan, tu: 2024-03-02"), "utf-8")
    assert f"  {name} (đọc lại 31/5/2025): hieu-luc" in review(project).due()[0]


def test_a_line_of_the_book_that_cannot_be_read_is_told(project: Path) -> None:
    record(project, SLUG, DAY)
    book = project / BOOK_FILE
    readings, wrong = read_book(book.read_text(encoding="utf-8"))
    assert [*readings] == [SLUG]
    assert wrong == []
    book.write_text(book.read_text(encoding="utf-8") + f"{SLUG} 2025-02-30 a=12345678\n", "utf-8")
    lines, overdue = review(project).due()
    assert lines[0].startswith(f"{BOOK_FILE}:3:1: dòng này không đọc được")
    assert overdue


def test_the_oldest_comes_first_then_what_most_pages_lean_on(shared: Path) -> None:
    rows = review(shared).due(whole=True)[0][1:]
    assert "kiểm tra 18/5/2025" in next(row for row in rows if "luat-11-2012" in row)
    weights = [int(row.partition("), ")[2].split()[0]) for row in rows]
    assert weights == sorted(weights, reverse=True)  # of one age, within a month
    late, overdue = review(shared, date(2025, 11, 19)).due(whole=True)
    assert overdue
    # luat-11-2012 was checked two days before the others, and is six whole months old first
    assert "luat-11-2012" in late[1]
    assert "(6 tháng)" in late[1]
    assert not review(shared, date(2025, 11, 18)).due()[1]


def test_a_book_that_cannot_be_read_is_not_written_over(project: Path) -> None:
    """What it says of other readings would be lost."""
    record(project, SLUG, DAY)
    book = project / BOOK_FILE
    book.write_text(book.read_text(encoding="utf-8") + f"{SLUG} 2025-02-30 a=12345678\n", "utf-8")
    asked = review(project)
    with pytest.raises(UnknownTargetError, match=rf"{BOOK_FILE}:3:1: dòng này không đọc được"):
        asked.recorded(asked.target(SLUG))


def test_only_the_first_rows_are_told_unasked(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = review(shared).due(whole=True)[0]
    monkeypatch.setattr(command, "MOST", 3)
    assert review(shared).due(whole=True)[0] == whole
    rest = len(whole) - 4
    told = [*whole[:4], f"Còn {rest} văn bản nữa: thêm --all để xem hết."]
    assert review(shared).due()[0] == told
    monkeypatch.setattr(command, "MOST", len(whole) - 1)
    assert review(shared).due()[0] == whole
