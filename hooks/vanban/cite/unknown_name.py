"""Names of laws that the corpus does not hold: “Luật Giáo dục đại học”, and where each ends."""

from __future__ import annotations

import re

from .grammar import TYPES, UNIT_WORDS, WORD_KINDS

# Luật Giáo dục đại học, Luật Phòng, chống tham nhũng: on at most two lines
_NAME_BEGINS = re.compile(r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=[^\W\d_])(\w+)")
_NEXT_WORD = re.compile(r"(?:[^\S\n]+|\n(?=[^\S\n]*[^\W\d_]))[^\S\n]*(\w+)")
_MOST_WORDS = 9
# … ends before a unit with its number and before another type of instrument
_NAME_ENDS = re.compile(
    rf"(?:(?:{UNIT_WORDS})\s+[\da-zđ](?![^\W\d_])|(?:{UNIT_WORDS})$"
    r"|(?:bộ\s+)?luật(?!\w)|nghị\s+(?:định|quyết)|thông\s+tư|quyết\s+định|chỉ\s+thị|pháp\s+lệnh)"
)
_ENDS = frozenset(word.split()[0] for word in (*WORD_KINDS, *TYPES))
"""With one of these words begins whatever ``_NAME_ENDS`` matches."""
_NO_END = ("pháp", "kỷ")
"""Behind one of these it is part of another word: “pháp luật”."""
_STOP_WORDS = frozenset(
    (
        *("này", "của", "và", "hoặc", "năm", "số", "ngày", "có", "là", "được", "quy", "thì"),
        *("về", "đã", "để", "khi", "tại", "trong", "cho", "với", "cũng", "hiện", "không"),
        *("phải", "theo", "nêu", "nói", "cấm", "gồm", "từ", "đến", "do", "bởi", "như", "mà"),
        *("nên", "hay", "các", "những", "ở", "ra", "vào", "sẽ", "còn", "thay", "sửa", "ban"),
        *("đang", "chưa", "hết", "trước", "sau", "lẫn", "cùng", "căn", "cần", "nghiêm", "buộc"),
        *("mới", "cũ", "nay", "vẫn", "chỉ", "nhưng", "nếu", "đều", "bị", "vì", "giao", "yêu"),
    )
)
# quy hoạch, quy phạm, giao thông: part of a name, unlike “quy định”
_NO_STOP = re.compile(
    r"quy\s+(?!định|chế)|giao\s+(?:thông|dịch)|ban\s+hành\s+văn\s+bản|căn\s+cước"
    r"|số\s+vô\s+tuyến|(?<=[yỷ] )ban\s+nhân"
    r"|các\s+(?:tổ\s+chức\s+tín\s+dụng|công\s+cụ\s+chuyển)"
    r"|(?<=nhà )ở(?=\s+(?:ngày|năm|số|\d)|[,;.]|\s*$)"
)
# phòng, chống … · hôn nhân và gia đình · … của Quốc hội và Hội đồng nhân dân: a name goes on
_NAME_GOES_ON = re.compile(
    r"(?:\s*,|\s+và)(?=\s+(?:chống|chữa|khen\s+thưởng|gia\s+đình|công\s+nghệ|quy\s+chuẩn|phát\s+triển\s+rừng"
    r"|sử\s+dụng|vệ\s+sinh|đối\s+thoại|xuất\s+cảnh|nhập\s+cảnh|quá\s+cảnh|cư\s+trú\s+của|tôn\s+giáo|trưng\s+dụng"
    r"|công\s+chức|vật\s+liệu\s+nổ|công\s+cụ\s+hỗ|đại\s+biểu|thể\s+thao|lệ\s+phí|bản\s+đồ|chăm\s+sóc|giáo\s+dục\s+(?:trẻ|pháp)"
    r"|[uủ][yỷ]\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân|ubnd|hđnd|an\s+ninh(?!\s+mạng))(?!\w))"
    r"|\s+của(?=\s+(?:nhà\s+nước|quốc\s+hội\s+và|hội\s+đồng\s+nhân\s+dân|hđnd)(?!\w))|\s+ở(?=\s+nước\s+ngoài(?!\w))"
)


def name_end(text: str, low: str, at: int, *, any_case: bool = False) -> int | None:
    """As ``unknown_name``, over the commas and the “và” that names of laws hold."""
    end = unknown_name(text, low, at, any_case=any_case)
    while end and (joint := _NAME_GOES_ON.match(low, end)):
        more = unknown_name(text, low, joint.end(), any_case=True)
        if more is None:
            break
        end = more
    return end


def unknown_name(text: str, low: str, at: int, *, any_case: bool = False) -> int | None:
    """Where a law's name ends that begins at ``at`` (after “Luật”), or None where none begins.

    A name begins with a capital (in ``any_case``: with any letter); it runs to the next word
    that no name contains, or to a mark of punctuation. The span of such a name is a guess
    that nothing hangs on: an instrument that the corpus does not hold is never linked.
    """
    word = _NAME_BEGINS.match(low, at)
    if not word:
        return None
    begin, stop = word.span(1)
    if not text[begin].isupper() and (not any_case or _stops(low, begin, stop)):
        return None  # most often the first word says that no name begins
    shouted = text[begin : begin + 2].isupper()
    first = end = begin
    before = ""
    for _ in range(_MOST_WORDS):
        capital = text[first].isupper() and not shouted
        if not capital and (end > begin or any_case) and _stops(low, first, stop):
            break
        if capital and "\n" in low[end:first]:
            break  # the next line begins with a capital
        spelt = low[first:stop]
        if spelt.isdigit() or (
            spelt in _ENDS and before not in _NO_END and _NAME_ENDS.match(low, first)
        ):
            break
        before, end = spelt, stop
        word = _NEXT_WORD.match(low, end)
        if word is None:
            break
        first, stop = word.span(1)
    return end if end > begin else None


def _stops(low: str, start: int, end: int) -> bool:
    """Whether the word from ``start`` to ``end`` goes on with the sentence and is in no name."""
    return low[start:end] in _STOP_WORDS and not _NO_STOP.match(low, start)
