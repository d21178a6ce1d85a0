"""Chips, relations, who cites whom, questions, fines, plans: words that are easily swapped."""

from __future__ import annotations

import pytest
from lxml import html
from synthetic.pages import Reader, find, links, rows, texts, words

OLD, NEW = "van-ban/luat-11-2012-qh13/index.md", "van-ban/luat-22-2023-qh15/index.md"
FINES = "van-ban/nghi-dinh-44-2024-nd-cp/index.md"
AMENDING = "van-ban/nghi-dinh-55-2025-nd-cp/index.md"
DETAILS = "van-ban/nghi-dinh-33-2014-nd-cp/index.md"
DIRECTIVE = "van-ban/chi-thi-7-ct-ubnd-tinh-thu-2016/index.md"


@pytest.mark.parametrize(
    ("page", "place", "sure"),
    [
        # how sure, of what, and checked on which day: each statement has its own
        (OLD, 0, ("stated", "văn bản nêu rõ", "kiểm tra 18/5/2025")),  # validity
        (OLD, 1, ("stated", "văn bản nêu rõ", "kiểm tra 20/5/2025")),  # identity
        (OLD, 2, ("single", "một nguồn", "kiểm tra 19/5/2025")),  # wording
        (NEW, 2, ("reading", "cách đọc của người biên soạn", "kiểm tra 20/5/2025")),
        (DETAILS, 2, ("unknown", "chưa rõ", "kiểm tra 20/5/2025")),
        (DETAILS, 0, ("single", "một nguồn", "kiểm tra 20/5/2025")),
    ],
)  # fmt: skip
def test_how_sure(reader: Reader, page: str, place: int, sure: tuple[str, str, str]) -> None:
    (fold,) = find(reader.page(page), "details#can-cu")
    _, certainty, day = sure
    if place == 0:  # said at once, under the title, and again where its sources are
        told = f"Hiệu lực: {certainty} · {day}"
        assert words(find(fold, "summary span")[0]) == told
        assert texts(reader.page(page), "p.tl-nguon")[0].startswith(told)
        return
    label = ("Thông tin văn bản: ", "Nội dung điều khoản: ")[place - 1]
    (line,) = [one for one in find(fold, "p.can-cu") if words(one).startswith(label)]
    (chip,), (checked,) = find(line, "span.chac"), find(line, "span.kiem-tra")
    assert (chip.get("data-chac-chan"), words(chip), words(checked)) == sure


@pytest.mark.parametrize(
    ("page", "relations"),
    [
        (
            NEW,
            [
                ("Thay thế", "Luật Thử nghiệm năm 2012"),
                ("Liên quan tới", "Nghị định 44/2024/NĐ-CP"),
                ("Được viện dẫn bởi", "Kế hoạch 8/KH-PTN"),
                ("Được quy định chi tiết bởi", "Thông tư 66/2025/TT-BTN"),
            ],
        ),
        (
            OLD,
            [
                ("Được viện dẫn bởi", "Công văn phòng thử"),
                ("Bị thay thế bởi", "Luật Thử nghiệm năm 2023"),
                ("Được quy định chi tiết bởi", "Nghị định 33/2014/NĐ-CP"),
            ],
        ),
        (AMENDING, [("Sửa đổi, bổ sung", "Nghị định 44/2024/NĐ-CP")]),
        # said of both sides, told once
        (
            FINES,
            [
                ("Liên quan tới", "Luật Thử nghiệm năm 2023"),
                ("Được viện dẫn bởi", "Kế hoạch 8/KH-PTN"),
                ("Được sửa đổi, bổ sung bởi", "Nghị định 55/2025/NĐ-CP"),
            ],
        ),
        (
            DIRECTIVE,
            [
                ("Được thực hiện bởi", "Công văn phòng thử"),
                ("Được thực hiện bởi", "Kế hoạch 8/KH-PTN"),
            ],
        ),
        (
            DETAILS,
            [
                ("Quy định chi tiết", "Luật Thử nghiệm năm 2012"),
                ("Thay thế", "98/2009/NĐ-CP"),
                ("Được viện dẫn bởi", "Công văn phòng thử"),
            ],
        ),
    ],
)
def test_relations_from_the_right_end(
    reader: Reader, page: str, relations: list[tuple[str, str]]
) -> None:
    (box,) = find(reader.page(page), "details#quan-he")
    found, label = [], ""
    for child in box:
        if child.get("class") == "quan-he-ten":
            label = words(child)
        found += [(label, words(row)) for row in find(child, "li") if row.getparent() is child]
    assert [label for label, _ in found] == [label for label, _ in relations]
    for (_, row), (_, name) in zip(found, relations, strict=True):
        assert row.startswith(name)


