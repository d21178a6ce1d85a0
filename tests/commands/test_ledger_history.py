"""What git knows of earlier ledgers: merged, lost, begun anew, taken back, hidden."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from functools import partial
from pathlib import Path

import pytest
from building import copy_invented
from command_line import Run
from editors_words import assert_known
from vanban.commands.ledger_history import addresses_in, ever_written
from vanban.law.ledger import begin, counted, empty, miscounted, read_ledger

REPOSITORY = Path(__file__).resolve().parents[2]


def ever_held(root: Path, text: str) -> frozenset[str]:
    return addresses_in(ever_written(root, text))


class Repository:
    """The invented project with its history."""

    def __init__(self, root: Path, run: Run) -> None:
        self.root = copy_invented(root, program=False)
        self.hooks = partial(run, project=self.root)
        self.git("init", "-q", "-b", "main")
        self.commit()

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "x")


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_two_editors_who_each_add_a_page_keep_both(run: Run, tmp_path: Path) -> None:
    """Their branches are put together as `.gitattributes` says; one more run counts both."""
    repository = Repository(tmp_path / "kho", run)
    root, git, hooks = repository.root, repository.git, repository.hooks
    ledger = root / "dia-chi.txt"
    before = read_ledger(ledger.read_text("utf-8")).keys()
    shutil.copy(REPOSITORY / ".gitattributes", root)
    repository.commit()

    def add_page(name: str, title: str) -> None:
        page = root / "docs/tinh-huong/lau-san.md"
        text = page.read_text("utf-8").replace("# Quên lau sàn", f"# {title}")
        page.with_name(f"{name}.md").write_text(text, "utf-8")
        assert hooks("ledger", "--yes").status == 0
        repository.commit()

    git("checkout", "-qb", "other")
    add_page("cua-mot", "Của một")
    git("checkout", "-q", "main")
    add_page("cua-hai", "Của hai")
    git("merge", "-q", "other", "-m", "x")
    (told,) = miscounted(ledger.read_text("utf-8"))
    assert told.suggestion == "chạy: python hooks ledger"
    assert hooks("ledger", "--yes").status == 0
    text = ledger.read_text("utf-8")
    assert list(miscounted(text)) == []
    assert read_ledger(text).keys() == before | {"tinh-huong/cua-mot/", "tinh-huong/cua-hai/"}
    assert text.count("# Trang tinh-huong/cua-") == 2


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_an_editor_who_lost_the_ledger_is_told_what_a_new_one_forgets(
    run: Run, tmp_path: Path
) -> None:
    """Where an address has moved, only the ledger knows; nobody would miss it later."""
    repository = Repository(tmp_path / "kho", run)
    ledger = repository.root / "dia-chi.txt"
    with ledger.open("a", encoding="utf-8") as file:
        file.write("thu/cu/ → tinh-huong/\n")
    assert repository.hooks("ledger", "--yes").status == 0
    repository.commit()
    ledger.write_bytes(b"")  # a merge went wrong, a disk was full
    done = repository.hooks("ledger", "--yes")
    assert (done.status, "sổ địa chỉ rỗng" in done.told) == (1, True)
    assert_known([empty()])
    assert ledger.read_bytes() == b""
    ledger.unlink()
    told = repository.hooks("ledger").told
    assert "Bản trước của sổ giữ 1 địa chỉ mà sổ lập mới không có, ví dụ thu/cu/" in told
    assert not ledger.exists()


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_a_site_of_ones_own_made_of_this_one_begins_its_ledger(run: Run, tmp_path: Path) -> None:
    """Its history is that of this one, whose addresses were never its own."""
    repository = Repository(tmp_path / "kho", run)
    page, own = "docs/tinh-huong/lau-san.md", "docs/tinh-huong/moi.md"
    shutil.copy(repository.root / page, repository.root / own)
    (repository.root / "dia-chi.txt").unlink()
    assert repository.hooks("ledger", "--yes").status == 0
    head = (repository.root / "dia-chi.txt").read_text("utf-8")
    assert re.match(r"# Sổ lập mới, mã [0-9a-f]{16}: ", head)
    (repository.root / own).unlink()
    (repository.root / "dia-chi.txt").unlink()  # nothing was published yet
    assert repository.hooks("ledger", "--yes").status == 0
    text = (repository.root / "dia-chi.txt").read_text("utf-8")
    assert "tinh-huong/moi/" not in text
    assert repository.hooks("check").status == 0
    repository.commit()
    assert repository.hooks("check").status == 0
    lost = "\n".join(row for row in text.split("\n") if row != "tinh-huong/lau-san/")
    lost = re.sub("(?m)^# Sổ giữ.*", str(counted(lost)), lost)
    (repository.root / "dia-chi.txt").write_text(lost, "utf-8")
    assert "1 địa chỉ có trong bản trước" in repository.hooks("check").out


class History:
    """A ledger that got an address and lost it again (``git revert``)."""

    HELD = frozenset({"./", "a/", "b/"})

    def __init__(self, root: Path, first: str = "./\na/\n") -> None:
        self.root = root
        self.git("init", "-q")
        for text in (first, f"{first}b/\n", first):
            (root / "dia-chi.txt").write_bytes(text.encode())
            self.git("add", "-A")
            self.git("commit", "-qm", "x")

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True)


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
@pytest.mark.parametrize("attributes", ["*.txt binary", "*.txt -diff", "*.txt diff=khac"])
def test_attributes_of_git_hide_nothing_of_the_history(tmp_path: Path, attributes: str) -> None:
    history = History(tmp_path)
    (tmp_path / ".git" / "info" / "attributes").write_text(f"{attributes}\n", "utf-8")
    assert ever_held(history.root, "./\na/\n") == history.HELD


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
@pytest.mark.parametrize(
    ("name", "value"),
    [("GIT_DIR", "."), ("GIT_LITERAL_PATHSPECS", "1"), ("GIT_WORK_TREE", "/"), ("GIT_TRACE", "1")],
)
def test_variables_of_git_hide_nothing_of_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    history = History(tmp_path)
    monkeypatch.setenv(name, value)
    assert ever_held(history.root, "./\na/\n") == history.HELD


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
@pytest.mark.parametrize("first", ["./\na/\n", begin("./\na/\n")])
def test_a_project_that_moved_in_its_repository_keeps_its_history(
    tmp_path: Path, first: str
) -> None:
    history = History(tmp_path, first)
    for folder in ("trang web", "trang web/[kho]"):
        (tmp_path / folder).mkdir()
        before = str(Path(folder).parent / "dia-chi.txt")
        history.git("--literal-pathspecs", "mv", before, f"{folder}/dia-chi.txt")
        history.git("commit", "-qm", "x")
    assert ever_held(tmp_path / folder, first) == history.HELD


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_what_the_other_site_adds_is_never_of_a_site_made_of_it(tmp_path: Path) -> None:
    """Its newer program is merged from time to time, and its addresses with it."""
    root = tmp_path

    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "core.autocrlf=false")
        subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)

    def commit(text: str, program: str) -> None:
        (root / "dia-chi.txt").write_bytes(text.encode())
        (root / "hooks.txt").write_text(program, "utf-8")
        git("add", "-A")
        git("commit", "-qm", "x")

    git("init", "-q", "-b", "main")
    commit("./\ncua-kia/\n", "1")
    git("checkout", "-qb", "other")
    commit("./\ncua-kia/\ncua-kia/moi/\n", "2")
    git("checkout", "-q", "main")
    own = begin("./\ncua-ta/\n")
    commit(own, "1")
    commit(f"{own}da-mat/\n", "1")
    commit(own, "1")
    git("merge", "-q", "-s", "ours", "other", "-m", "x")
    commit(own, "2")
    held = {"./", "cua-ta/", "da-mat/"}
    assert ever_held(root, own) == held
    assert ever_held(root, unicodedata.normalize("NFD", own)) == held
    commit(own.replace("\n", "\r\n"), "3")  # every line is written anew
    assert ever_held(root, own) == held
    git("checkout", "--orphan", "new")
    commit(own.replace("\n", "\r\n"), "3")
    assert ever_held(root, own) == {"./", "cua-ta/"}
    assert ever_held(root, begin("./\n")) == frozenset()


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_an_edit_that_is_taken_back_takes_no_address_with_it(run: Run, tmp_path: Path) -> None:
    """The line that counts goes back together with what it counted: only history tells."""
    repository, new = Repository(tmp_path / "kho", run), "tinh-huong/moi/"
    root, git, hooks = repository.root, repository.git, repository.hooks
    shutil.copy(root / "docs/tinh-huong/lau-san.md", root / "docs/tinh-huong/moi.md")
    assert hooks("ledger", "--yes").status == 0
    assert hooks("check").status == 0
    repository.commit()
    git("revert", "--no-edit", "HEAD")
    text = (root / "dia-chi.txt").read_text("utf-8")
    assert not list(miscounted(text))
    told = f"1 địa chỉ có trong bản trước của sổ nay không còn, ví dụ {new} → chạy: "
    checked = hooks("check")
    assert (checked.status, told in checked.out) == (1, True)
    published = hooks("publish", str(root / "www"))
    assert (published.status, told in published.told) == (1, True)
    assert not (root / "www").exists()
    assert hooks("ledger", "--yes").status == 0  # which has it back
    assert new in (root / "dia-chi.txt").read_text("utf-8").splitlines()
    assert "trang docs/tinh-huong/moi.md không còn" in hooks("check").out
    moved = text.replace("\ntinh-huong/quen-so/\n", f"\n{new} → tinh-huong/\ntinh-huong/quen-so/\n")
    (root / "dia-chi.txt").write_text(moved, "utf-8")
    assert hooks("check").status == 0


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_what_a_merge_itself_wrote_is_not_forgotten(run: Run, tmp_path: Path) -> None:
    """An editor who runs ``hooks ledger`` before two branches are made one: no parent has those
    lines, and what takes the merge back takes them out with their count.
    """
    repository, new = Repository(tmp_path / "kho", run), "tinh-huong/moi/"
    root, git, hooks = repository.root, repository.git, repository.hooks
    git("checkout", "-qb", "other")
    shutil.copy(root / "docs/tinh-huong/lau-san.md", root / "docs/tinh-huong/moi.md")
    repository.commit()
    git("checkout", "-q", "main")
    (root / "ghi.txt").write_text("x", "utf-8")
    repository.commit()
    git("merge", "-q", "--no-commit", "--no-ff", "other")
    assert hooks("ledger", "--yes").status == 0
    repository.commit()
    git("revert", "--no-edit", "-m", "1", "HEAD")
    text = (root / "dia-chi.txt").read_text("utf-8")
    assert new not in text.splitlines()
    assert new in ever_held(root, text)
    assert f"ví dụ {new}" in hooks("check").out


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_nothing_that_git_was_told_hides_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that another user fetched, as in a container; settings of whoever builds."""
    text = "./\ntinh-huong/\n"
    (tmp_path / "dia-chi.txt").write_text(text, "utf-8")
    for words in ("init -q", "add -A", "-c user.name=a -c user.email=a@b.example commit -qm x"):
        subprocess.run(["git", *words.split()], cwd=tmp_path, check=True)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert ever_held(tmp_path, text) == {"./", "tinh-huong/"}
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    subprocess.run(["git", "config", "log.showRoot", "false"], cwd=tmp_path, check=True)
    assert ever_held(tmp_path, text) == {"./", "tinh-huong/"}


