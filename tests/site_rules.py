"""What the site must not say, as data: the pattern, a sentence that breaks it, and a near one.

A sentence breaks a rule where ``says`` is found in it and ``unless`` is not. Sentences are read
with the name of the provision they stand under in front (“khoản 2 Điều 42 Nghị định …: …”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from lxml import html
from pptx import Presentation

NOT_SURE = r"chưa|không rõ|hay không|cần kiểm tra|không tìm thấy|không thấy"


@dataclass(frozen=True)
class Rule:
    """One thing not to be said; several rules may share a number."""

    number: int
    says: str
    breaking: str
    harmless: str
    unless: str = NOT_SURE

    def broken_by(self, sentence: str) -> bool:
        return bool(self._says.search(sentence)) and not self._unless.search(sentence)

    @cached_property
    def _says(self) -> re.Pattern[str]:
        return re.compile(self.says, re.IGNORECASE)

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return re.compile(self.unless, re.IGNORECASE)


IN = r"[^.;]*"
"""Further on in the same sentence."""
NEVER = r"(?!)"

RULES = (
    # Nobody has found the directive: neither in force nor ended.
    Rule(
        1,
        rf"Chỉ thị (?:số )?10(?:/CT-UBND)?\b{IN}(?:hiệu lực|bãi bỏ)",
        "Chỉ thị số 10/CT-UBND ngày 07/6/2017 vẫn còn hiệu lực.",
        "Chỉ thị số 10/CT-UBND ngày 07/6/2017 còn hiệu lực hay không thì chưa rõ.",
        NOT_SURE + r"|không\?",
    ),
    Rule(
        2,
        rf"53/2022/NĐ-CP{IN}(?:bãi bỏ|thay thế|hết hiệu lực)|(?:bãi bỏ|thay thế){IN}53/2022",
        "Khoản 22 Điều 1 Luật 87/2025/QH15 bãi bỏ Nghị định 53/2022/NĐ-CP.",
        "Chưa thấy điều khoản nào bãi bỏ đích danh Nghị định 53/2022/NĐ-CP.",
        NOT_SURE + "|một nguồn nói|luật đã hết hiệu lực|tình trạng|còn hay hết|không có câu",
    ),
    # Lists that print 19/8/2026 give the day of issue.
    Rule(
        3,
        rf"328/2026{IN}(?<!hết )hiệu lực (?:kể )?(?:từ )?(?:ngày )?(?!05/10/2026)\d{{1,2}}/\d",
        "Nghị định 328/2026/NĐ-CP có hiệu lực từ ngày 19/8/2026.",
        "Nghị định 328/2026/NĐ-CP có hiệu lực từ 05/10/2026.",
        NEVER,
    ),
    Rule(
        3,
        rf"328/2026{IN}hai ngày",
        "Về Nghị định 328/2026/NĐ-CP, các nguồn ghi hai ngày khác nhau.",
        "Nghị định 328/2026/NĐ-CP ban hành ngày 19/8/2026.",
        NEVER,
    ),
    Rule(
        4,
        rf"Điều 7{IN}\bthay{IN}khoản 1 Điều 5|khoản 1 Điều 5{IN}(?:bị|được){IN}thay{IN}Điều 7",
        "Điều 7 Luật An ninh mạng năm 2025 thay thế khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP.",
        "Nội dung khoản 1 Điều 5 Nghị định 72/2013/NĐ-CP nay đọc ở Điều 7 Luật An ninh mạng.",
        NOT_SURE + "|cách đọc|không văn bản nào",
    ),
    Rule(
        5,
        r"\d\s*(?:triệu|tỷ) đồng",
        "Việc ấy bị phạt 10–20 triệu đồng.",
        "Việc ấy bị phạt: cá nhân 10–20 triệu đồng; tổ chức gấp đôi.",
        r"cá nhân|tổ chức|hộ gia đình|thu lợi|thiệt hại",
    ),
    # Which of the decrees is opened for a post is for the authority.
    Rule(
        5,
        rf"(?:bài đăng|bài viết|clip|bình luận) (?:này|ấy|đó){IN}"
        r"phạt theo Nghị định (?:174|330|282)",
        "Bài đăng này bị phạt theo Nghị định 174/2026/NĐ-CP.",
        "Bài đăng này có thể chạm tới điểm a khoản 1 Điều 95 Nghị định 174/2026/NĐ-CP.",
        r"có thể|hay không|thẩm quyền",
    ),
    Rule(
        6,
        rf"(?:^|\W)công văn (?:tháng 11/2019 |năm 2019 |này |ấy |của phòng )?{IN}"
        r"(?:(?:đã|bị|được) (?:bị |được )?(?:bãi bỏ|thu hồi|hủy bỏ)|(?<!luật )đã hết hiệu lực)",
        "Công văn tháng 11/2019 đã bị bãi bỏ.",
        "Không tìm thấy văn bản nào chấm dứt công văn.",
        NOT_SURE + r"|không tự|không có nghĩa|nhiều điều|nhắc tới|viện dẫn|dẫn (?:tới|bốn|hai|ba)"
        r"|nghị định|luật|khoản",
    ),
    Rule(
        7,
        rf"874/QĐ-BTTTT{IN}(?:đang dùng|hiện hành|còn hiệu lực|đang áp dụng|hôm nay là)",
        "Quyết định 874/QĐ-BTTTT là bộ quy tắc đang dùng hôm nay.",
        "Quyết định 874/QĐ-BTTTT đã được thay bởi Quyết định 423/QĐ-BVHTTDL.",
        NOT_SURE + r"|không phải|không còn|đã (?:bị |được )?thay",
    ),
    Rule(
        8,
        rf"244/2026{IN}(?:bắt buộc|ràng buộc|áp dụng (?:với|cho)){IN}(?:trường|giáo viên|nhà giáo)",
        "Nghị định 244/2026/NĐ-CP bắt buộc với trường học.",
        "Điều 2 Nghị định 244/2026/NĐ-CP không kể tên trường học.",
        NOT_SURE + r"|không|cách đọc",
    ),
    Rule(
        9,
        rf"(?:04/2021|130/2021)/NĐ-CP{IN}(?:còn hiệu lực|vẫn áp dụng|đang áp dụng|hết hiệu lực)",
        "Nghị định 04/2021/NĐ-CP vẫn còn hiệu lực.",
        "Nghị định 04/2021/NĐ-CP còn hiệu lực hay không, ở đây chưa kiểm tra được.",
    ),
    # Stories are told of thầy B and cô M.
    Rule(
        10,
        r"(?-i:\b(?:[Tt]hầy|[Cc]ô|[Ôô]ng|[Bb]à|[Ee]m|[Aa]nh|[Cc]hị)"
        r" [A-ZĐ]\w*[a-zà-ỹ]\w* [A-ZĐ]\w*[a-zà-ỹ])",
        "Cô Nguyễn Thị Hoa đã bị phạt.",
        "Cô M đã bị phạt.",
        NEVER,
    ),
    Rule(
        11,
        rf"363/2026{IN}(?:triệu|tỷ đồng|phạt (?:người|cá nhân|tổ chức|việc|hành vi))",
        "Nghị định 363/2026/NĐ-CP phạt cá nhân tới 50 triệu đồng.",
        "Nghị định 363/2026/NĐ-CP: chỉ biết tên, ngày; chưa đọc hành vi hay số tiền nào.",
        NOT_SURE + "|không nêu",
    ),
    Rule(
        12,
        r"Nghị định (?:số )?87/2026",
        "Quảng cáo sai bị phạt theo Nghị định 87/2026/NĐ-CP.",
        "Luật 87/2025/QH15 sửa khoản ấy.",
        NEVER,
    ),
    # Printed “đối với cá nhân” in a part whose amounts are those of organisations.
    Rule(
        13,
        r"khoản 2 Điều 42.*cá nhân[^.;]*\d[^.;]*triệu",
        "Khoản 2 Điều 42 Nghị định 330/2026/NĐ-CP: cá nhân bị phạt 25 triệu đồng.",
        "Khoản 2 Điều 42 Nghị định 330/2026/NĐ-CP: mức của cá nhân chưa rõ.",
    ),
    Rule(
        13,
        r"khoản 3 Điều 49.*\d[^.;]*triệu",
        "Khoản 3 Điều 49 Nghị định 330/2026/NĐ-CP: tổ chức 40–60 triệu đồng.",
        "Khoản 3 Điều 49 Nghị định 330/2026/NĐ-CP: tổ chức 40–60 triệu đồng, do người biên soạn"
        " nhân ra.",
        r"biên soạn|nhân ra|nhân từ|tự nhân|không in|cách đọc|tính ra",
    ),
    Rule(
        14,
        rf"Điều 8{IN}282/2025{IN}(?:áp dụng|dùng) (?:cho|với) {IN}(?:bài|bình luận|mạng)",
        "Điều 8 Nghị định 282/2025/NĐ-CP áp dụng cho bài đăng này.",
        "Điều 8 Nghị định 282/2025/NĐ-CP không nhắc tới mạng xã hội.",
        NOT_SURE + r"|không nhắc|có thể",
    ),
    Rule(
        15,
        rf"(?:mọi|tất cả|ảnh AI nào){IN}(?:AI|trí tuệ nhân tạo){IN}phải {IN}nhãn"
        r"|ảnh AI nào cũng phải gắn nhãn",
        "Mọi hình ảnh do AI tạo ra đều phải gắn nhãn.",
        "Không phải ảnh AI nào cũng phải gắn nhãn.",
        NOT_SURE + r"|không phải|bên triển khai|bên cung cấp",
    ),
    Rule(
        15,
        rf"khoản 4 Điều 18{IN}(?:khỏi|miễn|không phải) (?:báo|thông báo)",
        "Bốn trường hợp ở khoản 4 Điều 18 Nghị định 142/2026/NĐ-CP được khỏi báo cho người xem.",
        "Khoản 4 Điều 18 Nghị định 142/2026/NĐ-CP chỉ cho khỏi gắn nhãn.",
        NOT_SURE + "|vẫn phải|không miễn|không cho khỏi",
    ),
    Rule(
        16,
        rf"khoản 3 Điều 15a{IN}(?:mọi|tất cả|từng) (?:giáo viên|nhà giáo|thầy|người)",
        "Khoản 3 Điều 15a Luật Quảng cáo năm 2012 buộc mọi giáo viên phải kiểm tra sản phẩm.",
        "Khoản 3 Điều 15a Luật Quảng cáo năm 2012 nói với người có ảnh hưởng.",
        NOT_SURE + "|không|người có ảnh hưởng",
    ),
    Rule(
        17,
        rf"05/2026/TT-BKHCN{IN}(?:bắt buộc|ràng buộc){IN}(?:mọi|tất cả|ai cũng)",
        "Thông tư 05/2026/TT-BKHCN bắt buộc với mọi người.",
        "Thông tư 05/2026/TT-BKHCN bắt buộc với cơ quan nhà nước; người khác được khuyến khích.",
        NOT_SURE + "|không|khuyến khích",
    ),
    Rule(
        18,
        rf"Điều 32{IN}(?:cho phép|khỏi|miễn|không cần|cấm){IN}ảnh (?:của )?học sinh"
        rf"|ảnh (?:của )?học sinh{IN}(?:khỏi|miễn|không cần){IN}Điều 32",
        "Điều 32 Luật Bảo vệ dữ liệu cá nhân năm 2025 cho phép đăng ảnh học sinh.",
        "Điều 32 Luật Bảo vệ dữ liệu cá nhân năm 2025 không nói riêng về ảnh học sinh.",
        NOT_SURE + "|không nói|không kết luận",
    ),
    Rule(
        18,
        r"(?:sân trường|lễ khai giảng|hội thao)[^.;]* (?:là|không phải là|không là|thuộc)"
        r" (?:một )?(?:nơi|hoạt động) công cộng",
        "Lễ khai giảng là hoạt động công cộng.",
        "Lễ khai giảng có phải hoạt động công cộng hay không thì luật không nói.",
        NOT_SURE + "|luật không nói",
    ),
    # Labelling and publishing are powers of the authority.
    Rule(
        19,
        rf"(?:nhà trường|trường|giáo viên|người dùng|hiệu trưởng|quản trị viên){IN}"
        r"(?:được|có quyền|có thể|sẽ) (?:gắn nhãn|công bố)[^.;]*(?:tin giả|người đăng|ai đăng)",
        "Nhà trường có quyền công bố ai đăng tin giả.",
        "Gắn nhãn, công bố tin giả là quyền của cơ quan có thẩm quyền.",
        NOT_SURE + "|không|cơ quan có thẩm quyền|cơ quan chức năng",
    ),
    Rule(
        19,
        rf"(?:người đăng|thầy cô|giáo viên|bạn) phải {IN}24 giờ{IN}Điều 10 Nghị định 328",
        "Người đăng phải gỡ trong 24 giờ theo Điều 10 Nghị định 328/2026/NĐ-CP.",
        "24 giờ ở Điều 10 Nghị định 328/2026/NĐ-CP là hạn của cơ quan có thẩm quyền.",
        NOT_SURE + "|không phải",
    ),
    Rule(
        20,
        rf"khoản 4 Điều 11{IN}(?:miễn|khỏi bị phạt|không bị phạt){IN}"
        r"(?:mọi|tất cả|toàn bộ|cả khoản 1|cả khoản 2)",
        "Theo khoản 4 Điều 11 Nghị định 330/2026/NĐ-CP, ai kể chuyện mình thì khỏi bị phạt ở mọi"
        " điểm.",
        "Khoản 4 Điều 11 Nghị định 330/2026/NĐ-CP miễn tới đâu thì chưa rõ.",
    ),
    Rule(
        21,
        r"(?:nói quá|quá công dụng|thổi phồng)[^.;”]* (?:là|thì|đều|sẽ|tự nó) (?:sẽ )?bị phạt",
        "Nói quá công dụng là bị phạt.",
        "Nói quá công dụng chỉ bị phạt khi vừa thiếu chính xác, vừa có ảnh hưởng.",
        NOT_SURE + "|chỉ|đủ hai vế|và có|không viết rằng",
    ),
    Rule(
        22,
        rf"142/2025/NĐ-CP{IN}(?:trí tuệ nhân tạo|\bAI\b|nhãn)"
        rf"|142/2026/NĐ-CP{IN}(?:hai cấp|phân định thẩm quyền)",
        "Theo Nghị định 142/2025/NĐ-CP, nội dung AI phải có nhãn.",
        "Nghị định 142/2026/NĐ-CP không phải Nghị định 142/2025/NĐ-CP về chính quyền hai cấp.",
        r"không phải|đừng (?:nhầm|lẫn)|khác (?:với|hẳn)",
    ),
    Rule(
        23,
        r"30/2026/TT-BGDĐT",
        "Thông tư 30/2026/TT-BGDĐT quy định việc ấy.",
        "Có nơi nhắc một thông tư số 30/2026/TT-BGDĐT, chưa tìm thấy.",
    ),
)
"""Certain since 26/11/2026; the numbers are those under which the editors know them."""

_BLOCKS = "//article//*[self::p or self::li or self::td or self::dd or self::h1 or self::h2]"
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_SAID_BEFORE = re.compile(r"Trang đã viết: .*? Nay viết:", re.DOTALL)
FALSE_CELLS = ("Đừng nói", "Trang đã viết")
"""Columns of tables that repeat what is wrong."""


def of_page(tree: html.HtmlElement) -> Iterator[str]:
    """Every sentence that a page says itself: no wrong answers, nothing quoted as wrong."""
    for block in tree.xpath(_BLOCKS):
        if block.xpath(".//p | .//li | .//td | .//dd") or _is_false(block):
            continue
        context = _context(block)
        whole = " ".join(block.text_content().split())
        # An amount and whose it is may be two sentences of one paragraph.
        yield from (f"{context}{one}" for one in [whole, *of_text(whole)] if one)


def of_text(text: str) -> Iterator[str]:
    plain = _SAID_BEFORE.sub("", text)
    yield from (" ".join(one.split()) for one in _SENTENCE.split(plain) if one.strip())


def of_slides(file: Path) -> Iterator[str]:
    """Every paragraph of slides and of their notes."""
    for slide in Presentation(str(file)).slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        if slide.has_notes_slide:
            frames.append(slide.notes_slide.notes_text_frame)
        for frame in frames:
            yield from (paragraph.text for paragraph in frame.paragraphs if paragraph.text.strip())


@cache
def broken(sentence: str) -> tuple[int, ...]:
    """The numbers of the rules that a sentence breaks; half of all sentences stand twice."""
    return tuple(rule.number for rule in RULES if rule.broken_by(sentence))


def _context(block: html.HtmlElement) -> str:
    """The provision under which a block stands, or the link of its row, as “name: ”."""
    cards = block.xpath("ancestor::*[contains(@class, 'dan')][*[contains(@class, 'dan-ten')]][1]")
    if cards:
        (name,) = cards[0].xpath("*[contains(@class, 'dan-ten')]/a")[:1]
        return f"{name.text_content()}: "
    units = block.xpath(
        "ancestor::section[contains(@class, 'dv')]/*[contains(@class, 'dv-ten')]/@id"
    )
    if units:
        steps = re.findall(r"(dieu|khoan|diem)-(\w+)", str(units[-1]))
        words = {"dieu": "Điều", "khoan": "khoản", "diem": "điểm"}
        return " ".join(f"{words[kind]} {number}" for kind, number in reversed(steps)) + ": "
    return ""


def _is_false(block: html.HtmlElement) -> bool:
    """Whether the block repeats what is wrong on purpose."""
    return any(cell.get("data-nhan") in FALSE_CELLS for cell in block.xpath("ancestor-or-self::td"))
