"""``hooks cite``: the citations of a letter, judged; as words, JSON, SARIF, or comments in it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from ..calendar_day import calendar_day
from ..features.draft import data, words
from ..features.draft.judged import Day, Judged
from ..features.draft.judging import day_of as day_of_letter
from ..features.draft.judging import judge
from ..intake import plain, reader
from ..intake.document import Document, RefusedError
from ..law.problems import Problem
from ..law.text_source import LineIndex, old_font
from ..project import Project
from .usage import UsageError, context_of, day_of, place_of
from .whole_file import instead

STANDARD_INPUT = "-"
_DOCX = ".docx"


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "cite", help="các viện dẫn trong một văn bản: có thật không, còn hiệu lực không, nay ở đâu"
    )
    parser.add_argument(
        "file",
        nargs="?",
        default=STANDARD_INPUT,
        metavar="TỆP",
        help="tệp .docx, .pdf (có lớp chữ), .txt, .md; hoặc - là đầu vào",
    )
    parser.add_argument("--as-of", metavar="NGÀY", help="ngày của văn bản, YYYY-MM-DD")
    parser.add_argument(
        "--context", metavar="NƠI", help="SLUG hoặc SLUG#ĐƠN-VỊ: văn bản mà đoạn này nằm trong"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in một danh sách JSON")
    form.add_argument("--sarif", action="store_true", help="in một bản SARIF 2.1.0")
    form.add_argument(
        "--jsonl", action="store_true", help="mỗi dòng vào một yêu cầu, ra một trả lời"
    )
    parser.add_argument(
        "--annotate", metavar="TỆP.docx", help="ghi bản dự thảo kèm chú thích Word vào tệp này"
    )
    parser.add_argument("--force", action="store_true", help="ghi đè tệp của --annotate nếu đã có")
    return parser


def run(options: argparse.Namespace, project: Callable[[], Project]) -> int:
    """Judge one text and tell; 1 where a citation must be mended, else 0."""
    given = day_of(options.as_of)  # what is wrong in the command is told before anything is read
    if options.annotate:
        _check_annotate(options)
    document = document_of(options.file)
    opened = project()
    context = context_of(opened.corpus, options.context, given)
    _tell(document, options.file)
    day, blank = day_of_letter(document, given, calendar_day(), looking=options.context is None)
    if blank:
        print(blank, file=sys.stderr)
    found = judge(document, opened.engine, context, day, opened.today)
    _print(options, found, document, day, opened.today)
    if options.annotate:
        _annotate(options, found)
    return int(any(one.wrong(day) for one in found))


def document_of(name: str) -> Document:
    """The document in a file, or on standard input; UsageError with one line for what cannot be."""
    if name == STANDARD_INPUT:
        try:
            given = sys.stdin.buffer.read(reader.MOST_BYTES + 1)
            if len(given) > reader.MOST_BYTES:
                raise RefusedError(f"đầu vào dài quá {reader.MOST_BYTES // 2**20} MB")
            if not given.strip():
                raise RefusedError("tệp rỗng")
            return plain.read(given)
        except RefusedError as error:
            raise UsageError(f"{name}: {error.message}") from None
    read = reader.read(Path(name), name)
    if isinstance(read, Problem):
        advice = f" → {read.suggestion}" if read.suggestion else ""
        raise UsageError(f"{read.file}: {read.message}{advice}")
    return read


def _tell(document: Document, name: str) -> None:
    """On standard error: what could not be read, and a text of which no word can be read."""
    problem = old_font(document.text, name)
    if problem:
        print(problem, file=sys.stderr)
    for sentence in document.told:
        print(f"{name}: {sentence}", file=sys.stderr)


def _print(
    options: argparse.Namespace,
    found: tuple[Judged, ...],
    document: Document,
    day: Day,
    checked: date,
) -> None:
    if options.json:
        places = LineIndex(document.text)
        told = [data.fields(one, places, day) for one in found]
        print(json.dumps(told, ensure_ascii=False, indent=1))
    elif options.sarif:
        log = data.sarif(found, options.file, document.text, day)
        print(json.dumps(log, ensure_ascii=False, indent=1))
    else:
        print("\n".join(words.lines(found, document.text, day, checked)))


def _check_annotate(options: argparse.Namespace) -> None:
    """UsageError where comments cannot be written, or would be written over something."""
    draft, out = Path(options.file), place_of(options.annotate)
    if options.jsonl or draft.suffix.lower() != _DOCX:
        raise UsageError("--annotate: chỉ ghi chú thích được vào tệp .docx")
    if out.suffix.lower() != _DOCX:
        raise UsageError(f"--annotate: đặt tên tệp có đuôi .docx, không phải “{out.name}”")
    if out.exists() and draft.exists() and out.samefile(draft):
        raise UsageError("--annotate: bản dự thảo được giữ nguyên, ghi ra một tệp khác")
    if out.exists() and not options.force:
        raise UsageError(f"--annotate: đã có tệp {out}; đổi tên, hoặc thêm --force để ghi đè")
    if not out.parent.is_dir():
        raise UsageError(f"--annotate: không có thư mục {out.parent}")


def _annotate(options: argparse.Namespace, found: tuple[Judged, ...]) -> None:
    from ..features.draft.comments import annotated  # which loads python-docx, and that is slow

    try:
        made, placed, lost = annotated(Path(options.file).read_bytes(), found)
        if options.force:
            with instead(place_of(options.annotate)) as new:
                new.write_bytes(made)
        else:
            with place_of(options.annotate).open("xb") as file:
                file.write(made)
    except FileExistsError:
        raise UsageError(f"--annotate: đã có tệp {options.annotate}") from None
    except (OSError, RefusedError) as error:
        words_of = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"--annotate: không ghi được ({words_of})") from None
    print(f"Đã ghi {placed} chú thích vào {options.annotate}.", file=sys.stderr)
    for one in lost:
        print(f"Không đặt được chú thích ở {one.paragraph.where}.", file=sys.stderr)
