"""A second letter has all that the first has, and a site needs none: an office edits data only."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from editors_words import assert_known
from lxml import html
from synthetic.pages import ROOT, Reader, copied, find, links, read, texts, today, words
from vanban.features.offline.built_site import BuiltSite
from vanban.law.ledger import counted
from vanban.project import open_project

FIRST = "cong-van/index.md"
FOLDER = "van-ban/ke-hoach-8-kh-ptn-2025"
SECOND = f"{FOLDER}/index.md"
OLD_LAW = "van-ban/luat-11-2012-qh13/dieu-5.md"


def cards(reader: Reader, page: str) -> list[str]:
    return [words(card) for card in find(reader.page(page), "aside.cv-the div.the")]


# ---- Each letter has its own day ----------------------------------------------------------------


def test_each_letter_speaks_of_its_own_day(reader: Reader) -> None:
    """The same clause held when the first was sent, and no more when the second was."""
    clause = "Khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
    (then,) = [card for card in cards(reader, FIRST) if card.startswith(clause)]
    (later,) = [card for card in cards(reader, SECOND) if card.startswith(clause)]
    assert "khi ấy đang có hiệu lực" in then
    assert "khi ấy đã hết hiệu lực" in later


def test_what_a_letter_cites_outside_its_items_has_a_card(tmp_path: Path) -> None:
    """Numbered in another way, or behind the last item: what ended is told there too."""
    root = copied(tmp_path)
    page = root / "docs" / FIRST
    clause = "Khoản 1 Điều 5 Luật Thử nghiệm năm 2012"
    before = Reader(read(root), today(root))
    source = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"(?m)^(\d)\. ", r"\1) ", source), encoding="utf-8")
    there = Reader(read(root), today(root))
    assert not find(there.page(FIRST), "div.cv-muc")
    assert [one for one in cards(there, FIRST) if one.startswith(clause)] == [
        one for one in cards(before, FIRST) if one.startswith(clause)
    ]
    shown = there.page(FIRST)
    assert "data-doan" not in html.tostring(shown, encoding="unicode")
    for card in find(shown, "aside.cv-the"):
        (beside,) = shown.xpath(f".//p[@data-cho='{card.get('data-cho')}']")
        begins = texts(card, "p.cv-the-ten")[0].strip("“").partition("”")[0].rstrip("…")
        assert begins
        assert words(beside).startswith(begins)


@pytest.mark.parametrize(
    ("behind", "named"),
    [
        ("Kính gửi: Các phòng thử.\n", "Căn cứ Điều 5 Luật Thử nghiệm năm 2012;"),
        ("- Như trên;\n", "Phụ lục: việc nêu ở Điều 5 Luật Thử nghiệm năm 2012."),
    ],
)
def test_what_has_ended_is_told_wherever_the_letter_names_it(
    tmp_path: Path, behind: str, named: str
) -> None:
    """In what it rests on, or below its end: never in a folded list alone."""
    root = copied(tmp_path)
    page = root / "docs" / FIRST
    source = page.read_text(encoding="utf-8")
    assert behind in source
    page.write_text(source.replace(behind, f"{behind}\n{named}\n"), encoding="utf-8")
    there = Reader(read(root), today(root))
    (card,) = [one for one in cards(there, FIRST) if one.startswith("Điều 5 Luật")]
    assert "Khoản 1 nay đọc ở khoản 2 Điều 7 Luật Thử nghiệm năm 2023." in card
    assert "Khoản khác ở đây chưa đối chiếu." in card


def test_a_name_without_a_year_is_the_law_of_that_day(reader: Reader) -> None:
    linked = dict(links(reader.page(SECOND), "div.cv-muc a"))
    assert linked["khoản 2 Điều 7 Luật Thử nghiệm"].endswith(
        "luat-22-2023-qh15/dieu-7.md#dieu-7-khoan-2"
    )


def test_no_month_of_one_letter_stands_under_the_other(reader: Reader) -> None:
    for page in (SECOND, f"{FOLDER}/muc-1.md", "tap-huan/cau-hoi/giu-mau.md"):
        assert "2019" not in words(reader.page(page)), page
    assert "01/2025" not in words(reader.page(FIRST))


def test_questions_ask_of_the_month_of_their_letter(reader: Reader) -> None:
    page = reader.page("tap-huan/cau-hoi/giu-mau.md")
    assert texts(page, "p.cau-hoi-thoi") == ["Hỏi về tháng 01/2025"]
    (basis,) = links(page, "p.cau-hoi-can-cu a")
    assert basis[0] == "Điểm a khoản 2 Điều 7 Luật Thử nghiệm năm 2023"


def test_the_time_line_has_a_mark_for_each(reader: Reader) -> None:
    page = reader.page("tra-cuu/xua-va-nay.md")
    told = texts(page, "p.tg-chu")[0].partition("khi có ")[2]
    assert told == "Công văn phòng thử (11/2019); Kế hoạch 8/KH-PTN (01/2025)."
    places = [int(line.get("x1")) for line in find(page, "tr")[-1].iter("line")][1:]
    assert places == sorted(places)
    assert len(set(places)) == 2


# ---- Words, places, pages -----------------------------------------------------------------------


def test_it_is_called_what_it_is(reader: Reader) -> None:
    told = words(reader.page(SECOND))
    assert "Mục này của kế hoạch không nêu tên văn bản nào." in told
    assert "Còn chính kế hoạch này?" in told
    assert "công văn" not in told.lower()


def test_the_head_is_set_in_two_columns(reader: Reader) -> None:
    """Issuer and number on the left, motto and day on the right: none lies over another."""
    head = {words(one)[:8]: one.get("class") for one in find(reader.page(SECOND), "div.cv-dau p")}
    assert head == {
        "TỈNH THỬ": "cv-chu-quan",
        "PHÒNG TH": "cv-co-quan",
        "CỘNG HÒA": "cv-quoc-hieu",
        "Độc lập ": "cv-quoc-hieu cv-tieu-ngu",
        "Số: 8/KH": "cv-so",
        "Tỉnh Thử": "cv-ngay",
        "V/v giữ ": "cv-so",
    }


def test_an_instrument_named_as_a_whole_has_its_card_too(reader: Reader) -> None:
    """Beside clauses of others; not where a clause of its own has one."""
    (card,) = [one for one in find(reader.page(SECOND), "aside.cv-the") if "Mục 2" in words(one)]
    assert texts(card, "p.the-ten") == [
        "Khoản 2 Điều 4 Nghị định 44/2024/NĐ-CP",
        "Thông tư 66/2025/TT-BTN",
    ]


def test_its_own_number_is_no_link(reader: Reader) -> None:
    assert links(reader.page(SECOND), "div.cv-dau a") == []


def test_provisions_name_each_letter_that_cites_them(reader: Reader) -> None:
    page = reader.page(OLD_LAW)
    named = texts(page, "p.nguoc-trang")
    assert "Công văn về trật tự phòng thử" in named
    assert "Kế hoạch 8/KH-PTN ngày 20/01/2025" in named
    today_ = reader.page("van-ban/luat-22-2023-qh15/dieu-7.md")
    assert "Mục 1: giữ mẫu theo luật mới — Kế hoạch 8/KH-PTN" in texts(today_, "p.nguoc-trang")
    before = [label for label, _ in links(today_, "details.truoc-day a")]
    assert before[:2] == ["Mục 3 Công văn phòng thử", "Mục 3 Kế hoạch 8/KH-PTN"]


def test_every_page_of_it_is_in_the_menu(reader: Reader) -> None:
    told = str(reader.menu())
    assert [page for page in reader.library.corpus.pages if page not in told] == []


def test_the_search_knows_a_letter_wherever_it_stands(reader: Reader) -> None:
    for page, other in ((FIRST, SECOND), ("cong-van/muc-2.md", f"{FOLDER}/muc-1.md")):
        assert reader.search_group(page) == reader.search_group(other)
    # rules that a school made of it are an answer, not an old letter
    assert reader.search_group(f"{FOLDER}/noi-quy.md") == reader.search_group("hom-nay/index.md")
    marked = [one["cho"] for one in reader.provisions()["vanBan"] if one.get("thu")]
    assert marked == ["cong-van/", f"{FOLDER}/"]


def test_a_story_folds_what_it_tells_of_either(reader: Reader) -> None:
    folded = texts(reader.page("tinh-huong/do-mau.md"), "details.gap summary h2")
    assert folded[1:] == [
        "Khi công văn ban hành (11/2019)",
        "Khi kế hoạch 8/KH-PTN ban hành (01/2025)",
    ]


def test_pages_of_every_letter_are_kept_unasked(tmp_path: Path) -> None:
    for path in ("cong-van/index.html", f"{FOLDER}/index.html", "tra-cuu/index.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("<p>", encoding="utf-8")
    kept = BuiltSite(tmp_path, frozenset(), ("cong-van/", f"{FOLDER}/")).start
    assert kept == ("cong-van/", f"{FOLDER}/")


# ---- Another place, another office, no letter at all --------------------------------------------


def problems_of(root: Path) -> list[str]:
    found = open_project(root).problems
    assert_known(found)
    return [str(problem) for problem in found]


def test_a_letter_may_stand_in_any_folder(tmp_path: Path) -> None:
    """Beside the first, below it, or in one of its own: it is in the menu, and is a letter."""
    root = copied(tmp_path)
    (root / "dia-chi.txt").write_text(f"{counted('./')}\n./\n", encoding="utf-8")
    for place in ("cong-van/nam-2025", "ke-hoach"):
        (root / "docs" / place).parent.mkdir(exist_ok=True)
        shutil.move(root / "docs" / FOLDER, root / "docs" / place)
        slug = place.rpartition("/")[2]
        for file in (root / "docs/tap-huan/cau-hoi").glob("*.yml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(
                re.sub("(?m)^cong-van: (?!cong-van).*", f"cong-van: {slug}", text), "utf-8"
            )
        assert problems_of(root) == []
        there = Reader(read(root), today(root))
        assert f"{place}/muc-1.md" in str(there.menu())
        assert there.search_group(f"{place}/index.md") == there.search_group(FIRST)
        assert find(there.page(f"{place}/index.md"), "aside.cv-the")
        shutil.move(root / "docs" / place, root / "docs" / FOLDER)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project without either letter, and without what asks about their days."""
    root = copied(tmp_path_factory.mktemp("no-letter"))
    for folder in ("cong-van", FOLDER):
        shutil.rmtree(root / "docs" / folder)
    for file in (root / "docs/tap-huan/cau-hoi").glob("*[!x].*"):
        file.unlink()
    story = root / "docs/tinh-huong/do-mau.md"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.partition("\n## Khi công văn")[0], encoding="utf-8")
    (root / "dia-chi.txt").write_text(f"{counted('./')}\n./\n", encoding="utf-8")
    return root


