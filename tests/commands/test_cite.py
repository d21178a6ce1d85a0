"""A letter that is not sent yet: its citations judged on its day, told, marked in the draft."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from command_line import Run
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from intake.made import docx_of, pdf_of
from vanban.intake import reader, word

DAY = "Thử Nghiệm, ngày 20 tháng 5 năm 2025"
ENDED = "khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
STANDS = "khoản 1 Điều 7 Luật Thử nghiệm năm 2023"
NOWHERE = "khoản 9 Điều 7 Luật Thử nghiệm năm 2023"
COMING = "Điều 1 Thông tư 66/2025/TT-BTN"
LETTER = (
    f"Số: 12/STN-VP\n{DAY}",
    "Kính gửi: Các phòng.",
    f"1. Theo {STANDS}.",
    f"2. Theo {ENDED}; {NOWHERE}.",
    COMING,
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "du-thao.docx"
    file.write_bytes(docx_of(*LETTER))
    return file


def test_the_worst_is_told_first_and_all_is_counted(run: Run, draft: Path) -> None:
    done = run("cite", draft)
    heads = [line for line in done.out.splitlines() if " · đoạn " in line]
    assert heads == [
        f"KHÔNG CÓ ĐIỀU KHOẢN NÀY · đoạn 4: “{NOWHERE}”",
        f"HẾT HIỆU LỰC · đoạn 4: “{ENDED}”",
        f"CHƯA CÓ HIỆU LỰC · đoạn 5: “{COMING}”",
        f"CÒN HIỆU LỰC · đoạn 3: “{STANDS}”",
    ]
    assert "ngày 20/5/2025 (ngày ghi trong văn bản)" in done.out
    assert "từ 01/01/2024" in done.out  # since when it has ended
    assert done.out.rstrip().endswith(
        "4 viện dẫn: 1 không có điều khoản này; 1 hết hiệu lực; 1 chưa có hiệu lực; 1 còn hiệu lực."
    )
    assert done.status == 1


def test_the_day_decides(run: Run, draft: Path) -> None:
    """On an old day the old law is in force; the option outweighs the letter."""
    told = json.loads(run("cite", draft, "--json", "--as-of", "2020-01-01").out)
    assert {one["text"]: one["in_force"] for one in told}[ENDED] is True
    assert {one["text"]: one["in_force"] for one in told}[STANDS] is False
    assert {one["as_of_from"] for one in told} == {"option"}


def test_without_a_day_it_is_today_and_no_reason_to_stop(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Theo {ENDED}.", encoding="utf-8")
    done = run("cite", file)
    assert "hôm nay" in done.out
    assert "--as-of" in done.out
    assert "HẾT HIỆU LỰC" in done.out
    assert done.status == 0
    assert run("cite", file, "--as-of", "2025-05-20").status == 1


def test_a_blank_day_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(docx_of("Thử Nghiệm, ngày   tháng 5 năm 2025", f"Theo {STANDS}."))
    assert "để trống" in run("cite", file).told


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        # one counterpart · a part of the unit each · nothing at all · one that has ended itself
        # · only a larger unit was compared · only its clauses were · only the whole law
        ("khoản 1 Điều 5", "Nay: khoản 2 Điều 7 Luật Thử nghiệm năm 2023 (cách đọc"),
        ("khoản 2 Điều 5", "Nay: vế về mẫu thử: điểm a khoản 2 Điều 7"),
        ("điểm d khoản 1 Điều 5", "Nay: không có quy định tương ứng"),
        ("Điều 23", "khoản 2 Điều 4 Nghị định 44/2024/NĐ-CP (hết hiệu lực; "),
        ("điểm a Điều 6", "Nay (mới so được cả Điều 6 Luật Thử nghiệm năm 2012): vế đầu: Điều 7"),
        ("Điều 5", "Nay: khoản 1 Điều 5: khoản 2 Điều 7 Luật Thử nghiệm năm 2023 (cách đọc"),
        ("Điều 23a", "Nay (mới so được cả Luật Thử nghiệm năm 2012): Luật Thử nghiệm năm 2023"),
    ],
)
def test_what_holds_it_today(run: Run, cited: str, told: str) -> None:
    text = f"Theo {cited} Luật Thử nghiệm năm 2012."
    assert told in run("cite", "-", "--as-of", "2025-05-20", given=text).out


def test_of_units_below_one_only_the_largest_that_were_compared_are_told(run: Run) -> None:
    """Khoản 1 was compared, and points of it too: whoever cites the article is told of khoản 1."""
    text = "Theo Điều 5 Luật Thử nghiệm năm 2012."
    told = run("cite", "-", "--as-of", "2025-05-20", given=text).out
    assert "Nay: khoản 1 Điều 5: " in told
    assert "khoản 1 Điều 5: " not in told.replace("Nay: khoản 1 Điều 5: ", "")


def test_json_has_every_field(run: Run, draft: Path) -> None:
    found = {one["text"]: one for one in json.loads(run("cite", draft, "--json").out)}
    ended = found[ENDED]
    assert (ended["exists"], ended["in_force"], ended["verdict"]) == (True, False, "ended")
    assert (ended["paragraph"], ended["page"], ended["line"]) == (4, None, None)
    assert ended["certainty"] in ("stated", "single", "reading", "unknown")
    assert ended["ended"] == "2024-01-01"
    assert ended["today"]
    assert all(item["target"] and item["name"] for item in ended["today"])
    assert (found[NOWHERE]["exists"], found[NOWHERE]["in_force"]) == (False, None)


def test_a_pdf_tells_the_page(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_of([DAY, "Kính gửi: Các phòng."], [f"Theo {ENDED}."]))
    done = run("cite", file)
    assert f"HẾT HIỆU LỰC · trang 2, đoạn 3: “{ENDED}”" in done.out


def test_sarif_is_a_log_of_version_2_1_0(run: Run, draft: Path, tmp_path: Path) -> None:
    """SARIF 2.1.0, 3.13 to 3.30: what a log, a run, a rule and a result must have."""
    plain = tmp_path / "thư có dấu.txt"
    plain.write_text("\n\n".join(LETTER), encoding="utf-8")
    for file in (draft, plain):
        log = json.loads(run("cite", file, "--sarif").out)
        assert log["version"] == "2.1.0"
        (only,) = log["runs"]
        rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
        assert len(set(rules)) == len(rules)
        levels = [one["level"] for one in only["results"]]
        assert sorted(levels) == ["error", "none", "warning", "warning"]
        for one in only["results"]:
            assert rules[one["ruleIndex"]] == one["ruleId"]
            assert one["message"]["text"]
            assert (one["kind"] == "pass") == (one["level"] == "none")  # 3.27.10
            uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii()
            assert " " not in uri
    region = only["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = plain.read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == STANDS


def comments(file: Path) -> dict[str, str]:
    """Words that a comment marks → the comment."""
    read = docx.Document(str(file))
    found = {}
    for comment in read.comments:
        marked, inside = "", False
        for element in read.element.body.iter():
            name = element.tag.rpartition("}")[2]
            if name.startswith("commentRange") and _id(element) == comment.comment_id:
                inside = name == "commentRangeStart"
            elif inside and name == "t":
                marked += element.text
        found[marked] = comment.text
    return found


def _id(element: Any) -> int:
    return int(next(value for key, value in element.attrib.items() if key.endswith("}id")))


def test_the_draft_comes_back_with_comments(run: Run, draft: Path, tmp_path: Path) -> None:
    out, before = tmp_path / "ra.docx", draft.read_bytes()
    done = run("cite", draft, "--annotate", out)
    assert "Đã ghi 3 chú thích" in done.told
    marked = comments(out)
    assert set(marked) == {ENDED, NOWHERE, COMING}
    assert "hết hiệu lực từ 01/01/2024" in marked[ENDED]
    assert draft.read_bytes() == before
    assert word.read(out.read_bytes()).text == word.read(before).text


def test_comments_mark_citations_that_runs_split(run: Run, tmp_path: Path) -> None:
    """Word cuts runs anywhere; two citations in one run, one over four runs, look kept."""

    def fill(file: Any) -> None:
        paragraph = file.add_paragraph()
        for part in ("a) Theo kho", "ản 1 ", "Điều 5 Luật Thử", " nghiệm năm 2012; "):
            paragraph.add_run(part).bold = part.startswith("Điều")
        paragraph.add_run(f"và {NOWHERE}, {COMING}.")

    draft, out = tmp_path / "a.docx", tmp_path / "ra.docx"
    draft.write_bytes(docx_of(DAY, fill=fill))
    run("cite", draft, "--annotate", out)
    assert set(comments(out)) == {ENDED, NOWHERE, COMING}
    before, after = (docx.Document(io.BytesIO(one.read_bytes())) for one in (draft, out))
    assert [one.text for one in before.paragraphs] == [one.text for one in after.paragraphs]
    bold = [run.text for run in after.paragraphs[-1].runs if run.bold]
    assert "".join(bold) == "Điều 5 Luật Thử"


def test_comments_reach_insertions_links_and_tables(run: Run, tmp_path: Path) -> None:
    """A citation may begin in a tracked insertion and end in a link; old comments stay."""
    first, second = ENDED[:12], ENDED[12:]
    words = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    inserted = f'<w:ins w:id="9" w:author="a">{words.format(first)}</w:ins>'
    link = f'<w:hyperlink w:anchor="x">{words.format(second)}</w:hyperlink>'

    def fill(file: Any) -> None:
        file.add_table(1, 1).cell(0, 0).text = f"Theo {NOWHERE}."
        paragraph = f"<w:p {nsdecls('w')}>{inserted}{link}</w:p>"
        file.element.body.insert_element_before(parse_xml(paragraph), "w:sectPr")
        file.add_comment(file.add_paragraph("Xem lại.").runs[0], text="cũ", author="b")

    draft, out = tmp_path / "a.docx", tmp_path / "ra.docx"
    draft.write_bytes(docx_of(DAY, fill=fill))
    run("cite", draft, "--annotate", out)
    assert set(comments(out)) == {ENDED, NOWHERE, "Xem lại."}


def test_nothing_is_written_over(run: Run, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "ra.docx"
    out.write_bytes(b"mine")
    refused = run("cite", draft, "--annotate", out)
    assert refused.status == 2
    assert "--force" in refused.told
    assert out.read_bytes() == b"mine"
    assert run("cite", draft, "--annotate", out, "--force").status == 1
    assert comments(out)
    for wrong in ((draft, "--annotate", draft, "--force"), (draft, "--annotate", "ra.pdf"),
                  (draft, "--annotate", tmp_path / "không có" / "ra.docx")):  # fmt: skip
        assert run("cite", *wrong).status == 2


def test_no_end_of_a_long_input_is_left_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_BYTES", 64)
    done = run("cite", "-", given=f"{'a' * 60} {NOWHERE}")
    assert done.status == 2
    assert "dài quá" in done.told


def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(pdf_of(["a"]))
    done = run("cite", file, "--annotate", tmp_path / "ra.docx")
    assert done.status == 2
    assert len(done.told.splitlines()) == 1
    assert not (tmp_path / "ra.docx").exists()


DECISION = """Số: 184/QĐ-STN

