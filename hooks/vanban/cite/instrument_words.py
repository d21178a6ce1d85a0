r"""The words by which a text names an instrument, and what may stand behind such a name.

Patterns over clean lower-case text, as in ``grammar``: bounded repeats, no nested
stars. What they match is listed beside each. Spaces before a sign that may be missing are
possessive (``\s*+``): else a long run of them would be tried once for each of its spaces.
"""

from __future__ import annotations

import re

from ..law.late_pattern import late
from .grammar import BETWEEN_TWO, UNIT_WORDS

LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
"""Types that are cited by a name."""
ONE_ISSUER = frozenset({"luật", "bộ luật", "pháp lệnh", "nghị định"})
"""Types of which one body numbers all: “NĐ 72/2013” is one decree, any ministry has a 15/2025."""
NUMBERED_ALONE = frozenset({*ONE_ISSUER, "nghị quyết", "thông tư", "chỉ thị", "công văn"})
"""Types of which “Nghị định 72” is said; “Quyết định 3 việc” and “Kế hoạch 5 năm” are not."""
VERBS = frozenset({"quyết định", "hướng dẫn", "thông báo", "chỉ thị"})
"""Types that are verbs too: “Điều 5 hướng dẫn cách …”."""
# quyết định khen thưởng: a paper, not the verb
NOT_A_VERB = late(
    r"\s+(?:khen|kỷ\s+luật|bổ\s+nhiệm|thành\s+lập|tuyển|xử\s+phạt|phê\s+duyệt|điều\s+động|công\s+nhận|ban\s+hành)(?!\w)"
)
# 72/2013/nđ-cp · 15a/ct-ttg · 02(m)/ct-ttg · 24/2018/qh14
# 24/2018/qh 14 · 10/ct-ubnd · 5682/ubnd-vhxxh · 12/ptth&ttđt
_LETTERS = r"[a-zđ][a-zđ0-9]{0,14}"
FULL_NUMBER = (
    rf"\d{{1,5}}{BETWEEN_TWO}?(?:\s?/\s?(?:\d{{4}}\s?[/-]\s?)?|[.-]\d{{4}}\s?/\s?)"
    rf"(?:qh\s?-?\s?\d{{1,2}}|{_LETTERS}?(?:(?:\s?-\s?|[./&_]){_LETTERS}?){{0,3}})"
    # … or the next word is glued to it: “TT-TTCPQuy định”, “NĐ-CPngày”
    r"(?:(?!\w)|(?=(?:ngày|của|về|quy\s+định|hướng\s+dẫn|sửa\s+đổi|và|được|đã|tại|năm)(?!\w)))"
)
# 01/2021/TT-TTCPNgười … — in the text as given: capitals, and a word with small letters
GLUED_NUMBER = late(
    r"\d{1,5}/(?:\d{4}/)?(?:[A-ZĐ]{1,8}[-./]){0,3}(?:TTg|[A-ZĐ]{2,12}?)"
    r"(?=(?:[^\W\d_A-ZĐ]|[^\W\d_](?!g(?!\w))[^\W\d_A-ZĐ])[^\W\d_A-ZĐ])"
)
NUMBER_HEADS = frozenset(
    (
        *("nđ", "nd", "qđ", "qd", "tt", "ttlt", "ct", "nq", "kh", "tb", "hd", "tr", "ttr", "bc"),
        *("vbhn", "ubnd", "hđnd", "sgdđt", "pgdđt", "bgdđt", "cv"),
    )
)
"""The first letters of a number, which those of an office follow: “NĐ - CP”."""
# 24-2018-qh14 · 72-2013-nđ-cp: dashes for strokes
_DASHED_NUMBER = rf"\d{{1,5}}\s?-\s?(?:19|20)\d\d\s?-\s?{_LETTERS}(?:-{_LETTERS})?(?!\w)"
# 12-ctr/tu · 05-ct/tw: as offices of the Party number
_DASH_NUMBER = r"\d{1,5}\s?-\s?[a-zđ]{2,6}/[a-zđ]{2,10}(?!\w)"
# 112-hđbt · 36-cp · 36/cp: how numbers were written before 1997
_OLD_NUMBER = r"\d{1,5}\s?-\s?(?:hđbt|hđnn|cp|ttg|ct|lct|hđnn\d)(?!\w)"
# 72/2013 · 72-2013 · 72.2013 — only behind a type
_SHORT_NUMBER = (
    rf"\d{{1,5}}{BETWEEN_TWO}?(?:\s?/\s?|\s?-\s?|\.)(?:19|20)\d\d(?![\w/]|[.,]\d|-[a-zđ])"
)
_NO = r"(?:số(?:\s+hiệu)?\s*+:?\s*)?"

