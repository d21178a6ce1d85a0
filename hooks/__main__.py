"""Command line: see ``python hooks --help``. Exits 0, 1 problems, 2 wrong use.

Here are the way in, and what is told in a few lines; longer commands are modules of
``vanban.commands``.
"""

from __future__ import annotations

if __name__ == "__main__":  # before the packages are asked for that it puts in place
    import sys
    from pathlib import Path

    from own_python import enter, stop_at_once

    stop_at_once("Đã dừng giữa chừng (Ctrl+C).")
    enter(Path(__file__).resolve().parent.parent, sys.argv[1:])

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from own_python import JUDGE, NotReadyError, here, prepare, waited
from vanban.calendar_day import calendar_day
from vanban.checks import unread
from vanban.commands import (
    cite,
    cite_lines,
    corrections_history,
    export,
    import_text,
    ledger,
    new,
    offline,
    publish,
    release,
    show,
    testing,
)
from vanban.commands.ledger_history import addresses_in, ever_written
from vanban.commands.usage import Parser
from vanban.commands.usage import UsageError as _UsageError
from vanban.commands.whole_file import instead
from vanban.features.draft.shipped import PACKAGE
from vanban.features.entry.unfilled import unfilled
from vanban.features.review.command import Review, UnknownTargetError
from vanban.features.review.eye import BOOK_FILE
from vanban.law.code_owners import owners
from vanban.law.ledger import forgotten, refused, unrecorded
from vanban.law.page_titles import untitled
from vanban.law.problems import Problem
from vanban.law.question_sets import unasked
from vanban.law.reading import DEBUG, told
from vanban.law.schema import json_schema
from vanban.page.arrows import swallowing
from vanban.project import Project, open_project
from vanban.settings import MKDOCS_FILE

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever the terminal's own locale says; a file may bear a name that is no UTF-8.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except _UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output (head, less) has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        print(told(error), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="hooks", description="Tra và kiểm tra viện dẫn")
    commands = parser.add_subparsers(
        required=True,
        metavar="serve | check | cite | new | ledger | site | test | import | show | export"
        " | review | schema | publish | release | offline | judge-page",
        title="lệnh",
    )
    preview = commands.add_parser("serve", help="xem thử trang; sửa tệp nào thì dựng lại ngay")
    preview.add_argument("--port", type=int, default=8000, metavar="CỔNG", help="cổng (8000)")
    preview.add_argument("--open", action="store_true", help="mở luôn trình duyệt")
    preview.set_defaults(run=_serve)
    cite.add(commands).set_defaults(run=_cite)
    import_text.add(commands).set_defaults(run=_import)
    new.add(commands).set_defaults(run=_new)
    show.add(commands).set_defaults(run=lambda options: show.run(options, _readable))
    export.add(commands).set_defaults(run=lambda options: export.run(options, _readable))
    checking = commands.add_parser("check", help="mọi vấn đề của kho, từng dòng tệp:dòng:cột")
    checking.set_defaults(run=_check)
    review = commands.add_parser("review", help="những chỗ phải đọc lại khi một văn bản đổi")
    review.add_argument("target", nargs="?", metavar="VĂN-BẢN", help="SLUG hoặc SLUG#ĐƠN-VỊ")
    review.add_argument("--read", action="store_true", help="ghi rằng hôm nay đã đọc lại")
    review.add_argument("--due", action="store_true", help="nên kiểm tra lại chỗ nào trước")
    review.add_argument("--all", action="store_true", help="kể hết, không chỉ những dòng đầu")
    review.set_defaults(run=_review)
    schema = commands.add_parser("schema", help="JSON Schema của van-ban.yml")
    schema.set_defaults(run=_schema)
    ledger.add(commands).set_defaults(run=_ledger)
    site = commands.add_parser("site", help=f"kiểm tra, rồi dựng trang vào {publish.SITE}")
    site.set_defaults(run=_site, folder=publish.SITE)
    publish.add(commands).set_defaults(run=_publish)
    release.add(commands).set_defaults(run=_release)
    offline.add(commands).set_defaults(run=lambda options: _check(options) or offline.run(ROOT))
    judging = commands.add_parser(
        "judge-page", help="tải Pyodide, để trang xét được công văn trong trình duyệt"
    )
    judging.set_defaults(run=_judge_page)
    testing_all = commands.add_parser("test", help="thử mọi thứ, cả trong trình duyệt thật")
    testing_all.set_defaults(run=lambda options: testing.run(ROOT))
    return parser


