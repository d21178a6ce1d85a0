"""Questions as files for other programs, read back as those programs read them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

import pytest
from building import ROOT
from lxml import etree
from vanban.features.quiz.quiz import QuizBank, QuizSet, load_quiz, read_set
from vanban.features.quiz.quiz_files import (
    GIFT,
    HEADS,
    PACKAGE,
    TABLE,
    Ground,
    files,
    gift,
    table,
)
from vanban.features.quiz.quiz_qti import package
from vanban.page.library import Library

SITE = "https://vi-du.edu.vn/mxh/"
BANK = load_quiz(ROOT / "docs")


@dataclass(frozen=True)
class Read:
    """A question as Moodle has it after the import."""

    name: str
    question: str
    right: str
    wrong: tuple[str, ...]
    letter: int
    feedback: str


def read_gift(text: str) -> list[Read]:
    """What Moodle's importer reads: blocks between empty lines, ``\\`` before its own signs."""
    found = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in block.splitlines() if not line.startswith("//")]
        if not lines or lines[0].startswith("$CATEGORY:"):
            continue
        name, question, answers = split("\n".join(lines))
        answers, _, feedback = answers.partition("####")
        options = re.findall(r"(?<!\\)([=~])((?:\\.|[^\\=~])*)", answers)
        rights = [plain(words) for sign, words in options if sign == "="]
        assert len(rights) == 1
        wrong = tuple(plain(words) for sign, words in options if sign == "~")
        letter = [sign for sign, _ in options].index("=")
        found.append(Read(name, plain(question), rights[0], wrong, letter, plain(feedback)))
    return found


def split(block: str) -> tuple[str, str, str]:
    parts = re.fullmatch(r"::((?:\\.|[^\\:])+)::((?:\\.|[^\\{])*)\{(.*)(?<!\\)\}", block, re.DOTALL)
    assert parts, block
    return parts[1], parts[2], parts[3]


def plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).strip()


QTI = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}
PARTS = {"p": "http://www.imsglobal.org/xsd/imscp_v1p1"}


def read_qti(content: bytes) -> list[Read]:
    """What a platform reads: the manifest, the test that it names, and the items of the test."""
    with ZipFile(io.BytesIO(content)) as packed:
        manifest = etree.fromstring(packed.read("imsmanifest.xml"))
        resources = {
            one.get("identifier"): one for one in manifest.iterfind(".//p:resource", PARTS)
        }
        named = {one.get("href") for one in manifest.iterfind(".//p:file", PARTS)}
        assert named | {"imsmanifest.xml"} == set(packed.namelist())
        (test,) = (one for one in resources.values() if "_test_" in one.get("type"))
        depends = [one.get("identifierref") for one in test.iterfind("p:dependency", PARTS)]
        asked = etree.fromstring(packed.read(test.get("href")))
        refs = asked.findall(".//q:assessmentItemRef", QTI)
        assert [one.get("identifier") for one in refs] == depends
        return [
            read_item(etree.fromstring(packed.read(resources[one].get("href")))) for one in depends
        ]


def read_item(item: Any) -> Read:
    """One question: its options, the right one, and the feedback that its rules show."""
    (interaction,) = item.iterfind(".//q:choiceInteraction", QTI)
    declared = {
        one.get("identifier")
        for kind in ("response", "outcome")
        for one in item.iterfind(f"q:{kind}Declaration", QTI)
    }
    assert interaction.get("responseIdentifier") in declared
    right = item.findtext("q:responseDeclaration/q:correctResponse/q:value", namespaces=QTI)
    choices = {
        one.get("identifier"): one.text for one in interaction.iterfind("q:simpleChoice", QTI)
    }
    (feedback,) = item.iterfind("q:modalFeedback", QTI)
    assert feedback.get("outcomeIdentifier") in declared
    shown = item.xpath(
        f".//q:setOutcomeValue[@identifier='{feedback.get('outcomeIdentifier')}']/q:baseValue/text()",
        namespaces=QTI,
    )
    assert shown == [feedback.get("identifier")]
    # The order that the schema wants: declarations, the body, the rules, the feedback.
    order = [etree.QName(child).localname for child in item]
    assert order == sorted(order, key=ORDER.index)
    return Read(
        item.get("identifier"),
        interaction.findtext("q:prompt", namespaces=QTI),
        choices[right],
        tuple(text for letter, text in choices.items() if letter != right),
        list(choices).index(right),
        "".join(feedback.itertext()).strip(),
    )


ORDER = [
    "responseDeclaration",
    "outcomeDeclaration",
    "itemBody",
    "responseProcessing",
    "modalFeedback",
]