FULL_BEHIND = re.compile(
    rf"\s*+(?::?\s*|[,\-]\s*(?=số\s)|[”\"»],?\s*(?=số\s)){_NO}(?P<full>{FULL_NUMBER}|{_DASHED_NUMBER}|{_DASH_NUMBER}|{_OLD_NUMBER})"
)
# Quy chế phối hợp số · Chương trình hành động số: papers that any office issues and numbers
PAPER_BEFORE = late(
    r"(?<!\w)(?:quy\s+(?:chế|định|trình|ước)|nội\s+quy|điều\s+lệ|đề\s+án|dự\s+án|phương\s+án|chương\s+trình"
    r"|kế\s+hoạch|hướng\s+dẫn|thông\s+(?:báo|tri)|kết\s+luận|báo\s+cáo|tờ\s+trình|biên\s+bản|văn\s+bản"
    r"|th(?:ỏa|oả)\s+thuận|công\s+điện|giấy\s+mời)(?:\s+[^\W\d_]+){0,8}?\s+số\s*+:?\s*$"
)
PAPER_WINDOW = 90
# Nghị định hướng dẫn số 56/2017/NĐ-CP, … hướng dẫn (93/2026/NĐ-CP): what stands between the two
DETAILS_BEHIND = re.compile(
    r"\s+(?:hướng\s+dẫn(?:\s+(?:thi\s+hành|thực\s+hiện))?|quy\s+định\s+chi\s+tiết)"
    r"(?=\s+(?:số\s|\(?(?:số\s+)?\d{1,4}/\d{4}/))"
)
# the first sign of what FULL_BEHIND, BRACKETED_BEHIND, SHORT_BEHIND and NUMBER_AND_YEAR match
NUMBER_FOLLOWS = re.compile(r"\s*+[:(\[,\-”\"»]{0,2}\s*+(?:số|\d)")
# Nghị định (số 72/2013/NĐ-CP)
BRACKETED_BEHIND = late(rf"\s*[(\[]\s*{_NO}(?P<full>{FULL_NUMBER})\s*[)\]]")
SHORT_BEHIND = late(rf"\s*{_NO}(?P<short>{_SHORT_NUMBER})")
# Nghị định số 72 năm 2013 · Nghị định 147 ngày 09/11/2024
NUMBER_AND_YEAR = late(
    r"\s*(?:,\s*(?=số\s+hiệu)|(?:có|mang)\s+(?=số\s+\d+\s*(?:[,.;)]|$)))?(?P<no>số(?:\s+hiệu)?\s*+:?\s*)?(?P<alone>\d{1,5})(?![\w/]|\([a-zđ\d]\)|[.,]\d)"
)
# Nghị định 72 · Quyết định số 765 — and no counted thing after it
ALONE_BEHIND = late(
    r"\s+(?P<no>số\s+)?(?P<alone>\d{1,5})(?![\w/%]|\([a-zđ\d]\)|[.,-]\d|[^\S\n]*(?:năm|tháng|ngày|người|điều|chương|trang"
    r"|điểm|khoản|bước|nội|việc|nhóm|lần|giờ|phút|văn|bản|mục|trường|giáo|cô|thầy|lớp)(?!\w))"
)
# the number behind a name, whatever joins it: “, số …” · “- Luật số …” · “: số …” · “(số …”
# · “[số …” · “ban hành kèm số …”
NUMBER_BEHIND_NAME = late(
    r"\s*+(?:(?P<open>[(\[])|[,:\-\"“]|[.;](?=\s*số\s+(?:ký\s+)?hiệu)|(?:tức|hay|nghĩa)(?:\s+(?:là|còn|được|gọi|chính)){0,4}\s)?\s*(?P<again>(?:bộ\s+)?luật\s+|pháp\s+lệnh\s+)?(?:(?:văn\s+bản|ký\s+hiệu)\s+)?"
    r"(?:(?:được\s+)?ban\s+hành\s+(?:theo\s+(?=số\s))?)?(?:kèm\s+(?:theo\s+)?)?(?:có\s+|mang\s+)?"
    rf"(?P<no>số(?:\s+hiệu)?\s*+:?\s*)?(?P<full>{FULL_NUMBER}|{_DASHED_NUMBER})"
)

