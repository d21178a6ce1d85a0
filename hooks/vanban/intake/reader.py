"""The one way in for a document from outside: what it is, whether it may be read, its lines.

``read`` never takes longer than a few seconds or more memory than a laptop has to spare:
Word and PDF files are read by a process of its own (``apart``), plain text here.
"""

from __future__ import annotations

from pathlib import Path

from ..law.problems import Problem
from . import apart, plain
from .document import Document, RefusedError

MOST_BYTES = 25 * 2**20
"""The largest file that is read at all; a letter has some 100 KiB, a long decree 2 MiB."""
_PDF_AT = 1024
"""A PDF begins within so many bytes (ISO 32000-1, Annex H, note 13)."""
_WORD_OR_PDF = {".docx": "Word (.docx)", ".pdf": "PDF (.pdf)"}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, name: str = "") -> Document | Problem:
    """A .docx, a .pdf with a layer of text, or plain UTF-8 text; else why it cannot be read.

    ``name`` is what the problem calls the file. Nothing is written anywhere.
    """
    try:
        data = bytes_of(path)
        return of_bytes(data, path.suffix.lower(), path)
    except RefusedError as error:
        return Problem(name or str(path), 0, 0, error.message, error.advice)


def of_bytes(data: bytes, ending: str, path: Path) -> Document:
    """The document that bytes are; ``ending`` is what the name promises, with its dot.

    RefusedError where they are something else, or nothing that can be read.
    """
    kind = _kind(data, ending)
    if kind == ".txt":
        return plain.read(data)
    if ending in _WORD_OR_PDF and ending != kind:
        message = f"tên tệp ghi {_WORD_OR_PDF[ending]} mà bên trong là {_WORD_OR_PDF[kind]}"
        raise RefusedError(message, f"đổi đuôi tên tệp thành {kind}")
    if ending not in _WORD_OR_PDF:
        message = f"bên trong là tệp {_WORD_OR_PDF[kind]}, không phải tệp chữ"
        raise RefusedError(message, f"đổi đuôi tên tệp thành {kind}")
    return apart.read(path, kind)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is not too large. RefusedError else."""
    try:
        if path.is_dir():
            raise RefusedError("đây là thư mục, không phải tệp", "chọn một tệp")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise RefusedError("không có tệp này", "xem lại tên tệp và thư mục") from None
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", "") or "tên tệp không dùng được"
        raise RefusedError(f"không mở được ({words})") from None
    if len(data) > MOST_BYTES:  # a pipe has no size
        raise _too_large(len(data))
    if not data.strip():
        raise RefusedError("tệp rỗng", "chọn tệp có chữ")
    return data


def _too_large(size: int) -> RefusedError:
    most = MOST_BYTES // 2**20
    return RefusedError(
        f"tệp nặng quá {most} MB (ít nhất {size // 2**20} MB)",
        "bỏ hình, hoặc chỉ lưu phần chữ thành .docx",
    )


def _kind(data: bytes, ending: str) -> str:
    """“.docx”, “.pdf” or “.txt”, by the bytes. RefusedError for what is known and not read."""
    if b"%PDF-" in data[:_PDF_AT]:
        return ".pdf"
    if data.startswith(b"PK"):
        return ".docx"
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise RefusedError("tệp Word đặt mật khẩu", "bỏ mật khẩu rồi lưu lại")
        raise RefusedError("đây là tệp Word kiểu cũ (.doc)", "mở bằng Word, lưu thành .docx")
    if data.startswith(b"{\\rtf"):
        raise RefusedError("đây là tệp RTF", "mở bằng Word, lưu thành .docx")
    if data.startswith(_PICTURES):
        advice = "cần nhận dạng chữ (OCR), hoặc xin tệp Word gốc"
        raise RefusedError("đây là tệp ảnh, không có chữ để đọc", advice)
    if ending in _WORD_OR_PDF:
        message = f"bên trong không phải tệp {_WORD_OR_PDF[ending]}, hoặc phần đầu đã hỏng"
        raise RefusedError(message, "xin lại tệp, hoặc chọn đúng tệp")
    return ".txt"
