"""Terms explained where a page first uses them."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from vanban.page.glossary import explain, read_glossary

SOURCE = """# Thuật ngữ

Diễn đạt lại
:   Nói lại bằng **lời khác**. Xem [cách làm](../gioi-thieu/phuong-phap.md).

Làm nhục, xúc phạm
:   Hạ thấp người khác.
"""


def test_a_tooltip_shows_words_and_no_markdown() -> None:
    root = fromstring("<div><p>Câu này là diễn đạt lại.</p></div>")
    explain(root, read_glossary(SOURCE), "index.md")
    link = next(root.iter("a"))
    assert link.get("title") == "Nói lại bằng lời khác. Xem cách làm."
    assert link.get("href") == "tra-cuu/thuat-ngu.md#dien-dat-lai"


def test_only_the_first_use_is_explained() -> None:
    root = fromstring("<div><p>Xúc phạm là xúc phạm; làm nhục cũng vậy.</p></div>")
    explain(root, read_glossary(SOURCE), "index.md")
    assert [link.text for link in root.iter("a")] == ["Xúc phạm"]
