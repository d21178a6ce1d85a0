"""Names of files under ``docs/``: what nobody reads, and what would make an address hard to type.

An address is made of the names of folders and files, so they are small letters without
marks, figures and hyphens. A dot would make a page look like a file; one that was published with
a dot, or a low line, keeps its name.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from urllib.parse import unquote

from .names import unaccented
from .problems import Problem
from .site_address import url

INSTRUMENT = "van-ban.yml"
_PUBLISHED = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending; “con” (a child) is a Vietnamese word."""
_MARKDOWN = frozenset({"markdown", "mdown", "mkdn", "mkd", "mdwn"})
_LEFT_BY_SYSTEMS = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db"})
_LEFT_BY_PROGRAMS = re.compile(r"~\$.*|.*~|~.*\.tmp|.*\.(?:tmp|bak|old|orig|swp)", re.IGNORECASE)
"""What Word, an editor of texts or git leaves beside a file that is open or was saved."""
_OFFICE = re.compile(r".*\.(?:docx?|docm|odt|rtf|xlsx?|ods)", re.IGNORECASE)
_TEXT = re.compile(r".*(?<!\.md)(?<!\.yml)(?<!\.yaml)\.txt", re.IGNORECASE)
_GIVEN = re.compile(rf"{_OFFICE.pattern}|{_TEXT.pattern}", re.IGNORECASE)
_FRONT_MATTER = (b"---\n", b"---\r\n")
_PAGE = (*_FRONT_MATTER, b"# ")
"""How a page begins; at the top of all, where ``robots.txt`` lies, “# ” is its remark."""
_COPY = re.compile(
    r"(?P<stem>.+?)(?:\s*-\s*(?:copy|sao chép|bản sao)(?:\s*\(\d+\))?|\s+copy(?:\s+\d+)?"
    r"|\s*\(\d{1,2}\))"
    r"(?P<ending>\.\w+)?",
    re.IGNORECASE,
)
"""“dieu-5 - Copy.md”, “dieu-5 - Sao chép (2).md”, “dieu-5 copy.md”, “dieu-5 (1).md”: named by
Windows, macOS or a browser.
"""
_OURS = re.compile(r"\.(?:ya?ml|md)\Z", re.IGNORECASE)


def unread(
    names: Iterable[str], sets: str, prefix: str, known: Set[str] = frozenset()
) -> list[Problem]:
    """Files that look like ours and are read by nobody.

    ``names`` are relative to ``docs``; ``sets`` is the folder whose ``.yml`` files are read,
    and ``known`` are names of single files that are.
    """
    found: list[Problem] = []
    names = tuple(names)
    there = _places(names)
    many = Counter(name.rpartition("/")[0] for name in names if _is_set(name, sets))
    for name in names:
        if name in known:
            continue
        folder, _, last = name.rpartition("/")
        if is_left(last):
            message = f"“{last}” là tệp do máy tạo ra, không phải của kho"
            advice = "đóng Word hoặc Excel nếu đang mở, rồi xóa tệp này"
            found.append(Problem(f"{prefix}/{name}", 1, 1, message, advice))
            continue
        wanted = _wanted(last, folder == sets)
        if wanted:
            file = f"{prefix}/{unicodedata.normalize('NFC', name)}"
            message = f"không ai đọc tệp tên “{unicodedata.normalize('NFC', last)}”"
            advice = _renamed(folder, wanted, there)
            # One name for all would leave one.
            if many[folder] > 1 and wanted == INSTRUMENT and f"{folder}/{wanted}" not in there:
                advice = f"câu hỏi thì chuyển vào {prefix}/{sets}/; bản chép thì xóa"
                if re.match(r"van[ _-]?ban", last, re.IGNORECASE):
                    advice = f"chọn tệp đúng, đổi tên thành {INSTRUMENT}, rồi xóa các tệp kia"
            found.append(Problem(file, 1, 1, message, advice))
    return found


def _is_set(name: str, sets: str) -> bool:
    """Whether a file outside the folder of sets has the name of a set or of an instrument."""
    folder, _, last = name.rpartition("/")
    return folder != sets and last.endswith((".yml", ".yaml")) and last != INSTRUMENT


def _places(names: Iterable[str]) -> frozenset[str]:
    """Every file, and every folder that holds one."""
    plain = [unicodedata.normalize("NFC", name).split("/") for name in names]
    return frozenset("/".join(one[:depth]) for one in plain for depth in range(1, len(one) + 1))


def _renamed(folder: str, wanted: str, there: Set[str], why: str = "") -> str:
    """The advice to give a file or folder another name, where nothing is written over."""
    above = unicodedata.normalize("NFC", folder)
    if (f"{above}/{wanted}" if above else wanted) in there:
        what = "tệp" if "." in wanted else "thư mục"
        return (
            f"{wanted} đã có bên cạnh: chữ nào ở đây còn đúng thì chép sang đó, rồi xóa {what} này"
        )
    return f"đổi tên thành {wanted}{why}"


def is_left(last: str) -> bool:
    """Whether a program left a file of this name behind: nobody wrote it for the site."""
    return last.lower() in _LEFT_BY_SYSTEMS or bool(_LEFT_BY_PROGRAMS.fullmatch(last))