def test_without_git_nothing_is_known_of_earlier_ledgers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ever_held(tmp_path, "") == frozenset()
    monkeypatch.setenv("PATH", "")
    assert ever_held(REPOSITORY, "") == frozenset()


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_a_swap_whose_titles_were_deleted_from_the_ledger_is_told(run: Run, tmp_path: Path) -> None:
    """Written anew, it would pass for what was published there, and nobody would ever know."""
    repository = Repository(tmp_path / "kho", run)
    root, hooks, ledger = repository.root, repository.hooks, repository.root / "dia-chi.txt"
    for one, other in (
        ("buoi-5.md", "buoi-10.md"),
        ("cau-hoi/mot-cau.yml", "cau-hoi/phong-thu.yml"),
    ):
        paths = root / "docs/tap-huan" / one, root / "docs/tap-huan" / other
        first, second = (path.read_text("utf-8") for path in paths)
        paths[0].write_text(second, "utf-8")
        paths[1].write_text(first, "utf-8")
    kept = ledger.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in kept if "# Trang tap-huan/buoi" not in line and "# Bộ" not in line]
    ledger.write_text("".join(kept), "utf-8")
    before = ledger.read_bytes()
    done = hooks("ledger", "--yes")
    assert done.status == 1
    assert done.told.count("đã công bố là “Buổi ") == 2
    assert done.told.count("đã công bố với những câu hỏi khác") == 2
    assert ledger.read_bytes() == before
    ledger.unlink()  # a site of one's own: what was told is of another one
    assert hooks("ledger", "--yes").status == 0