# Luật An ninh mạng và … · … Điều 8 · … k8 · … (khoản 1) · … Luật Viễn thông · a full stop: what
# begins none of the patterns that may stand behind a name and say more of it, and no longer name
SAYS_NO_MORE = late(
    r"[.;](?=\s|$)(?<!;(?=\s(?:năm\s)?(?:19|20)\d\d))(?!\s+số\s+(?:ký\s+)?hiệu)"
    r"| (?:và|theo|điều|khoản|điểm|nghị\s+định|thông\s+tư|quyết\s+định)(?!\w)"
    r"| luật (?!số|văn|ký|được|ban|kèm|có|mang)(?=[^\W\d_])| [kđ]\.? ?\d"
    r"| ?\((?=(?:(?:điều|khoản|điểm) |[kđ]\.? ?)\d)(?![^()\n]{0,60}(?:19|20)\d\d)"
)

# Luật k1 đ8: a unit in short is no name
BRIEF_BEHIND = re.compile(r" [kđ]\.? ?\d{1,3}[a-zđ]?(?!\w)")
# này · này đây
THIS_BEHIND = re.compile(r"\s+này(?!\w)")
# hai văn bản này · các Nghị định trên · 02 (hai) Thông tư này: some that were just named
SEVERAL_BEFORE = late(
    r"(?<![\w/.,-])(?:cả\s+|tất\s+cả\s+)?(?:các|những|mấy|hai|ba|bốn|sáu|bảy|tám|chín|mười"
    r"|(?P<digits>\d{1,2})(?:\s*\(\s*[^\W\d_]{2,4}\s*\))?)\s+$"
)
SEVERAL_WINDOW = 24
_POINTING = (
    r"đó|ấy|kia|trên|dưới|(?:vừa|đã|được|mới)?\s?(?:nêu|nói|dẫn|nhắc|viện\s+dẫn|kể|đề\s+cập)"
    r"(?:\s+(?:trên|ở\s+trên|trên\s+đây|tới|đến))?"
)
# Nghị định đó, nêu trên, dẫn trên, mới, thay thế: another one than the text's own
ANOTHER_BEHIND = late(
    rf"\s+(?:{_POINTING}|trước|sau|cũ|mới|khác|thay|sửa|hướng|về|của|số|hiện\s+hành|cùng|liên)(?!\w)"
)
# What may follow a bare “Luật”, “Nghị định” that means the text's own: a mark, or a word
# that goes on with the sentence. Anything else may be its name.
PLAIN_BEHIND = late(
    r"\s*$|\s*[.,;)\]!?\ufffc|/\n](?!\.)|\s*[:(-]|\s+(?:quy\s+định|thì|là|và|hoặc|hay|cấm|phải|cũng"
    r"|đều|chỉ|để|khi|nếu|mà|nên|sẽ|bị|buộc|yêu\s+cầu|giao(?!\s+(?:thông|dịch))|nghiêm|ghi|gồm|đã|vẫn|còn|tại|thuộc|bắt"
    r"|không\s+(?:quy|cấm|cho|có|được|bắt|buộc|phân|nói|nêu|ghi|đòi|áp|bị|phải)"
    r"|có\s+(?:quy|hiệu|nói|nêu|ghi|tên|các|những|thể|điều|\d)"
    r"|được\s+(?:quy|áp|hiểu|hướng|thi|nêu|làm)|cho\s+(?:phép|biết|rằng|thấy|người|nhà|trường)"
    rf"|đòi|nói|nêu|định\s+nghĩa|giải\s+thích|liệt\s+kê|này|(?:{UNIT_WORDS})\s+[\da-zđ])(?!\w)"
)
# … but “Luật: Viễn thông”, “Luật (Viễn thông)” may be a name
NAME_BEHIND_MARK = late(rf"\s*[:(-]\s*(?!(?:{UNIT_WORDS}|sau|gọi)(?!\w))(?P<word>[^\W\d_])")
# the last syllable before “luật” that makes another word of it: kỷ luật, pháp luật, quy luật
NO_LAW_BEFORE = frozenset({"kỷ", "kỉ", "pháp", "quy", "án", "thi", "luân"})
DRAFT_BEFORE = frozenset({"thảo", "án", "cương"})
# Công ty Luật …, Khoa Luật …: a firm or a subject that bears the name
BODY_BEFORE = late(
    r"(?:công\s+ty|hãng|khoa|văn\s+phòng|bộ\s+môn|ngành|môn|môn\s+học|tạp\s+chí|đại\s+học|học\s+viện"
    r"|viện|giáo\s+trình|giảng\s+viên|chuyên\s+gia|chuyên\s+ngành|sách|cử\s+nhân|thạc\s+sĩ|tiến\s+sĩ|sinh\s+viên|trường|câu\s+lạc\s+bộ|clb|đội"
    r"|trung\s+tâm|tổ|fanpage|kênh|chuyên\s+trang|chuyên\s+đề|học\s+phần|tnhh|phòng)\s+$"
)
BODY_WINDOW = 16