def _serve(options: argparse.Namespace) -> int:
    from preview import serve  # the builder is slow to load, and no other command needs it

    return int(serve(ROOT, MKDOCS_FILE, options.port, options.open))


def _site(options: argparse.Namespace) -> int:
    return _check(options) or _publish(options)


def _new(options: argparse.Namespace) -> int:
    return new.run(options, _readable(), _project)


def _cite(options: argparse.Namespace) -> int:
    if options.jsonl:
        return cite_lines.run(_readable().engine, options.file)
    return cite.run(options, _readable)


def _import(options: argparse.Namespace) -> int:
    return import_text.run(options, _readable)


def _check(options: argparse.Namespace) -> int:
    project = _project()
    corpus = project.corpus
    if project.problems:
        print(project.findings)
        return 1
    waiting = list(unfilled(ROOT, project.prefix, project.files))
    if waiting:
        print("\n".join(map(str, waiting)))
        print("Các dòng trên chỉ để nhắc, không chặn việc dựng trang; điền xong thì xóa dòng ấy.\n")
    if gone := _forgotten(project):
        print(gone)
        return 1
    if missing := _unrecorded(project):
        print(f"Nhắc: {missing}\n", file=sys.stderr)
    if taken := corrections_history.lost(ROOT, {one.id for one in project.corrections}):
        print(f"Nhắc: {taken}\n", file=sys.stderr)
    print(f"không có vấn đề nào: {len(corpus.instruments)} văn bản, {len(corpus.pages)} trang")
    return 0


def _refused_addresses(project: Project) -> int:
    """1, with a word, where addresses that nobody keeps would be given to readers.

    Such an address could be lost later, and nobody would be told.
    """
    if problem := refused(project.ledger) or _forgotten(project) or _unrecorded(project):
        print(f"Chưa xuất bản: {problem}", file=sys.stderr)
    return int(problem is not None)


def _unrecorded(project: Project) -> Problem | None:
    new = unrecorded(project.moves.present, project.moves.entries.keys())
    text = project.ledger or ""
    unknown = new or untitled(project.corpus, text) or unasked(project.quiz.codes, text)
    return unknown or swallowing(project.moves, text)


def _forgotten(project: Project) -> Problem | None:
    """None, too, where there is no ledger: that is told, and a site may begin without one."""
    text = project.ledger
    if text is None:
        return None
    written = ever_written(ROOT, text)
    return forgotten(text, addresses_in(written), owners(written))


def _review(options: argparse.Namespace) -> int:
    if bool(options.target) == options.due or (options.read and not options.target):
        raise _UsageError("ghi tên một văn bản (SLUG hoặc SLUG#ĐƠN-VỊ), hoặc --due")
    project = _readable()
    review = Review(project.library, project.quiz, project.root, project.prefix, calendar_day())
    if options.due:
        lines, overdue = review.due(options.all)
        print("\n".join(lines))
        return int(overdue)
    try:
        target = review.target(options.target)
        if options.read:
            book = review.recorded(target)
            with instead(ROOT / BOOK_FILE) as new_book:
                new_book.write_text(book, encoding="utf-8")
            print(f"đã ghi vào {BOOK_FILE}: {target}")
        else:
            print("\n".join(review.listed(target)))
    except UnknownTargetError as error:
        raise _UsageError(str(error)) from None
    return 0


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def _ledger(options: argparse.Namespace) -> int:
    return ledger.run(options, _project(), ROOT)


def _judge_page(options: argparse.Namespace) -> int:
    """Bring Pyodide in; what builds the site looks whether it is there."""
    try:
        prepare(ROOT, JUDGE, here(), waited)
    except NotReadyError as error:
        raise _UsageError(str(error)) from None
    print(f"Đã có {PACKAGE}: lần dựng trang tới mang phần xét công văn. Xóa nó thì thôi mang.")
    return 0


def _publish(options: argparse.Namespace) -> int:
    return _refused_addresses(_project()) or publish.run(options, ROOT)


def _release(options: argparse.Namespace) -> int:
    project = _readable()
    return _refused_addresses(project) or release.run(options, project)


def _project() -> Project:
    return open_project(ROOT, calendar=calendar_day())


def _readable() -> Project:
    """The project, for what must not answer from half of it. _UsageError names unread files."""
    project = _project()
    if project.unreadable:
        raise _UsageError(str(unread(project.unreadable)))
    return project


if __name__ == "__main__":
    sys.exit(main())