@pytest.fixture(scope="module")
def made(of_site: Library) -> Mapping[str, Any]:
    return dict(files(BANK, of_site, SITE, True))


@pytest.mark.parametrize(("ending", "reader"), [(GIFT, read_gift), (PACKAGE, read_qti)])
@pytest.mark.parametrize("found", BANK.sets.values(), ids=list(BANK.sets))
def test_a_platform_reads_every_question_with_its_reason(
    made: Mapping[str, Any], found: QuizSet, ending: str, reader: Callable[[Any], list[Read]]
) -> None:
    read = reader(made[found.page.removesuffix(".md") + ending])
    assert [one.name for one in read] == [item.id for item in found.items]
    for one, item in zip(read, found.shown, strict=True):
        assert one.question == item.question
        assert one.right == item.options[item.right].text
        assert one.letter == item.right
        assert set(one.wrong) == {option.text for option in item.options if not option.right}
        assert one.feedback.startswith(item.reason)
        assert "hiệu lực" in one.feedback  # how the ground stands
        assert "không phải bản chính thức" in one.feedback
        assert SITE in one.feedback


@pytest.mark.parametrize("found", BANK.sets.values(), ids=list(BANK.sets))
def test_a_spreadsheet_reads_the_same(made: Mapping[str, Any], found: QuizSet) -> None:
    text = made[found.page.removesuffix(".md") + TABLE]
    assert text.startswith("\ufeff")  # else a spreadsheet breaks the accents
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert tuple(head) == HEADS
    for row, item in zip(rows, found.shown, strict=True):
        cells = dict(zip(head, row, strict=True))
        answers = [cells[f"Đáp án {number}"] for number in range(1, 5)]
        assert answers == [option.text for option in item.options]
        assert answers[int(cells["Đáp án đúng"]) - 1] == item.options[item.right].text
        assert (cells["Câu hỏi"], cells["Lý do"]) == (item.question, item.reason)
        assert cells["Đường dẫn"].startswith(SITE)
        assert cells["Căn cứ"].startswith(f"{item.basis} (")
        assert ("câu hỏi" in cells["Dài hơn Kahoot nhận"]) == (len(item.question) > 120)
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)  # no formulas


def test_without_a_public_address_the_files_have_none(of_site: Library) -> None:
    one = next(iter(BANK.sets.values()))
    for path, content in files(QuizBank({one.name: one}), of_site, "", True):
        if isinstance(content, bytes):
            assert all("://" not in read.feedback for read in read_qti(content)), path
        else:
            assert "://" not in content, path


def test_signs_of_the_format_are_words() -> None:
    text = r"""
cau:
  - ma: dau-la
    thoi: nay
    hoi: 'Hôm nay: a = b ~ c # {d} \e?'
    chon: [{sai: 'x=1'}, {dung: '~y'}, {sai: '{z}'}, {sai: 'a, "b"'}]
    vi-sao: 'Vì: #### là thế.'
    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
"""
    found, problems = read_set(text, "bo", "bo.yml")
    assert found, problems
    grounds = {"dau-la": (Ground("khoản 1", "https://a.vn/x/"),)}
    (item,) = found.shown
    (one,) = read_gift(gift(found, "Bộ", "Xong.", grounds))
    assert one.question == item.question
    assert (one.right, sorted(one.wrong)) == ("~y", sorted(["x=1", "{z}", 'a, "b"']))
    assert one.feedback == "Vì: #### là thế. Căn cứ: khoản 1 https://a.vn/x/. Xong."
    assert read_qti(package(found, "Bộ <&>", {"dau-la": one.feedback})) == [one]
    (row,) = csv.DictReader(io.StringIO(table(found, grounds).removeprefix("\ufeff")))
    assert row["Câu hỏi"] == item.question
    assert 'a, "b"' in row.values()


def test_no_cell_is_a_formula() -> None:
    text = """
cau:
  - ma: dau-la
    thoi: nay
    hoi: '=Hôm nay là 1+1?'
    chon: [{sai: '-5 triệu đồng'}, {dung: '+84'}, {sai: '@ten'}, {sai: 'Bốn'}]
    vi-sao: '=HYPERLINK("x")'
    can-cu: khoản 1 Điều 1 Nghị định 1/2020/NĐ-CP
"""
    found, problems = read_set(text, "bo", "bo.yml")
    assert found, problems
    _, row = csv.reader(io.StringIO(table(found, {"dau-la": ()}).removeprefix("\ufeff")))
    assert [one[:1] for one in row].count("'") == 5
    assert not any(one.startswith(("=", "+", "-", "@")) for one in row)
