"""``hooks import``: the official text of an instrument, taken in beside our own wording."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..calendar_day import calendar_day
from ..intake.document import RefusedError
from ..law.instrument import Instrument
from ..law.wording import FILE, read_wording
from ..official.importing import Import, take_in
from ..project import Project
from .usage import UsageError
from .whole_file import instead

_MOST_TOLD = 20
_USES = {
    "text": "chữ của điều, khoản, điểm",
    "heading": "tiêu đề",
    "quoted": "chữ trích của văn bản khác",
    "table": "dòng của bảng",
    "preamble": "phần mở đầu",
    "signature": "phần ký",
    "appendix": "phụ lục",
    "note": "ghi chú sửa đổi (không đưa vào)",
    "pointer": "chỉ dẫn của người soạn (không đưa vào)",
    "footnote": "chú thích (không đưa vào)",
}


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "import", help="đưa nguyên văn chính thức của một văn bản vào, đặt cạnh lời diễn đạt lại"
    )
    parser.add_argument(
        "file", metavar="TỆP", help="tệp .html, .docx, .pdf (có lớp chữ), .txt, .md"
    )
    parser.add_argument("--to", required=True, metavar="SLUG", help="thư mục của văn bản")
    parser.add_argument("--source", default="", metavar="ĐỊA-CHỈ", help="nơi đã lấy tệp")
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi gì")
    parser.add_argument("--json", action="store_true", help="in kết quả thành JSON")
    parser.add_argument(
        "--accept-differences", action="store_true", help="vẫn ghi khi tệp khác với van-ban.yml"
    )
    parser.add_argument("--force", action="store_true", help="ghi đè bản đã sửa tay")
    return parser


def run(options: argparse.Namespace, project: Callable[[], Project]) -> int:
    """Read, compare, tell, and write ``nguyen-van.md``; 1 where differences stop it."""
    path = Path(options.file)
    opened = project()
    instrument = opened.corpus.instruments.get(options.to)
    if instrument is None:
        raise UsageError(f"không có văn bản “{options.to}” trong kho")
    try:
        found = take_in(path, instrument, calendar_day(), options.source)
    except RefusedError as error:
        advice = f" → {error.advice}" if error.advice else ""
        raise UsageError(f"{options.file}: {error.message}{advice}") from None
    stopped = bool(found.differences) and not options.accept_differences
    print(_json(found) if options.json else _words(found, instrument))
    if stopped and not options.dry_run and not options.json:
        print("Chưa ghi gì. Xem lại từng chỗ khác; vẫn muốn ghi thì thêm --accept-differences.")
    if stopped or options.dry_run:
        return int(stopped)
    to = opened.root / opened.prefix / Path(instrument.file).parent / FILE
    _write(to, found.text(instrument), options.force)
    if not options.json:
        print(f"Đã ghi {to.relative_to(opened.root).as_posix()}.")
    return 0


def _json(found: Import) -> str:
    report = {
        "format": found.source.format,
        "counts": found.counts,
        "lines": found.lines,
        "differences": [
            {"what": one.what, "unit": one.unit or None, "message": one.message}
            for one in found.differences
        ],
        "doubts": [
            {"line": one.line.number, "text": one.line.text, "message": one.message}
            for one in found.structure.doubts
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def _words(found: Import, instrument: Instrument) -> str:
    counts, lines = found.counts, found.lines
    counted = (
        f"{counts['chapters']} chương, {counts['articles']} điều, "
        f"{counts['clauses']} khoản, {counts['points']} điểm"
    )
    told = [
        f"{instrument.short} ({found.source.format}): {counted}.",
        f"Đọc {lines['total']} dòng của văn bản này:",
        *(f"  {lines[use]} {words}" for use, words in _USES.items() if lines.get(use)),
    ]
    if lines["other_instruments"]:
        told.append(f"Bỏ qua {lines['other_instruments']} dòng của văn bản khác trong cùng tệp.")
    told += _listed(
        [f"dòng {one.line.number}: {one.message}" for one in found.structure.doubts],
        "Chỗ nên xem lại:",
    )
    told += _listed([one.message for one in found.differences], "Khác với van-ban.yml:")
    return "\n".join(told)


def _listed(rows: list[str], title: str) -> list[str]:
    if not rows:
        return []
    more = [f"  … và {len(rows) - _MOST_TOLD} chỗ nữa"] if len(rows) > _MOST_TOLD else []
    return [title, *(f"  {row}" for row in rows[:_MOST_TOLD]), *more]


def _write(to: Path, text: str, force: bool) -> None:
    """Put the file in its place at once; one that was changed by hand is not lost unasked."""
    if to.exists() and not force:
        old = read_wording(to.read_text(encoding="utf-8", errors="replace"))
        if old is None or old.changed or old.lost or old.changed_parts:
            raise UsageError(
                f"{to.name} đã được sửa tay sau lần nhập trước → thêm --force để ghi đè"
            )
    with instead(to) as new:
        new.write_text(text, encoding="utf-8", newline="\n")
