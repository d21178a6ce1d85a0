"""What a reader gets of a page that begins with its answer, and of the table of fines."""

from __future__ import annotations

from synthetic.pages import Reader, find, links, texts, words

CASE = "tinh-huong/do-mau.md"


def test_the_answer_stands_before_everything_else(reader: Reader) -> None:
    page = reader.page(CASE)
    (answer,) = find(page, "p.tl-cau")
    assert words(find(answer, "b")[0]) == "Lau ngay, rồi báo người trông phòng."
    assert words(answer).endswith("Nghị định 44/2024/NĐ-CP; cá nhân 2–4 triệu đồng.")
    order = [one.get("class") or one.get("id") for one in page.iter("p", "h1", "h2")]
    assert order[:2] == ["lo-lam-do-mau", "tl-cau"]
    assert links(page, ".tl-lo a") == [("Lỡ rồi thì sao?", "#lo-roi-thi-sao")]


def test_a_persons_sum_comes_first_and_each_says_whose_it_is(reader: Reader) -> None:
    rows = find(reader.page(CASE), ".tien-dong a")
    assert [texts(row, ".tien-o") for row in rows] == [
        ["Cá nhân 2–4 triệu đồng", "Tổ chức 4–8 triệu đồng"],
        ["Cá nhân 3–5 triệu đồng", "Tổ chức 6–10 triệu đồng"],
    ]
    # where there is one provision alone, it is named in full
    assert [words(find(row, ".tien-dieu")[0]) for row in rows] == [
        "điểm a khoản 1 Điều 4 NĐ 44/2024",
        "khoản 1 Điều 1 NĐ 55/2025",
    ]
    assert texts(reader.page("tinh-huong/quen-so.md"), ".tien-dieu") == [
        "khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP"
    ]
    assert find(reader.page("tinh-huong/mo-tu.md"), ".tien") == []


def test_each_of_several_sums_says_when_it_is_one(reader: Reader) -> None:
    """In columns, the unit once above them and read aloud in each; the provision stays whole."""
    page = reader.page("tinh-huong/lau-san.md")
    assert texts(page, ".tien-dau") == ["Mức phạt có thể liên quan, triệu đồng"]
    first, second = texts(page, ".tien-dong a")
    assert first.startswith("Cá nhân 2–4 triệu đồng; Tổ chức 4–8 triệu đồng. ")
    assert first.endswith(" điểm a khoản 1 Điều 4 NĐ 44: quên lần đầu")
    assert second.startswith("Cá nhân 3–5 triệu đồng; Tổ chức 6–10 triệu đồng. ")
    assert second.endswith(" khoản 1 Điều 1 NĐ 55: đã được nhắc mà quên")
    (alone,) = find(reader.page("tinh-huong/quen-so.md"), ".tien-noi")
    assert words(alone) == (
        "Mức phạt có thể liên quan: khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP: khi đã được nhắc"
    )


def test_an_answer_that_is_open_is_called_no_surer_than_that(reader: Reader) -> None:
    (line,) = find(reader.page("tinh-huong/lau-san.md"), "p.tl-nguon")
    assert words(line).startswith("Câu trả lời chưa rõ; điều khoản đã đọc: văn bản nêu rõ · kiểm")


def test_one_line_of_grounds_and_all_of_them_in_the_last_fold(reader: Reader) -> None:
    page = reader.page(CASE)
    (line,) = find(page, "p.tl-nguon")
    # the weakest is said, and the earliest day
    assert words(line) == (
        "Văn bản nêu rõ, có chỗ cách đọc của người biên soạn · kiểm tra 19/5/2025 · "
        "Căn cứ và độ chắc"
    )
    assert links(line) == [("Căn cứ và độ chắc", "#can-cu")]
    (fold,) = find(page, "details#can-cu")
    assert texts(fold, "dd")[0] == (
        "Điểm a khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP: nghị định ghi sẵn mức của cá nhân; mức "
        "của tổ chức được tính ra, bằng gấp đôi, theo Điều 5 Nghị định 44/2024/NĐ-CP."
    )
    assert "Luật Thử nghiệm năm 2012: một nguồn, kiểm tra 19/5/2025" in texts(fold, "dt")
    # a card repeats none of it, and still says that its words are ours
    own = [one for card in find(page, "div.dan") for one in card]
    assert [words(one) for one in own if one.get("class") == "can-cu"] == ["diễn đạt lại"] * 2
    assert [one for one in own if one.get("class") == "nguon"] == []