def test_a_project_without_a_letter_is_sound(bare: Path) -> None:
    assert problems_of(bare) == []


def test_every_page_of_it_is_made_and_speaks_of_no_letter(bare: Path) -> None:
    reader = Reader(read(bare), today(bare))
    for page in reader.library.corpus.pages:
        assert "công văn" not in words(reader.page(page)).lower(), page
    assert list(reader.share())
    assert "cong-van" not in str(reader.menu())
    assert not reader.build.has_letters


# ---- What an editor is told ---------------------------------------------------------------------


def edited(root: Path, file: str, old: str, new: str) -> None:
    path = root / "docs" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, file
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        # its citations would be read as today's, and cards would say “then” of today
        (SECOND, "thoi-diem: 2025-01-20\n", "", f"{SECOND}:2:1: trang này đăng nguyên văn"),
        (SECOND, "2025-01-20", "2025-02-20", f"{SECOND}:3:1: thoi-diem: ngày này khác ban-hanh"),
        # an address would lead to the first of two items, a card stand beside none
        (FIRST, "2. Nhắc", "1. Nhắc", f"{FIRST}:21:1: mục 1 mở ra hai lần: dòng 19"),
        (FIRST, "4. Báo cáo", "5. Báo cáo", f"{FIRST}:1:1: muc-luc có mục 4, mà nguyên văn không"),
        *(
            (FIRST, "2. Nhắc", f"{begin} Nhắc", f"{FIRST}:21:1: muc-luc có mục 2, mà nguyên văn")
            for begin in ("2)", "2,", "- 2.", "## 2.", "2")
        ),
        # nothing of it would be read as a letter
        (FIRST, " {#nguyen-van}", "", f"{FIRST}:10:1: tiêu đề này thiếu {{#nguyen-van}}"),
        (FIRST, "{#nguyen-van}", "{#nguyên-văn}", f"{FIRST}:10:1: tiêu đề này thiếu"),
        *(
            (FIRST, "## Nguyên văn {#nguyen-van}", wrong, f"{FIRST}:10:1: “{mark}” không mở ra")
            for wrong, mark in (
                ("##\u00a0Nguyên văn {#nguyen-van}", "{#nguyen-van}"),  # a space of Word
                ("**Nguyên văn** {#nguyen-van}", "{#nguyen-van}"),
                ("## Nguyên văn {#nguyen-van} .", "{#nguyen-van}"),
                ("## Nguyên văn (#nguyen-van)", "(#nguyen-van)"),
            )
        ),
        (SECOND, "## Nguyên văn {#nguyen-van}\n", "", f"{SECOND}:14:1: “CỘNG HÒA XÃ HỘI CHỦ"),
        (FIRST, "## Nguyên văn {#nguyen-van}\n", "", "“Kính gửi” là chữ của công văn"),
        (
            "tap-huan/cau-hoi/giu-mau.yml",
            "cong-van: ke-hoach-8-kh-ptn-2025\n",
            "",
            "giu-mau.yml:3:5: thoi: xua, mà kho có 2 công văn đăng trọn",
        ),
        (
            "tap-huan/cau-hoi/giu-mau.yml",
            "ke-hoach-8-kh-ptn-2025",
            "ke-hoach-8-ptn-2025",
            "giu-mau.yml:1:1: cong-van: không có công văn nào đăng trọn",
        ),
        ("tap-huan/cau-hoi/giu-mau.yml", "01/2025", "11/2019", "phải nói rõ “01/2025”"),
    ],
)
def test_a_day_that_is_missing_or_another_is_told(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    root = copied(tmp_path)
    edited(root, file, old, new)
    found = problems_of(root)
    assert any(told in one for one in found), found


def test_a_page_of_an_item_that_the_letter_does_not_have(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "docs/cong-van/muc-9.md").write_text("# Mục 9: việc khác\n\nLời.\n", encoding="utf-8")
    (told,) = [one for one in problems_of(root) if "muc-9.md" in one]
    assert "mục 9, mà nguyên văn không có mục ấy" in told


def test_a_page_of_an_item_that_is_headed_by_another_item(tmp_path: Path) -> None:
    root = copied(tmp_path)
    page = root / "docs/cong-van/muc-2.md"
    text = page.read_text(encoding="utf-8")
    head = next(line for line in text.splitlines() if line.startswith("# "))
    page.write_text(text.replace(head, "# Mục 1: việc khác"), encoding="utf-8")
    (told,) = [one for one in problems_of(root) if "muc-2.md" in one]
    line = text.splitlines().index(head) + 1
    assert f"muc-2.md:{line}:1: tiêu đề nói “Mục 1”, mà tệp mang tên mục 2" in told
    page.write_text(text.replace(head, "# Việc phải làm"), encoding="utf-8")
    assert [one for one in problems_of(root) if "tiêu đề nói" in one] == []


def test_a_slip_that_the_letter_does_not_have_is_told_at_its_own_line(tmp_path: Path) -> None:
    root = copied(tmp_path)
    file = root / "docs/cong-van/van-ban.yml"
    text = file.read_text(encoding="utf-8")
    slip = "loi-chu:\n  - {chu: khongcochunay, chac-chan: unknown}\n"
    more = text.replace("loi-chu:\n", slip) if "loi-chu:\n" in text else f"{text}{slip}"
    file.write_text(more, encoding="utf-8")
    line = more.splitlines().index("  - {chu: khongcochunay, chac-chan: unknown}") + 1
    (told,) = [one for one in problems_of(root) if "khongcochunay" in one]
    assert f"van-ban.yml:{line}:" in told


def test_the_first_letter_is_as_it_was_before_the_second(reader: Reader, tmp_path: Path) -> None:
    root = copied(tmp_path)
    shutil.rmtree(root / "docs" / FOLDER)
    alone = Reader(read(root), today(root))
    for page in (FIRST, "cong-van/muc-2.md"):
        assert words(alone.page(page)) == words(reader.page(page))
    assert (ROOT / "docs" / FIRST).exists()
