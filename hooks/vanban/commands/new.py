"""``hooks new``: a letter taken in, or a stub for an instrument, to be completed by the editor."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .. import left_out
from ..calendar_day import calendar_day
from ..checks import Findings
from ..cite.citation import Context
from ..cite.clean import clean
from ..features.entry.letter import is_held, taken_in
from ..features.entry.named import Named, read_named
from ..features.entry.plan import Plan, TakenError, check, write
from ..features.entry.stub import stub
from ..law import file_names
from ..law.code_owners import owners
from ..law.identity import foreign_within
from ..law.instrument import Instrument
from ..law.ledger import read_ledger
from ..project import Project
from .cite import STANDARD_INPUT, document_of
from .usage import UsageError

LETTER = "letter"
INSTRUMENT = "instrument"


def add(commands: Any) -> argparse.ArgumentParser:
    """The command's options, added to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "new", help="nhận một công văn vào kho, hoặc tạo sẵn thư mục cho một văn bản"
    )
    parser.add_argument(
        "what",
        choices=(LETTER, INSTRUMENT),
        metavar=f"{LETTER} | {INSTRUMENT}",
        help="letter: nhận một công văn; instrument: tạo sẵn thư mục cho một văn bản",
    )
    parser.add_argument(
        "given",
        metavar="TỆP | TÊN",
        help="tệp .docx, .pdf có lớp chữ, .txt; hoặc tên, như “Luật Thư viện số 46/2019/QH14”",
    )
    parser.add_argument(
        "--folder", metavar="THƯ-MỤC", help="nơi đặt công văn trong docs, như van-ban/cong-van-12"
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi gì")
    parser.add_argument("--contents", action="store_true", help="in cả nội dung các tệp sẽ ghi")
    return parser


def run(options: argparse.Namespace, project: Project, reopen: Callable[[], Project]) -> int:
    """Write what is new and check the whole project; 1 where the editor has to mend something.

    ``reopen`` reads the project again, with what was written.
    """
    docs = project.root / project.prefix
    try:
        plan = _plan(options, project)
        check(plan, docs)
        if options.contents:
            _show(plan, project.prefix)
        if options.dry_run:
            print("\n".join(_planned(plan, project.prefix)))
            _tell(plan, project.prefix)
            more = "" if options.contents else " Xem nội dung các tệp: thêm --contents."
            print(f"Chưa ghi gì (--dry-run).{more}")
            return 0
        write(plan, docs)
    except TakenError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"không ghi được {error.filename} ({error.strerror})") from None
    for name in plan.files:
        print(f"đã ghi {project.prefix}/{name}")
    _tell(plan, project.prefix)
    return _checked(project, reopen())


def _plan(options: argparse.Namespace, project: Project) -> Plan:
    today, corpus = calendar_day(), project.corpus
    # A code that was published is never another's, though its instrument has gone since.
    codes = {one.partition("/")[0] for one in read_ledger(project.ledger or "")}
    if options.what == INSTRUMENT:
        if signs := foreign_within(clean(options.given).text):
            raise UsageError(f"có chữ hay số của bảng chữ khác: {signs}; gõ lại bằng tay, đừng dán")
        named = read_named(options.given)
        if named is None or not named.sure:
            raise UsageError(
                f"“{options.given}”: ghi loại và số hiệu (Nghị định 24/2014/NĐ-CP),"
                " hoặc tên luật và năm (Luật Báo chí năm 2016)"
            )
        if held := _held(options.given, named, project):
            if not is_held(named, corpus) and named.slug == held.slug:
                raise UsageError(
                    f"thư mục {held.slug} là của văn bản cùng số, khác ngày hay khác tỉnh: chép"
                    f" thư mục ấy thành {held.slug}-2, rồi sửa ngày, tỉnh, mã và lời"
                )
            raise UsageError(f"kho đã có {held.short} ({held.slug})")
        codes |= {one.code for one in corpus.instruments.values()}
        return stub(named, corpus, codes, "", today)
    if options.given == STANDARD_INPUT:
        raise UsageError("new letter: cần một tệp")
    document = document_of(options.given)
    name = Path(options.given).name
    folder = (options.folder or "").replace("\\", "/").strip("/")  # Windows completes names so
    # A shell completes it from the top of the project, as messages name files.
    folder = folder.removeprefix("./").removeprefix(f"{project.prefix}/")
    if any(part in ("", ".", "..") or ":" in part for part in folder.split("/")) and folder:
        raise UsageError(f"--folder: “{options.folder}” không nằm trong {project.prefix}")
    if told := _misplaced(folder, project) if folder else "":
        raise UsageError(f"--folder: {told}")
    return taken_in(document, name, corpus, project.engine.cite, today, folder, codes)


