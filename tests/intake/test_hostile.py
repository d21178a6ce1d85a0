"""Files made to harm, and files that are something else: one sentence, in time, no memory lost."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from vanban.intake import apart, archive, reader
from vanban.law.problems import Problem

from .made import docx_of, pdf_of, with_part

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(words: str, declared: str = "") -> bytes:
    paragraph = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    root = f"<w:document {NAMESPACE}><w:body>{paragraph}</w:body></w:document>"
    return f'<?xml version="1.0"?>{declared}{root}'.encode()


def with_body(content: bytes) -> bytes:
    return with_part(docx_of("a"), "word/document.xml", content)


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


def zip_bomb() -> bytes:
    return with_body(body(" " * (130 * 2**20)))


def locked_pdf() -> bytes:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(["Điều 8."]))))
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    # name → ending, bytes, a word of the sentence
    "zip bomb": (".docx", zip_bomb, "phình"),
    "entity bomb": (".docx", lambda: with_body(body("&j;", f"{LAUGHS}]>")), "khai báo XML"),
    "external entity": (
        ".docx",
        lambda: with_body(body("&x;", "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")),
        "khai báo XML",
    ),
    "entities in UTF-16": (
        ".docx",
        lambda: with_body(body("&j;", f"{LAUGHS}]>").decode().encode("utf-16")),
        "khai báo XML",
    ),
    "nested beyond measure": (
        ".docx",
        lambda: with_body(b"<w:p>" * 400_000),
        "hỏng",
    ),
    "cut in the middle": (".docx", lambda: docx_of("a" * 9999)[:-3000], "hỏng"),
    "a PDF cut short": (".pdf", lambda: pdf_of(["a"])[:150], "hỏng"),
    "a loop of pages": (
        ".pdf",
        lambda: pdf_of(["a"]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"),
        "PDF",
    ),
    "locked PDF": (".pdf", locked_pdf, "mật khẩu"),
    "a PDF named .docx": (".docx", lambda: pdf_of(["a"]), ".pdf"),
    "a .docx named .txt": (".txt", lambda: docx_of("a"), ".docx"),
    "a picture named .pdf": (".pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "OCR"),
    "old Word": (".doc", lambda: b"\xd0\xcf\x11\xe0" + bytes(999), ".docx"),
    "an ordinary ZIP": (".docx", lambda: with_part(_zip(), "a.txt", b"a"), "tệp nén"),
    "UTF-16": (".txt", lambda: "Điều 8".encode("utf-16"), "UTF-16"),
    "nothing": (".docx", lambda: b"", "rỗng"),
}


def _zip() -> bytes:
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("b.txt", "b")
    return out.getvalue()


def worked() -> float:
    """Seconds of the processor that this process and those it ended took."""
    return sum(os.times()[:4])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str, tmp_path: Path) -> None:
    ending, made, word = HOSTILE[name]
    file = tmp_path / f"thu{ending}"
    file.write_bytes(made())
    began = worked()
    problem = reader.read(file, "thu")
    assert worked() - began < 10
    assert isinstance(problem, Problem)
    assert word in str(problem)
    assert len(str(problem).splitlines()) == 1
    assert list(tmp_path.iterdir()) == [file]


def test_200_megabytes_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with file.open("wb") as out:
        out.truncate(200 * 2**20)
    problem = reader.read(file)
    assert isinstance(problem, Problem)
    assert "200 MB" in problem.message


def test_time_ends_a_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(docx_of("a"))
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    problem = reader.read(file)
    assert isinstance(problem, Problem)
    assert "quá nhiều thời gian" in problem.message


MEASURE = """
import sys
from vanban.intake import apart
apart._limit()
apart.main(sys.argv[1], ".docx")
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""What the process for a reading does; prints the most kibibytes that it took."""


def test_memory_is_bounded(tmp_path: Path) -> None:
    """The most XML that is unpacked at all, in the smallest elements: in bounds."""
    if not Path("/proc/self/status").exists():
        return  # only Linux counts so
    element = b"<w:x/>"
    count = (archive.MOST_XML - 2**20) // len(element)
    file = tmp_path / "a.docx"
    content = body("a").replace(b"<w:p>", element * count + b"<w:p>")
    file.write_bytes(with_body(content))
    command = [sys.executable, "-c", MEASURE, str(file)]
    environment = {**os.environ, "PYTHONPATH": str(HOOKS)}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert int(done.stdout) < 400 * 1024


def test_libraries_of_the_folder_one_stands_in_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file named like a library beside the letter is not run."""
    (tmp_path / "docx.py").write_text("raise SystemExit(3)")
    file = tmp_path / "a.docx"
    file.write_bytes(docx_of("Điều 8"))
    monkeypatch.chdir(tmp_path)
    assert not isinstance(reader.read(file), Problem)