_COUNTRIES = (
    r"trung\s+quốc|hoa\s+kỳ|mỹ|nước\s+ngoài|nước\s+bạn|nhật|nhật\s+bản|hàn\s+quốc|singapore|thái\s+lan"
    r"|liên\s+minh|liên\s+bang|cộng\s+hòa\s+(?!xã)|quốc\s+phòng|úc|đức|pháp|anh|nga|lào|campuchia"
    r"|ấn\s+độ|đài\s+loan|malaysia|indonesia|philippines|canada|châu\s+âu|eu|các\s+nước|một\s+nước"
    r"|th(?:ụy|uỵ)\s+(?:điển|sĩ)|na\s+uy|phần\s+lan|đan\s+mạch|hà\s+lan|bỉ|ý|áo|ba\s+lan|tây\s+ban\s+nha"
    r"|new\s+zealand|brazil|israel|myanmar|triều\s+tiên|hồng\s+kông|hong\s+kong|estonia|ukraine"
)
# Luật An ninh mạng (của) Trung Quốc · viên chức quốc phòng · … nội bộ công ty, quốc tế, kiểu mẫu:
# not the one of that shorter name
LONGER_NAME = late(
    rf"(?:\s+|\s*\()(?:của\s+)?(?:(?:nước\s+)?(?P<country>{_COUNTRIES})|(?:tiểu\s+)?bang"
    r"|nước(?!\s+(?:ta|cộng|việt|chxhcn))|nội\s+bộ|quốc\s+tế|kiểu\s+mẫu|(?:công\s+ty|tập\s+đoàn)(?=\s))(?!\w)"
)
# Luật An ninh mạng 2018 của Singapore · … (CSL) của Trung Quốc · … (Taiwan PDPA): the law of
# another country, though a year or a bracket stands between. Behind “của” a country that is a
# small word too (“anh”, “nga”) counts with a capital alone.
FOREIGN_BEHIND = late(
    rf"(?:\s*\([^()\n]{{1,40}}\)|,?\s+(?:năm\s+)?(?:19|20)\d\d(?!\w)){{1,2}}\s+của\s+(?:nước\s+)?(?P<country>{_COUNTRIES}|nước\s+bạn)(?!\w)"
    r"|\s*\((?:[^()\s]{1,20}\s){0,2}(?<!tiếng\s)"
    rf"(?P<inside>taiwan|china|eu|gdpr|csl|ccpa|{_COUNTRIES})(?:,?\s[^()\s]{{1,20}}){{0,2}}\)"
)
COUNTRIES_IN_CAPITALS = frozenset({"bỉ", "ý", "áo"})
SMALL_COUNTRIES = COUNTRIES_IN_CAPITALS | {"anh", "nga", "pháp", "đức", "mỹ", "lào", "úc"}
# a capital behind a name makes it longer, except where a sentence or another citation begins
CAPITAL_BEHIND = re.compile(r"[ ](?:của )?(?P<word>[^\W\d_]\w*)")
NO_PART_OF_NAME = frozenset(
    (
        *("việt", "quốc", "chính", "điều", "khoản", "điểm", "chương", "mục", "luật"),
        *("bộ", "số", "nghị", "thông", "quyết", "chỉ", "công", "hiến", "pháp", "căn", "theo"),
        *("năm", "ngày", "khóa", "khoá", "nđ", "tt", "qđ", "nq", "ct", "cv", "k", "đ", "và"),
        *("kế", "văn", "hướng", "từ"),
    )
)