def _misplaced(folder: str, project: Project) -> str:
    """Why no page may stand in a folder: what ``check`` would tell later. "" where it may."""
    codes = {one.code for one in owners((project.ledger or "").split("\n"))}
    codes |= {one.code for one in project.corpus.instruments.values()}
    if (top := folder.partition("/")[0]) in codes:
        return f"{top}/ là địa chỉ ngắn của một văn bản; chọn thư mục khác"
    if project.moves.line(f"{folder}/"):
        return f"{folder}/ là địa chỉ cũ của trang khác, nay dẫn đi nơi khác; chọn thư mục khác"
    page, prefix = f"{folder}/index.md", project.prefix
    told = (
        *file_names.addresses([page], prefix, project.moves.entries.keys()),
        *file_names.same_address({*project.corpus.pages, page}, prefix),
        *left_out.check([page], project.settings.left_out, prefix),
    )
    return next(map(str, told), "")


def _held(given: str, named: Named, project: Project) -> Instrument | None:
    """The instrument of the collection that the words name, by whatever they name it."""
    instruments = project.corpus.instruments
    if named.slug in instruments:
        return instruments[named.slug]
    for one in project.engine.cite(given.strip(), Context()):
        meant = one.target
        if one.start == 0 and one.linked and meant and not meant.unit:
            found = instruments[meant.slug]
            if found.type == named.kind:
                return found
    return None


def _show(plan: Plan, prefix: str) -> None:
    for name, text in plan.files.items():
        print(f"===== {prefix}/{name}")
        print(text)


def _planned(plan: Plan, prefix: str) -> Iterator[str]:
    """How many files would be written, then a line for each folder."""
    folders: dict[str, list[str]] = {}
    for name in plan.files:
        folder, _, file = name.rpartition("/")
        folders.setdefault(folder, []).append(file)
    yield f"Sẽ ghi {len(plan.files)} tệp vào {len(folders)} thư mục:"
    for folder, files in folders.items():
        yield f"- {prefix}/{folder}/ ({', '.join(files)})"


def _tell(plan: Plan, prefix: str) -> None:
    if plan.told:
        print("\nKhi đọc:")
        print("\n".join(f"- {sentence}" for sentence in plan.told))
    if plan.todo:
        print("\nCòn phải điền:")
        print("\n".join(f"- {prefix}/{sentence}" for sentence in plan.todo))
    print()


def _checked(before: Project, after: Project) -> int:
    """What the check says because of what was written; what it said before is only counted.

    Addresses that nobody has published yet are no problem.
    """
    old = Counter(map(str, before.problems))
    new = tuple(one for one in after.problems if not _taken(old, str(one)))
    if after.findings.held:  # a file cannot be read: nobody knows yet what else is wrong
        new = after.problems
    kept = len(after.problems) - len(new)
    if new:
        print("hooks check còn báo:")
        print(Findings(new, after.findings.held))
    else:
        where = " ở những tệp vừa ghi" if kept else ""
        print(f"hooks check: không có vấn đề nào{where}. Điền xong thì chạy: hooks ledger")
    if kept:
        print(f"Kho còn {kept} vấn đề có từ trước, không do lần nhận này: xem bằng hooks check.")
    return 1 if new else 0


def _taken(old: Counter[str], told: str) -> bool:
    """Whether a problem was there before; each counts once."""
    old[told] -= 1
    return old[told] >= 0
