"""Small .docx and .pdf files, made where a test needs them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import docx

Fill = Callable[[Any], None]


def docx_of(*paragraphs: str, fill: Fill | None = None) -> bytes:
    """A .docx with a paragraph for each text; ``fill`` may add to it."""
    file = docx.Document()
    for text in paragraphs:
        file.add_paragraph(text)
    if fill:
        fill(file)
    return saved(file)


def saved(file: Any) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part put in, or put in the place of the old one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def pdf_of(*pages: Sequence[str]) -> bytes:
    """A PDF with a layer of text: a page for each list of lines.

    Its font maps each letter to a code of its own, as Word's PDFs do, so that any
    Vietnamese letter can stand in it.
    """
    letters = sorted({letter for page in pages for line in page for letter in line})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    pairs = "".join(
        f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, code in codes.items()
    )
    mapping = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    texts = [
        "BT /F1 12 Tf 14 TL 50 800 Td\n"
        + "".join(f"<{''.join(f'{codes[c]:04x}' for c in line)}> Tj T*\n" for line in page)
        + "ET"
        for page in pages
    ]
    font = [
        (
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H"
            b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
        ),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 500"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        ),
        _stream(mapping.encode()),
    ]
    return _pdf(texts, font, b"/Font << /F1 3 0 R >>")


def scanned_pdf() -> bytes:
    """A PDF whose one page is a picture."""
    picture = _stream(
        zlib.compress(bytes(64 * 64)),
        b"/Type /XObject /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    return _pdf(["q 500 0 0 700 0 0 cm /Im Do Q"], [picture], b"/XObject << /Im 3 0 R >>")


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    head = b"<< /Length %d %s >>" % (len(content), entries)
    return head + b"\nstream\n" + content + b"\nendstream"


def _pdf(texts: Iterable[str], shared: list[bytes], resources: bytes) -> bytes:
    """Objects 1 and 2 are catalogue and pages, then what is shared, then page and text by turns."""
    body: list[bytes] = []
    pages: list[int] = []
    first = 3 + len(shared)
    for text in texts:
        number = first + len(body)
        pages.append(number)
        body.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << %s >> >>" % (number + 1, resources)
        )
        body.append(_stream(text.encode("ascii")))
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        *shared,
        *body,
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    root = b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return out + head + table + root + b"startxref\n%d\n%%%%EOF\n" % start