def test_an_instrument_that_is_not_here_has_no_state(reader: Reader) -> None:
    page = reader.page(DETAILS)
    (row,) = [row for row in find(page, "details#quan-he li") if "98/2009/NĐ-CP" in words(row)]
    assert words(find(row, "span.ngoai")[0]) == "chưa có trong kho"
    assert find(row, ".tt") == []
    assert texts(row, "span.can-cu")[0].startswith("Điều 2 · ")


def citers(reader: Reader, page: str) -> dict[str, list[html.HtmlElement]]:
    """Who cites each unit of an article: “khoản 1 Điều 5: 4 lần” → a group for each page."""
    (fold,) = find(reader.page(page), "details#vien-dan")
    found: dict[str, list[html.HtmlElement]] = {}
    for child in fold:
        if child.get("class") == "nguoc-cua":
            found[words(child)] = []
        elif child.get("class") == "nguoc-nhom":
            found[next(reversed(found))].append(child)
    return found


@pytest.mark.parametrize(
    ("page", "unit", "count", "places"),
    [
        (
            "van-ban/luat-11-2012-qh13/dieu-5.md",
            "dieu-5-khoan-1",
            "khoản 1 Điều 5: 5 lần",
            [
                ("Mục 2", "../../cong-van/index.md#muc-2"),
                (  # a page that explains an item is no part of the letter
                    "Mục 2: hai khoản và một nghị định",
                    "../../cong-van/muc-2.md#muc-2-hai-khoan-va-mot-nghi-dinh",
                ),
                ("Mở đầu (3 phút)", "../../tap-huan/buoi-10.md#mo-dau-3-phut"),
                ("Mục 1", "../ke-hoach-8-kh-ptn-2025/index.md#muc-1"),
                ("Điều 5", "dieu-5.md#dieu-5"),
            ],
        ),
        (
            "van-ban/luat-11-2012-qh13/dieu-23dd.md",
            "dieu-23dd-khoan-1-diem-dd",
            "điểm đ khoản 1 Điều 23đ: 1 lần",
            [
                (
                    "Khi công văn ban hành (11/2019)",
                    "../../tinh-huong/do-mau.md#khi-cong-van-ban-hanh-11-2019",
                )
            ],
        ),
    ],
)
def test_who_cites_a_unit_and_where(
    reader: Reader, page: str, unit: str, count: str, places: list[tuple[str, str]]
) -> None:
    assert find(reader.page(page), f"#{unit}")
    own = citers(reader, page)[count]
    assert [link for group in own for link in links(group, "li a")] == places


def test_nobody_cites_himself(reader: Reader) -> None:
    """Điểm a cites khoản 2, khoản 2 cites điểm d: each stands once, at the one that is cited."""
    told = citers(reader, "van-ban/luat-11-2012-qh13/dieu-5.md")
    (own,) = told["điểm d khoản 1 Điều 5: 1 lần"]
    assert links(own, "li a") == [("khoản 2 Điều 5", "dieu-5.md#dieu-5-khoan-2")]
    assert texts(own, "q b") == ["điểm d khoản 1 Điều này"]


def test_a_question_keeps_the_law_of_its_year(reader: Reader) -> None:
    page = reader.page("tap-huan/cau-hoi/phong-thu.md")
    then, now = find(page, "section.cau-hoi")
    assert texts(then, "p.cau-hoi-thoi") == ["Hỏi về tháng 11/2019"]
    assert texts(now, "p.cau-hoi-thoi") == ["Hỏi về hôm nay"]
    assert texts(then, "p.cau-hoi-dung") == ["Đáp án B. Đeo kính"]
    assert texts(now, "p.cau-hoi-dung") == ["Đáp án B. 2–4 triệu đồng"]
    assert [item.get("data-dung") for item in find(then, "li")][:4] == [None, "", None, None]
    assert "hết hiệu lực từ 01/01/2024" in texts(then, "p.cau-hoi-can-cu")[0]
    assert texts(then, "p.cau-hoi-nay") == ["Hôm nay xem (cách đọc của người biên soạn):"]
    assert texts(now, "p.cau-hoi-nay") == []


