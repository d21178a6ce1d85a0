"""What the command line says of itself and of wrong use is Vietnamese."""

from __future__ import annotations

import pytest

from .conftest import Run


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