def test_two_sets_whose_files_of_questions_changed_names_are_told(run: Run, tmp_path: Path) -> None:
    root = copy_invented(tmp_path / "kho")
    one, other = (root / f"docs/tap-huan/cau-hoi/{name}.yml" for name in ("mot-cau", "phong-thu"))
    first = one.read_text("utf-8")
    assert run("check", project=root).status == 0
    one.write_text(other.read_text("utf-8"), "utf-8")
    other.write_text(first, "utf-8")
    done = run("check", project=root)
    assert done.status == 1
    assert done.out.count("đã công bố với những câu hỏi khác") == 2


def test_a_folders_line_that_would_lead_what_is_lost_later_is_told(
    run: Run, tmp_path: Path
) -> None:
    """One page of a folder went; another that goes years later would be led to the same place."""
    root = copy_invented(tmp_path / "kho")
    ledger = root / "dia-chi.txt"
    lines = "gioi-thieu/cu/\nvan-ban/luat-cu/dieu-1/\nvan-ban/luat-cu/dieu-1/#dieu-1\n"
    stars = "gioi-thieu/* → gioi-thieu/\n"
    text = ledger.read_text("utf-8")
    ledger.write_text(f"{text}{lines}{stars}van-ban/* → van-ban/\n", "utf-8")
    done = run("check", project=root)
    assert done.status == 0
    assert "dưới gioi-thieu/ còn trang (như gioi-thieu/)" in done.told
    assert "riêng phần đã mất: gioi-thieu/cu/ → gioi-thieu/\n" in done.told
    assert run("site", project=root).status == 1
    ledger.write_text(f"{text}{lines}gioi-thieu/cu/ → gioi-thieu/\nvan-ban/* → van-ban/\n", "utf-8")
    done = run("check", project=root)
    assert "riêng phần đã mất: van-ban/luat-cu/* → van-ban/\n" in done.told
    ledger.write_text(
        f"{text}{lines}gioi-thieu/cu/ → gioi-thieu/\nvan-ban/luat-cu/* → van-ban/\n", "utf-8"
    )
    assert "còn trang" not in run("check", project=root).told
