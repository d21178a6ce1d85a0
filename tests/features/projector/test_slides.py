"""Slides that a trainer can edit: real text, notes with the citation, the same bytes each time."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from vanban.features.answer.answer import fined
from vanban.features.projector.deck import deck
from vanban.features.projector.fitting import SIZES, fits, fitted
from vanban.features.projector.layouts import ADDRESS, NAMES, boxes, template
from vanban.features.projector.slide import ITEM, Look, Slide
from vanban.features.projector.slides import pptx
from vanban.features.session.plan import plans
from vanban.features.session.replies import stories
from vanban.law.corpus import Corpus
from vanban.law.instrument import Target
from vanban.law.units import parse_id
from vanban.page.library import Library

SHORT, MIDDLE, LONG = (f"tap-huan/{minutes}-phut.md" for minutes in (15, 45, 90))
SITE = "https://vi-du.edu.vn/mxh/"


@pytest.fixture(scope="module")
def library(of_site: Library) -> Library:
    return of_site


@pytest.fixture(scope="module")
def decks(library: Library) -> dict[str, tuple[Slide, ...]]:
    """Page of a plan → its slides."""
    return {plan.path: deck(plan, library) for plan in plans(library.corpus)}


def test_whoever_leads_has_the_sums_that_a_room_asks_for(
    library: Library, decks: dict[str, tuple[Slide, ...]]
) -> None:
    """Each with who pays it and where it stands, and on no slide that the room reads."""
    told = 0
    for plan in plans(library.corpus):
        for story in stories(plan, library):
            (slide,) = (
                one for one in decks[plan.path] if one.notes[:1] == (f"Tình huống: {story.title}",)
            )
            for target, amount in fined(library, story):
                notes = "\n".join(slide.notes)
                assert library.unit_label(target) in notes, story.title
                for paid, who in ((amount.person, "cá nhân"), (amount.organisation, "tổ chức")):
                    if paid:
                        assert f"{who} {paid.millions}" in notes, story.title
                        assert paid.millions not in "\n".join(slide.lines)
                        told += 1
    assert told > 10


def test_the_last_slide_still_has_the_words_to_end_with(
    library: Library, decks: dict[str, tuple[Slide, ...]]
) -> None:
    for plan in plans(library.corpus):
        assert plan.steps[-1].lead
        assert decks[plan.path][-1].notes == plan.steps[-1].lead


@cache
def file_of(slides: tuple[Slide, ...], site: str = SITE) -> bytes:
    """The file of some slides, made once for all that open it."""
    return pptx(slides, "Dùng mạng xã hội đúng luật", site)


def opened(slides: tuple[Slide, ...], site: str = SITE) -> Any:
    return Presentation(io.BytesIO(file_of(slides, site)))


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_an_ended_clause_says_so_and_is_followed_by_today(decks: dict[str, Any]) -> None:
    slides = list(opened(decks[LONG]).slides)
    at = next(
        place
        for place, slide in enumerate(slides)
        if slide.shapes.title.text == "Khoản 5 Điều 21 Nghị định 72/2013/NĐ-CP"
    )
    assert "hết hiệu lực từ 25/12/2024" in words(slides[at])
    notes = slides[at].notes_slide.notes_text_frame.text
    assert "khoản 5 Điều 21 Nghị định số 72/2013/NĐ-CP ngày 15/7/2013" in notes
    assert f"{SITE}nd72/21/5/" in notes
    assert "khoản 6 Điều 21 Nghị định 147/2024/NĐ-CP" in words(slides[at + 1])


def test_codes_only_where_the_address_is_known(decks: dict[str, Any]) -> None:
    def pictures(deck: Any) -> int:
        return sum(hasattr(shape, "image") for slide in deck.slides for shape in slide.shapes)

    assert pictures(opened(decks[MIDDLE])) > 5
    assert pictures(opened(decks[MIDDLE], "")) == 0


def test_no_slide_holds_more_than_can_be_read(decks: dict[str, Any]) -> None:
    """All of a text is in its box, at a size that is read at the back of a room."""
    for slides in decks.values():
        for slide in slides:
            box = boxes(slide.look).get(1)
            if box and slide.lines:
                size = slide.size or box.size
                assert size >= SIZES[-1], slide.title
                assert fits(slide.lines, box, size), slide.title


def test_a_slide_with_few_words_has_large_letters(decks: dict[str, Any]) -> None:
    told = {slide.title: slide for slide in decks[LONG]}
    assert told["Khoản 1 Điều 8 Luật An ninh mạng năm 2018"].size == SIZES[0]
    assert told["Khoản 3 Điều 1 Nghị định 330/2026/NĐ-CP"].size == SIZES[-1]


@pytest.mark.parametrize(
    ("look", "words", "size"),
    [  # what differs from the layout is written; 0 leaves it as the layout has it
        (Look.QUESTION, 1, 60),
        (Look.QUESTION, 5, 0),
        (Look.QUESTION, 12, 38),
        (Look.TEXT, 1, 0),
        (Look.TEXT, 3, 32),
    ],
)
def test_a_title_takes_the_largest_letters_that_its_box_holds(
    look: Look, words: int, size: int
) -> None:
    slide = next(fitted(Slide(look, " ".join(["Có được đăng bài không?"] * words), ("a",))))
    assert slide.title_size == size


def test_colours_are_those_that_every_office_program_knows(decks: dict[str, Any]) -> None:
    """One that is misspelt is drawn black by one program, and refused by another."""
    known = {"bg1", "bg2", "tx1", "tx2", "dk1", "dk2", "lt1", "lt2", "hlink", "folHlink", "phClr"}
    known |= {f"accent{number}" for number in range(1, 7)}
    archive = ZipFile(io.BytesIO(pptx(decks[SHORT], "", SITE)))
    for name in archive.namelist():
        if name.endswith(".xml"):
            used = re.findall(rb'schemeClr val="([^"]*)"', archive.read(name))
            assert {one.decode() for one in used} <= known, name


def test_a_lead_in_is_not_left_behind_and_an_item_tells_its_point(decks: dict[str, Any]) -> None:
    goes_on = 0
    for slides in decks.values():
        for slide, after in pairwise(slides):
            if after.title != slide.title or not after.lines:
                continue
            assert len(slide.lines) == 1 or not slide.lines[-1].endswith(":"), slide.title
            is_item = after.lines[0].startswith(ITEM)
            pointed = [line for line in slide.lines if re.match(r"[a-zđ]\) ", line)]
            assert not (is_item and pointed), slide.title
            goes_on += after.lines[0].endswith(") …")
    assert goes_on > 1


def test_a_title_of_two_lines_breaks_before_the_instrument(decks: dict[str, Any]) -> None:
    titles = {slide.title for slides in decks.values() for slide in slides}
    assert "Điểm a khoản 2 Điều 83 \nNghị định 147/2024/NĐ-CP" in titles
    assert "Khoản 6 Điều 21 Nghị định 147/2024/NĐ-CP" in titles
    (slide,) = (
        one for one in opened(decks[MIDDLE]).slides if "Điểm a khoản 2" in one.shapes.title.text
    )
    assert slide.shapes.title.text == "Điểm a khoản 2 Điều 83 \vNghị định 147/2024/NĐ-CP"


def test_a_question_of_several_stories_names_them(decks: dict[str, Any]) -> None:
    (slide,) = (one for one in decks[LONG] if one.title.startswith("Mỗi nhóm:"))
    assert slide.look is Look.STORIES
    assert len(slide.lines) == 3
    assert "Bình luận xấu nằm trong nhóm do mình quản trị" in slide.lines[2]


def test_a_table_of_lines_is_all_there(decks: dict[str, Any], corpus: Corpus) -> None:
    """Nothing of a clause is lost where it is cut into several slides."""
    whole = " ".join(line for slide in decks[MIDDLE] for line in slide.lines)
    for letter in "abcd":
        unit = parse_id(f"dieu-7-khoan-1-diem-{letter}")
        begins = corpus.provisions[Target("luat-116-2025-qh15", unit)].text[:12]
        assert f"{letter}) {begins}" in whole


def test_slides_come_in_the_order_of_the_plan(decks: dict[str, Any]) -> None:
    """Where a plan asks before it opens the provision, so do the slides."""
    titles = [slide.title for slide in decks[SHORT]]
    asked = next(place for place, title in enumerate(titles) if "không muốn lên hình" in title)
    opened = titles.index("Khoản 2 Điều 24 \nLuật Bảo vệ dữ liệu cá nhân năm 2025")
    assert titles.index("Đăng ảnh lớp lên Facebook cá nhân") < asked < opened


def test_what_the_trainer_says_is_in_the_notes_whole(decks: dict[str, Any], corpus: Corpus) -> None:
    for plan in plans(corpus):
        notes = [
            slide.notes_slide.notes_text_frame.text
            for slide in opened(decks[plan.path]).slides
            if slide.has_notes_slide
        ]
        for words in [*plan.opening, *(words for step in plan.steps for words in step.lead)]:
            assert any(words in told for told in notes), words


def test_a_comparison_is_marked_as_one_on_the_slide(decks: dict[str, Any]) -> None:
    found = [slide for slide in opened(decks[LONG]).slides if is_today(slide)]
    assert len(found) > 2
    for slide in found:
        shown = words(slide)
        assert "Đối chiếu: " in shown or "Chưa rõ hôm nay" in shown


def is_today(slide: Any) -> bool:
    return str(slide.shapes.title.text).startswith("Hôm nay: ")


def test_a_slide_that_goes_on_counts_and_keeps_its_title(decks: dict[str, Any]) -> None:
    heads = [slide.head for slide in decks[MIDDLE] if slide.path == "anm25/7/1/"]
    assert len(heads) > 2
    assert [head.rpartition(" · ")[2] for head in heads] == [
        f"{place}/{len(heads)}" for place in range(1, len(heads) + 1)
    ]
    assert len({slide.title for slide in decks[MIDDLE] if slide.path == "anm25/7/1/"}) == 1


@pytest.mark.parametrize("plan", [SHORT, MIDDLE, LONG])
def test_the_design_can_be_read_anywhere(decks: dict[str, Any], plan: str) -> None:
    """16:9; letters of one family, at least 4.5 % of the height wherever a room reads them."""
    made = opened(decks[plan])
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, rel=0.001)
    with ZipFile(io.BytesIO(file_of(decks[plan]))) as parts:
        themes = [parts.read(name).decode() for name in parts.namelist() if "/theme/" in name]
        written = "".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")
        )
    assert len(themes) == 2  # of the slides, and of the notes
    for theme in themes:
        assert set(re.findall(r'<a:latin typeface="([^"]+)"', theme)) == {"Arial"}
    assert "Calibri" not in written
    assert len(made.slide_layouts) == len(Look)
    for slide in made.slides:
        sizes = {box.index: box.size for box in boxes(look_of(slide)).values()}
        for shape in slide.placeholders:
            place = shape.placeholder_format.idx
            if place in (ADDRESS, 4) or not shape.has_text_frame:  # the foot
                continue
            for paragraph in shape.text_frame.paragraphs:
                for run in paragraph.runs:
                    size = run.font.size.pt if run.font.size else sizes[place]
                    assert size / made.slide_height.pt > 0.044


def look_of(slide: Any) -> Look:
    return next(look for look in Look if NAMES[look] == slide.slide_layout.name)


def test_the_same_bytes_each_time(decks: dict[str, Any]) -> None:
    assert pptx(decks[SHORT], "A", SITE) == pptx(decks[SHORT], "A", SITE)


def test_a_layout_is_what_its_name_says() -> None:
    """The types that PowerPoint gave them (“title slide”) would speak of other placeholders."""
    presentation, layouts = template()
    assert [layout.name for layout in presentation.slide_layouts] == list(NAMES.values())
    for look, layout in layouts.items():
        assert layout.name == NAMES[look]
        assert "type" not in layout._element.attrib
        assert layout._element.get("userDrawn") == "1"
        places = {box.placeholder_format.idx for box in layout.placeholders} - {4}  # its number
        assert places == set(boxes(look))
