"""Whether type, number, folder and day of issue of an instrument agree with each other."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .instrument import Instrument
from .names import folded, unaccented
from .text_source import as_figures

if TYPE_CHECKING:
    from .yaml_source import KeyPath

    Told = tuple[KeyPath, str, str]

TYPES = (
    # Luật Ban hành văn bản quy phạm pháp luật (the forms of legal instruments)
    *("Hiến pháp", "Bộ luật", "Luật", "Nghị quyết", "Pháp lệnh", "Lệnh", "Quyết định"),
    *("Nghị định", "Thông tư", "Nghị quyết liên tịch", "Thông tư liên tịch", "Chỉ thị"),
    # Nghị định 30/2020/NĐ-CP, Điều 7 (the forms of administrative papers)
    *("Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch"),
    *("Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công văn"),
    *("Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Công hàm"),
    # other papers that a school meets
    *("Văn bản hợp nhất", "Nội quy", "Quy tắc", "Điều lệ", "Kết luận", "Công ước", "Hiệp định"),
)
"""What ``loai`` may say."""
_BY_NAME = {folded(name): name for name in TYPES}
_LETTERS_FOR_DIGITS = re.compile(r"(?=.*[0-9])(?=.*[OolI])[0-9OolI]+")
_BEGINS = re.compile(r"[0-9]{1,6}(?:[a-zđ]|[+-][0-9]{1,6})?(?:[/-]|$)", re.IGNORECASE)
_BARE_D = re.compile(r"(?<![\w])([NQ])[DÐ](?=-)|(GD)[DÐ](?=T)|(?<=B)(L)[DÐ](?=TBXH)|()Ð")
"""“ND-CP”, “QD-TTg”, “BGDDT”, typed without the stroke, or with a letter that only looks like Đ."""
_CALLED_BY_ADDRESS = frozenset(("Nghị định", "Thông tư", "Quyết định", "Chỉ thị", "Nghị quyết"))
_YEAR = re.compile(r"/((?:19|20)[0-9]{2})(?:/|$)")
_BY_WORDS = re.compile(r"[^0-9]|(?:19|20)[0-9]{2}$")
"""What a folder is called behind its type where it has no number: words, or a year alone."""
_SECOND = re.compile(r"-[2-9]$")
"""What a folder ends with whose own name was published as another instrument's."""
_LEVEL = re.compile(
    r"(?:(?P<of_province>tỉnh|thành phố|TP\.?)|huyện|quận|thị xã|xã|phường|đặc khu)\s+(?=\w)",
    re.IGNORECASE,
)
"""What stands before the name of a place: citations are compared with the bare name."""
_AT_HOME = re.compile(
    "[\u00b5\u03bcΩ\u00ba\u00aa\u02bc]|(?<!\\w)[\u03b1-\u03c9](?=[-\u2010\u2011]\\w)"
)
"""Signs of other scripts in words of ours: µm (two signs for one), kΩ, 30 ºC, Kʼho, β-glucan."""
_SLUG = re.compile(r"[^a-z0-9]+")


def slug_of(text: str) -> str:
    """Words as a folder's name has them: ``72/2013/NĐ-CP`` → ``72-2013-nd-cp``."""
    return _SLUG.sub("-", unaccented(text)).strip("-")


_FOLDERS = tuple(f"{slug_of(name)}-" for name in TYPES)


def check(instrument: Instrument) -> Iterator[Told]:
    """Key, message and advice of each contradiction within one instrument's identity."""
    known = _BY_NAME.get(folded(instrument.type))
    if known != instrument.type:
        near = known or next(iter(difflib.get_close_matches(instrument.type, TYPES, n=1)), None)
        advice = f"có phải “{near}”?" if near else f"chọn một trong: {', '.join(TYPES)}"
        yield ("loai",), f"“{instrument.type}” không phải loại văn bản đã biết", advice
    yield from _place(instrument)
    yield from _title(instrument)
    if instrument.number:
        wrong = list(_number(instrument))
        yield from wrong or _folder(instrument)


def is_mistyped(instrument: Instrument) -> bool:
    """Whether number, year or place cannot be meant as they stand: nobody can tell by them which
    instrument it is.
    """
    numbered = _number(instrument) if instrument.number else ()
    return any(True for _ in (*_place(instrument), *numbered))


def _place(instrument: Instrument) -> Iterator[Told]:
    """A province is named bare, as citations are compared with it."""
    if found := _LEVEL.match(instrument.place):
        bare = instrument.place[found.end() :]
        advice = f"chỉ ghi tên: {bare}" if found["of_province"] else "ghi tên tỉnh, như Tây Ninh"
        yield ("dia-phuong",), f"“{instrument.place}” không phải tên trần của một tỉnh", advice
    elif instrument.place[:1].islower():
        advice = f"viết hoa: {instrument.place.title()}"
        yield ("dia-phuong",), f"“{instrument.place}” không viết hoa như tên một tỉnh", advice