Thử Nghiệm, ngày 20 tháng 5 năm 2025

{kind}

Ban hành quy chế phối hợp

Điều 1. Ban hành kèm theo {said} này Quy chế phối hợp.

Điều 2. {said} này có hiệu lực từ ngày ký.

Điều 3. Các phòng làm theo khoản 1 Điều 2 {said} này và khoản 2 Điều này.

Nơi nhận:
- Như Điều 3;

QUY CHẾ

Điều 4. Theo khoản 1 Điều 5 Quy chế này.
"""


@pytest.mark.parametrize("kind", ["Quyết định", "Kế hoạch", "Thông báo"])
def test_what_a_paper_says_of_itself_is_no_citation(run: Run, kind: str) -> None:
    """Of the paper, what is issued with it, and the articles that it sends its copies by."""
    done = run("cite", "-", given=DECISION.format(kind=kind.upper(), said=kind))
    assert "Không thấy viện dẫn nào." in done.out
    assert done.status == 0


def test_what_another_paper_says_stays_a_doubt(run: Run) -> None:
    """“Thông tư này” in a decision, and “Quyết định này” where nothing says what the text is."""
    of_another = DECISION.format(kind="QUYẾT ĐỊNH", said="Thông tư")
    assert "CHƯA RÕ DẪN TỚI ĐÂU" in run("cite", "-", given=of_another).out
    alone = run("cite", "-", given="Làm theo khoản 1 Điều 2 Quyết định này.")
    assert "CHƯA RÕ DẪN TỚI ĐÂU" in alone.out
    assert alone.status == 1


def test_what_a_paper_names_besides_itself_is_judged(run: Run) -> None:
    given = DECISION.format(kind="QUYẾT ĐỊNH", said="Quyết định") + f"Theo {NOWHERE}."
    told = run("cite", "-", given=given).out.splitlines()
    assert [line for line in told if " · " in line] == [
        f"KHÔNG CÓ ĐIỀU KHOẢN NÀY · dòng 21, cột 6: “{NOWHERE}”"
    ]


def test_a_day_that_no_calendar_has_is_not_called_blank(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(docx_of("Thử Nghiệm, ngày 31 tháng 9 năm 2025", f"Theo {STANDS}."))
    told = run("cite", file).told
    assert "không có trong lịch (“Thử Nghiệm, ngày 31 tháng 9 năm 2025”)" in told
    assert "để trống" not in told


ANNEXED = """SỞ THỬ NGHIỆM
Số: {number}/STN-VP
Thử Nghiệm, ngày 20 tháng 5 năm 2025
Kính gửi: Các phòng.

