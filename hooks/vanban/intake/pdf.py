"""A PDF with a layer of text to a document; a scanned one is refused.

A PDF holds lines, not paragraphs: a line goes on in the next one unless it ends a sentence
or stops well before the margin. Where two lines are one paragraph, a space joins them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from .document import Document, Piece, RefusedError, composed

MOST_PAGES = 2000
MOST_TEXT = 8 * 2**20
_SCANNED = "bản PDF này là ảnh chụp (scan), không có lớp chữ nên không đọc được"
OCR = (
    "cần nhận dạng chữ (OCR): mở bằng phần mềm OCR tiếng Việt rồi soát lại từng chữ,"
    " hoặc xin tệp Word gốc"
)
_BROKEN = ("tệp PDF bị hỏng hoặc thiếu phần cuối", "xin lại tệp, hoặc mở ra rồi in thành PDF mới")
_ENDS = re.compile(r"[.;:!?…/”\"»)]\s*$")
_OPENS = re.compile(
    r"\s*(?:\d{1,3}[.)]\s|[a-zđ]\)\s|[-+–•]\s|V/v\b|Kính gửi|Nơi nhận|Căn cứ\b"
    r"|Điều\s+\d+[a-zđ]?[.:]\s|(?:Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN)\s+(?:[IVXLC]+|\d+)\b)"
)
# “… quy định tại khoản 1” before a line that begins “Điều 8. Các trường …”
_GOES_ON = re.compile(
    r"(?:,|\b(?:khoản|điểm|điều|mục|số|và|của|tại|các)|\b(?:khoản|điểm)\s+[\da-zđ]{1,3})\s*$",
    re.IGNORECASE,
)
_MOTTO = re.compile(
    r"(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"[\x02\ufffe](?:\r?\n)?")
_SHORT = 0.72
"""A line shorter than this part of the longest line of its page ends its paragraph."""
_LITTLE = 120
"""So few letters beside a picture are a stamp or a signature, not the text of a page."""
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")


def read(data: bytes) -> Document:
    """The paragraphs of a PDF. RefusedError for scanned, locked, broken or endless ones."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            message = "tệp PDF đặt mật khẩu"
            raise RefusedError(message, "bỏ mật khẩu rồi lưu lại, hoặc dùng tệp Word gốc") from None
        raise RefusedError(*_BROKEN) from error
    with file:
        try:
            return _read(file)
        except pypdfium2.PdfiumError as error:
            raise RefusedError(*_BROKEN) from error


def _read(file: pypdfium2.PdfDocument) -> Document:
    if len(file) > MOST_PAGES:
        raise RefusedError(f"tệp PDF dài quá {MOST_PAGES} trang", "tách thành nhiều tệp")
    pages: list[str] = []
    bare: list[int] = []
    size = 0
    for number, page in enumerate(file, 1):
        text = _without_number(_text(page), number)
        size += len(text)
        if size > MOST_TEXT:
            raise RefusedError("tệp PDF có quá nhiều chữ", "tách thành nhiều tệp")
        letters = sum(1 for letter in text if letter.isalpha())
        if letters < _LITTLE and (not letters or _has_picture(page)):
            bare.append(number)
        pages.append(text)
        page.close()
    if len(bare) == len(pages):
        raise RefusedError(_SCANNED, OCR)
    pieces = [
        Piece(text, page=number)
        for number, page_text in enumerate(pages, 1)
        for text in _paragraphs(page_text.splitlines())
    ]
    return composed(_across_pages(pieces), _told(pages, bare))


def _text(page: pypdfium2.PdfPage) -> str:
    """The text of a page in lines; a hyphen that ends a line is one (PDFium marks it)."""
    layer = page.get_textpage()
    try:
        return _HYPHEN.sub("-", layer.get_text_range())
    finally:
        layer.close()


def _without_number(text: str, number: int) -> str:
    """The text of a page without its own number, where that is its first or last line."""
    lines = text.strip().splitlines()
    for place in (0, -1):
        if lines and lines[place].strip(" -–") == str(number):
            lines.pop(place)
    return "\n".join(lines)


def _told(pages: list[str], bare: list[int]) -> Iterator[str]:
    if bare:
        numbers = ", ".join(map(str, bare[:20])) + (" …" if len(bare) > 20 else "")
        yield f"Trang {numbers} không có lớp chữ (ảnh chụp), không đọc được."
    lost = sum(len(_UNREADABLE.findall(page)) for page in pages)
    if lost:
        yield f"Có {lost} chữ mà tệp PDF không cho biết là chữ gì: so lại với bản gốc."
    yield (
        "Chỗ xuống dòng bên trong một đoạn của PDF được nối lại bằng dấu cách;"
        " số trang đứng một mình được bỏ."
    )


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Paragraphs of one page's lines."""
    lines = _with_whole_motto([bare for line in lines if (bare := line.strip())])
    width = max(map(len, lines), default=0)
    pending = ""
    for bare in lines:
        if pending and _OPENS.match(bare) and not _wraps(pending):
            yield pending
            pending = ""
        pending = f"{pending} {bare}" if pending else bare
        if len(bare) < _SHORT * width or (_ENDS.search(bare) and len(bare) < 0.95 * width):
            yield pending
            pending = ""
    if pending:
        yield pending


def _with_whole_motto(lines: list[str]) -> list[str]:
    """The lines, with a motto that a narrow column broke (“… VIỆT / NAM”) in one again."""
    found: list[str] = []
    for line in lines:
        for taken in (1, 2):  # lines before it that hold the beginning
            before = found[-taken:]
            whole = " ".join([*before, line])
            if len(before) == taken and _MOTTO.fullmatch(whole):
                found[-taken:] = [whole]
                break
        else:
            found.append(line)
    return found


def _wraps(text: str) -> bool:
    """Whether a line surely goes on: it ends in the middle of a sentence or of a citation."""
    return _GOES_ON.search(text) is not None


def _across_pages(pieces: list[Piece]) -> Iterator[Piece]:
    """A paragraph that runs on over the end of its page is one; it keeps its first page."""
    pending: Piece | None = None
    for piece in pieces:
        if pending is None:
            pending = piece
        elif (
            piece.page != pending.page
            and piece.text[:1].islower()
            and not _ENDS.search(pending.text)
        ):
            pending = Piece(f"{pending.text} {piece.text}", page=pending.page)
        else:
            yield pending
            pending = piece
    if pending:
        yield pending


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a page shows an image."""
    return any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
