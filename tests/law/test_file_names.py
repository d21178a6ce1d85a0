"""Names of files: what nobody would read, and what would make an address hard to send."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from unittest.mock import Mock

import pytest
from editors_words import assert_known
from samples import corpus_of, messages, van_ban
from vanban.law import bare_folders, file_names
from vanban.law.file_names import addresses, unread
from vanban.law.instrument import parse_target

SETS = "tap-huan/cau-hoi"

ARTICLE = parse_target("a#dieu-1")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("van-ban/x/van-ban.yaml", "van-ban.yml"),
        ("van-ban/x/van-ban.yml.txt", "van-ban.yml"),
        ("van-ban/x/Van-ban.yml", "van-ban.yml"),
        ("van-ban/x/van-ban.YML", "van-ban.yml"),
        ("van-ban/x/van-ban (1).yml", "van-ban.yml"),
        ("van-ban/x/vanban.yml", "van-ban.yml"),
        ("tinh-huong/moi.md.txt", "moi.md"),
        ("tinh-huong/moi.MD", "moi.md"),
        ("tinh-huong/moi.markdown", "moi.md"),
        (f"{SETS}/bo.yaml", "bo.yml"),
        (f"{SETS}/bo.yml.txt", "bo.yml"),
    ],
)
def test_a_file_that_nobody_reads(name: str, wanted: str) -> None:
    (problem,) = unread([name], SETS, "docs")
    assert_known([problem])
    assert problem.file == f"docs/{name}"
    assert problem.suggestion == f"đổi tên thành {wanted}"


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("van-ban/x/van-ban (1).yml", "van-ban.yml"),  # as a browser names what is there
        ("van-ban/x/van-ban.yml.txt", "van-ban.yml"),
        ("tinh-huong/moi.MD", "moi.md"),
        ("tinh-huong/Moi.md", "moi.md"),
        ("Tinh-huong/cu.md", "tinh-huong"),
        ("a/moi.txt", "moi.md"),
    ],
)
def test_no_advice_writes_over_what_is_there(tmp_path: Path, name: str, beside: str) -> None:
    """A file that is given another's name takes its place, no word said."""
    folder, _, last = name.rpartition("/")
    right = f"{folder}/{beside}" if "." in beside else "tinh-huong/moi.md"
    texts = {name: "# Mới\n", right: van_ban() if beside.endswith("yml") else "# Mới\n"}
    corpus = corpus_of(tmp_path, {**texts, "index.md": "# Nhà\n"})
    told = [*corpus.unreadable, *corpus.problems]
    (problem,) = [one for one in told if one.file.endswith(last) and beside in one.suggestion]
    assert_known([problem])
    assert problem.suggestion.startswith(f"{beside} đã có bên cạnh: ")


def test_files_that_would_all_get_one_name(tmp_path: Path) -> None:
    """A copied folder of questions: renamed so, one would be left of them."""
    names = [f"{SETS}-cu/{one}.yml" for one in ("mot", "hai")]
    problems = unread(names, SETS, "docs")
    assert_known(problems)
    assert [one.file for one in problems] == [f"docs/{name}" for name in names]
    assert {one.suggestion for one in problems} == {
        f"câu hỏi thì chuyển vào docs/{SETS}/; bản chép thì xóa"
    }
    problems = unread(["van-ban/x/van-ban.yaml", "van-ban/x/van-ban (1).yml"], SETS, "docs")
    assert_known(problems)
    assert {one.suggestion for one in problems} == {
        "chọn tệp đúng, đổi tên thành van-ban.yml, rồi xóa các tệp kia"
    }


@pytest.mark.parametrize("name", ["~$dieu-5.md", "~WRL0001.tmp", "dieu-5.md~", "dieu-5.md.bak"])
def test_what_a_program_left_is_told_and_not_read(tmp_path: Path, name: str) -> None:
    (problem,) = unread([f"van-ban/x/{name}"], SETS, "docs")
    assert_known([problem])
    corpus = corpus_of(tmp_path, {f"van-ban/x/{name}": "# Điều 1\n", "index.md": "# Nhà\n"})
    assert list(corpus.pages) == ["index.md"]


@pytest.mark.parametrize("name", ["tinh-huong/con.md", "tra-cuu/aux/index.md"])
def test_a_name_that_windows_cannot_write(name: str) -> None:
    (problem,) = addresses([name], "docs")
    assert_known([problem])
    assert "Windows giữ tên này" in problem.message
    assert addresses(["tinh-huong/con-em.md", "tra-cuu/cong.md"], "docs") == []


def test_a_file_of_word_is_no_page(tmp_path: Path) -> None:
    page = "# Nhà\n\nTải [mẫu](mau%20don.docx).\n"
    names = {"mau don.docx": "x", "chuyen.docx": "x", "index.md": page}
    problems = corpus_of(tmp_path, names).unreadable
    assert_known(problems)
    assert [one.file for one in problems] == ["docs/chuyen.docx"]