Các phòng làm theo phụ lục.

PHỤ LỤC
(Kèm theo Công văn số {number}/STN-VP ngày {day} của Sở Thử nghiệm)
"""


@pytest.mark.parametrize("number", ["12", "12a", "02(m)"])
@pytest.mark.parametrize(("day", "told"), [("20/5/2025", 0), ("19/5/2025", 1)])
def test_its_own_number_above_an_annex_is_no_citation(
    run: Run, number: str, day: str, told: int
) -> None:
    """Another day than that in its head makes it another paper, or shows a slip."""
    given = ANNEXED.format(number=number, day=day)
    found = json.loads(run("cite", "-", "--json", given=given).out)
    assert [one["text"] for one in found] == [f"Công văn số {number}/STN-VP ngày 19/5/2025"][:told]


def test_what_replaces_an_instrument_that_is_not_here_is_told(run: Run) -> None:
    """By which provision, since when, how sure: what the corpus says of it and no more."""
    given = "Theo khoản 1 Điều 2 Nghị định 98/2009/NĐ-CP và Nghị định 98/2010/NĐ-CP."
    told = run("cite", "-", given=given).out
    assert told.count("Kho biết:") == 1
    assert "Kho biết: Điều 2 Nghị định 33/2014/NĐ-CP" in told
    assert "thay thế văn bản này (một nguồn" in told
    assert "kiểm tra 20/5/2025)" in told
    first, second = json.loads(run("cite", "-", "--json", given=given).out)
    assert first["verdict"] == "outside"
    assert first["replaced_by"][0] | {"in_force_since": ""} == {
        "target": "nghi-dinh-33-2014-nd-cp",
        "name": "Nghị định 33/2014/NĐ-CP",
        "where": "Điều 2",
        "in_force_since": "",
        "certainty": "single",
        "checked": "2025-05-20",
    }
    assert second["replaced_by"] == []
