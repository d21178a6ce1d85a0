"""In which order pages are shown, what travels first, and the words of the school."""

from __future__ import annotations

import json
import re

import pytest
from building import CHECKED, ROOT
from vanban.features.search.kinds import GROUPS, KINDS, UNSEARCHED, kind_of
from vanban.features.search.rows import MORE, rows
from vanban.features.search.school_words import SchoolWords, parse
from vanban.features.search.texts import STORY, parted, text_of
from vanban.law.corpus import Corpus
from vanban.law.instrument import State
from vanban.law.validity import state_on
from vanban.page import letter


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("tinh-huong/lo-chia-se-tin-sai.md", "situation"),
        ("tinh-huong/index.md", "list"),
        ("hom-nay/muc-phat.md", "answer"),
        ("tra-cuu/hoi-dap-2.md", "question"),
        ("tra-cuu/thuat-ngu.md", "term"),
        ("tra-cuu/dieu-khoan.md", "list"),
        ("cong-van/noi-quy-mau.md", "rules"),
        ("cong-van/muc-2.md", "letter"),
        ("tap-huan/index.md", "training"),
        ("gioi-thieu/bien-tap.md", "about"),
        ("khong-co.md", "about"),
    ],
)
def test_the_kind_of_a_page(corpus: Corpus, page: str, kind: str) -> None:
    assert kind_of(corpus, page, CHECKED) == kind


def test_law_that_has_ended_stands_below_law_that_holds(corpus: Corpus) -> None:
    letters = letter.homes(corpus)
    for page in corpus.pages.values():
        instrument = corpus.page_instrument(page.path)
        if instrument and instrument.slug not in letters:
            ended = state_on(instrument, page.article, CHECKED) is State.ENDED
            assert KINDS[kind_of(corpus, page.path, CHECKED)].group == (2 if ended else 1)


def test_the_handbook_and_lists_come_last() -> None:
    last = len(GROUPS) - 1
    assert {name for name, kind in KINDS.items() if kind.group == last} == {"list", "about"}
    least = min(kind.weight for kind in KINDS.values() if kind.group < last)
    assert KINDS["list"].weight < least
    assert KINDS["about"].weight < least


def test_what_is_never_a_result_is_a_page(corpus: Corpus) -> None:
    assert set(UNSEARCHED) <= set(corpus.pages)


def test_every_way_on_leads_to_a_page(corpus: Corpus) -> None:
    found = rows(corpus)
    assert len(found) >= 3
    assert [row.page for row in found if row.page not in corpus.pages] == []
    assert all(row.title and row.below for row in found)
    assert [page for page in MORE if page not in corpus.pages] == []


def test_a_sentence_that_answers_is_the_summary() -> None:
    meta = {"tom-tat": "Chuyện.", "tra-loi": "Được."}
    assert text_of("a.md", "A", "<p>x</p>", meta).summary == "Được."
    assert text_of("a.md", "A", "<p>x</p>", {"tom-tat": "Chuyện."}).summary == "Chuyện."
    assert text_of("a.md", "A", "<p>x</p>", {}).summary == ""


def test_marks_of_markdown_are_no_text() -> None:
    meta = {"tra-loi": "**Đừng đăng: “cảnh báo”\nkhông thay.** Xem [điều 5](x.md), _rồi_ gọi."}
    summary = text_of("a.md", "A", "<p>x</p>", meta).summary
    assert summary == "Đừng đăng: “cảnh báo” không thay. Xem điều 5, rồi gọi."


# ---- Words of the school ------------------------------------------------------------------------

KNOWN = """fb, face, hack, chửi, nói xấu, like, thả tim, share, mxh, hs, gv, ph, hiệu trưởng,
chatgpt, AI, livestream, bán online, group, page, đuổi việc"""


def test_school_words_are_known() -> None:
    assert set(re.split(r",\s", KNOWN)) - set(SchoolWords.read().meant) == set()


def test_what_is_meant_stands_on_the_pages() -> None:
    """A word that no page has helps nobody; it was mistyped, or the page has changed."""
    text = " ".join(
        file.read_text(encoding="utf-8").lower() for file in (ROOT / "docs").rglob("*.md")
    )
    useless = {
        typed: meant
        for typed, meant in SchoolWords.read().meant.items()
        if not any(phrase.lower() in text for phrase in meant)
    }
    assert useless == {}


def test_the_form_of_the_file() -> None:
    words = parse(
        "# chữ\n\nFB, Face = facebook, mạng\nkhông cần: bị,  có \nnền mạng: fb\n"
        "không có trang: học phí\n"
    )
    assert words.meant == {"fb": ("facebook", "mạng"), "face": ("facebook", "mạng")}
    assert (words.idle, words.places, words.outside) == (("bị", "có"), ("fb",), ("học phí",))
    assert json.loads(json.dumps(words.as_data()))["idle"] == ["bị", "có"]


def test_only_capitals_tell_artificial_intelligence_from_who() -> None:
    words = parse("Bằng AI, công cụ AI = AI\nkhông cần: Ai\n")
    assert words.meant == {"bằng AI": ("AI",), "công cụ AI": ("AI",)}
    assert words.idle == ("ai",)


def test_choices_are_every_phrase_that_they_name() -> None:
    meant = parse("bị (chửi / nói xấu) (cô / gv), la = bôi nhọ").meant
    assert set(meant) == {"bị chửi cô", "bị chửi gv", "bị nói xấu cô", "bị nói xấu gv", "la"}
    with pytest.raises(ValueError, match="mất nick"):
        parse("(mất / lộ) nick, mất nick = bị chiếm")


def test_a_matter_without_a_page_has_none(corpus: Corpus) -> None:
    """A page that an editor wrote since then has to be found: take its matter off the list."""
    titles = " | ".join(
        line.lower()
        for page in corpus.pages.values()
        if page.path.startswith(("tinh-huong/", "hom-nay/", "tra-cuu/hoi-dap"))
        for line in page.text.splitlines()
        if line.startswith("#")
    )
    found = [one for one in SchoolWords.read().outside if re.search(rf"\b{one}\b", titles)]
    assert found == []


@pytest.mark.parametrize("text", ["fb facebook", "fb =", "= facebook", "a = b\n\na = c", "x: y"])
def test_a_line_of_another_form_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=rf"school_words.txt:{text.count(chr(10)) + 1}: "):
        parse(text)


def test_a_story_and_its_law_travel_behind_what_to_do(corpus: Corpus) -> None:
    """What comes before the first result is what to do; nothing of a situation is lost."""
    parts = [
        ["=", "Nên làm gì?", "Gỡ."],
        ["=", "Chuyện gì xảy ra?", "Cô H."],
        ["=", "Luật", "Cấm."],
    ]
    assert parted(parts) == (parts[:1], parts[1:])
    assert parted(parts[:1]) == (parts[:1], [])
    for page in corpus.pages.values():
        if page.path.startswith("tinh-huong/") and not page.path.endswith("index.md"):
            assert f"\n## {STORY}\n" in page.text, page.path
