"""``hooks ledger``: new addresses are shown, then written for ever when the editor says so."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from ..checks import Findings
from ..law.code_owners import owners
from ..law.ledger import (
    LEDGER_FILE,
    addresses,
    begin,
    empty,
    extended,
    led,
    miscounted,
    missing,
    read_ledger,
    refused,
)
from ..law.page_titles import exchanged, forgotten_titles, title_lines
from ..law.problems import Problem
from ..law.question_sets import forgotten_sets, mixed_up
from ..project import Project
from .ledger_history import addresses_in, ever_written
from .whole_file import instead

_SHOWN = 40
"""So many addresses are listed; the rest is counted."""


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "ledger", help=f"xem rồi ghi địa chỉ mới vào {LEDGER_FILE}"
    )
    parser.add_argument("--yes", action="store_true", help="ghi luôn, không hỏi (cho chương trình)")
    return parser


def run(options: argparse.Namespace, project: Project, root: Path) -> int:
    """Show what is new; write it when told to. 1 where nothing could or was to be written."""
    text = project.ledger or ""
    # What has to move or to be mended first would be kept for ever as it is.
    mended_here = {missing(), *miscounted(text)}
    if first := tuple(one for one in project.problems if one not in mended_here):
        print(Findings(first, project.findings.held), file=sys.stderr)
        print(f"Chưa ghi gì vào {LEDGER_FILE}: sửa những chỗ trên trước.", file=sys.stderr)
        return 1
    # Counted anew, what is not there would be lost unseen.
    if lost := refused(project.ledger) if project.ledger is not None else None:
        print(lost, file=sys.stderr)
        return 1
    written = ever_written(root, text)
    ever, before = led(addresses_in(written)), owners(written)
    # (of a ledger that is begun anew the history is another site's)
    if swapped := _swapped(project, text, written) if project.ledger is not None else ():
        print(Findings(swapped), file=sys.stderr)
        print(f"Chưa ghi gì vào {LEDGER_FILE}: sửa những chỗ trên trước.", file=sys.stderr)
        return 1
    file = root / LEDGER_FILE
    if file.exists() and not file.stat().st_size:
        print(empty(), file=sys.stderr)
        return 1
    if anew := project.ledger is None and bool(ever):
        _tell_forgotten(sorted(ever - addresses(project.corpus, project.given)))
        ever, before = frozenset(), []
    new = sorted((addresses(project.corpus, project.given) | ever) - set(read_ledger(text)))
    whole = extended(project.corpus, text, project.given, ever, before, project.quiz.codes)
    whole = begin(whole) if anew else whole
    if whole == text:
        print(f"Không có địa chỉ mới; {LEDGER_FILE} để nguyên.")
        return 0
    if not new:
        print(f"Không có địa chỉ mới; {LEDGER_FILE} sẽ được xếp và đếm lại.")
    else:
        print(f"{len(new)} địa chỉ mới sẽ được giữ mãi trong {LEDGER_FILE}:")
        print("\n".join(f"  {address}" for address in new[:_SHOWN]))
    if len(new) > _SHOWN:
        print(f"  … và {len(new) - _SHOWN} địa chỉ nữa")
    if titles := sorted(set(title_lines(project.corpus)).difference(text.splitlines())):
        print(f"Tiêu đề nay của {len(titles)} trang sẽ được ghi:")
        print("\n".join(f"  {line.removeprefix('# ')}" for line in titles[:_SHOWN]))
    if not options.yes and not _agreed():
        return 1
    with instead(file) as new_file:
        new_file.write_text(whole, encoding="utf-8")
    print(f"thêm {len(new)} địa chỉ vào {LEDGER_FILE}" if new else f"đã đếm lại {LEDGER_FILE}")
    return 0


def _swapped(project: Project, text: str, written: list[str]) -> tuple[Problem, ...]:
    """Pages and sets that changed places, as lines tell that the ledger held once and lost."""
    sets = project.quiz.codes
    lost = (*forgotten_titles(project.corpus, text, written), *forgotten_sets(sets, text, written))
    whole = "\n".join([text, *lost])
    return (
        *exchanged(project.corpus, whole, project.prefix),
        *mixed_up(sets, whole, project.prefix),
    )


def _tell_forgotten(gone: list[str]) -> None:
    """What a ledger that is begun anew forgets: who lost theirs is to have it back instead."""
    if gone:
        print(
            f"Bản trước của sổ giữ {len(gone)} địa chỉ mà sổ lập mới không có, ví dụ {gone[0]}:"
            " trang này đã công bố thì đừng ghi, hãy lấy lại tệp cũ, như bằng lệnh:"
            f" git checkout HEAD -- {LEDGER_FILE}",
            file=sys.stderr,
        )


def _agreed() -> bool:
    """Whether the editor at a terminal says yes; without a terminal nobody can."""
    if not sys.stdin.isatty():
        print(f"Chưa ghi gì vào {LEDGER_FILE}: thêm --yes để ghi.", file=sys.stderr)
        return False
    print("Ghi rồi thì không bỏ được nữa. Ghi không? (y/N) ", end="", flush=True)
    answer = sys.stdin.readline().strip().lower()
    if answer in ("y", "yes", "c", "co", "có"):
        return True
    print("Chưa ghi gì.")
    return False