def test_a_page_that_ends_with_txt(tmp_path: Path) -> None:
    texts = {
        "moi.txt": "\ufeff---\nnhom: hoc-sinh\n---\n\n# Mới\n",
        "robots.txt": "# Mọi máy\nUser-agent: *\n",  # at the top of a site a remark begins so
        "a/mau.txt": "# Mẫu\n",
    }
    (problem,) = corpus_of(
        tmp_path, {**texts, "index.md": "# Nhà\n\n[Mẫu](a/mau.txt)\n"}
    ).unreadable
    assert_known([problem])
    assert (problem.file, problem.suggestion) == ("docs/moi.txt", "đổi tên thành moi.md")


@pytest.mark.parametrize(
    "name",
    [
        "van-ban/x/van-ban.yml",
        "a/moi.md",
        f"{SETS}/bo.yml",
        "a/anh.png",
        "a/ghi-chu.txt",
        "robots.txt",
    ],
)
def test_a_name_that_is_right_or_not_ours(name: str) -> None:
    assert unread([name], SETS, "docs") == []


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("tinh-huong/đăng ảnh lớp 2.md", "dang-anh-lop-2.md"),
        ("tinh-huong/Moi.md", "moi.md"),
        ("tinh-huong/a b.md", "a-b.md"),
        ("Tình huống/a.md", "tinh-huong"),
        (unicodedata.normalize("NFD", "a/điều-6.md"), "dieu-6.md"),
        ("tinh-huong/lua-dao-zalo.me.md", "lua-dao-zalo-me.md"),
        ("van-ban/luat-9.2025.qh15/van-ban.yml", "luat-9-2025-qh15"),
        ("tinh-huong/a_b.md", "a-b.md"),
    ],
)
def test_a_name_that_makes_no_address(name: str, better: str) -> None:
    (problem,) = addresses([name], "docs")
    assert_known([problem])
    assert problem.file == f"docs/{unicodedata.normalize('NFC', name)}"
    assert f"đổi tên thành {better}:" in problem.suggestion


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("tinh-huong/tin-don - Copy.md", "tin-don.md"),
        ("tinh-huong/tin-don - Copy (2).md", "tin-don.md"),
        ("tinh-huong/tin-don - Sao chép.md", "tin-don.md"),
        ("tinh-huong/tin-don copy.md", "tin-don.md"),
        ("tinh-huong/tin-don (1).md", "tin-don.md"),
        ("van-ban/nd-1 - Copy/index.md", "nd-1"),
    ],
)
def test_a_copy_that_a_system_named_is_told_as_one(name: str, copied: str) -> None:
    (problem,) = addresses([name], "docs")
    assert_known([problem])
    assert "có vẻ là bản chép do máy đặt tên" in problem.message
    assert problem.suggestion.startswith(f"nếu là bản chép của {copied} thì xóa; ")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("tinh-huong/zalo.me.md", "tinh-huong/zalo.me/"),
        ("van-ban/luat-9.2025/van-ban.yml", "van-ban/luat-9.2025/"),
        ("van-ban/luat-9.2025/dieu-1.md", "van-ban/luat-9.2025/#dieu-1"),
        ("hoi_dap/index.md", "hoi_dap/"),
    ],
)
def test_a_name_that_was_published_stays(name: str, address: str) -> None:
    """To rename it would take its address away."""
    assert len(addresses([name], "docs", frozenset({"tinh-huong/zalo/"}))) == 1
    assert addresses([name], "docs", frozenset({address})) == []


def test_a_folder_is_told_once() -> None:
    assert len(addresses(["A/a.md", "A/b.md"], "docs")) == 1
    assert addresses(["a/index.md", "van-ban/luat-24-2018-qh14/dieu-8.md"], "docs") == []


def test_two_pages_of_one_address(tmp_path: Path) -> None:
    """One would be built over the other, no word said."""
    pages = ("hoi-dap.md", "hoi-dap/index.md", "hoi-dap/hoi-dap.md", "van-ban/index.md")
    (told,) = messages(corpus_of(tmp_path, dict.fromkeys(pages, "# Trang\n\nLời.\n")))
    assert told.startswith("docs/hoi-dap.md:1:1: trang này và docs/hoi-dap/index.md cùng một địa")