def _title(instrument: Instrument) -> Iterator[Told]:
    """“Nghị định Nghị định quy định …”: the type stands before the title wherever both are shown.

    A law is called by its type in its own title.
    """
    kind, title = instrument.type, instrument.title
    if kind in _CALLED_BY_ADDRESS and folded(title).startswith(f"{folded(kind)} "):
        rest = title[len(kind) :].strip()
        advice = f"bỏ chữ ấy: {rest[:1].upper()}{rest[1:]}"
        yield ("ten",), f"mở đầu bằng “{title[: len(kind)]}”, mà loai đã nói", advice
    if signs := foreign_within(title):
        yield ("ten",), f"có chữ hay số của bảng chữ khác: {signs}", "gõ lại bằng tay, đừng dán"


def is_at_home(instrument: Instrument) -> bool:
    """Whether the folder bears the instrument's own type and number, as a copy's does not."""
    words = slug_of(f"{instrument.type} {instrument.number}").split("-")
    return not instrument.number or instrument.slug.split("-")[: min(len(words), 3)] == words[:3]


def foreign(text: str) -> str:
    """Its letters and figures of other scripts (“З”, “С”, “２”): a reader types those that they
    seem, and the name of a folder has none.
    """
    letters = (sign for sign in text if sign.isalpha() or sign.isdecimal())
    return "".join(one for one in letters if not (one.isascii() or _is_latin(one)))


def foreign_within(text: str) -> str:
    """Those in words that have Latin letters as well: a title may speak of “α”, or of CO₂, and of
    10 µm, 30 ºC or β-glucan.
    """
    words = (word for word in _AT_HOME.sub("", text).split() if any(map(_is_latin, word)))
    return "".join(map(foreign, words))


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN")


def _number(instrument: Instrument) -> Iterator[Told]:
    number = instrument.number
    for part in number.split("/")[:2]:
        if _LETTERS_FOR_DIGITS.fullmatch(part):
            right = as_figures(part)
            message = f"“{part}” có chữ cái đứng thay chữ số"
            yield ("so",), message, f"có phải “{number.replace(part, right, 1)}”?"
            return
    if any(unicodedata.category(sign) == "Cf" for sign in number):
        message = f"số hiệu “{number}” có dấu không nhìn thấy"
        yield ("so",), message, "gõ lại bằng tay, đừng dán"
        return
    if signs := foreign(number):
        message = f"số hiệu “{number}” có chữ hay số của bảng chữ khác: {signs}"
        yield ("so",), message, "gõ lại bằng tay, đừng dán"
        return
    if not _BEGINS.match(number):
        yield ("so",), f"số hiệu “{number}” không bắt đầu bằng số", "ghi như 72/2013/NĐ-CP"
        return
    right = _BARE_D.sub(lambda found: f"{found[found.lastindex or 0]}Đ", number)
    if right != number:
        yield ("so",), f"số hiệu “{number}” có chữ D thay chữ Đ", f"có phải “{right}”?"
        return
    year = _YEAR.search(number)
    if year and instrument.issued and int(year[1]) != instrument.issued.year:
        message = f"số hiệu ghi năm {year[1]}, mà ban-hanh ghi năm {instrument.issued.year}"
        yield ("so",), message, "sửa so hoặc ban-hanh"


def _folder(instrument: Instrument) -> Iterator[Told]:
    """A folder is type and number; province and year join them where the number is not unique.

    Only a folder that begins with a type claims to be named so. One that was named before the
    number was known (``luat-vo-kich-2011``) keeps its name, which is an address.
    """
    kind, number = slug_of(instrument.type), slug_of(instrument.number)
    expected, folder = f"{kind}-{number}", instrument.slug
    claimed = max((one for one in _FOLDERS if folder.startswith(one)), key=len, default="")
    if not claimed:
        return
    if not instrument.number_unique:
        expected = f"{kind}-{'-'.join(number.split('-')[:2])}"
    is_by_name = claimed == f"{kind}-" and bool(_BY_WORDS.match(folder.removeprefix(claimed)))
    rest = folder.removeprefix(claimed if is_by_name else expected)
    year = re.fullmatch(r"(?:.*-)?((?:19|20)[0-9]{2})", rest)
    added = {"", f"-{slug_of(instrument.place)}"}  # what may stand behind a whole number
    torn = rest and not rest.startswith("-")
    if instrument.number_unique and not is_by_name:
        torn = re.sub(r"-(?:19|20)[0-9]{2}$", "", _SECOND.sub("", rest)) not in added
    if not is_by_name and (not folder.startswith(expected) or torn):
        message = f"số hiệu {instrument.number} không khớp với tên thư mục “{folder}”"
        advice = f"sửa so và loai, hoặc đặt tên thư mục mới là {_right_folder(instrument)}"
        yield ("so",), message, advice
    elif year and instrument.year and int(year[1]) != instrument.year:
        message = f"tên thư mục ghi năm {year[1]}, mà văn bản ban hành năm {instrument.year}"
        yield ("ban-hanh",), message, "sửa ban-hanh, hoặc đặt lại tên thư mục"


def _right_folder(instrument: Instrument) -> str:
    """The whole name that a folder should have."""
    words = [instrument.type, instrument.number]
    if not instrument.number_unique:
        words.append(instrument.place)
        words += [str(instrument.year)] * bool(instrument.year and not _YEAR.search(words[1]))
    return slug_of(" ".join(words))
