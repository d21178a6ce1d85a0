"""A draft given back: a comment at exactly the words that it speaks of, all else as it was."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from intake.made import docx_of
from synthetic.pages import Knowledge, today
from vanban.cite.citation import Context
from vanban.features.draft.comments import AUTHOR, INITIALS, annotated
from vanban.features.draft.judged import Judged
from vanban.features.draft.judging import day_of, judge
from vanban.intake import word

DAY = "Thử Nghiệm, ngày 20 tháng 5 năm 2025"
ENDED = "khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
STANDS = "khoản 1 Điều 7 Luật Thử nghiệm năm 2023"
NOWHERE = "khoản 9 Điều 7 Luật Thử nghiệm năm 2023"
SAID = f"“{NOWHERE}”: không có điều khoản này."
WHY = "Điều 7 Luật Thử nghiệm năm 2023 không có khoản 9. → Điều 7 có 2 khoản (1–2)"


def judged_in(knowledge: Knowledge, data: bytes) -> tuple[Judged, ...]:
    document = word.read(data)
    day, _ = day_of(document, None, today())
    return judge(document, knowledge.engine, Context(), day, today())


def given_back(knowledge: Knowledge, data: bytes) -> tuple[Any, int, tuple[Judged, ...]]:
    """The draft read again, how many comments it got, what found no place."""
    out, count, lost = annotated(data, judged_in(knowledge, data))
    assert word.read(out).text == word.read(data).text
    return docx.Document(io.BytesIO(out)), count, lost


def marked(file: Any) -> dict[str, str]:
    """Words that a comment marks → the comment."""
    found = {}
    for comment in file.comments:
        words, inside = "", False
        for element in file.element.body.iter():
            name = element.tag.rpartition("}")[2]
            if name in ("commentRangeStart", "commentRangeEnd"):
                ids = [value for key, value in element.attrib.items() if key.endswith("}id")]
                if ids == [str(comment.comment_id)]:
                    inside = name == "commentRangeStart"
            elif inside and name == "t":
                words += element.text
        found[words] = comment.text
    return found


def test_what_needs_a_look_has_a_comment(knowledge: Knowledge) -> None:
    """What is in force needs none; who says it stands beside it."""
    file, count, lost = given_back(
        knowledge, docx_of(DAY, f"1. Theo {STANDS}; {ENDED}.", f"2. Theo {NOWHERE}.")
    )
    assert (count, lost) == (2, ())
    found = marked(file)
    assert list(found) == [ENDED, NOWHERE]
    assert found[NOWHERE] == f"{SAID}\n{WHY}"
    assert found[ENDED].startswith(f"“{ENDED}”: hết hiệu lực.\nKhoản 1 Điều 5")
    assert {(one.author, one.initials) for one in file.comments} == {(AUTHOR, INITIALS)}


@pytest.mark.parametrize(
    "parts",
    [
        # Word cuts runs anywhere: before, behind, around a citation, inside it
        [f"Theo {NOWHERE}, rồi thôi."],
        ["Theo ", NOWHERE, ", rồi thôi."],
        ["Theo kho", NOWHERE[3:9], NOWHERE[9:] + ", rồi thôi."],
        ["Theo ", NOWHERE[:1], NOWHERE[1:]],
        [NOWHERE + " và thôi."],
    ],
)
def test_runs_are_cut_where_the_words_begin_and_end(knowledge: Knowledge, parts: list[str]) -> None:
    def fill(file: Any) -> None:
        paragraph = file.add_paragraph()
        for number, part in enumerate(parts):
            paragraph.add_run(part).bold = number % 2 == 1

    data = docx_of(DAY, fill=fill)
    file, _, _ = given_back(knowledge, data)
    assert list(marked(file)) == [NOWHERE]
    before, after = (
        [(letter, run.bold) for run in one.paragraphs[-1].runs for letter in run.text]
        for one in (docx.Document(io.BytesIO(data)), file)
    )
    assert after == before


def test_what_stands_beside_letters_in_a_run_stays_in_its_place(knowledge: Knowledge) -> None:
    """A tab and a break of line in the run of a citation."""
    run = f"<w:r><w:rPr><w:i/></w:rPr><w:tab/><w:t>{NOWHERE}</w:t><w:br/><w:t>Hết.</w:t></w:r>"

    def fill(file: Any) -> None:
        paragraph = f"<w:p {nsdecls('w')}>{run}</w:p>"
        file.element.body.insert_element_before(parse_xml(paragraph), "w:sectPr")

    file, count, _ = given_back(knowledge, docx_of(DAY, fill=fill))
    assert count == 1
    assert list(marked(file)) == [NOWHERE]
    assert file.paragraphs[-1].text == f"\t{NOWHERE}\nHết."
    assert all(run.italic for run in file.paragraphs[-1].runs if run.text)


def test_a_numbered_paragraph_begins_behind_its_number(knowledge: Knowledge) -> None:
    def fill(file: Any) -> None:
        file.add_paragraph(f"Theo {NOWHERE}.", style="List Number")

    file, _, _ = given_back(knowledge, docx_of(DAY, fill=fill))
    assert list(marked(file)) == [NOWHERE]


def test_what_has_no_place_is_told(knowledge: Knowledge) -> None:
    """Judged in another file, of which this one lacks the paragraph."""
    found = judged_in(knowledge, docx_of(DAY, "A.", f"Theo {NOWHERE}."))
    _, count, lost = annotated(docx_of(DAY), found)
    assert (count, lost) == (0, found)