def test_the_list_of_sets(reader: Reader) -> None:
    page = reader.page("tap-huan/cau-hoi/index.md")
    assert words(find(page, "div.ch-ds p")[0]) == "Có 4 câu trong 3 bộ."
    first, second, third = find(page, "div.ch-ds li")  # as the menu has them
    assert words(first).startswith("Một câu thôi1 câu, 1 câu về tháng 11/2019")
    assert words(second).startswith(
        "Phòng thử xưa và nay2 câu, 1 câu về tháng 11/2019, 1 câu về hôm nay"
    )
    assert words(third) == "Giữ mẫu1 câu, 1 câu về tháng 01/2025"
    editions = {row.get("data-bo"): row.get("data-phien") for row in (first, second)}
    for name, edition in editions.items():
        (box,) = find(reader.page(f"tap-huan/cau-hoi/{name}.md"), "div.ch-bo")
        assert (box.get("data-bo"), box.get("data-phien")) == (name, edition)


def test_whose_fine_it_is(reader: Reader) -> None:
    page = reader.page("hom-nay/muc-phat.md")
    (table,) = find(page, "table")
    assert list(rows(table)) == [
        [
            "Đổ mẫu",
            "cá nhân 2–4 triệu đồng; tổ chức 4–8 triệu đồng",
            "khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP",
        ]
    ]
    assert [cell.get("data-nhan") for cell in find(table, "td")] == [
        "Việc",
        "Mức phạt tiền",
        "Căn cứ",
    ]
    told = words(find(page, "div.dan div.dan-loi")[0])
    assert (
        told == "Làm đổ mẫu thử thì cá nhân bị phạt 2–4 triệu đồng; tổ chức bị phạt 4–8 triệu đồng."
    )
    assert texts(page, "p.dan-luu-y") == [
        "Lưu ý: Mức ghi ở đây là của cá nhân.",
        "Lưu ý: Tổ chức chịu mức gấp đôi.",
    ]


def test_a_short_wording_keeps_whose_fine_it_is(reader: Reader) -> None:
    told = reader.preview("nghi-dinh-44-2024-nd-cp#dieu-4-khoan-3")[2]
    assert told.endswith("đối với tổ chức …")
    tree = reader.share()["nd44/4/3/"]
    assert tree.xpath("//meta[@property='og:description']/@content") == [told]


def test_the_clock_of_a_session(reader: Reader) -> None:
    page = reader.page("tap-huan/buoi-10.md")
    (table,) = find(page, "table.buoi-gio")
    assert words(find(table, "caption")[0]) == "10 phút"
    assert list(rows(table)) == [["0–3", "Mở đầu"], ["3–10", "Hôm nay làm gì?"]]
    assert [href for _, href in links(table)] == [
        f"#{heading.get('id')}" for heading in find(page, "h2")
    ]


def test_what_the_wall_does_not_show(reader: Reader) -> None:
    page = reader.page("tap-huan/buoi-10.md")
    hidden = find(page, ".chieu-khong")
    assert [words(one)[:10] for one in hidden] == [
        "Chiếu buổi", "10 phút Ph", "Trả lời gọ", "Người dẫn:", "Trả lời gọ", "Ai hỏi mức",
        "Mở tủ khi ",
    ]  # fmt: skip
    assert texts(page, "p.buoi-hoi") == ["Hỏi cả phòng: Ai còn giữ bản cũ?"]
    assert texts(page, "p.buoi-muc-tieu") == [
        "Mục tiêu: Biết luật cũ đã hết.",
        "Mục tiêu: Biết việc hôm nay.",
    ]
    paths = [card.get("data-duong") for card in find(page, "div.dan")]
    assert paths == [
        "tn12/5/1/", "tn12/5/1/a/", "tn12/5/1/d/", "tn12/5/1/dd/", None, "tn23/7/2/", "nd33/2/1/",
    ]  # fmt: skip


def test_plans_and_their_hand_outs(reader: Reader) -> None:
    listed = texts(reader.page("tap-huan/index.md"), "li")
    assert listed == [
        "Buổi năm phút 1 bước, 3 điều khoản, 0 tình huống.",
        "Buổi mười phút Một chuyện, hai khoản. 2 bước, 3 điều khoản, 1 tình huống.",
    ]
    listed_sheets = find(reader.page("tap-huan/phieu.md"), "div.phieu-san li")
    ready = [one for one in listed_sheets if one.get("id")]  # not the sentences below one
    assert [(one.get("id"), one.get("data-k")) for one in ready] == [
        ("buoi-buoi-5", "tn12/5/1/dd,tn12/5/2,tn12/23a/1"),
        ("buoi-buoi-10", "tn12/5/1,tn23/7/2,nd33/2/1"),
    ]
    known = reader.handout()["dieu"]
    assert all(key in known for one in ready for key in one.get("data-k").split(","))


