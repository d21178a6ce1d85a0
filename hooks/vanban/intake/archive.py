"""The ZIP that a .docx is, judged by its directory before anything in it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from .document import RefusedError

MOST_PARTS = 4000
MOST_UNPACKED = 120 * 2**20
MOST_XML = 16 * 2**20
"""Bytes of all parts and of the XML among them; a decree of 280,000 letters has 1.5 MiB of XML."""
_XML = (".xml", ".rels", ".vml")
_BODY = "word/document.xml"
# <!DOCTYPE and <!ENTITY in ASCII, and with a zero byte beside each letter (UTF-16)
_DECLARATION = re.compile(
    rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE
)
_BOMB = "tệp nén phình quá lớn khi mở ra, giống một tệp phá hoại"
_BROKEN = "tệp .docx bị hỏng hoặc thiếu phần cuối"
AGAIN = "mở bằng Word, lưu lại thành tệp .docx mới; hoặc xin lại tệp"


def check(data: bytes) -> None:
    """Refuse what is no .docx, is broken, unpacks to too much, or declares XML entities.

    Word never writes a document type, and it is what entity bombs and external entities
    need. Sizes in the directory are bounds: ``zipfile`` unpacks no byte more than they say.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _weigh(parts)
            names = {part.filename for part in parts}
            if _BODY not in names:
                raise RefusedError(*_other(names))
            for part in parts:
                if part.flag_bits & 1:
                    raise RefusedError("tệp đặt mật khẩu", "bỏ mật khẩu rồi lưu lại")
                if part.filename.lower().endswith(_XML) and _DECLARATION.search(packed.read(part)):
                    message = (
                        "tệp có khai báo XML mà Word không bao giờ viết, giống một tệp phá hoại"
                    )
                    raise RefusedError(message, AGAIN)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise RefusedError(_BROKEN, AGAIN) from error


def _weigh(parts: list[zipfile.ZipInfo]) -> None:
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_UNPACKED or xml > MOST_XML:
        raise RefusedError(_BOMB, AGAIN)


def _other(names: set[str]) -> tuple[str, str]:
    """What a ZIP without a Word document is, and what to do."""
    if any(name.startswith("xl/") for name in names):
        return "đây là bảng tính Excel, không phải văn bản Word", "chọn đúng tệp của văn bản"
    if any(name.startswith("ppt/") for name in names):
        return "đây là tệp trình chiếu PowerPoint, không phải văn bản Word", "chọn đúng tệp"
    if "content.xml" in names:
        return "đây là tệp LibreOffice (.odt)", "mở ra, lưu thành .docx"
    return "đây là tệp nén, không phải văn bản Word", "giải nén, rồi chọn tệp .docx bên trong"