_YEAR = r"(?:19|20)\d\d"
# sửa đổi năm 2019 · (sửa đổi, bổ sung năm 2019) · (sửa đổi) năm 2025
AMENDED = late(
    r"\s*+,?\s*(?P<open>[(\[]\s*)?(?:đã\s+|được\s+)*(?:sửa(?:\s+đổi)?|bổ\s+sung)(?:\s*+,?\s*(?:và\s+)?bổ\s+sung)?"
    rf"(?:\s+một\s+số\s+điều)?(?:\s*(?P<shut>[)\]]))?(?:\s*+,?\s*(?:(?:vào|hồi|ngày\s+[\d/.-]{{3,6}})\s*)?(?:năm\s+)?[(\[]?"
    rf"(?P<year>{_YEAR})(?![\w/-]|[.,]\d)|(?=[^\S\n]*(?:[.,;:)\]\n]|$)))(?:\s*,\s*{_YEAR})*(?:\s*[)\]])?"
)
# Thông tư quy định về dạy thêm: its title, where “Luật quy định …” goes on with the sentence
TITLE_BEHIND = re.compile(
    r"\s+quy\s+định\s+(?:về|chi\s+tiết|chế\s+độ|tiêu\s+chuẩn|mức|một\s+số)(?!\w)"
)
# Luật An ninh mạng (… 2018): a year in a bracket that says more
YEAR_IN_BRACKETS = late(
    r"\s*[(\[](?![^()\[\]]*(?:thay|luật|nghị|thông\s+tư|điều|khoản|sửa|số))[^()\[\]]{0,60}?(?:19|20)\d\d(?!\w)"
)
# Luật An ninh mạng cũ, mới, trước đây, thế hệ cũ: not simply the one of the day
OTHER_TIME = late(
    r"\s*+[(\"“]?\s*(?:thế\s+hệ\s+|đời\s+|bản\s+|phiên\s+bản\s+|loại\s+)?(?:cũ|mới(?!\s+(?:có|được|là|quy"
    r"|ban|thông|ra|cho|bắt|chỉ|nêu))|(?:các|những|hai)\s+năm(?:\s+(?:19|20)\d\d)?|trước\s+(?:khi|lúc)\s+(?:(?:được|bị)\s+)?(?:sửa|thay|hết)|(?:hồi\s+)?trước\s+(?:đây|kia|đó|này|ngày(?!\s+\d)|năm|\d+)"
    r"|đầu\s+tiên|nào|sau\s+này|sắp\s+(?:tới|ban|có|được|thông|trình|ra|sửa)|tương\s+lai|(?:hồi|khi|lúc)\s+(?:đó|ấy|trước|xưa)"
    r"|(?:(?:nay|đã|bị|vừa)\s+)*(?:hết\s+hiệu\s+lực|(?:bị|được)\s+thay(?:\s+thế)?(?!\s+cho)|bị\s+bãi\s+bỏ)"
    r"|(?:thời|thuở|dạo|hồi|lúc)\s+(?:ấy|đó|trước|xưa|\d+)|ngày\s+(?:ấy|đó|xưa)|xưa|giai\s+đoạn|có\s+từ|kỳ\s+họp"
    r"|áp\s+dụng\s+(?:từ|trong|cho|đến|khi|lúc|vào)|ngày\s+trước|tiền\s+nhiệm|(?:lúc\s+)?bấy\s+giờ"
    r"|mà\s+luật\s[^.;,\n]{0,30}\sthay(?:\s+thế)?|"
    r"(?:của\s+)?năm\s+(?:ngoái|trước|kia|xưa)|nguyên\s+gốc|gốc|thứ\s+(?:nhất|hai))(?!\w)"
)
# Luật An ninh mạng | Điều 9 cũ
OLD_UNIT = re.compile(r",?\s+(?:(?:điều|khoản|[kđ]\.?)\s?\d{1,3}[a-zđ]?,?\s+){1,3}\(?cũ(?!\w)")
IN_FORCE_FROM = late(
    r"\s*+[,(]?\s*(?:đã\s+|sẽ\s+|bắt\s+đầu\s+|còn\s+|hết\s+)?(?:(?:có\s+)?hiệu\s+lực"
    r"(?:\s+thi\s+hành)?(?:\s+kể)?\s+(?:(?:từ|năm|ngày|vào|(?:đến|tới)(?!\s+nay))(?!\w)|(?=\d{1,4}[/.-]\d))"
    # hiện hành từ ngày … · dùng đến hết …
    r"|(?:hiện\s+hành|thi\s+hành|dùng|áp\s+dụng)\s+(?:từ|(?:cho\s+)?(?:đến|tới))(?!\s+nay)\s+(?:\w+\s+){0,2}(?=\d))"
)
# Luật An ninh mạng (sửa đổi) có hiệu lực · … sửa đổi sẽ trình: of which year?
AMENDED_ONE = late(
    r"\s*\(\s*sửa\s+đổi(?:,?\s+bổ\s+sung)?\s*\)|\s+sửa\s+đổi(?:,?\s+bổ\s+sung)?\s+(?:có\s+hiệu|sẽ|vừa|mới|đang|lần"
    r"|dự\s+kiến|chuẩn\s+bị|trình|sắp|được\s+(?:trình|thông|ban))(?!\w)"
)
# được Quốc hội thông qua năm 2018 · do Quốc hội ban hành ngày 12/6/2018 · của năm 2018
PASSED = late(
    r"(?:\s*,)?(?:\s+(?:đã|được|do|mà|quốc\s+hội|chủ\s+tịch\s+nước|mới|vừa|của|hồi|vào|từ|thông\s+qua|ban\s+hành|ra(?:\s+đời)?"
    r"|công\s+bố|ký|bản|phiên\s+bản|thời\s+điểm|đời|tháng\s+\d{1,2})){1,8}"
    rf"(?=\s+(?:năm\s+{_YEAR}|ngày\s+\d{{1,2}}|{_YEAR})(?!\w))"
)
# của Chính phủ · của Chủ tịch UBND tỉnh Long An: the issuer, before the day or year
OF_ISSUER = late(
    r"\s+của\s+(?:chính\s+phủ|quốc\s+hội|thủ\s+tướng(?:\s+chính\s+phủ)?|(?:chủ\s+tịch\s+)?(?:ubnd|[uủ][yỷ]\s+ban"
    r"\s+nhân\s+dân)\s+(?:tỉnh|thành\s+phố|tp\.?|huyện)\s+\w+(?:\s+\w+){0,2}?)"
    rf"(?=,?\s+(?:ban\s+hành\s+)?(?:ngày\s+\d|năm\s+{_YEAR}))"
)
# … and no more of a number or word, but a word may be glued to it: “2010của”
_YEAR_ENDS = r"(?:(?!\w)|(?=[^\W\d_]{2}))"
# … , năm 2025 có Luật B: the year of what follows
_NEXT_CLAUSE = (
    rf"(?!,\s+năm\s+{_YEAR},?\s+(?:có|thì|lại|đến|thêm|chính\s+phủ|quốc\s+hội|bộ|nhà\s+nước"
    r"|ban\s+hành|ra)\s)"
)
# năm 2018 · 2018 · (2018)? · -2018 — after a name
YEAR = late(
    rf"{_NEXT_CLAUSE}(?:(?:,?\s+(?:(?:ban\s+hành\s+)?n\s?[ăã]\s?m\s*|tháng\s+\d{{1,2}}\s*/\s*)?|năm\s*|\s*-\s*)(?P<year>{_YEAR}){_YEAR_ENDS}(?!/|[.,]\d))"
    rf"|\s*[(\[]\s*(?:(?:bản|phiên\s+bản|của|từ)\s+)?(?:(?:ban\s+hành|thông\s+qua)\s+)?(?:năm\s+)?(?P<bracketed>{_YEAR})"
    # (ban hành năm 2010, sửa năm 2019)
    r"(?:[,;]?\s+(?:và\s+)?(?:(?:đã|được)\s+){0,2}(?:sửa|bổ\s+sung)[^()\[\]\n]{0,60})?\s*[)\]]"
)
# the first word of what DATE, YEAR, TERM and OF_ISSUER match, to try no more than that
ISSUED = re.compile(
    r"\s*+[,(\[-]?\s*(?:\d|(?:ngày|n\s?[ăã]\s?m)(?![^\W\d_])"
    r"|(?:được|ban|ký|tháng|của|do|quốc|kh(?:óa|oá)|bản|phiên|từ|thông)(?!\w)|qh\s?-?\d)"
)
# năm 20l8, năm nào, năm ngoái: a year is told, but not readable (not “năm học”) · hai nghìn không
# trăm mười tám · , NXB Tư pháp, 2019: of whenever that book was made
YEAR_UNREAD = late(
    r",?\s+năm\s+(?!học)(?=\w)|,?\s+hai\s+(?:nghìn|ngàn|không\s+(?:một|hai))(?!\w)"
    r"|,\s*(?:nxb|nhà\s+xuất\s+bản)(?!\w)"
)
# khóa XIV: the term of the assembly, which numbers of laws end with
TERM = late(
    r"\s*+[,(]?\s*(?:(?:của|được|do)\s+)?(?:quốc\s+hội\s+)?(?:kh(?:óa|oá)\s+(?:thứ\s+)?|qh\s?-?)(?P<term>[ivx]{1,6}|\d{1,2})(?!\w)\)?"
)
# ngày 15/7/2013 · ngày 15-7-2013 · ngày 15 tháng 7 năm 2013 · , ngày 15.7.2013 · ngày 1/3/18
DATE = late(
    r"(?:(?:,?\s+(?:(?:được\s+)?ban\s+hành\s+|ký\s+)?)?ngày\s*|(?P<open>\s*\(\s*)(?:ngày\s*)?(?=[^()]{6,24}\)))"
    r"(?P<day>\d{1,2})\s?(?:[/.\-]|\s*tháng\s*)\s?(?P<month>\d{1,2})"
    rf"\s?(?:[/.\-]|\s*năm\s*)\s?(?P<year>\d{{4}}|\d{{2}}(?![\w/.-])){_YEAR_ENDS}(?(open)\s*\))"
)
# … tỉnh Long An — looked for in a short window behind a number, for the place alone
_PLACE = r"tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường"
PLACE = late(rf"(?<!\w)(?:{_PLACE}|ubnd(?!\s+(?:{_PLACE})))\s+(?=\w)")
PLACE_WORD = re.compile("tỉnh|thành|tp|huyện|quận|xã|phường|ubnd")
PLACE_END = re.compile(r"[.;:()\n](?<!tp.)", re.DOTALL)  # the dot of “TP.” ends no sentence
PLACE_WINDOW = 90

# Luật sửa đổi, bổ sung một số điều của …: an amending law, whose number stands behind
AMENDING = late(
    r"\s+sửa\s+đổi(?:\s*,\s*bổ\s+sung|\s+và\s+bổ\s+sung|\s+bổ\s+sung)?(?:\s+một\s+số\s+điều)?(?:\s+của)?(?:\s+các)?(?!\w)"
)
# (initials of a law are an anchor of ``grammar``: BLHS, LANM)
NO_INITIALS = frozenset({"lhq"})  # Liên hợp quốc
