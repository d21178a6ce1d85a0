"""Slips in YAML: each is told in its own words, on the line where an editor must look."""

from __future__ import annotations

import time

import pytest
import yaml
from editors_words import assert_known
from vanban.law.yaml_source import read_yaml

FILE = "van-ban.yml"


def told(text: str) -> list[str]:
    source, problems = read_yaml(text, FILE)
    assert source is None or problems == []
    assert_known(problems)
    return [f"{problem.line}:{problem.col}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # a quotation mark opened on line 2; the parser stumbles lines later
        ('a: 1\nb: "Quản lý\nc: 2\nd: "x y"\n', '2:4: dấu nháy " mở ở đây nuốt cả các dòng sau'),
        ('a: 1\nb: "Quản lý\nc: 2\n', "2:4: dấu nháy mở ở đây chưa đóng"),
        ("a: 'Quản lý\nb:\n  - 'x'\n", "1:4: dấu nháy ' mở ở đây nuốt cả các dòng sau"),
        # … and closed by a sign far below, so that the parser is content
        ('a: "Quản lý\nb: 2\nc: 12"\n', '1:4: dấu nháy " mở ở đây nuốt cả các dòng sau'),
        # a list of strings, one of them not closed
        ('a: ["b, c]\nd: "e"\n', '1:5: dấu nháy " mở ở đây nuốt cả các dòng sau'),
        # a stray one
        ('a: "Luật" này"\n', "1:11: sau dấu nháy đóng còn chữ, hoặc dư một dấu nháy"),
        ("a: 'it's'\n", "1:8: sau dấu nháy đóng còn chữ, hoặc dư một dấu nháy"),
        # tabs: alone, after spaces, in a list
        ("a:\n\tb: c\n", "2:1: dòng này thụt vào bằng phím Tab"),
        ("a:\n  b: c\n\td: e\n", "3:1: dòng này thụt vào bằng phím Tab"),
        ("a:\n  - b: c\n  \td: e\n", "3:3: dòng này thụt vào bằng phím Tab"),
        # no space after a colon: between other keys, inside a group, at the end
        ("a: b\nso:20\nc: d\n", "2:4: thiếu dấu cách sau “so:”"),
        ("a:\n  tu:2020-01-01\n  c: d\n", "2:6: thiếu dấu cách sau “tu:”"),
        ("a: b\nso:20\n", "2:4: thiếu dấu cách sau “so:”"),
        # a space that is none: behind a colon
        (
            "a:\u00a0b\nc: d\n",
            "1:3: chỗ này có dấu cách đặc biệt, thường do chép từ Word hay trang web",
        ),
        (
            "a: b\nc:\u3000d\n",
            "2:3: chỗ này có dấu cách đặc biệt, thường do chép từ Word hay trang web",
        ),
        # brackets
        ("a: [b, c\nd: e\n", "1:4: dấu ngoặc “[” mở ở đây chưa đóng"),
        ("a: {b: c\nd: e\n", "1:4: dấu ngoặc “{” mở ở đây chưa đóng"),
        ("a: [b, c\n", "1:4: dấu ngoặc “[” mở ở đây chưa đóng"),
        ("a: b\nc: {d", "2:4: dấu ngoặc “{” mở ở đây chưa đóng"),  # a file that was cut off
        ("a: [b]]\n", "1:7: dư một dấu ngoặc “]”"),
        ("a: [sic] chữ\n", "1:10: sau dấu ngoặc đóng còn chữ"),
        ("a: {b: c d: e}\n", "1:11: trong ngoặc {} thiếu dấu phẩy giữa hai mục"),
        ("a: ,b\n", "1:4: không đọc được YAML từ chỗ này"),
        # a second document
        ("a: b\n---\nc: d\n", "2:1: tệp có hai phần ngăn bởi ---"),
        # a colon inside a value
        ("a: Buổi: nói\n", "1:8: trong giá trị có dấu hai chấm"),
        # indentation
        ("a: b\n  c: d\n", "2:3: dòng này thụt vào, mà khóa ở dòng trên đã có giá trị"),
        ("a:\n  b: c\n d: e\n", "3:2: dòng này thụt lề không khớp với các dòng trên"),
        ("a:\n  - b\n  c: d\n", "3:3: dòng này thụt lề không khớp với các dòng trên"),
        # YAML would read “b - c” here
        (
            "a:\n  - b\n   - c\n",
            "2:5: dòng sau có dấu - thụt sâu hơn, nên bị đọc liền vào dòng này",
        ),
        # signs that YAML keeps for itself
        ("a: @b\n", "1:4: giá trị không được bắt đầu bằng “@”"),
        ("a: `b`\n", "1:4: giá trị không được bắt đầu bằng “`”"),
        ("a: **b** c\n", "1:4: giá trị không được bắt đầu bằng “*”"),
        ("a: !b c\n", "1:4: giá trị không được bắt đầu bằng “!”"),
        ("a: | b\n", "1:4: giá trị không được bắt đầu bằng “|”"),
        # anchors and aliases: of themselves, of each other
        ("a: &y [*y]\n", "1:4: giá trị không được bắt đầu bằng “&”"),
        ("a: *y\n", "1:4: giá trị không được bắt đầu bằng “*”"),
        ("&x a: b\n", "1:1: giá trị không được bắt đầu bằng “&”"),
        # escapes
        ('a: "C:\\duong"\n', "1:7: trong nháy kép không dùng được dấu \\ này"),
        ('a: b\nc: "x\\0"\n', "2:4: giá trị chứa ký tự điều khiển không nhìn thấy"),
        ("a: b\nc: x\x07\n", "2:5: có ký tự điều khiển không nhìn thấy (U+0007)"),
        # quotation marks as Word makes them; a pair that is none
        (
            "a: “Quản lý”\n",
            "1:4: dấu nháy cong “…” không khép được giá trị, chỉ thành chữ trong đó",
        ),
        ("a: [“x”, b]\n", "1:5: dấu nháy cong “…” không khép được giá trị, chỉ thành chữ trong đó"),
        (
            "- “kho: x”\n",
            "1:3: dấu nháy cong “ không mở được giá trị, nên dấu hai chấm trong đó chia nó ra",
        ),
        (
            'a: “Quản lý"\n',
            '1:4: dấu nháy cong “…" không khép được giá trị, chỉ thành chữ trong đó',
        ),
        ("a: miền “.vn\n", "1:4: dấu nháy “ và ” trong giá trị này không đi thành cặp"),
        ('a: Quản lý"\n', '1:4: giá trị này dư hoặc thiếu một dấu nháy "'),
        ('{so: 5, ten: "cấm, khoan: {1: "", 2: ""}}\n', "1:14: dấu nháy mở ở đây chưa đóng"),
        ('{so: 5, ten: "cấm\', khoan: {1: ""}}\n', "1:14: dấu nháy mở ở đây chưa đóng"),
        # items of a list, a line without its colon above one that has it
        ("a:\n  - b\n  -Công báo\n", "3:3: dòng “-Công báo” không thành một mục của danh sách"),
        ("a:\n  - b\n  – c\nd: e\n", "3:3: dòng “– c” không thành một mục của danh sách"),
        (
            "# x\nloai Nghị định\nso: 1\n",
            "2:1: dòng “loai Nghị định” không có khóa và dấu hai chấm",
        ),
        # words without a key; keys that are no words
        ("a: b\nchữ thôi\nc: d\n", "2:1: dòng “chữ thôi” không có khóa và dấu hai chấm"),
        ("[a]: b\n", "1:1: khóa phải là một dòng chữ"),
        ("# lời ghi\n", "1:1: tệp rỗng: không có khóa nào"),
        ("[" * 400, "1:25: lồng nhau quá 24 tầng"),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "a: “Mai” và “mốt”\n",
        "a: miền “.vn”\n",
        'a: "“Mai nghỉ”"\n',
        "a: >-\n  “Mai nghỉ”\n",
        'a: màn hình 24"\n',  # inches
        'a: viết ">b\n',  # a sign by itself
    ],
)
def test_quotation_marks_that_are_words_stay(text: str) -> None:
    assert told(text) == []


