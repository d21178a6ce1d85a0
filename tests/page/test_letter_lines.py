"""Lines that may not stand in a letter, each told at its own line."""

from __future__ import annotations

from pathlib import Path

import pytest
from editors_words import assert_known
from page.editing import ONE, change, told
from vanban.project import open_project

LETTER = "\n## Nguyên văn {#nguyen-van}\n\nKính gửi: A.\n\n"
HOME = f"{ONE}/index.md"

# What stands in a letter below its first paragraph: line within it, parts of message and advice.
WRONG = [
    ("```\nMột\n```", 1, "``` trong nguyên văn", "xóa dòng ấy"),
    ("Một\n~~~~\nHai\n~~~~", 2, "~~~~ trong nguyên văn", "xóa dòng ấy"),
    ("Một\n<!-- lời -->", 2, "chú thích không đứng trong nguyên văn", "đưa lên trên"),
    ("Một <!-- lời --> hai", 1, "chú thích không đứng trong nguyên văn", "đưa lên trên"),
    ("<div>\n\nMột\n\n</div>", 1, "thẻ <div> trong nguyên văn", "&lt;"),
    ("Một<br>hai", 1, "thẻ <br> trong nguyên văn", "&lt;"),
    ("Một\n{: .ten }", 2, "“{: .ten }” trong nguyên văn", "\\{"),
    ("Một[^1]", 1, "[^1] trong nguyên văn", "\\["),
    ("Một\n\n    Hai", 3, "thụt vào đầu dòng nên viện dẫn", "Tab"),
    ("Một\n\n\tHai", 3, "thụt vào đầu dòng nên viện dẫn", "Tab"),
    ("Một <tel:113>", 1, "thẻ <tel:113> trong nguyên văn", "&lt;"),
    ("Gọi <a@b.vn>", 1, "thẻ <a@b.vn> trong nguyên văn", "&lt;"),
    ("#Một", 1, "mở đầu bằng dấu #", "\\#"),  # a space behind it would cut the letter there
    ("Một\nhai 2*3*4", 2, "dấu * trong “2*3*4”", "\\*"),
    ("2*3 rồi\n4*5", 1, "dấu * trong “2*3”", "\\*"),  # from line to line
    ("2*3 (*nghiêng*)", 1, "dấu * trong “2*3”", "\\*"),
    ("(*) bắt buộc (*)", 1, "dấu * trong “(*)”", "\\*"),  # a mark that a note explains
    ("Một\nBa (*) và bốn (**), năm (*).", 2, "dấu * trong “(*)”", "\\*"),
    ("Một _hai_", 1, "dấu _ trong “_hai_”", "\\_"),
    ("Gõ `hai` và", 1, "dấu ` trong “`hai`”", "\\`"),
    ("Gõ ``a ` b`` và", 1, "dấu ` trong “``a ` b``”", "\\`"),
    ("Một &copy; 2019", 1, "“&copy;” trong nguyên văn sẽ hiện ra thành “©”", "&amp;copy;"),
    ("Một\nhai&nbsp;ba", 2, "“&nbsp;” trong nguyên văn sẽ hiện ra thành dấu cách", "&amp;nbsp;"),
    ("&#8220;Một&#8221;", 1, "hiện ra thành ““”", "&amp;#8220;"),
    ("[[khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP]]", 1, "không đưa điều khoản nào vào", "\\["),
    ("[[x]]", 1, "không đưa điều khoản nào vào", "\\["),
    ("| a | b |\n| :--- | ---: |\n| c | d |", 2, "bảng này kẻ khác mẫu", "| --- | --- |"),
    ("|a|b|\n|---|---|\n|c|d|", 2, "bảng này kẻ khác mẫu", "| --- | --- |"),
    ("a | b\n--- | ---\nc | d", 2, "bảng này kẻ khác mẫu", "| --- | --- |"),
    ("| a | b |\n| --- | --- |\n| c \\| x | d |", 2, "bảng này kẻ khác mẫu", "không có dấu |"),
    ("| a | b |\n| --- | --- |", 2, "bảng này kẻ khác mẫu", "ít nhất một hàng"),
    ("[TOC]", 1, "[TOC] trong nguyên văn", "\\["),
    ("Một [hai](ba)", 1, "“[hai](ba)” trong nguyên văn sẽ hiện ra thành liên kết", "\\["),
    ("Một\n\n### Phụ lục\n\nNơi nhận: A;", 3, "tiêu đề này cắt ngang công văn", "\\#"),
    ("1. Một\n2. Hai\n3. Ba", 2, "mục 2 đứng liền mục 1", "2\\."),
    ("Yêu cầu:\n1. Một\nnối dòng\n2. Hai", 4, "mục 2 đứng liền mục 1", "dòng trống"),
    ("Một\n## Khác {#nguyen-van}\nHai", 2, "đã mở nguyên văn ở dòng", "mỗi công văn một thư mục"),
]
RIGHT = [
    "Một \\{: .ten \\} và \\[^1\\], &lt;br>, x < y > z",
    "| a | b |\n| --- | --- |\n| c | d |",
    "A&B, &lt;b&gt; &amp;copy; &abc; R&D; &#126;",
    "\\[[x]] và [khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP]",
    "&#124;---&#124;---&#124;\nhai | ba",
    "[khoản 1 Điều 1]",
    "Một\n    nối dòng",
    "Một (*nghiêng*), **đậm**, 2\\*3\\*4, \\_hai\\_, a_b_c, ____ và _ , [hai], [x] (y)",
    "2*3\n\n1*2 *nghiêng*\n\n*(trích)*, *“lời”*, **đậm.**, * một * hai (*)",
    "\\`hai\\`, \\[TOC\\], * một * hai, \\#ba",
    "\\#Một\n- Một\n* Hai\n> Ba\n!!! Bốn",
    "Nơi nhận: A;\n\n## Sau\n\nNơi nhận: nói về chỗ ấy.",
    "1. Một\nnối dòng\n\n2. Hai\n2\\. Không phải mục\n12. giờ trưa",
    "GIÁM ĐỐC\n## Lời của người biên soạn\nTheo chúng tôi, <b>đậm</b>.\n\n```\nmẫu\n```",
]


