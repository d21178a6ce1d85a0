"""``hooks check`` and the strict build say the same, word for word, and never with a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from building import Site, build, copy_invented, hooks
from command_line import Run
from lxml import html

PAGE = "docs/hom-nay/muc-phat.md"
# File, text to be replaced ("" for “at the end”), what stands there instead.
SLIPS = {
    "a key": ("docs/van-ban/nghi-dinh-44-2024-nd-cp/van-ban.yml", "co-quan:", "co-quann:"),
    "no bracket": (PAGE, "", "\n[[khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP\n"),
    "front matter": ("docs/tinh-huong/do-mau.md", "tom-tat: ", "tom-tat: Buổi: "),
    "a link": (PAGE, "", "\n[x](khong-co-dau.md)\n"),
    "an anchor": (PAGE, "", "\n[x](../tinh-huong/index.md#da-loo)\n"),
    "the ledger": ("dia-chi.txt", "\n./\n", "\n./\nkhong-he-co/\n"),
}


def checked_by_its_own(project: Path, debug: bool = False) -> CompletedProcess[str]:
    """``hooks check`` with the program that stands beside the project."""
    with pytest.MonkeyPatch.context() as patch:
        if debug:
            patch.setenv("VANBAN_DEBUG", "1")
        return hooks(project, "check")


@pytest.mark.parametrize("name", SLIPS)
def test_the_build_stops_with_the_words_of_check(run: Run, name: str, tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project", program=False)
    file, old, new = SLIPS[name]
    text = (project / file).read_text(encoding="utf-8")
    text = text.replace(old, new, 1) if old else text + new
    (project / file).write_text(text, encoding="utf-8")
    done, built = run("check", project=project), build(project, tmp_path / "site")
    assert done.status == 1
    assert built.returncode != 0
    assert done.out.startswith(f"{file}:")
    assert 1 <= len(done.out.splitlines()) <= 2, done.out
    assert done.out.strip() in built.stderr
    assert "Traceback" not in done.told + built.stderr


def test_no_ledger_is_told_by_both(run: Run, tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project", program=False)
    (project / "dia-chi.txt").unlink()
    done, built = run("check", project=project), build(project, tmp_path / "site")
    assert done.status == 1
    assert done.out.strip() in built.stderr
    assert run("ledger", "--yes", project=project).status == 0
    assert run("check", project=project).status == 0


def test_the_ledger_takes_nothing_from_files_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project", program=False)
    ledger = project / "dia-chi.txt"
    before = ledger.read_bytes()
    (project / "docs/index.md").write_bytes(b"\xe9")
    done = run("ledger", project=project)
    assert done.status == 1
    assert done.told.startswith("docs/index.md:1:1: ")
    assert ledger.read_bytes() == before


def test_cite_does_not_answer_from_half_a_corpus(run: Run, tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project", program=False)
    file = project / "docs/van-ban/luat-11-2012-qh13/van-ban.yml"
    file.write_text("loai: [", encoding="utf-8")
    letter = project / "thu.txt"
    letter.write_text("Điều 5 Luật Thử nghiệm năm 2012", encoding="utf-8")
    done = run("cite", letter, project=project)
    assert done.status == 2
    assert done.told.startswith("docs/van-ban/luat-11-2012-qh13/van-ban.yml:")
    assert done.out == ""


# A fault planted in the program: what fails, and the page that was being read.
FAULTS = {
    "while reading": "hooks/vanban/page/headings.py",
    "while rendering": "hooks/vanban/page/tables.py",
}


@pytest.mark.parametrize("name", FAULTS)
def test_an_unforeseen_error_is_one_line_with_the_file(name: str, tmp_path: Path) -> None:
    project = copy_invented(tmp_path / "project")
    file = project / FAULTS[name]
    text = file.read_text(encoding="utf-8")
    broken = re.sub(
        r'(def (?:check|label_cells)\([^)]*\)[^:]*:\n    """.*?""")', _planted, text, flags=re.S
    )
    assert broken != text
    file.write_text(broken, encoding="utf-8")
    built = build(project, tmp_path / "site")
    assert built.returncode != 0
    assert "Traceback" not in built.stderr
    assert "ZeroDivisionError" in built.stderr
    assert re.search(r"(?:^|\s)docs/\S+\.md:1:1: chương trình dừng", built.stderr)
    if name == "while reading":
        done = checked_by_its_own(project)
        assert done.returncode == 2
        assert re.match(r"docs/\S+\.md:1:1: chương trình dừng", done.stderr)
        assert len(done.stderr.splitlines()) == 1
        assert "Traceback" in checked_by_its_own(project, debug=True).stderr


def _planted(found: re.Match[str]) -> str:
    return f"{found[0]}\n    1 / 0"


def test_no_reader_sees_a_drawing_line(site: Site) -> None:
    """“[[” stands in samples of the handbook, which are code, and nowhere else."""
    wrong = []
    for path in site.pages:
        tree = html.document_fromstring(site.file(path).read_bytes().decode())
        for code in tree.xpath("//code | //pre | //script | //style"):
            tail = code.tail
            code.clear()
            code.tail = tail
        if "[[" in tree.text_content():
            wrong.append(path)
        wrong += [path for value in tree.xpath("//meta/@content") if "[[" in value]
    assert wrong == []


def test_a_drawn_provision_says_where(site: Site) -> None:
    told = [
        item
        for path in site.pages
        if "dieu-" in path
        for item in site.tree(path).xpath("//details[contains(@class,'nguoc')]//li")
        if item.text_content().strip().startswith("dẫn lại ở trang")
    ]
    assert told
    for item in told:
        assert item.xpath("./a[@href]")
        assert not item.xpath(".//q")