def test_situations_by_topic_and_by_what_they_touch(reader: Reader) -> None:
    page = reader.page("tinh-huong/index.md")
    assert texts(page, "section.th-nhom h2") == [
        "Chia sẻ tin chưa kiểm chứng",
        "Hình ảnh và dữ liệu của học sinh",
        "Đã lỡ rồi, làm gì bây giờ?",
    ]
    assert {
        words(find(row, "a b")[0]): row.get("data-dieu") for row in find(page, "section li")
    } == {
        "Mở tủ mẫu": "",
        "Lỡ làm đổ mẫu": "luat-22-2023-qh15#dieu-7 nghi-dinh-44-2024-nd-cp#dieu-4 "
        "nghi-dinh-55-2025-nd-cp#dieu-1 luat-11-2012-qh13#dieu-23dd",
        "Quên ghi sổ": "nghi-dinh-44-2024-nd-cp#dieu-4",
        "Quên lau sàn": "",
    }
    options = find(page, "select#th-dieu option")
    assert [(one.get("value"), words(one)) for one in options[1:]] == [
        ("luat-11-2012-qh13#dieu-23dd", "Điều 23đ Luật Thử nghiệm năm 2012"),
        ("luat-22-2023-qh15#dieu-7", "Điều 7 Luật Thử nghiệm năm 2023"),
        ("nghi-dinh-44-2024-nd-cp#dieu-4", "Điều 4 Nghị định 44/2024/NĐ-CP"),
        ("nghi-dinh-55-2025-nd-cp#dieu-1", "Điều 1 Nghị định 55/2025/NĐ-CP"),
    ]


def test_the_time_line(reader: Reader) -> None:
    page = reader.page("tra-cuu/xua-va-nay.md")
    told = [row[1:] for row in rows(find(page, "div.tg table")[0])]
    assert told == [
        ["■ hết hiệu lực", "01/01/2013", "01/01/2024"],
        ["■ hết hiệu lực", "01/5/2014", "chưa rõ"],
        ["● còn hiệu lực", "01/01/2024", "nay"],
        ["◐ còn hiệu lực một phần", "01/3/2024", "nay"],
        ["● còn hiệu lực", "01/02/2025", "nay"],
        ["○ chưa có hiệu lực (có hiệu lực từ 01/9/2025)", "01/9/2025", ""],
    ]
    (old, *_, new, _later) = find(page, "div.tg rect")
    assert int(old.get("x")) == 0
    assert int(old.get("width")) == 1100  # eleven years of a hundred each
    assert int(new.get("x")) + int(new.get("width")) == int(new.get("x")) + 30
    assert "Chỉ thị 7/CT-UBND; Quy chế phòng thử." in texts(page, "div.tg p")[-1]


def test_lists_are_in_the_order_that_the_menu_has(reader: Reader) -> None:
    assert texts(reader.page("van-ban/index.md"), "h2") == [
        "Luật", "Nghị định", "Thông tư", "Chỉ thị", "Công văn", "Kế hoạch", "Quy chế",
    ]  # fmt: skip
    assert texts(reader.page("van-ban/index.md"), "a.ds-ten b")[:5] == [
        "Luật Thử nghiệm năm 2023",
        "Luật Thử nghiệm năm 2012",
        "Nghị định 55/2025/NĐ-CP",
        "Nghị định 44/2024/NĐ-CP",
        "Nghị định 33/2014/NĐ-CP",
    ]
    (law,) = [
        item["Luật Thử nghiệm năm 2012"]
        for part in reader.menu() if "Văn bản" in part
        for group in part["Văn bản"] if "Luật" in group
        for item in group["Luật"] if "Luật Thử nghiệm năm 2012" in item
    ]  # fmt: skip
    articles = [path.rpartition("/")[2] for path in law]
    assert articles == ["index.md", "dieu-5.md", "dieu-23a.md", "dieu-23dd.md"]


def test_terms_are_explained_once_and_never_in_their_own_list(reader: Reader) -> None:
    terms = find(reader.page("tinh-huong/do-mau.md"), "a.thuat-ngu")
    assert [(words(one), one.get("title")) for one in terms] == [
        ("mẫu thử", "Thứ được đem ra thử trong phòng, xem mức phạt.")
    ]
    glossary = reader.page("tra-cuu/thuat-ngu.md")
    assert find(glossary, "a.thuat-ngu") == []
    assert [one.get("id") for one in find(glossary, "dt")] == [
        "mau-thu-vat-thu", "so-thu", "thu", "nghi-dinh",
    ]  # fmt: skip