def test_what_few_need_is_folded_under_its_heading(reader: Reader) -> None:
    page = reader.page(CASE)
    assert texts(page, "details.gap summary h2") == [
        "Nặng hơn, và chỗ chưa rõ",
        "Khi công văn ban hành (11/2019)",
        "Khi kế hoạch 8/KH-PTN ban hành (01/2025)",
    ]
    assert "Đổ cả tủ thì chưa rõ." in words(find(page, "details.gap div")[0])
    open_heads = [words(one) for one in find(page, "h2") if one.getparent().tag != "summary"]
    assert open_heads == [
        "Nên làm gì?",
        "Lỡ rồi thì sao?",
        "Chuyện gì xảy ra?",
        "Luật hôm nay nói gì?",
        "Chuyện gần giống",
    ]
    # the heading that had another name: links of before still land at it
    (former,) = find(page, "#co-the-cham-toi-dieu-nao")
    assert words(former.getnext()) == "Luật hôm nay nói gì?"


def test_a_page_on_todays_law_folds_each_of_its_sections(reader: Reader) -> None:
    page = reader.page("hom-nay/muc-phat.md")
    assert "Từng điều khoản" in texts(page, "details.gap summary h2")
    assert texts(reader.page("hom-nay/index.md"), "details") == []


def test_near_stories_are_rows(reader: Reader) -> None:
    assert links(reader.page("hom-nay/index.md"), "ul.hang a") == [
        ("Lỡ làm đổ mẫu", "../tinh-huong/do-mau.md"),
        ("Quên ghi sổ", "../tinh-huong/quen-so.md"),
        ("Mở tủ mẫu", "../tinh-huong/mo-tu.md"),
    ]


def test_every_provision_that_fines_an_act_stands_in_its_row(reader: Reader) -> None:
    page = reader.page("hom-nay/muc-phat.md")
    act, *others = find(page, "details.phat-viec")
    assert texts(act, "summary .so") == [
        "2–4 triệu đồng", "4–8 triệu đồng", "3–5 triệu đồng", "6–10 triệu đồng",
    ]  # fmt: skip
    said = ["Cá nhân 2–4 triệu đồng", "Tổ chức 4–8 triệu đồng"]
    assert texts(act, "summary .phat-so")[:2] == said
    assert texts(act, "summary .phat-theo") == ["NĐ 44", "NĐ 55"]
    first, second = texts(act, ".phat-ra p")
    assert first == (
        "điểm b khoản 1 Điều 4 Nghị định 44/2024/NĐ-CP ● còn hiệu lực: đổ ra ngoài. "
        "Cá nhân 2–4 triệu đồng, tổ chức 4–8 triệu đồng. Nghị định ghi sẵn mức của cá nhân; "
        "tổ chức gấp đôi, tính theo Điều 5. Văn bản nêu rõ, kiểm tra 20/5/2025."
    )
    assert "khoản 1 Điều 1 Nghị định 55/2025/NĐ-CP" in second
    # what is asked about less often is folded, and keeps its anchor
    names = [name for other in others for name in texts(other, ".phat-ten")]
    assert texts(page, "details.gap details.phat-viec .phat-ten") == names
    assert texts(page, "#viec-khac") == ["Việc khác"]
    assert texts(page, "section h2#trong-phong") == ["Trong phòng"]


def test_where_the_file_tells_what_each_sum_is_for_it_stands_above_it(reader: Reader) -> None:
    """Then the order is that of the file, in the row and in what unfolds."""
    told = find(reader.page("hom-nay/muc-phat.md"), "details.phat-ro")[0]
    acts = [words(one) for acts in find(told, ".phat-khi") for one in acts]
    assert acts == ["mở tủ;", "đổ ra ngoài;"]
    assert texts(told, "summary .phat-theo") == ["NĐ 55", "NĐ 44"]
    assert [line.split(" Nghị")[0] for line in texts(told, ".phat-ra p")] == [
        "khoản 1 Điều 1",
        "điểm b khoản 1 Điều 4",
    ]


def test_what_a_page_says_of_itself_is_its_answer(reader: Reader) -> None:
    assert reader.description("hom-nay/index.md") == "Mức phạt ghi ở trang bên cạnh."
