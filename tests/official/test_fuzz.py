"""Whatever a file holds, it comes in whole or is refused in words, and nothing of it ever runs.

Each reader gets bytes that mean nothing, and files of its kind that are almost right. What came in
is followed to the end: every line is where it was, and a page shows it as letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch

import markdown
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from intake.made import docx_of, pdf_of, with_part
from samples import corpus_of, van_ban
from vanban.features import FEATURES
from vanban.intake import apart
from vanban.intake.document import Document, RefusedError
from vanban.law.instrument import Instrument
from vanban.law.wording import read_wording
from vanban.official.importing import Import, take_in
from vanban.official.structure import LEFT_OUT
from vanban.page.fragments import Fragments, literal

SLUG = "nghi-dinh-1-2020-nd-cp"
OFTEN = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SELDOM = settings(OFTEN, max_examples=20)
FORMS = Fragments(FEATURES)

WORDS = (
    *("Điều 1. Mở cửa", "Điều 2. <b>Đóng</b>", "Điều 23đ.", "1. Một.", "2. Hai:", "3a. Ba"),
    *("a) x;", "đ) y.", "- gạch", "“Điều 9. Lạc", "lạc”.", "Chương I", "MỤC ĐÍCH", "Mục 1. A"),
    *("Số: 1/2020/NĐ-CP", "Căn cứ Luật X;", "Nơi nhận:", "PHỤ LỤC I", "Mẫu số 1", "---", "***"),
    *("# Đầu {#dieu-1}", "> trích", "    thụt", "| a | b |", "![x](javascript:alert(1))", "~~~"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;script&gt;", "{{ 7*7 }}"),
    *(
        "[x](y) `z`",
        "1\\. _m_",
        "+ cộng",
        "[^1]: chú",
        "*[HTML]: x",
        ": nghĩa",
        "=====",
        "\u200bẩn",
    ),
)
LINES = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=20)), min_size=1, max_size=25
).map(lambda lines: ["Điều 1. Mở cửa", *lines])
"""Lines of an instrument, and much that could be taken for something else."""
BLOCKS = (
    *("<p>{}</p>", "<div class=pDieu>{}</div>", "<p class='pDieu'>{}</p>", "<table><tr><td>{}"),
    *("<p class='pGhiChu'>(Điều 1 Nghị định số 1/2020/NĐ-CP, {})</p>", "<p class='pNoiDung'>{}"),
    *("<script>{}</script>", "<style>{}", "<svg onload='{}'>", "<!-- {} -->", "<![CDATA[{}]]>"),
    *('<p onclick="{}">{}', "<a href='javascript:{}'>{}</a>", "<textarea>{}", "</div>{}", "<{}>"),
    *(
        "<td>{}</td>",
        "<li>{}",
        "<br>{}<br/>",
        "<p style='display:none'>{}</p>",
        "&#0;{}&nbsp;",
        "{}",
    ),
    *(
        "<iframe srcdoc='{}'>",
        "<math><mtext>{}",
        "<p class=pChiDan>{}</p>",
        "<h1>{}",
        "<template>{}",
    ),
)
PAGES = st.lists(st.tuples(st.sampled_from(BLOCKS), st.sampled_from(WORDS)), max_size=25).map(
    lambda parts: "<html><p>Điều 1. Mở</p>" + "".join(b.replace("{}", w) for b, w in parts)
)
PARAGRAPHS = (
    *("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r>"),
    *("<w:p><w:pPr><w:numPr><w:numId w:val='9'/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",),
    *(
        "<w:p><w:ins><w:r><w:t>{}</w:t></w:r></w:ins><w:del><w:r><w:t>mất</w:t></w:r></w:del></w:p>",
    ),
    *("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>", "<w:p><w:r><w:tab/></w:r>"),
    *(
        "<w:p><w:r><w:footnoteReference w:id='2'/><w:t>{}</w:t></w:r></w:p>",
        "</w:tc></w:tr></w:tbl>",
    ),
    *("<w:sdt><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>", "</w:p>"),
)
HEAD = (
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    "<w:p><w:r><w:t>Điều 1. Mở</w:t></w:r></w:p>"
)


@pytest.fixture(scope="module")
def instrument(tmp_path_factory: pytest.TempPathFactory) -> Instrument:
    files = {f"van-ban/{SLUG}/van-ban.yml": van_ban(), f"van-ban/{SLUG}/index.md": "# Thử\n"}
    return corpus_of(tmp_path_factory.mktemp("docs"), files).instruments[SLUG]


@pytest.fixture(scope="module", autouse=True)
def here() -> Iterator[None]:
    """Word and PDF are read in this process: one for each of a thousand files takes too long.

    What a reader raises there is told as a broken file; so here it goes through, but for what the
    libraries raise of themselves on bytes that are none of theirs.
    """

    def read(path: Path, kind: str) -> Document:
        answer = apart.main(str(path), kind)
        if "refused" in answer:
            raise RefusedError(*answer["refused"])
        return apart._document(answer)

    with patch.object(apart, "read", read):
        yield


def came_in(folder: Path, name: str, data: bytes, instrument: Instrument) -> Import | None:
    """The file as it comes in; None where it is refused in words."""
    file = folder / name
    file.write_bytes(data)
    try:
        return take_in(file, instrument, date(2026, 1, 2))
    except RefusedError:
        return None


def follow(found: Import | None, instrument: Instrument) -> None:
    """Every line once and in its order; what is kept is read back; a page shows only letters."""
    if found is None:
        return
    placed = found.structure.placed
    assert [item.line for item in placed] == list(found.source.lines)
    lines = found.lines
    assert lines["total"] == lines["kept"] + lines["headings"] + lines["left_out"]
    text = found.text(instrument)
    kept = read_wording(text)
    assert kept is not None
    assert kept.changed == kept.lost == ()
    law = [one for one in placed if one.unit is not None and one.use not in LEFT_OUT]
    for unit, rows in kept.lines.items():
        assert list(rows) == [one.line.text for one in law if one.unit == unit]
    assert sum(map(len, kept.lines.values())) == len(law)
    _is_harmless(text)
    for rows in kept.lines.values():
        for element in FORMS.render(
            "wording/wording.html", lines=rows, source="tệp", changed=False
        ):
            tags = Counter(one.tag for one in element.iter())
            assert set(tags) <= {"details", "summary", "div", "p"}
            assert {key for one in element.iter() for key in one.attrib} <= {"class"}
            (holder,) = [one for one in element.iter() if one.get("class") == "nv-chu"]
            shown = ["".join(one.itertext()) for one in holder]
            assert shown == [literal(row) for row in rows]


def _is_harmless(text: str) -> None:
    """The file as Markdown is headings and paragraphs, whoever opens it."""
    body = text.partition("\n---\n")[2]
    html = markdown.markdown(body, extensions=["attr_list", "tables", "footnotes"])
    tags = set(re.findall(r"</?([a-zA-Z][\w-]*)", html))
    assert tags <= {"h1", "h2", "h3", "h4", "h5", "h6", "p"}, tags
    assert not re.search(r"<[^>]*\son\w+=", html)


@OFTEN
@given(
    data=st.binary(max_size=400), ending=st.sampled_from([".txt", ".html", ".docx", ".pdf", ".md"])
)
def test_bytes(tmp_path: Path, instrument: Instrument, data: bytes, ending: str) -> None:
    follow(came_in(tmp_path, f"a{ending}", data, instrument), instrument)


@OFTEN
@given(
    lines=LINES,
    name=st.sampled_from(["a.txt", "a.md"]),
    end=st.sampled_from(["\n", "\r\n", "\n\n"]),
)
@example(lines=["Điều 1. A", "---", "1. B"], name="a.md", end="\n")
def test_text(
    tmp_path: Path, instrument: Instrument, lines: list[str], name: str, end: str
) -> None:
    data = end.join(lines).encode("utf-8", "surrogatepass")
    follow(came_in(tmp_path, name, data, instrument), instrument)


@OFTEN
@given(page=PAGES, coding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_web_pages(tmp_path: Path, instrument: Instrument, page: str, coding: str) -> None:
    found = came_in(tmp_path, "a.html", page.encode(coding), instrument)
    follow(found, instrument)


@OFTEN
@given(page=PAGES, at=st.integers(0, 2000), put=st.binary(max_size=6))
def test_web_pages_with_a_fault(
    tmp_path: Path, instrument: Instrument, page: str, at: int, put: bytes
) -> None:
    data = page.encode()
    follow(came_in(tmp_path, "a.html", data[:at] + put + data[at + 1 :], instrument), instrument)


@SELDOM
@given(parts=st.lists(st.tuples(st.sampled_from(PARAGRAPHS), st.sampled_from(WORDS)), max_size=15))
def test_word(tmp_path: Path, instrument: Instrument, parts: list[tuple[str, str]]) -> None:
    escaped = [(p, w.replace("&", "&amp;").replace("<", "&lt;")) for p, w in parts]
    content = HEAD + "".join(p.replace("{}", w) for p, w in escaped) + "</w:body></w:document>"
    data = with_part(docx_of("a"), "word/document.xml", content.encode())
    follow(came_in(tmp_path, "a.docx", data, instrument), instrument)


@SELDOM
@given(lines=LINES, at=st.integers(0, 40_000), put=st.binary(max_size=8), cut=st.booleans())
def test_word_with_a_fault(
    tmp_path: Path, instrument: Instrument, lines: list[str], at: int, put: bytes, cut: bool
) -> None:
    printable = ["".join(one for one in line if one.isprintable()) for line in lines]
    whole = docx_of(*printable)
    place = at % len(whole)
    data = whole[:place] + put + (b"" if cut else whole[place + len(put) :])
    follow(came_in(tmp_path, "a.docx", data, instrument), instrument)


@SELDOM
@given(lines=LINES, at=st.integers(0, 20_000), put=st.binary(max_size=8), cut=st.booleans())
def test_pdf(
    tmp_path: Path, instrument: Instrument, lines: list[str], at: int, put: bytes, cut: bool
) -> None:
    printable = ["".join(one for one in line if one.isprintable()) or "x" for line in lines]
    whole = pdf_of([line for line in printable if all(ord(one) < 0xD800 for one in line)])
    place = at % len(whole)
    data = whole[:place] + put + (b"" if cut else whole[place + len(put) :])
    follow(came_in(tmp_path, "a.pdf", data, instrument), instrument)