def letter(project: Path, text: str, top: str = "") -> int:
    """Write a letter into the home of an instrument; how many lines stand before ``text``."""
    page = project / HOME
    head = f"---\nthoi-diem: 2020-01-15\n---\n\n{page.read_text(encoding='utf-8')}{top}{LETTER}"
    page.write_text(f"{head}{text}\n", encoding="utf-8")
    return head.count("\n")


@pytest.mark.parametrize(("text", "line", "message", "advice"), WRONG)
def test_what_is_lost_or_shown_otherwise(
    project: Path, text: str, line: int, message: str, advice: str
) -> None:
    above = letter(project, text)
    found = open_project(project).findings.problems
    assert_known(found)
    assert (found[0].file, found[0].line) == (HOME, above + line)
    assert message in found[0].message
    assert advice in found[0].suggestion


def test_brackets_that_the_page_makes_a_link_elsewhere(project: Path) -> None:
    above = letter(project, "Theo [1] và [2].\n\n## Sau\n\n[1]: https://a.example/")
    (only,) = open_project(project).findings.problems
    assert_known([only])
    assert (only.line, only.suggestion) == (above + 1, "viết \\[ thay cho [")
    assert "“[1]” trong nguyên văn sẽ hiện ra thành liên kết" in only.message


@pytest.mark.parametrize("text", RIGHT)
def test_what_a_letter_may_hold(project: Path, text: str) -> None:
    letter(project, text)
    assert told(project) == []


def test_a_letter_below_the_page_s_own_title(project: Path) -> None:
    text = "thoi-diem: 2020-01-15\n---\n\n# Nguyên văn {#nguyen-van}\n\nKính gửi: A.\n"
    (project / HOME).write_text(f"---\n{text}", encoding="utf-8")
    found = open_project(project).findings.problems
    assert_known(found[:1])
    assert "viết hai dấu #" in found[0].suggestion


def test_spaces_before_the_first_line(project: Path) -> None:
    above = letter(project, "Một.")
    change(project, HOME, "Kính gửi: A.", "    Kính gửi: A.")
    (only,) = open_project(project).findings.problems
    assert (only.line, only.message[:8]) == (above - 1, "đoạn này")


@pytest.mark.parametrize("tag", ["<div>", "<div markdown>", "<details>"])
def test_a_tag_around_a_letter(project: Path, tag: str) -> None:
    above = letter(project, f"Một.\n\n## Sau\n\nHai.\n\n</{tag[1:-1].split()[0]}>", f"\n{tag}\n")
    found = open_project(project).findings.problems
    assert_known(found)
    (around, *_) = [one for one in found if "nguyên văn đứng bên trong" in one.message]
    assert (around.file, around.line) == (HOME, above - LETTER.count("\n"))


@pytest.mark.parametrize(("opens", "closes"), [("```", "```"), ("<!--", "-->")])
def test_a_letter_that_is_a_sample_or_a_comment(project: Path, opens: str, closes: str) -> None:
    above = letter(project, f"Một.\n\n{closes}", f"\n{opens}")
    found = open_project(project).findings.problems
    assert_known(found)
    assert "nằm trong khối mẫu hay chú thích" in found[0].message
    assert (found[0].file, found[0].line) == (HOME, above - 3)


def test_a_letter_without_a_word(project: Path) -> None:
    text = "Về việc thử.\n\n## Nguyên văn {#nguyen-van}\n### Một phần\n\nLời."
    change(project, HOME, "Về việc thử.", text)
    (only,) = open_project(project).findings.problems
    assert_known([only])
    assert "dưới “Nguyên văn” chưa có chữ nào" in only.message