def test_an_article_beside_a_folder_of_its_name_is_told_as_that(tmp_path: Path) -> None:
    """Its instrument lacks nothing, though units of it were published below that folder."""
    files = {
        "van-ban/a/van-ban.yml": van_ban(),
        "van-ban/a/dieu-1.md": "# Điều 1\n\nLời.\n",
        "van-ban/a/dieu-1/index.md": "# Trang\n\nLời.\n",
    }
    corpus = corpus_of(tmp_path, dict(files))
    assert list(bare_folders.check(corpus, "van-ban/a/dieu-1/#dieu-1-khoan-1\n", "docs")) == []
    assert [one.file for one in corpus.problems] == ["docs/van-ban/a/dieu-1.md"]


def test_the_loader_tells_both_kinds(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path, {"a/van-ban.yaml": van_ban(), "Trang.md": "# Một\n", ".an/van-ban.yaml": "x"}
    )
    assert [problem.file for problem in corpus.unreadable] == ["docs/a/van-ban.yaml"]
    assert [problem.file for problem in corpus.problems] == ["docs/Trang.md"]


@pytest.mark.parametrize(
    ("name", "title", "message"),
    [
        ("dieu-2", "Điều 1", "1:3: tên tệp khác với tiêu đề: trang này nói về Điều 1"),
        ("dieu-10", "Điều 1O", "1:3: “1o” ở tiêu đề có chữ cái đứng chỗ chữ số → viết: Điều 10"),
        ("Điều 1", "Điều 1", "1:3: tên tệp khác với tiêu đề: trang này nói về Điều 1"),
        ("dieu-1", "Nói chung", "1:3: tệp mang tên một điều, mà tiêu đề “Nói chung” không phải"),
    ],
)
def test_an_article_page_is_named_like_its_article(
    tmp_path: Path, name: str, title: str, message: str
) -> None:
    files = {"van-ban/a/van-ban.yml": van_ban(), f"van-ban/a/{name}.md": f"# {title}\n\nLời.\n"}
    told = messages(corpus_of(tmp_path, dict(files)))
    assert any(one.startswith(f"docs/van-ban/a/{name}.md:{message}") for one in told), told


def test_what_follows_from_a_wrong_number_is_not_told(tmp_path: Path) -> None:
    page = "# Điều 2. Khác\n\nLời.\n\n## Khoản 1\n\nLời.\n\n## Khoản 9\n\nLời.\n"
    files = {"van-ban/a/van-ban.yml": van_ban(), "van-ban/a/dieu-1.md": page}
    (told,) = messages(corpus_of(tmp_path, dict(files)))
    assert "tên tệp khác với tiêu đề" in told


def test_where_the_outline_is_wrong_its_pages_are_not_blamed(tmp_path: Path) -> None:
    outline = "{day-du: true, dieu: [{so: 1, khoan: {}}, {so: 1, khoan: {}}]}"
    files = {
        "van-ban/a/van-ban.yml": van_ban(muc_luc=outline),
        "van-ban/a/dieu-2.md": "# Điều 2\n\nLời.\n",
    }
    (told,) = messages(corpus_of(tmp_path, dict(files)))
    assert "Điều 1 ghi hai lần" in told


@pytest.mark.parametrize("copy", ["dieu-1a", "dieu-1-copy", "dieu-0"])
def test_a_copied_article_is_told_once_and_at_the_copy(tmp_path: Path, copy: str) -> None:
    page = "# Điều 1\n\nLời.\n\n## Khoản 1\n\nLời.\n"
    files = {
        "van-ban/a/van-ban.yml": van_ban(),
        "van-ban/a/dieu-1.md": page,
        f"van-ban/a/{copy}.md": page.replace("Lời", "Khác"),
    }
    corpus = corpus_of(tmp_path, dict(files))
    (told,) = messages(corpus)
    assert told.startswith(f"docs/van-ban/a/{copy}.md:1:3: ")
    assert "dieu-1.md đã nói về điều đó" in told
    assert corpus.provisions[ARTICLE].text == "Lời."
    assert corpus.article_pages == {ARTICLE: "van-ban/a/dieu-1.md"}


@pytest.mark.parametrize("name", ["desktop.ini", "Thumbs.db", "~$cong-van.docx", "~$do-mau.md"])
def test_what_a_system_leaves_behind_is_to_go(name: str) -> None:
    """It would be published with the pages."""
    (problem,) = unread([f"tinh-huong/{name}"], SETS, "docs")
    assert_known([problem])
    assert problem.message == f"“{name}” là tệp do máy tạo ra, không phải của kho"


def test_pages_are_read_through_for_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """For each of them it would take longer than all else that is checked."""
    asked = Mock(side_effect=str)
    monkeypatch.setattr(file_names, "unquote", asked)
    names = [*(f"a/{number}.md" for number in range(99)), "a/b.docx", "anh.png"]
    (found,) = file_names.not_pages(names, ["# Nhà\n"], lambda _: b"#", "docs")
    assert (found.file, asked.call_count) == ("docs/a/b.docx", 1)