def test_whatever_the_parser_says_an_editor_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Newer parsers may refuse what nobody thought of; that is no reason for a traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise yaml.YAMLError("something new")

    monkeypatch.setattr(yaml, "parse", refuse)
    assert told("a: b\n") == ["1:1: không đọc được YAML"]


def test_a_key_written_twice_says_where() -> None:
    _, problems = read_yaml("a: b\nc:\n  d: 1\n  d: 2\n", FILE)
    assert [(one.line, one.col, one.message) for one in problems] == [
        (4, 3, "khóa “d” viết hai lần")
    ]


def test_values_are_text_and_know_their_places() -> None:
    text = 'so: 010\nbat: no\nngay: 2020-01-01\nds:\n  - [x, ""]\n  - ~\nchu: >-\n  một\n  hai\n'
    source, problems = read_yaml(text, FILE)
    assert problems == []
    assert source
    ds = [["x", ""], None]
    wanted = {"so": "010", "bat": "no", "ngay": "2020-01-01", "ds": ds, "chu": "một hai"}
    assert source.data == wanted
    assert source.place(("ds", 0, 0)) == (5, 6)
    assert source.place(("ds", 1)) == (6, 5)
    assert source.place(("ds",)) == (4, 1)
    assert source.place(("chu", "x", 3)) == (7, 1)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        "- " * 500_000,
        "a: {" * 200_000,
        "a: " + "x" * 5_000_000 + "\n",
        "a: b\n" * 300_000,
        '"' + "a\n" * 500_000,
        # each line doubles the one above it
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)),
    ],
    ids=["lists", "items", "groups", "long line", "one key", "open quote", "anchors"],
)
def test_no_file_takes_long(text: str) -> None:
    begun = time.process_time()
    read_yaml(text, FILE)
    assert time.process_time() - begun < 10