def not_pages(
    names: Iterable[str],
    texts: Iterable[str],
    begins: Callable[[str], bytes],
    prefix: str,
    published: Set[str] = frozenset(),
) -> list[Problem]:
    """Files of Word, and texts that were meant to be pages, which no page gives to download.

    ``texts`` are the pages; ``begins`` gives the first bytes of a file. Such a file makes no
    page, and would go out to readers as it is. What was ``published`` stays for its address.
    """
    pages = "\n".join(texts)
    names = tuple(names)
    there = _places(names)
    found: list[Problem] = []
    for name in names:
        last = unicodedata.normalize("NFC", name.rpartition("/")[2])
        file = f"{prefix}/{unicodedata.normalize('NFC', name)}"
        if is_left(last) or name in published or not _GIVEN.fullmatch(last):
            continue
        if last in pages or last in unquote(pages):  # (slow: asked of few files)
            continue
        if _OFFICE.fullmatch(last):
            message = f"“{last}” không thành trang, mà vẫn đi theo trang ra ngoài"
            advice = "chép chữ sang tệp .md; công văn thì nhận bằng: hooks new letter; rồi xóa tệp"
            found.append(Problem(file, 1, 1, message, advice))
        elif _TEXT.fullmatch(last) and _is_page(name, begins(name)):
            message = f"“{last}” viết như một trang, mà đuôi .txt thì không thành trang"
            advice = _renamed(name.rpartition("/")[0], f"{last[:-4]}.md", there)
            found.append(Problem(file, 1, 1, message, advice))
    return found


def _is_page(name: str, begins: bytes) -> bool:
    """Whether a text begins as pages of its folder do."""
    return begins.lstrip(BOM_UTF8).startswith(_PAGE if "/" in name else _FRONT_MATTER)


def _wanted(last: str, in_sets: bool) -> str | None:
    """The name that the file was meant to have; None where the name is right or not ours."""
    bare = unicodedata.normalize("NFC", last)
    stem = re.sub(r"(?:\.txt)+\Z", "", bare, flags=re.IGNORECASE)
    if stem != bare and not _OURS.search(stem):
        return None
    head, _, ending = stem.rpartition(".")
    if ending.lower() in _MARKDOWN or (ending.lower() == "md" and (stem != bare or ending != "md")):
        return f"{head}.md"
    if ending.lower() not in ("yml", "yaml"):
        return None
    if in_sets:
        return None if bare == stem and ending == "yml" else f"{head}.yml"
    return None if bare == INSTRUMENT else INSTRUMENT


def is_reserved(part: str) -> bool:
    """Whether Windows makes no file or folder of this name."""
    return _RESERVED.fullmatch(part) is not None


def addresses(
    names: Iterable[str], prefix: str, published: Set[str] = frozenset()
) -> list[Problem]:
    """Pages and instruments whose address would have spaces, marks, capitals or dots in it.

    ``published`` are the addresses of the ledger.
    """
    found: list[Problem] = []
    told: set[str] = set()
    names = tuple(names)
    there = _places(names)
    for name in names:
        parts = name.split("/")
        for depth, part in enumerate(parts, 1):
            path = "/".join(parts[:depth])
            if is_reserved(part) and path not in told:
                told.add(path)
                message = (
                    f"“{part}”: Windows giữ tên này cho máy, không tạo được tệp hay thư mục ấy"
                )
                advice = "đặt tên dài hơn, như con-em thay cho con"
                found.append(Problem(f"{prefix}/{name}", 1, 1, message, advice))
            is_file = depth == len(parts)
            shown = unicodedata.normalize("NFC", part)
            better = _plain(shown, is_file)
            if better == part or path in told or _is_kept(path, part, published):
                continue
            told.add(path)
            what = "tệp" if is_file else "thư mục"
            message = f"tên {what} “{shown}” làm địa chỉ trang khó gõ, khó gửi"
            if "." in _stem(part, is_file):
                message = f"tên {what} “{shown}” có dấu chấm, nên địa chỉ trang giống tên một tệp"
            why = ": chữ thường không dấu, số, dấu gạch nối"
            advice = _renamed("/".join(parts[: depth - 1]), better, there, why)
            if copied := _COPY.fullmatch(shown):
                message = f"{what} “{shown}” có vẻ là bản chép do máy đặt tên"
                made = f"{copied['stem']}{copied['ending'] or ''}"
                advice = f"nếu là bản chép của {made} thì xóa; nếu là trang mới thì {advice}"
            file = f"{prefix}/{unicodedata.normalize('NFC', name)}"
            found.append(Problem(file, 1, 1, message, advice))
    return found


def same_address(pages: Iterable[str], prefix: str) -> Iterator[Problem]:
    """Pages of one address (``a.md`` beside ``a/index.md``): one of them would be built."""
    first: dict[str, str] = {}
    for page in sorted(pages):
        address = url(page)
        if (other := first.setdefault(address, page)) == page:
            continue
        message = (
            f"trang này và {prefix}/{page} cùng một địa chỉ {address}, nên một trang không dựng ra"
        )
        advice = "gộp hai trang vào một tệp rồi xóa tệp kia, hoặc đổi tên một tệp"
        yield Problem(f"{prefix}/{other}", 1, 1, message, advice)


def _stem(name: str, is_file: bool) -> str:
    """What an address has of a name: that of a file without its ending."""
    stem, dot, _ = name.rpartition(".")
    return stem if dot and is_file else name


def _plain(name: str, is_file: bool) -> str:
    """The name as it should be: itself where it is right."""
    stem = _stem(name, is_file)
    words = re.sub(r"[^a-z0-9]+", "-", unaccented(stem)).strip("-") or "trang"
    return words + name.removeprefix(stem).lower()


def _is_kept(path: str, part: str, published: Set[str]) -> bool:
    """Whether the name of a file or folder was published as it is, and can stand in an address."""
    above = f"{path.removesuffix('.md')}/"
    return bool(_PUBLISHED.fullmatch(part)) and any(
        one == path or one.startswith(above) for one in published
    )
