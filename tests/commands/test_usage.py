"""What the command line says of itself and of wrong use is Vietnamese."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command_line import Run
from vanban.commands.usage import UsageError, place_of


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "còn thiếu"),
        (("xem",), "“xem”"),
        (("cite", "--lạ"), "không hiểu “--lạ”"),
        (("cite", "a.txt", "--as-of"), "--as-of: thiếu giá trị"),
        (("cite", "--json", "--sarif"), "không đi cùng nhau"),
        (("check", "thừa"), "không hiểu “thừa”"),
        (("cite", "--json=1"), "không nhận giá trị “1”"),
        (("review", "--re=1"), "không nhận giá trị"),
    ],
)
def test_wrong_use_is_one_vietnamese_line(run: Run, arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.status == 2
    (line,) = done.told.splitlines()
    assert words in line
    assert "error" not in line
    assert "argument" not in line


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("sevre",), "hooks: không có “sevre”; có phải “serve”? (xem: hooks --help)\n"),
        (("Chek",), "hooks: không có “Chek”; có phải “check”? (xem: hooks --help)\n"),
        (
            ("new", "leter"),
            "hooks new: không có “leter”; có phải “letter”? (xem: hooks new --help)\n",
        ),
    ],
)
def test_a_misspelt_command_is_told_the_nearest_name(
    run: Run, arguments: tuple[str, ...], line: str
) -> None:
    assert run(*arguments).told == line


def test_a_command_like_none_is_told_each_name_once(run: Run) -> None:
    told = run("xyzzy").told
    assert told.startswith("hooks: không có “xyzzy”; chọn một trong: ")
    assert told.count("serve") == told.count("judge-page") == 1
    assert "'" not in told


@pytest.mark.parametrize("command", [(), ("cite",), ("review",), ("ledger",)])
def test_help_is_vietnamese(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert done.status == 0
    assert done.out.startswith("cách dùng: ")
    for english in ("usage", "options:", "positional", "show this", "exit"):
        assert english not in done.out


@pytest.mark.parametrize("command", ["publish", "release", "export"])
def test_a_tilde_in_quotes_is_the_home_folder(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a folder of that name is made, and whoever wrote it looks for the site elsewhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nha"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "nha"))
    (tmp_path / "nha").mkdir()
    (tmp_path / "nha/tep").write_text("x", encoding="utf-8")
    run(command, "~/tep/trang")  # a file is in its way: nothing is built
    assert not (tmp_path / "~").exists()
    told = run(command, "~khong-ai-ten-vay/trang").told
    assert "“~khong-ai-ten-vay/trang”: không rõ ~ là thư mục nào; ghi đủ đường dẫn" in told
    assert [path.name for path in tmp_path.iterdir()] == ["nha"]
    assert place_of("~/a") == tmp_path / "nha/a"
    assert place_of("./~/a") == Path("~/a")  # said in so many words


@pytest.mark.parametrize("command", ["publish", "release", "export"])
@pytest.mark.parametrize(
    "place",
    ["https://truong.vn/", "sftp://may/srv", "an@may-chu:/srv/site", "may-chu.vn:/srv/site"],
)
def test_an_address_is_no_folder(
    run: Run, command: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the site is put into a folder called “https:”, and told to be there."""
    monkeypatch.chdir(tmp_path)
    done = run(command, place)
    assert done.status == 2
    assert f"“{place}” không phải thư mục của máy này" in done.told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["C:\\site", "D:/site", "\\\\may\\chung"])
def test_a_place_on_windows_is_none_elsewhere(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert place_of(place) == Path(place)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(UsageError):
        place_of(place)


@pytest.mark.parametrize("place", ["a.b/c", "/srv/truong.vn/site", "a@b/c", "site:2", "c"])
def test_a_folder_may_be_called_so(place: str) -> None:
    assert place_of(place) == Path(place)
