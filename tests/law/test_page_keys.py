"""Front matter: unknown keys and wrong values are told on their line of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import corpus_of, messages
from vanban.law.loading import read_page


@pytest.mark.parametrize(
    ("folder", "line", "message"),
    [
        ("a", "tomtat: chữ", "tomtat: khóa lạ ở đầu trang → có phải “tom-tat”?"),
        ("a", "zzz: chữ", "zzz: khóa lạ ở đầu trang → các khóa: title"),
        ("a", "thu-tu: ba", "thu-tu: “ba” không phải số"),
        ("a", "thu-tu: 0", "thu-tu: “0” không phải số"),
        ("a", "thu-tu: -1", "thu-tu: “-1” không phải số"),
        ("a", "thu-tu: ٣", "thu-tu: “٣” không phải số"),
        ("a", "thu-tu: [1]", "thu-tu: “một danh sách” không phải số"),
        ("a", "search: {boost: 2}", "search: khóa lạ ở đầu trang"),
        ("a", "thu-tu:", "thu-tu: “trống” không phải số"),
        ("a", "thoi-diem: 15/9/2026", "thoi-diem: “15/9/2026” không phải ngày"),
        ("a", "thoi-diem: 2O26-09-15", "thoi-diem: “2O26-09-15” không phải ngày → có phải 2026-09"),
        (
            "a",
            "nhom: hoc-sinh\nmuc-phat: x",
            "nhom, muc-phat: khóa của trang trong tinh-huong/, mà tệp này nằm ở thư mục khác",
        ),
        ("a", "thoi-diem: 20260915", "thoi-diem: “20260915” không phải ngày"),
        ("a", "thoi-diem: 2026-02-30", "thoi-diem: không có ngày 2026-02-30 trong lịch"),
        ("a", "tom-tat: [x]", "tom-tat: cần một dòng chữ"),
        ("a", "tom-tat:", "tom-tat: cần một dòng chữ"),
        ("a", "tom-tat: Xem [[Điều 1]]", "tom-tat: [[…]] chỉ dùng trong thân trang"),
        ("tinh-huong", "muc-phat: ['[[Điều 1]]']", "muc-phat: [[…]] chỉ dùng trong thân trang"),
        ("a", "hide: toc", "hide: cần một danh sách phần của trang"),
        ("a", "trang: bang", "trang: “bang” không phải kiểu trang"),
        ("tap-huan", "phut: mười", "phut: “mười” không phải số"),
        ("a", "phut: 10", "phut: khóa này chỉ dùng cho trang trong tap-huan/"),
        ("tinh-huong", "nhom: [x]", "nhom: cần một dòng chữ"),
        ("tap-huan", "nhom: x", "nhom: khóa này chỉ dùng cho trang trong tinh-huong/"),
        (
            "tap-huan",
            "tra-loi: x",
            "tra-loi: khóa này chỉ dùng cho trang trong tinh-huong/ và hom-nay/",
        ),
        ("hom-nay", "tra-loi: Không.", "tra-loi: câu trả lời phải mở bằng vế quyết định, in đậm"),
        ("hom-nay", "tra-loi: [x]", "tra-loi: cần một dòng chữ"),
        ("tinh-huong", "muc-phat:", "muc-phat: cần một dòng chữ, hoặc một danh sách"),
        ("tinh-huong", "muc-phat: [a, a]", "muc-phat: có mục ghi hai lần"),
        ("tinh-huong", "muc-phat: [a, b, c, d]", "muc-phat: quá 3 điều khoản"),
        ("tinh-huong", "gan-giong: a", "gan-giong: cần đúng 3 chuyện"),
        ("tinh-huong", "gan-giong: [a, b]", "gan-giong: cần đúng 3 chuyện"),
        ("tinh-huong", "gan-giong: [a, b, b]", "gan-giong: có mục ghi hai lần"),
        ("a", "- x", "đầu trang phải là các khóa: giá trị"),
    ],
)
def test_a_wrong_key(tmp_path: Path, folder: str, line: str, message: str) -> None:
    first = "" if line.startswith("-") else "title: Tên\n"
    corpus = corpus_of(tmp_path, {f"{folder}/a.md": f"---\n{first}{line}\n---\n\n# Tên\n"})
    (told,) = messages(corpus)
    assert told.startswith(f"docs/{folder}/a.md:{2 + bool(first)}:1: {message}")
    assert corpus.unreadable == ()
    assert f"{folder}/a.md" in corpus.pages


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("tom-tat: Buổi: nói", "3:14", "trong giá trị có dấu hai chấm"),
        ("tom-tat: &a [*a]", "3:10", "giá trị không được bắt đầu bằng “&”"),
        ("\ttom-tat: x", "3:1", "dòng này thụt vào bằng phím Tab"),
        ('tom-tat: "\\0"', "3:10", "giá trị chứa ký tự điều khiển"),
    ],
)
def test_front_matter_that_cannot_be_read(
    tmp_path: Path, line: str, place: str, message: str
) -> None:
    corpus = corpus_of(tmp_path, {"a/a.md": f"---\ntitle: Tên\n{line}\n---\n\n# Tên\n"})
    (told,) = map(str, corpus.unreadable)
    assert told.startswith(f"docs/a/a.md:{place}: {message}")


def test_what_is_right(tmp_path: Path) -> None:
    keys = "title: Tên\ntom-tat: Một: hai\n".replace("Một: hai", "'Một: hai'")
    text = f"---\n{keys}thu-tu: 12\nthoi-diem: 2019-11-30\nhide:\n  - toc\n---\n\n# Tên\n"
    corpus = corpus_of(tmp_path, {"a/a.md": text, "a/b.md": "---\n\n---\n# B\n", "a/c.md": "# C\n"})
    assert messages(corpus) == []
    assert corpus.pages["a/a.md"].meta["tom-tat"] == "Một: hai"


def test_a_page_knows_where_its_keys_stand() -> None:
    page = read_page("---\ntitle: a\nnhom: x\n---\n# T\n", "a.md", None)
    assert page.has_key("nhom")
    assert not page.has_key("phut")
    assert (page.key_place("nhom").line, page.key_place("phut").line) == (3, 2)
